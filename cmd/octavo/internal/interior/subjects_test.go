package interior

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TestMerged compares the merged ranges with the set of pages that they stand for.
func TestMerged(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		var in []pageRange
		pages := map[folio]bool{}
		for range r.IntN(6) {
			from := folio{r.IntN(4) > 0, 1 + r.IntN(12)}
			to := folio{from.body, from.n + r.IntN(3)}
			in = append(in, pageRange{"x", from, to})
			for n := from.n; n <= to.n; n++ {
				pages[folio{from.body, n}] = true
			}
		}
		out := merged(in)
		for i, p := range out {
			for n := p.from.n; n <= p.to.n; n++ {
				if f := (folio{p.from.body, n}); !pages[f] {
					t.Fatalf("%v: %v has page %v", in, out, f)
				} else {
					delete(pages, f)
				}
			}
			if i > 0 && out[i-1].from.body == p.from.body && p.from.n <= out[i-1].to.n+1 {
				t.Fatalf("%v: %v could be merged", in, out)
			}
		}
		if len(pages) > 0 {
			t.Fatalf("%v: %v lacks %v", in, out, pages)
		}
	}
	for _, label := range []string{"1", "112", "xiv", "cd"} {
		if folioOf(label).String() != label {
			t.Errorf("%s is read as %s", label, folioOf(label))
		}
	}
	if s := (pageRange{from: folio{body: true, n: 12}, to: folio{body: true, n: 14}}).String(); s != "12–14" {
		t.Error(s)
	}
}

// TestSubjects checks the subjects of the kitchen book: drafts have none, and references to missing headings are left out.
func TestSubjects(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Kitchen)
	show := func() string {
		var out []string
		in := newInterior(cfg, bk, fonts, newMemo(cfg, fonts))
		for _, h := range indexes.Subjects(in.cfg, in.printed()) {
			line := h.Name
			for _, e := range h.Entries {
				line += " " + e.ID
			}
			for _, s := range h.Subs {
				line += " [" + s.Name
				for _, e := range s.Entries {
					line += " " + e.ID
				}
				line += "]"
			}
			if len(h.See) > 0 {
				line += " → " + strings.Join(h.See, "; ")
			}
			out = append(out, line)
		}
		return strings.Join(out, "\n")
	}
	want := `Éclairs first
kitchens first → sinks
sinks second
testing [of everything first second] [twice first]
trials → testing`
	if got := show(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	bk.Entries()[1].Status = book.Draft
	want = `Éclairs first
kitchens first
testing [of everything first] [twice first]
trials → testing`
	if got := show(); got != want {
		t.Errorf("without the second entry\n%s\nwant\n%s", got, want)
	}
}

// TestBalanced divides random rows into columns: none is lost, none is too high, no heading ends a column, and what fits
// on one page is as low there as it can be.
func TestBalanced(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	const lead = 10 * page.Pt
	for range 2000 {
		rows := make([]typeset.Row, 1+r.IntN(30))
		for i := range rows {
			rows[i].Height = lead * page.Length(1+r.IntN(2))
			rows[i].Space = lead * page.Length(r.IntN(2))
			if r.IntN(3) == 0 {
				rows[i].Penalty = typeset.Forbidden
			}
		}
		n, height := 1+r.IntN(2), lead*page.Length(8+r.IntN(8))
		parts := balanced(rows, height, n, lead)
		done := 0
		for _, p := range parts {
			if h := tallest([][]typeset.Row{p}); h > height && len(p) > 1 {
				t.Fatalf("a column of %s in %s", h, height)
			}
			if done += len(p); len(p) == 0 {
				t.Fatal("an empty column")
			}
			if done < len(rows) && rows[done].Penalty >= typeset.Forbidden && slices.ContainsFunc(p[1:], func(r typeset.Row) bool { return r.Penalty < typeset.Forbidden }) {
				t.Fatal("a break that could have been elsewhere")
			}
		}
		if len(parts) > n || done > len(rows) {
			t.Fatalf("%d columns of %d", len(parts), n)
		}
		if done == len(rows) && len(parts) == 2 && tallest(parts) > lead {
			lower, fits := tallest(parts)-lead, 0
			for _, p := range balanced(rows, lower, n, lead) {
				fits += len(p)
			}
			if fits == len(rows) && tallest(balanced(rows, lower, n, lead)) <= lower {
				t.Fatalf("columns of %s would do, not %s", lower, tallest(parts))
			}
		}
	}
}

// TestIndexPages sets the shipped book and compares every line of its index of subjects with the pages of the entries.
func TestIndexPages(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	label := map[string]string{}
	inIndex, links := false, map[string]string{} // target to the words of its link
	for _, p := range doc.Pages {
		for i, it := range p.Items {
			switch it := it.(type) {
			case *page.Anchor:
				label[it.Name] = p.Label
				inIndex = inIndex || it.Name == indexes.SubjectAnchor
			case *page.Link:
				if t, ok := p.Items[i-1].(*page.Text); ok && inIndex && it.Anchor != "" {
					links[it.Anchor] += t.Text + " "
				}
			}
		}
	}
	n := 0
	for _, e := range bk.Entries() {
		if len(e.Index) == 0 || e.Status == book.Draft {
			continue
		}
		from, to := folioOf(label[e.ID]), folioOf(label[endAnchor(e)])
		if to.compare(from) < 0 {
			t.Errorf("%s ends on page %s, before %s", e.ID, to, from)
		}
		for _, words := range strings.Fields(links[e.ID]) {
			n++
			if first, _, _ := strings.Cut(words, "–"); first != from.String() {
				t.Errorf("%s begins on page %s, the index says %s", e.ID, from, words)
			}
		}
	}
	if n < 50 {
		t.Errorf("the index has %d links only", n)
	}
	if h := len(indexes.Subjects(cfg, bk.Entries())); h < 25 || h > 60 {
		t.Errorf("the index has %d headings", h)
	}
}
