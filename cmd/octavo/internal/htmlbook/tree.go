package htmlbook

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits of a document. A book of a million words needs a tenth of them.
const (
	maxDepth = 200       // elements inside each other; what is deeper becomes a child of the last one
	MaxNodes = 1_500_000 // elements and texts of all documents that are read at once
	maxAttrs = 64        // attributes of an element
)

// ErrTooLarge is the error of documents with more elements and texts than MaxNodes.
var ErrTooLarge = errors.New("it has more than 1,500,000 elements and texts, which no book needs")

// node is an element or, with no tag, a text. The tree is built from tokens, not by [html.Parse], so that every node knows
// where it begins in the source, and so that the time for broken markup is bounded.
type node struct {
	tag      string // in small letters; "" for text
	text     string // characters, with references resolved
	attrs    []html.Attribute
	parent   *node
	children []*node
	at       int  // offset in the source
	hasBlock bool // a block is somewhere inside it
	gone     bool // it is printed elsewhere: the text of a note, a caption, a summary
}

// attr returns the value of an attribute, "" if there is none.
func (n *node) attr(key string) string {
	for i := range n.attrs {
		if n.attrs[i].Key == key {
			return n.attrs[i].Val
		}
	}
	return ""
}

// has reports whether there is an attribute.
func (n *node) has(key string) bool {
	return slices.ContainsFunc(n.attrs, func(a html.Attribute) bool { return a.Key == key })
}

// classes returns the names in the class attribute.
func (n *node) classes() []string { return strings.Fields(n.attr("class")) }

// hasClass reports whether one of the names is a class of the element.
func (n *node) hasClass(names ...string) bool {
	if n.tag == "" || len(n.attrs) == 0 {
		return false
	}
	return slices.ContainsFunc(n.classes(), func(c string) bool { return slices.Contains(names, strings.ToLower(c)) })
}

// role returns the values of epub:type and role, which say what an element is for.
func (n *node) role() []string {
	return append(strings.Fields(n.attr("epub:type")), strings.Fields(n.attr("role"))...)
}

// hasRole reports whether the element has one of the roles.
func (n *node) hasRole(names ...string) bool {
	if len(n.attrs) == 0 {
		return false
	}
	return slices.ContainsFunc(n.role(), func(r string) bool { return slices.Contains(names, strings.TrimPrefix(r, "doc-")) })
}

// walk calls f for the node and what is inside it, in the order of the source. It does not go into nodes for which f returns false.
func (n *node) walk(f func(*node) bool) {
	if !f(n) {
		return
	}
	for _, c := range n.children {
		c.walk(f)
	}
}

// isIn reports whether the node is another one, or inside it.
func (n *node) isIn(other *node) bool {
	for ; n != nil; n = n.parent {
		if n == other {
			return true
		}
	}
	return false
}

// words appends the text inside the node.
func (n *node) words(b *strings.Builder) {
	n.walk(func(c *node) bool {
		b.WriteString(c.text)
		if isBlock()[c.tag] || c.tag == "br" {
			b.WriteByte(' ')
		}
		return c.tag != "script" && c.tag != "style" && !strings.HasPrefix(c.tag, "annotation")
	})
}

// plain returns the text inside the node with its white space reduced.
func (n *node) plain() string {
	var b strings.Builder
	n.words(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

// isVoid holds the elements that have no end tag.
var isVoid = sync.OnceValue(func() map[string]bool {
	return set("area base br col embed hr img input link meta param source track wbr")
})

// isBlock holds the elements that begin on a line of their own.
var isBlock = sync.OnceValue(func() map[string]bool {
	return set(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
	h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
	caption colgroup col optgroup option`)
})

// isBarrier holds the elements out of which the end tag of another element does not reach.
var isBarrier = sync.OnceValue(func() map[string]bool { return set("table td th caption") })

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// closes lists the open elements that the start of an element ends, and where the search for them stops.
type closing struct{ ends, stops map[string]bool }

var (
	endsP  = closing{set("p"), set("td th caption li dd dt div blockquote section article body table button")}
	closes = sync.OnceValue(func() map[string]closing {
		return map[string]closing{
			"li":       {set("li"), set("ul ol menu dir table")},
			"dt":       {set("dt dd"), set("dl table")},
			"dd":       {set("dt dd"), set("dl table")},
			"tr":       {set("tr caption colgroup"), set("table")},
			"td":       {set("td th"), set("tr table")},
			"th":       {set("td th"), set("tr table")},
			"thead":    {set("thead tbody tfoot tr caption colgroup"), set("table")},
			"tbody":    {set("thead tbody tfoot tr caption colgroup"), set("table")},
			"tfoot":    {set("thead tbody tfoot tr caption colgroup"), set("table")},
			"option":   {set("option"), set("select datalist")},
			"rt":       {set("rt rp"), set("ruby")},
			"rp":       {set("rt rp"), set("ruby")},
			"optgroup": {set("option optgroup"), set("select")},
		}
	})
)

// builder builds the tree.
type builder struct {
	root *node
	open []*node
	room *int  // for nodes
	deep *node // the first element at maxDepth
	wide *node // the first element with more than maxAttrs
}

// parse builds the tree of a document or a fragment, in which there may be so many nodes.
func parse(source []byte, room *int) (*builder, error) {
	b := &builder{root: &node{tag: "#root"}, room: room}
	b.open = []*node{b.root}
	z := html.NewTokenizer(bytes.NewReader(source))
	z.AllowCDATA(true)
	at := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				return nil, z.Err()
			}
			if at < len(source) { // a sign < that begins no element
				b.add(&node{text: string(source[at:]), at: at})
			}
			return b, nil
		}
		from := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			b.add(&node{text: string(z.Text()), at: from})
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z, from, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(tagName(name))
		}
		if *b.room < 0 {
			return nil, ErrTooLarge
		}
	}
}

// tagName returns an element's name without the prefix of a namespace. It is never empty, which would be a text's.
func tagName(name []byte) string {
	if i := bytes.IndexByte(name, ':'); i >= 0 && i+1 < len(name) {
		name = name[i+1:]
	}
	return atom.String(name)
}

// top returns the innermost open element.
func (b *builder) top() *node { return b.open[len(b.open)-1] }

// add makes a node a child of the innermost open element.
func (b *builder) add(n *node) {
	*b.room--
	n.parent = b.top()
	n.parent.children = append(n.parent.children, n)
	if isBlock()[n.tag] {
		for p := n.parent; p != nil && !p.hasBlock; p = p.parent {
			p.hasBlock = true
		}
	}
}

func (b *builder) start(z *html.Tokenizer, at int, closed bool) {
	name, more := z.TagName()
	n := &node{tag: tagName(name), at: at}
	for more && len(n.attrs) < maxAttrs {
		var key, value []byte
		key, value, more = z.TagAttr()
		n.attrs = append(n.attrs, html.Attribute{Key: atom.String(key), Val: string(value)})
	}
	if more && b.wide == nil {
		b.wide = n
	}
	if closed && !isVoid()[n.tag] {
		z.NextIsNotRawText()
	}
	if isBlock()[n.tag] {
		b.close(endsP)
	}
	if c, ok := closes()[n.tag]; ok {
		b.close(c)
	}
	b.add(n)
	if closed || isVoid()[n.tag] {
		return
	}
	if len(b.open) >= maxDepth {
		if b.deep == nil {
			b.deep = n
		}
		return
	}
	b.open = append(b.open, n)
}

// close ends the open elements that the start of another one ends.
func (b *builder) close(c closing) {
	for i := len(b.open) - 1; i > 0 && !c.stops[b.open[i].tag]; i-- {
		if c.ends[b.open[i].tag] {
			b.open = b.open[:i]
		}
	}
}

// end ends the innermost open element of a name with those inside it.
func (b *builder) end(tag string) {
	for i := len(b.open) - 1; i > 0; i-- {
		if b.open[i].tag == tag {
			b.open = b.open[:i]
			return
		}
		if isBarrier()[b.open[i].tag] && tag != "table" && tag != "tr" && tag != "tbody" && tag != "thead" && tag != "tfoot" {
			return
		}
	}
}
