package check

import (
	"maps"
	"slices"

	"octavo/cmd/octavo/internal/diag"
)

// originPictures reports pictures of [origins] that the book does not show: a misspelt path would say nothing of the picture meant.
func originPictures(f *facts) {
	shown := map[string]bool{}
	for path := range f.book.Pictures {
		shown[path] = true
	}
	for _, p := range append(f.book.Cover.Pictures(), f.book.EPUBCover) {
		if p != nil {
			shown[p.Path] = true
		}
	}
	for _, o := range f.cfg.Origin.Pictures {
		if shown[o.Picture] {
			continue
		}
		pos, end := f.cfg.Key(o.Path)
		d := f.report(pos, "the book shows no picture %q", o.Picture).To(end)
		names := slices.Sorted(maps.Keys(shown))
		if near := diag.Suggest(o.Picture, names); near != "" {
			d.Note("did you mean %q?", near)
		}
		d.Note("write its path under manuscript/, or delete the line")
	}
}
