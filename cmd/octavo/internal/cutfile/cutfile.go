// Package cutfile writes the lines that a machine cuts along: boxes with round corners on a sheet, in millimetres, as an SVG drawing
// ([Sheet.SVG]) and as a DXF drawing ([Sheet.DXF]) for programs that read no SVG. Both have one closed line a box.
package cutfile

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/page"
)

// Sheet is what is cut of a sheet.
type Sheet struct {
	Title         string
	Width, Height page.Length
	Corner        page.Length // radius of the boxes' corners; at most half of a side
	Boxes         []page.Box
}

// Layer is the name of the layer with the lines, in both drawings.
const Layer = "Cut"

// mm returns a length in millimetres, to a ten-thousandth.
func mm(l page.Length) string {
	return strconv.FormatFloat(float64((int64(l)*254_000*2+sign(l)*int64(page.In))/(2*int64(page.In)))/10_000, 'f', -1, 64)
}

func sign(l page.Length) int64 {
	if l < 0 {
		return -1
	}
	return 1
}

func (s *Sheet) radius(b page.Box) page.Length { return max(0, min(s.Corner, b.W/2, b.H/2)) }

// SVG writes a drawing of the size of the sheet, whose unit is the millimetre. The lines are arcs and straight ones, in a layer as
// Inkscape has them.
func (s *Sheet) SVG(w io.Writer) error {
	out := bufio.NewWriter(w)
	var title strings.Builder
	if err := xml.EscapeText(&title, []byte(s.Title)); err != nil {
		return err
	}
	fmt.Fprintf(out, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="%[1]smm" height="%[2]smm" viewBox="0 0 %[1]s %[2]s">
<title>%[3]s</title>
<g id="cut" inkscape:groupmode="layer" inkscape:label="%[4]s" fill="none" stroke="#ff0000" stroke-width="0.1">
`, mm(s.Width), mm(s.Height), title.String(), Layer)
	for i, b := range s.Boxes {
		r, x1, y1 := s.radius(b), b.X+b.W, b.Y+b.H
		arc := func(x, y page.Length) string {
			if r == 0 {
				return ""
			}
			return fmt.Sprintf(" A %[1]s %[1]s 0 0 1 %[2]s %[3]s", mm(r), mm(x), mm(y))
		}
		fmt.Fprintf(out, "<path id=\"card-%d\" d=\"M %s %s H %s%s V %s%s H %s%s V %s%s Z\"/>\n", i+1, mm(b.X+r), mm(b.Y),
			mm(x1-r), arc(x1, b.Y+r), mm(y1-r), arc(x1-r, y1), mm(b.X+r), arc(b.X, y1-r), mm(b.Y+r), arc(b.X+r, b.Y))
	}
	out.WriteString("</g>\n</svg>\n")
	return out.Flush()
}

// quarter is the bulge of a quarter of a circle, the tangent of a quarter of its angle, where y grows upwards and it turns to the right.
const quarter = "-0.414213562373"

// DXF writes a drawing in the form of AutoCAD Release 12, which every program reads. Y grows upwards from the lower edge of the sheet.
func (s *Sheet) DXF(w io.Writer) error {
	out := bufio.NewWriter(w)
	pair := func(code int, value string) { fmt.Fprintf(out, "%3d\n%s\n", code, value) }
	point := func(x, y page.Length) {
		pair(10, mm(x))
		pair(20, mm(s.Height-y))
	}
	begin := func(section string) {
		pair(0, "SECTION")
		pair(2, section)
	}
	begin("HEADER")
	for _, v := range []struct {
		name, value string
		code        int
	}{{"$ACADVER", "AC1009", 1}, {"$INSUNITS", "4", 70}, {"$MEASUREMENT", "1", 70}} { // millimetres, metric
		pair(9, v.name)
		pair(v.code, v.value)
	}
	pair(9, "$EXTMIN")
	point(0, s.Height)
	pair(9, "$EXTMAX")
	point(s.Width, 0)
	pair(0, "ENDSEC")
	begin("ENTITIES")
	for _, b := range s.Boxes {
		s.polyline(b, pair, point)
	}
	pair(0, "ENDSEC")
	pair(0, "EOF")
	return out.Flush()
}

// polyline writes a box, clockwise from its upper left.
func (s *Sheet) polyline(b page.Box, pair func(int, string), point func(x, y page.Length)) {
	pair(0, "POLYLINE")
	pair(8, Layer)
	pair(66, "1") // vertices follow
	pair(70, "1") // it is closed
	vertex := func(x, y page.Length, bulge string) {
		pair(0, "VERTEX")
		pair(8, Layer)
		point(x, y)
		if bulge != "" {
			pair(42, bulge)
		}
	}
	r, x1, y1 := s.radius(b), b.X+b.W, b.Y+b.H
	if r == 0 {
		vertex(b.X, b.Y, "")
		vertex(x1, b.Y, "")
		vertex(x1, y1, "")
		vertex(b.X, y1, "")
	} else {
		vertex(b.X+r, b.Y, "")
		vertex(x1-r, b.Y, quarter)
		vertex(x1, b.Y+r, "")
		vertex(x1, y1-r, quarter)
		vertex(x1-r, y1, "")
		vertex(b.X+r, y1, quarter)
		vertex(b.X, y1-r, "")
		vertex(b.X, b.Y+r, quarter)
	}
	pair(0, "SEQEND")
	pair(8, Layer)
}
