package importer

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
)

// longestSlug is the number of bytes that a file's name takes from its chapter's title.
const longestSlug = 48

// name gives the chapters their files: their number in reading order and their title.
func (ms *Manuscript) name() {
	digits := max(2, len(strconv.Itoa(len(ms.Chapters))))
	used := map[string]bool{}
	for i, c := range ms.Chapters {
		if c.Name != "" { // a file that keeps its name
			used[strings.ToLower(c.Name)] = true
			continue
		}
		slug := strings.TrimPrefix(book.Slug("x "+book.PlainText(c.Title)), "x-") // a number may come first here
		if len(slug) > longestSlug {
			slug = strings.TrimRight(slug[:longestSlug], "-")
			if at := strings.LastIndexByte(slug, '-'); at > longestSlug/2 {
				slug = slug[:at]
			}
		}
		c.Name = fmt.Sprintf("%0*d-%s.md", digits, i+1, slug)
		for n := 2; used[c.Name]; n++ {
			c.Name = fmt.Sprintf("%0*d-%s-%d.md", digits, i+1, slug, n)
		}
		used[c.Name] = true
	}
}

// words returns the first words of a text.
func words(s string, n int) string {
	fields := strings.Fields(s)
	out := strings.Join(fields[:min(n, len(fields))], " ")
	if utf8.RuneCountInString(out) > 120 {
		out = string([]rune(out)[:120])
		return out + " …"
	}
	if len(fields) > n {
		out += " …"
	}
	return out
}

// natural compares names as people count: 2 before 10.
func natural(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	for a != "" && b != "" {
		if digit(a[0]) && digit(b[0]) {
			x, restA := leadingNumber(a)
			y, restB := leadingNumber(b)
			if len(x) != len(y) {
				return len(x) - len(y)
			}
			if x != y {
				return strings.Compare(x, y)
			}
			a, b = restA, restB
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// leadingNumber returns the number that a text begins with, without zeros before it, and the rest.
func leadingNumber(s string) (number, rest string) {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return strings.TrimLeft(s[:n], "0"), s[n:]
}

// titleOfName makes a title of a file's name: "02-the-door.docx" becomes "The Door".
func titleOfName(name string) string {
	name = path.Base(name)
	stem := strings.TrimSuffix(name, path.Ext(name))
	if rest := strings.TrimLeft(stem, "0123456789-_. "); rest != "" {
		stem = rest
	}
	fields := strings.FieldsFunc(stem, func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	for i, w := range fields {
		first, n := utf8.DecodeRuneInString(w)
		fields[i] = string(unicode.ToTitle(first)) + w[n:]
	}
	return strings.Join(fields, " ")
}
