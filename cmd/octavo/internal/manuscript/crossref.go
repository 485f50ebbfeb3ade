package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/dialect"
)

// crossRefNode is a reference by the id of a figure, a table or a section, as Quarto, pandoc-crossref and Bookdown write it: @fig-door,
// [@fig:door], \@ref(fig:door).
type crossRefNode struct {
	ast.BaseInline
	id   text.Segment
	seen text.Segment // all of it
}

var kindCrossRef = ast.NewNodeKind("OctavoCrossRef")

func (n *crossRefNode) Kind() ast.NodeKind { return kindCrossRef }
func (n *crossRefNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, nil, nil)
}

// crossRefParser parses them. A citation, @smith2004, is none.
type crossRefParser struct{}

func (crossRefParser) Trigger() []byte { return []byte{'@', '[', '\\'} }

// crossRefForms are what stands around an id in each form.
var crossRefForms = []struct{ before, after string }{{"[@", "]"}, {`\@ref(`, ")"}, {"@", ""}}

// crossRefPrefixes begin the ids to which such references lead. After them stands a hyphen or a colon.
var crossRefPrefixes = []string{"fig", "tbl", "tab", "sec"}

func (crossRefParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	for _, form := range crossRefForms {
		if !bytes.HasPrefix(line, []byte(form.before)) {
			continue
		}
		from := len(form.before)
		n := crossRefID(line[from:])
		rest := line[from+n:]
		if n == 0 || !bytes.HasPrefix(rest, []byte(form.after)) || form.after == "]" && len(rest) > 1 && (rest[1] == '(' || rest[1] == '[' || rest[1] == '{') {
			return nil
		}
		if before := block.PrecendingCharacter(); form.after == "" && before < 0x80 && (isWord(before) || before == '/' || before == '.') {
			return nil
		}
		end := from + n + len(form.after)
		block.Advance(end)
		node := &crossRefNode{id: text.NewSegment(seg.Start+from, seg.Start+from+n), seen: text.NewSegment(seg.Start, seg.Start+end)}
		node.SetPos(seg.Start)
		return node
	}
	return nil
}

// crossRefID returns the length of an id at the start of b that such a reference can lead to, or 0. A stop after it is the sentence's.
func crossRefID(b []byte) int {
	for _, prefix := range crossRefPrefixes {
		if !bytes.HasPrefix(b, []byte(prefix)) || len(b) <= len(prefix)+1 || b[len(prefix)] != '-' && b[len(prefix)] != ':' {
			continue
		}
		n := idLength(b)
		for n > 0 && bytes.IndexByte([]byte(".:-"), b[n-1]) >= 0 {
			n--
		}
		if n > len(prefix)+1 {
			return n
		}
	}
	return 0
}

// crossRef is a reference by id in the book.
type crossRef struct {
	*crossRefNode
	id   string
	link *book.Link
}

// crossReference converts a reference by id. It has its own words until it is known to lead somewhere.
func (b *builder) crossReference(out []book.Inline, n *crossRefNode) []book.Inline {
	words := n.seen.Value(b.source)
	if b.inAlt || inLink(n) {
		return b.characters(out, words, n.seen.Start)
	}
	l := &book.Link{Pos: b.pos(n.seen.Start), Elsewhere: string(words)}
	l.Text = b.characters(nil, words, n.seen.Start)
	b.crosses = append(b.crosses, crossRef{n, string(n.id.Value(b.source)), l})
	return append(out, l)
}

// crossTarget gives a reference by id its target, if the author gave that id to one thing of the book. Otherwise its words stay, with an
// error.
func (r *resolver) crossTarget(c crossRef) {
	if found := r.given(c.id); len(found) == 1 {
		c.link.Target, c.link.Elsewhere, c.link.Text = found[0].id, "", nil
		return
	}
	d := r.diags.Errorf("markup-foreign", c.link.Pos, "%s", dialect.CrossReference.Name).To(c.link.Pos.Offset + c.seen.Len())
	d.Group = dialect.CrossReference.Name
	d.Note("nothing in the book has the id %q; give it one in braces, {#%s}, or write [words](#id)", c.id, c.id)
}

// inLink reports whether a node is part of a link's words.
func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if _, ok := p.(*ast.Link); ok {
			return true
		}
	}
	return false
}
