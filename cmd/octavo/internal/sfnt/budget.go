package sfnt

import (
	"errors"
	"fmt"
)

// maxSteps limits the work spent on the tables of one font: glyphs of coverage tables, rules and subtables visited. EB
// Garamond takes fifty thousand. In a damaged font tables overlap, and a few bytes may expand to millions of rules.
const maxSteps = 5_000_000

// errTooMuch is the value spend panics with. Only guard sees it.
var errTooMuch = errors.New("its layout tables ask for more work than those of any whole font")

// spend takes n steps, at least one, from the font's budget.
func (f *font) spend(n int) {
	if f.steps += max(n, 1); f.steps > maxSteps {
		panic(errTooMuch)
	}
}

// guard turns a panic caused by a damaged font into an error. It must be deferred.
func guard(err *error) {
	switch r := recover(); r {
	case nil:
	case errTooMuch:
		*err = errTooMuch
	default:
		*err = fmt.Errorf("the font is damaged: %v", r)
	}
}
