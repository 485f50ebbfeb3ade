package manuscript

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// identify does the work that needs the whole book: it gives every anchor a unique id and resolves links between files. The
// ids that authors gave entries are kept (package check reports duplicates), and those that they gave in braces where no file before
// has the same; then ids are given to entries, to chapters and parts, and to headings, each in reading order.
func identify(bk *book.Book, files []*parsed) {
	used := map[string]bool{}
	for _, p := range files {
		for _, id := range p.taken {
			used[id] = true
		}
	}
	next := map[string]int{}
	unique := func(id *string) {
		base := *id
		for n := max(next[base], 1); ; n++ {
			*id = base
			if n > 1 {
				*id = base + "-" + strconv.Itoa(n)
			}
			if !used[*id] {
				used[*id] = true
				next[base] = n + 1
				return
			}
		}
	}
	own := map[*string]bool{}
	for _, p := range files {
		for _, id := range p.given {
			unique(id)
			own[id] = true
		}
	}
	for _, p := range files {
		for _, id := range p.entries {
			unique(id)
		}
	}
	for _, p := range files {
		if !own[&p.chapter.ID] {
			unique(&p.chapter.ID)
		}
	}
	for _, part := range bk.Parts {
		if part.Title != "" {
			part.ID = book.Slug(part.Title)
			unique(&part.ID)
		}
	}
	for _, p := range files {
		for _, id := range p.anchors {
			unique(id)
		}
	}

	chapters := map[string]string{}
	for _, p := range files {
		if _, later := chapters[p.chapter.File]; !later { // a link to a file leads to its first chapter
			chapters[p.chapter.File] = p.chapter.ID
		}
	}
	for _, p := range files {
		for _, l := range p.links {
			if target, ok := destination(l.URL, p.chapter.File, chapters); ok {
				l.Target, l.URL = target, ""
			}
		}
	}
}

// destination returns the id that a link in the given file refers to, if its address is one inside the book: "#id", "file.md"
// or "file.md#id".
func destination(address, file string, chapters map[string]string) (id string, ok bool) {
	name, fragment, hasFragment := strings.Cut(address, "#")
	if s, err := url.PathUnescape(fragment); err == nil {
		fragment = s
	}
	if name == "" {
		return fragment, fragment != ""
	}
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	if strings.HasPrefix(name, "/") || strings.Contains(name, "://") {
		return "", false
	}
	chapter, ok := chapters[path.Join(path.Dir(file), name)]
	if ok && hasFragment && fragment != "" {
		return fragment, true
	}
	return chapter, ok
}
