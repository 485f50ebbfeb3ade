package config

import (
	"fmt"
	"strings"
	"testing"
)

// Every value that the documentation of a key offers is accepted, and none besides.
func TestValuesOfKeys(t *testing.T) {
	const rest = "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n"
	n := 0
	for _, k := range Keys() {
		table, name, _ := strings.Cut(k.Path, ".")
		if len(k.Values) == 0 || strings.ContainsAny(name, ".*[") || table == "book" {
			continue
		}
		n++
		faults := func(value string) (found []string) {
			text := fmt.Sprintf("%s[%s]\n%s = %q\n", rest, table, name, value)
			if k.Type == Texts {
				text = fmt.Sprintf("%s[%s]\n%s = [%q]\n", rest, table, name, value)
			}
			_, list := load(t, text)
			for _, d := range list {
				if d.Code == "toml-value" && strings.Contains(d.Message, "must be") {
					found = append(found, d.Message)
				}
			}
			return found
		}
		for _, value := range k.Values {
			if found := faults(value); len(found) > 0 {
				t.Errorf("%s = %q: %v", k.Path, value, found)
			}
		}
		if len(faults("none of them")) == 0 {
			t.Errorf("%s takes other values than %q", k.Path, k.Values)
		}
	}
	if n < 20 {
		t.Errorf("%d keys have values", n)
	}
}
