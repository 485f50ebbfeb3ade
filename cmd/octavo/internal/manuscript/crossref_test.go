package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestCrossReferences takes references by id as links without words, where the id is there.
func TestCrossReferences(t *testing.T) {
	const end = "\n\n![A](a.png \"A door.\"){#fig-door}\n\nTable: T. {#tbl:one}\n\n| a |\n|---|\n| b |\n\n## Part {#sec-two}\n"
	for text, want := range map[string]string{
		"See @fig-door.":                              "See <fig-door>.",
		"@fig-door and [@tbl:one]":                    "<fig-door> and <tbl:one>",
		"(\\@ref(sec-two)), @sec-two: so":             "(<sec-two>), <sec-two>: so",
		"*@fig-door* says":                            "{em <fig-door>} says",
		"mail@fig-door.org, a/@fig-door, `@fig-door`": "mail@fig-door.org, a/@fig-door, {code @fig-door}",
		"@figs and @fig- and @smith and \\@fig-door":  "@figs and @fig- and @smith and @fig-door",
		"[@fig-door](https://a.example)":              "{link https://a.example: @fig-door}",
	} {
		bk, _ := Read(folder(t, map[string]string{"a.md": "# T\n\n" + text + end}), book.Contents{All: true})
		got := dumpText(bk.Chapters()[0].Blocks[0].(*book.Paragraph).Text)
		for _, id := range []string{"fig-door", "tbl:one", "sec-two"} {
			got = strings.ReplaceAll(got, "{link #"+id+": }", "<"+id+">")
		}
		if got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	_, diags := Read(folder(t, map[string]string{"a.md": "# T\n\nAs @fig-shut and [@tbl-none] show, @fig-shut."}), book.Contents{All: true})
	compare(t, "diagnostics", summary(diags), "3:4 markup-foreign\n3:18 markup-foreign\n3:36 markup-foreign")
}

// TestCaptionOfID takes the description of a picture as its caption where its id is that of a figure, as Pandoc and Quarto do.
func TestCaptionOfID(t *testing.T) {
	for text, want := range map[string]string{
		"![A *closed* gate](a.png){#fig:gate}":                     "A closed gate, A closed gate",
		"![A gate](a.png){#fig-gate fig-alt=\"wood, two leaves\"}": "wood, two leaves, A gate",
		"![A gate](a.png \"Ours.\"){#fig-gate}":                    "A gate, Ours.",
		"![A gate](a.png){#gate}":                                  "A gate, ",
		"![A gate](a.png)":                                         "A gate, ",
	} {
		ch, _ := ParseChapter("c.md", []byte("# T\n\n"+text+"\n"))
		f := ch.Blocks[0].(*book.Figure)
		if got := f.Image.Alt + ", " + book.PlainText(f.Caption); got != want {
			t.Errorf("%s has %q, want %q", text, got, want)
		}
	}
}
