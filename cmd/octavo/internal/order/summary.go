package order

import (
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// item is the mark of a list's item.
var item = lazyregexp.New(`^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?`)

// summary reads SUMMARY.md: mdBook's, in which links before the list are front matter, those after it back matter, and headings begin
// parts; and GitBook's, in which everything is in lists and headings of level 2 begin parts.
func (r *reader) summary() error {
	to := inFront
	comment, code := false, false
	headings := 0
	at := 0
	for line := range strings.Lines(string(r.src.Text)) {
		from := at
		at += len(line)
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
		}
		line, comment = uncommented(line, comment)
		text := strings.TrimSpace(line)
		if code || text == "" {
			continue
		}
		if title, ok := heading(text); ok {
			headings++
			if headings == 1 && !strings.HasPrefix(text, "##") && r.count == 0 {
				continue // the list's own
			}
			r.part(from, plain(title))
			to = inBody
			continue
		}
		mark := item().FindString(line)
		title, target, ok := link(line[len(mark):])
		switch {
		case mark != "" && to == inFront:
			to = inBody
		case mark == "" && ok && to == inBody && r.count > 0:
			to = inBack
		}
		from += len(mark) + len(line[len(mark):]) - len(strings.TrimLeftFunc(line[len(mark):], unicode.IsSpace))
		switch {
		case ok && target == "", !ok && mark != "":
			if title == "" {
				title = strings.TrimSpace(line[len(mark):])
			}
			r.unwritten(from, plain(title))
		case ok && strings.Contains(target, "://"):
		case ok:
			r.chapter(from, to, plain(title), target)
		}
	}
	return nil
}

// uncommented returns a line without comments of HTML, and whether one goes on in the next line. The rest keeps its columns.
func uncommented(line string, inside bool) (string, bool) {
	var out strings.Builder
	for line != "" {
		if inside {
			n := strings.Index(line, "-->")
			if n < 0 {
				return out.String(), true
			}
			out.WriteString(strings.Repeat(" ", n+3))
			line, inside = line[n+3:], false
			continue
		}
		n := strings.Index(line, "<!--")
		if n < 0 {
			out.WriteString(line)
			break
		}
		out.WriteString(line[:n] + "    ")
		line, inside = line[n+4:], true
	}
	return out.String(), inside
}

// heading returns the words of a heading.
func heading(line string) (string, bool) {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n == 0 || n > 6 || n == len(line) || line[n] != ' ' && line[n] != '\t' {
		return "", false
	}
	return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(line[n:]), "#")), true
}

// link takes apart the link that a line begins with: [title](target "more").
func link(line string) (title, target string, ok bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "[") {
		return "", "", false
	}
	depth, end := 0, -1
	for i := 0; i < len(line) && end < 0; i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				end = i
			}
		}
	}
	if end < 0 || end+1 >= len(line) || line[end+1] != '(' {
		return "", "", false
	}
	title, rest := line[1:end], line[end+2:]
	if inner, found := strings.CutPrefix(strings.TrimSpace(rest), "<"); found {
		target, _, ok = strings.Cut(inner, ">")
		return title, target, ok
	}
	depth = 1
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				target = strings.TrimSpace(rest[:i])
				if n := strings.IndexAny(target, "\"'"); n > 0 && target[n-1] == ' ' { // a title of the link
					target = strings.TrimSpace(target[:n])
				}
				return title, target, true
			}
		}
	}
	return "", "", false
}

// plain returns a title without the marks of Markdown.
func plain(title string) string {
	if text, _, ok := link(title); ok {
		title = text
	}
	return strings.TrimSpace(strings.NewReplacer("**", "", "*", "", "`", "", `\`, "").Replace(title))
}
