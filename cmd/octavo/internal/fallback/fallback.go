// Package fallback knows the house's fallback fonts: those that set the characters which the fonts of a style lack. [Open] reads the
// table of what each of them covers, [Set.Find] names the font for a cluster of characters, and [Set.Load] reads it.
//
// The fonts lie compressed in styles/fonts/fallback, cut from fonts that may be passed on (see NOTICE.txt there) by the test of this
// package. Nothing is read before it is asked for: a book whose fonts have all that it needs pays nothing.
package fallback

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"octavo/cmd/octavo/internal/font"
)

// Folder is where the fonts lie, under styles/.
const Folder = "fonts/fallback/"

// coverageName is the file of the table of what each font covers: a line a font, its name and then ranges of characters in
// hexadecimal figures, ascending.
const coverageName = Folder + "coverage.txt"

// Design is the design of letters.
type Design uint8

// The designs.
const (
	Serif Design = iota
	Sans
	Mono
)

// Look is what a text looks like that a fallback font is to match as near as there is one.
type Look struct {
	Design       Design
	Bold, Italic bool
}

// file is a fallback font: its file's name without the extension.
type file struct {
	name string
	look Look
}

// group is the fonts of one repertoire, of which the one nearest to a look is taken. Where two groups have a character, the earlier
// one sets it.
type group struct {
	files []file
	use   Use
}

// Use is what fonts are for.
type Use uint8

// The uses, in the order in which a text asks for them.
const (
	Letters Use = iota // of words
	Signs
	CodeSigns // in the width of a typewriter's letters
	Pictures  // emoji
)

// Set is the house's fallback fonts. It may be used by many goroutines.
type Set struct {
	open    func(name string) ([]byte, error)
	entries func() []entry

	mu     sync.Mutex
	loaded map[string]*loading
}

// entry is a group with what each of its fonts covers.
type entry struct {
	group
	covered [][]span // by file
}

// span is a range of characters, both ends in it.
type span struct{ first, last rune }

type loading struct {
	once sync.Once
	font *font.Font
	err  error
}

// Open returns the set of which the files are read with open, which is given paths under styles/.
func Open(open func(name string) ([]byte, error)) *Set {
	s := &Set{open: open, loaded: map[string]*loading{}}
	s.entries = sync.OnceValue(func() []entry {
		data, err := open(coverageName)
		if err != nil {
			return nil
		}
		table := readCoverage(data)
		var out []entry
		for _, g := range groups() {
			e := entry{group: g}
			for _, f := range g.files {
				e.covered = append(e.covered, table[f.name])
			}
			out = append(out, e)
		}
		return out
	})
	return s
}

// readCoverage reads the table of what each font covers; what is no range in it is passed over.
func readCoverage(data []byte) map[string][]span {
	table := map[string][]span{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		name, ranges, _ := strings.Cut(lines.Text(), " ")
		var spans []span
		for ranges != "" {
			var one string
			one, ranges, _ = strings.Cut(ranges, " ")
			first, last, ok := strings.Cut(one, "-")
			if !ok {
				last = first
			}
			a, err := strconv.ParseUint(first, 16, 32)
			b, err2 := strconv.ParseUint(last, 16, 32)
			if err == nil && err2 == nil {
				spans = append(spans, span{rune(a), rune(b)})
			}
		}
		table[name] = spans
	}
	return table
}

// has reports whether a character is in one of ascending ranges.
func has(spans []span, r rune) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].last >= r })
	return i < len(spans) && spans[i].first <= r
}

// covers reports whether ranges have all of a text but what needs no glyph.
func covers(spans []span, text string) bool {
	some := false
	for _, r := range text {
		if Ignorable(r) {
			continue
		}
		if !has(spans, r) {
			return false
		}
		some = true
	}
	return some
}

// Ignorable reports whether a character steers what stands around it and is drawn by no font: selectors of variants, joiners, marks
// of direction, tags.
func Ignorable(r rune) bool {
	return r >= 0xAD && (r < 0x180F || r >= 0x200B) && unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// Find returns the name of the font of a use that sets a text in a look, "" where there is none.
func (s *Set) Find(text string, look Look, use Use) string {
	for _, e := range s.entries() {
		if e.use != use {
			continue
		}
		best, distance := "", 0
		for i, f := range e.files {
			if d := f.look.distance(look); (best == "" || d < distance) && covers(e.covered[i], text) {
				best, distance = f.name, d
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// distance is how far a look is from another: its weight matters more than its slope, and its design more than both.
func (l Look) distance(other Look) (d int) {
	if l.Design != other.Design {
		d += 4
	}
	if l.Bold != other.Bold {
		d += 2
	}
	if l.Italic != other.Italic {
		d++
	}
	return d
}

// Load reads a font that Find has named. A font is read once.
func (s *Set) Load(name string) (*font.Font, error) {
	s.mu.Lock()
	l := s.loaded[name]
	if l == nil {
		l = &loading{}
		s.loaded[name] = l
	}
	s.mu.Unlock()
	l.once.Do(func() {
		var data []byte
		if data, l.err = s.inflate(name); l.err == nil {
			l.font, l.err = font.New(name, data)
		}
		if l.err != nil {
			l.err = fmt.Errorf("fallback font %s: %w", name, l.err)
		}
	})
	return l.font, l.err
}

func (s *Set) inflate(name string) ([]byte, error) {
	packed, err := s.open(Folder + name + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	size := 0 // the last four bytes of a gzip file (RFC 1952, 2.3.1)
	if n := len(packed); n > 4 {
		size = int(packed[n-4]) | int(packed[n-3])<<8 | int(packed[n-2])<<16 | int(packed[n-1])<<24
	}
	var out bytes.Buffer
	out.Grow(min(size, 16<<20) + bytes.MinRead)
	if _, err := io.Copy(&out, r); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
