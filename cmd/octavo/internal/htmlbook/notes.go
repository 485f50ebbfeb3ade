package htmlbook

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Notes are links that lead from a mark to a text, which mostly leads back. Programs that write pages agree on nothing more, so a
// mark is found by its role or class, or because what it leads to leads back to it.

// target is an element with an id, in its document.
type target struct {
	doc   int
	order int
	node  *node
}

// ref is a link that may be the mark of a note.
type ref struct {
	target
	key      string // where it leads
	explicit bool   // it says that it is the mark of a note
}

var (
	markLabel = lazyregexp.New(`^[\s\[\]()\x{00A0}.]*(\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|note\s*\d+|fn\d+)[\s\[\]()\x{00A0}.]*$`)
	backSign  = lazyregexp.New(`^[\s\x{00A0}]*(↩|↑|⤴|⬆|↵|\^|⏎|back|return|↩︎|↩\x{FE0E})`)
)

var markClasses = []string{"footnote-ref", "footnote-anchor", "footnoteref", "fnanchor", "sdfootnoteanc", "sdendnoteanc", "noteref", "fnref",
	"footnote_referrer", "footnote-reference", "pginternal-note", "simple-footnote", "footnotecall", "note-ref", "endnote-ref"}

// findNotes fills marks and home, and takes the texts of notes and their links back out of the flow.
func (c *converter) findNotes() {
	targets := map[string]target{}
	var refs []ref
	back := map[*node]map[string]bool{} // keys that lead to a mark, by the mark
	for i, d := range c.docs {
		order := 0
		d.root.walk(func(n *node) bool {
			order++
			for _, id := range []string{n.attr("id"), n.attr("name")} {
				if id != "" && n.tag != "meta" && n.tag != "input" {
					if _, twice := targets[d.Name+"#"+id]; !twice {
						targets[d.Name+"#"+id] = target{i, order, n}
					}
				}
			}
			if n.tag != "a" {
				return true
			}
			key, ok := d.resolve(n.attr("href"))
			if !ok || len(n.children) == 0 {
				return true
			}
			explicit := n.hasRole("noteref", "glossref") && !n.hasRole("glossref") || n.hasClass(markClasses...) || n.parent.hasClass("fn", "footnote-ref", "fnref") && n.parent.tag == "sup"
			if label := n.plain(); explicit && len(label) < 40 || markLabel().MatchString(strings.ToLower(label)) {
				refs = append(refs, ref{target{i, order, n}, key, explicit})
				back[n] = keysOf(d, n)
			}
			return true
		})
	}
	c.pair(refs, targets, back)
}

// keysOf returns the keys of the ids by which a mark can be reached: its own and those of the elements of running text around it.
func keysOf(d *document, n *node) map[string]bool {
	keys := map[string]bool{}
	for ; n.parent != nil && !isBlock()[n.tag]; n = n.parent {
		for _, id := range []string{n.attr("id"), n.attr("name")} {
			if id != "" {
				keys[d.Name+"#"+id] = true
			}
		}
		for _, child := range n.children[:min(len(n.children), 8)] {
			if child.tag == "a" && child.attr("href") == "" && child.attr("name") != "" {
				keys[d.Name+"#"+child.attr("name")] = true
			}
		}
	}
	return keys
}

// pair finds the texts of the notes that refs may mark.
func (c *converter) pair(refs []ref, targets map[string]target, back map[*node]map[string]bool) {
	starts := map[*node]int{} // nodes at which texts of notes begin, and how often each is marked
	for _, r := range refs {
		if t, ok := targets[r.key]; ok {
			starts[t.node]++
		}
	}
	inside := map[*node]int{} // number of starts of notes inside a node
	for start := range starts {
		for n := start; n != nil; n = n.parent {
			inside[n]++
		}
	}
	bodies := map[*node]*node{} // the text of a note by where it begins
	keys := map[*node]map[string]bool{}
	for _, r := range refs {
		t, ok := targets[r.key]
		if !ok || t.doc < r.doc || t.doc == r.doc && t.order < r.order && !r.explicit || within(r.node, bodies) {
			continue
		}
		body := bodies[t.node]
		if body == nil {
			body = bodyOf(t.node, inside, r.node)
			if body == nil || !r.explicit && !isNote(t.node) && !isNote(body) && !c.leadsBack(c.docs[t.doc], body, back[r.node]) {
				continue
			}
			bodies[t.node] = body
			c.home[body] = c.docs[t.doc]
			keys[body] = map[string]bool{}
		}
		if outside(body, r.node) == nil { // another mark of the same note
			continue
		}
		c.marks[r.node] = body
		for key := range back[r.node] {
			keys[body][key] = true
		}
	}
	for start, body := range bodies {
		body.gone = true
		c.strip(c.home[body], start, body, keys[body])
	}
}

// within reports whether a node is inside the text of a note that begins at one of the nodes around it.
func within(n *node, bodies map[*node]*node) bool {
	for ; n != nil; n = n.parent {
		if bodies[n] == n {
			return true
		}
	}
	return false
}

// isNote reports whether an element says that it is the text of a note.
func isNote(n *node) bool {
	return n.hasRole("footnote", "endnote", "rearnote", "note") || n.hasClass("footnote", "endnote", "footnote-item", "footnote-text", "rearnote", "noteentry", "fn")
}

// bodyOf returns the element with the whole text of the note that begins at start: the outermost one that holds no other note
// and is no heading, list or section. It is nil if the mark is inside it or holds it.
func bodyOf(start *node, inside map[*node]int, mark *node) *node {
	body := start
	for n := start; n != nil; n = n.parent {
		switch n.tag {
		case "p", "li", "div", "aside", "dd", "dt", "td", "blockquote", "tr":
			if inside[n] == 1 && holdsNoHeading(n) || n == start {
				body = n
				if n.tag == "li" || n.tag == "aside" || n.tag == "dd" || n.tag == "tr" || isNote(n) {
					return outside(body, mark)
				}
				continue
			}
			return outside(body, mark)
		case "a", "span", "sup", "b", "strong", "i", "em", "small", "font":
			continue
		case "section", "article":
			if n == start || isNote(n) && inside[n] == 1 {
				return outside(n, mark)
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			return nil
		}
		break
	}
	if !isBlock()[body.tag] {
		return nil
	}
	return outside(body, mark)
}

// outside returns body, or nil if the mark is inside it or holds it.
func outside(body, mark *node) *node {
	if mark.isIn(body) || body.isIn(mark) {
		return nil
	}
	return body
}

func holdsNoHeading(n *node) bool {
	none := true
	n.walk(func(c *node) bool {
		if len(c.tag) == 2 && c.tag[0] == 'h' {
			none = false
		}
		return none
	})
	return none
}

// leadsBack reports whether a link inside a node leads to one of the keys.
func (c *converter) leadsBack(d *document, n *node, keys map[string]bool) bool {
	found := false
	n.walk(func(a *node) bool {
		if a.tag == "a" {
			if key, ok := d.resolve(a.attr("href")); ok && keys[key] {
				found = true
			}
		}
		return !found
	})
	return found
}

// strip takes the links back out of a note's text, and the label at its beginning.
func (c *converter) strip(d *document, start, body *node, keys map[string]bool) {
	body.walk(func(n *node) bool {
		if n.tag != "a" {
			return true
		}
		key, ok := d.resolve(n.attr("href"))
		text := n.plain()
		if ok && keys[key] || n.hasClass("footnote-back", "footnote-backref", "footnote-number", "footnote-return", "reversefootnote") ||
			n.hasRole("backlink") || ok && backSign().MatchString(strings.ToLower(text)) || ok && markLabel().MatchString(strings.ToLower(text)) && leadsBody(n, body) {
			n.gone = text == "" || len(text) < 24
		}
		return true
	})
	if start != body && markLabel().MatchString(strings.ToLower(start.plain())) && !isBlock()[start.tag] {
		start.gone = true
	}
	body.walk(func(n *node) bool { // a label in an element of its own, where it is not in the link
		if n.gone || n == body {
			return !n.gone
		}
		if n.tag == "" {
			return true
		}
		if (n.tag == "sup" || n.hasClass("label", "footnote-number", "fn-label", "number")) && markLabel().MatchString(strings.ToLower(n.plain())) && leadsBody(n, body) {
			n.gone = true
		}
		return true
	})
}

// leadsBody reports whether nothing is printed before a node in the text of a note.
func leadsBody(n, body *node) bool {
	for ; n != nil && n != body; n = n.parent {
		i := slices.Index(n.parent.children, n)
		for _, before := range n.parent.children[:i] {
			if !before.gone && before.plain() != "" {
				return false
			}
		}
	}
	return true
}

// trimLabel takes what is left of a label off the beginning of a note: ". ", "] ", a space.
func trimLabel(blocks []book.Block) []book.Block {
	if len(blocks) == 0 {
		return blocks
	}
	p, ok := blocks[0].(*book.Paragraph)
	if !ok {
		return blocks
	}
	if t, ok := p.Text[0].(*book.Text); ok {
		t.Value = strings.TrimLeft(t.Value, " \u00A0\t")
		for _, lead := range []string{". ", ") ", "] ", ": ", "[] ", ".\u00A0", "]\u00A0"} {
			t.Value = strings.TrimPrefix(t.Value, lead)
		}
		if t.Value = strings.TrimLeft(t.Value, " \u00A0"); t.Value == "" {
			p.Text = p.Text[1:]
		}
	}
	if len(p.Text) == 0 {
		return blocks[1:]
	}
	if t, ok := p.Text[len(p.Text)-1].(*book.Text); ok {
		t.Value = strings.TrimRight(t.Value, " \u00A0")
		if t.Value == "" && len(p.Text) > 1 {
			p.Text = p.Text[:len(p.Text)-1]
		}
	}
	return blocks
}
