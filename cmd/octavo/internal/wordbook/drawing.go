package wordbook

import (
	"math"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// A shape that is thinner and wider than these, in EMU, is a horizontal line.
const thin, wide = 40_000, 900_000

// drawing reads a picture, a text box or a shape, of new files (drawing) or old ones (pict, object).
func (f *reader) drawing(p *para, n *node, format runs.Format) {
	if shape := n.find("rect"); shape != nil && (shape.attr("hr") == "t" || shape.attr("hr") == "true") {
		p.rule = true
		return
	}
	if e := n.find("extent"); e != nil && number(e.attr("cy")) < thin && number(e.attr("cx")) > wide && n.find("blip") == nil && n.find("txbxContent") == nil {
		p.rule = true
		return
	}
	found := false
	floats := n.find("anchor") != nil
	n.walk(func(c *node) bool {
		switch c.name {
		case "txbxContent":
			found = true
			f.textBox(p, c)
			return false
		case "blip":
			found = true
			f.blip(p, n, c, first(c.attr("embed"), c.attr("link")), format, floats)
		case "imagedata":
			found = true
			f.blip(p, n, c, first(c.attr("id"), c.attr("href")), format, floats)
		case "chart", "relIds": // a chart; SmartArt
			found = true
			f.remark(Drawing, described(n))
			return false
		case "OLEObject":
			found = true
			f.remark(Embedded, c.attr("ProgID"))
		case "AlternateContent": // in a group
			for _, choice := range c.children {
				if choice.name == "Fallback" {
					choice.children = nil
				}
			}
		}
		return true
	})
	if !found {
		f.remark(Drawing, described(n))
	}
}

// described returns a drawing's description or name.
func described(n *node) string {
	if d := n.find("docPr"); d != nil {
		return first(d.attr("descr"), d.attr("title"), d.attr("name"))
	}
	if s := n.find("shape"); s != nil {
		return first(s.attr("alt"), s.attr("title"))
	}
	return ""
}

// alternative returns a picture's description; a title or the name that Word makes up is none.
func alternative(n *node) string {
	s := ""
	if d := n.find("docPr"); d != nil {
		s = first(d.attr("descr"), d.attr("title"))
	} else if shape := n.find("shape"); shape != nil {
		s = shape.attr("alt")
	}
	s = strings.Join(strings.Fields(s), " ")
	if s, automatic := strings.CutSuffix(s, "Description automatically generated"); automatic {
		return strings.TrimSpace(s)
	}
	return s
}

// blip adds a picture.
func (f *reader) blip(p *para, n, c *node, id string, format runs.Format, floats bool) {
	r, ok := f.part.relations[id]
	switch {
	case !ok:
		f.remark(LinkedPicture, first(described(n), id))
		return
	case r.External:
		f.remark(LinkedPicture, r.Target)
		return
	}
	switch ext := strings.ToLower(path.Ext(r.Target)); ext {
	case ".emf", ".wmf", ".emz", ".wmz", ".pict", ".pct":
		f.remark(PictureFormat, path.Base(r.Target))
		return
	}
	name, err := f.picture(r.Target)
	if err != nil {
		f.remark(LinkedPicture, r.Target)
		return
	}
	img := &book.Image{Path: name, Alt: alternative(n)}
	if extent := n.find("extent"); extent != nil && f.textWidth > 0 {
		if share := 100 * float64(number(extent.attr("cx"))) / float64(f.textWidth); share >= 1 && share < 95 {
			img.Width = book.Extent{Percent: math.Round(share)}
		}
	}
	if floats {
		p.after = append(p.after, &book.Figure{Image: img})
		return
	}
	format.Link = nil
	p.line.AddObject(img, format)
}

// textBox adds the text of a box after the paragraph to which it is anchored.
func (f *reader) textBox(p *para, n *node) {
	f.remark(TextBox, near(n))
	fields, under := f.fields, f.near
	f.fields = nil
	p.after = append(p.after, f.blocks(n)...)
	f.fields, f.near = fields, under
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
