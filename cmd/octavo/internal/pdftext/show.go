package pdftext

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// Letter is one code of a font where it is shown: a letter, or several in a ligature.
type Letter struct {
	Text string
	Box  Rect // around it, from its advance and the size; not its ink
	// Base is the height of its baseline, Left and Right are its ends along it, as they are seen when the page is
	// turned so that most of its text stands upright.
	Base, Left, Right float64
	Size              float64
	turn              int // quarter turns of its baseline, -1: something else
	hidden            bool
}

type matrix [6]float64 // x' = a x + c y + e, y' = b x + d y + f

// then is m done first, then n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// state is the graphics state, as far as text knows it.
type state struct {
	ctm                     matrix
	font                    *font
	size, char, word, scale float64
	leading, rise           float64
	mode                    int
}

type walker struct {
	doc        *Document
	letters    []Letter
	gs         state
	stack      []state
	line, text matrix // Tlm and Tm
	depth      int
	active     map[*cos.Stream]bool
	broken     error // of a form that cannot be decoded to its end
}

const (
	maxStack = 1000
	maxForms = 24
)

// lettersOf walks through a page's content.
func (d *Document) lettersOf(p *Page) ([]Letter, error) {
	f := d.File
	data, err := d.streams.Page(p.Dict)
	if err != nil {
		err = fmt.Errorf("page %d: %w", p.Number, err)
	}
	w := &walker{doc: d, active: map[*cos.Stream]bool{}}
	w.gs = state{ctm: matrix{1, 0, 0, 1, 0, 0}, scale: 1}
	w.line, w.text = w.gs.ctm, w.gs.ctm
	w.run(data, f.Dict(p.resources))
	if w.broken != nil && err == nil {
		err = fmt.Errorf("page %d: %w", p.Number, w.broken)
	}
	return w.letters, cmp.Or(f.Err(), err)
}

func (w *walker) run(data []byte, resources cos.Dict) {
	f := w.doc.File
	s := content.Scanner{Lexer: cos.Lexer{Data: data}}
	fonts := map[string]*font{} // by the names that they have here: those that are no objects are read once, too
	if !f.Spend(cos.Work, content.RunSteps) {
		return
	}
	read := 0
	for {
		op := s.Next()
		if op == nil || !f.Spend(cos.Work, content.Steps(s.Pos-read)) {
			return
		}
		read = s.Pos
		o, g := &s.Operands, &w.gs
		switch string(op) {
		case "BI":
			w.skipInline(&s)
		case "q":
			if len(w.stack) < maxStack {
				w.stack = append(w.stack, *g)
			}
		case "Q":
			if n := len(w.stack); n > 0 {
				*g, w.stack = w.stack[n-1], w.stack[:n-1]
			}
		case "cm":
			if o.N >= 6 {
				g.ctm = matrix(o.Numbers[:6]).then(g.ctm)
			}
		case "gs":
			d := f.Dict(f.Dict(resources["ExtGState"])[cos.Name(o.Name)])
			if a := f.Array(d["Font"]); len(a) == 2 {
				g.font = w.doc.font(a[0])
				g.size, _ = f.Number(a[1])
			}
		case "BT":
			w.line = matrix{1, 0, 0, 1, 0, 0}
			w.text = w.line
		case "Tc":
			g.char = o.At(0)
		case "Tw":
			g.word = o.At(0)
		case "Tz":
			g.scale = o.At(0) / 100
		case "TL":
			g.leading = o.At(0)
		case "Tf":
			ft, known := fonts[string(o.Name)]
			if v := f.Dict(resources["Font"])[cos.Name(o.Name)]; !known && v != nil {
				ft = w.doc.font(v)
				fonts[string(o.Name)] = ft
			}
			g.font, g.size = ft, o.At(0)
		case "Tr":
			g.mode = int(o.At(0))
		case "Ts":
			g.rise = o.At(0)
		case "Td":
			w.newLine(o.At(0), o.At(1))
		case "TD":
			g.leading = -o.At(1)
			w.newLine(o.At(0), o.At(1))
		case "Tm":
			if o.N >= 6 {
				w.line = matrix(o.Numbers[:6])
				w.text = w.line
			}
		case "T*":
			w.newLine(0, -g.leading)
		case "Tj":
			w.show(o.Strings())
		case "'":
			w.newLine(0, -g.leading)
			w.show(o.Strings())
		case "\"":
			g.word, g.char = o.At(0), o.At(1)
			w.newLine(0, -g.leading)
			w.show(o.Strings())
		case "TJ":
			w.show(o.List)
		case "Do":
			w.form(f.Stream(f.Dict(resources["XObject"])[cos.Name(o.Name)]), resources)
		}
	}
}

func (w *walker) skipInline(s *content.Scanner) {
	for {
		t := s.Lexer.Next()
		if t.Kind == cos.EOF {
			return
		}
		if t.Kind == cos.Keyword && string(t.Text) == "ID" {
			content.SkipInline(&s.Lexer, 0)
			return
		}
	}
}

// form walks through a form XObject. Forms in forms are bounded.
func (w *walker) form(s *cos.Stream, outer cos.Dict) {
	f := w.doc.File
	if s == nil || w.active[s] || w.depth >= maxForms || f.Name(s.Dict["Subtype"]) != "Form" {
		return
	}
	data, err := w.doc.streams.Decode(s)
	if err != nil {
		w.broken = cmp.Or(w.broken, err)
	}
	if len(data) == 0 {
		return
	}
	resources := outer
	if d := f.Dict(s.Dict["Resources"]); d != nil {
		resources = d
	}
	save, stack, line, text := w.gs, w.stack, w.line, w.text
	w.stack = nil
	w.active[s] = true
	w.depth++
	if m, ok := Numbers(f, s.Dict["Matrix"], 6); ok {
		w.gs.ctm = matrix(m[:6]).then(w.gs.ctm)
	}
	w.run(data, resources)
	w.depth--
	w.active[s] = false
	w.gs, w.stack, w.line, w.text = save, stack, line, text
}

// font is the font that a value leads to, read once for the whole file where it is an object of its own.
func (d *Document) font(v cos.Value) *font {
	ref, isRef := v.(cos.Ref)
	if isRef {
		if ft, ok := d.fonts[ref]; ok {
			return ft
		}
	}
	var ft *font
	if dict := d.File.Dict(v); dict != nil {
		ft = readFont(d.File, dict)
	}
	if isRef {
		d.fonts[ref] = ft
	}
	return ft
}

func (w *walker) newLine(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.then(w.line)
	w.text = w.line
}

// show sets the strings and moves of TJ.
func (w *walker) show(list []content.Item) {
	g := &w.gs
	if g.font == nil {
		return
	}
	step := 1
	if g.font.Wide {
		step = 2
	}
	for _, it := range list {
		if it.Text == nil {
			w.advance(-it.Move / 1000 * g.size * g.scale)
			continue
		}
		for i := 0; i+step <= len(it.Text); i += step {
			code := int(it.Text[i])
			if step == 2 {
				code = code<<8 | int(it.Text[i+1])
			}
			width := g.font.Width(code) * g.font.Scale * g.size
			w.letter(g.font.says(code), width*g.scale)
			if width += g.char; step == 1 && code == ' ' {
				width += g.word
			}
			w.advance(width * g.scale)
		}
	}
}

func (w *walker) advance(x float64) {
	w.text[4], w.text[5] = w.text.apply(x, 0)
}

// letter notes a letter on the pen's place.
func (w *walker) letter(text string, width float64) {
	if text == "" || !w.doc.File.Spend(cos.Letters, len(text)) {
		return
	}
	g := &w.gs
	m := w.text.then(g.ctm)
	l := Letter{Text: clean(text), hidden: g.mode == 3 || g.mode == 7}
	// What letters take above and below their baseline, nearly.
	r := Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, c := range [4][2]float64{{0, g.rise - 0.22*g.size}, {width, g.rise - 0.22*g.size}, {0, g.rise + 0.75*g.size},
		{width, g.rise + 0.75*g.size}} {
		x, y := m.apply(c[0], c[1])
		r = r.Union(Rect{x, y, x, y})
	}
	if !(math.Abs(r.X0)+math.Abs(r.Y0)+math.Abs(r.X1)+math.Abs(r.Y1) < 1e8) {
		return // somewhere beyond all pages, or nowhere
	}
	l.Box = r
	x, y := m.apply(0, g.rise)
	x1, y1 := m.apply(width, g.rise)
	l.Size = math.Abs(g.size) * math.Hypot(m[2], m[3])
	switch slope := 0.05 * (math.Abs(m[0]) + math.Abs(m[1])); {
	case math.Abs(m[1]) <= slope && m[0] > 0:
		l.turn, l.Base, l.Left, l.Right = 0, y, x, x1
	case math.Abs(m[0]) <= slope && m[1] > 0: // upwards
		l.turn, l.Base, l.Left, l.Right = 1, -x, y, y1
	case math.Abs(m[1]) <= slope:
		l.turn, l.Base, l.Left, l.Right = 2, -y, -x, -x1
	case math.Abs(m[0]) <= slope:
		l.turn, l.Base, l.Left, l.Right = 3, x, -y, -y1
	default:
		l.turn = -1
	}
	w.letters = append(w.letters, l)
}

// clean leaves control characters out of what a font says that a code is.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}
