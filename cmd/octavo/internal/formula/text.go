package formula

import (
	"strings"
	"sync"
)

// Text returns a row as a line of characters, for search, alternative texts and wherever nothing else can stand: "a² + b² = c²",
// "(a + b)/2", "√(x + 1)", "∑_(i=1)^n i".
func Text(row Row) string {
	var b strings.Builder
	writeRow(&b, row)
	return strings.Join(strings.Fields(b.String()), " ")
}

func writeRow(b *strings.Builder, row Row) {
	before := -1
	for _, n := range row {
		if w, ok := n.(Space); ok {
			if w > 3 {
				b.WriteByte(' ')
			}
			continue
		}
		class := ClassOf(n)
		if before >= 0 && (Between(Class(before), class, false) > 3 || Class(before) == Operator || class == Operator && Class(before) == Ordinary || Class(before) == Punctuation) {
			b.WriteByte(' ')
		}
		writeNode(b, n)
		before = int(class)
	}
}

func writeNode(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case Row:
		writeRow(b, n)
	case *Symbol:
		b.WriteString(n.Text)
	case *Words:
		b.WriteString(n.Text)
	case *Scripts:
		writeNode(b, n.Base)
		writeScript(b, n.Sub, inferiors(), "_")
		writeScript(b, n.Sup, superiors(), "^")
	case *Fraction:
		writeGrouped(b, n.Over)
		if n.Bare {
			b.WriteString(" ¦ ")
		} else {
			b.WriteByte('/')
		}
		writeGrouped(b, n.Under)
	case *Root:
		switch index := Text(n.Index); index {
		case "", "2":
			b.WriteRune('√')
		case "3":
			b.WriteRune('∛')
		case "4":
			b.WriteRune('∜')
		default:
			writeScript(b, n.Index, superiors(), "^")
			b.WriteRune('√')
		}
		writeGrouped(b, n.Of)
	case *Fenced:
		b.WriteString(n.Open)
		writeRow(b, n.Inside)
		b.WriteString(n.Close)
	case *Accented:
		writeGrouped(b, n.Over)
		b.WriteString(combining()[n.Mark.Text])
	}
}

// writeGrouped writes a row in parentheses if it is longer than a letter or a number.
func writeGrouped(b *strings.Builder, row Row) {
	if len(row) == 1 {
		switch n := row[0].(type) {
		case *Symbol, *Words, *Fenced:
			writeNode(b, n)
			return
		case Row:
			writeGrouped(b, n)
			return
		}
	}
	b.WriteByte('(')
	writeRow(b, row)
	b.WriteByte(')')
}

// writeScript writes a script in superior or inferior characters where there are such, else behind a sign.
func writeScript(b *strings.Builder, row Row, small map[rune]rune, sign string) {
	if len(row) == 0 {
		return
	}
	text := Text(row)
	var out strings.Builder
	for _, r := range strings.ReplaceAll(text, " ", "") {
		s, ok := small[r]
		if !ok {
			b.WriteString(sign)
			writeGrouped(b, row)
			return
		}
		out.WriteRune(s)
	}
	b.WriteString(out.String())
}

var superiors = sync.OnceValue(func() map[rune]rune {
	return map[rune]rune{'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '−': '⁻',
		'(': '⁽', ')': '⁾', 'n': 'ⁿ', 'i': 'ⁱ', '′': '′'}
})

var inferiors = sync.OnceValue(func() map[rune]rune {
	return map[rune]rune{'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '−': '₋',
		'(': '₍', ')': '₎'}
})

// combining are the marks as characters that combine with the one before them.
var combining = sync.OnceValue(func() map[string]string {
	return map[string]string{"ˆ": "\u0302", "˜": "\u0303", "˙": "\u0307", "¨": "\u0308", "´": "\u0301", "`": "\u0300", "˘": "\u0306",
		"ˇ": "\u030C", "→": "\u20D7", "¯": "\u0305", "_": "\u0332"}
})
