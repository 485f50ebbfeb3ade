package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A deck goes to DriveThruCards in every design of the title card and every size: what octavo makes passes what it asks for.
func TestDeckForPress(t *testing.T) {
	dir := copyOfTheBook(t)
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ design, style string }{{"label", "classic"}, {"halftone", "classic"}, {"poster", "classic"}, {"label", "aldine"}, {"label", "modern"}, {"label", "large"}} {
		for _, card := range []string{"poker", "tarot"} {
			t.Run(c.design+" "+c.style+" "+card, func(t *testing.T) {
				changed := bytes.Replace(text, []byte("[cover]\n"), fmt.Appendf(nil, "[cover]\ndesign = %q\n", c.design), 1)
				changed = fmt.Appendf(changed, "\n[print]\nstyle = %q\n", c.style)
				if err := os.WriteFile(toml, changed, 0o666); err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				if code := run([]string{"cards", "export", "--for", "drivethru", "--card", card, "-C", dir}, &out, &out); code != 0 {
					t.Errorf("exit %d\n%s", code, &out)
				}
			})
		}
	}
}
