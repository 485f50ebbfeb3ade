// Package chart draws the measures of a book: the words of each chapter, and the entries of each theme. [Draw] sets them in the faces
// of the book's own style. All words are the book's or those of its language.
package chart

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/stats"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The measures of the picture. Its height is that of what it shows.
const (
	wide    = 560 * page.Pt
	margin  = 40 * page.Pt
	size    = 10 * page.Pt
	leading = 15 * page.Pt
	names   = 190 * page.Pt // at most, for the names before the bars
	gap     = 8 * page.Pt
	thick   = 5 * page.Pt // a bar
)

// bar is a line of the picture.
type bar struct {
	number string // before the name; "": none
	name   string
	n      int
}

// chart is a picture being drawn.
type chart struct {
	cfg  *config.Config
	text textstyle.Style
	ink  page.Color
	page *page.Page
	y    page.Length
}

// Draw draws the measures of a book.
func Draw(cfg *config.Config, fonts *textstyle.Fonts, s *stats.Stats) *page.Page {
	c := &chart{cfg: cfg, page: &page.Page{Width: wide, Label: "stats"}, y: margin}
	c.text = textstyle.Style{Fonts: fonts, Features: textstyle.Figures(cfg.Style), Color: page.Black, Solid: true, Size: size}
	c.ink = barInk(cfg.Style.Cover.Ground)
	title := c.text.Faced(cfg.Style.Chapter.Face)
	title.Size = 24 * page.Pt
	c.put(cfg.Book.Title, title, margin, wide-2*margin, 28*page.Pt)
	c.put(cfg.Lang.AboutWords(s.Words-s.Drafts.Words), c.text.Faced(config.Italic), margin, wide-2*margin, leading)
	c.y += leading
	chapters, themes := barsOf(cfg, s)
	at := c.columns(append(slices.Clone(chapters), themes...))
	c.bars(chapters, at)
	if len(themes) > 0 {
		c.y += leading
		c.put(cfg.Lang.Titles.ByTheme.Fill("entries", cfg.Lang.Capital(entriesName(cfg, s))), c.text.Label(), margin, wide-2*margin, leading)
		c.y += leading / 3
		c.bars(themes, at)
	}
	c.page.Height = c.y + margin
	if cfg.Lang.RightToLeft() {
		page.Mirror(c.page)
	}
	return c.page
}

// barsOf returns the bars of chapters, by words, and of themes, by entries.
func barsOf(cfg *config.Config, s *stats.Stats) (chapters, themes []bar) {
	for i := range s.Chapters {
		ch := &s.Chapters[i]
		b := bar{name: ch.Title, n: ch.Words}
		if ch.Number > 0 {
			b.number = cfg.Lang.Figure(ch.Number)
		}
		chapters = append(chapters, b)
	}
	if s.Entries.Count > 0 {
		for _, t := range s.Entries.Themes {
			themes = append(themes, bar{name: t.Name, n: t.Count})
		}
	}
	return chapters, themes
}

// entriesName returns what the entries of a book are called together.
func entriesName(cfg *config.Config, s *stats.Stats) string {
	var ids []string
	for _, k := range s.Entries.Kinds {
		if k.Count > 0 {
			ids = append(ids, k.ID)
		}
	}
	return cfg.EntriesName(ids)
}

// barInk returns the colour of bars: that of the style's cover, or black where it would hardly show on white.
func barInk(ground string) page.Color {
	rgb, ok := contrast.Parse(ground)
	if !ok || contrast.Ratio(rgb, contrast.White) < 3 { // WCAG 2.2, 1.4.11: what is needed to understand a picture
		return page.Black
	}
	return page.FromRGB(rgb.R, rgb.G, rgb.B)
}

// put sets a text, and goes down.
func (c *chart) put(text string, d textstyle.Style, x, measure, leading page.Length) {
	if text == "" {
		return
	}
	set := typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: typeset.RaggedRight, Balanced: true})
	c.page.Items, c.y = textstyle.Stack(c.page.Items, set, x, c.y, leading)
}

// line sets a text on one line at the height where c is, its words kept together; its right end is at x + measure where it is aligned so.
func (c *chart) line(text string, x, measure page.Length, align typeset.Alignment) {
	if text == "" {
		return
	}
	words := []typeset.Inline{c.text.Span(strings.ReplaceAll(text, " ", "\u00A0"), diag.Pos{})}
	if align == typeset.RaggedRight {
		words = textstyle.Shorten(words, measure)
	}
	set := typeset.SetParagraph(words, typeset.Setting{Measure: measure, Align: align})
	if len(set) > 0 {
		c.page.Items, _ = textstyle.Stack(c.page.Items, set[:1], x, c.y, leading)
	}
}

// columns are where the parts of all lines begin and end.
type columns struct{ numbers, name, named, bar, room page.Length }

// columns places the parts of lines so that all bars begin under one another.
func (c *chart) columns(all []bar) columns {
	widest := func(of func(bar) string) (w page.Length) {
		for _, b := range all {
			w = max(w, typeset.Width(strings.ReplaceAll(of(b), " ", "\u00A0"), c.text.Span("", diag.Pos{})))
		}
		return w + page.Pt // so that rounding parts no line
	}
	at := columns{numbers: widest(func(b bar) string { return b.number }), name: margin}
	if at.numbers > page.Pt {
		at.name += at.numbers + gap
	}
	at.named = min(names, widest(func(b bar) string { return b.name }))
	at.bar = at.name + at.named + gap
	at.room = wide - margin - widest(func(b bar) string { return c.cfg.Lang.Grouped(b.n) }) - gap - at.bar
	return at
}

// bars draws bars under one another: a number, a name, the bar, and how many.
func (c *chart) bars(bars []bar, at columns) {
	most := 1
	for _, b := range bars {
		most = max(most, b.n)
	}
	top := c.y
	for _, b := range bars {
		c.line(b.number, margin, at.numbers, typeset.RaggedLeft)
		c.line(b.name, at.name, at.named, typeset.RaggedRight)
		long := at.room * page.Length(b.n) / page.Length(most)
		middle := c.y + textstyle.Baseline(leading) - size*22/100 // of the small letters
		if b.n > 0 {
			c.page.Items = append(c.page.Items, &page.Rule{X: at.bar, Y: middle - thick/2, W: max(long, page.Pt), H: thick, Color: c.ink})
		}
		c.line(c.cfg.Lang.Grouped(b.n), at.bar+long+gap*3/4, wide, typeset.RaggedRight)
		c.y += leading
	}
	c.page.Items = append(c.page.Items, &page.Rule{X: at.bar - page.Pt/2, Y: top, W: page.Pt / 2, H: c.y - top, Color: page.Color{K: 60}})
}
