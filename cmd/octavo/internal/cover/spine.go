package cover

import (
	"fmt"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// The text of a spine runs down it or up it, by the language. On the shelf the publisher stands at its foot; the author comes before
// the title as it is read.

const quarterTurn = 90_000 // of a Group's Turn, clockwise

// spineText is what stands on a spine, and the box that it needs kept quiet.
type spineText struct {
	items []page.Item
	quiet page.Box
}

// strip is the room of a spine's text: stretches of its height, measured from its head, and what the ink of a line may take across.
type strip struct {
	main, foot stretch // of the author and the title, and of the publisher; the same where they share one
	across     page.Length
	label      bool // each stretch is a label of its own
	ink        page.Color
	footInk    page.Color
}

type stretch struct{ from, to page.Length }

func (s stretch) length() page.Length { return s.to - s.from }

// setSpine sets the author, the title and the publisher along the spine.
func (w *wrapper) setSpine(node *page.Node) (out spineText) {
	if !w.sheet.SpineText || w.spine.W <= 0 {
		return out
	}
	var best spineSet
	for _, s := range w.strips() {
		set, ok := w.spineLines(s, node)
		if ok && (best.title.width == 0 || best.title.size*10 < set.title.size*7) {
			best = set
		}
	}
	if best.title.width > 0 {
		out = w.standSpine(best)
		out.items = append(out.items, w.spineDevice(node)...)
		return out
	}
	pos, end := w.cfg.Value("book.title")
	d := w.found.Warnf("cover-spine", pos, "the spine has no text: in type of 6 pt the title has no room on its %s", millimetres(w.spine.W)).To(end)
	if w.cfg.Book.ShortTitle == "" {
		d.Note("give the book a short_title, or take thicker paper")
	}
	return out
}

func millimetres(l page.Length) string { return fmt.Sprintf("%.1f mm", l.Points()*25.4/72) }

// strips returns the rooms that a spine has for its text, the best first. The text stands on a label beside that of the front, or on a
// longer one, where the design has labels and the spine is wide enough; in the white of a halftone, with the publisher on its field;
// or on the ground.
func (w *wrapper) strips() (out []strip) {
	u := coverdesign.Unit(w.live)
	across := w.spine.W - 2*w.sheet.SpineClear
	margin := max(w.sheet.Safe, 34*u)
	whole := stretch{margin, w.spine.H - margin}
	if b := w.deviceBox(); b.H > 0 {
		whole.to -= b.H + labelEnd
	}
	s := strip{main: whole, foot: whole, across: min(across, w.spine.W*58/100), ink: w.OnGround, footInk: w.OnGround}
	switch w.Name {
	case config.Halftone:
		split := w.SplitAt(w.spine) - w.spine.Y
		s.main.to, s.foot.from, s.ink = split-18*u, split+18*u, w.Ink
		return []strip{s}
	case config.Poster:
		return []strip{s}
	}
	if across >= leastLabel {
		on := s
		on.label, on.ink, on.footInk, on.across = true, w.OnPaper, w.OnPaper, min(across-2*labelEdge, w.spine.W*48/100)
		on.main, on.foot = whole.inset(labelEnd), whole.inset(labelEnd)
		short := on
		short.main = stretch{w.spine.H * 74 / 640, w.spine.H * 430 / 640}.inset(labelEnd)
		short.foot.from = short.main.to + 3*labelEnd
		out = append(out, short, on)
	}
	return append(out, s)
}

func (s stretch) inset(by page.Length) stretch { return stretch{s.from + by, s.to - by} }

// A spine as wide as leastLabel between its clearances has a label; text stands so far inside it, beside it and at its ends.
const (
	leastLabel = 20 * page.Pt
	labelEdge  = 7 * page.Pt / 2
	labelEnd   = 12 * page.Pt
)

// up reports whether the text runs from the foot to the head.
func (w *wrapper) up() bool { return w.cfg.Lang.Spacing.Spine == lang.SpineUp }

// standSpine turns the parts and stands them in the middle of the spine. As it is read, the author comes before the title; the publisher
// stands at the foot, whichever way the text runs.
func (w *wrapper) standSpine(set spineSet) (out spineText) {
	if !set.label {
		out.quiet = page.Box{X: w.spine.X, Y: w.whole.Y, W: w.spine.W, H: w.whole.H}
	}
	g := &page.Group{X: w.spine.X + w.spine.W/2, Y: w.spine.Y, Turn: quarterTurn}
	main, foot := set.main, set.foot
	if w.up() {
		g.Y, g.Turn = w.spine.Y+w.spine.H, -quarterTurn
		main, foot = stretch{w.spine.H - main.to, w.spine.H - main.from}, stretch{w.spine.H - foot.to, w.spine.H - foot.from}
	}
	author, title, publisher := main.from, main.to-set.title.width, foot.to-set.publisher.width
	free := stretch{author + set.author.width, main.to}
	if main == foot {
		free.to = publisher
	}
	if w.up() {
		publisher = foot.from
		if main == foot { // the author stands between the publisher and the title
			free = stretch{foot.from + set.publisher.width, title}
			author = (free.from + free.to - set.author.width) / 2
		}
	} else if set.author.width > 0 || set.publisher.width > 0 || !set.label {
		title = (free.from + free.to - set.title.width) / 2
	}
	if set.author.width == 0 {
		title = (free.from + free.to - set.title.width) / 2
	}
	for _, l := range []struct {
		spineLine
		at page.Length
	}{{set.author, author}, {set.title, title}, {set.publisher, publisher}} {
		middle := (l.top + l.bottom) / 2
		for _, it := range l.items {
			page.Shift(it, l.at, -middle)
			g.Items = append(g.Items, it)
		}
	}
	out.items = append(w.underSpine(set), g)
	return out
}

// underSpine returns what the text of a spine stands on: labels, or where a picture is under it a panel.
func (w *wrapper) underSpine(set spineSet) (items []page.Item) {
	wide := w.spine.W - 2*w.sheet.SpineClear
	box := func(s stretch) page.Box {
		return page.Box{X: w.spine.X + (w.spine.W-wide)/2, Y: w.spine.Y + s.from, W: wide, H: s.length()}
	}
	switch {
	case set.label:
		wide = min(wide, max(leastLabel, set.title.ink()*9/4+2*labelEdge))
		labels := []page.Box{box(set.main.inset(-labelEnd))}
		if set.main != set.foot && set.publisher.width > 0 {
			labels = append(labels, box(stretch{set.foot.to - set.publisher.width, set.foot.to}.inset(-labelEnd)))
		}
		for _, b := range labels {
			items = append(items, coverdesign.Fill(b, w.Paper))
			items = append(items, coverdesign.Frame(coverdesign.Inset(b, 2*page.Pt), w.Hairline(page.Pt/2), w.OnPaper)...)
		}
	case w.overAll() && w.Name == config.Halftone:
		if set.publisher.width > 0 {
			items = append(items, coverdesign.Fill(box(stretch{set.foot.to - set.publisher.width, set.foot.to}.inset(-labelEnd)), w.Ground))
		}
	case w.overAll():
		items = append(items, coverdesign.Fill(box(set.main.inset(-labelEnd)), w.Ground))
	}
	return items
}
