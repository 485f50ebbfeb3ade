package pdf

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// mark is the marked-content sequence that is open in a page's content (ISO 32000-1, 14.6): a run of neighbouring items
// that are content of one Node, or of none. One of text begins and ends within one text object, any other outside of
// them.
type mark struct {
	isOpen   bool
	node     *page.Node // nil: an artifact
	artifact string     // its dictionary
}

// Artifacts (14.8.2.2): what the page says of itself, and what is only to be seen.
const (
	headArtifact   = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
	footArtifact   = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
	layoutArtifact = "/Artifact<</Type/Layout>>BDC"
)

// textArtifact is what kind of artifact text without a Node is, by its height on the page.
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

// markAs makes what follows content of a node, or an artifact.
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

// parted says whether a run stands apart from the one before: in another line, which a raised figure does not, or by a
// fifth of an em.
func (c *content) parted(t *page.Text) bool {
	way, step := fine(t.X)*finePerLength-c.pen, t.Y-c.baseline
	return max(step, -step) > t.Size*3/4 || max(way, -way) > 200*fine(t.Size)
}

// parting shows a space after tagged text that ends between words: it stands in white, but those who read the text from
// its structure need it to tell the words apart (14.8.2.5).
func (c *content) parting() {
	if !c.tagged || !c.mark.isOpen || c.mark.node == nil || c.font == nil || c.font.space == 0 {
		return
	}
	switch r, _ := utf8.DecodeLastRuneInString(c.last); {
	case r == utf8.RuneError || unicode.IsSpace(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
	case r == '\u00AD' || r == '\u200B' || r == '-' || r == '\u2010' || r == '\u2013' || r == '\u2014' || r == '/':
		// a word goes on, or words that nothing parts
	default:
		code := c.font.find(c.font.space, " ")
		c.show(code.code)
		c.pen += fine(code.width) * fine(c.size)
	}
}
