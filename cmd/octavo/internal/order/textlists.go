package order

import (
	"strings"

	"octavo/cmd/octavo/internal/yamltext"
)

// leanpub reads Book.txt: a file a line, with "frontmatter:", "mainmatter:" and "backmatter:" between them.
func (r *reader) leanpub() error {
	to := inBody
	at := 0
	for line := range strings.Lines(string(r.src.Text)) {
		from := at + len(line) - len(strings.TrimLeft(line, " \t"))
		at += len(line)
		switch name := strings.TrimSpace(line); strings.ToLower(strings.Trim(name, "{}")) {
		case "":
		case "frontmatter:", "frontmatter":
			to = inFront
		case "mainmatter:", "mainmatter":
			to = inBody
		case "backmatter:", "backmatter":
			to = inBack
		default:
			if !strings.HasPrefix(name, "#") {
				r.chapter(from, to, "", name)
			}
		}
	}
	return nil
}

// longform reads the index of Longform, a plug-in of Obsidian: front matter with the names of scenes, nested or not.
func (r *reader) longform() error {
	text := strings.ReplaceAll(string(r.src.Text), "\r\n", " \n")
	_, rest, ok := strings.Cut(text, "---\n")
	yaml, _, closed := strings.Cut(rest, "\n---")
	from := len(text) - len(rest)
	if !ok || !closed || strings.TrimSpace(text[:from]) != "---" || !strings.Contains(yaml, "longform:") {
		return nil
	}
	tree, err := yamltext.Parse(yaml)
	if err != nil {
		return nil // the file is a chapter, and what is wrong with it is said there
	}
	about := tree.Find("longform")
	dir := strings.Trim(value(about.Find("sceneFolder")), "/")
	r.scenes(about.Find("scenes"), from, dir)
	return nil
}

func (r *reader) scenes(n *yamltext.Node, from int, dir string) {
	if n == nil {
		return
	}
	if n.Kind == yamltext.Text || n.Kind == yamltext.Number {
		name := n.Value
		if dir != "" {
			name = dir + "/" + name
		}
		r.chapter(from+n.At, inBody, n.Value, name)
	}
	for _, i := range n.Items {
		r.scenes(i, from, dir)
	}
}
