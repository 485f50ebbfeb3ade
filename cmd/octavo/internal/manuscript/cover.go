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
	diags := diag.NewCollector(0)
	if !named(diags, img) {
		return nil, diags.List()
	}
	p, err := folders.picture("", f.Name)
	if err != nil {
		reportPicture(diags, img, err)
	}
	return p, diags.List()
}

// readAlonePictures reads the pictures that book.toml names.
func readAlonePictures(folders *pictureFolders, bk *book.Book, contents book.Contents) (diags diag.List) {
	cover, faults := readAlone(folders, contents.EPUBCover)
	if cover != nil && cover.Drawing != nil { // shops take pixels only
		faults.Errorf("picture-unreadable", contents.EPUBCover.Pos, "the cover %q is an SVG drawing", contents.EPUBCover.Name).
			Note("export it from your drawing program as PNG or JPEG, 1600 × 2560 pixels or more")
		cover = nil
	}
	bk.EPUBCover, diags = cover, faults
	device, faults := readAlone(folders, contents.Device)
	if diags = append(diags, faults...); device != nil {
		if p := bk.Pictures[device.Path]; p != nil {
			device = p
		}
		bk.Device, bk.Pictures[device.Path] = device, device
	}
	for _, f := range contents.Art {
		art := book.Art{File: f}
		if art.Picture, art.Found = readAlone(folders, f); art.Picture != nil && bk.Pictures[art.Picture.Path] != nil {
			art.Picture = bk.Pictures[art.Picture.Path]
		}
		bk.Art = append(bk.Art, art)
	}
	return diags
}
