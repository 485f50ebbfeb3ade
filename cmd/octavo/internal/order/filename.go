package order

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// FileTitle returns the name of a file without its folder, extension and leading number.
func FileTitle(name string) string {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if rest := strings.TrimLeft(base, "0123456789-_. "); rest != "" {
		return rest
	}
	return base
}

// exported is the id that Notion puts behind the names of files that it exports.
var exported = lazyregexp.New(` [0-9a-f]{32}$`)

// ReadableTitle makes a title of the name of a file: "03-the_long-way.md" is "The long way".
func ReadableTitle(name string) string {
	title := exported().ReplaceAllString(FileTitle(name), "")
	if !strings.Contains(title, " ") { // hyphens in words with spaces around them are the author's own
		title = strings.ReplaceAll(title, "-", " ")
	}
	title = strings.Join(strings.Fields(strings.ReplaceAll(title, "_", " ")), " ")
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(first)) + title[size:]
}
