package preflight

import (
	"strings"
	"testing"
)

// Every point is explained, by its code and by its name, and nothing is explained that is no point.
func TestExplained(t *testing.T) {
	codes := Codes()
	for _, r := range allRules() {
		for _, name := range []string{r.code, r.name} {
			var b strings.Builder
			if found, err := Explain(&b, name); !found || err != nil || explained[r.code] == "" || !strings.Contains(b.String(), explained[r.code]) {
				t.Errorf("%s is not explained: %s", name, &b)
			}
		}
	}
	if len(explained) != len(codes) {
		t.Errorf("%d points are explained, there are %d", len(explained), len(codes))
	}
	if found, _ := Explain(&strings.Builder{}, "nothing"); found {
		t.Error("there is a point called nothing")
	}
}
