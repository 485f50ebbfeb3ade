package interior_test

import (
	"bytes"
	"reflect"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// merge makes what is the same in two states of a book the same pointers, as a workspace does: chapters, pictures and sources of now
// that are as they were become those of before. It returns how many chapters it has found.
func merge(before, now *book.Book) (same int) {
	sources := map[string]*diag.Source{}
	for _, s := range before.Sources {
		sources[s.Name] = s
	}
	for i, s := range now.Sources {
		if old := sources[s.Name]; old != nil && bytes.Equal(old.Text, s.Text) {
			now.Sources[i] = old
		}
	}
	for name, p := range now.Pictures {
		if old := before.Pictures[name]; old != nil && alike(old, p) {
			now.Pictures[name] = old
		}
	}
	if now.Device != nil && before.Device != nil && alike(before.Device, now.Device) {
		now.Device = before.Device
	}
	chapters := map[string]*book.Chapter{}
	for _, ch := range before.Chapters() {
		chapters[ch.ID] = ch
	}
	mergeAll := func(all []*book.Chapter) {
		for i, ch := range all {
			if old := chapters[ch.ID]; old != nil && alike(old, ch) {
				all[i] = old
				same++
			}
		}
	}
	mergeAll(now.Front)
	for _, p := range now.Parts {
		mergeAll(p.Chapters)
	}
	mergeAll(now.Back)
	return same
}

// alike reports whether two values are the same all through. Sources are if their texts are; what they keep of their lines does not count.
func alike(a, b any) bool {
	return same(reflect.ValueOf(a), reflect.ValueOf(b), map[[2]uintptr]bool{})
}

func same(a, b reflect.Value, seen map[[2]uintptr]bool) bool {
	if a.IsValid() != b.IsValid() || a.IsValid() && a.Type() != b.Type() {
		return false
	}
	switch a.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer:
		both := [2]uintptr{a.Pointer(), b.Pointer()}
		if both[0] == both[1] || seen[both] {
			return true
		}
		if a.IsNil() || b.IsNil() {
			return false
		}
		seen[both] = true
		if s, ok := a.Interface().(*diag.Source); ok {
			t := b.Interface().(*diag.Source)
			return s.Name == t.Name && bytes.Equal(s.Text, t.Text)
		}
		return same(a.Elem(), b.Elem(), seen)
	case reflect.Interface:
		return same(a.Elem(), b.Elem(), seen)
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() || a.IsNil() != b.IsNil() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, k := range a.MapKeys() {
			if !same(a.MapIndex(k), b.MapIndex(k), seen) {
				return false
			}
		}
		return true
	case reflect.Array:
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}
