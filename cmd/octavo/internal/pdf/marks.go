package pdf

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// mark is the open marked-content sequence of a page's content (ISO 32000-1, 14.6): a run of neighbouring items that
// are content of one Node, or of none. A sequence of text begins and ends within one text object, any other outside of
// text objects.
type mark struct {
	isOpen   bool
	node     *page.Node // nil: an artifact
	artifact string     // its dictionary
}

// Artifacts (14.8.2.2): pagination and decoration.
const (
	headArtifact   = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
	footArtifact   = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
	layoutArtifact = "/Artifact<</Type/Layout>>BDC"
)

// textArtifact returns the kind of artifact for text without a Node, by its height on the page.
func (c *content) textArtifact(y page.Length) string {
	switch {
	case c.height == 0:
	case y < c.height/6:
		return headArtifact
	case y > c.height*5/6:
		return footArtifact
	}
	return layoutArtifact
}

// markAs starts content of a node, or an artifact.
func (c *content) markAs(node *page.Node, artifact string) {
	if !c.tagged || c.mark.isOpen && c.mark.node == node && (node != nil || c.mark.artifact == artifact) {
		return
	}
	c.endMark()
	c.mark = mark{true, node, artifact}
	if node == nil {
		c.operator(artifact)
		return
	}
	c.b = append(append(append(c.b, '/'), node.Kind...), "<</MCID "...)
	c.b = strconv.AppendInt(c.b, int64(len(c.marks)), 10)
	c.operator(">>BDC")
	c.marks = append(c.marks, node)
}

func (c *content) endMark() {
	if c.mark.isOpen {
		c.closeArray()
		c.operator("EMC")
		c.mark.isOpen = false
	}
}

// separated reports whether a run is separated from the one before: on another line (a superscript does not count), or by
// a fifth of an em.
func (c *content) separated(t *page.Text) bool {
	way, step := fine(t.X)*finePerLength-c.pen, t.Y-c.baseline
	return max(step, -step) > t.Size*3/4 || max(way, -way) > 200*fine(t.Size)
}

// parting writes a space after tagged text that ends between words. It is invisible, but text extracted from the
// structure needs it to separate words (14.8.2.5).
func (c *content) parting() {
	if !c.tagged || !c.mark.isOpen || c.mark.node == nil || c.font == nil || c.font.space == 0 {
		return
	}
	switch r, _ := utf8.DecodeLastRuneInString(c.last); {
	case r == utf8.RuneError || unicode.IsSpace(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
	case r == '\u00AD' || r == '\u200B' || r == '-' || r == '\u2010' || r == '\u2013' || r == '\u2014' || r == '/':
		// within a word, or the words are already separated
	default:
		code := c.font.find(c.font.space, " ")
		c.show(code.code)
		c.pen += fine(code.width) * fine(c.size)
	}
}
