package htmlbook

import (
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
)

// chromeClasses are classes of what sites put into and around a text. A class counts as a whole.
var chromeClasses = sync.OnceValue(func() map[string]bool {
	return set(`subscribe subscription-widget subscription-widget-wrap subscription-widget-wrap-editor subscribe-widget subscribe-form button-wrapper
	share share-dialog sharedaddy sd-sharing social-share share-buttons social-links addtoany_share_save_container jp-relatedposts
	related-posts yarpp comments comment-respond comments-area comment-form newsletter-signup newsletter-form cookie-banner cookie-notice
	sidebar widget-area breadcrumb breadcrumbs post-navigation nav-links navigation pagination page-links skip-link screen-reader-text
	site-header site-footer site-navigation post-footer entry-footer entry-meta post-meta byline author-box author-bio like-button
	digest-post-embed embedded-post-wrap embedded-publication-wrap captioned-button-wrap paywall paywall-jump install-substack-app-embed
	community-chat poll-embed kg-signup-card kg-button-card kg-cta-card kg-header-card post-ufi footer-wrap print-hide noprint mw-editsection
	reference-back toc-toggle advertisement ads ad-slot wp-block-buttons wp-block-search mc_embed_signup`)
})

// silent are elements whose content is not text of the page.
var silent = sync.OnceValue(func() map[string]bool {
	return set("script style noscript template head link meta base title param source track")
})

// media are elements that are not text.
var media = sync.OnceValue(func() map[string]bool {
	return set("iframe video audio object embed canvas applet form select textarea button dialog input datalist progress meter frameset marquee portal")
})

// controls are elements with which a page's reader does something.
var controls = sync.OnceValue(func() map[string]bool { return set("button form input select textarea") })

// dropped reports whether an element is left out, and records it.
func (c *converter) dropped(n *node) bool {
	switch {
	case n.tag == "" || n.tag == "#root":
		return false
	case silent()[n.tag]:
		return true
	case n.tag == "svg":
		c.left(Drawing, n, n.plain())
		return true
	case n.tag == "annotation" || n.tag == "annotation-xml":
		return true
	case n.tag == "input" && strings.EqualFold(n.attr("type"), "checkbox"): // the item records it
		return true
	case media()[n.tag]:
		kind, words := Media, first(n.attr("src"), n.attr("data"), n.plain())
		if c.scope == WholePage && controls()[n.tag] {
			kind, words = Chrome, n.plain()
			if words == "" {
				return true
			}
		}
		if n.tag == "video" || n.tag == "audio" {
			for _, child := range n.children {
				words = first(words, child.attr("src"))
			}
		}
		c.left(kind, n, words)
		return true
	}
	if c.scope == WholePage && isChrome(n) {
		if words := n.plain(); words != "" {
			c.left(Chrome, n, words)
		}
		return true
	}
	return false
}

// isChrome reports whether an element is a part of a site's pages and not of a text.
func isChrome(n *node) bool {
	switch n.tag {
	case "nav", "menu":
		return true
	case "footer":
		return n.parent.tag != "blockquote" && n.parent.tag != "figure"
	case "time":
		return n.parent.tag == "header" || n.parent.tag == "footer"
	}
	if len(n.attrs) == 0 {
		return false
	}
	if n.hasRole("navigation", "search", "contentinfo", "complementary", "toolbar", "banner") {
		return true
	}
	for _, class := range n.classes() {
		if chromeClasses()[strings.ToLower(class)] {
			return true
		}
	}
	return chromeClasses()[n.attr("id")]
}

// content returns the element that holds the text of a site's page: its only article, or what it calls its main part, or all of it.
func (c *converter) content(root *node) *node {
	var articles, mains []*node
	root.walk(func(n *node) bool {
		switch {
		case n.tag == "article" || n.hasRole("article") || n.hasClass("h-entry", "post-content", "entry-content", "available-content"):
			articles = append(articles, n)
			return false
		case n.tag == "main" || n.hasRole("main"):
			mains = append(mains, n)
		}
		return true
	})
	inner := root
	switch {
	case len(articles) == 1:
		inner = articles[0]
	case len(mains) == 1:
		inner = mains[0]
	}
	if inner == root {
		return root
	}
	c.around(root, inner)
	return inner
}

// around records the words of a page outside its content. A level-1 heading there is the title of a content that has none.
func (c *converter) around(root, inner *node) {
	holds := map[*node]bool{}
	for n := inner; n != nil; n = n.parent {
		holds[n] = true
	}
	titled := find(inner, "h1") != nil
	var visit func(n *node)
	visit = func(n *node) {
		for _, child := range n.children {
			switch {
			case child == inner || child.gone:
			case holds[child]:
				visit(child)
			case silent()[child.tag] || child.tag == "svg" || marksNote(child):
			default:
				if h := find(child, "h1"); h != nil && !titled {
					titled = true
					c.doc.page.Title = h.plain()
					if child.plain() == h.plain() {
						continue
					}
				}
				if words := child.plain(); words != "" {
					c.left(Chrome, child, words)
				}
			}
		}
	}
	visit(root)
}

// find returns the first element of a name inside a node, or nil.
func find(n *node, tag string) (found *node) {
	n.walk(func(x *node) bool {
		if found == nil && x.tag == tag {
			found = x
		}
		return found == nil
	})
	return found
}

// marksNote reports whether a node holds nothing but texts of notes: they are printed elsewhere.
func marksNote(n *node) bool {
	rest := false
	n.walk(func(x *node) bool {
		if x.gone {
			return false
		}
		rest = rest || strings.TrimSpace(x.text) != ""
		return !rest
	})
	return !rest
}

// notesTitles are headings over notes, in small letters. Notes are placed by whoever sets the book, so one with nothing under it goes.
var notesTitles = sync.OnceValue(func() map[string]bool {
	return set("notes footnotes endnotes references footnote note anmerkungen fußnoten endnoten notas voetnoten noten przypisy dipnotlar note:")
})

// tidied drops breaks at the ends of a page, and a heading over notes with nothing left under it.
func tidied(blocks []book.Block) []book.Block {
	for len(blocks) > 0 {
		if _, ok := blocks[0].(*book.Break); !ok {
			break
		}
		blocks = blocks[1:]
	}
	for len(blocks) > 0 {
		switch last := blocks[len(blocks)-1].(type) {
		case *book.Break:
		case *book.Heading:
			if !notesTitles()[strings.ToLower(strings.TrimRight(book.PlainText(last.Text), ": "))] {
				return blocks
			}
		default:
			return blocks
		}
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}
