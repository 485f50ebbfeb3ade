package content

import (
	"fmt"

	"octavo/cmd/octavo/internal/cos"
)

// Page is a page of a file, with what it takes from the nodes above it in the page tree (ISO 32000-1, 7.7.3.4).
type Page struct {
	Ref                                    cos.Ref // the zero Ref where it is no object of its own
	Dict                                   cos.Dict
	Resources, MediaBox, CropBox, Rotation cos.Value // nil: neither it nor a node above it says
}

// Pages are the pages of a file in their order. That there are more or fewer than the tree says counts as damage.
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
