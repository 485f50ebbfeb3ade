package epub

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// TestEntryLayouts looks at the markup of entries in each layout, and of references to them as a list and run on.
func TestEntryLayouts(t *testing.T) {
	words := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	entry := func(id, maxim string, number int, see ...string) *book.Entry {
		return &book.Entry{ID: id, Level: 2, Maxim: words(maxim), Kind: "meme", Number: number, See: see,
			Gloss: []book.Block{&book.Paragraph{Text: words("The gloss.")}, &book.Paragraph{Text: words("More.")}}}
	}
	for name, c := range map[string]struct {
		style  config.EntryStyle
		number int
		wants  []string
	}{
		"numbered": {config.EntryStyle{Layout: config.Numbered, Number: config.Hanging, SeeEbook: config.Listed}, 12, []string{
			`<section class="entry meme numbered hanging" id="one">`, `<h2 class="maxim"><span class="number">12 </span>Say less.</h2>`,
			`<li><a href="#two">Ask first</a>, maxim` + "\u00A0" + `13</li>`}},
		"run-in": {config.EntryStyle{Layout: config.RunIn, SeeEbook: config.RunOn}, 0, []string{
			`<section class="entry meme run-in" id="one">`,
			"<div class=\"opening\">\n<h2 class=\"maxim\">Say less.</h2>\n<p>The gloss.</p>\n</div>\n<div class=\"gloss\">\n<p>More.</p>\n</div>",
			`<p class="run-on"><span class="label">See</span> <a href="#two">Ask first</a>.</p>`}},
		"display": {config.EntryStyle{Layout: config.Display, SeeEbook: config.Listed}, 0, []string{
			`<section class="entry meme" id="one">`, "<div class=\"gloss\">\n<p>The gloss.</p>\n<p>More.</p>\n</div>",
			`<li><a href="#two">Ask first.</a></li>`}},
	} {
		cfg, style := fullConfig(), *houseStyle(t, "classic")
		style.Entry = c.style
		cfg.Style = &style
		two := 0
		if c.number > 0 {
			two = c.number + 1
		}
		ch := &book.Chapter{ID: "chapter", Title: words("Chapter"), Number: 1,
			Blocks: []book.Block{entry("one", "Say less.", c.number, "two"), entry("two", "Ask first.", two)}}
		bk := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}}
		data := string(open(t, write(t, cfg, bk, houseAssets(t))).files["EPUB/xhtml/chapter-01.xhtml"])
		for _, want := range c.wants {
			if !strings.Contains(data, want) {
				t.Errorf("%s: no %s in\n%s", name, want, data)
			}
		}
	}
}
