package typeset

import (
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// pairTable sets words of one script from the left to the right as the shaper does, and much faster. Where no rule of the font joins
// letters (see [font.Reach]), each keeps its glyph, and is as wide as before the letter that follows it. So two letters need to be
// shaped once, and not each word. Words with other letters are left to the shaper.
type pairTable struct {
	face     *Face
	features font.Features
	script   language.Script
	reach    *font.Reach // nil: any letter may be joined to any other

	learning sync.Mutex                             // is held while a letter gets its number
	letters  int                                    // that have numbers
	letter   [pairLetters]pairLetter                // by its number
	numbers  [firstRunes + laterRunes]atomic.Int32  // of characters: 0 is not known yet, otherwise the number and 1, or unpaired
	advances [pairLetters][pairLetters]atomic.Int32 // of a letter before another: 0 is not known yet, otherwise the advance and 1, or unpaired
}

// pairLetter is a letter that is set by its own glyph.
type pairLetter struct {
	rune  rune
	glyph page.Glyph // as it is set alone
}

const (
	pairLetters = 96 // of a table; a book in English has some 70, capitals and punctuation included

	// Characters that tables know: Latin, Greek and Cyrillic, and the dashes and quotation marks of General Punctuation.
	firstRunes            = 0x530
	laterFrom, laterRunes = 0x2010, 0x30

	unpaired = -1 // the shaper is to be asked
)

// pairKey is what the table of a face depends on.
type pairKey struct {
	features font.Features
	script   language.Script
}

// byPairs sets a text without the shaper; false where only the shaper knows its glyphs.
func (f *Face) byPairs(text string, features font.Features) (Shaped, bool) {
	const small = font.SmallCaps | font.AllSmallCaps // letters that most fonts replace
	script, ok := scriptOfWord(text)
	if !ok || features&small != 0 {
		return Shaped{}, false
	}
	return f.pairsOf(pairKey{features, script}).set(text)
}

// scriptOfWord returns the script of the first letter of a text, if it is Latin, Cyrillic or Greek. The table of a script has no letters of
// others, so that a text in two scripts is left to the shaper.
func scriptOfWord(text string) (language.Script, bool) {
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			return language.Latin, true
		case r >= 0x80 && unicode.IsLetter(r):
			script := language.LookupScript(r)
			return script, script == language.Latin || script == language.Cyrillic || script == language.Greek
		}
	}
	return 0, false
}

// pairsOf returns the table of a key.
func (f *Face) pairsOf(key pairKey) *pairTable {
	if t, ok := f.pairs.Load(key); ok {
		return t.(*pairTable)
	}
	t, _ := f.pairs.LoadOrStore(key, &pairTable{face: f, features: key.features, script: key.script, reach: f.Reach(key.features)})
	return t.(*pairTable)
}

// set returns the glyphs of a text; false where two of its letters may be joined, and for a text of one letter.
func (t *pairTable) set(text string) (Shaped, bool) {
	if t.reach == nil {
		return Shaped{}, false
	}
	out := Shaped{Glyphs: make([]page.Glyph, 0, len(text))}
	before := 0
	for at, r := range text {
		n := t.number(r)
		if n == unpaired {
			return Shaped{}, false
		}
		if at > 0 {
			advance := t.advance(before, n)
			if advance == unpaired {
				return Shaped{}, false
			}
			out.Glyphs[len(out.Glyphs)-1].Advance = int32(advance)
			out.Width += advance
		}
		g := t.letter[n].glyph
		g.At = int32(at)
		out.Glyphs = append(out.Glyphs, g)
		before = n
	}
	out.Width += int(t.letter[before].glyph.Advance)
	return out, len(out.Glyphs) > 1
}

// number returns the number of a letter, or unpaired.
func (t *pairTable) number(r rune) int {
	at := r
	switch {
	case r < firstRunes:
	case laterFrom <= r && r < laterFrom+laterRunes:
		at = firstRunes + r - laterFrom
	default:
		return unpaired
	}
	n := t.numbers[at].Load()
	if n == 0 {
		n = t.learnLetter(r, &t.numbers[at])
	}
	if n == unpaired {
		return unpaired
	}
	return int(n) - 1
}

// learnLetter gives a letter a number, if the shaper sets it alone by its own glyph, and returns what is stored for it.
func (t *pairTable) learnLetter(r rune, to *atomic.Int32) int32 {
	t.learning.Lock()
	defer t.learning.Unlock()
	if n := to.Load(); n != 0 {
		return n
	}
	n := int32(unpaired)
	if t.letters < pairLetters && t.maySet(r) {
		if alone := t.shaped(r); len(alone) == 1 && alone[0].ID == t.face.Glyph(r) && plain(alone[0]) {
			t.letter[t.letters] = pairLetter{r, alone[0]}
			t.letters++
			n = int32(t.letters)
		}
	}
	to.Store(n)
	return n
}

// maySet reports whether a character is one that the shaper treats as a letter of the table's script.
func (t *pairTable) maySet(r rune) bool {
	const fraction = '\u2044' // HarfBuzz makes fractions of the figures beside it
	script := language.LookupScript(r)
	return (script == t.script || !script.Strong()) && r != fraction && t.face.has(r) && unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S)
}

// advance returns the advance of a letter before another, or unpaired.
func (t *pairTable) advance(a, b int) int {
	known := &t.advances[a][b]
	n := known.Load()
	if n == 0 {
		n = t.learnPair(&t.letter[a], &t.letter[b])
		known.Store(n)
	}
	if n == unpaired {
		return unpaired
	}
	return int(n) - 1
}

// learnPair shapes two letters, and returns what is stored for them.
func (t *pairTable) learnPair(a, b *pairLetter) int32 {
	if t.reach.Joins(a.glyph.ID, b.glyph.ID) {
		return unpaired
	}
	both := t.shaped(a.rune, b.rune)
	if len(both) != 2 || both[0].ID != a.glyph.ID || both[1].ID != b.glyph.ID || both[1].Advance != b.glyph.Advance || !plain(both[0]) || !plain(both[1]) {
		return unpaired
	}
	return both[0].Advance + 1
}

// shaped returns the glyphs of letters beside each other.
func (t *pairTable) shaped(letters ...rune) []page.Glyph {
	text := string(letters)
	s := t.face.pool.Get().(*shaper)
	var out Shaped
	s.run(&out, t.face, shapeKey{text: text, features: t.features}, scriptRun{0, len(text), t.script})
	t.face.pool.Put(s)
	return out.Glyphs
}

// plain reports whether a glyph stands where the advances of those before it put it.
func plain(g page.Glyph) bool { return g.DX == 0 && g.DY == 0 && g.Advance >= 0 }
