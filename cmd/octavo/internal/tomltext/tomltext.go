// Package tomltext decodes TOML from strangers. [Decode] returns the values, [Places] where they stand, and [Check] reports
// where a text is nested too deep.
//
// The decoder behind it keeps the whole path of every table, so that a few kilobytes of dots or brackets would take all memory;
// such texts are refused before the decoder reads them.
package tomltext

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// The limits of a text: how many tables and arrays may lie inside each other, and how many bytes the names may have
// together that lead to a value.
const (
	maxDepth = 24
	maxPath  = 1000
)

// ParseError is an error in a text, with its place.
type ParseError = toml.ParseError

// Decode decodes a text into a tree of values. What is wrong with the text is a [ParseError]; where the decoder fails in
// another way it is another error, never a panic.
func Decode(text string, tree *map[string]any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if err := Check(text); err != nil {
		return err
	}
	_, err = toml.Decode(text, tree)
	return err
}

// Check reports where a text is nested too deep to be decoded, as a [ParseError]. Its place counts from after a byte order
// mark, as the decoder's places do.
func Check(text string) error {
	w := walker{text: strings.TrimPrefix(text, "\uFEFF")}
	for w.at < len(w.text) {
		w.step()
		message := ""
		switch {
		case w.now.depth > maxDepth:
			message = fmt.Sprintf("tables and arrays lie in each other more than %d deep", maxDepth)
		case w.now.length > maxPath:
			message = fmt.Sprintf("the names that lead here have more than %d characters", maxPath)
		default:
			continue
		}
		at := min(w.at, len(w.text)) - 1
		return ParseError{Message: message, Position: toml.Position{Line: 1 + strings.Count(w.text[:at], "\n"), Start: at, Len: 1}}
	}
	return nil
}

// path is the depth of a place in a text, and the total length of the names that lead to it.
type path struct{ depth, length int }

// level is an array or a table between braces that is open.
type level struct {
	open byte
	path
}

// walker goes through a text with as little knowledge of TOML as the depth of a place takes: what a string is and a
// comment, where a key ends, and what is open. In a text that is not TOML it finds some depth all the same.
type walker struct {
	text   string
	at     int
	table  path // of the [table] that the lines belong to
	levels []level
	now    path // of the key or value at hand
	value  bool // a value is at hand, not a key
	header bool // the key is a table's, between brackets
}

// inside returns the path of what is open.
func (w *walker) inside() path {
	if n := len(w.levels); n > 0 {
		return w.levels[n-1].path
	}
	return w.table
}

// step goes over a character, a string or a comment.
func (w *walker) step() {
	c := w.text[w.at]
	w.at++
	switch c {
	case '#':
		if n := strings.IndexByte(w.text[w.at:], '\n'); n >= 0 {
			w.at += n
		} else {
			w.at = len(w.text)
		}
	case '"', '\'':
		from := w.at
		w.quoted(c)
		if !w.value {
			w.now.length += w.at - from
		}
	case '\n':
		if len(w.levels) == 0 {
			w.value, w.header, w.now = false, false, w.table
		}
	case '=':
		w.value = true
	case ',':
		if n := len(w.levels); n > 0 && w.levels[n-1].open == '{' {
			w.value, w.now = false, w.inside()
		}
	case '{', '[':
		w.open(c)
	case '}', ']':
		w.close()
	case ' ', '\t', '\r':
	default:
		if w.value {
			return
		}
		if w.now.length++; c == '.' {
			w.now.depth++
		}
	}
}

func (w *walker) open(c byte) {
	if !w.value && len(w.levels) == 0 { // the head of a table
		w.header, w.now = true, path{}
		return
	}
	w.now.depth++
	w.levels = append(w.levels, level{c, w.now})
	w.value = c == '['
}

func (w *walker) close() {
	switch n := len(w.levels); {
	case w.header:
		w.table = path{w.now.depth + 1, w.now.length}
	case n > 0:
		w.levels = w.levels[:n-1]
		w.now, w.value = w.inside(), true
	}
}

// quoted goes to the end of a string, of which the first mark has been read.
func (w *walker) quoted(mark byte) {
	three := strings.Repeat(string(mark), 3)
	long := strings.HasPrefix(w.text[w.at-1:], three)
	if long {
		w.at += 2
	}
	for ; w.at < len(w.text); w.at++ {
		switch c := w.text[w.at]; {
		case c == '\\' && mark == '"':
			w.at++
		case c == '\n' && !long:
			return
		case c != mark:
		case !long:
			w.at++
			return
		case strings.HasPrefix(w.text[w.at:], three):
			for w.at < len(w.text) && w.text[w.at] == mark { // up to two more belong to the string
				w.at++
			}
			return
		}
	}
	w.at = min(w.at, len(w.text))
}
