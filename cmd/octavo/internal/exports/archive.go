package exports

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/readfile"
)

// Limits of an archive: the bytes that come out of it, and its files.
const (
	maxUnpacked = 64 << 20
	maxFiles    = 2000
)

// ReadArchive reads an export that is packed into a ZIP: a Readium or W3C set of annotations, a document of LibreOffice with comments
// and tracked changes, an EPUB in which calibre has kept its highlights, or texts of the forms that [Read] knows.
func ReadArchive(z *zip.Reader, on Book) (*Export, error) {
	r := &reader{on: on}
	a := archive{files: z.File, left: maxUnpacked}
	if len(a.files) > maxFiles {
		return nil, fmt.Errorf("it has more than %d files", maxFiles)
	}
	var err error
	switch {
	case a.has("content.xml"):
		err = r.openDocument(&a)
	case a.has("META-INF/container.xml"):
		err = r.calibreEPUB(&a)
	default:
		err = r.packed(&a)
	}
	if err != nil {
		return nil, err
	}
	return r.settled()
}

// archive is a ZIP that is unpacked within a limit.
type archive struct {
	files []*zip.File
	left  int64
}

func (a *archive) has(name string) bool {
	return slices.ContainsFunc(a.files, func(f *zip.File) bool { return f.Name == name })
}

// read returns the content of the file of a name.
func (a *archive) read(name string) ([]byte, error) {
	i := slices.IndexFunc(a.files, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("it has no %s", name)
	}
	in, err := a.files[i].Open()
	if err != nil {
		return nil, fmt.Errorf("%s in it cannot be read: %w", name, err)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, a.left+1))
	switch a.left -= int64(len(data)); {
	case a.left < 0:
		return nil, fmt.Errorf("more than %d MB come out of it", maxUnpacked>>20)
	case err != nil:
		return nil, fmt.Errorf("%s in it cannot be read: %w", name, err)
	}
	return data, nil
}

// packed reads the texts in an archive.
func (r *reader) packed(a *archive) error {
	form := ""
	for _, f := range a.files {
		switch strings.ToLower(path.Ext(f.Name)) {
		case ".json", ".jsonld", ".annotation", ".annotations", ".annot", ".html", ".htm", ".xhtml", ".md", ".txt", ".csv", ".lua", ".mrexpt":
		default:
			continue
		}
		data, err := a.read(f.Name)
		if err != nil {
			return err
		}
		switch err := r.text(string(readfile.Text(data))); {
		case err == nil:
			form = cmp.Or(form, r.Form)
		case !errors.Is(err, ErrUnknown) && len(bytes.TrimSpace(data)) > 0:
			r.Lost = append(r.Lost, fmt.Sprintf("%s in it: %v", f.Name, err))
		}
		r.title = ""
	}
	r.Form = form
	return nil
}

// calibreEPUB reads the highlights that calibre's viewer keeps in an EPUB.
func (r *reader) calibreEPUB(a *archive) error {
	const name, coded = "META-INF/calibre_bookmarks.txt", "encoding=json+base64:"
	if !a.has(name) {
		return errors.New("it is an EPUB, which holds no reader's marks; reading programs export them as a file of their own")
	}
	data, err := a.read(name)
	if err != nil {
		return err
	}
	_, text, ok := strings.Cut(string(data), coded)
	if !ok {
		return ErrUnknown
	}
	plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		return fmt.Errorf("%s in it is broken: %w", name, err)
	}
	r.Form = "calibre"
	return r.json(string(readfile.Text(plain)))
}
