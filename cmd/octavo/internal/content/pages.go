package content

import (
	"fmt"

	"octavo/cmd/octavo/internal/cos"
)

// Page is a page of a file, with the attributes inherited in the page tree (ISO 32000-1, 7.7.3.4).
type Page struct {
	Ref                                    cos.Ref // zero if the page is not an indirect object
	Dict                                   cos.Dict
	Resources, MediaBox, CropBox, Rotation cos.Value // nil: not given, and not inherited
}

// Pages returns the pages of a file in order. If their number differs from the tree's Count, that is recorded as
// damage.
func Pages(f *cos.File) (pages []Page) {
	root := f.Dict(f.Trailer["Root"])["Pages"]
	cos.Walk(f, root, Page{}, func(ref cos.Ref, node cos.Dict, p Page) (Page, bool) {
		p.Ref, p.Dict = ref, node
		for _, inherited := range [...]struct {
			key cos.Name
			to  *cos.Value
		}{{"Resources", &p.Resources}, {"MediaBox", &p.MediaBox}, {"CropBox", &p.CropBox}, {"Rotate", &p.Rotation}} {
			if v := node[inherited.key]; v != nil {
				*inherited.to = v
			}
		}
		if f.Array(node["Kids"]) != nil && f.Name(node["Type"]) != "Page" {
			return p, true
		}
		if f.Spend(cos.Pages, 1) {
			pages = append(pages, p)
		}
		return p, false
	})
	if n, ok := f.Number(f.Dict(root)["Count"]); ok && int(n) != len(pages) {
		f.Note(fmt.Errorf("the page tree says that it has %d pages, but %d can be read", int(n), len(pages)))
	}
	return pages
}
