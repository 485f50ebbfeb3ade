package cards

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The ids of the cards that are no entry's. A full stop keeps them apart from those of entries, which have none.
const (
	titleCardID  = "card.title"
	themesCardID = "card.themes" // those that follow are "card.themes-2" and so on
	blankCardID  = "card.blank"
)

// chrome is what stands on every front of a design beside its text: frame, band or foot.
func (f *faceSetter) chrome(p *page.Page, ink page.Color, left, right string) {
	switch f.style.Card.Design {
	case config.Plate:
		f.plateFrame(p, ink, themed{name: left}, diag.Pos{}, right, config.None)
	case config.Ledger:
		f.ledger(p, ink, themed{name: left}, right, diag.Pos{})
	default:
		f.field(p, ink, themed{name: left}, right)
	}
}

// alignment returns how the design's lines stand, and the place they stand at.
func (f *faceSetter) alignment() (typeset.Alignment, page.Length) {
	if f.style.Card.Align == config.Centered {
		return typeset.Centered, f.w / 2
	}
	return typeset.RaggedRight, f.margin
}

// authorDress returns how the author's name looks.
func (f *faceSetter) authorDress(size page.Length) textstyle.Style {
	d := f.textStyle(size)
	if f.style.Card.Design == config.Plate {
		return d.SmallCaps()
	}
	return d.Faced(config.Bold)
}

// emptyBack returns the back of a card that needs none: the common one, or, where the author's art is on the backs, nothing but that.
func (f *faceSetter) emptyBack() *page.Page {
	if f.cfg.Deck.BackArt != "" {
		return f.page("", f.plain)
	}
	return f.common("", f.plain)
}

// titleBack returns a back that bears nothing but the book's title at its foot, and how high the title stands there.
func (f *faceSetter) titleBack() (*page.Page, page.Length) {
	p := f.page("", f.plain)
	align, _ := f.alignment()
	d := f.authorDress(f.labelSize())
	d.Color = f.plain
	lines, d := f.inLines(d, f.w-2*f.margin, 2, align, f.titles()...)
	leading := d.Size * 125 / 100
	height := leading * page.Length(len(lines)-1)
	p.Items, _ = textstyle.Stack(p.Items, lines, f.margin, f.h-f.margin-height-textstyle.Baseline(leading), leading)
	return p, height + d.Size
}

// blankCard returns a card to write on: ruled lines on both sides.
func blankCard(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) impose.Card {
	f := newFacer(cfg, bk, fonts)
	front := f.page("", f.plain)
	f.chrome(front, f.plain, f.cfg.Lang.Deck.Blank, "")
	room, x, y := f.room()
	f.ruled(front, x, y, room.Width, room.Height)
	back, title := f.titleBack()
	f.ruled(back, f.margin, f.margin, f.w-2*f.margin, f.h-2*f.margin-title-2*f.labelSize())
	return impose.Card{ID: blankCardID, Front: front, Back: back}
}

// ruled draws lines to write on in a box: as far apart as a pen needs, on a small card too.
func (f *faceSetter) ruled(p *page.Page, x, y, w, h page.Length) {
	step := max(f.at(75), page.TenthsOfMm(65))
	ink := page.Color{K: 45}
	for at := y + step; at <= y+h; at += step {
		p.Items = append(p.Items, rule(x, at, w, page.Pt*35/100, ink))
	}
}
