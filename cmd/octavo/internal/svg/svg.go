// Package svg writes a page.Page as an SVG picture (SVG 1.1, with the href of SVG 2). [Write] writes a page on white, [WriteClear] a drawing for any ground. Text is drawn by
// the outlines of its glyphs, so that the picture looks the same where the fonts are not installed; the words
// themselves are included for screen readers.
package svg

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// Write writes a page with its bleed, on white. One unit of the picture is a point, 1/72 in. The same page gives the same bytes.
func Write(w io.Writer, p *page.Page) error { return write(w, p, white) }

// WriteClear writes a page as Write does, without the white under it.
func WriteClear(w io.Writer, p *page.Page) error { return write(w, p, noGround) }

// ground is what is under a page.
type ground int

const (
	white ground = iota
	noGround
)

func write(w io.Writer, p *page.Page, under ground) error {
	d := &drawing{out: bufio.NewWriter(w), known: map[glyph]int{}}
	b, width, height := p.Bleed, p.Width+2*p.Bleed, p.Height+2*p.Bleed
	d.printf(`<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="%s %s %s %s">`+"\n",
		number(width), number(height), number(-b), number(-b), number(width), number(height))
	if p.Label != "" {
		d.printf("<title>%s</title>\n", escape(p.Label))
	}
	d.define(p.Items)
	if under == white {
		d.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="#ffffff"/>`+"\n", number(-b), number(-b), number(width), number(height))
	}
	if p.Turned {
		d.printf(`<g transform="matrix(-1 0 0 -1 %s %s)">`+"\n", number(p.Width), number(p.Height))
	}
	if err := d.items(p.Items); err != nil {
		return err
	}
	if p.Turned {
		d.printf("</g>\n")
	}
	d.printf("</svg>\n")
	if err := d.out.Flush(); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// drawing is a picture being written. Its writer keeps the first error.
type drawing struct {
	out   *bufio.Writer
	known map[glyph]int // number of a glyph's outline; -1: it has none
	clips int
}

type glyph struct {
	font *font.Font
	id   uint16
}

func (d *drawing) printf(format string, args ...any) { fmt.Fprintf(d.out, format, args...) }

// define writes the outlines of the glyphs in use, in font units, in the order in which they are first drawn.
func (d *drawing) define(items []page.Item) {
	n := 0
	for _, it := range page.Placed(items) {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		for _, g := range t.Glyphs {
			key := glyph{t.Font, g.ID}
			if _, ok := d.known[key]; ok {
				continue
			}
			d.known[key] = -1
			outline := page.Outline(t.Font, g.ID)
			if len(outline) == 0 {
				continue
			}
			if n == 0 {
				d.printf("<defs>\n")
			}
			d.printf(`<path id="g%d" d="%s"/>`+"\n", n, path(outline, func(l page.Length) string {
				return decimal(float64(l)/font.OutlineUnit, 2)
			}))
			d.known[key] = n
			n++
		}
	}
	if n > 0 {
		d.printf("</defs>\n")
	}
}

func (d *drawing) items(items []page.Item) error {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			d.text(it)
		case *page.Rule:
			d.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n",
				number(it.X), number(it.Y), number(it.W), number(it.H), color(it.Color))
		case *page.Path:
			d.path(it)
		case *page.Image:
			d.image(it)
		case *page.Link:
			if it.URL != "" {
				d.printf(`<a href="%s"><rect x="%s" y="%s" width="%s" height="%s" fill="none" pointer-events="all"/></a>`+"\n",
					escape(it.URL), number(it.X), number(it.Y), number(it.W), number(it.H))
			}
		case *page.Anchor: // nothing is drawn
		case *page.Group:
			if err := d.group(it); err != nil {
				return err
			}
		default:
			return fmt.Errorf("svg: an item of type %T cannot be drawn", it)
		}
	}
	return nil
}

func (d *drawing) group(g *page.Group) error {
	m := g.Matrix()
	unit := func(v int64) string { return decimal(float64(v)/page.Unity, 6) }
	if m == page.Identity {
		d.printf("<g")
	} else {
		d.printf(`<g transform="matrix(%s %s %s %s %s %s)"`, unit(m.A), unit(m.B), unit(m.C), unit(m.D), number(m.X), number(m.Y))
	}
	if c := g.Clip; c != nil {
		d.clips++
		d.printf(`><clipPath id="c%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath><g clip-path="url(#c%d)">`+"\n",
			d.clips, number(c.X), number(c.Y), number(c.W), number(c.H), d.clips)
	} else {
		d.printf(">\n")
	}
	if err := d.items(g.Items); err != nil {
		return err
	}
	if g.Clip != nil {
		d.printf("</g>")
	}
	d.printf("</g>\n")
	return nil
}

// text draws a run in font units, y upwards.
func (d *drawing) text(t *page.Text) {
	scale := t.Size.Points() / float64(t.Font.Upem)
	d.printf(`<g role="img" aria-label="%s" fill="%s" transform="matrix(%s 0 0 %s %s %s)">`, escape(t.Text), color(t.Color),
		decimal(scale, 6), decimal(-scale, 6), number(t.X), number(t.Y))
	units := float64(t.Font.Upem) / float64(t.Size)
	var pen page.Length
	for _, g := range t.Glyphs {
		if n := d.known[glyph{t.Font, g.ID}]; n >= 0 {
			d.printf(`<use href="#g%d"`, n)
			if x := float64(pen+page.Length(g.DX)) * units; x != 0 {
				d.printf(` x="%s"`, decimal(x, 2))
			}
			if g.DY != 0 {
				d.printf(` y="%s"`, decimal(float64(g.DY)*units, 2))
			}
			d.printf("/>")
		}
		pen += page.Length(g.Advance)
	}
	d.printf("</g>\n")
}

func (d *drawing) path(p *page.Path) {
	fill, stroke := "none", ""
	if p.Fill != nil {
		fill = color(*p.Fill)
	}
	if p.Stroke != nil && p.Width > 0 {
		stroke = fmt.Sprintf(` stroke="%s" stroke-width="%s"`, color(*p.Stroke), number(p.Width))
		if p.Dash > 0 {
			stroke += ` stroke-dasharray="` + number(p.Dash) + `"`
		}
	}
	d.printf(`<path d="%s" fill="%s"%s/>`+"\n", path(p.Segments, number), fill, stroke)
}

func (d *drawing) image(i *page.Image) {
	format := i.Picture.Format
	if i.Picture.Drawing != nil {
		format = "svg+xml"
	}
	d.printf(`<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" href="data:image/%s;base64,%s">`,
		number(i.X), number(i.Y), number(i.W), number(i.H), format, base64.StdEncoding.EncodeToString(i.Picture.Data))
	if i.Alt != "" {
		d.printf("<title>%s</title>", escape(i.Alt))
	}
	d.printf("</image>\n")
}

// path returns the data of a path, with lengths formatted by n.
func path(segments []page.Segment, n func(page.Length) string) string {
	var b strings.Builder
	for _, s := range segments {
		switch s.Op {
		case page.MoveTo:
			b.WriteString("M" + n(s.X) + " " + n(s.Y))
		case page.LineTo:
			b.WriteString("L" + n(s.X) + " " + n(s.Y))
		case page.CurveTo:
			b.WriteString("C" + n(s.X1) + " " + n(s.Y1) + " " + n(s.X2) + " " + n(s.Y2) + " " + n(s.X) + " " + n(s.Y))
		case page.Close:
			b.WriteByte('Z')
		}
	}
	return b.String()
}

// number returns a length in points.
func number(l page.Length) string { return decimal(l.Points(), 3) }

// decimal returns v with at most the given number of decimals.
func decimal(v float64, most int) string {
	s := strconv.FormatFloat(v, 'f', most, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// color returns ink as a CSS colour.
func color(c page.Color) string {
	r, g, b := c.RGB()
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\r", " ", "\t", " ")

// escape makes text valid XML, dropping the control characters that XML does not allow.
func escape(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}
