package htmlbook

import (
	"strings"
)

// look is what style sheets and style attributes say about an element's text, as far as a book has a form for it.
type look struct {
	italic, bold, smallCaps, underline, strike, super, sub toggle
	centered                                               toggle
	pageBreak, breakAfter                                  toggle // a new page before it, or after
	hidden                                                 toggle
}

// toggle is a property that is on, off, or not mentioned.
type toggle int8

const (
	unset toggle = iota
	on
	off
)

// over sets in l what m says.
func (l *look) over(m look) {
	for _, p := range []struct{ to, from *toggle }{
		{&l.italic, &m.italic}, {&l.bold, &m.bold}, {&l.smallCaps, &m.smallCaps}, {&l.underline, &m.underline}, {&l.strike, &m.strike},
		{&l.super, &m.super}, {&l.sub, &m.sub}, {&l.centered, &m.centered}, {&l.pageBreak, &m.pageBreak}, {&l.breakAfter, &m.breakAfter}, {&l.hidden, &m.hidden},
	} {
		if *p.from != unset {
			*p.to = *p.from
		}
	}
}

// sheet holds the looks of classes, of elements and of elements with a class: ".note", "em", "p.verse".
type sheet struct {
	own    map[string]look // of the document's own rules, with what shared says
	shared map[string]look // of the style sheets that it has in common with others, not to be changed
	cut    bool            // there are rules that were not read: see maxRules
}

// get returns the look of a key.
func (s *sheet) get(key string) look {
	if l, ok := s.own[key]; ok {
		return l
	}
	return s.shared[key]
}

// sheetOf returns a sheet with the rules of a document's style sheets, which are read once where documents after one another share
// them: ten thousand documents of an EPUB may.
func (c *converter) sheetOf(d *document) sheet {
	styles := d.Styles
	if len(styles) == 0 {
		return sheet{}
	}
	if len(styles) != len(c.styles) || &styles[0] != &c.styles[0] {
		var s sheet
		for _, css := range styles {
			s.read(css)
		}
		if s.cut {
			d.page.Left = append(d.page.Left, Left{Kind: Rules, Tag: "style", Pos: d.pos(0)})
		}
		c.styles, c.shared = styles, s.own
	}
	return sheet{shared: c.shared}
}

// maxRules is the largest number of classes and elements for which the rules of a document are read.
const maxRules = 20_000

// read adds the rules of a style sheet. Of a selector only the last compound counts, and only if it is an element, a class, or
// both: that is how the programs that export books write theirs.
func (s *sheet) read(text string) {
	for len(text) > 0 {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			return
		}
		if len(s.own)+len(s.shared) >= maxRules {
			s.cut = true
			return
		}
		selectors := text[:open]
		text = text[open+1:]
		if at := strings.LastIndexAny(selectors, ";}"); at >= 0 {
			selectors = selectors[at+1:]
		}
		if strings.Contains(selectors, "@media") || strings.Contains(selectors, "@supports") {
			continue // its rules follow
		}
		end := strings.IndexByte(text, '}')
		if end < 0 {
			end = len(text)
		}
		l := declarations(text[:end])
		text = text[min(end+1, len(text)):]
		if l == (look{}) {
			continue
		}
		for one := range strings.SplitSeq(uncommented(selectors), ",") {
			fields := strings.Fields(one)
			if len(fields) == 0 {
				continue
			}
			key := fields[len(fields)-1]
			if len(fields) > 1 && !strings.Contains(key, ".") || strings.ContainsAny(key, ":#[>+~*") || strings.Count(key, ".") > 1 {
				continue
			}
			known := s.get(key)
			known.over(l)
			if s.own == nil {
				s.own = map[string]look{}
			}
			s.own[key] = known
		}
	}
}

// uncommented returns a text of CSS without comments.
func uncommented(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteByte(' ')
		_, s, _ = strings.Cut(rest, "*/")
	}
}

// declarations reads what stands between the braces of a rule, or in a style attribute.
func declarations(text string) look {
	var l look
	for one := range strings.SplitSeq(text, ";") {
		key, value, ok := strings.Cut(one, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important")))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "font-style":
			l.italic = either(value == "italic" || strings.HasPrefix(value, "oblique"), value == "normal")
		case "font-weight":
			l.bold = either(value == "bold" || value == "bolder" || len(value) == 3 && value >= "600", value == "normal" || value == "400" || value == "300")
		case "font-variant", "font-variant-caps":
			l.smallCaps = either(strings.Contains(value, "small-caps"), value == "normal")
		case "text-decoration", "text-decoration-line":
			l.underline = either(strings.Contains(value, "underline"), value == "none")
			l.strike = either(strings.Contains(value, "line-through"), value == "none")
		case "vertical-align":
			l.super = either(value == "super", value == "baseline")
			l.sub = either(value == "sub", value == "baseline")
		case "text-align":
			l.centered = either(value == "center", value != "inherit")
		case "page-break-before", "break-before":
			l.pageBreak = either(value == "always" || value == "page" || value == "right" || value == "recto", false)
		case "page-break-after", "break-after":
			l.breakAfter = either(value == "always" || value == "page" || value == "right" || value == "recto", false)
		case "display":
			l.hidden = either(value == "none", false)
		}
	}
	return l
}

func either(yes, no bool) toggle {
	switch {
	case yes:
		return on
	case no:
		return off
	}
	return unset
}

// of returns the look of an element by its name, its classes and its style attribute.
func (s *sheet) of(n *node) look {
	var l look
	if len(s.own)+len(s.shared) > 0 {
		l = s.get(n.tag)
		for _, c := range n.classes() {
			l.over(s.get("." + c))
			l.over(s.get(n.tag + "." + c))
		}
	}
	if strings.EqualFold(n.attr("align"), "center") || n.tag == "center" || n.hasClass("has-text-align-center", "text-center", "aligncenter") {
		l.centered = on
	}
	if style := n.attr("style"); style != "" {
		l.over(declarations(style))
	}
	return l
}
