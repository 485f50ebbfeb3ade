package manuscript

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/picture"
	"octavo/cmd/octavo/internal/readfile"
)

// maxPicture is the largest file of a picture that is read, in bytes.
const maxPicture = 64 << 20

// mostPictures is how many pictures a book may name. Each one that is missing is looked for in several folders, and for names like its own.
const mostPictures = 10_000

// readPictures reads every picture that an image names. Each file is read only once.
func readPictures(folders *pictureFolders, bk *book.Book, files []*parsed) diag.List {
	type asked struct{ folder, address string }
	type use struct {
		img *book.Image
		asked
	}
	diags := diag.CollectorOf(bk.Sources...)
	var uses []use
	var names []asked
	index := map[asked]int{}
	for _, p := range files {
		for _, img := range p.images {
			if !named(diags, img) {
				continue
			}
			a := asked{path.Dir(p.chapter.File), img.Path}
			if _, ok := index[a]; !ok {
				if len(names) == mostPictures {
					diags.Errorf("picture-unreadable", img.Pos, "the book names more than 10,000 pictures, and this one is beyond them").
						Note("divide the book into volumes, each with a book.toml of its own")
					return diags.List()
				}
				index[a] = len(names)
				names = append(names, a)
			}
			uses = append(uses, use{img, a})
		}
	}
	pictures := make([]*book.Picture, len(names))
	failures := make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		pictures[i], failures[i] = folders.picture(path.Join(names[i].folder, "-"), names[i].address)
	})
	for i, p := range pictures { // two addresses may name one file
		if p != nil && bk.Pictures[p.Path] != nil {
			pictures[i] = bk.Pictures[p.Path]
		} else if p != nil {
			bk.Pictures[p.Path] = p
		}
	}
	for _, u := range uses {
		i := index[u.asked]
		u.img.File = pictures[i]
		if err := failures[i]; err != nil {
			reportPicture(diags, u.img, err)
		}
	}
	return diags.List()
}

// picture reads the picture that a file of the manuscript names by an address.
func (f *pictureFolders) picture(file, address string) (*book.Picture, error) {
	name, raw, err := f.find(file, address)
	if err != nil {
		return nil, err
	}
	return f.kept.picture(name, raw)
}

// named reports whether an image names a file, and says what is wrong if it does not.
func named(diags *diag.Collector, img *book.Image) bool {
	switch {
	case strings.HasPrefix(img.Path, "data:"):
		diags.Errorf("picture-remote", img.Pos, "picture %s is written into the text", diag.Shortened(img.Path, 40)).
			Note("save it as a file beside the manuscript and name that")
	case isRemote(img.Path):
		diags.Errorf("picture-remote", img.Pos, "picture %q is on a network", img.Path).
			Note("save it into the manuscript's folder; a book is made of what lies there")
	case img.Path == "":
		diags.Errorf("picture-missing", img.Pos, "picture without a file").
			Note("write ![description](picture.png)")
	default:
		return true
	}
	return false
}

// isRemote reports whether an address has a scheme ("https:", "data:") or a host.
func isRemote(address string) bool {
	if strings.HasPrefix(address, "//") {
		return true
	}
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || len(scheme) < 2 {
		return false
	}
	for _, c := range []byte(scheme) {
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.') {
			return false
		}
	}
	return true
}

func reportPicture(diags *diag.Collector, img *book.Image, err error) {
	var big *readfile.TooLargeError
	var unfit *picture.UnfitError
	var undrawn *drawing.Error
	var letters *wrongCaseError
	name := img.Path
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	switch {
	case errors.Is(err, readfile.ErrOutside), errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(name, "/"):
		diags.Errorf("picture-outside", img.Pos, "picture %q is outside the book's folder", img.Path).
			Note("copy it into the manuscript's folder and name it by its path from the file that shows it")
	case errors.As(err, &letters):
		mendLetters(diags.Errorf("picture-missing", img.Pos, "picture %q not found: the file is %q", name, letters.is).
			Note("write it as the file has it; capital and small letters differ"), img, letters.is)
	case errors.Is(err, fs.ErrNotExist):
		d := diags.Errorf("picture-missing", img.Pos, "picture %q not found", name)
		if like := (*missingPicture)(nil); errors.As(err, &like) {
			d.Note("%s", like.note)
		}
		d.Note("it is looked for beside the file that shows it, and from the folders of the manuscript and of the book; put it there, or correct its name")
	case errors.As(err, &big):
		diags.Errorf("picture-unreadable", img.Pos, "picture %q has %d MB, more than %d",
			name, big.Megabytes(), maxPicture>>20).Note("save it smaller")
	case errors.As(err, &undrawn):
		diags.Errorf("picture-unreadable", img.Pos, "cannot draw picture %q: %v", name, undrawn).Note("%s", undrawn.Advice)
	case errors.As(err, &unfit):
		diags.Errorf("picture-unreadable", img.Pos, "cannot use picture %q: %s", name, unfit.What).Note("%s", unfit.Advice)
	case errors.Is(err, readfile.ErrNoFile), errors.Is(err, readfile.ErrFolder):
		diags.Errorf("picture-unreadable", img.Pos, "%q is not a file", name).
			Note("name the picture itself, not the folder that it lies in")
	default:
		diags.Errorf("picture-unreadable", img.Pos, "cannot read picture %q: %v", name, cause(err)).
			Note("open it in a picture editor and save it as PNG or JPEG")
	}
}

// decode makes a Picture from a file's bytes and checks that the file is complete.
func decode(name string, raw []byte) (*book.Picture, error) {
	if picture.IsSVG(raw) {
		return decodeDrawing(name, raw)
	}
	f, err := picture.Read(raw)
	if err != nil {
		return nil, err
	}
	return &book.Picture{Path: name, Format: f.Format, Data: f.Data, Width: f.Width, Height: f.Height, DPI: f.DPI, Part: f.Part}, nil
}

// A drawing's size is kept in tenths of the pixels that it counts in, of which an inch has 96 (CSS Values and Units Module Level 3,
// section 5.2). One that is larger than any page is as large as there is room.
const (
	tenths         = 10
	drawingDensity = 96 * tenths
	largest        = 100 * 96 // pixels
)

// decodeDrawing makes a Picture of an SVG file.
func decodeDrawing(name string, raw []byte) (*book.Picture, error) {
	d, err := drawing.Read(raw)
	if err != nil {
		return nil, err
	}
	for _, m := range d.Marks {
		if r, ok := m.(*drawing.Raster); ok {
			if _, err := picture.Read(r.Data); err != nil {
				return nil, &drawing.Error{Line: r.Line, What: "a picture in the drawing cannot be used: " + err.Error(),
					Advice: "put it in as PNG, and export the drawing again"}
			}
		}
	}
	scale := 1.0
	if longer := max(d.Width, d.Height); longer > largest {
		scale = largest / longer
	}
	p := &book.Picture{Path: name, Format: "svg", Data: d.Safe, Width: int(d.Width*scale*tenths + 0.5), Height: int(d.Height*scale*tenths + 0.5),
		DPI: drawingDensity, Drawing: d}
	if p.Width <= 0 || p.Height <= 0 {
		return nil, &drawing.Error{What: "it has no size", Advice: "give it a width, a height or a viewBox"}
	}
	for i, l := range d.Lost {
		if i > 0 {
			p.Part += "; "
		}
		p.Part += fmt.Sprintf("%s in its line %d is not drawn", l.What, l.Line)
	}
	return p, nil
}
