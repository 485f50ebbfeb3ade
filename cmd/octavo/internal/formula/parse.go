package formula

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error is what a formula has that cannot be set.
type Error struct {
	At   int // bytes into the formula
	What string
	Help string // what the author can do; "" where What says it
}

func (e *Error) Error() string { return e.What }

// deepest is the limit to the nesting of groups: no page shows a deeper one.
const deepest = 32

// Parse reads a formula without the dollar signs around it. Of what is beyond simple mathematics, the error, an [*Error], names
// the first.
func Parse(src string) (Row, error) {
	p := &parser{src: src}
	row := p.row("")
	if p.err == nil && len(row) == 0 {
		p.fail(0, "an empty formula", "write mathematics between the dollar signs, or delete them")
	}
	if p.err != nil {
		return nil, p.err
	}
	settle(row)
	return row, nil
}

// parser reads a formula from the left; err is the first fault, after which it reads nothing more.
type parser struct {
	src   string
	at    int
	depth int
	face  *Face // that a command around has set
	err   *Error
}

const beyond = "bring the formula as a picture: ![what it says](formula.svg)"

func (p *parser) fail(at int, what, help string) {
	if p.err == nil {
		p.err = &Error{At: at, What: what, Help: help}
	}
	p.at = len(p.src)
}

// space passes over white, which means nothing in a formula.
func (p *parser) space() {
	for p.at < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.at]) >= 0 {
		p.at++
	}
}

// row reads nodes up to an end, "" for that of the formula, "}", "]" or `\right`, and stops before it.
func (p *parser) row(end string) Row {
	if p.depth++; p.depth > deepest {
		p.fail(p.at, "a formula nested too deep", beyond)
	}
	defer func() { p.depth-- }()
	row := Row{}
	for p.space(); p.at < len(p.src); p.space() {
		rest := p.src[p.at:]
		switch {
		case end != "" && strings.HasPrefix(rest, end) && !(end == `\right` && command(rest) != "right"):
			return row
		case rest[0] == '}':
			p.fail(p.at, "a closing brace without an opening one", "delete it, or write \\} for the sign")
		case rest[0] == '^' || rest[0] == '_':
			p.script(&row)
		case rest[0] == '\'':
			p.primes(&row)
		case rest[0] == '\\' && strings.HasSuffix(command(rest), "limits"):
			p.limits(&row)
		default:
			if n := p.one(); n != nil {
				row = append(row, n)
			}
		}
	}
	if end != "" && p.err == nil {
		p.fail(len(p.src), "a group that is not closed", "write "+end+" where it ends")
	}
	return row
}

// script reads a sub- or superscript and gives it to the last node of a row.
func (p *parser) script(row *Row) {
	at, sign := p.at, p.src[p.at]
	p.at++
	s := scripted(row)
	arg := p.argument()
	switch {
	case p.err != nil:
	case sign == '^' && s.Sup == nil:
		s.Sup = arg
	case sign == '^' && primesOnly(s.Sup):
		s.Sup = append(s.Sup, arg...)
	case sign == '_' && s.Sub == nil:
		s.Sub = arg
	default:
		p.fail(at, fmt.Sprintf("two scripts of one kind (%c) at the same letter", sign), "put braces around what the first belongs to: {a^2}^3")
	}
}

// scripted returns the last node of a row as one with scripts.
func scripted(row *Row) *Scripts {
	var base Node = Row{}
	if n := len(*row) - 1; n >= 0 {
		if s, ok := (*row)[n].(*Scripts); ok {
			return s
		}
		if _, ok := (*row)[n].(Space); !ok {
			base = (*row)[n]
			*row = (*row)[:n]
		}
	}
	s := &Scripts{Base: base, Limits: hasLimits(base)}
	*row = append(*row, s)
	return s
}

// limits reads \limits or \nolimits, which say where the scripts of the operator before stand.
func (p *parser) limits(row *Row) {
	name := command(p.src[p.at:])
	if len(*row) == 0 || ClassOf((*row)[len(*row)-1]) != Operator {
		p.fail(p.at, `\`+name+" after something that is no operator", "delete it")
		return
	}
	p.at += 1 + len(name)
	scripted(row).Limits = name == "limits"
}

func hasLimits(n Node) bool {
	sym, ok := n.(*Symbol)
	if !ok || sym.Class != Operator {
		return false
	}
	if below, ok := names()[sym.Text]; ok {
		return below
	}
	for _, sign := range limited() {
		if sign == sym.Text {
			return true
		}
	}
	return false
}

func primesOnly(row Row) bool {
	for _, n := range row {
		if s, ok := n.(*Symbol); !ok || s.Text != "′" {
			return false
		}
	}
	return len(row) > 0
}

// Primes returns the primes that a superscript begins with, and what follows them.
func Primes(sup Row) (primes string, rest Row) {
	for len(sup) > 0 && primesOnly(sup[:1]) {
		primes, sup = primes+"′", sup[1:]
	}
	if len(sup) == 0 {
		sup = nil
	}
	return primes, sup
}

// primes reads apostrophes as primes.
func (p *parser) primes(row *Row) {
	s := scripted(row)
	if s.Sup != nil {
		p.fail(p.at, "a prime after a superscript", "write the prime first: f'^2")
		return
	}
	for ; p.at < len(p.src) && p.src[p.at] == '\''; p.at++ {
		s.Sup = append(s.Sup, &Symbol{Text: "′", Face: Roman})
	}
}

// argument reads what a script or a command applies to: a group, a command or one character.
func (p *parser) argument() Row {
	p.space()
	if p.at >= len(p.src) || strings.IndexByte("}^_", p.src[p.at]) >= 0 {
		p.fail(p.at, "something is missing in a formula", "write what belongs there, in braces if it is longer than a character")
		return nil
	}
	if p.src[p.at] == '{' {
		return p.group()
	}
	if r, n := utf8.DecodeRuneInString(p.src[p.at:]); unicode.IsDigit(r) { // one figure, where a row would take the whole number
		p.at += n
		return Row{&Symbol{Text: string(r), Face: Roman}}
	}
	n := p.one()
	if n == nil {
		return Row{}
	}
	return Row{n}
}

// group reads a row in braces.
func (p *parser) group() Row {
	p.at++
	row := p.row("}")
	p.at = min(p.at+1, len(p.src))
	return row
}

// one reads a node. It returns nil for a command that stands for none.
func (p *parser) one() Node {
	r, n := utf8.DecodeRuneInString(p.src[p.at:])
	switch {
	case r == '\\':
		return p.command()
	case r == '{':
		return p.group()
	case r == '&':
		p.fail(p.at, "columns in a formula", "write the formulas one under another, each between its own $$; or "+beyond)
		return nil
	case unicode.IsDigit(r):
		return p.number()
	case unicode.IsLetter(r):
		p.at += n
		return p.letter(string(r))
	case r == '~':
		p.at += n
		return spaces()["~"]
	}
	if s, ok := characters()[r]; ok {
		p.at += n
		return &Symbol{Text: s.text, Class: s.class, Face: Roman}
	}
	p.fail(p.at, fmt.Sprintf("the character %q in a formula", r), "write the command of TeX for it; or "+beyond)
	return nil
}

// number reads figures with the stops between them.
func (p *parser) number() Node {
	start := p.at
	for p.at < len(p.src) {
		c := p.src[p.at]
		stop := (c == '.' || c == ',') && p.at+1 < len(p.src) && isDigit(p.src[p.at+1])
		if strings.HasPrefix(p.src[p.at:], "{,}") && p.at+3 < len(p.src) && isDigit(p.src[p.at+3]) { // a decimal comma, as TeX has to be told
			p.at += 3
			continue
		}
		if !isDigit(c) && !stop {
			break
		}
		p.at++
	}
	if p.at == start { // a figure of another script
		_, n := utf8.DecodeRuneInString(p.src[p.at:])
		p.at += n
	}
	s := &Symbol{Text: strings.ReplaceAll(p.src[start:p.at], "{,}", ","), Face: Roman}
	if p.face != nil && *p.face == Bold {
		s.Face = Bold
	}
	return s
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// letter returns a letter in the face that holds. Capital Greek letters are upright, as TeX has them.
func (p *parser) letter(text string) *Symbol {
	s := &Symbol{Text: text}
	switch r, _ := utf8.DecodeRuneInString(text); {
	case p.face != nil:
		s.Face = *p.face
	case unicode.Is(unicode.Greek, r) && unicode.IsUpper(r):
		s.Face = Roman
	}
	return s
}

// command returns the name of the command at the beginning of text, which begins with a backslash: letters, or one other character.
func command(text string) string {
	n := 1
	for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z') {
		n++
	}
	if n == 1 && n < len(text) {
		_, size := utf8.DecodeRuneInString(text[1:])
		n += size
	}
	return text[1:n]
}

// settle makes binary operators without something on both sides ordinary signs, as TeX does (The TeXbook, page 170): the minus of −1.
func settle(row Row) {
	before := Opening
	for i, n := range row {
		if s, ok := n.(*Symbol); ok && s.Class == Binary {
			switch before {
			case Binary, Operator, Relation, Opening, Punctuation:
				s.Class = Ordinary
			}
			if i+1 == len(row) {
				s.Class = Ordinary
			} else if next := ClassOf(row[i+1]); next == Relation || next == Closing || next == Punctuation {
				s.Class = Ordinary
			}
		}
		inner(n, settle)
		if _, ok := n.(Space); !ok {
			before = ClassOf(n)
		}
	}
}

// inner calls a function for the rows inside a node.
func inner(n Node, do func(Row)) {
	switch n := n.(type) {
	case Row:
		do(n)
	case *Scripts:
		if row, ok := n.Base.(Row); ok {
			do(row)
		} else {
			inner(n.Base, do)
		}
		do(n.Sub)
		do(n.Sup)
	case *Fraction:
		do(n.Over)
		do(n.Under)
	case *Root:
		do(n.Index)
		do(n.Of)
	case *Fenced:
		do(n.Inside)
	case *Accented:
		do(n.Over)
	}
}
