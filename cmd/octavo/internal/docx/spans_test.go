package docx

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestSpanRuns(t *testing.T) {
	for style, want := range map[book.SpanStyle]string{
		book.Superscript: `<w:vertAlign w:val="superscript"/>`, book.Subscript: `<w:vertAlign w:val="subscript"/>`,
		book.SmallCaps: "<w:smallCaps/>", book.Keyboard: "<w:smallCaps/>", book.Underline: `<w:u w:val="single"/>`,
		book.Mark: `<w:highlight w:val="lightGray"/>`, book.Small: `<w:sz w:val="20"/>`,
	} {
		d := &document{part: &part{}, ids: map[string]string{"here": "id_here"}}
		d.span(&book.Span{Style: style, ID: "here", Text: []book.Inline{&book.Text{Value: "x"}}}, runStyle{})
		want = `<w:bookmarkStart w:id="0" w:name="id_here"/><w:r><w:rPr>` + want + `</w:rPr><w:t xml:space="preserve">x</w:t></w:r><w:bookmarkEnd w:id="0"/>`
		if got := d.String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
