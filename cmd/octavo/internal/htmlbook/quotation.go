package htmlbook

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// quote returns a block quotation. A cite or footer element at its end, or a last paragraph that starts with a dash, is its source.
func (c *converter) quote(n *node, s scope) *book.Quote {
	s.quoted = true
	q := &book.Quote{Pos: c.doc.pos(n.at)}
	if source := sourceOf(n); source != nil {
		var line runs.Line
		c.text(&line, source, scope{})
		if p := runs.Paragraphs(line.Runs); len(p) == 1 {
			source.gone = true
			q.Attribution = undashed(runs.Nest(unitalic(p[0])))
		}
	}
	q.Blocks = c.flow(nil, n, s)
	if last, ok := lastBlock(q.Blocks).(*book.Paragraph); ok && q.Attribution == nil && len(q.Blocks) > 1 && startsWithDash(last.Text) {
		q.Attribution = undashed(last.Text)
		q.Blocks = q.Blocks[:len(q.Blocks)-1]
	}
	return q
}

// sourceOf returns the element at the end of a quotation that names its source, if there is one.
func sourceOf(n *node) *node {
	for i := len(n.children) - 1; i >= 0; i-- {
		child := n.children[i]
		switch {
		case child.gone || child.tag == "" && strings.TrimSpace(child.text) == "":
			continue
		case i == 0:
			return nil
		case child.tag == "cite" || child.tag == "footer" || child.tag == "figcaption" || child.hasClass("attribution", "source", "byline"):
			return child
		case child.tag == "p" && len(child.children) == 1 && child.children[0].tag == "cite":
			return child
		}
		return nil
	}
	return nil
}

// unitalic takes italics off a source that is italic as a whole, as cite elements are.
func unitalic(rs []runs.Run) []runs.Run {
	for _, r := range rs {
		if !r.Italic && r.Object == nil && strings.TrimSpace(r.Text) != "" {
			return rs
		}
	}
	for i := range rs {
		rs[i].Italic = false
	}
	return rs
}

func startsWithDash(text []book.Inline) bool {
	t, ok := text[0].(*book.Text)
	return ok && (strings.HasPrefix(t.Value, "--") || !strings.HasPrefix(t.Value, "-") && strings.Trim(t.Value[:min(3, len(t.Value))], dashes) == "")
}

// undashed takes the dash off the beginning of a quotation's source.
func undashed(text []book.Inline) []book.Inline {
	if len(text) == 0 {
		return text
	}
	if t, ok := text[0].(*book.Text); ok {
		t.Value = strings.TrimLeft(t.Value, dashes+" \u00A0\u2009")
		if t.Value == "" {
			return text[1:]
		}
	}
	return text
}
