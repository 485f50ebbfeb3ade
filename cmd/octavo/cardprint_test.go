package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/cos"
)

// cardBook writes a small book whose [deck] has these keys, and returns its folder.
func cardBook(t *testing.T, deck string) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"The Ferry\"\nauthors = [\"Ada Quill\"]\ndate = 2026-11-23\n[deck]\nsheet = \"a4\"\n" + deck,
		"manuscript/one.md": "# Crossing\n\n## Count the oars before you count the waves.\n+++\nkind = \"meme\"\nid = \"oars\"\n+++\n\nWhat is missing on the shore is missing on the water.\n\n" +
			"## Row with those who bail.\n+++\nkind = \"meme\"\nid = \"bail\"\n+++\n\nThey have looked at the floor.\n",
	})
	return dir
}

// preferences returns the viewer preferences of a PDF, with its version.
func preferences(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := cos.Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	p := f.Dict(f.Dict(f.Trailer["Root"])["ViewerPreferences"])
	return fmt.Sprintf("%s %v %v %v", data[:8], p["PrintScaling"], p["Duplex"], p["PickTrayByPDFSize"])
}

// What is printed at home to be cut or measured asks for true size and for the right sides; what is looked at, or goes to a press,
// leaves both to whoever prints it.
func TestPrintedAsMeant(t *testing.T) {
	t.Parallel()
	const asUsual = " <nil> <nil> <nil>"
	both := func(edge string) string { return "%PDF-1.7 None DuplexFlip" + edge + "Edge true" }
	const one = "%PDF-1.7 None Simplex true"
	for _, c := range []struct {
		deck, file, want string
		args             []string
	}{
		{"", "the-ferry-cards.pdf", both("Long"), []string{"cards"}},
		{"flip = \"short\"\n", "the-ferry-cards.pdf", both("Short"), []string{"cards"}},
		{"orientation = \"landscape\"\n", "the-ferry-cards.pdf", both("Long"), []string{"cards"}},
		{"orientation = \"landscape\"\nflip = \"short\"\n", "the-ferry-cards.pdf", both("Short"), []string{"build", "--only", "cards"}},
		{"sides = \"one\"\n", "the-ferry-cards.pdf", one, []string{"cards"}},
		{"sides = \"fold\"\n", "the-ferry-cards.pdf", one, []string{"build", "--only", "cards"}},
		{"sides = \"one\"\nflip = \"short\"\n", "the-ferry-calibration.pdf", both("Short"), []string{"cards", "calibrate"}},
		{"", "the-ferry-proof-oars.pdf", one, []string{"cards", "proof", "oars"}},
		{"", "the-ferry-contact.pdf", "%PDF-1.7" + asUsual, []string{"cards", "contact"}},
		{"", "the-ferry-cards-drivethru/the-ferry-cards.pdf", "%PDF-1.4" + asUsual, []string{"cards", "export", "--for", "drivethru"}},
		{"", "the-ferry.pdf", "%PDF-1.7" + asUsual, []string{"build", "--only", "pdf"}},
	} {
		dir := cardBook(t, c.deck)
		if _, stderr, err := octavo(t, nil, append(c.args, "-C", dir)...); err != nil {
			t.Fatalf("%v: %v\n%s", c.args, err, stderr)
		}
		if got := preferences(t, filepath.Join(dir, "build", filepath.FromSlash(c.file))); got != c.want {
			t.Errorf("%q %v: %s asks for %q, want %q", c.deck, c.args, c.file, got, c.want)
		}
	}
}
