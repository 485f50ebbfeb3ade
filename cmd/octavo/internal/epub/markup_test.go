package epub

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestMarkup looks at the form that constructs take on their pages.
func TestMarkup(t *testing.T) {
	o := open(t, books(t)[0].data)
	for page, wants := range map[string][]string{
		"chapter-01": {
			`<blockquote class="epigraph" epub:type="epigraph" role="doc-epigraph">`, `<p class="attribution">— Somebody</p>`,
			`<s>mistakes</s>`, `<code>a &lt; b &amp;&amp; c</code>`, "<br/>", "&lt;b&gt;raw&lt;/b&gt;",
			`<section class="entry metaphor" id="patient-service">` + "\n" +
				`<h2 class="maxim">Management is a <em>patient</em> form of service.</h2>` + "\n" +
				`<p class="kind">Metaphor · <span class="figure-of">management as service</span></p>`,
			`<h3 class="maxim">A manager reminds people who they are.</h3>` + "\n" + `<p class="kind">Meme</p>`,
			"<p>See</p>\n<ul>\n<li><a href=\"#remind\">A manager reminds people who they are.</a></li>\n</ul>",
			`Links: to a draft, HIDDEN by nobody but its state., to nothing, to a file, to a script, <a href="https://example.com/"`,
			`<a href="mailto:a@example.com">a@example.com</a>`, `<a href="chapter-02.xhtml">Respect, <em>first</em></a>`,
			`a note<sup class="mark" id="mark.1"><a epub:type="noteref" role="doc-noteref" href="#note.1">1</a></sup>`,
			`<aside class="note" epub:type="footnote" role="doc-footnote" id="note.1">` + "\n<p>" +
				`<a class="back" role="doc-backlink" title="Back to the text" href="#mark.1">1.</a> The first note`,
		},
		"chapter-02": {
			"<ul class=\"tight\">\n<li>One</li>\n<li>Two <em>too</em></li>\n</ul>", `<ol start="3">`, "<li>\n<p>Three, loose</p>\n</li>",
			`<li class="task">☐ To do</li>`, `<li class="task">☑ Done</li>`,
			"<pre><code class=\"language-go\"><span class=\"line\">func main() {\n</span><span class=\"line in4\">\tfmt", `<th scope="col">Step</th><td class="center"></td><th scope="col" class="right">Days</th>`,
			"<dt>Meme</dt>\n<dt>Idea</dt>\n<dd>What is copied.</dd>", `alt="A gradient from blue to &quot;yellow&quot;"/>`,
			"<figcaption>A large picture</figcaption>", "<caption>What to do</caption>", `<img class="inline" src="../images/image-2.jpg" alt="small"/>`,
			`<hr class="break"/>`, "<pre class=\"raw\"><code><span class=\"line\">&lt;div&gt;\n</span><span class=\"line\">raw &amp; ",
		},
		"front-01": {`<section class="chapter" epub:type="preface" role="doc-preface">`},
	} {
		data := string(o.files["EPUB/xhtml/"+page+".xhtml"])
		for _, want := range wants {
			if !strings.Contains(data, want) {
				t.Errorf("%s has no %s", page, want)
			}
		}
	}
}

// TestIndex looks at the maxims under their themes: themes as declared, maxims in reading order, each once, no draft.
func TestIndex(t *testing.T) {
	o := open(t, books(t)[0].data)
	var got []string
	for _, e := range elements(t, "index", o.files["EPUB/xhtml/index.xhtml"]) {
		switch e.name {
		case "h2":
			got = append(got, e.text+":")
		case "a":
			got = append(got, e.attrs["href"])
		}
	}
	const want = "Service: chapter-01.xhtml#remind chapter-01.xhtml#patient-service Respect: chapter-01.xhtml#patient-service " +
		"Other: chapter-01.xhtml#linked"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("index: %s\nwant   %s", s, want)
	}
}

// TestEndlessReference has two maxims print each other, in their text and in the contents.
func TestEndlessReference(t *testing.T) {
	c, b := minimal()
	b.Parts[0].Chapters[0].Blocks = []book.Block{
		&book.Entry{Level: 2, ID: "x", Kind: "meme", Maxim: []book.Inline{str("A "), ref("b"), ref("b")}},
		&book.Entry{Level: 2, ID: "b", Kind: "meme", Maxim: []book.Inline{str("B "), ref("x"), ref("x")}},
	}
	if nav := string(open(t, write(t, c, b, Assets{})).files["EPUB/nav.xhtml"]); !strings.Contains(nav, ">A B A B") {
		t.Errorf("contents: %s", nav)
	}
}
