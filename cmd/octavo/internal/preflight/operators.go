package preflight

import (
	"math"

	"octavo/cmd/octavo/internal/cos"
)

// operands are what stands before an operator, flat: arrays are opened, of dictionaries only their MCID is kept.
type operands struct {
	numbers [maxOperands]float64
	n       int
	name    []byte // the last name
	first   []byte // the first name
	names   int
	text    []byte // the last string
	list    []item // strings and numbers of an array
	mcid    bool   // a dictionary with an MCID
	dict    bool
}

// item is a part of what TJ shows.
type item struct {
	text []byte
	move float64
}

const (
	maxOperands = 64
	maxItems    = 1 << 16 // a line of text has a few hundred
)

func (o *operands) reset() {
	o.n, o.names, o.name, o.first, o.text, o.list, o.mcid, o.dict = 0, 0, nil, nil, nil, o.list[:0], false, false
}

func (o *operands) at(i int) float64 {
	if i < o.n {
		return o.numbers[i]
	}
	return 0
}

// run walks through a content stream (ISO 32000-1, annex A).
func (p *painter) run(content []byte, r *resources) {
	if p.budget -= len(content) + 1; p.budget < 0 {
		return
	}
	l := cos.Lexer{Data: content}
	var o operands
	inArray := false
	for {
		t := l.Next()
		switch t.Kind {
		case cos.EOF:
			return
		case cos.Number:
			if inArray && len(o.list) < maxItems {
				o.list = append(o.list, item{move: t.Num})
			}
			if o.n < maxOperands {
				o.numbers[o.n] = t.Num
				o.n++
			}
		case cos.NameToken:
			if o.names == 0 {
				o.first = t.Text
			}
			o.name = t.Text
			o.names++
		case cos.StringToken:
			o.text = t.Text
			if inArray && len(o.list) < maxItems {
				o.list = append(o.list, item{text: t.Text})
			}
		case cos.OpenArray:
			inArray = true
			o.list = o.list[:0]
		case cos.CloseArray:
			inArray = false
		case cos.OpenDict:
			o.dict, o.mcid = true, skipDict(&l)
		case cos.Keyword:
			switch string(t.Text) {
			case "true", "false", "null":
				continue
			case "BI":
				p.inline(&l, r)
			default:
				p.do(string(t.Text), &o, r)
			}
			inArray = false
			o.reset()
			l.Forget()
		}
	}
}

// skipDict goes behind the end of a dictionary and says whether it has an MCID.
func skipDict(l *cos.Lexer) (mcid bool) {
	for depth := 1; depth > 0; {
		switch t := l.Next(); t.Kind {
		case cos.OpenDict:
			depth++
		case cos.CloseDict:
			depth--
		case cos.NameToken:
			mcid = mcid || depth == 1 && string(t.Text) == "MCID"
		case cos.EOF:
			return mcid
		}
	}
	return mcid
}

func (p *painter) do(op string, o *operands, r *resources) {
	g := &p.gs
	switch op {
	case "q":
		if len(p.stack) < maxStack {
			p.stack = append(p.stack, *g)
		}
	case "Q":
		if n := len(p.stack); n > 0 {
			*g = p.stack[n-1]
			p.stack = p.stack[:n-1]
		}
	case "cm":
		if o.n >= 6 {
			g.ctm = o.matrix().then(g.ctm)
		}
	case "w":
		g.width = o.at(0)
	case "gs":
		s := p.state(r, o.name)
		if s.width >= 0 {
			g.width = s.width
		}
		if s.font != nil {
			g.font, g.size = s.font, s.size
		}
		for _, what := range s.transparent {
			note(p.doc.transparency, what, p.number)
		}

	case "m", "l":
		p.move(o.at(0), o.at(1))
	case "c":
		p.move(o.at(0), o.at(1))
		p.move(o.at(2), o.at(3))
		p.move(o.at(4), o.at(5))
	case "v", "y":
		p.move(o.at(0), o.at(1))
		p.move(o.at(2), o.at(3))
	case "re":
		p.rectangle(o.at(0), o.at(1), o.at(2), o.at(3))
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
		p.shading(p.doc.file.Dict(p.doc.file.Dict(r.dict["Shading"])[cos.Name(o.name)]))
		p.cover(g.clip)
		p.belongs()

	case "g":
		g.fill = mix(r.device("DefaultGray", deviceGray), o.numbers[:o.n])
	case "G":
		g.stroke = mix(r.device("DefaultGray", deviceGray), o.numbers[:o.n])
	case "rg":
		g.fill = mix(r.device("DefaultRGB", deviceRGB), o.numbers[:o.n])
	case "RG":
		g.stroke = mix(r.device("DefaultRGB", deviceRGB), o.numbers[:o.n])
	case "k":
		g.fill = mix(r.device("DefaultCMYK", deviceCMYK), o.numbers[:o.n])
	case "K":
		g.stroke = mix(r.device("DefaultCMYK", deviceCMYK), o.numbers[:o.n])
	case "cs":
		g.fill = mix(p.space(r, o.name), nil)
	case "CS":
		g.stroke = mix(p.space(r, o.name), nil)
	case "sc", "scn":
		g.fill = p.mixed(g.fill, o, r)
	case "SC", "SCN":
		g.stroke = p.mixed(g.stroke, o, r)

	case "BT":
		g.line, g.text = identity, identity
	case "Tc":
		g.char = o.at(0)
	case "Tw":
		g.word = o.at(0)
	case "Tz":
		g.scale = o.at(0) / 100
	case "TL":
		g.leading = o.at(0)
	case "Tf":
		g.font, g.size = p.font(r, o.name), o.at(0)
	case "Tr":
		g.mode = int(o.at(0))
	case "Ts":
		g.rise = o.at(0)
	case "Td":
		p.newLine(o.at(0), o.at(1))
	case "TD":
		g.leading = -o.at(1)
		p.newLine(o.at(0), o.at(1))
	case "Tm":
		if o.n >= 6 {
			g.line = o.matrix()
			g.text = g.line
		}
	case "T*":
		p.newLine(0, -g.leading)
	case "Tj":
		p.show(o.string())
	case "'":
		p.newLine(0, -g.leading)
		p.show(o.string())
	case "\"":
		g.word, g.char = o.at(0), o.at(1)
		p.newLine(0, -g.leading)
		p.show(o.string())
	case "TJ":
		p.show(o.list)

	case "Do":
		x := p.object(r, o.name)
		switch {
		case x == nil:
		case x.picture != nil:
			p.place(x.picture)
		case x.form != nil:
			p.drawForm(x.form)
		}

	case "BMC":
		p.mark(string(o.first) == "Artifact")
	case "BDC":
		p.mark(string(o.first) == "Artifact" || o.dict && o.mcid || !o.dict && o.names > 1 && p.hasPlace(r, o.name))
	case "EMC":
		if n := len(p.marks); n > 0 {
			if p.marks[n-1] {
				p.placed--
			}
			p.marks = p.marks[:n-1]
		}
	}
}

// string is the last string as what TJ would show.
func (o *operands) string() []item {
	o.list = append(o.list[:0], item{text: o.text})
	return o.list
}

func (o *operands) matrix() matrix {
	n := o.numbers[:6]
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}

func (p *painter) newLine(x, y float64) {
	p.gs.line = matrix{a: 1, d: 1, e: x, f: y}.then(p.gs.line)
	p.gs.text = p.gs.line
}

func (p *painter) mark(placed bool) {
	if len(p.marks) >= maxStack {
		return
	}
	p.marks = append(p.marks, placed)
	if placed {
		p.placed++
	}
}

// mixed is the colour that sc or scn sets.
func (p *painter) mixed(c colour, o *operands, r *resources) colour {
	next := mix(c.space, o.numbers[:o.n])
	if c.space.family == pattern && o.names > 0 {
		next.pattern = p.doc.file.Dict(r.dict["Pattern"])[cos.Name(o.name)]
	}
	return next
}

// inline notes a picture that stands in the content stream itself, and goes behind its end (8.9.7).
func (p *painter) inline(l *cos.Lexer, r *resources) {
	x := &picture{bits: 8, space: deviceGray}
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
			skipDict(l)
		}
		key = ""
	}
}

// endInline goes behind the EI of an inline picture. Where no filter is at work, its size is known.
func (p *painter) endInline(l *cos.Lexer, x *picture, filter bool) {
	at := l.Pos + 1
	if size := math.Ceil(x.width*float64(max(1, x.space.n)*x.bits)/8) * x.height; !filter && size >= 0 &&
		size < float64(len(l.Data)) {
		at += int(size)
	}
	data := l.Data
	isSpace := func(i int) bool {
		return i >= len(data) || data[i] <= ' '
	}
	for i := at; i+1 < len(data); i++ {
		if data[i] == 'E' && data[i+1] == 'I' && isSpace(i-1) && isSpace(i+2) {
			l.Pos = i + 2
			return
		}
	}
	l.Pos = len(data)
}
