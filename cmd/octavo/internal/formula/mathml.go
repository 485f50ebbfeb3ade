package formula

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Layout is where a formula stands.
type Layout uint8

// The layouts.
const (
	Inline  Layout = iota // in running text
	Display               // in lines of its own
)

// MathML returns a row as an element of MathML, with its [Text] as alternative.
func MathML(row Row, layout Layout) string {
	w := &mathWriter{layout: layout}
	w.b.WriteString(`<math xmlns="http://www.w3.org/1998/Math/MathML"`)
	if layout == Display {
		w.b.WriteString(` display="block"`)
	}
	w.b.WriteString(` alttext="` + escaped(Text(row)) + `">`)
	w.row(row)
	w.b.WriteString("</math>")
	return w.b.String()
}

type mathWriter struct {
	b      strings.Builder
	layout Layout
}

// row writes a row as one element.
func (w *mathWriter) row(row Row) {
	if len(row) == 1 {
		w.node(row[0])
		return
	}
	w.b.WriteString("<mrow>")
	for i, n := range row {
		w.node(n)
		if i+1 < len(row) && isFunction(n) {
			w.b.WriteString("<mo>\u2061</mo>") // a screen reader says "of"
		}
	}
	w.b.WriteString("</mrow>")
}

// isFunction reports whether a node is the name of a function, with its scripts.
func isFunction(n Node) bool {
	switch n := n.(type) {
	case *Scripts:
		return isFunction(n.Base)
	case *Symbol:
		return n.Class == Operator && utf8.RuneCountInString(n.Text) > 1
	}
	return false
}

func (w *mathWriter) element(name, attrs string, rows ...Row) {
	w.b.WriteString("<" + name + attrs + ">")
	for _, row := range rows {
		w.row(row)
	}
	w.b.WriteString("</" + name + ">")
}

func (w *mathWriter) node(n Node) {
	switch n := n.(type) {
	case Row:
		w.row(n)
	case *Symbol:
		w.symbol(n)
	case *Words:
		w.b.WriteString("<mtext>" + escaped(strings.ReplaceAll(n.Text, " ", "\u00A0")) + "</mtext>")
	case Space:
		w.b.WriteString(`<mspace width="` + strconv.FormatFloat(float64(n)/18, 'f', 3, 64) + `em"/>`)
	case *Scripts:
		w.scripts(n)
	case *Fraction:
		attrs := ""
		if n.Bare {
			attrs = ` linethickness="0"`
		}
		w.element("mfrac", attrs, n.Over, n.Under)
	case *Root:
		if n.Index == nil {
			w.element("msqrt", "", n.Of)
		} else {
			w.element("mroot", "", n.Of, n.Index)
		}
	case *Fenced:
		w.b.WriteString("<mrow>")
		w.fence(n.Open, "prefix")
		w.row(n.Inside)
		w.fence(n.Close, "postfix")
		w.b.WriteString("</mrow>")
	case *Accented:
		w.accented(n)
	}
}

func (w *mathWriter) fence(sign, form string) {
	if sign != "" {
		w.b.WriteString(`<mo stretchy="true" fence="true" form="` + form + `">` + escaped(sign) + "</mo>")
	}
}

func (w *mathWriter) accented(n *Accented) {
	name, attr := "mover", ` accent="true"`
	if n.Under {
		name, attr = "munder", ` accentunder="true"`
	}
	w.b.WriteString("<" + name + attr + ">")
	w.row(n.Over)
	stretchy := "false"
	if n.Mark.Wide {
		stretchy = "true"
	}
	mark := strings.Replace(n.Mark.Text, "¯", "‾", 1) // the overline stretches, the macron does not
	w.b.WriteString(`<mo stretchy="` + stretchy + `">` + escaped(mark) + "</mo></" + name + ">")
}

func (w *mathWriter) scripts(n *Scripts) {
	base := Row{n.Base}
	name := "msubsup"
	under := n.Limits && w.layout == Display
	switch {
	case n.Sub != nil && n.Sup != nil && under:
		name = "munderover"
	case n.Sub != nil && n.Sup == nil && under:
		name = "munder"
	case n.Sub == nil && under:
		name = "mover"
	case n.Sup == nil:
		name = "msub"
	case n.Sub == nil:
		name = "msup"
	}
	rows := []Row{base}
	if n.Sub != nil {
		rows = append(rows, n.Sub)
	}
	if n.Sup != nil {
		rows = append(rows, n.Sup)
	}
	w.element(name, "", rows...)
}

// symbol writes a symbol: letters are identifiers, figures numbers, and all else operators.
func (w *mathWriter) symbol(s *Symbol) {
	r, size := utf8.DecodeRuneInString(s.Text)
	text := escaped(s.Text)
	switch {
	case isDigit(s.Text[0]):
		w.b.WriteString("<mn>" + text + "</mn>")
	case s.Class == Operator && size < len(s.Text): // the name of a function
		w.b.WriteString("<mi>" + text + "</mi>")
	case s.Class != Ordinary:
		w.b.WriteString(`<mo` + w.stretch(s) + `>` + text + "</mo>")
	case s.Face == Bold:
		w.b.WriteString(`<mi>` + bold(s.Text) + "</mi>")
	case isLetter(r) && s.Face == Roman && size == len(s.Text):
		w.b.WriteString(`<mi mathvariant="normal">` + text + "</mi>")
	case isLetter(r):
		w.b.WriteString("<mi>" + text + "</mi>")
	default:
		w.b.WriteString("<mo>" + text + "</mo>")
	}
}

// stretch keeps parentheses that the author has not asked to grow at their size.
func (w *mathWriter) stretch(s *Symbol) string {
	if s.Class == Opening || s.Class == Closing {
		return ` stretchy="false"`
	}
	return ""
}

// isLetter reports whether a character names something: letters, and the signs that MathML takes for identifiers.
func isLetter(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0x370 && r < 0x400 || strings.ContainsRune("∞∅ℏℓℜℑℵℂℍℕℙℚℝℤ", r) || r >= 0x1D400 && r < 0x1D800
}

// bold returns letters and figures of the Latin and Greek alphabets as the bold ones of Unicode's mathematical alphabets.
func bold(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 0x1D400 - 'A'
		case r >= 'a' && r <= 'z':
			r += 0x1D41A - 'a'
		case r >= 'Α' && r <= 'Ω':
			r += 0x1D6A8 - 'Α'
		case r >= 'α' && r <= 'ω':
			r += 0x1D6C2 - 'α'
		}
		b.WriteString(escaped(string(r)))
	}
	return b.String()
}

var escaper = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
})

func escaped(s string) string { return escaper().Replace(s) }
