package manuscript

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// readAlone reads a picture that book.toml names: the cover, the device of the title page, or one for cards. It returns nil if none is named or it cannot be read.
func readAlone(folders *pictureFolders, f book.File) (*book.Picture, diag.List) {
	if f.Name == "" {
		return nil, nil
	}
	img := &book.Image{Path: f.Name, Pos: f.Pos}
	if diags := named(img); diags != nil {
		return nil, diags
	}
	var diags diag.List
	p, err := folders.picture("", f.Name)
	if err != nil {
		reportPicture(&diags, img, err)
	}
	return p, diags
}
