package diag

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// Character names a character as messages do: '☃' (U+2603, snowman). The name is Unicode's.
func Character(r rune) string {
	name := strings.ToLower(runenames.Name(r))
	if name == "" || name[0] == '<' {
		return fmt.Sprintf("%q (U+%04X)", r, r)
	}
	return fmt.Sprintf("%q (U+%04X, %s)", r, r, name)
}
