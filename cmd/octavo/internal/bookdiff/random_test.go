package bookdiff

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// pieces is what texts are spoiled with: what parts words and what does not, and markup that is whole or half.
var pieces = []string{" ", "\n", "\n\n", "\x00", "\x02", "\x03", "\x10", "\x10a", "\x7f", "\xff", "\xb9", "囷", "あ", "ก", "က", "—", "–", "\u00a0",
	"\u00ad", "\u200b", "\u200d", "\u2028", "\u0085", "\u3000", "\ufeff", "\u202e", "e\u0301", "*", "**", "_", "`", "[^1]", "[a](b)", "[a]()",
	"![x](y.png)", "<b>", "<br>", "&amp;", "&#x2014;", "\\", "\\\n", "  \n", "# ", "## ", "> ", "- ", "-\n", "1. ", "| a |", "+++\n", "$x$", "~~", "~",
	"^", "{.sc}", ":::", "'", "\"", "--", "...", "T\n: d", "[ ] ", "http://a.b"}

// spoiled changes a text in a few places.
func spoiled(text string, r *rand.Rand) string {
	for range 1 + r.IntN(6) {
		at := r.IntN(len(text) + 1)
		switch r.IntN(4) {
		case 0:
			text = text[:at] + pieces[r.IntN(len(pieces))] + text[at:]
		case 1:
			text = text[:at] + text[min(len(text), at+r.IntN(12)):]
		case 2:
			text = text[:at] + pieces[r.IntN(len(pieces))] + text[min(len(text), at+1):]
		case 3:
			part, to := text[at:min(len(text), at+r.IntN(80))], r.IntN(len(text)+1)
			text = text[:to] + part + text[to:]
		}
	}
	return text
}

// TestSpoiledTexts compares texts that were spoiled at random, as FuzzCompare does, but many more in the same time.
// OCTAVO_PAIRS is how many.
func TestSpoiledTexts(t *testing.T) {
	rounds := 150
	if n, err := strconv.Atoi(os.Getenv("OCTAVO_PAIRS")); err == nil {
		rounds = n
	}
	texts := []string{a, strings.ReplaceAll(a, "cold", "warm"), "p[a]()per.", "- a\n-\n- [ ] b\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n",
		"## x\n+++\nkind = \"meme\"\n+++\n\nSome words.\n\n### y\n+++\nkind = \"meme\"\n+++\n\n+\n"}
	r := rand.New(rand.NewPCG(uint64(rounds), 1))
	for range rounds {
		old := texts[r.IntN(len(texts))]
		now := old
		if r.IntN(3) == 0 {
			now = texts[r.IntN(len(texts))]
		}
		old, now = spoiled(old, r), spoiled(now, r)
		holds(t, read(t, "a.md", old), read(t, "a.md", now))
		if t.Failed() {
			t.Fatalf("old %q\nnew %q", old, now)
		}
	}
}
