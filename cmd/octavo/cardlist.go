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
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// listed adds the flag that names a list of cards.
func (o *deckOptions) listed(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.from, "from", "", "the cards of a spreadsheet, a CSV `file`, in place of those of the book")
}

// takeList makes the cards of the list that --from names those of the book, if the flag is given.
func (o *deckOptions) takeList(cmd *cobra.Command, p *project.Project) error {
	switch {
	case !cmd.Flags().Changed("from"):
		return nil
	case o.from == "":
		return usagef(cmd, "--from names no file")
	case cmd.Flags().Changed("since"):
		return usagef(cmd, "--since is for cards of the book; a list has no revisions")
	}
	data, err := readfile.Named(o.from, cardlist.Limit)
	if errors.Is(err, fs.ErrNotExist) && !filepath.IsAbs(o.from) { // it may lie beside book.toml
		if beside, again := readfile.Named(filepath.Join(bookDir(cmd), o.from), cardlist.Limit); again == nil {
			data, err = beside, nil
		}
	}
	if err != nil {
		return fmt.Errorf("cannot read the list of cards %s: %w%s", o.from, readfile.Reason(err), likename.Beside(o.from))
	}
	if o.copies = p.TakeList(filepath.ToSlash(o.from), data); o.copies == nil {
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	return nil
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
