package cover

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
)

// seen is what a reader sees of the words on a page.
type seen struct {
	text string
	ink  page.Box
}

// inspect returns the words of a page, and reports those that cannot be read on what was drawn last under them.
func inspect(t *testing.T, what string, p *page.Page) (words []seen) {
	t.Helper()
	type drawn struct {
		box   page.Box
		color page.Color
		art   bool
	}
	var under []drawn
	for m, it := range page.Placed(p.Items) {
		switch it := it.(type) {
		case *page.Rule:
			under = append(under, drawn{box: m.Bounds(page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H}), color: it.Color})
		case *page.Image:
			under = append(under, drawn{box: m.Bounds(page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H}), art: true})
		case *page.Text:
			box := m.Bounds(page.InkBox(it))
			words = append(words, seen{it.Text, box})
			if strings.TrimSpace(it.Text) == "" {
				continue
			}
			on := -1
			for i, u := range under {
				if u.box.X < box.X+box.W && box.X < u.box.X+u.box.W && u.box.Y < box.Y+box.H && box.Y < u.box.Y+u.box.H {
					on = i
				}
			}
			switch {
			case on < 0 || under[on].art:
				t.Errorf("%s: %q stands on nothing that it can be read on", what, it.Text)
			case coverdesign.Ratio(it.Color, under[on].color) < contrast.Text:
				t.Errorf("%s: %q has a contrast of %.2f", what, it.Text, coverdesign.Ratio(it.Color, under[on].color))
			}
		}
	}
	return words
}

// says reports whether words are among those of a page, whatever their capitals and wherever their lines end.
func says(words []seen, want string) bool {
	plain := func(s string) string {
		return strings.NewReplacer(" ", "", "\u00AD", "", "-", "", "\u2010", "", "\u00A0", "", "\u200f", "", "\u200e", "").Replace(strings.ToLower(s))
	}
	var all strings.Builder
	for _, w := range words {
		all.WriteString(w.text)
	}
	return strings.Contains(plain(all.String()), plain(want))
}

// inside reports words that leave a box.
func inside(t *testing.T, what string, words []seen, box page.Box) {
	t.Helper()
	const near = page.Pt / 20
	for _, w := range words {
		if w.ink.W > 0 && (w.ink.X < box.X-near || w.ink.Y < box.Y-near || w.ink.X+w.ink.W > box.X+box.W+near || w.ink.Y+w.ink.H > box.Y+box.H+near) {
			t.Errorf("%s: %q leaves its room: %v of %v", what, w.text, w.ink, box)
		}
	}
}
