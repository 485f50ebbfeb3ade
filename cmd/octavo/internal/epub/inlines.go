package epub

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
)

// inlines writes running text.
func (w *writer) inlines(text []book.Inline) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			w.run(i.Pos, i.Value)
		case *book.Emph:
			w.element("em", i.Text)
		case *book.Strong:
			w.element("strong", i.Text)
		case *book.Strike:
			w.element("s", i.Text)
		case *book.Span:
			w.span(i)
		case *book.CodeSpan:
			w.raw("<code>")
			w.run(i.Pos, i.Value)
			w.raw("</code>")
		case *book.Math:
			w.math(i)
		case *book.Link:
			w.link(i)
		case *book.Image:
			if w.quiet {
				w.text(i.Alt)
			} else {
				w.reach(i.Pos.Offset)
				w.image(i, "inline")
			}
		case *book.NoteMark:
			w.reach(i.Pos.Offset)
			w.mark(i)
		case *book.LineBreak:
			w.raw("<br/>\n")
		case *book.RawHTML:
			w.run(i.Pos, i.Text)
		}
	}
}

// spanElements are the elements of the styles of spans, each with its class.
var spanElements = map[book.SpanStyle][2]string{
	book.Superscript: {"sup"}, book.Subscript: {"sub"}, book.SmallCaps: {"span", "small-caps"}, book.Underline: {"u"},
	book.Mark: {"mark"}, book.Small: {"small"}, book.Keyboard: {"kbd"}, book.Abbreviation: {"abbr"}, book.PlainSpan: {"span"},
}

// span writes words that are set apart.
func (w *writer) span(s *book.Span) {
	name := spanElements[s.Style]
	w.raw("<" + name[0])
	if name[1] != "" {
		w.attr("class", name[1])
	}
	if s.ID != "" && !w.quiet {
		w.attr("id", w.plan.idOf(s, s.ID))
	}
	if s.Lang != "" {
		w.attr("lang", s.Lang)
		w.attr("xml:lang", s.Lang)
		w.spanDirection(s)
	}
	if s.Full != "" {
		w.attr("title", clean(s.Full))
	}
	w.raw(">")
	w.inlines(s.Text)
	w.raw("</" + name[0] + ">")
}

func (w *writer) element(name string, text []book.Inline) {
	w.raw("<")
	w.raw(name)
	w.raw(">")
	w.inlines(text)
	w.raw("</")
	w.raw(name)
	w.raw(">")
}

// link writes a link, or only its words if it has no target.
func (w *writer) link(l *book.Link) {
	w.reach(l.Pos.Offset)
	if l.Target != "" {
		a := w.plan.anchors[l.Target]
		switch words := captions.Reference(w.plan.cfg.Lang, l); {
		case a == nil:
			w.inlines(l.Text)
		case words != "" && w.inLink:
			w.text(words)
		case words != "":
			w.anchor(w.to(a), "", func() { w.text(words) })
		case len(l.Text) == 0:
			w.reference(a)
		case a.draft || w.inLink:
			w.inlines(l.Text)
		default:
			w.anchor(w.to(a), l.Title, func() { w.inlines(l.Text) })
		}
		return
	}
	href, ok := webAddress(l.URL)
	words := func() {
		if len(l.Text) > 0 {
			w.inlines(l.Text)
		} else {
			w.text(strings.TrimPrefix(l.URL, "mailto:"))
		}
	}
	if !ok || w.inLink {
		words()
		return
	}
	w.anchor(href, l.Title, words)
}

// reference prints the words of a link's target, linked to it.
func (w *writer) reference(a *anchor) {
	if w.depth >= maxReference {
		return
	}
	outer := *w
	w.depth++
	w.quiet = true
	words := func() { w.inlines(a.words) }
	if a.draft || w.inLink {
		words()
	} else {
		w.anchor(w.to(a), "", words)
	}
	w.depth, w.quiet = outer.depth, outer.quiet
}

// anchor writes a link around words; links inside it are left out.
func (w *writer) anchor(href, title string, words func()) {
	w.held(func() {
		w.raw("<a")
		w.attr("href", href)
		if title != "" {
			w.attr("title", title)
		}
		w.raw(">")
		w.inLink = true
		words()
		w.inLink = false
		w.raw("</a>")
	})
}

// to returns the relative URL from this page to a place.
func (w *writer) to(a *anchor) string {
	href := ""
	if a.file != w.page.file() {
		href = a.file
	}
	if a.id != "" {
		href += "#" + a.id
	}
	if href == "" {
		href = a.file
	}
	return href
}

func isParagraph(b book.Block) bool {
	_, ok := b.(*book.Paragraph)
	return ok
}

// image writes a picture, or its description when there is no file.
func (w *writer) image(i *book.Image, class string) {
	p := w.plan.byFile[i.File]
	if i.File == nil || p == nil {
		w.text(i.Alt)
		return
	}
	w.raw("<img")
	if class != "" {
		w.attr("class", class)
	}
	w.attr("src", "../images/"+p.name)
	w.attr("alt", clean(i.Alt))
	if i.Lang != "" {
		w.attr("lang", i.Lang)
		w.attr("xml:lang", i.Lang)
	}
	if i.Decoration {
		w.attr("role", "presentation")
	}
	if class == "" {
		w.width(i)
	}
	w.raw("/>")
}

// width writes the width of a picture whose size the author asks for, as a part of the text's: a length on paper is the same
// part of the measure.
func (w *writer) width(i *book.Image) {
	cfg := w.plan.cfg
	if i.Width.IsZero() && i.Height.IsZero() || cfg.Style == nil || i.File.Width <= 0 || i.File.Height <= 0 {
		return
	}
	const inch = 72 << 16 // in the unit of config.Length
	room := book.Room{Measure: int64(cfg.Measure()), Height: int64(cfg.Print.Height - cfg.Style.Page.Top - cfg.Style.Page.Bottom), Inch: inch}
	wide, _, _ := i.Printed(room)
	w.attr("style", "width: "+strconv.FormatInt((wide*100+room.Measure/2)/room.Measure, 10)+"%")
}

// webAddress returns a URL that may stand in a link of a book: absolute, of a scheme that leads out of it safely, and with
// every character escaped that a URL must not hold. A relative one would point at a file that is not in the package.
func webAddress(s string) (string, bool) {
	s = strings.TrimSpace(s)
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok {
		return "", false
	}
	scheme = strings.ToLower(scheme)
	switch scheme {
	case "http", "https":
		if !strings.HasPrefix(rest, "//") {
			return "", false
		}
	case "mailto", "tel":
	default:
		return "", false
	}
	u, err := url.Parse(scheme + ":" + escapeURL(rest))
	if err != nil || rest == "" {
		return "", false
	}
	if u.Host != "" {
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if err != nil || !validHost(host) {
			return "", false
		}
		if port := u.Port(); port != "" {
			if _, err := strconv.ParseUint(port, 10, 16); err != nil {
				return "", false
			}
			host += ":" + port
		}
		u.Host = host
	} else if scheme != "mailto" && scheme != "tel" {
		return "", false
	}
	return u.String(), true
}

// validHost reports whether a host in ASCII is a name, every part of it some characters, or an address of IPv4: what ends in a
// number is taken for one (WHATWG URL, section 3.5).
func validHost(host string) bool {
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	if slices.Contains(labels, "") || strings.Trim(host, hostCharacters) != "" {
		return false
	}
	if last := labels[len(labels)-1]; strings.Trim(last, "0123456789") == "" {
		_, err := netip.ParseAddr(host)
		return err == nil
	}
	return true
}

const hostCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-"

// escapeURL percent-encodes what RFC 3986 does not allow anywhere in a URL; characters above ASCII stay, as in an IRI
// (RFC 3987), without those that XML forbids. A second "#" is escaped too.
func escapeURL(s string) string {
	const hex = "0123456789ABCDEF"
	isHex := func(i int) bool { return i < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[i]) >= 0 }
	var b strings.Builder
	fragment := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		bad := c <= 0x20 || c == 0x7F || strings.IndexByte("\"<>\\^`{|}[]", c) >= 0 || c == '#' && fragment ||
			c == '%' && (!isHex(i+1) || !isHex(i+2))
		fragment = fragment || c == '#'
		if bad {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
