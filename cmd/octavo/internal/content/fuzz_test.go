package content

import (
	"testing"

	"octavo/cmd/octavo/internal/cos"
)

// FuzzUnicode reads any map from the codes of a font to text, and skips what a page's content can hold inside it.
func FuzzUnicode(f *testing.F) {
	f.Add([]byte("1 beginbfrange <0000> <00FF> <0041> endbfrange 1 beginbfchar <01> <D83DDE00> endbfchar"))
	f.Add([]byte("1 beginbfrange <0000> <0002> [<0041> <0042> <>] endbfrange"))
	f.Add([]byte("1 beginbfrange <FFFFFFFF> <00000000> <41> endbfrange [[[<<"))
	f.Fuzz(func(t *testing.T, data []byte) {
		calls := 0
		Unicode(data, func(first, last int, text []byte) {
			if calls++; calls > len(data) {
				t.Fatalf("%d entries in %d bytes", calls, len(data))
			}
			if first < 0 || last < 0 || len(text) > len(data) {
				t.Errorf("codes %d to %d stand for %d bytes", first, last, len(text))
			}
		})
		SkipDict(&cos.Lexer{Data: data})
		for _, size := range []int{-1, 0, 7, len(data), 1 << 40} {
			SkipInline(&cos.Lexer{Data: data}, size)
		}
	})
}
