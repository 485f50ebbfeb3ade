package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdftext"
)

// TestOwnPages puts pages of their own into two of the copies of a tagged book: each has its own and nobody else's, under its label, in
// its place in the structure, with a link to a page of the book.
func TestOwnPages(t *testing.T) {
	doc := book(t, 20)
	tag(doc)
	own := func(words string, pages int) *Own {
		o := &Own{After: 2, Root: &page.Node{Kind: page.NodeSect}}
		for range pages {
			text := run(regular(t), 54*pt, 60*pt, 11*pt, words, 0)
			text.Node = o.Root.Add(page.NodeParagraph)
			link := &page.Link{X: 54 * pt, Y: 50 * pt, W: 60 * pt, H: 12 * pt, Anchor: "A", Node: text.Node.Add(page.NodeLink)}
			pg := pageOf(text, link)
			pg.Label = "Answers 1"
			o.Pages = append(o.Pages, pg)
		}
		return o
	}
	copies := []Copy{{ID: "a-1", Own: own("for Ada alone", 2)}, {ID: "a-2", Own: own("for Ben alone", 4)}}
	m, err := NewMaster(doc, Screen, copies)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range copies {
		var b bytes.Buffer
		if err := m.Write(&b, i); err != nil {
			t.Fatal(err)
		}
		f, err := cos.Open(t.Context(), b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		d := pdftext.Open(f)
		if want := len(doc.Pages) + len(c.Own.Pages); len(d.Pages) != want {
			t.Fatalf("copy %s has %d pages, want %d", c.ID, len(d.Pages), want)
		}
		for n, p := range d.Pages {
			text, err := d.Text(p)
			if err != nil {
				t.Fatal(err)
			}
			words := []string{"for Ada alone", "for Ben alone"}
			isOwn := n >= 2 && n < 2+len(c.Own.Pages)
			if strings.Contains(text.Flow, words[i]) != isOwn || strings.Contains(text.Flow, words[1-i]) || isOwn && p.Label != "Answers 1" {
				t.Errorf("copy %s: page %d, %q, says %q", c.ID, n+1, p.Label, text.Flow)
			}
		}
		if damage := f.Damage(); len(damage) > 0 {
			t.Errorf("copy %s is damaged: %v", c.ID, damage)
		}
		if qpdf, err := exec.LookPath("qpdf"); err == nil {
			name := filepath.Join(t.TempDir(), "own.pdf")
			if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.CommandContext(t.Context(), qpdf, "--check", name).CombinedOutput(); err != nil {
				t.Errorf("copy %s: %s", c.ID, out)
			}
		}
	}
	doc.Pages[0].Items = append(doc.Pages[0].Items, &page.Slot{Name: "s"})
	for name, bad := range map[string]*Own{
		"has a slot x":         {Pages: []*page.Page{pageOf(&page.Slot{Name: "x"})}, Root: &page.Node{}},
		"holds a *page.Anchor": {Pages: []*page.Page{pageOf(&page.Anchor{Name: "x"})}, Root: &page.Node{}},
	} {
		if _, err := NewMaster(doc, Screen, []Copy{{ID: "a-1", Own: bad}}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
