package diag

import (
	"bytes"
	"strings"
	"testing"
)

// TestRetell prints messages in colour, and tells them again in colour and without.
func TestRetell(t *testing.T) {
	var plain, colored bytes.Buffer
	l := sample(t)
	if err := Text(&plain, l, false); err != nil {
		t.Fatal(err)
	}
	if err := Text(&colored, l, true); err != nil {
		t.Fatal(err)
	}
	if got := Retell(colored.String(), false); got != plain.String() {
		t.Errorf("without colour it says\n%q\nwant\n%q", got, plain.String())
	}
	if got := Retell(colored.String(), true); got != colored.String() {
		t.Errorf("in colour it says\n%q\nwant\n%q", got, colored.String())
	}
	if got := Retell("a\x1b]0;title\x07b\x1b[2J\x1b", true); strings.ContainsAny(got, "\x1b\x07") {
		t.Errorf("what is none of ours gets through: %q", got)
	}
}
