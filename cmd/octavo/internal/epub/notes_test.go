package epub

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/pagemap"
)

// endnotesConfig is that of the full book with its notes at its end.
func endnotesConfig(t *testing.T) *config.Config {
	cfg := fullConfig()
	cfg.Style = houseStyle(t, "classic")
	cfg.Style.Note.Place = config.AtBook
	return cfg
}

// TestEndnotes follows each mark to its note on the page of notes, and the note's number back to the place of its first mark, in the
// text or in a note.
func TestEndnotes(t *testing.T) {
	inner := &book.Note{Blocks: []book.Block{say("Inside.")}}
	outer := &book.Note{Blocks: []book.Block{para(str("Outside"), mark(inner), str("."))}}
	other := &book.Note{Blocks: []book.Block{say("Other.")}}
	caption := &book.Note{Blocks: []book.Block{say("Caption.")}}
	cell := &book.Note{Blocks: []book.Block{say("Cell.")}}
	one := &book.Chapter{ID: "one", Title: text("One"), Blocks: []book.Block{
		para(str("Words"), mark(outer), str(" and"), mark(other), str(" again"), mark(outer), str("."))}}
	two := &book.Chapter{ID: "two", Title: text("Two"), Blocks: []book.Block{
		&book.Table{Caption: []book.Inline{str("Ferries"), mark(caption)}, Head: []book.Cell{{str("A"), mark(cell)}}}}}
	bare := &book.Chapter{ID: "bare", Title: text("Bare"), Blocks: []book.Block{say("No note.")}}
	bk := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{one, bare, two}}}}
	pages := &pagemap.Map{Pages: []pagemap.Page{{Number: 1, Label: "1", Kind: pagemap.Notes, First: true}, {Number: 2, Label: "2", Kind: pagemap.Notes, Before: 4}}}
	for restart, numbers := range map[string]string{config.RestartChapter: "1 2 3 1 2", config.RestartBook: "1 2 3 4 5"} {
		cfg := endnotesConfig(t)
		cfg.Style.Note.Restart = restart
		o := open(t, write(t, cfg, bk, Assets{Pages: pages}))
		notes := string(o.files["EPUB/xhtml/notes.xhtml"])
		var got []string
		for _, e := range elements(t, "notes", []byte(notes)) {
			if e.attrs["role"] != "doc-backlink" {
				continue
			}
			got = append(got, strings.TrimSuffix(e.text, "."))
			file, id, _ := strings.Cut(e.attrs["href"], "#")
			if file == "" {
				file = "notes.xhtml"
			}
			if !strings.Contains(string(o.files[path.Join("EPUB/xhtml", file)]), fmt.Sprintf("<sup class=\"mark\" id=%q>", id)) {
				t.Errorf("no mark %s in %s", id, file)
			}
		}
		if strings.Join(got, " ") != numbers {
			t.Errorf("%s: numbers %q, want %s", restart, got, numbers)
		}
		if strings.Index(notes, "Inside.") > strings.Index(notes, "Other.") || strings.Index(notes, "Caption.") > strings.Index(notes, "Cell.") {
			t.Errorf("notes out of order in %s", notes)
		}
		if n := strings.Count(string(o.files["EPUB/xhtml/chapter-01.xhtml"]), `href="notes.xhtml#note.chapter-01.1"`); n != 2 {
			t.Errorf("%d marks of a note that is marked twice", n)
		}
		if at := strings.Index(notes, `id="page.2"`); at < strings.Index(notes, "Caption.") || at > strings.Index(notes, "Cell.") {
			t.Errorf("the second page of notes does not begin with its first note")
		}
		if nav := string(o.files["EPUB/nav.xhtml"]); !strings.Contains(nav, `<a href="xhtml/notes.xhtml">Notes</a>`) {
			t.Errorf("the contents do not list the notes: %s", nav)
		}
	}
}
