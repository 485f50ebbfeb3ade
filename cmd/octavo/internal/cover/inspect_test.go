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

// inspector goes through the items of a page in the order in which they are drawn.
type inspector struct {
	t     *testing.T
	what  string
	words []seen
	under []drawnBox
}

// drawnBox is a box that has been drawn: of a colour, or a part of a picture.
type drawnBox struct {
	page.Box
	color page.Color
	art   bool
}

// inspect returns the words of a page, and reports those that cannot be read on what was drawn last under them.
func inspect(t *testing.T, what string, p *page.Page) []seen {
	t.Helper()
	i := inspector{t: t, what: what}
	i.items(page.Identity, p.Items, page.Box{X: -page.In, Y: -page.In, W: p.Width + 2*page.In, H: p.Height + 2*page.In})
	return i.words
}

func (i *inspector) items(m page.Matrix, items []page.Item, clip page.Box) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Group:
			inner, within := m.Times(it.Matrix()), clip
			if it.Clip != nil {
				within = common(clip, inner.Bounds(*it.Clip))
			}
			i.items(inner, it.Items, within)
		case *page.Rule:
			i.under = append(i.under, drawnBox{Box: common(clip, m.Bounds(page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H})), color: it.Color})
		case *page.Image:
			i.under = append(i.under, drawnBox{Box: common(clip, m.Bounds(page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H})), art: true})
		case *page.Text:
			i.text(it, m.Bounds(page.InkBox(it)))
		}
	}
}

// text reports a text that cannot be read.
func (i *inspector) text(it *page.Text, box page.Box) {
	i.words = append(i.words, seen{it.Text, box})
	if strings.TrimSpace(it.Text) == "" {
		return
	}
	on := -1
	for k, u := range i.under {
		if c := common(u.Box, box); c.W > 0 && c.H > 0 {
			on = k
		}
	}
	switch {
	case on < 0 || i.under[on].art:
		i.t.Errorf("%s: %q stands on nothing that it can be read on", i.what, it.Text)
	case coverdesign.Ratio(it.Color, i.under[on].color) < contrast.Text:
		i.t.Errorf("%s: %q has a contrast of %.2f", i.what, it.Text, coverdesign.Ratio(it.Color, i.under[on].color))
	}
}

// common returns what two boxes have in common.
func common(a, b page.Box) page.Box {
	x0, y0 := max(a.X, b.X), max(a.Y, b.Y)
	return page.Box{X: x0, Y: y0, W: min(a.X+a.W, b.X+b.W) - x0, H: min(a.Y+a.H, b.Y+b.H) - y0}
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
