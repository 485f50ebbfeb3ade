package manuscript

import "testing"

// TestVerse holds what is verse: paragraphs whose lines all end with hard breaks.
func TestVerse(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"poem with a last line in italics, its attribution behind it", `
> The kettle sang of *steam\
> and sea*,\
>   and nobody was there to hear.
>
> The second verse is here,\
> &emsp;&emsp;"and *indented*."
>
> An envoi.
> -- A. Cook
`, `
quote epigraph by A. Cook
  verse quoted=true
    0 The kettle sang of {em steam}
    0 {em and sea},
    100 and nobody was there to hear.
  verse quoted=true
    0 The second verse is here,
    200 “and {em indented}.”
  verse quoted=true
    0 An envoi.
`},
		{"attribution in the stanza's paragraph, lines broken by spaces", "> One here,  \n> two there.  \n> --- Somebody\n", `
quote epigraph by Somebody
  verse quoted=true
    0 One here,
    0 two there.
`},
		{"indent inside emphasis; a poem indented as a whole", "> &nbsp;&nbsp;One,\\\n> *&nbsp;&nbsp;&nbsp;&nbsp;two.*\n", `
quote epigraph
  verse quoted=true
    0 One,
    50 {em two.}
`},
		{"a line that announces is no stanza, nor a long one", "> She wrote:\n>\n> One here,\\\n> two there.\n>\n> And this goes on for longer.\n", `
quote epigraph
  p She wrote:
  verse quoted=true
    0 One here,
    0 two there.
  p And this goes on for longer.
`},
		{"address outside a quotation, in a list, in a quotation's list", "Bell Press\\\n  1 High Row\n\n- Bell Press\\\n  1 High Row\n", `
verse quoted=false
  0 Bell Press
  100 1 High Row
list - tight=true
 item
  p Bell Press{br}1 High Row
`},
		{"prose with a break in it", "A sentence that is longer than a line of verse will ever be in this book\\\nand its end.\n", `
p A sentence that is longer than a line of verse will ever be in this book{br}and its end.
`},
		{"a line without a break makes it a paragraph", "> One,\\\n> two\n> three.\n", `
quote epigraph
  p One,{br}two three.
`},
		{"lazy lines", "> One,\\\n    two,\\\n>   three.\n", `
quote epigraph
  verse quoted=true
    0 One,
    0 two,
    100 three.
`},
		{"a quotation in a quotation", "> > One,\\\n> > \ttwo.\n", `
quote epigraph
  quote
    verse quoted=true
      0 One,
      200 two.
`},
	} {
		c0, _ := ParseChapter("01.md", []byte(c.text))
		compare(t, c.name, dump(c0.Blocks), c.want)
	}
}

// TestVerseUnmarked holds which quotations look like verse that its author has not marked.
func TestVerseUnmarked(t *testing.T) {
	for text, want := range map[string]string{
		"> The kettle sang\n> And nobody heard\n":                       "1:3 verse-unmarked (w)",
		"> *The kettle sang,\n> \"And nobody heard.\"*\n> -- A. Cook\n": "1:3 verse-unmarked (w)",
		"> The kettle sang.\n> Nobody heard.\n":                         "", // a sentence a line
		"> The kettle sang\n> and nobody heard\n":                       "",
		"The kettle sang\nAnd nobody heard\n":                           "",
		"> One,\\\n> two,\\\n> three\n> four.\n":                        "3:3 verse-unmarked (w)",
		"> One,\\\n> two and\n> three and\n> four and\n> five.\n":       "", // a break in prose
	} {
		_, diags := ParseChapter("01.md", []byte(text))
		compare(t, text, summary(diags), want)
	}
}
