package feedback

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/timing"
)

// FuzzRead reads anything, and lands and prints what it takes for remarks.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "page,line,comment\n1,2,x\n", "%FDF-1.2\n1 0 obj\n<</FDF<</Annots[2 0 R]>>>>\nendobj\n2 0 obj\n<</Subtype/Highlight/Page 0/Contents(x)/QuadPoints[1 2 3 4 5 6 7 8]>>\nendobj\ntrailer\n<</Root 1 0 R>>",
		`<xfdf><annots><caret page="1" rect="1,2,3,4" IT="Replace"><contents-richtext><p>x</p></contents-richtext></caret></annots></xfdf>`,
		`{"type":"Annotation","body":"x","target":{"selector":[{"type":"TextQuoteSelector","exact":"the job"},{"type":"FragmentSelector","value":"epubcfi(/6/4!/4/2,/1:0,/1:3)"}]}}`,
		"> quote\n\nnote\n", "“quote”\nnote\n", "A (B)\n- Your Highlight on page 1 | Location 1-2 | Added on x\n\nthe job\n==========\n",
		`<html><div class="noteHeading">Note</div><div class="noteText">x</div></html>`, "PK\x03\x04",
		"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Annots[<</Subtype/Text/Contents(x)/Rect[0 0 1 1]>>]>>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n0000000099 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n190\n",
	} {
		f.Add([]byte(s))
	}
	bk := booktest.OfChapter(f, booktest.Lamp)
	x := locate.NewIndex(bk)
	epub := []byte(nil)
	copies := func(string, string) *Copy { return &Copy{EPUB: func() ([]byte, error) { return epub, nil }} }
	f.Fuzz(func(t *testing.T, data []byte) {
		start := timing.Worked()
		file, err := Read(context.Background(), "x", data, Subject{Title: "T"}, copies)
		if err != nil {
			return
		}
		for i := range file.Remarks {
			r := &file.Remarks[i]
			for _, s := range []string{r.Comment, r.New, r.Reader, r.Seen.Words} {
				if !utf8.ValidString(s) {
					t.Errorf("%q is no UTF-8", s)
				}
			}
			r.Place = x.Locate(&r.Seen, nil)
			if p := r.Place.Pos; p.IsValid() && (p.Offset < 0 || r.Place.End < p.Offset || r.Place.End > len(p.Source.Text)) {
				t.Errorf("the place %d to %d of %d", p.Offset, r.Place.End, len(p.Source.Text))
			}
		}
		l := NewList(bk.Sources, file)
		if l.Text(io.Discard, false) != nil || l.JSON(io.Discard) != nil || l.HTML(io.Discard, "T") != nil {
			t.Error("it cannot be printed")
		}
		once := l.Checklist("T", "")
		if again := l.Checklist("T", once); again != once {
			t.Errorf("the checklist changes:\n%s\n%s", once, again)
		}
		if took := timing.Worked() - start; took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
	})
}

// FuzzEPUB looks up places in any EPUB, and in one of any chapter.
func FuzzEPUB(f *testing.F) {
	f.Add([]byte("PK\x03\x04"), `<html><head/><body><p id="p">The job was <!-- x -->light.</p><p>Wicks.</p></body></html>`, "epubcfi(/6/2!/4/2[p]/1:4,/1:0,/1:3)", 4.0, 7.0)
	f.Add([]byte(""), "<a><b", "epubcfi(/6/2!/2)", 0.0, 1e7)
	f.Add([]byte(""), "<html><body>😀😀</body></html>", "epubcfi(/6/2!/4/1:1)", 1.0, 3.0)
	f.Fuzz(func(t *testing.T, data []byte, chapter, cfi string, from, to float64) {
		start := timing.Worked()
		for _, data := range [][]byte{data, chapterEPUB(t, chapter)} {
			b, err := openBook(data)
			if err != nil {
				continue
			}
			var seen [2]locate.Seen
			b.cfi(&seen[0], cfi)
			for _, name := range b.spine {
				b.position(&seen[1], name, from, to)
			}
		}
		if took := timing.Worked() - start; took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
	})
}

// chapterEPUB returns an EPUB of one chapter.
func chapterEPUB(t testing.TB, chapter string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`},
		{"a.opf", `<package><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>`},
		{"c.xhtml", chapter},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestEPUBLinear looks up places in an EPUB, both at two sizes.
func TestEPUBLinear(t *testing.T) {
	timing.Linear(t, 1000, func(n int) {
		b, err := openBook(chapterEPUB(t, "<html><head/><body><p>"+strings.Repeat("<i>a</i>", n)+
			strings.Repeat("b<!-- -->", n)+`<i id="x">c</i></p></body></html>`))
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			var s, p locate.Seen
			if b.cfi(&s, fmt.Sprintf("epubcfi(/6/2!/4/2/%d,/1:0,/1:1)", 2*n-2*i)); s.Words != "a" {
				t.Fatalf("element %d is %q", n-i, s.Words)
			}
			if b.position(&p, "c.xhtml", float64(2*n-1), float64(2*n)); p.Words != "b" {
				t.Fatalf("letter %d is %q", 2*n-1, p.Words)
			}
			b.cfi(&s, "epubcfi(/6/2!/4/2/4[x]/1:0)")
		}
	})
}

// FuzzLand lands any words with anything around them.
func FuzzLand(f *testing.F) {
	f.Add("As a child I supposed that the ", "job", " was light")
	f.Add("", "", "")
	f.Add("sta", "ir", "s")
	f.Add("told this, & are ", "then taken for ice-", "cream")
	x := locate.NewIndex(booktest.OfChapter(f, booktest.Lamp))
	f.Fuzz(func(t *testing.T, before, words, after string) {
		r := Remark{Seen: locate.Seen{Before: before, Words: words, After: after, Offset: -1}}
		r.Place = x.Locate(&r.Seen, nil)
		p := r.Place.Pos
		if !p.IsValid() {
			return
		}
		if p.Offset < 0 || r.Place.End < p.Offset || r.Place.End > len(p.Source.Text) {
			t.Errorf("the place %d to %d of %d", p.Offset, r.Place.End, len(p.Source.Text))
		}
		if r.Place.Status == locate.Changed && words != "" && strings.TrimSpace(r.Place.Now) == "" && r.Place.End > p.Offset {
			t.Errorf("%q has changed to nothing", words)
		}
	})
}

// FuzzChecklist updates any checklist.
func FuzzChecklist(f *testing.F) {
	f.Add("# x\n\n## manuscript/a.md\n\n- [x] **line 3** Ann: one <!-- remark 00000000 -->\n  > words\n  mine\n")
	l := listOf(f, &File{Name: "a", Remarks: []Remark{remarkOn("Lamps", "A", "b")}})
	f.Fuzz(func(t *testing.T, old string) {
		once := l.Checklist("T", old)
		if again := l.Checklist("T", once); again != once {
			t.Errorf("it changes:\n%q\n%q", once, again)
		}
	})
}
