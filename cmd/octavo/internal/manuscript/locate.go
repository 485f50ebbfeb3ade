package manuscript

import (
	"strconv"
	"strings"
)

// spot is where a key's value, or an item of it, stands in TOML.
type spot struct {
	path  string // "see", "see.0"
	top   string // the first part of the key
	key   int    // offset of the key
	value int    // offset of the value
}

// locate finds the keys of TOML that has already been decoded without error; the toml package tells no places of what
// is right. Tables and dotted keys get one spot under their first part: a block has neither, so they are unknown keys.
func locate(toml string) []spot {
	s := scanner{text: toml}
	var out []spot
	for {
		s.blank()
		if s.at >= len(s.text) {
			return out
		}
		start := s.at
		if s.text[s.at] == '[' { // a table's head, and all of the table with it
			for s.at < len(s.text) && (s.text[s.at] == '[' || s.text[s.at] == ' ' || s.text[s.at] == '\t') {
				s.at++
			}
			start = s.at
			top := s.name()
			return append(out, spot{path: top, top: top, key: start, value: start})
		}
		top := s.name()
		for s.at < len(s.text) && s.text[s.at] != '=' { // the rest of a dotted key
			if c := s.text[s.at]; c == '"' || c == '\'' {
				s.name()
				continue
			}
			s.at++
		}
		s.at++
		s.spaces()
		out = append(out, spot{path: top, top: top, key: start, value: s.at})
		before := s.at
		s.value(func(i, at int) {
			out = append(out, spot{path: top + "." + strconv.Itoa(i), top: top, key: start, value: at})
		})
		if s.at == before {
			s.at++ // never stand still, whatever the text
		}
	}
}

type scanner struct {
	text string
	at   int
}

func (s *scanner) spaces() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

// blank skips white space, line ends and comments.
func (s *scanner) blank() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		case '#':
			if n := strings.IndexByte(s.text[s.at:], '\n'); n >= 0 {
				s.at += n
			} else {
				s.at = len(s.text)
			}
		default:
			return
		}
	}
}

// name reads one part of a key.
func (s *scanner) name() string {
	start := s.at
	if s.at < len(s.text) && (s.text[s.at] == '"' || s.text[s.at] == '\'') {
		s.quoted()
		raw := s.text[start:s.at]
		if name, err := strconv.Unquote(raw); err == nil && raw[0] == '"' {
			return name
		}
		return strings.Trim(raw, `"'`)
	}
	for s.at < len(s.text) && strings.IndexByte(" \t.=]\n\r", s.text[s.at]) < 0 {
		s.at++
	}
	return s.text[start:s.at]
}

// quoted skips a string of any of the four kinds.
func (s *scanner) quoted() {
	quote := s.text[s.at]
	triple := strings.Repeat(string(quote), 3)
	if strings.HasPrefix(s.text[s.at:], triple) {
		s.at += 3
		for s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], triple) {
			if s.text[s.at] == '\\' && quote == '"' {
				s.at++
			}
			s.at++
		}
		s.at = min(s.at+3, len(s.text))
		for n := 0; n < 2 && s.at < len(s.text) && s.text[s.at] == quote; n++ { // """"" ends in up to two quotes of its own
			s.at++
		}
		return
	}
	for s.at++; s.at < len(s.text) && s.text[s.at] != quote && s.text[s.at] != '\n'; s.at++ {
		if s.text[s.at] == '\\' && quote == '"' {
			s.at++
		}
	}
	s.at = min(s.at+1, len(s.text))
}

// value skips a value and calls item for every item of an array.
func (s *scanner) value(item func(i, at int)) {
	if s.at >= len(s.text) {
		return
	}
	switch s.text[s.at] {
	case '"', '\'':
		s.quoted()
	case '[':
		s.at++
		for i := 0; ; i++ {
			for s.blank(); s.at < len(s.text) && s.text[s.at] == ','; s.blank() {
				s.at++
			}
			if s.at >= len(s.text) || s.text[s.at] == ']' {
				s.at++
				return
			}
			if item != nil {
				item(i, s.at)
			}
			before := s.at
			s.value(nil)
			if s.at == before {
				s.at++
			}
		}
	case '{':
		depth := 0
		for ; s.at < len(s.text); s.at++ {
			switch s.text[s.at] {
			case '"', '\'':
				s.quoted()
				s.at--
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth == 0 {
				s.at++
				return
			}
		}
	default:
		for s.at < len(s.text) && strings.IndexByte(",]}#\n", s.text[s.at]) < 0 {
			s.at++
		}
	}
}
