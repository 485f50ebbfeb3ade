package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func contactCommand() *cobra.Command {
	var o deckOptions
	var out string
	cmd := &cobra.Command{
		Use:   "contact",
		Short: "Show the whole deck at a glance",
		Long: `Make an overview of the deck, or of the cards that the flags choose:
build/my-book-contact.pdf, and a PNG picture of each of its pages. It shows the
front and back of every card in a small size, with its number and the id of its
entry.`,
		Example: `  octavo cards contact
  octavo cards contact --theme service -o service.pdf`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withDeck(cmd, &o, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck, bar *progress, start time.Time) error {
				return deliver(p, cmd, bar, diag.Deck, out, o.named(p.Cfg.Book.Slug+"-contact.pdf"), func(d *outdir.Dir, name string) ([]production.Output, error) {
					return production.ContactSheet(d, name, start, deck)
				})
			})
		},
	}
	o.choosing(cmd)
	o.listed(cmd)
	o.sheet(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "the PDF `file` to write, with the pictures beside it (default build/<slug>-contact.pdf)")
	return cmd
}

func cardProofCommand() *cobra.Command {
	var o deckOptions
	var out string
	cmd := &cobra.Command{
		Use:   "proof ID",
		Short: "Print one card at its true size, with a ruler",
		Long: `Make a page with both faces of one card at its true size, with bleed and cut marks,
above a ruler of 100 mm. Print it and measure the ruler. If it is not 100 mm long,
your printer scales the page: set it to 100 % before you print the deck.`,
		Example: `  octavo cards proof say-less
  octavo cards proof say-less --card tarot`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "proof takes the id of one card, but was given %d; octavo cards contact shows them", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			id := args[0]
			o.choice.IDs = []string{id}
			return withDeck(cmd, &o, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck, bar *progress, start time.Time) error {
				return deliver(p, cmd, bar, diag.Deck, out, p.Cfg.Book.Slug+"-proof-"+id+".pdf", func(d *outdir.Dir, name string) ([]production.Output, error) {
					doc, err := deck.Proof(id)
					if err != nil {
						return nil, fmt.Errorf("cannot print %s in true size: %w", id, err)
					}
					return production.Document(d, name, start, doc)
				})
			})
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ofBook(cardIDs)(cmd, args, typed)
		},
	}
	o.listed(cmd)
	o.laying(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "the PDF `file` to write (default build/<slug>-proof-ID.pdf)")
	return cmd
}
