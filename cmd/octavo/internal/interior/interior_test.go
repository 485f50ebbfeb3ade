package interior

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// TestKitchen compares a book with every construct, in every style, with the approved dumps.
func TestKitchen(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		doc, _, found := Set(cfg, bk, fonts)
		for _, d := range found {
			if !slices.Contains(TypographicWarnings, d.Code) {
				t.Errorf("%s: %s", style, d.Message)
			}
		}
		booktest.PagesEqual(t, "kitchen-"+style+".golden", doc.Pages)
	}
}

// rowsOf returns the texts of a page for which keep is true, one string for each baseline, from the top.
func rowsOf(p *page.Page, keep func(*page.Text) bool) []string {
	type row struct {
		y    page.Length
		text string
		end  page.Length
	}
	var rows []row
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok && keep(t) {
			i := slices.IndexFunc(rows, func(r row) bool { return r.y == t.Y })
			if i < 0 {
				rows = append(rows, row{y: t.Y, end: t.X})
				i = len(rows) - 1
			}
			if t.X > rows[i].end+1 {
				rows[i].text += " "
			}
			rows[i].text += t.Text
			rows[i].end = t.X
			for _, g := range t.Glyphs {
				rows[i].end += page.Length(g.Advance)
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return int(a.y - b.y) })
	var out []string
	for _, r := range rows {
		out = append(out, r.text)
	}
	return out
}

// TestBookRules checks the shipped book: body lines stand on the grid, nothing is
// outside the margins, openings are rectos, every folio named in the text is true, and no word is lost.
func TestBookRules(t *testing.T) {
	dir := "../../../.."
	cfg, bk, fonts := booktest.Open(t, dir)
	doc, _, _ := Set(cfg, bk, fonts)
	st := cfg.Style
	top, grid := page.Length(st.Page.Top), page.Length(st.Text.Leading)
	const hangs = 3 * page.Pt // quotation marks and stops do, by a little
	label := map[string]string{}
	for i, p := range doc.Pages {
		left := page.Length(st.Page.Inner)
		if i%2 == 1 {
			left = page.Length(st.Page.Outer)
		}
		right := left + page.Length(cfg.Measure())
		for _, it := range p.Items {
			switch it := it.(type) {
			case *page.Anchor:
				label[it.Name] = p.Label
			case *page.Text:
				x := it.X
				for _, g := range it.Glyphs {
					x += page.Length(g.Advance)
				}
				if it.X < left-hangs || x > right+hangs {
					t.Errorf("page %s: %q stands from %s to %s, outside %s to %s", p.Label, it.Text, it.X, x, left, right)
				}
				if it.Font == fonts.Regular.Font && it.Size == page.Length(st.Text.Size) && it.Y > top && it.Y < top+34*grid &&
					len(it.Glyphs) > 30 && (it.Y-top-textstyle.Baseline(grid))%grid != 0 {
					t.Errorf("page %s: %q is off the grid", p.Label, it.Text)
				}
			}
		}
	}
	for i, p := range doc.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *page.Link:
				if it.Anchor != "" && label[it.Anchor] == "" {
					t.Errorf("page %s: a link leads to %s, which is nowhere", p.Label, it.Anchor)
				}
			case *page.Anchor:
				for _, ch := range bk.Chapters() {
					if it.Name == ch.ID && i%2 != 0 {
						t.Errorf("chapter %s opens on a verso", ch.ID)
					}
				}
			}
		}
	}
	for _, e := range bk.Entries() {
		if label[e.ID] == "" {
			t.Errorf("entry %s is on no page", e.ID)
		}
	}
}

// TestNoWordLost compares the words of the manuscript with the words on the pages.
func TestNoWordLost(t *testing.T) {
	for _, dir := range []string{"../../../..", booktest.Kitchen} {
		cfg, bk, fonts := booktest.Open(t, dir)
		doc, _, _ := Set(cfg, bk, fonts)
		have := map[string]int{}
		var all strings.Builder
		// What stands in the text block first, page after page, for a word may be divided over the turn; then the notes,
		// which are smaller; then the rest.
		block := func(t *page.Text) bool {
			top := page.Length(cfg.Style.Page.Top)
			return t.Y > top && t.Y < top+34*page.Length(cfg.Style.Text.Leading)
		}
		note := func(t *page.Text) bool { return t.Size <= page.Length(cfg.Style.Note.Size) }
		for _, keep := range []func(*page.Text) bool{
			func(t *page.Text) bool { return block(t) && !note(t) },
			func(t *page.Text) bool { return block(t) && note(t) },
			func(t *page.Text) bool { return !block(t) },
		} {
			for _, p := range doc.Pages {
				for _, r := range rowsOf(p, keep) {
					all.WriteString(r)
					if !strings.HasSuffix(r, "\u00AD") && !strings.HasSuffix(r, "-") {
						all.WriteByte(' ')
					}
				}
			}
		}
		for _, w := range words(strings.ReplaceAll(all.String(), "\u00AD", "")) {
			have[w]++
		}
		for _, ch := range bk.Chapters() {
			count := map[string]int{}
			book.Walk(ch.Blocks, func(b book.Block) {
				book.Runs(b, func(run []book.Inline) {
					book.WalkInlines(run, func(in book.Inline) {
						switch in := in.(type) {
						case *book.Text:
							countWords(count, in.Value)
						case *book.CodeSpan:
							countWords(count, in.Value)
						}
					})
				})
			})
			for w, n := range count {
				if have[w] < n {
					t.Errorf("%s: %q occurs %d times, on paper %d times", ch.File, w, n, have[w])
				}
			}
		}
	}
}

func countWords(count map[string]int, text string) {
	for _, w := range words(text) {
		count[w]++
	}
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}
