// Package coverdesign draws the front of a book in a box of any shape, and chooses the colours, the sign and the faces that everything
// around the book shares: the EPUB's cover, the wrap of the printed book, the title card of a deck and pictures to share.
//
// [New] reads these choices from the style and from [cover] of book.toml. [Design.Backdrop] draws what lies under a cover, and
// [Design.Front] what stands on its front, in one of three designs: label, halftone and poster, each in a file of its own.
package coverdesign

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// The front was drawn for an EPUB, in the proportions 5:8 that shops require, and so large. On other shapes it is scaled by what of it
// limits its words.
const (
	drawnWidth  = 400 * page.Pt
	drawnHeight = 640 * page.Pt
)

// Design is how one book looks from outside.
type Design struct {
	Colors
	Name  string         // config.Label, config.Halftone or config.Poster
	Sign  ornament.Shape // the sign of the style's breaks
	Press bool           // it is printed on paper, and not shown on a screen alone
	Split int            // of the halftone: where its field begins, in 640ths of the height

	cfg   *config.Config
	style *config.Style
	fonts *textstyle.Fonts
}

// usualSplit is the Split of a front that nothing else asks for more white.
const usualSplit = 356

// New returns the design of a book's cover: that of [cover] in book.toml, or else that of its style.
func New(cfg *config.Config, fonts *textstyle.Fonts) *Design {
	d := &Design{cfg: cfg, style: cfg.Style, fonts: fonts, Name: cfg.Style.Cover.Design, Colors: NewColors(cfg), Split: usualSplit}
	if cfg.Cover.Design != "" {
		d.Name = cfg.Cover.Design
	}
	d.Sign = d.signShape()
	return d
}

// Face is where a front is drawn.
type Face struct {
	Live  page.Box    // what a reader sees of it: a panel as it is trimmed, without a hinge
	Under page.Box    // what its ground covers: the panel with its hinge and its bleed
	Safe  page.Length // words keep so far from the edges of Live
	Least page.Length // no type is smaller
	Node  *page.Node  // what its words are content of; nil: they are artifacts
	OnArt bool        // a picture is under it, in place of the design's own ornaments
}

// Front returns the words of a front with what they stand on, over its ground.
func (d *Design) Front(f Face) []page.Item {
	dr := &drawing{Design: d, Face: f}
	dr.title, dr.subtitle, dr.authors, dr.publisher = d.Title(f.Node), d.Subtitle(f.Node), d.Authors(f.Node), d.Publisher(f.Node)
	switch d.Name {
	case config.Halftone:
		dr.halftone()
	case config.Poster:
		dr.poster()
	default:
		dr.label()
	}
	return dr.items
}

// drawing is a front being drawn.
type drawing struct {
	*Design
	Face
	unit  page.Length // what was a point on the front as it was drawn
	items []page.Item
	tight bool // something does not fit

	title, subtitle, authors, publisher Words
}

// u returns units of the drawn front.
func (d *drawing) u(n page.Length) page.Length { return n * d.unit }

// atLeast returns a size drawn n units large in a scale, in hundredths, but no type that is too small.
func (d *drawing) atLeast(n, scale page.Length) page.Length { return max(d.u(n)*scale/100, d.Least) }

// leastScale is how far words shrink so that all have room, in hundredths.
const leastScale = 40

// shrinking sets words smaller and smaller until all fit: set sets them in a scale, in hundredths, and notes what does not fit. Where many
// authors have no room even so, the first stands for all of them.
func (d *drawing) shrinking(set func(scale page.Length)) {
	before := len(d.items)
	d.smaller(before, set)
	if names := d.cfg.Book.Authors(); d.tight && len(names) > 2 {
		d.authors.Text = d.cfg.Lang.Lists.Abridged.Fill("name", names[0])
		d.smaller(before, set)
	}
}

// smaller sets words smaller and smaller, after the first items of a front.
func (d *drawing) smaller(before int, set func(scale page.Length)) {
	for scale := page.Length(100); ; scale -= 10 {
		d.items, d.tight = d.items[:before:before], false
		if set(scale); !d.tight || scale <= leastScale {
			return
		}
	}
}

// part sets words beside the title, drawn fit.Most units large in a scale.
func (d *drawing) part(w Words, face string, color page.Color, scale page.Length, fit Fit) Block {
	fit.Most, fit.Least = d.atLeast(fit.Most, scale), d.atLeast(fit.Most*7/10, scale)
	return d.set(w, face, color, fit)
}

// names sets the authors, each name on one line where it has room there.
func (d *drawing) names(face string, color page.Color, scale page.Length, fit Fit) Block {
	kept := d.authors
	kept.Text = strings.ReplaceAll(strings.ReplaceAll(kept.Text, " ", "\u00A0"), ",\u00A0", ", ")
	was := d.tight
	if b := d.part(kept, face, color, scale, fit); d.tight == was && len(b.Lines) <= strings.Count(kept.Text, ", ")+1 {
		return b
	}
	d.tight = was
	return d.part(d.authors, face, color, scale, fit)
}

// set sets words and notes it where they do not fit.
func (d *drawing) set(w Words, face string, color page.Color, fit Fit) Block {
	b, ok := d.Set(w, d.Text(face, fit.Most, color), fit)
	d.tight = d.tight || !ok
	return b
}

// wide and high return parts of the front: units of the drawn one, stretched with the shape.
func (d *drawing) wide(n page.Length) page.Length { return d.Live.W * n * page.Pt / drawnWidth }
func (d *drawing) high(n page.Length) page.Length { return d.Live.H * n * page.Pt / drawnHeight }

// margin returns how far words stand from the edges, drawn n units from them.
func (d *drawing) margin(n page.Length) page.Length { return max(d.u(n), d.Safe) }
