package check

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

func pictureAlt(f *facts) {
	for _, i := range f.images {
		if strings.TrimSpace(i.Alt) != "" || i.Decoration {
			continue
		}
		d := f.report(i.Pos, "picture without a description")
		source := i.Pos.Source.Text[min(i.Pos.Offset, len(i.Pos.Source.Text)):]
		switch {
		case bytes.HasPrefix(source, []byte("![[")):
			d.Note("write what it shows behind a bar: ![[%s|a sketch of the harbour]]", i.Path)
		case bytes.HasPrefix(source, []byte("<")):
			d.Note("write what it shows as its alt: <img src=\"%s\" alt=\"a sketch of the harbour\">", i.Path).
				Note("if it is decoration, and shows nothing that a listener would miss, say so: alt=\"\"")
			continue
		default:
			d.Note("write what it shows between the brackets: ![a sketch of the harbour](%s)", i.Path)
		}
		d.Note("if it is decoration, and shows nothing that a listener would miss, say so: ![](%s){alt=\"\"}", i.Path)
	}
}

// picturePart reports each picture of whose file something is left out, where it is first shown.
func picturePart(f *facts) {
	var flat []string
	for _, p := range f.cfg.Print.Profiles {
		if p == "kdp" || p == "ingram" {
			flat = append(flat, p)
		}
	}
	said := map[*book.Picture]bool{}
	for _, i := range f.images {
		p := i.File
		if p == nil || said[p] {
			continue
		}
		said[p] = true
		if p.Part != "" {
			f.report(i.Pos, "picture %q: %s", i.Path, p.Part).
				Note("save what is to be printed as a file of its own")
		}
		if p.Drawing != nil && p.Drawing.Transparent() && len(flat) > 0 {
			f.report(i.Pos, "picture %q: what is under its transparent parts is not seen in the file for %s, which holds nothing transparent",
				i.Path, strings.Join(flat, " and ")).
				Note("give them solid colours in a drawing program")
		}
	}
}

// drawingGlyphs reports the characters of drawings that the book's fonts do not have, each once for a picture.
func drawingGlyphs(f *facts) {
	if f.fonts.Text == nil {
		return
	}
	said := map[*book.Picture]bool{}
	look := func(p *book.Picture, pos diag.Pos, name string) {
		if p == nil || p.Drawing == nil || said[p] {
			return
		}
		said[p] = true
		missing := map[rune]bool{}
		for r := range p.Drawing.Letters() {
			if !missing[r] && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !f.fonts.Text(string(r)) {
				missing[r] = true
				f.report(pos, "no font of the book has %s, which is written in picture %q", diag.Character(r), name).
					Note("write it in another way there, or make paths of the words in a drawing program")
			}
		}
	}
	for _, i := range f.images {
		look(i.File, i.Pos, i.Path)
	}
	for _, art := range f.book.Art {
		look(art.Picture, art.File.Pos, art.File.Name)
	}
}

// inch is an inch in 1/65536 of a point, the unit of lengths on paper.
const inch = 72 << 16

// room returns what pages have for pictures, and whether that is known.
func (f *facts) room() (r book.Room, ok bool) {
	if f.cfg.Style == nil {
		return book.Room{Measure: math.MaxInt32 << 16, Height: math.MaxInt32 << 8, Inch: inch}, false
	}
	s := &f.cfg.Style.Page
	return book.Room{Measure: int64(f.cfg.Measure()), Height: int64(f.cfg.Print.Height - s.Top - s.Bottom), Inch: inch}, true
}

// alone returns the images of the chapter that stand by themselves.
func (f *facts) alone() map[*book.Image]bool {
	alone := map[*book.Image]bool{}
	if len(f.images) == 0 {
		return alone
	}
	for _, ch := range f.chapters {
		book.Walk(ch.Blocks, func(b book.Block) {
			if fig, ok := b.(*book.Figure); ok {
				alone[fig.Image] = true
			}
		})
	}
	return alone
}

// pictureWide reports a picture that the author asks to be larger than it can be printed.
func pictureWide(f *facts) {
	room, ok := f.room()
	if !ok {
		return
	}
	alone := f.alone()
	for _, i := range f.images {
		if i.File == nil || i.File.Width <= 0 || i.File.Height <= 0 || i.Width.IsZero() && i.Height.IsZero() {
			continue
		}
		w, h, limit := i.Printed(room)
		size := fmt.Sprintf("%.1f × %.1f in", float64(w)/inch, float64(h)/inch)
		switch {
		case !alone[i]:
			f.report(i.Pos, "a picture among words is as high as its line, whatever size it is given").
				Note("put it into a paragraph of its own, with a blank line before and after")
		case limit == book.ByMeasure:
			f.report(i.Pos, "the picture is asked to be wider than the text; it is printed %s", size).
				Note("ask for at most width=100%%")
		case limit == book.ByHeight:
			f.report(i.Pos, "the picture is asked to be higher than a page has room for; it is printed %s", size).
				Note("ask for a smaller width, or height=90%% at most")
		}
	}
}

// pictureDPI reports a picture that has too few pixels for the size it is printed at.
func pictureDPI(f *facts) {
	room, _ := f.room()
	plates := map[string]bool{}
	for _, path := range f.cfg.Print.Plates {
		plates[path] = true
	}
	for _, i := range f.images {
		p := i.File
		if p == nil || p.Width <= 0 || p.Height <= 0 || p.Drawing != nil {
			continue
		}
		w, _, _ := i.Printed(room)
		width := float64(w) / inch
		if plates[p.Path] { // it fills the page, and an eighth of an inch beyond
			width = max(float64(f.cfg.Print.Width)/inch+0.25, (float64(f.cfg.Print.Height)/inch+0.25)*float64(p.Width)/float64(p.Height))
		}
		least := f.cfg.Check.MinDPI
		if dpi := float64(p.Width) / width; dpi < float64(least)-0.5 {
			f.report(i.Pos, "%q has %.0f pixels to the inch where it is printed %.1f in wide; %d are wanted", i.Path, dpi, width, least).
				Note("take one that is %d pixels wide or more, or have it printed smaller: {width=%.0fmm}",
					int(width*float64(least)+0.5), max(math.Floor(float64(p.Width)/float64(least)*25.4), 1))
		}
	}
}

// plateUnknown looks for plates that no figure of the book shows.
func plateUnknown(f *facts) {
	if len(f.cfg.Print.Plates) == 0 {
		return
	}
	var shown []string
	isShown := map[string]bool{}
	for _, ch := range f.book.Chapters() {
		book.Walk(ch.Blocks, func(b book.Block) {
			if fig, ok := b.(*book.Figure); ok && fig.Image.File != nil && !isShown[fig.Image.File.Path] {
				isShown[fig.Image.File.Path] = true
				shown = append(shown, fig.Image.File.Path)
			}
		})
	}
	for i, path := range f.cfg.Print.Plates {
		if isShown[path] {
			continue
		}
		d := f.report(f.cfg.Where("print.plates."+strconv.Itoa(i)), "plate %q not found among the figures of the book", path)
		if near := f.suggest(path, shown); near != "" {
			d.Note("did you mean %q?", near)
		}
		d.Note("a plate is a picture alone in its paragraph, named by its path under manuscript/")
	}
}
