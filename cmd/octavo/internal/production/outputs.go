package production

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/origin"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

// The kinds of outputs that [Make] makes.
const (
	PDF   = "pdf"
	EPUB  = "epub"
	Cards = "cards"
	Cover = "cover"
)

// DeckName returns the name of the deck's file.
func DeckName(slug string) string { return slug + "-cards.pdf" }

// ErrNoDeck is returned where a deck is asked for and no entry can have a card.
var ErrNoDeck = errors.New("no entry of the book makes a card, so there is no deck; a +++ block under a heading makes it an entry")

// BuildRequest is what a build is to make.
type BuildRequest struct {
	Kinds    []string // of outputs
	Profiles []string // of printers, for the PDF; none: those of book.toml
	All      bool     // every message is printed, even if many are alike
}

// Build makes outputs of a book and puts them in their places. Errors that are the deck's alone keep the deck alone from being made.
// Where there is no output, what is wrong with the book is in p.Found, and the files of the last build stay.
func Build(ctx context.Context, p *project.Project, ask BuildRequest, step func(what string)) ([]Output, error) {
	asked := ask
	kinds := slices.Clone(ask.Kinds)
	if p.Cfg != nil && !p.Cfg.Cover.Set {
		kinds = slices.DeleteFunc(kinds, func(kind string) bool { return kind == Cover })
		if len(kinds) == 0 && p.Usable(diag.Everything) {
			return nil, ErrNoCover
		}
	}
	for kind, scope := range map[string]diag.Scope{Cards: diag.Deck, Cover: diag.Cover} {
		if !p.Usable(scope) {
			kinds = slices.DeleteFunc(kinds, func(k string) bool { return k == kind })
		}
	}
	if !p.Usable(diag.Everything) || len(kinds) == 0 {
		return nil, nil
	}
	if len(ask.Profiles) == 0 {
		ask.Profiles = p.Cfg.Print.Profiles
	}
	p.Recall = slices.Equal(ask.Kinds, []string{Cards})
	d, err := outdir.OpenIn(ctx, p.Root, project.BuildFolder)
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	var outputs []Output
	err = parallel.Interruptible(ctx, func() (err error) {
		outputs, err = Make(p, d, kinds, ask.Profiles, step)
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case p.Found.Stops(diag.Everything) || len(outputs) == 0 && p.Found.HasErrors():
		return nil, nil
	case len(outputs) == 0:
		return nil, ErrNoDeck
	}
	step("writing")
	return outputs, publish(ctx, p, d, outputs, func() (*ManifestBuild, error) { return lookedAt(p, asked, outputs) })
}

// Make makes the outputs side by side, each a file of the set. Of several errors it gives the first in the
// order of kinds, so that the same trouble always reads the same. Where the book has errors that stop an output, there is none.
//
// All processors set the pages of the book and write them, and one tests what was written. The other outputs begin then, so that the
// other processors have work beside the test.
func Make(p *project.Project, d *outdir.Dir, kinds, profiles []string, step func(what string)) ([]Output, error) {
	made := make([]made, len(kinds))
	errs := make([]error, len(kinds))
	written := newGate()
	if !slices.Contains(kinds, PDF) {
		written.open()
	}
	var group sync.WaitGroup
	for i, kind := range kinds {
		group.Go(func() {
			errs[i] = parallel.Guard(func() error { return makeKind(p, d, kind, profiles, &made[i], written) })
			if kind == PDF {
				written.open() // whatever became of it
			}
			step(kind)
		})
	}
	group.Wait()
	for i, err := range errs {
		if found, ok := p.Placed(err); ok {
			switch kinds[i] {
			case Cards:
				found.Limited(diag.Deck)
			case Cover:
				found.Limited(diag.Cover)
			}
			p.Settle(found)
			errs[i] = nil
		}
	}
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	var out []Output
	for i, m := range made {
		p.Settle(m.found)
		for _, o := range m.outputs {
			p.Settle(o.found)
		}
		if kinds[i] == Cover && p.Found.Stops(diag.Cover) { // the other outputs can do without it
			dropped(m.outputs)
			continue
		}
		out = append(out, m.outputs...)
	}
	return out, nil
}

// made is the result of making one kind of output.
type made struct {
	found   diag.List // what the compositor has to say; an error is the author's to mend, and nothing was made
	outputs []Output
}

// gate is where goroutines wait until another one opens it.
type gate struct {
	opened chan struct{}
	open   func() // may be called again
}

func newGate() *gate {
	opened := make(chan struct{})
	return &gate{opened, sync.OnceFunc(func() { close(opened) })}
}

func (g *gate) wait() { <-g.opened }

// makeKind makes one kind of output. The PDF opens the gate when it is written and only its test is left; the others wait there.
func makeKind(p *project.Project, d *outdir.Dir, kind string, profiles []string, m *made, written *gate) (err error) {
	start := time.Now()
	slug := p.Cfg.Book.Slug
	switch kind {
	case PDF:
		if m.found = p.Interior().Found; !m.found.HasErrors() {
			m.outputs, err = makePDFs(p, d, profiles, start, written)
		}
	case Cards:
		written.wait()
		var deck *cards.Deck
		if deck, m.found, err = p.WholeDeck(); err == nil && deck != nil { // no maxims, no deck
			if m.outputs, err = DeckSheets(d, DeckName(slug), start, deck); err != nil {
				dropped(m.outputs) // the other outputs can do without it
				m.outputs = nil
			}
		}
	case Cover:
		written.wait()
		m.outputs, m.found, err = makeCovers(p, d, profiles, start)
	case EPUB:
		assets, err := epubAssets(p) // which takes memory that the pages then use again
		if err != nil {
			return err
		}
		written.wait()
		if p.Cfg.Book.ExcerptOf == nil { // the printed book has other pages than an excerpt
			assets.Pages = p.Interior().Pages
		}
		m.outputs = []Output{{}}
		return m.outputs[0].Make(d, slug+".epub", start, func(w io.Writer) error { return epub.Write(w, p.Cfg, p.Book, assets) })
	}
	return err
}

// dropped takes files out of the set.
func dropped(outputs []Output) {
	for _, o := range outputs {
		if o.File != nil {
			o.File.Drop()
		}
	}
}

// Publish puts the outputs and the manifest in their places, as one: of two builds at the same time the later one's
// files end up there, all of them, and the manifest knows of both.
func Publish(ctx context.Context, p *project.Project, d *outdir.Dir, outputs []Output) error {
	return publish(ctx, p, d, outputs, func() (*ManifestBuild, error) { return nil, nil })
}

// publish is Publish with what the manifest says of the build.
func publish(ctx context.Context, p *project.Project, d *outdir.Dir, outputs []Output, build func() (*ManifestBuild, error)) error {
	if err := d.Lock(ctx, 10*time.Second); err != nil { // to rename a few files takes no time at all
		return err
	}
	if err := addManifest(p, d, outputs, build); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// addManifest adds the manifest to the outputs.
func addManifest(p *project.Project, d *outdir.Dir, outputs []Output, build func() (*ManifestBuild, error)) (err error) {
	m := Manifest{Octavo: project.Version(), Program: project.Program(), Inputs: p.HashInputs()}
	if m.Build, err = build(); err != nil { // after all that counts has been read for the hash
		return err
	}
	if made := origin.Of(p.Cfg, p.Book); made != nil {
		m.Origin = made.Record()
	}
	for _, o := range outputs {
		m.Outputs = append(m.Outputs, ManifestOutput{File: o.File.Name(), SHA256: o.File.SHA256(), Bytes: o.File.Size(),
			Pages: o.pages, Cards: o.Cards, Cover: o.cover, Inputs: m.Inputs, Asked: p.Asked})
	}
	m.Keep(d)
	f, err := d.Create(ManifestName)
	if err != nil {
		return err
	}
	if err := m.Write(f); err != nil {
		return err
	}
	return f.Close()
}
