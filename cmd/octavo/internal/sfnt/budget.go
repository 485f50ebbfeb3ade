package sfnt

import (
	"errors"
	"fmt"
)

// maxSteps is how much work the tables of one font may make: glyphs of coverage tables gone over, rules read, subtables
// visited. EB Garamond takes fifty thousand. In a damaged font tables overlap, and a few bytes may
// stand for millions of rules.
const maxSteps = 5_000_000

// errTooMuch is what spend panics with. Only guard sees it.
var errTooMuch = errors.New("its layout tables ask for more work than those of any whole font")

// spend takes n steps, at least one, from the font's budget.
func (f *font) spend(n int) {
	if f.steps += max(n, 1); f.steps > maxSteps {
		panic(errTooMuch)
	}
}

// guard makes an error of a panic over a damaged font. It is to be deferred.
func guard(err *error) {
	switch r := recover(); r {
	case nil:
	case errTooMuch:
		*err = errTooMuch
	default:
		*err = fmt.Errorf("the font is damaged: %v", r)
	}
}
