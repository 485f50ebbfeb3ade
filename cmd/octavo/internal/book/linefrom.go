package book

import (
	"bytes"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// LineFrom is where a line of code or raw HTML stands in its file: at a place or soon after it, and the place itself where it
// is not found. The file has it behind an indent, a fence or the signs of a quotation.
func LineFrom(pos diag.Pos, line string) diag.Pos {
	const reach = 400
	if !pos.IsValid() || pos.Offset >= len(pos.Source.Text) {
		return pos
	}
	rest := pos.Source.Text[pos.Offset:]
	line = strings.TrimLeft(line, " \t")
	if i := bytes.Index(rest[:min(len(rest), len(line)+reach)], []byte(line)); i >= 0 {
		pos.Offset += i
	}
	return pos
}
