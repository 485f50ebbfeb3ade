package importer

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/htmlbook"
)

// navEntry is an entry of the table of contents.
type navEntry struct {
	title    string
	page     string // the document, without fragment
	fragment string
	children []navEntry
}

// navPoint is an entry of an EPUB 2's table of contents.
type navPoint struct {
	Label   string `xml:"navLabel>text"`
	Content struct {
		Src string `xml:"src,attr"`
	} `xml:"content"`
	Points []navPoint `xml:"navPoint"`
}

func fromPoints(dir string, points []navPoint, depth int) []navEntry {
	var out []navEntry
	for _, p := range points {
		n := entryOf(dir, p.Label, p.Content.Src)
		if depth < deepest {
			n.children = fromPoints(dir, p.Points, depth+1)
		}
		out = append(out, n)
	}
	return out
}

func entryOf(dir, label, href string) navEntry {
	name, fragment, _ := strings.Cut(href, "#")
	if u, err := url.PathUnescape(name); err == nil {
		name = u
	}
	return navEntry{title: oneLine(label), page: path.Join(dir, name), fragment: fragment}
}

// navOf reads the table of contents of an EPUB 3.
func navOf(name string, data []byte) []navEntry {
	p, err := htmlbook.Read(htmlbook.Source{Text: tocOnly(data)}, htmlbook.Fragment)
	if err != nil {
		return nil
	}
	for _, b := range p.Blocks {
		if l, ok := b.(*book.List); ok {
			return fromList(path.Dir(name), l, 0)
		}
	}
	return nil
}

// tocOnly returns the part of a navigation document that is the table of contents.
func tocOnly(data []byte) []byte {
	if m := tocNav().Find(data); m != nil {
		return m
	}
	return data
}

func fromList(dir string, l *book.List, depth int) []navEntry {
	var out []navEntry
	for _, item := range l.Items {
		var n navEntry
		for _, b := range item.Blocks {
			switch b := b.(type) {
			case *book.Paragraph:
				n = navEntry{title: oneLine(book.PlainText(b.Text))}
				book.WalkInlines(b.Text, func(in book.Inline) {
					if link, ok := in.(*book.Link); ok && n.page == "" {
						n = entryOf(dir, book.PlainText(b.Text), link.URL)
					}
				})
			case *book.List:
				if depth < deepest {
					n.children = fromList(dir, b, depth+1)
				}
			}
		}
		out = append(out, n)
	}
	return out
}

// pageTitle is what the table of contents says of a document.
type pageTitle struct {
	title string
	part  bool // it has chapters in other documents under it
}

// titles returns what the table of contents says of each document.
func (e *epubReader) titles() map[string]pageTitle {
	out := map[string]pageTitle{}
	var visit func(ns []navEntry, depth int)
	visit = func(ns []navEntry, depth int) {
		for _, n := range ns {
			elsewhere := slices.ContainsFunc(n.children, func(c navEntry) bool { return c.page != n.page })
			if _, twice := out[n.page]; !twice {
				out[n.page] = pageTitle{title: n.title, part: elsewhere}
			}
			visit(n.children, depth+1)
		}
	}
	visit(e.nav, 0)
	return out
}
