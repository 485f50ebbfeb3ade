package production

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/svg"
)

// PictureFormats are the formats of pictures to share.
var PictureFormats = []string{"png", "svg"}

// ShareRequest is which pictures of maxims are to be made.
type ShareRequest struct {
	Folder  string // to write into; "" for build/<slug>-share
	Sizes   []cards.PictureSize
	Formats []string // of PictureFormats; nil: PNG
}

// Shared is what [Share] has made.
type Shared struct {
	Names []string // of the files in the folder
	Bytes int64

	dir             string
	maxims, picture int
}

// sharedList is the file that describes the pictures beside it.
const sharedList = "share.json"

// sharedPicture is a picture in sharedList.
type sharedPicture struct {
	File   string   `json:"file"`
	ID     string   `json:"id"`
	Text   string   `json:"text"`
	Alt    string   `json:"alt"` // for a screen reader
	Themes []string `json:"themes,omitempty"`
	Size   string   `json:"size"`
	Width  int      `json:"width"`
	Height int      `json:"height"`
}

// Share makes pictures of entries' maxims in all sizes and formats, and a list of them with their alternative texts, as one
// set: pictures of the last one that this one does not make are taken away. What is wrong with the book is in p.Found: then
// nothing was written.
func Share(ctx context.Context, p *project.Project, entries []*book.Entry, ask ShareRequest) (*Shared, error) {
	if ask.Formats == nil {
		ask.Formats = PictureFormats[:1]
	}
	var files []exportFile
	var list []sharedPicture
	made := &Shared{}
	err := parallel.Interruptible(ctx, func() error {
		var found diag.List
		for _, size := range ask.Sizes {
			pictures, more := cards.Pictures(p.Cfg, p.Book, p.Cards, entries, size)
			found = append(found, more...)
			made.maxims = len(pictures)
			flat := newFlattened(size.DPI())
			for _, c := range pictures {
				for _, format := range ask.Formats {
					name := c.Entry.ID + "-" + size.Name + "." + format
					files = append(files, exportFile{name, pictureWriter(c, flat, format)})
					list = append(list, sharedPicture{File: name, ID: c.Entry.ID, Text: c.Text, Alt: c.Alt, Themes: c.Entry.Themes,
						Size: size.Name, Width: size.W, Height: size.H})
				}
			}
		}
		p.Settle(found)
		return nil
	})
	if err != nil || p.Found.Stops(diag.Deck) {
		return nil, err
	}
	made.picture = len(files)
	if len(files) == 0 {
		return nil, errors.New("no maxim has a card, so there is nothing to share")
	}
	d, err := p.OpenOutputs(ctx, ask.Folder, path.Join(project.BuildFolder, p.Cfg.Book.Slug+"-share"))
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	d.Replace()
	made.dir = d.Name()
	files = append(files, exportFile{sharedList, func(w io.Writer) error { return writeSharedList(w, list) }})
	err = parallel.Interruptible(ctx, func() (err error) {
		made.Bytes, err = writeExport(ctx, d, files, func(string) {})
		return err
	})
	if p.Blames(err, diag.Deck) || err != nil {
		return nil, err
	}
	made.Names = namesOf(files)
	return made, d.Commit(ctx)
}

// pictureWriter returns what writes a picture in a format.
func pictureWriter(c cards.Picture, flat *flattened, format string) func(io.Writer) error {
	return func(w io.Writer) error {
		if format == "svg" {
			return svg.Write(w, c.Page)
		}
		drawn, err := flat.face(c.Page)
		if err != nil {
			return err
		}
		return raster.PagePNG(w, drawn, flat.dpi)
	}
}

// writeSharedList writes the list of pictures as JSON, with its text as it is.
func writeSharedList(w io.Writer, list []sharedPicture) error {
	return diag.EncodeJSON(w, list)
}

// Print prints the line that says what was made.
func (s *Shared) Print(w io.Writer, took time.Duration) error {
	return printMade(w, s.dir+string(filepath.Separator), fmt.Sprintf("%s of %s", diag.Count(s.picture, "picture"), diag.Count(s.maxims, "maxim")), s.Bytes, took)
}
