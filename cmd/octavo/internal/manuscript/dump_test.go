package manuscript

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// dump writes blocks in a short form for comparison, a block a line, nested blocks indented.
func dump(blocks []book.Block) string {
	var b strings.Builder
	dumpBlocks(&b, blocks, "")
	return b.String()
}

func dumpBlocks(b *strings.Builder, blocks []book.Block, in string) {
	for _, block := range blocks {
		switch x := block.(type) {
		case *book.Paragraph:
			fmt.Fprintf(b, "%sp %s\n", in, dumpText(x.Text))
		case *book.Verse:
			for _, s := range x.Stanzas {
				fmt.Fprintf(b, "%sverse quoted=%t\n", in, x.Quoted)
				for _, l := range s.Lines {
					fmt.Fprintf(b, "%s  %d %s\n", in, l.Indent, dumpText(l.Text))
				}
			}
		case *book.Heading:
			fmt.Fprintf(b, "%sh%d #%s %s\n", in, x.Level, x.ID, dumpText(x.Text))
		case *book.Entry:
			fmt.Fprintf(b, "%sentry%d #%s %s %s\n", in, x.Level, x.ID, x.Kind, dumpText(x.Maxim))
			dumpBlocks(b, x.Gloss, in+"  ")
		case *book.List:
			mark := "-"
			if x.Ordered {
				mark = x.Label(x.First)
			}
			fmt.Fprintf(b, "%slist %s tight=%t\n", in, mark, x.Tight)
			for _, i := range x.Items {
				fmt.Fprintf(b, "%s item%s\n", in, [...]string{"", " open", " done"}[i.Task])
				dumpBlocks(b, i.Blocks, in+"  ")
			}
		case *book.Quote:
			fmt.Fprintf(b, "%squote", in)
			if x.Epigraph {
				b.WriteString(" epigraph")
			}
			if x.Attribution != nil {
				b.WriteString(" by " + dumpText(x.Attribution))
			}
			b.WriteByte('\n')
			dumpBlocks(b, x.Blocks, in+"  ")
		case *book.Aside:
			fmt.Fprintf(b, "%saside %s%d", in, dumpID(x.ID), x.Kind)
			if x.Title != nil {
				b.WriteString(" " + dumpText(x.Title))
			}
			b.WriteByte('\n')
			dumpBlocks(b, x.Blocks, in+"  ")
		case *book.Aligned:
			fmt.Fprintf(b, "%saligned %d\n", in, x.Align)
			dumpBlocks(b, x.Blocks, in+"  ")
		case *book.PageBreak:
			fmt.Fprintf(b, "%spage break\n", in)
		case *book.Code:
			fmt.Fprintf(b, "%scode %s %q\n", in, x.Language, x.Lines)
		case *book.Table:
			fmt.Fprintf(b, "%stable %s%v", in, dumpID(x.ID), x.Align)
			if x.Caption != nil {
				b.WriteString(" " + dumpText(x.Caption))
			}
			b.WriteByte('\n')
			for _, row := range append([][]book.Cell{x.Head}, x.Rows...) {
				b.WriteString(in)
				for _, c := range row {
					b.WriteString(" | " + dumpText(c))
				}
				b.WriteByte('\n')
			}
		case *book.Definitions:
			for _, d := range x.Items {
				for _, t := range d.Terms {
					fmt.Fprintf(b, "%sterm %s\n", in, dumpText(t))
				}
				for _, def := range d.Defs {
					fmt.Fprintf(b, "%s :\n", in)
					dumpBlocks(b, def, in+"  ")
				}
			}
		case *book.Figure:
			fmt.Fprintf(b, "%sfigure %s%s%s caption %s\n", in, dumpID(x.ID), dumpExtent(x.Image.Width)+high(x.Image), dumpText([]book.Inline{x.Image}), dumpText(x.Caption))
		case *book.Break:
			fmt.Fprintf(b, "%sbreak\n", in)
		case *book.HTML:
			fmt.Fprintf(b, "%shtml %q\n", in, x.Text)
		}
	}
}

func dumpID(id string) string {
	if id == "" {
		return ""
	}
	return "#" + id + " "
}

func dumpExtent(e book.Extent) string {
	switch {
	case e.Percent > 0:
		return fmt.Sprintf("%g%% ", e.Percent)
	case e.Points > 0:
		return fmt.Sprintf("%.4gpt ", e.Points)
	}
	return ""
}

func dumpText(text []book.Inline) string {
	var b strings.Builder
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			b.WriteString(i.Value)
		case *book.Emph:
			b.WriteString("{em " + dumpText(i.Text) + "}")
		case *book.Strong:
			b.WriteString("{strong " + dumpText(i.Text) + "}")
		case *book.Strike:
			b.WriteString("{strike " + dumpText(i.Text) + "}")
		case *book.Span:
			style := [...]string{"", "sup", "sub", "sc", "ul", "mark", "small", "kbd", "abbr"}[i.Style]
			b.WriteString("{" + strings.Join(strings.Fields(dumpID(i.ID)+i.Lang+" "+style), " ") + " " + dumpText(i.Text) + "}")
		case *book.Math:
			b.WriteString("{math " + i.Plain() + "}")
		case *book.CodeSpan:
			b.WriteString("{code " + i.Value + "}")
		case *book.Link:
			to := i.URL + i.Elsewhere
			if i.Target != "" {
				to = "#" + i.Target
			}
			if i.Title != "" {
				to += " " + fmt.Sprintf("%q", i.Title)
			}
			fmt.Fprintf(&b, "{link %s: %s}", to, dumpText(i.Text))
		case *book.Image:
			fmt.Fprintf(&b, "{image %s: %s}", i.Path, i.Alt)
		case *book.NoteMark:
			fmt.Fprintf(&b, "{note %d", i.Note.Number)
			if i.First {
				b.WriteString(" first")
			}
			b.WriteString("}")
		case *book.LineBreak:
			b.WriteString("{br}")
		case *book.RawHTML:
			b.WriteString("{raw " + i.Text + "}")
		}
	}
	return b.String()
}

func high(i *book.Image) string {
	if s := dumpExtent(i.Height); s != "" {
		return s + "high "
	}
	return ""
}
