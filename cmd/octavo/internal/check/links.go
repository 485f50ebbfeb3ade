package check

import (
	"bytes"
	"net/url"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

func linkEmpty(f *facts) {
	for _, l := range f.links {
		switch {
		case l.Target == "" && strings.TrimSpace(l.URL) == "":
			f.report(l.Pos, "link without an address").
				Note("write [text](https://…) or [text](#id-of-an-entry)")
		case l.Target == "" && !shows(l.Text):
			f.report(l.Pos, "link without words").
				Note("write the words between the brackets; only a link to an entry or a heading, [](#id), brings its own")
		}
	}
}

// shows reports whether a link's text has anything to see.
func shows(text []book.Inline) bool {
	found := false
	book.WalkInlines(text, func(i book.Inline) {
		if _, ok := i.(*book.Image); ok {
			found = true
		}
	})
	return found || strings.TrimSpace(book.PlainText(text)) != ""
}

func linkUnknown(f *facts) {
	known := map[string]bool{}
	var ids []string
	add := func(id string) {
		if id != "" && !known[id] {
			known[id] = true
			ids = append(ids, id)
		}
	}
	for _, e := range f.entries {
		add(e.ID)
	}
	for _, p := range f.book.Parts {
		add(p.ID)
	}
	for _, c := range f.chapters {
		add(c.ID)
		visit := func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				add(b.ID)
			case *book.Figure:
				add(b.ID)
			case *book.Table:
				add(b.ID)
			}
		}
		book.Walk(c.Blocks, visit)
		for _, n := range c.Notes {
			book.Walk(n.Blocks, visit)
		}
	}
	for _, l := range f.links {
		switch {
		case l.Target != "":
			if known[l.Target] {
				continue
			}
			pos, end := address(l, "#"+l.Target)
			d := f.report(pos, "link target %q not found", "#"+l.Target).To(end)
			if s := f.suggest(l.Target, ids); s != "" {
				d.Note("did you mean #%s?", s)
			} else {
				d.Note("name the id of an entry, or the words of a heading in small letters with hyphens")
			}
		case strings.TrimSpace(l.URL) != "":
			if message, note := unfit(l.URL); message != "" {
				pos, end := address(l, l.URL)
				f.report(pos, "%s: %q", message, l.URL).To(end).Note("%s", note)
			}
		}
	}
}

// unfit returns a description of the problem with an address outside the book, or "" if there is none.
func unfit(address string) (message, note string) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return "malformed address", "compare it with the address that a browser shows"
	case u.Scheme == "http" || u.Scheme == "https":
		if u.Host == "" {
			return "address without a host", "write it whole: https://example.org/page"
		}
	case u.Scheme == "mailto" || u.Scheme == "tel":
		if u.Opaque == "" {
			return "empty address", "write mailto:name@example.org or tel:+15550100"
		}
	case u.Scheme != "":
		return "unsupported kind of address", "use an address with https://, http://, mailto: or tel:"
	case u.Host != "", strings.HasPrefix(address, "www."):
		return "address without https://", "write https:// in front"
	default:
		return "link target not found", "list the file under [contents], or write https:// before an address"
	}
	return "", ""
}

// address returns the place of a link's address.
func address(l *book.Link, text string) (pos diag.Pos, end int) {
	src := l.Pos.Source.Text[min(l.Pos.Offset, len(l.Pos.Source.Text)):]
	if n := bytes.Index(src[:min(len(src), 2000)], []byte(text)); n >= 0 {
		at := l.Pos.Offset + n
		return diag.Pos{Source: l.Pos.Source, Offset: at}, at + len(text)
	}
	return l.Pos, 0
}
