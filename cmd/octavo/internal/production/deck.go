package production

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
)

// contactDPI shows the smallest words of a thumbnail as well as a screen does.
const contactDPI = 150

// Document makes a PDF of its own of pages.
func Document(d *outdir.Dir, name string, start time.Time, doc *page.Document) ([]Output, error) {
	var m Output
	err := m.Document(d, name, start, doc)
	return []Output{m}, err
}

// DeckSheets makes the sheets of a deck.
func DeckSheets(d *outdir.Dir, name string, start time.Time, deck *cards.Deck) ([]Output, error) {
	m := Output{Cards: deck.Entries()}
	err := m.Document(d, name, start, deck.Sheets())
	return []Output{m}, err
}

// ContactSheet makes the overview of a deck: a PDF, and beside it a picture of each of its pages.
func ContactSheet(d *outdir.Dir, name string, start time.Time, deck *cards.Deck) ([]Output, error) {
	doc := deck.Contact()
	made := make([]Output, 1+len(doc.Pages))
	made[0].Cards = len(deck.Cards)
	errs := make([]error, len(made))
	parallel.Each(len(made), func(i int) {
		if i == 0 {
			errs[0] = made[0].Document(d, name, start, doc)
			return
		}
		picture := fmt.Sprintf("%s-%d.png", strings.TrimSuffix(name, filepath.Ext(name)), i)
		errs[i] = made[i].Make(d, picture, start, func(w io.Writer) error {
			img, err := raster.Page(doc.Pages[i-1], contactDPI)
			if err != nil {
				return err
			}
			return raster.PNG(w, img)
		})
	})
	return made, cmp.Or(errs...)
}

// ChooseCards returns the entries that a choice and, where since is not "", a revision of the book choose: of the latter only
// those that are new since. Where they choose some of the cards only, the deck's title card and its list of themes are left out.
// An error of the type [*cards.ChoiceError] is about the choice.
func ChooseCards(ctx context.Context, p *project.Project, c cards.Choice, since string) ([]*book.Entry, error) {
	if since != "" {
		bk, err := project.StateAt(ctx, p.Dir, since)
		if err != nil {
			return nil, fmt.Errorf("cannot look for what is new since %q: %w", since, err)
		}
		c.Known = map[string]bool{}
		for _, e := range bk.Entries() {
			c.Known[e.ID] = true
		}
	}
	entries, err := cards.Choose(p.Cfg, p.Book, c)
	if err != nil {
		return nil, err
	}
	if some := len(c.Themes) + len(c.Kinds) + len(c.Audiences) + len(c.IDs); some > 0 || c.Known != nil {
		p.Cfg.Deck.Title, p.Cfg.Deck.Index = false, false // they go with the whole deck
	}
	if len(entries) > 0 {
		return entries, nil
	}
	if all, err := cards.Choose(p.Cfg, p.Book, cards.Choice{}); err == nil && len(all) == 0 {
		return nil, ErrNoDeck
	}
	if since != "" {
		return nil, fmt.Errorf("no card is new since %s, by what the flags ask for", since)
	}
	return nil, errors.New("no card meets all that the flags ask for; octavo cards contact shows the deck")
}
