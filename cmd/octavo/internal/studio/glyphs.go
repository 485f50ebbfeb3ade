package studio

import (
	"crypto/sha256"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// glyphs numbers the fonts that pages are drawn with. Fonts with the same bytes have the same number, and a number never means another
// font. Fonts are not kept.
type glyphs struct {
	fonts alike[int, font.Font]

	mu      sync.Mutex
	numbers map[[sha256.Size]byte]int // by sums of the fonts' bytes

	pictures pictures
}

// number returns the number of a font.
func (g *glyphs) number(f *font.Font) int { return g.fonts.key(f, g.numberOf) }

// numberOf returns the number of a font by its bytes.
func (g *glyphs) numberOf(f *font.Font) int {
	sum := sha256.Sum256(f.Data)
	g.mu.Lock()
	defer g.mu.Unlock()
	n, ok := g.numbers[sum]
	if !ok {
		if g.numbers == nil {
			g.numbers = map[[sha256.Size]byte]int{}
		}
		n = len(g.numbers) + 1
		g.numbers[sum] = n
	}
	return n
}

// font returns the font of a number, or nil.
func (g *glyphs) font(n int) *font.Font { return g.fonts.get(n) }

func outlineUnit(l page.Length) float64 { return float64(l) / font.OutlineUnit }

// mostGlyphs is how many outlines one request may ask for.
const mostGlyphs = 1 << 16

// serveGlyphs answers the outlines of a font's glyphs, in font units, y upwards, by their numbers: ?ids=1,2,3.
func (s *Studio) serveGlyphs(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.PathValue("font"))
	f := s.glyphs.font(n)
	ids := strings.Split(r.URL.Query().Get("ids"), ",")
	if f == nil || len(ids) > mostGlyphs {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such font"})
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
