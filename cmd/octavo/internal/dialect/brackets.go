package dialect

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
)

// brace finds what stands in braces: templates, CriticMarkup, roles, lines of attributes. Its closing signs are looked for in the
// source, because Markdown may have read what is between as markup of its own.
func (s *scanner) brace(at int) (int, *Kind) {
	b := s.Source[at:min(len(s.Source), at+most)]
	close := func(mark string, k *Kind) (int, *Kind) {
		if n := s.search(b[2:], mark); n >= 0 && (k == critic || bytes.ContainsFunc(b[2:2+n], unicode.IsLetter)) {
			return at + 2 + n + len(mark), k
		}
		return 0, nil
	}
	switch {
	case has(b, "{{<"):
		return close(">}}", shortcode)
	case has(b, "{{%"):
		return close("%}}", shortcode)
	case has(b, "{{"):
		k := template
		if word := name(b[min(len(b), 3):], "_"); has(b, "{{#") && includes()[string(b[3:3+word])] {
			k = include
		}
		b = b[:min(len(b), mostTemplate)]
		return close("}}", k)
	case has(b, "{%"):
		return close("%}", liquid)
	case has(b, "{++"):
		return close("++}", critic)
	case has(b, "{--"):
		return close("--}", critic)
	case has(b, "{~~"):
		return close("~~}", critic)
	case has(b, "{>>"):
		return close("<<}", critic)
	case has(b, "{=="):
		return close("==}", critic)
	case has(b, "{$$}"):
		return close("{/$$}", math)
	case has(b, "{:"):
		n := bytes.IndexAny(b[:min(len(b), 200)], "}\n")
		switch {
		case n < 0 || b[n] != '}':
		case has(bytes.TrimLeft(b[2:n], " "), "toc"):
			return at + n + 1, contents
		case !bytes.ContainsAny(b[2:n], "#=."):
			return at + n + 1, kramdown
		}
	}
	return s.words(at, b)
}

// mostTemplate is how many bytes a template in double braces can have.
const mostTemplate = 300

// includes are instructions of mdBook.
var includes = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"include": true, "rustdoc_include": true, "playground": true, "playpen": true, "title": true, "template": true}
})

// markuaWords are the directives of Markua and Leanpub that stand alone on a line in braces.
var markuaWords = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"frontmatter": true, "mainmatter": true, "backmatter": true, "blurb": true, "aside": true, "quiz": true,
		"exercise": true, "figure": true, "pagebreak": true, "class": true, "width": true, "rtl": true, "ltr": true, "sample": true, "case": true}
})

// words finds a role of MyST, which is a name in braces before code, and lines of Markua in braces.
func (s *scanner) words(at int, b []byte) (int, *Kind) {
	n := bytes.IndexAny(b[:min(len(b), 500)], "}\n")
	if n < 2 || b[n] != '}' {
		return 0, nil
	}
	inside := strings.TrimSpace(string(b[1:n]))
	end := at + n + 1
	length := name([]byte(inside), "-_:")
	if length == len(inside) && end < len(s.Source) && s.Source[end] == '`' && s.Words[end] == 0 {
		return s.code(end), role
	}
	if strings.HasPrefix(inside, "i: \"") || strings.HasPrefix(inside, "i: “") { // an entry of the index
		return end, markua
	}
	if !s.alone(at, end) {
		return 0, nil
	}
	word := name([]byte(inside), "-_")
	key, value, isPair := strings.Cut(inside, ":")
	switch {
	case word > 0 && word == len(inside) && markuaWords()[inside], strings.HasPrefix(inside, "/") && markuaWords()[inside[1:]]:
		return end, markua
	case isPair && word > 0 && word == len(strings.TrimSpace(key)) && value != "" && !strings.HasPrefix(value, ":"):
		return end, markua
	}
	return 0, nil
}

// bracket finds what stands in brackets: citations, marks for the contents, tags of BBCode, links to labels that are not defined.
func (s *scanner) bracket(at int) (int, *Kind) {
	if at > 0 && s.Words[at-1] == '\\' {
		return 0, nil
	}
	b := s.ahead(at)
	n := bytes.IndexByte(b, ']')
	if n < 0 {
		return 0, nil
	}
	inside, end := b[1:n], at+n+1
	lower := strings.ToLower(strings.Trim(string(inside), "[_ "))
	switch {
	case (lower == "toc" || lower == "tableofcontents" || strings.HasPrefix(lower, "toc ")) && s.alone(at, s.closes(end)):
		return s.closes(end), contents
	case (lower == "pagebreak" || lower == "newpage" || lower == "page break") && s.alone(at, end):
		return end, pageBreak
	case has(inside, "@") && crossReference(inside[1:]):
		return end, crossRef
	case hasCitation(inside):
		s.citations = true
		return end, citation
	case isBBCode(inside) && bytes.Contains(b, []byte("[/"+string(inside[:name(inside, "*")])+"]")):
		return end, bbcode
	case len(inside) > 1 && inside[0] == '/' && isBBCode(inside[1:]):
		return end, bbcode
	case isShortcode(inside):
		return end, wordpress
	case has(inside, "fn:") && len(inside) > 3:
		return end, org
	case s.alone(at, end) && isAsciiDoc(string(inside)):
		return end, asciidoc
	case has(b[n+1:], "(") && spacedAddress(b[n+1:]) > 0:
		return end + spacedAddress(b[n+1:]), spaced
	case !isWord(s.before(at)) && s.before(at) != ']' && s.before(at) != ')' && len(bytes.TrimSpace(inside)) > 0 && has(b[n+1:], "["):
		return s.undefined(at, b, n+1)
	}
	return 0, nil
}

// spacedAddress returns the length of an address in parentheses that has blanks, 0 if b begins with other words in parentheses.
func spacedAddress(b []byte) int {
	n := bytes.IndexAny(b, ")\n")
	if n < 3 || b[n] != ')' || bytes.IndexByte(b[:n], ' ') < 0 {
		return 0
	}
	address := b[1:n]
	if bytes.Contains(address, []byte("://")) {
		return n + 1
	}
	dot := bytes.LastIndexByte(address, '.')
	if extension := name(address[dot+1:], ""); dot < 1 || extension < 2 || extension > 5 || dot+1+extension < len(address) && address[dot+1+extension] != '#' {
		return 0
	}
	return n + 1
}

// closes returns the end of the closing brackets at an offset.
func (s *scanner) closes(at int) int {
	for at < len(s.Words) && s.Words[at] == ']' {
		at++
	}
	return at
}

// undefined finds a link to a label that is not defined, whose label's bracket is at n of b. A footnote's mark is none.
func (s *scanner) undefined(at int, b []byte, n int) (int, *Kind) {
	if has(b[n:], "[^") || bytes.IndexByte(b[1:n-1], '[') >= 0 {
		return 0, nil
	}
	m := bytes.IndexByte(b[n:], ']')
	if m < 0 || m > 1000 || bytes.IndexByte(b[n+1:n+m], '[') >= 0 {
		return 0, nil
	}
	return at + n + m + 1, label
}

// hasCitation reports whether the words in a pair of brackets cite something: [@key], [see @key, p. 12; -@other].
func hasCitation(inside []byte) bool {
	for from := 0; ; {
		i := bytes.IndexByte(inside[from:], '@')
		if i < 0 {
			return false
		}
		i += from
		before := byte(' ')
		if i > 0 {
			before = inside[i-1]
		}
		if (before == ' ' || before == ';' || before == '-' || before == '\n' || before == '(') && citeKey(inside[i+1:]) > 0 {
			return true
		}
		from = i + 1
	}
}

var bbTags = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"b": true, "i": true, "u": true, "s": true, "url": true, "img": true, "quote": true, "code": true, "size": true,
		"color": true, "center": true, "list": true, "font": true, "spoiler": true, "left": true, "right": true}
})

// isBBCode reports whether the words in a pair of brackets begin with the name of a tag, which may have a value.
func isBBCode(inside []byte) bool {
	n := name(inside, "")
	return bbTags()[strings.ToLower(string(inside[:n]))] && (n == len(inside) || inside[n] == '=')
}

// isShortcode reports whether the words in a pair of brackets are a shortcode of WordPress, or end one: [caption id="x"], [/caption].
func isShortcode(inside []byte) bool {
	if inside = bytes.TrimSuffix(inside, []byte("/")); has(inside, "/") {
		return len(inside) > 3 && name(inside[1:], "_-") == len(inside)-1
	}
	n := name(inside, "_-")
	if n < 3 || n+3 > len(inside) || inside[n] != ' ' && inside[n] != ':' {
		return false
	}
	key := name(inside[n+1:], "_-")
	return inside[n] == ' ' && key > 0 && has(inside[n+1+key:], "=") || has(inside, "block:") && n+1+key == len(inside)
}

// isAsciiDoc reports whether the words in a pair of brackets alone on a line are attributes of a block of AsciiDoc.
func isAsciiDoc(inside string) bool {
	first, _, more := strings.Cut(inside, ",")
	switch first {
	case "NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING":
		return !more
	case "source", "quote", "verse", "listing", "cols", "discrete", "horizontal":
		return true
	}
	return strings.HasPrefix(inside, "#") && len(inside) > 1 && !strings.Contains(inside, " ") || strings.HasPrefix(inside, "options=")
}
