package typeset

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// Reach returns the first breakpoint at or after byte at of inline i, and the width of the paragraph up to there on one
// line.
func (p *Paragraph) Reach(i, at int) (point int, width page.Length) {
	for k, pc := range p.pieces {
		if pc.inline == i && pc.from <= at && (k+1 == len(p.pieces) || p.pieces[k+1].inline > i || p.pieces[k+1].from > at) {
			i, at = k, at-pc.from
			break
		}
	}
	point, _ = slices.BinarySearchFunc(p.positions, 0, func(s breakPos, _ int) int {
		if int(s.endAtom) >= len(p.atoms) {
			return 0
		}
		if in := int(p.atoms[s.endAtom].inline); in < i || in == i && int(s.endAt) < at {
			return -1
		}
		return 0
	})
	if point >= len(p.points) {
		return -1, 0
	}
	return point, p.points[point].End.Width
}

// Prefix returns the paragraph as if it ended at a breakpoint that Reach returned. It shares the measurements of p.
func (p *Paragraph) Prefix(point int) *Paragraph {
	q := *p
	q.kept = nil
	end := p.positions[point]
	q.points, q.positions = slices.Clone(p.points[:point+1]), slices.Clone(p.positions[:point+1])
	last := &q.points[point]
	last.Penalty, last.Hyphen = Forced, false
	if int(end.endAtom) < len(p.atoms) {
		n := end.endAtom
		if a := p.atoms[n]; a.kind == chunk && end.endAt > a.from { // it ends inside a chunk
			a.to, a.shaped = end.endAt, nil
			q.atoms = append(slices.Clip(p.atoms[:n]), a)
		} else {
			q.atoms = p.atoms[:n:n]
		}
	}
	for i := range q.points {
		q.points[i].Runt = false
	}
	q.markRunts()
	return &q
}
