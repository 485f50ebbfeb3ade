package markdown

import (
	"html"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/formula"
)

// place is where a line of text stands, which decides what must be escaped.
type place int

const (
	inParagraph place = iota
	inHeading
	inTerm // of a definition; it is read as a paragraph until the definition comes
	inVerse
	inCell
	inCaption
	inAttribution // after signs at the beginning of its line
)

// token is a piece of a line: signs of Markdown, or characters to be escaped.
type token struct {
	text   string
	signs  bool
	inside bool // between the brackets of a link, a span or a description
}

// liner builds one run of text.
type liner struct {
	w      *writer
	at     place
	tokens []token
	last   rune     // the last character so far; a space at the beginning
	links  int      // open links
	spans  int      // open brackets of links and spans
	open   []string // signs of the emphasis around, "" for an HTML element
}

// line returns running text. Only in paragraphs and attributions it has line ends: those of line breaks.
func (w *writer) line(text []book.Inline, at place) string {
	if len(text) == 0 {
		return ""
	}
	l := &liner{w: w, at: at, last: ' '}
	l.inlines(text, ' ')
	return l.finish()
}

// plain returns text without markup, such as a picture's description.
func (w *writer) plain(s string) string {
	l := &liner{w: w, at: inCaption, last: ' ', spans: 1}
	l.characters(s)
	return l.finish()
}

func (l *liner) signs(s string) {
	if s == "" {
		return
	}
	l.tokens = append(l.tokens, token{text: s, signs: true})
	l.last, _ = utf8.DecodeLastRuneInString(s)
}

func (l *liner) characters(s string) {
	if s == "" {
		return
	}
	l.tokens = append(l.tokens, token{text: s, inside: l.spans > 0})
	l.last, _ = utf8.DecodeLastRuneInString(s)
}

// inlines adds inlines; after is the character that follows them.
func (l *liner) inlines(text []book.Inline, after rune) {
	for i, in := range text {
		next := after
		if i+1 < len(text) {
			next = firstSign(text[i+1:], after)
		}
		l.inline(in, next)
	}
}

func (l *liner) inline(in book.Inline, next rune) {
	switch in := in.(type) {
	case *book.Text:
		l.characters(in.Value)
	case *book.Emph:
		l.emphasis("*", "em", in.Text, next)
	case *book.Strong:
		l.emphasis("**", "strong", in.Text, next)
	case *book.Strike:
		l.emphasis("~~", "s", in.Text, next)
	case *book.CodeSpan:
		l.signs(codeSpan(in.Value, l.at == inCell))
	case *book.Link:
		l.link(in)
	case *book.Image:
		s := "![" + l.w.plain(in.Alt) + "](" + Address(in.Path)
		if in.Title != "" {
			s += " " + quoted(escapeTitle(in.Title))
		}
		s += ")"
		if attrs := pictureAttributes(in); len(attrs) > 0 {
			s += "{" + strings.Join(attrs, " ") + "}"
		}
		l.signs(s)
	case *book.NoteMark:
		l.signs("[^" + l.w.label(in.Note) + "]")
	case *book.LineBreak:
		switch l.at {
		case inHeading, inTerm, inCell, inCaption:
			l.signs("<br>")
		default:
			l.signs("\\\n")
		}
	case *book.Math:
		l.signs(mathSigns(in))
	case *book.RawHTML:
		l.signs(in.Text)
	case *book.Span:
		l.span(in, next)
	}
}

// classes are the names of the styles of words.
var classes = map[book.SpanStyle]string{
	book.Superscript: "superscript", book.Subscript: "subscript", book.SmallCaps: "smallcaps", book.Underline: "underline",
	book.Mark: "mark", book.Small: "small", book.Keyboard: "kbd",
}

// span adds words that are set apart: between signs where these would be read so, else in brackets with attributes.
func (l *liner) span(in *book.Span, next rune) {
	if in.Lang == "" && in.ID == "" {
		if sign := l.scriptSign(in, next); sign != "" {
			l.signs(sign)
			l.inlines(in.Text, rune(sign[0]))
			l.signs(sign)
			return
		}
	}
	if in.Style == book.Abbreviation {
		tag := "<abbr>"
		if in.Full != "" {
			tag = `<abbr title="` + html.EscapeString(in.Full) + `">`
		}
		l.signs(tag)
		l.inlines(in.Text, '<')
		l.signs("</abbr>")
		return
	}
	var attrs []string
	if in.ID != "" {
		attrs = append(attrs, "#"+in.ID)
	}
	if class := classes[in.Style]; class != "" {
		attrs = append(attrs, "."+class)
	}
	if in.Lang != "" {
		attrs = append(attrs, "lang="+in.Lang)
	}
	if len(attrs) == 0 {
		l.inlines(in.Text, next)
		return
	}
	l.bracketed(in, "{"+strings.Join(attrs, " ")+"}")
}

// scriptSign returns the sign between which a superscript, a subscript or marked words can stand, "" if they need attributes.
func (l *liner) scriptSign(in *book.Span, next rune) string {
	text := book.Characters(in.Text)
	sign := map[book.SpanStyle]string{book.Superscript: "^", book.Subscript: "~", book.Mark: "=="}[in.Style]
	if sign == "" || text == "" || l.last == rune(sign[0]) || next == rune(sign[0]) || strings.Contains(text, sign[:1]) {
		return ""
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if in.Style == book.Mark {
		first, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		if word(l.last) || word(next) || unicode.IsSpace(first) || unicode.IsSpace(last) {
			return ""
		}
		return sign
	}
	if strings.ContainsFunc(text, func(r rune) bool { return !word(r) }) || len(text) > 60 || unicode.IsDigit(next) {
		return ""
	}
	return sign
}

// bracketed adds text in brackets with attributes after it.
func (l *liner) bracketed(in *book.Span, attrs string) {
	l.signs("[")
	l.spans++
	l.inlines(in.Text, ']')
	l.spans--
	l.signs("]" + attrs)
}

// emphasis adds emphasis, or an HTML element where signs beside letters or punctuation would not be read as emphasis (CommonMark
// 0.31, section 6.2). Emphasis beside or inside emphasis of the same sign has the other one.
func (l *liner) emphasis(sign, tag string, text []book.Inline, next rune) {
	if len(text) == 0 {
		return
	}
	inside := 0 // how often it is inside of the same
	for _, around := range l.open {
		switch {
		case around == sign && sign == "~~":
			l.inlines(text, next)
			return
		case around == sign:
			sign = strings.ReplaceAll(sign, "*", "_")
		}
		if len(around) == len(sign) && strings.Trim(around, "*_") == "" {
			inside++
		}
	}
	if l.last == rune(sign[0]) || next == rune(sign[0]) {
		sign = strings.ReplaceAll(sign, "*", "_")
	}
	c := rune(sign[0])
	closing := sign
	if inside > 1 || l.last == c || next == c || !opens(l.last, firstSign(text, ' '), c == '_') || !opens(next, lastSign(text), c == '_') {
		sign, closing, c = "<"+tag+">", "</"+tag+">", '<'
	}
	l.signs(sign)
	l.open = append(l.open, closing)
	l.inlines(text, c)
	l.open = l.open[:len(l.open)-1]
	l.signs(closing)
}

// opens reports whether emphasis can begin between two characters, or, the other way round, end there.
func opens(outside, inside rune, underscore bool) bool {
	apart := unicode.IsSpace(outside) || isPunct(outside)
	switch {
	case unicode.IsSpace(inside):
		return false
	case isPunct(inside):
		return apart
	}
	return apart || !underscore
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// firstSign returns the first character that inlines are written with; after is what follows them.
func firstSign(text []book.Inline, after rune) rune {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Text:
			for _, r := range in.Value {
				return r
			}
		case *book.Emph, *book.Strong:
			return '*'
		case *book.Strike:
			return '~'
		case *book.CodeSpan:
			return '`'
		case *book.Math:
			return '$'
		case *book.Image:
			return '!'
		case *book.LineBreak:
			return '\\'
		case *book.RawHTML:
			return '<'
		case *book.Span:
			return spanSign(in, '[')
		default:
			return '['
		}
	}
	return after
}

// mathSigns returns a formula between its dollar signs.
func mathSigns(m *book.Math) string {
	if m.Layout == formula.Display {
		return "$$" + m.Source + "$$"
	}
	return "$" + m.Source + "$"
}

// lastSign returns the last character that inlines are written with.
func lastSign(text []book.Inline) rune {
	for i := len(text) - 1; i >= 0; i-- {
		switch in := text[i].(type) {
		case *book.Text:
			if in.Value != "" {
				r, _ := utf8.DecodeLastRuneInString(in.Value)
				return r
			}
		case *book.Emph, *book.Strong:
			return '*'
		case *book.Strike:
			return '~'
		case *book.CodeSpan:
			return '`'
		case *book.Math:
			return '$'
		case *book.Link, *book.Image:
			return ')'
		case *book.LineBreak:
			return ' '
		case *book.RawHTML:
			return '>'
		case *book.NoteMark:
			return ']'
		case *book.Span:
			return spanSign(in, '}')
		default:
			return '}'
		}
	}
	return ' '
}

// codeSpan returns code between backticks of which there are more than in it.
func codeSpan(s string, cell bool) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
	fence := "`"
	for run := longestRun(s, '`'); len(fence) <= run; {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") && strings.Trim(s, " ") != "" {
		s = " " + s + " "
	}
	if cell {
		s = strings.ReplaceAll(s, "|", "\\|")
	}
	return fence + s + fence
}

// longestRun returns the length of the longest run of a character.
func longestRun(s string, c byte) int {
	longest, n := 0, 0
	for i := range len(s) {
		if s[i] != c {
			n = 0
			continue
		}
		n++
		longest = max(longest, n)
	}
	return longest
}

// link adds a link: an address alone in angle brackets, where it is its own text.
func (l *liner) link(in *book.Link) {
	if l.links > 0 {
		l.inlines(in.Text, ' ')
		return
	}
	to := in.URL + in.Elsewhere
	if in.Target != "" {
		to = "#" + in.Target
	}
	if len(in.Text) == 1 && in.Title == "" && in.Target == "" {
		t, ok := in.Text[0].(*book.Text)
		switch {
		case ok && t.Value == to && isAutolink(to):
			l.signs("<" + to + ">")
			return
		case ok && t.Value == in.Elsewhere && crossRef().FindString(to) == to: // a reference by id that leads nowhere
			l.signs(to)
			return
		}
	}
	l.signs("[")
	l.links++
	l.spans++
	l.inlines(in.Text, ']')
	l.links--
	l.spans--
	end := "](" + Address(to)
	if in.Title != "" {
		end += " " + quoted(escapeTitle(in.Title))
	}
	l.signs(end + ")")
}

// isAutolink reports whether an address may stand in angle brackets.
func isAutolink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && !strings.ContainsAny(s, "<> \t\n\\")
}

// Address returns the destination of a link or a picture.
func Address(s string) string {
	var b strings.Builder
	angle := strings.ContainsAny(s, " ()<>") || s == ""
	for i, r := range s {
		switch {
		case r < ' ' || r == 0x7F:
			b.WriteString(url.PathEscape(string(r)))
		case r == '\\' || r == '<' || r == '>':
			b.WriteString(`\` + string(r))
		case r == '&' && entityLength(s[i:]) > 0:
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	if !angle {
		return b.String()
	}
	return "<" + b.String() + ">"
}

// quoted returns a title between signs that are not in it; what stands in it is Markdown already.
func quoted(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	switch {
	case !strings.Contains(s, `"`):
		return `"` + s + `"`
	case !strings.Contains(s, "'"):
		return "'" + s + "'"
	case !strings.ContainsAny(s, "()"):
		return "(" + s + ")"
	}
	return `"` + strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), `"`, `\"`) + `"`
}

// escapeTitle escapes what a link's title, which is no Markdown, must have escaped.
func escapeTitle(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '&' && entityLength(s[i:]) > 0:
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// spanSign returns a sign of the kind with which a span begins or ends; all of them are punctuation.
func spanSign(in *book.Span, bracket rune) rune {
	switch in.Style {
	case book.Superscript:
		return '^'
	case book.Subscript:
		return '~'
	case book.Mark:
		return '='
	}
	return bracket
}
