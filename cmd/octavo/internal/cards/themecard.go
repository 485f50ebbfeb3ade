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
			if e.Theme() == t.ID && number[e] > 0 {
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
				p = f.page("", f.plain)
				f.chrome(p, f.plain, f.cfg.Lang.Deck.Themes, "")
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
