package importer

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// anchors are the places of the sources to which links lead, by "page#id" and "page".
type anchors struct {
	headings map[string]*book.Heading // nil: before the page's first heading
	pages    map[string]*Chapter      // the first chapter of each page
	chapters map[*book.Heading]*Chapter
	inside   map[*book.Heading]bool // they are among the blocks of a chapter, and not the title of one
	next     map[string]int         // the number with which an id is tried next that a heading's words make and others have
	posts    map[string]*Chapter    // by the last part of the address at which they were published
}

func (ms *Manuscript) anchorsOf() *anchors {
	if ms.places == nil {
		ms.places = &anchors{headings: map[string]*book.Heading{}, pages: map[string]*Chapter{}, chapters: map[*book.Heading]*Chapter{},
			inside: map[*book.Heading]bool{}, next: map[string]int{}, posts: map[string]*Chapter{}}
	}
	return ms.places
}

// anchorOf records that a heading has become the title of a chapter.
func (ms *Manuscript) anchorOf(h *book.Heading, c *Chapter) { ms.anchorsOf().chapters[h] = c }

// anchored records the anchors of a page, and marks the links of its blocks that lead to a page of the sources.
func (ms *Manuscript) anchored(page string, ids map[string]*book.Heading, blocks []book.Block) {
	a := ms.anchorsOf()
	for id, h := range ids {
		a.headings[page+"#"+id] = h
	}
	r := &rewriter{inline: func(in book.Inline) []book.Inline {
		if l, ok := in.(*book.Link); ok && l.URL != "" {
			if key, ok := internal(page, l.URL); ok {
				l.URL, l.Elsewhere = "", key
			}
		}
		return []book.Inline{in}
	}}
	r.blocks(blocks)
}

// internal returns the key of an address that leads to a page beside the one it is on.
func internal(page, address string) (key string, ok bool) {
	name, fragment, _ := strings.Cut(address, "#")
	if strings.Contains(name, ":") || strings.HasPrefix(name, "//") {
		return "", false
	}
	if u, err := url.PathUnescape(name); err == nil {
		name = u
	}
	if u, err := url.PathUnescape(fragment); err == nil {
		fragment = u
	}
	switch {
	case name == "":
		name = page
	default:
		name, _, _ = strings.Cut(name, "?")
		name = path.Join(path.Dir(page), name)
	}
	if fragment != "" {
		return name + "#" + fragment, true
	}
	return name, true
}

// link turns the links between pages into links between chapters. One that leads nowhere becomes its words.
func (ms *Manuscript) link() {
	a := ms.anchorsOf()
	taken := map[string]int{}
	for _, c := range ms.Chapters {
		taken[book.Slug(book.PlainText(c.Title))]++
		if c.page != "" && a.pages[c.page] == nil {
			a.pages[c.page] = c
		}
		book.Walk(c.Blocks, func(b book.Block) {
			if h, ok := b.(*book.Heading); ok {
				a.chapters[h], a.inside[h] = c, true
				taken[book.Slug(book.PlainText(h.Text))]++
			}
		})
	}
	for _, c := range ms.Chapters {
		r := &rewriter{inline: func(in book.Inline) []book.Inline {
			l, ok := in.(*book.Link)
			if !ok {
				return []book.Inline{in}
			}
			if post := ms.postOf(l.URL); post != nil {
				l.URL = post.Name
			}
			if l.Elsewhere == "" {
				return []book.Inline{in}
			}
			key := l.Elsewhere
			l.Elsewhere = ""
			if l.URL = ms.addressOf(c, key, taken); l.URL == "" {
				ms.remark(changed, c, key, "a link that leads to nothing here is set as its words", book.PlainText(l.Text))
				return l.Text
			}
			return []book.Inline{in}
		}}
		c.Blocks = r.blocks(c.Blocks)
		c.Title = r.text(c.Title)
	}
}

// addressOf returns the address of a place as a link in a chapter writes it, "" if there is no such place.
func (ms *Manuscript) addressOf(from *Chapter, key string, taken map[string]int) string {
	a := ms.places
	page, _, fragment := strings.Cut(key, "#")
	h, ok := a.headings[key]
	to := a.pages[page]
	if ok && h != nil {
		to = a.chapters[h]
	}
	if to == nil || fragment && !ok {
		return ""
	}
	if h != nil && a.inside[h] {
		if h.ID == "" || to.links[h.ID].heading != h {
			slug := book.Slug(book.PlainText(h.Text))
			id := slug
			for taken[slug] > 1 && taken[id] > 0 {
				a.next[slug] = max(a.next[slug], 1) + 1
				id = slug + "-" + strconv.Itoa(a.next[slug])
			}
			taken[id]++
			if id == slug {
				taken[id]--
			}
			h.ID = id
			to.links[id] = target{to, h}
		}
		if to == from {
			return "#" + h.ID
		}
		return relative(from, to) + "#" + h.ID
	}
	if to == from && fragment {
		return relative(from, to)
	}
	return relative(from, to)
}

// relative returns a chapter's file as a link in another one names it.
func relative(from, to *Chapter) string {
	return strings.Repeat("../", strings.Count(from.Name, "/")) + to.Name
}

// postOf returns the post that was published at an address, nil if none of the book was.
func (ms *Manuscript) postOf(address string) *Chapter {
	if len(ms.places.posts) == 0 || address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil
	}
	if at := strings.Index(u.Path, "/p/"); at >= 0 {
		return ms.places.posts[strings.Trim(u.Path[at+3:], "/")]
	}
	return nil
}
