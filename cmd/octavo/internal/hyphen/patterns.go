package hyphen

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// Patterns are Liang's: letters that words have in common, with a level between every two of them. A level that is odd is for a
// division there, one that is even against it, and the highest of all patterns that match wins (F. M. Liang, Word Hy-phen-a-tion
// by Com-put-er, 1983). They may be used by many goroutines.
type Patterns struct {
	nodes  []node
	places []int32 // a hash table of nodes by their parents and letters, with open addressing; 0: there is none at a place
	levels []byte  // of all patterns, one after another: how many levels, how many letters are before the first, the levels
	joined bool    // some pattern has an apostrophe: words with one are words of one piece
}

// node is a node of the tree of all patterns' letters; 0 is the root, which is nobody's child.
type node struct {
	parent int32
	letter rune
	levels int32 // where those of the pattern that ends here begin, less 1; 0: none ends here
}

// apostrophe is what all apostrophes in words and patterns become.
const apostrophe = '’'

// wordEnd is the beginning and the end of a word in patterns.
const wordEnd = '.'

// mostPatterns is the largest file of patterns that is read, in bytes once it is decompressed.
const mostPatterns = 4 << 20

// ReadPatterns reads patterns as TeX has them, between spaces or line ends: ".hy3ph" is a pattern for the beginning of words, with
// the level 3 after its second letter. Data may be compressed by gzip.
func ReadPatterns(data []byte) (*Patterns, error) {
	if bytes.HasPrefix(data, []byte{0x1F, 0x8B}) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		text := bytes.NewBuffer(make([]byte, 0, 4*len(data)))
		if _, err := io.Copy(text, io.LimitReader(z, mostPatterns+1)); err != nil {
			return nil, err
		}
		data = text.Bytes()
	}
	if len(data) > mostPatterns {
		return nil, fmt.Errorf("patterns of more than %d MB", mostPatterns>>20)
	}
	p := &Patterns{nodes: make([]node, 1, len(data)/3+2), places: make([]int32, 1<<bits.Len(uint(len(data)/2))), levels: make([]byte, 0, len(data)/2)}
	var r reader
	for at := 0; at < len(data); {
		c := rune(data[at])
		n := 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(data[at:])
		}
		at += n
		switch {
		case c <= ' ':
			p.add(&r)
		case c >= '0' && c <= '9':
			r.level = byte(c - '0')
		default:
			r.letter(c)
		}
	}
	p.add(&r)
	return p, nil
}

// reader holds the pattern that is being read, and where that before it is in the tree: patterns in order of the alphabet have
// most letters in common with it.
type reader struct {
	letters []rune
	levels  []byte // before each letter
	level   byte   // before the next one
	path    []int32
	before  []rune
}

func (r *reader) letter(c rune) {
	if c == '\'' {
		c = apostrophe
	}
	r.letters, r.levels, r.level = append(r.letters, c), append(r.levels, r.level), 0
}

// add puts the pattern that has been read into the tree.
func (p *Patterns) add(r *reader) {
	if len(r.letters) == 0 {
		r.level = 0
		return
	}
	r.levels, r.level = append(r.levels, r.level), 0
	same := 0
	for same < len(r.letters) && same < len(r.before) && r.letters[same] == r.before[same] {
		same++
	}
	at := int32(0)
	if r.path = r.path[:same]; same > 0 {
		at = r.path[same-1]
	}
	for _, c := range r.letters[same:] {
		at = p.below(at, c)
		r.path = append(r.path, at)
		p.joined = p.joined || c == apostrophe
	}
	from, to := 0, len(r.levels)
	for from < to && r.levels[from] == 0 {
		from++
	}
	for to > from && r.levels[to-1] == 0 {
		to--
	}
	p.nodes[at].levels = int32(len(p.levels)) + 1
	p.levels = append(append(p.levels, byte(to-from), byte(from)), r.levels[from:to]...)
	r.before = append(r.before[:0], r.letters...)
	r.letters, r.levels = r.letters[:0], r.levels[:0]
}

// below returns the node of a letter below another node, which it makes where there is none.
func (p *Patterns) below(parent int32, c rune) int32 {
	place := p.place(parent, c)
	at := *place
	if at == 0 {
		at = int32(len(p.nodes))
		*place = at
		if p.nodes = append(p.nodes, node{parent: parent, letter: c}); 2*len(p.nodes) > len(p.places) {
			p.grow()
		}
	}
	return at
}

// grow doubles the hash table.
func (p *Patterns) grow() {
	p.places = make([]int32, 2*len(p.places))
	for i, n := range p.nodes[1:] {
		*p.place(n.parent, n.letter) = int32(i + 1)
	}
}

// place returns the place of a letter's node below another node in the hash table, which holds 0 where there is no such node.
func (p *Patterns) place(parent int32, c rune) *int32 {
	const odd = 0x9E3779B1 // of Fibonacci hashing
	last := uint32(len(p.places) - 1)
	for i := (uint32(parent)<<8 ^ uint32(c)) * odd >> 8; ; i++ {
		place := &p.places[i&last]
		if n := *place; n == 0 || p.nodes[n].parent == parent && p.nodes[n].letter == c {
			return place
		}
	}
}

// match returns the levels of a word, which is in small letters: from the second on, that before each letter, and that after the last.
// It uses the memory of out.
func (p *Patterns) match(out []byte, word []rune) []byte {
	out = slices.Grow(out[:0], len(word)+3)[:len(word)+3]
	clear(out)
	for from := -1; from < len(word); from++ {
		at := int32(0)
		for i := from; i <= len(word); i++ {
			c := rune(wordEnd)
			if i >= 0 && i < len(word) {
				c = word[i]
			}
			if at = *p.place(at, c); at == 0 {
				break
			}
			if l := p.nodes[at].levels; l != 0 {
				n, skip := int(p.levels[l-1]), int(p.levels[l])
				for k, level := range p.levels[l+1 : int(l)+1+n] {
					place := &out[from+1+skip+k]
					*place = max(*place, level)
				}
			}
		}
	}
	return out
}
