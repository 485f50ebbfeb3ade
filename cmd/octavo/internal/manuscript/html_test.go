package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/timing"

	"octavo/cmd/octavo/internal/book"
)

func TestInlineHTML(t *testing.T) {
	for _, test := range []struct{ text, want, diags string }{
		{"a <!-- hidden --> comment", "a comment", ""},
		{"<em>a</em> <i>b</i> <strong>c</strong> <b>d *e*</b>", "{em a} {em b} {strong c} {strong d {em e}}", ""},
		{"<cite>a</cite> <dfn>b</dfn> <var>c</var>", "{em a} {em b} {em c}", ""},
		{"<s>a</s> <del>b</del> <strike>c</strike> <u>d</u> <ins>e</ins>", "{strike a} {strike b} {strike c} {ul d} {ul e}", ""},
		{"mc<sup>2</sup> H<sub>2</sub>O <kbd>Ctrl</kbd>+<kbd>Q</kbd> <mark>m</mark> <small>s</small>",
			"mc{sup 2} H{sub 2}O {kbd Ctrl}+{kbd Q} {mark m} {small s}", ""},
		{"line<br>break<br/>two", "line{br}break{br}two", ""},
		{"<q>a <q>b</q> c</q>, \"d\"", "“a ‘b’ c”, “d”", ""},
		{"<code>a*b* &lt;c&gt;</code> <tt>d--e</tt> <samp>f</samp>", "{code ab <c>} {code d--e} {code f}", ""},
		{"<code>https://a.example</code> <code><https://b.example></code> <code>[[c|d]]</code> <code>@fig-e</code>",
			"{code https://a.example} {code https://b.example} {code d} {code @fig-e}", ""},
		{"a <span style=\"display: none\">b</span><i hidden>c</i>", "a", "1:5 html-raw\n1:41 html-raw"},
		{"<abbr title=\"Hyper Text\">HTML</abbr> <abbr>x</abbr>", "{abbr HTML} x", ""},
		{"<span lang=\"fr\">mot</span> <span class=\"sc\">caps</span> <span style=\"font-variant: small-caps; color: red\">x</span> <span>y</span>",
			"{fr mot} {sc caps} {sc x} y", ""},
		{"<span class=\"blue\">a</span> <span class=\"blue\">b</span>", "a b", "1:3 span-attribute (w)"},
		{"<a name=\"x\"></a>anchor <a id=\"y\">place</a> <a href=\"https://a.b\">link</a> <a href=\"#x\" id=\"z\">l</a>",
			"{#x }anchor {#y place} {link https://a.b: link} {#z {link #x: l}}", ""},
		{"<a name=\"x\">old", "{#x }old", ""},
		{"<img src=\"a.png\" alt=\"A  door\" width=\"96\"> in text", "{image a.png: A door} in text", ""},
		{"<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)", ""},
		{"<font color=\"red\">a</font> <big>b</big> <time datetime=\"x\">c</time> <wbr>d", "a b c \u200Bd", ""},
		{"*a <b>b</b>* [<i>c</i>](https://a.b)", "{em a {strong b}} {link https://a.b: {em c}}", ""},
		{"<b>x^2^ H~2~O ==y== `z`</b>", "{strong x{sup 2} H{sub 2}O {mark y} {code z}}", ""},
		{"<B>a</B>", "{strong a}", ""},
		// said
		{"a <b>b <i>c</b> d</i>", "a {strong b c} d", "1:10 html-unclosed\n1:20 html-unclosed"},
		{"<video src=\"x\">a</video> <video>b</video>", "{raw <video src=\"x\">}a{raw </video>} {raw <video>}b{raw </video>}", "1:3 html-raw"},
		{"Angle <brackets> and List<String> and <brackets>", "Angle {raw <brackets>} and List{raw <String>} and {raw <brackets>}", "1:9 html-raw\n1:28 html-raw"},
		{"a <3, x<y, 1 < 2 > 1, \\<b>", "a <3, x<y, 1 < 2 > 1, <b>", ""},
		{"a <!-- b", "a <!– b", "1:5 comment-unclosed"},
		{"*a <b>b* c</b>", "{em a b} c", "1:6 html-unclosed\n1:13 html-unclosed"},
		{"<script>alert(1)</script>", "{raw <script>}alert(1){raw </script>}", "1:3 html-raw"},
	} {
		c, diags := ParseChapter("c.md", []byte("X "+test.text+"\n"))
		if got := strings.TrimSuffix(strings.TrimPrefix(dump(c.Blocks), "p X "), "\n"); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.text, got, test.want)
		}
		if got := summary(diags); got != test.diags {
			t.Errorf("%q:\ngot  %q\nwant %q", test.text, got, test.diags)
		}
	}
}

func TestBlockHTML(t *testing.T) {
	for _, test := range []struct{ name, text, want, diags string }{
		{"comments", "a\n\n<!-- x\n\ny -->\n\nb\n\n- c\n\n  <!-- z -->\n\n  d\n\n<!-- e --> f",
			"p a\np b\nlist - tight=false\n item\n  p c\n  p d\np f", ""},
		{"hidden", "<div style=\"display:none\">\n\na\n\n</div>\n\nb", "p b", "1:1 html-raw"},
		{"an unclosed comment", "a\n\n<!-- x\n\ny", "p a", "3:1 comment-unclosed"},
		{"details", "<details>\n<summary>The *title* <b>b</b></summary>\n\nSome **text**.\n\n- x\n\n</details>\n\nAfter.",
			"aside 0 The {em title} {strong b}\n  p Some {strong text}.\n  list - tight=true\n   item\n    p x\np After.", ""},
		{"details in one", "<details><summary>T</summary>Words.</details>", "aside 0 T\n  p Words.", ""},
		{"nested details", "<details>\n<summary>A</summary>\n\nx\n\n<details>\n<summary>B</summary>\n\ny\n\n</details>\n\nz\n\n</details>",
			"aside 0 A\n  p x\n  aside 0 B\n    p y\n  p z", ""},
		{"centred", "<center>* * *</center>\n\n<div align=\"center\">\n\n*a*\n\n</div>\n\n<p align=\"right\">b</p>\n\n<div>\nc\n</div>\n\n<div style=\"text-align: center\">d</div>",
			"aligned 2\n  break\naligned 2\n  p {em a}\naligned 3\n  p b\np c\naligned 2\n  p d", ""},
		{"a figure", "<figure>\n\n![A door](d.png)\n\n<figcaption>The <i>door</i> \"open\"</figcaption>\n</figure>\n\n<figure><img src=\"e.png\" alt=\"E\" width=\"50%\"><figcaption>Cap.</figcaption></figure>",
			"figure {image d.png: A door} caption The {em door} “open”\nfigure 50% {image e.png: E} caption Cap.", ""},
		{"headings, rules, lists", "<h2 id=\"hh\">Head</h2>\n\n<hr>\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\n<blockquote>\nc\n</blockquote>\n\n<pre>\nd\n  e\n</pre>\n\n<dl><dt>f</dt><dd>g</dd></dl>",
			"h2 #hh Head\nbreak\nlist - tight=true\n item\n  p a\n item\n  p b\nquote\n  p c\ncode  [\"d\" \"  e\"]\nterm f\n :\n  p g", ""},
		{"a table", "<table>\n<tr><th>a</th><th>b</th></tr>\n\n<tr><td>c</td><td>\"d\" <b>e</b></td></tr>\n</table>",
			"table [0 0]\n | a | b\n | c | “d” {strong e}", ""},
		{"a quotation around Markdown", "<blockquote>\n\n*a*\n\n</blockquote>", "quote epigraph\n  p {em a}", ""},
		{"the chapter in a div", "# T\n\n<div align=\"center\">\n\n## Head\n\n</div>\n\nx", "h2 #head Head\np x", ""},
		{"places", "<a id=\"here\"></a>\n\nWords [there](#here).\n\n<div id=\"d\">\n\nx\n\n</div>", "p {#here }Words {link #here: there}.\np {#d }x", ""},
		{"pictures alone", "<img src=\"a.png\" alt=\"A\">\n\n<p align=\"center\">\n  <img src=\"b.png\" alt=\"B\" width=\"300\">\n</p>",
			"figure {image a.png: A} caption \naligned 2\n  figure 225pt {image b.png: B} caption ", ""},
		{"tags in cells", "| a |\n|---|\n| one<br>two |\n| x<sup>2</sup> |", "table [0]\n | a\n | one{br}two\n | x{sup 2}", ""},
		{"scripts", "<script>\nalert(1)\n</script>\n\n<style>\np {}\n</style>\n\n<iframe src=\"x\"></iframe>\n\n<script>b</script>",
			"", "1:1 html-raw\n5:1 html-raw\n9:1 html-raw"},
		{"unclosed", "<div>\n\na\n\n</section>", "p a", "5:1 html-unclosed\n1:1 html-unclosed"},
		{"Markdown in HTML", "<div>**bold**</div>\n\n<p>a * b * c, snake_case_name, [x]</p>\n\n<p>a *b* c</p>\n\n<pre>**c**</pre>",
			"p **bold**\np a * b * c, snake_case_name, [x]\np a *b* c\ncode  [\"**c**\"]", "1:6 html-markdown\n5:6 html-markdown"},
		{"unfinished", "<div id=\"a\nb", "", "1:1 html-unclosed"},
		{"Markdown in a table of HTML", "<table><tr><td>\n\n*a*\n\n</td></tr></table>", "p {em a}", "1:12 html-raw\n1:8 html-raw\n1:1 html-raw"},
		{"in a quotation", "x\n\n> <details>\n> <summary>T</summary>\n>\n> y\n>\n> </details>", "p x\nquote\n  aside 0 T\n    p y", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, diags := ParseChapter("c.md", []byte(test.text))
			compare(t, "blocks", dump(c.Blocks), test.want)
			compare(t, "diagnostics", summary(diags), test.diags)
		})
	}
}

// TestTitleInHTML takes a heading of HTML for the title of a file that has no other.
func TestTitleInHTML(t *testing.T) {
	for text, want := range map[string]string{
		"<h1 align=\"center\">The <em>Teapot</em></h1>\n\nTea.\n":                  "the-teapot The Teapot",
		"<div align=\"center\">\n<h1 id=\"pot\">Teapot</h1>\n<p>So.</p>\n</div>\n": "pot Teapot",
		"<h2>Milk</h2>\n\nTea.\n":    "read-me Read me",
		"# Tea\n\n<h1>Teapot</h1>\n": "tea Tea",
	} {
		ch, diags := ParseChapter("read-me.md", []byte(text))
		if got := ch.ID + " " + book.PlainText(ch.Title); got != want || diags.HasErrors() {
			t.Errorf("%q: %s, want %s; %v", text, got, want, diags)
		}
	}
}

// TestHTMLIsLinear reads many tags in time that grows with their number alone, and without overflowing the stack.
func TestHTMLIsLinear(t *testing.T) {
	for _, piece := range [][2]string{{"<section>\n\nx\n\n", "</section>\n\n"}, {"<table>\n\nx\n\n", "</table>\n\n"}, {"<div>\n\n## H\n\n", "</div>\n\n"},
		{"<b>x\n\n", "</b>\n\n"}, {"</i>\n\n", "<div>\n\n"}, {"::: note\n", "\n:::\n"}, {"| a\n|\n", "| b\n\n"}, {"<!-- a -->\n\n", "<p>\n\n"},
		{"> [!NOTE]\n> x\n\n", "A> x\nB> y\n"}} {
		t.Run(piece[0], func(t *testing.T) {
			timing.Linear(t, 3000, func(n int) {
				ParseChapter("c.md", []byte("# T\n\n"+strings.Repeat(piece[0], n)+strings.Repeat(piece[1], n)))
			})
		})
	}
}
