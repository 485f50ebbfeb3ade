package cover

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
)

// part is what one panel says.
type part struct {
	node        *page.Node
	category    string
	blurb, bio  []book.Block
	photo       *page.Picture // beside the bio
	portrait    *page.Picture // above the blurb
	price       string
	publisher   string
	key, bioKey string // where book.toml has the blurb and the bio
	optional    bool   // the blurb is left out where it has no room
}

func (p part) empty() bool {
	return p.category == "" && len(p.blurb) == 0 && len(p.bio) == 0 && p.photo == nil && p.portrait == nil && p.price == "" && p.publisher == ""
}

// sizes are those that the words of a panel may have: above roomy only where they leave half of it white, above airy a seventh.
type sizes struct{ most, roomy, airy page.Length }

// easyType is a size that is read with ease at arm's length.
const easyType = 19 * page.Pt / 2

// backSizes and flapSizes return the sizes of words: a style for eyes that need large type has it here too.
func (w *wrapper) backSizes() sizes {
	text := page.Length(w.cfg.Style.Text.Size)
	return sizes{22 * page.Pt, max(13*page.Pt, text), 10 * page.Pt}
}

func (w *wrapper) flapSizes() sizes {
	most := max(12*page.Pt, page.Length(w.cfg.Style.Text.Size))
	return sizes{most, most, 10 * page.Pt}
}

// full returns how high words of a size may be on a panel.
func (s sizes) full(size page.Length, panel coverdesign.Panel) page.Length {
	switch {
	case size > s.roomy:
		return panel.Text.H / 2
	case size > s.airy:
		return panel.Text.H * 86 / 100
	}
	return panel.Text.H
}

// laid is a part that has been set: the category at the head, the blurb, and the bio at the foot.
type laid struct {
	head, body, foot stack
	gap              page.Length // between them, at least
	leading          page.Length
	panel            coverdesign.Panel
}

func (l *laid) height() (h page.Length) {
	for _, s := range []stack{l.head, l.body, l.foot} {
		if s.height > 0 && h > 0 {
			h += l.gap
		}
		h += s.height
	}
	return h
}

// few reports whether a part says little: it has no more than its blurb, in one paragraph of few words.
func (p part) few() bool {
	return p.category == "" && len(p.blurb) == 1 && wordsIn(p.blurb) <= 40
}

// wordsIn returns how many words blocks have.
func wordsIn(blocks []book.Block) (n int) {
	book.Walk(blocks, func(b book.Block) {
		book.Runs(b, func(text []book.Inline) { n += len(strings.Fields(book.PlainText(text))) })
	})
	return n
}

// panelParts joins the parts of the panels that a design does not have to the one before.
func panelParts(panels []coverdesign.Panel, parts []part) []part {
	if len(parts) <= len(panels) {
		return parts
	}
	first, rest := parts[0], parts[1]
	first.bio, first.photo, first.bioKey = rest.bio, rest.photo, rest.bioKey
	return []part{first}
}

// lay sets a part in a size. With a node its items are content of it.
func (w *wrapper) lay(panel coverdesign.Panel, p part, size page.Length, node *page.Node) *laid {
	l := &laid{panel: panel}
	small := max(leastType, size*92/100)
	head, body, foot := w.setter(panel, size, node), w.setter(panel, size, node), w.setter(panel, small, node)
	body.display = size > w.backSizes().roomy
	l.leading, l.gap = body.leading, body.leading*12/10
	head.category(p.category)
	head.price(p.price)
	body.portrait(p.portrait)
	body.blocks(p.blurb)
	foot.about(p.bio, p.photo)
	foot.imprint(p.publisher)
	l.head, l.body, l.foot = head.stack, body.stack, foot.stack
	return l
}

// fit returns the largest size in which all parts fit on their panels, or the least and the parts that do not fit in it.
func (w *wrapper) fit(panels []coverdesign.Panel, parts []part, room sizes) (size page.Length, over []int) {
	parts = panelParts(panels, parts)
	for size = room.most; ; size -= page.Pt / 4 {
		over = nil
		for i, p := range parts {
			if !p.empty() && w.lay(panels[i], p, size, nil).height() > room.full(size, panels[i]) {
				over = append(over, i)
			}
		}
		if len(over) == 0 || size <= leastType {
			return size, over
		}
	}
}

// setPanels sets parts on their panels in one size, and reports those that are too long.
func (w *wrapper) setPanels(panels []coverdesign.Panel, parts []part, room sizes) (items []page.Item) {
	parts = panelParts(panels, parts)
	size, over := w.fit(panels, parts, room)
	if len(parts) > 0 && parts[0].optional && size < easyType {
		parts[0].blurb = nil
		size, over = w.fit(panels, parts, room)
	}
	for _, i := range over {
		w.tooLong(panels[i], parts[i], size)
	}
	for i, p := range parts {
		if p.empty() && i == 0 {
			items = append(items, w.bare(panels[i])...)
		} else if !p.empty() {
			items = append(items, panels[i].Items...)
			items = append(items, w.stand(w.lay(panels[i], p, size, p.node))...)
		}
	}
	return items
}

// bare returns what stands on a panel without words: signs, where the design does not cover the back with them anyway.
func (w *wrapper) bare(p coverdesign.Panel) []page.Item {
	if len(p.Items) > 0 || w.overAll() {
		return nil
	}
	return w.Flourish(p, coverdesign.Unit(w.backLive))
}

// stand returns what has been set in its places: the head and the foot at the ends of the panel, the blurb below the head or, where all
// is centred, a little above the middle, with a sign between the blurb and the foot where there is much white.
func (w *wrapper) stand(l *laid) (items []page.Item) {
	t := l.panel.Text
	if l.head.height == 0 && l.body.height == 0 {
		return l.foot.shifted(t.X, t.Y)
	}
	top, bottom := t.Y, t.Y+t.H
	if l.head.height > 0 {
		items = append(items, l.head.shifted(t.X, top)...)
		top += l.head.height + l.gap
	}
	if l.foot.height > 0 {
		bottom -= l.foot.height
		items = append(items, l.foot.shifted(t.X, bottom)...)
		bottom -= l.gap
	}
	free := max(0, bottom-top-l.body.height)
	if l.panel.Middle {
		top += free * 45 / 100
	}
	end := top + l.body.height
	if l.panel.Middle && l.body.height > 0 && bottom-end > 4*l.leading && l.foot.height > 0 {
		if s := w.Sign.Path(t.X+t.W/2, (end+bottom+l.gap)/2, l.leading, ornament.Upright, l.panel.Accent); s != nil {
			items = append(items, s)
		}
	}
	return append(items, l.body.shifted(t.X, top)...)
}

// tooLong reports a part that does not fit in the least size, and by how much.
func (w *wrapper) tooLong(panel coverdesign.Panel, p part, size page.Length) {
	l := w.lay(panel, p, size, nil)
	over := l.height() - panel.Text.H
	blocks, key, what, height := p.blurb, p.key, "the blurb", l.body.height
	if l.foot.height > height {
		blocks, key, what, height = p.bio, p.bioKey, "the bio", l.foot.height
	}
	lines := int((over + l.leading - 1) / l.leading)
	many := max(1, int(page.Length(wordsIn(blocks))*over/max(1, height)))
	pos, end := w.cfg.Value(key)
	w.found.Errorf("cover-overflow", pos, "%s is too long for the cover: in type of 8 pt it has %s too many", what, diag.Count(lines, "line")).To(end).
		Note("shorten it by about %s", diag.Count(many, "word"))
}
