package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// project is a book's folder, read once.
type project struct {
	dir    string
	root   *os.Root
	styles *overlay
	cfg    *config.Config   // nil when book.toml cannot be used at all
	book   *book.Book       // nil when cfg is
	fonts  *textstyle.Fonts // nil when the style cannot be used
	cards  *textstyle.Fonts // of the style of the cards, often the same
	found  diag.List        // sorted and levelled
	proof  bool             // microfaults of the set pages are among them
	recall bool             // see folios
	asked  []string         // by flags, where they change what is made
	faulty map[string]bool  // fonts whose faults are in found: a style and a key

	interior func() inside // sets the pages of the book, once; several goroutines may ask
}

// inside is the set pages of the book, with what stands where on them.
type inside struct {
	doc   *page.Document
	pages *pagemap.Map
	found diag.List // what the compositor has to say
}

// openProject reads book.toml, the style and the manuscript, and checks them. What is wrong with the book is in
// project.found; an error is only what keeps octavo from looking at it. Settings win over book.toml. The project is to be
// closed.
func openProject(ctx context.Context, dir string, step func(what string), settings ...config.Setting) (_ *project, err error) {
	root, err := openBook(dir)
	if err != nil {
		return nil, err
	}
	p := &project{dir: dir, root: root, styles: openStyles(root, styles.FS), faulty: map[string]bool{}}
	p.interior = sync.OnceValue(func() (in inside) {
		in.doc, in.pages, in.found = interior.Set(p.cfg, p.book, p.fonts)
		return in
	})
	defer func() {
		if err != nil {
			p.close()
		}
	}()
	if err := settleOutputs(ctx, root); err != nil {
		return nil, err
	}
	step("reading")
	if p.cfg, p.found = config.LoadRoot(root, p.styles, settings...); p.cfg == nil {
		p.found.Sort()
		return p, nil
	}

	// The fonts are large and the manuscript does not need them: read both at once.
	var fonts, cards error
	var reading sync.WaitGroup
	load := func(style *config.Style, to **textstyle.Fonts) error {
		return parallel.Guard(func() (err error) {
			if style != nil {
				*to, err = textstyle.LoadFonts(style, p.cfg.Book.Language, p.styles.readStyle)
			}
			return err
		})
	}
	reading.Go(func() {
		fonts = load(p.cfg.Style, &p.fonts)
		if p.cards = p.fonts; p.cfg.CardStyle != p.cfg.Style {
			cards = load(p.cfg.CardStyle, &p.cards)
		}
	})
	bk, found := manuscript.ReadRoot(root, "manuscript", check.Contents(p.cfg))
	reading.Wait()
	p.book = bk
	p.found = append(p.found, found...)
	for _, e := range []struct {
		style *config.Style
		err   error
	}{{p.cfg.Style, fonts}, {p.cfg.CardStyle, cards}} {
		var bug *parallel.Panic
		if errors.As(e.err, &bug) {
			return nil, e.err
		}
		if e.err != nil {
			p.badFont(&p.found, e.style, "", e.err)
		}
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	step("checking")
	if p.book != nil {
		has := func(rune) bool { return true }
		if p.fonts != nil {
			has = p.fonts.Has
		}
		p.found = append(p.found, check.Run(p.cfg, p.book, has)...)
	}
	p.settle(nil)
	return p, nil
}

// openBook opens a book's folder. Whatever is read of the book is read through it, so that no symbolic link leads out.
func openBook(dir string) (*os.Root, error) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot open the book's folder %s: %w", dir, reason(err))
	}
	return root, nil
}

// Record is what set pages say of where everything is printed, for a file.
func (p *project) record(pages *pagemap.Map) *pagemap.Record {
	tracer := p.book.Tracer()
	return pages.Record(p.cfg.Book.Title, func(at pagemap.Place) diag.Pos { return tracer.Trace(at.Pos, at.Offset) })
}

// close lets go of the book's folder: after it no more styles can be read.
func (p *project) close() { p.root.Close() }

// settle adds to what was found, gives every warning the level that book.toml asks for, and sorts.
func (p *project) settle(more diag.List) {
	if p.cfg == nil {
		return
	}
	more = check.Level(p.cfg, append(more, p.fontFaults()...))
	if !p.proof { // an author who has raised one to an error wants to see it all the same
		more = slices.DeleteFunc(more, func(d diag.Diagnostic) bool {
			return d.Severity == diag.Warning && slices.Contains(interior.TypographicWarnings, d.Code)
		})
	}
	p.found = check.Level(p.cfg, p.found)
	type finding struct {
		code    string
		pos     diag.Pos
		message string
	}
	known := map[finding]bool{}
	for _, d := range p.found {
		known[finding{d.Code, d.Pos, d.Message}] = true
	}
	for _, d := range more { // the deck may find once more what is wrong with the pages
		if f := (finding{d.Code, d.Pos, d.Message}); !known[f] {
			known[f] = true
			p.found = append(p.found, d)
		}
	}
	if p.book != nil {
		p.found.Sort(p.book.Sources...)
	} else {
		p.found.Sort()
	}
}

// usable says whether there is enough of a book to set type from it.
func (p *project) usable() bool {
	return p.cfg != nil && p.book != nil && p.fonts != nil && p.cards != nil && !p.found.HasErrors()
}

// deck sets the cards of entries. They name pages of the book, so it is set before where that is wanted; an error in it is
// one of the deck then. The deck is nil where there are errors, or no entries.
func (p *project) deck(entries []*book.Entry) (*cards.Deck, diag.List) {
	var pages *pagemap.Map
	if p.cfg.Deck.Folio && len(entries) > 0 {
		var found diag.List
		if pages, found = p.folios(); found.HasErrors() {
			return nil, found
		}
	}
	return cards.NewDeck(p.cfg, p.book, p.cards, pages, entries)
}

// sheets is deck with where the cards stand on sheets.
func (p *project) sheets(entries []*book.Entry) (*cards.Deck, diag.List) {
	if len(entries) == 0 {
		return nil, nil
	}
	grid, found := cards.Lay(p.cfg)
	deck, more := p.deck(entries)
	if found = append(found, more...); deck == nil || found.HasErrors() {
		return nil, found
	}
	deck.Grid = grid
	return deck, found
}

// wholeDeck is the deck as book.toml has it.
func (p *project) wholeDeck() (*cards.Deck, diag.List, error) {
	entries, err := cards.Choose(p.cfg, p.book, cards.Choice{})
	if err != nil {
		return nil, nil, err
	}
	deck, found := p.sheets(entries)
	return deck, found, nil
}

// buildFolder is where the outputs go, in the book's folder.
const buildFolder = "build"

func (p *project) buildDir() string { return filepath.Join(p.dir, buildFolder) }

// openOutputs opens the folder that the user names for outputs, or a folder of the book where the user names none.
func (p *project) openOutputs(ctx context.Context, named, own string) (*outdir.Dir, error) {
	if named != "" {
		return outdir.Open(ctx, named)
	}
	return outdir.OpenIn(ctx, p.root, own)
}

// settleOutputs finishes what a killed octavo began in the folders of outputs, so that they are read as one build left them.
func settleOutputs(ctx context.Context, bk *os.Root) error {
	return cmp.Or(outdir.Settle(ctx, bk, buildFolder), outdir.Settle(ctx, bk, path.Join(buildFolder, reviewFolder)))
}

var _ fs.ReadFileFS = (*overlay)(nil)

// silent is a step of Open that nobody watches.
func silent(string) {}
