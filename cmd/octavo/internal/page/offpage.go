package page

import "octavo/cmd/octavo/internal/diag"

// OffPage reports what stands outside the paper of its page, or outside the bleed where a page has one: words, rules and
// pictures that a printer or a reader would cut off. It is the last look at pages, whatever made them. Slots are the
// items that fill the slots of the pages. What has no place of its own is reported at the place that otherwise gives for
// its page, from 0. Of what was written at one place only the first item is reported.
func OffPage(pages []*Page, slots map[string][]Item, otherwise func(pg int) diag.Pos) (found diag.List) {
	said := map[diag.Pos]bool{}
	for i, p := range pages {
		for m, it := range Placed(Visible(p.Items, slots)) {
			what, pos, off := offPage(p, m, it)
			if !off {
				continue
			}
			if !pos.IsValid() {
				pos = otherwise(i)
			}
			if !said[pos] {
				said[pos] = true
				found.Errorf("page-overflow", pos, "%s has no room on page %s and would be cut off", what, p.Label).
					Note("shorten what stands here, or take a larger page or smaller type")
			}
		}
	}
	return found
}

// Visible are items with what fills their slots. A group that is clipped shows nothing beyond its box: what is in it has
// been looked at as a page of its own.
func Visible(items []Item, slots map[string][]Item) []Item {
	out := make([]Item, 0, len(items))
	for _, it := range items {
		switch it := it.(type) {
		case *Slot:
			out = append(out, &Group{X: it.X, Y: it.Y, Items: slots[it.Name]})
		case *Group:
			if it.Clip == nil {
				out = append(out, it)
			}
		default:
			out = append(out, it)
		}
	}
	return out
}

// offPage reports whether an item is cut off by the edge of a page, what it is and where it was written.
func offPage(p *Page, m Matrix, it Item) (what string, pos diag.Pos, off bool) {
	box, inked := Extent(it)
	if !inked {
		return "", pos, false
	}
	sheet := Box{X: -p.Bleed, Y: -p.Bleed, W: p.Width + 2*p.Bleed, H: p.Height + 2*p.Bleed}
	if box = m.Bounds(box); within(box, sheet) {
		return "", pos, false
	}
	switch it := it.(type) {
	case *Text: // letter by letter only where it is close
		return `"` + diag.Shortened(it.Text, 40) + `"`, it.Pos, !within(m.Bounds(InkBox(it)), sheet)
	case *Image:
		return "a picture", it.Pos, !within(sheet, box) // one that fills the page is cut to its shape
	}
	return "a rule or a shape", pos, true
}

// within reports whether a box lies in another. What stands out by less than a hundredth of a point does not count.
func within(box, in Box) bool {
	const touch = Pt / 100
	return box.X >= in.X-touch && box.Y >= in.Y-touch && box.X+box.W <= in.X+in.W+touch && box.Y+box.H <= in.Y+in.H+touch
}
