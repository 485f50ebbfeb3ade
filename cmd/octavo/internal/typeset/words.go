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
	divided  atomic.Pointer[dividedWord]
}

// dividedWord is the places inside a word at which a line may end, where a hyphenator divides words; nil: nothing does.
type dividedWord struct {
	by     *hyphen.Hyphenator
	places []opportunity
}

// opportunities returns the places inside a word at which a line may end; the caller must not modify them. They are those of the
// hyphenator that asked last: a face is of one language, and nearly all of its words are divided or none.
func (w *shapedWord) opportunities(h *hyphen.Hyphenator) []opportunity {
	if d := w.divided.Load(); d != nil && d.by == h {
		return d.places
	}
	d := &dividedWord{by: h, places: opportunities(nil, w.text, formOf(w.text), h)}
	w.divided.Store(d)
	return d.places
}

// wordTable holds words by their text and features. Many goroutines use it at once, and those that find a word wait for nobody: the table
// is an array of pointers, in which a word stands at the first free place from that of its hash on, and a larger array takes its
// place when it is half full.
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

// add puts a word into the table and returns it, or the like that another goroutine has put there.
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

// grown returns an array of twice the size with the words of the table, which others find from now on.
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
