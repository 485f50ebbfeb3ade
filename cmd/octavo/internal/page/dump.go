package page

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes pages as text, an item a line, for tests to hold against what a reader has approved.
func Dump(w io.Writer, pages []*Page) error {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d %q %s × %s", i+1, p.Label, p.Width, p.Height)
		if p.Turned {
			b.WriteString(" turned")
		}
		b.WriteString("\n")
		for _, it := range p.Items {
			dumpItem(&b, it, "  ")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// String is l in points to three places.
func (l Length) String() string { return fmt.Sprintf("%.3f", l.Points()) }

func dumpItem(b *strings.Builder, it Item, indent string) {
	b.WriteString(indent)
	switch it := it.(type) {
	case *Text:
		fmt.Fprintf(b, "text %s,%s +%s %s %s", it.X, it.Y, it.Advance(), it.Font.Name, it.Size)
		if it.Color != Black {
			fmt.Fprintf(b, " %v", it.Color)
		}
		fmt.Fprintf(b, " %q\n", it.Text)
	case *Rule:
		fmt.Fprintf(b, "rule %s,%s %s × %s\n", it.X, it.Y, it.W, it.H)
	case *Path:
		fmt.Fprintf(b, "path of %d segments\n", len(it.Segments))
	case *Image:
		fmt.Fprintf(b, "image %s,%s %s × %s %s\n", it.X, it.Y, it.W, it.H, it.Picture.Name)
	case *Link:
		fmt.Fprintf(b, "link %s,%s %s × %s #%s%s\n", it.X, it.Y, it.W, it.H, it.Anchor, it.URL)
	case *Anchor:
		fmt.Fprintf(b, "anchor %s,%s %s\n", it.X, it.Y, it.Name)
	case *Slot:
		fmt.Fprintf(b, "slot %s,%s %s\n", it.X, it.Y, it.Name)
	case *Group:
		fmt.Fprintf(b, "group %s,%s", it.X, it.Y)
		if it.Turn != 0 {
			fmt.Fprintf(b, " turned %g°", float64(it.Turn)/1000)
		}
		if it.Scale != 0 {
			fmt.Fprintf(b, " × %g", float64(it.Scale)/1000)
		}
		if c := it.Clip; c != nil {
			fmt.Fprintf(b, " within %s,%s %s × %s", c.X, c.Y, c.W, c.H)
		}
		b.WriteString("\n")
		for _, inner := range it.Items {
			dumpItem(b, inner, indent+"  ")
		}
	}
}

// Shift moves an item right and down.
func Shift(it Item, dx, dy Length) {
	switch it := it.(type) {
	case *Text:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Rule:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Path:
		for i := range it.Segments {
			s := &it.Segments[i]
			s.X, s.Y, s.X1, s.Y1, s.X2, s.Y2 = s.X+dx, s.Y+dy, s.X1+dx, s.Y1+dy, s.X2+dx, s.Y2+dy
		}
	case *Image:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Link:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Anchor:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Group:
		it.X, it.Y = it.X+dx, it.Y+dy
	case *Slot:
		it.X, it.Y = it.X+dx, it.Y+dy
	}
}

// Clone is a copy of an item that can be moved without moving the item; glyphs are shared,
// and so are the items of a group.
func Clone(it Item) Item {
	switch it := it.(type) {
	case *Text:
		c := *it
		return &c
	case *Rule:
		c := *it
		return &c
	case *Path:
		c := *it
		c.Segments = append([]Segment(nil), it.Segments...)
		return &c
	case *Image:
		c := *it
		return &c
	case *Link:
		c := *it
		return &c
	case *Anchor:
		c := *it
		return &c
	case *Group:
		c := *it
		return &c
	case *Slot:
		c := *it
		return &c
	}
	return it
}
