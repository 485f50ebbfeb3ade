package typeset

import (
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// TestFallbackInTongue: words in another language fall back on the faces that are found for the book's, in their own language, and those
// that are written from the right do not turn the paragraph that they stand in.
func TestFallbackInTongue(t *testing.T) {
	plain, roman := testFont(t, "AtkinsonHyperlegibleNext-Regular"), testFont(t, "EBGaramond-Regular")
	plain.FallBackOn(Fallback{Find: func(text string) *Face {
		if text == "слово" {
			return roman
		}
		return nil
	}})
	russian, ok := lang.Find("ru")
	if !ok {
		t.Fatal("no Russian")
	}
	span := &Span{Text: "to слово", Font: plain.In(russian, nil), Size: 10 * page.Pt}
	pieces := span.Pieces()
	if len(pieces) != 2 || pieces[1].Font.Font != roman.Font || pieces[1].Font.Lang != russian {
		t.Fatalf("%d pieces", len(pieces))
	}
	hebrew, ok := lang.Find("he")
	if !ok {
		t.Fatal("no Hebrew")
	}
	p := &Paragraph{}
	p.levels([]Inline{&Span{Text: "He said ", Font: plain, Size: 10 * page.Pt}, &Span{Text: "שלום", Font: plain.In(hebrew, nil), Size: 10 * page.Pt}})
	if p.base.IsRight() {
		t.Error("a Hebrew word turns an English paragraph")
	}
}
