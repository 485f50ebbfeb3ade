package preflight

import (
	"fmt"
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// painter walks through content streams as a reader that draws them would, and notes what leaves which ink where.
type painter struct {
	doc       *Document
	shared    map[cos.Ref]*resources
	fonts     map[cos.Ref]*font
	externals map[*cos.Stream]*external
	depth     int    // forms in each other
	ready     []byte // the next page's content, when it was decoded ahead

	number int // of the page, from 1
	pg     *page
	gs     state
	stack  []state
	marks  []bool // of the marked content that is open: whether it has a place in the structure
	placed int    // how many of marks do
	path   path
	clip   bool // the path becomes the clip when it is painted
}

// state is the graphics state, as far as it matters.
type state struct {
	ctm                     matrix
	clip                    rect
	fill, stroke            colour
	width                   float64
	font                    *font
	size, char, word, scale float64 // Tc, Tw, Th as a factor
	leading, rise           float64
	mode                    int
	line, text              matrix // of text: Tlm and Tm
}

// path is what has been drawn since the last painting.
type path struct {
	box     rect // in the page's places
	rects   bool // nothing but rectangles
	thin    float64
	long    float64
	hasPart bool
}

const (
	maxForms = 24
	maxStack = 1000
)

func newPainter(d *Document) *painter {
	return &painter{doc: d, shared: map[cos.Ref]*resources{}, fonts: map[cos.Ref]*font{},
		externals: map[*cos.Stream]*external{}}
}

func (p *painter) damaged(err error) {
	if p.doc.file.Err() != nil { // that is told instead
		return
	}
	p.doc.damage(fmt.Errorf("page %d: %w", p.number, err))
}

// page walks through a page.
func (p *painter) page(number int, pg *page) {
	f := p.doc.file
	p.number, p.pg = number, pg
	if f.Name(f.Dict(pg.dict["Group"])["S"]) == "Transparency" {
		note(p.doc.transparency, "a transparency group", number)
	}
	p.gs = state{ctm: identity, clip: pg.media, fill: black, stroke: black, width: 1, scale: 1, line: identity,
		text: identity}
	p.stack, p.marks, p.placed, p.depth = p.stack[:0], p.marks[:0], 0, 0
	p.path = path{box: void}
	p.run(p.content(pg), p.resourcesOf(pg.resources))
	for _, v := range f.Array(pg.dict["Annots"]) {
		if !f.Spend(cos.Work, 20) {
			return
		}
		p.appearance(f.Dict(v))
	}
}

// content is what a page is painted with.
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

// appearance walks through what an annotation shows, for its fonts.
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
		save := p.gs
		p.gs.ctm = identity
		p.placed++ // its place in the structure is the annotation's
		p.drawForm(x.form)
		p.placed--
		p.gs = save
	}
}

// drawForm walks through a form under the present matrix.
func (p *painter) drawForm(fm *form) {
	f := p.doc.file
	if fm.active || p.depth >= maxForms {
		return
	}
	if f.Name(f.Dict(fm.stream.Dict["Group"])["S"]) == "Transparency" {
		note(p.doc.transparency, "a transparency group", p.number)
	}
	fm.active = true
	p.depth++
	save, saved, marks, placed, drawn := p.gs, p.stack, p.marks, p.placed, p.path
	p.stack, p.marks = nil, nil
	p.gs.ctm = fm.matrix.then(p.gs.ctm)
	if fm.hasBox {
		p.gs.clip = p.gs.clip.meet(p.gs.ctm.box(fm.bbox))
	}
	p.path = path{box: void}
	p.run(fm.content, fm.resources)
	p.gs, p.stack, p.marks, p.placed, p.path = save, saved, marks, placed, drawn
	p.depth--
	fm.active = false
}

// leave notes that something leaves ink of a colour on the page.
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

// drawPattern looks at what a pattern is made of, once a page.
func (p *painter) drawPattern(v cos.Value) {
	f := p.doc.file
	if s := f.Stream(v); s != nil {
		x := p.externalOf(s, p.newResources(nil))
		if x == nil || x.form == nil || x.form.seen == p.number {
			return
		}
		x.form.seen = p.number
		ink, reach := p.pg.ink, p.pg.reach // a cell stands anywhere: what it covers is the area that is filled
		save := p.gs
		p.gs.ctm, p.gs.clip, p.gs.fill, p.gs.stroke = identity, rect{-1e9, -1e9, 1e9, 1e9}, black, black
		text, small := p.pg.text, p.pg.small
		p.drawForm(x.form)
		p.gs = save
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

// cover notes where a picture or an area leaves ink.
func (p *painter) cover(r rect) {
	r = r.meet(p.gs.clip)
	if r.empty() {
		return
	}
	p.pg.ink = p.pg.ink.union(r)
	t := p.pg.trim
	if r.meet(t).empty() { // it is cut off whole
		return
	}
	const touching = 1 // point
	for i, inside := range [4]float64{r.x0 - t.x0, r.y0 - t.y0, t.x1 - r.x1, t.y1 - r.y1} {
		e := &p.pg.reach[i]
		switch {
		case inside > touching:
			e.near = min(e.near, inside)
		case e.touched:
			e.beyond = min(e.beyond, -inside)
		default:
			e.touched, e.beyond = true, -inside
		}
	}
}

// belongs notes what has no place in the structure.
func (p *painter) belongs() {
	if p.placed == 0 {
		p.doc.untagged.add(p.number)
	}
}

// paint fills or strokes the path, or both, and starts a new one.
func (p *painter) paint(fill, stroke bool) {
	if p.path.hasPart {
		p.paintPath(fill && !p.gs.fill.nothing, stroke && !p.gs.stroke.nothing)
		if p.clip {
			p.gs.clip = p.gs.clip.meet(p.path.box)
		}
	}
	p.clip, p.path = false, path{box: void}
}

func (p *painter) paintPath(fill, stroke bool) {
	box := p.path.box
	if stroke {
		w := p.gs.width * p.gs.ctm.scale()
		p.thinner(w, box.grow(w/2))
		box = box.grow(w / 2)
		p.leave(ofAreas, p.gs.stroke)
	}
	if fill {
		if p.path.rects && p.path.thin < 2 && p.path.long > 5*p.path.thin {
			p.thinner(p.path.thin, box)
		}
		p.leave(ofAreas, p.gs.fill)
	}
	if fill || stroke {
		p.cover(box)
		p.belongs()
	}
}

// thinner notes a line's width.
func (p *painter) thinner(w float64, box rect) {
	if w *= p.pg.unit; box.meet(p.gs.clip).empty() || w >= 1 {
		return
	}
	if w = max(w, 0.001); p.pg.thin == 0 || w < p.pg.thin {
		p.pg.thin = w
	}
}

func (p *painter) move(x, y float64) {
	p.path.box = p.path.box.around(p.gs.ctm.apply(x, y))
	p.path.hasPart, p.path.rects = true, false
}

func (p *painter) rectangle(x, y, w, h float64) {
	m := p.gs.ctm
	if !p.path.hasPart {
		p.path.rects, p.path.thin = true, math.Inf(1)
	}
	p.path.hasPart = true
	p.path.box = p.path.box.union(m.box(rect{min(x, x+w), min(y, y+h), max(x, x+w), max(y, y+h)}))
	w, h = math.Abs(w)*math.Hypot(m.a, m.b), math.Abs(h)*math.Hypot(m.c, m.d)
	if thin := min(w, h); thin < p.path.thin {
		p.path.thin, p.path.long = thin, max(w, h)
	}
}

// run is a piece of type on its baseline, in the text's own places.
type run struct {
	at       float64 // where the next letter goes
	from, to float64 // around the letters that show something
}

// set adds a string to a piece of type.
func (p *painter) set(r run, s []byte) run {
	g := &p.gs
	ft := g.font
	step := 1
	if ft.Wide {
		step = 2
	}
	size := g.size * ft.Scale
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if step == 2 {
			code = code<<8 | int(s[i+1])
		}
		end := r.at + ft.Width(code)*size
		if !ft.isBlank(code) {
			r.from, r.to = min(r.from, r.at, end), max(r.to, r.at, end)
		}
		r.at = end + g.char
		if step == 1 && code == ' ' {
			r.at += g.word
		}
	}
	return r
}

// show sets the strings and moves of TJ, or the one string of Tj.
func (p *painter) show(list []content.Item) {
	g := &p.gs
	if g.font == nil {
		return
	}
	r := run{from: math.Inf(1), to: math.Inf(-1)}
	for _, it := range list {
		if it.Text != nil {
			p.doc.file.Spend(cos.Work, len(it.Text)/8)
			r = p.set(r, it.Text)
		} else {
			r.at -= it.Move / 1000 * g.size
		}
	}
	if r.from <= r.to && g.mode != 3 && g.mode != 7 {
		p.letters(g.font, r.from*g.scale, r.to*g.scale)
	}
	g.text.e, g.text.f = g.text.apply(r.at*g.scale, 0)
}

// letters notes type that stands on the baseline between two places.
func (p *painter) letters(ft *font, from, to float64) {
	g := &p.gs
	m := g.text.then(g.ctm)
	size := math.Abs(g.size) * math.Hypot(m.c, m.d) * p.pg.unit
	// What a letter takes above and below its baseline, nearly: most capitals are 0.65 to 0.72 of the size high.
	box := m.box(rect{from, g.rise - 0.2*g.size, to, g.rise + 0.7*g.size}).meet(g.clip)
	if box.empty() {
		return
	}
	fill := g.mode == 0 || g.mode == 2 || g.mode == 4 || g.mode == 6
	stroke := g.mode == 1 || g.mode == 2 || g.mode == 5 || g.mode == 6
	fill, stroke = fill && !g.fill.nothing, stroke && !g.stroke.nothing
	ft.used.add(p.number)
	p.belongs()
	if !fill && !stroke {
		return // white on something darker, or nothing at all
	}
	p.pg.text = p.pg.text.union(box)
	p.pg.ink = p.pg.ink.union(box)
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
	if c.tint || c.chroma {
		if c.chroma {
			p.doc.textChroma.add(p.number)
		} else {
			p.doc.textTint.add(p.number)
		}
	}
}
