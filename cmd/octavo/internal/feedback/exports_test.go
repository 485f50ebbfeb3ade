package feedback

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// copiesOf returns the copies of a book that was set: one, with its PDF or without.
func copiesOf(m *made, withPDF bool) Copies {
	c := &Copy{ID: "test", Reader: "Ann", Map: m.record, First: 1, Height: float64(m.doc.Pages[0].Height) / pt}
	if withPDF {
		c.PDF = func() ([]byte, error) { return m.pdf, nil }
	}
	return func(string, string) *Copy { return c }
}

func rectOf(list []placed) string {
	x0, y0, x1, y1 := list[0].x0, list[0].y0, list[0].x1, list[0].y1
	for _, w := range list {
		x0, y0, x1, y1 = min(x0, w.x0), min(y0, w.y0), max(x1, w.x1), max(y1, w.y1)
	}
	return fmt.Sprintf("%.2f,%.2f,%.2f,%.2f", x0, y0, x1, y1)
}

func coordsOf(list []placed) string {
	var out []string
	for _, w := range list {
		out = append(out, fmt.Sprintf("%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f", w.x0, w.y1, w.x1, w.y1, w.x0, w.y0, w.x1, w.y0))
	}
	return strings.Join(out, ",")
}

// TestXFDF reads an export as Acrobat and Xodo make it, with the copy's PDF and without.
func TestXFDF(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	m := shipped(t)
	a, b := m.phrase(t, "picked the Wolcotts out of a crowd"), m.phrase(t, "The job was wicks")
	x := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><annots>
<highlight page="%d" coords="%s" rect="%s" title="Ann" name="h1" date="D:20261124101500Z"><contents>who &amp; why?</contents><popup page="0" rect="0,0,1,1"/></highlight>
<text page="%d" rect="0,0,20,20" title="Ben" inreplyto="h1" name="r1"><contents>the keepers</contents></text>
<caret page="%d" rect="%s" title="Ann" name="c1" IT="Replace"><contents-richtext><body xmlns="http://www.w3.org/1999/xhtml"><p dir="ltr">lamp <b>oil</b></p></body></contents-richtext></caret>
<strikeout page="%d" coords="%s" rect="%s" inreplyto="c1" replyType="group" title="Ann" name="s1"/>
<ink page="%d" rect="%s" title="Ann"><inklist><gesture>%.2f,%.2f;%.2f,%.2f</gesture></inklist></ink>
</annots><f href="book.pdf"/></xfdf>`,
		a[0].page-1, coordsOf(a[2:3]), rectOf(a[2:3]), a[0].page-1, b[0].page-1, rectOf(b[3:]), b[0].page-1, coordsOf(b[3:]),
		rectOf(b[3:]), a[0].page-1, rectOf(a[1:3]), a[3].x0+1, a[3].y0-3, a[4].x1-1, a[3].y0-2)
	want := []string{
		"Ann: replacement " + b[3].at.String() + ` as marked "wicks" make it “lamp oil”`,
		"Ann: highlight " + a[2].at.String() + ` as marked "Wolcotts" who & why? | Ben: the keepers`,
		"Ann: ink " + a[3].at.String() + ` as marked "out of" marked, without a word`,
	}
	if got := lands(t, m, "x.xfdf", []byte(x), copiesOf(m, true)); !slices.Equal(got, want) {
		t.Errorf("with the PDF\ngot  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	// Without the PDF only the lines can be told.
	got := lands(t, m, "x.xfdf", []byte(x), copiesOf(m, false))
	row := func(w placed) string {
		for i := range m.record.Pages {
			for _, l := range m.record.Pages[i].Lines {
				if m.record.Pages[i].Number == w.page && strings.Contains(l.Text, w.word) {
					return fmt.Sprintf("%s:%d:", l.File, l.Line)
				}
			}
		}
		return "?"
	}
	if len(got) != 3 || !strings.Contains(got[0], row(b[3])) || !strings.Contains(strings.Join(got[1:], ""), row(a[2])) {
		t.Errorf("without the PDF: %s; want %s and %s", strings.Join(got, "\n"), row(b[3]), row(a[2]))
	}
	// With nothing at all no remark is lost.
	if got := lands(t, m, "x.xfdf", []byte(x), nil); len(got) != 3 || strings.Count(got[0], " lost ") != 1 {
		t.Errorf("without a copy: %s", strings.Join(got, "\n"))
	}
}

// TestFDF reads an export without a table of objects, one with it, and one whose objects are compressed.
func TestFDF(t *testing.T) {
	m := shipped(t)
	a := m.phrase(t, "picked the Wolcotts out of a crowd")
	body := fmt.Sprintf("<</Type/Annot/Subtype/Highlight/Page %d/T(Ann)/NM(n1)/Contents(\xFE\xFF\x00o\x00h)%s>>", a[0].page-1, quadsOf(a[1:3]))
	reply := fmt.Sprintf("<</Type/Annot/Subtype/Text/Page %d/T(Ben)/NM(n2)/IRT(n1)/Contents(no)/Rect[0 0 1 1]>>", a[0].page-1)
	want := []string{"Ann: highlight " + a[1].at.String() + ` as marked "the Wolcotts" oh | Ben: no`}
	plain := "%FDF-1.2\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</FDF<</Annots[2 0 R 3 0 R]/F(/C/books/copy.pdf)>>>>\nendobj\n2 0 obj\n" + body +
		"\nendobj\n3 0 obj\n" + reply + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	fmt.Fprintf(z, "<b>not a stream of objects</b>")
	z.Close()
	for name, text := range map[string]string{
		"plain": plain,
		"with a table": strings.Replace(plain, "trailer\n<</Root 1 0 R>>\n",
			"xref\n0 4\n0000000000 65535 f \n0000000015 00000 n \n0000000015 00000 n \n0000000015 00000 n \ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n99\n", 1),
		"with a stream": strings.Replace(plain, "trailer", fmt.Sprintf("4 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\ntrailer",
			packed.Len(), packed.String()), 1),
	} {
		if got := lands(t, m, "x.fdf", []byte(text), copiesOf(m, true)); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, strings.Join(got, "\n     "), want)
		}
	}
	var asked string
	if _, err := Read(context.Background(), "x.fdf", []byte(plain), Subject{}, func(_, file string) *Copy { asked += file; return nil }); err != nil || !strings.HasPrefix(asked, "copy.pdf") {
		t.Errorf("%v: the copy asked for is %q", err, asked)
	}
}

// TestTable reads tables with all sorts of headings and delimiters.
func TestTable(t *testing.T) {
	m := shipped(t)
	a := m.phrase(t, "picked the Wolcotts out of a crowd")
	var folio string
	var line int
	for i := range m.record.Pages {
		for k, l := range m.record.Pages[i].Lines {
			if strings.Contains(l.Text, "the Wolcotts out") {
				folio, line = m.record.Pages[i].Folio, k+1
			}
		}
	}
	start := m.phrase(t, "not have picked the Wolcotts")[0].at.String()
	for text, want := range map[string]string{
		fmt.Sprintf("Page,Line,Comment\n%s,%d,\"who, and why?\"\n", folio, line):                                                  "Ann: comment " + start + " as marked | who, and why?",
		fmt.Sprintf("\xEF\xBB\xBFcomment;LINE;page;Reader\r\nwho?;%d;p. %s;Ben\r\n;;;\r\n", line, folio):                          "Ben: comment " + start + " as marked | who?",
		fmt.Sprintf("page\tquote\tshould read\tby\n%s\tthe Wolcotts\tthem\tCy\n", folio):                                          "Cy: replacement " + a[1].at.String() + " as marked | make it “them”",
		"words,note\nthe Wolcotts out,who?\n":                                                                                     "Ann: comment " + a[1].at.String() + " as marked | who?",
		fmt.Sprintf("file,line,comment\n%s,40,here\n", a[1].at.Source.Name):                                                       "Ann: comment " + a[1].at.String() + " as marked | here",
		"Highlight,Book Title,Book Author,Note,Location\nthe Wolcotts out,Write This Down: Memes,W,hm,3\nelse,Other Book,X,y,4\n": "Ann: comment " + a[1].at.String() + " as marked | hm",
		"sep=;\npage;line;comment\n999;1;far out\n":                                                                               "Ann: comment - lost | far out",
	} {
		got := lands(t, m, "x.csv", []byte(text), copiesOf(m, false))
		if len(got) != 1 {
			t.Errorf("%q: %q", text, got)
			continue
		}
		head, rest, _ := strings.Cut(got[0], ` "`)
		_, said, _ := strings.Cut(rest, `" `)
		if head+" | "+said != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, head+" | "+said, want)
		}
	}
	if _, err := Read(context.Background(), "x.csv", []byte("page,line,comment\n1,2,\"open\n"), Subject{}, nil); err != nil && !strings.Contains(err.Error(), "line") {
		t.Error(err)
	}
}
