package docx

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
)

// set returns a paragraph as a book of a level has it, without what every paragraph has.
func set(level bidi.Level, style string, text ...book.Inline) string {
	return alone(level, style, func(d *document) { d.inlines(text, runStyle{}) })
}

func words(s string) *book.Text { return &book.Text{Value: s} }

func TestDirections(t *testing.T) {
	const open, rtl = `<w:p><w:pPr><w:pStyle w:val="BodyText"/>`, `<w:bidi/>`
	run := func(properties, text string) string {
		if properties != "" {
			properties = "<w:rPr>" + properties + "</w:rPr>"
		}
		return "<w:r>" + properties + `<w:t xml:space="preserve">` + text + "</w:t></w:r>"
	}
	const he, ar = `<w:rtl/><w:lang w:bidi="he"/>`, `<w:rtl/><w:lang w:bidi="ar"/>`
	for _, c := range []struct {
		name  string
		level bidi.Level
		text  []book.Inline
		want  string
	}{
		{"Hebrew in English", bidi.LeftToRight, []book.Inline{words("The word שלום עולם, twice.")},
			open + "</w:pPr>" + run("", "The word ") + run(he, "שלום עולם") + run("", ", twice.")},
		{"a number in Hebrew", bidi.LeftToRight, []book.Inline{words("see פרק 12 שם now")},
			open + "</w:pPr>" + run("", "see ") + run(he, "פרק 12 שם") + run("", " now")},
		{"emphasis", bidi.LeftToRight, []book.Inline{words("say "), &book.Emph{Text: []book.Inline{words("سلام")}}, words(".")},
			open + "</w:pPr>" + run("", "say ") + run("<w:i/><w:iCs/>"+ar, "سلام") + run("", ".")},
		{"a quotation in Hebrew", bidi.LeftToRight, []book.Inline{words("אמר לו Ben (כך).")},
			open + rtl + "</w:pPr>" + run(he, "אמר לו ") + run("", "Ben") + run(he, " (כך).")},
		{"its own language", bidi.LeftToRight, []book.Inline{&book.Span{Lang: "fa", Text: []book.Inline{words("سلام")}}, words(" is peace and quiet")},
			open + "</w:pPr>" + run(`<w:rtl/><w:lang w:bidi="fa"/>`, "سلام") + run("", " is peace and quiet")},
		{"code", bidi.RightToLeft, []book.Inline{words("כתוב "), &book.CodeSpan{Value: "x = 1;"}, words(" כאן.")},
			open + rtl + "</w:pPr>" + run(he, "כתוב ") +
				run(`<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`, "x = 1;") + run(he, " כאן.")},
		{"English in Hebrew", bidi.RightToLeft, []book.Inline{words("Only English.")}, open + "</w:pPr>" + run("", "Only English.")},
		{"no letters", bidi.RightToLeft, []book.Inline{words("— 12")}, open + rtl + "</w:pPr>" + run(`<w:rtl/>`, "— 12")},
		{"only English", bidi.LeftToRight, []book.Inline{words("All quiet.")}, open + "</w:pPr>" + run("", "All quiet.")},
	} {
		if got := set(c.level, "BodyText", c.text...); got != c.want+"</w:p>" {
			t.Errorf("%s:\ngot  %s\nwant %s</w:p>", c.name, got, c.want)
		}
	}
	if got := set(bidi.RightToLeft, "Code", words("// שלום")); strings.Contains(got, rtl) || !strings.Contains(got, "<w:rtl/>") {
		t.Errorf("a line of code: %s", got)
	}
}

func TestComplexScripts(t *testing.T) {
	const want = `<w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>`
	if got := forComplexScripts(`<w:b/><w:i/><w:color w:val="595959"/><w:sz w:val="18"/>`); got != want {
		t.Error(got)
	}
	if s := styleSheet("David", "he", true); !strings.Contains(s, `<w:lang w:val="he" w:bidi="he"/>`) || !strings.Contains(s, "<w:bCs/>") {
		t.Error(s)
	}
}

func TestSectionDirection(t *testing.T) {
	if s := textSection(A4, bidi.RightToLeft); !strings.HasSuffix(s, `<w:pgNumType w:start="1"/><w:bidi/></w:sectPr>`) {
		t.Error(s)
	}
	if s := titleSection(A4, bidi.LeftToRight); strings.Contains(s, "bidi") {
		t.Error(s)
	}
	d := &document{base: bidi.RightToLeft, part: &part{}}
	d.table(&book.Table{Head: []book.Cell{{words("א")}}}, context{})
	if s := d.String(); !strings.Contains(s, `<w:tblStyle w:val="TableGrid"/><w:bidiVisual/><w:tblW`) || !strings.Contains(s, "<w:bCs/>") {
		t.Error(s)
	}
}
