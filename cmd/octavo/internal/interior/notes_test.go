package interior

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/timing"
	"octavo/cmd/octavo/internal/typeset"
)

// marked is a chapter with a mark in every place that can have one. Each note says where.
const marked = `# Title[^title]

Text[^text] with [a link](https://example.org/a), and *in [emphasis](https://example.org/e)*. Its own: <https://example.org/own>.

## Heading[^heading]

> Quoted[^quoted]
>
> -- By[^by]

| Head[^head] | Two |
| --- | --- |
| Cell[^cell] | [Web](https://example.org/c) |

Table: Caption[^caption]

- Item[^item]

Term[^term]
:   Meaning[^meaning]

Line[^line]\
of verse[^verse]\
and more

Again[^text] and two.[^one][^two]

[^title]: Note title. One is inside.[^inside]
[^inside]: Note inside.
[^text]: Note text. Then [linked](https://example.org/n).
[^heading]: Note heading.
[^quoted]: Note quoted.
[^by]: Note by.
[^head]: Note head.
[^cell]: Note cell.
[^caption]: Note caption.
[^item]: Note item.
[^term]: Note term.
[^meaning]: Note meaning.
[^line]: Note line.
[^verse]: Note verse.
[^one]: Note one.
[^two]: Note two.
`

// TestNotePlan holds the order of notes: as their marks are read, a note in a note after that, and the address of a link after the
// marks in its words.
func TestNotePlan(t *testing.T) {
	ch := booktest.OfChapter(t, marked).Parts[0].Chapters[0]
	says := func(addresses bool) (out []string) {
		for _, n := range planNotes(ch, addresses, false).list {
			p := n.Blocks[0].(*book.Paragraph)
			text := book.PlainText(p.Text)
			if l, ok := p.Text[0].(*book.Link); ok && text == "" {
				text = l.URL
			}
			out = append(out, strings.TrimPrefix(strings.Fields(text + " ")[min(1, len(strings.Fields(text))-1)], "https://example.org/"))
		}
		return out
	}
	for i, w := range says(false) {
		if want := strings.Fields("title. inside. text. heading. quoted. by. caption. head. cell. item. term. meaning. line. verse. one. two."); w != want[i] {
			t.Fatalf("note %d is %q, want %q", i+1, w, want[i])
		}
	}
	want := strings.Fields("title. inside. text. a e heading. quoted. by. caption. head. cell. c item. term. meaning. line. verse. one. two.")
	if got := says(true); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// notesBook opens a book of the chapter with all marks, and of another.
func notesBook(t *testing.T, toml string) (*config.Config, *book.Book, *textstyle.Fonts) {
	t.Helper()
	return booktest.Open(t, written(t, toml, marked))
}

// TestNotesEverywhere sets the chapter with all marks in every way, and holds that each note is printed once, that its mark leads to it
// and its number back, and that a mark is where one belongs.
func TestNotesEverywhere(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		for _, notes := range []string{"", "place = 'chapter'", "place = 'book'", "marks = 'symbols'", "restart = 'page'", "restart = 'book'"} {
			t.Run(style+" "+notes, func(t *testing.T) {
				t.Parallel()
				cfg, bk, fonts := notesBook(t, "[notes]\n"+notes+"\n[print]\nlinks = 'notes'\nstyle = '"+style+"'\n")
				doc, _, found := Set(cfg, bk, fonts)
				for _, d := range found {
					if d.Severity == diag.Error {
						t.Errorf("%s: %s", d.Code, d.Message)
					}
				}
				anchors, links := map[string]int{}, map[string]int{}
				var text strings.Builder
				for _, p := range doc.Pages {
					for _, it := range page.Placed(p.Items) {
						switch it := it.(type) {
						case *page.Anchor:
							anchors[it.Name]++
						case *page.Link:
							links[it.Anchor]++
						case *page.Text:
							text.WriteString(it.Text)
						}
					}
				}
				plan := planNotes(bk.Parts[0].Chapters[0], true, false)
				for n := range plan.list {
					a, m := plan.anchor(n+1), plan.markAnchor(n+1)
					if anchors[a] != 1 || anchors[m] != 1 || links[a] == 0 || links[m] == 0 {
						t.Errorf("note %d: %d of its anchor, %d at its mark, %d links to it, %d back", n+1, anchors[a], anchors[m], links[a], links[m])
					}
				}
				for _, word := range strings.Fields("title text inside heading quoted by head cell caption item term meaning line verse one two") {
					if n := strings.Count(strings.ReplaceAll(text.String(), "ﬁ", "fi"), "Note "+word+"."); n != 1 {
						t.Errorf("the note %s is printed %d times", word, n)
					}
				}
			})
		}
	}
}

// TestNotesGolden holds pages with notes in every way against approved ones.
func TestNotesGolden(t *testing.T) {
	for name, toml := range map[string]string{
		"notes-chapter.golden": "[notes]\nplace = 'chapter'\n[print]\nlinks = 'inline'\n",
		"notes-book.golden":    "[notes]\nplace = 'book'\n[print]\nlinks = 'notes'\n",
		"notes-symbols.golden": "[notes]\nmarks = 'symbols'\n[print]\nlinks = 'notes'\n",
	} {
		cfg, bk, fonts := notesBook(t, toml)
		doc, m, _ := Set(cfg, bk, fonts)
		var pages []*page.Page
		for i, p := range doc.Pages {
			if k := m.Pages[i].Kind; k == pagemap.Chapter || k == pagemap.Notes || k == pagemap.Contents {
				pages = append(pages, p)
			}
		}
		booktest.PagesEqual(t, name, pages)
	}
}

// manyNotes is a chapter with n paragraphs, each with two notes.
func manyNotes(n int) string {
	var b, notes strings.Builder
	b.WriteString("# Many\n\n")
	for i := range n {
		fmt.Fprintf(&b, "The keeper of the lamp wrote in his log each night%s[^a%d] what the sea had done, and what he had not been able to see of it, and nobody asked for the book[^b%d] until August.\n\n",
			strings.Repeat(" and day", i%7), i, i)
		fmt.Fprintf(&notes, "[^a%d]: The log of the year, leaf %d%s.\n[^b%d]: So it says.\n\n", i, i, strings.Repeat(", and the leaf after it", i%5), i)
	}
	return b.String() + notes.String()
}

// labelsOfPages returns what marks the notes at the foot of each page, in order.
func labelsOfPages(doc *page.Document) (out [][]string) {
	for _, p := range doc.Pages {
		var labels []string
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && x.Node != nil && x.Node.Kind == page.NodeLink && x.Size == 9*page.Pt {
				labels = append(labels, strings.TrimSuffix(x.Text, "."))
			}
		}
		if labels != nil {
			out = append(out, labels)
		}
	}
	return out
}

// TestNotesByPage counts the notes of each page from the first, whatever the widths of the marks do to the pages.
func TestNotesByPage(t *testing.T) {
	for _, marks := range []string{config.Numbers, config.Symbols} {
		cfg, bk, fonts := booktest.Open(t, written(t, "[notes]\nmarks = '"+marks+"'\nrestart = 'page'\n", manyNotes(60)))
		doc, _, _ := Set(cfg, bk, fonts)
		all := labelsOfPages(doc)
		if len(all) < 6 {
			t.Fatalf("%d pages with notes", len(all))
		}
		for i, labels := range all {
			for k, got := range labels {
				want := strconv.Itoa(k + 1)
				if marks == config.Symbols {
					want = symbol(noteSymbols, k+1)
				}
				if got != want {
					t.Errorf("%s, page %d: note %d is marked %s, want %s", marks, i+1, k+1, got, want)
				}
			}
		}
	}
}

// TestReservedRoom sets notes with the room of the widest mark: then lines and pages are the same whatever the marks are, which is
// what ends the rounds of chapterBodies.
func TestReservedRoom(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "[notes]\nmarks = 'symbols'\n", manyNotes(40)))
	in := newInterior(cfg, bk, fonts, newMemo(cfg, fonts))
	in.inner = 0
	ch := bk.Parts[0].Chapters[0]
	in.notes = in.plansOf(bk.Chapters())
	ends := func(n int) (out []typeset.Piece) {
		l := in.layout(ch)
		l.tree = &page.Node{Kind: page.NodeSect}
		l.labels.room = 20 * page.Pt
		l.labels.texts = slices.Repeat([]string{symbol(noteSymbols, n)}, len(l.notes.list))
		c := l.chapterColumn(ch)
		for _, p := range l.divide(c) {
			out = append(out, p.Pieces[len(p.Pieces)-1])
		}
		for _, b := range c.flow {
			out = append(out, typeset.Piece{To: len(b.Ways[0].Rows)})
		}
		return out
	}
	first := ends(1)
	for n := 2; n <= 13; n++ {
		if !slices.Equal(ends(n), first) {
			t.Errorf("pages or paragraphs end elsewhere with %s", symbol(noteSymbols, n))
		}
	}
}

func TestSymbol(t *testing.T) {
	for n, want := range map[int]string{1: "*", 2: "†", 3: "‡", 4: "§", 5: "‖", 6: "¶", 7: "**", 8: "††", 12: "¶¶", 13: "***"} {
		if got := symbol(noteSymbols, n); got != want {
			t.Errorf("symbol %d is %s, want %s", n, got, want)
		}
	}
}

// TestNotesHeads holds the running heads over the book's notes to the pages that their marks are on.
func TestNotesHeads(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "[notes]\nplace = 'book'\n", manyNotes(90)))
	doc, m, _ := Set(cfg, bk, fonts)
	at := map[string]string{} // the folios of marks
	for i, p := range doc.Pages {
		for _, it := range p.Items {
			if a, ok := it.(*page.Anchor); ok {
				at[a.Name] = m.Pages[i].Label
			}
		}
	}
	heads := 0
	for i, p := range doc.Pages {
		if m.Pages[i].Kind != pagemap.Notes || m.Pages[i].First {
			continue
		}
		var from, to, says string
		for _, it := range p.Items {
			switch it := it.(type) {
			case *page.Anchor:
				if n, ok := strings.CutPrefix(it.Name, "note."); ok {
					to = at["mark."+n]
					if from == "" {
						from = to
					}
				}
			case *page.Text:
				if text := strings.ReplaceAll(it.Text, "\u00A0", " "); strings.HasPrefix(text, "Notes to") {
					says = text
				}
			}
		}
		if heads++; says != "Notes to pages "+from+"–"+to && says != "Notes to page "+from {
			t.Errorf("page %s says %q over notes to pages %s to %s", m.Pages[i].Label, says, from, to)
		}
	}
	if heads == 0 {
		t.Error("no running head over notes")
	}
}

// TestPrintedAddress holds which links have their address printed.
func TestPrintedAddress(t *testing.T) {
	for _, c := range []struct{ url, says, want string }{
		{"https://example.org/a", "the register", "https://example.org/a"},
		{"https://example.org/a", "https://example.org/a", ""},
		{"https://www.example.org/", "example.org", ""},
		{"https://example.org/a", "http://example.org/a/", ""},
		{"https://example.org/a", "example.org", "https://example.org/a"},
		{"mailto:jane@example.org", "Jane", "jane@example.org"},
		{"mailto:jane@example.org", "jane@example.org", ""},
		{"tel:+15550100", "call", "+15550100"},
	} {
		if got := printedAddress(&book.Link{URL: c.url, Text: titled(c.says)}); got != c.want {
			t.Errorf("%s for %q is printed as %q, want %q", c.says, c.url, got, c.want)
		}
	}
}

// TestLinks holds what is printed of a link in each way.
func TestLinks(t *testing.T) {
	for links, want := range map[string]string{
		"none":   "See the register, and go. Its own: https://example.org/own.",
		"inline": "See the register (https://example.org/a), and go. Its own: https://example.org/own.",
		"notes":  "See the register,1 and go. Its own: https://example.org/own.",
	} {
		cfg, bk, fonts := booktest.Open(t, written(t, "[print]\nlinks = '"+links+"'\n",
			"# One\n\nFirst.\n\nSee [the register](https://example.org/a), and go. Its own: <https://example.org/own>.\n"))
		doc, m, _ := Set(cfg, bk, fonts)
		if got := strings.Join(chapterRows(doc, m), " "); !strings.Contains(strings.ReplaceAll(got, "// ", "//"), want) {
			t.Errorf("%s: %q, want %q", links, got, want)
		}
		n := 0
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if l, ok := it.(*page.Link); ok && l.URL == "https://example.org/a" {
					n++
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: nothing leads to the address", links)
		}
	}
}

// TestNotesOfDrafts holds that the notes of a draft stand with it where those of the book stand at its end, and that a typescript has all
// at the foot, by number.
func TestNotesOfDrafts(t *testing.T) {
	const drafted = "# One\n\nWords.[^w]\n\n## A maxim.[^m]\n+++\nkind = \"meme\"\nstatus = \"draft\"\n+++\n\nA gloss.[^g]\n\n[^w]: Of words.\n[^m]: Of the maxim.\n[^g]: Of the gloss.\n"
	dir := written(t, "[notes]\nplace = 'book'\n", drafted)
	cfg, bk, fonts := booktest.Open(t, dir)
	doc, m, _ := Set(cfg, bk, fonts)
	words := func(pages []*page.Page) string {
		var all []string
		for _, p := range pages {
			all = append(all, rowsOf(p, func(x *page.Text) bool { return x.Node != nil })...)
		}
		return strings.ReplaceAll(strings.Join(all, " "), "\u2002", " ")
	}
	if got := words(doc.Pages); !strings.Contains(got, "1. Of words.") || strings.Contains(got, "maxim") {
		t.Errorf("the book has %q", got)
	}
	drafts, _, _ := Drafts(cfg, bk, fonts, m)
	if got := words(drafts); !strings.HasSuffix(got, "Notes 1. Of the maxim. 2. Of the gloss.") || len(drafts) > 2 {
		t.Errorf("the drafts have %q", got)
	}
	_, _, script, _ := typescriptOf(t, dir)
	if got := words(script.Pages); !strings.Contains(got, "1. Of words. 2. Of the maxim. 3. Of the gloss.") || strings.Contains(got, "Notes") {
		t.Errorf("the typescript has %q", got)
	}
}

// TestNotesThroughBook numbers the notes of a second chapter after those of the first, and looks for the contents' line.
func TestNotesThroughBook(t *testing.T) {
	for restart, want := range map[string]string{"book": "3. In two.", "chapter": "1. In two."} {
		dir := written(t, "[notes]\nplace = 'book'\nrestart = '"+restart+"'\n", "# One\n\nA[^a] b.[^b]\n\n[^a]: In one.\n[^b]: In one too.\n")
		if err := os.WriteFile(filepath.Join(dir, "manuscript", "02.md"), []byte("# Two\n\nC.[^c]\n\n[^c]: In two.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		doc, m, _ := Set(booktest.Open(t, dir))
		var notes, contents []string
		for i, p := range doc.Pages {
			switch m.Pages[i].Kind {
			case pagemap.Notes:
				notes = append(notes, rowsOf(p, func(*page.Text) bool { return true })...)
			case pagemap.Contents:
				contents = append(contents, rowsOf(p, func(*page.Text) bool { return true })...)
			}
		}
		if !slices.ContainsFunc(notes, func(row string) bool { return strings.ReplaceAll(row, "\u2002", " ") == want }) {
			t.Errorf("no %q in %q", want, notes)
		}
		if !slices.ContainsFunc(contents, func(row string) bool { return strings.HasPrefix(row, "Notes") }) {
			t.Errorf("the contents do not list the notes: %q", contents)
		}
	}
}

// TestNotesHang sets the lines of notes beside their numbers, which end in a column.
func TestNotesHang(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "", manyNotes(12)))
	style := *cfg.Style
	style.Note.Hang, style.Note.Place = true, config.AtChapter
	cfg.Style = &style
	doc, _, _ := Set(cfg, bk, fonts)
	ends, begins := map[page.Length]int{}, map[page.Length]int{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok || x.Size != 9*page.Pt || x.Node == nil || p.Label == "iv" {
				continue
			}
			if x.Node.Kind == page.NodeLink {
				end := x.X
				for _, g := range x.Glyphs {
					end += page.Length(g.Advance)
				}
				ends[end]++
			} else if strings.HasPrefix(x.Text, "The log") || strings.HasPrefix(x.Text, "So it") {
				begins[x.X/page.Pt]++ // letters hang a little into the margin, each its own way
			}
		}
	}
	if len(ends) > 2 || len(begins) > 2 { // one on versos, one on rectos
		t.Errorf("numbers end at %v, notes begin at %v", ends, begins)
	}
}

// TestNotesLinear holds the work of a chapter to its length, in the way that sets it most often.
func TestNotesLinear(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "[notes]\nmarks = 'symbols'\n", manyNotes(1)))
	style := *cfg.Style
	style.Note.Hang = true
	cfg.Style = &style
	timing.Linear(t, 40, func(n int) {
		bk.Parts[0].Chapters[0] = booktest.OfChapter(t, manyNotes(n)).Parts[0].Chapters[0]
		Set(cfg, bk, fonts)
	})
}

// TestNoteAgain warns of a mark that stands for another note on its page, and of no other.
func TestNoteAgain(t *testing.T) {
	chapter := strings.Replace(manyNotes(30), "until August.", "until August.[^a0]", 30)
	for notes, some := range map[string]bool{"": false, "marks = 'symbols'": true, "restart = 'page'": true, "place = 'book'": false} {
		_, _, found := Set(booktest.Open(t, written(t, "[notes]\n"+notes+"\n", chapter)))
		n := 0
		for _, d := range found {
			if d.Code == "note-again" {
				n++
			}
		}
		if some && (n == 0 || n > 28) || !some && n > 0 { // those on the note's own page are right
			t.Errorf("%q: %d warnings", notes, n)
		}
	}
}

// TestLabelsOn counts the notes of a page from the first, but goes on where a note begins there whose mark is on the page before.
func TestLabelsOn(t *testing.T) {
	ch := booktest.OfChapter(t, manyNotes(3)).Parts[0].Chapters[0]
	cfg, _, fonts := booktest.Open(t, written(t, "[notes]\nmarks = 'symbols'\n", "# One\n\nText.\n"))
	l := &layout{style: cfg.Style, fonts: fonts, notes: planNotes(ch, false, false)}
	l.relabel(make([]string, 6))
	begins := func(notes ...int) (rows []typeset.Row) {
		for _, n := range notes {
			rows = append(rows, typeset.Row{Begins: true, Items: []page.Item{&page.Anchor{Name: l.notes.anchor(n)}}}, typeset.Row{})
		}
		return rows
	}
	var blocks []typeset.Block
	var pages []typeset.Page
	for i, p := range []struct{ marked, foot []int }{{[]int{1, 2}, []int{1}}, {[]int{3}, []int{2, 3}}, {[]int{4, 5}, []int{4, 5}}, {nil, nil}, {[]int{6}, []int{6}}} {
		blocks = append(blocks, typeset.Block{Ways: []typeset.Way{{Rows: []typeset.Row{{Notes: begins(p.marked...)}}}}})
		pages = append(pages, typeset.Page{Pieces: []typeset.Piece{{Block: i, To: 1}}, Notes: begins(p.foot...)})
	}
	if got, want := l.labelsOn(blocks, pages), []string{"*", "†", "‡", "*", "†", "*"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNotesHeadContinued looks for the head over a page with nothing but the rest of a note.
func TestNotesHeadContinued(t *testing.T) {
	doc, m, _ := Set(booktest.Open(t, written(t, "[notes]\nplace = 'book'\n",
		"# One\n\nText.[^a]\n\n[^a]: "+strings.Repeat("The keeper of the lamp wrote in his log each night what the sea had done. ", 120)+"\n")))
	n := 0
	for i, p := range doc.Pages {
		if m.Pages[i].Kind != pagemap.Notes || m.Pages[i].First {
			continue
		}
		if n++; !slices.ContainsFunc(p.Items, func(it page.Item) bool {
			x, ok := it.(*page.Text)
			return ok && x.Text == "Notes to page\u00A01" || ok && x.Text == "Notes\u00A0to\u00A0page\u00A01"
		}) {
			t.Errorf("page %s has no head", m.Pages[i].Label)
		}
	}
	if n < 2 {
		t.Errorf("the note has %d further pages", n)
	}
}
