package locate

import (
	"fmt"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// PrintJSON prints answers for programs.
func PrintJSON(w io.Writer, answers []Answer) error {
	if answers == nil {
		answers = []Answer{}
	}
	return diag.EncodeJSON(w, answers)
}

// PrintText prints answers for people, the place in the manuscript first.
func PrintText(w io.Writer, answers []Answer) error {
	for _, n := range answers {
		at := fmt.Sprintf("%s:%d:%d", n.File, n.Line, n.Column)
		switch {
		case n.Now != "" && n.Now != at:
			at = n.Now
		case n.File == "":
			at = n.Asked
		}
		line := ""
		if n.Nth > 0 {
			line = fmt.Sprintf(", line %d", n.Nth)
		}
		said := ""
		if n.Text != "" {
			said = ": " + strings.ReplaceAll(n.Text, "\u00AD", "-")
		}
		_, err := fmt.Fprintf(w, "%s: page %s%s%s\n", diag.Printable(at), diag.Printable(n.Page), line, diag.Printable(said))
		if err != nil {
			return err
		}
		switch {
		case n.Status == string(Changed):
			fmt.Fprintln(w, "      note: these words have changed since")
		case n.Status == string(Gone), n.Status == string(Lost):
			diag.Fprintf(w, "      note: these words are gone; they were at %s:%d:%d\n", n.File, n.Line, n.Column)
		case n.Now != "" && n.Now != fmt.Sprintf("%s:%d:%d", n.File, n.Line, n.Column):
			diag.Fprintf(w, "      note: when the page was made they were at %s:%d:%d\n", n.File, n.Line, n.Column)
		}
	}
	return nil
}

// Answers returns the answers to all places, and reports whether every place has one. Of those that have none it prints why.
func (a *Pages) Answers(stderr io.Writer, places []string) (answers []Answer, whole bool) {
	whole = true
	for _, place := range places {
		found, err := a.Answer(place)
		if err != nil {
			whole = false
			fmt.Fprintf(stderr, "octavo: %s: %v\n", diag.Printable(place), err)
			continue
		}
		answers = append(answers, found...)
	}
	return answers, whole
}
