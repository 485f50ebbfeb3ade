// Package diag represents errors and warnings for authors. A [Diagnostic] has a place in a file, a stable code, a message and
// notes on what to do next. A [List] collects diagnostics, [List.Sort] orders them, [List.Err] makes them one error, and [Text],
// [JSON] and [SARIF] print them.
//
// Places are byte offsets; line and column are computed when a diagnostic is printed.
package diag

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// Source is the text of one file that diagnostics may point into.
type Source struct {
	Name string // as it is printed: slash-separated, relative to the book's folder
	Text []byte

	once  sync.Once
	lines []int // offset of each line's first byte
	marks []checkpoint
}

// checkpoint is how many characters stand before an offset. There is one every few hundred bytes, so that a place late in a
// long line costs no more than an early one.
type checkpoint struct{ offset, runes int }

const markEvery = 512 // bytes

// LineColumn returns the 1-based line and column of a byte offset; a column counts characters, not bytes. An offset
// outside the text is moved to its nearest end.
func (s *Source) LineColumn(offset int) (line, column int) {
	s.once.Do(s.measure)
	offset = min(max(offset, 0), len(s.Text))
	line = sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return line, s.runes(offset) - s.runes(s.lines[line-1]) + 1
}

// Offset returns the byte offset of a 1-based line and column, a column counted in characters: the reverse of [Source.LineColumn]. A
// column behind its line's end is moved to the end, and so is a line behind the last.
func (s *Source) Offset(line, column int) int {
	s.once.Do(s.measure)
	if line > len(s.lines) {
		return len(s.Text)
	}
	at := s.lines[max(line, 1)-1]
	for n := 1; n < column && at < len(s.Text) && s.Text[at] != '\n'; n++ {
		_, size := utf8.DecodeRune(s.Text[at:])
		at += size
	}
	return at
}

// measure finds the lines and sets the marks.
func (s *Source) measure() {
	s.lines = []int{0}
	s.marks = []checkpoint{{}}
	for at, runes := 0, 0; at < len(s.Text); runes++ {
		if at >= s.marks[len(s.marks)-1].offset+markEvery {
			s.marks = append(s.marks, checkpoint{at, runes})
		}
		if s.Text[at] == '\n' {
			s.lines = append(s.lines, at+1)
		}
		_, size := utf8.DecodeRune(s.Text[at:])
		at += size
	}
}

// runes returns the number of characters before an offset.
func (s *Source) runes(offset int) int {
	m := s.marks[sort.Search(len(s.marks), func(i int) bool { return s.marks[i].offset > offset })-1]
	return m.runes + utf8.RuneCount(s.Text[m.offset:offset])
}

// Line returns the text of a 1-based line without its line end, or "" if there is no such line.
func (s *Source) Line(line int) string {
	return string(s.line(line))
}

func (s *Source) line(line int) []byte {
	s.once.Do(s.measure)
	if line < 1 || line > len(s.lines) {
		return nil
	}
	end := len(s.Text)
	if line < len(s.lines) {
		end = s.lines[line]
	}
	return bytes.TrimRight(s.Text[s.lines[line-1]:end], "\r\n")
}

// Pos is a place: a byte offset in a source. The zero Pos means no place.
type Pos struct {
	Source *Source
	Offset int
}

// IsValid reports whether p is a place.
func (p Pos) IsValid() bool { return p.Source != nil }

// String returns "file:line:column", or "-" for no place.
func (p Pos) String() string {
	if !p.IsValid() {
		return "-"
	}
	line, column := p.Source.LineColumn(p.Offset)
	return fmt.Sprintf("%s:%d:%d", p.Source.Name, line, column)
}

// Severity is the severity of a diagnostic: an error stops the build, a warning does not, and a note only tells what was done.
type Severity int

// The severities. Warnings come first so that the zero Diagnostic stops nothing.
const (
	Warning Severity = iota
	Error
	Note
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Note:
		return "note"
	}
	return "warning"
}

// Scope is what an error stops.
type Scope int

// The scopes.
const (
	Everything Scope = iota // all outputs of the book
	Deck                    // the deck of cards alone
	Cover                   // the cover of the printed book alone
)

// Diagnostic is an error or a warning for the author.
type Diagnostic struct {
	Severity Severity
	Code     string // stable, for example "maxim-empty"
	Pos      Pos
	End      int      // offset where the trouble ends, in Pos.Source; 0: a point
	Message  string   // what is wrong: lower case, no full stop
	Notes    []string // what to do next, or where else to look
	Stops    Scope    // what an error stops
	Group    string   // what Text counts it with among those of its code; "": with all others that have none
	Edits    []Edit   // what mends it, where that can be done in one way only; they do not overlap
}

// List collects diagnostics.
type List []Diagnostic

// Errorf adds an error.
func (l *List) Errorf(code string, pos Pos, format string, args ...any) *Diagnostic {
	return l.add(Error, code, pos, format, args...)
}

// Warnf adds a warning.
func (l *List) Warnf(code string, pos Pos, format string, args ...any) *Diagnostic {
	return l.add(Warning, code, pos, format, args...)
}

func (l *List) add(s Severity, code string, pos Pos, format string, args ...any) *Diagnostic {
	*l = append(*l, Diagnostic{Severity: s, Code: code, Pos: pos, Message: message(format, args)})
	return &(*l)[len(*l)-1]
}

// Note adds a note on what to do next to a diagnostic.
func (d *Diagnostic) Note(format string, args ...any) *Diagnostic {
	d.Notes = append(d.Notes, message(format, args))
	return d
}

// maxMessage is how many bytes of a message or a note are kept: it may quote what the author wrote, however long that is.
const maxMessage = 2000

// message is a message or a note. What goes into it is clipped, too: a thousand that quote a megabyte each take no time.
func message(format string, args []any) string {
	short := make([]any, len(args))
	for i, a := range args {
		if s, ok := a.(string); ok {
			a = clipped(s)
		}
		short[i] = a
	}
	return clipped(fmt.Sprintf(format, short...))
}

// clipped returns s, shortened if it is too long to be read.
func clipped(s string) string {
	if len(s) <= maxMessage {
		return s
	}
	end := maxMessage
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// To sets the offset where the marked text ends.
func (d *Diagnostic) To(end int) *Diagnostic {
	d.End = end
	return d
}
