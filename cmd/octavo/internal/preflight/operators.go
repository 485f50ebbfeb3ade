package preflight

import (
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// walk walks through a content stream with resources of its own.
func (p *painter) walk(data []byte, r *resources) {
	outer := p.resources
	p.resources = r
	p.Walk(data, p)
	p.resources = outer
}

// Font is the font that Tf sets.
func (p *painter) Font(name []byte) *font { return p.font(p.resources, name) }

// Do does an operator that paints, or sets what is painted with (ISO 32000-1, annex A).
func (p *painter) Do(op []byte, s *content.Scanner) {
	g, o, r := &p.State.Extra, &s.Operands, p.resources
	switch string(op) {
	case "BI":
		p.inline(&s.Lexer, r)
	case "w":
		g.width = o.At(0)
	case "gs":
		d := p.state(r, o.Name)
		if d.width >= 0 {
			g.width = d.width
		}
		if d.font != nil {
			p.State.Font, p.State.Size = d.font, d.size
		}
		for _, what := range d.transparent {
			note(p.doc.transparency, what, p.number)
		}

	case "m", "l":
		p.move(o.At(0), o.At(1))
	case "c":
		p.move(o.At(0), o.At(1))
		p.move(o.At(2), o.At(3))
		p.move(o.At(4), o.At(5))
	case "v", "y":
		p.move(o.At(0), o.At(1))
		p.move(o.At(2), o.At(3))
	case "re":
		p.rectangle(o.At(0), o.At(1), o.At(2), o.At(3))
	case "S", "s":
		p.paint(false, true)
	case "f", "F", "f*":
		p.paint(true, false)
	case "B", "B*", "b", "b*":
		p.paint(true, true)
	case "n":
		p.paint(false, false)
	case "W", "W*":
		p.clip = true
	case "sh":
		p.shading(p.doc.file.Dict(p.doc.file.Dict(r.dict["Shading"])[cos.Name(o.Name)]))
		p.cover(g.clip)
		p.belongs()

	case "g":
		g.fill = mix(r.device("DefaultGray", deviceGray), o.Numbers[:o.N])
	case "G":
		g.stroke = mix(r.device("DefaultGray", deviceGray), o.Numbers[:o.N])
	case "rg":
		g.fill = mix(r.device("DefaultRGB", deviceRGB), o.Numbers[:o.N])
	case "RG":
		g.stroke = mix(r.device("DefaultRGB", deviceRGB), o.Numbers[:o.N])
	case "k":
		g.fill = mix(r.device("DefaultCMYK", deviceCMYK), o.Numbers[:o.N])
	case "K":
		g.stroke = mix(r.device("DefaultCMYK", deviceCMYK), o.Numbers[:o.N])
	case "cs":
		g.fill = mix(p.space(r, o.Name), nil)
	case "CS":
		g.stroke = mix(p.space(r, o.Name), nil)
	case "sc", "scn":
		g.fill = p.mixed(g.fill, o, r)
	case "SC", "SCN":
		g.stroke = p.mixed(g.stroke, o, r)

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
		if n := len(p.marks); n > 0 {
			if p.marks[n-1] {
				p.placed--
			}
			p.marks = p.marks[:n-1]
		}
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

// mixed is the colour that sc or scn sets.
func (p *painter) mixed(c colour, o *content.Operands, r *resources) colour {
	next := mix(c.space, o.Numbers[:o.N])
	if c.space.family == pattern && o.Names > 0 {
		next.pattern = p.doc.file.Dict(r.dict["Pattern"])[cos.Name(o.Name)]
	}
	return next
}

// inline notes a picture that stands in the content stream itself, and goes behind its end (8.9.7).
func (p *painter) inline(l *cos.Lexer, r *resources) {
	x := &usedPicture{bits: 8, space: deviceGray}
	var key string
	var filter bool
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
				filter = true
				x.filters = append(x.filters, cos.Name(t.Text))
			}
		case cos.Number:
			switch key {
			case "W", "Width":
				x.width = t.Num
			case "H", "Height":
				x.height = t.Num
			case "BPC", "BitsPerComponent":
				x.bits = int(t.Num)
			}
		case cos.Keyword:
			switch word := string(t.Text); {
			case word == "ID":
				p.endInline(l, x, filter)
				p.doc.addInline(x)
				p.place(x)
				return
			case word == "true" && (key == "IM" || key == "ImageMask"):
				x.mask, x.bits = true, 1
			}
		case cos.OpenArray: // of filters, of a table of colours, or of a decoding
			for t := l.Next(); t.Kind != cos.CloseArray && t.Kind != cos.EOF; t = l.Next() {
				if t.Kind != cos.NameToken {
					continue
				}
				switch key {
				case "F", "Filter":
					filter = true
					x.filters = append(x.filters, cos.Name(t.Text))
				case "CS", "ColorSpace":
					if name := string(t.Text); name != "Indexed" && name != "I" {
						base := p.space(r, t.Text)
						x.space = &space{family: base.family, n: 1, base: base, index: true}
					}
				}
			}
		case cos.OpenDict:
			content.SkipDict(l)
		}
		key = ""
	}
}

// endInline goes behind the EI of an inline picture. Where no filter is at work, its size is known.
func (p *painter) endInline(l *cos.Lexer, x *usedPicture, filter bool) {
	known := 0
	if size := math.Ceil(x.width*float64(max(1, x.space.n)*x.bits)/8) * x.height; !filter && size >= 0 &&
		size < float64(len(l.Data)) {
		known = int(size)
	}
	content.SkipInline(l, known)
}
