package epub

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// TestClaims looks at what is claimed of books that have less than others.
func TestClaims(t *testing.T) {
	show := func(alt string) book.Block {
		return &book.Figure{Image: &book.Image{Alt: alt, File: &book.Picture{Path: "p.png", Data: pngOf(t, 20, 20)}}}
	}
	for _, c := range []struct {
		name      string
		change    func(c *config.Config, b *book.Book)
		has, lack []string
	}{
		{"nobody answers", func(*config.Config, *book.Book) {}, []string{">textual<", "It has no pictures."},
			[]string{"conformsTo", "certifiedBy", "visual", "alternativeText", ">index<", "pageNavigation", "Tables", "Notes", "dc:date", "dc:source"}},
		{"an author answers", func(c *config.Config, _ *book.Book) { c.Epub.CertifiedBy, c.Book.Publisher = "A. Uthor", "P" },
			[]string{`certifiedBy">A. Uthor<`, "WCAG 2.2 Level AA"}, nil},
		{"a picture without words", func(c *config.Config, b *book.Book) {
			c.Book.Publisher = "P"
			b.Parts[0].Chapters[0].Blocks = []book.Block{show("words"), show(" ")}
		}, []string{">visual<", "textual,visual", "Some of its pictures have no description."}, []string{"conformsTo", "certifiedBy", "alternativeText"}},
		{"pictures with words", func(c *config.Config, b *book.Book) {
			c.Book.Publisher = "P"
			b.Parts[0].Chapters[0].Blocks = []book.Block{show("words")}
		}, []string{">visual<", `accessModeSufficient">textual<`, "alternativeText", "Every picture is described in words.", "conformsTo"}, nil},
		{"a draft's picture", func(_ *config.Config, b *book.Book) {
			b.Parts[0].Chapters[0].Blocks = []book.Block{&book.Entry{Level: 2, ID: "d", Kind: "meme", Status: book.Draft, Maxim: text("D"), Gloss: []book.Block{show("")}}}
		}, nil, []string{"visual", ">index<"}},
		{"a summary of the author's", func(c *config.Config, _ *book.Book) { c.Epub.Summary, c.Book.Language = "Alles ist Text.", "de" },
			[]string{`<meta property="schema:accessibilitySummary">Alles ist Text.<`}, []string{"It has no pictures"}},
		{"another language", func(c *config.Config, _ *book.Book) { c.Book.Language = "de" },
			[]string{`<meta property="schema:accessibilitySummary" xml:lang="en">`}, nil},
		{"no language", func(c *config.Config, _ *book.Book) { c.Book.Language, c.Book.Publisher = "??", "P" }, nil, []string{"conformsTo"}},
		{"a table and a note", func(_ *config.Config, b *book.Book) {
			b.Parts[0].Chapters[0].Blocks = []book.Block{&book.Table{Head: []book.Cell{text("H")}}, para(str("a"), mark(&book.Note{Blocks: []book.Block{say("n")}}))}
		}, []string{"Tables name their columns.", "Notes are linked"}, nil},
		{"a printed book without pages", func(c *config.Config, _ *book.Book) { c.Book.ISBN.Print = "978-1-86197-876-9" },
			[]string{"<dc:source>urn:isbn:9781861978769<"}, []string{"source-of"}},
	} {
		cfg, b := minimal()
		c.change(cfg, b)
		opf := string(open(t, write(t, cfg, b, Assets{})).files[opfName])
		for _, want := range c.has {
			if !strings.Contains(opf, want) {
				t.Errorf("%s: no %s", c.name, want)
			}
		}
		for _, not := range c.lack {
			if strings.Contains(opf, not) {
				t.Errorf("%s: it speaks of %s", c.name, not)
			}
		}
	}
}

// TestStatement reads the page that says how the EPUB can be read: it claims what the package claims.
func TestStatement(t *testing.T) {
	bk, cfg := &book.Book{}, config.Config{Lang: lang.English()}
	cfg.Book = config.Book{Title: "T", Identifier: "x", Language: "en", Publisher: "The Press", Date: time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)}
	cfg.Epub.Contact, cfg.Epub.Summary = "access@example.com", "In my words."
	made := func() string {
		var out bytes.Buffer
		if err := Write(&out, &cfg, bk, Assets{}); err != nil {
			t.Fatal(err)
		}
		files := open(t, out.Bytes()).files
		if opf := string(files[opfName]); !strings.Contains(opf, `<meta name="a11y:contactEmail" content="access@example.com"/>`) {
			t.Errorf("no address in %s", opf)
		}
		return string(files["EPUB/xhtml/accessibility.xhtml"])
	}
	if page := made(); page != "" {
		t.Errorf("a statement that nobody asks for: %s", page)
	}
	cfg.Epub.Statement = true
	page := made()
	for _, want := range []string{"<h2>Ways of reading</h2>", "It has no pictures.", "In my words.", "meets " + conformance + ". Certified by: The Press.",
		`<a href="mailto:access@example.com" dir="ltr">access@example.com</a>`, "1 October 2026"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page)
		}
	}
	cfg.Book.Publisher = ""
	if page := made(); strings.Contains(page, conformance) || !strings.Contains(page, "Nobody has certified") {
		t.Errorf("it claims what nobody certifies: %s", page)
	}
}

// TestCodes looks at the subjects by their codes.
func TestCodes(t *testing.T) {
	opf := string(open(t, books(t)[0].data).files[opfName])
	for _, want := range []string{
		`<dc:subject id="bisac-2">BUS041000</dc:subject>`, `<meta refines="#bisac-2" property="authority">BISAC</meta>`,
		`<meta refines="#bisac-2" property="term">BUS041000</meta>`, `<meta refines="#thema-1" property="authority">Thema</meta>`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestONIX reads the record for the trade: well-formed, nothing empty, elements in the order of the standard.
func TestONIX(t *testing.T) {
	for _, b := range books(t) {
		o := open(t, b.data)
		data := o.files["EPUB/"+onixFile]
		var any struct{}
		if err := xml.Unmarshal(data, &any); err != nil {
			t.Errorf("%s: %v", b.name, err)
		}
		if found := regexp.MustCompile(`<(\w+)>\s*</`).FindString(string(data)); found != "" {
			t.Errorf("%s: empty: %s", b.name, found)
		}
		order := []string{"ProductComposition", "ProductForm", "ProductFormDetail", "ProductFormFeature", "PrimaryContentType", "Collection",
			"TitleDetail", "Contributor", "EditionStatement", "Language", "Extent", "Subject"}
		last := -1
		for _, e := range elements(t, b.name, data) {
			if at := slices.Index(order, e.name); e.depth == 3 && at >= 0 {
				if at < last {
					t.Errorf("%s: %s comes too late", b.name, e.name)
				}
				last = at
			}
		}
	}
	full := string(open(t, books(t)[0].data).files["EPUB/"+onixFile])
	for _, want := range []string{
		"<ProductIDType>15</ProductIDType>\n<IDValue>9780306406157</IDValue>", "<ContributorRole>B01</ContributorRole>",
		"<LanguageCode>eng</LanguageCode>", "<MainSubject/>\n<SubjectSchemeIdentifier>10</SubjectSchemeIdentifier>\n<SubjectCode>BUS058000<",
		"<PartNumber>2</PartNumber>", "<ProductFormFeatureValue>85<", "<ProductRelationCode>13</ProductRelationCode>",
		"<Date>20261123</Date>", "<PublisherName>The Press</PublisherName>",
	} {
		if !strings.Contains(full, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestRelations looks at what entries say of each other, of their themes and of their readers.
func TestRelations(t *testing.T) {
	o := open(t, books(t)[0].data)
	page := string(o.files[oneName])
	entry := func(id string) string {
		from := strings.Index(page, `id="`+id+`"`)
		return page[from : from+strings.Index(page[from:], "</section>\n<section")]
	}
	// Its own reference first, then the entry that names it.
	if got := regexp.MustCompile(`<li><a href="#([\w-]+)">`).FindAllStringSubmatch(entry("remind"), -1); len(got) != 2 ||
		got[0][1] != "patient-service" || got[1][1] != "linked" {
		t.Errorf("remind refers to %v", got)
	}
	for id, wants := range map[string][]string{
		"patient-service": {
			`<p class="themes"><span class="label">Themes</span> <a href="index.xhtml#theme.1">Service</a>, <a href="index.xhtml#theme.2">Respect</a></p>`,
			`<p class="audience"><span class="label">For</span> Managers, Fellow humans</p>`,
		},
	} {
		for _, want := range wants {
			if !strings.Contains(page[strings.Index(page, `id="`+id+`"`):], want) {
				t.Errorf("%s has no %s", id, want)
			}
		}
	}
	subjects := string(o.files["EPUB/xhtml/subjects.xhtml"])
	for _, want := range []string{
		`coaching. <em class="see-word">See</em> <a href="#subject.`, ">memory, long</a>", `<li class="sub">long,`,
	} {
		if !strings.Contains(subjects, want) {
			t.Errorf("no %s in\n%s", want, subjects)
		}
	}
}
