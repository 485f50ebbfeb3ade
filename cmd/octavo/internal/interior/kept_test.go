package interior_test

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// TestKept edits a book of all constructs at random. After every edit what is set with a Kept is what is set without one, in all that
// it says, and what has not changed is the same pages.
func TestKept(t *testing.T) {
	edits, seeds := 24, 1
	if testing.Short() {
		edits, seeds = 8, 1
	}
	if os.Getenv("OCTAVO_LONG") != "" {
		edits, seeds = 60, 4 // an edited book grows, and what an edit costs with it
	}
	for seed := range uint64(seeds) {
		e := newEdited(t, rand.New(rand.NewPCG(seed, 11)))
		var k interior.Kept
		var before *page.Document
		kept, chances := 0, 0 // pages that are the same, and those that could be
		for i := range edits {
			what := e.edit()
			cfg, bk, fonts := e.open()
			doc, pages, found := k.Set(cfg, bk, fonts)
			ccfg, cbk, cfonts := e.fresh()
			want := told(interior.Set(ccfg, cbk, cfonts))
			if got := told(doc, pages, found); got != want {
				t.Fatalf("seed %d, edit %d, %s: the book is set otherwise than without what was kept:\n%s", seed, i, what, firstDifference(got, want))
			}
			if before != nil && e.sameConfig {
				kept, chances = kept+samePages(before, doc), chances+min(len(before.Pages), len(doc.Pages))
			}
			before = doc
		}
		if kept*100 < chances*55 {
			t.Errorf("seed %d: of %d pages only %d were kept", seed, chances, kept)
		}
	}
}

// TestKeptPages changes one word of a chapter of a long book: the pages of all other chapters are the same.
func TestKeptPages(t *testing.T) {
	dir := t.TempDir()
	booktest.Prose(t, dir, "de")
	cfg, bk, fonts := booktest.Open(t, dir)
	var k interior.Kept
	before, pages, _ := k.Set(cfg, bk, fonts)
	told1 := told(before, pages, nil)
	name := filepath.Join(dir, "manuscript", "05.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(text, []byte(" die "), []byte(" solche die "), 1), 0o666); err != nil {
		t.Fatal(err)
	}
	now, _ := manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	if same, all := merge(bk, now), len(now.Chapters()); same != all-1 {
		t.Fatalf("%d of %d chapters are the same", same, all)
	}
	after, _, _ := k.Set(cfg, now, fonts)
	changed := map[string]bool{}
	old := map[*page.Page]bool{}
	for _, p := range before.Pages {
		old[p] = true
	}
	for i, p := range after.Pages {
		if !old[p] {
			changed[pages.Pages[i].ID] = true
		}
	}
	if want := map[string]bool{bk.Chapters()[4].ID: true, "octavo.contents": true}; fmt.Sprint(changed) != fmt.Sprint(want) {
		t.Errorf("pages of %v have changed, want %v", changed, want)
	}
	if told(before, pages, nil) != told1 {
		t.Error("pages that were handed out have been modified")
	}
}

// TestKeptMemory edits one chapter again and again: what was set before the last few times is let go.
func TestKeptMemory(t *testing.T) {
	edits := 60
	if os.Getenv("OCTAVO_LONG") != "" {
		edits = 1000
	}
	e := newEdited(t, rand.New(rand.NewPCG(7, 11)))
	var k interior.Kept
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var early uint64
	for i := range edits {
		e.insertWord("two.md")
		cfg, bk, fonts := e.open()
		k.Set(cfg, bk, fonts)
		if i == 20 {
			early = heap()
		}
	}
	if late := heap(); late > early+early/4 {
		t.Errorf("%d bytes in use after 20 edits, %d after %d", early, late, edits)
	}
	runtime.KeepAlive(&k)
}

// edited is a book that is edited at random.
type edited struct {
	t    *testing.T
	r    *rand.Rand
	dir  string
	n    int // edits so far
	toml string
	past []map[string]string

	cfg        *config.Config
	bk         *book.Book
	fonts      *textstyle.Fonts
	sameConfig bool
}

// newEdited returns the kitchen book with more chapters.
func newEdited(t *testing.T, r *rand.Rand) *edited {
	e := &edited{t: t, r: r, dir: t.TempDir()}
	if err := os.CopyFS(e.dir, os.DirFS(booktest.Kitchen)); err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for i := range 6 {
		name := fmt.Sprintf("more%d.md", i)
		names = append(names, fmt.Sprintf("%q", name))
		e.write(name, e.newChapter())
	}
	e.toml = strings.Replace(strings.Replace(e.read("../book.toml"), "[contents]\n", "[contents]\nfigures = true\n", 1), `"two.md",`, `"two.md", `+strings.Join(names, ", ")+",", 1)
	e.write("../book.toml", e.toml)
	return e
}

func (e *edited) read(name string) string {
	text, err := os.ReadFile(filepath.Join(e.dir, "manuscript", name))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(text)
}

func (e *edited) write(name, text string) {
	if err := os.WriteFile(filepath.Join(e.dir, "manuscript", name), []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// sentence returns a sentence of its own.
func (e *edited) sentence() string {
	words := strings.Fields("customer quiet promise ledger window Tuesday price silence question answer list door paper week honest number")
	var b strings.Builder
	for i := range 6 + e.r.IntN(14) {
		w := words[e.r.IntN(len(words))]
		if i == 0 {
			w = "A " + strings.ToLower(w)
		}
		b.WriteString(w + " ")
	}
	return strings.TrimSpace(b.String()) + ". "
}

func (e *edited) paragraph() string {
	var b strings.Builder
	for range 1 + e.r.IntN(6) {
		b.WriteString(e.sentence())
	}
	switch e.r.IntN(8) {
	case 0:
		e.n++
		fmt.Fprintf(&b, "It is noted.[^x%d]\n\n[^x%d]: %s", e.n, e.n, e.sentence())
	case 1:
		fmt.Fprintf(&b, "See [](#%s), and [it](#%s).", e.target(), e.target())
	case 2:
		b.WriteString("It is [here](https://example.org/a/long/address).")
	}
	return b.String() + "\n\n"
}

// target returns the id of an entry, which may be there or not.
func (e *edited) target() string {
	return append([]string{"first", "second"}, fmt.Sprintf("own-%d", 1+e.r.IntN(e.n+1)))[e.r.IntN(3)]
}

func (e *edited) entry() string {
	e.n++
	return fmt.Sprintf("## %s\n+++\nkind = %q\nid = \"own-%d\"\nthemes = [%q]\nindex = [\"subject %d\"]\nsee = [%q]\n+++\n\n%s", strings.TrimSpace(e.sentence()),
		[]string{"meme", "metaphor"}[e.r.IntN(2)], e.n, []string{"trial", "error"}[e.r.IntN(2)], e.r.IntN(9), e.target(), e.paragraph())
}

func (e *edited) newChapter() string {
	e.n++
	var b strings.Builder
	fmt.Fprintf(&b, "# Chapter %d of many\n\nIt is said in [](#first) and in [](#second), or in [](#%s).\n\n", e.n, e.target())
	for range 4 + e.r.IntN(24) {
		if b.WriteString(e.paragraph()); e.r.IntN(6) == 0 {
			b.WriteString(e.entry())
		}
	}
	return b.String()
}

// insertWord adds a word to a paragraph of a file.
func (e *edited) insertWord(name string) {
	blocks := strings.Split(e.read(name), "\n\n")
	for range 50 {
		i := e.r.IntN(len(blocks))
		if at := strings.LastIndex(blocks[i], " "); at > 0 && blocks[i][0] >= 'A' && blocks[i][0] <= 'Z' {
			blocks[i] = blocks[i][:at] + " indeed" + blocks[i][at:]
			break
		}
	}
	e.write(name, strings.Join(blocks, "\n\n"))
}

// settings are lines that come and go in book.toml.
var settings = []string{"[print]\nstyle = \"aldine\"\n", "[print]\nstyle = \"modern\"\n", "[notes]\nplace = \"book\"\n", "[notes]\nplace = \"chapter\"\n",
	"[notes]\nmarks = \"symbols\"\nrestart = \"page\"\n", "[notes]\nrestart = \"book\"\n", "[print]\nlinks = \"notes\"\n", "[entries]\nlayout = \"numbered\"\n",
	"[print]\nprinter = \"kdp\"\n"}

// edit makes an edit and says which.
func (e *edited) edit() string {
	files, _ := filepath.Glob(filepath.Join(e.dir, "manuscript", "*.md"))
	name := filepath.Base(files[e.r.IntN(len(files))])
	if len(e.past) > 8 && e.r.IntN(8) == 0 {
		for name, text := range e.past[len(e.past)-1-e.r.IntN(3)] {
			e.write(name, text)
		}
		return "an earlier state"
	}
	state := map[string]string{}
	for _, f := range files {
		state[filepath.Base(f)] = e.read(filepath.Base(f))
	}
	e.past = append(e.past, state)
	text := e.read(name)
	blocks := strings.Split(text, "\n\n")
	at := 1 + e.r.IntN(len(blocks))
	insert := func(what string) {
		e.write(name, strings.Join(slices.Insert(blocks, min(at, len(blocks)), what), "\n\n"))
	}
	switch e.r.IntN(16) {
	case 0:
		insert(e.paragraph())
		return "a paragraph in " + name
	case 1:
		if at = min(at, len(blocks)-1); at > 0 {
			e.write(name, strings.Join(slices.Delete(blocks, at, at+1), "\n\n"))
		}
		return "a block less in " + name
	case 2:
		insert("## " + e.sentence())
		return "a heading in " + name
	case 3:
		insert(e.entry())
		return "an entry in " + name
	case 4:
		insert("![A tile](tile.png \"A tile and its caption.\")\n{#tile-" + fmt.Sprint(e.n) + "}")
		return "a figure in " + name
	case 5:
		insert(strings.Repeat(e.paragraph(), 12))
		return "a page in " + name
	case 6:
		e.write(name, regexp.MustCompile(`(?m)^# .*$`).ReplaceAllString(text, "# "+e.sentence()))
		return "a title of " + name
	case 7:
		toml := e.toml
		if e.r.IntN(3) > 0 {
			toml += settings[e.r.IntN(len(settings))]
		}
		e.write("../book.toml", toml)
		return "book.toml"
	case 8:
		if strings.Contains(e.toml, "\"more2.md\", ") {
			e.toml = strings.Replace(e.toml, "\"more2.md\", ", "", 1)
		} else {
			e.toml = strings.Replace(e.toml, "\"two.md\", ", "\"two.md\", \"more2.md\", ", 1)
		}
		e.write("../book.toml", e.toml)
		return "a chapter more or less"
	case 9, 10: // what others may refer to
		name = []string{name, "one.md", "two.md"}[e.r.IntN(3)]
		text = e.read(name)
		all := strings.SplitAfter(text, "\n")
		for i := 1; i < len(all); i++ {
			if all[i] == "+++\n" && strings.HasPrefix(all[i-1], "## ") && e.r.IntN(2) == 0 {
				all[i-1] = "## " + e.sentence() + "\n"
			}
		}
		e.write(name, strings.Join(all, ""))
		return "the words of maxims in " + name
	case 11:
		e.write(name, strings.Replace(strings.Replace(text, "\"meme\"", "\"metaphor\"", 1), "id = \"own", "id = \"new", 1))
		return "a kind and an id in " + name
	}
	e.insertWord(name)
	return "a word in " + name
}

// fresh reads the book without what was read before.
func (e *edited) fresh() (*config.Config, *book.Book, *textstyle.Fonts) {
	cfg, found := config.Load(e.dir, styles.FS)
	if cfg == nil || found.HasErrors() {
		e.t.Fatalf("%v\n%s", found.Err(), e.read("../book.toml"))
	}
	bk, _ := manuscript.Read(filepath.Join(e.dir, "manuscript"), check.Contents(cfg))
	return cfg, bk, booktest.Fonts(e.t, cfg.Style, cfg.Book.Language)
}

// open reads the book as a workspace does: what is the same is the same pointers.
func (e *edited) open() (*config.Config, *book.Book, *textstyle.Fonts) {
	cfg, bk, fonts := e.fresh()
	if e.sameConfig = e.cfg != nil && bytes.Equal(e.cfg.Source.Text, cfg.Source.Text); e.sameConfig {
		cfg = e.cfg
		bk, _ = manuscript.Read(filepath.Join(e.dir, "manuscript"), check.Contents(cfg))
	}
	if e.bk != nil {
		merge(e.bk, bk)
	}
	e.cfg, e.bk, e.fonts = cfg, bk, fonts
	return cfg, bk, fonts
}

// samePages returns how many pages two documents share.
func samePages(a, b *page.Document) (n int) {
	old := map[*page.Page]bool{}
	for _, p := range a.Pages {
		old[p] = true
	}
	for _, p := range b.Pages {
		if old[p] {
			n++
		}
	}
	return n
}

// told returns all that a set book says, a line a thing: pages with the places and the structure of their items, the page map, the outline,
// the structure tree, and the diagnostics.
func told(doc *page.Document, pages *pagemap.Map, found diag.List) string {
	var b strings.Builder
	nodes := map[*page.Node]int{}
	var tree func(n *page.Node, depth int)
	tree = func(n *page.Node, depth int) {
		if nodes[n] != 0 {
			b.WriteString("twice: ")
		}
		nodes[n] = len(nodes) + 1
		fmt.Fprintf(&b, "%*s%s %q %q %q %q %q\n", depth, "", n.Kind, n.Alt, n.Lang, n.Title, n.Scope, n.Labels)
		for _, c := range n.Children {
			tree(c, depth+1)
		}
	}
	if doc.Root != nil {
		tree(doc.Root, 0)
	}
	if err := page.Dump(&b, doc.Pages); err != nil {
		return err.Error()
	}
	for i, p := range doc.Pages {
		h := fnv.New64a()
		for m, it := range page.Placed(p.Items) {
			fmt.Fprint(h, m)
			switch it := it.(type) {
			case *page.Text:
				fmt.Fprint(h, it.Color, it.Glyphs, it.Pos, it.Offset, nodes[it.Node])
			case *page.Image:
				fmt.Fprint(h, it.Alt, it.Pos, it.Picture.Name, len(it.Picture.Data), nodes[it.Node])
			case *page.Link:
				fmt.Fprint(h, nodes[it.Node])
			case *page.Path:
				fmt.Fprint(h, it.Segments, it.Width, it.Dash)
			}
		}
		fmt.Fprintf(&b, "page %d: %x, bleed %s\n", i+1, h.Sum64(), p.Bleed)
	}
	for _, p := range pages.Pages {
		fmt.Fprintln(&b, p.Number, p.Label, p.Kind, p.ID, p.First, p.Start.Pos, p.Start.Offset, p.Anchors, p.Before)
		for _, l := range p.Lines {
			fmt.Fprintln(&b, " ", l.Y, l.Start.Pos, l.Start.Offset, l.Text)
		}
	}
	for _, m := range doc.Outline {
		fmt.Fprintf(&b, "outline %+v\n", m)
	}
	for _, d := range found {
		fmt.Fprintln(&b, d.Severity, d.Code, d.Pos, d.Message, d.Notes)
	}
	fmt.Fprintln(&b, doc.Title, doc.RightToLeft, doc.Facing, doc.Second != nil)
	return b.String()
}

// firstDifference returns the first lines in which two texts differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %s\nwithout:  %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, without %d", len(a), len(b))
}
