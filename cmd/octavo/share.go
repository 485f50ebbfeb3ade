package main

import (
	"slices"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
)

func shareCommand() *cobra.Command {
	var o deckOptions
	var ask production.ShareRequest
	var sizes, formats []string
	cmd := &cobra.Command{
		Use:   "share",
		Short: "Make pictures of the maxims, to share",
		Long: `Make a picture of every maxim, or of those that the flags choose, in the style of the
deck, with the book's title and its author: build/my-book-share/ID-SIZE.png.

  square    1080 × 1080 pixels
  portrait  1080 × 1350
  story     1080 × 1920, with its words where no network's signs lie over them
  wide      1200 × 675
  1200x627  any other size, in pixels

Beside the pictures lies share.json, with a text for each that a screen reader can
read: paste it where a network asks for a description, or "alt text".`,
		Example: `  octavo share
  octavo share --theme service --size square,story
  octavo share --id say-less --size 1200x627 --format png,svg -o pictures`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, name := range sizes {
				size, err := cards.FindPictureSize(name)
				if err != nil {
					return usagef(cmd, "--size: %w", err)
				}
				if !slices.Contains(ask.Sizes, size) {
					ask.Sizes = append(ask.Sizes, size)
				}
			}
			var err error
			if ask.Formats, err = pick(cmd, "format", "format", formats, production.PictureFormats); err != nil {
				return err
			}
			return share(cmd, &o, ask)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&sizes, "size", []string{"square"}, "the `sizes` of the pictures: square, portrait, story, wide, or pixels")
	f.StringSliceVar(&formats, "format", []string{"png"}, "the `formats`: png, svg or both")
	f.StringVarP(&ask.Folder, "output", "o", "", "the `folder` to write into (default build/<slug>-share)")
	o.choosing(cmd)
	complete(cmd, "size", cards.PictureSizeNames()...)
	complete(cmd, "format", production.PictureFormats...)
	return cmd
}

// share makes the pictures of the maxims that the flags choose.
func share(cmd *cobra.Command, o *deckOptions, ask production.ShareRequest) error {
	start := time.Now()
	bar := newProgress(cmd.ErrOrStderr(), 2)
	defer bar.done()
	p, err := o.open(cmd, bar)
	if err != nil {
		return err
	}
	defer p.Close()
	entries, err := o.chosen(cmd, p)
	if err != nil {
		return err
	}
	made, err := production.Share(cmd.Context(), p, entries, ask)
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
}
