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
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/selection"
)

// SetDeck sets the cards of entries by set, which is Deck or Sheets of a project. Where errors keep the deck from being made it is nil,
// and they are in p.Found.
func SetDeck(ctx context.Context, p *project.Project, set func(*project.Project, []*book.Entry) (*cards.Deck, diag.List), entries []*book.Entry) (deck *cards.Deck, err error) {
	err = parallel.Interruptible(ctx, func() error {
		var found diag.List
		deck, found = set(p, entries)
		p.Settle(found)
		return nil
	})
	if err != nil || p.Found.Stops(diag.Deck) { // where it was interrupted, set may still be at it
		return nil, err
	}
	return deck, nil
}

// Deliver makes files of a deck or of a cover, as one set: in the build folder, with their lines in the manifest, or in another that the user names.
// It returns them with the folder's name. Where there is none, what is wrong with the book is in p.Found.
func Deliver(ctx context.Context, p *project.Project, of diag.Scope, folder string, make func(*outdir.Dir) ([]Output, error)) (made []Output, where string, err error) {
	d, err := p.OpenOutputs(ctx, folder, project.BuildFolder)
	if err != nil {
		return nil, "", err
	}
	defer d.Discard()
	err = parallel.Interruptible(ctx, func() (err error) { made, err = make(d); return err })
	switch {
	case p.Blames(err, of):
		return nil, "", nil
	case err != nil:
		return nil, "", err
	case p.Found.Stops(of):
		return nil, "", nil
	case folder == "":
		err = Publish(ctx, p, d, made)
	default:
		err = d.Commit(ctx)
	}
	return made, d.Name(), err
}

// contactDPI shows the smallest words of a thumbnail as well as a screen does.
const contactDPI = 150

// Document makes a PDF of its own of pages.
func Document(d *outdir.Dir, name string, start time.Time, doc *page.Document) ([]Output, error) {
	var m Output
	err := m.Document(d, name, start, doc)
	return []Output{m}, err
}

// DeckSheets makes the sheets of a deck and, where a machine cuts them, what its program takes: the lines to cut, as SVG and as DXF, and
// pictures of the fronts where it prints these itself.
func DeckSheets(d *outdir.Dir, name string, start time.Time, deck *cards.Deck) ([]Output, error) {
	deck.File = strings.TrimSuffix(name, filepath.Ext(name))
	doc, guide := deck.GuidedSheets()
	made := []Output{{Cards: deck.Entries(), Note: guideNote(guide)}}
	if err := made[0].Document(d, name, start, doc); err != nil {
		return made, err
	}
	cuts := deck.Cuts()
	if cuts == nil {
		return made, nil
	}
	files := []exportFile{{deck.CutName("svg"), cuts.SVG}, {deck.CutName("dxf"), cuts.DXF}}
	fronts, masks, dpi := deck.Pictures()
	for i, front := range fronts {
		files = append(files, exportFile{deck.PictureName(i + 1), func(w io.Writer) error { return writeCut(w, front, masks[i], dpi) }})
	}
	more := make([]Output, len(files))
	errs := make([]error, len(files))
	parallel.Each(len(files), func(i int) { errs[i] = more[i].Make(d, files[i].Name, start, files[i].Write) })
	if n := len(fronts); n > 1 {
		for i := range n - 1 {
			more[len(files)-1-i].Quiet = true
		}
		more[len(files)-n].Note = "… to " + deck.PictureName(n)
	}
	return append(made, more...), cmp.Or(errs...)
}

// writeCut writes a page as a picture that is transparent where its mask is white.
func writeCut(w io.Writer, front, mask *page.Page, dpi int) error {
	img, err := raster.Page(front, float64(dpi))
	if err != nil {
		return err
	}
	shape, err := raster.Page(mask, float64(dpi))
	if err != nil {
		return err
	}
	cut, err := raster.Cut(img, shape)
	if err != nil {
		return err
	}
	return raster.PrintPNG(w, cut, float64(dpi))
}

// guideNote says where the instructions stand.
func guideNote(g cards.Guide) string {
	switch {
	case g.First == 0:
		return ""
	case g.First == g.Last:
		return fmt.Sprintf("page %d: %s", g.First, g.What)
	}
	return fmt.Sprintf("pages %d–%d: %s", g.First, g.Last, g.What)
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
			return raster.PagePNG(w, doc.Pages[i-1], contactDPI)
		})
	})
	return made, cmp.Or(errs...)
}

// ErrNoCards is returned where a choice leaves no card.
var ErrNoCards = errors.New("no card meets all that the flags ask for; octavo cards contact shows the deck")

// ChooseCards returns the entries that a choice and, where since is not "", a revision of the book choose: of the latter only
// those that are new since. Where they choose some of the cards only, the deck's title card and its list of themes are left out.
// An error of the type [*selection.Error] is about the choice.
func ChooseCards(ctx context.Context, p *project.Project, c selection.Choice, since string) ([]*book.Entry, error) {
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
	if c.Any() {
		p.Configure(func(c *config.Config) { c.Deck.Title, c.Deck.Index = false, false }) // they go with the whole deck
	}
	if len(entries) > 0 {
		return entries, nil
	}
	if all, err := cards.Choose(p.Cfg, p.Book, selection.Choice{}); err == nil && len(all) == 0 {
		return nil, ErrNoDeck
	}
	if since != "" {
		return nil, fmt.Errorf("no card is new since %s, by what the flags ask for", since)
	}
	return nil, ErrNoCards
}
