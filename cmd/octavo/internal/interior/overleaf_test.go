package interior_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/reviewcopy"
)

// marked returns n words that occur nowhere else, starting with the k-th.
func marked(k, n int) string {
	out := make([]string, n)
	for i := range out {
		v := k + i
		out[i] = "q" + string([]byte{byte('a' + v/676%26), byte('a' + v/26%26), byte('a' + v%26)}) + "zu"
	}
	return strings.Join(out, " ")
}

// markedWord returns one word of n letters.
func markedWord(n int) string { return strings.Repeat("quizaza", n/7+1)[:n] }

// tooLong is a book with more of something than there is room for: keys of book.toml, and one chapter.
type tooLong struct {
	name    string
	keys    string // of [book], in place of those of the shell
	more    string // tables of book.toml
	chapter string
}

// write writes the book to a temporary folder.
func (b *tooLong) write(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	keys := ""
	for _, k := range []string{`title = "Long"`, `authors = ["A. Nonymous"]`} {
		name, _, _ := strings.Cut(k, " ")
		if !strings.Contains("\n"+b.keys, "\n"+name+" ") && (name != "authors" || !strings.Contains(b.more, "contributor")) {
			keys += k + "\n"
		}
	}
	more := b.more
	if !strings.Contains(more, "[contents]") && !strings.Contains(more, "[[contents.part]]") {
		more += "\n[contents]\nbody = [\"a.md\"]\n"
	}
	chapter := b.chapter
	if chapter == "" {
		chapter = "# One\n\nWords.\n"
	}
	for name, text := range map[string]string{"manuscript/p.png": tallPicture(), "book.toml": "[book]\n" + keys + b.keys + "\n" + more + "\n[themes]\nall = \"All\"\n",
		"manuscript/a.md": chapter} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tallPicture returns a picture of 900 by 1800 pixels as a PNG file.
var tallPicture = sync.OnceValue(func() string {
	var b strings.Builder
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 1800))); err != nil {
		panic(err)
	}
	return b.String()
})

// wordsOf returns the words of a text in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// wanted returns the marked words of the book's sources.
func (b *tooLong) wanted() []string {
	var out []string
	for _, w := range wordsOf(b.keys + " " + b.more + " " + b.chapter) {
		if strings.HasPrefix(w, "q") && strings.HasSuffix(w, "zu") || strings.HasPrefix(w, "quiz") {
			out = append(out, w)
		}
	}
	return out
}

// onPaper returns the letters of all text inside the paper, page by page.
func onPaper(pages []*page.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for m, it := range page.Placed(p.Items) {
			t, ok := it.(*page.Text)
			if !ok || t.Node == nil { // a running head or a folio stands between the parts of a word that goes on overleaf
				continue
			}
			box, _ := page.Extent(t)
			box = m.Bounds(box)
			if box.X >= 0 && box.Y >= 0 && box.X+box.W <= p.Width && box.Y+box.H <= p.Height {
				b.WriteString(strings.ToLower(strings.ReplaceAll(t.Text, "\u00AD", "")))
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), "")
}

// quoted returns text as a TOML string.
func quoted(s string) string { return strconv.Quote(s) }

// longBooks returns books with more of everything than there is room for.
func longBooks() (all []tooLong) {
	key := func(name, format string) {
		for _, text := range []string{marked(0, 300), marked(0, 1000), markedWord(200), strings.ReplaceAll(marked(0, 60), " ", "\u00A0")} {
			n := fmt.Sprintf("%s of %d words", name, len(wordsOf(text)))
			all = append(all, tooLong{name: n, keys: fmt.Sprintf(format, quoted(text))})
		}
	}
	key("title", "title = %s\n")
	key("subtitle", "subtitle = %s\n")
	key("author", "authors = [%s]\n")
	key("edition", "edition = %s\n")
	key("publisher", "publisher = %s\n")
	key("rights", "rights = %s\n")
	key("dedication", "dedication = %s\n")
	key("epigraph", "epigraph = %s\n")
	key("epigraph_by", "epigraph = \"Words.\"\nepigraph_by = %s\n")
	key("colophon", "colophon = %s\n")
	key("cip", "cip = [%s]\n")
	key("classification", "publisher = \"P\"\nclassification = [%s]\n")
	key("subject", "subjects = [%s]\n")
	var names, lines []string
	for i := range 60 {
		names = append(names, quoted(marked(3*i, 3)))
		lines = append(lines, quoted(marked(10*i, 10)))
	}
	all = append(all, tooLong{name: "60 authors", keys: "authors = [" + strings.Join(names, ", ") + "]\n"},
		tooLong{name: "60 lines of cip", keys: "cip = [" + strings.Join(lines, ", ") + "]\n"})
	for _, text := range []string{marked(0, 300), marked(0, 400), markedWord(200)} {
		n := len(wordsOf(text))
		say := func(name, chapter string) {
			all = append(all, tooLong{name: fmt.Sprintf("%s of %d words", name, n), chapter: chapter})
		}
		all = append(all, tooLong{name: fmt.Sprintf("part of %d words", n), more: "[[contents.part]]\ntitle = " + quoted(text) +
			"\nchapters = [\"a.md\"]\n"})
		entry := func(key string) string {
			return "# One\n\nWords.\n\n## Say less.\n+++\nid = \"less\"\n" + key + "\n+++\n\nThe gloss.\n"
		}
		say("chapter title", "# "+text+"\n\nWords.\n")
		say("chapter title with its note", "# "+text+"[^1]\n\nWords.\n\n[^1]: Qaaazu.\n")
		for level := 2; level <= 6; level++ {
			say(fmt.Sprintf("heading %d", level), "# One\n\nWords.\n\n"+strings.Repeat("#", level)+" "+text+"\n\nWords.\n")
		}
		say("note of a heading", "# One\n\nWords.\n\n## Two[^1]\n\nWords.\n\n[^1]: "+text+"\n")
		say("note of a title", "# One[^1]\n\nWords.\n\n[^1]: "+text+"\n")
		say("note of a note", "# One\n\nWords.[^1]\n\n[^1]: Words.[^2]\n\n[^2]: "+text+"\n")
		say("note of a long heading", "# One\n\nWords.\n\n## "+text+"[^1]\n\nWords.\n\n[^1]: "+marked(2000, 300)+"\n")
		say("maxim", "# One\n\nWords.\n\n## "+text+"\n+++\nkind = \"meme\"\nid = \"less\"\ncard = false\n+++\n\nThe gloss.\n")
		say("tenor", entry("kind = \"metaphor\"\ntenor = "+quoted(text)+"\nvehicle = \"ship\""))
		say("index heading", entry("kind = \"meme\"\nindex = ["+quoted(text)+"]"))
		say("index subheading", entry("kind = \"meme\"\nindex = ["+quoted("top/"+text)+"]"))
		say("attribution", "# One\n\n> Words.\n>\n> — "+text+"\n")
		say("epigraph of a chapter", "# One\n\n> "+text+"\n{.epigraph}\n\nWords.\n")
		say("verse", "# One\n\n"+strings.ReplaceAll(text, " ", "\\\n")+"\n")
		say("code", "# One\n\n    "+text+"\n")
		say("code span", "# One\n\nWords `"+text+"` words.\n")
		say("link", "# One\n\n["+text+"](https://example.org)\n")
		say("caption", "# One\n\n![Alt](p.png \""+text+"\")\n")
		say("term", "# One\n\n"+text+"\n:   Words.\n")
		say("definition", "# One\n\nTerm\n:   "+text+"\n")
		say("cell", "# One\n\n| a | b |\n|---|---|\n| "+text+" | Words. |\n")
		say("head cell", "# One\n\n| a | "+text+" |\n|---|---|\n| Words. | Words. |\n")
		say("note in a cell", "# One\n\n| a | b |\n|---|---|\n| Words. | Words.[^1] |\n\n[^1]: "+text+"\n")
		say("task", "# One\n\n- [ ] "+text+"\n")
		say("glued", "# One\n\nWords "+strings.ReplaceAll(text, " ", "&nbsp;")+" words.\n")
		for _, depth := range []int{12, 30} {
			say(fmt.Sprintf("list %d deep", depth), "# One\n\n"+strings.Repeat("- ", depth)+text+"\n")
			say(fmt.Sprintf("numbers %d deep", depth), "# One\n\n"+strings.Repeat("1. ", depth)+text+"\n")
			say(fmt.Sprintf("quotation %d deep", depth), "# One\n\n"+strings.Repeat("> ", depth)+text+"\n")
			say(fmt.Sprintf("table in list %d deep", depth), "# One\n\n"+strings.Repeat("- ", depth)+"Words.\n\n"+
				strings.Repeat("  ", depth)+"| a | b |\n"+strings.Repeat("  ", depth)+"|---|---|\n"+strings.Repeat("  ", depth)+"| "+text+" | b |\n")
		}
	}
	for _, n := range []int{10, 16, 36, 80} {
		row := func(k int) string { return "| " + strings.ReplaceAll(marked(k, n), " ", " | ") + " |\n" }
		all = append(all, tooLong{name: fmt.Sprintf("table of %d columns", n),
			chapter: "# One\n\n" + row(0) + strings.Repeat("|---", n) + "|\n" + row(n) + row(2*n)})
	}
	long := func(k int) string {
		return "| " + markedWord(60) + " | " + markedWord(60) + " | " + marked(k, 20) + " |\n"
	}
	return append(all, tooLong{name: "long words in cells", chapter: "# One\n\n" + long(0) + "|---|---|---|\n" + long(20)},
		tooLong{name: "note of 3,000 words", chapter: "# One\n\nWords.[^1]\n\n[^1]: " + marked(0, 3000) + "\n"},
		tooLong{name: "cell of 2,000 words", chapter: "# One\n\n| a | b | c |\n|---|---|---|\n| a | " + marked(0, 2000) + " | c |\n"},
		tooLong{name: "40 notes in a cell", chapter: "# One\n\n| a | b |\n|---|---|\n| a |" + notes(0, 40) + " |\n" + noteTexts(0, 40)},
		tooLong{name: "90 notes in a heading", chapter: "# One\n\n## Two" + notes(0, 90) + "\n\nWords.\n" + noteTexts(0, 90)},
		tooLong{name: "list in list", chapter: "# One\n\n" + nested(12)},
		tooLong{name: "code of 400 characters", chapter: "# One\n\n```\n" + markedWord(400) + "\n" + strings.ReplaceAll(marked(0, 80), " ", "") + "\n```\n"})
}

func notes(from, n int) (s string) {
	for i := range n {
		s += fmt.Sprintf("[^%d]", from+i+1)
	}
	return s
}

func noteTexts(from, n int) (s string) {
	for i := range n {
		s += fmt.Sprintf("\n[^%d]: %s\n", from+i+1, marked(20*(from+i), 20))
	}
	return s
}

func nested(depth int) (s string) {
	for i := range depth {
		s += strings.Repeat("    ", i) + "- " + marked(20*i, 20) + "\n\n"
	}
	return s
}

// TestNothingFallsOffThePaper gives book after book more words than there is room for: every word stands on the paper, or
// an error says at its place that it does not.
func TestNothingFallsOffThePaper(t *testing.T) {
	for i, style := range []string{"classic", "modern", "large"} {
		for k, b := range longBooks() {
			if i > 0 && k%5 != i || testing.Short() && k%4 != 0 {
				continue
			}
			b.more += "\n[print]\nstyle = " + quoted(style) + "\n"
			t.Run(style+"/"+b.name, func(t *testing.T) {
				t.Parallel()
				cfg, bk, fonts := booktest.Open(t, b.write(t))
				doc, _, found := interior.Set(cfg, bk, fonts)
				b.check(t, cfg, doc.Pages, found)
			})
		}
	}
}

// check compares pages with the words that the book contains.
func (b *tooLong) check(t *testing.T, cfg *config.Config, pages []*page.Page, found diag.List) {
	t.Helper()
	for _, d := range found {
		if d.Severity == diag.Error {
			if !d.Pos.IsValid() {
				t.Errorf("no place: %s", d.Message)
			}
			return
		}
	}
	text := onPaper(pages)
	var lost []string
	want := b.wanted()
	all := strings.Count(strings.Join(want, ""), "z")
	for _, w := range want {
		// A word that is wider than its cell goes on below, after the words of the cells beside it: its letters are counted.
		if long := strings.Count(w, "z"); !strings.Contains(text, w) && (long < 2 || strings.Count(text, "z") < all) {
			lost = append(lost, w)
		}
	}
	if len(lost) > 0 {
		t.Errorf("%d of %d words are on no page: %.60s …", len(lost), len(want), strings.Join(lost, " "))
	}
}

// TestTypescriptHoldsItsWords is the same for typescripts.
func TestTypescriptHoldsItsWords(t *testing.T) {
	for k, b := range longBooks() {
		if k%4 != 3 {
			continue
		}
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			cfg, bk, _ := booktest.Open(t, b.write(t))
			cfg = interior.TypescriptConfig(cfg)
			fonts := booktest.Fonts(t, cfg.Style, cfg.Book.Language)
			doc, _, found := interior.Typescript(cfg, bk, fonts)
			if strings.Contains(b.keys, "rights") || strings.Contains(b.keys, "publisher") || strings.Contains(b.keys, "colophon") ||
				strings.Contains(b.keys, "subjects") || strings.Contains(b.keys, "cip") || strings.Contains(b.chapter, "index =") ||
				strings.Contains(b.chapter, "tenor =") {
				b.keys, b.chapter = "", "" // a typescript does not print it
			}
			b.check(t, cfg, doc.Pages, found)
		})
	}
}

// TestReviewCopiesHoldTheirWords fills the copy's own pages with more than they have room for.
func TestReviewCopiesHoldTheirWords(t *testing.T) {
	text := quoted(marked(0, 600))
	for name, b := range map[string]tooLong{
		"title":         {keys: "title = " + text + "\n"},
		"description":   {keys: "description = " + text + "\n"},
		"quotations":    {more: "[review]\nquotations = " + text + "\n"},
		"comments":      {more: "[review]\ncomments = " + text + "\n"},
		"price":         {more: "[review]\nprice = " + text + "\n"},
		"contact":       {more: "[review]\ncontact = [" + text + "]\n"},
		"notice":        {more: "[review]\nnotice = " + text + "\n"},
		"note":          {more: "[[review.reader]]\nname = \"A\"\nnote = " + text + "\n"},
		"too long note": {more: "[[review.reader]]\nname = \"A\"\nnote = " + quoted(marked(0, 2000)) + "\n"},
		"name":          {more: "[[review.reader]]\nname = " + quoted("Ann "+strings.Repeat("Other ", 100)) + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg, bk, fonts := booktest.Open(t, b.write(t))
			doc, pages, _ := interior.Set(cfg, bk, fonts)
			ask := &reviewcopy.Content{Inside: doc, Pages: pages, Book: len(doc.Pages), Revision: "1", Width: cfg.Print.Width, Height: cfg.Print.Height}
			sheets := reviewcopy.Set(cfg, bk, fonts, ask)
			readers := cfg.Review.Readers
			if len(readers) == 0 {
				readers = []config.Reader{{Name: "A"}}
			}
			slots, _ := reviewcopy.Slots(cfg, fonts, ask, reviewcopy.Copy{Reader: readers[0], Number: 1, Of: 1})
			found := page.OffPage(sheets.Doc.Pages, slots, func(int) diag.Pos { return cfg.Where("review.reader.0") })
			if (name == "too long note") != found.HasErrors() {
				t.Error(found)
			}
			var own []*page.Page
			for _, p := range sheets.Doc.Pages[:sheets.First-1] {
				items := page.Visible(p.Items, slots)
				for m, it := range page.Placed(items) {
					if text, ok := it.(*page.Text); ok && text.Node == nil && m != page.Identity {
						text.Node = &page.Node{} // what fills a slot counts as text here
					}
				}
				own = append(own, &page.Page{Width: p.Width, Height: p.Height, Items: items})
			}
			b.check(t, cfg, own, found)
		})
	}
}
