package check

import (
	"net/url"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// bare is what has an id and no words that a link could print: a figure without a caption, an aside without a title, a place without
// words. A table has an id only in its caption.
type bare struct{ id, what string }

// mayBeBare collects what has an id, if it is bare.
func (c *collected) mayBeBare(id, what string, words []book.Inline) {
	if id != "" && strings.TrimSpace(book.PlainText(words)) == "" {
		c.bare = append(c.bare, bare{id, what})
	}
}

const figureWithout = "a figure that has neither a caption nor a number"

func linkEmpty(f *facts) {
	bare := make(map[string]string, len(f.bare))
	for _, b := range f.bare {
		bare[b.id] = b.what
	}
	for _, l := range f.links {
		switch {
		case l.Elsewhere != "": // package manuscript has reported it
		case l.Target == "" && strings.TrimSpace(l.URL) == "":
			f.report(l.Pos, "link without an address").
				Note("write [text](https://…) or [text](#id-of-an-entry)")
		case l.Target == "" && !shows(l.Text):
			f.report(l.Pos, "link without words").
				Note("write the words between the brackets; only a link to an entry or a heading, [](#id), brings its own")
		case l.Target != "" && len(l.Text) == 0 && bare[l.Target] != "" && bare[l.Target] != figureWithout:
			f.report(l.Pos, "link without words to %s", bare[l.Target]).Note("give the link words: [see there](#%s)", l.Target)
		case l.Target != "" && len(l.Text) == 0 && bare[l.Target] != "":
			f.report(l.Pos, "link without words to %s", bare[l.Target]).
				Note("give the figure a caption, ![…](door.png \"The door.\"){#%s}, or the link words, [the door](#%s)", l.Target, l.Target)
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

// linkUnknown reports addresses that a reader cannot follow. What leads into the book has been resolved by package manuscript,
// which reports the targets that are not there.
func linkUnknown(f *facts) {
	for _, l := range f.links {
		if l.Target != "" || strings.TrimSpace(l.URL) == "" {
			continue
		}
		if message, note := unfit(l.URL); message != "" {
			pos, end := l.Address(l.URL)
			f.report(pos, "%s: %q", message, l.URL).To(end).Note("%s", note)
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
	default:
		return "address without https://", "write https:// in front"
	}
	return "", ""
}

func listEmpty(f *facts) {
	for _, list := range []struct {
		asked       bool
		key, things string
	}{{f.cfg.Numbering.ListFigures, "figures", "picture"}, {f.cfg.Numbering.ListTables, "tables", "table"}} {
		if list.asked && len(f.book.Captioned(list.key == "tables")) == 0 {
			pos, end := f.cfg.Key("contents." + list.key)
			f.report(pos, "a list of %s is asked for, and no %s has a caption", list.key, list.things).To(end).
				Note("give one a caption, or delete the line")
		}
	}
}
