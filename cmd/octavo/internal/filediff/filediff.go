// Package filediff says in what a file differs from the one that it should be: [PDF] and [EPUB]. The file may be anybody's: what it may
// cost is limited, and what is wrong with it is a difference.
package filediff

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// mostNamed is how many pages, parts or keys a difference names.
const mostNamed = 12

// named returns a list of names, of which only the first are named.
func named(names []string) string {
	some := names[:min(len(names), mostNamed)]
	text := diag.Printable(strings.Join(some, ", "))
	if more := len(names) - len(some); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// pages returns "page 3" or "pages 3, 5-7" for numbers of pages, which ascend.
func pages(numbers []int) string {
	var ranges []string
	for i := 0; i < len(numbers); {
		to := i + 1
		for to < len(numbers) && numbers[to] == numbers[to-1]+1 {
			to++
		}
		if to-i == 1 {
			ranges = append(ranges, fmt.Sprint(numbers[i]))
		} else {
			ranges = append(ranges, fmt.Sprintf("%d-%d", numbers[i], numbers[to-1]))
		}
		i = to
	}
	if len(numbers) == 1 {
		return "page " + ranges[0]
	}
	return "pages " + named(ranges)
}
