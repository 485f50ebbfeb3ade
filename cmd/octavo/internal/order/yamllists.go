package order

import (
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/yamltext"
)

// yaml parses the list.
func (r *reader) yaml() (*yamltext.Node, error) { return yamltext.Parse(string(r.src.Text)) }

// quarto reads _quarto.yml: book.chapters, with parts among them, and book.appendices.
func (r *reader) quarto() error {
	tree, err := r.yaml()
	if err != nil {
		return err
	}
	bk := tree.Find("book")
	r.quartoFiles(bk.Find("chapters"), inBody)
	r.quartoFiles(bk.Find("appendices"), inBack)
	return nil
}

func (r *reader) quartoFiles(list *yamltext.Node, to where) {
	for _, n := range items(list) {
		part := n.Find("part")
		switch {
		case n.Kind == yamltext.Text:
			r.chapter(n.At, to, "", n.Value)
		case part != nil && to == inBody && isFile(part.Value):
			r.headed(part.At, part.Value)
			r.quartoFiles(n.Find("chapters"), to)
		case part != nil:
			if to == inBody {
				r.part(part.At, part.Value)
			}
			r.quartoFiles(n.Find("chapters"), to)
		default:
			for _, key := range []string{"file", "href"} {
				if f := n.Find(key); f != nil {
					r.chapter(f.At, to, value(n.Find("text")), f.Value)
				}
			}
		}
	}
}

// bookdown reads _bookdown.yml: rmd_files, one list or one for each form of the book.
func (r *reader) bookdown() error {
	tree, err := r.yaml()
	if err != nil {
		return err
	}
	files := tree.Find("rmd_files")
	if files != nil && files.Kind == yamltext.Map && len(files.Pairs) > 0 {
		first := files.Pairs[0].Value
		for _, form := range []string{"epub", "latex", "html"} {
			if n := files.Find(form); n != nil {
				first = n
			}
		}
		files = first
	}
	for _, n := range items(files) {
		r.chapter(n.At, inBody, "", n.Value)
	}
	return nil
}

// jupyter reads _toc.yml of Jupyter Book: a root, and chapters with sections, in parts or not; before version 0.11 a plain list.
func (r *reader) jupyter() error {
	tree, err := r.yaml()
	if err != nil {
		return err
	}
	if root := tree.Find("root"); root != nil {
		r.chapter(root.At, inBody, "", root.Value)
	}
	if tree.Kind == yamltext.List {
		r.jupyterFiles(tree)
	}
	r.jupyterFiles(tree.Find("chapters"))
	r.jupyterFiles(tree.Find("sections"))
	for _, p := range items(tree.Find("parts")) {
		r.part(p.At, value(p.Find("caption")))
		r.jupyterFiles(p.Find("chapters"))
	}
	return nil
}

func (r *reader) jupyterFiles(list *yamltext.Node) {
	for _, n := range items(list) {
		if f := n.Find("file"); f != nil {
			r.chapter(f.At, inBody, value(n.Find("title")), f.Value)
		} else if n.Kind == yamltext.Text {
			r.chapter(n.At, inBody, "", n.Value)
		}
		if part := n.Find("part"); part != nil {
			r.part(part.At, part.Value)
		}
		r.jupyterFiles(n.Find("chapters"))
		r.jupyterFiles(n.Find("sections"))
	}
}

// mkdocs reads the navigation in mkdocs.yml. What is nested at the first level is a part.
func (r *reader) mkdocs() error {
	tree, err := r.yaml()
	if err != nil {
		return err
	}
	if dir := tree.Find("docs_dir"); dir != nil {
		r.dir = path.Join(r.dir, dir.Value)
	}
	sections := false
	for _, n := range items(tree.Find("nav")) {
		sections = sections || len(n.Pairs) > 0 && n.Pairs[0].Value.Kind == yamltext.List
	}
	for _, n := range items(tree.Find("nav")) {
		if sections && len(n.Pairs) > 0 && n.Pairs[0].Value.Kind == yamltext.List {
			r.part(n.Pairs[0].At, n.Pairs[0].Key)
		}
		r.mkdocsFiles(n)
	}
	return nil
}

func (r *reader) mkdocsFiles(n *yamltext.Node) {
	file := func(n *yamltext.Node, title string) {
		if n.Kind == yamltext.Text && !strings.Contains(n.Value, "://") {
			r.chapter(n.At, inBody, title, n.Value)
		}
	}
	file(n, "")
	for _, p := range n.Pairs {
		file(p.Value, p.Key)
		for _, inner := range p.Value.Items {
			r.mkdocsFiles(inner)
		}
	}
}

// items returns the nodes of a list; a line of its own counts as a list of one.
func items(n *yamltext.Node) []*yamltext.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == yamltext.Text:
		return []*yamltext.Node{n}
	}
	return n.Items
}

func value(n *yamltext.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}

// isFile reports whether a text is the name of a file, not a title.
func isFile(s string) bool { return slices.Contains(Extensions, strings.ToLower(path.Ext(s))) }
