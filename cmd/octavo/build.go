package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/raster"
)

// outputKinds are the values of --only, in the order in which outputs are listed.
var outputKinds = []string{"pdf", "epub", "cards"}

func buildCommand() *cobra.Command {
	var only, profiles []string
	var quiet bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the book: PDF, EPUB and cards",
		Long: `build reads the book in the current folder, checks it, and makes its outputs:

  build/my-book.pdf         the inside of the book, to be read at a screen
  build/my-book.epub        the same for e-readers, phones and tablets
  build/my-book-cards.pdf   the maxims as a deck of cards, to print and cut out
  build/manifest.json       a list of what was made, for programs

They are named after the title, unless book.toml has a slug.

When the book goes to a press, say which: with --profile, or in book.toml as
profile under [print]. Several make several files of the same pages.

  screen   my-book.pdf          what you get if you say nothing: links, bookmarks,
                                and what a screen reader needs (PDF/UA-1)
  kdp      my-book-kdp.pdf      for Amazon KDP: the pages and nothing else
  ingram   my-book-ingram.pdf   for IngramSpark (PDF/X-1a:2001)
  x4       my-book-x4.pdf       for other presses (PDF/X-4)

A book with errors builds nothing. New files take the place of the old ones only
when all of them are whole: whatever goes wrong, those of the last build stay.`,
		Example: `  octavo build                        make everything
  octavo build --only pdf             make the PDF alone
  octavo build --only epub,cards      make two of the three
  octavo build --profile screen,kdp   make the PDF for readers and for Amazon KDP
  octavo build -C ~/books/mine        make a book in another folder`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kinds, err := chosen(cmd, only)
			if err != nil {
				return err
			}
			profiles, err := chosenProfiles(cmd, profiles)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if quiet {
				out = io.Discard
			}
			return build(cmd.Context(), bookDir(cmd), kinds, profiles, out, cmd.ErrOrStderr(), quiet)
		},
	}
	cmd.Flags().StringSliceVar(&only, "only", nil, "make only some `outputs`: pdf, epub, cards, with commas between")
	cmd.Flags().StringSliceVar(&profiles, "profile", nil, "make the PDF by these `profiles`: "+strings.Join(config.Profiles, ", "))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing but what is wrong")
	cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(
		[]cobra.Completion{"pdf", "epub", "cards"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("profile", cobra.FixedCompletions(config.Profiles, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// chosen is the outputs that --only names, all of them when it names none.
func chosen(cmd *cobra.Command, only []string) ([]string, error) {
	if !cmd.Flags().Changed("only") {
		return outputKinds, nil
	}
	var kinds []string
	for _, k := range outputKinds {
		if slices.Contains(only, k) {
			kinds = append(kinds, k)
		}
	}
	for _, k := range only {
		if !slices.Contains(outputKinds, k) {
			return nil, usagef(cmd, "there is no output %q; --only takes %s", k, strings.Join(outputKinds, ", "))
		}
	}
	if len(kinds) == 0 {
		return nil, usagef(cmd, "--only names no output; it takes %s", strings.Join(outputKinds, ", "))
	}
	return kinds, nil
}

// build makes the outputs of a book. It lists them on stdout and prints diagnostics on stderr. No profiles are those of
// book.toml.
func build(ctx context.Context, dir string, kinds, profiles []string, stdout, stderr io.Writer, quiet bool) error {
	var bar *progress
	if !quiet {
		bar = newProgress(stderr, 3+len(kinds))
	}
	defer bar.done()
	p, err := openProject(ctx, dir, bar.step)
	if err != nil {
		return err
	}
	defer p.close()
	if p.found.HasErrors() {
		bar.done()
		return refuse(stderr, p)
	}
	if profiles == nil {
		profiles = p.cfg.Print.Profiles
	}
	p.recall = slices.Equal(kinds, []string{"cards"})
	d, err := outdir.OpenIn(ctx, p.root, buildFolder)
	if err != nil {
		return err
	}
	defer d.Discard()

	var outputs []output
	err = interruptible(ctx, func() (err error) {
		outputs, err = makeOutputs(p, d, kinds, profiles, bar.step)
		return err
	})
	if err != nil {
		return err
	}
	bar.step("writing")
	bar.done()
	if p.found.HasErrors() {
		return refuse(stderr, p)
	}
	if len(outputs) == 0 {
		return errNoDeck
	}
	if err := publish(ctx, p, d, outputs); err != nil {
		return err
	}
	if err := diag.Text(stderr, p.found, wantsColor(stderr)); err != nil {
		return err
	}
	for _, m := range outputs {
		if m.quiet {
			continue
		}
		printOutput(stdout, p.buildDir(), &m)
	}
	return nil
}

var errNoDeck = errors.New("the book has no entries, so there is no deck of cards; put a +++ block under a heading to make it one")

// refuse prints what is wrong with the book and says that nothing was built.
func refuse(stderr io.Writer, p *project) error {
	if err := diag.Text(stderr, p.found, wantsColor(stderr)); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "nothing was built, and the outputs of the last build are untouched; mend the errors and build again")
	return errFound
}

// output is one file that was made.
type output struct {
	file  *outdir.File
	found diag.List // what preflight has to say
	pages int       // 0: it has none
	cards int
	took  time.Duration
	quiet bool // it is for programs: it stands in the manifest, and the author is told nothing of it
}

func last(outputs []output) *output { return &outputs[len(outputs)-1] }

// pagemapName is the file that says what is printed where.
func pagemapName(slug string) string { return slug + ".pagemap.json" }

func (m *output) measure() string {
	switch {
	case m.cards > 0:
		return fmt.Sprintf("%s on %s", count(m.cards, "card"), count(m.pages, "page"))
	case m.pages > 0:
		return count(m.pages, "page")
	}
	return ""
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func size(bytes int64) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%.0f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

// makeOutputs makes the outputs side by side, each a file of the set. Of several errors it gives the first in the
// order of kinds, so that the same trouble always reads the same.
func makeOutputs(p *project, d *outdir.Dir, kinds, profiles []string, step func(what string)) ([]output, error) {
	made := make([]made, len(kinds))
	errs := make([]error, len(kinds))
	var group sync.WaitGroup
	for i, kind := range kinds {
		group.Go(func() {
			errs[i] = parallel.Guard(func() error { return makeKind(p, d, kind, profiles, &made[i]) })
			step(kind)
		})
	}
	group.Wait()
	for i, err := range errs {
		if found, ok := p.placed(err); ok {
			p.settle(found)
			errs[i] = nil
		}
	}
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	var out []output
	for _, m := range made {
		p.settle(m.found)
		for _, o := range m.outputs {
			p.settle(o.found)
		}
		out = append(out, m.outputs...)
	}
	return out, nil
}

// made is what became of one kind of output.
type made struct {
	found   diag.List // what the compositor has to say; an error is the author's to mend, and nothing was made
	outputs []output
}

func makeKind(p *project, d *outdir.Dir, kind string, profiles []string, m *made) (err error) {
	start := time.Now()
	slug := p.cfg.Book.Slug
	switch kind {
	case "pdf":
		in := p.interior()
		if m.found = in.found; !m.found.HasErrors() {
			if m.outputs, err = makeInterior(p, d, in.doc, profiles, start); err == nil {
				m.outputs = append(m.outputs, output{quiet: true})
				record := p.record(in.pages)
				record.Inputs = p.hashInterior()
				err = last(m.outputs).make(d, pagemapName(slug), start, record.Write)
			}
		}
	case "cards":
		var deck *cards.Deck
		if deck, m.found, err = p.wholeDeck(); err == nil && deck != nil { // no maxims, no deck
			m.outputs = []output{{}}
			m.outputs[0].cards = deck.Entries()
			err = m.outputs[0].document(d, slug+"-cards.pdf", start, deck.Sheets())
		}
	case "epub":
		assets, err := epubAssets(p)
		if err != nil {
			return err
		}
		assets.Pages = p.interior().pages
		m.outputs = []output{{}}
		return m.outputs[0].make(d, slug+".epub", start, func(w io.Writer) error { return epub.Write(w, p.cfg, p.book, assets) })
	}
	return err
}

// make writes an output into a file of the set.
func (m *output) make(d *outdir.Dir, name string, start time.Time, write func(io.Writer) error) (err error) {
	if m.file, err = d.Create(name); err != nil {
		return err
	}
	if err := write(m.file); err != nil {
		return fmt.Errorf("cannot make %s: %w", name, err)
	}
	m.took = time.Since(start)
	return m.file.Close()
}

// coverDPI makes the EPUB's cover 1600 × 2560 pixels, what Kindle's guidelines recommend and other shops take.
const coverDPI = 288

// epubAssets is the style sheet, the fonts and the cover of the EPUB.
func epubAssets(p *project) (epub.Assets, error) {
	var a epub.Assets
	var err error
	if a.CSS, err = p.styles.ReadFile("epub.css"); err != nil {
		return a, fmt.Errorf("cannot read the style sheet of the EPUB: %w", err)
	}
	if p.cfg.Epub.EmbedFonts {
		f := p.fonts
		a.Fonts = epub.Fonts{Regular: f.Regular.Data, Italic: f.Italic.Data, Bold: f.Bold.Data, BoldItalic: f.BoldItalic.Data,
			Mono: f.Mono.Data}
	}
	if p.book.Cover != nil {
		a.Cover = p.book.Cover.Data
		return a, nil
	}
	img, err := raster.Page(cover.Front(p.cfg, p.fonts), coverDPI)
	if err != nil {
		return a, fmt.Errorf("cannot draw the cover: %w", err)
	}
	var cover bytes.Buffer
	if err := raster.PNG(&cover, img); err != nil {
		return a, fmt.Errorf("cannot draw the cover: %w", err)
	}
	a.Cover = cover.Bytes()
	return a, nil
}

// publish puts the outputs and the manifest in their places, as one: of two builds at the same time the later one's
// files end up there, all of them, and the manifest knows of both.
func publish(ctx context.Context, p *project, d *outdir.Dir, outputs []output) error {
	if err := d.Lock(ctx, 10*time.Second); err != nil { // to rename a few files takes no time at all
		return err
	}
	if err := addManifest(p, d, outputs); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// addManifest adds the manifest to the outputs.
func addManifest(p *project, d *outdir.Dir, outputs []output) error {
	m := manifest{Octavo: version(), Inputs: p.hashInputs()}
	for _, o := range outputs {
		m.Outputs = append(m.Outputs, manifestOutput{File: o.file.Name(), SHA256: o.file.SHA256(), Bytes: o.file.Size(),
			Pages: o.pages, Cards: o.cards, Inputs: m.Inputs})
	}
	m.keep(d.Name())
	f, err := d.Create(manifestName)
	if err != nil {
		return err
	}
	if err := m.write(f); err != nil {
		return err
	}
	return f.Close()
}
