package wordbook

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/runs"
)

// style is a style of paragraphs or characters, with what it has from those that it is based on.
type style struct {
	name    string // in small letters
	outline int    // 0 to 8; -1: none
	num     string // the id of its list, "" if it has none
	level   int
	kind    role
	format  change
	indents [2]int // left and right, in twentieths of a point
	center  bool
	right   bool
	break_  bool // a page begins with it
}

// change is what a style or a run says about a run's format.
type change struct {
	italic, bold, strike, underline, smallCaps, caps, hidden, mono *bool
	vertical                                                       string // "superscript", "subscript", "baseline"
	highlight                                                      string
}

// role is what a style of paragraphs is for.
type role int

const (
	bodyText role = iota
	headingRole
	titleRole
	subtitleRole
	authorRole
	quoteRole
	sourceRole
	codeRole
	verseRole
	captionRole
	contentsRole
	listRole
	breakRole
)

// styles are the file's styles by their ids.
type styles struct {
	byID      map[string]*style
	paragraph string // the id of the default style
}

// readStyles reads styles.xml.
func (f *reader) readStyles(name string) error {
	f.styles = styles{byID: map[string]*style{}}
	if name == "" || !f.c.Has(name) {
		return nil
	}
	p, err := f.open(name)
	if err != nil {
		return err
	}
	raw := map[string]*node{}
	top := p.root.child("styles")
	if top == nil {
		return nil
	}
	for _, n := range top.children {
		if n.name == "style" {
			raw[n.attr("styleId")] = n
			if n.attr("type") == "paragraph" && (n.attr("default") == "1" || n.attr("default") == "true") {
				f.styles.paragraph = n.attr("styleId")
			}
		}
	}
	if lang := top.find("lang"); lang != nil && f.out.Language == "" {
		f.out.Language = lang.attr("val")
	}
	for id := range raw {
		f.styles.resolve(id, raw, 0)
	}
	return nil
}

// maxBased is the longest chain of styles that are based on each other.
const maxBased = 40

// resolve returns a style with what it inherits.
func (s *styles) resolve(id string, raw map[string]*node, depth int) *style {
	if st, ok := s.byID[id]; ok {
		return st
	}
	st := &style{outline: -1}
	n := raw[id]
	if n == nil || depth > maxBased {
		return st
	}
	if based := n.val("basedOn"); based != "" && based != id {
		*st = *s.resolve(based, raw, depth+1)
	}
	st.name = strings.ToLower(strings.TrimSpace(n.val("name")))
	st.kind = roleOf(st.name, st.kind)
	if pPr := n.child("pPr"); pPr != nil {
		st.read(pPr)
	}
	if level := headingLevel(st.name); level > 0 && st.outline < 0 {
		st.outline = level - 1
	}
	if st.kind == titleRole || st.kind == subtitleRole || st.kind == contentsRole || st.kind == captionRole {
		st.outline = -1
	}
	st.format.read(n.child("rPr"))
	if depth == 0 || s.byID[id] == nil {
		s.byID[id] = st
	}
	return st
}

// read adds what the properties of a paragraph say.
func (st *style) read(pPr *node) {
	if v := pPr.val("outlineLvl"); v != "" {
		if st.outline = number(v); st.outline > 8 {
			st.outline = -1
		}
	}
	if num := pPr.child("numPr"); num != nil {
		if id := num.val("numId"); id != "" {
			st.num = id
		}
		if v := num.val("ilvl"); v != "" {
			st.level = number(v)
		}
	}
	if ind := pPr.child("ind"); ind != nil {
		for i, names := range [][2]string{{"left", "start"}, {"right", "end"}} {
			for _, name := range names {
				if v := ind.attr(name); v != "" {
					st.indents[i] = number(v)
				}
			}
		}
	}
	if jc := pPr.val("jc"); jc != "" {
		st.center, st.right = jc == "center", jc == "right" || jc == "end"
	}
	if yes, there := pPr.on("pageBreakBefore"); there {
		st.break_ = yes
	}
}

// align returns how the style's lines stand, if not at the left or justified.
func (st *style) align() book.Align {
	switch {
	case st.center:
		return book.AlignCenter
	case st.right:
		return book.AlignRight
	}
	return book.AlignDefault
}

// words of languages for styles that authors or programs name themselves. Word's own have their English names in every file.
var (
	headingName = lazyregexp.New(`^(?:heading|header|überschrift|titre|título|titolo|titulo|kop|rubrik|nagłówek|overskrift|başlık|заголовок|otsikko|nadpis|címsor|заглавие|見出し|标题|標題|제목)[ _-]*([1-9])?$`)
	chapterName = lazyregexp.New(`^(?:chapter|kapitel|chapitre|capítulo|capitolo|hoofdstuk|rozdział|bölüm|глава)(?:[ _-]?(?:title|heading|head|number|name|titel|überschrift))?$`)
)

// headingLevel returns the level that a style's name gives its paragraphs, 0 if it is no heading's.
func headingLevel(name string) int {
	if m := headingName().FindStringSubmatch(name); m != nil {
		if m[1] == "" {
			if strings.HasPrefix(name, "header") {
				return 0
			}
			return 1
		}
		return int(m[1][0] - '0')
	}
	if chapterName().MatchString(name) {
		return 1
	}
	return 0
}

// roleOf returns what a style is for, by its name; inherited is what the style that it is based on is for.
func roleOf(name string, inherited role) role {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(name, w) {
				return true
			}
		}
		return false
	}
	is := func(words ...string) bool {
		for _, w := range words {
			if name == w {
				return true
			}
		}
		return false
	}
	switch {
	case headingLevel(name) > 0:
		return headingRole
	case is("title", "titel", "titre", "título", "titolo", "book title", "tytuł", "заголовок", "başlık"):
		return titleRole
	case is("subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo", "ondertitel", "book subtitle"):
		return subtitleRole
	case is("author", "autor", "auteur", "autore", "byline"):
		return authorRole
	case strings.HasPrefix(name, "toc") || has("table of figures", "contents heading", "inhaltsverzeichnis") || strings.HasPrefix(name, "index ") || strings.HasPrefix(name, "contents "):
		return contentsRole
	case has("quote source", "attribution", "epigraph source", "quote author"):
		return sourceRole
	case has("quote", "quotation", "zitat", "citation", "citazione", "cita", "citaat", "cytat", "block text", "blockquote", "epigraph", "extract", "alıntı"):
		return quoteRole
	case has("caption", "beschriftung", "légende", "leyenda", "didascalia", "bijschrift"):
		return captionRole
	case has("verse", "poem", "poetry", "lyrics", "stanza"):
		return verseRole
	case has("source code", "code block", "preformatted", "verbatim", "listing", "code example") || is("code", "macro text"):
		return codeRole
	case has("scene break", "section break", "ornament", "dinkus", "horizontal line"):
		return breakRole
	case strings.HasPrefix(name, "list "):
		return listRole
	}
	return inherited
}

// of returns the style of a paragraph: a copy with the paragraph's own properties.
func (s *styles) of(pPr *node) style {
	id := pPr.val("pStyle")
	if id == "" {
		id = s.paragraph
	}
	st := style{outline: -1}
	if known, ok := s.byID[id]; ok {
		st = *known
	} else if id != "" { // a file without its styles
		st.name = strings.ToLower(id)
		st.kind = roleOf(st.name, bodyText)
		if level := headingLevel(st.name); level > 0 {
			st.outline = level - 1
		}
	}
	if pPr != nil {
		st.read(pPr)
	}
	return st
}

// read adds what the properties of a run say.
func (c *change) read(rPr *node) {
	if rPr == nil {
		return
	}
	for _, p := range []struct {
		name string
		to   **bool
	}{
		{"i", &c.italic}, {"b", &c.bold}, {"strike", &c.strike}, {"dstrike", &c.strike}, {"smallCaps", &c.smallCaps}, {"caps", &c.caps},
		{"vanish", &c.hidden}, {"u", &c.underline},
	} {
		if yes, there := rPr.on(p.name); there {
			*p.to = &yes
		}
	}
	if v := rPr.val("vertAlign"); v != "" {
		c.vertical = v
	}
	if v := rPr.val("highlight"); v != "" {
		c.highlight = v
	}
	if fonts := rPr.child("rFonts"); fonts != nil {
		if font := fonts.attr("ascii"); font != "" {
			mono := monospaced(font)
			c.mono = &mono
		}
	}
}

// monospaced reports whether a font is one of those in which programs set code.
func monospaced(font string) bool {
	font = strings.ToLower(font)
	for _, name := range []string{"courier", "consolas", "menlo", "monaco", "mono", "inconsolata", "fira code", "source code"} {
		if strings.Contains(font, name) {
			return true
		}
	}
	return false
}

func yes(b *bool) bool { return b != nil && *b }

// characterFormat returns the format of a run: that of its style of characters, and over it its own.
func (f *reader) characterFormat(rPr *node, base change) (runs.Format, change) {
	c := base
	code := false
	if id := rPr.val("rStyle"); id != "" {
		if st, ok := f.styles.byID[id]; ok {
			c.over(st.format)
			code = strings.Contains(st.name, "code") || strings.Contains(st.name, "verbatim") || strings.Contains(st.name, "source text")
			if link := st.name == "hyperlink" || strings.Contains(st.name, "internet link"); link {
				c.underline = base.underline
			}
		} else {
			t := true
			switch strings.ToLower(id) {
			case "emphasis":
				c.italic = &t
			case "strong":
				c.bold = &t
			}
		}
	}
	c.read(rPr)
	return runs.Format{
		Italic: yes(c.italic), Bold: yes(c.bold), Strike: yes(c.strike), Underline: yes(c.underline), SmallCaps: yes(c.smallCaps),
		Super: c.vertical == "superscript", Sub: c.vertical == "subscript", Mark: c.highlight != "" && c.highlight != "none", Code: code,
	}, c
}

// over sets in c what d says.
func (c *change) over(d change) {
	for _, p := range []struct{ to, from **bool }{
		{&c.italic, &d.italic}, {&c.bold, &d.bold}, {&c.strike, &d.strike}, {&c.underline, &d.underline}, {&c.smallCaps, &d.smallCaps},
		{&c.caps, &d.caps}, {&c.hidden, &d.hidden}, {&c.mono, &d.mono},
	} {
		if *p.from != nil {
			*p.to = *p.from
		}
	}
	if d.vertical != "" {
		c.vertical = d.vertical
	}
	if d.highlight != "" {
		c.highlight = d.highlight
	}
}
