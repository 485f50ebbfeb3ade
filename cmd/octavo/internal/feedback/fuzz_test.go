package feedback

import (
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
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
	book := bookOf(f, chapter)
	x := NewIndex(book)
	epub := []byte(nil)
	copies := func(string, string) *Copy { return &Copy{EPUB: func() ([]byte, error) { return epub, nil }} }
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		file, err := Read("x", data, "T", copies)
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
			x.Land(r, nil)
			if p := r.Place.Pos; p.IsValid() && (p.Offset < 0 || r.Place.End < p.Offset || r.Place.End > len(p.Source.Text)) {
				t.Errorf("the place %d to %d of %d", p.Offset, r.Place.End, len(p.Source.Text))
			}
		}
		l := NewList(book.Sources, file)
		if l.Text(io.Discard, false) != nil || l.JSON(io.Discard) != nil || l.HTML(io.Discard, "T") != nil {
			t.Error("it cannot be printed")
		}
		once := l.Checklist("T", "")
		if again := l.Checklist("T", once); again != once {
			t.Errorf("the checklist changes:\n%s\n%s", once, again)
		}
		if time.Since(start) > 5*time.Second {
			t.Errorf("it took %v", time.Since(start))
		}
	})
}

// FuzzLand lands any words with anything around them.
func FuzzLand(f *testing.F) {
	f.Add("As a child I supposed that the ", "job", " was light")
	f.Add("", "", "")
	f.Add("sta", "ir", "s")
	f.Add("told this, & are ", "then taken for ice-", "cream")
	x := NewIndex(bookOf(f, chapter))
	f.Fuzz(func(t *testing.T, before, words, after string) {
		r := Remark{Seen: Seen{Before: before, Words: words, After: after, Offset: -1}}
		x.Land(&r, nil)
		p := r.Place.Pos
		if !p.IsValid() {
			return
		}
		if p.Offset < 0 || r.Place.End < p.Offset || r.Place.End > len(p.Source.Text) {
			t.Errorf("the place %d to %d of %d", p.Offset, r.Place.End, len(p.Source.Text))
		}
		if r.Place.Status == Changed && words != "" && strings.TrimSpace(r.Place.Now) == "" && r.Place.End > p.Offset {
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
