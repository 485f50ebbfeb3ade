package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
)

// Drafts sets the unfinished entries, which the book leaves out, on pages of their own, D1, D2 …, so that review copies can
// show them after the book without changing its pages. Each chapter that has drafts begins a page. Pages is the page map of
// the book, which links refer to. Drafts returns nil when there are no drafts.
func Drafts(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map) ([]*page.Page, []pagemap.Page, *page.Node) {
	in := newInterior(notesWithChapters(cfg), bk, fonts, newMemo(cfg, fonts))
	in.folioOf = func(n int) string { return cfg.Lang.Entry.DraftFolio.Fill("n", strconv.Itoa(n)) }
	in.inner = max(in.inner, in.gutter(len(pages.Pages)))
	for _, ch := range bk.Chapters() {
		if c := draftsOf(ch, cfg.Lang.Entry.Drafts); c != nil {
			in.divisions = append(in.divisions, &division{name: c, title: book.PlainText(c.Title), chapter: c, kind: pagemap.Chapter, id: c.ID,
				make: func(l *layout) []pageBody { return l.chapterBodies(c) }})
		}
	}
	if len(in.divisions) == 0 {
		return nil, nil, nil
	}
	for i := range pages.Pages {
		for _, a := range pages.Pages[i].Anchors {
			in.folios[a] = pages.Pages[i].Label
		}
	}
	in.set()
	in.number()
	return in.print(), in.places, in.tree()
}

// notesWithChapters returns a configuration with the notes of a draft at its end where the book has them at its own end: drafts
// are bound behind that.
func notesWithChapters(cfg *config.Config) *config.Config {
	if cfg.Style.Note.Place != config.AtBook {
		return cfg
	}
	own, style := *cfg, *cfg.Style
	style.Note.Place, style.Note.Restart = config.AtChapter, config.RestartChapter
	own.Style = &style
	return &own
}

// draftsOf returns a chapter of the drafts in ch, with lead before its title, or nil when there are none. A draft in a
// draft's gloss stays in that gloss.
func draftsOf(ch *book.Chapter, lead string) *book.Chapter {
	out := &book.Chapter{File: ch.File, Source: ch.Source, Role: book.Back, ID: "drafts." + ch.ID, Pos: ch.Pos, Notes: ch.Notes,
		Title: append([]book.Inline{&book.Text{Value: lead}}, ch.Title...)}
	var find func(blocks []book.Block)
	find = func(blocks []book.Block) {
		for _, b := range blocks {
			e, ok := b.(*book.Entry)
			switch {
			case !ok:
			case e.Status == book.Draft:
				out.Blocks = append(out.Blocks, finished(e))
			default:
				find(e.Gloss)
			}
		}
	}
	find(ch.Blocks)
	if len(out.Blocks) == 0 {
		return nil
	}
	return out
}

// finished returns a copy of an entry, and of the entries in its gloss, that is set as if it were finished.
func finished(e *book.Entry) *book.Entry {
	c := *e
	c.Status, c.Level = book.Ready, 2
	c.Gloss = make([]book.Block, len(e.Gloss))
	for i, b := range e.Gloss {
		if inner, ok := b.(*book.Entry); ok {
			b = finished(inner)
		}
		c.Gloss[i] = b
	}
	return &c
}
