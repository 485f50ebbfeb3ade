package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// mark is text that takes no room: a white glyph without width for each character.
func markOf(f *typeset.Face, x, y page.Length, code string) *page.Text {
	t := &page.Text{X: x, Y: y, Font: f.Font, Size: pt, Color: page.Black, Text: code}
	for at := range code {
		t.Glyphs = append(t.Glyphs, page.Glyph{ID: f.Shape(" ", 0).Glyphs[0].ID, At: int32(at)})
	}
	return t
}

// TestCopies writes a document for two readers: each file has its own words, its own name in the metadata, and nothing
// of the other's; the rest is the same.
func TestCopies(t *testing.T) {
	f := regular(t)
	doc := &page.Document{Title: "T", Lang: "en", Root: &page.Node{Kind: page.NodeDocument}}
	for range 3 {
		p := doc.Root.Add(page.NodeParagraph)
		body := run(f, 72*pt, 100*pt, 11*pt, "The same in all copies.", 0)
		body.Node = p
		doc.Pages = append(doc.Pages, pageOf(&page.Slot{Name: "mark", X: 200 * pt, Y: 300 * pt}, body,
			&page.Slot{Name: "foot", X: 72 * pt, Y: 580 * pt}))
	}
	copies := []Copy{
		{ID: "copy-1", Slots: map[string][]page.Item{"foot": {run(f, 0, 0, 8*pt, "Ada <Quill>", 0)},
			"mark": {markOf(f, 0, 0, "\u2060\u200C\u200D\u200C\u2060")}}},
		{ID: "copy-2", Slots: map[string][]page.Item{"foot": {run(f, 0, 0, 8*pt, "Ωμέγα", 0)}}},
	}
	m, err := NewMaster(doc, Screen, copies)
	if err != nil {
		t.Fatal(err)
	}
	var files [2][]byte
	for i := range files {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if err := m.Write(w, i); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("copy %d differs when it is written again", i+1)
		}
		files[i] = a.Bytes()
		name := filepath.Join(t.TempDir(), "copy.pdf")
		if err := os.WriteFile(name, files[i], 0o666); err != nil {
			t.Fatal(err)
		}
		if qpdf, err := exec.LookPath("qpdf"); err == nil {
			if out, err := exec.Command(qpdf, "--check", name).CombinedOutput(); err != nil || bytes.Contains(out, []byte("WARNING")) {
				t.Errorf("copy %d: %v\n%s", i+1, err, out)
			}
		}
		if pdftotext, err := exec.LookPath("pdftotext"); err == nil {
			out, err := exec.Command(pdftotext, name, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			own, other := "Ada <Quill>", "Ωμέγα"
			if i == 1 {
				own, other = other, own
			}
			if n := strings.Count(string(out), own); n != 3 || strings.Contains(string(out), other) || strings.Count(string(out), "The same in") != 3 {
				t.Errorf("copy %d names its reader %d times of 3:\n%s", i+1, n, out)
			}
		}
	}
	for i, other := range []string{"copy-2", "copy-1"} {
		if !bytes.Contains(files[i], []byte("<octavo:copy>copy-")) || bytes.Contains(files[i], []byte(other)) {
			t.Errorf("copy %d does not say that it is that one, and no other", i+1)
		}
	}
	if err := func() error {
		_, err := NewMaster(doc, Screen, []Copy{{ID: "x", Slots: map[string][]page.Item{"foot": {&page.Link{}}}}})
		return err
	}(); err == nil || !strings.Contains(err.Error(), "slot foot of copy x") {
		t.Errorf("a link in a slot: %v", err)
	}
}
