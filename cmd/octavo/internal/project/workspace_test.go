package project_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/deeptext"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/project"
)

// desk is a book's folder whose files are edited, and the workspace of it.
type desk struct {
	t   testing.TB
	dir string
	*project.Workspace
}

// newDesk copies the book of all constructs.
func newDesk(t testing.TB) *desk {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(booktest.Kitchen)); err != nil {
		t.Fatal(err)
	}
	d := &desk{t, dir, project.NewWorkspace(dir)}
	t.Cleanup(d.Close)
	return d
}

func (d *desk) read(name string) string {
	d.t.Helper()
	text, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o666); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) open(unsaved map[string][]byte, settings ...config.Setting) *project.Project {
	d.t.Helper()
	p, err := d.Open(d.t.Context(), unsaved, settings...)
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

// asOpened compares a project with the book opened for the first time.
func (d *desk) asOpened(what string, p *project.Project, settings ...config.Setting) {
	d.t.Helper()
	cold, err := project.Open(d.t.Context(), d.dir, project.Silent, settings...)
	if err != nil {
		d.t.Fatal(err)
	}
	defer cold.Close()
	d.same(what, whole(d.t, p), whole(d.t, cold))
}

func (d *desk) same(what, got, want string) {
	d.t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			d.t.Fatalf("%s:\n got %s\nwant %s", what, g[i], w[i])
		}
	}
	d.t.Fatalf("%s: %d lines, want %d", what, len(g), len(w))
}

// whole returns all that a project has read and found, as text.
func whole(t testing.TB, p *project.Project) string {
	t.Helper()
	var found bytes.Buffer
	if err := diag.TextAll(&found, p.Found, false); err != nil {
		t.Fatal(err)
	}
	return found.String() + deeptext.Of(struct {
		*config.Config
		*book.Book
		Found diag.List
	}{p.Cfg, p.Book, p.Found}, func(pointer any) (string, bool) {
		switch at := pointer.(type) {
		case *diag.Source:
			return fmt.Sprintf("source %s %x", at.Name, sha256.Sum256(at.Text)), true
		case *book.Picture:
			return fmt.Sprintf("picture %s %x", at.Path, sha256.Sum256(at.Data)), true
		case *lang.Language:
			return at.Tag, true
		}
		return "", false
	})
}

// editing makes edits at random.
type editing struct {
	*desk
	*rand.Rand
	before map[string]string // texts that files had
}

// pick returns one of the files of the manuscript.
func (e *editing) pick() string {
	names, err := fs.Glob(os.DirFS(e.dir), "manuscript/*.md")
	if err != nil || len(names) == 0 {
		e.t.Fatal("no files of text are left: ", err)
	}
	return names[e.IntN(len(names))]
}

// texts are what is written into chapters.
var texts = []string{
	"More words", "the the", "TK", "[](#nowhere)", "[words](one.md)", "[[two]]", "![t](tile.png)", "\n\n## A maxim of its own\n+++\nkind = \"meme\"\n+++\n\nIts gloss.\n\n",
	"\n\n## Say less, sooner {#twice}\n\n", "\n\n## Same\n+++\nkind = \"metaphor\"\nid = \"same\"\nsee = [\"same\", \"other\"]\n+++\n\n", "\n\n![A tile](tile.png \"Its caption.\"){#tile-3}\n\n",
	"@fig-x and [](#tile-3)", "漢字 \U00013171", "e\u0301", "[^q]\n\n[^q]: A note, [](#tile-3).\n\n", "\n\n# Another chapter\n\n", "<b>", "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Numbers {#numbers}\n\n",
}

var settings = []string{"[numbering]\nfigures = \"chapter\"\n", "[check]\nmin_dpi = 72\n", "[themes]\ntrial = \"Trials\"\nnew = \"New\"\n", "[broken", "[entries]\nnumbered = true\n"}

// edit makes one edit and returns what it was.
func (e *editing) edit() string {
	name := e.pick()
	text := e.read(name)
	at := 0
	if len(text) > 0 {
		at = strings.LastIndexAny(text[:e.IntN(len(text))+1], " \n") + 1
	}
	switch n := e.IntN(20); {
	case n < 9:
		e.before[name] = text
		some := texts[e.IntN(len(texts))]
		e.write(name, text[:at]+some+" "+text[at:])
		return fmt.Sprintf("%q into %s", some, name)
	case n < 11:
		e.before[name] = text
		e.write(name, text[:at]+text[min(len(text), at+e.IntN(80)):])
		return "cut " + name
	case n < 15:
		for name, text := range e.before {
			e.write(name, text)
			delete(e.before, name)
			return "revert " + name
		}
	case n == 15:
		e.write(fmt.Sprintf("manuscript/new%d.md", e.IntN(3)), "# New\n\n"+texts[e.IntN(len(texts))]+"\n")
		return "a new file"
	case n == 16 && strings.Contains(name, "new"):
		if err := os.Remove(filepath.Join(e.dir, name)); err != nil {
			e.t.Fatal(err)
		}
		delete(e.before, name)
		return "remove " + name
	case n == 17:
		picture := filepath.Join(e.dir, "manuscript/tile.png")
		if os.Remove(picture) != nil {
			e.write("manuscript/tile.png", string(tile(e.t)))
			return "the picture is there again"
		}
		return "remove the picture"
	case n == 18:
		if e.before["book.toml"] == "" {
			e.before["book.toml"] = e.read("book.toml")
		}
		e.write("book.toml", e.before["book.toml"]+"\n"+settings[e.IntN(len(settings))])
		return "book.toml"
	case n == 19:
		e.before[name] = text
		e.write(name, "---\ntitle: [\n---\n"+text)
		return "break the head of " + name
	}
	return "nothing"
}

func tile(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(booktest.Kitchen, "manuscript/tile.png"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A book that is opened again and again is the book that is opened anew, whatever is done to its files in between; chapters that have
// not changed stay the same, and nothing that was given out is changed.
func TestWorkspaceEdits(t *testing.T) {
	t.Parallel()
	rounds := 80
	switch {
	case testing.Short():
		rounds = 12
	case os.Getenv("OCTAVO_LONG") != "":
		rounds = 300
	}
	e := &editing{newDesk(t), rand.New(rand.NewPCG(15, 1)), map[string]string{}}
	var last *project.Project
	var lastText string
	kept, all := 0, 0
	for range rounds {
		var done []string
		for range 1 + e.IntN(3) {
			done = append(done, e.edit())
		}
		p := e.open(nil)
		e.asOpened(strings.Join(done, "; "), p)
		if last != nil && last.Book != nil && p.Book != nil {
			e.same("the project before, after "+strings.Join(done, "; "), whole(t, last), lastText)
			before := last.Book.Chapters()
			for _, c := range p.Book.Chapters() {
				if all++; slices.Contains(before, c) {
					kept++
				}
			}
		}
		last, lastText = p, whole(t, p)
	}
	if kept < all/2 {
		t.Errorf("only %d of %d chapters stayed the same", kept, all)
	}
}

// aged makes files as old as if their author had written them yesterday.
func (d *desk) aged() {
	d.t.Helper()
	yesterday := time.Now().Add(-24 * time.Hour)
	err := filepath.WalkDir(d.dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(name, yesterday, yesterday))
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

// An edit of one file of many reads and parses that file, and leaves all but its chapter as they are.
func TestWorkspaceReadsOne(t *testing.T) {
	dir := t.TempDir()
	d := &desk{t, dir, project.NewWorkspace(dir)}
	defer d.Close()
	if err := os.Mkdir(filepath.Join(dir, "manuscript"), 0o777); err != nil {
		t.Fatal(err)
	}
	d.write("book.toml", "[book]\ntitle = \"Many\"\nauthors = [\"A. Tester\"]\n")
	name := func(i int) string { return fmt.Sprintf("manuscript/%02d.md", i) }
	for i := range 50 {
		d.write(name(i), fmt.Sprintf("# Of %d\n\n## Say %d.\n+++\nkind = \"meme\"\n+++\n\nWords, [](%02d.md).\n", i, i, (i+1)%50))
	}
	before := d.open(nil)
	_, parsed := d.Work()
	for _, text := range []string{"# Of 7\n\nOther words.\n", "# Of 7\n\nOther words, and more.\n"} {
		d.write(name(7), text)
		p := d.open(nil)
		_, now := d.Work()
		if now-parsed != 1 {
			t.Errorf("%d files were parsed, want 1", now-parsed)
		}
		parsed = now
		for i, c := range p.Book.Chapters() {
			if same := c == before.Book.Chapters()[i]; same == (i == 7) {
				t.Errorf("chapter %d is the same: %v", i, same)
			}
		}
		if p.Cfg != before.Cfg || p.Fonts != before.Fonts {
			t.Error("the configuration or the fonts are others")
		}
		d.asOpened(text, p)
	}
	d.write(name(9), "# Another title\n\n## Said.\n+++\nkind = \"meme\"\n+++\n\nx\n") // to which the chapter before it leads
	p := d.open(nil)
	for i, c := range p.Book.Chapters() {
		if same := c == before.Book.Chapters()[i]; same == (i >= 7 && i <= 9) {
			t.Errorf("after another title of chapter 9, chapter %d is the same: %v", i, same)
		}
	}
}

// Files that nobody has touched for a while are not read again.
func TestWorkspaceReadsNone(t *testing.T) {
	d := newDesk(t)
	d.aged()
	if testing.Short() {
		t.Skip("it waits until the files are old, by a time that nobody can set")
	}
	time.Sleep(2100 * time.Millisecond)
	d.open(nil)
	read, _ := d.Work()
	p := d.open(nil)
	if again, _ := d.Work(); again != read {
		t.Errorf("%d files were read again", again-read)
	}
	d.asOpened("a second time", p)
}

// A workspace survives whatever happens to the folder, and says the same of it as a first look.
func TestWorkspaceRecovers(t *testing.T) {
	d := newDesk(t)
	at := func(name string) string { return filepath.Join(d.dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	first := d.open(nil)
	text := d.read("book.toml")
	must(os.Remove(at("book.toml")))
	if p := d.open(nil); p.Cfg != nil || !p.Found.HasErrors() {
		t.Error("a book without book.toml is read")
	}
	d.write("book.toml", text)
	if p := d.open(nil); p.Cfg == nil || p.Found.HasErrors() || p.Book.Chapters()[0] != first.Book.Chapters()[0] {
		t.Error("the book did not come back as it was")
	}
	must(os.Rename(at("manuscript"), at("elsewhere")))
	d.asOpened("without a manuscript", d.open(nil))
	must(os.Rename(at("elsewhere"), at("manuscript")))
	d.asOpened("with its manuscript again", d.open(nil))

	must(os.Rename(d.dir, d.dir+"-away"))
	if _, err := d.Open(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "cannot open the book's folder") {
		t.Errorf("a folder that is gone: %v", err)
	}
	must(os.CopyFS(d.dir, os.DirFS(d.dir+"-away")))
	d.write("manuscript/one.md", "# One\n\nAnother folder by now.\n")
	d.asOpened("another folder in its place", d.open(nil))
	must(os.RemoveAll(d.dir))
	must(os.Rename(d.dir+"-away", d.dir))
	d.asOpened("the first folder again", d.open(nil))
	if first.Book.Sources[0].Text == nil {
		t.Error("the first project lost its text")
	}
}

// Texts of an editor stand for files, are the files once they are saved, and leave nothing behind when they are thrown away.
func TestWorkspaceUnsaved(t *testing.T) {
	d := newDesk(t)
	before := d.open(nil)
	one := d.read("manuscript/one.md") + "\n\n![A tile](tile.png \"Not saved.\")\n\n[](#nowhere)\n"
	settings := strings.Replace(d.read("book.toml"), "The Kitchen Sink", "Not Saved", 1)
	unsaved := map[string][]byte{"manuscript/one.md": []byte(one), "book.toml": []byte(settings)}
	p := d.open(unsaved)
	if p.Cfg.Book.Title != "Not Saved" || len(p.Book.Pictures) == 0 {
		t.Errorf("the title is %q, with %d pictures", p.Cfg.Book.Title, len(p.Book.Pictures))
	}
	saved := newDesk(t)
	saved.write("manuscript/one.md", one)
	saved.write("book.toml", settings)
	text := func(p *project.Project, dir string) string { return strings.ReplaceAll(whole(t, p), dir, "DIR") }
	d.same("texts that are not saved", text(p, d.dir), text(saved.open(nil), saved.dir))

	d.write("manuscript/one.md", one)
	d.write("book.toml", settings)
	again := d.open(nil)
	if again.Cfg != p.Cfg || !slices.Equal(again.Book.Chapters(), p.Book.Chapters()) {
		t.Error("a book that is saved is another than it was before")
	}
	unsaved = map[string][]byte{"manuscript/two.md": []byte("# Two\n\nThrown away.\n")}
	d.open(unsaved)
	d.asOpened("after texts that were thrown away", d.open(nil))
	if before.Cfg.Book.Title != "The Kitchen Sink" {
		t.Error("the first project was changed")
	}
}

// Looks at a book in another style, and by another profile, do not push each other out.
func TestWorkspaceSettings(t *testing.T) {
	d := newDesk(t)
	looks := [][]config.Setting{nil, {{Key: "print.style", Flag: "--style", Value: "aldine"}}, {{Key: "print.profiles", Flag: "--profile", Value: "kdp"}}}
	var first []*project.Project
	for round := range 3 {
		for i, settings := range looks {
			p := d.open(nil, settings...)
			if round == 0 {
				first = append(first, p)
				d.asOpened(fmt.Sprint(settings), p, settings...)
				continue
			}
			if p.Cfg != first[i].Cfg || p.Fonts != first[i].Fonts || p.Styles != first[i].Styles || !slices.Equal(p.Book.Chapters(), first[i].Book.Chapters()) {
				t.Errorf("%v: something is another", settings)
			}
		}
	}
	d.write("book.toml", d.read("book.toml")+"\n[check]\nmin_dpi = 1\n")
	if p := d.open(nil); p.Cfg == first[0].Cfg || p.Fonts != first[0].Fonts || !slices.Equal(p.Book.Chapters(), first[0].Book.Chapters()) {
		t.Error("another key of book.toml has another configuration, and the same fonts and chapters")
	}
}

// A style of the book's own, and fonts, are read again when they change.
func TestWorkspaceOwnStyle(t *testing.T) {
	d := newDesk(t)
	d.write("book.toml", strings.Replace(d.read("book.toml"), "[text]", "[print]\nstyle = \"mine\"\n[text]", 1))
	if err := os.MkdirAll(filepath.Join(d.dir, "styles", "fonts"), 0o777); err != nil {
		t.Fatal(err)
	}
	d.asOpened("without the style", d.open(nil))
	d.write("styles/mine.toml", "[page]\nouter = \"20mm\"\n")
	before := d.open(nil)
	d.asOpened("with a style", before)
	d.write("styles/mine.toml", "[page]\nouter = \"18mm\"\n")
	p := d.open(nil)
	d.asOpened("with another margin", p)
	if p.Fonts != before.Fonts {
		t.Error("another margin has other fonts")
	}
	d.write("styles/fonts/broken.ttf", "no font")
	d.asOpened("with a broken font", d.open(nil))
	if err := os.RemoveAll(filepath.Join(d.dir, "styles")); err != nil {
		t.Fatal(err)
	}
	d.asOpened("without the style again", d.open(nil))
}

// Of a styles folder only that is read which a style can be made of, however large the rest is, and each of these counts.
func TestWorkspaceStyleFiles(t *testing.T) {
	d := newDesk(t)
	for _, folder := range []string{"fonts", "hyphenation", "icc", "drawings"} {
		if err := os.MkdirAll(filepath.Join(d.dir, "styles", folder), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	before := d.open(nil)
	read, _ := d.Work()
	d.write("styles/drawings/plan.psd", "large")
	d.write("styles/notes.txt", "words")
	d.open(nil)
	if now, _ := d.Work(); now-read > read { // files that have just been written are read each time
		t.Errorf("%d files were read, and %d the time before", now-read, read)
	}
	for _, name := range []string{"mine.toml", "epub.css", "fonts/Mine.ttf", "hyphenation/en-us.txt", "icc/sRGB2014.icc"} {
		for _, text := range []string{"# 1", "# 2"} {
			d.write("styles/"+name, text)
			p := d.open(nil)
			if p.Styles == before.Styles {
				t.Errorf("%s makes no difference", name)
			}
			before = p
		}
	}
}

// A book's folder may give way to a copy of it, as when a backup is put in its place: what is read of styles only later is then read in
// the copy.
func TestWorkspaceFolderReplaced(t *testing.T) {
	d := newDesk(t)
	if err := os.MkdirAll(filepath.Join(d.dir, "styles"), 0o777); err != nil {
		t.Fatal(err)
	}
	const css = "p { color: teal }\n"
	d.write("styles/epub.css", css)
	d.open(nil)
	old := d.dir + "-old"
	if err := errors.Join(os.Rename(d.dir, old), os.CopyFS(d.dir, os.DirFS(old)), os.RemoveAll(old)); err != nil {
		t.Fatal(err)
	}
	p := d.open(nil)
	got, err := p.Styles.ReadFile("epub.css")
	if err != nil || string(got) != css {
		t.Errorf("the style sheet of the EPUB is %.40q (%v), want the book's own", got, err)
	}
}

// What a workspace keeps does not grow with the number of edits.
func TestWorkspaceMemory(t *testing.T) {
	edits := 60
	if os.Getenv("OCTAVO_LONG") != "" {
		edits = 1000
	}
	d := newDesk(t)
	one, settings := d.read("manuscript/one.md"), d.read("book.toml")
	heap := func(from, to int) uint64 {
		for i := from; i < to; i++ {
			d.write("manuscript/one.md", fmt.Sprintf("%s\n\nEdit %d, [](#n%d).\n\n## M%d {#n%d}\n", one, i, i, i, i))
			d.write("manuscript/tile.png", string(tile(t))+strings.Repeat("x", i%3*1000))
			d.write("book.toml", fmt.Sprintf("%s\n# %d\n", settings, i))
			d.open(nil)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap(0, edits/3)
	after := heap(edits/3, edits)
	t.Logf("%d KB, and %d KB after %d edits", before>>10, after>>10, edits)
	if after > before+before/10+1<<20 {
		t.Errorf("from %d KB to %d KB", before>>10, after>>10)
	}
	d.open(nil)
}

// Projects are read, and their pages set, while the book is opened again by others.
func TestWorkspaceConcurrent(t *testing.T) {
	d := newDesk(t)
	one := d.read("manuscript/one.md")
	var group sync.WaitGroup
	for i := range 3 {
		p := d.open(nil)
		text := whole(t, p)
		group.Go(func() {
			in := p.Interior()
			if len(in.Doc.Pages) == 0 || whole(t, p) != text {
				t.Error("a project was changed, or has no pages")
			}
		})
		d.write("manuscript/one.md", fmt.Sprintf("# Edit %d\n\n%s", i, one))
		group.Go(func() {
			if _, err := d.Open(t.Context(), map[string][]byte{"manuscript/two.md": []byte("# Two\n\nUnsaved.\n")}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}
