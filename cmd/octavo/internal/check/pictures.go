package check

import "strings"

func pictureAlt(f *facts) {
	for _, i := range f.images {
		if strings.TrimSpace(i.Alt) == "" {
			f.report(i.Pos, "this picture has no description").
				Note("write what it shows between the brackets: ![a sketch of the harbour](%s)", i.Path)
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
		least := f.cfg.Check.MinDPI
		if dpi := float64(p.Width) / width; dpi < float64(least)-0.5 {
			f.report(i.Pos, "%q has %.0f pixels to the inch where it is printed %.1f in wide; %d are wanted", i.Path, dpi, width, least).
				Note("take one that is %d pixels wide or more, or record a higher density in the file and it is printed smaller",
					int(width*float64(least)+0.999))
		}
	}
}
