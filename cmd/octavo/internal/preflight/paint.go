package preflight

import (
	"fmt"
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// painter executes content streams as a renderer would, and records what leaves which ink where.
type painter struct {
	content.Walker[*font, paints]
	doc       *Document
	resources *resources // resources of the content being executed
	shared    map[cos.Ref]*resources
	fonts     map[cos.Ref]*font
	externals map[*cos.Stream]*external
	ready     []byte // the next page's content, if it was decoded ahead

	number int // of the page, from 1
	pg     *page
	marks  []bool // for each open marked-content sequence, whether it is in the structure
	placed int    // number of true values in marks
	path   path
	clip   bool // the path becomes the clip when it is painted
}

// paints is the painting part of the graphics state.
type paints struct {
	clip         content.Rect
	fill, stroke colour
	width        float64 // of lines
}

// path is the current path.
type path struct {
	box     content.Rect // in the page's coordinates
	rects   bool         // nothing but rectangles
	thin    float64
	long    float64
	hasPart bool
	parts   []part // of a sheet that may be a cover
}

// maxMarks limits the nesting of marked content that is followed.
const maxMarks = 1000

func newPainter(d *Document) *painter {
	p := &painter{doc: d, shared: map[cos.Ref]*resources{}, fonts: map[cos.Ref]*font{},
		externals: map[*cos.Stream]*external{}}
	p.File = d.file
	return p
}

func (p *painter) damaged(err error) {
	if p.doc.file.Err() != nil { // reported instead
		return
	}
	p.doc.damage(fmt.Errorf("page %d: %w", p.number, err))
}

// page examines a page.
func (p *painter) page(number int, pg *page) {
	f := p.doc.file
	p.number, p.pg = number, pg
	if f.Name(f.Dict(pg.dict["Group"])["S"]) == "Transparency" {
		note(p.doc.transparency, "a transparency group", number)
	}
	p.Begin(paints{clip: pg.media, fill: black, stroke: black, width: 1})
	p.marks, p.placed = p.marks[:0], 0
	p.path = path{box: content.Void}
	p.walk(p.content(pg), p.resourcesOf(pg.resources))
	for _, v := range f.Array(pg.dict["Annots"]) {
		if !f.Spend(cos.Work, 20) {
			return
		}
		p.appearance(f.Dict(v))
	}
}

// content returns a page's content.
func (p *painter) content(pg *page) []byte {
	if s := p.doc.streams.Alone(pg.dict); s != nil && p.ready != nil && p.doc.file.SpendAhead(s, p.ready) {
		return p.ready
	}
	data, err := p.doc.streams.Page(pg.dict)
	if err != nil {
		p.damaged(err)
	}
	return data
}

// appearance examines an annotation's appearance, for its fonts.
func (p *painter) appearance(a cos.Dict) {
	f := p.doc.file
	if a == nil {
		return
	}
	s := f.Stream(f.Dict(a["AP"])["N"])
	if s == nil {
		return
	}
	if x := p.externalOf(s, p.newResources(nil)); x != nil && x.form != nil {
		save := p.State
		p.State.CTM = content.Identity
		p.placed++ // its place in the structure is the annotation's
		n := len(p.doc.stains)
		p.drawForm(x.form)
		p.doc.stains = p.doc.stains[:n]
		p.placed--
		p.State = save
	}
}

// drawForm executes a form under the current matrix.
func (p *painter) drawForm(fm *form) {
	p.Form(fm.stream, func() {
		if f := p.doc.file; f.Name(f.Dict(fm.stream.Dict["Group"])["S"]) == "Transparency" {
			note(p.doc.transparency, "a transparency group", p.number)
		}
		marks, placed, drawn := p.marks, p.placed, p.path
		p.marks = nil
		p.Transform(fm.matrix)
		if fm.hasBox {
			g := &p.State.Extra
			g.clip = g.clip.Meet(p.State.CTM.Box(fm.bbox))
		}
		p.path = path{box: content.Void}
		p.walk(fm.content, fm.resources)
		p.marks, p.placed, p.path = marks, placed, drawn
	})
}

// leave records that something leaves ink of a colour on the page.
func (p *painter) leave(use int, c colour) {
	p.doc.families[use][c.space.family].add(p.number)
	if c.space.family == pattern && c.space.base != nil {
		p.doc.families[use][c.space.base.family].add(p.number)
	}
	if c.ink > p.doc.ink+0.01 {
		p.doc.ink, p.doc.inkAt = c.ink, where{}
	}
	if c.ink >= p.doc.ink-0.01 && c.ink > 100.01 {
		p.doc.inkAt.add(p.number)
	}
	if c.pattern != nil {
		p.drawPattern(c.pattern)
	}
}

// drawPattern examines a pattern's content, once a page.
func (p *painter) drawPattern(v cos.Value) {
	f := p.doc.file
	if s := f.Stream(v); s != nil {
		x := p.externalOf(s, p.newResources(nil))
		if x == nil || x.form == nil || x.form.seen == p.number {
			return
		}
		x.form.seen = p.number
		ink, reach := p.pg.ink, p.pg.reach // the position of a cell is irrelevant: the filled area is what is covered
		save := p.State
		p.State.CTM = content.Identity
		p.State.Extra = paints{clip: content.Corners(-1e9, -1e9, 1e9, 1e9), fill: black, stroke: black, width: p.State.Extra.width}
		text, small, n := p.pg.text, p.pg.small, len(p.doc.stains)
		p.drawForm(x.form)
		p.State, p.doc.stains = save, p.doc.stains[:n]
		p.pg.ink, p.pg.reach, p.pg.text, p.pg.small = ink, reach, text, small
		return
	}
	d := f.Dict(v)
	p.shading(f.Dict(d["Shading"]))
}

func (p *painter) shading(d cos.Dict) {
	if d == nil || d["ColorSpace"] == nil {
		return
	}
	s := p.newResources(nil).readSpace(p.doc.file, d["ColorSpace"], 0)
	p.doc.families[ofAreas][s.family].add(p.number)
}

// cover records the area of a picture or path that leaves ink. A shape is neither a picture nor a rectangle.
func (p *painter) cover(r content.Rect, shape bool) {
	r = r.Meet(p.State.Extra.clip)
	if r.Empty() {
		return
	}
	p.pg.ink = p.pg.ink.Union(r)
	t := p.pg.trim
	if r.Meet(t).Empty() { // clipped completely
		return
	}
	const touching = 1 // point
	for i, inside := range [4]float64{r.X0 - t.X0, r.Y0 - t.Y0, t.X1 - r.X1, t.Y1 - r.Y1} {
		e := &p.pg.reach[i]
		if e.over < -inside || e.ground.Empty() {
			e.ground, e.over = r, -inside
		}
		along, all := r.Height(), t.Height()
		if i%2 == 1 {
			along, all = r.Width(), t.Width()
		}
		switch {
		case shape && along < all/4 && e.over > -inside && e.ground.Holds(r):
			// part of a pattern on a ground that runs over the edge: it may be cut anywhere
		case inside > touching:
			e.near = min(e.near, inside)
		case e.touched:
			e.beyond = min(e.beyond, -inside)
		default:
			e.touched, e.beyond = true, -inside
		}
	}
}

// belongs records content that is not in the structure.
func (p *painter) belongs() {
	if p.placed == 0 {
		p.doc.untagged.add(p.number)
	}
}

// painting is what is done with a path.
type painting struct{ fill, stroke bool }

// endPath fills or strokes the path, or both, and starts a new one.
func (p *painter) endPath(do painting) {
	if p.path.hasPart {
		g := &p.State.Extra
		p.keepParts(do)
		p.paintPath(painting{fill: do.fill && !g.fill.nothing, stroke: do.stroke && !g.stroke.nothing})
		if p.clip {
			g.clip = g.clip.Meet(p.path.box)
		}
	}
	p.clip, p.path = false, path{box: content.Void, parts: p.path.parts[:0]}
}

func (p *painter) paintPath(do painting) {
	g, box := &p.State.Extra, p.path.box
	if do.stroke {
		w := g.width * p.State.CTM.Scale()
		p.thinner(w, box.Grow(w/2))
		box = box.Grow(w / 2)
		p.leave(ofAreas, g.stroke)
	}
	if do.fill {
		if p.path.rects && p.path.thin < 2 && p.path.long > 5*p.path.thin {
			p.thinner(p.path.thin, box)
		}
		p.leave(ofAreas, g.fill)
	}
	if do != (painting{}) {
		p.cover(box, !p.path.rects)
		p.belongs()
	}
}

// thinner records a line's width.
func (p *painter) thinner(w float64, box content.Rect) {
	if w *= p.pg.unit; box.Meet(p.State.Extra.clip).Empty() || w >= 1 {
		return
	}
	if w = max(w, 0.001); p.pg.thin == 0 || w < p.pg.thin {
		p.pg.thin = w
	}
}

func (p *painter) move(x, y float64) {
	p.path.box = p.path.box.Around(p.State.CTM.Apply(x, y))
	p.path.hasPart, p.path.rects = true, false
}

func (p *painter) rectangle(x, y, w, h float64) {
	m := p.State.CTM
	if !p.path.hasPart {
		p.path.rects, p.path.thin = true, math.Inf(1)
	}
	p.path.hasPart = true
	box := m.Box(content.Corners(x, y, x+w, y+h))
	p.path.box = p.path.box.Union(box)
	if p.remembers() && len(p.path.parts) < maxStains {
		p.path.parts = append(p.path.parts, part{box: box, steps: 4, upright: m.Upright()})
	}
	w, h = math.Abs(w)*math.Hypot(m.A, m.B), math.Abs(h)*math.Hypot(m.C, m.D)
	if thin := min(w, h); thin < p.path.thin {
		p.path.thin, p.path.long = thin, max(w, h)
	}
}

// Show records strings and adjustments as one piece of text, from the first visible code to the last.
func (p *painter) Show(list []content.Item) {
	ft := p.State.Font
	if ft == nil {
		return
	}
	for _, it := range list {
		if it.Text != nil {
			p.doc.file.Spend(cos.Work, len(it.Text)/8)
		}
	}
	m, first, last := p.Text.Then(p.State.CTM), math.Inf(1), math.Inf(-1)
	box, said := false, false
	var h height
	p.Set(ft.Font, list, func(code int, from, to float64) {
		if !ft.isBlank(code) {
			first, last = min(first, from, to), max(last, from, to)
			box = box || ft.isMissing(code)
			said = said || !ft.isSign(code)
			if p.remembers() {
				h.add(p.doc.file, ft, code)
			}
		}
	})
	if first <= last && !p.State.Invisible() {
		if box {
			ft.missing.add(p.number)
		}
		small := p.pg.small
		p.letters(ft, m, first, last)
		switch {
		case said:
			p.keepWords(m, first, last, h)
		case p.remembers():
			p.pg.small = small // ornaments are no type
			p.keepSigns(m, first, last)
		}
	}
}

// keepSigns remembers ornaments that are set as text: shapes, not words.
func (p *painter) keepSigns(m content.Matrix, from, to float64) {
	t := &p.State
	p.keep(stain{kind: area, colour: t.Extra.fill, box: m.Box(content.Corners(from, t.Rise-0.24*t.Size, to, t.Rise+0.7*t.Size))})
}

// height is how far text reaches below and above its baseline, as parts of its size. Where the font does not say it, few letters are
// higher than capitals.
type height struct{ low, high float64 }

// add makes it large enough for a character.
func (h *height) add(f *cos.File, ft *font, code int) {
	e, known := ft.extent(f, code)
	if !known {
		e.Low, e.High = -0.02, 0.7
		if ft.descends(code) {
			e.Low = -0.24
		}
	}
	h.low, h.high = min(h.low, e.Low), max(h.high, e.High)
}

// keepWords remembers text between two points of the baseline, white text too.
func (p *painter) keepWords(m content.Matrix, from, to float64, h height) {
	t := &p.State
	c := t.Extra.fill
	if t.Mode == 1 || t.Mode == 5 {
		c = t.Extra.stroke
	}
	p.keep(stain{kind: words, colour: c, size: math.Abs(t.Size) * math.Hypot(m.C, m.D) * p.pg.unit,
		box: m.Box(content.Corners(from, t.Rise+h.low*t.Size, to, t.Rise+h.high*t.Size))})
}

// letters records text between two points of the baseline.
func (p *painter) letters(ft *font, m content.Matrix, from, to float64) {
	t, g := &p.State, &p.State.Extra
	size := math.Abs(t.Size) * math.Hypot(m.C, m.D) * p.pg.unit
	// Approximate ascent and descent: most capitals are 0.65 to 0.72 of the size high.
	box := m.Box(content.Corners(from, t.Rise-0.2*t.Size, to, t.Rise+0.7*t.Size)).Meet(g.clip)
	if box.Empty() {
		return
	}
	fill := t.Mode == 0 || t.Mode == 2 || t.Mode == 4 || t.Mode == 6
	stroke := t.Mode == 1 || t.Mode == 2 || t.Mode == 5 || t.Mode == 6
	fill, stroke = fill && !g.fill.nothing, stroke && !g.stroke.nothing
	ft.used.add(p.number)
	p.belongs()
	if !fill && !stroke {
		return // white on something darker, or invisible
	}
	p.pg.text = p.pg.text.Union(box)
	p.pg.ink = p.pg.ink.Union(box)
	if p.pg.small == 0 || size < p.pg.small {
		p.pg.small = size
	}
	if fill {
		p.leave(ofText, g.fill)
		p.tinted(g.fill)
	}
	if stroke {
		p.leave(ofText, g.stroke)
		p.tinted(g.stroke)
	}
}

func (p *painter) tinted(c colour) {
	switch {
	case c.rich:
		p.doc.textRich.add(p.number)
	case c.chroma:
		p.doc.textChroma.add(p.number)
	case c.tint:
		p.doc.textTint.add(p.number)
	}
}
