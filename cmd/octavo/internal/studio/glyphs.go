package studio

import (
	"crypto/sha256"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"weak"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// glyphs numbers the fonts that pages are drawn with. Fonts with the same bytes have the same number, and a number never means another
// font. Fonts are not kept: the number of one that nothing uses any more is forgotten.
type glyphs struct {
	mu      sync.Mutex
	last    int
	numbers map[weak.Pointer[font.Font]]int
	fonts   map[int]weak.Pointer[font.Font] // of each number the font that came last
	sums    map[int][sha256.Size]byte

	pictures pictures
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

func outlineUnit(l page.Length) float64 { return float64(l) / font.OutlineUnit }

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
