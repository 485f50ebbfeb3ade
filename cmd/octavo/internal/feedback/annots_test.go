package feedback

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/locate"
)

// phrase finds words that are set one after the other.
func (m *made) phrase(t testing.TB, text string) []placed {
	t.Helper()
	all := m.placedWords()
	want := locate.Words(locate.Tokens(text))
	for i := range all {
		k := 0
		for k < len(want) && i+k < len(all) && strings.EqualFold(all[i+k].word, want[k]) {
			k++
		}
		if k == len(want) {
			return all[i : i+k]
		}
	}
	t.Fatalf("%q is not set in the book", text)
	return nil
}

// quadsOf returns a QuadPoints array over words, one quadrilateral for each.
func quadsOf(list []placed) string {
	var b strings.Builder
	b.WriteString("/QuadPoints[")
	x0, y0, x1, y1 := list[0].x0, list[0].y0, list[0].x1, list[0].y1
	for _, w := range list {
		fmt.Fprintf(&b, "%.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f ", w.x0, w.y1, w.x1, w.y1, w.x0, w.y0, w.x1, w.y0)
		x0, y0, x1, y1 = min(x0, w.x0), min(y0, w.y0), max(x1, w.x1), max(y1, w.y1)
	}
	fmt.Fprintf(&b, "]/Rect[%.2f %.2f %.2f %.2f]", x0, y0, x1, y1)
	return b.String()
}

// lands reads a file, lands its remarks, and gives for each a line: kind, place, the source under it, what was said.
func lands(t testing.TB, m *made, name string, data []byte, copies Copies) []string {
	t.Helper()
	f, err := Read(context.Background(), name, data, Subject{Title: "Write This Down"}, copies)
	if err != nil {
		t.Fatal(err)
	}
	x := locate.NewIndex(m.book)
	for i := range f.Remarks {
		f.Remarks[i].Place = x.Locate(&f.Remarks[i].Seen, m.record)
	}
	var out []string
	for _, r := range NewList(m.book.Sources, f).Remarks {
		under := ""
		if p := r.Place.Pos; p.IsValid() {
			under = string(p.Source.Text[p.Offset:r.Place.End])
		}
		s := fmt.Sprintf("%s %s %s %q %s", r.Kind, r.Place.Pos, r.Place.Status, under, r.Says())
		for _, a := range r.Replies {
			s += " | " + a.Reader + ": " + a.Comment
		}
		if r.State != "" {
			s += " | " + r.State
		}
		out = append(out, r.Reader+": "+s)
	}
	return out
}

// TestAnnotations makes every sort of mark in the shipped book.
func TestAnnotations(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	m := shipped(t)
	var list []annotation
	add := func(pg int, format string, args ...any) {
		list = append(list, annotation{pg, fmt.Sprintf(format, args...)})
	}
	light := m.phrase(t, "As a child I supposed that the job was light")
	add(light[0].page, "/Subtype/Highlight/T(Ann)/M(D:20261124101500+01'00')/Contents(lovely)%s", quadsOf(light[2:]))
	wolcotts := m.phrase(t, "picked the Wolcotts out of a crowd")
	add(wolcotts[0].page, "/Subtype/StrikeOut/T(Ann)%s", quadsOf(wolcotts[3:]))
	add(wolcotts[0].page, "/Subtype/Underline/T<FEFF00C500730065>/Contents(who?)%s", quadsOf(wolcotts[2:3]))
	add(wolcotts[0].page, "/Subtype/Squiggly/T(Ann)/RC(<?xml version=\"1.0\"?><body><p>not <b>this</b></p><p>please &amp; thanks</p></body>)%s", quadsOf(wolcotts[0:1]))

	// Acrobat's replacement: a caret with the new words, and a strike-out that belongs to it.
	wicks := m.phrase(t, "The job was wicks")
	last := wicks[3]
	add(last.page, "/Subtype/Caret/IT/Replace/T(Ben)/Contents(lamp oil)/NM(c1)/Rect[%.2f %.2f %.2f %.2f]", last.x1-4, last.y0-4, last.x1+4, last.y0+4)
	caret := len(list) - 1
	add(last.page, "/Subtype/StrikeOut/IT/StrikeOutTextEdit/T(Ben)/RT/Group/IRT @%d@ %s", caret, quadsOf(wicks[3:]))

	// An insertion alone, before "expensive", and a reply with a state.
	oil := m.phrase(t, "soot and oil carried up by hand")
	add(oil[2].page, "/Subtype/Caret/T(Ben)/Contents(cheap)/Rect[%.2f %.2f %.2f %.2f]", oil[2].x0-5, oil[2].y0-5, oil[2].x0+1, oil[2].y0+5)
	add(light[0].page, "/Subtype/Text/T(The Author)/Contents(thank you)/IRT @0@/Rect[0 0 1 1]")
	add(light[0].page, "/Subtype/Text/T(The Author)/StateModel(Review)/State(Accepted)/IRT @0@/Rect[0 0 1 1]")
	add(light[0].page, "/Subtype/Popup/Rect[0 0 100 100]/Parent @0@")

	// A sticky note in the margin beside a line, a comment in a box, a drawn ring, a line under words, a bar in the
	// margin, a stamp.
	arlen := m.phrase(t, "Arlen eleven times to let customers finish their sentences")
	y := (arlen[0].y0 + arlen[0].y1) / 2
	add(arlen[0].page, "/Subtype/Text/T(Cy)/Contents(true)/Rect[370 %.2f 390 %.2f]", y-14, y+6)
	add(arlen[0].page, "/Subtype/FreeText/T(Cy)/Contents(which customers?)/Rect[300 20 380 40]/CL[310 30 %.2f %.2f]", arlen[5].x0+2, y)
	add(arlen[0].page, "/Subtype/Circle/T(Cy)/Contents(repeat)/Rect[%.2f %.2f %.2f %.2f]", arlen[6].x0-2, arlen[6].y0-2, arlen[6].x1+2, arlen[6].y1+2)
	add(arlen[0].page, "/Subtype/Ink/T(Cy)/Contents(good)/InkList[[%.2f %.2f %.2f %.2f]]/Rect[0 0 1 1]", arlen[0].x0+1, y-6.0, arlen[1].x1-1, y-5.0)
	add(arlen[0].page, "/Subtype/Ink/T(Cy)/InkList[[380 %.2f 381 %.2f]]/Rect[0 0 1 1]", y-7, y+7)
	add(arlen[0].page, "/Subtype/Stamp/Name/SBApproved/T(Cy)/Rect[380 %.2f 390 %.2f]", y-4, y+4)
	add(arlen[0].page, "/Subtype/Link/Contents(no remark)/Rect[0 0 10 10]")
	add(arlen[0].page, "/Subtype/Highlight/T(Copier)/Contents(eleven times)%s", quadsOf(arlen[1:3]))

	// References to other annotations are known only now.
	_, first := annotate(t, m.pdf, annotation{1, ""})
	for i := range list {
		for k := range list {
			list[i].body = strings.ReplaceAll(list[i].body, fmt.Sprintf("@%d@", k), fmt.Sprintf("%d 0 R", first+k))
		}
	}
	data, _ := annotate(t, m.pdf, list...)
	if name := os.Getenv("OCTAVO_KEEP"); name != "" {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got := lands(t, m, "x.pdf", data, nil)
	at := func(w placed) string { return w.at.String() }
	want := []string{
		"Ann: highlight " + at(light[2]) + ` as marked "child I supposed that the job was light" lovely | The Author: thank you | accepted`,
		"Ben: replacement " + at(wicks[3]) + ` as marked "wicks" make it “lamp oil”`,
		"Ben: insertion " + at(oil[2]) + ` as marked "" insert “cheap”`,
		"Ann: squiggle " + at(wolcotts[0]) + ` as marked "picked" not this` + "\nplease & thanks",
		"Åse: underline " + at(wolcotts[2]) + ` as marked "Wolcotts" who?`,
		"Ann: strike-out " + at(wolcotts[3]) + ` as marked "out of a crowd" strike out`,
		"Cy: ink " + at(arlen[0]) + ` as marked "Arlen eleven" good`,
		"Copier: highlight " + at(arlen[1]) + ` as marked "eleven times" marked, without a word`,
		"Cy: ink " + at(arlen[6]) + ` as marked "finish" repeat`,
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("want %s", w)
		}
	}
	// Those that are about a line.
	line, _ := arlen[0].at.Source.LineColumn(arlen[0].at.Offset)
	for _, w := range []string{"Cy: note", "Cy: ink", "Cy: stamp"} {
		i := slices.IndexFunc(got, func(s string) bool {
			return strings.HasPrefix(s, w) && strings.Contains(s, "sentences. The first")
		})
		if i < 0 || !strings.Contains(got[i], fmt.Sprintf(":%d:", line)) {
			t.Errorf("no %s on the line of %v", w, arlen[0].at)
		}
	}
	if n := 13; len(got) != n { // no replies, no parts, no popup, no link
		t.Errorf("%d remarks, want %d", len(got), n)
	}
	if t.Failed() {
		t.Log("\n" + strings.Join(got, "\n"))
	}
}

func TestWithoutID(t *testing.T) {
	for line, want := range map[string]string{
		"#patient-service METAPHOR · MANAGEMENT AS SERVICE": "METAPHOR · MANAGEMENT AS SERVICE",
		"Management is patient. #patient-service":           "Management is patient.",
		"a #1 seller, #and no other.":                       "a #1 seller, #and no other.",
		"#patient-service":                                  "#patient-service",
	} {
		if got := withoutID(line); got != want {
			t.Errorf("%q is read as %q", line, got)
		}
	}
}
