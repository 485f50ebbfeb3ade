package production

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
)

// TestFrontArt holds that the art of the cover is on the front of the EPUB, which is a JPEG then.
func TestFrontArt(t *testing.T) {
	dir := booktest.Styled(t, booktest.Kitchen, "classic")
	pictures, err := filepath.Glob(filepath.Join(dir, "manuscript", "*.png"))
	if err != nil || len(pictures) == 0 {
		t.Fatalf("the book has no picture: %v", err)
	}
	file := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []string{"front", "wrap"} {
		art := "\n[cover]\nart = '" + filepath.Base(pictures[0]) + "'\nart_on = '" + on + "'\n"
		if err := os.WriteFile(file, append(bytes.Clone(text), art...), 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := project.Open(context.Background(), dir, project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		if p.Book.Cover == nil || p.Book.Cover.Art == nil {
			t.Fatal(p.Found)
		}
		drawn := false
		for _, in := range frontOf(p).Items {
			if g, ok := in.(*page.Group); ok && len(g.Items) == 1 {
				_, is := g.Items[0].(*page.Image)
				drawn = drawn || is
			}
		}
		data, err := EPUBCover(p)
		if err != nil || !drawn || !bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
			t.Errorf("art on the %s: drawn %v, %d bytes, %v", on, drawn, len(data), err)
		}
	}
}
