package production

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/wrap"
)

// ErrNoCover is returned where a cover is asked for and book.toml has none.
var ErrNoCover = errors.New("book.toml has no [cover]; add the table, with blurb = \"…\" under it, and there is one")

// CoverName returns the name of a cover's file: that of a single profile bears the plain name.
func CoverName(slug, profile string, profiles int) string {
	if profiles == 1 || profile == pdf.Screen.Name {
		return slug + "-cover.pdf"
	}
	return slug + "-cover-" + profile + ".pdf"
}

// ManifestCover says for which book and which printer a cover is.
type ManifestCover struct {
	Profile string `json:"profile"`
	Printer string `json:"printer"`
	Binding string `json:"binding"`
	Paper   string `json:"paper"`
	Pages   int    `json:"pages"` // of the inside
	Spine   string `json:"spine"` // its width, as [cover] spine has it
}

// measure says how wide the spine is.
func (c *ManifestCover) measure() string { return "spine " + strings.Replace(c.Spine, "mm", " mm", 1) }

// PrintedCover is a cover that has been set for a printer.
type PrintedCover struct {
	Printer *config.Printer
	Sheet   *wrap.Sheet
	Doc     *page.Document
}

// SetCover sets the cover of a book for the printer of a profile. The pages of the inside are those that it has in fact. Where there is
// none, what is wrong is in the list; what is the cover's alone stops the cover alone.
func SetCover(p *project.Project, profile string) (*PrintedCover, diag.List) {
	printers, found := config.LoadPrinters(p.Styles)
	if found.HasErrors() {
		return nil, found.Limited(diag.Cover)
	}
	in := p.Interior()
	if in.Found.HasErrors() {
		return nil, in.Found
	}
	c := &PrintedCover{Printer: CoverPrinter(printers, p.Cfg, profile)}
	if c.Sheet, found = CoverSheet(p.Cfg, c.Printer, len(in.Doc.Pages)); c.Sheet != nil {
		var more diag.List
		c.Doc, more = cover.Wrap(p.Cfg, p.Fonts, p.Book, c.Sheet)
		found = append(found, more...)
		found = append(found, page.MissingGlyphs(c.Doc.Pages, nil, func(_ int, t *page.Text, _ int) diag.Pos {
			if t.Pos.IsValid() {
				return t.Pos
			}
			return p.Cfg.Where("cover")
		})...)
		found = append(found, page.OffPage(c.Doc.Pages, nil, func(int) diag.Pos { return p.Cfg.Where("cover") })...)
	} else {
		noteElsewhere(found, p.Cfg, printers, c.Printer, len(in.Doc.Pages))
	}
	if found.Limited(diag.Cover); found.HasErrors() {
		return nil, found
	}
	return c, found
}

// makeCovers makes the cover once for each profile.
func makeCovers(p *project.Project, d *outdir.Dir, profiles []string, start time.Time) (out []Output, found diag.List, err error) {
	set := map[string]*PrintedCover{} // by printer
	for _, name := range profiles {
		c, more := SetCover(p, name)
		if found = append(found, more...); c == nil {
			return nil, found, nil
		}
		if same := set[c.Printer.ID]; same != nil {
			c = same
		}
		set[c.Printer.ID] = c
		o, err := c.make(p, d, name, CoverName(p.Cfg.Book.Slug, name, len(profiles)), start)
		if err != nil {
			return nil, found, err
		}
		out = append(out, o)
	}
	return out, found, nil
}

// make writes the cover for a profile, and holds the file against it.
func (c *PrintedCover) make(p *project.Project, d *outdir.Dir, name, file string, start time.Time) (Output, error) {
	s := c.Sheet
	o := Output{pages: 1, cover: &ManifestCover{Profile: name, Printer: s.Printer, Binding: s.Binding, Paper: s.Paper, Pages: s.Pages, Spine: config.Mm(config.Length(s.Spine.W)) + "mm"}}
	profile, err := pdfProfile(p, name)
	if err != nil {
		return o, err
	}
	var changes []pdf.Change
	err = o.Make(d, file, start, func(w io.Writer) (err error) {
		changes, err = pdf.WriteNoting(w, c.Doc, profile.ForCover(s.Ink))
		return err
	})
	if err != nil {
		return o, err
	}
	o.Note = strings.Join(append(artNotes(changes, file, s.Ink), s.Notes...), "\n  ")
	data, err := o.File.ReadBack()
	if err != nil {
		return o, fmt.Errorf("cannot test %s: %w", file, err)
	}
	o.found, err = preflightCover(context.Background(), p.Cfg, c.Printer, s, file, data, name)
	o.found.Limited(diag.Cover)
	return o, err
}

// The flat pictures of a cover: the front as shops and sites show it, small, and the whole of it.
var flatNames = []string{"front", "small", "whole"}

const (
	smallDPI = coverDPI * 500 / 1600 // 500 × 800 pixels
	wholeDPI = 150
)

// flatCoverName returns the name of the file of a flat picture.
func flatCoverName(slug, flat string) string { return fmt.Sprintf("%s-cover-%s.png", slug, flat) }

// Covers makes the cover by profiles, and flat pictures of it: the front, the front for a shop's list, and the whole.
func Covers(p *project.Project, d *outdir.Dir, profiles []string, start time.Time) ([]Output, error) {
	out, found, err := makeCovers(p, d, profiles, start)
	if p.Settle(found); err != nil || p.Found.Stops(diag.Cover) {
		return nil, err
	}
	for _, o := range out {
		p.Settle(o.found)
	}
	c, _ := SetCover(p, profiles[0])
	if c == nil || p.Found.Stops(diag.Cover) {
		return nil, nil
	}
	front := frontOf(p)
	for _, flat := range []struct {
		name string
		page *page.Page
		dpi  float64
	}{{flatNames[0], front, coverDPI}, {flatNames[1], front, smallDPI}, {flatNames[2], c.Doc.Pages[0], wholeDPI}} {
		o := Output{}
		err := o.Make(d, flatCoverName(p.Cfg.Book.Slug, flat.name), start, func(w io.Writer) error {
			return raster.PagePNG(w, flat.page, flat.dpi)
		})
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, nil
}

// TryCovers sets the cover for each profile of book.toml, for what is found only there, and adds it to p.Found.
func TryCovers(p *project.Project) {
	if p.Cfg == nil || !p.Cfg.Cover.Set {
		return
	}
	for _, profile := range p.Cfg.Print.Profiles {
		if p.Usable(diag.Cover) {
			_, found := SetCover(p, profile)
			p.Settle(found)
		}
	}
}

// CoverFiles puts the files of [Covers] into the build folder. Without profiles they are those of book.toml. Where there is none, what is
// wrong with the book is in p.Found.
func CoverFiles(ctx context.Context, p *project.Project, profiles []string, start time.Time) ([]Output, string, error) {
	switch {
	case p.Cfg != nil && !p.Cfg.Cover.Set && p.Usable(diag.Everything):
		return nil, "", ErrNoCover
	case !p.Usable(diag.Cover):
		return nil, "", nil
	case len(profiles) == 0:
		profiles = p.Cfg.Print.Profiles
	}
	return Deliver(ctx, p, diag.Cover, "", func(d *outdir.Dir) ([]Output, error) { return Covers(p, d, profiles, start) })
}
