package studio

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

// deckLook is how cards are looked at: in another style, size or design, or on another paper, than book.toml has. The zero deckLook is
// book.toml's own.
type deckLook struct{ Style, Card, Design, Sheet string }

// settings returns what a look sets in book.toml's place.
func (l deckLook) settings() []config.Setting {
	given := map[string]any{}
	if l.Card != "" {
		given["deck.card"] = l.Card
	}
	if l.Sheet != "" {
		given["deck.sheet"] = l.Sheet
	}
	out := config.DeckSettings(given)
	if l.Style != "" {
		out = append(out, config.Setting{Key: "deck.style", Flag: "--style", Value: l.Style})
	}
	return out
}

// deckState is the cards of a state of the book, set to be looked at. It is not modified.
type deckState struct {
	n       int // of the state
	look    deckLook
	project *project.Project // whose cards they are
	cfg     *config.Config   // with the design of the look
	deck    *cards.Deck      // nil: there are none, or they cannot be set
	found   diag.List        // of the deck
	sheets  []printedSheet   // nil: they cannot be laid out
	old     bool             // the cards are those of an earlier state, because this one has errors
	fault   error            // what kept octavo from setting the cards
}

// decks holds the decks that were last asked for. Nothing else of the studio waits for one to be set.
type decks struct {
	setting sync.Mutex
	last    []*deckState // the latest first
}

// keptDecks is how many decks are kept: those of a few looks.
const keptDecks = 4

// deck returns the deck of the book as it is now. The caller may go while it is set: it stays for the next one.
func (s *Studio) deck(ctx context.Context, l deckLook) *deckState {
	st := s.book.state(ctx, look{})
	d := &s.decks
	d.setting.Lock()
	defer d.setting.Unlock()
	var before *deckState
	if i := slices.IndexFunc(d.last, func(k *deckState) bool { return k.look == l }); i >= 0 {
		before = d.last[i]
	}
	if before != nil && before.n == st.n {
		return before
	}
	made := &deckState{n: st.n, look: l, project: st.project}
	made.fault = parallel.Guard(func() error { return s.setDeck(context.WithoutCancel(ctx), st, made) })
	if made.deck == nil && before != nil && before.deck != nil && made.broken() {
		made.deck, made.sheets, made.cfg, made.project, made.old = before.deck, before.sheets, before.cfg, before.project, true
	}
	others := slices.DeleteFunc(d.last, func(k *deckState) bool { return k == before })
	d.last = append([]*deckState{made}, others[:min(len(others), keptDecks-1)]...)
	return made
}

// broken reports whether something is wrong that keeps the deck from being set.
func (d *deckState) broken() bool {
	return d.fault != nil || d.project == nil || !d.project.Showable() || d.project.Cards == nil
}

// setDeck sets the deck of a state. It leaves it out where the book cannot be set.
func (s *Studio) setDeck(ctx context.Context, st *state, made *deckState) error {
	if st.fault != nil {
		return st.fault
	}
	p := st.project
	if made.look != (deckLook{}) && p.Cfg != nil {
		var err error
		if p, err = s.book.open(ctx, s.book.drafts.now(), made.look.settings()...); err != nil {
			return err
		}
		if err := config.FlagFault(p.Found); err != nil {
			_, what, _ := strings.Cut(err.Error(), ": ") // behind the flag's name
			return errors.New(what)
		}
	}
	made.project, made.cfg = p, p.Cfg
	if made.broken() {
		return nil
	}
	made.cfg = designed(p.Cfg, made.look.Design)
	entries, err := cards.Choose(made.cfg, p.Book, selection.Choice{})
	if err != nil {
		return err
	}
	grid, found := cards.Lay(made.cfg)
	laid := !found.HasErrors()
	deck, more := p.Faces.Preview(made.cfg, p.Book, p.Cards, st.places, entries)
	made.deck, made.found = deck, check.Level(made.cfg, append(found, more...).Limited(diag.Deck))
	made.found.Sort(p.Book.Sources...)
	if deck != nil && laid {
		deck.Grid = grid
		made.sheets = printedSheets(deck, &made.cfg.Deck)
	}
	return nil
}

// printedSheet is one side of a sheet of the deck as it is printed.
type printedSheet struct {
	page   *page.Page
	number int    // of the sheet, from 1; 0: the page is about the cards
	side   string // "front" or "back"; "" where sheets have one side
}

// printedSheets returns the sheets of a deck, with the pages that say how the cards are made.
func printedSheets(deck *cards.Deck, k *config.Deck) (out []printedSheet) {
	doc, guide := deck.GuidedSheets()
	sides := []string{""}
	switch {
	case k.Cutter != nil && k.Cutter.DPI > 0: // its program prints the fronts
		sides = []string{"back"}
	case k.Sides == config.TwoSided:
		sides = []string{"front", "back"}
	}
	n := 0
	for i, p := range doc.Pages {
		switch {
		case i+1 >= guide.First && i+1 <= guide.Last:
			out = append(out, printedSheet{page: p})
		case len(p.Items) > 0: // not a blank back of the instructions
			out = append(out, printedSheet{p, n/len(sides) + 1, sides[n%len(sides)]})
			n++
		}
	}
	return out
}

// designed returns cfg with another design of the cards; "" is the style's own.
func designed(cfg *config.Config, design string) *config.Config {
	if design == "" {
		return cfg
	}
	out, style := *cfg, *cfg.CardStyle
	style.Card.Design = design
	out.CardStyle = &style
	return &out
}
