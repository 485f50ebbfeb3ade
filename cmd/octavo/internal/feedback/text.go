package feedback

import (
	"fmt"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

// Text prints the list for people, as diagnostics are printed:
//
//	manuscript/01-service.md:31:5: Ann: too many commas [highlight]
//	   31 | As a child I supposed that the job was light. The job was wicks.
//	      |                                            ^^^^^^^^^^^^^^^^^
//	      = page 4, line 12; in patient-service
func (l *List) Text(w io.Writer, color bool) error {
	var place, who, dim, off string
	if color {
		place, who, dim, off = "\x1b[1m", "\x1b[1;36m", "\x1b[2m", "\x1b[0m"
	}
	lost := false
	for i := range l.Remarks {
		r := &l.Remarks[i]
		if r.Place.Status == locate.Lost && !lost {
			lost = true
			if _, err := fmt.Fprintf(w, "%sthese have no place in the manuscript:%s\n", place, off); err != nil {
				return err
			}
		}
		at := fmt.Sprintf("%s, remark %d", r.File, r.Nth)
		if r.Place.Pos.IsValid() {
			at = r.Place.Pos.String()
		}
		said := strings.ReplaceAll(r.Says(), "\n", "\n      ")
		lines := strings.Split(said, "\n")
		for k := range lines {
			lines[k] = diag.Printable(lines[k])
		}
		if _, err := fmt.Fprintf(w, "%s%s:%s %s%s:%s %s %s[%s]%s\n", place, diag.Printable(at), off,
			who, diag.Printable(r.who()), off, strings.Join(lines, "\n"), dim, r.Kind, off); err != nil {
			return err
		}
		if err := diag.Excerpt(w, r.Place.Pos, r.Place.End, color, r.notes()...); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w, l.Summary())
	return err
}

// notes returns the lines under a remark.
func (r *Listed) notes() []string {
	var notes []string
	if s := r.Fate(); s != "" {
		notes = append(notes, s)
	}
	at := r.where()
	if r.Place.Status == locate.Lost && (r.Seen.Before != "" || r.Seen.After != "") {
		notes = append(notes, fmt.Sprintf("it stood between %s and %s",
			quoted(locate.LastBytes(r.Seen.Before, 60)), quoted(locate.FirstBytes(r.Seen.After, 60))))
	}
	if in := r.in(); in != "" {
		if at != "" {
			at += "; "
		}
		at += "in " + in
	}
	if at != "" {
		notes = append(notes, at)
	}
	for _, a := range r.Replies {
		who := a.Reader
		if who == "" {
			who = "someone"
		}
		notes = append(notes, who+" answers: "+a.Comment)
	}
	if r.State != "" {
		notes = append(notes, "it is marked as "+r.State)
	}
	if r.Answer.Outcome != "" {
		notes = append(notes, "remark "+r.ID+" is "+r.Answer.says())
	}
	if len(r.Also) > 0 {
		notes = append(notes, "also in "+strings.Join(r.Also, ", "))
	}
	return notes
}
