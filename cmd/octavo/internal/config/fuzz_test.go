package config

import (
	"os"
	"testing"
	"testing/fstest"

	"octavo/cmd/octavo/internal/diag"
)

// FuzzTables reads anything as the tables of cards and of printers: whatever they hold, nothing panics, and what is wrong
// has its place in the table.
func FuzzTables(f *testing.F) {
	for _, name := range []string{CardsFile, PrintersFile} {
		data, err := os.ReadFile("../../../../styles/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("[[card]]\nid = 1\nwidth = '-1mm'\n[[printer]]\nrange = [[1, {}]]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		styles := fstest.MapFS{CardsFile: {Data: data}, PrintersFile: {Data: data}}
		_, cards := LoadCards(styles)
		_, printers := LoadPrinters(styles)
		for _, d := range append(append(diag.List{}, cards...), printers...) {
			if !d.Pos.IsValid() || d.Pos.Offset > len(data) {
				t.Errorf("%s has no place", d.Message)
			}
		}
	})
}
