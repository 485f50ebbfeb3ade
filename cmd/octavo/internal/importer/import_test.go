package importer

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// folderOf writes files into a new folder and returns it.
func folderOf(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// zipped returns a zip file.
func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedKeys(files) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// imported returns the files of the book that is made of sources.
func imported(t testing.TB, m Maxims, sources ...string) map[string]string {
	t.Helper()
	ms, err := Read(t.Context(), sources, m)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "book")
	if err := ms.Write(context.Background(), out, time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err = filepath.WalkDir(out, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			rel, _ := filepath.Rel(out, name)
			files[filepath.ToSlash(rel)] = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// holdsAll fails if a file lacks one of the texts.
func holdsAll(t testing.TB, files map[string]string, name string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(files[name], text) {
			t.Errorf("%s lacks %q; it is\n%s", name, text, files[name])
		}
	}
}

const pixel = "\x89PNG\r\n\x1a\n"

func TestPlainText(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"wrapped.txt": "Title: The Sea House\nAuthor: Ada Quill\nLanguage: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK X ***\n\n\n\nTHE SEA HOUSE\n\nby Ada Quill\n\n\n\n" +
			"CHAPTER I\n\nTHE DOOR\n\n\nIt was dark, and the _Arrow_ lay at the quay. \"Come in,\" said the\nkeeper--\"and mind the step,\nif you please.\"\n\nHe did.\n\n" +
			"       *       *       *\n\n    The lamp is low,\n      the tide is slow,\n    and so am I.\n\n\n\nCHAPTER II.\n\n\nThe end.\n\n*** END OF THE PROJECT GUTENBERG EBOOK X ***\nlicence\n",
		"lines.txt":   "Chapter One\nIt began with a line that is long enough to be a paragraph of its own, with many words in it.\nAnd a second one follows it at once, as in a file of which every line is a paragraph.\nA third one.\nChapter Two\nThe end of it all, which is long enough to be a paragraph of its own, with many words in it.\n",
		"windows.txt": "The caf\xe9 \x93was\x94 shut.\r\n\r\nAll of it.\r\n",
	})
	files := imported(t, KeepSections, filepath.Join(dir, "wrapped.txt"))
	holdsAll(t, files, "book.toml", `title = "The Sea House"`, `authors = ["Ada Quill"]`, `body = ["01-chapter-i-the-door.md", "02-chapter-ii.md"]`)
	holdsAll(t, files, "manuscript/01-chapter-i-the-door.md", "# CHAPTER I: THE DOOR\n", "the *Arrow* lay", "keeper--\"and mind the step, if", "* * *", "> The lamp is low,\\\n>   the tide is slow,\\\n> and so am I.\n")
	holdsAll(t, files, "IMPORT.md", "Project Gutenberg", "by Ada Quill")
	files = imported(t, KeepSections, filepath.Join(dir, "lines.txt"))
	holdsAll(t, files, "manuscript/01-chapter-one.md", "# Chapter One\n\nIt began", "in it.\n\nAnd a second")
	holdsAll(t, files, "manuscript/02-chapter-two.md", "# Chapter Two\n")
	files = imported(t, KeepSections, filepath.Join(dir, "windows.txt"))
	holdsAll(t, files, "manuscript/01-windows.md", "# Windows\n\nThe café “was” shut.\n\nAll of it.\n")
}

func TestNewsletter(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"posts.csv": "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle\n" +
			"22.second,2024-05-02T10:00:00.000Z,true,,newsletter,everyone,\"The \"\"next\"\" one\",On waiting\n11.first,2024-04-01T10:00:00.000Z,true,,newsletter,everyone,First,\n33.draft,,false,,newsletter,everyone,A draft,\n",
		"posts/11.first.html": `<p>One.<a class="footnote-anchor" id="footnote-anchor-1-9" href="#footnote-1-9">1</a></p><figure><img src="https://cdn.example.org/a%2Fb.png" alt="A door"><figcaption>His door.</figcaption></figure>` +
			`<div class="footnote"><a id="footnote-1-9" href="#footnote-anchor-1-9" class="footnote-number">1</a><div class="footnote-content"><p>The note.</p></div></div>`,
		"posts/22.second.html": `<p>See <a href="https://k.example.org/p/first">the first</a>.</p><h3>Part</h3><p>It's "quoted".</p><div class="subscription-widget-wrap"><p>Subscribe now</p></div>`,
		"posts/33.draft.html":  "<p>secret</p>",
	})
	files := imported(t, KeepSections, dir)
	holdsAll(t, files, "manuscript/01-first.md", "---\ndate: 2024-04-01\nsource: \"newsletter, 2024-04-01\"\n---\n\n# First\n\nOne.[^1]\n\n[^1]: The note.\n", "<!--\n![A door](pictures/b.png \"His door.\")\n-->")
	holdsAll(t, files, "manuscript/02-the-next-one.md", "subtitle: \"On waiting\"", "# The \"next\" one\n\nSee [the first](01-first.md).\n\n## Part\n\nIt's \"quoted\".\n")
	holdsAll(t, files, "IMPORT.md", "A draft", "Subscribe now", "https://cdn.example.org/a%2Fb.png as pictures/b.png")
	for name, text := range files {
		if name != "IMPORT.md" && (strings.Contains(text, "secret") || strings.Contains(text, "Subscribe")) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

func TestWordPress(t *testing.T) {
	item := func(title, date, status, kind, content, meta string) string {
		return `<item><title>` + title + `</title><link>https://b.example.org/` + title + `/</link><content:encoded><![CDATA[` + content + `]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>` +
			`<wp:post_date>` + date + ` 10:00:00</wp:post_date><wp:post_name>` + strings.ToLower(title) + `</wp:post_name><wp:status>` + status + `</wp:status><wp:post_type>` + kind + `</wp:post_type>` + meta + `</item>`
	}
	dir := folderOf(t, map[string]string{"site.xml": `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"><channel><title>The Keeper</title><language>en-GB</language>` +
		`<wp:author><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>` +
		item("Later", "2020-02-02", "publish", "post", `<!-- wp:paragraph --><p>Trim<sup data-fn="a" class="fn"><a id="a-link" href="#a">1</a></sup>.</p><!-- /wp:paragraph -->`, `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"id":"a","content":"Twice <em>daily</em>."}]]]></wp:meta_value></wp:postmeta>`) +
		item("Sooner", "2019-01-01", "publish", "post", "One line\nand its second.\n\n[gallery ids=\"1,2\"]\n\n[caption id=\"x\"]<img src=\"a.png\" alt=\"A\" /> The caption[/caption]\n\nA [sic] stays.", "") +
		item("Hidden", "2019-01-01", "draft", "post", "secret", "") + item("Picture", "2019-01-01", "inherit", "attachment", "x", "") + `</channel></rss>`})
	files := imported(t, KeepSections, filepath.Join(dir, "site.xml"))
	holdsAll(t, files, "book.toml", `title = "The Keeper"`, `authors = ["Ada Quill"]`, `language = "en-GB"`)
	holdsAll(t, files, "manuscript/01-sooner.md", "One line\\\nand its second.", "The caption", "A [sic] stays.")
	holdsAll(t, files, "manuscript/02-later.md", "Trim[^1].\n\n[^1]: Twice *daily*.\n", `source: "https://b.example.org/Later/"`)
	holdsAll(t, files, "IMPORT.md", "[gallery", "Hidden")
}

func TestMedium(t *testing.T) {
	post := func(title string) string {
		return `<!DOCTYPE html><html><head><title>` + title + `</title></head><body><article class="h-entry"><header><h1 class="p-name">` + title + `</h1></header>` +
			`<section data-field="subtitle" class="p-summary">What holds.</section><section data-field="body" class="e-content"><section class="section"><div class="section-divider"><hr></div>` +
			`<h3 class="graf--title">` + title + `</h3><h4 class="graf--subtitle">What holds.</h4><p>A rope is a <strong>promise</strong>.</p><h4>More</h4><p>And a half.</p></section></section>` +
			`<footer><p>By <a href="https://m.example/@ada" class="p-author h-card">Ada Quill</a> on <time class="dt-published" datetime="2020-05-02T08:00:00.000Z">May 2</time></p>` +
			`<p><a href="https://m.example/rope" class="p-canonical">Canonical link</a></p></footer></article></body></html>`
	}
	dir := folderOf(t, map[string]string{"README.html": "<h1>Your export</h1>", "posts/2020-05-02_On-Rope-1a2b.html": post("On Rope"), "posts/draft_Secret-9a2b.html": post("Secret")})
	files := imported(t, KeepSections, dir)
	holdsAll(t, files, "book.toml", `authors = ["Ada Quill"]`)
	holdsAll(t, files, "manuscript/01-on-rope.md", "subtitle: \"What holds.\"\ndate: 2020-05-02\nsource: \"https://m.example/rope\"\n---\n\n# On Rope\n\nA rope is a **promise**.\n\n## More\n\nAnd a half.\n")
	if files["manuscript/02-secret.md"] != "" {
		t.Error("a draft is in the book")
	}
}

func TestGhost(t *testing.T) {
	dir := folderOf(t, map[string]string{"ghost.json": `{"db":[{"data":{"posts":[{"title":"Two","slug":"two","html":"<p>Second.</p>","status":"published","published_at":"2021-03-03T00:00:00.000Z"},` +
		`{"title":"One","slug":"one","html":"<h2>One</h2><p>First.</p>","status":"published","published_at":"2020-03-03T00:00:00.000Z"},{"title":"No","slug":"no","html":"<p>x</p>","status":"draft"}],` +
		`"settings":[{"key":"title","value":"The Site"}],"users":[{"name":"Ada Quill"}]}}]}`})
	files := imported(t, KeepSections, filepath.Join(dir, "ghost.json"))
	holdsAll(t, files, "book.toml", `title = "The Site"`, `authors = ["Ada Quill"]`)
	holdsAll(t, files, "manuscript/01-one.md", "# One\n\nFirst.\n")
	holdsAll(t, files, "manuscript/02-two.md", "date: 2021-03-03", "# Two\n\nSecond.\n")
}

func TestPages(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"index.html":  `<html lang="en"><head><title>Home</title></head><body><h1>Home</h1><p>See <a href="10.html#deep">deep</a>, <a href="2.html">two</a>, <a href="gone.html">gone</a>.</p></body></html>`,
		"2.html":      `<html><body><h1>Two</h1><p><img src="img/a%20b.png" alt="A"> text</p></body></html>`,
		"10.html":     `<html><body><h1>Ten</h1><h2>Same</h2><p>x</p><h2 id="deep">Same</h2><p>y</p></body></html>`,
		"img/a b.png": pixel,
	})
	files := imported(t, KeepSections, dir)
	holdsAll(t, files, "manuscript/01-home.md", "[deep](03-ten.md#same-2)", "[two](02-two.md)", ", gone.")
	holdsAll(t, files, "manuscript/02-two.md", "![A](pictures/a-b.png) text")
	holdsAll(t, files, "manuscript/03-ten.md", "## Same\n", "## Same {#same-2}\n")
	holdsAll(t, files, "IMPORT.md", "leads to nothing here")
	if files["manuscript/pictures/a-b.png"] != pixel {
		t.Errorf("no picture: %q", files["manuscript/pictures/a-b.png"])
	}
}

func TestMarkdownFolder(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"book.toml":          "[book]\ntitle = \"The Guide\"\nauthors = [\"Ada Quill\"]\nlanguage = \"en\"\n",
		"README.md":          "about the repository",
		"src/SUMMARY.md":     "# Summary\n\n- [One](one.md)\n- [Two](sub/two.md)\n",
		"src/one.md":         "# One\n\n%%secret%% A `%%kept%%` and ![](img/x.png).\n\n```\n%%kept too%%\n{{#include part.txt}}\n```\n\n{{#include part.txt}}\n",
		"src/part.txt":       "The *part*.\n",
		"src/sub/two.md":     "# Two\n\n![[x.png|120]] and {% include nav.html %}end.\n\n<strong>x\n",
		"src/img/x.png":      pixel,
		"src/img/unused.png": pixel,
	})
	files := imported(t, KeepSections, dir)
	holdsAll(t, files, "book.toml", `title = "The Guide"`, `authors = ["Ada Quill"]`)
	holdsAll(t, files, "manuscript/SUMMARY.md", "- [Two](sub/two.md)")
	holdsAll(t, files, "manuscript/one.md", "A `%%kept%%` and ![](img/x.png){alt=\"\"}.\n\n```\n%%kept too%%\n{{#include part.txt}}\n```\n\nThe *part*.\n")
	holdsAll(t, files, "manuscript/sub/two.md", "![](../img/x.png){width=120 alt=\"\"} and end.")
	holdsAll(t, files, "IMPORT.md", "secret", "part.txt", "no description", "README.md", "{% include nav.html %}", "`manuscript/sub/two.md` (line 5, column 1)")
	if files["manuscript/img/x.png"] != pixel || files["manuscript/img/unused.png"] != "" {
		t.Error("pictures")
	}
}

// TestOtherFormats tells of files that may hold text and are not read.
func TestOtherFormats(t *testing.T) {
	for _, c := range []struct{ read, left string }{{"a.md", "b.txt"}, {"a.md", "b.docx"}, {"a.md", "b.doc"}, {"a.txt", "b.rtf"}} {
		files := imported(t, KeepSections, folderOf(t, map[string]string{c.read: "# Tea\n\nHot.\n", c.left: "Cake.", "~$b.docx": "x"}))
		holdsAll(t, files, "IMPORT.md", "## Left out\n\nFiles in other formats than the rest of the folder; to have one in the book, import it by its name:\n\n- ("+c.left+")\n")
		if report := files["IMPORT.md"]; strings.Contains(report, "~$") {
			t.Errorf("%s and %s: IMPORT.md tells of a lock file:\n%s", c.read, c.left, report)
		}
	}
}

// TestListsOfOthers keeps the lists by which other programs order files, with the files that they name.
func TestListsOfOthers(t *testing.T) {
	dir := folderOf(t, map[string]string{"mkdocs.yml": "site_name: Tea\ndocs_dir: text\nnav:\n  - Two: two.md\n  - One: one.md\n", "text/one.md": "# One\n\nA.\n", "text/two.md": "# Two\n\nB.\n"})
	files := imported(t, KeepSections, dir)
	if want := "site_name: Tea\nnav:\n  - Two: two.md\n  - One: one.md\n"; files["manuscript/mkdocs.yml"] != want {
		t.Errorf("mkdocs.yml is %q, want %q", files["manuscript/mkdocs.yml"], want)
	}
	dir = folderOf(t, map[string]string{"_toc.yml": "root: one\n", "one.md": "# One\n\nA.\n"})
	if files := imported(t, KeepSections, dir); files["manuscript/_toc.yml"] != "root: one\n" {
		t.Errorf("_toc.yml is %q", files["manuscript/_toc.yml"])
	}
}

func TestMaxims(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"a.html": `<h1>Service</h1><p>Lead.</p><h2>Ask, then wait for it.</h2><p>Gloss one.</p><h2>The Long Way Home</h2><p>A section.</p><p><strong>Ask, then wait for it.</strong></p><p>Gloss two.</p>`,
		"b.html": `<h1>Seeds</h1><p>Quiet sells more than talk.</p><p>He was quiet for a year, and sold more than he had in ten.</p><p>Count twice.</p><p>No.</p><p>Write it down.</p><p>What is written down is remembered, and what is remembered is done.</p>`,
		"c.html": `<h1>Seed</h1><p>Quiet sells more than talk does.</p><p>He was quiet for a year, and sold more than he had in ten.</p><p>Write it down at once.</p><p>What is written down is remembered, and what is remembered is done.</p>`,
	})
	files := imported(t, MakeEntries, dir)
	holdsAll(t, files, "manuscript/01-service.md", "Lead.\n\n## Ask, then wait for it.\n+++\nkind = \"meme\"\n+++\n\nGloss one.\n\n## The Long Way Home\n\nA section.\n\n## Ask, then wait for it.\n+++\nkind = \"meme\"\nid = \"ask-then-wait-for-it-2\"\n+++\n\nGloss two.\n")
	if strings.Contains(files["manuscript/02-seeds.md"], "+++") {
		t.Error("entries out of what is none")
	}
	holdsAll(t, files, "manuscript/03-seed.md", "## Quiet sells more than talk does.\n+++\nkind = \"meme\"\n+++\n\nHe was", "## Write it down at once.\n+++")
	holdsAll(t, files, "IMPORT.md", "4 entries were", "see that it is one")
}

func TestRefused(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.odt": "x", "b.pdf": "%PDF", "c.rtf": `{\rtf1 x}`, "d.docx": "PK\x03\x04broken", "e.bin": "x", "f.json": "{}", "g.xml": "<a/>", "h.md": "a\x00b", "empty/x.png": "x"})
	out := zipped(t, map[string]string{"../../etc/x.html": "<p>x"})
	if err := os.WriteFile(filepath.Join(dir, "out.zip"), out, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"a.odt": "save it as .docx", "b.pdf": "a PDF", "c.rtf": "save it as .docx", "d.docx": "broken", "e.bin": "octavo reads", "f.json": "Ghost", "g.xml": "WordPress",
		"h.md": "no text", "empty": "holds no text", "missing": "no such file", "out.zip": "leads out of the folder",
	} {
		_, err := Read(t.Context(), []string{filepath.Join(dir, name)}, KeepSections)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// TestTitlesOfParts: headings without text are parts, numbers that count chapters go, and prefaces and appendices have their places.
func TestTitlesOfParts(t *testing.T) {
	chapter := func(title string) string { return "<h1>" + title + "</h1><p>Text of it.</p>" }
	dir := folderOf(t, map[string]string{"book.html": `<html lang="en"><head><title>The Sea</title></head><body><h1>The Sea</h1><p>Ada Quill</p>` + chapter("Preface") + "<h1>Out</h1>" + chapter("1. The Door") + chapter("2 The Stair") +
		"<h1>Home</h1>" + chapter("3: The Lamp") + chapter("1984") + chapter("Appendix A") + chapter("About the Author") + "</body></html>"})
	files := imported(t, KeepSections, filepath.Join(dir, "book.html"))
	holdsAll(t, files, "book.toml", `front = ["01-preface.md"]`, `back = ["06-appendix-a.md", "07-about-the-author.md"]`,
		"[[contents.part]]\ntitle = \"Out\"\nchapters = [\"02-the-door.md\", \"03-the-stair.md\"]\n\n[[contents.part]]\ntitle = \"Home\"\nchapters = [\"04-the-lamp.md\", \"05-1984.md\"]\n")
	holdsAll(t, files, "manuscript/02-the-door.md", "# The Door\n")
	holdsAll(t, files, "IMPORT.md", "1. The Door", "Ada Quill")
}

// epubOf returns an EPUB of documents in reading order, by their names in OEBPS.
func epubOf(t testing.TB, meta, nav string, files map[string]string, spine ...string) string {
	t.Helper()
	all := map[string]string{"mimetype": "application/epub+zip", "META-INF/container.xml": `<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`}
	manifest, refs := `<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`, ""
	for _, name := range sortedKeys(files) {
		all["OEBPS/"+name] = files[name]
		kind := map[string]string{".xhtml": "application/xhtml+xml", ".css": "text/css", ".png": "image/png"}[filepath.Ext(name)]
		properties := ""
		if name == "cover.png" {
			properties = ` properties="cover-image"`
		}
		manifest += `<item id="` + name + `" href="` + name + `" media-type="` + kind + `"` + properties + `/>`
	}
	for _, name := range spine {
		refs += `<itemref idref="` + name + `"/>`
	}
	all["OEBPS/nav.xhtml"] = `<html><body><nav epub:type="toc"><ol>` + nav + `</ol></nav></body></html>`
	all["OEBPS/content.opf"] = `<package xmlns:dc="dc"><metadata>` + meta + `</metadata><manifest>` + manifest + `</manifest><spine>` + refs + `</spine></package>`
	file := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(file, zipped(t, all), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestEPUB(t *testing.T) {
	page := func(body string) string {
		return `<?xml version="1.0"?><html xmlns="x"><head><title>Unknown</title><link href="s.css"/></head><body>` + body + `</body></html>`
	}
	file := epubOf(t, `<dc:title>The Sea</dc:title><dc:creator>Ada Quill</dc:creator><dc:language>en-GB</dc:language><dc:publisher>Wick</dc:publisher><dc:date>2019-05-06T00:00:00Z</dc:date><dc:description>&lt;p&gt;About &lt;b&gt;it&lt;/b&gt;.&lt;/p&gt;</dc:description>`,
		`<li><a href="c1.xhtml">One</a></li><li><a href="p.xhtml">Part Two</a><ol><li><a href="c2.xhtml">The End</a></li></ol></li>`,
		map[string]string{
			"s.css":       ".it { font-style: italic } .sc{font-variant:small-caps;}",
			"cover.xhtml": page(`<img src="cover.png" alt="Cover"/>`),
			"title.xhtml": page(`<section epub:type="titlepage"><h1>The Sea</h1></section>`),
			"c1.xhtml":    page(`<h2>One</h2><p>He <span class="it">saw</span> the <span class="sc">sea</span>.<a epub:type="noteref" href="notes.xhtml#n1">1</a></p><p><img src="a.png" alt="A"/></p>`),
			"c1b.xhtml":   page(`<p>It went on, see <a href="c2.xhtml#x">the end</a>.</p>`),
			"p.xhtml":     page(`<h1>Part Two</h1>`),
			"c2.xhtml":    page(`<p class="title">The End</p><p>All <em>of</em> it.</p><section id="x"><h3>Last</h3><p>Words.</p></section>`),
			"notes.xhtml": page(`<section epub:type="footnotes"><aside epub:type="footnote" id="n1"><p><a href="c1.xhtml#r">1</a> The note.</p></aside></section>`),
			"a.png":       pixel, "cover.png": pixel + "c",
		}, "cover.xhtml", "title.xhtml", "c1.xhtml", "c1b.xhtml", "p.xhtml", "c2.xhtml", "notes.xhtml")
	files := imported(t, KeepSections, file)
	holdsAll(t, files, "book.toml", `title = "The Sea"`, `authors = ["Ada Quill"]`, `language = "en-GB"`, "date = 2019-05-06", `publisher = "Wick"`, `description = "About it."`, `cover = "pictures/cover.png"`,
		`title = "Part Two"`, `chapters = ["02-the-end.md"]`)
	holdsAll(t, files, "manuscript/01-one.md", "# One\n\nHe *saw* the [sea]{.smallcaps}.[^1]\n\n[^1]: The note.\n\n![A](pictures/a.png)\n\nIt went on, see [the end](02-the-end.md#last).\n")
	holdsAll(t, files, "manuscript/02-the-end.md", "# The End\n\nAll *of* it.\n\n## Last\n\nWords.\n")
	if files["manuscript/pictures/cover.png"] != pixel+"c" || files["manuscript/pictures/a.png"] != pixel {
		t.Error("pictures")
	}
	for name := range files {
		if strings.HasPrefix(name, "manuscript/03") {
			t.Errorf("%s: %s", name, files[name])
		}
	}
}

// TestBrokenEPUB: what an EPUB has and cannot be read is told, and the rest is imported.
func TestBrokenEPUB(t *testing.T) {
	var css strings.Builder
	for i := range 20_001 {
		fmt.Fprintf(&css, ".c%d{font-style:italic}", i)
	}
	wide := "<p" + strings.Repeat(" data-a", 70) + ">Words.</p>"
	file := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(file, zipped(t, map[string]string{
		"META-INF/container.xml": `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`,
		"p.opf": `<?xml version="1.0" encoding="ISO-8859-1"?><package xmlns:dc="dc"><metadata><dc:title>Caf` + "\xe9" + `</dc:title><meta name="cover" content="v"/></metadata><manifest>
			<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="v" href="cover.jpg" media-type="image/jpeg"/>
			<item id="s" href="gone.css" media-type="text/css"/><item id="l" href="large.css" media-type="text/css"/>
			<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
		"toc.ncx": "<ncx><navMap><navPoint></navMap>", "large.css": css.String(), "a.xhtml": "<h1>One</h1><p class=c1>Slanted.</p>" + wide,
	}), 0o666); err != nil {
		t.Fatal(err)
	}
	files := imported(t, KeepSections, file)
	holdsAll(t, files, "book.toml", `title = "Café"`)
	holdsAll(t, files, "manuscript/01-one.md", "*Slanted.*", "Words.")
	holdsAll(t, files, "IMPORT.md", "The table of contents cannot be read", "(toc.ncx)", "Style sheets that the EPUB names and does not hold", "(gone.css)",
		"The picture of the cover, which the EPUB names and does not hold", "(cover.jpg)", "more than 20,000 classes", "more than 64 attributes")
}

// TestWordFile: the chapters of a Word file, and the file of a remark in the report.
func TestWordFile(t *testing.T) {
	p := func(style, inside string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + inside + `</w:p>`
	}
	r := func(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
	comments := `<w:comments xmlns:w="w"><w:comment w:id="0" w:author="Ben" w:date="2024-01-02T00:00:00Z"><w:p>` + r("Which bell?") + `</w:p></w:comment></w:comments>`
	body := p("Title", r("The Bells")) + p("Subtitle", r("A Book")) + p("Author", r("by Ada Quill")) + p("Heading1", `<w:bookmarkStart w:name="one"/>`+r("One")) +
		p("", `<w:commentRangeStart w:id="0"/>`+r("The bell")+`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`+r(" rang.")) +
		p("Heading1", r("Two")) + p("", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>`+r("See ")+`<w:hyperlink w:anchor="one">`+r("one")+`</w:hyperlink>`+r("."))
	file := filepath.Join(t.TempDir(), "bells.docx")
	data := zipped(t, map[string]string{"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`, "word/comments.xml": comments,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="c" Type="x/comments" Target="comments.xml"/></Relationships>`})
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	files := imported(t, KeepSections, file)
	holdsAll(t, files, "book.toml", `title = "The Bells"`, `subtitle = "A Book"`, `authors = ["Ada Quill"]`)
	holdsAll(t, files, "manuscript/01-one.md", "# One\n\nThe bell rang.\n")
	holdsAll(t, files, "manuscript/02-two.md", "# Two\n\nSee [one](01-one.md).\n")
	holdsAll(t, files, "IMPORT.md", "`manuscript/02-two.md` (bells.docx, paragraph 7: unseenSee one.) “unseen”", "Ben, 2024-01-02, on “The bell” (bells.docx): Which bell?")
}

// TestLanguageOfSource keeps the language that a source names if octavo has it, and says so if it does not.
func TestLanguageOfSource(t *testing.T) {
	for named, want := range map[string]string{"de-AT": "de-AT", "fr": "fr", "en": "en-US", "ja": "en-US"} {
		file := epubOf(t, `<dc:title>The Sea</dc:title><dc:language>`+named+`</dc:language>`, "", map[string]string{"a.xhtml": "<html><body><p>The sea.</p></body></html>"}, "a.xhtml")
		files := imported(t, KeepSections, file)
		holdsAll(t, files, "book.toml", `language = "`+want+`"`)
		if said := strings.Contains(files["IMPORT.md"], "no words of the language"); said != (named == "ja") {
			t.Errorf("%s: that octavo lacks the language is said: %v", named, said)
		}
	}
}
