package epub

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pagemap"
)

// printed makes a page map of pages, numbered as a book is: roman up to the first chapter of the body.
func printed(pages ...pagemap.Page) *pagemap.Map {
	for i := range pages {
		pages[i].Number = i + 1
	}
	return &pagemap.Map{Pages: pages}
}

// pagedBook returns a chapter that has a page break in every kind of place. Each inline stands at an offset of its own.
func pagedBook() (*config.Config, *book.Book, *pagemap.Map) {
	src := &diag.Source{Name: "one.md", Text: make([]byte, 1000)}
	copy(src.Text[250:], "~~~\ncode\nmore code\n~~~\n")
	at := func(n int) diag.Pos { return diag.Pos{Source: src, Offset: n} }
	words := func(n int, s string) *book.Text { return &book.Text{Pos: at(n), Value: s} }
	run := func(n int, s string) []book.Inline { return []book.Inline{words(n, s)} }
	c, _ := minimal()
	c.Book.Publisher, c.Book.Dedication, c.Book.Epigraph = "P", "To you", "Motto"
	c.Themes = []config.Name{{ID: "t", Name: "T"}, {ID: "u", Name: "U"}}
	note := &book.Note{Blocks: []book.Block{&book.Paragraph{Text: run(12, "A note from the top.")}}}
	chapter := &book.Chapter{
		Number: 1, ID: "one", Source: src, Pos: at(0), Title: run(2, "One chapter"),
		Blocks: []book.Block{
			&book.Paragraph{Pos: at(20), Text: []book.Inline{words(20, "A divided won"), &book.Emph{Text: run(40, "der goes on, and café ends")},
				words(60, " here")}},
			&book.Paragraph{Pos: at(80), Text: []book.Inline{words(80, "See "), &book.Link{Pos: at(84), URL: "https://example.com/", Text: run(85, "a long link text")},
				words(110, " — after"), &book.NoteMark{Pos: at(119), Note: note, First: true}}},
			&book.Heading{Pos: at(120), Level: 2, ID: "section", Text: run(123, "A section & more")},
			&book.List{Pos: at(150), Tight: true, Items: []*book.Item{
				{Pos: at(150), Blocks: []book.Block{&book.Paragraph{Pos: at(152), Text: run(152, "First item")}}},
				{Pos: at(170), Blocks: []book.Block{&book.Paragraph{Pos: at(172), Text: run(172, "Second item")}}}}},
			&book.Quote{Pos: at(200), Blocks: []book.Block{&book.Paragraph{Pos: at(202), Text: run(202, "Quoted words")}}, Attribution: run(230, "Who")},
			&book.Code{Pos: at(250), Lines: []string{"code", "more code"}},
			&book.Table{Pos: at(300), Head: []book.Cell{run(301, "Head")}, Rows: [][]book.Cell{{run(320, "cell one")}, {run(340, "cell two")}}},
			&book.Entry{Pos: at(400), Level: 2, ID: "maxim", Kind: "meme", Themes: []string{"t", "u"}, Maxim: run(403, "Say less."),
				Gloss: []book.Block{&book.Paragraph{Pos: at(420), Text: run(420, "Words of the gloss that go on.")}}},
			&book.Figure{Pos: at(500), Image: &book.Image{Pos: at(500), Alt: "A picture that is lost"}},
			&book.Paragraph{Pos: at(600), Text: run(600, "The last words.")},
		},
		Notes: []*book.Note{note},
	}
	page := func(label string, n, offset int) pagemap.Page {
		return pagemap.Page{Label: label, Kind: pagemap.Chapter, ID: "one", Start: pagemap.Place{Pos: at(n), Offset: offset}}
	}
	first := page("1", 2, 0)
	first.First, first.Anchors = true, []string{"one"}
	entry := page("11", 400, 0)
	entry.Anchors = []string{"maxim", "octavo.end.maxim"}
	pages := printed(
		pagemap.Page{Label: "i", Kind: pagemap.HalfTitle}, pagemap.Page{Label: "ii", Kind: pagemap.Blank},
		pagemap.Page{Label: "iii", Kind: pagemap.TitlePage}, pagemap.Page{Label: "iv", Kind: pagemap.Copyright},
		pagemap.Page{Label: "v", Kind: pagemap.Dedication}, pagemap.Page{Label: "vi", Kind: pagemap.Blank},
		pagemap.Page{Label: "vii", Kind: pagemap.Epigraph}, pagemap.Page{Label: "ix", Kind: pagemap.Contents, First: true},
		pagemap.Page{Label: "x", Kind: pagemap.Contents},
		first, page("2", 40, 2), page("3", 40, 20), page("4", 85, 9), page("5", 110, 5), page("6", 123, 10), page("7", 170, 0),
		page("8", 200, 0), page("9", 259, 0), page("10", 340, 5), entry, page("12", 420, 15),
		pagemap.Page{Label: "13", Kind: pagemap.Chapter, ID: "one"}, page("14", 500, 0), page("15", 600, 999),
		pagemap.Page{Label: "16", Kind: pagemap.Chapter, ID: "one"}, pagemap.Page{Label: "17", Kind: pagemap.Blank},
		pagemap.Page{Label: "18", Kind: pagemap.Index, ID: "octavo.index", First: true},
		pagemap.Page{Label: "19", Kind: pagemap.Index, ID: "octavo.first-words", First: true},
		pagemap.Page{Label: "20", Kind: pagemap.Colophon},
	)
	return c, &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{chapter}}}}, pages
}

var anyBreak = regexp.MustCompile(`<(?:span|div) class="pagebreak" epub:type="pagebreak" role="doc-pagebreak" id="page\.(\w+)" aria-label="(\w+)"></(?:span|div)>`)

// TestPageBreaks looks for each page at the place with which it begins.
func TestPageBreaks(t *testing.T) {
	c, b, pages := pagedBook()
	o := open(t, write(t, c, b, Assets{Pages: pages}))
	marked := func(name string) string {
		return anyBreak.ReplaceAllString(string(o.files["EPUB/"+name+".xhtml"]), "[$1]")
	}
	chapter := marked("xhtml/chapter-01")
	for _, want := range []string{
		"role=\"doc-chapter\">\n[1]<h1>", "<p>A divided [2]won<em>der goes on, and [3]café ends</em>", "See [4]<a href", "</a> — [5]after<sup",
		"id=\"section\">\n[6]<h2>A section", "<li>First item</li>\n<li>[7]Second item", "<p class=\"attribution\">— [8]Who</p>",
		"<pre><code><span class=\"line\">code\n</span><span class=\"line\">[9]more code</span></code>", "<tr><td>cell one</td></tr>\n<tr><td>cell [10]two</td>", "id=\"maxim\">\n[11]<h2 class=\"maxim\">",
		"<p>Words of the [12]gloss", "[13][14]<figure>", "<p>The last words.</p>\n[15]\n[16]\n<div class=\"notes\"",
	} {
		if !strings.Contains(chapter, want) {
			t.Errorf("no %q in\n%s", want, chapter)
		}
	}
	for name, want := range map[string]string{
		"xhtml/title-page": "<body>\n[iii]\n<section", "xhtml/copyright": "<body>\n[iv]\n<div", "xhtml/dedication": "<body>\n[v]\n<div",
		"xhtml/epigraph": "<body>\n[vii]\n<div class=\"motto\"", "nav": "<body>\n[ix]\n[x]\n<nav", "xhtml/index": "doc-index\">\n[18]<h1>",
		"xhtml/first-words": "doc-index\">\n[19]<h1>",
	} {
		if page := marked(name); !strings.Contains(page, want) {
			t.Errorf("%s: no %q in\n%s", name, want, page)
		}
	}
	var labels []string
	for _, f := range o.names {
		for _, found := range anyBreak.FindAllStringSubmatch(string(o.files[f]), -1) {
			if found[1] != found[2] {
				t.Errorf("page %s is labelled %s", found[1], found[2])
			}
			labels = append(labels, found[1])
		}
	}
	if len(labels) != 16+4+2+2 {
		t.Errorf("%d page breaks: %v", len(labels), labels)
	}
	index := marked("xhtml/index")
	if !strings.Contains(index, `<a href="chapter-01.xhtml#maxim">Say less</a>, <a class="folio" href="chapter-01.xhtml#page.11">11</a>`) {
		t.Errorf("no folio in\n%s", index)
	}
}

// TestPageList holds the page list, in both its forms, against the breaks.
func TestPageList(t *testing.T) {
	c, b, pages := pagedBook()
	c.Book.ISBN.Print = "978-0-306-40615-7"
	o := open(t, write(t, c, b, Assets{Pages: pages}))
	nav, ncx, opf := string(o.files["EPUB/nav.xhtml"]), string(o.files["EPUB/toc.ncx"]), string(o.files["EPUB/package.opf"])
	list := nav[strings.Index(nav, `epub:type="page-list" role="doc-pagelist"`):]
	want := strings.Fields("iii iv v vii ix x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19")
	var got []string
	for _, found := range regexp.MustCompile(`<a href="([^"]*)#page.(\w+)">(\w+)</a>`).FindAllStringSubmatch(list, -1) {
		if found[2] != found[3] || !strings.Contains(string(o.files["EPUB/"+found[1]]), `id="page.`+found[2]+`"`) {
			t.Errorf("%s leads to no such page", found[0])
		}
		got = append(got, found[3])
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("page list %v\nwant      %v", got, want)
	}
	for _, want := range []string{
		`<meta name="dtb:totalPageCount" content="24"/>`, `<meta name="dtb:maxPageNumber" content="19"/>`,
		`type="front" value="9"`, `type="normal" value="16"`,
	} {
		if !strings.Contains(ncx, want) {
			t.Errorf("ncx without %s", want)
		}
	}
	if n := strings.Count(ncx, "<pageTarget "); n != len(got) {
		t.Errorf("%d pages in ncx", n)
	}
	for _, want := range []string{
		`<dc:source id="print-edition">urn:isbn:9780306406157</dc:source>`,
		`<meta refines="#print-edition" property="source-of">pagination</meta>`,
		`accessibilityFeature">pageBreakMarkers<`, `accessibilityFeature">pageNavigation<`, `numberOfPages">29<`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("opf without %s", want)
		}
	}
	without := open(t, write(t, c, b, Assets{}))
	for name, data := range without.files {
		if s := string(data); strings.Contains(s, "pagebreak") && name != "EPUB/css/book.css" || strings.Contains(s, "page-list") ||
			strings.Contains(s, "pageNavigation") || strings.Contains(s, "source-of") {
			t.Errorf("%s speaks of pages where no printed book is known", name)
		}
	}
}
