package cutfile

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

func tenths(n int) page.Length { return page.TenthsOfMm(n) }

var sheet = Sheet{Title: "Oars & <Waves>", Width: tenths(2100), Height: tenths(2970), Corner: tenths(35), Boxes: []page.Box{
	{X: tenths(100), Y: tenths(200), W: tenths(635), H: tenths(889)}, {X: tenths(800), Y: tenths(200), W: tenths(635), H: tenths(889)}}}

// A drawing is valid XML of the sheet's size in millimetres, with a path a card in a named layer, and round corners.
func TestSVG(t *testing.T) {
	var b strings.Builder
	if err := sheet.SVG(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Width   string `xml:"width,attr"`
		Height  string `xml:"height,attr"`
		ViewBox string `xml:"viewBox,attr"`
		Title   string `xml:"title"`
		Layer   struct {
			Label string `xml:"label,attr"`
			Mode  string `xml:"groupmode,attr"`
			Fill  string `xml:"fill,attr"`
			Paths []struct {
				ID string `xml:"id,attr"`
				D  string `xml:"d,attr"`
			} `xml:"path"`
		} `xml:"g"`
	}
	if err := xml.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Width != "210mm" || got.Height != "297mm" || got.ViewBox != "0 0 210 297" || got.Title != sheet.Title || got.Layer.Label != Layer ||
		got.Layer.Mode != "layer" || got.Layer.Fill != "none" || len(got.Layer.Paths) != 2 {
		t.Errorf("%+v", got)
	}
	const want = "M 13.5 20 H 70 A 3.5 3.5 0 0 1 73.5 23.5 V 105.4 A 3.5 3.5 0 0 1 70 108.9 H 13.5 A 3.5 3.5 0 0 1 10 105.4 V 23.5 A 3.5 3.5 0 0 1 13.5 20 Z"
	if p := got.Layer.Paths[0]; p.ID != "card-1" || p.D != want {
		t.Errorf("%s is %q, want %q", p.ID, p.D, want)
	}
	square := sheet
	square.Corner = 0
	b.Reset()
	if err := square.SVG(&b); err != nil || !strings.Contains(b.String(), `d="M 10 20 H 73.5 V 108.9 H 10 V 20 Z"`) {
		t.Errorf("square corners: %v\n%s", err, b.String())
	}
}

// The DXF has the same lines, closed, with y upwards: what its arcs and vertices enclose is as large as the cards.
func TestDXF(t *testing.T) {
	for _, corner := range []page.Length{0, tenths(35), tenths(900)} {
		s := sheet
		s.Corner = corner
		var b strings.Builder
		if err := s.DXF(&b); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		if len(lines)%2 != 0 || lines[len(lines)-1] != "EOF" {
			t.Fatalf("%d lines, the last %q", len(lines), lines[len(lines)-1])
		}
		type vertex struct{ x, y, bulge float64 }
		var all [][]vertex
		for i := 0; i < len(lines); i += 2 {
			code, value := strings.TrimSpace(lines[i]), lines[i+1]
			number := func() float64 {
				v, err := strconv.ParseFloat(value, 64)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
			n := len(all) - 1
			switch {
			case code == "0" && value == "POLYLINE":
				all = append(all, nil)
			case code == "0" && value == "VERTEX":
				all[n] = append(all[n], vertex{})
			case n < 0 || len(all[n]) == 0:
			case code == "10":
				all[n][len(all[n])-1].x = number()
			case code == "20":
				all[n][len(all[n])-1].y = number()
			case code == "42":
				all[n][len(all[n])-1].bulge = number()
			}
		}
		if len(all) != len(s.Boxes) || strings.Count(b.String(), "\n 70\n1\n") != len(all)+1 { // and $MEASUREMENT
			t.Errorf("%d polylines", len(all))
		}
		r := min(corner, s.Boxes[0].W/2).Points() * 25.4 / 72
		want := 63.5*88.9 - (4-math.Pi)*r*r
		for i, line := range all {
			// The area of a polygon, and of the segments of circles between its sides and its arcs.
			area := 0.0
			for k, v := range line {
				next := line[(k+1)%len(line)]
				area += (v.y + next.y) * (next.x - v.x) / 2
				if v.bulge != 0 {
					angle := 4 * math.Atan(-v.bulge)
					chord := math.Hypot(next.x-v.x, next.y-v.y)
					radius := chord / 2 / math.Sin(angle/2)
					area += radius * radius * (angle - math.Sin(angle)) / 2
				}
			}
			if math.Abs(area-want) > 0.01 {
				t.Errorf("corner of %.1f mm: line %d encloses %.3f mm², want %.3f", r, i, area, want)
			}
		}
		if first := all[0][0]; first.y != 277 {
			t.Errorf("the first line begins at y = %v", first.y)
		}
		if !strings.Contains(b.String(), fmt.Sprintf("  9\n$EXTMAX\n 10\n%v\n 20\n%v\n", 210, 297)) {
			t.Error("the drawing does not have the size of the sheet")
		}
	}
}
