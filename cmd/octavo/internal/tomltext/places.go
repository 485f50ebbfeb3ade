package tomltext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Place is the place of a key in a text, in byte offsets.
type Place struct {
	Key, KeyEnd int // its name; an array's item has none, and its value's place here
	At, End     int // its value; a table's is its name, in the header or the dotted key that opens it
}

// Places returns the place of every key, table and array item of a TOML text (toml.io, version 1.1) by its path: the names
// joined by [Join], an item's name being its index, as in "contents.body.3" and "book.contributor.0.name". The text should
// be one that [Decode] accepts; of another Places returns what it understands up to where it loses track.
//
// The decoder knows the values but only a part of their places, and stops at the first wrong type; so values come from
// it, places from here.
func Places(text string) map[string]Place {
	if Check(text) != nil { // every key keeps its whole path
		return nil
	}
	s := &scanner{text: text, places: map[string]Place{}, arrays: map[string]int{}}
	if strings.HasPrefix(text, "\uFEFF") {
		s.i = 3
	}
	s.document()
	return s.places
}

type scanner struct {
	text   string
	i      int
	places map[string]Place
	arrays map[string]int // paths of arrays of tables, with how many tables each has
	depth  int
}

// maxNesting is the limit to the nesting of arrays and inline tables.
const maxNesting = 200

func (s *scanner) peek() byte {
	if s.i < len(s.text) {
		return s.text[s.i]
	}
	return 0
}

func (s *scanner) has(prefix string) bool {
	return strings.HasPrefix(s.text[s.i:], prefix)
}

// spaces skips spaces and tabs.
func (s *scanner) spaces() {
	for s.i < len(s.text) && (s.text[s.i] == ' ' || s.text[s.i] == '\t') {
		s.i++
	}
}

// blank skips spaces, tabs, line ends and comments.
func (s *scanner) blank() {
	for s.i < len(s.text) {
		switch s.text[s.i] {
		case ' ', '\t', '\n', '\r':
		case '#':
			for s.i < len(s.text) && s.text[s.i] != '\n' {
				s.i++
			}
			continue
		default:
			return
		}
		s.i++
	}
}

func (s *scanner) document() {
	table := ""
	for {
		s.blank()
		switch {
		case s.i >= len(s.text):
			return
		case s.has("[["):
			s.i += 2
			path, at, end, ok := s.keys("", false)
			if !ok || !s.has("]]") {
				return
			}
			s.i += 2
			n := s.arrays[path]
			s.arrays[path] = n + 1
			s.put(path, Place{at, end, at, end})
			table = Join(path, strconv.Itoa(n))
			s.put(table, Place{at, end, at, end})
		case s.peek() == '[':
			s.i++
			path, at, end, ok := s.keys("", false)
			if !ok || s.peek() != ']' {
				return
			}
			s.i++
			s.places[path] = Place{at, end, at, end} // wins over [path.sub] that came before it
			table = path
		default:
			if !s.pair(table) {
				return
			}
		}
	}
}

// pair reads "key = value".
func (s *scanner) pair(table string) bool {
	path, at, end, ok := s.keys(table, true)
	if !ok || s.peek() != '=' {
		return false
	}
	s.i++
	s.spaces()
	from := s.i
	// The place goes in before the value's own keys do: their paths go through it.
	s.put(path, Place{at, end, from, from})
	if !s.value(path) {
		return false
	}
	p := s.places[path]
	if p.At == from {
		p.End = s.i
		s.places[path] = p
	}
	return true
}

// put notes a place; the first one counts, for a table may be named again by its subtables.
func (s *scanner) put(path string, p Place) {
	if _, ok := s.places[path]; !ok {
		s.places[path] = p
	}
}

// keys reads a dotted key and the blanks after it, and gives its path under a table and where its last name stands. The
// names before the last one are tables; of arrays of tables it means the last table.
func (s *scanner) keys(table string, pair bool) (path string, at, end int, ok bool) {
	path = table
	for {
		s.spaces()
		at = s.i
		name, ok := s.name()
		if !ok {
			return "", 0, 0, false
		}
		end = s.i
		path = Join(path, name)
		s.spaces()
		if s.peek() != '.' {
			return path, at, end, true
		}
		s.i++
		s.put(path, Place{at, end, at, end})
		if n := s.arrays[path]; n > 0 && !pair {
			path = Join(path, strconv.Itoa(n-1))
		}
	}
}

// name reads one name of a key, bare or between quotation marks.
func (s *scanner) name() (string, bool) {
	from := s.i
	if c := s.peek(); c == '"' || c == '\'' {
		if s.has(`"""`) || s.has("'''") {
			// Three marks are an empty name and then something wrong, or the empty name itself never closed.
			return "", false
		}
		if !s.quoted() {
			return "", false
		}
		inner := s.text[from+1 : s.i-1]
		if c == '"' {
			inner = unescape(inner)
		}
		return inner, true
	}
	for s.i < len(s.text) && bare(s.text[s.i]) {
		s.i++
	}
	return s.text[from:s.i], s.i > from
}

func bare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// quoted skips a string on one line.
func (s *scanner) quoted() bool {
	mark := s.text[s.i]
	for s.i++; s.i < len(s.text); s.i++ {
		switch c := s.text[s.i]; {
		case c == '\n':
			return false
		case c == '\\' && mark == '"':
			s.i++
		case c == mark:
			s.i++
			return true
		}
	}
	return false
}

// long skips a string between three marks; up to two more marks may belong to its end.
func (s *scanner) long() bool {
	mark := s.text[s.i]
	for s.i += 3; s.i < len(s.text); s.i++ {
		switch c := s.text[s.i]; {
		case c == '\\' && mark == '"':
			s.i++
		case c == mark && s.has(string([]byte{mark, mark, mark})):
			s.i += 3
			for n := 0; n < 2 && s.peek() == mark; n++ {
				s.i++
			}
			return true
		}
	}
	return false
}

// value reads a value; s.i is then just after it.
func (s *scanner) value(path string) bool {
	if s.depth++; s.depth > maxNesting {
		return false
	}
	defer func() { s.depth-- }()
	switch {
	case s.i >= len(s.text):
		return false
	case s.has(`"""`), s.has("'''"):
		return s.long()
	case s.peek() == '"', s.peek() == '\'':
		return s.quoted()
	case s.peek() == '[':
		s.i++
		for n := 0; ; n++ {
			s.blank()
			if s.peek() == ']' {
				s.i++
				return true
			}
			from, item := s.i, Join(path, strconv.Itoa(n))
			if !s.value(item) {
				return false
			}
			s.put(item, Place{from, s.i, from, s.i})
			if s.blank(); s.peek() == ',' {
				s.i++
			}
		}
	case s.peek() == '{':
		s.i++
		for {
			s.blank()
			if s.peek() == '}' {
				s.i++
				return true
			}
			if !s.pair(path) {
				return false
			}
			if s.blank(); s.peek() == ',' {
				s.i++
			}
		}
	}
	// A number, a date or a boolean: up to what can only come after a value. A date and its time may have a space
	// between them.
	from := s.i
	for s.i < len(s.text) && !strings.ContainsRune(",]}#\n\r", rune(s.text[s.i])) {
		s.i++
	}
	for s.i > from && (s.text[s.i-1] == ' ' || s.text[s.i-1] == '\t') {
		s.i--
	}
	return s.i > from
}

// unescape turns a basic string's escapes into what they mean; a broken one stays as it is.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if at := strings.IndexByte(`btnfre"\`, s[i]); at >= 0 {
			b.WriteByte("\b\t\n\f\r\x1b\"\\"[at])
			continue
		}
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
		if digits > 0 && i+digits < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+1+digits], 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				i += digits
				continue
			}
		}
		b.WriteByte('\\')
		b.WriteByte(s[i])
	}
	return b.String()
}

// Join adds a name to a path. A name with a dot is put between quotation marks, so that no two keys have one path.
func Join(path, name string) string {
	if name == "" || strings.ContainsAny(name, `."`) {
		name = strconv.Quote(name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}
