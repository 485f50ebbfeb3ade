package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/svg"
	"octavo/styles"
)

func exportCommand() *cobra.Command {
	var o deckOptions
	var service, out string
	var formats []string
	var dpi int
	cmd := &cobra.Command{
		Use:   "export --for SERVICE",
		Short: "Write the cards as pictures or as a PDF for a print service",
		Long: `export writes what a print service for cards takes, into build/my-book-cards-SERVICE/:

  makeplayingcards  PNG pictures, fronts and backs in folders of their own
  gamecrafter       PNG pictures, face and back side by side
  drivethru         one PDF/X-1a:2003, each card's back before its front
  generic           PNG pictures at 600 pixels to the inch, for any other

Every picture has the size and the bleed that the service asks for, to the pixel, and
is drawn by octavo itself. The card must be one that the service prints: set it under
[deck] of book.toml, or with --card. With --format svg you get vector pictures, which
need no fonts.

The numbers stand in styles/cards.toml, each with its source; services of your own go
into a file of that name in the book's own styles folder.`,
		Example: `  octavo cards export --for makeplayingcards
  octavo cards export --for generic --format png,svg --dpi 300
  octavo cards export --for gamecrafter --theme service -o upload`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := chosenService(cmd, service)
			if err != nil {
				return err
			}
			if formats, err = chosenFormats(cmd, s, formats); err != nil {
				return err
			}
			if !cmd.Flags().Changed("dpi") {
				dpi = cmp.Or(s.DPI, 600)
			} else if dpi < 72 || dpi > 1200 {
				return usagef(cmd, "--dpi takes 72 to 1200, not %d", dpi)
			} else if !slices.Contains(formats, "png") {
				return usagef(cmd, "--dpi is for PNG pictures, and none are made: --format png")
			}
			// The cards are made with the bleed that the service asks for. What book.toml says of sheets is no matter here.
			bleed := config.Setting{Key: "deck.bleed", Flag: "--for", Value: fmt.Sprintf("%.6fpt", page.Length(s.Bleed).Points())}
			return withDeck(cmd, &o, (*project).deck, func(p *project, deck *cards.Deck, bar *progress, start time.Time) error {
				if err := acceptable(p, s, deck); err != nil {
					return err
				}
				bar.done()
				return export(cmd, p, s, deck, out, formats, dpi, start)
			}, bleed, config.Setting{Key: "deck.pouch", Flag: "--for", Value: ""}, config.Setting{Key: "deck.stock", Flag: "--for", Value: ""})
		},
	}
	f := cmd.Flags()
	f.StringVar(&service, "for", "", "the print `service`: makeplayingcards, gamecrafter, drivethru or generic")
	f.StringSliceVar(&formats, "format", nil, "what to write: `png`, svg or both (default: what the service takes)")
	f.IntVar(&dpi, "dpi", 0, "`pixels` to the inch of PNG pictures (default: what the service asks for)")
	f.StringVarP(&out, "output", "o", "", "the `folder` for the files (default build/<slug>-cards-<service>)")
	o.key(f, "deck.card", "card", "the `card`: poker, bridge, tarot … or a size, 63.5x88.9mm")
	o.choosing(cmd)
	complete(cmd, "format", "png", "svg")
	completeTable(cmd, "for", func(c *config.Cards) (out []string) {
		for _, s := range c.Services {
			out = append(out, s.ID)
		}
		return out
	})
	return cmd
}

// chosenService finds the service that --for names.
func chosenService(cmd *cobra.Command, name string) (*config.Service, error) {
	root, err := openBook(bookDir(cmd))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	table, found := config.LoadCards(openStyles(root, styles.FS))
	if err := found.Err(); err != nil {
		return nil, err
	}
	var known []string
	for _, s := range table.Services {
		known = append(known, s.ID)
	}
	if name == "" {
		return nil, usagef(cmd, "say with --for whom the files are for: %s", strings.Join(known, ", "))
	}
	if s := table.Service(name); s != nil {
		return s, nil
	}
	hint := ""
	if near := diag.Suggest(name, known); near != "" {
		hint = "did you mean " + near + "? "
	}
	return nil, usagef(cmd, "there is no service %q; %sthere are %s", name, hint, strings.Join(known, ", "))
}

// chosenFormats is what to write: what the service takes, or what --format names.
func chosenFormats(cmd *cobra.Command, s *config.Service, asked []string) ([]string, error) {
	if !cmd.Flags().Changed("format") {
		return []string{s.Files}, nil
	}
	possible := []string{s.Files, "svg"}
	var out []string
	for _, f := range asked {
		if !slices.Contains(possible, f) {
			return nil, usagef(cmd, "--format takes %s for %s, not %q", strings.Join(possible, " and "), s.Name, f)
		}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return nil, usagef(cmd, "--format names nothing; it takes %s", strings.Join(possible, " and "))
	}
	return out, nil
}

// acceptable says why a service would send the deck back.
func acceptable(p *project, s *config.Service, deck *cards.Deck) error {
	card := p.cfg.Deck.Card
	if len(s.Canvases) > 0 && s.Canvas(p.cfg.Cards, card) == nil {
		var takes []string
		for _, c := range s.Canvases {
			takes = append(takes, c.Card)
		}
		return fmt.Errorf("%s prints no cards of %s; it prints %s: say --card %s, or set card under [deck] of book.toml",
			s.Name, card, strings.Join(takes, ", "), takes[0])
	}
	if ids := deck.Outside(s.Safe); len(ids) > 0 {
		return fmt.Errorf("on %s something stands nearer to the edge than the %s mm that %s asks for: %s; give %s a shorter text",
			count(len(ids), "card"), config.Mm(s.Safe), s.Name, list(ids, 5), list(ids, 1))
	}
	if ink, id := deck.Ink(); s.Ink > 0 && ink > s.Ink {
		return fmt.Errorf("the card %s has %d %% of ink, and %s takes %d %%; choose lighter colours under [deck.colors]", id, ink, s.Name, s.Ink)
	}
	return nil
}

// list is a few names of many.
func list(names []string, most int) string {
	if len(names) > most && most > 1 {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names[:min(most, len(names))], ", ")
}

// exportFile is one file to be written, by its slash-separated name in the folder.
type exportFile struct {
	name  string
	write func(io.Writer) error
}

// exportFiles are the files for a service, in their order.
func exportFiles(p *project, s *config.Service, deck *cards.Deck, formats []string, dpi int) ([]exportFile, error) {
	var out []exportFile
	for _, format := range formats {
		if format == "pdf" {
			doc := deck.Singles()
			out = append(out, exportFile{p.cfg.Book.Slug + "-cards.pdf", func(w io.Writer) error { return writePress(w, s, doc) }})
			continue
		}
		digits := len(fmt.Sprint(len(deck.Cards)))
		for i, c := range deck.Cards {
			name := strings.NewReplacer("{n}", fmt.Sprintf("%0*d", max(digits, 2), i+1), "{id}", c.ID)
			for _, face := range []struct {
				pattern string
				page    *page.Page
			}{{s.Front, c.Front}, {s.Back, c.Back}} {
				out = append(out, exportFile{name.Replace(face.pattern) + "." + format, func(w io.Writer) error {
					if format == "svg" {
						return svg.Write(w, face.page)
					}
					img, err := raster.Page(canvas(face.page), float64(dpi))
					if err != nil {
						return err
					}
					return raster.PrintPNG(w, img, float64(dpi))
				}})
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range out {
		if !filepath.IsLocal(filepath.FromSlash(f.name)) || seen[f.name] || strings.HasPrefix(path.Base(f.name), ".") {
			return nil, fmt.Errorf("front and back of service %s make the file name %q, which cannot be; mend them in styles/%s",
				s.ID, f.name, config.CardsFile)
		}
		seen[f.name] = true
	}
	return out, nil
}

// writePress writes the PDF for a press, once it has been read back and held against what the press asks for.
func writePress(w io.Writer, s *config.Service, doc *page.Document) error {
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.DriveThru); err != nil {
		return err
	}
	read, err := preflight.Read(context.Background(), file.Bytes())
	if err != nil {
		return err
	}
	report, err := read.Test(preflight.Cards, s.Press())
	if err != nil {
		return err
	}
	for _, point := range report.Points {
		if point.Result == preflight.Fail {
			return fmt.Errorf("%s would send it back: %s: %s; %s", s.Name, point.Name, point.Found, strings.Join(point.Do, "; "))
		}
	}
	_, err = w.Write(file.Bytes())
	return err
}

// canvas is a face with its bleed as a page of that size.
func canvas(face *page.Page) *page.Page {
	b := face.Bleed
	return &page.Page{Width: face.Width + 2*b, Height: face.Height + 2*b, Label: face.Label,
		Items: []page.Item{&page.Group{X: b, Y: b, Items: face.Items}}}
}

// export writes the files into a folder that the user names, or into the service's own. What the last export put there and
// this one does not is taken away.
func export(cmd *cobra.Command, p *project, s *config.Service, deck *cards.Deck, out string, formats []string, dpi int, start time.Time) error {
	files, err := exportFiles(p, s, deck, formats, dpi)
	if err != nil {
		return err
	}
	d, err := p.openOutputs(cmd.Context(), out, path.Join(buildFolder, p.cfg.Book.Slug+"-cards-"+s.ID))
	if err != nil {
		return err
	}
	defer d.Discard()
	d.Replace()
	bar := newProgress(cmd.ErrOrStderr(), len(files))
	defer bar.done()
	var written atomic.Int64
	err = interruptible(cmd.Context(), func() error {
		errs := make([]error, len(files))
		parallel.Each(len(files), func(i int) {
			if cmd.Context().Err() != nil {
				return
			}
			m := output{}
			if errs[i] = m.make(d, files[i].name, start, files[i].write); errs[i] == nil {
				written.Add(m.file.Size())
			}
			bar.step(path.Base(files[i].name))
		})
		return cmp.Or(errs...)
	})
	if err != nil {
		return err
	}
	bar.done()
	if err := d.Commit(cmd.Context()); err != nil {
		return err
	}
	if err := printWarnings(p, cmd); err != nil {
		return err
	}
	diag.Fprintf(cmd.OutOrStdout(), "%-40s %-22s %9s  %6.2f s\n", d.Name()+string(filepath.Separator),
		fmt.Sprintf("%s in %s", count(len(deck.Cards), "card"), count(len(files), "file")), size(written.Load()), time.Since(start).Seconds())
	return nil
}
