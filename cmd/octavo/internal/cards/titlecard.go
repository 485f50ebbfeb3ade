package cards

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// titleCard returns the first card of a deck: the book's title and author in front, as on the book's cover where it has one and a card has
// room for it; on its back how many cards there are, what the marks of the kinds mean, and who published them when. Number is how many
// maxims the deck has.
func titleCard(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, number int) impose.Card {
	f := newFacer(cfg, bk, fonts)
	art := frontArt(&cfg.Deck, nil) != ""
	var front *page.Page
	if cfg.Cover.Set && !art {
		front = f.coverFront()
	}
	switch {
	case front != nil:
	case !art || f.h <= f.w:
		front = f.titleFront()
	default:
		front = f.atFoot(f.h*76/100, f.plain, (*faceSetter).titleFront)
	}
	return impose.Card{ID: titleCardID, Front: front, Back: f.titleReverse(bk, number)}
}

// titleFront sets the book's title with its subtitle, and the authors at the foot. Where there is not room for all, the subtitle
// goes first and then the authors.
func (f *faceSetter) titleFront() *page.Page {
	p := f.page("", f.plain)
	f.chrome(p, f.plain, "", "")
	room, x, y := f.room()
	room.Most = room.Most * 5 / 4
	room.Least = leastLabel
	small := f.textStyle(f.labelSize() * 13 / 10)
	leading := small.Size * 13 / 10
	align, _ := f.alignment()

	foot := y + room.Height
	byline, by := f.inLines(f.authorDress(small.Size), room.Width, 3, align, f.authors()...)
	subtitle := small
	subtitle.Italic = f.style.Text.Emphasis == config.Italic
	sub, subtitle := f.inLines(subtitle, room.Width, 4, align, f.cfg.Book.Subtitle)
	whole := room.Height
	beside := func() (used page.Length) {
		if len(byline) > 0 {
			used = by.Size*13/10*page.Length(len(byline)) + by.Size
		}
		if len(sub) > 0 {
			used += small.Size + leading*page.Length(len(sub))
		}
		return used
	}
	var title *typeset.Display
	var size page.Length
	fit := func(least page.Length) bool {
		room.Height = whole - beside()
		for _, text := range f.titles() {
			title = f.display([]typeset.Inline{f.textStyle(displaySize).Faced(f.style.Card.Face).Span(text, diag.Pos{})})
			var ok bool
			if size, ok = title.Fit(room); ok && size >= least {
				return true
			}
		}
		return false
	}
	ok := fit(small.Size * 12 / 10)
	if !ok {
		sub = nil
		ok = fit(leastLabel)
	}
	if !ok {
		byline = nil
		ok = fit(leastLabel)
	}
	if len(byline) > 0 {
		p.Items, _ = textstyle.Stack(p.Items, byline, x, foot-by.Size*13/10*page.Length(len(byline)), by.Size*13/10)
	}
	if !ok { // a word of it is too wide
		d := f.textStyle(leastLabel).Faced(f.style.Card.Face)
		lines, _ := f.inLines(d, room.Width, int(whole/(d.Size*13/10)), align, f.titles()...)
		p.Items, _ = textstyle.Stack(p.Items, lines, x, y, d.Size*13/10)
		return p
	}
	height := title.Height(len(title.Set(room, size)), room, size)
	above := max(0, room.Height-height) * 46 / 100
	f.show(p, title, room, size, x, y)
	p.Items, _ = textstyle.Stack(p.Items, sub, x, y+above+height+small.Size, subtitle.Size*13/10)
	return p
}

// titleReverse sets how many cards the deck has, what the marks of the kinds mean, and the imprint. Kinds that have no room are left
// out, and so are the words about them.
func (f *faceSetter) titleReverse(bk *book.Book, number int) *page.Page {
	p := f.page("", f.plain)
	align, at := f.alignment()
	measure := f.w - 2*f.margin
	foot := f.h - f.margin
	label := f.textStyle(f.labelSize())
	label.Color = f.plain
	imprint := f.cfg.Book.Publisher
	if f.cfg.Book.Dated() {
		imprint = dotted(imprint, strconv.Itoa(f.cfg.Book.Date.Year()))
	}
	if lines, d := f.inLines(label, measure, 2, align, imprint); len(lines) > 0 {
		leading := d.Size * 125 / 100
		foot -= leading * page.Length(len(lines))
		p.Items, _ = textstyle.Stack(p.Items, lines, f.margin, f.h-f.margin-textstyle.Baseline(leading)-leading*page.Length(len(lines)-1), leading)
	}

	d := f.textStyle(f.labelSize() * 12 / 10)
	d.Features, d.Color = font.Lining, f.plain
	bold := d
	bold.Bold, bold.Color = true, page.Black
	step := d.Size * 14 / 10
	told := f.titleKinds(bk)
	line := max(f.margin+d.Size, f.h/2-step*page.Length(max(3, len(told)+1)))
	count := f.cfg.Lang.Count(number, f.cfg.Lang.Deck.Cards)
	f.put(p, f.fitted(bold, count, measure), count, diag.Pos{}, at, line, align)
	line += step * 8 / 10
	named := bold
	named.Color = f.plain
	for _, k := range told {
		var means []typeset.Line
		if len(told) <= mostTold && k.Means != "" {
			means, _ = f.inLines(d, measure, 3, align, k.Means)
		}
		if line+step > foot-d.Size {
			break
		}
		if line+step*page.Length(1+len(means)) > foot-d.Size {
			means = nil
		}
		line += step
		f.told(p, f.signOf(k), f.cfg.Lang.Capital(k.Name), named, align, line)
		if len(means) > 0 {
			p.Items, line = textstyle.Stack(p.Items, means, f.margin, line+d.Size*4/10, step)
		}
	}
	return p
}

// mostTold is how many kinds a title card has room for with what they mean; the names of more stand there alone.
const mostTold = 3

// titleKinds returns the kinds that the back of the title card explains: those that cards name.
func (f *faceSetter) titleKinds(bk *book.Book) (out []*config.Kind) {
	used := map[string]bool{}
	for _, e := range bk.Entries() {
		used[e.Kind] = used[e.Kind] || HasCard(e)
	}
	for i := range f.cfg.Kinds {
		k := &f.cfg.Kinds[i]
		if k.Labelled(bool(f.several)) && used[k.ID] {
			out = append(out, k)
		}
	}
	return out
}
