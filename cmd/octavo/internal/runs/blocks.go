package runs

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// Figures returns the figures of a paragraph that consists of pictures only, else nil.
func Figures(rs []Run) []book.Block {
	var out []book.Block
	for _, r := range rs {
		switch o := r.Object.(type) {
		case *book.Image:
			out = append(out, &book.Figure{Pos: o.Pos, Image: o})
		case *book.LineBreak:
		default:
			if r.Object != nil || strings.Trim(r.Text, " \u00A0") != "" {
				return nil
			}
		}
	}
	return out
}

// Lines returns blocks as running text, as for the cell of a table: each paragraph and each item of a list on a line of its own.
func Lines(blocks []book.Block) []book.Inline {
	var all []Run
	for _, b := range blocks {
		all = appendLines(all, b, "")
	}
	return Nest(all)
}

// appendLines appends the lines of a block, the first after a lead.
func appendLines(all []Run, b book.Block, lead string) []Run {
	add := func(text []book.Inline) {
		if len(all) > 0 {
			all = append(all, Run{Object: &book.LineBreak{Pos: b.Start()}})
		}
		if lead != "" {
			all = append(all, Run{Text: lead})
		}
		for _, in := range text {
			all = append(all, Run{Object: in})
		}
	}
	switch b := b.(type) {
	case *book.Paragraph:
		add(b.Text)
	case *book.Heading:
		add(b.Text)
	case *book.Figure:
		add([]book.Inline{b.Image})
	case *book.Break:
		add([]book.Inline{&book.Text{Pos: b.Pos, Value: "—"}})
	case *book.Aligned:
		for _, inner := range b.Blocks {
			all = appendLines(all, inner, lead)
		}
	case *book.List:
		for i, item := range b.Items {
			mark := "• "
			if b.Ordered {
				mark = strconv.Itoa(b.First+i) + ". "
			}
			for _, inner := range item.Blocks {
				all = appendLines(all, inner, mark)
				mark = ""
			}
		}
	}
	return all
}
