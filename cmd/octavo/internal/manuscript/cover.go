package manuscript

import (
	"os"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/readfile"
)

// readAlone reads a picture that book.toml names: the cover, or the device of the title page. It returns nil if none is named or it cannot be read.
func readAlone(root *os.Root, f book.File) (*book.Picture, diag.List) {
	if f.Name == "" {
		return nil, nil
	}
	img := &book.Image{Path: f.Name, Pos: f.Pos}
	name, diags := pictureName(img, "")
	if name == "" {
		return nil, diags
	}
	raw, err := readfile.In(root, name, maxPicture)
	if err == nil {
		var p *book.Picture
		if p, err = decode(name, raw); err == nil {
			return p, diags
		}
	}
	reportPicture(&diags, img, name, err)
	return nil, diags
}
