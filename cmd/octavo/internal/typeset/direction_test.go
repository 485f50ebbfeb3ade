package typeset

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// seen returns the letters of a line as they stand from the left to the right, and fails where two stand on each other.
func seen(t *testing.T, items []page.Item) string {
	t.Helper()
	var runs []*page.Text
	for _, it := range items {
		if one, ok := it.(*page.Text); ok {
			runs = append(runs, one)
		}
	}
	slices.SortFunc(runs, func(a, b *page.Text) int { return cmp.Compare(a.X, b.X) })
	var b strings.Builder
	end := runs[0].X
	for _, r := range runs {
		if r.X < end-1 {
			t.Errorf("%q begins at %s, what is before it ends at %s", r.Text, r.X, end)
		}
		end = r.X + r.Advance()
		for _, g := range r.Glyphs {
			c, _ := utf8.DecodeRuneInString(r.Text[g.At:])
			b.WriteRune(c)
		}
	}
	return b.String()
}

// inHebrew returns a face for a book in Hebrew. What letters look like does not count here.
func inHebrew(t *testing.T) *Face {
	face := testFont(t, "EBGaramond-Regular")
	face.Lang = &lang.Language{Tag: "he"}
	return face
}

// Lines of two directions: the text of spans, which "|" parts, and the characters as they stand from the left. A bracket counts as
// what was written, although its mirrored form is shown.
func TestLinesOfTwoDirections(t *testing.T) {
	english := testFont(t, "EBGaramond-Regular")
	for _, c := range []struct {
		face *Face
		text string
		want string
	}{
		{english, "the word אבג here", "the word גבא here"},
		{english, "he wrote “אבג 12 (דה 345) וז” there", "he wrote “זו )345 הד( 12 גבא” there"},
		{english, "a |אב|גד| b", "a דגבא b"},
		{english, "“אבג דהו.”", "”.והד גבא“"},
		{english, "אבג is a word of three letters", "גבא is a word of three letters"},
		{inHebrew(t), "אבג abc דהו", "והד abc גבא"},
		{inHebrew(t), "אבג (abc) 12, דה.", ".הד ,12 )abc( גבא"},
		{inHebrew(t), "an English sentence, with אב", "an English sentence, with בא"},
	} {
		var in []Inline
		for _, part := range strings.Split(c.text, "|") {
			in = append(in, &Span{Text: part, Font: c.face, Size: 10 * page.Pt})
		}
		lines := SetParagraph(in, Setting{Measure: 500 * page.Pt, Align: RaggedRight})
		if c.face.Lang.RightToLeft() { // as its page is
			lines[0].mirror(500 * page.Pt)
		}
		if got := seen(t, lines[0].Items); got != c.want {
			t.Errorf("%q\n is %q\nnot %q", c.text, got, c.want)
		}
		if l := len(lines); l != 1 {
			t.Errorf("%q: %d lines", c.text, l)
		}
	}
}

// A paragraph that runs against its book begins at the other side; in a book in Hebrew that side is the left until its pages are
// mirrored.
func TestParagraphAgainstItsBook(t *testing.T) {
	measure := 300 * page.Pt
	edges := func(face *Face, text string) (left, right page.Length) {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 10 * page.Pt}}, Setting{Measure: measure, Align: RaggedRight, Indent: 20 * page.Pt})
		run := lines[0].Items[0].(*page.Text)
		return run.X, run.X + run.Advance()
	}
	english := testFont(t, "EBGaramond-Regular")
	if left, _ := edges(english, "abc"); left != 20*page.Pt {
		t.Errorf("English in an English book begins at %s", left)
	}
	if _, right := edges(english, "אבג"); right != measure-20*page.Pt {
		t.Errorf("Hebrew in an English book begins at %s", right)
	}
	if left, _ := edges(inHebrew(t), "אבג"); left != 20*page.Pt {
		t.Errorf("Hebrew in a Hebrew book begins at %s", left)
	}
	if _, right := edges(inHebrew(t), "abc"); right != measure-20*page.Pt {
		t.Errorf("English in a Hebrew book begins at %s", right)
	}
}

// Justified lines of two directions are full, and only their spaces take the white.
func TestJustifiedFromTheRight(t *testing.T) {
	text := strings.Repeat("בראשית ברא אלהים את השמים ואת הארץ ", 12)
	measure := 240 * page.Pt
	for name, face := range map[string]*Face{"English": testFont(t, "EBGaramond-Regular"), "Hebrew": inHebrew(t)} {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 10 * page.Pt}}, Setting{Measure: measure, Letterfit: 15})
		if len(lines) < 3 {
			t.Fatalf("%d lines", len(lines))
		}
		for i, l := range lines[:len(lines)-1] {
			run := l.Items[0].(*page.Text)
			if off := run.Advance() - measure; off > page.Pt/100 || off < -page.Pt/100 || run.X > page.Pt/100 {
				t.Errorf("%s: line %d begins at %s and is %s wide", name, i, run.X, run.Advance())
			}
			for _, g := range run.Glyphs {
				if w := page.Length(face.Advance(g.ID)) * 10 * page.Pt / page.Length(face.Upem); g.ID != face.SpaceGlyph && page.Length(g.Advance) != w {
					t.Fatalf("%s: a letter is %s wide, not %s", name, page.Length(g.Advance), w)
				}
			}
		}
	}
}

// However a text mixes directions, each of its letters stands once on one line.
func FuzzDirections(f *testing.F) {
	f.Add("the word אבג (12) here", "דה", true)
	f.Add("\u2067a\u2069 b\u202Eג", "1 2", false)
	english, hebrew := testFont(f, "EBGaramond-Regular"), testFont(f, "EBGaramond-Regular")
	hebrew.Lang = &lang.Language{Tag: "he"}
	f.Fuzz(func(t *testing.T, a, b string, right bool) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || len(a)+len(b) > 500 {
			return
		}
		face := english
		if right {
			face = hebrew
		}
		in := []Inline{&Span{Text: a, Font: face, Size: 10 * page.Pt}, &Span{Text: b, Font: face, Size: 10 * page.Pt}}
		for _, l := range SetParagraph(in, Setting{Measure: 100 * page.Pt}) {
			for _, it := range l.Items {
				run, ok := it.(*page.Text)
				if !ok {
					continue
				}
				for _, g := range run.Glyphs {
					if int(g.At) > len(run.Text) || g.At < 0 {
						t.Fatalf("glyph at %d of %q", g.At, run.Text)
					}
				}
			}
		}
	})
}
