package manuscript

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
)

// htmlTag is one tag of HTML in the source.
type htmlTag struct {
	name       string // in small letters
	written    string // the name as the author has it
	attrs      []html.Attribute
	start, end int
	closes     bool // </name>
	selfClosed bool // <name/>
}

// attr returns the value of an attribute, "" if there is none.
func (t *htmlTag) attr(key string) string {
	for i := range t.attrs {
		if t.attrs[i].Key == key {
			return strings.TrimSpace(t.attrs[i].Val)
		}
	}
	return ""
}

// isVoid reports whether the tag stands for an element without contents.
func (t *htmlTag) isVoid() bool { return t.selfClosed || voidTags()[t.name] }

// isHidden reports whether a browser would not show the element.
func (t *htmlTag) isHidden() bool {
	return strings.HasPrefix(declared(t.attr("style"), "display"), "none") ||
		slices.ContainsFunc(t.attrs, func(a html.Attribute) bool { return a.Key == "hidden" })
}

func namesOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// Elements by what becomes of them.
var (
	voidTags = sync.OnceValue(func() map[string]bool {
		return namesOf("br hr img wbr input col area link meta base source track param")
	})
	// inlineTags are the elements of running text that have a form.
	inlineTags = sync.OnceValue(func() map[string]bool {
		return namesOf(`a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd label mark nobr q rb rp rt rtc ruby s samp small span
		strike strong sub sup time tt u var wbr data`)
	})
	// blockTags are those of blocks.
	blockTags = sync.OnceValue(func() map[string]bool {
		return namesOf(`address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3
		h4 h5 h6 header hgroup hr html input legend li main menu nav ol p picture pre section summary table tbody td tfoot th thead tr ul`)
	})
	// optionalTags are elements whose end tag may be left out.
	optionalTags = sync.OnceValue(func() map[string]bool {
		return namesOf("p li dt dd tr td th thead tbody tfoot rt rp rb option colgroup caption html body")
	})
)

// hasForm reports whether an element has a form in a book.
func hasForm(name string) bool { return inlineTags()[name] || blockTags()[name] }

// tagFound reports the tags of one name in a file that have no form, by their first place and how many there are.
type tagFound struct {
	name  string
	from  diag.Pos
	to    int
	count int
}

// formless records a tag that has no form. The two tags of an element count once.
func (f *findings) formless(t *htmlTag, from diag.Pos, to int) {
	f.foreign = append(f.foreign, dialect.Finding{Start: from.Offset, End: to, Kind: dialect.Tag})
	found := f.tags[t.name]
	if found == nil {
		found = &tagFound{name: t.written, from: from, to: to}
		if f.tags == nil {
			f.tags = map[string]*tagFound{}
		}
		f.tags[t.name] = found
		f.tagsInOrder = append(f.tagsInOrder, found)
	}
	if !t.closes {
		found.count++
	}
}

// reportTags reports the tags of a file that have no form, each name once.
func (f *findings) reportTags() {
	for _, t := range f.tagsInOrder {
		times := ""
		if t.count > 1 {
			times = fmt.Sprintf(" (%d times in this file)", t.count)
		}
		d := f.diags.Errorf("html-raw", t.from, "tag <%s> has no form on paper%s", t.name, times).To(t.to)
		if knownToBrowsers()[strings.ToLower(t.name)] {
			d.Note("delete it, or write what it says in Markdown")
		} else {
			d.Note("HTML has no such tag; write \\<%s> with a backslash if the signs themselves are meant", t.name)
		}
	}
}

// knownToBrowsers are elements of HTML that have no form in a book.
var knownToBrowsers = sync.OnceValue(func() map[string]bool {
	return namesOf(`audio button canvas dialog embed form frame frameset iframe link map math meta meter noscript object optgroup option output
	progress script select slot style svg template textarea title video base basefont applet marquee noframes search datalist`)
})

// unmatched reports a tag without its partner.
func (f *findings) unmatched(t *htmlTag, from diag.Pos, to int) {
	if t.closes {
		f.diags.Errorf("html-unclosed", from, "tag </%s> ends nothing", t.name).To(to).
			Note("delete it, or write <%s> before the words that it ends; or a backslash before < if the sign itself is meant", t.name)
		return
	}
	f.diags.Errorf("html-unclosed", from, "tag <%s> is not closed", t.name).To(to).
		Note("write </%s> behind the words that it belongs to; or a backslash before < if the sign itself is meant", t.name)
}

// unfinished reports a tag that has no > at its end.
func (f *findings) unfinished(from diag.Pos, to int) {
	f.diags.Errorf("html-unclosed", from, "unfinished tag").To(to).
		Note("write > at its end, or a backslash before < if the sign itself is meant")
}

// maxTagAttributes is the largest number of attributes that are read of a tag.
const maxTagAttributes = 64

// oneTag parses the tag that a text consists of, at an offset of the source. It returns nil for a comment or the like.
func oneTag(text []byte, at int) *htmlTag {
	z := html.NewTokenizer(bytes.NewReader(text))
	t := nextTag(z, z.Next(), at, at+len(text))
	if t != nil { // the tokenizer makes letters small
		n := 1 + len(text[1:]) - len(bytes.TrimLeft(text[1:], "/"))
		t.written = string(text[n : n+len(t.name)])
	}
	return t
}

// nextTag returns the tag that a tokenizer stands at, nil if it is no tag.
func nextTag(z *html.Tokenizer, kind html.TokenType, start, end int) *htmlTag {
	t := &htmlTag{start: start, end: end}
	switch kind {
	case html.StartTagToken:
	case html.SelfClosingTagToken:
		t.selfClosed = true
	case html.EndTagToken:
		t.closes = true
	default:
		return nil
	}
	name, more := z.TagName()
	t.name, t.written = string(name), string(name)
	for more && len(t.attrs) < maxTagAttributes {
		var key, value []byte
		key, value, more = z.TagAttr()
		t.attrs = append(t.attrs, html.Attribute{Key: string(key), Val: string(value)})
	}
	return t
}
