package sheet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
)

const full = `[book]
title = "The Light"
subtitle = "Maxims of a Keeper"
authors = ["Ada Quill", "Bo Li"]
publisher = "Wharf"
date = 2026-03-01
subjects = ["Light"]
isbn = { print = "9780306406157", hardcover = "979-10-90636-07-1" }
[book.series]
name = "Harbours"
number = 2
[trade.price]
print = ["14.95 USD", "12.99 EUR"]
hardcover = "24.95 USD"
[sheet]
order = ["Wharf, 1 Quay", "orders@example.org"]
[cover]
blurb = """
It says **all** of *it*, in [few words](https://example.org).

> Read it twice.
> — *The Paper*
"""
bio = "Two keepers write."
`

const hebrew = `[book]
title = "דברי הים"
authors = ["דנה כהן"]
language = "he"
date = 2026-03-01
description = "פתגמים קצרים על הים."
`

const chapter = "# One\n\n## Ask before you promise anything.\n+++\nkind = \"meme\"\nid = \"ask\"\n+++\nNobody asks.\n"

// open returns a book of one chapter with this book.toml.
func open(t *testing.T, toml string) (*config.Config, *book.Book, *textstyle.Fonts) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"book.toml": toml, "manuscript/one.md": chapter} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return booktest.Open(t, dir)
}

// pages returns a book's pages of these kinds, each with a square on it, and their map. Blank ones have nothing.
func pages(kinds ...string) (out []*page.Page, on *pagemap.Map) {
	on = &pagemap.Map{}
	for i, kind := range kinds {
		p := &page.Page{Width: 396 * page.Pt, Height: 612 * page.Pt, Label: fmt.Sprint(i + 1)}
		m := pagemap.Page{Label: p.Label, Kind: pagemap.Kind(kind)}
		if kind != string(pagemap.Blank) {
			p.Items = []page.Item{&page.Rule{X: 72 * page.Pt, Y: 72 * page.Pt, W: 72 * page.Pt, H: 72 * page.Pt, Color: page.Black}}
			m.Lines = make([]pagemap.Line, 10)
		}
		out, on.Pages = append(out, p), append(on.Pages, m)
	}
	return out, on
}

var bodyPages = []string{"title-page", "copyright", "chapter", "chapter", "chapter", "colophon"}

var front = Picture{Data: []byte("picture"), Format: "png", Width: 100, Height: 160}

func TestSet(t *testing.T) {
	for _, c := range []struct{ toml, pages, html string }{{full, "full.txt", "full.html"}, {hebrew, "hebrew.txt", "hebrew.html"},
		{full + "\n[print]\nstyle = \"modern\"\n", "modern.txt", ""}} {
		cfg, bk, fonts := open(t, c.toml)
		ps, on := pages(bodyPages...)
		content, err := Gather(cfg, bk, ps, on, front)
		if err != nil {
			t.Fatal(err)
		}
		doc, fit, found := Set(cfg, fonts, content)
		if len(found) > 0 || fit.size != 100 {
			t.Errorf("%s: in %+v, %v", c.pages, fit, found)
		}
		booktest.PagesEqual(t, c.pages, doc.Pages)
		var b bytes.Buffer
		if err := HTML(&b, cfg, content, fit, [][]byte{[]byte("<svg/>"), []byte("<svg/>")}[:len(content.Spread)]); err != nil {
			t.Fatal(err)
		}
		if c.html != "" {
			golden.Equal(t, filepath.Join("testdata", c.html), b.Bytes())
		}
	}
}

// TestOnePage: whatever there is to say, all that the sheet leaves out is said, and nothing that it does not leave out.
func TestOnePage(t *testing.T) {
	words := func(n int) string { return strings.Repeat("The boat went out at six and came home at noon. ", n) }
	blurb := func(n int) string { return "[cover]\nblurb = \"\"\"" + strings.Repeat(words(4)+"\n\n", n) + "\"\"\"\n" }
	head, _, _ := strings.Cut(full, "[cover]")
	order := strings.Repeat(`"A line of an address that is long enough", `, 200)
	for _, c := range []struct{ name, toml, cut string }{
		{"short", full, ""},
		{"no pages", head + blurb(7) + "bio = \"\"\"" + words(10) + "\"\"\"\n", "pages of the book"},
		{"long bio", head + blurb(3) + "bio = \"\"\"" + words(120) + "\"\"\"\n", "pages of the book; who wrote it"},
		{"long blurb", head + blurb(40), "pages of the book; a maxim; all that is said of the book"},
		{"one endless passage", head + "[cover]\nblurb = \"\"\"" + words(400) + "\"\"\"\n", "pages of the book; a maxim; all that it says"},
		{"much data", strings.Replace(full, `subjects = ["Light"]`, "subjects = ["+strings.Repeat(`"A subject of the book", `, 20)+"]", 1), ""},
		{"too much data", strings.Replace(full, `subjects = ["Light"]`, "subjects = ["+strings.Repeat(`"A subject of the book", `, 200)+"]", 1), "all its data"},
		{"long address", strings.Replace(full, `"Wharf, 1 Quay"`, order+`"Quay"`, 1), "pages of the book; a maxim; who wrote it; all that is said of the book; all that it says"},
	} {
		cfg, bk, fonts := open(t, c.toml)
		ps, on := pages(bodyPages...)
		content, err := Gather(cfg, bk, ps, on, front)
		if err != nil {
			t.Fatal(err)
		}
		doc, _, found := Set(cfg, fonts, content)
		var got []string
		for _, d := range found {
			if d.Code != "sheet-cut" || d.Severity != diag.Warning {
				t.Errorf("%s: %v", c.name, d)
			}
			got = append(got, strings.TrimPrefix(d.Message, "the sheet has no room for "))
		}
		if len(doc.Pages) != 1 || strings.Join(got, "; ") != c.cut {
			t.Errorf("%s: %d pages, without %q, want %q", c.name, len(doc.Pages), got, c.cut)
		}
	}
}

// TestSpread: the pages that are shown have text of the book, unless the author chose them.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		kinds []string
		page  string
		want  string // the folios, or what is wrong
	}{
		{bodyPages, "", "4 5"},
		{[]string{"title-page", "chapter", "colophon"}, "", "2"},
		{[]string{"chapter"}, "", "1"},
		{[]string{"title-page", "blank"}, "", ""},
		{nil, "", ""},
		{bodyPages, "3", "2 3"},
		{bodyPages, "6", "6"},
		{bodyPages, "7", `the book has no page "7"`},
		{[]string{"chapter", "blank", "chapter"}, "2", `the page "2" is blank`},
		{[]string{"chapter", "blank", "chapter"}, "3", "3"},
	} {
		ps, on := pages(c.kinds...)
		cfg, bk, _ := open(t, full)
		cfg.Sheet.Page = c.page
		content, err := Gather(cfg, bk, ps, on, front)
		got := strings.Join(content.Folios, " ")
		if err != nil {
			got = err.Error()
		}
		if got != c.want && (err == nil || !strings.Contains(got, c.want) || c.want == "") {
			t.Errorf("%v, page %q: %q, want %q", c.kinds, c.page, got, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	cfg, bk, _ := open(t, full)
	cfg.Sheet.Quote = "askk"
	if found := Missing(cfg, bk); len(found) != 1 || found[0].Code != "sheet-quote" || !strings.Contains(fmt.Sprint(found[0].Notes), "ask") {
		t.Errorf("found %v", found)
	}
	cfg.Sheet.Quote = "ask"
	if found := Missing(cfg, bk); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}
