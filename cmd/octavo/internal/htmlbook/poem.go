package htmlbook

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// isPoem reports whether an element says that it is verse.
func isPoem(n *node) bool {
	return n.hasClass("poem", "poetry", "verse", "poetry-container", "wp-block-verse", "lg", "stanza", "linegroup") ||
		n.hasRole("z3998:verse", "z3998:poem", "z3998:song", "z3998:hymn", "z3998:lyrics")
}

// poem returns an element as a quotation with verse, or nil if it has less than two lines.
func (c *converter) poem(n *node, s scope) *book.Quote {
	p := &poemReader{c: c, s: s}
	p.s.quoted = false
	p.visit(n)
	p.stanza()
	lines := 0
	for _, s := range p.stanzas {
		lines += len(s.Lines)
	}
	if lines < 2 {
		return nil
	}
	v := &book.Verse{Pos: c.doc.pos(n.at), Quoted: true, Stanzas: p.stanzas}
	return &book.Quote{Pos: v.Pos, Blocks: []book.Block{v}}
}

// poemReader collects the lines of a poem.
type poemReader struct {
	c       *converter
	s       scope
	stanzas []*book.Stanza
	open    *book.Stanza
}

// stanza ends the open stanza.
func (p *poemReader) stanza() {
	if p.open != nil {
		p.stanzas = append(p.stanzas, p.open)
		p.open = nil
	}
}

// visit collects the lines inside a node. A paragraph with line breaks is a stanza, and so are the lines of an element inside the
// poem; other elements are a line each.
func (p *poemReader) visit(n *node) {
	var line runs.Line
	flush := func() {
		p.lines(line.Runs, n)
		line = runs.Line{}
	}
	for _, child := range n.children {
		switch {
		case child.gone || p.c.dropped(child):
		case n.tag == "pre" && child.tag == "":
			for i, l := range strings.Split(strings.Trim(child.text, "\n"), "\n") {
				if i > 0 {
					line.AddObject(&book.LineBreak{Pos: p.c.doc.pos(child.at)}, p.s.Format)
				}
				text := strings.TrimLeft(l, " ")
				l = strings.Repeat("\u00A0\u00A0", len(l)-len(text)) + text // a column is half an em
				line.Add(l, p.s.Format, p.c.doc.pos(child.at))
			}
		case isBlock()[child.tag] && (child.hasBlock || isPoem(child)):
			flush()
			p.stanza()
			p.visit(child)
			p.stanza()
		case isBlock()[child.tag]:
			flush()
			whole := false
			child.walk(func(n *node) bool { whole = whole || n.tag == "br"; return true })
			if whole = whole && child.tag == "p"; whole {
				p.stanza()
			}
			p.visit(child)
			if whole {
				p.stanza()
			}
		case child.tag == "span" && (child.hasClass("line", "l", "verse-line") || indent(child) > 0 || child.hasClass("i0")):
			flush()
			var own runs.Line
			p.c.text(&own, child, p.s)
			p.lines(own.Runs, child)
		default:
			p.c.text(&line, child, p.s)
		}
	}
	flush()
}

// lines adds lines that line breaks part. An empty line ends the stanza.
func (p *poemReader) lines(rs []runs.Run, n *node) {
	rs = unbracket(rs)
	start := 0
	for i := 0; i <= len(rs); i++ {
		end := i == len(rs)
		if !end {
			if _, br := rs[i].Object.(*book.LineBreak); !br {
				continue
			}
		}
		one := rs[start:i]
		start = i + 1
		spaces := leading(one)
		words := runs.Paragraphs(one)
		if len(words) == 0 {
			if !end {
				p.stanza()
			}
			continue
		}
		l := &book.VerseLine{Pos: words[0][0].Pos, Indent: spaces + indent(n), Text: runs.Nest(words[0])}
		if p.open == nil {
			p.open = &book.Stanza{Pos: l.Pos}
		}
		p.open.Lines = append(p.open.Lines, l)
	}
}

// leading returns the width of the no-break spaces before a line, in hundredths of an em.
func leading(rs []runs.Run) int {
	n := 0
	for _, r := range rs {
		rest := strings.TrimLeft(r.Text, " \u00A0")
		n += 25 * strings.Count(r.Text[:len(r.Text)-len(rest)], "\u00A0")
		if rest != "" || r.Object != nil {
			break
		}
	}
	return n
}

// indent returns the indent of a line whose class gives one, in hundredths of an em: "i2" of Project Gutenberg, "indent1".
func indent(n *node) int {
	for _, class := range n.classes() {
		for lead, unit := range map[string]int{"i": 50, "indent": 100, "indent-": 100} {
			if digits, ok := strings.CutPrefix(class, lead); ok {
				if k, err := strconv.Atoi(digits); err == nil && k > 0 && k < 40 {
					return k * unit
				}
			}
		}
		if class == "indent" {
			return 100
		}
	}
	return 0
}

// verse returns a paragraph whose lines end with breaks as verse of one stanza, or nil.
func verse(words []book.Inline) *book.Verse {
	s := &book.Stanza{Pos: words[0].Start()}
	var line []book.Inline
	end := func() {
		if len(line) > 0 {
			s.Lines = append(s.Lines, &book.VerseLine{Pos: line[0].Start(), Text: line})
		}
		line = nil
	}
	for _, in := range words {
		if _, ok := in.(*book.LineBreak); ok {
			end()
			continue
		}
		line = append(line, in)
	}
	end()
	if len(s.Lines) < 2 {
		return nil
	}
	return &book.Verse{Pos: s.Pos, Quoted: true, Stanzas: []*book.Stanza{s}}
}
