package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// cutOff reports the backs that do not say all that they have to say: each that breaks off in the middle of a sentence or that lacks a
// table or a picture, and together those that end with a sentence, as most excerpts of glosses do.
func (f *faceSetter) cutOff(cards []*card) (found diag.List) {
	if f.oneSided() {
		return nil
	}
	var excerpts []*card
	for _, c := range cards {
		if len(c.found) > 0 {
			continue
		}
		silent := f.silent(c) // then the gloss may have nothing but a table or a picture
		pos, what := c.entry.Pos, "its gloss"
		if at, ok := c.entry.Places["back"]; ok && c.entry.Back != "" {
			pos, what = at, "what the entry says with back"
		}
		switch {
		case silent:
		case c.ends == sentenceStop:
			if !c.said.table {
				excerpts = append(excerpts, c)
			}
		case c.ends == clauseStop || c.ends == wordStop:
			found.Warnf("card-cut", pos, "the back of the card breaks %s off in the middle of a sentence", what).
				Note("write what it is to say with `back = \"…\"` into the entry's block, in %d words or so, or choose a larger card", holds(c))
		case c.ends == noStop:
			found.Warnf("card-cut", pos, "the back of the card has no room for %s", what).
				Note("choose a larger card, or write `back = false` into the entry's block and leave out qr under [deck]")
		}
		// Where a picture is not on a back that is cut, the sign says where the rest is.
		left := ""
		switch {
		case c.said.table:
			left = "a table"
		case c.said.picture && (silent || c.ends == wholeStop):
			left = "a picture"
		}
		if left != "" {
			found.Warnf("card-left-out", pos, "the back of the card leaves out %s of the gloss", left).
				Note("say it in words with `back = \"…\"` in the entry's block")
		}
	}
	const advice = "write what it is to say with `back = \"…\"` into the entry's block, or silence this under [check.levels]: card-cut = \"off\""
	if len(excerpts) <= mostNamed {
		for _, c := range excerpts {
			found.Warnf("card-cut", c.entry.Pos, "the back of the card ends with a sentence before the gloss does").Note(advice)
		}
		return found
	}
	var ids []string
	for _, c := range excerpts[:mostNamed] {
		ids = append(ids, c.entry.ID)
	}
	pos, end := f.cfg.Value("deck.back")
	found.Warnf("card-cut", pos, "the backs of %d cards end with a sentence before their glosses do: %s and %s", len(excerpts),
		strings.Join(ids, ", "), count(len(excerpts)-mostNamed, "other")).To(end).Note(advice)
	return found
}

// mostNamed is how many backs that end with a sentence are reported one by one, and how many a warning about more of them names.
const mostNamed = 5

// holds returns how many words a back that is cut says, in tens where they are many.
func holds(c *card) int {
	if c.words > 20 {
		return c.words / 10 * 10
	}
	return max(1, c.words)
}
