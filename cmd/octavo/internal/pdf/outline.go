package pdf

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/page"
)

// destination returns the array for a place: its page and upper left corner, at the current zoom.
func (u *uses) destination(to place) string {
	x, y := u.frames[to.page].point(to.x, to.y)
	b := fmt.Appendf(nil, "[%d 0 R/XYZ ", pageObject(to.page))
	b = append(appendDecimal(b, int64(toMilli(x)), 3), ' ')
	b = appendDecimal(b, int64(toMilli(y)), 3)
	return string(append(b, " null]"...))
}

// entry is a node of the outline tree, built from the lines' levels.
type entry struct {
	bookmark     page.Bookmark
	object       int
	parent       *entry
	children     []*entry
	before, next *entry
}

// outlineTree builds the tree. A level that skips one is treated as one below the line before.
func outlineTree(bookmarks []page.Bookmark) *entry {
	root := &entry{}
	path := []*entry{root} // the last line of each level, outermost first
	for _, b := range bookmarks {
		depth := min(max(b.Level, 0)+1, len(path))
		path = path[:depth]
		parent := path[depth-1]
		e := &entry{bookmark: b, parent: parent}
		if n := len(parent.children); n > 0 {
			e.before = parent.children[n-1]
			e.before.next = e
		}
		parent.children = append(parent.children, e)
		path = append(path, e)
	}
	return root
}

// addOutline adds the document's bookmarks, with only the outermost level expanded, and returns the object number for
// the catalog, 0 for none.
func addOutline(f *file, doc *page.Document, u *uses) (int, error) {
	if len(doc.Outline) == 0 {
		return 0, nil
	}
	root := outlineTree(doc.Outline)
	var reserve func(e *entry)
	reserve = func(e *entry) {
		e.object = f.reserve()
		for _, child := range e.children {
			reserve(child)
		}
	}
	reserve(root)
	var fill func(e *entry) error
	fill = func(e *entry) error {
		body, err := e.dict(u)
		if err != nil {
			return err
		}
		f.set(e.object, body)
		for _, child := range e.children {
			if err := fill(child); err != nil {
				return err
			}
		}
		return nil
	}
	return root.object, fill(root)
}

func (e *entry) dict(u *uses) (string, error) {
	var b strings.Builder
	b.WriteString("<<")
	reference := func(key string, to *entry) {
		if to != nil {
			fmt.Fprintf(&b, "%s %d 0 R", key, to.object)
		}
	}
	if e.parent == nil {
		b.WriteString("/Type/Outlines")
	} else {
		b.WriteString("/Title" + textString(e.bookmark.Title))
		reference("/Parent", e.parent)
		reference("/Prev", e.before)
		reference("/Next", e.next)
		if name := e.bookmark.Anchor; name != "" {
			to, ok := u.anchors[name]
			if !ok {
				return "", fmt.Errorf("bookmark %q leads to %q, which is on no page", e.bookmark.Title, name)
			}
			b.WriteString("/Dest" + u.destination(to))
		}
	}
	if n := len(e.children); n > 0 {
		reference("/First", e.children[0])
		reference("/Last", e.children[n-1])
		if e.parent != nil {
			n = -n // collapsed
		}
		fmt.Fprintf(&b, "/Count %d", n)
	}
	b.WriteString(">>")
	return b.String(), nil
}
