package content

import (
	"slices"

	"octavo/cmd/octavo/internal/cos"
)

// Page is a page of a file, with the attributes inherited in the page tree (ISO 32000-1, 7.7.3.4).
type Page struct {
	Ref                                    cos.Ref // zero if the page is not an indirect object
	Dict                                   cos.Dict
	Resources, MediaBox, CropBox, Rotation cos.Value // nil: not given, and not inherited
}

// inherit takes over the attributes that a node of the page tree has, for the pages below it.
func (p *Page) inherit(node cos.Dict) {
	for _, inherited := range [...]struct {
		key cos.Name
		to  *cos.Value
	}{{"Resources", &p.Resources}, {"MediaBox", &p.MediaBox}, {"CropBox", &p.CropBox}, {"Rotate", &p.Rotation}} {
		if v := node[inherited.key]; v != nil {
			*inherited.to = v
		}
	}
}

// Pages returns the pages of a file in order. If their number differs from the tree's Count, that is recorded as damage. Pages to
// which a damaged tree does not lead any more come last, in the order of their objects.
func Pages(f *cos.File) (pages []Page) {
	root := f.Dict(f.Trailer["Root"])["Pages"]
	seen := map[cos.Ref]bool{}
	headless := false
	whole := cos.Walk(f, root, Page{}, func(ref cos.Ref, node cos.Dict, p Page) (Page, bool) {
		p.Ref, p.Dict = ref, node
		p.inherit(node)
		if f.Array(node["Kids"]) != nil && f.Name(node["Type"]) != "Page" {
			return p, true
		}
		if f.Name(node["Type"]) == "Pages" { // its kids are gone
			headless = true
			return p, false
		}
		if f.Spend(cos.Pages, 1) {
			pages = append(pages, p)
			seen[ref] = true
		}
		return p, false
	})
	n, ok := f.Number(f.Dict(root)["Count"])
	if ok && int(n) != len(pages) {
		f.Note(cos.Mended("the page tree says that it has %d pages, but leads to %d", int(n), len(pages)))
	}
	if !whole || headless || len(pages) == 0 || ok && int(n) > len(pages) {
		pages = append(pages, astray(f, seen)...)
	}
	return pages
}

// astray returns the pages of a file that are not known from its tree.
func astray(f *cos.File, known map[cos.Ref]bool) (pages []Page) {
	f.Each(func(ref cos.Ref, v cos.Value) {
		d, ok := v.(cos.Dict)
		if !ok || f.Name(d["Type"]) != "Page" || known[ref] || !f.Spend(cos.Pages, 1) {
			return
		}
		p := Page{Ref: ref, Dict: d}
		chain := []cos.Dict{d}
		for up := d; len(chain) < maxUp && f.Spend(cos.Objects, 1); chain = append(chain, up) {
			if up = f.Dict(up["Parent"]); up == nil {
				break
			}
		}
		for _, node := range slices.Backward(chain) {
			p.inherit(node)
		}
		pages = append(pages, p)
	})
	return pages
}

// maxUp is over how many nodes of a tree a page can inherit.
const maxUp = 16
