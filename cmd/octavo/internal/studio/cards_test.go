package studio

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answered answers a request to a studio's handlers, behind the guard's back, and decodes the answer.
func answered(t *testing.T, s *Studio, method, address, body string, to any) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.routes().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body)))
	if to != nil {
		if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
			t.Fatalf("%s: %d %.300s: %v", address, w.Code, w.Body, err)
		}
	}
	return w
}

// deckBook is a book of three entries, one of them without a card and one whose text is too long for its card.
func deckBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "book.toml", "[book]\ntitle = \"Three\"\nauthors = [\"Ada Quill\"]\ndate = 2026-01-01\nlanguage = \"en-US\"\n"+
		"[themes]\nwork = \"Work\"\nrest = \"Rest\"\n[audiences]\nall = \"Everybody\"\n")
	put(t, dir, "manuscript/01.md", "# One\n\n## Measure twice, cut once.\n+++\nkind = \"meme\"\nthemes = [\"work\"]\naudience = [\"all\"]\n+++\n\nThe gloss has six words here.\n\n"+
		"## Measure twice, cut just once.\n+++\nkind = \"meme\"\nid = \"twice\"\nthemes = [\"rest\"]\ncard = false\n+++\n\n## =SUM(A1) is no maxim.\n+++\nkind = \"meme\"\nid = \"sum\"\n+++\n\nTK\n")
	return dir
}

// TestDeckLeft: who goes while a deck is set leaves no fault for the next one.
func TestDeckLeft(t *testing.T) {
	s := New(deckBook(t), Options{})
	gone, leave := context.WithCancel(t.Context())
	leave()
	l := deckLook{Design: "field", Sheet: "a4"}
	s.deck(gone, l)
	if d := s.deck(t.Context(), l); d.fault != nil || d.deck == nil {
		t.Errorf("the deck cannot be set: %v", d.fault)
	}
}

func TestCards(t *testing.T) {
	s := New(deckBook(t), Options{})
	var d deckAnswer
	answered(t, s, "GET", "/api/cards", "", &d)
	var ids []string
	for _, c := range d.Cards {
		ids = append(ids, c.ID)
	}
	if want := "card.title card.themes measure-twice-cut-once sum"; strings.Join(ids, " ") != want || d.Without != 1 {
		t.Fatalf("the cards are %q, and %d entries have none; want %s", ids, d.Without, want)
	}
	c := d.Cards[2]
	if c.Title != "Measure twice, cut once." || c.Kind != "meme" || c.Size < 9 || c.At == nil || c.At.File != "manuscript/01.md" || c.At.Line != 3 {
		t.Errorf("the card is %+v", c)
	}
	if len(d.Sheets) < 3 || d.Sheets[0] != (sheetEntry{1, "front", 612, 792}) || d.Sheets[1].Side != "back" || d.Sheets[1].Number != 1 || d.Sheets[2].Number != 0 {
		t.Errorf("the sheets are %+v", d.Sheets)
	}
	if d.Themes[0].Color == "" || d.Kinds[0].Name != "Meme" {
		t.Errorf("groups: %+v", d.groups)
	}
	var f map[string]faces
	answered(t, s, "GET", "/api/cards/faces?cards=2,99,x", "", &f)
	if len(f) != 1 || len(f["2"].Front.Items) == 0 || len(f["2"].Back.Items) == 0 {
		t.Errorf("faces: %+v", f)
	}
	var sheet sheet
	if answered(t, s, "GET", "/api/cards/sheet/1", "", &sheet); len(sheet.Items) < 4 {
		t.Errorf("the sheet has %d items", len(sheet.Items))
	}
	for _, address := range []string{"/api/cards/sheet/0", "/api/cards/sheet/99", "/api/cards/sheet/x", "/api/cards/faces?cards=" + strings.Repeat("1,", 300), "/api/cards?design=none"} {
		if w := answered(t, s, "GET", address, "", nil); w.Code < 400 {
			t.Errorf("%.40s: %d", address, w.Code)
		}
	}
}

// A card whose text does not fit stops the deck's printing. It is shown with the reason, and so are the others.
func TestCardThatDoesNotFit(t *testing.T) {
	dir := deckBook(t)
	s := New(dir, Options{})
	put(t, dir, "manuscript/02.md", "# Two\n\n## Short.\n+++\nkind = \"meme\"\nid = \"long\"\ncard = \""+strings.Repeat("incomprehensibilities ", 60)+"\"\n+++\n\nGloss.\n")
	var d deckAnswer
	answered(t, s, "GET", "/api/cards", "", &d)
	last := d.Cards[len(d.Cards)-1]
	if last.ID != "long" || len(last.Problems) == 0 || !last.Problems[0].Error || last.Problems[0].At.Line != 7 || len(d.Cards) != 5 {
		t.Fatalf("the card is %+v, of %d", last, len(d.Cards))
	}
}

// What is tried is looked at and not written.
func TestDeckLooks(t *testing.T) {
	dir := deckBook(t)
	before := contents(t, dir, "book.toml")
	s := New(dir, Options{})
	var own, tarot, other deckAnswer
	answered(t, s, "GET", "/api/cards", "", &own)
	answered(t, s, "GET", "/api/cards?card=tarot&sheet=a4&style=modern", "", &tarot)
	if own.Own != (ownDeck{"classic", "poker", "plate", "letter"}) || tarot.Own != own.Own {
		t.Errorf("book.toml has %+v and %+v", own.Own, tarot.Own)
	}
	if tarot.Width <= own.Width || tarot.Sheets[0].Width == own.Sheets[0].Width {
		t.Errorf("cards of %g points on sheets of %g, tarot %g on %g", own.Width, own.Sheets[0].Width, tarot.Width, tarot.Sheets[0].Width)
	}
	var f, g map[string]faces
	answered(t, s, "GET", "/api/cards/faces?cards=2", "", &f)
	answered(t, s, "GET", "/api/cards/faces?cards=2&design=ledger", "", &g)
	a, _ := json.Marshal(f)
	b, _ := json.Marshal(g)
	if bytes.Equal(a, b) {
		t.Error("another design looks the same")
	}
	answered(t, s, "GET", "/api/cards?style=none", "", &other)
	if other.Fault == "" {
		t.Error("a style that is not there has no fault")
	}
	if contents(t, dir, "book.toml") != before {
		t.Error("book.toml has changed")
	}
}

func TestEntries(t *testing.T) {
	s := New(deckBook(t), Options{})
	var all entriesAnswer
	answered(t, s, "GET", "/api/entries", "", &all)
	if len(all.Entries) != 3 {
		t.Fatalf("the entries are %+v", all.Entries)
	}
	first, second, third := all.Entries[0], all.Entries[1], all.Entries[2]
	if first.Words != 4 || first.Gloss != 6 || first.Chapter != "One" || first.NoCard || first.At.Line != 3 {
		t.Errorf("the first is %+v", first)
	}
	if !second.NoCard || second.Gloss != 0 || !third.TK || third.Errors != 0 {
		t.Errorf("the others are %+v and %+v", second, third)
	}
	var alike alikeAnswer
	answered(t, s, "GET", "/api/entries/alike", "", &alike)
	if p := alike.Pairs; len(p) != 1 || p[0].First.ID != first.ID || p[0].Second.ID != "twice" || p[0].Share < 0.6 {
		t.Errorf("alike are %+v", p)
	}
}

// A table for a spreadsheet has no formulas in it, whatever a maxim begins with.
func TestEntriesCSV(t *testing.T) {
	s := New(deckBook(t), Options{})
	w := answered(t, s, "POST", "/api/entries.csv", `{"ids":["sum","measure-twice-cut-once","nobody"]}`, nil)
	text, ok := strings.CutPrefix(w.Body.String(), "\uFEFF")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !ok || len(rows) != 3 {
		t.Fatalf("%q: %v", text, err)
	}
	if rows[1][1] != "'=SUM(A1) is no maxim." || !strings.HasPrefix(rows[1][9], "TK") || rows[2][0] != "measure-twice-cut-once" || rows[2][3] != "Work" || rows[2][7] == "" {
		t.Errorf("the rows are %q", rows)
	}
	if d := w.Header().Get("Content-Disposition"); d != `attachment; filename="three-entries.csv"` {
		t.Error(d)
	}
	if w := answered(t, s, "POST", "/api/entries.csv", "{", nil); w.Code != http.StatusBadRequest {
		t.Errorf("half a request: %d", w.Code)
	}
}

func TestEbook(t *testing.T) {
	dir := deckBook(t)
	put(t, dir, "manuscript/01.md", strings.Replace(contents(t, dir, "manuscript/01.md"), "\n\nTK\n", "\n\n&lt;script>alert(1)&lt;/script> `<img src=x onerror=alert(2)>`\n", 1))
	s := New(dir, Options{})
	var e ebookAnswer
	answered(t, s, "GET", "/api/ebook", "", &e)
	if e.Fault != "" || len(e.Sections) == 0 || len(e.Contents) == 0 {
		t.Fatalf("the e-book is %+v", e)
	}
	chapter := ""
	for _, sec := range e.Sections {
		w := answered(t, s, "GET", "/ebook/1/"+sec.File, "", nil)
		h := w.Header()
		if w.Code != http.StatusOK || h.Get("Content-Type") != "application/xhtml+xml" || h.Get("X-Frame-Options") != "SAMEORIGIN" ||
			!strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(h.Get("Content-Security-Policy"), "script") {
			t.Errorf("%s: %d %v", sec.File, w.Code, h)
		}
		if sec.Source == "manuscript/01.md" {
			chapter = w.Body.String()
		}
	}
	if !strings.Contains(chapter, `data-at="manuscript/01.md:10:1"`) || !strings.Contains(chapter, readerLink) || strings.Contains(chapter, "<script") || strings.Contains(chapter, "<img") {
		t.Errorf("the chapter is %s", chapter)
	}
	for _, address := range []string{"/ebook/1/css/book.css", "/ebook/reader.css"} {
		if w := answered(t, s, "GET", address, "", nil); w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	for _, address := range []string{"/ebook/1/book.toml", "/ebook/1/xhtml/%2e%2e/%2e%2e/book.toml", "/ebook/7/xhtml/chapter-01.xhtml", "/ebook/x/nav.xhtml", "/ebook/1/"} {
		if w := answered(t, s, "GET", address, "", nil); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d %.200s", address, w.Code, w.Body)
		}
	}
}

// A book whose error comes while its cards and its e-book are looked at keeps those of before, and says so.
func TestCardsAndEbookStayWhileThereAreErrors(t *testing.T) {
	dir := deckBook(t)
	s := New(dir, Options{})
	var d, after deckAnswer
	var e ebookAnswer
	answered(t, s, "GET", "/api/cards", "", &d)
	answered(t, s, "GET", "/api/ebook", "", &e)
	text := contents(t, dir, "manuscript/01.md")
	put(t, dir, "manuscript/01.md", strings.Replace(text, `kind = "meme"`, `kind = "mem`, 1))
	s.book.change()
	answered(t, s, "GET", "/api/cards", "", &after)
	answered(t, s, "GET", "/api/ebook", "", &e)
	if !after.Old || len(after.Cards) != len(d.Cards) || !e.Old || len(e.Sections) == 0 {
		t.Errorf("cards: old %t, %d of %d; e-book: old %t", after.Old, len(after.Cards), len(d.Cards), e.Old)
	}
	if w := answered(t, s, "GET", "/ebook/2/"+e.Sections[0].File, "", nil); w.Code != http.StatusOK {
		t.Errorf("a section of before: %d", w.Code)
	}
	if err := os.Remove(filepath.Join(dir, "manuscript", "01.md")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "manuscript/01.md", "# One\n\nNo entry at all.\n")
	s.book.change()
	after = deckAnswer{}
	answered(t, s, "GET", "/api/cards", "", &after)
	if after.Old || len(after.Cards) != 0 {
		t.Errorf("a book without entries has %d cards", len(after.Cards))
	}
}
