package production

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/project"
)

const matrixCover = `
[cover]
blurb = """
Seventy short maxims about selling, each with the story that earned it.

> Short, dry, true.
>
> -- Marcus Oyelaran
"""
bio = "**Wren Halloran** has sold copiers, cranes and software for thirty years."
category = "Business"
price = "$18.00"
`

// TestCoverMatrix writes the cover of every printer in every binding in the profiles that the printer takes, and tests the file: no point
// fails. Each has one of the designs, and in a long run all of them.
func TestCoverMatrix(t *testing.T) {
	designs := []struct {
		style string
		pages int
	}{{"classic", 120}, {"modern", 300}, {"large", 80}}
	for n, design := range designs {
		style, pages, count := design.style, design.pages, n
		dir := booktest.Styled(t, booktest.Kitchen, style)
		file := filepath.Join(dir, config.File)
		text, err := os.ReadFile(file)
		if err == nil {
			err = os.WriteFile(file, append(text, matrixCover...), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		p, err := project.Open(context.Background(), dir, project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		p.Cfg.Print.Width, p.Cfg.Print.Height = config.Length(6*page.In), config.Length(9*page.In)
		p.Cfg.Book.ISBN.Print = "978-1-86197-876-9"
		all, _ := config.LoadPrinters(p.Styles)
		for i := range all.All {
			printer := &all.All[i]
			profiles := []string{"x4", pdf.Screen.Name}
			if preflight.Profile(printer.ID).Printer() != "" {
				profiles = []string{printer.ID}
			}
			for _, spec := range printer.Covers {
				p.Cfg.Cover.Binding = spec.Binding
				for _, profile := range profiles {
					if count++; count%len(designs) != 0 && os.Getenv("OCTAVO_LONG") == "" {
						continue
					}
					holdCover(t, p, printer, profile, fmt.Sprintf("%s, %s, %s for %s", style, printer.ID, spec.Binding, profile), pages)
				}
			}
		}
	}
}

func holdCover(t *testing.T, p *project.Project, printer *config.Printer, name, what string, pages int) {
	t.Helper()
	s, found := CoverSheet(p.Cfg, printer, pages)
	if s == nil {
		t.Fatalf("%s: %v", what, found)
	}
	doc, found := cover.Wrap(p.Cfg, p.Fonts, p.Book, s)
	profile, err := pdfProfile(p, name)
	if err != nil || len(found) > 0 {
		t.Fatalf("%s: %v %v", what, found, err)
	}
	var b bytes.Buffer
	if _, err := pdf.WriteNoting(&b, doc, profile.ForCover(s.Ink)); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("OCTAVO_LOOK"); dir != "" {
		_ = os.WriteFile(filepath.Join(dir, "matrix "+what+".pdf"), b.Bytes(), 0o644)
	}
	report, err := TestCover(context.Background(), p.Cfg, printer, s, b.Bytes(), name)
	if err != nil {
		t.Fatal(err)
	}
	for _, point := range report.Points {
		if point.Result == preflight.Fail {
			t.Errorf("%s: %s: %s", what, point.Name, point.Found)
		}
	}
}

// TestCoverPictures writes a cover with art and a portrait for a screen and for a press. Each picture says what it shows.
func TestCoverPictures(t *testing.T) {
	dir := booktest.Styled(t, booktest.Kitchen, "classic")
	var art bytes.Buffer
	if err := png.Encode(&art, image.NewGray(image.Rect(0, 0, 2100, 3000))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, config.File)
	text, err := os.ReadFile(file)
	for name, data := range map[string][]byte{file: append(text, matrixCover+"art = \"art.png\"\nphoto = \"art.png\"\n"...),
		filepath.Join(dir, "manuscript", "art.png"): art.Bytes()} {
		if err == nil {
			err = os.WriteFile(name, data, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	p, err := project.Open(context.Background(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	all, _ := config.LoadPrinters(p.Styles)
	for _, profile := range []string{pdf.Screen.Name, "x4"} {
		holdCover(t, p, all.Printer("press"), profile, "art for "+profile, 120)
	}
}
