package dialect

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// plain returns a text of which everything is words, but what stands between backticks, and backslashes before signs.
func plain(source string) Text {
	words := []byte(source)
	code := false
	for i := 0; i < len(words); i++ {
		switch {
		case words[i] == '`':
			code, words[i] = !code, 0
		case code && words[i] != '\n':
			words[i] = 0
		case words[i] == '\\' && i+1 < len(words) && strings.IndexByte("$#%{}|<>*~!:+^'=_", words[i+1]) >= 0:
			words[i], words[i+1] = 0, 0
			i++
		}
	}
	return Text{[]byte(source), words}
}

// TestFind lists what is found: the text between « and », of a kind whose name has the words before the bar.
func TestFind(t *testing.T) {
	for _, c := range []string{
		"comment between %%|Tea «%%ask Ann%%» at five.",
		"comment between %%|«%%\na note\n\nto myself\n%%»\n\nTea.",
		"line of comment|«%% ask Ann about the date»\nTea.",
		"in brackets|«[caption id=\"x\"]»Tea«[/caption]» «[gallery ids=1]»", "page break|«[pagebreak]»",
		"MyST|«(my-label)=»\n", "include a file|«!include part.md»", "Quarto|«[@fig:door]» and «@eq:one»", "text reference|«(\\#tab:x)»", "mathematics|«$5x + 3$»",
		"comment between ++|Tea «++too weak?++» at five.",
		"deleted in Ulysses|Tea «||with milk||» at five.",
		"CriticMarkup|Tea «{++at last++}» at five.", "CriticMarkup|Tea «{--at last--}» at five.", "CriticMarkup|Tea «{~~now~>then~~}».",
		"CriticMarkup|«{==Tea==}»«{>>when?<<}»",
		"metadata|«Title: Tea\nAuthor: Ada Quill\nDate: 1 May»\n\nTea.", "metadata|«% Tea\n% Ada Quill»\n\nTea.",
		"Templater|Made on «<% tp.date.now() %>».", "Scrivener|Page «<$p>» of «<$pagecount>»",
		"double braces|Dear «{{name}}», «{{#if x}}»", "include a file|«{{#include code.rs:2:10}}»", "Liquid|«{% raw %}» and «{%- if x -%}»",
		"Hugo|«{{< figure src=\"x.png\" >}}»", "Hugo|«{{% notice %}}»Tea«{{% /notice %}}»", "include a file|«--8<-- \"part.md\"»",
		"table of contents|«[TOC]»", "table of contents|«[[_TOC_]]»", "table of contents|«{:toc}»", "table of contents|* «{:toc max=2}»",
		"mathematics|The area is «$a^2$» and «$x$», of «$n-1$» sides, «$f(x)$».", "mathematics|«$$\n\\int_0^1 x\\,dx\n$$»", "mathematics|So «$$a = b$$» holds.",
		"mathematics|So «\\(a^2\\)» and «\\[ x = y \\]», «\\(n\\)»", "mathematics|«$E=mc^2$», he said, «$2\\pi r$», «$\\alpha$»",
		"command of LaTeX|Some «\\emph{real}» tea", "index entry|Bells«\\index{bells!of churches}» ring.", "citation of LaTeX|So it is «\\cite[12]{smith2004}».",
		"command of LaTeX|«\\newpage»", "command of LaTeX|«\\vspace{1cm}»\nTea.", "environment|«\\begin{quote}\nTea.\n\n\\end{quote}»\n",
		"citation of Pandoc|As is known «[@smith2004, p. 12]» and «[see @doe; -@roe]».", "may be a citation|So «@smith2004» says.",
		"may be a citation|«[@doe]» and «@jones» say so.", "Quarto|See «@fig-door» and «@tbl-one».", "Bookdown|See «\\@ref(fig:door)».",
		"text reference|«(ref:door)» Words.", "numbered example|«(@good)» An example.\n\nAs «(@good)» shows.", "numbered example|«(@)» An example.",
		"abbreviation|«*[HTML]: Hyper Text»", "directive|«.. note:: Tea»", "directive|«.. _tea:»", "role|See «:ref:`tea`» and «{ref}`tea`», «{doc}`../tea`».",
		"field of a document|«:author: Ada Quill»\n", "emoji|Tea «:smile:» and «:+1:», «:tea:»«:cake:»",
		"Markua|«{sample: true}»\n\nTea.", "Markua|«{mainmatter}»", "Markua|Cold tea. «{i: \"tea!cold\"}»", "Markua|«{class: tip, icon: car}»", "MkDocs|«!!! note \"Tea\"»\n    At five.",
		"AsciiDoc|«image::tea.png[Tea]»", "AsciiDoc|«[NOTE]»\nTea.", "AsciiDoc|«[source,ruby]»", "Org|«#+TITLE: Tea»", "Org|Tea«[fn:1]» at five.",
		"equals signs|«== Tea ==»", "equals signs|«=== Tea»\n\nAt five.", "equals signs|«=head1 Tea»", "Textile|«h2.» Tea", "Textile|«bq.» Tea",
		"BBCode|«[b]»tea«[/b]»", "BBCode|«[url=https://a.example]»tea«[/url]»", "apostrophes|The «'''strong'''» tea and «''weak''» tea.",
		"address with blanks|See !«[tea](My Tea.xcf)» and «[x](https://a.example/a b)».", "list with letters|«a.» tea\nb. cake\n\n«(1)» tea\n(2) cake\n\n«i)» tea\nii) cake\n\n«#.» tea\n#. cake", "label that no line|See «[the tea][tea]» and «[the cake][]».", "kramdown|Tea.\n«{: class}»", "name of a block|Tea at five. «^tea-five»",
		"name of a block|Tea at five. «^a1b2c3»\n\nMore.", "Dataview|«status:: draft»", "tag|Tea «#todo» and «#tea/green», («#x»)", "lost when|Tea«(fn)» at five.",
		"mathematics|«{$$}x{/$$}»", "include a file|«<<[code](code.rb)»",
		"MDX|«import Tabs from '@theme/Tabs';»\n\nTea.", "MDX|«export const x = {»", "drawn with dashes|«+---+---+\n| a | b |\n+---+---+»\n\nTea.",
	} {
		want, marked, _ := strings.Cut(c, "|")
		source := strings.NewReplacer("«", "", "»", "").Replace(marked)
		found := Find(plain(source))
		var b strings.Builder
		at := 0
		for _, f := range found {
			b.WriteString(source[at:f.Start] + "«" + source[f.Start:f.End] + "»")
			at = f.End
			if !strings.Contains(f.Name, want) && f.Kind != citation {
				t.Errorf("%q is %q, want %q", source[f.Start:f.End], f.Name, want)
			}
		}
		b.WriteString(source[at:])
		if b.String() != marked {
			t.Errorf("got  %q\nwant %q", b.String(), marked)
		}
	}
}

// TestFindNothing holds what only looks like markup.
func TestFindNothing(t *testing.T) {
	for _, s := range []string{
		"From $5 to $10, $5-$10 or $20, US$ 5, A$10 and 5$ or 10$ each.", "It was $20,000,000 (AU$) or $3M–$5M.", "$HOME and $PATH are set; $100/$200.",
		"He paid $5k/$6k, $7 and $8, then $9.", "$$ and then $$$.", "A price of 5$, 6$ and 7$.", "Between $1.50 and 2$.", "Ke$ha, A$AP Rocky and A$AP Ferg.",
		"They cost $5, and those cost $6 (or $7$ in error).", "50%% more and 20% less, 5 %% of it.", "C++ and C++, a+++b, ++, Google++ is no more.", "a || b, true||false",
		"a@b.org and @jane, @joe_99 and (@janedoe) on Twitter.", "jane@smith2004.example", "#1, #42, No. #7, C# and F#, page#top, #ff0000 and #0af.", "x ^ y, 2^10, ^, ^^.",
		"12:30:45 and 7:30: a time. std::vector and Foo::Bar, a :: b, ::", "The {curly} ones, {a, b}, {1, 2, 3} and {}.", "As he [sic] said, [it] is.",
		`\o/ and C:\new\table\index, C:\Users\{name}, \\server\share, D:\today`, "'tis, ''tis", "Rock 'n' roll, '' and '''.",
		"[x] done, [1], [a] b, array[i][j], f(x)[0][1]", "a = b, == and ===, x == y, != and <=>", "- a\n- b\n* c", "(c) (tm) (1) (a) (fn1) (@)",
		"He said: do it :) or :-) or :D; a:b:c, http://a.example:80:x", "1. one\n2. two", "... and .. or . . .", "A note: this. Title: A Life.\n", "Note:: no, Note::no",
		"Author: one line is a sentence.\n\nMore.", "The ratio 1:2:3, Gen 1:1-2:4.", "snake_case, __init__, *args", "<3 and <- and -> and <=", "100% sure. % of it\nand % of that",
		"I think that h2. is no heading, and bq. neither.", "At 5 p.m. it rained. I. went.", "!important, !!! and ???", "!!! What a day", "?? and !?", "(ref) (fig. 1)",
		"Dear {name},", "{ not this }", "\"{\" and \"}\"", "`$x$`, `%%a%%` and `[@b]`", `\$x\$ and \#tag and \%\%a\%\%`, "equals = sign", "--8", "a.b.c", "a. one\nand b. two", "(1) one and\n(3) three", "I. went\nthere", "S/N: AB-12", "The {{ }} and {{}}, {%, %}.", "$5 = 5 and $6 = six, $100 * 3 = $300; $50_000 in all", "(~$30) and $9.99/$19.99, R$ 10, $-5, -$5, $.50",
		"if (a || b) && !c {x++; y--;} and ++i, i++", "7:https://a.example", "#include and #endif", "by @anna1130",
		"Q: what?\nA: that.", "[see p. 3] and [a, b]", "[sic](my own note), [sic](e.g. this one), [1](a b.)", "[a][^1] and [b] [c]", "@ 5 o'clock", "at @home", "e.g., i.e.: so", "&c. & so on", "A|B|C", "1 + 1 ++ 2", "tab\there",
		"She shouted: \\(no\\) and \\[sic\\] and \\[1\\].", "100 °C, 5′ 6″, § 12 ¶ 3", "Email: a@b.example", "{\n}", "x^2", "CO~2~", "line\\\nbreak", "Mr. O''Neil", "import duties from China rose", "export of tea (in tons", "+ one\n+ two", "+---", "+---+ is no table",
	} {
		if found := Find(plain(s)); len(found) > 0 {
			t.Errorf("%q: found %q, %s", s, s[found[0].Start:found[0].End], found[0].Name)
		}
	}
}

// TestFences says which code blocks are not code.
func TestFences(t *testing.T) {
	for info, want := range map[string]*Kind{"": nil, "go": nil, "{.python .numberLines}": nil, "{#id .go}": nil, "toml": nil, "text": nil,
		"{r}": chunk, "{r, echo=FALSE}": chunk, "{python} x": chunk, "{code-cell} ipython3": chunk, "{note}": directive, "{figure} x.png": directive,
		"{=latex}": rawBlock, "dataview": query, "mermaid": diagram, "{mermaid}": diagram, "ad-note": noteBlock, "math": diagram} {
		if got := Fence(info); got != want {
			t.Errorf("```%s is %v, want %v", info, got, want)
		}
	}
}

// TestCode says which code in running text is run.
func TestCode(t *testing.T) {
	for code, want := range map[string]*Kind{"r nrow(x)": chunk, "{python} x": chunk, "= this.file.name": query, "r": nil, "r x": nil, "x = this.y": nil, "{x}": nil} {
		if got := Code(code); got != want {
			t.Errorf("`%s` is %v, want %v", code, got, want)
		}
	}
}

// TestTangled holds that the time is linear, whatever is not closed.
func TestTangled(t *testing.T) {
	for _, s := range []string{"{{", "{% ", "++a ", "$a\n", "$a ", "$$\n", "\\begin{a}", "%%", "%% a\n", "[a\n", "[[", "<% ", "<$a", "''a ", "||a ", "\\(x ", "^ab ", "{++ ", "==",
		"\n== a", ":a", "@a", "(@", "\\a{", "#a", "a:: b\n", "\n\n", " ", "``a ", "[a b=", "[/", "\\[ ", "{:"} {
		source := strings.Repeat(s, (1<<20)/len(s))
		start := time.Now()
		Find(plain(source))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q: a megabyte takes %v", s, d)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Tea $x$ %%a%% [@b] {{c}} \\d{e} :f: #g ^h", "% a\n% b", "{r}`x`", "```{r}\n"} {
		f.Add(s, uint64(5))
	}
	f.Fuzz(func(t *testing.T, s string, mask uint64) {
		text := plain(s)
		for i := range text.Words {
			if mask>>(i%64)&1 == 1 && text.Words[i] != '\n' && i%3 == 0 {
				text.Words[i] = 0
			}
		}
		at := 0
		for _, f := range Find(text) {
			if f.Start < at || f.End <= f.Start || f.End > len(s) {
				t.Fatalf("%q: a finding at %d to %d, after %d", s, f.Start, f.End, at)
			}
			at = f.End
		}
		Fence(s)
		_ = fmt.Sprint(GitHub(s), MdBook(s), Pandoc(s), Kramdown(s))
	})
}
