package manuscript

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestAttributesOfBlocks(t *testing.T) {
	for _, test := range []struct{ text, want, diags string }{
		{"# T\n\n## The door {#door}\n\n### A *latch*{lang=fr} {#latch_2.b .unnumbered}\n\n## Plain {-}\n",
			"h2 #door The door\nh3 #latch_2.b A {fr {em latch}}\nh2 #plain Plain", ""},
		{"# T\n\n## A\n\n## B {#a}\n\n## C {#über:1} ##\n\nD {#d}\n---\n",
			"h2 #a-2 A\nh2 #a B\nh2 #über:1 C\nh2 #d D", ""},
		{"# T\n\n## One {#a}\n\n## Two {#a}\n", "h2 #a One\nh2 #two Two", "5:9 id-twice"},
		{"# T\n\n## Sets like {a} and {b c}\n\n## Of \\{#x}\n\n## [a]{lang=fr}\n",
			"h2 #sets-like-a-and-b-c Sets like {a} and {b c}\nh2 #of-x Of {#x}\nh2 #a {fr a}", ""},
		{"# T\n\n![A door](d.png \"Open.\"){#fig-door width=50%}\n", "figure #fig-door 50% {image d.png: A door} caption Open.", ""},
		{"# T\n\n![](d.png){width=25.4mm fig-alt=\"A door\" height=3cm}\n", "figure 72pt 85.04pt high {image d.png: A door} caption ", ""},
		{"# T\n\n![A door](d.png =96x)\n\n![A door](d.png \"Open.\" =50%x30%)\n\na ![b](<c d.png> =10) ![e](f.png=3x)\n",
			"figure 72pt {image d.png: A door} caption \nfigure 50% 30% high {image d.png: A door} caption Open.\n" +
				"p a {image c d.png: b} {image f.png=3x: e}", ""},
		{"# T\n\n![A door](d.png =x200)\n", "figure 150pt high {image d.png: A door} caption ", ""},
		{"# T\n\nTable: The ferries {#tbl-f}\n\n| a |\n|---|\n", "table #tbl-f [0] The ferries\n | a", ""},
		{"# T\n\n| a |\n|---|\n| b |\n: Under it {#tbl-u}\n", "table #tbl-u [0] Under it\n | a\n | b", ""},
		{"# T\n\n| a |\n|---|\n\n: After {#tbl-x tbl-colwidths=\"[7,2]\"}\n", "table #tbl-x [0] After\n | a", "6:17 span-attribute (w)"},
	} {
		c, diags := ParseChapter("c.md", []byte(test.text))
		compare(t, test.text, dump(c.Blocks), test.want)
		compare(t, test.text, summary(diags), test.diags)
	}
}

func TestAttributesOfTitles(t *testing.T) {
	for text, want := range map[string]book.Chapter{
		"# The door {#door}":               {ID: "door"},
		"# The door {-}":                   {ID: "the-door", Counted: book.No},
		"# The door {.unnumbered #d}":      {ID: "d", Counted: book.No},
		"# The door {.unlisted}":           {ID: "the-door", Unlisted: true},
		"+++\nnumber = true\n+++\n# T {-}": {ID: "t", Counted: book.Yes},
	} {
		c, diags := ParseChapter("c.md", []byte(text))
		if c.ID != want.ID || c.Counted != want.Counted || c.Unlisted != want.Unlisted || len(diags) > 0 {
			t.Errorf("%q: %q %d %t %v", text, c.ID, c.Counted, c.Unlisted, diags)
		}
	}
}

func TestAttributesOfAnEntry(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte("# T\n\n## Say less. {#less}\n+++\nkind = \"meme\"\n+++\n\nGloss, see [](#less).\n"))
	if e := c.Entries(); len(e) != 1 || e[0].ID != "less" || book.PlainText(e[0].Maxim) != "Say less." || len(diags) > 0 {
		t.Errorf("%v %v", e, diags)
	}
}
