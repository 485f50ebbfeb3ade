package excerpt

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/trade"
	"octavo/cmd/octavo/internal/xref"
)

// lastPageID is the anchor of the page about the whole book. No author's id has a full stop.
const lastPageID = "octavo.whole-book"

// lastPage returns the chapter at the end of an excerpt: what it is from, what the whole book is about, what it costs, where it is to be had,
// and what else is in it.
func lastPage(cfg *config.Config, bk, small *book.Book) *book.Chapter {
	pos := cfg.Where("book.title")
	text := func(s string) book.Inline { return &book.Text{Value: s} }
	b := &cfg.Book
	before, after, _ := strings.Cut(cfg.Lang.Trade.IsExcerpt.Fill("title", "\x00"), "\x00")
	title := b.Title
	if strings.HasSuffix(title, ".") && strings.HasPrefix(after, ".") {
		after = after[1:]
	}
	ch := &book.Chapter{Role: book.Back, ID: lastPageID, Title: []book.Inline{text(cfg.Lang.Trade.WholeBook)}, Pos: pos, Counted: book.No}
	add := func(blocks ...book.Block) { ch.Blocks = append(ch.Blocks, blocks...) }
	add(&book.Paragraph{Text: []book.Inline{text(before), &book.Emph{Text: []book.Inline{text(title)}}, text(after)}})
	add(trade.Blurb(cfg, bk)...)
	data := &book.Definitions{}
	for _, f := range trade.Buying(cfg) {
		data.Items = append(data.Items, definition(f.Label, lines(f.Values)))
	}
	if order := trade.Order(cfg); len(order) > 0 {
		data.Items = append(data.Items, definition(cfg.Lang.Trade.Order, lines(order)))
	}
	add(data)
	add(&book.Heading{Level: 2, ID: lastPageID + ".contents", Text: []book.Inline{text(cfg.Lang.Titles.Contents)}})
	add(contents(bk, small)...)
	return ch
}

func definition(label string, text []book.Inline) *book.Definition {
	return &book.Definition{Terms: [][]book.Inline{{&book.Text{Value: label}}}, Defs: [][]book.Block{{&book.Paragraph{Text: text}}}}
}

// lines returns lines of text, of which addresses are links.
func lines(all []string) (out []book.Inline) {
	for i, line := range all {
		if i > 0 {
			out = append(out, &book.LineBreak{})
		}
		var in book.Inline = &book.Text{Value: line}
		if url := trade.Address(line); url != "" {
			in = &book.Link{URL: url, Text: []book.Inline{in}}
		}
		out = append(out, in)
	}
	return out
}

// contents lists the chapters of the whole book by its parts, those of the excerpt as links.
func contents(bk, small *book.Book) (out []book.Block) {
	there := xref.New(small)
	list := func(all []*book.Chapter) {
		l := &book.List{Tight: true}
		for _, ch := range all {
			if ch.Unlisted || ch.Opening {
				continue
			}
			title := []book.Inline{&book.Text{Value: book.PlainText(ch.Title)}}
			if _, ok := there.Target(ch.ID); ok {
				title = []book.Inline{&book.Link{Target: ch.ID, Text: title}}
			}
			l.Items = append(l.Items, &book.Item{Blocks: []book.Block{&book.Paragraph{Text: title}}})
		}
		if len(l.Items) > 0 {
			out = append(out, l)
		}
	}
	list(bk.Front)
	for _, p := range bk.Parts {
		if p.Title != "" {
			out = append(out, &book.Heading{Level: 3, ID: lastPageID + "." + p.ID, Text: []book.Inline{&book.Text{Value: p.Title}}})
		}
		list(p.Chapters)
	}
	list(bk.Back)
	return out
}
