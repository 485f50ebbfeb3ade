package manuscript

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// The names that editors offer are read.
func TestNames(t *testing.T) {
	for _, key := range FrontKeys() {
		if !knownFront(key) {
			t.Errorf("the key %q of front matter is not read", key)
		}
	}
	kinds := map[book.AsideKind]string{}
	for _, name := range AsideNames() {
		kind, ok := kindOfAside(name)
		if other := kinds[kind]; !ok || other != "" {
			t.Errorf("%q is no aside, or the same as %q", name, other)
		}
		kinds[kind] = name
	}
	for name, kind := range asideKinds() {
		if kinds[kind] == "" {
			t.Errorf("asides such as %q have no name", name)
		}
	}
	for _, class := range StyleClasses() {
		if styleClasses()[class] == book.PlainSpan {
			t.Errorf("the class %q has no style", class)
		}
	}
	if !IsPicture("a/Door.PNG") || IsPicture("a.md") {
		t.Error("pictures are not known by their names")
	}
}
