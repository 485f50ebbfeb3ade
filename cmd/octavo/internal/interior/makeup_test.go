package interior

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// madeUp sets a book of two chapters with keys added to its book.toml.
func madeUp(t *testing.T, keys string) (*page.Document, *pagemap.Map) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.toml": "[book]\ntitle = \"The Ferry\"\nauthors = [\"A\"]\npublisher = \"P\"\ndedication = [\"To the rope\", \"and the mud\"]\n" +
			"[contents]\nopening = [\"praise.md\"]\nbody = [\"a.md\", \"b.md\"]\n[themes]\nrope = \"Rope\"\n" + keys,
		"manuscript/praise.md": "# Praise\n\nA good book.\n",
		"manuscript/a.md":      "# Prologue\n\nText.\n\n## Hold on.\n+++\nkind = \"meme\"\nthemes = [\"rope\"]\n+++\n\nA gloss.\n",
		"manuscript/b.md":      "# Rope\n\nText.\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg, bk, fonts := booktest.Open(t, dir)
	doc, pages, _ := Set(cfg, bk, fonts)
	return doc, pages
}

// saying returns the words of the first page of a kind, line by line.
func saying(doc *page.Document, pages *pagemap.Map, kind pagemap.Kind) string {
	for i, p := range pages.Pages {
		if p.Kind != kind {
			continue
		}
		var out []string
		y := page.Length(-1)
		for _, it := range doc.Pages[i].Items {
			t, ok := it.(*page.Text)
			switch {
			case !ok:
			case t.Y == y:
				out[len(out)-1] += " " + t.Text
			default:
				out, y = append(out, t.Text), t.Y
			}
		}
		return strings.Join(out, "\n")
	}
	return ""
}

func kinds(pages *pagemap.Map) (out []pagemap.Kind) {
	for _, p := range pages.Pages {
		if p.Kind != pagemap.Blank {
			out = append(out, p.Kind)
		}
	}
	return out
}

// TestMakeUp leaves out of a book what its book.toml does not want, and no more.
func TestMakeUp(t *testing.T) {
	doc, pages := madeUp(t, "")
	want := []pagemap.Kind{pagemap.HalfTitle, pagemap.Chapter, pagemap.TitlePage, pagemap.Copyright, pagemap.Dedication, pagemap.Contents,
		pagemap.Chapter, pagemap.Chapter, pagemap.Index, pagemap.Colophon}
	if got := kinds(pages); !slices.Equal(got, want) { // one theme makes no index of themes
		t.Errorf("pages %v, want %v", got, want)
	}
	if got := saying(doc, pages, pagemap.Contents); strings.Contains(got, "Praise") || !strings.Contains(got, "Prologue") {
		t.Errorf("contents %q", got)
	}
	if got := saying(doc, pages, pagemap.Dedication); got != "To the rope\nand the mud" {
		t.Errorf("dedication %q", got)
	}
	if got := saying(doc, pages, pagemap.Copyright); !strings.Contains(got, "Names: A, author.") {
		t.Errorf("copyright page %q", got)
	}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if run, ok := it.(*page.Text); ok && run.Text == "meme" {
				t.Error("a book of memes alone says of each that it is one")
			}
		}
	}
	for _, p := range doc.Outline {
		if p.Title == "Maxims by Theme" {
			t.Error("the outline has an index that the book has not")
		}
	}

	doc, pages = madeUp(t, "[pages]\nhalf_title = false\ncontents = false\nfirst_words_index = false\ncatalog = false\ncolophon = false\n"+
		"chapter_numbers = \"words\"\n")
	want = []pagemap.Kind{pagemap.Chapter, pagemap.TitlePage, pagemap.Copyright, pagemap.Dedication, pagemap.Chapter, pagemap.Chapter}
	if got := kinds(pages); !slices.Equal(got, want) {
		t.Errorf("pages %v, want %v", got, want)
	}
	if got := saying(doc, pages, pagemap.Copyright); strings.Contains(got, "Names:") {
		t.Errorf("copyright page %q", got)
	}
	last := pagemap.Map{Pages: slices.Clone(pages.Pages)}
	for i := range last.Pages {
		if last.Pages[i].ID != "rope" {
			last.Pages[i].Kind = pagemap.Blank
		}
	}
	if got := saying(doc, &last, pagemap.Chapter); !strings.HasPrefix(strings.ToLower(got), "one\nrope") {
		t.Errorf("the first chapter that is counted begins with %q", got)
	}
}
