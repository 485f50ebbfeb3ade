package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

// deckOptions are what the command line says of a deck.
type deckOptions struct {
	choice selection.Choice
	since  string
	from   string              // the file of a list of cards; "": the cards of the book
	copies map[*book.Entry]int // of the cards of the list; nil: the book's settings hold for all
	keys   map[string]*string  // key of book.toml to the flag's value; "" where it is not given
	whole  map[string]*int
}

// choosing adds the flags that choose cards.
func (o *deckOptions) choosing(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&o.choice.Themes, "theme", nil, "only cards with these `themes`, separated by commas")
	f.StringSliceVar(&o.choice.Kinds, "kind", nil, "only cards of these `kinds` of entries")
	f.StringSliceVar(&o.choice.Audiences, "audience", nil, "only cards for these `audiences`")
	f.StringSliceVar(&o.choice.IDs, "id", nil, "only cards of the entries with these `ids`")
	f.StringVar(&o.since, "since", "", "only cards that are new since a git `revision`: a tag, branch or commit")
	o.key(f, "deck.sort", "sort", "the `order`: book, theme, kind, maxim or shuffle")
	o.number(f, "deck.seed", "seed", "the `number` that picks a shuffled order, with --sort shuffle")
	completeBook(cmd, "kind", func(p *project.Project) []string { return p.Cfg.KindIDs() })
	complete(cmd, "sort", config.SortBook, config.SortTheme, config.SortKind, config.SortMaxim, config.SortShuffle)
	completeBook(cmd, "theme", func(p *project.Project) []string { return config.IDs(p.Cfg.Themes) })
	completeBook(cmd, "audience", func(p *project.Project) []string { return config.IDs(p.Cfg.Audiences) })
	completeBook(cmd, "id", cardIDs)
}

// laying adds the flags that lay cards on sheets.
func (o *deckOptions) laying(cmd *cobra.Command) {
	f := cmd.Flags()
	o.key(f, "deck.card", "card", "the `card`: poker, bridge, tarot … or a size such as 63.5x88.9mm")
	o.sheet(cmd)
	o.key(f, "deck.stock", "stock", "the `number` of a perforated stock: 5371, L7414 …")
	o.key(f, "deck.sides", "sides", "the `sides` to print: two, one, or fold")
	o.key(f, "deck.printer", "printer", "shift the backs for a calibrated `printer`")
	o.number(f, "deck.copies", "copies", "the `number` of copies of each card")
	o.number(f, "deck.start", "start", "the `cell` of the first sheet to begin at, from 1")
	complete(cmd, "sides", config.TwoSided, config.OneSided, config.FoldOver)
	completeTable(cmd, "card", (*config.Cards).CardIDs)
	completeTable(cmd, "stock", (*config.Cards).StockIDs)
	completePrinters(cmd)
}

func (o *deckOptions) sheet(cmd *cobra.Command) {
	o.key(cmd.Flags(), "deck.sheet", "sheet", "the `sheet`: letter, legal, tabloid, a4, a3, or a size such as 210x297mm")
	completeTable(cmd, "sheet", (*config.Cards).SheetIDs)
}

func (o *deckOptions) key(f *pflag.FlagSet, key, flag, usage string) {
	if o.keys == nil {
		o.keys = map[string]*string{}
	}
	o.keys[key] = f.String(flag, "", usage)
}

func (o *deckOptions) number(f *pflag.FlagSet, key, flag, usage string) {
	if o.whole == nil {
		o.whole = map[string]*int{}
	}
	o.whole[key] = f.Int(flag, 0, usage)
}

// settings are the flags that were given, as values of book.toml.
func (o *deckOptions) settings(cmd *cobra.Command) []config.Setting {
	given := map[string]any{}
	changed := func(key string) bool { return cmd.Flags().Changed(strings.TrimPrefix(key, "deck.")) }
	for key, value := range o.keys {
		if changed(key) {
			given[key] = *value
		}
	}
	for key, value := range o.whole {
		if changed(key) {
			given[key] = int64(*value)
		}
	}
	return config.DeckSettings(given)
}

// flagFault is what is wrong with a flag's value, as a usage error; nil when no flag is to blame.
func flagFault(cmd *cobra.Command, found diag.List) error {
	if err := config.FlagFault(found); err != nil {
		return usagef(cmd, "%w", err)
	}
	return nil
}

// cardIDs are the ids of the entries that have a card.
func cardIDs(p *project.Project) []string { return cards.IDs(p.Book) }
