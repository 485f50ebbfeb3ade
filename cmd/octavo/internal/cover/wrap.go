package cover

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/wrap"
)

// leastType is the smallest type on a cover but for that of the spine, whose printers allow less.
const leastType = 8 * page.Pt

// lap is how far what belongs to the front or the back goes on over the fold of a flap, since no jacket is folded quite where it should be.
const lap = page.In / 4

// Wrap sets the cover of a printed book on its sheet: one page, its structure in the order front, spine, back, flaps. What has no room is
// an error at the key that says it, and what is left out is a note of the sheet.
func Wrap(cfg *config.Config, fonts *textstyle.Fonts, bk *book.Book, s *wrap.Sheet) (*page.Document, diag.List) {
	w := &wrapper{cfg: cfg, fonts: fonts, Design: coverdesign.New(cfg, fonts), sheet: s, cover: bk.Cover, root: &page.Node{Kind: page.NodeDocument}}
	w.Press = true
	if w.cover == nil {
		w.cover = &book.Cover{}
	}
	w.p = &page.Page{Width: s.Width, Height: s.Height, Bleed: s.Bleed, Label: "cover"}
	w.read(bk)
	w.place()
	w.readSymbol()
	w.colors()
	back := w.set()
	if cfg.Lang.RightToLeft() {
		page.Mirror(w.p)
	}
	w.barcode(back)
	return &page.Document{Title: cfg.Book.Title, Author: strings.Join(cfg.Book.Authors(), ", "), Lang: cfg.Book.Language, Date: cfg.Book.Date,
		Pages: []*page.Page{w.p}, Root: w.root, RightToLeft: cfg.Lang.RightToLeft()}, w.found
}

// wrapper is a cover being set. All is set as if the front were at the right, and mirrored in the end where it is not.
type wrapper struct {
	*coverdesign.Design
	cfg   *config.Config
	fonts *textstyle.Fonts
	sheet *wrap.Sheet
	cover *book.Cover
	p     *page.Page
	root  *page.Node
	found diag.List

	art, photo, device *page.Picture

	whole              page.Box // the sheet with its bleed
	back, spine, front page.Box // as they are trimmed
	backLive, live     page.Box // the back and the front without hinges
	backFlap, flap     page.Box
	code               page.Box // of the barcode
	symbol             symbol
}

// add adds items over what there is.
func (w *wrapper) add(items ...page.Item) { w.p.Items = append(w.p.Items, items...) }

// read takes over the pictures.
func (w *wrapper) read(bk *book.Book) {
	w.art, w.photo, w.device = pictureOf(w.fonts, w.cover.Art), pictureOf(w.fonts, w.cover.Photo), pictureOf(w.fonts, bk.Device)
}

// place finds where everything stands, with the front at the right.
func (w *wrapper) place() {
	s := w.sheet
	turn := func(b page.Box) page.Box {
		if w.cfg.Lang.RightToLeft() && b.W > 0 {
			b.X = s.Width - b.X - b.W
		}
		return b
	}
	w.whole = page.Box{X: -s.Bleed, Y: -s.Bleed, W: s.Width + 2*s.Bleed, H: s.Height + 2*s.Bleed}
	w.back, w.spine, w.front, w.code = turn(s.Back), turn(s.Spine), turn(s.Front), turn(s.Barcode)
	w.backFlap, w.flap = turn(s.BackFlap), turn(s.FrontFlap)
	w.backLive, w.live = w.back, w.front
	for _, h := range s.Hinges {
		if h = turn(h); h.X < w.spine.X {
			w.backLive.W = min(w.backLive.W, h.X-w.backLive.X)
		} else {
			w.live.W, w.live.X = w.live.X+w.live.W-(h.X+h.W), h.X+h.W
		}
	}
}

// under returns what the ground of the front covers.
func (w *wrapper) under() page.Box {
	right := w.whole.X + w.whole.W
	if w.flap.W > 0 {
		right = w.front.X + w.front.W + lap
	}
	return page.Box{X: w.front.X, Y: w.whole.Y, W: right - w.front.X, H: w.whole.H}
}

// between the flaps lies what belongs to the back, the spine and the front.
func (w *wrapper) panels() page.Box {
	b := w.whole
	if w.flap.W > 0 {
		b.X, b.W = w.back.X-lap, w.front.X+w.front.W-w.back.X+2*lap
	}
	return b
}

// overAll reports whether the art covers back, spine and front.
func (w *wrapper) overAll() bool { return w.art != nil && w.cfg.Cover.ArtOn == config.OnWrap }

// set sets the panels, what lies under all of them first, and returns the node of the back.
func (w *wrapper) set() (back *page.Node) {
	front, spine := w.root.Add(page.NodeSect), w.root.Add(page.NodeSect)
	back = w.root.Add(page.NodeSect)
	flap, backFlap := w.root.Add(page.NodeSect), w.root.Add(page.NodeSect)
	set := w.setBack(back)
	text := w.setSpine(spine)
	w.backdrop(front, text.quiet)
	w.add(w.Front(coverdesign.Face{Live: w.live, Under: w.under(), Safe: w.sheet.Safe, Least: leastType, Node: front, OnArt: w.art != nil})...)
	w.add(text.items...)
	w.add(set...)
	if w.flap.W > 0 {
		w.setFlaps(flap, backFlap)
	}
	return back
}

// backdrop draws what lies under all: the design's ground, with the art on it.
func (w *wrapper) backdrop(node *page.Node, quiet page.Box) {
	alt := w.cfg.Lang.Ebook.CoverOf.Fill("title", w.cfg.Book.Title)
	over := w.panels()
	if over != w.whole {
		w.add(coverdesign.Fill(w.whole, w.FlapColor()))
	}
	if w.overAll() {
		w.add(coverdesign.Covering(w.art, over, 50, node.Add(page.NodeFigure), alt))
		w.add(w.OverArt(over, w.live)...)
		return
	}
	w.add(w.Backdrop(over, w.live, quiet)...)
	if w.art != nil {
		w.add(coverdesign.Covering(w.art, w.under(), 50, node.Add(page.NodeFigure), alt))
	}
}

// colors warns of a colour of book.toml in which words could not be read, and which they do not have therefore.
func (w *wrapper) colors() {
	if w.cfg.Cover.Ink == "" {
		return
	}
	own, on, used := coverdesign.Parse(w.cfg.Cover.Ink), w.Paper, w.OnPaper // where the title stands
	if w.Name == config.Poster {
		on, used = w.Ground, w.OnGround
	}
	if own == used {
		return
	}
	pos, end := w.cfg.Value("cover.ink")
	w.found.Warnf("cover-contrast", pos, "words in this colour cannot be read on the cover: its contrast is %.1f : 1, and small type needs 4.5 : 1", coverdesign.Ratio(on, own)).
		To(end).Note("they are set in another; take a lighter or a darker colour, or delete the line")
}
