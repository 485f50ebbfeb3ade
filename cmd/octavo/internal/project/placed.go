package project

import (
	"errors"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/picture"
)

// Placed makes an error of a writer a diagnostic at what the author wrote, where it is about that: a picture that cannot
// be decoded, a font that cannot be embedded, a colour profile. It reports whether it is.
func (p *Project) Placed(err error) (found diag.List, ok bool) {
	var pic *picture.NamedError
	var large *picture.TooLargeError
	var profile *pdf.ICCError
	switch {
	case errors.As(err, &found): // places and all
	case errors.As(err, &pic):
		d := found.Errorf("picture-unreadable", p.pictureAt(pic.Name), "cannot make use of the picture %q: %v", pic.Name, pic.Err)
		if errors.As(err, &large) {
			d.Note("resize it to 4000 pixels on its long side, which fill any page")
		} else {
			d.Note("open it in a picture editor and save it as PNG or JPEG")
		}
	case p.fontRefused(&found, err):
	case errors.As(err, &profile):
		found.Errorf("file-unreadable", p.Cfg.Where("print.profile"), "cannot use %s: %v", profile.Name, profile.Err).
			Note("take the book's own styles/icc away, and the one inside octavo counts")
	}
	return found, len(found) > 0
}

// Blames adds to what was found what the writers of files met: an error that is about what the author wrote, with its place
// there, and the faults of fonts. It reports whether the book has errors now that stop s; then err has nothing more to say.
func (p *Project) Blames(err error, s diag.Scope) bool {
	found, ok := p.Placed(err)
	if err != nil && !ok {
		return false
	}
	p.Settle(found)
	return p.Found.Stops(s)
}

// pictureAt returns where the book first shows a picture, by its path under the manuscript folder.
func (p *Project) pictureAt(name string) (at diag.Pos) {
	if p.Book == nil {
		return at
	}
	if c := p.Book.EPUBCover; c != nil && (c.Path == name || name == epub.CoverName) {
		at = p.Cfg.Where("epub.cover")
	}
	if c := p.Book.Cover; c != nil {
		if c.Photo != nil && c.Photo.Path == name {
			at = p.Cfg.Where("cover.photo")
		}
		if c.Art != nil && c.Art.Path == name {
			at = p.Cfg.Where("cover.art")
		}
	}
	if d := p.Book.Device; d != nil && d.Path == name {
		at = p.Cfg.Where("book.device")
	}
	for _, art := range p.Book.Art {
		if art.Picture != nil && art.Picture.Path == name && !at.IsValid() {
			at = art.File.Pos
		}
	}
	for _, c := range p.Book.Chapters() {
		c.Walk(nil, func(i book.Inline) {
			if img, ok := i.(*book.Image); ok && !at.IsValid() && img.File != nil && img.File.Path == name {
				at = img.Pos
			}
		})
	}
	return at
}
