package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func exportCommand() *cobra.Command {
	var o deckOptions
	var service, out string
	var formats []string
	var dpi int
	cmd := &cobra.Command{
		Use:   "export --for SERVICE",
		Short: "Write the cards for a print service",
		Long: `Write the deck for a print service, into build/my-book-cards-SERVICE/:

  makeplayingcards    PNG pictures, fronts and backs in separate folders
  gamecrafter         PNG pictures, front and back side by side
  drivethru           one PDF/X-1a:2003, each back before its front
  generic             PNG pictures at 600 pixels per inch, for other services
  tabletop-simulator  grids of cards, and the deck as a saved object
  tabletop            grids of cards with a list in JSON, for other tabletops

Every picture has exactly the size and the bleed that the service asks for. The
service must print your card: set it under [deck] in book.toml, or with --card. Use
--format svg for vector pictures, which need no fonts. next-steps.txt beside them
says what to choose at the service, in the language of the book.

styles/cards.toml lists the services, with the source of every number. To add your
own, put a file with that name in the book's styles folder.`,
		Example: `  octavo cards export --for makeplayingcards
  octavo cards export --for generic --format png,svg --dpi 300
  octavo cards export --for gamecrafter --theme service -o upload`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return exportDeck(cmd, &o, service, out, formats, dpi)
		},
	}
	f := cmd.Flags()
	f.StringVar(&service, "for", "", "the print `service` or the virtual tabletop, one of the list above")
	f.StringSliceVar(&formats, "format", nil, "the `formats`: png, svg or both (default: what the service takes)")
	f.IntVar(&dpi, "dpi", 0, "`pixels` per inch of PNG pictures (default: what the service asks for)")
	f.StringVarP(&out, "output", "o", "", "the `folder` to write into (default build/<slug>-cards-<service>)")
	o.key(f, "deck.card", "card", "the `card`: poker, bridge, tarot … or a size such as 63.5x88.9mm")
	o.choosing(cmd)
	o.listed(cmd)
	complete(cmd, "format", "png", "svg")
	completeTable(cmd, "for", (*config.Cards).ServiceIDs)
	return cmd
}

// exportDeck writes the cards that the flags choose for a service.
func exportDeck(cmd *cobra.Command, o *deckOptions, service, out string, formats []string, dpi int) error {
	s, err := chosenService(cmd, service)
	if err != nil {
		return err
	}
	if formats, err = chosenFormats(cmd, s, formats); err != nil {
		return err
	}
	if !cmd.Flags().Changed("dpi") {
		dpi = cmp.Or(s.DPI, production.DefaultDPI)
	} else if dpi < 72 || dpi > 1200 {
		return usagef(cmd, "--dpi takes 72 to 1200, not %d", dpi)
	} else if !slices.Contains(formats, "png") {
		return usagef(cmd, "--dpi is for PNG pictures, and none are made: --format png")
	}
	return withDeck(cmd, o, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck, bar *progress, start time.Time) error {
		if err := acceptable(p, s, deck); err != nil {
			return err
		}
		made, err := production.ExportDeck(cmd.Context(), p, s, deck, production.ExportRequest{Folder: out, Own: o.named(p.Cfg.Book.Slug + "-cards-" + s.ID), Formats: formats, DPI: dpi},
			func(files int) func(string) {
				bar.done()
				bar = newProgress(cmd.ErrOrStderr(), files)
				return bar.step
			})
		bar.done()
		if p.Found.Stops(diag.Deck) {
			return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
		}
		if err != nil {
			return err
		}
		if err := printWarnings(p, cmd); err != nil {
			return err
		}
		return made.Print(cmd.OutOrStdout(), time.Since(start))
	}, production.ExportSettings(s, "--for")...)
}

// acceptable says why a service would send the deck back, and by which flag it would not.
func acceptable(p *project.Project, s *config.Service, deck *cards.Deck) error {
	err := production.Acceptable(p, s, deck)
	var wrong *production.CardError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%s prints no cards of %s; it prints %s: say --card %s, or set card under [deck] of book.toml",
			wrong.Service, wrong.Card, strings.Join(wrong.Takes, ", "), wrong.Takes[0])
	}
	return err
}

// chosenService finds the service that --for names.
func chosenService(cmd *cobra.Command, name string) (*config.Service, error) {
	table, err := project.CardTable(bookDir(cmd))
	if err != nil {
		return nil, err
	}
	s, err := table.ChooseService(name)
	if err != nil {
		return nil, usagef(cmd, "%w", err)
	}
	return s, nil
}

// chosenFormats is what to write: what the service takes, or what --format names.
func chosenFormats(cmd *cobra.Command, s *config.Service, asked []string) ([]string, error) {
	formats, err := pick(cmd, "format", s.Name+" format", asked, s.Formats())
	if formats == nil && err == nil {
		formats = s.Formats()[:1]
	}
	return formats, err
}
