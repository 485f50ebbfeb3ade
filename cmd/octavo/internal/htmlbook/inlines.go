package htmlbook

import (
	"strings"
	"sync"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/runs"
)

// scope is what the elements around give to the text inside them.
type scope struct {
	runs.Format
	lang   string // of the text around, which the document or a block gives
	quotes int    // open q elements
	quoted bool   // inside a block quotation
}

// known holds the elements of running text that need no conversion of their own, beside those that set a format.
var known = sync.OnceValue(func() map[string]bool {
	return set(`a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark nobr noscript output picture q rb
	rp rt rtc ruby s samp small source span strike strong sub sup time tt u var wbr area map link meta base track style script
	template title head html body #root`)
})

// text appends the text inside a node to a line.
func (c *converter) text(line *runs.Line, n *node, s scope) {
	if n.tag == "" {
		line.Add(n.text, s.Format, c.doc.pos(n.at))
		return
	}
	if n.gone || c.dropped(n) {
		return
	}
	c.anchor(n)
	switch n.tag {
	case "br":
		line.AddObject(&book.LineBreak{Pos: c.doc.pos(n.at)}, s.Format)
		return
	case "wbr":
		line.Add("\u200B", s.Format, c.doc.pos(n.at))
		return
	case "img":
		c.picture(line, n, s)
		return
	case "a":
		if body := c.marks[n]; body != nil {
			line.AddObject(c.mark(n, body), s.Format)
			return
		}
	case "q":
		c.quotation(line, n, s)
		return
	case "rt":
		c.reading(line, n, s)
		return
	case "rp":
		return // reading writes parentheses
	case "math":
		c.left(Formula, n, n.plain())
	}
	s, ok := c.format(n, s)
	if !ok {
		return
	}
	for _, child := range n.children {
		c.text(line, child, s)
	}
}

// format returns the scope inside an element. It reports elements that are not known; those with hidden text give false.
func (c *converter) format(n *node, s scope) (scope, bool) {
	f := &s.Format
	switch n.tag {
	case "b", "strong":
		f.Bold = true
	case "i", "em", "cite", "dfn", "var":
		f.Italic = true
	case "s", "strike", "del":
		f.Strike = true
	case "u", "ins":
		f.Underline = true
	case "sup":
		f.Super = true
	case "sub":
		f.Sub = true
	case "small":
		f.Small = true
	case "mark":
		f.Mark = true
	case "kbd":
		f.Keyboard = true
	case "code", "samp", "tt":
		f.Code = true
	case "a":
		if href := strings.TrimSpace(n.attr("href")); href != "" && f.Link == nil && !strings.HasPrefix(strings.ToLower(href), "javascript:") {
			f.Link = &runs.Link{URL: href}
		}
	default:
		if !known()[n.tag] && !isBlock()[n.tag] && n.tag != "math" && !isMath()[n.tag] {
			c.left(Unknown, n, "")
		}
	}
	l := c.doc.sheet.of(n)
	if l.hidden == on || n.has("hidden") {
		if words := n.plain(); words != "" {
			c.left(Hidden, n, words)
		}
		return s, false
	}
	for _, p := range []struct {
		to   *bool
		from toggle
	}{
		{&f.Italic, l.italic}, {&f.Bold, l.bold}, {&f.SmallCaps, l.smallCaps}, {&f.Strike, l.strike}, {&f.Super, l.super}, {&f.Sub, l.sub},
	} {
		if p.from != unset {
			*p.to = p.from == on
		}
	}
	if l.underline == on && n.tag != "a" && f.Link == nil {
		f.Underline = true
	}
	if n.hasClass("smallcaps", "small-caps", "sc", "smcap", "smallcap") {
		f.SmallCaps = true
	}
	if n.hasClass("underline") && f.Link == nil {
		f.Underline = true
	}
	if lang := first(n.attr("lang"), n.attr("xml:lang")); lang != "" && n.tag != "html" && n.tag != "body" {
		c.language(&s, lang)
	}
	return s, true
}

// language sets the language of a scope if it is another one than that around.
func (c *converter) language(s *scope, lang string) {
	tag, err := language.Parse(lang)
	if err != nil {
		return
	}
	around := first(s.lang, c.doc.page.Lang)
	if base(around) == base(lang) && s.Lang == "" {
		return
	}
	s.Lang, s.lang = tag.String(), lang
}

// base returns the language of a tag without script and region.
func base(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	return tag
}

// isMath holds the elements of formulas.
var isMath = sync.OnceValue(func() map[string]bool {
	return set("mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose mfenced semantics merror mmultiscripts mprescripts none annotation annotation-xml")
})

// quotation appends a q element with its quotation marks, straight ones: whoever reads the text decides them.
func (c *converter) quotation(line *runs.Line, n *node, s scope) {
	sign := `"`
	if s.quotes%2 == 1 {
		sign = "'"
	}
	s, ok := c.format(n, s)
	if !ok {
		return
	}
	s.quotes++
	line.Add(sign, s.Format, c.doc.pos(n.at))
	for _, child := range n.children {
		c.text(line, child, s)
	}
	line.Add(sign, s.Format, c.doc.pos(n.at))
}

// reading appends the reading of an East Asian word, in parentheses.
func (c *converter) reading(line *runs.Line, n *node, s scope) {
	line.Add("(", s.Format, c.doc.pos(n.at))
	for _, child := range n.children {
		c.text(line, child, s)
	}
	line.Add(")", s.Format, c.doc.pos(n.at))
}

// picture appends an img element. A sign drawn as a picture becomes the sign, a picture of one pixel that counts readers nothing.
func (c *converter) picture(line *runs.Line, n *node, s scope) {
	alt := strings.Join(strings.Fields(n.attr("alt")), " ")
	path := strings.TrimSpace(n.attr("src"))
	if path == "" || strings.HasPrefix(path, "data:image/gif") || strings.HasPrefix(path, "data:image/svg") {
		path = first(n.attr("data-src"), n.attr("data-lazy-src"), n.attr("data-original"), path)
	}
	switch {
	case n.hasClass("emoji", "wp-smiley") && alt != "":
		line.Add(alt, s.Format, c.doc.pos(n.at))
	case small(n.attr("width")) && small(n.attr("height")):
	case path == "" || strings.HasPrefix(path, "data:image/svg"):
		c.left(Drawing, n, alt)
	default:
		img := &book.Image{Pos: c.doc.pos(n.at), Path: path, Alt: alt, Title: n.attr("title"), Decoration: n.has("alt") && alt == ""}
		if c.scope == Fragment { // a site gives the pixels of its own file
			img.Width, _ = book.ParseExtent(n.attr("width"))
		}
		line.AddObject(img, s.Format)
	}
}

func small(size string) bool { return size == "0" || size == "1" || size == "1px" }

// anchor records that an id leads to the heading above it or, if it is that of a block, to the heading with which the block begins.
func (c *converter) anchor(n *node) {
	for _, key := range []string{"id", "name"} {
		id := n.attr(key)
		if id == "" || key == "name" && n.tag != "a" {
			continue
		}
		if _, twice := c.doc.page.Anchors[id]; twice {
			continue
		}
		c.doc.page.Anchors[id] = c.doc.under
		if isBlock()[n.tag] {
			c.doc.pending = append(c.doc.pending, id)
		}
	}
}

// arrive says where the ids of blocks lead that have just begun: to the heading that comes first in them, if it is not nil.
func (c *converter) arrive(h *book.Heading) {
	if h != nil {
		for _, id := range c.doc.pending {
			c.doc.page.Anchors[id] = h
		}
	}
	c.doc.pending = c.doc.pending[:0]
}

// bracketed matches what may stand around a note's mark: "[" and "]", "(" and ")".
var bracketBefore, bracketAfter = lazyregexp.New(`[\[(]\s*$`), lazyregexp.New(`^\s*[\])]`)

// unbracket takes the brackets off marks of notes.
func unbracket(rs []runs.Run) []runs.Run {
	for i := range rs {
		if _, ok := rs[i].Object.(*book.NoteMark); !ok || i == 0 || i+1 == len(rs) || rs[i-1].Object != nil || rs[i+1].Object != nil {
			continue
		}
		before, after := bracketBefore().FindStringIndex(rs[i-1].Text), bracketAfter().FindStringIndex(rs[i+1].Text)
		if before != nil && after != nil {
			rs[i-1].Text = rs[i-1].Text[:before[0]]
			rs[i+1].Text = rs[i+1].Text[after[1]:]
		}
	}
	return rs
}
