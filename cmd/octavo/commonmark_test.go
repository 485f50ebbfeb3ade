package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// specExample is one example of the CommonMark specification.
type specExample struct {
	Markdown, HTML, Section string
	Example                 int
}

// specExamples reads the examples that goldmark's module carries.
func specExamples(t *testing.T) []specExample {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []specExample
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) < 652 {
		t.Fatalf("%d examples, the specification has 652", len(examples))
	}
	return examples
}

// words is the words of a text, folded: letters and figures, whatever stands between them.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordsOfHTML is the words a reader of the specification's HTML sees. Raw HTML has no form in a book, so the words in
// its tags and comments are not asked for.
func wordsOfHTML(source string) []string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return words(b.String())
		case html.TextToken:
			b.Write(z.Text())
			b.WriteByte(' ')
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "em", "strong", "code", "a", "img": // they do not end a word
			default:
				b.WriteByte(' ')
			}
		}
	}
}

// lost is the first of the words that text does not hold in this order, or "".
func lost(want []string, text string) string {
	have := strings.Join(words(text), "")
	for _, w := range want {
		i := strings.Index(have, w)
		if i < 0 {
			return w
		}
		have = have[i+len(w):]
	}
	return ""
}

// specBook makes a book of files and reads it, without asking whether check would let it be built: raw HTML, for one, is
// an error that the compositor must survive.
func specBook(t *testing.T, files map[string]string) (*config.Config, *book.Book, *textstyle.Fonts) {
	t.Helper()
	p := specProject(t, files)
	return p.Cfg, p.Book, p.Fonts
}

// specProject is specBook's book as a project, with all that its outputs are made of.
func specProject(t *testing.T, files map[string]string) *project.Project {
	t.Helper()
	dir := t.TempDir()
	files["book.toml"] = "[book]\ntitle = \"Specimens\"\nauthors = [\"A. Nonymous\"]\n[themes]\nall = \"All\"\n"
	writeFiles(t, dir, files)
	return anyProject(t, dir)
}

// anyProject reads the book in dir, whatever is wrong with it.
func anyProject(t *testing.T, dir string) *project.Project {
	t.Helper()
	cfg, found := config.Load(dir, styles.FS)
	if cfg == nil || found.HasErrors() {
		t.Fatal(found)
	}
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	p := &project.Project{Dir: dir, Root: mustRoot(t, dir), Cfg: cfg, Book: bk}
	p.Styles = project.OpenStyles(p.Root, styles.FS)
	p.Fonts = booktest.Fonts(t, cfg.Style, cfg.Book.Language)
	p.Interior = sync.OnceValue(func() (in project.Inside) {
		in.Doc, in.Pages, in.Found = interior.Set(p.Cfg, p.Book, p.Fonts)
		return in
	})
	check.Run(cfg, bk, check.Coverage{Text: p.Fonts.Has, Code: p.Fonts.HasCode})
	return p
}

func mustRoot(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

// unread matches the elements whose contents are no text; a book that has one has an error and is not built.
var unread = regexp.MustCompile(`(?s)<script.*?(?:</script>|$)|<style.*?(?:</style>|$)|<textarea.*?(?:</textarea>|$)`)

// Each example of the specification is a chapter; no word of it may be lost on paper or in the EPUB.
func TestCommonMarkInTheBook(t *testing.T) {
	slow(t)
	t.Parallel()
	examples := specExamples(t)
	cfg, bk, fonts := specBook(t, commonMarkByExample(t, 1))
	var chapters []*book.Chapter // of the examples; a title inside one begins another
	for _, c := range bk.Chapters() {
		if strings.HasPrefix(c.ID, "specimen") {
			chapters = append(chapters, c)
		}
	}
	if len(chapters) != len(examples) {
		t.Fatalf("%d chapters of %d examples", len(chapters), len(examples))
	}
	doc, _, _ := interior.Set(cfg, bk, fonts)
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.Screen); err != nil {
		t.Fatal(err)
	}
	checkTagged(t, file.Bytes())
	onPaper := textByAnchor(doc)
	inEPUB := textByTitle(t, cfg, bk, fonts)
	for i, e := range examples {
		want := append([]string{fmt.Sprintf("specimen%03d", e.Example)}, wordsOfHTML(unread.ReplaceAllString(e.HTML, ""))...)
		if w := lost(want, onPaper[chapters[i].ID]); w != "" {
			t.Errorf("example %d (%s): %q is lost on paper\n%q\n%q", e.Example, e.Section, w, e.Markdown, onPaper[chapters[i].ID])
		}
		if w := lost(want, inEPUB[want[0]]); w != "" {
			t.Errorf("example %d (%s): %q is lost in the EPUB\n%q\n%q", e.Example, e.Section, w, e.Markdown, inEPUB[want[0]])
		}
	}
}

// textByAnchor is the text of the pages from each anchor's page to the next anchor's that is a chapter's.
func textByAnchor(doc *page.Document) map[string]string {
	out := map[string]string{}
	current := ""
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			if a, ok := item.(*page.Anchor); ok && strings.HasPrefix(a.Name, "specimen") {
				current = a.Name
				break
			}
		}
		for _, item := range p.Items {
			if text, ok := item.(*page.Text); ok {
				out[current] += text.Text + " "
			}
		}
	}
	return out
}

var specimen = regexp.MustCompile(`Specimen\d+`)

// textByTitle is the text of the content documents of the EPUB by the word "specimen…" in the heading of the document, or of the last
// one before it that has the word.
func textByTitle(t *testing.T, cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) map[string]string {
	t.Helper()
	var file bytes.Buffer
	if err := epub.Write(&file, cfg, bk, epub.Assets{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	last := ""
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xhtml") || strings.Contains(f.Name, "nav") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		inBody := false
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				inBody = inBody || token.Name.Local == "body"
			case xml.CharData:
				if inBody {
					text.Write(token)
					text.WriteByte(' ')
				}
			}
		}
		if key := specimen.FindString(text.String()); key != "" {
			last = strings.ToLower(key)
		}
		out[last] += text.String()
	}
	return out
}

// Each example is the gloss of an entry; where it is one paragraph on one line it is a maxim, too, and no word of it may
// be lost on its card.
func TestCommonMarkOnCards(t *testing.T) {
	slow(t)
	t.Parallel()
	examples := specExamples(t)
	files := map[string]string{}
	block := func(id string) string {
		return fmt.Sprintf("\n+++\nkind = \"meme\"\nid = %q\nthemes = [\"all\"]\n+++\n\n", id)
	}
	asMaxim := map[string]specExample{}
	for _, e := range examples {
		var b strings.Builder
		fmt.Fprintf(&b, "# Chapter\n\n## Specimen%03d%s%s\n\n", e.Example, block(fmt.Sprintf("g%d", e.Example)), e.Markdown)
		files[fmt.Sprintf("manuscript/%03d-gloss.md", e.Example)] = b.String()
		line := strings.TrimSuffix(e.Markdown, "\n")
		oneParagraph := strings.HasPrefix(e.HTML, "<p>") && strings.Count(e.HTML, "<p>") == 1 && !strings.Contains(line, "\n")
		if oneParagraph && !strings.HasSuffix(line, "#") && !strings.Contains(e.HTML, "<img") {
			id := fmt.Sprintf("m%d", e.Example)
			asMaxim[id] = e
			files[fmt.Sprintf("manuscript/%03d-maxim.md", e.Example)] = fmt.Sprintf("# Chapter\n\n## %s%sGloss.\n", strings.TrimSpace(line), block(id))
		}
	}
	if len(asMaxim) < 200 {
		t.Fatalf("only %d examples are maxims", len(asMaxim))
	}
	cfg, bk, fonts := specBook(t, files)
	cards, found := cards.Faces(cfg, bk, fonts, nil, bk.Entries())
	doc := &page.Document{}
	var all strings.Builder // the cards in order, so that words can be looked for in order
	for _, c := range cards {
		doc.Pages = append(doc.Pages, c.Front, c.Back)
		for _, item := range c.Front.Items {
			if text, ok := item.(*page.Text); ok {
				all.WriteString(text.Text + " ")
			}
		}
	}
	if err := pdf.Write(io.Discard, doc, pdf.Plain); err != nil {
		t.Error(err)
	}
	tooLong := map[string]bool{}
	for _, d := range found {
		tooLong[d.Pos.String()] = true
	}
	have := strings.Join(words(all.String()), "")
	for _, e := range bk.Entries() {
		want := []string{}
		if ex, ok := asMaxim[e.ID]; ok {
			want = wordsOfHTML(ex.HTML)
		} else {
			want = append(want, strings.ReplaceAll(e.ID, "g", "specimen"))
			want[0] = fmt.Sprintf("specimen%03s", strings.TrimPrefix(e.ID, "g"))
		}
		if tooLong[e.Pos.String()] {
			continue
		}
		for _, w := range want {
			i := strings.Index(have, w)
			if i < 0 {
				t.Fatalf("entry %s at %s: %q is lost on its card", e.ID, e.Pos, w)
			}
			have = have[i+len(w):]
		}
	}
}
