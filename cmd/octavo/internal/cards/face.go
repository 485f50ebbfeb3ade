package cards

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/xref"
)

// Faces sets both faces of the cards of entries, in their order. Numbers and sizes are those of the whole deck: a card
// that is printed again looks as it did before. Fonts are those of the card's style, cfg.CardStyle; pages may be nil,
// then no card names a page of the book. Entries that have no card are left out; see HasCard. What does not fit, is not
// legible or stands too near an edge is said at its place.
func Faces(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) (
	[]impose.Card, diag.List) {
	set, found := new(Kept).setFaces(cfg, bk, fonts, pages, entries)
	return facesOf(set), found
}

func facesOf(set []*card) []impose.Card {
	out := make([]impose.Card, len(set))
	for i, c := range set {
		out[i] = impose.Card{ID: c.entry.ID, Front: c.front, Back: c.back}
	}
	return out
}

// setFaces sets the cards of entries, but for those that are kept.
func (k *Kept) setFaces(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) ([]*card, diag.List) {
	if k == nil {
		k = new(Kept)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.begin(cfg, fonts)
	defer k.sweep()
	f := newFacer(cfg, bk, fonts)
	f.readFolios(pages)
	asked := map[*book.Entry]bool{}
	for _, e := range entries {
		asked[e] = true
	}
	var deck []*card
	var kept []*keptCard // of each
	at := map[*book.Entry]*card{}
	for _, e := range bk.Entries() {
		if HasCard(e) {
			c := &card{entry: e, number: len(deck) + 1, ink: f.ink(e)}
			deck, kept = append(deck, c), append(kept, k.of(e))
			at[e] = c
		}
	}
	parallel.Each(len(deck), func(i int) { kept[i].measure(f, deck[i]) })
	f.harmonise(deck)
	var wanted []*card
	for _, e := range entries {
		if c := at[e]; c != nil {
			wanted = append(wanted, c)
		}
	}
	parallel.Each(len(deck), func(i int) {
		if asked[deck[i].entry] {
			kept[i].set(f, deck[i])
		}
	})
	set := slices.DeleteFunc(slices.Clone(deck), func(c *card) bool { return !asked[c.entry] })
	found := append(f.legible(set), f.alikeColors(set)...)
	for _, c := range set {
		found = append(found, c.found...)
	}
	return wanted, append(found, f.cutOff(set)...)
}

// readFolios remembers the folios of all anchors, as pagemap.Map.Folio finds one. Pages may be nil.
func (f *faceSetter) readFolios(pages *pagemap.Map) {
	if pages == nil {
		return
	}
	f.folios = make(map[string]string, len(pages.Pages))
	for i := range pages.Pages {
		for _, anchor := range pages.Pages[i].Anchors {
			f.folios[anchor] = pages.Pages[i].Label
		}
	}
}

// harmonise gives the maxims of a deck a few sizes in common, the smaller the longer they are; see [typeset.Harmonise].
func (f *faceSetter) harmonise(deck []*card) {
	room, _, _ := f.room()
	sizes := room.Sizes()
	var texts []typeset.Kin
	var fitting []*card
	for _, c := range deck {
		if c.costs != nil {
			whole, _ := slices.BinarySearchFunc(sizes, c.maxim.Whole(room), func(a, b page.Length) int { return cmp.Compare(b, a) })
			texts = append(texts, typeset.Kin{Length: c.maxim.Length(), Breaks: c.maxim.Breaks(), Costs: c.costs, Whole: min(whole, len(sizes)-1)})
			fitting = append(fitting, c)
		}
	}
	for i, at := range typeset.Harmonise(texts, sizes, f.style.Card.Steps, sizesApart) {
		fitting[i].size = sizes[at]
	}
}

// sizesApart is how much the sizes of a deck's maxims differ at least, in thousandths.
const sizesApart = 90

// card is one entry on its card.
type card struct {
	entry  *book.Entry
	number int
	ink    page.Color // of its theme

	maxim       *typeset.Display
	costs       []int64     // of the maxim in the sizes of its room; nil: it does not fit
	size        page.Length // of the maxim
	said        said        // what the back says
	ends        stopKind    // at what that is cut
	words       int         // how many words of it there are
	front, back *page.Page
	found       diag.List
}

// faceSetter sets faces of cards. It is only read while they are set, side by side.
type faceSetter struct {
	cfg    *config.Config
	style  *config.Style
	fonts  *textstyle.Fonts
	index  *xref.Index
	folios map[string]string // by anchor
	themes map[string]string // display names by id

	w, h, bleed page.Length
	short       page.Length // the card's shorter side
	inset       page.Length // how much farther from the edges the design stands, so that there is room for a panel's edge
	margin      page.Length // nothing but grounds and what hangs into the margin stands nearer to an edge
	safe        page.Length // nothing but grounds does
	foot        page.Length // left free below the maxim, on pictures
	inks        map[string]page.Color
	plain       page.Color          // of what belongs to no theme
	signs       map[string][]string // of themes by id; nil: the deck has one theme or none
	several     kinds.Several       // whether its cards are of several kinds
}

// What printers ask for: nothing that matters is nearer to the trim.
var cardSafe = page.TenthsOfMm(32)

// The card that the designs were drawn on: on others they shrink or grow with it.
var pokerWidth, pokerHeight = page.TenthsOfMm(635), page.TenthsOfMm(889)

func newFacer(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) *faceSetter {
	f := &faceSetter{cfg: cfg, style: cfg.CardStyle, fonts: fonts, index: xref.New(bk), themes: map[string]string{}, inks: Inks(cfg),
		w: page.Length(cfg.Deck.Card.W), h: page.Length(cfg.Deck.Card.H), bleed: page.Length(cfg.Deck.Bleed)}
	if f.style == nil {
		f.style = cfg.Style
	}
	for _, t := range cfg.Themes {
		f.themes[t.ID] = t.Name
	}
	f.tellApart(bk)
	f.short = min(f.w, f.h)
	if hasArt(&cfg.Deck) {
		f.inset = f.at(12)
	}
	f.plain = noTheme
	if cfg.Cover.Set {
		colors := coverdesign.NewColors(cfg)
		f.plain = plainInk(colors, f.style.Card.Ground)
	}
	f.margin, f.safe = max(f.at(55), page.TenthsOfMm(38))+f.inset, cardSafe
	return f
}

// at returns a length in tenths of a millimetre, as on a poker card, on this one.
func (f *faceSetter) at(tenths int) page.Length { return f.rel(page.TenthsOfMm(tenths)) }

func (f *faceSetter) rel(l page.Length) page.Length { return l * f.short / pokerWidth }

func (f *faceSetter) large() bool { return f.style.Card.Design == config.Field }

// labelSize returns the size of what is printed small; card printers allow no less than 7 points.
func (f *faceSetter) labelSize() page.Length {
	if f.large() {
		return min(max(f.rel(19*page.Pt/2), 8*page.Pt), 12*page.Pt)
	}
	return min(max(f.rel(15*page.Pt/2), 7*page.Pt), 10*page.Pt)
}

// textStyle returns the style of black text of a size, with the figures of the deck's style.
func (f *faceSetter) textStyle(size page.Length) textstyle.Style {
	return textstyle.Style{Fonts: f.fonts, Size: size, Features: textstyle.Figures(f.style), Color: page.Black, Solid: true}
}

// page returns an empty face with its ground.
func (f *faceSetter) page(label string, ink page.Color) *page.Page {
	p := &page.Page{Width: f.w, Height: f.h, Label: label, Bleed: f.bleed}
	if g := f.style.Card.Ground; g > 0 {
		p.Items = append(p.Items, &page.Rule{X: -f.bleed, Y: -f.bleed, W: f.w + 2*f.bleed, H: f.h + 2*f.bleed,
			Color: tint(ink, g)})
	}
	return p
}

// ground returns what text on a card stands on.
func (f *faceSetter) ground(ink page.Color) page.Color { return tint(ink, f.style.Card.Ground) }

// room returns where the maxim stands on the front: its box, and its upper left corner.
func (f *faceSetter) room() (room typeset.Room, x, y page.Length) {
	c, d := &f.style.Card, &f.cfg.Deck
	room.Least = page.Length(cmp.Or(d.MaximMin, c.MaximMin))
	room.Leading, room.Step = c.Leading, page.Pt/4
	if room.Most = page.Length(d.MaximMax); room.Most == 0 { // the style speaks of a poker card: type grows with what it stands on
		growth := math.Sqrt(float64(f.w) * float64(f.h) / (float64(pokerWidth) * float64(pokerHeight)))
		room.Most = page.Length(float64(c.MaximMax)*growth) / room.Step * room.Step
	}
	if hasArt(d) { // so that most of a picture is seen above most maxims
		room.Most = room.Most * 4 / 5
	}
	room.Most = max(room.Least, room.Most)
	switch c.Design {
	case config.Plate:
		frame := f.frame()
		x, y = max(frame+f.at(36), f.margin), frame+f.at(75)
		room.Hang = min(f.at(18), x-f.safe)
	case config.Ledger:
		x, y = f.margin, f.margin+f.at(24)+f.labelSize()+f.at(40)
	default:
		x, y = f.margin, f.margin+f.at(10)
	}
	bottom := f.h - y
	switch c.Design {
	case config.Ledger:
		bottom = f.h - f.margin
		if f.oneSided() {
			bottom -= f.labelSize() * 2
		}
	case config.Field:
		bottom = f.h - f.margin - f.labelSize()*3
	}
	if c.Design != config.Plate {
		room.Hang = max(0, f.margin-f.safe)
	}
	room.Width, room.Height = f.w-2*x, bottom-y-f.foot
	return room, x, y
}

func (f *faceSetter) oneSided() bool { return f.cfg.Deck.Sides == config.OneSided }

// measure finds what a card's maxim costs in each size, and says by how much it does not fit.
func (f *faceSetter) measure(c *card) {
	room, _, _ := f.room()
	c.maxim = f.display(f.maxim(c.entry, displaySize))
	c.size = room.Least
	costs := c.maxim.Costs(room, room.Sizes())
	if slices.ContainsFunc(costs, func(cost int64) bool { return cost < typeset.NoFit }) {
		c.costs = costs
		return
	}
	pos := c.entry.Pos
	if p, ok := c.entry.Places["card"]; ok {
		pos = p
	}
	more := "a larger card makes room too"
	if room.Least > 9*page.Pt { // the least that may be asked for
		more = "a larger card, or a smaller maxim_min under [deck] of book.toml, makes room too"
	}
	d := f.textStyle(displaySize).Faced(f.style.Card.Face)
	for _, word := range strings.Fields(book.PlainText(c.entry.Front())) {
		if _, ok := f.display([]typeset.Inline{d.Span(word, pos)}).Fit(room); !ok {
			c.found.Errorf("card-overflow", pos, "the card's text does not fit at %g pt: the word %q is too wide", room.Least.Points(), word).
				Note("give the entry a text without it with `card = \"…\"`, or leave it out of the deck with `card = false`").
				Note("%s", more)
			return
		}
	}
	c.found.Errorf("card-overflow", pos, "the card's text does not fit at %g pt: %s too many", room.Least.Points(),
		count(max(1, c.maxim.Overset(room)), "word")).
		Note("give the entry a shorter text with `card = \"…\"`, or leave it out of the deck with `card = false`").
		Note("%s", more)
}

// displaySize is any size: display text is measured in one and set in another.
const displaySize = 12 * page.Pt

func (f *faceSetter) display(spans []typeset.Inline) *typeset.Display {
	align := typeset.RaggedRight
	if f.style.Card.Align == config.Centered {
		align = typeset.Centered
	}
	return typeset.NewDisplay(spans, align, f.fonts.Hyphenator)
}

// set makes both faces of a card.
func (f *faceSetter) set(c *card) {
	c.said = f.said(c.entry)
	c.front = f.page(strconv.Itoa(c.number), c.ink)
	c.back = f.page(strconv.Itoa(c.number), c.ink)
	f.setFront(c)
	switch design := f.style.Card.Design; {
	case f.silent(c) && f.cfg.Deck.QR == "":
		c.back = f.common(c.back.Label, c.ink)
	case design == config.Plate:
		f.plateBack(c)
	case design == config.Ledger:
		f.ledgerBack(c)
	default:
		f.fieldBack(c)
	}
	whole := impose.Card{ID: c.entry.ID, Front: c.front, Back: c.back}
	if len(c.found) > 0 { // its text does not fit
		c.found = append(c.found, inspectGlyphs(whole, c.entry.Pos)...)
		return
	}
	c.found = inspect(whole, c.entry.Pos, 0, "take a larger card, or shorter words")
}

// show sets display text in a room, a little above its middle: what counts is the block from the top of the capitals to
// the last baseline.
func (f *faceSetter) show(p *page.Page, text *typeset.Display, room typeset.Room, size, x, y page.Length) {
	lines := text.Set(room, size)
	height := text.Height(len(lines), room, size)
	first := text.Height(1, room, size)
	y += max(0, room.Height-height)*46/100 + first
	for _, l := range lines {
		for _, it := range l.Items {
			page.Shift(it, x, y)
			p.Items = append(p.Items, it)
		}
		y += size * page.Length(room.Leading) / 100
	}
}

// theme returns the name of the first of an entry's themes.
func (f *faceSetter) theme(e *book.Entry) string {
	return cmp.Or(f.themes[e.Theme()], e.Theme())
}

// put sets a line of one style with its baseline at y: at x, before it or about it. It returns how wide the line is.
func (f *faceSetter) put(p *page.Page, d textstyle.Style, text string, pos diag.Pos, x, y page.Length,
	align typeset.Alignment) page.Length {
	if text == "" {
		return 0
	}
	s := d.Span(text, pos)
	s.Offset = page.Made
	t, w := typeset.Run(s)
	switch align {
	case typeset.Centered:
		x -= w / 2
	case typeset.RaggedLeft:
		x -= w
	}
	page.Shift(t, x, y)
	p.Items = append(p.Items, t)
	return w
}

// lower moves the items of a line, or of the lines of a head, down until all ink of text is in the safe area: accents on capitals may
// stand out of it. It returns how far.
func (f *faceSetter) lower(head []page.Item) page.Length {
	top := f.safe
	for _, it := range head {
		if t, ok := it.(*page.Text); ok {
			top = min(top, page.InkBox(t).Y)
		}
	}
	for _, it := range head {
		page.Shift(it, 0, f.safe-top)
	}
	return f.safe - top
}

// width returns the width of a line of one style.
func (f *faceSetter) width(d textstyle.Style, text string) page.Length {
	_, w := typeset.Run(d.Span(text, diag.Pos{}))
	return w
}

// fitted returns d so small that a line of text is no wider than a measure; but never smaller than card printers allow.
func (f *faceSetter) fitted(d textstyle.Style, text string, measure page.Length) textstyle.Style {
	for d.Size > leastLabel && f.width(d, text) > measure {
		d = smaller(d)
	}
	return d
}

// fits returns fitted, and whether that is small enough.
func (f *faceSetter) fits(d textstyle.Style, text string, measure page.Length) (textstyle.Style, bool) {
	d = f.fitted(d, text, measure)
	return d, f.width(d, text) <= measure
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// numberOf returns the number on a card's front: that of a numbered entry, or the card's own in the deck.
func (f *faceSetter) numberOf(c *card) string {
	if f.style.Card.Number && c.entry.Number > 0 {
		return strconv.Itoa(c.entry.Number)
	}
	return strconv.Itoa(c.number)
}
