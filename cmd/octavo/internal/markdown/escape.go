package markdown

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// finish joins the pieces of a line, and escapes in the characters of the text what a reader would take for signs.
func (l *liner) finish() string {
	var all strings.Builder
	for _, t := range l.tokens {
		all.WriteString(t.text)
	}
	e := &escaper{l: l, all: all.String()}
	e.survey()
	at := 0
	for _, t := range l.tokens {
		end := at + len(t.text)
		if t.signs {
			e.out.WriteString(t.text)
			e.lineStart = strings.HasSuffix(t.text, "\n")
		} else {
			e.text(at, end, t.inside)
		}
		at = end
	}
	return strings.Trim(e.out.String(), " ")
}

// escaper escapes one run of text.
type escaper struct {
	l         *liner
	all       string // the run, unescaped
	out       strings.Builder
	lineStart bool // nothing but spaces since the line began
	paired    [128]bool
	breaks    bool // the run has line breaks
	inside    bool // the text is between brackets
	hashes    int  // where the number signs at the end of the run begin
}

// survey finds the signs that come in pairs in this run. One alone means nothing.
func (e *escaper) survey() {
	e.lineStart = e.l.at == inParagraph || e.l.at == inVerse || e.l.at == inTerm
	for _, c := range []byte("~^$") {
		e.paired[c] = strings.Count(e.all, string(c)) > 1
	}
	e.paired['='] = strings.Count(e.all, "==") > 1
	e.paired['+'] = strings.Count(e.all, "++") > 1
	e.breaks = strings.Contains(e.all, "\n")
	e.hashes = len(strings.TrimRight(e.all, "# "))
}

// text escapes the characters from one offset of the run to another.
func (e *escaper) text(at, end int, inside bool) {
	e.inside = inside
	typed := e.l.w.punctuation == Typed
	for at < end {
		r, size := utf8.DecodeRuneInString(e.all[at:])
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		if e.lineStart && r != ' ' {
			if n := e.start(at, end); n > 0 {
				e.lineStart = false
				at += n
				continue
			}
			e.lineStart = false
		}
		switch {
		case r == ' ' && typed && strings.HasSuffix(e.out.String()[max(0, e.out.Len()-1):], " "):
		case r < 0x80 && e.must(byte(r), at):
			e.out.WriteByte('\\')
			e.out.WriteByte(byte(r))
		case r == '&' && entityLength(e.all[at:]) > 0:
			e.out.WriteString(`\&`)
		default:
			e.out.WriteRune(r)
		}
		at += size
	}
}

// before and after return the bytes beside an offset of the run, a space at its ends.
func (e *escaper) before(at int) byte {
	if at == 0 {
		return ' '
	}
	return e.all[at-1]
}

// near returns the text at an offset as far as the longest mark reaches, so that a pattern takes no longer where much follows.
func (e *escaper) near(at int) string {
	const longest = 64
	return e.all[at:min(len(e.all), at+longest)]
}

func (e *escaper) after(at int) byte {
	if at >= len(e.all) {
		return ' '
	}
	return e.all[at]
}

var (
	ordinal    = lazyregexp.New(`^(\d{1,9})([.)])(\s|$)`)
	tableLead  = lazyregexp.New(`^[Tt]able:(\s|$)`)
	markua     = lazyregexp.New(`^[A-Z]{1,2}>`)
	onlyEquals = lazyregexp.New(`^=+ *(\n|$)`)
	emoji      = lazyregexp.New(`^:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:`)
	htmlEntity = lazyregexp.New(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{2,31});`)
	citeKey    = lazyregexp.New(`^\[-?@[A-Za-z0-9_]`)
	crossRef   = lazyregexp.New(`^(\[@|\\@ref\(|@)(fig|tbl|tab|sec)[-:][\pL\pN._:-]*[\pL\pN_][\])]?`)
	marker     = lazyregexp.New(`^\[[ xX]\](\s|$)|^\[(TOC|toc|_TOC_|![A-Za-z]+)\]`)
)

// entityLength returns the length of the character reference that a text begins with, 0 if there is none.
func entityLength(s string) int {
	name := htmlEntity().FindString(s[:min(len(s), 34)])
	if html.UnescapeString(name) == name {
		return 0
	}
	return len(name)
}

// start escapes the beginning of a line, where signs mean blocks. It returns the length of what it has written, 0 for nothing.
func (e *escaper) start(at, end int) int {
	rest := e.all[at:]
	gap := e.after(at+1) == ' ' || e.after(at+1) == '\n' || at+1 >= len(e.all)
	put := func(n int, sign int) int { // escapes the byte at sign
		e.out.WriteString(rest[:sign] + `\` + rest[sign:n])
		return n
	}
	switch c := rest[0]; {
	case c == '#' || c == '>' || c == '|':
		return put(1, 0)
	case (c == '-' || c == '*') && gap, c == '+' && (gap || strings.HasPrefix(rest, "+++")):
		return put(1, 0)
	case c == '-' && strings.Trim(firstLine(rest), "- ") == "", onlyEquals().MatchString(rest):
		return put(1, 0)
	case c == ':' && (gap || e.after(at+1) == ':'):
		return put(1, 0)
	case strings.HasPrefix(rest, "!!!") || strings.HasPrefix(rest, "???"):
		return put(1, 0)
	case c == '~' && strings.HasPrefix(rest, "~~~"):
		return put(1, 0)
	}
	if m := ordinal().FindStringSubmatch(rest); m != nil && at+len(m[1]) < end {
		return put(len(m[1])+1, len(m[1]))
	}
	if m := firstItem().FindStringSubmatch(rest); m != nil && at+len(m[1]) < end {
		return put(len(m[1])+1, len(m[1]))
	}
	if at == 0 && tableLead().MatchString(rest) && end >= 6 {
		return put(6, 5)
	}
	if m := markua().FindString(rest); m != "" && at+len(m) <= end {
		return put(len(m), len(m)-1)
	}
	if e.l.w.dash == escapeDash {
		for _, d := range [...][2]string{{"—", "&mdash;"}, {"–", "&ndash;"}, {"―", "&#x2015;"}, {"---", "&mdash;"}, {"--", "&ndash;"}} {
			if strings.HasPrefix(rest, d[0]) && at+len(d[0]) <= end {
				e.out.WriteString(d[1])
				return len(d[0])
			}
		}
	}
	return 0
}

// firstItem is the number of a list's first item in letters, in Roman figures or in parentheses; the sign after it is escaped.
var firstItem = lazyregexp.New(`^(\(?[aAiI]|\(1)[.)](?: |\n|$)`)

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// must reports whether a character must be escaped where it stands.
func (e *escaper) must(c byte, at int) bool {
	prev, next := e.before(at), e.after(at+1)
	final := e.l.w.punctuation == Final
	switch c {
	case '\\', '`', '{':
		return true
	case '*':
		return prev > ' ' || next > ' '
	case '_':
		return !(isAlnum(e.all[:at], true) && isAlnum(e.all[at+1:], false)) && (prev > ' ' || next > ' ')
	case '~', '^':
		return e.paired[c] && (prev > ' ' || next > ' ') || c == '^' && (next == '[' || prev == ' ' && isAlnum(e.all[at+1:], false))
	case '=':
		return e.paired[c] && next == '='
	case '$':
		return e.paired[c] && (next > ' ' && !(next >= '0' && next <= '9') || next == '$' || prev == '$')
	case '%':
		return next == '%'
	case '<':
		return next == '/' || next == '!' || next == '?' || next|0x20 >= 'a' && next|0x20 <= 'z'
	case '[':
		return e.bracket(at)
	case ']':
		return e.inside
	case '!':
		return next == '['
	case ':':
		return emoji().MatchString(e.all[at:min(len(e.all), at+40)]) && !isAlnum(e.all[:at], true)
	case '|':
		return e.l.at == inCell || e.breaks
	case '@': // a reference, a citation, or the number of an example
		return crossRef().MatchString(e.near(at)) || (prev <= ' ' || prev == '(') && isAlnum(e.all[at+1:], false)
	case '+':
		return e.paired[c] && next == '+'
	case '#':
		return e.l.at == inHeading && at >= e.hashes || prev == ' ' && isAlnum(e.all[at+1:], false)
	case '"', '\'':
		return final
	case '.':
		return final && next == '.' && e.after(at+2) == '.'
	case '-':
		return final && prev == '-'
	}
	return false
}

// isAlnum reports whether the last character of a text, or its first one, is a letter or a figure.
func isAlnum(s string, last bool) bool {
	var r rune
	if last {
		r, _ = utf8.DecodeLastRuneInString(s)
	} else {
		r, _ = utf8.DecodeRuneInString(s)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// longestLink is the number of bytes in which the end of a pair of brackets is looked for. Brackets further apart are escaped.
const longestLink = 1000

// bracket reports whether an opening bracket would begin a link, a span, a note or a mark of another dialect.
func (e *escaper) bracket(at int) bool {
	if e.inside || e.before(at) == '!' {
		return true
	}
	switch e.after(at + 1) {
	case '^', '[', ']':
		return true
	}
	if mark := e.near(at); marker().MatchString(mark) || citeKey().MatchString(mark) {
		return true
	}
	rest := e.all[at:min(len(e.all), at+longestLink)]
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		return len(rest) == longestLink
	}
	switch e.after(at + end + 1) {
	case '(', '[', '{', ':':
		return true
	}
	return strings.IndexByte(rest[1:end], '[') >= 0
}
