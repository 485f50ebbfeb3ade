// Package deeptext writes all that a value holds as text, so that two values can be compared and the difference read. It is for tests.
package deeptext

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Of returns what a value holds, a field or an element a line, with what pointers lead to. Functions and locks are left out. Known, if
// not nil, returns a short text of a pointer that says all, and whether it is such a pointer.
func Of(value any, known func(pointer any) (text string, ok bool)) string {
	w := writer{known: known, seen: map[reflect.Value]int{}}
	w.write("", reflect.ValueOf(value))
	return w.String()
}

type writer struct {
	strings.Builder
	known func(pointer any) (string, bool)
	seen  map[reflect.Value]int // pointers, numbered
}

func (w *writer) line(at, text string) { fmt.Fprintf(w, "%s %s\n", at, text) }

func (w *writer) write(at string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid, reflect.Func, reflect.Chan, reflect.UnsafePointer:
	case reflect.Pointer:
		w.pointer(at, v)
	case reflect.Interface:
		w.write(at, v.Elem())
	case reflect.Struct:
		t := v.Type()
		if strings.HasPrefix(t.PkgPath(), "sync") {
			return
		}
		for i := range t.NumField() {
			w.write(at+"."+t.Field(i).Name, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			w.line(at, fmt.Sprintf("%q", v.Bytes()))
			return
		}
		w.line(at, fmt.Sprintf("%d of %s", v.Len(), v.Type()))
		for i := range v.Len() {
			w.write(fmt.Sprintf("%s[%d]", at, i), v.Index(i))
		}
	case reflect.Map:
		w.line(at, fmt.Sprintf("%d of %s", v.Len(), v.Type()))
		keys := map[string]reflect.Value{}
		var names []string
		for _, key := range v.MapKeys() {
			name := fmt.Sprint(key)
			names, keys[name] = append(names, name), key
		}
		slices.Sort(names)
		for _, name := range names {
			w.write(at+"["+name+"]", v.MapIndex(keys[name]))
		}
	default:
		w.line(at, fmt.Sprintf("%v", v))
	}
}

func (w *writer) pointer(at string, v reflect.Value) {
	if v.IsNil() {
		w.line(at, "nil "+v.Type().String())
		return
	}
	if w.known != nil && v.CanInterface() {
		if text, ok := w.known(v.Interface()); ok {
			w.line(at, text)
			return
		}
	}
	if n, again := w.seen[v]; again {
		w.line(at, fmt.Sprintf("the same as %d", n))
		return
	}
	w.seen[v] = len(w.seen)
	w.line(at, v.Type().String())
	w.write(at, v.Elem())
}
