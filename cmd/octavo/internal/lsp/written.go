package lsp

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// maxReference is how many bytes of a reference are read to find its address.
const maxReference = 4000

// written reads a reference or a picture as it is written at a place: a link of Markdown, one between double brackets, a reference by an
// id alone, or a tag of HTML.
func written(at diag.Pos, defined labels) reference {
	rest := textAt(at, maxReference)
	r := reference{form: byName}
	part := func(from, to int) stretch { return stretch{at.Source, at.Offset + from, at.Offset + to} }
	switch {
	case strings.HasPrefix(rest, "[["), strings.HasPrefix(rest, "![["):
		end := strings.Index(rest, "]]")
		if end < 0 {
			break
		}
		r.whole = part(0, end+2)
		from := strings.Index(rest, "[[") + 2
		name, _, _ := strings.Cut(rest[from:end], "|")
		name = strings.TrimRight(strings.TrimSuffix(name, `\`), " \t")
		r.address = part(from, from+len(name))
		if n := strings.LastIndexByte(name, '#'); n >= 0 {
			r.form, r.address = inLink, part(from+n+1, from+len(name))
		}
	case crossReference().MatchString(rest):
		m := crossReference().FindStringSubmatchIndex(rest)
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				r.form, r.whole, r.address = inMark, part(0, m[1]), part(m[g], m[g+1])
			}
		}
	case strings.HasPrefix(rest, "<"):
		if m := hrefOrSource().FindStringSubmatchIndex(rest); m != nil {
			r.whole, r.address = part(0, m[1]), part(m[2], m[3])
			r.byFragment(rest[m[2]:m[3]])
		}
	default:
		readLink(&r, defined, at, rest)
	}
	if r.whole.src == nil {
		r.whole = part(0, min(1, len(rest)))
	}
	return r
}

// crossReference matches a reference by an id alone; see package manuscript.
var crossReference = lazyregexp.New(`^(?:\[@([^\]\s]+)\]|\\@ref\(([^)\s]+)\)|@((?:fig|tbl|tab|sec)[-:][\pL\pN_:.-]*[\pL\pN_]))`)

// hrefOrSource matches a tag with an address.
var hrefOrSource = lazyregexp.New(`^<[A-Za-z][^<>]*?\s(?:href|src)\s*=\s*["']?([^"'\s>]*)["']?[^<>]*>`)

// byFragment makes the fragment of an address the reference's address, if it has one.
func (r *reference) byFragment(address string) {
	if n := strings.IndexByte(address, '#'); n >= 0 {
		r.form, r.address.from = inLink, r.address.from+n+1
	}
}

// readLink reads a link or a picture in Markdown: [words](address "title"), [words][label], [label].
func readLink(r *reference, defined labels, at diag.Pos, rest string) {
	open := strings.IndexByte(rest[:min(len(rest), 2)], '[')
	if open < 0 {
		return
	}
	end := closing(rest, open, '[', ']')
	if end < 0 {
		return
	}
	part := func(from, to int) stretch { return stretch{at.Source, at.Offset + from, at.Offset + to} }
	if strings.HasPrefix(rest[end+1:], "(") {
		from, to := destination(rest, end+2)
		r.whole, r.address = part(0, to), part(from, to)
		if n := strings.IndexByte(rest[to:], ')'); n >= 0 {
			r.whole = part(0, to+n+1)
		}
		r.byFragment(rest[from:to])
		return
	}
	label := rest[open+1 : end]
	stop := end + 1
	if strings.HasPrefix(rest[end+1:], "[") {
		if to := closing(rest, end+1, '[', ']'); to > 0 {
			if stop = to + 1; to > end+2 {
				label = rest[end+2 : to]
			}
		}
	}
	r.whole = part(0, stop)
	if address := defined.find(at.Source, label); address.src != nil {
		r.address = address
		r.byFragment(string(at.Source.Text[address.from:address.to]))
	}
}

// closing returns the offset of the bracket that closes the one at an offset, or -1. Those after a backslash and in code do not count.
func closing(s string, open int, opens, closes byte) int {
	depth := 0
	for i := open; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '`':
			run := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
			i += run - 1
			if n := strings.Index(s[i+1:], strings.Repeat("`", run)); n >= 0 {
				i += n + run
			}
		case opens:
			depth++
		case closes:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// destination returns where the address of a link begins and ends that stands at an offset, behind the parenthesis.
func destination(s string, at int) (from, to int) {
	for at < len(s) && strings.IndexByte(" \t\r\n", s[at]) >= 0 {
		at++
	}
	if at < len(s) && s[at] == '<' {
		if n := strings.IndexAny(s[at:], ">\n"); n >= 0 {
			return at + 1, at + n
		}
	}
	depth := 0
	for to = at; to < len(s); to++ {
		switch c := s[to]; {
		case c == '\\':
			to++
		case c == '(':
			depth++
		case c == ')' && depth == 0, c == ' ', c == '\t', c == '\n', c == '\r':
			return at, to
		case c == ')':
			depth--
		}
	}
	return at, min(to, len(s))
}

// labels are the labels of links with their addresses, of each source that has been asked for one.
type labels map[*diag.Source]map[string]stretch

// find returns where the address of a link's label is defined: [label]: address. Of two definitions the first counts.
func (l labels) find(src *diag.Source, label string) stretch {
	defined, known := l[src]
	if !known {
		defined = definitions(src)
		l[src] = defined
	}
	return defined[normalLabel(label)]
}

// definitions returns the addresses of the labels that a source defines.
func definitions(src *diag.Source) map[string]stretch {
	out := map[string]stretch{}
	s := string(src.Text)
	for at := 0; at < len(s); {
		line, _, _ := strings.Cut(s[at:], "\n")
		text := strings.TrimLeft(line, " ")
		if strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "[^") {
			if end := closing(text, 0, '[', ']'); end > 0 && strings.HasPrefix(text[end+1:], ":") {
				if label := normalLabel(text[1:end]); out[label].src == nil {
					from, to := destination(s, at+len(line)-len(text)+end+2)
					out[label] = stretch{src, from, to}
				}
			}
		}
		at += len(line) + 1
	}
	return out
}

// normalLabel returns a label in the form in which labels are compared (CommonMark, "matches").
func normalLabel(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
