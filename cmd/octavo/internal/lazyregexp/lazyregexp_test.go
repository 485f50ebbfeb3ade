package lazyregexp

import "testing"

// A mistake shows in tests when the program starts, and not when the expression is first used.
func TestMistakesShowAtOnce(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a mistake was not seen")
		}
	}()
	New(`(`)
}

// An expression is compiled once.
func TestOnce(t *testing.T) {
	digits := New(`\d+`)
	if first, second := digits(), digits(); first != second || first.FindString("page 42") != "42" {
		t.Error(digits())
	}
}
