package content

import "octavo/cmd/octavo/internal/cos"

// Page is a page of a file, with what it takes from the nodes above it in the page tree (ISO 32000-1, 7.7.3.4).
type Page struct {
	Ref                                    cos.Ref // the zero Ref where it is no object of its own
	Dict                                   cos.Dict
	Resources, MediaBox, CropBox, Rotation cos.Value // nil: neither it nor a node above it says
}

// Limits of the page tree. No printer binds as many pages, and a tree of so many is not as deep.
const (
	maxPages = 20000
	maxDepth = 60
)

// Pages are the pages of a file in their order. A tree that leads back into itself is followed once.
func Pages(f *cos.File) (pages []Page) {
	seen := map[cos.Ref]bool{}
	var walk func(v cos.Value, p Page, depth int)
	walk = func(v cos.Value, p Page, depth int) {
		p.Ref, _ = v.(cos.Ref)
		if _, ok := v.(cos.Ref); ok {
			if seen[p.Ref] {
				return
			}
			seen[p.Ref] = true
		}
		p.Dict = f.Dict(v)
		if p.Dict == nil || depth > maxDepth || len(pages) >= maxPages {
			return
		}
		for _, inherited := range [...]struct {
			key cos.Name
			to  *cos.Value
		}{{"Resources", &p.Resources}, {"MediaBox", &p.MediaBox}, {"CropBox", &p.CropBox}, {"Rotate", &p.Rotation}} {
			if v := p.Dict[inherited.key]; v != nil {
				*inherited.to = v
			}
		}
		if kids := f.Array(p.Dict["Kids"]); kids != nil && f.Name(p.Dict["Type"]) != "Page" {
			for _, kid := range kids {
				walk(kid, p, depth+1)
			}
			return
		}
		pages = append(pages, p)
	}
	walk(f.Dict(f.Trailer["Root"])["Pages"], Page{}, 0)
	return pages
}
