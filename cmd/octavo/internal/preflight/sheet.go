package preflight

import (
	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// stain is one thing that is painted on a sheet: a word or two, a part of a path, a picture. Covers are tested by them, one after the other in the
// order in which they are painted; the pages of an inside by their bounds alone.
type stain struct {
	kind    stainKind
	box     content.Rect
	colour  colour
	size    float64 // of text
	upright bool    // the box is the shape itself
}

type stainKind uint8

const (
	words stainKind = iota
	area
	pictured // a picture
)

// maxStains limits what is remembered of a sheet.
const maxStains = 40000

// remembers reports whether the painter keeps what it paints: a file of one page may be a cover.
func (p *painter) remembers() bool { return len(p.doc.pages) == 1 && len(p.doc.stains) < maxStains }

// keep remembers a stain, as far as it is not clipped.
func (p *painter) keep(s stain) {
	clip := p.State.Extra.clip
	if s.box = s.box.Meet(clip); s.box.Empty() || !p.remembers() || !p.doc.file.Spend(cos.Work, 4) {
		return
	}
	p.doc.stains = append(p.doc.stains, s)
}

// part is a part of a path: what is drawn from one move to the next.
type part struct {
	box     content.Rect
	x, y    float64 // where it is
	steps   int
	upright bool // it has nothing but upright and level lines
}

// begin starts a part of the path.
func (p *painter) begin(x, y float64) {
	if p.remembers() && len(p.path.parts) < maxStains {
		x, y = p.State.CTM.Apply(x, y)
		p.path.parts = append(p.path.parts, part{box: content.Void.Around(x, y), x: x, y: y, upright: true})
	}
}

// stretch continues the last part to a point. A curve is none of upright lines.
func (p *painter) stretch(x, y float64, curved bool) {
	n := len(p.path.parts)
	if n == 0 {
		return
	}
	t := &p.path.parts[n-1]
	x, y = p.State.CTM.Apply(x, y)
	const slack = 0.001
	level := x-t.x < slack && t.x-x < slack || y-t.y < slack && t.y-y < slack
	t.box, t.x, t.y, t.steps = t.box.Around(x, y), x, y, t.steps+1
	t.upright = t.upright && level && !curved && t.steps <= 4
}

// keepParts remembers the parts of a path that is painted.
func (p *painter) keepParts(do painting) {
	g := &p.State.Extra
	for _, t := range p.path.parts {
		if do.fill {
			p.keep(stain{kind: area, box: t.box, colour: g.fill, upright: t.upright})
		}
		if do.stroke {
			p.keep(stain{kind: area, box: t.box.Grow(g.width * p.State.CTM.Scale() / 2), colour: g.stroke, upright: t.upright && t.steps == 1})
		}
	}
}

// white reports whether a stain leaves no ink.
func (s *stain) white() bool { return s.colour.nothing }

// onGround returns what can be seen in a box, painted over what fills all of it; ground is that, nil where it is the paper.
func (d *Document) onGround(box content.Rect) (seen []stain, ground *stain) {
	for i := range d.stains {
		s := &d.stains[i]
		switch {
		case s.box.X0 >= box.X1 || s.box.X1 <= box.X0 || s.box.Y0 >= box.Y1 || s.box.Y1 <= box.Y0:
		case s.kind != words && s.upright && s.box.Holds(box):
			seen, ground = seen[:0], s
		default:
			seen = append(seen, *s)
		}
	}
	return seen, ground
}
