package manuscript

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
)

// TestInLanguage holds that every run of text of a chapter is in its language, whatever block it stands in.
func TestInLanguage(t *testing.T) {
	f := parse("01.md", []byte(`---
lang: fr
---
# A

b[^1]

## C

### D
+++
kind = "meme"
+++

> e\
> f
>
> -- g

- h
- [ ] i

j
: k

| l |
|---|
| m |

Table: n

> [!NOTE] o
> p

| q
|   r

::: tip
s
:::

![t](u.png "v")

<details><summary>w</summary>

x

</details>

<p align="center">y</p>

[^1]: z
`), reading{lang: lang.English()})
	if f.diags.HasErrors() {
		t.Fatal(f.diags)
	}
	seen := 0
	c := f.chapters[0].chapter
	look := func(block book.Block) {
		fig, _ := block.(*book.Figure)
		book.Runs(block, func(text []book.Inline) {
			if len(text) == 0 || fig != nil && text[0] == fig.Image {
				return
			}
			seen++
			if s, ok := text[0].(*book.Span); !ok || s.Lang != "fr" || len(text) > 1 {
				t.Errorf("%T: %s", block, dumpText(text))
			}
		})
	}
	book.Walk(c.Blocks, look)
	for _, n := range c.Notes {
		book.Walk(n.Blocks, look)
	}
	if seen < 20 {
		t.Errorf("only %d runs of text", seen)
	}
}
