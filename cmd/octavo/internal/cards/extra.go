package cards

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
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

// titleCard returns the first card of a deck: the book's title and author in front; on its back how many cards there are, what
// the marks of the kinds mean, and who published them when. Number is how many maxims the deck has.
func titleCard(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, number int) impose.Card {
	f := newFacer(cfg, bk, fonts)
	front := f.titleFront()
	if frontArt(&cfg.Deck, nil) != "" && f.h > f.w {
		front = f.atFoot(f.h*76/100, noTheme, (*faceSetter).titleFront)
	}
	return impose.Card{ID: titleCardID, Front: front, Back: f.titleReverse(bk, number)}
}

// titleFront sets the book's title with its subtitle, and the authors at the foot. Where there is not room for all, the subtitle
// goes first and then the authors.
func (f *faceSetter) titleFront() *page.Page {
	p := f.page("", noTheme)
	f.chrome(p, noTheme, "", "")
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
	p := f.page("", noTheme)
	align, at := f.alignment()
	measure := f.w - 2*f.margin
	foot := f.h - f.margin
	label := f.textStyle(f.labelSize())
	label.Color = noTheme
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
	d.Features, d.Color = font.Lining, noTheme
	bold := d
	bold.Bold, bold.Color = true, page.Black
	step := d.Size * 14 / 10
	told := f.titleKinds(bk)
	line := max(f.margin+d.Size, f.h/2-step*page.Length(max(3, len(told)+1)))
	count := f.cfg.Lang.Count(number, f.cfg.Lang.Deck.Cards)
	f.put(p, f.fitted(bold, count, measure), count, diag.Pos{}, at, line, align)
	line += step * 8 / 10
	named := bold
	named.Color = noTheme
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

// told sets the mark of a kind with its name, so small that they are no wider than the card, and returns how wide they are.
func (f *faceSetter) told(p *page.Page, sign, name string, d textstyle.Style, align typeset.Alignment, y page.Length) page.Length {
	mark := page.Length(0)
	if sign != config.None {
		mark = d.Size * 129 / 100
	}
	d, ok := f.fits(d, name, f.w-2*f.margin-mark)
	if !ok {
		name = textstyle.Shorten([]typeset.Inline{d.Span(name, diag.Pos{})}, f.w-2*f.margin-mark)[0].(*typeset.Span).Text
	}
	x := f.margin
	if align == typeset.Centered {
		_, w := typeset.Run(d.Span(name, diag.Pos{}))
		x = (f.w - w - mark) / 2
	}
	return f.kindLine(p, sign, name, d, x, y)
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

// authorDress returns how the author's name looks.
func (f *faceSetter) authorDress(size page.Length) textstyle.Style {
	d := f.textStyle(size)
	if f.style.Card.Design == config.Plate {
		return d.SmallCaps()
	}
	return d.Faced(config.Bold)
}

// row is a theme on the index card.
type row struct {
	name    string
	ink     page.Color
	signs   []string
	numbers []int
}

// themeCards returns the cards that list the themes of a deck of entries, each with its colour and the numbers of its cards, or
// only how many there are when the numbers would take more than one card. They are as many as it takes; none when no
// card has a theme.
func themeCards(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, entries []*book.Entry) []impose.Card {
	f := newFacer(cfg, bk, fonts)
	number, n := map[*book.Entry]int{}, 0
	for _, e := range bk.Entries() {
		if HasCard(e) {
			n++
			number[e] = n
		}
	}
	var rows []row
	for _, t := range cfg.Themes {
		r := row{name: t.Name, ink: f.inks[t.ID], signs: f.signs[t.ID]}
		for _, e := range entries {
			if len(e.Themes) > 0 && e.Themes[0] == t.ID && number[e] > 0 {
				r.numbers = append(r.numbers, number[e])
			}
		}
		if len(r.numbers) > 0 {
			slices.Sort(r.numbers)
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	numbers := true
	faces := f.themeFaces(rows, numbers, len(rows))
	if len(faces) > 2 || faces == nil {
		numbers = false
		faces = f.themeFaces(rows, numbers, len(rows))
	}
	if n := len(faces); n > 1 { // as many on each
		if even := f.themeFaces(rows, numbers, (len(rows)+n-1)/n); len(even) == n {
			faces = even
		}
	}
	var out []impose.Card
	for pair := range slices.Chunk(faces, 2) {
		c := impose.Card{ID: themesCardID, Front: pair[0]}
		if len(out) > 0 {
			c.ID += "-" + strconv.Itoa(len(out)+1)
		}
		if len(pair) > 1 {
			c.Back = pair[1]
		} else {
			c.Back = f.emptyBack()
		}
		out = append(out, c)
	}
	return out
}

// emptyBack returns the back of a card that needs none: the common one, or, where the author's art is on the backs, nothing but that.
func (f *faceSetter) emptyBack() *page.Page {
	if f.cfg.Deck.BackArt != "" {
		return f.page("", noTheme)
	}
	return f.common("", noTheme)
}

// titleBack returns a back that bears nothing but the book's title at its foot, and how high the title stands there.
func (f *faceSetter) titleBack() (*page.Page, page.Length) {
	p := f.page("", noTheme)
	align, _ := f.alignment()
	d := f.authorDress(f.labelSize())
	d.Color = noTheme
	lines, d := f.inLines(d, f.w-2*f.margin, 2, align, f.titles()...)
	leading := d.Size * 125 / 100
	height := leading * page.Length(len(lines)-1)
	p.Items, _ = textstyle.Stack(p.Items, lines, f.margin, f.h-f.margin-height-textstyle.Baseline(leading), leading)
	return p, height + d.Size
}

// mostThemeLines is how many lines the name of a theme may take on the card that lists them.
const mostThemeLines = 3

// themeFaces fills faces with rows, at most so many on each: a theme's name, how many cards it has, and under it their
// numbers. It returns nil where the numbers of one theme have no room on a face.
func (f *faceSetter) themeFaces(rows []row, numbers bool, most int) []*page.Page {
	var out []*page.Page
	var p *page.Page
	name := f.textStyle(f.labelSize() * 12 / 10)
	name.Features = font.Lining
	if f.style.Card.Design != config.Plate {
		name.Bold = true
	}
	figures := f.textStyle(f.labelSize())
	figures.Features = font.Lining
	left, w := f.margin, f.w-2*f.margin
	if f.style.Card.Design == config.Plate {
		left = f.frame() + f.at(36)
		w = f.w - 2*left
	}
	x, columns := left, 1
	gutter := 2 * name.Size
	swatch := name.Size * 7 / 10
	indent := swatch + name.Size*6/10
	signs := name // a sign is as large as a swatch
	signs.Size = name.Size * 12 / 10
	for _, r := range rows {
		indent = max(indent, signsWidth(r.signs, signs))
	}
	// room is what a row's name has beside how many cards it has.
	room := func(r row, w page.Length) page.Length {
		_, count := typeset.Run(figures.Span(strconv.Itoa(len(r.numbers)), diag.Pos{}))
		return w - indent - count - name.Size
	}
	// A card that lies has room for two columns, if names are not long.
	if half := (w - gutter) / 2; f.w > f.h && !slices.ContainsFunc(rows, func(r row) bool {
		_, ok := f.fits(name, r.name, room(r, half))
		return !ok
	}) {
		columns, w = 2, half
	}
	var y, top, bottom page.Length
	column := columns
	for i, r := range rows {
		names, _ := f.inLines(name, room(r, w), mostThemeLines, typeset.RaggedRight, r.name)
		height := name.Size*15/10 + page.Length(len(names)-1)*name.Size*12/10
		var lines []typeset.Line
		if numbers {
			lines = typeset.SetParagraph([]typeset.Inline{figures.Span(ranges(r.numbers), diag.Pos{})},
				typeset.Setting{Measure: w - indent, Align: typeset.RaggedRight})
			height += page.Length(len(lines))*figures.Size*125/100 + name.Size*3/10
			if face, _, _ := f.room(); height > face.Height {
				return nil
			}
		}
		if p == nil || y+height > bottom || i%most == 0 {
			if column++; column >= columns || i%most == 0 {
				column = 0
				p = f.page("", noTheme)
				f.chrome(p, noTheme, f.cfg.Lang.Deck.Themes, "")
				var room typeset.Room
				room, _, top = f.room()
				bottom = top + room.Height
				out = append(out, p)
			}
			x, y = left+page.Length(column)*(w+gutter), top
		}
		line := y + name.Size
		if signs.Color = r.ink; r.signs != nil {
			putSigns(p, r.signs, signs, x, line-swatch/2)
		} else {
			p.Items = append(p.Items, &page.Rule{X: x, Y: line - swatch, W: swatch, H: swatch, Color: r.ink})
		}
		leading := name.Size * 12 / 10
		p.Items, _ = textstyle.Stack(p.Items, names, x+indent, line-textstyle.Baseline(leading), leading)
		f.put(p, figures, strconv.Itoa(len(r.numbers)), diag.Pos{}, x+w, line, typeset.RaggedLeft)
		line += leading * page.Length(len(names)-1)
		p.Items, _ = textstyle.Stack(p.Items, lines, x+indent, line+figures.Size*35/100, figures.Size*125/100)
		y += height
	}
	return out
}

// ranges returns ascending numbers in words: "1–3, 7".
func ranges(numbers []int) string {
	var b strings.Builder
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(numbers[i]))
		switch {
		case j == i+1:
			b.WriteString(", " + strconv.Itoa(numbers[j]))
		case j > i:
			b.WriteString("–" + strconv.Itoa(numbers[j]))
		}
		i = j + 1
	}
	return b.String()
}

// blankCard returns a card to write on: ruled lines on both sides.
func blankCard(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) impose.Card {
	f := newFacer(cfg, bk, fonts)
	front := f.page("", noTheme)
	f.chrome(front, noTheme, f.cfg.Lang.Deck.Blank, "")
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
