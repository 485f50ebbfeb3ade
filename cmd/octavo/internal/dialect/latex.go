package dialect

import (
	"bytes"
	"strings"
	"sync"
)

// bareCommands are commands of LaTeX that take no braces.
var bareCommands = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"newpage": true, "clearpage": true, "cleardoublepage": true, "pagebreak": true, "noindent": true,
		"par": true, "today": true, "LaTeX": true, "TeX": true, "ldots": true, "dots": true, "bigskip": true, "medskip": true, "smallskip": true,
		"tableofcontents": true, "maketitle": true, "item": true, "hfill": true, "vfill": true, "centering": true, "mainmatter": true,
		"frontmatter": true, "backmatter": true, "appendix": true, "printindex": true, "listoffigures": true, "listoftables": true, "quad": true,
		"qquad": true, "textbackslash": true, "ss": true, "oe": true, "ae": true, "em": true, "bf": true, "it": true, "sc": true, "large": true, "small": true}
})

// backslash finds commands and environments of LaTeX, mathematics between \( \) and \[ \], and references of Bookdown. A path of
// Windows is none.
func (s *scanner) backslash(at int) (int, *Kind) {
	b := s.Words[at:min(len(s.Words), at+most)]
	switch {
	case has(b, `\@ref(`):
		if n := bytes.IndexByte(b, ')'); n > 0 {
			return at + n + 1, crossRef
		}
	case has(b, `\(`):
		return s.delimited(at, b, `\)`)
	case has(b, `\[`):
		return s.delimited(at, b, `\]`)
	}
	n := name(b[1:], "")
	if n < 2 {
		return 0, nil
	}
	command, end := string(b[1:1+n]), at+1+n
	if end < len(s.Words) && s.Words[end] == '*' {
		end++
	}
	before := s.before(at)
	switch next := s.after(end); {
	case command == "begin" && next == '{':
		return s.environment(at, end)
	case next == '{' && before != '\\' && before != ':' || next == '[' && apart(before) && bytes.IndexByte(s.ahead(end), '{') > 0:
		return s.arguments(end), kindOfCommand(command)
	case bareCommands()[command] && apart(before) && before != '.' && next != '\\' && !isWord(next):
		return end, latex
	}
	return 0, nil
}

func kindOfCommand(command string) *Kind {
	switch {
	case command == "index" || command == "gls" || command == "glossary":
		return latexIndex
	case strings.Contains(command, "cite"):
		return latexCite
	}
	return latex
}

// delimited finds mathematics up to the closing sign. Words that only have escaped brackets around them are none.
func (s *scanner) delimited(at int, b []byte, closing string) (int, *Kind) {
	n := s.search(b[2:], closing)
	if n <= 0 {
		return 0, nil
	}
	inside := bytes.TrimSpace(b[2 : 2+n])
	if len(inside) == 0 || isDigit(inside[0]) && !bytes.ContainsAny(inside, `\^_=+`) || !IsMath(inside) || plainWord(inside) {
		return 0, nil
	}
	return at + 2 + n + 2, math
}

// plainWord reports whether text is a word in brackets, such as sic, or a number, and not a sign of mathematics.
func plainWord(text []byte) bool {
	return len(text) > 1 && name(text, "") == len(text)
}

// arguments returns the end of the arguments of a command, in brackets and braces, that begin at an offset.
func (s *scanner) arguments(at int) int {
	end := min(len(s.Words), at+most)
	for at < end && (s.Words[at] == '{' || s.Words[at] == '[') {
		depth, i := 0, at
		for ; i < end; i++ {
			switch s.Words[i] {
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			case '\n':
				if i+1 < end && s.Words[i+1] == '\n' {
					return at
				}
			}
			if depth == 0 {
				break
			}
		}
		if i == end {
			return at + len(s.rest(at))
		}
		at = i + 1
	}
	return at
}

// environment finds an environment from \begin{x} to \end{x}.
func (s *scanner) environment(at, brace int) (int, *Kind) {
	n := name(s.Words[brace+1:min(len(s.Words), brace+60)], "*-")
	after := brace + 1 + n
	if n == 0 || !has(s.Words[after:], "}") {
		return 0, nil
	}
	closing := `\end` + string(s.Words[brace:after+1])
	if i := s.search(s.Source[after:min(len(s.Source), after+mostComment)], closing); i > 0 {
		return after + i + len(closing), environment
	}
	return after + 1, environment
}
