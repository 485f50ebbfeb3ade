package textstyle

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/formula"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Formulas are set from the text's own faces, after the rules of The TeXbook (D. E. Knuth, 1984, chapter 17 and appendix G) with
// the measures of plain TeX, in parts of an em: letters and signs in rows with the white that their classes ask for, scripts in
// seven tenths of the size, fractions and large operators about the axis, which is the middle of the minus sign.

// Penalties of ending a line inside a formula, after a relation and after a binary operator (plain TeX's \relpenalty and
// \binoppenalty).
const (
	afterRelation = 500
	afterBinary   = 700
)

// AppendMath sets a formula that the author wrote at pos: boxes between which a line may end.
func (d Style) AppendMath(out []typeset.Inline, nodes formula.Row, layout formula.Layout, pos diag.Pos) []typeset.Inline {
	d.Features = d.Features&^(font.OldStyle|font.SmallCaps|font.AllSmallCaps|font.Swash) | font.Lining | font.Proportional | font.NoLigatures
	d.Italic, d.Tracking, d.Solid = false, 0, true
	outer := d.Node
	if d.Node = d.Node.Add(page.NodeFormula); d.Node != nil {
		d.Node.Alt = formula.Text(nodes)
	}
	s := &mathSetter{style: d, pos: pos, level: text}
	if layout == formula.Display {
		s.level = display
	}
	s.axis = s.axisOf()
	row, gap := &mathBox{}, page.Length(0)
	flush := func(penalty int32, after page.Length) {
		out = append(out, &typeset.Box{Items: row.items, Width: row.width, Ascent: max(row.up, 0), Depth: max(row.down, 0), After: after,
			Penalty: penalty, Link: typeset.Link{Anchor: d.Anchor, URL: d.URL}, Node: outer})
		row = &mathBox{}
	}
	for i, n := range nodes {
		row.beside(s.node(n))
		gap = s.white(nodes, i)
		switch class := formula.ClassOf(n); {
		case i+1 == len(nodes):
		case class == formula.Relation && formula.ClassOf(nodes[i+1]) != formula.Relation:
			flush(afterRelation, gap)
			continue
		case class == formula.Binary:
			flush(afterBinary, gap)
			continue
		}
		row.width += gap
	}
	flush(typeset.Forbidden, 0)
	return out
}

// level is how large a part of a formula is set.
type level uint8

const (
	display level = iota
	text
	script
	small // script of a script
)

// smaller returns the level of scripts.
func (l level) smaller() level {
	if l >= script {
		return small
	}
	return script
}

// mathSetter sets the nodes of a formula at a level.
type mathSetter struct {
	style Style // of level text
	pos   diag.Pos
	level level
	axis  page.Length // above the baseline, at level text
}

// at returns the setter of a part at another level.
func (s *mathSetter) at(l level) *mathSetter {
	t := *s
	t.level = l
	return &t
}

// em returns the size of the text at the level.
func (s *mathSetter) em() page.Length {
	switch s.level {
	case script:
		return s.style.Size * 7 / 10
	case small:
		return s.style.Size * 55 / 100
	}
	return s.style.Size
}

// scaled returns thousandths of an em of the level.
func (s *mathSetter) scaled(thousandths page.Length) page.Length { return s.em() * thousandths / 1000 }

// middle returns the height of the axis at the level.
func (s *mathSetter) middle() page.Length { return s.axis * s.em() / s.style.Size }

// rule returns the thickness of rules: that of the minus sign in most text faces.
func (s *mathSetter) rule() page.Length { return max(s.em()*45/1000, page.Pt/4) }

// axisOf returns the height of the middle of the minus sign.
func (s *mathSetter) axisOf() page.Length {
	b := s.glyphs("−", formula.Roman, s.style.Size)
	if len(b.items) == 0 {
		return s.style.Size / 4
	}
	return (b.up - b.down) / 2
}

// white returns the white between the ith node of a row and the next.
func (s *mathSetter) white(row formula.Row, i int) page.Length {
	if i+1 >= len(row) {
		return 0
	}
	for _, n := range row[i : i+2] {
		if _, ok := n.(formula.Space); ok {
			return 0
		}
	}
	return s.em() * page.Length(formula.Between(formula.ClassOf(row[i]), formula.ClassOf(row[i+1]), s.level >= script)) / 18
}

// row sets nodes side by side.
func (s *mathSetter) row(row formula.Row) *mathBox {
	out := &mathBox{}
	for i, n := range row {
		out.beside(s.node(n))
		out.width += s.white(row, i)
	}
	return out
}

func (s *mathSetter) node(n formula.Node) *mathBox {
	switch n := n.(type) {
	case formula.Row:
		return s.row(n)
	case *formula.Symbol:
		return s.symbol(n)
	case *formula.Words:
		return s.glyphs(n.Text, formula.Roman, s.em())
	case formula.Space:
		return &mathBox{width: s.em() * page.Length(n) / 18}
	case *formula.Scripts:
		return s.scripts(n)
	case *formula.Fraction:
		return s.fraction(n)
	case *formula.Root:
		return s.root(n)
	case *formula.Fenced:
		return s.fenced(n)
	case *formula.Accented:
		return s.accented(n)
	}
	return &mathBox{}
}

// symbol sets a symbol. Sums and the like are larger in a display, and stand about the axis.
func (s *mathSetter) symbol(n *formula.Symbol) *mathBox {
	size := s.em()
	grows := n.Class == formula.Operator && len([]rune(n.Text)) == 1 && n.Text[0] >= 0x80
	if grows {
		size = size * 12 / 10
		if s.level == display {
			size = size * 14 / 10
		}
	}
	b := s.glyphs(n.Text, n.Face, size)
	if grows {
		b.raise(s.middle() - (b.up-b.down)/2)
	}
	return b
}

// scripts sets scripts at the right of their base, or below and above it.
func (s *mathSetter) scripts(n *formula.Scripts) *mathBox {
	base := s.node(n.Base)
	small := s.at(s.level.smaller())
	primes, rest := formula.Primes(n.Sup)
	if primes != "" { // a text face has them where they belong
		base.beside(s.glyphs(primes, formula.Roman, s.em()))
		n = &formula.Scripts{Base: n.Base, Sub: n.Sub, Sup: rest, Limits: n.Limits}
	}
	sub, sup := small.row(n.Sub), small.row(n.Sup)
	if n.Limits && s.level == display {
		return s.limits(base, n, sub, sup)
	}
	// The TeXbook, appendix G, rule 18: the shifts of plain TeX's cmsy10, and at least four rules between the two.
	up, down := max(s.scaled(380), base.up-s.scaled(270)), max(s.scaled(150), base.down+s.scaled(50))
	if n.Sup != nil {
		down = max(down, s.scaled(247))
		up = max(up, sup.down+s.scaled(108))
	}
	if n.Sub != nil && n.Sup != nil {
		if gap := (up - sup.down) - (sub.up - down); gap < 4*s.rule() {
			down += 4*s.rule() - gap
		}
	}
	out := &mathBox{}
	out.beside(base)
	at := out.width
	if n.Sup != nil {
		sup.raise(up)
		out.put(sup, at+max(base.lean, 0))
	}
	if n.Sub != nil {
		sub.raise(-down)
		out.put(sub, at)
	}
	out.width += s.scaled(40) // plain TeX's \scriptspace is half a point
	return out
}

// limits sets scripts below and above their base.
func (s *mathSetter) limits(base *mathBox, n *formula.Scripts, sub, sup *mathBox) *mathBox {
	out := &mathBox{}
	width := max(base.width, sub.width, sup.width)
	out.put(base, (width-base.width)/2)
	if n.Sup != nil {
		sup.raise(base.up + s.scaled(140) + sup.down)
		out.put(sup, (width-sup.width)/2)
	}
	if n.Sub != nil {
		sub.raise(-(base.down + s.scaled(140) + sub.up))
		out.put(sub, (width-sub.width)/2)
	}
	out.width = width
	return out
}

// fraction sets one row over another, with a rule on the axis between them.
func (s *mathSetter) fraction(n *formula.Fraction) *mathBox {
	part := s.at(text)
	if s.level != display {
		part = s.at(s.level.smaller())
	}
	over, under := part.row(n.Over), part.row(n.Under)
	rule, gap := s.rule(), 2*s.rule()
	if s.level == display {
		gap = 3 * rule
	}
	width := max(over.width, under.width) + s.scaled(120)
	side := s.scaled(60)
	out := &mathBox{}
	over.raise(s.middle() + rule/2 + gap + max(over.down, 0))
	under.raise(s.middle() - rule/2 - gap - under.up)
	out.put(over, side+(width-over.width)/2)
	out.put(under, side+(width-under.width)/2)
	if !n.Bare {
		out.rule(side, s.middle()+rule/2, width, rule, s.style)
	}
	out.width = width + 2*side
	return out
}

// accented sets a mark over a row, or a line over or under it.
func (s *mathSetter) accented(n *formula.Accented) *mathBox {
	base := s.row(n.Over)
	rule := s.rule()
	out := &mathBox{}
	out.beside(base)
	switch {
	case n.Under:
		out.rule(0, -base.down-2*rule, base.width, rule, s.style)
	case n.Mark.Wide:
		out.rule(base.slant/2, base.up+3*rule, base.width-base.slant/4, rule, s.style)
	default:
		size := s.em()
		if n.Mark.Text == "→" {
			size = size * 6 / 10
		}
		mark := s.glyphs(n.Mark.Text, formula.Roman, size)
		mark.raise(base.up + 2*rule + mark.down) // its ink, wherever the font has it
		out.put(mark, (base.width-mark.width)/2+base.slant/2)
		out.width = base.width
	}
	return out
}
