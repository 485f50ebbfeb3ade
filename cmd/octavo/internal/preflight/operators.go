package preflight

import (
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// walk executes a content stream with resources of its own.
func (p *painter) walk(data []byte, r *resources) {
	outer := p.resources
	p.resources = r
	p.Walk(data, p)
	p.resources = outer
}

// Font returns the font that Tf sets.
func (p *painter) Font(name []byte) *font { return p.font(p.resources, name) }

// Do executes an operator that paints, or sets what is painted with (ISO 32000-1, annex A).
func (p *painter) Do(op []byte, s *content.Scanner) {
	o, r := &s.Operands, p.resources
	switch string(op) {
	case "BI":
		p.inline(&s.Lexer, r)
	case "w":
		p.State.Extra.width = o.At(0)
	case "gs":
		p.setState(p.state(r, o.Name))
	case "sh":
		p.shading(p.doc.file.Dict(p.doc.file.Dict(r.dict["Shading"])[cos.Name(o.Name)]))
		p.cover(p.State.Extra.clip, false)
		p.keep(stain{kind: pictured, box: p.State.Extra.clip, colour: colour{space: deviceCMYK, ink: -1}, upright: true})
		p.belongs()
	case "Do":
		x := p.object(r, o.Name)
		switch {
		case x == nil:
		case x.picture != nil:
			p.place(x.picture)
		case x.form != nil:
			p.drawForm(x.form)
		}
	case "BMC":
		p.mark(string(o.First) == "Artifact")
	case "BDC":
		p.mark(string(o.First) == "Artifact" || o.Dict && o.MCID || !o.Dict && o.Names > 1 && p.hasPlace(r, o.Name))
	case "EMC":
		p.unmark()
	default:
		if !p.draw(op, o) {
			p.setColour(op, o)
		}
	}
}

// setState applies a graphics state dictionary.
func (p *painter) setState(d *graphics) {
	if d.width >= 0 {
		p.State.Extra.width = d.width
	}
	if d.font != nil {
		p.State.Font, p.State.Size = d.font, d.size
	}
	for _, what := range d.transparent {
		note(p.doc.transparency, what, p.number)
	}
}

// draw executes an operator that constructs or paints a path, and reports whether op is one.
func (p *painter) draw(op []byte, o *content.Operands) bool {
	switch string(op) {
	case "m":
		p.begin(o.At(0), o.At(1))
		p.move(o.At(0), o.At(1))
	case "l":
		p.stretch(o.At(0), o.At(1), false)
		p.move(o.At(0), o.At(1))
	case "c":
		p.stretch(o.At(0), o.At(1), true)
		p.stretch(o.At(2), o.At(3), true)
		p.stretch(o.At(4), o.At(5), true)
		p.move(o.At(0), o.At(1))
		p.move(o.At(2), o.At(3))
		p.move(o.At(4), o.At(5))
	case "v", "y":
		p.stretch(o.At(0), o.At(1), true)
		p.stretch(o.At(2), o.At(3), true)
		p.move(o.At(0), o.At(1))
		p.move(o.At(2), o.At(3))
	case "re":
		p.rectangle(o.At(0), o.At(1), o.At(2), o.At(3))
	case "S", "s":
		p.endPath(painting{stroke: true})
	case "f", "F", "f*":
		p.endPath(painting{fill: true})
	case "B", "B*", "b", "b*":
		p.endPath(painting{fill: true, stroke: true})
	case "n":
		p.endPath(painting{})
	case "W", "W*":
		p.clip = true
	default:
		return false
	}
	return true
}

// setColour executes an operator that sets a colour: upper-case operators set the stroke's, others the fill's.
func (p *painter) setColour(op []byte, o *content.Operands) {
	g, r, n := &p.State.Extra, p.resources, o.Numbers[:o.N]
	switch string(op) {
	case "g":
		g.fill = mix(r.device("DefaultGray", deviceGray), n)
	case "G":
		g.stroke = mix(r.device("DefaultGray", deviceGray), n)
	case "rg":
		g.fill = mix(r.device("DefaultRGB", deviceRGB), n)
	case "RG":
		g.stroke = mix(r.device("DefaultRGB", deviceRGB), n)
	case "k":
		g.fill = mix(r.device("DefaultCMYK", deviceCMYK), n)
	case "K":
		g.stroke = mix(r.device("DefaultCMYK", deviceCMYK), n)
	case "cs":
		g.fill = mix(p.space(r, o.Name), nil)
	case "CS":
		g.stroke = mix(p.space(r, o.Name), nil)
	case "sc", "scn":
		g.fill = p.mixed(g.fill, o, r)
	case "SC", "SCN":
		g.stroke = p.mixed(g.stroke, o, r)
	}
}

func (p *painter) mark(placed bool) {
	if len(p.marks) >= maxMarks {
		return
	}
	p.marks = append(p.marks, placed)
	if placed {
		p.placed++
	}
}

// unmark ends the innermost marked content.
func (p *painter) unmark() {
	n := len(p.marks)
	if n == 0 {
		return
	}
	if p.marks[n-1] {
		p.placed--
	}
	p.marks = p.marks[:n-1]
}

// mixed returns the colour set by sc or scn.
func (p *painter) mixed(c colour, o *content.Operands, r *resources) colour {
	next := mix(c.space, o.Numbers[:o.N])
	if c.space.family == pattern && o.Names > 0 {
		next.pattern = p.doc.file.Dict(r.dict["Pattern"])[cos.Name(o.Name)]
	}
	return next
}

// inline records an inline picture and skips it (8.9.7).
func (p *painter) inline(l *cos.Lexer, r *resources) {
	x := &usedPicture{bits: 8, space: deviceGray}
	var key string
	for {
		t := l.Next()
		switch t.Kind {
		case cos.EOF:
			return
		case cos.NameToken:
			if key == "" {
				key = string(t.Text)
				continue
			}
			switch key {
			case "CS", "ColorSpace":
				x.space = p.space(r, t.Text)
			case "F", "Filter":
				x.filters = append(x.filters, cos.Name(t.Text))
			}
		case cos.Number:
			x.setNumber(key, t.Num)
		case cos.Keyword:
			switch word := string(t.Text); {
			case word == "ID":
				endInline(l, x)
				p.doc.addInline(x)
				p.place(x)
				return
			case word == "true" && (key == "IM" || key == "ImageMask"):
				x.mask, x.bits = true, 1
			}
		case cos.OpenArray:
			p.inlineArray(l, r, x, key)
		case cos.OpenDict:
			content.SkipDict(l)
		}
		key = ""
	}
}

// setNumber sets a number of an inline picture's dictionary.
func (x *usedPicture) setNumber(key string, n float64) {
	switch key {
	case "W", "Width":
		x.width = n
	case "H", "Height":
		x.height = n
	case "BPC", "BitsPerComponent":
		x.bits = int(n)
	}
}

// inlineArray reads an array of an inline picture's dictionary: of filters, a colour table, or a Decode array.
func (p *painter) inlineArray(l *cos.Lexer, r *resources, x *usedPicture, key string) {
	for t := l.Next(); t.Kind != cos.CloseArray && t.Kind != cos.EOF; t = l.Next() {
		if t.Kind != cos.NameToken {
			continue
		}
		switch key {
		case "F", "Filter":
			x.filters = append(x.filters, cos.Name(t.Text))
		case "CS", "ColorSpace":
			if name := string(t.Text); name != "Indexed" && name != "I" {
				base := p.space(r, t.Text)
				x.space = &space{family: base.family, n: 1, base: base, index: true}
			}
		}
	}
}

// endInline skips an inline picture up to its EI. Without filters, its size is known.
func endInline(l *cos.Lexer, x *usedPicture) {
	known := 0
	if size := math.Ceil(x.width*float64(max(1, x.space.n)*x.bits)/8) * x.height; len(x.filters) == 0 && size >= 0 &&
		size < float64(len(l.Data)) {
		known = int(size)
	}
	content.SkipInline(l, known)
}
