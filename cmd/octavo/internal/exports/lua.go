package exports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// KOReader keeps the marks in a book in a file beside it, metadata.epub.lua: a table of Lua that consists of strings, numbers, booleans
// and tables. This is a reader of such tables alone. It runs nothing: a name or an expression is an error.

const (
	maxLuaDepth  = 50
	maxLuaValues = 2_000_000
)

func isLua(_ *reader, text string) bool {
	rest := skipLua(text)
	rest, ok := strings.CutPrefix(rest, "return")
	return ok && strings.HasPrefix(skipLua(rest), "{")
}

// lua reads the marks in a table of Lua.
func (r *reader) lua(text string) error {
	v, err := readLua(text)
	if err != nil {
		return err
	}
	r.walk(v, 0)
	return nil
}

// readLua returns the value that a file of Lua returns: a string, a float64, a bool, nil, an object, or a list where all keys are
// numbers.
func readLua(text string) (any, error) {
	p := luaReader{rest: skipLua(text)}
	p.rest = skipLua(strings.TrimPrefix(p.rest, "return"))
	v, err := p.value(0)
	if err != nil {
		return nil, fmt.Errorf("the Lua table is broken at byte %d: %w", len(text)-len(p.rest), err)
	}
	return v, nil
}

type luaReader struct {
	rest   string // what is still to be read
	values int
}

// skipLua returns a text without the white space and the comments that it begins with.
func skipLua(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\n\r\v\f\uFEFF")
		if !strings.HasPrefix(s, "--") {
			return s
		}
		if n := longBracket(s[2:]); n >= 0 {
			_, s, _ = strings.Cut(s[2:], "]"+strings.Repeat("=", n)+"]")
			continue
		}
		_, s, _ = strings.Cut(s, "\n")
	}
}

// longBracket returns the number of equals signs of a long bracket, "[==[", that a text begins with, -1 if it begins with none.
func longBracket(s string) int {
	if !strings.HasPrefix(s, "[") {
		return -1
	}
	level := len(s[1:]) - len(strings.TrimLeft(s[1:], "="))
	if strings.HasPrefix(s[1+level:], "[") {
		return level
	}
	return -1
}

func (p *luaReader) value(depth int) (any, error) {
	if p.values++; p.values > maxLuaValues {
		return nil, fmt.Errorf("it has more than %d values", maxLuaValues)
	}
	switch {
	case p.rest == "":
		return nil, fmt.Errorf("it ends too early")
	case p.rest[0] == '{':
		return p.table(depth)
	case p.rest[0] == '"' || p.rest[0] == '\'' || longBracket(p.rest) >= 0:
		return p.str()
	}
	n := strings.IndexFunc(p.rest, func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("+-._", r))
	})
	if n < 0 {
		n = len(p.rest)
	}
	word := p.rest[:n]
	switch word {
	case "true", "false", "nil":
		p.rest = skipLua(p.rest[n:])
		return map[string]any{"true": true, "false": false}[word], nil
	}
	f, err := strconv.ParseFloat(word, 64)
	if err != nil {
		if i, hex := strconv.ParseInt(word, 0, 64); hex == nil {
			f, err = float64(i), nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%.20q is neither a string nor a number nor a table", p.rest)
	}
	p.rest = skipLua(p.rest[n:])
	return f, nil
}

// table reads "{ [1] = …, ["key"] = …, key = …, … }".
func (p *luaReader) table(depth int) (any, error) {
	if depth > maxLuaDepth {
		return nil, fmt.Errorf("its tables nest too deep")
	}
	p.rest = skipLua(p.rest[1:])
	fields := object{}
	var numbers []int
	next := 1
	for {
		if rest, ok := strings.CutPrefix(p.rest, "}"); ok {
			p.rest = skipLua(rest)
			break
		}
		key, err := p.key()
		if err != nil {
			return nil, err
		}
		if key == "" {
			key = strconv.Itoa(next)
			next++
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if n, err := strconv.Atoi(key); err == nil && fields[key] == nil {
			numbers = append(numbers, n)
		}
		fields[key] = v
		if strings.HasPrefix(p.rest, ",") || strings.HasPrefix(p.rest, ";") {
			p.rest = skipLua(p.rest[1:])
		} else if !strings.HasPrefix(p.rest, "}") {
			return nil, fmt.Errorf("a comma is missing before %.20q", p.rest)
		}
	}
	if len(numbers) < len(fields) || len(fields) == 0 {
		return fields, nil
	}
	slices.Sort(numbers)
	out := make([]any, 0, len(numbers))
	for _, n := range numbers {
		out = append(out, fields[strconv.Itoa(n)])
	}
	return out, nil
}

// key reads the key of a field and its equals sign, "" if the field has none.
func (p *luaReader) key() (string, error) {
	if strings.HasPrefix(p.rest, "[") && longBracket(p.rest) < 0 {
		p.rest = skipLua(p.rest[1:])
		v, err := p.value(maxLuaDepth)
		if err != nil {
			return "", err
		}
		rest, ok := strings.CutPrefix(p.rest, "]")
		if ok {
			rest, ok = strings.CutPrefix(skipLua(rest), "=")
		}
		key := str(v)
		if !ok || key == "" {
			return "", fmt.Errorf("a key is broken before %.20q", p.rest)
		}
		p.rest = skipLua(rest)
		return key, nil
	}
	n := strings.IndexFunc(p.rest, func(r rune) bool {
		return !(r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	})
	if n <= 0 || p.rest[0] >= '0' && p.rest[0] <= '9' {
		return "", nil
	}
	after := skipLua(p.rest[n:])
	if !strings.HasPrefix(after, "=") || strings.HasPrefix(after, "==") {
		return "", nil
	}
	key := p.rest[:n]
	p.rest = skipLua(after[1:])
	return key, nil
}

// str reads a string.
func (p *luaReader) str() (string, error) {
	if level := longBracket(p.rest); level >= 0 {
		inner, rest, ok := strings.Cut(p.rest[2+level:], "]"+strings.Repeat("=", level)+"]")
		if !ok {
			return "", fmt.Errorf("a string has no end")
		}
		p.rest = skipLua(rest)
		return tidy(inner), nil
	}
	quote := p.rest[0]
	var b strings.Builder
	for i := 1; i < len(p.rest); i++ {
		switch c := p.rest[i]; {
		case c == quote:
			p.rest = skipLua(p.rest[i+1:])
			return tidy(b.String()), nil
		case c != '\\':
			b.WriteByte(c)
		case i+1 == len(p.rest):
		default:
			i++
			i += luaEscape(&b, p.rest[i:]) - 1
		}
	}
	return "", fmt.Errorf("a string has no end")
}

// luaEscape writes what an escape stands for, and returns the number of its bytes; s begins behind the backslash.
func luaEscape(b *strings.Builder, s string) int {
	if i := strings.IndexByte("abfnrtvz", s[0]); i >= 0 {
		b.WriteString([]string{"", "", "", "\n", "\n", "\t", "", ""}[i])
		return 1
	}
	switch {
	case s[0] >= '0' && s[0] <= '9':
		n := 1
		for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		v, _ := strconv.Atoi(s[:n])
		b.WriteByte(byte(v))
		return n
	case s[0] == 'x' && len(s) > 2:
		if v, err := strconv.ParseUint(s[1:3], 16, 8); err == nil {
			b.WriteByte(byte(v))
			return 3
		}
	case strings.HasPrefix(s, "u{"):
		if end := strings.IndexByte(s[:min(len(s), 12)], '}'); end > 0 {
			if v, err := strconv.ParseUint(s[2:end], 16, 31); err == nil && v <= utf8.MaxRune {
				b.WriteRune(rune(v))
				return end + 1
			}
		}
	}
	b.WriteByte(s[0])
	return 1
}
