package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

func cardsCommand() *cobra.Command {
	var o deckOptions
	var out string
	cmd := &cobra.Command{
		Use:   "cards",
		Short: "Make the deck of cards, or part of it",
		Long: `Make the deck of cards, build/my-book-cards.pdf: sheets to print on both sides and
cut out. [deck] in book.toml sets the card, the sheet and the cut marks; 'octavo
explain book.toml' lists its keys. Flags override them for one run. A page in the
file says how the cards are printed and cut; --instructions first puts it before
the sheets. With marks = "silhouette" or "cricut", what the machine cuts is written
beside it.

Choose cards by theme, kind, audience or id, or only those that are new since a git
revision. With several of these flags, a card must match them all. A deck of chosen
cards has no title card and no list of themes.

--from makes a deck of cards that are not in the book, out of a spreadsheet saved as
CSV. Its first row names the columns: text, and where you use them back, theme, kind,
id, audience and copies.`,
		Example: `  octavo cards                                  make the whole deck
  octavo cards --theme service --kind metaphor  make some of the cards
  octavo cards --since v1 --start 7             add new cards to a partly used sheet
  octavo cards --from extra.csv                 make the cards of a spreadsheet
  octavo cards --stock 5371                     print on perforated business cards
  octavo cards calibrate                        align backs with fronts
  octavo cards export --for makeplayingcards    write pictures for a print service`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usagef(cmd, "there is no command cards %s%s", args[0], nearCommands(cmd, args[0]))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withDeck(cmd, &o, (*project.Project).Sheets, func(p *project.Project, deck *cards.Deck, bar *progress, start time.Time) error {
				return deliver(p, cmd, bar, diag.Deck, out, o.named(production.DeckName(p.Cfg.Book.Slug)), func(d *outdir.Dir, name string) ([]production.Output, error) {
					return production.DeckSheets(d, name, start, deck)
				})
			})
		},
	}
	cmd.SuggestionsMinimumDistance = 2
	o.choosing(cmd)
	o.listed(cmd)
	o.laying(cmd)
	o.key(cmd.Flags(), "deck.instructions", "instructions", "where the page of instructions `stands`: first, last, or none")
	complete(cmd, "instructions", config.First, config.Last, config.None)
	cmd.Flags().StringVarP(&out, "output", "o", "", "the PDF `file` to write (default build/<slug>-cards.pdf)")
	cmd.AddCommand(calibrateCommand(), exportCommand(), contactCommand(), cardProofCommand())
	return cmd
}

// open opens the book with the flags' settings, and makes sure that it can be set.
func (o *deckOptions) open(cmd *cobra.Command, bar *progress, more ...config.Setting) (*project.Project, error) {
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step, append(o.settings(cmd), more...)...)
	if err != nil {
		return nil, err
	}
	if err := flagFault(cmd, p.Found); err != nil {
		p.Close()
		return nil, err
	}
	if !p.Usable(diag.Deck) {
		defer p.Close()
		bar.done()
		return nil, refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	return p, nil
}

// chosen is the entries that the flags choose.
func (o *deckOptions) chosen(cmd *cobra.Command, p *project.Project) ([]*book.Entry, error) {
	if cmd.Flags().Changed("since") && o.since == "" {
		return nil, usagef(cmd, "--since names no revision")
	}
	if err := o.takeList(cmd, p); err != nil {
		return nil, err
	}
	entries, err := production.ChooseCards(cmd.Context(), p, o.choice, o.since)
	var choice *selection.Error
	if errors.As(err, &choice) {
		err = usagef(cmd, "%w", err)
	}
	if err == nil && o.copies != nil {
		entries = slices.DeleteFunc(entries, func(e *book.Entry) bool { return o.copies[e] == 0 })
		if len(entries) == 0 {
			err = fmt.Errorf("%s asks for no copies of these cards", o.from)
		}
	}
	return entries, err
}

// withDeck opens the book, has the cards that the flags choose set, and hands them on.
func withDeck(cmd *cobra.Command, o *deckOptions, set func(*project.Project, []*book.Entry) (*cards.Deck, diag.List),
	use func(*project.Project, *cards.Deck, *progress, time.Time) error, more ...config.Setting) error {
	start := time.Now()
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	p, err := o.open(cmd, bar, more...)
	if err != nil {
		return err
	}
	defer p.Close()
	p.Recall = true
	cmd.Flags().Visit(func(f *pflag.Flag) { // in the order of their names
		if f.Name != "dir" && f.Name != "output" {
			p.Asked = append(p.Asked, f.Name+"="+f.Value.String())
		}
	})
	entries, err := o.chosen(cmd, p)
	if err != nil {
		return err
	}
	bar.step("setting")
	deck, err := production.SetDeck(cmd.Context(), p, set, entries)
	if err != nil {
		return err
	}
	if err := flagFault(cmd, p.Found); err != nil {
		return err
	}
	if deck == nil {
		bar.done()
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	deck.Repeat(o.copies)
	return use(p, deck, bar, start)
}

// deliver makes files in the build folder, with their lines in the manifest, or where out names another place. Make is
// given the name of the first. It says what was made, and prints what there is to say of the deck.
func deliver(p *project.Project, cmd *cobra.Command, bar *progress, of diag.Scope, out, name string, make func(d *outdir.Dir, name string) ([]production.Output, error)) error {
	folder := ""
	if out != "" {
		folder, name = filepath.Dir(out), filepath.Base(out)
		if name == string(filepath.Separator) || strings.HasPrefix(name, ".") {
			return usagef(cmd, "--output must name a file, not %q", out)
		}
	}
	made, where, err := production.Deliver(cmd.Context(), p, of, folder, func(d *outdir.Dir) ([]production.Output, error) { return make(d, name) })
	bar.done()
	if err != nil {
		return err
	}
	if len(made) == 0 {
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	if err := printWarnings(p, cmd); err != nil {
		return err
	}
	for _, m := range made {
		if !m.Quiet {
			m.Print(cmd.OutOrStdout(), where)
		}
	}
	return nil
}

// printWarnings prints what there is to say of the deck. What check says of the book is for build and check to say.
func printWarnings(p *project.Project, cmd *cobra.Command) error {
	return printFound(cmd.ErrOrStderr(), p.Found.With("card-", "deck-", "pouch-"), allMessages(cmd))
}
