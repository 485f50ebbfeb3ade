package formula

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// command reads a command and its arguments.
func (p *parser) command() Node {
	at := p.at
	name := command(p.src[at:])
	p.at += 1 + len(name)
	if n, ok := sign(name); ok {
		if sym, ok := n.(*Symbol); ok && p.face != nil && *p.face == Bold && sym.Class == Ordinary {
			sym.Face = Bold
		}
		return n
	}
	if face, ok := faces()[name]; ok {
		return p.faced(name, face)
	}
	if mark, ok := marks()[name]; ok {
		mark.Over = p.argument()
		return &mark
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		f := &Fraction{Over: p.argument()}
		f.Under = p.argument()
		return f
	case "binom", "tbinom", "dbinom":
		f := &Fraction{Over: p.argument(), Bare: true}
		f.Under = p.argument()
		return &Fenced{Open: "(", Close: ")", Inside: Row{f}}
	case "sqrt":
		return p.root()
	case "text", "textrm", "textit", "mbox":
		return p.words()
	case "mathbb":
		return p.doubled()
	case "left":
		return p.fenced(at)
	case "displaystyle", "textstyle", "scriptstyle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "mathstrut", "nonumber":
		return nil // how large or where something stands follows from what it is
	case "not":
		return p.negated(at)
	}
	p.unknown(at, name)
	return nil
}

// sign returns what a command without arguments stands for.
func sign(name string) (Node, bool) {
	if s, ok := symbols()[name]; ok {
		sym := &Symbol{Text: s.text, Class: s.class, Face: Roman}
		if r, _ := utf8.DecodeRuneInString(s.text); r >= 'α' && r <= 'ω' || r >= 'ϑ' && r <= 'ϵ' {
			sym.Face = Italic
		}
		return sym, true
	}
	if text, ok := limited()[name]; ok {
		return &Symbol{Text: text, Class: Operator, Face: Roman}, true
	}
	if text, ok := integrals()[name]; ok {
		return &Symbol{Text: text, Class: Operator, Face: Roman}, true
	}
	if _, ok := names()[name]; ok {
		return &Symbol{Text: name, Class: Operator, Face: Roman}, true
	}
	if w, ok := spaces()[name]; ok {
		return w, true
	}
	return nil, false
}

// faced reads the argument of a command for a face. The letters of an upright word are one symbol.
func (p *parser) faced(name string, face Face) Node {
	outer := p.face
	p.face = &face
	row := p.argument()
	p.face = outer
	word := ""
	for _, n := range row {
		s, ok := n.(*Symbol)
		if !ok || s.Class != Ordinary || face == Italic {
			return row
		}
		word += s.Text
	}
	if word == "" {
		return Row{}
	}
	s := &Symbol{Text: word, Face: face}
	if name == "operatorname" {
		s.Class = Operator
	}
	return s
}

// root reads a root with its index, if it has one.
func (p *parser) root() Node {
	r := &Root{}
	if p.space(); p.at < len(p.src) && p.src[p.at] == '[' {
		p.at++
		r.Index = p.row("]")
		p.at = min(p.at+1, len(p.src))
	}
	r.Of = p.argument()
	return r
}

// words reads text in braces as it is.
func (p *parser) words() Node {
	p.space()
	end := strings.IndexByte(p.src[p.at:], '}')
	if p.at >= len(p.src) || p.src[p.at] != '{' || end < 0 {
		p.fail(p.at, "words in a formula that no braces hold", `write \text{words}`)
		return nil
	}
	text := p.src[p.at+1 : p.at+end]
	if i := strings.IndexAny(text, `\{$`); i >= 0 {
		p.fail(p.at+1+i, "more than words in \\text", "end the words before it, and write it beside them")
		return nil
	}
	p.at += end + 1
	return &Words{text}
}

// doubled reads letters of double strokes.
func (p *parser) doubled() Node {
	at := p.at
	out := &Symbol{Face: Roman}
	for _, n := range p.argument() {
		s, ok := n.(*Symbol)
		if !ok || len(s.Text) != 1 || s.Text[0] < 'A' || s.Text[0] > 'Z' {
			p.fail(at, "what has no form in double strokes", "only the capitals A to Z have one")
			return nil
		}
		if text, ok := double()[s.Text[0]]; ok {
			out.Text += text
		} else {
			out.Text += string(rune(0x1D538) + rune(s.Text[0]-'A'))
		}
	}
	if out.Text == "" {
		return Row{}
	}
	return out
}

// fenced reads a row between \left and \right.
func (p *parser) fenced(at int) Node {
	f := &Fenced{Open: p.delimiter()}
	f.Inside = p.row(`\right`)
	if p.err != nil {
		if p.err.What == "a group that is not closed" {
			p.err = &Error{At: at, What: `\left without \right`, Help: `write \right and the closing sign, or \right. for none`}
		}
		return nil
	}
	p.at += len(`\right`)
	f.Close = p.delimiter()
	return f
}

// delimiter reads what follows \left or \right.
func (p *parser) delimiter() string {
	p.space()
	at := p.at
	if at >= len(p.src) {
		p.fail(at, "a delimiter is missing", `write a sign such as ( or | behind \left and \right, or . for none`)
		return ""
	}
	text := p.src[at : at+1]
	if text == `\` {
		text += command(p.src[at:])
	}
	sign, ok := delimiters()[text]
	if !ok {
		p.fail(at, "a delimiter that octavo does not know: "+text, `the known ones are ( ) [ ] | / \{ \} \langle \rangle \lfloor \rfloor \lceil \rceil, and . for none`)
		return ""
	}
	p.at += len(text)
	return sign
}

// negations are the signs that are struck through after \not.
var negations = sync.OnceValue(func() map[string]string {
	return map[string]string{"=": "≠", "∈": "∉", "⊂": "⊄", "⊆": "⊈", "≡": "≢", "∣": "∤", "∥": "∦", "∼": "≁", "≈": "≉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱"}
})

func (p *parser) negated(at int) Node {
	arg := p.argument()
	if len(arg) == 1 {
		if s, ok := arg[0].(*Symbol); ok && negations()[s.Text] != "" {
			s.Text = negations()[s.Text]
			return s
		}
	}
	p.fail(at, `a sign that \not cannot strike through`, beyond)
	return nil
}

// unknown reports a command that has no form.
func (p *parser) unknown(at int, name string) {
	switch name {
	case "begin", "end":
		p.fail(at, `an environment in a formula: \`+name, "write the formulas one under another, each between its own $$; or "+beyond)
	case "\\", "newline":
		p.fail(at, "a line break in a formula", "write the formulas one under another, each between its own $$")
	case "right":
		p.fail(at, `\right without \left`, `write \left and the opening sign before it`)
	case "label", "tag", "ref", "eqref":
		p.fail(at, `formulas have no numbers: \`+name, "delete it, and refer to the formula in words")
	case "":
		p.fail(at, "a backslash at the end of a formula", "delete it")
	default:
		p.fail(at, `a command that octavo does not know in a formula: \`+name, `write words as \text{words}; or `+beyond)
	}
}
