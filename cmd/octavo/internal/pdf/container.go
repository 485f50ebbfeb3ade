package pdf

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"octavo/cmd/octavo/internal/typeset"
)

// Where fpdf 0.12.0 puts its objects: the page tree and the resources, a page and its contents for each page, seven
// objects for each font in the order of the family names, the info dictionary and the catalog.
const (
	pagesObject     = 1
	resourcesObject = 2
	firstPage       = 3

	objectsOfPage = 2
	objectsOfFont = 7
)

// The objects of a font, counted from its first.
const (
	fontType0 = iota
	fontCID
	fontToUnicode
	fontSystemInfo
	fontDescriptor
	fontCIDToGID
	fontProgram
)

func pageObject(page int) int { return firstPage + objectsOfPage*page }

func fontObject(doc *typeset.Document, font int) int {
	return firstPage + objectsOfPage*len(doc.Pages) + objectsOfFont*font
}

// family is fpdf's name of a font. The numbers are padded so that fpdf, which sorts names, keeps the fonts' order.
func family(font int) string { return fmt.Sprintf("f%06d", font) }

// contain has fpdf make the document's pages, all empty, and its fonts, cut to the glyphs in use, and reads the objects
// that come out.
func contain(doc *typeset.Document, u *uses) (*file, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 612, Ht: 792}})
	f.SetCatalogSort(true)
	f.SetCompression(false)
	f.SetCreationDate(doc.Date.UTC())
	f.SetModificationDate(doc.Date.UTC())
	for i := range doc.Pages {
		f.AddPage()
		if i > 0 {
			continue
		}
		// fpdf embeds the characters that were written somewhere. The finisher throws this writing away.
		for n, use := range u.fonts {
			codes := use.byCode()
			ttf, err := embeddable(use.font.Data, codes)
			if err != nil {
				return nil, fmt.Errorf("font %s: %w", use.font.Name, err)
			}
			f.AddUTF8FontFromBytes(family(n), "", ttf)
			f.SetFont(family(n), "", 10)
			text := make([]rune, len(codes))
			for i, c := range codes {
				text[i] = rune(c.code)
			}
			f.Text(0, 0, string(text))
		}
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, err
	}
	return readFile(out.Bytes())
}
