package docx

import (
	"octavo/cmd/octavo/internal/opc"

	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// wellFormed fails where a part is no XML, a bookmark is there twice, or a link or a picture leads nowhere.
func wellFormed(t *testing.T, file []byte) {
	t.Helper()
	names, texts := parts(t, file)
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the first part is %s", names[0])
	}
	bookmarks, ids, anchors := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, name := range names {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		rels := filepath.ToSlash(filepath.Join(filepath.Dir(name), "_rels", filepath.Base(name)+".rels"))
		d := xml.NewDecoder(strings.NewReader(texts[name]))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, texts[name])
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range e.Attr {
				if a.Name.Space == "http://schemas.openxmlformats.org/officeDocument/2006/relationships" &&
					!strings.Contains(texts[rels], `Id="`+a.Value+`"`) {
					t.Errorf("%s: %s leads nowhere", name, a.Value)
				}
			}
			switch e.Name.Local {
			case "bookmarkStart":
				n := opc.Attr(&e, "name")
				if bookmarks[n] || ids[opc.Attr(&e, "id")] || len(n) > 40 {
					t.Errorf("%s: the bookmark %s is there twice, or too long", name, n)
				}
				bookmarks[n], ids[opc.Attr(&e, "id")] = true, true
			case "hyperlink":
				if n := opc.Attr(&e, "anchor"); n != "" {
					anchors[n] = true
				}
			case "Relationship":
				if target := opc.Attr(&e, "Target"); opc.Attr(&e, "TargetMode") == "" {
					base := filepath.Dir(filepath.Dir(name))
					if _, there := texts[filepath.ToSlash(filepath.Join(base, target))]; !there {
						t.Errorf("%s: there is no %s", name, target)
					}
				}
			case "Override":
				if _, there := texts[strings.TrimPrefix(opc.Attr(&e, "PartName"), "/")]; !there {
					t.Errorf("%s: there is no %s", name, opc.Attr(&e, "PartName"))
				}
			}
		}
	}
	for a := range anchors {
		if !bookmarks[a] {
			t.Errorf("a link leads to the bookmark %s, which is not there", a)
		}
	}
}

var word = regexp.MustCompile(`[\p{L}\p{N}]+`)

// lossless fails for every word of a book that its file does not say.
func lossless(t *testing.T, file []byte, bk *book.Book) {
	t.Helper()
	words := func(text string) []string { // a star is also the mark of a note in a note, which parts no word of the book
		return word.FindAllString(strings.ReplaceAll(text, "*", ""), -1)
	}
	var have []string
	for _, p := range readOf(t, file).Paragraphs {
		have = append(have, words(p.Was)...)
	}
	counts := map[string]int{}
	for _, w := range have {
		counts[w]++
	}
	need := func(text string) {
		for _, w := range words(text) {
			if counts[w]--; counts[w] < 0 {
				t.Errorf("the file does not say %q of %q", w, text)
			}
		}
	}
	for _, ch := range bk.Chapters() {
		ch.Walk(func(b book.Block) {
			switch b := b.(type) {
			case *book.Code:
				need(strings.Join(b.Lines, "\n"))
			case *book.HTML:
				need(b.Text)
			}
		}, nil)
		// Words that only a change of format parts are one word on the page.
		run := func(text []book.Inline) { need(book.PlainText(withoutPictures(text))) }
		run(ch.Title)
		blocks := slices.Clone(ch.Blocks)
		for _, n := range ch.Notes {
			blocks = append(blocks, n.Blocks...)
		}
		book.Walk(blocks, func(b book.Block) { book.Runs(b, run) })
	}
}

// withoutPictures returns text without the descriptions of pictures, which are in the file but not in its text.
func withoutPictures(text []book.Inline) (out []book.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Image:
			out = append(out, &book.LineBreak{})
		case *book.Emph:
			out = append(out, &book.Emph{Text: withoutPictures(in.Text)})
		case *book.Strong:
			out = append(out, &book.Strong{Text: withoutPictures(in.Text)})
		case *book.Strike:
			out = append(out, &book.Strike{Text: withoutPictures(in.Text)})
		case *book.Link:
			out = append(out, &book.Link{Text: withoutPictures(in.Text)})
		case *book.Span: // its figures are plain ones, whatever stands above or below the line
			out = append(out, &book.Span{Text: withoutPictures(in.Text)})
		default:
			out = append(out, in)
		}
	}
	return out
}

// TestKitchen writes a book with everything in it.
func TestKitchen(t *testing.T) {
	cfg, bk := load(t, "../booktest/testdata/kitchen")
	file := written(t, cfg, bk, Options{Copy: "k-1", Foot: "a & b"})
	wellFormed(t, file)
	lossless(t, file, bk)
	_, texts := parts(t, file)
	text := texts["word/document.xml"]
	for _, e := range bk.Entries() {
		if !strings.Contains(text, "["+e.ID+"]") {
			t.Errorf("%s is not named", e.ID)
		}
	}
	// Six chapters and two parts, of which the first begins after the title page, and two pages of the title's own.
	if n := strings.Count(text, "<w:pageBreakBefore/>"); n != 6+2-1+2 {
		t.Errorf("%d pages are begun", n)
	}
	for part, want := range map[string]string{"docProps/core.xml": "<dc:identifier>k-1</dc:identifier>", "word/footer1.xml": "a &amp; b",
		"word/header1.xml": "Tester / THE KITCHEN SINK / ", "word/settings.xml": "<w:trackRevisions/>"} {
		if !strings.Contains(texts[part], want) {
			t.Errorf("%s does not say %s", part, want)
		}
	}
}

// TestUnfinished looks for the marks of what is not ready.
func TestUnfinished(t *testing.T) {
	cfg, bk := load(t, bookOf(t, harbourTOML, "# A\n\n## B\n+++\nkind = \"meme\"\nstatus = \"draft\"\n+++\n\nTK, ATK, TKs: (TK) `TK`\n"))
	_, texts := parts(t, written(t, cfg, bk, Options{}))
	flagged := regexp.MustCompile(`<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">([^<]*)<`).FindAllStringSubmatch(texts["word/document.xml"], -1)
	var got []string
	for _, f := range flagged {
		got = append(got, f[1])
	}
	if want := []string{"DRAFT", "TK", "TK"}; !slices.Equal(got, want) {
		t.Errorf("flagged are %q, want %q", got, want)
	}
}

// TestSpecification writes examples of the CommonMark specification, in a long run all of them.
func TestSpecification(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	var raw []byte
	if err == nil {
		raw, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	}
	if err != nil {
		t.Skipf("the examples of the CommonMark specification are not at hand: %v", err)
	}
	var examples []struct{ Markdown string }
	if err := json.Unmarshal(raw, &examples); err != nil || len(examples) < 600 {
		t.Fatal(len(examples), err)
	}
	every := 3
	switch {
	case testing.Short():
		every = 10
	case os.Getenv("OCTAVO_LONG") != "":
		every = 1
	}
	for i, e := range examples {
		if i%every != 0 {
			continue
		}
		holdsText(t, e.Markdown)
	}
}

func holdsText(t *testing.T, text string) {
	t.Helper()
	cfg, bk := load(t, bookOf(t, harbourTOML, text))
	file := written(t, cfg, bk, Options{})
	wellFormed(t, file)
	lossless(t, file, bk)
	if t.Failed() {
		t.Fatalf("of %q", text)
	}
}

// FuzzWrite writes any text.
func FuzzWrite(f *testing.F) {
	f.Add(harbour)
	f.Add("# A[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n\n    d\n\na[^1]\n\n![x](y.png) <b>&amp;\u0001\ufffe TK\n\n***\n\na\n: b\n\n- [ ] c\n- [x]\n")
	f.Add("# A[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n\nx[^1]y: b[^2]g\n")
	f.Add("1. a\n   1. b\n      > c\n\n- \n- > d\n- ```\n  e\n  ```\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			t.Skip()
		}
		holdsText(t, text)
	})
}

func TestHead(t *testing.T) {
	for title, want := range map[string]string{"Small Harbours": "Small Harbours",
		"The Whole and Entirely Unabridged History of Small Harbours": "The Whole and Entirely Unabridged …", "Über": "Über"} {
		if got := shortened(title); got != want {
			t.Errorf("%q is shortened to %q", title, got)
		}
	}
}

// BenchmarkCopies writes the real book and 50 copies of it.
func BenchmarkCopies(b *testing.B) {
	cfg, bk := load(b, "../../../..")
	for b.Loop() {
		m, err := Prepare(cfg, bk, Options{})
		if err != nil {
			b.Fatal(err)
		}
		for range 50 {
			if err := m.Write(io.Discard, Options{Copy: "x-1"}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
