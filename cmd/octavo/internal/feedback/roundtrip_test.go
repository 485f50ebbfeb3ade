package feedback

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/styles"
)

// made is a book that was set, with everything that its outputs say of it.
type made struct {
	book   *book.Book
	doc    *page.Document
	record *pagemap.Record
	pdf    []byte
}

func makeBook(t testing.TB, dir string) *made {
	t.Helper()
	cfg, ds := config.Load(dir, styles.FS)
	if ds.HasErrors() {
		t.Fatal(ds.Err())
	}
	m := &made{}
	m.book, _ = manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	fonts := booktest.Fonts(t, cfg.Style, cfg.Book.Language)
	var pages *pagemap.Map
	var found diag.List
	if m.doc, pages, found = interior.Set(cfg, m.book, fonts); found.HasErrors() {
		t.Fatal(found.Err())
	}
	tracer := m.book.Tracer()
	m.record = pages.Record("", func(at pagemap.Place) diag.Pos { return tracer.Trace(at.Pos, at.Offset) })
	var b bytes.Buffer
	if err := pdf.Write(&b, m.doc, pdf.Screen); err != nil {
		t.Fatal(err)
	}
	m.pdf = b.Bytes()
	return m
}

var shipped = sync.OnceValue(func() func(testing.TB) *made {
	var once sync.Once
	var m *made
	return func(t testing.TB) *made {
		once.Do(func() { m = makeBook(t, "../../../..") })
		if m == nil {
			t.Skip("the book could not be made")
		}
		return m
	}
})()

// annotation is one to be written into a PDF.
type annotation struct {
	page int    // from 1
	body string // its dictionary without the brackets
}

// annotate appends annotations to a PDF in an incremental update, as readers' programs do. Every annotation is an
// object of its own, numbered from the returned number on.
func annotate(t testing.TB, data []byte, list ...annotation) (out []byte, first int) {
	t.Helper()
	f, err := cos.Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	first = f.Size() + 1
	size, _ := f.Number(f.Trailer["Size"])
	first = max(first, int(size))
	var b bytes.Buffer
	b.Write(data)
	offsets := map[int]int{}
	byPage := map[int][]int{}
	var order []int
	for i, a := range list {
		n := first + i
		offsets[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/Annot %s>>\nendobj\n", n, a.body)
		if byPage[a.page] == nil {
			order = append(order, a.page)
		}
		byPage[a.page] = append(byPage[a.page], n)
	}
	refs := pageRefs(f)
	var objects []int
	for n := first; n < first+len(list); n++ {
		objects = append(objects, n)
	}
	for _, p := range order {
		ref := refs[p-1]
		pg := f.Dict(ref)
		annots := append(cos.Array{}, f.Array(pg["Annots"])...)
		for _, n := range byPage[p] {
			annots = append(annots, cos.Ref{Number: n})
		}
		changed := cos.Dict{"Annots": annots}
		for k, v := range pg {
			if k != "Annots" {
				changed[k] = v
			}
		}
		offsets[ref.Number] = b.Len()
		objects = append(objects, ref.Number)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", ref.Number, written(changed))
	}
	at := b.Len()
	b.WriteString("xref\n0 0\n")
	for _, n := range objects {
		fmt.Fprintf(&b, "%d 1\n%010d 00000 n \n", n, offsets[n])
	}
	prev := bytes.LastIndex(data, []byte("startxref"))
	before, _ := strconv.Atoi(strings.Fields(string(data[prev+9:]))[0])
	trailer := cos.Dict{"Size": cos.Integer(first + len(list)), "Prev": cos.Integer(before), "Root": f.Trailer["Root"]}
	if f.Trailer["Info"] != nil {
		trailer["Info"] = f.Trailer["Info"]
	}
	fmt.Fprintf(&b, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", written(trailer), at)
	return b.Bytes(), first
}

func pageRefs(f *cos.File) []cos.Ref {
	var out []cos.Ref
	var walk func(v cos.Value)
	walk = func(v cos.Value) {
		d := f.Dict(v)
		if kids := f.Array(d["Kids"]); kids != nil {
			for _, k := range kids {
				walk(k)
			}
			return
		}
		out = append(out, v.(cos.Ref))
	}
	walk(f.Dict(f.Trailer["Root"])["Pages"])
	return out
}

// written returns a value as it stands in a file.
func written(v cos.Value) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case cos.Bool:
		return fmt.Sprint(bool(v))
	case cos.Integer:
		return fmt.Sprint(int64(v))
	case cos.Real:
		return fmt.Sprint(float64(v))
	case cos.Name:
		return "/" + string(v)
	case cos.String:
		return fmt.Sprintf("<%x>", string(v))
	case cos.Ref:
		return fmt.Sprintf("%d %d R", v.Number, v.Generation)
	case cos.Array:
		var parts []string
		for _, e := range v {
			parts = append(parts, written(e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case cos.Dict:
		var b strings.Builder
		for k, e := range v { // the order of keys means nothing
			b.WriteString("/" + string(k) + " " + written(e))
		}
		return "<<" + b.String() + ">>"
	}
	return ""
}

// placed is a word of the set book: where it stands on paper and where the author wrote it.
type placed struct {
	page           int
	x0, y0, x1, y1 float64
	word           string
	at             diag.Pos
	before         string // what is set before it in the same run
}

const pt = 65536.0

// placedWords returns all words that are set from the author's own text and stand whole in one run.
func (m *made) placedWords() []placed {
	var out []placed
	tracer := m.book.Tracer()
	for i, p := range m.doc.Pages {
		for _, it := range p.Items {
			t, ok := it.(*page.Text)
			if !ok || !t.Pos.IsValid() || t.Offset < 0 {
				continue
			}
			for _, tok := range locate.Tokens(t.Text) {
				from, to, okFrom, okTo := float64(t.X), float64(t.X), false, false
				x := float64(t.X)
				for g, glyph := range t.Glyphs {
					end := len(t.Text)
					for _, next := range t.Glyphs[g+1:] {
						if next.At > glyph.At {
							end = int(next.At)
							break
						}
					}
					if int(glyph.At) <= tok.From {
						from, okFrom = x, true
					}
					x += float64(glyph.Advance)
					if end >= tok.To && !okTo {
						to, okTo = x, true
					}
				}
				if !okFrom || !okTo {
					continue
				}
				h := float64(p.Height) / pt
				base := h - float64(t.Y)/pt
				size := float64(t.Size) / pt
				at := tracer.Trace(t.Pos, t.Offset+tok.From)
				if got := locate.Tokens(string(at.Source.Text[at.Offset:min(len(at.Source.Text), at.Offset+100)])); len(got) == 0 ||
					got[0].From != 0 || m.record.Pages[i].Kind != pagemap.Chapter {
					continue // made of what stands there: a chapter's number, a line of the contents
				}
				out = append(out, placed{page: i + 1, x0: from / pt, x1: to / pt, y0: base - 0.2*size, y1: base + 0.7*size,
					word: t.Text[tok.From:tok.To], at: at, before: t.Text[:tok.From]})
			}
		}
	}
	return out
}

func (w placed) quad() string {
	return fmt.Sprintf("/QuadPoints[%.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f]/Rect[%.2f %.2f %.2f %.2f]",
		w.x0, w.y1, w.x1, w.y1, w.x0, w.y0, w.x1, w.y0, w.x0, w.y0, w.x1, w.y1)
}

// TestCircle highlights words all over the shipped book in its PDF and holds the place where each remark lands
// against the place that the compositor set it from.
func TestCircle(t *testing.T) {
	if testing.Short() {
		t.Skip("marks three thousand words")
	}
	m := shipped(t)
	all := m.placedWords()
	if len(all) < 20000 {
		t.Fatalf("only %d words are placed", len(all))
	}
	r := rand.New(rand.NewPCG(1, 2))
	var marked []placed
	var list []annotation
	for range 3000 {
		w := all[r.IntN(len(all))]
		marked = append(marked, w)
		list = append(list, annotation{w.page, "/Subtype/Highlight/T(Ann)/Contents(hm)" + w.quad()})
	}
	data, _ := annotate(t, m.pdf, list...)
	f, err := Read(context.Background(), "x.pdf", data, Subject{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Remarks) != len(list) {
		t.Fatalf("%d remarks, want %d", len(f.Remarks), len(list))
	}
	x := locate.NewIndex(m.book)
	// Annotations come page by page; words of a page in the order in which they were made.
	next := map[int][]placed{}
	for _, w := range marked {
		next[w.page] = append(next[w.page], w)
	}
	wrong := 0
	for i := range f.Remarks {
		rm := &f.Remarks[i]
		w := next[rm.Seen.Sheet][0]
		next[rm.Seen.Sheet] = next[rm.Seen.Sheet][1:]
		rm.Place = x.Locate(&rm.Seen, m.record)
		if rm.Place.Status != locate.AsMarked || rm.Place.Pos != w.at {
			if wrong++; wrong < 40 {
				t.Errorf("page %d: %q, seen as %q, written at %v, lands at %v: %s", w.page, w.word, rm.Seen.Words, w.at, rm.Place.Pos, rm.Place.Status)
			}
			continue
		}
		first, _ := utf8.DecodeRuneInString(w.word)
		src, _ := utf8.DecodeRune(rm.Place.Pos.Source.Text[rm.Place.Pos.Offset:])
		if unicode.ToLower(first) != unicode.ToLower(src) && unicode.IsLetter(first) {
			t.Errorf("%q lands at %q", w.word, string(src))
		}
	}
	t.Logf("%d of %d wrong", wrong, len(f.Remarks))
}

// TestCircleEPUB puts notes on words of the shipped book's EPUB by their CFIs, as readers' programs do that export no
// words.
func TestCircleEPUB(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	cfg, _ := config.Load("../../../..", styles.FS)
	m := shipped(t)
	css, err := fs.ReadFile(styles.FS, "epub.css")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := epub.Write(&b, cfg, m.book, epub.Assets{CSS: css}); err != nil {
		t.Fatal(err)
	}
	e, err := openBook(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	copies := func(string, string) *Copy { return &Copy{EPUB: func() ([]byte, error) { return b.Bytes(), nil }} }
	// Texts of chapters, each with its CFI.
	type text struct{ cfi, text string }
	var texts []text
	for i, name := range e.spine {
		doc := e.page(name)
		if doc == nil || !strings.Contains(name, "chapter") && i < 6 {
			continue
		}
		var walk func(n *node, cfi string)
		walk = func(n *node, cfi string) {
			elements := 0
			for _, c := range n.children {
				if c.name != "" {
					elements++
					if c.name != "head" && c.name != "nav" {
						walk(c, fmt.Sprintf("%s/%d", cfi, 2*elements))
					}
				} else if len(locate.Tokens(c.text)) > 5 {
					texts = append(texts, text{fmt.Sprintf("/6/%d!%s/%d", 2*i+2, cfi, 2*elements+1), c.text})
				}
			}
		}
		for _, c := range doc.root.children {
			if c.name != "" {
				walk(c, "")
			}
		}
	}
	if len(texts) < 400 {
		t.Fatalf("only %d texts", len(texts))
	}
	x := locate.NewIndex(m.book)
	r := rand.New(rand.NewPCG(3, 4))
	wrong, n := 0, 400
	for range n {
		at := texts[r.IntN(len(texts))]
		list := locate.Tokens(at.text)
		w := list[r.IntN(len(list))]
		units := func(s string) int { return len(utf16.Encode([]rune(s))) }
		cfi := fmt.Sprintf("epubcfi(%s,:%d,:%d)", at.cfi, units(at.text[:w.From]), units(at.text[:w.To]))
		f, err := Read(context.Background(), "x.json", []byte(`{"type":"Annotation","bodyValue":"hm","target":{"selector":{"type":"FragmentSelector","value":"`+cfi+`"}}}`), Subject{}, copies)
		if err != nil {
			t.Fatal(err)
		}
		rm := &f.Remarks[0]
		rm.Place = x.Locate(&rm.Seen, m.record)
		got := ""
		if p := rm.Place.Pos; p.IsValid() {
			got = string(p.Source.Text[p.Offset:rm.Place.End])
		}
		if made := locate.Tokens(got); rm.Seen.Words != at.text[w.From:w.To] || rm.Place.Status != locate.AsMarked || got != "" && (len(made) == 0 || made[0].Word != w.Word) {
			if wrong++; wrong < 20 {
				t.Errorf("%s: %q in %.60q, seen as %q, lands on %q at %v: %s", cfi, at.text[w.From:w.To], at.text, rm.Seen.Words, got, rm.Place.Pos, rm.Place.Status)
			}
		}
	}
	t.Logf("%d of %d wrong", wrong, n)
}
