package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Order returns a comparison of places in the order an author reads: files in the order given (a book's Sources), the other files
// (book.toml, a style) before them by name, in a file by offset; what has no place comes last.
func Order(reading ...*Source) func(a, b Pos) int {
	rank := make(map[*Source]int, len(reading))
	for i, s := range reading {
		rank[s] = i + 1
	}
	return func(a, b Pos) int {
		switch {
		case a.IsValid() && !b.IsValid():
			return -1
		case b.IsValid() && !a.IsValid():
			return 1
		case a.Source != b.Source:
			if c := cmp.Or(cmp.Compare(rank[a.Source], rank[b.Source]), strings.Compare(a.name(), b.name())); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.Offset, b.Offset)
	}
}

// Sort puts the list in the order an author reads, as [Order] has it, but what has no place first of all; at one place by code. It is
// stable.
func (l List) Sort(reading ...*Source) {
	order := Order(reading...)
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		if a.Pos.IsValid() != b.Pos.IsValid() {
			return -order(a.Pos, b.Pos)
		}
		return cmp.Or(order(a.Pos, b.Pos), strings.Compare(a.Code, b.Code))
	})
}

func (p Pos) name() string {
	if p.Source == nil {
		return ""
	}
	return p.Source.Name
}

// Count returns the numbers of errors and of warnings in the list.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}

// Stops reports whether an error in the list stops something: Everything is stopped by the errors that are not the deck's or the
// cover's alone; the Deck by these and its own, and so the Cover.
func (l List) Stops(s Scope) bool { return l.Errors(s) > 0 }

// Errors returns how many errors in the list stop something; see Stops.
func (l List) Errors(s Scope) (n int) {
	for _, d := range l {
		if d.Severity == Error && (d.Stops == Everything || d.Stops == s) {
			n++
		}
	}
	return n
}

// Limited returns the list with diagnostics that stop no more than s if they are errors, or become errors. The list given is
// changed.
func (l List) Limited(s Scope) List {
	for i := range l {
		l[i].Stops = max(l[i].Stops, s)
	}
	return l
}

// HasErrors reports whether the list has an error, whatever it stops.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as one error, or nil if it has no error. errors.As gets the List from it.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Error returns the first error of the list and the number of others.
func (l List) Error() string {
	errors, _ := l.Count()
	for _, d := range l {
		if d.Severity != Error {
			continue
		}
		s := d.Message
		if d.Pos.IsValid() {
			s = d.Pos.String() + ": " + s
		}
		if errors > 1 {
			s += fmt.Sprintf(" (and %s)", Count(errors-1, "more error"))
		}
		return s
	}
	return "no errors"
}

// Summary returns "2 errors, 3 warnings", or "" for an empty list.
func (l List) Summary() string {
	errors, warnings := l.Count()
	var parts []string
	if errors > 0 {
		parts = append(parts, Count(errors, "error"))
	}
	if warnings > 0 {
		parts = append(parts, Count(warnings, "warning"))
	}
	return strings.Join(parts, ", ")
}

// Count formats a number of things: "1 page", "2 pages".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// With returns the diagnostics whose codes begin with one of the prefixes.
func (l List) With(prefixes ...string) (out List) {
	for _, d := range l {
		if slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(d.Code, prefix) }) {
			out = append(out, d)
		}
	}
	return out
}
