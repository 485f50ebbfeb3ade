package excerpt

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/selection"
	"octavo/cmd/octavo/internal/xref"
)

var files = map[string]string{
	"book.toml": `[book]
title = "The Light."
authors = ["Ada Quill"]
description = "Maxims of a keeper."
isbn = { print = "9780306406157", hardcover = "979-10-90636-07-1", epub = "978-3-16-148410-0" }
lccn = "2026123456"
[book.series]
name = "Harbours"
number = 2
[contents]
front = ["preface.md"]
[[contents.part]]
title = "First"
chapters = ["one.md"]
[[contents.part]]
title = "Second"
chapters = ["two.md", "three.md"]
[themes]
sea = "Sea"
[sheet]
order = ["The Wharf", "orders@example.org"]
`,
	"manuscript/preface.md": "# Preface\n\nRead [about the rope](#keep), and [](#two).\n",
	"manuscript/one.md": `# One

Not here.

## A section {#part-a}

### Not this.
+++
id = "not"
kind = "meme"
+++
No.

## Another section {#part-b}

Nor this.

### Ask first.
+++
id = "ask"
kind = "meme"
themes = ["sea"]
see = ["keep", "hill"]
+++
Nobody asks [*about* the rope](#keep)[^b], or [the hill](#hill). [](#keep)

[^a]: Never marked here.
[^b]: See [the section](#part-a).
`,
	"manuscript/two.md":   "# Two {#two}\n\n## Keep the rope.\n+++\nid = \"keep\"\nkind = \"meme\"\n+++\nIt is wet.\n",
	"manuscript/three.md": "# Three\n\n## The hill stays.\n+++\nid = \"hill\"\nkind = \"metaphor\"\nthemes = [\"sea\"]\n+++\nIt is high[^c].\n\n[^c]: Quite.\n",
}

func open(t *testing.T) (*config.Config, *book.Book) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cfg, bk, _ := booktest.Open(t, dir)
	return cfg, bk
}

// outline returns the anchors of a book: its parts, chapters, headings and entries.
func outline(bk *book.Book) string {
	var out []string
	chapter := func(ch *book.Chapter) {
		out = append(out, ch.ID)
		ch.Walk(func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				out = append(out, b.ID)
			case *book.Entry:
				out = append(out, b.ID)
			}
		}, nil)
	}
	for _, ch := range bk.Front {
		chapter(ch)
	}
	for _, p := range bk.Parts {
		out = append(out, "["+p.Title)
		for _, ch := range p.Chapters {
			chapter(ch)
		}
		out = append(out, "]")
	}
	return strings.Join(out, " ")
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		ask  Ask
		want string // the outline, or what is wrong
	}{
		{Ask{Entries: selection.Choice{Themes: []string{"sea"}}}, "preface [First one part-b ask ] [Second three hill ]"},
		{Ask{Entries: selection.Choice{IDs: []string{"keep"}}}, "preface [Second two keep ]"},
		{Ask{Chapters: []string{"one"}}, "preface [First one part-a not part-b ask ]"},
		{Ask{Chapters: []string{"manuscript/two.md"}}, "preface [Second two keep ]"},
		{Ask{Entries: selection.Choice{Kinds: []string{"metaphor"}}, Chapters: []string{"two.md"}}, "preface [Second two keep three hill ]"},
		{Ask{Entries: selection.Choice{Themes: []string{"sea"}, IDs: []string{"keep"}}}, "no entry meets all that the flags ask for"},
		{Ask{Chapters: []string{"thre"}}, `unknown chapter "thre"; did you mean three?`},
		{Ask{Chapters: []string{"weather"}}, `unknown chapter "weather"; a chapter is named by its file or its id`},
	} {
		cfg, bk := open(t)
		before := outline(bk)
		_, small, err := Of(cfg, bk, c.ask)
		if outline(bk) != before {
			t.Errorf("%+v changed the book: %s, before %s", c.ask, outline(bk), before)
		}
		var wrong *selection.Error
		if err != nil {
			if err.Error() != c.want || !errors.As(err, &wrong) {
				t.Errorf("%+v: %T %v, want %q", c.ask, err, err, c.want)
			}
			continue
		}
		if got := outline(small); got != c.want {
			t.Errorf("%+v: %s, want %s", c.ask, got, c.want)
		}
		if last := small.Back[len(small.Back)-1]; last.ID != lastPageID {
			t.Errorf("%+v ends with %s", c.ask, last.ID)
		}
		dead(t, small)
	}
}

// dead fails for links that lead nowhere, lists of entries to see that name one that is not there, and notes without a mark.
func dead(t *testing.T, bk *book.Book) {
	t.Helper()
	there := xref.New(bk)
	for _, ch := range bk.Chapters() {
		marked := map[*book.Note]bool{}
		ch.Walk(func(b book.Block) {
			if e, ok := b.(*book.Entry); ok {
				for _, id := range e.See {
					if _, ok := there.Target(id); !ok {
						t.Errorf("%s says to see %s, which is not there", e.ID, id)
					}
				}
			}
		}, func(in book.Inline) {
			switch in := in.(type) {
			case *book.Link:
				if _, ok := there.Target(in.Target); in.Target != "" && !ok {
					t.Errorf("a link in %s leads to %s, which is not there", ch.ID, in.Target)
				}
			case *book.NoteMark:
				marked[in.Note] = true
			}
		})
		for i, n := range ch.Notes {
			if !marked[n] || n.Number != i+1 {
				t.Errorf("note %d of %s has the number %d; it is marked: %t", i+1, ch.ID, n.Number, marked[n])
			}
		}
	}
}

// TestUnlink: the words of a link stay, and one without words has the title of what it led to.
func TestUnlink(t *testing.T) {
	cfg, bk := open(t)
	_, small, err := Of(cfg, bk, Ask{Entries: selection.Choice{IDs: []string{"ask"}}})
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, ch := range small.Chapters() {
		ch.Walk(func(b book.Block) { book.Runs(b, func(in []book.Inline) { text = append(text, book.PlainText(in)) }) }, nil)
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"Read about the rope, and Two.", "Nobody asks about the rope, or the hill. Keep the rope", "See the section.",
		"You have read an excerpt from The Light.", "Maxims of a keeper.", "orders@example.org"} {
		if !strings.Contains(all, want) {
			t.Errorf("there is no %q in\n%s", want, all)
		}
	}
	if e := small.Entries(); len(e) != 1 || len(e[0].See) > 0 {
		t.Errorf("entries %v", e)
	}
	if e := bk.Entries(); !slices.Equal(e[1].See, []string{"keep", "hill"}) {
		t.Errorf("the book itself has changed: see %v", e[1].See)
	}
}

// TestConfigure: an excerpt says that it is one, and has no number of the book.
func TestConfigure(t *testing.T) {
	cfg, bk := open(t)
	of := func(id string) *config.Config {
		own, _, err := Of(cfg, bk, Ask{Entries: selection.Choice{IDs: []string{id}}})
		if err != nil {
			t.Fatal(err)
		}
		return own
	}
	own := of("ask")
	b := &own.Book
	if b.ExcerptOf != &cfg.Book || b.Slug != "the-light-sampler" || own.CatalogTitle() != "The Light. (excerpt)" || b.Edition != "Excerpt" {
		t.Errorf("it is %q, edition %q, in %s", own.CatalogTitle(), b.Edition, b.Slug)
	}
	if b.ISBN.Print+b.ISBN.Hardcover+b.ISBN.Epub+b.LCCN+b.Series.Name != "" {
		t.Errorf("it has numbers of the book: %+v", b)
	}
	if again := of("ask").Book.Identifier; b.Identifier != again || b.Identifier == cfg.Book.Identifier || b.Identifier == of("keep").Book.Identifier {
		t.Errorf("identifiers: %s, again %s, of the book %s", b.Identifier, again, cfg.Book.Identifier)
	}
	if cfg.Book.ISBN.Print == "" || cfg.Book.Edition != "" || cfg.Book.Series.Name == "" {
		t.Error("the configuration of the book has changed")
	}
}

func TestAskOf(t *testing.T) {
	got := AskOf([]string{"chapter=one,two", "entries=ask", "theme=sea", "kind=meme", "audience=all"})
	if strings.Join(got.Chapters, " ") != "one two" || strings.Join(got.Entries.IDs, " ") != "ask" || strings.Join(got.Entries.Themes, " ") != "sea" ||
		strings.Join(got.Entries.Kinds, " ") != "meme" || strings.Join(got.Entries.Audiences, " ") != "all" {
		t.Errorf("asked for %+v", got)
	}
}
