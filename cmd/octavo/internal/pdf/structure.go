package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

// element is a Node with its content in the file.
type element struct {
	node     *page.Node
	parent   *element // nil: the root of the tree
	children []*element
	object   int

	marks  []position   // its own content, in the order of the pages
	links  []annotation // its annotations
	first  position     // of its first content or its children's, nowhere when there is none
	id     string       // of a Note
	isKept bool
}

// position is the place of a marked-content sequence in the document: its page and its MCID.
type position struct{ page, mcid int32 }

var nowhere = position{1<<31 - 1, 0}

func (p position) before(q position) bool {
	return p.page < q.page || p.page == q.page && p.mcid < q.mcid
}

// annotation is a link's annotation in the file.
type annotation struct {
	page, object int
	node         *page.Node
}

// addStructure adds the document's structure tree (ISO 32000-1, 14.7), an element for each Node with content on some
// page, and the parent tree from content to elements. It returns the object number of the root.
func addStructure(f *file, doc *page.Document, u *uses, contents []pageContent) (int, error) {
	elements := map[*page.Node]*element{}
	root := newElement(doc.Root, nil, elements)
	for pg, c := range contents {
		for mcid, node := range c.marks {
			e := elements[node]
			if e == nil {
				return 0, fmt.Errorf("page %d: content of a node (%s) that is not in the document's structure", pg+1, node.Kind)
			}
			e.marks = append(e.marks, position{int32(pg), int32(mcid)})
		}
	}
	for _, a := range u.annotations {
		e := elements[a.node]
		if e == nil {
			return 0, fmt.Errorf("page %d: a link's node is not in the document's structure", a.page+1)
		}
		e.links = append(e.links, a)
	}
	root.keep()
	root.isKept = true

	t := &treeWriter{file: f, uses: u, root: f.reserve()}
	t.number(root)
	t.write(root)

	limits := withoutLimits
	if u.copiesHaveOwn {
		limits = withLimits
	}
	parents := f.add(parentLeaf(0, contents, u.annotations, u.linkKey, elements, limits))
	entries := ""
	if len(t.ids) > 0 {
		entries = fmt.Sprintf("/IDTree<</Names[%s]>>", bytes.TrimRight(t.ids, " "))
	}
	keys := u.linkKey + len(u.annotations)
	u.shared.root, u.shared.tree, u.shared.parents, u.shared.parentKeys, u.shared.entries = root, t.root, parents, keys, entries
	f.set(t.root, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%s>>", root.object, parents, keys, entries))
	return t.root, nil
}

// limited says whether a node of the parent tree has its limits, as every node but the root must (ISO 32000-1, 7.9.7).
type limited bool

const (
	withLimits    limited = true
	withoutLimits limited = false
)

// parentLeaf returns a node of the parent tree: for each page its elements by MCID, with the keys from first on, and for each
// annotation its element, with the keys from linkKey on.
func parentLeaf(first int, contents []pageContent, annotations []annotation, linkKey int, elements map[*page.Node]*element, limits limited) string {
	var b []byte
	low, high := -1, 0
	key := func(n int) {
		b = strconv.AppendInt(b, int64(n), 10)
		if low < 0 {
			low = n
		}
		high = n
	}
	for pg, c := range contents {
		if len(c.marks) == 0 {
			continue
		}
		key(first + pg)
		b = append(b, '[')
		for _, node := range c.marks {
			b = append(strconv.AppendInt(b, int64(elements[node].object), 10), " 0 R "...)
		}
		b[len(b)-1] = ']'
	}
	for i, a := range annotations {
		key(linkKey + i)
		b = fmt.Appendf(b, " %d 0 R ", elements[a.node].object)
	}
	nums := "/Nums[" + string(bytes.TrimRight(b, " ")) + "]>>"
	if limits == withLimits {
		return fmt.Sprintf("<</Limits[%d %d]", max(low, 0), high) + nums
	}
	return "<<" + nums
}

func newElement(node *page.Node, parent *element, elements map[*page.Node]*element) *element {
	e := &element{node: node, parent: parent, first: nowhere}
	elements[node] = e
	if len(node.Children) > 0 {
		e.children = make([]*element, len(node.Children))
		for i, c := range node.Children {
			e.children[i] = newElement(c, e, elements)
		}
	}
	return e
}

// keep drops elements without content, and finds where the others begin. A table with content keeps its empty cells, so
// that its rows have equal length.
func (e *element) keep() {
	e.isKept = len(e.marks) > 0 || len(e.links) > 0
	if len(e.marks) > 0 {
		e.first = e.marks[0]
	}
	for _, c := range e.children {
		c.keep()
		e.isKept = e.isKept || c.isKept
		if c.first.before(e.first) {
			e.first = c.first
		}
	}
	if e.node.Kind == page.NodeTable && e.isKept {
		e.keepCells()
	}
	n := 0
	for _, c := range e.children {
		if c.isKept {
			e.children[n] = c
			n++
		}
	}
	if e.node.Kind != page.NodeRow { // decided by the table
		e.children = e.children[:n]
	}
}

func (e *element) keepCells() {
	for _, c := range e.children {
		switch c.node.Kind {
		case page.NodeRow, page.NodeCell, page.NodeHeaderCell:
			c.isKept = true
			c.keepCells()
		}
	}
}

// treeWriter writes elements as objects of a file.
type treeWriter struct {
	file *file
	uses *uses
	root int
	ids  []byte // the keys of the IDTree, ascending
	note int
}

// number assigns the elements their object numbers, parents before children.
func (t *treeWriter) number(e *element) {
	e.object = t.file.reserve()
	if e.node.Kind == page.NodeNote {
		t.note++
		e.id = fmt.Sprintf("(note%06d)", t.note)
		t.ids = fmt.Appendf(t.ids, "%s %d 0 R ", e.id, e.object)
	}
	for _, c := range e.children {
		t.number(c)
	}
}

func (t *treeWriter) write(e *element) {
	t.file.objects[e.object].body = t.body(e)
	for _, c := range e.children {
		t.write(c)
	}
}

// body returns an element's dictionary.
func (t *treeWriter) body(e *element) []byte {
	parent := t.root
	if e.parent != nil {
		parent = e.parent.object
	}
	b := make([]byte, 0, 96)
	b = append(append(b, "<</S/"...), e.node.Kind...)
	b = append(strconv.AppendInt(append(b, "/P "...), int64(parent), 10), " 0 R"...)
	b = t.attributes(b, e)
	b = t.kids(b, e)
	return append(b, ">>"...)
}

// attributes writes an element's attributes.
func (t *treeWriter) attributes(b []byte, e *element) []byte {
	n := e.node
	if e.id != "" {
		b = append(append(b, "/ID"...), e.id...)
	}
	if n.Title != "" {
		b = append(append(b, "/T"...), textString(n.Title)...)
	}
	if n.Lang != "" {
		b = append(append(b, "/Lang"...), textString(n.Lang)...)
	}
	if n.Alt != "" {
		b = append(append(b, "/Alt"...), textString(n.Alt)...)
	}
	switch n.Kind {
	case page.NodeHeaderCell:
		b = fmt.Appendf(b, "/A<</O/Table/Scope/%s>>", n.Scope)
	case page.NodeList:
		if n.Labels != "" {
			b = fmt.Appendf(b, "/A<</O/List/ListNumbering/%s>>", n.Labels)
		}
	case page.NodeFigure:
		if box := t.uses.figures[n]; box != "" {
			b = fmt.Appendf(b, "/A<</O/Layout/BBox[%s]>>", box)
		}
	}
	return b
}

// kids writes an element's content and children in reading order: children in the order of the tree, and its own
// content before the first child that begins after it.
func (t *treeWriter) kids(b []byte, e *element) []byte {
	pg := -1
	if len(e.marks) > 0 {
		pg = int(e.marks[0].page)
	} else if len(e.links) > 0 {
		pg = e.links[0].page
	}
	if pg >= 0 {
		b = append(strconv.AppendInt(append(b, "/Pg "...), int64(t.uses.pageObject(pg)), 10), " 0 R"...)
	}
	n := len(e.marks) + len(e.children) + len(e.links)
	if n == 0 {
		return b
	}
	b = append(b, "/K"...)
	if n > 1 {
		b = append(b, '[')
	} else {
		b = append(b, ' ')
	}
	marks := e.marks
	own := func() {
		if int(marks[0].page) == pg {
			b = append(strconv.AppendInt(b, int64(marks[0].mcid), 10), ' ')
		} else {
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", t.uses.pageObject(int(marks[0].page)), marks[0].mcid)
		}
		marks = marks[1:]
	}
	for _, c := range e.children {
		for len(marks) > 0 && c.first != nowhere && marks[0].before(c.first) {
			own()
		}
		b = append(strconv.AppendInt(b, int64(c.object), 10), " 0 R "...)
	}
	for len(marks) > 0 {
		own()
	}
	for _, a := range e.links {
		b = append(b, "<</Type/OBJR"...)
		if a.page != pg {
			b = fmt.Appendf(b, "/Pg %d 0 R", t.uses.pageObject(a.page))
		}
		b = fmt.Appendf(b, "/Obj %d 0 R>>", a.object)
	}
	b = bytes.TrimRight(b, " ")
	if n > 1 {
		b = append(b, ']')
	}
	return b
}
