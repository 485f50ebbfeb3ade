// Package project opens a book's folder: [Open] reads book.toml, the style with its fonts, and the manuscript, checks them, and
// keeps what is wrong in Project.Found. The pages of the book are set once, when [Project.Interior] is first called. Everything
// is read through the folder's os.Root, so that no symbolic link leads out of it. [StateAt] reads the book as an earlier
// revision of its repository has it.
package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/selection"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// Project is a book's folder, read once.
type Project struct {
	Dir        string
	Root       *os.Root
	Styles     *Styles
	Cfg        *config.Config   // nil when book.toml cannot be used at all
	Book       *book.Book       // nil when cfg is
	Fonts      *textstyle.Fonts // nil when the style cannot be used
	Cards      *textstyle.Fonts // of the style of the cards, often the same
	Found      diag.List        // sorted and levelled
	Typography bool             // the typographic warnings of the set pages are among them
	Recall     bool             // see folios
	Asked      []string         // by flags, where they change what is made
	Read       *readfile.Log    // what was read of the folder; nil: nobody has kept it
	faulty     map[string]bool  // fonts whose faults are in found: a style and a key

	Interior func() Inside // sets the pages of the book, once; several goroutines may ask
	Faces    *cards.Kept   // sets its cards; the projects of a workspace have it in common

	revision *revision // that it was laid out for; nil: it is the author's folder
	shared   bool      // the folder is a workspace's
}

// Inside is the set pages of the book, with what stands where on them.
type Inside struct {
	Doc   *page.Document
	Pages *pagemap.Map
	Found diag.List // what the compositor has to say
}

// Open reads book.toml, the style and the manuscript, and checks them. What is wrong with the book is in
// project.found; an error is only what keeps octavo from looking at it. Settings win over book.toml. The project is to be
// closed.
func Open(ctx context.Context, dir string, step func(what string), settings ...config.Setting) (_ *Project, err error) {
	root, err := OpenBook(dir)
	if err != nil {
		return nil, err
	}
	p := newProject(dir, root, OpenStyles(root, styles.FS), new(interior.Kept), new(cards.Kept))
	p.Read = readfile.Keep(root)
	defer func() {
		if err != nil {
			p.Close()
		}
	}()
	if err = SettleOutputs(ctx, root); err != nil {
		return nil, err
	}
	step("reading")
	p.Cfg, p.Found = punctuated(config.LoadRoot(root, p.Styles, settings...))
	p.Styles.nameOwnFonts(p.Cfg)
	if err = p.read(ctx, step, &once{p}); err != nil {
		return nil, err
	}
	return p, nil
}

// punctuated returns a configuration whose words have the punctuation of the book's language, as those of the manuscript have.
func punctuated(cfg *config.Config, found diag.List) (*config.Config, diag.List) {
	if cfg != nil {
		for _, words := range cfg.Prose() {
			*words = manuscript.Punctuate(*words, cfg.Lang)
		}
	}
	return cfg, found
}

// newProject returns a project whose pages and cards are set with what has been kept of states of the book before.
func newProject(dir string, root *os.Root, styles *Styles, kept *interior.Kept, faces *cards.Kept) *Project {
	p := &Project{Dir: dir, Root: root, Styles: styles, Faces: faces, faulty: map[string]bool{}}
	p.Interior = sync.OnceValue(func() (in Inside) {
		in.Doc, in.Pages, in.Found = kept.Set(p.Cfg, p.Book, p.Fonts)
		return in
	})
	return p
}

// reader reads the parts of a book: once, or again and again.
type reader interface {
	fonts(style *config.Style) (*textstyle.Fonts, error)
	manuscript(contents book.Contents) (*book.Book, diag.List)
	check(fonts check.Coverage) diag.List
}

// once is a reader that keeps nothing.
type once struct{ p *Project }

func (o *once) fonts(style *config.Style) (*textstyle.Fonts, error) {
	return textstyle.LoadFonts(style, o.p.Cfg.Book.Language, o.p.Styles.ReadStyle)
}

func (o *once) manuscript(contents book.Contents) (*book.Book, diag.List) {
	return manuscript.ReadRoot(o.p.Root, "manuscript", contents)
}

func (o *once) check(fonts check.Coverage) diag.List { return check.Run(o.p.Cfg, o.p.Book, fonts) }

// read reads the fonts and the manuscript of a book whose configuration is read, and checks it.
func (p *Project) read(ctx context.Context, step func(what string), r reader) error {
	if p.Cfg == nil {
		p.Found.Sort()
		return nil
	}
	// The fonts are large and the manuscript does not need them: read both at once.
	var fonts, cards error
	var reading sync.WaitGroup
	load := func(style *config.Style, to **textstyle.Fonts) error {
		return parallel.Guard(func() (err error) {
			if style != nil {
				*to, err = r.fonts(style)
			}
			return err
		})
	}
	reading.Go(func() {
		fonts = load(p.Cfg.Style, &p.Fonts)
		if p.Cards = p.Fonts; p.Cfg.CardStyle != p.Cfg.Style {
			cards = load(p.Cfg.CardStyle, &p.Cards)
		}
	})
	bk, found := r.manuscript(check.Contents(p.Cfg))
	reading.Wait()
	p.Book = bk
	p.Found = append(p.Found, found...)
	for _, e := range []struct {
		style *config.Style
		err   error
	}{{p.Cfg.Style, fonts}, {p.Cfg.CardStyle, cards}} {
		var bug *parallel.Panic
		if errors.As(e.err, &bug) {
			return e.err
		}
		if e.err != nil {
			p.badFont(&p.Found, e.style, "", e.err)
		}
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	step("checking")
	if p.Book != nil {
		var fonts check.Coverage
		if p.Fonts != nil {
			fonts = check.Coverage{Text: p.Fonts.Has, Code: p.Fonts.HasCode, Instead: p.Fonts.SetIn, Of: p.Fonts}
		}
		p.Found = append(p.Found, r.check(fonts)...)
	}
	p.Settle(nil)
	return nil
}

// OpenBook opens a book's folder. Whatever is read of the book is read through it, so that no symbolic link leads out.
func OpenBook(dir string) (*os.Root, error) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot open the book's folder %s: %w", dir, readfile.Reason(err))
	}
	return root, nil
}

// Record returns what set pages say of where everything is printed, for a file.
func (p *Project) Record(pages *pagemap.Map) *pagemap.Record {
	tracer := p.Book.Tracer()
	return pages.Record(p.Cfg.Book.Title, func(at pagemap.Place) diag.Pos { return tracer.Trace(at.Pos, at.Offset) })
}

// Close lets go of the book's folder, unless it is a workspace's: after it no more styles can be read.
func (p *Project) Close() {
	if p.shared {
		return
	}
	if p.Read != nil {
		p.Read.End()
	}
	p.Root.Close()
	if p.revision != nil {
		p.revision.Close()
	}
}

// Configure changes the configuration of this project alone: several projects of a workspace may have one.
func (p *Project) Configure(change func(*config.Config)) {
	own := *p.Cfg
	change(&own)
	p.Cfg = &own
}

// Settle adds to what was found, gives every warning the level that book.toml asks for, and sorts.
func (p *Project) Settle(more diag.List) {
	if p.Cfg == nil {
		return
	}
	more = check.Level(p.Cfg, append(more, p.fontFaults()...))
	if !p.Typography { // an author who has raised one to an error wants to see it all the same
		more = slices.DeleteFunc(more, func(d diag.Diagnostic) bool {
			return d.Severity == diag.Warning && slices.Contains(interior.TypographicWarnings, d.Code)
		})
	}
	p.Found = check.Level(p.Cfg, p.Found)
	type finding struct {
		code    string
		pos     diag.Pos
		message string
	}
	known := map[finding]int{}
	for i, d := range p.Found {
		known[finding{d.Code, d.Pos, d.Message}] = i
	}
	for _, d := range more { // the deck may find once more what is wrong with the pages
		f := finding{d.Code, d.Pos, d.Message}
		if i, ok := known[f]; ok {
			p.Found[i].Stops = min(p.Found[i].Stops, d.Stops)
			continue
		}
		known[f] = len(p.Found)
		p.Found = append(p.Found, d)
	}
	if p.Book != nil {
		p.Found.Sort(p.Book.Sources...)
	} else {
		p.Found.Sort()
	}
}

// Usable reports whether there is enough of a book to set type from it: the deck of cards, or everything else.
func (p *Project) Usable(s diag.Scope) bool {
	return p.Cfg != nil && p.Book != nil && p.Fonts != nil && !p.Found.Stops(s) && (s != diag.Deck || p.Cards != nil)
}

// Showable reports whether there is enough of a book to be looked at while it is being written: it is usable but for what is unfinished.
// A TK, which stops what is printed, is no reason not to see the pages.
func (p *Project) Showable() bool {
	finished := *p
	finished.Found = slices.DeleteFunc(slices.Clone(p.Found), func(d diag.Diagnostic) bool { return d.Code == "tk" })
	return finished.Usable(diag.Everything)
}

// Deck sets the cards of entries. They name pages of the book, so it is set before where that is wanted; an error in it stops
// more than the deck. The deck is nil where there are errors, or no entries.
func (p *Project) Deck(entries []*book.Entry) (*cards.Deck, diag.List) {
	var pages *pagemap.Map
	if p.Cfg.Deck.Folio && len(entries) > 0 {
		var found diag.List
		if pages, found = p.folios(); found.HasErrors() {
			return nil, found
		}
	}
	deck, found := p.Faces.NewDeck(p.Cfg, p.Book, p.Cards, pages, entries)
	return deck, found.Limited(diag.Deck)
}

// Sheets returns deck with where the cards stand on sheets.
func (p *Project) Sheets(entries []*book.Entry) (*cards.Deck, diag.List) {
	if len(entries) == 0 {
		return nil, nil
	}
	grid, found := cards.Lay(p.Cfg)
	found.Limited(diag.Deck)
	deck, more := p.Deck(entries)
	if found = append(found, more...); deck == nil || found.HasErrors() {
		return nil, found
	}
	deck.Grid = grid
	return deck, found
}

// WholeDeck returns the deck as book.toml has it.
func (p *Project) WholeDeck() (*cards.Deck, diag.List, error) {
	entries, err := cards.Choose(p.Cfg, p.Book, selection.Choice{})
	if err != nil {
		return nil, nil, err
	}
	deck, found := p.Sheets(entries)
	return deck, found, nil
}

// TrySetting sets the pages, and the cards if they can be set, for what is found only there, and adds it to p.Found.
func (p *Project) TrySetting() error {
	var interior, cards diag.List
	var bug error
	var group sync.WaitGroup
	group.Go(func() {
		bug = parallel.Guard(func() error { interior = p.Interior().Found; return nil })
	})
	err := parallel.Guard(func() (err error) {
		if p.Usable(diag.Deck) {
			_, cards, err = p.WholeDeck()
		}
		return err
	})
	group.Wait()
	if bug != nil {
		return bug
	}
	p.Settle(append(interior, cards...))
	return err
}

// Index returns an index of the words of the book: of the manuscript, and of what is printed out of book.toml.
func (p *Project) Index() *locate.Index {
	var out []locate.Text
	for _, t := range []struct{ key, value, what string }{
		{"book.title", p.Cfg.Book.Title, "title page"}, {"book.subtitle", p.Cfg.Book.Subtitle, "title page"},
		{"book.dedication", p.Cfg.Book.Dedication, "dedication"},
	} {
		if at := p.Cfg.Where(t.key); t.value != "" && at.IsValid() {
			out = append(out, locate.Text{Pos: at, Value: t.value, What: t.what})
		}
	}
	return locate.NewIndex(p.Book, out...)
}

// BuildDir returns the path of the folder of outputs, for messages.
func (p *Project) BuildDir() string { return filepath.Join(p.Dir, BuildFolder) }

// OpenOutputs opens the folder that the user names for outputs, or a folder of the book where the user names none.
func (p *Project) OpenOutputs(ctx context.Context, named, own string) (*outdir.Dir, error) {
	if named != "" {
		return outdir.Open(ctx, named)
	}
	return outdir.OpenIn(ctx, p.Root, own)
}

// SettleOutputs finishes what a killed octavo began in the book's folder and those that octavo writes into, so that outputs are read as
// one build left them, and removes the temporary files that it left. [Open] calls it; it is for commands that read outputs without
// opening the book.
func SettleOutputs(ctx context.Context, bk *os.Root) error {
	return cmp.Or(outdir.Settle(ctx, bk, "."), outdir.Settle(ctx, bk, "styles"), outdir.SettleAll(ctx, bk, BuildFolder))
}

var _ fs.ReadFileFS = (*Styles)(nil)

// Silent is a step of Open without progress reports.
func Silent(string) {}

// AllowUnfinished makes the error of a TK a warning: a review copy may have them.
func (p *Project) AllowUnfinished() {
	for i := range p.Found {
		if p.Found[i].Code == "tk" {
			p.Found[i].Severity = diag.Warning
		}
	}
}
