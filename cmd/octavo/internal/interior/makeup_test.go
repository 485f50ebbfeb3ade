package interior

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// makeUps are the keys of book.toml that change how a book is made up, each with its values.
var makeUps = []struct {
	table, key string
	values     []string
}{
	{"print", "style", []string{"classic", "modern", "large", "aldine"}},
	{"print", "links", []string{"none", "inline", "notes"}},
	{"notes", "place", []string{"foot", "chapter", "book"}},
	{"notes", "marks", []string{"numbers", "symbols"}},
	{"notes", "restart", []string{"chapter", "page", "book"}},
	{"entries", "layout", []string{"display", "numbered", "run-in"}},
	{"entries", "number", []string{"hanging", "above", "before"}},
	{"entries", "columns", []string{"1", "2"}},
	{"entries", "see", []string{"run-on", "list"}},
	{"pages", "verso", []string{"title", "entry", "guide"}},
}

// TestMakeUpsLoseNothing sets a book of all constructs in many combinations of the ways to make it up, and looks for every word.
func TestMakeUpsLoseNothing(t *testing.T) {
	tries := 40
	if testing.Short() {
		tries = 5
	}
	random := rand.New(rand.NewPCG(1, 2))
	text, err := os.ReadFile(filepath.Join(booktest.Kitchen, config.File))
	if err != nil {
		t.Fatal(err)
	}
	for range tries {
		chosen, toml, table := map[string]string{}, string(text), ""
		for _, m := range makeUps {
			chosen[m.key] = m.values[random.IntN(len(m.values))]
			if chosen["place"] != "foot" && chosen["marks"] == "symbols" {
				chosen["marks"] = "numbers"
			}
			if chosen["marks"] == "symbols" {
				chosen["restart"] = "page"
			} else if chosen["place"] != "foot" && chosen["restart"] == "page" {
				chosen["restart"] = "book"
			}
			if m.table != table {
				table = m.table
				toml += "\n[" + table + "]\n"
			}
			format := "%s = %q\n"
			if m.key == "columns" {
				format = "%s = %s\n"
			}
			toml += fmt.Sprintf(format, m.key, chosen[m.key])
		}
		t.Run(strings.ReplaceAll(fmt.Sprint(chosen), " ", ","), func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(booktest.Kitchen)); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, config.File), []byte(toml), 0o666); err != nil {
				t.Fatal(err)
			}
			cfg, bk, fonts := booktest.Open(t, dir)
			doc, _, found := Set(cfg, bk, fonts)
			if found.HasErrors() {
				t.Error(found.Err())
			}
			have := inTree(doc)
			for w, n := range wordsIn(bk) {
				if got := strings.Count(have, w); got < n {
					t.Errorf("%q occurs %d times, on paper %d times", w, n, got)
				}
			}
		})
	}
}

// inTree returns the text of a document in the order of its structure tree, in lower case and without hyphens and white.
func inTree(doc *page.Document) string {
	of := map[*page.Node]string{}
	for _, p := range doc.Pages {
		for _, it := range page.Placed(p.Items) {
			if x, ok := it.(*page.Text); ok && x.Node != nil {
				of[x.Node] += x.Text
			}
		}
	}
	var b strings.Builder
	var walk func(n *page.Node)
	walk = func(n *page.Node) {
		b.WriteString(of[n])
		for _, kid := range n.Children {
			walk(kid)
		}
	}
	walk(doc.Root)
	return squeezed(b.String())
}

// wordsIn counts the words of a book that is printed.
func wordsIn(bk *book.Book) map[string]int {
	count := map[string]int{}
	blocks := func(blocks []book.Block) {
		book.Walk(blocks, func(b book.Block) {
			book.Runs(b, func(run []book.Inline) {
				book.WalkInlines(run, func(in book.Inline) {
					if in, ok := in.(*book.Text); ok {
						for w := range strings.FieldsSeq(in.Value) {
							count[squeezed(w)]++
						}
					}
				})
			})
		})
	}
	for _, ch := range bk.Chapters() {
		blocks(ch.Blocks)
		for _, n := range ch.Notes {
			blocks(n.Blocks)
		}
	}
	return count
}

// squeezed returns text in lower case, without hyphens and white.
func squeezed(s string) string {
	return strings.ToLower(strings.NewReplacer("\u00AD", "", "-", "", "‐", "", " ", "", "\u00A0", "", "\n", "").Replace(s))
}
