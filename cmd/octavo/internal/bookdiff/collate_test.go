package bookdiff

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
)

// read makes a book of files: their names and texts, in turn.
func read(t testing.TB, files ...string) *book.Book {
	t.Helper()
	dir := t.TempDir()
	contents := book.Contents{Parts: []book.PartFiles{{}}}
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		p := &contents.Parts[0]
		p.Chapters = append(p.Chapters, book.File{Name: files[i]})
	}
	bk, _ := manuscript.Read(dir, contents)
	return bk
}

// theBook reads the real book.
func theBook(t testing.TB) *book.Book {
	bk, _ := manuscript.Read("../../../../manuscript", book.Contents{All: true})
	if len(bk.Entries()) < 20 {
		t.Fatal("the book is not there")
	}
	return bk
}

// told returns a list of changes in short, a line each.
func told(c *Changes) string {
	var b strings.Builder
	for _, x := range c.List() {
		fmt.Fprintf(&b, "%s %s %s +%d -%d", x.Kind, x.What, x.ID, x.Added, x.Gone)
		if x.What == Passage {
			fmt.Fprintf(&b, " %q", x.Title)
		}
		if x.From != "" {
			fmt.Fprintf(&b, " from %q", x.From)
		}
		if x.Was != "" {
			fmt.Fprintf(&b, " was %s", x.Was)
		}
		if x.Form {
			b.WriteString(" form")
		}
		if len(x.Fields) > 0 {
			fmt.Fprintf(&b, " %v", x.Fields)
		}
		for _, e := range x.Edits {
			fmt.Fprintf(&b, " {%s|%s}", e.Old, e.New)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const a = `# One

It was a bright cold day in April, and the clocks were striking thirteen; the hall smelt of cabbage.

## Say less.
+++
kind = "meme"
id = "less"
themes = ["x"]
+++

He opened the window, looked down into the street below, and said nothing for a long while.

Then he closed it again and sat down at the table, where the notebook lay as before.

## A section

The telephone rang twice in the next room before anybody thought of answering it that morning.
`

func TestCompare(t *testing.T) {
	sub := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(a) }
	entry := "## Say less.\n+++\nkind = \"meme\"\nid = \"less\"\nthemes = [\"x\"]\n+++\n"
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", a, a, ""},
		{"lines", a, sub("bright cold", "bright\ncold", "said nothing", "said\nnothing"), ""},
		{"a word", a, sub("bright cold", "bright warm"), "changed passage one +1 -1 \"It was a bright warm day in April, …\" {cold|warm}\n"},
		{"emphasis", a, sub("cold day", "*cold* day"), "changed passage one +1 -1 \"It was a bright cold day in April, …\" {cold|cold}\n"},
		{"words went", a, sub(" and said nothing for a long while", ""),
			"changed entry less +1 -8 {below, and said nothing for a long while.|below,.}\n"},
		{"title", a, sub("# One", "# Two"), "changed chapter two +1 -1 was one {One|Two}\n"},
		{"maxim", a, sub("Say less.", "Say very little."), "changed entry less +2 -1 {less.|very little.}\n"},
		{"keys", a, sub(`"meme"`, `"metaphor"`, `["x"]`, `["y"]`), "changed entry less +0 -0 [kind themes]\n"},
		{"a paragraph more", a, sub("Then he", "Nobody had expected that of him.\n\nThen he"),
			"changed entry less +6 -0 {|Nobody had expected that of him.}\n"},
		{"a paragraph less", a, sub("Then he closed it again and sat down at the table, where the notebook lay as before.\n", ""),
			"changed entry less +0 -17 {Then he closed it again and sat down at the table, where the notebook lay as before.|}\n"},
		{"parted", a, sub("and the clocks", "\n\nand the clocks"), "changed passage one +0 -0 \"It was a bright cold day in April,\" {|¶}\n"},
		{"a quotation", a, sub("The telephone", "> The telephone"),
			"changed passage a-section +0 -0 \"The telephone rang twice in the next room …\" form\n"},
		{"a new entry", a, sub("## A section", "## More.\n+++\nkind = \"meme\"\n+++\n\nWords of it.\n\n## A section"), "new entry more +4 -0\n"},
		{"a removed entry", a, sub(entry, ""), ""},
		{"a section that became an entry", a, sub("## A section", "## A section\n+++\nkind = \"meme\"\n+++"),
			"changed entry a-section +0 -0 form\n"},
		{"swapped paragraphs", a, sub("He opened the window, looked down into the street below, and said nothing for a long while.\n\n", "",
			"lay as before.", "lay as before.\n\nHe opened the window, looked down into the street below, and said nothing for a long while."), ""},
		{"a link's destination", sub("hall", "[hall](https://a.example/)"), sub("hall", "[hall](https://b.example/)"),
			"changed passage one +0 -0 \"It was a bright cold day in April, …\" {[link: https://a.example/]|[link: https://b.example/]}\n"},
		{"a note", a, sub("thirteen;", "thirteen[^1];") + "\n[^1]: By the town hall.\n",
			"changed passage one +2 -1 \"It was a bright cold day in April, …\" {thirteen;|thirteen [note] ;}\nnew passage one +4 -0 \"By the town hall.\"\n"},
		{"a title's note", sub("# One", "# One[^1]") + "\n[^1]: By the old town hall, where it had stood for years.\n",
			sub("# One", "# One[^1]") + "\n[^1]: By the new town hall, where it had stood for years.\n",
			"changed passage one +1 -1 \"By the new town hall, where it had …\" {old|new}\n"},
		{"two become one", sub("and the clocks", "\n\nand the clocks"), a,
			"changed passage one +0 -0 \"It was a bright cold day in April, …\" {¶|}\n"},
		{"another heading", a, sub("## A section", "## Another"), "changed section another +1 -2 was a-section {A section|Another}\n"},
		{"a paragraph moved to another entry", a + "\n## B\n+++\nkind = \"meme\"\n+++\n\nOh.\n\nSo they all went home that night.\n",
			sub("## A section", "So they all went home that night.\n\n## A section") + "\n## B\n+++\nkind = \"meme\"\n+++\n\nOh.\n",
			"moved passage less +0 -0 \"So they all went home that night.\"\n"},
		{"moved and rewritten", a + "\n## B\n+++\nkind = \"meme\"\n+++\n\nOh.\n\nSo they all went home that night in the rain without a word.\n",
			sub("## A section", "So they all went home that morning in the rain without a word.\n\n## A section") + "\n## B\n+++\nkind = \"meme\"\n+++\n\nOh.\n",
			"moved passage less +1 -1 \"So they all went home that morning in …\" {night|morning}\n"},
		{"what stayed by chance", a, sub("the hall smelt of cabbage.", "a radio sang the news from every window."),
			"changed passage one +8 -5 \"It was a bright cold day in April, …\" {the hall smelt of cabbage.|a radio sang the news from every window.}\n"},
		{"beside a dash", sub("thirteen; the", "thirteen—the"), sub("thirteen; the", "thirteen—a"),
			"changed passage one +1 -1 \"It was a bright cold day in April, …\" {the|a}\n"},
		{"a script without spaces", "春眠不覺曉", "春眠忽覺曉", "changed passage a +1 -1 \"春 眠 忽 覺 曉\" {不|忽}\n"},
	} {
		got := told(Compare(read(t, "a.md", c.old), read(t, "a.md", c.new)))
		switch c.name {
		case "a removed entry": // its text went to the chapter
			if !strings.Contains(got, "removed entry less +0 -2") || strings.Count(got, "moved passage") != 2 {
				t.Errorf("%s:\n%s", c.name, got)
			}
		case "swapped paragraphs":
			if !strings.HasPrefix(got, "moved passage less +0 -0") || strings.Count(got, "\n") != 1 {
				t.Errorf("%s:\n%s", c.name, got)
			}
		default:
			if got != c.want {
				t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
			}
		}
	}
}

// chapter makes a chapter of entries with the ids given, each with words of its own.
func chapter(title string, ids ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", title)
	for _, id := range ids {
		fmt.Fprintf(&b, "## The maxim of %s.\n+++\nkind = \"meme\"\nid = %q\n+++\n\n", id, id)
		for k := range 12 {
			fmt.Fprintf(&b, "%s%d ", id, k*7)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func TestMoves(t *testing.T) {
	old := read(t, "1.md", chapter("One", "a", "b", "c", "d"), "2.md", chapter("Two", "e", "f"), "3.md", chapter("Three", "g"))
	for _, c := range []struct {
		name  string
		files []string
		want  string
	}{
		{"within a chapter", []string{"1.md", chapter("One", "d", "a", "b", "c"), "2.md", chapter("Two", "e", "f"), "3.md", chapter("Three", "g")},
			"moved entry d +0 -0\n"},
		{"to another chapter", []string{"1.md", chapter("One", "a", "c", "d"), "2.md", chapter("Two", "e", "b", "f"), "3.md", chapter("Three", "g")},
			"moved entry b +0 -0 from \"One\"\n"},
		{"a chapter, with new names of files", []string{"1.md", chapter("Three", "g"), "2.md", chapter("One", "a", "b", "c", "d"),
			"3.md", chapter("Two", "e", "f")}, "moved chapter three +0 -0\n"},
		{"a chapter that is gone", []string{"1.md", chapter("One", "a", "b", "c", "d"), "3.md", chapter("Three", "g", "f")},
			"removed chapter two +0 -1\nremoved entry e +0 -16\nmoved entry f +0 -0 from \"Two\"\n"},
		{"another title and file", []string{"1.md", chapter("One", "a", "b", "c", "d"), "x.md", chapter("Zwei", "e", "f"), "3.md", chapter("Three", "g")},
			"changed chapter zwei +1 -1 was two {Two|Zwei}\n"},
		{"another file, and all of it rewritten", []string{"1.md", chapter("One", "a", "b", "c", "d"), "x.md", chapter("Two", "x"),
			"3.md", chapter("Three", "g")}, "removed entry e +0 -16\nremoved entry f +0 -16\nnew entry x +16 -0\n"},
		{"a new chapter", []string{"1.md", chapter("One", "a", "b", "c", "d"), "2.md", chapter("Two", "e", "f"), "3.md", chapter("Three", "g"),
			"4.md", chapter("Four", "h")}, "new chapter four +1 -0\nnew entry h +16 -0\n"},
	} {
		if got := told(Compare(old, read(t, c.files...))); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// TestSectionsInOtherChapters moves a section under its heading, which is said twice in the book.
func TestSectionsInOtherChapters(t *testing.T) {
	const said = "\n## Summary\n\n"
	old := read(t, "1.md", "# One\n"+said+"The first of it is this and nothing else at all.\n", "2.md", "# Two\n"+said+"Second things come second.\n\n## More\n\nAnd more.\n")
	now := read(t, "1.md", "# One\n"+said+"The first of it is this and nothing else at all.\n\n## More\n\nAnd more.\n", "2.md", "# Two\n"+said+"Second things come second.\n")
	if got, want := told(Compare(old, now)), "moved section more +0 -0 from \"Two\"\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// A new one before the others takes the id that they had.
	now = read(t, "0.md", "# Zero\n"+said+"Nothing.\n", "1.md", "# One\n"+said+"The first of it is this and nothing else at all.\n", "2.md",
		"# Two\n"+said+"Second things come second.\n\n## More\n\nAnd more.\n")
	if got, want := told(Compare(old, now)), "new chapter zero +1 -0\nnew section summary +2 -0\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestSameHeading drops a chapter with a summary and adds another with one: the two have nothing to do with each other.
func TestSameHeading(t *testing.T) {
	one := "# One\n\nIt begins.\n"
	old := read(t, "1.md", one, "2.md", "# Two\n\n## Summary\n\nThe pilot came aboard at dawn, wet and in good temper.\n")
	now := read(t, "1.md", one, "3.md", "# Three\n\n## Summary\n\nNobody has seen her since that autumn.\n")
	want := "removed chapter two +0 -1\nremoved section summary +0 -12\nnew chapter three +1 -0\nnew section summary +8 -0\n"
	if got := told(Compare(old, now)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNewIDOfARewrittenMaxim(t *testing.T) {
	text := func(maxim string) string {
		return "# One\n\n## " + maxim + "\n+++\nkind = \"meme\"\n+++\n\nHe opened the window and looked down into the street, and said nothing.\n"
	}
	got := told(Compare(read(t, "a.md", text("Say less.")), read(t, "a.md", text("Say nothing at all."))))
	if want := "changed entry say-nothing-at-all +3 -1 was say-less {less.|nothing at all.}\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestAt looks at every word of a changed book: what is new is marked, what is next to nothing that changed is not.
func TestAt(t *testing.T) {
	old := read(t, "a.md", a)
	now := read(t, "a.md", strings.NewReplacer("bright cold", "bright warm", "looked down into the street below", "looked down", `"meme"`, `"metaphor"`, "before anybody", "anybody").Replace(a))
	c := Compare(old, now)
	var marked []string
	for _, ch := range now.Chapters() {
		ch.Walk(nil, func(in book.Inline) {
			x, ok := in.(*book.Text)
			if !ok {
				return
			}
			for at := 0; at < len(x.Value); {
				end := at + strings.IndexByte(x.Value[at:]+" ", ' ')
				if c.At(x.Pos, at, end) {
					marked = append(marked, x.Value[at:end])
				}
				at = end + 1
			}
		})
	}
	if want := []string{"warm", "down,", "anybody"}; !slices.Equal(marked, want) {
		t.Errorf("marked are %q, want %q", marked, want)
	}
	if e := now.Entries()[0]; !c.At(e.Pos, 0, 20) || c.At(e.Pos, -1, 0) {
		t.Error("that the entry is a metaphor now is not marked")
	}
	if c.At(diag.Pos{}, 0, 1) {
		t.Error("no place is marked")
	}
}
