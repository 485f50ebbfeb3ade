package typeset

import (
	"hash/maphash"
	"iter"
	"sync"
	"sync/atomic"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/hyphen"
)

// shapedWord is a text that was shaped with features, and what else is known of it: a book repeats the same words.
type shapedWord struct {
	Shaped
	text     string
	features font.Features
	hash     uint64
	division atomic.Pointer[dividedWord]
}

// dividedWord is the form of a word and the places inside it at which a line may end.
type dividedWord struct {
	by     *hyphen.Hyphenator // nil: words are not divided
	form   chunkForm
	places []opportunity // not to be modified
}

// divide finds the places in a word of a form.
func divide(text string, form chunkForm, h *hyphen.Hyphenator) *dividedWord {
	return &dividedWord{by: h, form: form, places: opportunities(nil, text, form, h)}
}

// divided returns how a hyphenator divides the word. The answer for the last hyphenator is kept: a face has one language, so that nearly
// all calls have the same one.
func (w *shapedWord) divided(h *hyphen.Hyphenator) *dividedWord {
	if d := w.division.Load(); d != nil && d.by == h {
		return d
	}
	d := divide(w.text, formOf(w.text), h)
	w.division.Store(d)
	return d
}

// wordTable is a hash table of words by their text and features, with open addressing and linear probing. Many goroutines may use it at
// once. Finding a word takes no lock: words are never removed, and when half of the places are taken, all words are copied to an array of
// twice the size, which then replaces the old one.
type wordTable struct {
	places atomic.Pointer[[]atomic.Pointer[shapedWord]]
	adding sync.Mutex
	n      int // words in the table
}

var wordSeed = maphash.MakeSeed()

func hashOf(text string, features font.Features) uint64 {
	const odd = 0x9E3779B97F4A7C15 // of Fibonacci hashing: it spreads features over all bits
	return maphash.String(wordSeed, text) ^ uint64(features)*odd
}

// find returns a word of the table, or nil.
func (t *wordTable) find(hash uint64, text string, features font.Features) *shapedWord {
	places := t.places.Load()
	if places == nil {
		return nil
	}
	last := uint64(len(*places) - 1)
	for i := hash & last; ; i = (i + 1) & last {
		w := (*places)[i].Load()
		if w == nil || w.hash == hash && w.features == features && w.text == text {
			return w
		}
	}
}

// add puts a word into the table and returns it, or the same word where another goroutine has added it before.
func (t *wordTable) add(w *shapedWord) *shapedWord {
	t.adding.Lock()
	defer t.adding.Unlock()
	if before := t.find(w.hash, w.text, w.features); before != nil {
		return before
	}
	places := t.places.Load()
	if places == nil || 2*t.n >= len(*places) {
		places = t.grown(places)
	}
	put(*places, w)
	t.n++
	return w
}

// grown replaces the array of the table by one of twice the size, and returns that.
func (t *wordTable) grown(old *[]atomic.Pointer[shapedWord]) *[]atomic.Pointer[shapedWord] {
	const least = 64
	size := least
	if old != nil {
		size = 2 * len(*old)
	}
	places := make([]atomic.Pointer[shapedWord], size)
	for w := range t.all() {
		put(places, w)
	}
	t.places.Store(&places)
	return &places
}

// all iterates over the words of the table.
func (t *wordTable) all() iter.Seq[*shapedWord] {
	return func(yield func(*shapedWord) bool) {
		places := t.places.Load()
		if places == nil {
			return
		}
		for i := range *places {
			if w := (*places)[i].Load(); w != nil && !yield(w) {
				return
			}
		}
	}
}

// put stores a word at its place.
func put(places []atomic.Pointer[shapedWord], w *shapedWord) {
	last := uint64(len(places) - 1)
	i := w.hash & last
	for places[i].Load() != nil {
		i = (i + 1) & last
	}
	places[i].Store(w)
}
