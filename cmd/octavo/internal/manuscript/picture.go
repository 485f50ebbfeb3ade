package manuscript

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/picture"
	"octavo/cmd/octavo/internal/readfile"
)

// maxPicture is the largest file of a picture that is read, in bytes.
const maxPicture = 64 << 20

// readPictures reads every picture that an image names. Each file is read only once.
func readPictures(root *os.Root, bk *book.Book, files []*parsed) diag.List {
	type use struct {
		img  *book.Image
		name string
	}
	var diags diag.List
	var uses []use
	var names, asWritten []string
	index := map[string]int{}
	for _, p := range files {
		for _, img := range p.images {
			name, problem := pictureName(img, p.chapter.File)
			diags = append(diags, problem...)
			if name == "" {
				continue
			}
			if _, ok := index[name]; !ok {
				index[name] = len(names)
				names = append(names, name)
				asWritten = append(asWritten, path.Join(path.Dir(p.chapter.File), img.Path))
			}
			uses = append(uses, use{img, name})
		}
	}
	pictures := make([]*book.Picture, len(names))
	failures := make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		name := names[i]
		raw, err := readfile.In(root, name, maxPicture)
		if errors.Is(err, fs.ErrNotExist) && asWritten[i] != name { // browsers save files with %20 in their names
			if other, err2 := readfile.In(root, asWritten[i], maxPicture); err2 == nil {
				name, raw, err = asWritten[i], other, nil
			}
		}
		if err == nil {
			pictures[i], err = decode(name, raw)
		}
		failures[i] = err
	})
	for _, p := range pictures {
		if p != nil {
			bk.Pictures[p.Path] = p
		}
	}
	for _, u := range uses {
		i := index[u.name]
		u.img.File = pictures[i]
		if err := failures[i]; err != nil {
			reportPicture(&diags, u.img, u.name, err)
		}
	}
	return diags
}

// pictureName returns the path of an image's picture under the manuscript folder, or "" if it names none.
func pictureName(img *book.Image, file string) (string, diag.List) {
	var diags diag.List
	name := img.Path
	if isRemote(name) {
		diags.Errorf("picture-remote", img.Pos, "picture %q is on a network", name).
			Note("save it into the manuscript's folder; a book is made of what lies there")
		return "", diags
	}
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	if name == "" {
		diags.Errorf("picture-missing", img.Pos, "picture without a file").
			Note("write ![description](picture.png)")
		return "", diags
	}
	if strings.HasPrefix(name, "/") || strings.IndexByte(name, 0) >= 0 {
		reportPicture(&diags, img, name, readfile.ErrOutside)
		return "", diags
	}
	return path.Join(path.Dir(file), name), diags
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

func reportPicture(diags *diag.List, img *book.Image, name string, err error) {
	var big *readfile.TooLargeError
	var unfit *picture.UnfitError
	switch {
	case errors.Is(err, readfile.ErrOutside):
		diags.Errorf("picture-outside", img.Pos, "picture %q is outside the manuscript's folder", img.Path).
			Note("copy it into the folder and name it by its path there")
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf("picture-missing", img.Pos, "picture %q not found in the manuscript's folder", name).
			Note("put the file there, or correct its name; capital and small letters differ")
	case errors.As(err, &big):
		diags.Errorf("picture-unreadable", img.Pos, "picture %q has %d MB, more than %d",
			name, big.Size>>20, maxPicture>>20).Note("save it smaller")
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
	f, err := picture.Read(raw)
	if err != nil {
		return nil, err
	}
	return &book.Picture{Path: name, Format: f.Format, Data: f.Data, Width: f.Width, Height: f.Height, DPI: f.DPI, Part: f.Part}, nil
}
