package dialect

import (
	"bytes"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// line finds what only stands at the beginning of a line, whose first words begin at an offset.
func (s *scanner) line(at int) (int, *Kind) {
	switch s.Words[at] {
	case '+':
		return s.gridTable(at)
	case '%', '#', '*', '(', '=', '!', '?', '.', '-', ':', '<', '@':
	default:
		return s.lineOfWords(at)
	}
	b := s.rest(at)
	end := at + len(b)
	switch {
	case has(b, "%%") && !bytes.Contains(b[2:], []byte("%%")) && len(b) > 2 && b[2] == ' ' && !s.closedLater(end):
		return end, commentLine
	case has(b, "#+") && len(b) > 2 && isLetter(b[2]):
		return end, org
	case has(b, "*[") && bytes.Contains(b, []byte("]:")):
		return end, abbr
	case has(b, "(@"):
		return s.exampleLine(at, b)
	case b[0] == '(' && mystLabel().Match(b):
		return end, directive
	case includeLine().Match(b):
		return end, include
	case b[0] == '(' || has(b, "#. "):
		return s.listLine(at, b)
	case has(b, "=head"), has(b, "=cut"), has(b, "=over"):
		return end, heading
	case has(b, "=== \""):
		return end, admonition
	case has(b, "=="):
		return s.equals(at, b)
	case has(b, "!!! "), has(b, "!!!+ "), has(b, "??? "), has(b, "???+ "):
		return s.admonition(at, b)
	case has(b, ".. ") && directiveLine().Match(b):
		return end, directive
	case has(b, "--8<--"), has(b, "<<["), has(b, "<<("):
		return end, include
	case b[0] == ':':
		return s.fieldLine(at, b)
	}
	return 0, nil
}

var (
	mystLabel   = lazyregexp.New(`^\([A-Za-z][\w:.-]*\)=$`)
	includeLine = lazyregexp.New(`^(!|@|!!!)(include|import|INCLUDE|codeinclude)[ (:"]`)
)

// listMarks are the marks of the first and the second item of lists of Pandoc that are none in CommonMark.
var listMarks = [][2]string{{"(1) ", "(2) "}, {"(a) ", "(b) "}, {"(A) ", "(B) "}, {"(i) ", "(ii) "}, {"(I) ", "(II) "}, {"a. ", "b. "}, {"A. ", "B. "},
	{"i. ", "ii. "}, {"I. ", "II. "}, {"a) ", "b) "}, {"A) ", "B) "}, {"i) ", "ii) "}, {"I) ", "II) "}, {"#. ", "#. "}}

// listLine finds the first item of such a list: the next line of the paragraph has the next mark.
func (s *scanner) listLine(at int, b []byte) (int, *Kind) {
	for _, marks := range listMarks {
		if !has(b, marks[0]) || s.inParagraph(at) {
			continue
		}
		below := s.Words[at+len(b) : min(len(s.Words), at+len(b)+40)]
		if n := bytes.IndexByte(below, '\n'); n >= 0 && has(bytes.TrimLeft(below[n+1:], " \x00"), marks[1]) {
			return at + len(marks[0]) - 1, fancyList
		}
	}
	return 0, nil
}

// closedLater reports whether a comment is closed by %% after an offset.
func (s *scanner) closedLater(at int) bool {
	return s.search(s.Words[at:min(len(s.Words), at+mostComment)], "%%") >= 0
}

var directiveLine = lazyregexp.New(`^\.\. ([A-Za-z][\w-]*(:[\w-]+)?::|_[^:]+:|\[[^\]]+\]|\|[^|]+\|)`)

// exampleLine finds a numbered example of Pandoc, and remembers its label.
func (s *scanner) exampleLine(at int, b []byte) (int, *Kind) {
	n := name(b[2:], "-_")
	if !has(b[2+n:], ") ") {
		return 0, nil
	}
	if s.labels == nil {
		s.labels = map[string]bool{}
	}
	if n > 0 {
		s.labels[string(b[2:2+n])] = true
	}
	return at + 2 + n + 1, example
}

// equals finds headings of wikis, == Words ==, and of AsciiDoc, == Words.
func (s *scanner) equals(at int, b []byte) (int, *Kind) {
	n := 0
	for n < len(b) && b[n] == '=' {
		n++
	}
	if n > 6 || n+1 >= len(b) || b[n] != ' ' || b[n+1] <= ' ' {
		return 0, nil
	}
	if closed := bytes.HasSuffix(b, b[:n]); !closed && s.inParagraph(at) {
		return 0, nil
	}
	return at + len(b), heading
}

// inParagraph reports whether the line before an offset has words.
func (s *scanner) inParagraph(at int) bool {
	near := s.Words[max(0, at-most):at]
	start := bytes.LastIndexByte(near, '\n')
	if start < 0 {
		return false
	}
	above := near[bytes.LastIndexByte(near[:start], '\n')+1 : start]
	return len(bytes.Trim(above, " \t\r\x00")) > 0
}

// admonition finds the first line of an admonition of MkDocs: !!! note "Title".
func (s *scanner) admonition(at int, b []byte) (int, *Kind) {
	kind := strings.TrimLeft(string(b[3:]), "+ ")
	n := name([]byte(kind), "-")
	if rest := strings.TrimSpace(kind[n:]); n == 0 || rest != "" && !strings.HasPrefix(rest, `"`) && !strings.HasPrefix(rest, "“") {
		return 0, nil
	}
	return at + len(b), admonition
}

// fieldNames are fields of the heads of documents in AsciiDoc, reStructuredText and Org.
var fieldNames = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"toc": true, "toclevels": true, "author": true, "authors": true, "email": true, "date": true, "revdate": true,
		"revnumber": true, "version": true, "status": true, "title": true, "subtitle": true, "numbered": true, "sectnums": true, "imagesdir": true,
		"doctype": true, "icons": true, "keywords": true, "description": true, "copyright": true, "organization": true, "properties": true,
		"end": true, "id": true, "orphan": true, "depth": true, "maxdepth": true, "caption": true, "source-highlighter": true, "experimental": true}
})

// fieldLine finds a line like :author: Ada Quill.
func (s *scanner) fieldLine(at int, b []byte) (int, *Kind) {
	n := name(b[1:], "-_!")
	if n == 0 || !has(b[1+n:], ":") || !fieldNames()[strings.ToLower(strings.Trim(string(b[1:1+n]), "!"))] {
		return 0, nil
	}
	if rest := b[n+2:]; len(rest) > 0 && rest[0] != ' ' {
		return 0, nil
	}
	return at + len(b), field
}

var (
	macroLine   = lazyregexp.New(`^(image|include|video|audio|toc|ifdef|ifndef|ifeval|endif|xref|plantuml)::[^\s\[]*\[.*\]$`)
	textileLine = lazyregexp.New(`^(h[1-6]|bq|fn[0-9]+)(\([^)]*\)|\{[^}]*\})?\. \S`)
	fieldOfData = lazyregexp.New(`^[a-z][\w-]{0,30}:: \S`)
)

// scriptLine matches a line of a program in MDX that imports or exports something.
var scriptLine = lazyregexp.New(`^(?:import\s[\w{}*,\s$]+\sfrom\s+['"][^'"]+['"];?|import\s+['"][^'"]+['"];?|export\s+(?:default|const|let|var|function)\s.*[;{(=\[])$`)

// lineOfWords finds macros of AsciiDoc, marks of Textile, fields of Dataview and lines of MDX, which begin with letters.
func (s *scanner) lineOfWords(at int) (int, *Kind) {
	if !isLetter(s.Words[at]) {
		return 0, nil
	}
	head := s.Words[at:min(len(s.Words), at+48)]
	if len(head) > 3 && (head[1] == '.' || head[1] == ')') && head[2] == ' ' {
		if end, k := s.listLine(at, s.rest(at)); k != nil {
			return end, k
		}
	}
	if has(head, "import ") || has(head, "export ") {
		if b := s.rest(at); scriptLine().Match(b) && !s.inParagraph(at) {
			return at + len(b), Script
		}
	}
	colons := bytes.Contains(head, []byte("::"))
	if !colons && !bytes.Contains(head[:min(len(head), 24)], []byte(". ")) {
		return 0, nil
	}
	b := s.rest(at)
	switch {
	case colons && macroLine().Match(b):
		return at + len(b), asciidoc
	case colons && fieldOfData().Match(b):
		return at + len(b), dataField
	case textileLine().Match(b) && !s.inParagraph(at):
		return at + bytes.IndexByte(b, ' '), textile
	}
	return 0, nil
}

// metadataKeys are those with which the head of a file in MultiMarkdown begins.
var metadataKeys = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"title": true, "subtitle": true, "author": true, "authors": true, "date": true, "affiliation": true,
		"copyright": true, "keywords": true, "language": true, "layout": true, "tags": true, "category": true, "categories": true, "format": true,
		"base header level": true, "css": true, "email": true, "revision": true, "slug": true, "summary": true, "status": true}
})

// first finds metadata without fences at the head of a file: lines of Pandoc that begin with %, and lines of keys and values.
func (s *scanner) first() {
	at := 0
	for at < len(s.Words) && s.Words[at] <= ' ' {
		at++
	}
	end, lines := at, 0
	for from := at; from < len(s.Words); {
		b := s.rest(from)
		key, _, found := bytes.Cut(b, []byte(":"))
		switch {
		case has(b, "% ") && (lines == 0 || s.Words[at] == '%'):
		case found && metadataKeys()[strings.ToLower(string(key))] && (lines > 0 || isLetter(b[0])):
		default:
			from = len(s.Words)
			continue
		}
		end = from + len(b)
		lines++
		n := bytes.IndexByte(s.Words[from:], '\n')
		if n < 0 {
			n = len(s.Words) - from
		}
		from += n + 1
	}
	if lines > 1 || lines == 1 && s.Words[at] == '%' {
		s.found = append(s.found, Finding{at, end, metadata})
		for i := at; i < end; i++ { // nothing else is found in it
			if s.Words[i] != '\n' {
				s.Words[i] = 0
			}
		}
	}
}
