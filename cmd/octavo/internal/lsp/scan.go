package lsp

import (
	"strings"
)

// region is what a line of a chapter's file belongs to.
type region int

// The regions.
const (
	proseRegion region = iota
	codeRegion         // where nothing is completed
	entryRegion        // the block of an entry
	headRegion         // the block of TOML at the head of the file
	frontRegion        // front matter in YAML
)

// regionAt returns the region of a line, and where its content begins and ends: of a block, without its fences.
func regionAt(t *text, line int) (r region, from, to int) {
	fence := "" // of code
	blank := true
	headed := false // the line above is a heading
	first := true
	for n := 0; n < len(t.lines) && n <= line; n++ {
		start, end := t.line(n)
		words := strings.TrimSpace(t.s[start:end])
		switch {
		case fence != "":
			if n == line {
				return codeRegion, start, end
			}
			if strings.HasPrefix(words, fence) && strings.Trim(words, fence[:1]) == "" {
				fence = ""
			}
			headed, blank = false, false
			continue
		case words == "+++" && (headed || first), words == "---" && first:
			stop := t.fenceAfter(n, words)
			_, at := t.line(n)
			if line <= stop {
				if r = entryRegion; words == "---" {
					r = frontRegion
				} else if first && !headed {
					r = headRegion
				}
				if line == n || line == stop && stop < len(t.lines) {
					return proseRegion, start, end
				}
				endOf, _ := t.line(stop)
				return r, min(at+1, len(t.s)), endOf
			}
			n, headed, blank, first = stop, false, false, false
			continue
		}
		if mark := codeFence(t.s[start:end]); mark != "" {
			fence = mark
		}
		if n == line {
			switch {
			case fence != "", blank && indented(t.s[start:end]) && !inList(t, n):
				return codeRegion, start, end
			}
			return proseRegion, start, end
		}
		if words != "" {
			first = false
		}
		wasIndented := blank && indented(t.s[start:end])
		headed = isHeading(words) || !headed && words != "" && (strings.Trim(words, "=") == "" || len(words) > 2 && strings.Trim(words, "-") == "")
		blank = words == "" || wasIndented
	}
	return proseRegion, len(t.s), len(t.s)
}

// fenceAfter returns the line of the fence that closes the block which a line opens, or the line at which a block that is not closed
// ends: an empty one, or a heading.
func (t *text) fenceAfter(open int, fence string) int {
	ends := -1
	for n := open + 1; n < len(t.lines); n++ {
		start, end := t.line(n)
		words := strings.TrimSpace(t.s[start:end])
		if words == fence || fence == "---" && words == "..." {
			return n
		}
		if ends < 0 && (words == "" || strings.HasPrefix(words, "## ")) {
			ends = n
		}
		if isHeading(words) && strings.HasPrefix(words, "##") {
			break
		}
	}
	if ends < 0 {
		return len(t.lines)
	}
	return ends
}

// codeFence returns the mark that closes code, if a line opens some.
func codeFence(line string) string {
	rest := strings.TrimLeft(line, " \t>")
	for _, mark := range []string{"`", "~"} {
		n := len(rest) - len(strings.TrimLeft(rest, mark))
		if n >= 3 && (mark == "~" || !strings.Contains(rest[n:], "`")) {
			return strings.Repeat(mark, n)
		}
	}
	return ""
}

func indented(line string) bool {
	return (strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")) && strings.TrimSpace(line) != ""
}

// isHeading reports whether a line is a heading with number signs.
func isHeading(line string) bool {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	return n >= 1 && n <= 6 && (n == len(line) || line[n] == ' ' || line[n] == '\t')
}

// inList reports whether an indented line goes on with a list, a definition, a note or a passage above it.
func inList(t *text, n int) bool {
	for n--; n >= 0; n-- {
		start, end := t.line(n)
		line := t.s[start:end]
		if strings.TrimSpace(line) == "" || indented(line) {
			continue
		}
		words := strings.TrimSpace(line)
		if strings.HasPrefix(words, "[^") || strings.HasPrefix(words, "!!!") || strings.HasPrefix(words, "???") {
			return true
		}
		marker, rest, _ := strings.Cut(words, " ")
		switch {
		case rest == "" && len(marker) > 1 && !strings.HasSuffix(marker, "."):
			return false
		case marker == "-" || marker == "*" || marker == "+" || marker == ":":
			return true
		}
		return len(marker) <= 5 && len(marker) > 1 && (strings.HasSuffix(marker, ".") || strings.HasSuffix(marker, ")"))
	}
	return false
}

// inCodeSpan reports whether a place in a paragraph is in code: behind marks that nothing before it closes.
func inCodeSpan(t *text, line, at int) bool {
	first := line
	for first > 0 {
		start, end := t.line(first - 1)
		if strings.TrimSpace(t.s[start:end]) == "" {
			break
		}
		first--
	}
	start, _ := t.line(first)
	open := 0
	for i := start; i < at; {
		switch t.s[i] {
		case '\\':
			if open == 0 {
				i++
			}
			i++
		case '`':
			n := len(t.s[i:at]) - len(strings.TrimLeft(t.s[i:at], "`"))
			switch open {
			case 0:
				open = n
			case n:
				open = 0
			}
			i += n
		default:
			i++
		}
	}
	return open > 0
}
