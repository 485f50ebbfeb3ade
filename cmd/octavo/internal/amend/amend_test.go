package amend_test

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/amend"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
)

// bookOf returns a book of one file.
func bookOf(text string) *book.Book {
	chapters, _ := manuscript.ParseFile("a.md", []byte(text))
	return &book.Book{Parts: []*book.Part{{Chapters: chapters}}}
}

func parse(texts map[string][]byte) (*book.Book, error) {
	return bookOf(string(texts["manuscript/a.md"])), nil
}

// change returns a change of a text where a reader has marked it: "[old|new]" in what he saw.
func change(seen string) amend.Change {
	before, rest, _ := strings.Cut(seen, "⟦")
	marked, after, _ := strings.Cut(rest, "⟧")
	old, new, _ := strings.Cut(marked, "|")
	return amend.Change{Before: before, Old: old, New: new, After: after, Exact: true}
}

// apply returns a text with changes, each near the place where its words begin in the text.
func apply(t *testing.T, text string, changes ...amend.Change) (string, []*amend.Hunk) {
	t.Helper()
	bk := bookOf(text)
	words := amend.NewText(bk)
	src := bk.Parts[0].Chapters[0].Source
	var hunks []*amend.Hunk
	for _, c := range changes {
		if !c.At.IsValid() {
			c.At = diag.Pos{Source: src, Offset: max(0, strings.Index(text, firstWord(c)))}
		}
		c.At.Source = src
		hunks = append(hunks, words.Find(c))
	}
	if err := words.Settle(hunks, parse); err != nil {
		t.Fatal(err)
	}
	got, _ := diag.Apply(src.Text, amend.EditsOf(hunks))
	return string(got), hunks
}

func firstWord(c amend.Change) string {
	for _, s := range []string{c.Old, c.After, c.Before} {
		if f := strings.FieldsFunc(s, func(r rune) bool { return !(r == '\'' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }); len(f) > 0 {
			return f[0]
		}
	}
	return ""
}

// TestApply writes changes of all kinds into all forms of text.
func TestApply(t *testing.T) {
	const head = "# One\n\n"
	for _, c := range []struct{ name, text, seen, want string }{
		{"a word", "The job was light.\n", "The job was ⟦light|easy⟧.", "The job was easy.\n"},
		{"a word in bold", "The **job was light** here.\n", "The job was ⟦light|easy⟧ here.", "The **job was easy** here.\n"},
		{"across markup", "The **very** light job.\n", "The ⟦very light|rather easy⟧ job.", "The **rather** easy job.\n"},
		{"markup goes with its words", "A **very** good job.\n", "A ⟦very ⟧good job.", "A good job.\n"},
		{"an insertion", "A good job.\n", "A ⟦|very ⟧good job.", "A very good job.\n"},
		{"a word before a comma", "It was very, or so he said.\n", "It was ⟦very|⟧, or so he said.", "It was, or so he said.\n"},
		{"a word at a line's start", "The job that he\nnever liked much\nwas light.\n", "that he ⟦never|⟧ liked much", "The job that he\nliked much\nwas light.\n"},
		{"a word at a line's end", "The job that he\nnever liked much\nwas light.\n", "never liked ⟦much|⟧ was light", "The job that he\nnever liked\nwas light.\n"},
		{"a comma", "Well he said so.\n", "Well⟦|,⟧ he said so.", "Well, he said so.\n"},
		{"behind a link", "See [the lamp](https://a.example/x) now.\n", "See the lamp⟦| here⟧ now.", "See [the lamp](https://a.example/x) here now.\n"},
		{"in a link", "See [the old lamp](https://a.example/x \"t\") now.\n", "See the ⟦old|new⟧ lamp now.", "See [the new lamp](https://a.example/x \"t\") now.\n"},
		{"a whole link", "See [the lamp](https://a.example/x){#q} now.\n", "See⟦ the lamp⟧ now.", "See now.\n"},
		{"over a line end", "The job\nwas light.\n", "The job ⟦was light|is easy⟧.", "The job\nis easy.\n"},
		{"a sign of Markdown", "Two by two.\n", "Two ⟦by|*⟧ two.", "Two * two.\n"},
		{"signs of Markdown", "Say it.\n", "Say ⟦it|*it* [now] `x`⟧.", "Say \\*it\\* \\[now] \\`x\\`.\n"},
		{"straight quotes", "\"Go,\" he said. It's late.\n", "“Go,” he said.⟦| “Don’t,” she said.⟧ It’s late.", "\"Go,\" he said. \"Don't,\" she said. It's late.\n"},
		{"curly quotes", "“Go,” he said. It’s late.\n", "“Go,” he said.⟦| \"Don't,\" she said.⟧ It’s late.", "“Go,” he said. “Don’t,” she said. It’s late.\n"},
		{"a dash", "So -- he said -- it was.\n", "So – he said – it was⟦| – at last⟧.", "So -- he said -- it was -- at last.\n"},
		{"soft hyphens of the reader", "The job was light.\n", "The job was ⟦li\u00ADght|ea\u00ADsy⟧.", "The job was easy.\n"},
		{"an entity", "Salt &amp; pepper here.\n", "Salt & ⟦pepper|oil⟧ here.", "Salt &amp; oil here.\n"},
		{"escapes", "A \\* star shines.\n", "A * ⟦star|sun⟧ shines.", "A \\* sun shines.\n"},
		{"a note's mark stays", "The lamp[^1] burns.\n\n[^1]: A note on oil.\n", "The ⟦lamp|light⟧ burns.", "The light[^1] burns.\n\n[^1]: A note on oil.\n"},
		{"in a note", "The lamp[^1] burns.\n\n[^1]: A note on oil.\n", "A note on ⟦oil|wicks⟧.", "The lamp[^1] burns.\n\n[^1]: A note on wicks.\n"},
		{"a cell", "| a | b |\n|---|---|\n| one | two words |\n", "two ⟦words|w|s⟧", "| a | b |\n|---|---|\n| one | two w\\|s |\n"},
		{"an item", "- one thing\n- two things\n", "two ⟦things|cups⟧", "- one thing\n- two cups\n"},
		{"a heading", "## The old lamp {#lamp}\n\nText.\n", "The ⟦old|new⟧ lamp", "## The new lamp {#lamp}\n\nText.\n"},
		{"a heading that links lead to", "## The old lamp\n\nSee [it](#the-old-lamp).\n", "The ⟦old|new⟧ lamp", "## The new lamp {#the-old-lamp}\n\nSee [it](#the-old-lamp).\n"},
		{"a maxim", "## Ask first.\n+++\nkind = \"meme\"\n+++\n\nGloss.\n", "Ask ⟦first|twice⟧.", "## Ask twice.\n+++\nkind = \"meme\"\n+++\n\nGloss.\n"},
		{"the text of a card", "## Ask first.\n+++\nkind = \"meme\"\ncard = \"Ask \\\"him\\\" first.\"\n+++\n\nGloss.\n", "Ask \"him\" ⟦first|\"last\"⟧.", "## Ask first.\n+++\nkind = \"meme\"\ncard = \"Ask \\\"him\\\" \\\"last\\\".\"\n+++\n\nGloss.\n"},
		{"verse", "> one line here  \n> two lines there\n{.verse}\n", "two ⟦lines|rows⟧ there", "> one line here  \n> two rows there\n{.verse}\n"},
		{"an emphasis that would break", "A *good* one.\n", "A good⟦|ness⟧ one.", "A *goodness* one.\n"},
		{"a paragraph parted", "One two. Three four.\n", "One two.⟦ |¶⟧Three four.", "One two.\n\nThree four.\n"},
		{"a paragraph added", "One two.\n\nFive six.\n", "One two.⟦|¶Three four.⟧¶Five six.", "One two.\n\nThree four.\n\nFive six.\n"},
		{"a paragraph added before", "One two.\n\nFive six.\n", "One two.¶⟦|Three four.¶⟧Five six.", "One two.\n\nThree four.\n\nFive six.\n"},
		{"paragraphs joined", "One two.\n\nThree four.\n", "One two.⟦¶| ⟧Three four.", "One two. Three four.\n"},
		{"a paragraph deleted", "One two.\n\nThree four.\n\nFive six.\n", "One two.¶⟦Three four.¶⟧Five six.", "One two.\n\nFive six.\n"},
		{"an item added", "1. one thing\n2. two things\n", "two things⟦|¶three cups⟧", "1. one thing\n2. two things\n3. three cups\n"},
		{"a paragraph in a quotation", "> One two. Three four.\n", "One two.⟦ |¶⟧Three four.", "> One two.\n>\n> Three four.\n"},
		{"a paragraph under an entry", "## Ask.\n+++\nkind = \"meme\"\n+++\n\nGloss here.\n", "Ask.⟦|¶More of it.⟧¶Gloss here.", "## Ask.\n+++\nkind = \"meme\"\n+++\n\nMore of it.\n\nGloss here.\n"},
		{"a sign at a line's start", "One two.\n", "One two.⟦|¶# not a heading⟧", "One two.\n\n\\# not a heading\n"},
		{"a code span", "Call `run fast` now.\n", "Call run ⟦fast|slow⟧ now.", "Call `run slow` now.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch := change(strings.ReplaceAll(c.seen, "¶", string(amend.Break)))
			got, hunks := apply(t, head+c.text, ch)
			if got != head+c.want || hunks[0].Refused != "" {
				t.Errorf("got\n%s\nwant\n%s\nrefused: %s", got, head+c.want, hunks[0].Refused)
			}
		})
	}
}

// TestApplyHead changes what stands at the head of a file, and forms that need the whole file.
func TestApplyHead(t *testing.T) {
	for _, c := range []struct{ name, text, seen, want string }{
		{"a title in front matter", "---\ntitle: The old lamp\nauthor: A\n---\n\nText here.\n", "The ⟦old|new⟧ lamp", "---\ntitle: The new lamp\nauthor: A\n---\n\nText here.\n"},
		{"a quoted title", "---\ntitle: \"The old lamp: a tale\"\n---\n\nText here.\n", "The ⟦old|\"new\"⟧ lamp: a tale", "---\ntitle: \"The \\\"new\\\" lamp: a tale\"\n---\n\nText here.\n"},
		{"a title in TOML", "+++\ntitle = \"The old lamp\"\n+++\n\nText here.\n", "The ⟦old|new⟧ lamp", "+++\ntitle = \"The new lamp\"\n+++\n\nText here.\n"},
		{"a reference link", "# One\n\nSee [the old lamp][l] and [it].\n\n[l]: https://a.example/l\n[it]: https://a.example/i\n", "See the ⟦old|new⟧ lamp and it.", "# One\n\nSee [the new lamp][l] and [it].\n\n[l]: https://a.example/l\n[it]: https://a.example/i\n"},
		{"the title of a chapter", "# The old lamp\n\nText here.\n", "The ⟦old|new⟧ lamp", "# The new lamp\n\nText here.\n"},
		{"the title of a chapter that links lead to", "# The old lamp\n\nSee [here](#the-old-lamp).\n", "The ⟦old|new⟧ lamp", "# The new lamp {#the-old-lamp}\n\nSee [here](#the-old-lamp).\n"},
		{"lines with CRLF", "# One\r\n\r\nOne two.\r\n\r\nFive six.\r\n", "One two.⟦|¶Three four.⟧¶Five six.", "# One\r\n\r\nOne two.\r\n\r\nThree four.\r\n\r\nFive six.\r\n"},
		{"a caption", "# One\n\n![a lamp](lamp.png \"The old lamp\")\n", "The ⟦old|new⟧ lamp", "# One\n\n![a lamp](lamp.png \"The new lamp\")\n"},
		{"a definition", "# One\n\nlamp\n: an old thing\n", "an ⟦old|odd⟧ thing", "# One\n\nlamp\n: an odd thing\n"},
		{"a nested list", "# One\n\n- one\n  - two old cups\n    and more\n", "two ⟦old cups and|new⟧ more", "# One\n\n- one\n  - two new more\n"},
		{"a note in place", "# One\n\nThe lamp^[an old one] burns.\n", "an ⟦old|odd⟧ one", "# One\n\nThe lamp^[an odd one] burns.\n"},
		{"an underscore emphasis", "# One\n\nA _very good_ day.\n", "A very good⟦|ish⟧ day.", "# One\n\nA _very goodish_ day.\n"},
		{"HTML emphasis", "# One\n\nA <em>very</em> good day.\n", "A ⟦very |⟧good day.", "# One\n\nA good day.\n"},
		{"line blocks", "# One\n\n| one line here\n| two lines there\n", "two ⟦lines|rows⟧ there", "# One\n\n| one line here\n| two rows there\n"},
		{"an address", "# One\n\nWrite to <https://a.example/old> now.\n", "Write to https://a.example/⟦old|new⟧ now.", ""},
		{"code", "# One\n\n```\nrun old thing\n```\n", "run ⟦old|new⟧ thing", "# One\n\n```\nrun new thing\n```\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, hunks := apply(t, c.text, change(strings.ReplaceAll(c.seen, "¶", string(amend.Break))))
			if c.want == "" {
				c.want = c.text
				if hunks[0].Refused == "" {
					t.Error("it is not refused")
				}
			} else if hunks[0].Refused != "" {
				t.Error(hunks[0].Refused)
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
