package typeset

import "octavo/cmd/octavo/internal/page"

// prefixWidth walks over shaped glyphs and returns the width of longer and longer prefixes of their text.
type prefixWidth struct {
	shaped *Shaped
	span   *Span
	glyph  int
	w      page.Length
}

// width returns the width of the text before offset at, and false when at is inside a glyph's cluster.
func (c *prefixWidth) width(at int) (page.Length, bool) {
	g := c.shaped.Glyphs
	if c.glyph > 0 && int(g[c.glyph-1].At) >= at {
		c.glyph, c.w = 0, 0
	}
	for c.glyph < len(g) && int(g[c.glyph].At) < at {
		c.w += c.span.scale(g[c.glyph].Advance) + c.span.Tracking
		c.glyph++
	}
	return c.w, c.glyph < len(g) && int(g[c.glyph].At) == at
}

// contextGlyphs is how many glyphs on each side of a division inside a ligature are reshaped with it: enough for a whole
// word, but not for a page without spaces.
const contextGlyphs = 48

// edge is a place between two clusters of shaped text, and the width of the text before it.
type edge struct {
	at    int
	width page.Length
}

// around returns edges on both sides of the place that width was last asked for: contextGlyphs away, or the ends of the
// text, which is size bytes long and wide as given, where those are nearer. It reports false inside a cluster that is longer
// than that, such as a letter under a hundred accents.
func (c *prefixWidth) around(size int, wide page.Length) (from, to edge, ok bool) {
	g := c.shaped.Glyphs
	first, end := max(0, c.glyph-contextGlyphs), min(len(g), c.glyph+contextGlyphs)
	for first > 0 && first < c.glyph && g[first-1].At == g[first].At {
		first++
	}
	for end < len(g) && end > c.glyph && g[end-1].At == g[end].At {
		end--
	}
	if first == c.glyph && first > 0 || end == c.glyph && end < len(g) {
		return from, to, false
	}
	if first > 0 {
		from = edge{int(g[first].At), c.w - c.advances(first, c.glyph)}
	}
	to = edge{size, wide}
	if end < len(g) {
		to = edge{int(g[end].At), c.w + c.advances(c.glyph, end)}
	}
	return from, to, true
}

// advances returns the total width of the glyphs from from up to, but not including, to.
func (c *prefixWidth) advances(from, to int) (w page.Length) {
	for _, g := range c.shaped.Glyphs[from:to] {
		w += c.span.scale(g.Advance) + c.span.Tracking
	}
	return w
}

// width returns the width of shaped text at the span's size.
func (s *Span) width(g *Shaped) page.Length {
	return page.Length(g.Width)*s.Size/page.Length(s.Font.Upem) + s.Tracking*page.Length(len(g.Glyphs))
}
