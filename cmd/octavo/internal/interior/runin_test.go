package interior

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

const glossary = `# A

## Abacus
+++
kind = "meme"
see = ["ajar"]
+++

*n.* What a shopkeeper counts on when he cannot count on you, and what he leaves his sons when they can count on nothing else:

> One bead for the rent,\
>   two for the rain.
>
> -- A. Clerk

The beads wear out; the sums do not.

## Ajar
+++
kind = "metaphor"
tenor = "a door"
vehicle = "a mind"
+++

*adj.* Neither one thing nor the other.

## Apples
+++
kind = "meme"
+++

1. A fruit.
2. An apology to the doctor.

## Awe
+++
kind = "meme"
+++
`

const asDictionary = "[entries]\nlayout = \"run-in\"\n"

// TestRunInEntries holds a dictionary against approved pages: with lines that hang and with indented ones.
func TestRunInEntries(t *testing.T) {
	for more, golden := range map[string]string{"": "runin-hanging.golden", "hang = false\nhead = \"small-caps\"\n": "runin-indented.golden"} {
		cfg, bk, fonts := booktest.Open(t, written(t, asDictionary+more, glossary))
		doc, m, _ := Set(cfg, bk, fonts)
		if slices.ContainsFunc(m.Pages, func(p pagemap.Page) bool { return p.ID == "octavo.first-words" }) {
			t.Error("a dictionary in the order of the alphabet has an index of first words")
		}
		booktest.PagesEqual(t, golden, slices.DeleteFunc(doc.Pages, func(p *page.Page) bool {
			return !slices.ContainsFunc(p.Items, func(it page.Item) bool { a, ok := it.(*page.Anchor); return ok && a.Name == "abacus" })
		}))
	}
}

// headwordsOf returns a chapter of n headwords in the order of the alphabet.
func headwordsOf(n int, short string) string {
	var b strings.Builder
	b.WriteString("# Words\n\nA word before the words.\n")
	for i := range n {
		fmt.Fprintf(&b, "\n## A%s that is one of very many in this dictionary and runs on for ever %c%c\n+++\nkind = \"meme\"\nid = \"w%d\"\n",
			"word", 'a'+i/26, 'a'+i%26, i)
		if short != "" {
			fmt.Fprintf(&b, "short = \"%s%d\"\n", short, i)
		}
		fmt.Fprintf(&b, "+++\n\n*n.* %s.\n", strings.TrimSpace(strings.Repeat("What it means is told in words ", 1+i%9)))
	}
	return b.String()
}

// headOf returns the words of a page's running head, without the folio.
func headOf(p *page.Page) (head string) {
	for _, it := range page.Placed(p.Items) {
		if x, ok := it.(*page.Text); ok && x.Node == nil && x.Text != p.Label {
			head += strings.ReplaceAll(x.Text, "\u00a0", " ")
		}
	}
	return head
}

// TestGuideWords holds the running heads of a dictionary against the entries that begin on its pages.
func TestGuideWords(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, asDictionary+"[pages]\nverso = \"guide\"\nrecto = \"guide\"\n", headwordsOf(120, "x")))
	doc, m, found := Set(cfg, bk, fonts)
	for _, d := range found {
		if d.Code == "head-long" {
			t.Errorf("%s: %s", d.Pos, d.Message)
		}
	}
	seen := 0
	for i, p := range doc.Pages {
		var on []string
		for _, a := range m.Pages[i].Anchors {
			if id, ok := strings.CutPrefix(a, "w"); ok {
				on = append(on, "x"+id)
			}
		}
		if m.Pages[i].Kind != pagemap.Chapter || m.Pages[i].First || len(on) < 2 {
			continue
		}
		seen++
		if want := on[0] + "\u2009–\u2009" + on[len(on)-1]; headOf(p) != want {
			t.Errorf("page %s says %q, want %q", p.Label, headOf(p), want)
		}
	}
	if seen < 5 {
		t.Errorf("%d pages have guide words", seen)
	}
}

// TestHeadKinds holds each kind of running head against one spread whose first page begins inside an entry.
func TestHeadKinds(t *testing.T) {
	e := func(id string) string {
		return "\n## " + id + ".\n+++\nkind = \"meme\"\nid = \"" + strings.ToLower(id) + "\"\n+++\n\n"
	}
	text := strings.Repeat("One more line of text that is there to fill a page with lines that fill it. ", 36)
	chapter := "# Title\n" + e("One") + text + "\n\n" + text + e("Two") + "Words." + e("Three") + "Words." + e("Four") + text + text + text
	for says, want := range map[string]string{"entry": "One", "first": "Two", "last": "Four", "guide": "Two\u2009–\u2009Four", "chapter": "Title", "none": ""} {
		cfg, bk, fonts := booktest.Open(t, written(t, asDictionary+"[pages]\nverso = \""+says+"\"\nrecto = \""+says+"\"\n", chapter))
		doc, m, _ := Set(cfg, bk, fonts)
		at := slices.IndexFunc(m.Pages, func(p pagemap.Page) bool { return slices.Contains(p.Anchors, "two") })
		if got := headOf(doc.Pages[at]); m.Pages[at].First || !slices.Contains(m.Pages[at].Anchors, "four") || got != want && at%2 == 1 {
			t.Errorf("%s: page %d says %q, want %q", says, at, got, want)
		}
		if says == "entry" && at+1 < len(doc.Pages) && headOf(doc.Pages[at+1]) != "Four" {
			t.Errorf("a page inside an entry says %q", headOf(doc.Pages[at+1]))
		}
	}
}

// TestLongHeads warns of entries and parts that have no room in a running head, each once, at its place.
func TestLongHeads(t *testing.T) {
	part := "[[contents.part]]\ntitle = \"A part whose title is so very long that no running head of a page like this one can hold it all\"\n" +
		"%schapters = [\"01.md\"]\n[pages]\nverso = \"part\"\nrecto = \"guide\"\n" + asDictionary
	for short, want := range map[string]string{"": "book.toml", "short = \"A part\"\n": ""} {
		cfg, bk, fonts := booktest.Open(t, written(t, fmt.Sprintf(part, short), headwordsOf(60, "w")))
		_, _, found := Set(cfg, bk, fonts)
		said := ""
		for _, d := range found {
			if d.Code == "head-long" {
				said += d.Pos.Source.Name
			}
		}
		if said != want {
			t.Errorf("a part with %q: heads are long in %q, want %q", short, said, want)
		}
	}
	cfg, bk, fonts := booktest.Open(t, written(t, asDictionary, headwordsOf(60, "")))
	_, _, found := Set(cfg, bk, fonts)
	if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return d.Code == "head-long" && strings.HasPrefix(d.Pos.String(), "manuscript/01.md:") && strings.Contains(d.Notes[0], "entry's block")
	}) {
		t.Error("nothing is said of guide words that are cut off")
	}
}
