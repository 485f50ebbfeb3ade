package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// opened is an EPUB as a reading system sees it.
type opened struct {
	names []string
	files map[string][]byte
}

func open(t *testing.T, data []byte) opened {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	o := opened{files: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		o.names = append(o.names, f.Name)
		if o.files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	return o
}

// element is an element of a page that a test looks at.
type element struct {
	name  string
	attrs map[string]string // "epub:type" under its own prefix
	depth int
	text  string // of everything in it
}

// elements parses a page strictly and gives its elements in document order.
func elements(t *testing.T, name string, data []byte) []element {
	t.Helper()
	out, err := parse(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

func parse(data []byte) ([]element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []element
	var open []int
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not well-formed: %w", err)
		}
		switch tok := token.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attrs: map[string]string{}, depth: len(open)}
			for _, a := range tok.Attr {
				key := a.Name.Local
				switch a.Name.Space {
				case "http://www.idpf.org/2007/ops":
					key = "epub:" + key
				case "http://www.w3.org/XML/1998/namespace", "xml":
					key = "xml:" + key
				}
				if _, twice := e.attrs[key]; twice {
					return nil, fmt.Errorf("attribute %s twice", key)
				}
				e.attrs[key] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, i := range open {
				out[i].text += string(tok)
			}
		}
	}
}

var validName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

// rolesOf are the ARIA roles that belong to the types in use; a type with "" has none.
var rolesOf = map[string]string{
	"chapter": "doc-chapter", "part": "doc-part", "preface": "doc-preface", "dedication": "doc-dedication",
	"epigraph": "doc-epigraph", "footnote": "doc-footnote", "noteref": "doc-noteref", "subtitle": "doc-subtitle",
	"toc": "doc-toc", "index": "doc-index", "cover": "doc-cover",
	"pagebreak": "doc-pagebreak", "page-list": "doc-pagelist", "colophon": "doc-colophon",
	"titlepage": "", "copyright-page": "", "landmarks": "", "footnotes": "",
	"endnotes": "doc-endnotes", "endnote": "",
}

// TestPages holds every page of every book against what reading systems and assistive technology count on.
func TestPages(t *testing.T) {
	for _, b := range books(t) {
		o := open(t, b.data)
		ids := map[string]map[string]bool{}
		pages := map[string][]element{}
		for _, name := range o.names {
			if path.Ext(name) != ".xhtml" {
				continue
			}
			pages[name] = elements(t, name, o.files[name])
			ids[name] = map[string]bool{}
			for _, e := range pages[name] {
				if id, ok := e.attrs["id"]; ok {
					if ids[name][id] || !validName.MatchString(id) {
						t.Errorf("%s: %s: id %q is there twice or no name", b.name, name, id)
					}
					ids[name][id] = true
				}
			}
		}
		for name, page := range pages {
			where := b.name + ": " + name
			if e := page[0]; e.attrs["lang"] == "" || e.attrs["lang"] != e.attrs["xml:lang"] {
				t.Errorf("%s: lang %q, xml:lang %q", where, e.attrs["lang"], e.attrs["xml:lang"])
			}
			level := 0
			for i, e := range page {
				switch e.name {
				case "title":
					if strings.TrimSpace(e.text) == "" {
						t.Errorf("%s: no title", where)
					}
				case "a":
					if strings.TrimSpace(e.text) == "" && !hasInside(page, i, "img") {
						t.Errorf("%s: a link without words to %s", where, e.attrs["href"])
					}
					checkLink(t, where, name, e.attrs["href"], o, ids)
				case "img":
					if _, ok := e.attrs["alt"]; !ok {
						t.Errorf("%s: picture without alt", where)
					}
					checkLink(t, where, name, e.attrs["src"], o, ids)
				case "link":
					checkLink(t, where, name, e.attrs["href"], o, ids)
				case "th":
					if e.attrs["scope"] == "" {
						t.Errorf("%s: table head without scope", where)
					}
				case "section":
					headings := 0
					for _, c := range page[i+1:] {
						if c.depth <= e.depth {
							break
						}
						if isHeading(c.name) && c.depth == e.depth+1 {
							headings++
						}
					}
					if headings > 1 {
						t.Errorf("%s: a section with %d headings", where, headings)
					}
				case "script", "style", "iframe", "object", "div style":
					t.Errorf("%s: <%s>", where, e.name)
				}
				if isHeading(e.name) {
					if n := int(e.name[1] - '0'); n > level+1 {
						t.Errorf("%s: <%s> %q after level %d", where, e.name, e.text, level)
					} else {
						level = n
					}
				}
				if kind, ok := e.attrs["epub:type"]; ok && !(e.name == "a" && kind != "noteref") {
					if role, known := rolesOf[kind]; !known || role != e.attrs["role"] {
						t.Errorf("%s: epub:type %q with role %q", where, kind, e.attrs["role"])
					}
				}
				if e.attrs["style"] != "" {
					t.Errorf("%s: style attribute", where)
				}
			}
		}
	}
}

func isHeading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}

func hasInside(page []element, i int, name string) bool {
	for _, e := range page[i+1:] {
		if e.depth <= page[i].depth {
			break
		}
		if e.name == name {
			return true
		}
	}
	return false
}

// checkLink follows a link to a file of the package and to an id on it.
func checkLink(t *testing.T, where, from, href string, o opened, ids map[string]map[string]bool) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil {
		t.Errorf("%s: %v", where, err)
		return
	}
	if u.Scheme != "" {
		if !slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme) {
			t.Errorf("%s: link to %s", where, href)
		}
		return
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if _, ok := o.files[target]; !ok {
		t.Errorf("%s: %s leads to no file", where, href)
	} else if u.Fragment != "" && !ids[target][u.Fragment] {
		t.Errorf("%s: %s leads to no place on the page", where, href)
	}
}

// TestContainer reads the zip file as bytes: EPUB's container format, section 4.3.
func TestContainer(t *testing.T) {
	for _, b := range books(t) {
		const head = "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00" // version 2.0, no flag, stored, 1980-01-01
		if got := string(b.data[:len(head)]); got != head {
			t.Errorf("%s: starts with %q", b.name, got)
		}
		if got := string(b.data[28:58]); got != "\x00\x00mimetypeapplication/epub+zip" {
			t.Errorf("%s: first file is %q", b.name, got)
		}
		z, err := zip.NewReader(bytes.NewReader(b.data), int64(len(b.data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if len(f.Extra) > 0 || f.Flags&8 != 0 || f.ModifiedDate != 33 || f.ModifiedTime != 0 {
				t.Errorf("%s: %s: extra %v, flags %d, date %d", b.name, f.Name, f.Extra, f.Flags, f.ModifiedDate)
			}
		}
	}
}

type packageDocument struct {
	Items []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Media      string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// TestOrder holds the table of contents against the spine: it names places in reading order, and each list of it is of
// the two levels that are promised, three with parts.
func TestOrder(t *testing.T) {
	for _, b := range books(t) {
		o := open(t, b.data)
		var doc packageDocument
		if err := xml.Unmarshal(o.files["EPUB/package.opf"], &doc); err != nil {
			t.Fatal(err)
		}
		hrefs, place := map[string]string{}, map[string]int{}
		listed := []string{"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
		for _, i := range doc.Items {
			hrefs[i.ID] = i.Href
			listed = append(listed, "EPUB/"+i.Href)
		}
		listed = append(listed, "EPUB/"+onixFile) // which the package links to
		if !slices.Equal(listed, o.names) {
			t.Errorf("%s: listed %v\nfound %v", b.name, listed, o.names)
		}
		n := 0
		for _, i := range doc.Spine {
			file := hrefs[i.ID]
			place[file] = n
			n++
			for _, e := range elements(t, file, o.files["EPUB/"+file]) {
				if id := e.attrs["id"]; id != "" {
					place[file+"#"+id] = n
					n++
				}
			}
		}
		last, links := -1, 0
		for _, e := range elements(t, "nav", o.files["EPUB/nav.xhtml"]) {
			if e.attrs["epub:type"] == "landmarks" { // the page list comes after them
				break
			}
			if e.name != "a" {
				continue
			}
			links++
			at, ok := place[e.attrs["href"]]
			if !ok || at <= last {
				t.Errorf("%s: %s %q is out of order", b.name, e.attrs["href"], e.text)
			}
			last = at
		}
		if links == 0 {
			t.Errorf("%s: empty contents", b.name)
		}
		points := strings.Count(string(o.files["EPUB/toc.ncx"]), "<navPoint")
		if points != links {
			t.Errorf("%s: %d lines in nav, %d in ncx", b.name, links, points)
		}
	}
}

// TestLandmarks looks for the three that every reading system uses.
func TestLandmarks(t *testing.T) {
	nav := string(open(t, books(t)[0].data).files["EPUB/nav.xhtml"])
	for _, want := range []string{
		`epub:type="cover" href="xhtml/cover.xhtml"`, `epub:type="toc" href="nav.xhtml#toc"`,
		`epub:type="bodymatter" href="xhtml/part-01.xhtml"`,
	} {
		if !strings.Contains(nav, want) {
			t.Errorf("no landmark %s", want)
		}
	}
}

// words returns text as a reader compares it.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestNoLostWord looks for every run of the model's text on its chapter's page, and for no word of a draft anywhere.
func TestNoLostWord(t *testing.T) {
	bk := fullBook(t)
	o := open(t, write(t, fullConfig(), bk, houseAssets(t)))
	files := []string{"front-01", "chapter-01", "chapter-02", "back-01"}
	runs := 0
	for i, c := range bk.Chapters() {
		name := "EPUB/xhtml/" + files[i] + ".xhtml"
		page := words(elements(t, name, o.files[name])[0].text)
		look := func(s string) {
			runs++
			if s = words(s); !strings.Contains(page, s) {
				t.Errorf("%s: lost: %q", name, s)
			}
		}
		var blocks []book.Block
		for _, b := range c.Blocks {
			if e, ok := b.(*book.Entry); !ok || e.Status != book.Draft {
				blocks = append(blocks, b)
			}
		}
		for _, n := range c.Notes {
			if n.Label != "d" {
				blocks = append(blocks, n.Blocks...)
			}
		}
		look(book.PlainText(c.Title))
		book.Walk(blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Code:
				look(strings.Join(b.Lines, "\n"))
			case *book.HTML:
				look(b.Text)
			case *book.Entry:
				for _, v := range b.Values {
					look(v.Text)
				}
			}
			book.Runs(b, func(text []book.Inline) {
				for _, run := range text {
					if _, picture := run.(*book.Image); !picture {
						look(book.PlainText([]book.Inline{run}))
					}
				}
			})
		})
	}
	if runs < 80 {
		t.Errorf("only %d runs looked for", runs)
	}
	for name, data := range o.files {
		text := strings.ReplaceAll(string(data), "HIDDEN by nobody but its state.", "") // words that [](#draft) asks for
		if strings.Contains(text, "HIDDEN") || strings.Contains(text, `id="draft"`) {
			t.Errorf("%s shows a draft", name)
		}
	}
}

// TestMetadata looks at what the package document says of a book and must not say.
func TestMetadata(t *testing.T) {
	all := books(t)
	opf := string(open(t, all[0].data).files["EPUB/package.opf"])
	for _, want := range []string{
		`xml:lang="en-US"`,
		`<dc:identifier id="pub-id">urn:uuid:9c1a5f4e-3a52-5d0b-8a55-0f3c2f1f0a11</dc:identifier>`,
		`<dc:identifier id="isbn">urn:isbn:9780306406157</dc:identifier>`,
		`<meta refines="#isbn" property="identifier-type" scheme="onix:codelist5">15</meta>`,
		`<meta refines="#title" property="title-type">main</meta>`,
		`<dc:title id="subtitle">Memes &amp; Metaphors for a Better Life in Sales</dc:title>`,
		`<dc:creator id="creator-1">Ada Author</dc:creator>`,
		`<meta refines="#creator-1" property="role" scheme="marc:relators">aut</meta>`,
		`<meta refines="#creator-1" property="file-as">Author, Ada</meta>`,
		`<dc:contributor id="contributor-2">Ed Itor</dc:contributor>`,
		`<dc:date>2026-11-23</dc:date>`, `<dc:subject>Management</dc:subject>`, `<dc:rights>© 2026 Ada Author</dc:rights>`,
		`<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>`,
		`<meta property="schema:accessMode">visual</meta>`,
		`<meta property="schema:accessibilityFeature">alternativeText</meta>`,
		`EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, `property="a11y:certifiedBy">The Press<`,
		`properties="cover-image"`, `media-type="font/ttf"`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("no %s", want)
		}
	}
	minimal := string(open(t, all[3].data).files["EPUB/package.opf"])
	for _, not := range []string{"publisher", "rights", "description", "visual", "alternativeText", "index", "isbn", "subtitle", "cover-image", "font/"} {
		if strings.Contains(minimal, not) {
			t.Errorf("the minimal book speaks of %s", not)
		}
	}
	if n := strings.Count(minimal, "dcterms:modified"); n != 1 {
		t.Errorf("dcterms:modified %d times", n)
	}
}

// TestFonts looks at which fonts go in and how the style sheet loads them.
func TestFonts(t *testing.T) {
	all := books(t)
	fonts := func(o opened) (out []string) {
		for _, name := range o.names {
			if strings.HasPrefix(name, "EPUB/fonts/") {
				out = append(out, path.Base(name))
			}
		}
		return out
	}
	full, none, single, empty := open(t, all[0].data), open(t, all[1].data), open(t, all[2].data), open(t, all[5].data)
	if got := fmt.Sprint(fonts(full)); got != "[eb-garamond-regular.ttf eb-garamond-italic.ttf eb-garamond-bold.ttf mono.ttf]" {
		t.Errorf("full: %v", got)
	}
	css := string(full.files["EPUB/"+stylesheet])
	for _, want := range []string{
		"font-family: \"EB Garamond\";\n  font-style: italic;\n  font-weight: normal;\n  src: url(\"../fonts/eb-garamond-italic.ttf\");",
		"body {\n  font-family: \"EB Garamond\", serif;\n}",
		"code {\n  font-family: \"Courier Prime\", \"Courier New\", monospace;\n}",
		"EB Garamond Project Authors", "SIL Open Font License", "https://openfontlicense.org",
	} {
		if !strings.Contains(css, want) {
			t.Errorf("style sheet without %q", want)
		}
	}
	if got := fonts(none); got != nil || strings.Contains(string(none.files["EPUB/"+stylesheet]), "Garamond") {
		t.Errorf("no fonts: %v", got)
	}
	if got := fmt.Sprint(fonts(single)); got != "[eb-garamond-regular.ttf]" {
		t.Errorf("one font: %v", got)
	}
	if got := len(fonts(empty)); got != 0 {
		t.Errorf("empty: %v", got)
	}

	c, b := minimal() // neither bold nor code
	c.Epub.EmbedFonts = true
	small := open(t, write(t, c, b, houseAssets(t)))
	if got := fmt.Sprint(fonts(small)); got != "[eb-garamond-regular.ttf eb-garamond-italic.ttf]" {
		t.Errorf("minimal: %v", got)
	}
	if n := len(small.files["EPUB/fonts/eb-garamond-regular.ttf"]); n > 60_000 {
		t.Errorf("the font of a few words has %d bytes", n)
	}

	first := b.Chapters()[0] // signs that neither the text's font nor the code's has
	first.Blocks = append(first.Blocks, say("a ✓, a ≢ b"), &book.Code{Lines: []string{"├── a", "│"}})
	signs := open(t, write(t, c, b, houseAssets(t)))
	if got := fmt.Sprint(fonts(signs)); got != "[eb-garamond-regular.ttf eb-garamond-italic.ttf mono.ttf dejavusans-signs.ttf mono-dejavusansmono-signs.ttf]" {
		t.Errorf("signs: %v", got)
	}
	css = string(signs.files["EPUB/"+stylesheet])
	for _, want := range []string{
		"body {\n  font-family: \"EB Garamond\", \"DejaVu Sans\", serif;\n}",
		"code {\n  font-family: \"Courier Prime\", \"DejaVu Sans Mono\", \"Courier New\", monospace;\n}", "Bitstream",
	} {
		if !strings.Contains(css, want) {
			t.Errorf("style sheet without %q", want)
		}
	}
	drawn := false
	for _, text := range signs.files {
		drawn = drawn || strings.Contains(string(text), `<pre class="drawn">`)
	}
	if !drawn {
		t.Error("a drawing is like other code")
	}
}
