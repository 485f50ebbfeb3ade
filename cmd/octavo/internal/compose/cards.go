package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// millimetres gives tenths of a millimetre as a length, exactly.
func millimetres(tenths int) typeset.Length { return typeset.Length(tenths) * typeset.In / 254 }

// size is the size of a card or a sheet.
type size struct{ w, h typeset.Length }

// What printers ask for and eyes need; see FACTS on cards.
var (
	unprintable = millimetres(63) // white that every printer leaves, plus a little: 6.35 mm, less what rounding takes
	cardSafe    = millimetres(55) // nothing stands nearer to a card's edge
	markGap     = millimetres(8)  // from the trim to the crop mark
	markLength  = millimetres(24) // no longer, so that it prints within a margin of 6.35 mm
	markWeight  = typeset.Pt / 4  // hairline
	footSize    = typeset.Pt * 7  // theme and number: the least that card printers allow
	sizeStep    = typeset.Pt / 4  // maxims are tried at these steps
)

// deck is the making of the cards.
type deck struct {
	cfg    *config.Config
	fonts  *Fonts
	index  *index
	card   size
	sheet  size
	cols   int
	rows   int
	x0, y0 typeset.Length // upper left corner of the grid
	diags  diag.List
}

// card is one entry on its card.
type card struct {
	entry  *manuscript.Entry
	number int
	front  []typeset.Item // from the card's upper left corner
	back   []typeset.Item
}

// Cards sets the deck: sheets of fronts, each followed by the sheet of its backs, mirrored so that a duplex printer puts
// every back behind its front. A text that does not fit its card is an error at the entry.
func Cards(cfg *config.Config, book *manuscript.Book, fonts *Fonts) (*typeset.Document, diag.List) {
	d := &deck{cfg: cfg, fonts: fonts, index: newIndex(cfg, book),
		card:  size{typeset.Length(cfg.Deck.Card.W), typeset.Length(cfg.Deck.Card.H)},
		sheet: size{typeset.Length(cfg.Deck.Sheet.W), typeset.Length(cfg.Deck.Sheet.H)}}
	d.cols = max(1, int((d.sheet.w-2*unprintable)/d.card.w))
	d.rows = max(1, int((d.sheet.h-2*unprintable)/d.card.h))
	d.x0 = (d.sheet.w - typeset.Length(d.cols)*d.card.w) / 2
	d.y0 = (d.sheet.h - typeset.Length(d.rows)*d.card.h) / 2
	var cards []card
	for _, e := range book.Entries() {
		if e.NoCard || e.Status == manuscript.Draft {
			continue
		}
		c := card{entry: e, number: len(cards) + 1}
		c.front = d.front(&c)
		c.back = d.back(&c)
		cards = append(cards, c)
	}
	doc := &typeset.Document{Title: cfg.Book.Title + ": Cards", Author: strings.Join(cfg.Book.Authors(), ", "),
		Subject: cfg.Book.Subtitle, Lang: cfg.Book.Language, Date: cfg.Book.Date}
	for sheet := range slices.Chunk(cards, d.cols*d.rows) {
		n := len(doc.Pages)/2 + 1
		front := d.page(fmt.Sprintf("%d front", n))
		back := d.page(fmt.Sprintf("%d back", n))
		back.Turned = cfg.Deck.Flip == "short"
		for i := range sheet {
			x := d.x0 + typeset.Length(i%d.cols)*d.card.w
			y := d.y0 + typeset.Length(i/d.cols)*d.card.h
			place(front, sheet[i].front, x, y)
			// Turned over its long edge, a sheet shows at W-x-w what stood at x. Over the short edge the same, all of it
			// upside down, which is what Turned does.
			place(back, sheet[i].back, d.sheet.w-x-d.card.w, y)
		}
		doc.Pages = append(doc.Pages, front, back)
	}
	return doc, d.diags
}

func place(p *typeset.Page, items []typeset.Item, x, y typeset.Length) {
	for _, it := range items {
		typeset.Shift(it, x, y)
		p.Items = append(p.Items, it)
	}
}

// page is a sheet with its crop marks, which stand outside the grid of cards and so never cross one.
func (d *deck) page(label string) *typeset.Page {
	p := &typeset.Page{Width: d.sheet.w, Height: d.sheet.h, Label: label}
	if d.cfg.Deck.Marks == config.None {
		return p
	}
	right := d.x0 + typeset.Length(d.cols)*d.card.w
	bottom := d.y0 + typeset.Length(d.rows)*d.card.h
	mark := func(x, y, w, h typeset.Length) {
		p.Items = append(p.Items, &typeset.Rule{X: x, Y: y, W: w, H: h, Color: typeset.Black})
	}
	for i := range d.cols + 1 {
		x := d.x0 + typeset.Length(i)*d.card.w - markWeight/2
		mark(x, d.y0-markGap-markLength, markWeight, markLength)
		mark(x, bottom+markGap, markWeight, markLength)
	}
	for i := range d.rows + 1 {
		y := d.y0 + typeset.Length(i)*d.card.h - markWeight/2
		mark(d.x0-markGap-markLength, y, markLength, markWeight)
		mark(right+markGap, y, markLength, markWeight)
	}
	return p
}

// inks are the colours of the themes, in the order in which they are declared; each is dark enough for small type.
var inks = []typeset.Color{
	{C: 20, M: 90, Y: 80, K: 35}, {C: 90, M: 60, Y: 25, K: 35}, {C: 75, M: 35, Y: 80, K: 40}, {C: 30, M: 65, Y: 95, K: 35},
	{C: 60, M: 80, Y: 25, K: 35}, {C: 85, M: 40, Y: 50, K: 35}, {C: 25, M: 80, Y: 50, K: 45}, {C: 55, M: 50, Y: 75, K: 45},
}

func (d *deck) ink(e *manuscript.Entry) typeset.Color {
	for i, t := range d.cfg.Themes {
		if len(e.Themes) > 0 && e.Themes[0] == t.ID {
			return inks[i%len(inks)]
		}
	}
	return typeset.Color{K: 80}
}

func (d *deck) theme(e *manuscript.Entry) string {
	if len(e.Themes) == 0 {
		return ""
	}
	if name := d.index.themes[e.Themes[0]]; name != "" {
		return name
	}
	return e.Themes[0]
}

func (d *deck) dress(size typeset.Length) dress {
	return dress{fonts: d.fonts, size: size, features: typeset.OldStyle, color: typeset.Black, solid: true}
}

// text is what the card's face says.
func text(e *manuscript.Entry) string {
	if e.Card != "" {
		return e.Card
	}
	return manuscript.PlainText(e.Maxim)
}

// front sets a card's face: the maxim as large as its box allows, and at the foot theme and number.
func (d *deck) front(c *card) []typeset.Item {
	e := c.entry
	width := d.card.w - 2*cardSafe
	foot := d.card.h - cardSafe
	top, bottom := cardSafe+2*footSize, foot-3*footSize
	lines, size := d.fit(e, width, bottom-top)
	leading := cardLeading(size)
	height := leading * typeset.Length(len(lines))
	y := top + (bottom-top-height)*46/100 // the optical centre is a little above the middle
	items, _ := stack(nil, lines, cardSafe, y, leading)

	small := d.dress(footSize).smallCaps()
	small.color = d.ink(e)
	items = append(items, &typeset.Rule{X: d.card.w/2 - 9*typeset.Pt, Y: foot - footSize*19/10, W: 18 * typeset.Pt, H: typeset.Pt * 3 / 5, Color: small.color})
	label := strings.TrimPrefix(d.theme(e)+" · "+itoa(c.number), " · ")
	return append(items, d.line(small, label, cardSafe, foot, width, typeset.Centered)...)
}

// line is one line of text with its baseline at y.
func (d *deck) line(ds dress, text string, x, y, measure typeset.Length, align typeset.Alignment) []typeset.Item {
	var items []typeset.Item
	for i, l := range typeset.SetParagraph([]typeset.Span{ds.span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: align}) {
		for _, it := range l.Items {
			typeset.Shift(it, x, y+ds.size*typeset.Length(i)*6/5)
			items = append(items, it)
		}
	}
	return items
}

func cardLeading(size typeset.Length) typeset.Length { return size * 118 / 100 }

// fit sets a card's text at the largest size at which its balanced lines stand in the box, whole words only. Where even
// the smallest is too large, it says by how many words.
func (d *deck) fit(e *manuscript.Entry, width, height typeset.Length) ([]typeset.Line, typeset.Length) {
	least := cmp.Or(typeset.Length(d.cfg.Deck.MaximMin), 9*typeset.Pt)
	most := max(least, cmp.Or(typeset.Length(d.cfg.Deck.MaximMax), 24*typeset.Pt))
	words := strings.Fields(text(e))
	set := func(words []string, size typeset.Length) ([]typeset.Line, bool) {
		lines := typeset.SetParagraph([]typeset.Span{d.dress(size).span(strings.Join(words, " "), e.Pos)},
			typeset.Setting{Measure: width, Align: typeset.Centered, Balanced: true})
		for _, l := range lines {
			if l.Over > 0 {
				return lines, false
			}
		}
		for _, w := range words { // a word that is too long would be cut anywhere
			if typeset.Width(w, d.dress(size).span("", e.Pos)) > width {
				return lines, false
			}
		}
		return lines, cardLeading(size)*typeset.Length(len(lines)) <= height
	}
	lines, ok := set(words, least)
	if !ok {
		fits := 0
		for lo, hi := 0, len(words); lo < hi; { // the most words that fit
			mid := (lo + hi + 1) / 2
			if _, ok := set(words[:mid], least); ok {
				lo, fits = mid, mid
			} else {
				hi = mid - 1
			}
		}
		pos := e.Pos
		if p, ok := e.Places["card"]; ok {
			pos = p
		}
		d.diags.Errorf("card-overflow", pos, "the card's text does not fit at %g pt: %s too many", least.Points(), count(len(words)-fits, "word")).
			Note("give the entry a shorter text with `card = \"…\"`, or leave it out of the deck with `card = false`")
		return lines, least
	}
	lo, hi := 0, int((most-least)/sizeStep)
	best := least
	for lo < hi {
		mid := (lo + hi + 1) / 2
		size := least + typeset.Length(mid)*sizeStep
		if l, ok := set(words, size); ok {
			lo, lines, best = mid, l, size
		} else {
			hi = mid - 1
		}
	}
	return lines, best
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// back sets a card's back: the mark of its kind (a disc for a meme, a lozenge for a metaphor, so that it can be told without
// colour), theme and kind, and as many whole sentences of the gloss as there is room for.
func (d *deck) back(c *card) []typeset.Item {
	e := c.entry
	ink := d.ink(e)
	width := d.card.w - 2*cardSafe
	y := cardSafe + 6*typeset.Pt
	items := []typeset.Item{kindMark(e.Kind, d.card.w/2, y, 5*typeset.Pt, ink)}
	y += 17 * typeset.Pt
	small := d.dress(footSize * 8 / 7).smallCaps()
	small.color = ink
	items = append(items, d.line(small, string(e.Kind), cardSafe, y, width, typeset.Centered)...)
	if e.Kind == manuscript.Metaphor && e.Tenor != "" && e.Vehicle != "" {
		it := d.dress(9 * typeset.Pt)
		it.italic = true
		lines := typeset.SetParagraph([]typeset.Span{it.span(e.Tenor+" as "+e.Vehicle, e.Pos)},
			typeset.Setting{Measure: width, Align: typeset.Centered, Balanced: true})
		items, y = stack(items, lines, cardSafe, y+3*typeset.Pt, 11*typeset.Pt)
		y -= 4 * typeset.Pt
	}
	foot := d.card.h - cardSafe
	small.size, small.tracking = footSize, footSize/16
	items = append(items, d.line(small, d.cfg.Book.Title, cardSafe, foot, width, typeset.Centered)...)

	top, bottom := y+9*typeset.Pt, foot-2*footSize
	lines, leading := d.excerpt(e, width, bottom-top)
	height := leading * typeset.Length(len(lines))
	items, _ = stack(items, lines, cardSafe, top+max(0, bottom-top-height)*40/100, leading)
	return items
}

// excerpt is the beginning of the gloss, in whole sentences, at the largest of a few sizes at which at least one fits.
func (d *deck) excerpt(e *manuscript.Entry, width, height typeset.Length) ([]typeset.Line, typeset.Length) {
	var p *manuscript.Paragraph
	for _, b := range e.Gloss {
		if q, ok := b.(*manuscript.Paragraph); ok {
			p = q
			break
		}
	}
	if p == nil {
		return nil, 0
	}
	sentences := cutSentences(manuscript.PlainText(p.Text))
	least := cmp.Or(typeset.Length(d.cfg.Deck.GlossMin), 8*typeset.Pt)
	for _, size := range []typeset.Length{max(least, 9*typeset.Pt), least} {
		leading := size * 122 / 100
		for n := len(sentences); n > 0; n-- {
			ds := d.dress(size)
			ds.solid = false
			lines := typeset.SetParagraph([]typeset.Span{ds.span(strings.Join(sentences[:n], " "), e.Pos)},
				typeset.Setting{Measure: width, Align: typeset.RaggedRight})
			if leading*typeset.Length(len(lines)) <= height && !slices.ContainsFunc(lines, func(l typeset.Line) bool { return l.Over > 0 }) {
				return lines, leading
			}
		}
	}
	return nil, 0
}

// cutSentences divides prose after stops that a space and a capital, a figure or a quotation follow; not after an
// initial or a short title.
func cutSentences(text string) []string {
	words := strings.Fields(text)
	var out []string
	from := 0
	for i, w := range words {
		bare := strings.TrimRight(w, "”’)")
		end := strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "…")
		if !end || i+1 == len(words) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[i+1], "“‘("))
		if unicode.IsLower(r) || utf8.RuneCountInString(strings.TrimLeft(bare, "“‘(")) <= 3 && unicode.IsUpper([]rune(strings.TrimLeft(bare, "“‘("))[0]) {
			continue
		}
		out = append(out, strings.Join(words[from:i+1], " "))
		from = i + 1
	}
	if from < len(words) {
		out = append(out, strings.Join(words[from:], " "))
	}
	return out
}

// kindMark is the mark of a kind, centred at x and y.
func kindMark(k manuscript.Kind, x, y, r typeset.Length, ink typeset.Color) typeset.Item {
	p := &typeset.Path{Fill: &ink}
	if k == manuscript.Metaphor {
		p.Segments = []typeset.Segment{{Op: typeset.MoveTo, X: x, Y: y - r*6/5}, {Op: typeset.LineTo, X: x + r, Y: y},
			{Op: typeset.LineTo, X: x, Y: y + r*6/5}, {Op: typeset.LineTo, X: x - r, Y: y}, {Op: typeset.Close}}
		return p
	}
	r = r * 9 / 10
	k1 := r * 5523 / 10000 // four curves make a circle to within 3 parts in 10,000
	curve := func(x1, y1, x2, y2, x3, y3 typeset.Length) typeset.Segment {
		return typeset.Segment{Op: typeset.CurveTo, X1: x + x1, Y1: y + y1, X2: x + x2, Y2: y + y2, X: x + x3, Y: y + y3}
	}
	p.Segments = []typeset.Segment{{Op: typeset.MoveTo, X: x + r, Y: y}, curve(r, k1, k1, r, 0, r), curve(-k1, r, -r, k1, -r, 0),
		curve(-r, -k1, -k1, -r, 0, -r), curve(k1, -r, r, -k1, r, 0), {Op: typeset.Close}}
	return p
}
