package lsp

import (
	"strings"
)

// tomlPart is what of TOML stands at a place.
type tomlPart int

// The parts.
const (
	inNothing tomlPart = iota // a comment, or what is not TOML
	inHeader                  // the name of a table, between its brackets
	inKey
	inValue
)

// tomlPlace is a place in TOML that may be unfinished, as it is while an author types.
type tomlPlace struct {
	part     tomlPart
	table    string   // the name of the table, "contents.part[]" for one of an array
	key      string   // before the equals sign, as it is written
	from, to int      // what a completion replaces: a name, a string without its quotation marks, a value
	quote    byte     // the mark of the string; 0: it is none
	closed   bool     // the string has its closing mark
	depth    int      // brackets around the value
	others   []string // strings of the array that stand before the place or after it
	set      bool     // an equals sign follows the key
}

// path returns the path of the key at the place.
func (p *tomlPlace) path() string {
	if p.table == "" {
		return p.key
	}
	return p.table + "." + p.key
}

// tomlAt returns what stands at an offset of TOML.
func tomlAt(s string, at int) tomlPlace {
	r := tomlReader{s: s, at: min(at, len(s))}
	for r.i <= r.at {
		if p, found := r.line(); found {
			return p
		}
	}
	return tomlPlace{from: at, to: at, table: r.table}
}

// tomlReader reads TOML up to a place, a line with its value at a time.
type tomlReader struct {
	s     string
	at    int // the place
	i     int
	table string
}

// line reads a header, or a key with its value, and reports whether the place is in it.
func (r *tomlReader) line() (tomlPlace, bool) {
	r.blank()
	start := r.i
	end := r.lineEnd(start)
	switch {
	case start < len(r.s) && r.s[start] == '#':
		r.i = end + 1
		return tomlPlace{from: r.at, to: r.at}, r.at > start && r.at <= end
	case start < len(r.s) && r.s[start] == '[':
		return r.header(start, end)
	}
	eq := r.equals(start, end)
	key := strings.TrimSpace(r.s[start:min(eq, end)])
	if r.at <= min(eq, end) {
		stop := max(r.at, start+len(key))
		return tomlPlace{part: inKey, table: r.table, key: key, from: min(start, r.at), to: stop, set: eq < end}, true
	}
	if eq >= end {
		r.i = end + 1
		return tomlPlace{}, false
	}
	r.i = eq + 1
	return r.value(tomlPlace{part: inValue, table: r.table, key: unquoted(key)})
}

// blank passes white and empty lines, not beyond the line of the place.
func (r *tomlReader) blank() {
	for r.i < r.at && strings.IndexByte(" \t\r\n", r.s[r.i]) >= 0 {
		r.i++
	}
}

func (r *tomlReader) lineEnd(at int) int {
	if n := strings.IndexByte(r.s[min(at, len(r.s)):], '\n'); n >= 0 {
		return at + n
	}
	return len(r.s)
}

// equals returns the offset of the equals sign in a line, outside of quoted names, or its end.
func (r *tomlReader) equals(from, to int) int {
	quote := byte(0)
	for i := from; i < to; i++ {
		switch c := r.s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '=':
			return i
		case c == '#':
			return to
		}
	}
	return to
}

// header reads the header of a table.
func (r *tomlReader) header(start, end int) (tomlPlace, bool) {
	line := r.s[start:end]
	brackets := len(line) - len(strings.TrimLeft(line, "["))
	name := line[min(brackets, 2):]
	if n := strings.IndexAny(name, "]#\r"); n >= 0 {
		name = name[:n]
	}
	from := start + min(brackets, 2)
	if r.table = unquoted(strings.TrimSpace(name)); brackets > 1 {
		r.table += "[]"
	}
	r.i = end + 1
	p := tomlPlace{part: inHeader, table: r.table, from: from, to: from + len(name), depth: min(brackets, 2)}
	p.closed = strings.HasPrefix(r.s[from+len(name):], "]")
	if r.at > p.to {
		p.part = inNothing
	}
	return p, r.at >= from && r.at <= end
}

// unquoted returns the names of a key without their quotation marks.
func unquoted(key string) string {
	if !strings.ContainsAny(key, `"'`) {
		return key
	}
	return strings.NewReplacer(`"`, "", `'`, "").Replace(key)
}

// value reads a value, behind the equals sign, and reports whether the place is in it.
func (r *tomlReader) value(p tomlPlace) (tomlPlace, bool) {
	for r.i <= len(r.s) {
		if r.i == len(r.s) {
			return r.bare(p, r.i, r.i)
		}
		switch c := r.s[r.i]; c {
		case '"', '\'':
			if q, found := r.quoted(p); found {
				return q, true
			} else if q.others != nil {
				p.others = q.others
			}
			if p.depth == 0 {
				if r.at <= r.lineEnd(r.i) && r.i <= r.at { // behind the string
					return tomlPlace{from: r.at, to: r.at}, true
				}
				r.i = r.lineEnd(r.i) + 1
				return p, false
			}
		case '[', '{':
			if r.at == r.i {
				return r.bare(p, r.i, r.i)
			}
			p.depth++
			r.i++
		case ']', '}':
			if r.at <= r.i {
				return r.bare(p, r.at, r.at)
			}
			if r.i++; p.depth > 0 {
				p.depth--
			}
			if p.depth == 0 {
				end := r.lineEnd(r.i)
				if r.at <= end {
					return tomlPlace{from: r.at, to: r.at}, true
				}
				r.i = end + 1
				return p, false
			}
		case ' ', '\t', ',', '\r':
			if r.at == r.i {
				return r.bare(p, r.at, r.at)
			}
			r.i++
		case '\n':
			if r.at <= r.i {
				return r.bare(p, r.at, r.at)
			}
			r.i++
			if p.depth == 0 || r.begins() { // an array that is not closed ends where the next key begins
				return p, false
			}
		case '#':
			end := r.lineEnd(r.i)
			if r.at > r.i && r.at <= end {
				return tomlPlace{from: r.at, to: r.at}, true
			}
			r.i = end
		default:
			start := r.i
			for r.i < len(r.s) && strings.IndexByte(" \t\r\n,]}#", r.s[r.i]) < 0 {
				r.i++
			}
			if r.at >= start && r.at <= r.i {
				return r.bare(p, start, r.i)
			}
		}
	}
	return p, false
}

// begins reports whether a key or a header begins at the reader's place.
func (r *tomlReader) begins() bool {
	line := strings.TrimSpace(r.s[r.i:r.lineEnd(r.i)])
	if strings.HasPrefix(line, "[") {
		return strings.HasSuffix(line, "]") && !strings.ContainsAny(line, `"',`)
	}
	name, _, ok := strings.Cut(line, "=")
	return ok && !strings.ContainsAny(name, `"',`) && strings.TrimSpace(name) != ""
}

// bare returns the place of a value without quotation marks.
func (r *tomlReader) bare(p tomlPlace, from, to int) (tomlPlace, bool) {
	p.from, p.to = from, to
	p.others = append(p.others, r.rest(p.depth, to)...)
	return p, true
}

// quoted reads a string, and reports whether the place is in it.
func (r *tomlReader) quoted(p tomlPlace) (tomlPlace, bool) {
	start, mark := r.i, r.s[r.i]
	triple := strings.HasPrefix(r.s[start:], strings.Repeat(string(mark), 3))
	width := 1
	if triple {
		width = 3
	}
	end := start + width
	closing := strings.Repeat(string(mark), width)
	closed := false
	for end < len(r.s) {
		switch {
		case strings.HasPrefix(r.s[end:], closing):
			closed = true
		case r.s[end] == '\\' && mark == '"' && end+1 < len(r.s):
			end += 2
			continue
		case r.s[end] == '\n' && !triple:
		default:
			end++
			continue
		}
		break
	}
	end = min(end, len(r.s))
	if r.at >= start+width && r.at <= end {
		p.quote, p.closed, p.from, p.to = mark, closed, start+width, end
		if !closed { // what follows belongs to the array, or to nothing
			p.to = max(r.at, start+width+len(strings.TrimRight(r.s[start+width:end], " \t\r,]")))
			p.to = min(p.to, end)
		}
		after := end
		if closed {
			after += width
		}
		p.others = append(p.others, r.rest(p.depth, after)...)
		return p, true
	}
	p.others = append(p.others, r.s[start+width:end])
	r.i = end
	if closed {
		r.i += width
	}
	return p, false
}

// rest returns the strings of an array behind an offset.
func (r *tomlReader) rest(depth, at int) (out []string) {
	if depth == 0 {
		return nil
	}
	s := r.s[min(at, len(r.s)):]
	if n := strings.IndexAny(s, "]="); n >= 0 {
		s = s[:n]
	}
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		}
	}
	return out
}
