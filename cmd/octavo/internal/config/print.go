package config

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// PrintKeys prints the documentation of keys under their tables, in the order of a file: a nested table follows the keys of
// the table that it is in.
func PrintKeys(w io.Writer, keys []Key) error {
	out := bufio.NewWriter(w)
	in := func(table string) {
		for _, k := range keys {
			dot := strings.LastIndexByte(k.Path, '.')
			if k.Type == Table || k.Type == Tables || k.Path[:max(dot, 0)] != table {
				continue
			}
			notes := string(k.Type)
			if k.Required {
				notes += ", required"
			}
			if k.Default != "" {
				notes += ", default " + k.Default
			}
			fmt.Fprintf(out, "  %-18s %s (%s)\n", k.Path[dot+1:], k.Doc, notes)
		}
	}
	in("")
	for _, k := range keys {
		switch k.Type {
		case Table:
			fmt.Fprintf(out, "\n[%s]  %s\n", k.Path, k.Doc)
			in(k.Path)
		case Tables:
			fmt.Fprintf(out, "\n[[%s]]  %s\n", k.Path, k.Doc)
			in(k.Path + "[]")
		}
	}
	return out.Flush()
}
