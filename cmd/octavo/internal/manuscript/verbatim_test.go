package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

func TestLineFrom(t *testing.T) {
	src := &diag.Source{Text: []byte("text\n\n> ```go\n>   a := 1\n>   b := a\n> ```\n\na := 1\n")}
	pos := diag.Pos{Source: src, Offset: 6}
	for _, line := range []string{"  a := 1", "  b := a"} {
		pos = book.LineFrom(pos, line)
		if !strings.HasPrefix(string(src.Text[pos.Offset:]), strings.TrimLeft(line, " ")) {
			t.Errorf("%q is found at %q", line, src.Text[pos.Offset:])
		}
		pos.Offset += len(line)
	}
	if got := book.LineFrom(diag.Pos{Source: src, Offset: 6}, "nowhere"); got.Offset != 6 {
		t.Errorf("a line that is nowhere is at %d", got.Offset)
	}
	if got := book.LineFrom(diag.Pos{}, "x"); got.IsValid() {
		t.Error("a line without a file has a place")
	}
}
