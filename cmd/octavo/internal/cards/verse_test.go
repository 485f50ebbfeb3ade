package cards

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// TestVerse holds a gloss that is verse: its lines stand as they are written, indents kept, stanzas apart, and an excerpt
// of it ends with a stanza.
func TestVerse(t *testing.T) {
	stanza := func(lines ...string) string { return "> " + strings.Join(lines, "\\\n> ") + "\n>\n" }
	gloss := "He sang:\n\n" + stanza("The kettle sang of steam,", "  and nobody heard", "what it said.") +
		stanza("A second verse,", "as short.") + "> -- A. Cook\n"
	back := func(gloss string) (lines []*page.Text) {
		cfg, _, fonts := booktest.Open(t, "../../../..")
		bk := booktest.OfChapter(t, "# T\n\n## Sing less.\n+++\nkind = \"meme\"\n+++\n\n"+gloss)
		cards, found := Faces(cfg, bk, fonts, nil, bk.Entries())
		if found.HasErrors() {
			t.Fatal(found.Err())
		}
		for _, it := range cards[0].Back.Items {
			if x, ok := it.(*page.Text); ok && x.Pos.IsValid() && x.Node == nil {
				lines = append(lines, x)
			}
		}
		return lines
	}
	at := map[string]*page.Text{}
	for _, x := range back(gloss) {
		at[x.Text] = x
	}
	first, second := at["The kettle sang of steam,"], at["and nobody heard"]
	third, next := at["what it said."], at["A second verse,"]
	if first == nil || second == nil || third == nil || next == nil || at["as short."] == nil {
		t.Fatalf("lines are missing: %v", at)
	}
	if second.X-first.X != first.Size || third.X != first.X || next.Y-third.Y != 2*(third.Y-second.Y) {
		t.Errorf("lines at %d, %d, %d and %d", first.X, second.X, third.X, next.X)
	}

	long := strings.Repeat(stanza("The kettle sang of steam", "and nobody heard", "what it said"), 20)
	lines := back(long)
	if last := lines[len(lines)-1].Text; last != "what it said" {
		t.Errorf("an excerpt of verse ends with %q", last)
	}
}

// TestPassages holds what a gloss says on a back, piece by piece: prose, verse, items with their marks, rows, lines of code.
func TestPassages(t *testing.T) {
	bk := booktest.OfChapter(t, `# T

## Sing less.
+++
kind = "meme"
+++

a

> b
>
> > One line,\
> > two lines.
>
> -- C

1. first
2. second

   - inner

- [x] done

| h | i |
| --- | --- |
| 1 | 2 |

| a | b | c | d | e |
| --- | --- | --- | --- | --- |
| 1 | 2 | 3 | 4 | 5 |

    code
      in two

Term
: means this

### Head

End.
`)
	var s said
	s.blocks(append(bk.Entries()[0].Gloss, &book.Figure{}), 0)
	var got []string
	for _, p := range s.passages {
		line := p.mark + []string{"", "[ ]", "[x]"}[p.task] + " " + book.PlainText(p.text) + p.code
		if p.gap {
			line = "-" + line
		}
		got = append(got, strings.TrimSpace(line))
	}
	want := "a|b|- One line,|two lines.|— C|1. first|2. second|• inner|[x] done|- h — i|1 — 2|- code|in two|- Term means this|- Head|End."
	if text := strings.Join(got, "|"); text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	if !s.table || !s.picture {
		t.Errorf("a table and a picture were left out: %t, %t", s.table, s.picture)
	}
}
