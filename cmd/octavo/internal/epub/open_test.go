package epub

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// An EPUB that is shown has the files of the one that is written; its text says where it is written.
func TestOpen(t *testing.T) {
	places := regexp.MustCompile(` data-at="[^"]*"`)
	full := houseAssets(t)
	full.Cover = pngOf(t, 800, 1200)
	paged, pagedText, pages := pagedBook()
	arabic, arabicText := leftwardBook()
	placed := false
	for _, b := range []struct {
		name   string
		cfg    *config.Config
		book   *book.Book
		assets Assets
	}{
		{"full", fullConfig(), fullBook(t), full},
		{"paged", paged, pagedText, Assets{Pages: pages}},
		{"leftward", arabic, arabicText, houseAssets(t)},
	} {
		t.Run(b.name, func(t *testing.T) {
			o, err := Open(b.cfg, b.book, b.assets)
			if err != nil {
				t.Fatal(err)
			}
			data := write(t, b.cfg, b.book, b.assets)
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range z.File {
				name, ok := strings.CutPrefix(f.Name, contentFolder)
				if !ok || name == "package.opf" || name == "toc.ncx" || name == onixFile {
					continue
				}
				got, media, err := o.File(name)
				if err != nil || media == "" {
					t.Errorf("%s: %q, %v", name, media, err)
					continue
				}
				r, err := f.Open()
				if err != nil {
					t.Fatal(err)
				}
				want, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				if strings.HasSuffix(name, ".xhtml") {
					placed = placed || places.Match(got)
					got = places.ReplaceAll(got, nil)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%s differs from the file of the package", name)
				}
			}
			for _, s := range o.Spine() {
				if _, media, err := o.File(s.File); s.Title == "" || media != "application/xhtml+xml" || err != nil {
					t.Errorf("section %+v: %q, %v", s, media, err)
				}
			}
			var lines func([]Line)
			lines = func(all []Line) {
				for _, l := range all {
					if file, _, _ := strings.Cut(l.Href, "#"); o.pages[file] == nil || l.Title == "" {
						t.Errorf("line %+v leads nowhere", l)
					}
					lines(l.Lines)
				}
			}
			lines(o.Contents())
			if data, media, err := o.File("../book.toml"); data != nil || media != "" || err != nil {
				t.Error("there are files that the package does not have")
			}
		})
	}
	if !placed {
		t.Error("no text says where it is written")
	}
}
