package importer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/order"
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

// natural compares names as people count, whatever case their letters have.
func natural(a, b string) int { return order.Compare(strings.ToLower(a), strings.ToLower(b)) }

// titleOfName makes a title of a file's name: "02-the-door.docx" becomes "The Door".
func titleOfName(name string) string {
	fields := strings.FieldsFunc(order.FileTitle(name), func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	for i, w := range fields {
		first, n := utf8.DecodeRuneInString(w)
		fields[i] = string(unicode.ToTitle(first)) + w[n:]
	}
	return strings.Join(fields, " ")
}
