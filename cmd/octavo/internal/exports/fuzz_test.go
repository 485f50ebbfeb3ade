package exports

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/timing"
)

// FuzzRead reads any text, and an archive with it in each of the files that are looked into.
func FuzzRead(f *testing.F) {
	for _, e := range formExamples {
		f.Add([]byte(filled(e.text)))
	}
	f.Add([]byte("The Lamp (Roe)\n- Your Highlight on page 9 | Location 120-122 | Added on 2026\n\nthe job was light\n==========\n"))
	f.Add([]byte("# The Lamp\n## Highlights\n— on: [120](kindle://book?location=120)\nWho were they, though?\n\nout on the water — [140](kindle://book?location=140)\n"))
	f.Add([]byte(document(change("c1", "deletion", "Ann", "<text:p>x</text:p>"), `<text:p>a<text:change text:change-id="c1"/></text:p>`)))
	on := lamp(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		start := timing.Worked()
		text := string(readfile.Text(data))
		check := func(e *Export, err error) {
			if err != nil {
				return
			}
			for _, m := range e.Marks {
				for _, s := range []string{m.Comment, m.New, m.Reader, m.Seen.Words, m.Seen.Before, m.Seen.After, m.Date, m.Seen.Heading} {
					if !utf8.ValidString(s) {
						t.Errorf("%q is no UTF-8", s)
					}
				}
				if m.Kind == "" {
					t.Errorf("%+v has no kind", m)
				}
			}
		}
		check(Read(text, on))
		check(Read(text, Book{Title: "The Lamp"}))
		check(ReadNotes(text, on))
		for _, name := range []string{"content.xml", "a.json"} {
			check(ReadArchive(packed(t, name, text), on))
		}
		if took := timing.Worked() - start; took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
	})
}

// FuzzArchive reads anything as a ZIP.
func FuzzArchive(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	on := lamp(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
			ReadArchive(z, on)
		}
	})
}

// FuzzLua reads any table of Lua.
func FuzzLua(f *testing.F) {
	f.Add(`return { ["a"] = { [1] = "x\n\065\x41\u{41}", 2, b = -1e3, c = [==[y]==] }, } -- z`)
	f.Fuzz(func(t *testing.T, text string) { readLua(text) })
}
