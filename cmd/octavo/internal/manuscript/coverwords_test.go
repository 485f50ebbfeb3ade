package manuscript

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/tomltext"
)

// FuzzCoverWords reads any text as that of a cover: what comes of it has only what a cover takes, with places in the string.
func FuzzCoverWords(f *testing.F) {
	for _, s := range []string{"Plain *and* **bold**.", "> Fine.\n>\n> -- A Reader", "- one\n- two\n  - three", "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |",
		"A note[^1], [a link](#here), ![](x.png).\n\n[^1]: It.", "a\\\nb\\\nc", "```\ncode\n```\n\n$$x$$", "\"quoted\"\t\\u0041 é\u2028", "::: note\nx\n:::"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, words string) {
		const before = "[cover]\nblurb = "
		src := &diag.Source{Name: "book.toml", Text: []byte(before + tomltext.Quote(words) + "\n")}
		end := len(src.Text) - 1
		blocks, found := coverWords(book.Passage{Pos: diag.Pos{Source: src, Offset: len(before)}, End: end}, reading{lang: lang.English()})
		inside := func(p diag.Pos) {
			if p.Source != src || p.Offset < len(before) || p.Offset > end {
				t.Fatalf("%q: a place outside of its string: %v", words, p)
			}
		}
		for _, d := range found {
			inside(d.Pos)
		}
		book.Walk(blocks, func(b book.Block) {
			inside(b.Start())
			switch b.(type) {
			case *book.Paragraph, *book.Quote, *book.List:
			default:
				t.Fatalf("%q: a %T on the cover", words, b)
			}
			book.Runs(b, func(text []book.Inline) {
				book.WalkInlines(text, func(in book.Inline) {
					inside(in.Start())
					switch in.(type) {
					case *book.Link, *book.Image, *book.NoteMark, *book.RawHTML, *book.Math:
						t.Fatalf("%q: a %T on the cover", words, in)
					}
				})
			})
		})
	})
}
