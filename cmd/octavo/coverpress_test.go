package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The finished covers of a book, as presses get them: a reader of barcodes that knows nothing of octavo finds the ISBN and the price on each,
// and octavo preflight has nothing to say against them.
func TestCoversAsPressesGetThem(t *testing.T) {
	slow(t)
	t.Parallel()
	draw, read := need(t, "pdftoppm"), need(t, "zbarimg")
	dir := filepath.Join(t.TempDir(), "book")
	if _, errs, err := octavo(t, nil, "new", dir); err != nil {
		t.Fatal(errs)
	}
	file := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	settings := "\n[book.isbn]\nprint = \"9781861978769\"\n[cover]\nprice = \"$18.00\"\nground = \"#17404a\"\nblurb = \"A short book.\"\n"
	if err := os.WriteFile(file, append(text, settings...), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ binding, profile, file string }{
		{"paperback", "screen", "book-cover.pdf"}, {"hardcover", "x4", "book-cover.pdf"}, {"jacket", "x4", "book-cover.pdf"}} {
		if out, errs, err := octavo(t, nil, "cover", "-C", dir, "--binding", c.binding, "--profile", c.profile); err != nil {
			t.Fatalf("%s %s: %s%s", c.binding, c.profile, out, errs)
		}
		made := filepath.Join(dir, "build", c.file)
		out, errs, err := octavo(t, nil, "preflight", "-C", dir, "--cover", "--binding", c.binding, "--profile", c.profile, made)
		if err != nil || !strings.Contains(out, "pass  barcode                EAN-13 9781861978769 51800 at 100 %, in black on white") {
			t.Errorf("%s %s: %s%s", c.binding, c.profile, out, errs)
		}
		picture := filepath.Join(t.TempDir(), "cover")
		tool(t, draw, "-r", "200", "-gray", "-png", "-singlefile", made, picture)
		found, err := exec.Command(read, "--quiet", "-Sdisable", "-Sean13.enable", "-Sean5.enable", picture+".png").Output()
		if s := string(found); err != nil || !strings.Contains(s, "EAN-13:9781861978769") || !strings.Contains(s, "EAN-5:51800") {
			t.Errorf("%s %s: zbar finds %q, %v", c.binding, c.profile, s, err)
		}
	}
}
