package check

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// PrintRules lists the rules, a line for each.
func PrintRules(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, r := range Rules {
		fmt.Fprintf(out, "%-24s %-8s %s\n", r.Code, r.Severity, r.Doc)
	}
	return out.Flush()
}

// Print describes a rule, with its example.
func (r Rule) Print(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s: %s\n\n%s\n", r.Code, r.Severity, r.Doc)
	if before := formerCodes(r.Code); len(before) > 0 {
		fmt.Fprintf(out, "\nIt was called %s before; book.toml may still say so.\n", strings.Join(before, " and "))
	}
	if r.Example != "" {
		fmt.Fprint(out, "\nFor example:\n\n")
		for line := range strings.Lines(strings.TrimRight(r.Example, "\n") + "\n") {
			fmt.Fprint(out, strings.TrimRight("  "+line, " \n")+"\n")
		}
	}
	if r.Severity == diag.Warning {
		fmt.Fprintf(out, "\nThis warning can be silenced or made an error in book.toml:\n\n  [check.levels]\n  %s = \"off\"\n", r.Code)
	}
	return out.Flush()
}
