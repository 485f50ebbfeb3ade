package readfile

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// FuzzText reads any bytes as text: what comes out is UTF-8 with line feeds, what is that already stays as it is, and no letter of ASCII
// is lost.
func FuzzText(f *testing.F) {
	f.Add([]byte("a\r\nb\rc\n"))
	f.Add([]byte("\xEF\xBB\xBFa\xE9"))
	f.Add([]byte("\xFF\xFEa\x00\r\x00\n\x00\x00\xD8"))
	f.Add([]byte("\xFE\xFF\x00a\xD8"))
	f.Add([]byte("na\xEFve \x93quoted\x94 \x81"))
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		out := Text(data)
		if !bytes.Equal(data, before) {
			t.Fatal("what was given is changed")
		}
		if !utf8.Valid(out) || bytes.ContainsRune(out, '\r') {
			t.Fatalf("%q is read as %q", data, out)
		}
		marked := bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF"))
		if again := Text(out); !bytes.Equal(again, out) && !bytes.HasPrefix(out, []byte("\uFEFF")) {
			t.Fatalf("%q is read as %q the first time, and then as %q", data, out, again)
		}
		letters := func(b []byte) (n int) {
			for _, c := range b {
				if ' ' <= c && c <= '~' {
					n++
				}
			}
			return n
		}
		if !marked && letters(out) != letters(data) {
			t.Fatalf("%q is read as %q", data, out)
		}
	})
}
