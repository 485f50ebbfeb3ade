package studio

import (
	"runtime"
	"slices"
	"sync"
	"weak"
)

// alike finds things by keys that say what is in them. It does not keep them: they live as long as something else has them. Of several
// with the same key any is found that lives.
type alike[K comparable, T any] struct {
	mu    sync.Mutex
	keys  map[weak.Pointer[T]]K
	byKey map[K][]weak.Pointer[T]
}

// key returns the key of a thing, which is what keyOf returns of it at first.
func (a *alike[K, T]) key(thing *T, keyOf func(*T) K) K {
	at := weak.Make(thing)
	a.mu.Lock()
	key, ok := a.keys[at]
	a.mu.Unlock()
	if ok {
		return key
	}
	key = keyOf(thing) // takes time
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.keys[at]; ok {
		return key
	}
	if a.keys == nil {
		a.keys, a.byKey = map[weak.Pointer[T]]K{}, map[K][]weak.Pointer[T]{}
	}
	a.keys[at] = key
	a.byKey[key] = append(a.byKey[key], at)
	runtime.AddCleanup(thing, a.forget, at)
	return key
}

// get returns a thing by its key, nil where none lives any more.
func (a *alike[K, T]) get(key K) *T {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, at := range a.byKey[key] {
		if thing := at.Value(); thing != nil {
			return thing
		}
	}
	return nil
}

// forget drops a thing that lives no more.
func (a *alike[K, T]) forget(at weak.Pointer[T]) {
	a.mu.Lock()
	defer a.mu.Unlock()
	key := a.keys[at]
	delete(a.keys, at)
	a.byKey[key] = slices.DeleteFunc(a.byKey[key], func(other weak.Pointer[T]) bool { return other == at })
	if len(a.byKey[key]) == 0 {
		delete(a.byKey, key)
	}
}
