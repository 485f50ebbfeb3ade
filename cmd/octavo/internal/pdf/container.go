package pdf

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"
)

// Where fpdf 0.12.0 puts its objects: the page tree and the resources, a page and its contents for each page, the info
// dictionary and the catalog.
const (
	pagesObject     = 1
	resourcesObject = 2
	firstPage       = 3
	objectsOfPage   = 2
)

func pageObject(pg int) int { return firstPage + objectsOfPage*pg }

// contain has fpdf make so many empty pages and reads the objects that come out.
func contain(pages int) (*file, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 612, Ht: 792}})
	f.SetCatalogSort(true)
	f.SetCompression(false)
	for range pages {
		f.AddPage()
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, err
	}
	return readFile(out.Bytes())
}
