package manuscript

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/order"
)

// chaptersOf returns what a file's chapters are, each with its title in front.
func chaptersOf(f *parsedFile) string {
	var b strings.Builder
	for _, p := range f.chapters {
		title := book.PlainText(p.chapter.Title)
		if p.chapter.Named {
			title = "(" + title + ")"
		}
		if p.chapter.Unlisted {
			title += " unlisted"
		}
		if p.chapter.Counted == book.No {
			title += " uncounted"
		}
		fmt.Fprintf(&b, "= %s\n%s", title, dump(p.chapter.Blocks))
		for _, n := range p.chapter.Notes {
			fmt.Fprintf(&b, "note %d %s: %s", n.Number, n.Label, dump(n.Blocks))
		}
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	long := strings.Repeat("Words of a preface. ", 40)
	const entry = "+++\nkind = 'meme'\n+++\n"
	for _, c := range []struct {
		name, text, want, diags string
		among                   bool // other files
	}{
		{name: "many chapters", text: "# One\n\na\n\n## Sec\n\n# Two\n\n## Sec\n\nb\n", want: "= One\np a\nh2 #sec Sec\n= Two\nh2 #sec-2 Sec\np b"},
		{name: "what the head says of all, and braces of one", text: "+++\ncontents = false\n+++\n# One {.unnumbered}\n\n# Two\n", want: "= One unlisted uncounted\n= Two unlisted"},
		{name: "underlined titles", text: "One\n===\n\na\n\nTwo\n===\n\nb\n", want: "= One\np a\n= Two\np b"},
		{name: "a little text before them", text: "> Motto.\n\n# One\n\na\n\n# Two\n\nb\n", want: "= One\nquote epigraph\n  p Motto.\np a\n= Two\np b"},
		{name: "much text before them", text: long + "\n\n# One\n\na\n\n# Two\n\nb\n",
			want: "= (Long way)\np " + strings.TrimSpace(long) + "\n= One\np a\n= Two\np b"},
		{name: "notes of both", text: "# One\n\na[^x] b[^y]\n\n# Two\n\nc[^y] d[^x]\n\n[^x]: X[^y]\n[^y]: Y\n",
			want: "= One\np a{note 1 first} b{note 2 first}\nnote 1 x: p X{note 2}\nnote 2 y: p Y\n" +
				"= Two\np c{note 1 first} d{note 2 first}\nnote 1 y: p Y\nnote 2 x: p X{note 1}"},
		{name: "entries stay in their chapters", text: "# One\n\n## Say less.\n" + entry + "\na\n\n# Two\n\nb\n",
			want: "= One\nentry2 #say-less meme Say less.\n  p a\n= Two\np b"},
		{name: "a title with two marks", text: "## One\n\na\n\n### Sec\n\nb\n", want: "= One\np a\nh2 #sec Sec\np b", diags: "1:1 heading-level (w)"},
		{name: "chapters with three marks, in one file", text: "### One\n\na\n\n#### Sec\n\n### Two\n", want: "= One\np a\nh2 #sec Sec\n= Two", diags: "1:1 heading-level (w)"},
		{name: "sections of a file among others", among: true, text: "### One\n\na\n\n#### Sec\n\n### Two\n", want: "= (Long way)\nh2 #one One\np a\nh3 #sec Sec\nh2 #two Two",
			diags: "1:1 heading-skip (w)"},
		{name: "a title among others", among: true, text: "## One\n\na\n\n### Sec\n\n### Sec\n", want: "= One\np a\nh2 #sec Sec\nh2 #sec-2 Sec", diags: "1:1 heading-level (w)"},
		{name: "entries alone", text: "## Say less.\n" + entry + "\na\n", want: "= (Long way)\nentry2 #say-less meme Say less.\n  p a"},
		{name: "no headings", text: "a\n", want: "= (Long way)\np a"},
		{name: "a level left out and taken up", text: "# T\n\n### A\n\n##### B\n\n### C\n\n## D\n\n#### E\n",
			want: "= T\nh2 #a A\nh3 #b B\nh2 #c C\nh2 #d D\nh3 #e E", diags: "3:1 heading-skip (w)\n5:1 heading-skip (w)\n11:1 heading-skip (w)"},
		{name: "a section before the title", text: "### A\n\n# T\n\n## B\n", want: "= T\nh2 #a A\nh2 #b B", diags: "1:1 heading-skip (w)"},
		{name: "empty", text: " \n\n", want: "", diags: "1:1 file-empty (w)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := parse("03-long_way.md", []byte(c.text), reading{lang: lang.English(), alone: !c.among})
			identify(&book.Book{}, f.chapters)
			compare(t, "chapters", chaptersOf(f), c.want)
			compare(t, "diagnostics", summary(f.diags), c.diags)
		})
	}
}

func TestReadableTitle(t *testing.T) {
	for name, want := range map[string]string{
		"03-the_long-way.md": "The long way", "The Long Way.md": "The Long Way", "part/2. Home - again.txt": "Home - again", "01.md": "01",
		"chapter-10.markdown": "Chapter 10", "2024-03-05-écrit-ici.md": "Écrit ici", "My page 0123456789abcdef0123456789abcdef.md": "My page",
	} {
		if got := order.ReadableTitle(name); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
