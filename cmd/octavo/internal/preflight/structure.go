package preflight

import (
	"octavo/cmd/octavo/internal/cos"
)

// structure is the structure tree of a tagged file (ISO 32000-1, 14.7).
type structure struct {
	marked   bool // the file says that it is tagged
	elements int
	figures  int
	silent   where // figures without alternative text; page 0 if the page is unknown
	mute     int
	headings int
}

// maxElements limits the elements read, beyond what the longest book has.
const maxElements = 1_000_000

func (d *Document) readStructure() *structure {
	if d.structure != nil {
		return d.structure
	}
	f := d.file
	s := &structure{marked: f.Bool(f.Dict(d.catalog["MarkInfo"])["Marked"])}
	d.structure = s
	root := f.Dict(d.catalog["StructTreeRoot"])
	roles := f.Dict(root["RoleMap"])
	numbers := map[cos.Ref]int{}
	for i, v := range d.pageRefs {
		numbers[v] = i + 1
	}
	type node struct {
		value cos.Value
		page  int
	}
	seen := map[cos.Ref]bool{}
	var missing []bool
	stack := []node{{value: root["K"]}}
	for len(stack) > 0 && s.elements < maxElements {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if ref, ok := n.value.(cos.Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		switch v := f.Resolve(n.value).(type) {
		case cos.Array:
			for i := len(v) - 1; i >= 0; i-- {
				stack = append(stack, node{v[i], n.page})
			}
		case cos.Dict:
			if ref, ok := v["Pg"].(cos.Ref); ok && numbers[ref] > 0 {
				n.page = numbers[ref]
			}
			role := f.Name(v["S"])
			if role == "" { // a reference to content or to an object
				continue
			}
			s.elements++
			for range 8 {
				other := f.Name(roles[role])
				if other == "" || other == role {
					break
				}
				role = other
			}
			switch role {
			case "H", "H1", "H2", "H3", "H4", "H5", "H6":
				s.headings++
			case "Figure", "Formula":
				s.figures++
				if f.Resolve(v["Alt"]) == nil && f.Resolve(v["ActualText"]) == nil {
					s.mute++
					page := n.page
					if page == 0 {
						page = d.pageOfKids(v, numbers)
					}
					for len(missing) <= page {
						missing = append(missing, false)
					}
					missing[page] = true
				}
			}
			stack = append(stack, node{v["K"], n.page})
		}
	}
	for page, is := range missing {
		if is && page > 0 {
			s.silent.add(page)
		}
	}
	return s
}

// pageOfKids returns the page of an element's first content.
func (d *Document) pageOfKids(v cos.Dict, numbers map[cos.Ref]int) int {
	f := d.file
	kids := f.Resolve(v["K"])
	if a, ok := kids.(cos.Array); ok && len(a) > 0 {
		kids = f.Resolve(a[0])
	}
	k, _ := kids.(cos.Dict)
	ref, _ := k["Pg"].(cos.Ref)
	return numbers[ref]
}
