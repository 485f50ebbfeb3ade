package preflight

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// Text prints the report of a file for people: a line for each point, and under a point that does not pass what to do about it.
func (r *Report) Text(w io.Writer, file string, color bool) error {
	tones := map[Result]string{}
	off := ""
	if color {
		tones = map[Result]string{Pass: "\x1b[32m", Note: "\x1b[1;35m",
			Fail: "\x1b[1;31m"}
		off = "\x1b[0m"
	}
	out := bufio.NewWriter(w)
	for _, p := range r.Points {
		fmt.Fprintf(out, "%s%s%s  %-22s %s\n", tones[p.Result], p.Result, off, p.Name, diag.Printable(p.Found))
		for _, do := range p.Do {
			label := "help: "
			if strings.HasPrefix(do, "source: ") {
				label = ""
			}
			diag.Fprintf(out, "      %s%s\n", label, do)
		}
	}
	whom := string(r.Profile)
	if r.Printer != "" {
		whom += " (" + r.Printer + ")"
	}
	diag.Fprintf(out, "%s for %s: %s\n", filepath.Base(file), whom, r.tally())
	return out.Flush()
}

// tally is the result in numbers.
func (r *Report) tally() string {
	fails, notes, passes := r.Count(Fail), r.Count(Note), r.Count(Pass)
	s := fmt.Sprintf("%d of %s passed", passes, diag.Count(passes+fails+notes, "point"))
	if notes > 0 {
		s += ", " + diag.Count(notes, "note")
	}
	if fails > 0 {
		s += ", " + diag.Count(fails, "fault")
	}
	if r.Untried {
		s += "; the others could not be tested"
	}
	return s
}

// JSON prints the report of a file for programs. Keys may be added; none is renamed or removed.
func (r *Report) JSON(w io.Writer, file string) error {
	return diag.EncodeJSON(w, struct {
		File string `json:"file"`
		*Report
		Faults int `json:"faults"`
		Notes  int `json:"notes"`
	}{filepath.ToSlash(file), r, r.Count(Fail), r.Count(Note)})
}
