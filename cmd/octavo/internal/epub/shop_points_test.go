package epub

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/pagemap"
)

// parcel is an EPUB laid open: its bytes, those of a second build, and its files, which a sabotage may change.
type parcel struct {
	zip, again []byte
	names      []string
	files      map[string]string
}

const (
	opfName = "EPUB/package.opf"
	navName = "EPUB/nav.xhtml"
	oneName = "EPUB/xhtml/chapter-01.xhtml"
	twoName = "EPUB/xhtml/chapter-02.xhtml"
	cssName = "EPUB/css/book.css"
)

// change replaces the first of old in a file. It reports what is not there: a sabotage must break something.
func (p *parcel) change(t *testing.T, name, old, new string) {
	t.Helper()
	if !strings.Contains(p.files[name], old) {
		t.Fatalf("%s has no %q to break", name, old)
	}
	p.files[name] = strings.Replace(p.files[name], old, new, 1)
}

// pages returns the names of all pages, sorted.
func (p *parcel) pages() []string {
	return slices.Sorted(func(yield func(string) bool) {
		for name := range p.files {
			if path.Ext(name) == ".xhtml" && !yield(name) {
				return
			}
		}
	})
}

// each parses every page and calls f; the first error is the answer.
func (p *parcel) each(f func(name string, page []element) error) error {
	for _, name := range p.pages() {
		page, err := parse([]byte(p.files[name]))
		if err == nil {
			err = f(name, page)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// metas returns the values of a property in the package document.
func (p *parcel) metas(property string) (out []string) {
	for _, found := range regexp.MustCompile(`<meta(?: refines="[^"]*")? property="`+regexp.QuoteMeta(property)+`"[^>]*>([^<]*)</meta>`).
		FindAllStringSubmatch(p.files[opfName], -1) {
		out = append(out, found[1])
	}
	return out
}

func (p *parcel) has(name string, wants ...string) error {
	for _, want := range wants {
		if !strings.Contains(p.files[name], want) {
			return fmt.Errorf("%s has no %s", name, want)
		}
	}
	return nil
}

// nav returns the links of one list of the navigation.
func (p *parcel) nav(kind string) (links []element) {
	all, err := parse([]byte(p.files[navName]))
	if err != nil {
		return nil
	}
	for i, e := range all {
		if e.name != "nav" || e.attrs["epub:type"] != kind {
			continue
		}
		for _, c := range all[i+1:] {
			if c.depth <= e.depth {
				break
			}
			if c.name == "a" {
				links = append(links, c)
			}
		}
	}
	return links
}

// point is one of the thirty that a top builder satisfies.
type point struct {
	number int
	name   string
	check  func(p *parcel) error
	spoil  func(t *testing.T, p *parcel)
}

var points = []point{
	{1, "mimetype first, stored, no extra field", func(p *parcel) error {
		if !bytes.HasPrefix(p.zip[30:], []byte("mimetypeapplication/epub+zip")) || p.zip[8] != 0 || p.zip[28] != 0 || p.zip[29] != 0 {
			return errors.New("the file begins otherwise")
		}
		return nil
	}, func(_ *testing.T, p *parcel) { p.zip = slices.Clone(p.zip); p.zip[8] = 8 }},
	{2, "two builds byte-equal", func(p *parcel) error {
		if !bytes.Equal(p.zip, p.again) {
			return errors.New("two builds differ")
		}
		return nil
	}, func(_ *testing.T, p *parcel) { p.again = slices.Clone(p.again); p.again[len(p.again)/2]++ }},
	{3, "dcterms:modified once, fixed", func(p *parcel) error {
		if m := p.metas("dcterms:modified"); !slices.Equal(m, []string{"2026-11-23T00:00:00Z"}) {
			return fmt.Errorf("modified %q", m)
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, "2026-11-23T00:00:00Z", "2026-11-24T12:11:10Z") }},
	{4, "stable unique identifier, ISBN typed", func(p *parcel) error {
		return p.has(opfName, `unique-identifier="pub-id"`, `<dc:identifier id="pub-id">urn:uuid:9c1a5f4e-3a52-5d0b-8a55-0f3c2f1f0a11<`,
			`<dc:identifier id="isbn">urn:isbn:9780306406157<`, `<meta refines="#isbn" property="identifier-type" scheme="onix:codelist5">15<`)
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, ">15<", "><") }},
	{5, "BCP 47 language, xml:lang on the package", func(p *parcel) error {
		found := regexp.MustCompile(`<package [^>]*xml:lang="([^"]*)"`).FindStringSubmatch(p.files[opfName])
		if found == nil {
			return errors.New("no xml:lang")
		}
		_, err := language.Parse(found[1])
		return errors.Join(err, p.has(opfName, "<dc:language>"+found[1]+"<"))
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, `xml:lang="en-US"`, `xml:lang="english"`) }},
	{6, "lang on every html", func(p *parcel) error {
		return p.each(func(_ string, page []element) error {
			if a := page[0].attrs; a["lang"] == "" || a["lang"] != a["xml:lang"] {
				return errors.New("no lang")
			}
			return nil
		})
	}, func(t *testing.T, p *parcel) { p.change(t, twoName, ` lang="en-US"`, "") }},
	{7, "MARC roles, file-as, title-type", func(p *parcel) error {
		for _, found := range regexp.MustCompile(`<dc:(?:creator|contributor|title) id="([^"]+)"`).FindAllStringSubmatch(p.files[opfName], -1) {
			property := []string{"role\" scheme=\"marc:relators", "file-as"}
			if found[1] == "title" || found[1] == "subtitle" {
				property = []string{"title-type"}
			}
			for _, want := range property {
				if err := p.has(opfName, `<meta refines="#`+found[1]+`" property="`+want+`"`); err != nil {
					return err
				}
			}
		}
		return p.has(opfName, "<dc:creator ", "<dc:contributor ")
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, `property="file-as"`, `property="sort"`) }},
	{8, "series as belongs-to-collection", func(p *parcel) error {
		return p.has(opfName, `<meta id="series" property="belongs-to-collection">Notebooks<`,
			`<meta refines="#series" property="collection-type">series<`, `<meta refines="#series" property="group-position">2<`)
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, "collection-type", "collection") }},
	{9, "accessMode, accessibilityFeature, accessibilityHazard", func(p *parcel) error {
		if !slices.Contains(p.metas("schema:accessMode"), "textual") || len(p.metas("schema:accessibilityFeature")) < 5 ||
			!slices.Equal(p.metas("schema:accessibilityHazard"), []string{"none"}) {
			return errors.New("one is missing")
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, "schema:accessibilityHazard", "schema:hazard") }},
	{10, "accessModeSufficient, accessibilitySummary", func(p *parcel) error {
		if s := p.metas("schema:accessibilitySummary"); len(p.metas("schema:accessModeSufficient")) != 1 || len(s) != 1 || len(s[0]) < 80 {
			return errors.New("one is missing")
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, "schema:accessibilitySummary", "schema:summary") }},
	{11, "conformsTo, certifiedBy", func(p *parcel) error {
		return p.has(opfName, `<meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA<`,
			`<meta refines="#conformance" property="a11y:certifiedBy">The Press<`)
	}, func(t *testing.T, p *parcel) { p.change(t, opfName, "WCAG 2.2 Level AA", "WCAG 2.2") }},
	{12, "features match the content", featuresMatch, func(t *testing.T, p *parcel) {
		p.change(t, twoName, ` alt="small"`, ` alt=""`)
	}},
	{13, "contents in spine order", contentsInOrder, func(t *testing.T, p *parcel) {
		p.change(t, navName, `href="xhtml/chapter-02.xhtml"`, `href="xhtml/front-01.xhtml"`)
	}},
	{14, "landmarks: cover, toc, bodymatter", func(p *parcel) error {
		var kinds []string
		for _, l := range p.nav("landmarks") {
			kinds = append(kinds, l.attrs["epub:type"])
		}
		for _, want := range []string{"cover", "toc", "bodymatter"} {
			if !slices.Contains(kinds, want) {
				return fmt.Errorf("no %s among %v", want, kinds)
			}
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.change(t, navName, `epub:type="bodymatter"`, `epub:type="preface"`) }},
	{15, "page list, labelled page breaks, page source", pagesListed, func(t *testing.T, p *parcel) {
		p.change(t, twoName, `aria-label="3"`, `aria-label=""`)
	}},
	{16, "epub:type has its matching role", func(p *parcel) error {
		return p.each(func(_ string, page []element) error {
			for _, e := range page {
				kind := e.attrs["epub:type"]
				if kind == "" || e.name == "a" && kind != "noteref" {
					continue
				}
				if role, known := rolesOf[kind]; !known || role != e.attrs["role"] {
					return fmt.Errorf("type %q with role %q", kind, e.attrs["role"])
				}
			}
			return nil
		})
	}, func(t *testing.T, p *parcel) { p.change(t, oneName, `role="doc-chapter"`, `role="doc-part"`) }},
	{17, "one heading a section, no skipped level", headings, func(t *testing.T, p *parcel) {
		p.files[oneName] = strings.NewReplacer("<h3", "<h5", "</h3>", "</h5>").Replace(p.files[oneName])
	}},
	{18, "every image has alt", func(p *parcel) error {
		return p.each(func(_ string, page []element) error {
			for _, e := range page {
				if _, ok := e.attrs["alt"]; e.name == "img" && !ok {
					return errors.New("a picture without alt")
				}
			}
			return nil
		})
	}, func(t *testing.T, p *parcel) { p.change(t, twoName, ` alt="small"`, "") }},
	{19, "MathML has its alttext", func(p *parcel) error {
		return p.each(func(_ string, page []element) error {
			for _, e := range page {
				if e.name == "math" && e.attrs["alttext"] == "" {
					return errors.New("a formula without alttext")
				}
			}
			return nil
		})
	}, func(t *testing.T, p *parcel) {
		p.change(t, oneName, "<p>", `<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>`)
	}},
	{20, "manifest properties exact", propertiesExact, func(t *testing.T, p *parcel) { p.change(t, opfName, ` properties="nav"`, "") }},
	{21, "nothing from a network, no scripts", nothingRemote, func(t *testing.T, p *parcel) {
		p.change(t, cssName, "url(\"../fonts/", "url(\"https://example.com/")
	}},
	{22, "notes lead there and back", notesLink, func(t *testing.T, p *parcel) { p.change(t, oneName, `href="#mark.2"`, `href="#mark.1"`) }},
	{23, "tables have headers", func(p *parcel) error {
		tables := 0
		err := p.each(func(_ string, page []element) error {
			for i, e := range page {
				if e.name == "table" {
					if tables++; !hasInside(page, i, "thead") || !hasInside(page, i, "th") {
						return errors.New("a table without a head")
					}
				}
				if e.name == "th" && e.attrs["scope"] == "" {
					return errors.New("a head without scope")
				}
			}
			return nil
		})
		if tables == 0 {
			err = errors.Join(err, errors.New("no table"))
		}
		return err
	}, func(t *testing.T, p *parcel) { p.change(t, twoName, ` scope="col"`, "") }},
	{24, "body font, colour and size are the reader's", func(p *parcel) error {
		css := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(p.files[cssName], "")
		for _, found := range regexp.MustCompile(`(?:^|[;{\s])color:\s*([^;]+);`).FindAllStringSubmatch(css, -1) {
			if found[1] != "inherit" && found[1] != "currentcolor" {
				return fmt.Errorf("the style sheet sets a colour: %s", found[0]) // so that contrast is the reader's too
			}
		}
		for _, found := range regexp.MustCompile(`(?s)(?:^|\})\s*((?:html|body|p)(?:,\s*(?:html|body|p))*)\s*\{([^}]*)\}`).FindAllStringSubmatch(css, -1) {
			for _, size := range regexp.MustCompile(`font-size:\s*([^;]+)`).FindAllStringSubmatch(found[2], -1) {
				if size[1] != "100%" && size[1] != "1em" && size[1] != "1rem" {
					return fmt.Errorf("%s is %s", found[1], size[0])
				}
			}
		}
		if found := regexp.MustCompile(`font-size:\s*[\d.]+(?:px|pt|mm|cm|in)\b`).FindString(css); found != "" {
			return errors.New(found)
		}
		return nil
	}, func(_ *testing.T, p *parcel) { p.files[cssName] += "p {\n  color: #999;\n}\n" }},
	{25, "fonts licensed and subset", fontsCut, func(t *testing.T, p *parcel) {
		p.files["EPUB/fonts/eb-garamond-regular.ttf"] = string(houseAssets(t).Fonts.Regular)
	}},
	{26, "images at most 4 megapixels, RGB", func(p *parcel) error {
		n := 0
		for name, data := range p.files {
			if !strings.HasPrefix(name, "EPUB/images/") {
				continue
			}
			n++
			head, _, err := image.DecodeConfig(strings.NewReader(data))
			if err != nil || head.Width*head.Height > 4_000_000 || head.ColorModel == color.CMYKModel {
				return fmt.Errorf("%s: %d × %d: %v", name, head.Width, head.Height, err)
			}
		}
		if n < 2 {
			return errors.New("no pictures")
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.files["EPUB/images/image-1.png"] = string(largePNG(t)) }},
	{27, "cover 640 to 7200 pixels long", func(p *parcel) error {
		found := regexp.MustCompile(`href="([^"]+)" media-type="image/\w+" properties="cover-image"`).FindStringSubmatch(p.files[opfName])
		if found == nil {
			return errors.New("no cover")
		}
		head, _, err := image.DecodeConfig(strings.NewReader(p.files["EPUB/"+found[1]]))
		if long := max(head.Width, head.Height); err != nil || long < 640 || long > 7200 {
			return fmt.Errorf("%d pixels: %v", long, err)
		}
		return nil
	}, func(t *testing.T, p *parcel) { p.files["EPUB/images/cover.png"] = string(pngOf(t, 300, 400)) }},
	{28, "logical contents, two levels shown", func(p *parcel) error {
		all, shown := p.levels()
		if all < 3 || shown != 2 { // parts, chapters, entries
			return fmt.Errorf("%d levels, %d shown", all, shown)
		}
		return nil
	}, func(_ *testing.T, p *parcel) {
		p.files[navName] = strings.ReplaceAll(p.files[navName], `<ol hidden="hidden">`, "<ol>")
	}},
	{29, "no empty or unused metadata, every file listed", everythingListed, func(t *testing.T, p *parcel) {
		p.change(t, opfName, "</metadata>", "<dc:rights></dc:rights>\n</metadata>")
	}},
	{30, "no error of EPUBCheck: links, ids, well-formed", linksAndIDs, func(t *testing.T, p *parcel) {
		p.change(t, oneName, `id="remind"`, `id="patient-service"`)
	}},
}

// levels returns the number of levels the table of contents has, and how many its page shows.
func (p *parcel) levels() (all, shown int) {
	page, err := parse([]byte(p.files[navName]))
	if err != nil {
		return 0, 0
	}
	var lists []element // that are open
	inside := false
	for _, e := range page {
		if e.name == "nav" {
			inside = e.attrs["epub:type"] == "toc"
		}
		for len(lists) > 0 && e.depth <= lists[len(lists)-1].depth {
			lists = lists[:len(lists)-1]
		}
		if e.name != "ol" || !inside {
			continue
		}
		lists = append(lists, e)
		all = max(all, len(lists))
		if !slices.ContainsFunc(lists, func(l element) bool { return l.attrs["hidden"] != "" }) {
			shown = max(shown, len(lists))
		}
	}
	return all, shown
}

// featuresMatch holds each claim of accessibility against what the pages have.
func featuresMatch(p *parcel) error {
	pictures, bare, breaks, index := 0, 0, 0, 0
	err := p.each(func(name string, page []element) error {
		for _, e := range page {
			switch {
			case e.name == "img":
				if e.attrs["epub:type"] != "cover" {
					pictures++
				}
				if e.attrs["alt"] == "" {
					bare++
				}
			case e.attrs["epub:type"] == "pagebreak":
				breaks++
			case e.attrs["epub:type"] == "index":
				index++
			}
		}
		return nil
	})
	features := p.metas("schema:accessibilityFeature")
	for feature, holds := range map[string]bool{
		"tableOfContents": len(p.nav("toc")) > 0, "pageNavigation": len(p.nav("page-list")) > 0, "pageBreakMarkers": breaks > 0,
		"index": index > 0, "alternativeText": pictures > 0 && bare == 0, "MathML": false,
	} {
		if slices.Contains(features, feature) != holds {
			err = errors.Join(err, fmt.Errorf("%s: claimed %v", feature, !holds))
		}
	}
	if slices.Contains(p.metas("schema:accessMode"), "visual") != (pictures > 0) {
		err = errors.Join(err, errors.New("visual"))
	}
	return err
}

// spine returns the pages in reading order.
func (p *parcel) spine() (out []string) {
	for _, found := range regexp.MustCompile(`<itemref idref="([^"]+)"`).FindAllStringSubmatch(p.files[opfName], -1) {
		href := regexp.MustCompile(`<item id="` + regexp.QuoteMeta(found[1]) + `" href="([^"]+)"`).FindStringSubmatch(p.files[opfName])
		out = append(out, href[1])
	}
	return out
}

func contentsInOrder(p *parcel) error {
	place := map[string]int{}
	for _, file := range p.spine() {
		place[file] = len(place)
		page, err := parse([]byte(p.files["EPUB/"+file]))
		if err != nil {
			return err
		}
		for _, e := range page {
			if id := e.attrs["id"]; id != "" {
				place[file+"#"+id] = len(place)
			}
		}
	}
	last := -1
	for _, l := range p.nav("toc") {
		at, ok := place[l.attrs["href"]]
		if !ok || at <= last {
			return fmt.Errorf("%s is out of order", l.attrs["href"])
		}
		last = at
	}
	return nil
}

func pagesListed(p *parcel) error {
	listed := map[string]string{}
	for _, l := range p.nav("page-list") {
		listed["EPUB/"+l.attrs["href"]] = l.text
	}
	breaks := 0
	err := p.each(func(name string, page []element) error {
		for _, e := range page {
			if e.attrs["epub:type"] != "pagebreak" {
				continue
			}
			breaks++
			if label := e.attrs["aria-label"]; label == "" || listed[name+"#"+e.attrs["id"]] != label {
				return fmt.Errorf("page break %q is listed as %q", label, listed[name+"#"+e.attrs["id"]])
			}
		}
		return nil
	})
	if breaks == 0 || breaks != len(listed) {
		err = errors.Join(err, fmt.Errorf("%d breaks, %d listed", breaks, len(listed)))
	}
	return errors.Join(err, p.has(opfName, `<dc:source id="print-edition">urn:isbn:9781861978769<`,
		`<meta refines="#print-edition" property="source-of">pagination<`))
}

func headings(p *parcel) error {
	return p.each(func(_ string, page []element) error {
		level := 0
		for i, e := range page {
			if isHeading(e.name) {
				n := int(e.name[1] - '0')
				if n > level+1 {
					return fmt.Errorf("%s after level %d", e.name, level)
				}
				level = n
			}
			if e.name != "section" {
				continue
			}
			n := 0
			for _, c := range page[i+1:] {
				if c.depth <= e.depth {
					break
				}
				if isHeading(c.name) && c.depth == e.depth+1 {
					n++
				}
			}
			if n != 1 {
				return fmt.Errorf("a section with %d headings", n)
			}
		}
		return nil
	})
}

// fontsCut holds that the fonts have letters of the book and none besides, and that the book says by what right it has them.
func fontsCut(p *parcel) error {
	fonts := 0
	for name, data := range p.files {
		if !strings.HasPrefix(name, "EPUB/fonts/") {
			continue
		}
		fonts++
		f, err := sfnt.Parse([]byte(data))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var buf sfnt.Buffer
		for r, want := range map[rune]bool{'a': true, 'M': true, 'Ж': false, 'ξ': false, 'Ǿ': false} {
			if glyph, err := f.GlyphIndex(&buf, r); err != nil || (glyph > 0) != want {
				return fmt.Errorf("%s: that it has %c is %v: %v", name, r, !want, err)
			}
		}
	}
	if fonts < 4 {
		return fmt.Errorf("%d fonts", fonts)
	}
	return errors.Join(p.has("EPUB/xhtml/copyright.xhtml", "SIL Open Font License"), p.has(cssName, "SIL Open Font License"))
}

func propertiesExact(p *parcel) error {
	for _, found := range regexp.MustCompile(`<item id="[^"]*" href="([^"]*)" media-type="[^"]*"(?: properties="([^"]*)")?`).
		FindAllStringSubmatch(p.files[opfName], -1) {
		var want []string
		data := p.files["EPUB/"+found[1]]
		page := path.Ext(found[1]) == ".xhtml"
		switch {
		case page && strings.Contains(data, `epub:type="toc"`):
			want = append(want, "nav")
		case strings.HasPrefix(path.Base(found[1]), "cover."):
			if !page {
				want = append(want, "cover-image")
			}
		}
		for tag, property := range map[string]string{"<math": "mathml", "<svg": "svg", "<script": "scripted"} {
			if page && strings.Contains(data, tag) {
				want = append(want, property)
			}
		}
		if found[2] != strings.Join(want, " ") {
			return fmt.Errorf("%s has the properties %q, not %q", found[1], found[2], want)
		}
	}
	return nil
}

func nothingRemote(p *parcel) error {
	for name, data := range p.files {
		switch path.Ext(name) {
		case ".css":
			if found := regexp.MustCompile(`(?:url\("?|@import\s+"?)(?:https?:)?//[^")]*`).FindString(data); found != "" {
				return fmt.Errorf("%s: %s", name, found)
			}
		case ".js":
			return errors.New(name)
		}
	}
	return p.each(func(_ string, page []element) error {
		for _, e := range page {
			for key, value := range e.attrs {
				if strings.HasPrefix(key, "on") || key == "src" && strings.Contains(value, ":") || e.name == "link" && strings.Contains(value, "://") {
					return fmt.Errorf("<%s %s=%q>", e.name, key, value)
				}
			}
			if e.name == "script" || e.name == "iframe" || e.name == "object" {
				return fmt.Errorf("<%s>", e.name)
			}
		}
		return nil
	})
}

func notesLink(p *parcel) error {
	notes := 0
	err := p.each(func(_ string, page []element) error {
		for i, e := range page {
			if e.attrs["role"] != "doc-footnote" {
				continue
			}
			notes++
			number := strings.TrimPrefix(e.attrs["id"], "note.")
			there := slices.ContainsFunc(page, func(a element) bool {
				return a.attrs["role"] == "doc-noteref" && a.attrs["href"] == "#note."+number
			})
			back := false
			for _, c := range page[i+1:] {
				if c.depth <= e.depth {
					break
				}
				back = back || c.attrs["role"] == "doc-backlink" && c.attrs["href"] == "#mark."+number
			}
			if !there || !back {
				return fmt.Errorf("note %s: there %v, back %v", number, there, back)
			}
		}
		return nil
	})
	if notes == 0 {
		err = errors.Join(err, errors.New("no notes"))
	}
	return err
}

func everythingListed(p *parcel) error {
	opf := p.files[opfName]
	if found := regexp.MustCompile(`<(?:dc:\w+|meta)[^>]*>\s*</`).FindString(opf); found != "" {
		return fmt.Errorf("empty: %s", found)
	}
	for _, found := range regexp.MustCompile(`refines="#([^"]+)"`).FindAllStringSubmatch(opf, -1) {
		if !strings.Contains(opf, ` id="`+found[1]+`"`) {
			return fmt.Errorf("nothing is called %s", found[1])
		}
	}
	known := map[string]bool{"mimetype": true, "META-INF/container.xml": true, opfName: true, "EPUB/" + onixFile: strings.Contains(opf, `href="onix.xml"`)}
	for _, found := range regexp.MustCompile(`<item [^>]*href="([^"]+)"`).FindAllStringSubmatch(opf, -1) {
		known["EPUB/"+found[1]] = true
	}
	for name := range p.files {
		if !known[name] {
			return fmt.Errorf("%s is not listed", name)
		}
	}
	text := p.files[cssName]
	for _, name := range p.pages() {
		text += p.files[name]
	}
	for name := range known {
		if _, ok := p.files[name]; !ok {
			return fmt.Errorf("%s is not there", name)
		}
		if dir := path.Dir(name); (dir == "EPUB/fonts" || dir == "EPUB/images") && !strings.Contains(text, path.Base(name)) {
			return fmt.Errorf("nothing uses %s", name)
		}
	}
	return nil
}

func linksAndIDs(p *parcel) error {
	ids := map[string]bool{}
	err := p.each(func(name string, page []element) error {
		for _, e := range page {
			if id := e.attrs["id"]; id != "" {
				if ids[name+"#"+id] || !validName.MatchString(id) {
					return fmt.Errorf("id %q", id)
				}
				ids[name+"#"+id] = true
			}
		}
		return nil
	})
	return errors.Join(err, p.each(func(name string, page []element) error {
		for _, e := range page {
			for _, key := range []string{"href", "src"} {
				to := e.attrs[key]
				if to == "" || strings.Contains(to, ":") {
					continue
				}
				file, id, _ := strings.Cut(to, "#")
				target := name
				if file != "" {
					target = path.Join(path.Dir(name), file)
				}
				if _, ok := p.files[target]; !ok || id != "" && !ids[target+"#"+id] {
					return fmt.Errorf("%s leads nowhere", to)
				}
			}
		}
		return nil
	}))
}

// TestThirtyPoints holds a small but full book against each of the thirty points of a good EPUB, and each test against a
// book in which its point is broken. TestEPUBCheck and the command's tests ask the validators themselves.
func TestThirtyPoints(t *testing.T) {
	a := houseAssets(t)
	a.Cover = pngOf(t, 800, 1200)
	bk := fullBook(t)
	a.Pages = printed(
		pagemap.Page{Label: "iii", Kind: pagemap.TitlePage}, pagemap.Page{Label: "iv", Kind: pagemap.Copyright},
		pagemap.Page{Label: "1", Kind: pagemap.PartTitle, ID: "part-one", First: true},
		pagemap.Page{Label: "2", Kind: pagemap.Chapter, ID: "service", First: true, Anchors: []string{"service", "patient-service", "remind"}},
		pagemap.Page{Label: "3", Kind: pagemap.Chapter, ID: "respect", First: true},
		pagemap.Page{Label: "4", Kind: pagemap.Index, ID: "octavo.index", First: true},
	)
	data := write(t, fullConfig(), bk, a)
	o := open(t, data)
	whole := parcel{zip: data, again: write(t, fullConfig(), bk, a), names: o.names, files: map[string]string{}}
	for name, data := range o.files {
		whole.files[name] = string(data)
	}
	for i, pt := range points {
		t.Run(fmt.Sprintf("%d %s", pt.number, pt.name), func(t *testing.T) {
			if pt.number != i+1 {
				t.Errorf("point %d is number %d in the list", pt.number, i+1)
			}
			if err := pt.check(&whole); err != nil {
				t.Errorf("%v", err)
			}
			broken := whole
			broken.files = maps.Clone(whole.files)
			pt.spoil(t, &broken)
			if pt.check(&broken) == nil {
				t.Error("the point was broken and nothing was found")
			}
		})
	}
	if len(points) != 30 {
		t.Errorf("%d points", len(points))
	}
}
