// Package excerpt makes a smaller book of a book: its front matter, chosen entries and chapters, and a last page about the whole of it.
// [Of] returns it with its configuration, and whatever makes a book makes a sampler of that.
package excerpt

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/selection"
)

// Ask is what an excerpt has beside the front matter.
type Ask struct {
	Entries  selection.Choice
	Chapters []string // whole ones, by their ids or their files
}

// Of returns an excerpt of a book, and the configuration of that. The book stays as it is. The error, a [*selection.Error], is about what is
// asked for.
func Of(cfg *config.Config, bk *book.Book, ask Ask) (*config.Config, *book.Book, error) {
	whole, err := chapters(bk, ask.Chapters)
	if err != nil {
		return nil, nil, err
	}
	chosen := map[*book.Entry]bool{}
	if ask.Entries.Any() || len(whole) == 0 {
		entries, err := ask.Entries.Of(cfg, bk, unfit)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range entries {
			chosen[e] = true
		}
	}
	if len(chosen)+len(whole) == 0 {
		return nil, nil, selection.Errorf("no entry meets all that the flags ask for")
	}
	small := cut(bk, whole, chosen)
	own := configure(cfg, small)
	unlink(cfg.Lang, bk, small)
	small.Back = append(small.Back, lastPage(cfg, bk, small))
	return own, small, nil
}

// unfit says why an entry can be in no excerpt.
func unfit(e *book.Entry) string {
	if e.Status == book.Draft {
		return "the entry \"" + e.ID + "\" is a draft, which is in no book"
	}
	return ""
}

// chapters returns the chapters with ids, or in files, that are asked for.
func chapters(bk *book.Book, asked []string) (map[*book.Chapter]bool, error) {
	out := map[*book.Chapter]bool{}
	var ids []string
	for _, ch := range bk.Chapters() {
		ids = append(ids, ch.ID, strings.TrimSuffix(ch.File, ".md"))
	}
	for _, asked := range asked {
		name, found := strings.TrimPrefix(asked, "manuscript/"), false // as a shell completes it
		for _, ch := range bk.Chapters() {
			if ch.ID == name || ch.File == name || strings.TrimSuffix(ch.File, ".md") == name || slices.Contains(ch.Aliases, name) {
				out[ch], found = true, true
			}
		}
		if !found {
			return nil, selection.Unknown("chapter", asked, ids, "; a chapter is named by its file or its id")
		}
	}
	return out, nil
}

// configure returns the configuration of an excerpt: it says what it is on its title page and in its running heads, and it has an
// identifier of its own, so that no library takes it for the book.
func configure(cfg *config.Config, small *book.Book) *config.Config {
	own := *cfg
	b, w := &own.Book, &cfg.Lang.Trade
	b.ExcerptOf = &cfg.Book
	b.Slug += "-sampler"
	b.Edition = w.Excerpt
	b.ShortTitle = w.ExcerptOf.Fill("title", cmp.Or(b.ShortTitle, b.Title))
	parts := []string{"excerpt", b.Identifier}
	for _, ch := range small.Chapters() {
		parts = append(parts, ch.ID)
		for _, e := range ch.Entries() {
			parts = append(parts, e.ID)
		}
	}
	b.Identifier = config.UUID(parts...)
	b.ISBN.Print, b.ISBN.Epub, b.LCCN, b.CIP, b.Classification = "", "", "", nil, nil
	b.ISBN.Hardcover, b.Series = "", config.Series{} // it is no volume of a series
	no := &own.Pages.No
	no.ThemeIndex, no.FirstWordsIndex, no.SubjectIndex, no.Catalog, no.Colophon = true, true, true, true, true
	own.Index.See = nil
	own.Numbering.ListFigures, own.Numbering.ListTables = false, false
	kinds := slices.Clone(cfg.Kinds)
	for i := range kinds {
		kinds[i].Index = config.None
	}
	own.SetKinds(kinds)
	if cfg.Style != nil {
		style := *cfg.Style
		style.Chapter.Opens = config.Any // a chapter of a page or two needs no blank page before it
		if h := &style.Head; h.Verso != config.ByTitle && h.Recto != config.ByTitle && h.Verso != config.None {
			h.Verso = config.ByTitle
		}
		own.Style = &style
	}
	return &own
}

// AskOf returns what flags of octavo sampler ask for, as a manifest has them: "theme=service".
func AskOf(asked []string) (ask Ask) {
	for _, one := range asked {
		flag, value, _ := strings.Cut(one, "=")
		list := strings.Split(value, ",")
		switch flag {
		case "theme":
			ask.Entries.Themes = list
		case "kind":
			ask.Entries.Kinds = list
		case "audience":
			ask.Entries.Audiences = list
		case "entries":
			ask.Entries.IDs = list
		case "chapter":
			ask.Chapters = list
		}
	}
	return ask
}
