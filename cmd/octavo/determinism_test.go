package main

import (
	"bytes"
	"testing"
)

// Two builds of one book give the same bytes, wherever and whenever they run.
func TestBuildsAreEqual(t *testing.T) {
	slow(t)
	t.Parallel()
	for name, write := range map[string]func(testing.TB) string{
		"the book":  copyOfTheBook,
		"synthetic": func(t testing.TB) string { dir := t.TempDir(); syntheticBook(t, dir, 8, 1500); return dir },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var first map[string][]byte
			for i, env := range [][]string{
				{"TZ=UTC", "GOMAXPROCS=1", "LANG=C", "HOME=/nonexistent"},
				{"TZ=Pacific/Kiritimati", "GOMAXPROCS=2", "LANG=tr_TR.UTF-8", "GOGC=30"},
				{"TZ=America/St_Johns", "GOMAXPROCS=7", "USER=someone"},
			} {
				dir := write(t)
				mustBuild(t, dir, env...)
				made := outputs(t, dir)
				if i == 0 {
					_, cover := made["write-this-down-cover.pdf"]
					if first = made; len(made) != 5 && !cover || cover && len(made) != 6 {
						t.Fatalf("%d outputs, want PDF, EPUB, cards, page map, manifest and the book's cover", len(made))
					}
					continue
				}
				for file, data := range made {
					if !bytes.Equal(data, first[file]) {
						t.Errorf("%s differs with %v", file, env)
					}
				}
			}
		})
	}
}
