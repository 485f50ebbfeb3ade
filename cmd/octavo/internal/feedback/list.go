package feedback

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

// List holds the remarks of several files, each with an id that does not change when the same remark is read again.
type List struct {
	Remarks []Listed // in the order of the manuscript, those without a place last
}

// Listed is a remark of a list.
type Listed struct {
	Remark
	ID     string   // eight letters, a hash of what was said and of which words
	Also   []string // other files that hold the same remark
	Answer Answer   // what became of it
}

// NewList sorts the remarks of files into the order of the manuscript. The same remark in two files, such as a reader's
// first and second file, is listed once.
func NewList(sources []*diag.Source, files ...*File) *List {
	l := &List{}
	at := map[string]int{}
	for _, f := range files {
		times := map[string]int{}
		for i := range f.Remarks {
			r := &f.Remarks[i]
			id := r.id()
			if times[id]++; times[id] > 1 { // said twice in one file
				id = short(id + strconv.Itoa(times[id]))
			}
			if k, ok := at[id]; ok {
				l.Remarks[k].Also = append(l.Remarks[k].Also, f.Name)
				if len(r.Replies) > len(l.Remarks[k].Replies) {
					l.Remarks[k].Replies = r.Replies
				}
				continue
			}
			at[id] = len(l.Remarks)
			l.Remarks = append(l.Remarks, Listed{Remark: *r, ID: id})
		}
	}
	order := diag.Order(sources...)
	slices.SortStableFunc(l.Remarks, func(a, b Listed) int { return order(a.Place.Pos, b.Place.Pos) })
	return l
}

// id returns what a remark is known by: a hash of who said what of which words. The file that brought it, and the page and the line
// of the copy where there are words to go by, do not count, so that the same remark is the same out of another file.
func (r *Remark) id() string {
	said := r.said
	if said == "" {
		said = r.saying()
	}
	return short(r.Reader + "\x00" + said)
}

// saying returns what was said, and of what: the marked words with three words on each side, or the page and the line where the
// reader gave no words.
func (r *Remark) saying() string {
	const around = 3
	s := &r.Seen
	before, after := locate.Words(locate.Tokens(s.Before)), locate.Words(locate.Tokens(s.After))
	before, after = before[max(0, len(before)-around):], after[:min(len(after), around)]
	at := ""
	if s.Words == "" && len(before)+len(after) == 0 {
		at = strings.Join([]string{s.Folio, strconv.Itoa(s.Sheet), strconv.Itoa(s.Line), s.Heading, s.File, strconv.Itoa(s.Row)}, "\x00")
	}
	return strings.Join([]string{string(r.Kind), oneLine(r.Comment), oneLine(r.New), oneLine(s.Words), strings.Join(before, " "),
		strings.Join(after, " "), at}, "\x00")
}

func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// Count counts the remarks of the list by status.
func (l *List) Count() map[locate.Status]int {
	n := map[locate.Status]int{}
	for i := range l.Remarks {
		n[l.Remarks[i].Place.Status]++
	}
	return n
}

// Write writes the list as "json", as "html", a page with a title, or else as text, in colour or not.
func (l *List) Write(w io.Writer, format, title string, color bool) error {
	switch format {
	case "json":
		return l.JSON(w)
	case "html":
		return l.HTML(w, title)
	}
	return l.Text(w, color)
}

// Summary returns "12 remarks by 3 readers: 10 as marked, 1 changed since, 1 without a place".
func (l *List) Summary() string {
	if len(l.Remarks) == 0 {
		return "no remarks"
	}
	readers := map[string]bool{}
	for i := range l.Remarks {
		if r := l.Remarks[i].Reader; r != "" {
			readers[r] = true
		}
	}
	s := diag.Count(len(l.Remarks), "remark")
	if len(readers) > 0 {
		s += " by " + diag.Count(len(readers), "reader")
	}
	n := l.Count()
	var parts []string
	for _, p := range []struct {
		status locate.Status
		text   string
	}{{locate.AsMarked, "on words that stand as they did"}, {locate.Changed, "on words that have changed since"},
		{locate.Gone, "on words that are gone"}, {locate.Lost, "without a place"}} {
		if n[p.status] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[p.status], p.text))
		}
	}
	return s + ": " + strings.Join(parts, ", ")
}

// Says returns the text of a remark, in one or more lines.
func (r *Remark) Says() string {
	var parts []string
	switch r.Kind {
	case Strike:
		parts = append(parts, "strike out")
	case Insert:
		parts = append(parts, "insert "+quoted(r.New))
	case Replace:
		parts = append(parts, "make it "+quoted(r.New))
	}
	if r.Comment != "" {
		parts = append(parts, r.Comment)
	}
	if len(parts) == 0 {
		switch r.Kind {
		case Underline, Squiggly, Highlight, Ink, Stamp:
			return "marked, without a word"
		}
		return "nothing said"
	}
	return strings.Join(parts, ": ")
}

// Asks returns what a remark asks for, in one line: strike out “very”, or “light” to “easy”.
func (r *Remark) Asks() string {
	old, new := quoted(clipped(r.Seen.Words, 60)), quoted(clipped(r.New, 60))
	switch {
	case r.Edit != nil && r.Edit.Format != "", r.Kind == Note:
		return r.Comment
	case r.Kind == Strike:
		return "strike out " + old
	case r.Kind == Insert:
		return "insert " + new
	}
	return old + " to " + new
}

func quoted(s string) string { return "“" + strings.Join(strings.Fields(s), " ") + "”" }

// clipped shortens text to fit a line by leaving out its middle.
func clipped(s string, n int) string {
	letters := []rune(strings.Join(strings.Fields(s), " "))
	if len(letters) <= n {
		return string(letters)
	}
	return strings.TrimSpace(string(letters[:n*2/3])) + " … " + strings.TrimSpace(string(letters[len(letters)-n/3+3:]))
}

// where returns the place in the reader's copy: "page 42, line 7, of the copy wtd-7f3a".
func (r *Remark) where() string {
	var parts []string
	switch {
	case r.Seen.Folio != "":
		parts = append(parts, "page "+r.Seen.Folio)
	case r.Seen.Sheet > 0:
		parts = append(parts, fmt.Sprintf("sheet %d", r.Seen.Sheet))
	}
	if r.Seen.Line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", r.Seen.Line))
	}
	if len(parts) == 0 && r.Seen.Heading != "" {
		parts = append(parts, "under "+quoted(r.Seen.Heading))
	}
	if len(parts) == 0 && r.Seen.File != "" {
		s := r.Seen.File
		if r.Seen.Row > 0 {
			s += ":" + strconv.Itoa(r.Seen.Row)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ", ")
}

// Fate returns what happened to the words since, "" if they are unchanged and already shown.
func (r *Remark) Fate() string {
	words := quoted(clipped(r.Seen.Words, 120))
	switch r.Place.Status {
	case locate.AsMarked:
		if r.Place.Others > 0 {
			return fmt.Sprintf("%s stands in %s, and nothing says which is meant", words, diag.Count(r.Place.Others, "more place"))
		}
	case locate.Changed:
		switch {
		case r.Seen.Words == "":
			return "the words around it have changed since"
		case r.Place.Now == "":
			return words + " has changed since"
		}
		return fmt.Sprintf("changed since: %s now reads %s", words, quoted(clipped(r.Place.Now, 120)))
	case locate.Gone:
		switch {
		case r.Seen.Words == "" && r.Seen.Before == "" && r.Seen.After == "":
			return "only the page is known; this is its first line"
		case r.Seen.Words == "":
			return "the words around it are gone; this is the nearest place"
		}
		return words + " is gone; this is where it was"
	case locate.Lost:
		if r.Place.Others > 0 {
			return fmt.Sprintf("%s stands in %d places, and nothing says which is meant", words, r.Place.Others)
		}
		if r.Seen.Words != "" {
			return words + " is nowhere in the manuscript"
		}
		return "nothing says where in the manuscript it belongs"
	}
	return ""
}

// in returns the entry, section or chapter of a remark's place.
func (r *Remark) in() string {
	switch {
	case r.Place.Entry != "":
		return r.Place.Entry
	case r.Place.Section != "":
		return r.Place.Section
	}
	return r.Place.Chapter
}
