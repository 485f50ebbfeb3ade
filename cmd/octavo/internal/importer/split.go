package importer

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// partName matches the titles of parts; chapterName those of chapters, as authors type them where they use no styles.
var (
	partName    = lazyregexp.New(`(?i)^(?:part|book|teil|partie|parte|deel|część|kısım|del)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)\b`)
	chapterName = lazyregexp.New(`(?i)^(?:(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|bölüm|глава)\s+(?:\d+|[ivxlc]+|[\p{L}-]+)(?:\s*[.:—–-]?\s*.{0,80})?|prologue|epilogue|foreword|preface|introduction|afterword|acknowledge?ments|appendix(?:\s+\w+)?|conclusion|about the author|prolog|epilog|vorwort|einleitung|nachwort|prólogo|epílogo|préface|avant-propos|prefazione)\W*$`)
	onlyNumber  = lazyregexp.New(`(?i)^(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|bölüm|глава|part|teil)?\s*(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|[a-z]+ty-[a-z]+)\W*$`)
)

// frontTitles and backTitles are titles of what stands before and after the chapters.
var (
	frontTitles = titles("preface|foreword|dedication|epigraph|copyright|acknowledgments|acknowledgements|a note to the reader|note to the reader|author's note|praise|vorwort|geleitwort|widmung|danksagung|préface|avant-propos|prólogo|prefacio|prefazione|voorwoord|wstęp|önsöz")
	backTitles  = titles("afterword|about the author|about the authors|acknowledgments|acknowledgements|appendix|glossary|bibliography|references|further reading|notes|sources|index|credits|colophon|nachwort|über den autor|danksagung|anhang|glossar|literatur|quellen|postface|remerciements|bibliographie|epílogo del autor|agradecimientos|bibliografía|ringraziamenti|dankwoord|nawoord|also by the author")
)

func titles(list string) map[string]bool {
	out := map[string]bool{}
	for _, t := range strings.Split(list, "|") {
		out[t] = true
	}
	return out
}

// chapters divides blocks into chapters at the headings of the highest level, or, where there are none, at lines that look like the
// titles of chapters. Title is that of the text as a whole, for what has no heading of its own.
func (ms *Manuscript) chapters(blocks []book.Block, title string, from string) []*Chapter {
	blocks = ms.titlePage(blocks)
	top := topLevel(blocks)
	if top == 0 {
		blocks = ms.typedTitles(blocks, from)
		top = topLevel(blocks)
	}
	parts := false
	blocks = numbered(blocks)
	if top > 0 {
		blocks = ms.typedTitlePage(blocks, top, title, from)
	}
	if top > 0 && len(blocks) > 0 {
		blocks, top, parts = ms.bookTitle(blocks, top)
	}
	var out []*Chapter
	part := ""
	var open *Chapter
	add := func(c *Chapter) {
		c.Part, part = part, ""
		open = c
		out = append(out, c)
	}
	for _, b := range blocks {
		h, ok := b.(*book.Heading)
		switch {
		case ok && parts && h.Level == top-1:
			part = book.PlainText(h.Text)
			open = nil
			continue
		case ok && h.Level == top || ok && h.Level < top && h.Level > 0:
			add(&Chapter{Title: h.Text, links: map[string]target{}})
			ms.anchorOf(h, open)
			continue
		case ok:
			h.Level = min(max(h.Level-top+1, 2), 6)
			if top == 0 {
				h.Level = 2
			}
		}
		if open == nil {
			words := title
			if part != "" {
				words = part
			}
			add(&Chapter{Title: plainTitle(words), links: map[string]target{}})
			if top > 0 && len(out) == 1 {
				open.Opening, open.Plain = true, true
				ms.look(open, from, "these words stand before the first heading; make them a chapter, a preface or nothing", "")
			}
		}
		open.Blocks = append(open.Blocks, b)
	}
	out = ms.partTitles(out, from)
	closeLevels(out)
	ms.place(out)
	return out
}

// partTitles makes parts of the headings of chapters that have no text: the next chapter begins the part. The book's own title is none.
func (ms *Manuscript) partTitles(cs []*Chapter, from string) []*Chapter {
	var out []*Chapter
	part := ""
	for i, c := range cs {
		switch {
		case len(c.Blocks) > 0 || i+1 == len(cs):
			c.Part, part = cmp.Or(part, c.Part), ""
			out = append(out, c)
		case strings.EqualFold(book.PlainText(c.Title), ms.Title):
			ms.remark(leftOut, nil, from, "the title page: octavo makes its own", book.PlainText(c.Title))
		default:
			part = book.PlainText(c.Title)
		}
	}
	return out
}

func plainTitle(s string) []book.Inline {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return []book.Inline{&book.Text{Value: s}}
}

// titlePage takes paragraphs in the styles of a title page out of the text, where they stand at its beginning.
func (ms *Manuscript) titlePage(blocks []book.Block) []book.Block {
	titles := 0
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == 0 {
			titles++
		}
	}
	var out []book.Block
	for i, b := range blocks {
		h, ok := b.(*book.Heading)
		if !ok || h.Level > 0 {
			out = append(out, b)
			continue
		}
		words := book.PlainText(h.Text)
		early := i < 8 && !holdsText(out)
		switch {
		case h.Level == 0 && titles > 1: // its author has used the style for chapters
			h.Level = 1
			out = append(out, h)
		case h.Level == 0 && early:
			ms.Title = words
		case h.Level == -1 && early && ms.Subtitle == "":
			ms.Subtitle = words
		case h.Level == -2 && early:
			ms.Authors = authorsOf(words)
		case h.Level == 0:
			h.Level = 1
			out = append(out, h)
		default:
			out = append(out, &book.Paragraph{Pos: h.Pos, Text: h.Text})
		}
	}
	return out
}

// longestTitlePage is the number of words that can stand under the title on a title page.
const longestTitlePage = 25

// authorsOf returns the names in a byline.
func authorsOf(s string) []string {
	s = strings.TrimSpace(s)
	for _, lead := range []string{"by ", "By ", "BY ", "von ", "Von ", "par ", "por ", "di "} {
		s = strings.TrimPrefix(s, lead)
	}
	var out []string
	for _, one := range regexp.MustCompile(`\s*(?:;|,| and | & | und | et | y )\s*`).Split(s, -1) {
		if one != "" {
			out = append(out, one)
		}
	}
	return out
}

// holdsText reports whether blocks hold a paragraph.
func holdsText(blocks []book.Block) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *book.Figure, *book.Break:
		default:
			return true
		}
	}
	return false
}

// topLevel returns the highest level of the headings, 0 if there are none.
func topLevel(blocks []book.Block) int {
	top := 0
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level > 0 && (top == 0 || h.Level < top) {
			top = h.Level
		}
	}
	return top
}

// bookTitle looks at the headings of the highest level: the only one, before anything else, is the book's title; those that are called
// parts are parts, and the chapters are one level below.
func (ms *Manuscript) bookTitle(blocks []book.Block, top int) (_ []book.Block, level int, parts bool) {
	var tops, next int
	named := true
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok {
			switch h.Level {
			case top:
				tops++
				named = named && partName().MatchString(book.PlainText(h.Text))
			case top + 1:
				next++
			}
		}
	}
	first, ok := blocks[0].(*book.Heading)
	switch {
	case tops == 1 && ok && first.Level == top && next > 1 && (ms.Title == "" || strings.EqualFold(ms.Title, book.PlainText(first.Text))):
		ms.Title = book.PlainText(first.Text)
		rest := blocks[1:]
		if under := topLevel(rest); under > 0 {
			return ms.bookTitle(rest, under)
		}
		return rest, top + 1, false
	case named && next > 0:
		return blocks, top + 1, true
	}
	return blocks, top, false
}

// unemphasised takes off emphasis that covers the whole of a text.
func unemphasised(text []book.Inline) []book.Inline {
	for len(text) == 1 {
		switch in := text[0].(type) {
		case *book.Strong:
			text = in.Text
		case *book.Emph:
			text = in.Text
		case *book.Span:
			if in.Style != book.Underline {
				return text
			}
			text = in.Text
		default:
			return text
		}
	}
	return text
}

// closeLevels closes up the levels of the headings inside each chapter, so that none is left out, and drops breaks between scenes at
// the chapter's ends.
func closeLevels(cs []*Chapter) {
	for _, c := range cs {
		var used [7]bool
		for _, b := range c.Blocks {
			if h, ok := b.(*book.Heading); ok {
				used[h.Level] = true
			}
		}
		var to [7]int
		next := 2
		for l := 2; l <= 6; l++ {
			to[l] = next
			if used[l] {
				next++
			}
		}
		for _, b := range c.Blocks {
			if h, ok := b.(*book.Heading); ok {
				h.Level = min(to[h.Level], 6)
			}
		}
		for len(c.Blocks) > 0 && isBreak(c.Blocks[0]) {
			c.Blocks = c.Blocks[1:]
		}
		for len(c.Blocks) > 0 && isBreak(c.Blocks[len(c.Blocks)-1]) {
			c.Blocks = c.Blocks[:len(c.Blocks)-1]
		}
	}
}

func isBreak(b book.Block) bool {
	_, ok := b.(*book.Break)
	return ok
}

// place tells prefaces and the like at the beginning, and appendices at the end, from the chapters.
func (ms *Manuscript) place(cs []*Chapter) {
	if len(cs) < 3 {
		return
	}
	key := func(c *Chapter) string {
		return strings.ToLower(strings.Trim(strings.ReplaceAll(book.PlainText(c.Title), "’", "'"), " .:"))
	}
	if at := slices.IndexFunc(cs, func(c *Chapter) bool { return c.Part != "" }); at > 0 {
		for _, c := range cs[:at] { // what comes before the first part
			c.Role = book.Front
		}
	}
	for _, c := range cs {
		if c.Part != "" || !frontTitles[key(c)] && !c.Opening {
			break
		}
		c.Role = book.Front
	}
	for i := len(cs) - 1; i > 0; i-- {
		c := cs[i]
		if c.Part != "" || c.Role == book.Front || !backTitles[key(c)] && !strings.HasPrefix(key(c), "about the author") && !strings.HasPrefix(key(c), "appendix") && !strings.HasPrefix(key(c), "anhang") {
			break
		}
		c.Role = book.Back
	}
}

// countedTitle matches a title with its number before it: 1 The Door, 2. The Stair.
var countedTitle = lazyregexp.New(`^(\d{1,3})(?:[.:)]|\s*[–—-])?\s+(.*\pL)`)

// uncounted takes the numbers off titles that count the chapters 1, 2, 3 …: octavo numbers them itself.
func (ms *Manuscript) uncounted() {
	var counted []*Chapter
	for _, c := range ms.Chapters {
		m := countedTitle().FindStringSubmatch(book.PlainText(c.Title))
		t, ok := first(c.Title).(*book.Text)
		if m == nil || !ok || !countedTitle().MatchString(t.Value) {
			continue
		}
		if n, _ := strconv.Atoi(m[1]); n != len(counted)+1 || c.Role != book.Body {
			return
		}
		counted = append(counted, c)
	}
	if len(counted) < 2 {
		return
	}
	for _, c := range counted {
		t := first(c.Title).(*book.Text)
		m := countedTitle().FindStringSubmatchIndex(t.Value)
		ms.remark(changed, c, "", "the numbers in the chapters' titles are left out: octavo counts the chapters itself", book.PlainText(c.Title))
		t.Value = t.Value[m[4]:]
	}
}

func first(text []book.Inline) book.Inline {
	if len(text) == 0 {
		return nil
	}
	return text[0]
}
