package importer

import (
	"cmp"
	"path"
	"sync"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/cmd/octavo/internal/yamltext"
)

// aboutFiles are the files in which the programs of folders keep what a book is.
var aboutFiles = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"book.toml": true, "_quarto.yml": true, "_bookdown.yml": true, "metadata.yaml": true, "metadata.yml": true,
		"mkdocs.yml": true, "_config.yml": true}
})

// readBookFile reads the title and the authors from the file in which the program of a folder keeps them.
func (ms *Manuscript) readBookFile(t *tree) {
	for _, name := range t.files {
		if !aboutFiles()[path.Base(name)] {
			continue
		}
		data, err := t.read(name)
		if err != nil {
			continue
		}
		if path.Ext(name) == ".toml" {
			ms.adoptTOML(string(data))
			continue
		}
		root, err := yamltext.Parse(string(data))
		if err != nil {
			continue
		}
		for _, n := range []*yamltext.Node{root.Find("book"), root.Find("website"), root} {
			ms.adoptYAML(n)
		}
		ms.adopt(value(root, "site_name"), texts(root, "site_author"), "", "")
	}
}

// adoptTOML takes what the book.toml of mdBook says of a book.
func (ms *Manuscript) adoptTOML(source string) {
	file := map[string]any{}
	if tomltext.Decode(source, &file) != nil {
		return
	}
	about, _ := file["book"].(map[string]any)
	text := func(key string) string {
		s, _ := about[key].(string)
		return s
	}
	var authors []string
	list, _ := about["authors"].([]any)
	for _, one := range list {
		if s, ok := one.(string); ok {
			authors = append(authors, s)
		}
	}
	ms.adopt(text("title"), authors, text("language"), "")
	ms.Description = cmp.Or(ms.Description, text("description"))
}

// adoptYAML takes what a map of YAML says of a book; n may be nil.
func (ms *Manuscript) adoptYAML(n *yamltext.Node) {
	ms.adopt(value(n, "title"), append(texts(n, "author"), texts(n, "authors")...), value(n, "lang"), day(value(n, "date")))
	ms.Subtitle = cmp.Or(ms.Subtitle, value(n, "subtitle"))
	ms.Description = cmp.Or(ms.Description, value(n, "description"))
}

// value returns the text of a key, "" if it has none.
func value(n *yamltext.Node, key string) string {
	if v := n.Find(key); v != nil && (v.Kind == yamltext.Text || v.Kind == yamltext.Number) {
		return v.Value
	}
	return ""
}

// texts returns the texts of a key that has one or a list of them: names, or maps with names.
func texts(n *yamltext.Node, key string) []string {
	v := n.Find(key)
	switch {
	case v == nil:
		return nil
	case v.Kind == yamltext.Text:
		return authorsOf(v.Value)
	}
	var out []string
	for _, item := range v.Items {
		if name := cmp.Or(value(item, "name"), item.Value); name != "" {
			out = append(out, name)
		}
	}
	return out
}

var frontBlock = lazyregexp.New(`(?s)\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)`)

// adoptFront takes what the front matter of the first file says: all of it if the file is the whole book, or else the author's name.
func (ms *Manuscript) adoptFront(names []string, text []byte) {
	m := frontBlock().FindSubmatch(text)
	if m == nil {
		return
	}
	root, err := yamltext.Parse(string(m[1]))
	switch {
	case err != nil:
	case len(names) == 1:
		ms.adoptYAML(root)
	default:
		ms.adopt("", append(texts(root, "author"), texts(root, "authors")...), value(root, "lang"), "")
	}
}
