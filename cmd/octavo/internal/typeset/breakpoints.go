package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// hyphenPenalty is what dividing a word costs; explicitPenalty what ending a line after a hyphen or dash that is there anyway costs;
// urlPenalty what ending one inside an address costs.
const (
	hyphenPenalty   = 900
	explicitPenalty = 30
	urlPenalty      = 200
	anywherePenalty = 5000
)

// firstHan is where the scripts begin that are set without spaces: what is below need not be looked up.
const firstHan = '\u2E80'

// site says what a Breakpoint is in the text: atom and offset where the line ends and where the next one starts.
type site struct {
	endAtom, endAt     int32
	startAtom, startAt int32
}

// findBreaks adds the sums to the atoms and lists the breakpoints.
func (p *Paragraph) findBreaks() {
	most := 2*len(p.atoms) + 1
	if p.set.Hyphenator == nil {
		most = len(p.atoms)/2 + 8 // spaces, and a few hyphens
	}
	p.points, p.sites = make([]Breakpoint, 0, most), make([]site, 0, most)
	for i := range p.atoms {
		a := &p.atoms[i]
		s := &p.spans[a.span]
		at := site{int32(i), a.from, int32(i + 1), 0}
		switch a.kind {
		case chunk:
			p.breakChunk(int32(i), a, s)
			continue
		case picture:
			p.sum.Width += s.Width
			continue
		case fixedSpace:
			if r, _ := utf8.DecodeRuneInString(s.Text[a.from:a.to]); spaceWidth(r) != 0 {
				p.sum.Width += spaceWidth(r) * s.Size / 720
			} else {
				p.sum = p.sum.plus(s.space())
			}
			continue
		case forcedEnd:
			p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, at)
			continue
		}
		next := p.sum.plus(s.space())
		b := Breakpoint{End: p.sum, Start: next}
		if noBreakBetween(&s.Font.Lang.Rules, p.chunkText(i-1), p.chunkText(i+1)) {
			b.Penalty = Forbidden
		}
		p.add(b, at)
		p.sum = next
	}
	n := int32(len(p.atoms))
	p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, site{n, 0, n, 0})
}

func (p *Paragraph) add(b Breakpoint, s site) {
	if n := len(p.atoms); s.startAtom < int32(n) {
		s.startAt = max(s.startAt, p.atoms[s.startAtom].from)
	}
	p.points = append(p.points, b)
	p.sites = append(p.sites, s)
}

func (s Sum) plus(t Sum) Sum {
	return Sum{s.Width + t.Width, s.Stretch + t.Stretch, s.Shrink + t.Shrink}
}

// breakChunk measures a chunk and lists the breakpoints inside it.
func (p *Paragraph) breakChunk(i int32, a *atom, s *Span) {
	text := s.Text[a.from:a.to]
	shaped := s.Font.Shape(text, s.Features)
	a.shaped = shaped
	width := s.width(shaped)
	p.sum.Width += p.fontGap(int(i))
	before := p.sum
	p.sum = p.sum.plus(p.letters(s, len(shaped.Glyphs)))
	p.sum.Width += width
	cursor := prefix{shaped: shaped, span: s}
	addAt := func(at int, penalty int32, hyphen bool) {
		if at <= 0 || at >= len(text) {
			return
		}
		adds := hyphen && text[at-1] != '-' && !strings.HasSuffix(text[:at], "\u2010") // one is there already
		end, start := before, before
		if w, ok := cursor.width(at); ok {
			head := p.letters(s, cursor.glyph)
			head.Width = w
			end, start = end.plus(head), start.plus(head)
			if adds {
				end.Width += s.scale(int32(s.Font.Hyphen)) + s.Tracking
			}
		} else { // inside a ligature: the parts are shaped anew
			from, to, ok := cursor.around(len(text), width)
			if !ok {
				return
			}
			head := text[from.at:at]
			if adds {
				head += "-"
			}
			end.Width += from.width + s.width(s.Font.Shape(head, s.Features))
			start.Width += to.width - s.width(s.Font.Shape(text[at:to.at], s.Features))
		}
		o := a.from + int32(at)
		p.add(Breakpoint{End: end, Start: start, Penalty: penalty, Hyphen: hyphen}, site{i, o, i, o})
	}
	first := len(p.points)
	address := s.URL == text || isAddress(text)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			at += n
			next, _ := utf8.DecodeRuneInString(text[at:])
			switch {
			case address && (r == '/' || r == '.' || r == '?' || r == '&' || r == '=' || r == '_'):
				addAt(at, urlPenalty, false)
			case r == '\u200B':
				addAt(at, 0, false)
			case r == '\u00AD' && p.set.Hyphenator != nil && !s.Solid:
				addAt(at, hyphenPenalty/2, true)
			case (r == '-' || r == '\u2010') && at > n && unicode.IsLetter(next):
				addAt(at, explicitPenalty, true)
			case (r == '—' || r == '–') && at > n && (unicode.IsLetter(next) || r == '—' && opens(next)):
				addAt(at, explicitPenalty, false)
			case next >= firstHan && unicode.Is(unicode.Han, next):
				addAt(at, 0, false)
			}
			continue
		}
		from := at
		for at < len(text) {
			r, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			at += n
			if r >= firstHan && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
				addAt(at, 0, false)
			}
		}
		if p.set.Hyphenator == nil || s.Solid || address || hyphenated(text, from, at) {
			continue
		}
		for _, o := range p.set.Hyphenator.Points(text[from:at]) {
			addAt(from+o, hyphenPenalty, true)
		}
	}
	narrow := p.set.Measure
	if p.set.InsetLines > 0 {
		narrow -= p.set.Inset
	}
	if width > narrow && p.widest(first, before.Width) > narrow { // no line would hold a part of it: it may end anywhere
		points, sites := slices.Clone(p.points[first:]), slices.Clone(p.sites[first:])
		p.points, p.sites = p.points[:first], p.sites[:first]
		for at, r := range text {
			if len(sites) > 0 && sites[0].endAt == a.from+int32(at) {
				p.add(points[0], sites[0])
				points, sites = points[1:], sites[1:]
			} else if !unicode.IsMark(r) {
				addAt(at, anywherePenalty, false)
			}
		}
	}
}

// widest is the widest part between the breakpoints from the first on, the start of their chunk, and its end.
func (p *Paragraph) widest(first int, start page.Length) page.Length {
	var most page.Length
	for _, b := range p.points[first:] {
		most = max(most, b.End.Width-start)
		start = b.Start.Width
	}
	return max(most, p.sum.Width-start)
}

// hyphenated says whether the letters text[from:to] stand beside a hyphen: such a word is divided there or nowhere. A
// soft hyphen is the author's word on where to divide.
func hyphenated(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return before == '-' || before == '\u00AD' || after == '-' || after == '\u00AD'
}

func opens(r rune) bool { return r == '“' || r == '‘' || r == '(' }

// isAddress says whether a chunk is an address of the web or of a mailbox.
func isAddress(text string) bool {
	for i := 1; i+2 < len(text); i++ {
		if text[i] == ':' && text[i+1] == '/' && text[i+2] == '/' || text[i] == '@' && text[i+1] != ' ' {
			return true
		}
	}
	return false
}

// prefix walks over shaped glyphs to give the width of ever longer beginnings of their text.
type prefix struct {
	shaped *Shaped
	span   *Span
	glyph  int
	w      page.Length
}

// width is the width of the text before offset at; false when at is inside a glyph's cluster.
func (c *prefix) width(at int) (page.Length, bool) {
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

// contextGlyphs is how many glyphs on each side of a division inside a ligature are shaped anew with it: all of a word, not
// all of a page without spaces.
const contextGlyphs = 48

// edge is a place between two clusters of shaped text, and the width of the text before it.
type edge struct {
	at    int
	width page.Length
}

// around returns edges on both sides of the place that width was last asked for: contextGlyphs away, or the ends of the
// text, which is size bytes long and wide as given, where those are nearer. It reports false inside a cluster that is longer
// than that, such as a letter under a hundred accents.
func (c *prefix) around(size int, wide page.Length) (from, to edge, ok bool) {
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

// advances is the width of the glyphs from one to before another.
func (c *prefix) advances(from, to int) (w page.Length) {
	for _, g := range c.shaped.Glyphs[from:to] {
		w += c.span.scale(g.Advance) + c.span.Tracking
	}
	return w
}

// width is the width of shaped text in the span's size.
func (s *Span) width(g *Shaped) page.Length {
	return page.Length(g.Width)*s.Size/page.Length(s.Font.Upem) + s.Tracking*page.Length(len(g.Glyphs))
}
