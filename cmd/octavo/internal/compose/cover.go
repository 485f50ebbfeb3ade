package compose

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/typeset"
)

// FrontCover is the face of the EPUB, made from the title: two parts wide, three high, in the manner of a printed paper
// cover with a label.
func FrontCover(cfg *config.Config, fonts *Fonts) *typeset.Page {
	const w, h = 432 * typeset.Pt, 648 * typeset.Pt
	p := &typeset.Page{Width: w, Height: h, Label: "cover"}
	board := typeset.Color{C: 90, M: 60, Y: 25, K: 45}
	paper := typeset.Color{Y: 6}
	box := func(x, y, bw, bh typeset.Length, c typeset.Color) {
		p.Items = append(p.Items, &typeset.Rule{X: x, Y: y, W: bw, H: bh, Color: c})
	}
	frame := func(x, y, bw, bh, weight typeset.Length, c typeset.Color) {
		box(x, y, bw, weight, c)
		box(x, y+bh-weight, bw, weight, c)
		box(x, y+weight, weight, bh-2*weight, c)
		box(x+bw-weight, y+weight, weight, bh-2*weight, c)
	}
	box(0, 0, w, h, board)
	frame(18*typeset.Pt, 18*typeset.Pt, w-36*typeset.Pt, h-36*typeset.Pt, typeset.Pt, paper)
	lx, ly, lw, lh := 54*typeset.Pt, 96*typeset.Pt, w-108*typeset.Pt, 300*typeset.Pt
	box(lx, ly, lw, lh, paper)
	frame(lx+8*typeset.Pt, ly+8*typeset.Pt, lw-16*typeset.Pt, lh-16*typeset.Pt, typeset.Pt*3/4, board)

	measure := lw - 48*typeset.Pt
	put := func(text string, d dress, y, leading typeset.Length) typeset.Length {
		if text == "" {
			return y
		}
		d.solid = true
		lines := typeset.SetParagraph([]typeset.Span{d.span(text, diag.Pos{})},
			typeset.Setting{Measure: measure, Align: typeset.Centered, Balanced: true})
		p.Items, y = stack(p.Items, lines, (w-measure)/2, y, leading)
		return y
	}
	d := dress{fonts: fonts, features: typeset.OldStyle, color: board}
	title := d
	for title.size = 58 * typeset.Pt; title.size > 20*typeset.Pt; title.size -= 2 * typeset.Pt {
		lines := typeset.SetParagraph([]typeset.Span{title.span(cfg.Book.Title, diag.Pos{})},
			typeset.Setting{Measure: measure, Align: typeset.Centered, Balanced: true})
		over := len(lines) > 3
		for _, word := range strings.Fields(cfg.Book.Title) {
			over = over || typeset.Width(word, title.span("", diag.Pos{})) > measure
		}
		if !over && typeset.Length(len(lines))*title.size <= lh*55/100 {
			break
		}
	}
	sub := d
	sub.size, sub.italic = 19*typeset.Pt, true
	lines := func(text string, d dress) typeset.Length {
		return typeset.Length(len(typeset.SetParagraph([]typeset.Span{d.span(text, diag.Pos{})},
			typeset.Setting{Measure: measure, Align: typeset.Centered, Balanced: true})))
	}
	tl, sl := title.size*21/20, sub.size*5/4
	height := lines(cfg.Book.Title, title)*tl + sl/2 + lines(cfg.Book.Subtitle, sub)*sl
	y := put(cfg.Book.Title, title, ly+(lh-height)*48/100, tl)
	put(cfg.Book.Subtitle, sub, y+sl/2, sl)

	name := d.smallCaps()
	name.color = paper
	name.size = 20 * typeset.Pt
	name.tracking = name.size / 12
	put(strings.Join(cfg.Book.Authors(), ", "), name, 480*typeset.Pt, 26*typeset.Pt)
	press := name
	press.size, press.tracking = 12*typeset.Pt, typeset.Pt
	put(cfg.Book.Publisher, press, h-66*typeset.Pt, 15*typeset.Pt)
	return p
}
