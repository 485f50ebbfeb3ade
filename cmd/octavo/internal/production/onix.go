package production

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/onix"
	"octavo/cmd/octavo/internal/origin"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

// ONIXRequest is which record of a book is wanted.
type ONIXRequest struct {
	Release onix.Release
	Forms   []onix.Form // nil: those in which it is sold
	Sent    time.Time   // zero: on the date of the book
}

// ONIXName returns the name of the file with the book's records.
func ONIXName(slug string, release onix.Release) string {
	return slug + "-onix-" + string(release) + ".xml"
}

// ONIX writes the records of a book for the trade, and returns the forms that have one. It sets the book, which tells the number of
// pages; where that finds errors, nothing is made.
func ONIX(ctx context.Context, p *project.Project, ask ONIXRequest) (*Output, []onix.Form, error) {
	d, err := outdir.OpenIn(ctx, p.Root, project.BuildFolder)
	if err != nil {
		return nil, nil, err
	}
	defer d.Discard()
	out, forms, err := makeONIX(ctx, p, d, ask)
	if err != nil || out == nil {
		return nil, nil, err
	}
	return out, forms, Publish(ctx, p, d, []Output{*out})
}

// makeONIX makes the records as a file of a folder, nil where the book has errors.
func makeONIX(ctx context.Context, p *project.Project, d *outdir.Dir, ask ONIXRequest) (*Output, []onix.Form, error) {
	start := time.Now()
	in := p.Interior()
	if p.Settle(in.Found); p.Found.HasErrors() {
		return nil, nil, nil
	}
	m := onix.Message{Release: ask.Release, Sent: ask.Sent, Config: p.Cfg, Forms: ask.Forms}
	if m.Sent.IsZero() {
		m.Sent = p.Cfg.Book.Date.UTC()
	}
	if m.Forms == nil {
		m.Forms = onix.Sold(p.Cfg)
	}
	var err error
	if err = parallel.Interruptible(ctx, func() error { m.Facts, err = onixFacts(p, in.Pages); return err }); err != nil {
		return nil, nil, err
	}
	out := Output{}
	err = out.Make(d, ONIXName(p.Cfg.Book.Slug, ask.Release), start, func(w io.Writer) error {
		_, err := w.Write(m.XML())
		return err
	})
	return &out, m.Forms, err
}

// onixFacts returns what the book itself tells of it.
func onixFacts(p *project.Project, pages *pagemap.Map) (onix.Facts, error) {
	cover, err := EPUBCover(p)
	if err != nil {
		return onix.Facts{}, fmt.Errorf("cannot make the cover: %w", err)
	}
	f := onix.Facts{Words: p.Book.Words(), Pictures: pictures(p.Book), Language: p.Cfg.Book.Language, Origin: origin.Of(p.Cfg, p.Book),
		AllPages: len(pages.Pages)}
	for i := range pages.Pages {
		pg := &pages.Pages[i]
		if pg.Kind != pagemap.Blank {
			f.ContentPages++
		}
		f.MainPages = max(f.MainPages, arabic(pg.Label))
	}
	if c := p.Book.Cover; c != nil {
		f.Copy, f.Bio = plain(c.Blurb), plain(c.Bio)
	}
	f.Access, err = epub.Accessibility(p.Cfg, p.Book, epub.Assets{Cover: cover, Pages: pages})
	return f, err
}

// arabic returns the number that a folio is in figures of any script, 0 for one that is in others.
func arabic(folio string) int {
	figures := make([]rune, 0, len(folio))
	for _, r := range folio {
		if !unicode.IsDigit(r) {
			return 0
		}
		zero := r
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		figures = append(figures, '0'+r-zero)
	}
	n, _ := strconv.Atoi(string(figures))
	return n
}

// pictures returns how many pictures the text of a book shows.
func pictures(b *book.Book) (n int) {
	for _, ch := range b.Chapters() {
		ch.Walk(nil, func(in book.Inline) {
			if i, ok := in.(*book.Image); ok && i.File != nil && !i.Decoration {
				n++
			}
		})
	}
	return n
}

// plain returns the words of blocks.
func plain(blocks []book.Block) string {
	var out []string
	book.Walk(blocks, func(b book.Block) {
		book.Runs(b, func(text []book.Inline) { out = append(out, book.PlainText(text)) })
	})
	return strings.Join(out, " ")
}
