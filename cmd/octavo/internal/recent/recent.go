// Package recent keeps values for as long as they are in use: [Map] is a map that forgets what was not asked for in the last few
// rounds. A round is one reading of a book.
package recent

import (
	"maps"
	"sync"
)

// Rounds is for how many rounds a value is kept that nobody asks for: an author who undoes what he wrote, or goes back to the style
// before, finds it still there.
const Rounds = 8

// Map is a map of values that are made when they are first asked for. It may be used by several goroutines. The zero Map is empty.
type Map[K comparable, V any] struct {
	mu    sync.Mutex
	round int
	kept  map[K]*entry[V]
}

type entry[V any] struct {
	value V
	used  int // the round in which it was last asked for
}

// Get returns the value of a key, and whether there is one.
func (m *Map[K, V]) Get(key K) (value V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.kept[key]
	if !ok {
		return value, false
	}
	e.used = m.round
	return e.value, true
}

// Put sets the value of a key.
func (m *Map[K, V]) Put(key K, value V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.put(key, value)
}

// put is Put. The caller holds the mutex.
func (m *Map[K, V]) put(key K, value V) {
	if m.kept == nil {
		m.kept = map[K]*entry[V]{}
	}
	m.kept[key] = &entry[V]{value, m.round}
}

// GetOrMake returns the value of a key, which make returns where there is none. Several goroutines that ask for a key at once may each make
// its value, and all get the one that was made first.
func (m *Map[K, V]) GetOrMake(key K, make func() V) V {
	if value, ok := m.Get(key); ok {
		return value
	}
	made := make()
	m.mu.Lock()
	defer m.mu.Unlock()
	if e, ok := m.kept[key]; ok {
		return e.value
	}
	m.put(key, made)
	return made
}

// Next begins a round, and forgets the values that were not asked for in the last ones.
func (m *Map[K, V]) Next() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.round++
	maps.DeleteFunc(m.kept, func(_ K, e *entry[V]) bool { return e.used < m.round-Rounds })
}
