package main

import (
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func showCommand() *cobra.Command {
	var what, pages, out string
	var dpi float64
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Draw pages or cards as pictures",
		Long: `Draw pages as PNG pictures, for a web page, a message, or a quick look. Pages are set
exactly as octavo build sets them.

Name pages by their printed number (iv, 12), or with # by their place in the file
(#1 is the first).`,
		Example: `  octavo show --pages 3,12-15               draw five pages of the book
  octavo show --what cards --pages '#1,#2'  draw the first sheet of cards, both sides
  octavo show --what cover                  draw the EPUB's cover
  octavo show --what wrap                   draw the printed cover, back, spine and front`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mustBeOneOf(cmd, "what", "output", what, production.Drawable); err != nil {
				return err
			}
			if dpi < 10 || dpi > 600 {
				return usagef(cmd, "--dpi takes 10 to 600, not %g", dpi)
			}
			return show(cmd, what, pages, out, dpi)
		},
	}
	cmd.Flags().StringVar(&what, "what", "pdf", "the `output` to draw: pdf, cards, cover or wrap")
	cmd.Flags().StringVar(&pages, "pages", "", "the `pages` to draw, such as iv,3-5,#1 (default all)")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `folder` to write into (default build/pages)")
	cmd.Flags().Float64Var(&dpi, "dpi", 100, "`pixels` per inch")
	complete(cmd, "what", production.Drawable...)
	return cmd
}

// show draws the pages that a list names, all for "", into the folder out, or into the book's own where out is "".
func show(cmd *cobra.Command, what, pages, out string, dpi float64) error {
	p, err := openBook(cmd.Context(), bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	stopped := diag.Everything
	switch what {
	case "cards":
		stopped = diag.Deck
	case "wrap":
		stopped = diag.Cover
	}
	if !p.Usable(stopped) {
		return refuseFound(cmd, p.Found)
	}
	all, err := production.Pages(p, what)
	if err != nil {
		return err
	}
	if p.Found.Stops(stopped) {
		return refuseFound(cmd, p.Found)
	}
	chosen, err := production.ChoosePages(all, pages)
	if err != nil {
		return usagef(cmd, "%w", err)
	}
	d, err := p.OpenOutputs(cmd.Context(), out, path.Join(project.BuildFolder, "pages"))
	if err != nil {
		return err
	}
	defer d.Discard()
	names, err := production.DrawPages(d, what, all, chosen, dpi)
	if p.Blames(err, stopped) { // as with a picture that cannot be decoded
		return refuseFound(cmd, p.Found)
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
}
