package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// inDesigns calls hold with this repository's book in designs of the cover and house styles.
func inDesigns(t *testing.T, designs []struct{ design, style string }, hold func(t *testing.T, dir string)) {
	t.Helper()
	dir := copyOfTheBook(t)
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range designs {
		t.Run(d.design+" "+d.style, func(t *testing.T) {
			changed := bytes.Replace(text, []byte("[cover]\n"), fmt.Appendf(nil, "[cover]\ndesign = %q\n", d.design), 1)
			changed = fmt.Appendf(changed, "\n[print]\nstyle = %q\n", d.style)
			if err := os.WriteFile(toml, changed, 0o666); err != nil {
				t.Fatal(err)
			}
			hold(t, dir)
		})
	}
}

// holdRun fails unless a command succeeds.
func holdRun(t *testing.T, args ...string) {
	t.Helper()
	var out bytes.Buffer
	if code := run(args, &out, &out); code != 0 {
		t.Errorf("octavo %s: exit %d\n%s", strings.Join(args, " "), code, &out)
	}
}

// A deck goes to DriveThruCards in every design of the title card and every size: what octavo makes passes what it asks for.
func TestDeckForPress(t *testing.T) {
	inDesigns(t, []struct{ design, style string }{{"label", "classic"}, {"halftone", "classic"}, {"poster", "classic"}, {"label", "aldine"}, {"label", "modern"}, {"label", "large"}},
		func(t *testing.T, dir string) {
			for _, card := range []string{"poker", "tarot"} {
				holdRun(t, "cards", "export", "--for", "drivethru", "--card", card, "-C", dir)
			}
		})
}

// The cover goes to every printer in every design and style. Each goes to one of them, and in a long run to all.
func TestCoverForPress(t *testing.T) {
	var designs []struct{ design, style string }
	for _, design := range []string{"label", "halftone", "poster"} {
		for _, style := range []string{"classic", "modern", "large", "aldine"} {
			designs = append(designs, struct{ design, style string }{design, style})
		}
	}
	n := 0
	inDesigns(t, designs, func(t *testing.T, dir string) {
		for i, profile := range []string{"kdp", "ingram", "x4"} {
			if i == n%3 || os.Getenv("OCTAVO_LONG") != "" {
				holdRun(t, "cover", "--profile", profile, "-C", dir)
			}
		}
		n++
	})
}
