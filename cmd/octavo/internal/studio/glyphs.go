package studio

import (
	"crypto/sha256"
	"fmt"
	"math"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"weak"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// sheet is the ink of a page, in points, as the browser draws it. Items are drawn in their order.
type sheet struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Bleed  float64 `json:"bleed,omitempty"`
	Turned bool    `json:"turned,omitempty"`
	Items  []ink   `json:"items"`
}

// ink is one item of a sheet: text, a path, a picture, or a group of them.
type ink struct {
	Font   int       `json:"f,omitempty"` // of text: what glyphs are asked for by
	Size   float64   `json:"s,omitempty"` // of text: points an em, over font units an em
	At     []float64 `json:"a,omitempty"` // of text: the left end of the baseline; of a picture: its box
	Glyphs []int     `json:"g,omitempty"` // of text: glyph, x, y, glyph, … from At, in thousandths of a point, y upwards
	Path   string    `json:"p,omitempty"` // as in SVG
	Fill   string    `json:"c,omitempty"` // a CSS colour
	Stroke string    `json:"k,omitempty"`
	Width  float64   `json:"w,omitempty"` // of the stroke
	Dash   float64   `json:"d,omitempty"` // of the stroke
	Matrix []float64 `json:"m,omitempty"` // of a group
	Clip   []float64 `json:"b,omitempty"` // of a group: its box
	Items  []ink     `json:"i,omitempty"` // of a group
}

// glyphs numbers the fonts that pages are drawn with. Fonts with the same bytes have the same number, and a number never means another
// font. Fonts are not kept: the number of one that nothing uses any more is forgotten.
type glyphs struct {
	mu      sync.Mutex
	last    int
	numbers map[weak.Pointer[font.Font]]int
	fonts   map[int]weak.Pointer[font.Font] // of each number the font that came last
	sums    map[int][sha256.Size]byte
}

func (g *glyphs) number(f *font.Font) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	key := weak.Make(f)
	if n, ok := g.numbers[key]; ok {
		return n
	}
	if g.numbers == nil {
		g.numbers, g.fonts, g.sums = map[weak.Pointer[font.Font]]int{}, map[int]weak.Pointer[font.Font]{}, map[int][sha256.Size]byte{}
	}
	n := g.find(sha256.Sum256(f.Data))
	g.numbers[key], g.fonts[n] = n, key
	runtime.AddCleanup(f, g.forget, key)
	return n
}

// find returns the number of a font by the sum of its bytes.
func (g *glyphs) find(sum [sha256.Size]byte) int {
	for n, s := range g.sums {
		if s == sum {
			return n
		}
	}
	g.last++
	g.sums[g.last] = sum
	return g.last
}

// forget forgets a font that nothing uses any more, and its number if no other font has it.
func (g *glyphs) forget(key weak.Pointer[font.Font]) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.numbers[key]
	delete(g.numbers, key)
	if g.fonts[n] == key {
		delete(g.fonts, n)
		delete(g.sums, n)
	}
}

// font returns the font of a number, or nil.
func (g *glyphs) font(n int) *font.Font {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.fonts[n].Value()
}

// sheet returns the ink of a page.
func (g *glyphs) sheet(p *page.Page) sheet {
	return sheet{Width: points(p.Width), Height: points(p.Height), Bleed: points(p.Bleed), Turned: p.Turned, Items: g.items(p.Items)}
}

func (g *glyphs) items(items []page.Item) []ink {
	out := make([]ink, 0, len(items))
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			out = append(out, g.text(it))
		case *page.Rule:
			out = append(out, ink{Path: fmt.Sprintf("M%g %gh%gv%gh%gz", points(it.X), points(it.Y), points(it.W), points(it.H), -points(it.W)), Fill: css(it.Color)})
		case *page.Path:
			out = append(out, path(it))
		case *page.Group:
			m := it.Matrix()
			group := ink{Matrix: []float64{unit(m.A), unit(m.B), unit(m.C), unit(m.D), points(m.X), points(m.Y)}, Items: g.items(it.Items)}
			if c := it.Clip; c != nil {
				group.Clip = []float64{points(c.X), points(c.Y), points(c.W), points(c.H)}
			}
			out = append(out, group)
		}
	}
	return out
}

func (g *glyphs) text(t *page.Text) ink {
	out := ink{Font: g.number(t.Font), Size: t.Size.Points() / float64(t.Font.Upem), At: []float64{points(t.X), points(t.Y)}, Fill: css(t.Color),
		Glyphs: make([]int, 0, 3*len(t.Glyphs))}
	var pen page.Length
	for _, gl := range t.Glyphs {
		out.Glyphs = append(out.Glyphs, int(gl.ID), milli(pen+page.Length(gl.DX)), milli(page.Length(gl.DY)))
		pen += page.Length(gl.Advance)
	}
	return out
}

func path(p *page.Path) ink {
	out := ink{Path: segments(p.Segments, points)}
	if p.Fill != nil {
		out.Fill = css(*p.Fill)
	}
	if p.Stroke != nil {
		out.Stroke, out.Width, out.Dash = css(*p.Stroke), points(p.Width), points(p.Dash)
	}
	return out
}

// segments returns the data of a path.
func segments(s []page.Segment, n func(page.Length) float64) string {
	var b strings.Builder
	for _, s := range s {
		switch s.Op {
		case page.MoveTo:
			fmt.Fprintf(&b, "M%g %g", n(s.X), n(s.Y))
		case page.LineTo:
			fmt.Fprintf(&b, "L%g %g", n(s.X), n(s.Y))
		case page.CurveTo:
			fmt.Fprintf(&b, "C%g %g %g %g %g %g", n(s.X1), n(s.Y1), n(s.X2), n(s.Y2), n(s.X), n(s.Y))
		case page.Close:
			b.WriteByte('Z')
		}
	}
	return b.String()
}

func milli(l page.Length) int           { return int(math.Round(l.Points() * 1000)) }
func points(l page.Length) float64      { return math.Round(l.Points()*1000) / 1000 }
func unit(v int64) float64              { return math.Round(float64(v)/page.Unity*1e6) / 1e6 }
func outlineUnit(l page.Length) float64 { return float64(l) / font.OutlineUnit }

// css returns ink as a CSS colour.
func css(c page.Color) string {
	r, g, b := c.RGB()
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

// mostGlyphs is how many outlines one request may ask for.
const mostGlyphs = 1 << 16

// serveGlyphs answers the outlines of a font's glyphs, in font units, y upwards, by their numbers: ?ids=1,2,3.
func (s *Studio) serveGlyphs(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.PathValue("font"))
	f := s.glyphs.font(n)
	ids := strings.Split(r.URL.Query().Get("ids"), ",")
	if f == nil || len(ids) > mostGlyphs {
		refuse(w, http.StatusNotFound, problem{Message: "there is no such font"})
		return
	}
	out := map[string]string{}
	for _, id := range ids {
		if g, err := strconv.ParseUint(id, 10, 16); err == nil {
			out[id] = segments(page.Outline(f, uint16(g)), outlineUnit)
		}
	}
	answer(w, out)
}
