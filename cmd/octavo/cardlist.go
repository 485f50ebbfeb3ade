package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cardlist"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// listed adds the flag that names a list of cards.
func (o *deckOptions) listed(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.from, "from", "", "the cards of a spreadsheet, a CSV `file`, in place of those of the book")
}

// takeList makes the cards of the list that --from names those of the book, and returns how many copies of each it asks for; nil
// without the flag.
func (o *deckOptions) takeList(cmd *cobra.Command, p *project.Project) (map[*book.Entry]int, error) {
	switch {
	case !cmd.Flags().Changed("from"):
		return nil, nil
	case o.from == "":
		return nil, usagef(cmd, "--from names no file")
	case cmd.Flags().Changed("since"):
		return nil, usagef(cmd, "--since is for cards of the book; a list has no revisions")
	}
	data, err := readfile.Named(o.from, cardlist.Limit)
	if errors.Is(err, fs.ErrNotExist) && !filepath.IsAbs(o.from) { // it may lie beside book.toml
		if beside, again := readfile.Named(filepath.Join(bookDir(cmd), o.from), cardlist.Limit); again == nil {
			data, err = beside, nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the list of cards %s: %w", o.from, readfile.Reason(err))
	}
	copies := p.TakeList(filepath.ToSlash(o.from), data)
	if copies == nil {
		return nil, refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	return copies, nil
}

// named returns the name of a file that is made of a deck, with that of the list behind it where there is one: the deck of the book
// stays.
func (o *deckOptions) named(name string) string {
	if o.from == "" {
		return name
	}
	ext := filepath.Ext(name)
	list := strings.TrimSuffix(filepath.Base(o.from), filepath.Ext(o.from))
	return strings.TrimSuffix(name, ext) + "-" + cmp.Or(book.Slug(list), "list") + ext
}

// repeated returns entries as often as there are to be copies of them.
func repeated(entries []*book.Entry, copies map[*book.Entry]int) (out []*book.Entry) {
	for _, e := range entries {
		for range copies[e] {
			out = append(out, e)
		}
	}
	return out
}
