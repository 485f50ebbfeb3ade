package manuscript

import "testing"

func TestContainers(t *testing.T) {
	for _, test := range []struct{ name, text, want, diags string }{
		{"pandoc", "::: note\nA *fence*.\n\n- x\n:::\n\nAfter.", "aside 1\n  p A {em fence}.\n  list - tight=true\n   item\n    p x\np After.", ""},
		{"attributes", "::: {.warning #w}\nBeware.\n:::\n\n[](#w)", "aside #w 4\n  p Beware.\np {link #w: }", ""},
		{"quarto", "::: {.callout-tip collapse=\"true\"}\n## A *title*\nBody.\n:::", "aside 2 A {em title}\n  p Body.", ""},
		{"quarto's title", "::: {.callout-note title=\"The title\"}\nBody.\n:::", "aside 1 The title\n  p Body.", ""},
		{"docusaurus", ":::tip A title\n\nBody.\n\n:::\n\n:::note[Of *this*]\nx\n:::", "aside 2 A title\n  p Body.\naside 1 Of {em this}\n  p x", ""},
		{"nested", ":::: warning\nA\n\n::: note\nB\n:::\n\nC\n::::", "aside 4\n  p A\n  aside 1\n    p B\n  p C", ""},
		{"nested with fences alike", "::: aside\n::: tip\nB\n:::\nC\n:::", "aside 0\n  aside 2\n    p B\n  p C", ""},
		{"closing colons", "::: note :::\nB\n::::::", "aside 1\n  p B", ""},
		{"code inside", "::: note\n```\n:::\n```\n:::", "aside 1\n  code  [\":::\"]", ""},
		{"in a list", "- x\n\n  ::: note\n  y\n  :::\n\n  z\n", "list - tight=false\n item\n  p x\n  aside 1\n    p y\n  p z", ""},
		{"in a quotation", "x\n\n> ::: note\n> y\n> :::\n> z", "p x\nquote\n  aside 1\n    p y\n  p z", ""},
		{"unclosed", "::: note\nB\n\nC", "aside 1\n  p B\n  p C", "1:1 div-unclosed"},
		{"stray", "A\n\n:::\n\nB", "p A\np B", "3:1 div-stray"},
		{"unknown", "::: {.wide #x}\nB\n:::\n\n::: column\nC\n:::", "p {#x }B\np C", "1:6 span-attribute (w)\n5:5 span-attribute (w)"},
		{"center", "::: center\nB\n:::\n\n::: {.right}\nC\n:::", "aligned 2\n  p B\naligned 3\n  p C", ""},
		{"verse", "::: verse\nOne \"line\n  and two\"\n\nThree\n-- A. Cook\n:::",
			"quote epigraph by A. Cook\n  verse quoted=true\n    0 One “line\n    100 and two”\n  verse quoted=true\n    0 Three", ""},
		{"verse to which links lead", "::: {.verse #v lang=fr}\nUn\nDeux\n:::\n\n[](#v)",
			"quote epigraph\n  verse quoted=true\n    0 {fr {#v }Un}\n    0 {fr Deux}\np {link #v: }", ""},
		{"titles without a place", "::: center A title\nB\n:::\n\n::: {.verse title=\"C d\"}\nE\n:::", "aligned 2\n  p B\nquote\n  verse quoted=true\n    0 E",
			"1:12 span-attribute (w)\n5:20 span-attribute (w)"},
		{"epigraph", "x\n\n::: epigraph\nBe kind.\n\n-- *Someone*\n:::", "p x\nquote epigraph by {em Someone}\n  p Be kind.", ""},
		{"styles", "::: {.smallcaps lang=fr}\nMots *x*\n:::", "p {fr sc Mots {em x}}", ""},
		{"prose with colons", "A:: b ::\n\n:: c\n\na ::: b", "p A:: b ::\np :: c\np a ::: b", ""},
		{"mkdocs", "!!! note \"A *title*\"\n    Body.\n\n    More.\n\nAfter.\n\n??? tip\n    x\n\n!!! warning \"\"\n    y",
			"aside 1 A {em title}\n  p Body.\n  p More.\np After.\naside 2\n  p x\naside 0\n  p y", ""},
		{"no admonition", "!!! really?\n\nWhat??? no\n\n!!!", "p !!! really?\np What??? no\np !!!", ""},
		{"markua", "A> An *aside*.\nA>\nA> * x\n\nW> Beware\n\nT> ## Title\nT> x\n\nC> middle",
			"aside 0\n  p An {em aside}.\n  list - tight=true\n   item\n    p x\naside 4\n  p Beware\naside 2 Title\n  p x\naligned 2\n  p middle", ""},
		{"no markua", "A>B and A > b\n\nAn A> b", "p A>B and A > b\np An A> b", ""},
		{"blurbs", "{blurb, class: warning}\nB\n\nC\n{/blurb}\n\n{aside}\nD\n{/aside}", "aside 4\n  p B\n  p C\naside 0\n  p D", ""},
		{"unclosed blurb", "{aside}\nD", "aside 0\n  p D", "1:1 div-unclosed"},
		{"callouts", "x\n\n> [!NOTE]\n> A *callout*.\n>\n> - y\n\n> [!tip]+ A *title*\n> b\n\n> [!warning]", "p x\naside 1\n  p A {em callout}.\n  list - tight=true\n   item\n    p y\naside 2 A {em title}\n  p b\naside 4", ""},
		{"callouts of one's own", "x\n\n> [!recipe]\n> Stir.\n\n> [!QUOTE] A. Cook\n> Stir.\n\n> [!a] and [b]\n> c",
			"p x\naside 0 Recipe\n  p Stir.\nquote by A. Cook\n  p Stir.\naside 0 and [b]\n  p c", ""},
		{"no callout", "x\n\n> [NOTE] a\n\n> a [!NOTE]", "p x\nquote\n  p [NOTE] a\nquote\n  p a [!NOTE]", ""},
		{"page breaks", "a\n\n\\newpage\n\nb\n\n<!-- pagebreak -->\n\n{pagebreak}\n\n{{< pagebreak >}}\n\n<div style=\"page-break-after: always\"></div>\n\n\\pagebreak{}\n\nc \\newpage",
			"p a\npage break\np b\npage break\npage break\npage break\npage break\npage break\np c \\newpage", "17:3 markup-foreign"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, diags := ParseChapter("c.md", []byte(test.text))
			compare(t, "blocks", dump(c.Blocks), test.want)
			compare(t, "diagnostics", summary(diags), test.diags)
		})
	}
}

func TestLineBlocks(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"verse", "x\n\n| The \"kettle *sang*\n|   of steam\",\n| and\n  nobody[^1] heard.\n|\n| Second.\n| -- A. Cook\n\n[^1]: Nobody.",
			"p x\nquote by A. Cook\n  verse quoted=true\n    0 The “kettle {em sang}\n    100 of steam”,\n    0 and nobody{note 1 first} heard.\n" +
				"  verse quoted=true\n    0 Second."},
		{"a single line", "| alone", "quote epigraph\n  verse quoted=true\n    0 alone"},
		{"in a list", "- a\n\n  | b\n  | c\n\n  d", "list - tight=false\n item\n  p a\n  quote\n    verse quoted=true\n      0 b\n      0 c\n  p d"},
		{"tables stay tables", "| a | b |\n|---|---|\n| c | d |\n\n| a | b\n|---|---\n| c | d", "table [0 0]\n | a | b\n | c | d\ntable [0 0]\n | a | b\n | c | d"},
		{"bars in prose", "a | b\n\n|a|\n\n||", "p a | b\np |a|\np ||"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, diags := ParseChapter("c.md", []byte(test.text))
			compare(t, "blocks", dump(c.Blocks), test.want)
			compare(t, "diagnostics", summary(diags), "")
		})
	}
}
