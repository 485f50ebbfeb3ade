package main

import (
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
)

// showables are what show can draw.
var showables = []string{"pdf", "cards", "cover"}

func showCommand() *cobra.Command {
	var what, pages, out string
	var dpi float64
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Draw pages or cards as pictures",
		Long: `show sets the book as build does and draws pages of it as PNG pictures, for a
web page, a message, or a quick look. Pages are named by their folio (iv, 12) or,
with #, by where they stand in the file (#1 is the half-title).`,
		Example: `  octavo show --pages 3,12-15               five pages of the book
  octavo show --what cards --pages '#1,#2'  the first sheet of cards and its backs
  octavo show --what cover                  the EPUB's cover`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(showables, what) {
				return usagef(cmd, "there is no %q to show; --what takes %s", what, strings.Join(showables, ", "))
			}
			if dpi < 10 || dpi > 600 {
				return usagef(cmd, "--dpi takes 10 to 600, not %g", dpi)
			}
			p, err := project.Open(cmd.Context(), bookDir(cmd), project.Silent)
			if err != nil {
				return err
			}
			defer p.Close()
			if !p.Usable() {
				if err := printFound(cmd.ErrOrStderr(), p.Found, allMessages(cmd)); err != nil {
					return err
				}
				return errFound
			}
			var all []*page.Page
			switch what {
			case "pdf":
				all = p.Interior().Doc.Pages
			case "cards":
				deck, found, err := p.WholeDeck()
				if err != nil {
					return err
				}
				if p.Settle(found); p.Found.HasErrors() {
					if err := printFound(cmd.ErrOrStderr(), p.Found, allMessages(cmd)); err != nil {
						return err
					}
					return errFound
				}
				if deck == nil {
					return production.ErrNoDeck
				}
				all = deck.Sheets().Pages
			case "cover":
				all = []*page.Page{cover.Front(p.Cfg, p.Fonts)}
			}
			if p.Settle(nil); p.Found.HasErrors() { // a damaged font shows when it is used
				if err := printFound(cmd.ErrOrStderr(), p.Found, allMessages(cmd)); err != nil {
					return err
				}
				return errFound
			}
			chosen, err := choosePages(all, pages)
			if err != nil {
				return usagef(cmd, "%w", err)
			}
			d, err := p.OpenOutputs(cmd.Context(), out, path.Join(project.BuildFolder, "pages"))
			if err != nil {
				return err
			}
			defer d.Discard()
			names, err := drawPages(d, what, all, chosen, dpi)
			if blames(p, err) { // as with a picture that cannot be decoded
				if err := printFound(cmd.ErrOrStderr(), p.Found, allMessages(cmd)); err != nil {
					return err
				}
				return errFound
			}
			if err != nil {
				return err
			}
			if err := d.Commit(cmd.Context()); err != nil {
				return err
			}
			for _, name := range names {
				diag.Fprintf(cmd.OutOrStdout(), "%s\n", filepath.Join(d.Name(), name))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&what, "what", "pdf", "what to draw: pdf, cards, cover")
	cmd.Flags().StringVar(&pages, "pages", "", "the pages to draw, by folio or, with #, by number; all when not given")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the folder for the pictures (default build/pages)")
	cmd.Flags().Float64Var(&dpi, "dpi", 100, "dots per inch")
	cmd.RegisterFlagCompletionFunc("what", cobra.FixedCompletions(showables, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// drawPages draws the chosen of the pages into a folder, and returns the names of their files there.
func drawPages(d *outdir.Dir, what string, all []*page.Page, chosen []int, dpi float64) ([]string, error) {
	var names []string
	for _, i := range chosen {
		img, err := raster.Page(all[i], dpi)
		if err != nil {
			return nil, fmt.Errorf("cannot draw page %s: %w", all[i].Label, err)
		}
		var b bytes.Buffer
		if err := raster.PNG(&b, img); err != nil {
			return nil, fmt.Errorf("cannot draw page %s: %w", all[i].Label, err)
		}
		name := what
		if what != "cover" {
			name += "-" + strings.ReplaceAll(all[i].Label, " ", "-")
		}
		if name += ".png"; slices.Contains(names, name) {
			continue // a page that is named twice
		}
		if err := d.Add(name, b.Bytes()); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// choosePages gives the indexes of the pages that a list like "iv,3-5,#1" names, in its order; all for "".
func choosePages(all []*page.Page, list string) ([]int, error) {
	var out []int
	if list == "" {
		for i := range all {
			out = append(out, i)
		}
		return out, nil
	}
	find := func(name string) (int, error) {
		if rest, ok := strings.CutPrefix(name, "#"); ok {
			n, err := strconv.Atoi(rest)
			if err != nil || n < 1 || n > len(all) {
				return 0, fmt.Errorf("there is no page %s; there are %d, from #1 to #%d", name, len(all), len(all))
			}
			return n - 1, nil
		}
		i := slices.IndexFunc(all, func(p *page.Page) bool { return p.Label == name })
		if i < 0 {
			return 0, fmt.Errorf("there is no page with the folio %q; name it by its number in the file, as in #1", name)
		}
		return i, nil
	}
	for _, part := range strings.Split(list, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		i, err := find(first)
		if err != nil {
			return nil, err
		}
		j := i
		if isRange {
			if j, err = find(last); err != nil {
				return nil, err
			}
		}
		if j < i {
			return nil, fmt.Errorf("the range %s runs backwards", part)
		}
		for ; i <= j; i++ {
			out = append(out, i)
		}
	}
	return out, nil
}
