package exports

import (
	"strings"
	"testing"
)

// TestManyLines refuses a text with more lines than a list of notes has, at once.
func TestManyLines(t *testing.T) {
	for name, text := range map[string]string{
		"text": strings.Repeat("a lamp\n", maxLines+1),
		"html": "<html><body>" + strings.Repeat("<p>a lamp", maxLines+1),
	} {
		if _, err := Read(text, Book{}); err == nil || !strings.Contains(err.Error(), "more than 300,000 lines") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
