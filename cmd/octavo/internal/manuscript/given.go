package manuscript

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
)

// given is what attributes say of what they stand behind.
type given struct {
	id         string
	at         diag.Pos // of the id
	lang       string
	width      book.Extent
	height     book.Extent
	alt        string
	decoration bool // alt is given, and empty
	origin     book.Origin
	unnumbered bool // the chapter has no number
	unlisted   bool // the contents leave the chapter out
	styles     []book.SpanStyle
}

// takes is what an attribute can mean where it stands.
type takes uint8

const (
	takesID takes = 1 << iota
	takesLang
	takesSize     // and a description and an origin: it is a picture
	takesHeading  // whether it is numbered and listed
	takesStyle    // how words are set
	takesCodeName // a class that names the language of code, which is printed like any other
)

// styleClasses are the classes that set words in a style, by the names that Pandoc, Quarto and Markua have for them.
var styleClasses = sync.OnceValue(func() map[string]book.SpanStyle {
	return map[string]book.SpanStyle{
		"smallcaps": book.SmallCaps, "small-caps": book.SmallCaps, "sc": book.SmallCaps, "underline": book.Underline, "ul": book.Underline,
		"mark": book.Mark, "highlight": book.Mark, "kbd": book.Keyboard, "small": book.Small,
		"superscript": book.Superscript, "sup": book.Superscript, "subscript": book.Subscript, "sub": book.Subscript,
	}
})

// read reads attributes where they can mean what is in can, and reports all others.
func (b *builder) read(attrs []attribute, can takes) (g given) {
	for i := range attrs {
		a := &attrs[i]
		switch {
		case a.key == "#" && can&takesID != 0:
			g.id, g.at = a.value, b.pos(a.start)
		case a.key == "lang" && can&takesLang != 0:
			g.lang = b.languageOf(a)
		case a.key == "width" && can&takesSize != 0:
			g.width = b.width(a)
		case (a.key == "alt" || a.key == "fig-alt") && can&takesSize != 0:
			g.alt, g.decoration = a.value, a.value == ""
		case a.key == "height" && can&takesSize != 0: // where there is a width, that decides, and nothing is distorted
			g.height = b.width(a)
		case a.key == "origin" && can&takesSize != 0:
			g.origin = b.origin(a.value, b.pos(a.start), b.pos(a.end).Offset)
		case a.key == "." && a.value == "unnumbered" && can&takesHeading != 0:
			g.unnumbered = true
		case a.key == "." && a.value == "unlisted" && can&takesHeading != 0:
			g.unlisted = true
		case a.key == "." && can&takesStyle != 0 && styleClasses()[a.value] != book.PlainSpan:
			g.styles = append(g.styles, styleClasses()[a.value])
		case a.key == "." && can&takesCodeName != 0:
		default:
			b.meaningless(a)
		}
	}
	return g
}

// has reports whether attributes have a key.
func has(attrs []attribute, key string) bool {
	for _, a := range attrs {
		if a.key == key {
			return true
		}
	}
	return false
}

// meaningless notes an attribute that means nothing where it stands; see reportMeaningless.
func (b *builder) meaningless(a *attribute) {
	name := a.key + "=" + a.value
	switch a.key {
	case "#", ".":
		name = a.key + a.value
	}
	m := b.f.meaningless[name]
	if m == nil {
		m = &meaningless{name: name, from: b.pos(a.start), to: b.pos(a.end).Offset}
		if b.f.meaningless == nil {
			b.f.meaningless = map[string]*meaningless{}
		}
		b.f.meaningless[name] = m
		b.f.meaninglessInOrder = append(b.f.meaninglessInOrder, m)
	}
	m.count++
}

// meaningless is an attribute that means nothing in a file, at its first place.
type meaningless struct {
	name  string
	from  diag.Pos
	to    int
	count int
}

// reportMeaningless reports the attributes of a file that mean nothing, each once.
func (f *findings) reportMeaningless() {
	for _, m := range f.meaninglessInOrder {
		times := ""
		if m.count > 1 {
			times = fmt.Sprintf(" (%d times in this file)", m.count)
		}
		f.diags.Warnf("span-attribute", m.from, "attribute %s means nothing here, and is left out%s", m.name, times).To(m.to).
			Note("what means something: {#id}; {lang=fr}, {.smallcaps}, {.underline} and {.mark} after words; {.unnumbered} after a heading; {width=50%%} after a picture")
	}
}

// languageOf returns the language that an attribute names, "" if there is none of that name.
func (b *builder) languageOf(a *attribute) string {
	if !isLanguage(a.value) {
		b.f.diags.Errorf("span-language", b.pos(a.start), "unknown language %q", a.value).To(b.pos(a.end).Offset).
			Note("write its tag, such as fr, de, la, pt-BR or zh-Hant")
		return ""
	}
	return language.MustParse(a.value).String()
}

// isLanguage reports whether s is a BCP 47 tag whose subtags exist.
func isLanguage(s string) bool {
	_, err := language.Parse(s)
	return err == nil && !strings.Contains(s, "_")
}

// width returns the width or the height that an attribute gives a picture.
func (b *builder) width(a *attribute) book.Extent {
	e, ok := book.ParseExtent(a.value)
	if !ok {
		e = book.Extent{}
		b.f.diags.Errorf("picture-width", b.pos(a.start), "unreadable %s of a picture: %q", a.key, a.value).To(b.pos(a.end).Offset).
			Note("write a part of the measure or of the page, up to 100%%, or a length: width=50%%, width=60mm, height=2.5in, width=300px")
	}
	return e
}

// anchor gives a block or a span the id that its attributes name, and reports one that the file has already.
func (b *builder) anchor(id *string, g given) {
	if g.id == "" {
		return
	}
	if first, twice := b.named[g.id]; twice {
		b.f.diags.Errorf("id-twice", g.at, "duplicate id %q", g.id).To(g.at.Offset+1+len(g.id)).
			Note("the first is at %s; give one of the two another id", first)
		return
	}
	if b.named == nil {
		b.named = map[string]diag.Pos{}
	}
	b.named[g.id] = g.at
	*id = g.id
	b.anchors = append(b.anchors, anchor{id: id, of: byBraces, name: g.id})
}

// strayAttributes reports attributes in braces that stand in running text behind nothing that they could belong to. They would be
// printed. Braces that hold other words are the author's.
func (b *builder) strayAttributes(at int) {
	attrs, end := attributes(b.source, min(max(at, 0), len(b.source)))
	if attrs == nil || attrs[0].key != "#" && attrs[0].key != "." && attrs[0].key != "lang" && attrs[0].key != "width" {
		return
	}
	b.f.foreign = append(b.f.foreign, dialect.Finding{Start: b.pos(at).Offset, End: b.pos(end).Offset, Kind: dialect.Attributes})
	b.f.diags.Errorf("attribute-stray", b.pos(at), "attributes in braces that belong to nothing: %s", b.source[at:end]).To(b.pos(end).Offset).
		Note("write them directly after words in brackets, [words]%s, a picture or a heading; to print the braces, write \\{", b.source[at:end])
}
