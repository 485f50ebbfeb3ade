package cardlist

import (
	"strings"
	"testing"
)

// A list that no deck is made of is refused at the place where it goes over a limit.
func TestLimits(t *testing.T) {
	for data, want := range map[string]string{
		"text,back\nHaul.,So.\nHaul.," + strings.Repeat("so ", 4000) + "\n":     ":3:7 card-cell: a cell of more than 10,000 letters",
		"text\n" + strings.Repeat("x", mostCell+1) + "\n":                       ":2:1 card-cell: a cell of more than 10,000 letters",
		"text" + strings.Repeat(",theme", mostColumns) + "\nHaul.\n":            "card-list: more than 1,000 columns",
		"text\n" + strings.Repeat(strings.Repeat("ho ", 3000)+"\n", 250) + "\n": ":224:1 card-list: more than 2,000,000 letters",
	} {
		if _, found := read(data); len(found) != 1 || !strings.Contains(found[0], want) {
			t.Errorf("it finds %.200q, want %s", found, want)
		}
	}
}
