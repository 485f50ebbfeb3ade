package check

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

func pictureAlt(f *facts) {
	for _, i := range f.images {
		if strings.TrimSpace(i.Alt) == "" {
			f.report(i.Pos, "picture without a description").
				Note("write what it shows between the brackets: ![a sketch of the harbour](%s)", i.Path)
		}
	}
}

// picturePart reports each picture of whose file something is left out, where it is first shown.
func picturePart(f *facts) {
	said := map[*book.Picture]bool{}
	for _, i := range f.images {
		if p := i.File; p != nil && p.Part != "" && !said[p] {
			said[p] = true
			f.report(i.Pos, "picture %q: %s", i.Path, p.Part).
				Note("save what is to be printed as a file of its own")
		}
	}
}

// pictureDPI reports a picture that has too few pixels for the width it is printed at: its own width, by the density
// that its file records or else by 300 pixels to the inch, but at most the measure.
func pictureDPI(f *facts) {
	const inch = 72 << 16 // in config.Length
	measure := 0.0
	if f.cfg.Style != nil {
		measure = float64(f.cfg.Measure()) / inch
	}
	plates := map[string]bool{}
	for _, path := range f.cfg.Print.Plates {
		plates[path] = true
	}
	for _, i := range f.images {
		p := i.File
		if p == nil || p.Width <= 0 {
			continue
		}
		density := p.DPI
		if density <= 0 {
			density = 300
		}
		width := float64(p.Width) / density
		if measure > 0 {
			width = min(width, measure)
		}
		if plates[p.Path] { // it fills the page, and an eighth of an inch beyond
			width = max(float64(f.cfg.Print.Width)/inch+0.25, (float64(f.cfg.Print.Height)/inch+0.25)*float64(p.Width)/float64(p.Height))
		}
		least := f.cfg.Check.MinDPI
		if dpi := float64(p.Width) / width; dpi < float64(least)-0.5 {
			f.report(i.Pos, "%q has %.0f pixels to the inch where it is printed %.1f in wide; %d are wanted", i.Path, dpi, width, least).
				Note("take one that is %d pixels wide or more, or record a higher density in the file and it is printed smaller",
					int(width*float64(least)+0.999))
		}
	}
}

// plateUnknown looks for plates that no figure of the book shows.
func plateUnknown(f *facts) {
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
