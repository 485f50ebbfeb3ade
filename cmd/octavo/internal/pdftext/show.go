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

// reader collects the letters of a page.
type reader struct {
	content.Walker[*font, struct{}]
	doc       *Document
	resources cos.Dict
	fonts     map[string]*font // by the names that they have here: those that are no objects are read once, too
	letters   []Letter
	spans     []span // those that are open, the outermost first
	broken    error  // of a form that cannot be decoded to its end
}

// lettersOf reads a page's content.
func (d *Document) lettersOf(p *Page) ([]Letter, error) {
	f := d.File
	data, err := d.streams.Page(p.Dict)
	if err != nil {
		err = fmt.Errorf("page %d: %w", p.Number, err)
	}
	r := &reader{doc: d}
	r.File = f
	r.Begin(struct{}{})
	r.walk(data, f.Dict(p.resources))
	if r.broken != nil && err == nil {
		err = fmt.Errorf("page %d: %w", p.Number, r.broken)
	}
	return r.letters, cmp.Or(f.Err(), err)
}

// walk reads a content stream with resources of its own.
func (r *reader) walk(data []byte, resources cos.Dict) {
	outer, fonts := r.resources, r.fonts
	r.resources, r.fonts = resources, map[string]*font{}
	open := len(r.spans)
	r.Walk(data, r)
	r.spans = r.spans[:min(open, len(r.spans))]
	r.resources, r.fonts = outer, fonts
}

// Do executes the operators that affect text other than by showing it.
func (r *reader) Do(op []byte, s *content.Scanner) {
	f := r.File
	switch string(op) {
	case "BI":
		skipInline(s)
	case "BMC", "BDC":
		r.open(string(op) == "BDC", s)
	case "EMC":
		r.close()
	case "gs":
		d := f.Dict(f.Dict(r.resources["ExtGState"])[cos.Name(s.Name)])
		if a := f.Array(d["Font"]); len(a) == 2 {
			r.State.Font = r.doc.font(a[0])
			r.State.Size, _ = f.Number(a[1])
		}
	case "Do":
		if x := f.Stream(f.Dict(r.resources["XObject"])[cos.Name(s.Name)]); x != nil && f.Name(x.Dict["Subtype"]) == "Form" {
			r.form(x)
		}
	}
}

func skipInline(s *content.Scanner) {
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

// form reads a form XObject.
func (r *reader) form(s *cos.Stream) {
	f := r.File
	r.Form(s, func() {
		data, err := r.doc.streams.Decode(s)
		if err != nil {
			r.broken = cmp.Or(r.broken, err)
		}
		if len(data) == 0 {
			return
		}
		resources := r.resources
		if d := f.Dict(s.Dict["Resources"]); d != nil {
			resources = d
		}
		if m := s.Dict["Matrix"]; m != nil && f.Spend(cos.Objects, 6) {
			r.Transform(content.MatrixOf(f, m))
		}
		r.walk(data, resources)
	})
}

// Font returns the font of a name.
func (r *reader) Font(name []byte) *font {
	ft, known := r.fonts[string(name)]
	if v := r.File.Dict(r.resources["Font"])[cos.Name(name)]; !known && v != nil {
		ft = r.doc.font(v)
		r.fonts[string(name)] = ft
	}
	return ft
}

// font returns the font that a value leads to, read once for the whole file where it is an object of its own.
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

// Show records the letters of strings.
func (r *reader) Show(list []content.Item) {
	g := &r.State
	if g.Font == nil {
		return
	}
	m := r.Text.Then(g.CTM)
	r.Set(g.Font.Font, list, func(code int, from, to float64) {
		if text := g.Font.says(code); (text != "" || r.replacing()) && r.File.Spend(cos.Letters, max(1, len(text))) {
			if len(r.letters) == mostLetters {
				r.File.Refuse("a page of the file has more than 1,500,000 letters")
				return
			}
			r.letter(text, m, from, to)
		}
	})
}

// mostLetters is how many letters of one page are kept: three hundred times as many as of a newspaper's. Those of a file may be more, of
// page after page.
const mostLetters = 1_500_000

// letter records a letter between two points of the baseline.
func (r *reader) letter(text string, m content.Matrix, from, to float64) {
	g := &r.State
	// Approximate ascent and descent.
	box := m.Box(Rect{X0: from, Y0: g.Rise - 0.22*g.Size, X1: to, Y1: g.Rise + 0.75*g.Size})
	if !(math.Abs(box.X0)+math.Abs(box.Y0)+math.Abs(box.X1)+math.Abs(box.Y1) < 1e8) {
		return // somewhere beyond all pages, or nowhere
	}
	l := Letter{Text: clean(text), Box: box, Size: math.Abs(g.Size) * math.Hypot(m.C, m.D), hidden: g.Invisible()}
	x, y := m.Apply(from, g.Rise)
	x1, y1 := m.Apply(to, g.Rise)
	switch slope := 0.05 * (math.Abs(m.A) + math.Abs(m.B)); {
	case math.Abs(m.B) <= slope && m.A > 0:
		l.turn, l.Base, l.Left, l.Right = 0, y, x, x1
	case math.Abs(m.A) <= slope && m.B > 0: // upwards
		l.turn, l.Base, l.Left, l.Right = 1, -x, y, y1
	case math.Abs(m.B) <= slope:
		l.turn, l.Base, l.Left, l.Right = 2, -y, -x, -x1
	case math.Abs(m.A) <= slope:
		l.turn, l.Base, l.Left, l.Right = 3, x, -y, -y1
	default:
		l.turn = -1
	}
	r.letters = append(r.letters, l)
}

// clean removes control characters from the text of a code.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}
