package newbook

import (
	"cmp"
	"embed"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/schema"
)

// tools holds what lies beside a book for the programs that its author works with, and, in a folder for each language, a Makefile and a page
// for the author. In that page {{title}} stands for the book's title, and {{import}} begins a line about a book that was imported.
//
//go:embed tools
var tools embed.FS

// toolFiles maps the names of tools, in the folder of a book, to those of the embedded ones; embedding leaves out names with a dot.
var toolFiles = map[string]string{
	".gitignore":              "gitignore",
	".editorconfig":           "editorconfig",
	".vscode/extensions.json": "extensions.json",
	".vscode/settings.json":   "settings.json",
}

// Origin says where a book comes from.
type Origin uint8

// The origins of books.
const (
	Begun    Origin = iota // with octavo
	Imported               // made of a manuscript from elsewhere, with an account in IMPORT.md
)

// Tools returns the files that lie beside a book for git, make, editors and its author, by their names. They are in the language of the
// book, if there is a small book in it, or in English.
func Tools(title, tag string, origin Origin) (map[string][]byte, error) {
	out := map[string][]byte{}
	for name, from := range toolFiles {
		text, err := tools.ReadFile(path.Join("tools", from))
		if err != nil {
			return nil, err
		}
		out[name] = text
	}
	folder := path.Join("tools", cmp.Or(languageOf(tag), "en"))
	for _, name := range []string{"Makefile", "README.md"} {
		text, err := tools.ReadFile(path.Join(folder, name))
		if err != nil {
			return nil, err
		}
		out[name] = spelled(text, tag)
	}
	out["README.md"] = []byte(authorsPage(string(out["README.md"]), title, origin))
	out[schema.File(schema.Book)], _ = schema.Of(schema.Book)
	return out, nil
}

// authorsPage returns the page for the author with what is particular to the book.
func authorsPage(text, title string, origin Origin) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		about, imported := strings.CutPrefix(line, "{{import}}")
		if !imported || origin == Imported {
			out.WriteString(about)
		}
	}
	return strings.Replace(out.String(), "{{title}}", escaped(title), 1)
}

var marks = lazyregexp.New("[\\\\`*_{}\\[\\]<>#|~&$^=!]")

// escaped returns words on one line as Markdown that shows them as they are.
func escaped(s string) string {
	return marks().ReplaceAllStringFunc(strings.Join(strings.Fields(s), " "), func(m string) string { return `\` + m })
}

// May reports whether a file or a folder of a name may lie where a book begins: a fresh repository has some, and none is written over.
func May(name string) bool {
	return slices.Contains([]string{".git", ".gitattributes", ".github", ".gitignore", ".editorconfig", ".vscode", "Makefile", "README.md"}, name) ||
		licence().MatchString(name)
}

var licence = lazyregexp.New(`(?i)^(licen[cs]e|copying)(\.(md|txt))?$`)
