package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// outputKinds are the values of --only, in the order in which outputs are listed.
var outputKinds = []string{production.PDF, production.EPUB, production.Cards, production.Cover}

func buildCommand() *cobra.Command {
	var only, profiles []string
	var o buildOptions
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the book: PDF, EPUB and cards",
		Long: `build reads the book in the current folder, checks it, and makes its outputs:

  build/my-book.pdf         the inside of the book, to be read at a screen
  build/my-book.epub        the same for e-readers, phones and tablets
  build/my-book-cards.pdf   the maxims as a deck of cards, to print and cut out
  build/my-book-cover.pdf   the cover of the printed book, if book.toml has [cover]
  build/manifest.json       a list of what was made, for programs

They are named after the title, unless book.toml has a slug.

For a press, name its profile: with --profile, or in book.toml as profile under
[print]. Several profiles make several files of the same pages.

  screen   my-book.pdf          the default: links, bookmarks, and what a screen
                                reader needs (PDF/UA-1)
  kdp      my-book-kdp.pdf      for Amazon KDP: the pages and nothing else
  ingram   my-book-ingram.pdf   for IngramSpark (PDF/X-1a:2001)
  x4       my-book-x4.pdf       for other presses (PDF/X-4)

A book that has not changed since is not built again, unless --force says so.

The cover is made for the printer of each profile; octavo cover says more of it.

A book with errors builds nothing. Errors that are the deck's alone, such as a maxim
too long for its card, stop the deck alone, and those of the cover the cover. New files replace the old ones only when
all of them are whole; otherwise the files of the last build stay.`,
		Example: `  octavo build                        make everything
  octavo build --only pdf             make the PDF alone
  octavo build --only epub,cards      make two of the outputs
  octavo build --profile screen,kdp   make the PDF for readers and for Amazon KDP
  octavo build -C ~/books/mine        make a book in another folder`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var err error
			if o.kinds, err = chosenKinds(cmd, only); err != nil {
				return err
			}
			if o.profiles, err = pick(cmd, "profile", "profile", profiles, config.Profiles); err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if o.quiet {
				out = io.Discard
			}
			o.all = allMessages(cmd)
			return build(cmd.Context(), bookDir(cmd), o, out, cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringSliceVar(&only, "only", nil, "make only some `outputs`: pdf, epub, cards, cover, with commas between")
	cmd.Flags().StringSliceVar(&profiles, "profile", nil, "make the PDF by these `profiles`: "+strings.Join(config.Profiles, ", "))
	cmd.Flags().BoolVar(&o.force, "force", false, "build even if nothing has changed")
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "print messages only")
	complete(cmd, "only", outputKinds...)
	complete(cmd, "profile", config.Profiles...)
	return cmd
}

// chosenKinds is the outputs that --only names in the order of outputKinds, all of them when the flag is not given.
func chosenKinds(cmd *cobra.Command, only []string) ([]string, error) {
	kinds, err := pick(cmd, "only", "output", only, outputKinds)
	if err != nil || kinds == nil {
		return outputKinds, err
	}
	return slices.DeleteFunc(slices.Clone(outputKinds), func(k string) bool { return !slices.Contains(kinds, k) }), nil
}

// buildOptions are what the command line of build selects.
type buildOptions struct {
	kinds    []string // of outputs
	profiles []string // nil: those of book.toml
	quiet    bool     // without progress
	all      bool     // print every message
	force    bool     // even if nothing has changed
}

// build makes the outputs of a book. It lists them on stdout and prints diagnostics on stderr.
func build(ctx context.Context, dir string, o buildOptions, stdout, stderr io.Writer) error {
	ask := production.BuildRequest{Kinds: o.kinds, Profiles: o.profiles, All: o.all}
	if !o.force {
		if m := production.UpToDate(ctx, dir, ask); m != nil {
			return upToDate(m, dir, stdout, stderr)
		}
	}
	var bar *progress
	if !o.quiet {
		bar = newProgress(stderr, 3+len(o.kinds))
	}
	defer bar.done()
	p, err := openBook(ctx, dir, bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	outputs, err := production.Build(ctx, p, ask, bar.step)
	if err != nil {
		return err
	}
	bar.done()
	if len(outputs) == 0 {
		return refuse(stderr, p, o.all)
	}
	if err := printFound(stderr, p.Found, o.all); err != nil {
		return err
	}
	for _, m := range outputs {
		if m.Quiet {
			continue
		}
		m.Print(stdout, p.BuildDir())
	}
	var gone unbuilt
	if slices.Contains(o.kinds, production.Cards) {
		gone.deck, gone.deckErrors = filepath.Join(p.BuildDir(), production.DeckName(p.Cfg.Book.Slug)), p.Found.Errors(diag.Deck)
	}
	if slices.Contains(o.kinds, production.Cover) {
		gone.coverErrors = p.Found.Errors(diag.Cover)
	}
	return without(stderr, gone)
}

// upToDate says again what the last build said.
func upToDate(m *production.Manifest, dir string, stdout, stderr io.Writer) error {
	if err := m.PrintSaid(stderr, production.Colors(wantsColor(stderr))); err != nil {
		return err
	}
	folder := filepath.Join(dir, project.BuildFolder)
	if err := m.PrintMade(stdout, folder); err != nil {
		return err
	}
	return without(stderr, unbuilt{deck: filepath.Join(folder, m.Build.Deck), deckErrors: m.Build.DeckErrors, coverErrors: m.Build.CoverErrors})
}

// unbuilt is what a build could not make for errors that stop it alone.
type unbuilt struct {
	deck                    string // its file, of which there may be an earlier one
	deckErrors, coverErrors int
}

// without says what alone was not built, and whether there is a deck of an earlier build.
func without(stderr io.Writer, m unbuilt) error {
	if m.deckErrors > 0 {
		old := ""
		if _, err := os.Stat(m.deck); err == nil {
			old = fmt.Sprintf("; %s is that of an earlier build", m.deck)
		}
		diag.Fprintf(stderr, "the deck was not built: %s%s; mend the errors and run octavo cards\n", diag.Count(m.deckErrors, "error"), old)
	}
	if m.coverErrors > 0 {
		diag.Fprintf(stderr, "the cover was not built: %s; mend the errors and run octavo cover\n", diag.Count(m.coverErrors, "error"))
	}
	if m.deckErrors+m.coverErrors > 0 {
		return errFound
	}
	return nil
}

// refuse prints what is wrong with the book and says that nothing was built.
func refuse(stderr io.Writer, p *project.Project, all bool) error {
	if err := printFound(stderr, p.Found, all); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "nothing was built, and the outputs of the last build are untouched; mend the errors and build again")
	return errFound
}
