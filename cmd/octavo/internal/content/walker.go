package content

import (
	"octavo/cmd/octavo/internal/cos"
)

// State is the part of the graphics state that every reader of content needs (ISO 32000-1, 8.4 and 9.3). F is the
// reader's representation of a font, E its extension of the state.
type State[F, E any] struct {
	CTM                     Matrix
	Font                    F
	Size, Char, Word, Scale float64 // Tfs, Tc, Tw, and Th as a factor
	Leading, Rise           float64
	Mode                    int // text rendering mode
	Extra                   E
}

// Invisible reports whether the text rendering mode shows no text.
func (s *State[F, E]) Invisible() bool { return s.Mode == 3 || s.Mode == 7 }

// Reader is called by a Walker for what content does beyond the state that the Walker keeps itself.
type Reader[F any] interface {
	Font(name []byte) F       // returns the font that Tf sets
	Show(list []Item)         // strings and adjustments to be shown; see Set
	Do(op []byte, s *Scanner) // any other operator; after BI it has to skip the picture up to its EI
}

// Walker executes content streams. It keeps the graphics state, and the text matrices, which q and Q do not affect
// (9.4.1).
type Walker[F, E any] struct {
	File       *cos.File
	State      State[F, E]
	Line, Text Matrix // Tlm and Tm

	stack  []State[F, E]
	depth  int                  // nesting of forms
	active map[*cos.Stream]bool // forms being executed
}

const (
	maxStack = 1000
	maxForms = 24
)

// Begin sets the initial state of a page.
func (w *Walker[F, E]) Begin(extra E) {
	w.State = State[F, E]{CTM: Identity, Scale: 1, Extra: extra}
	w.Line, w.Text = Identity, Identity
	w.stack, w.depth, w.active = w.stack[:0], 0, map[*cos.Stream]bool{}
}

// Walk executes a content stream. Its cost is spent from the file's budget; it ends early when that is exhausted.
func (w *Walker[F, E]) Walk(data []byte, r Reader[F]) {
	s := Scanner{Lexer: cos.Lexer{Data: data}}
	if !w.File.Spend(cos.Work, runSteps) {
		return
	}
	read := 0
	for {
		op := s.Next()
		if op == nil || !w.File.Spend(cos.Work, steps(s.Pos-read)) {
			return
		}
		read = s.Pos
		w.operator(op, &s, r)
	}
}

// Form calls walk, which executes the content of a form XObject, and restores the state afterwards. Nesting is limited:
// walk is not called for a form that is already active, or one that is nested too deep.
func (w *Walker[F, E]) Form(form *cos.Stream, walk func()) {
	if w.active[form] || w.depth >= maxForms {
		return
	}
	state, stack, line, text := w.State, w.stack, w.Line, w.Text
	w.stack = nil
	w.active[form] = true
	w.depth++
	walk()
	w.depth--
	w.active[form] = false
	w.State, w.stack, w.Line, w.Text = state, stack, line, text
}

// operator executes an operator (annex A).
func (w *Walker[F, E]) operator(op []byte, s *Scanner, r Reader[F]) {
	g, o := &w.State, &s.Operands
	switch string(op) {
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
			w.Transform(matrixFrom(o.Numbers[:6]))
		}
	case "BT":
		w.Line, w.Text = Identity, Identity
	case "Tc":
		g.Char = o.At(0)
	case "Tw":
		g.Word = o.At(0)
	case "Tz":
		g.Scale = o.At(0) / 100
	case "TL":
		g.Leading = o.At(0)
	case "Tf":
		g.Font, g.Size = r.Font(o.Name), o.At(0)
	case "Tr":
		g.Mode = int(o.At(0))
	case "Ts":
		g.Rise = o.At(0)
	case "Td":
		w.newLine(o.At(0), o.At(1))
	case "TD":
		g.Leading = -o.At(1)
		w.newLine(o.At(0), o.At(1))
	case "Tm":
		if o.N >= 6 {
			w.Line = matrixFrom(o.Numbers[:6])
			w.Text = w.Line
		}
	case "T*":
		w.newLine(0, -g.Leading)
	case "Tj":
		r.Show(o.Strings())
	case "'":
		w.newLine(0, -g.Leading)
		r.Show(o.Strings())
	case "\"":
		g.Word, g.Char = o.At(0), o.At(1)
		w.newLine(0, -g.Leading)
		r.Show(o.Strings())
	case "TJ":
		r.Show(o.List)
	default:
		r.Do(op, s)
	}
}

// Transform changes the current transformation matrix, as cm does.
func (w *Walker[F, E]) Transform(m Matrix) { w.State.CTM = m.Then(w.State.CTM) }

func (w *Walker[F, E]) newLine(x, y float64) {
	w.Line = Matrix{A: 1, D: 1, E: x, F: y}.Then(w.Line)
	w.Text = w.Line
}

// Set shows strings and adjustments in a font, with the state's size and spacing. It calls code for every code with the
// start and end of its glyph on the baseline, measured from the current point in text space, and then moves the current
// point to the end (9.4.4).
func (w *Walker[F, E]) Set(ft *Font, list []Item, code func(c int, from, to float64)) {
	g := &w.State
	size, pen := g.Size*ft.Scale*g.Scale, 0.0
	for _, it := range list {
		if it.Text == nil {
			pen -= it.Move / 1000 * g.Size * g.Scale
			continue
		}
		for c := range ft.Codes(it.Text) {
			end := pen + ft.Width(c)*size
			code(c, pen, end)
			if pen = end + g.Char*g.Scale; c == ' ' && !ft.Wide {
				pen += g.Word * g.Scale
			}
		}
	}
	w.Text.E, w.Text.F = w.Text.Apply(pen, 0)
}
