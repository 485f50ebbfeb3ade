package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// need is the path of a validator. Where it is missing the test is skipped, by name; under CI=true it fails.
func need(t *testing.T, tool string) string {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing, and under CI=true nothing may be skipped", tool)
		}
		t.Skipf("%s is missing: make test installs it where it may", tool)
	}
	return path
}

// tool runs a validator and gives what it printed; it must succeed.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Errorf("%s %s: %v\n%s", filepath.Base(name), strings.Join(args, " "), err, &out)
	}
	return out.String()
}

// The real book, held against tools that know nothing of octavo.
func TestValidators(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := copyOfTheBook(t)
	mustBuild(t, dir)
	made := outputs(t, dir)
	var interior, cards, cover, epub string
	for name := range made {
		switch {
		case strings.HasSuffix(name, "-cover.pdf"):
			cover = name
		case strings.HasSuffix(name, "-cards.pdf"):
			cards = name
		case strings.HasSuffix(name, ".pdf"):
			interior = name
		case strings.HasSuffix(name, ".epub"):
			epub = name
		}
	}
	if interior == "" || cards == "" || cover == "" || epub == "" {
		t.Fatalf("the outputs are interior %q, cards %q, cover %q and EPUB %q", interior, cards, cover, epub)
	}
	pdfs := []string{interior, cards, cover}
	path := func(name string) string { return filepath.Join(dir, "build", name) }

	t.Run("qpdf", func(t *testing.T) {
		qpdf := need(t, "qpdf")
		for _, name := range pdfs {
			if out := tool(t, qpdf, "--check", path(name)); strings.Contains(out, "WARNING") {
				t.Errorf("%s:\n%s", name, out)
			}
		}
	})
	t.Run("pdffonts", func(t *testing.T) {
		pdffonts := need(t, "pdffonts")
		// name, type and encoding may hold spaces; the three flags and the object's number end each row.
		row := regexp.MustCompile(`\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$`)
		for _, name := range pdfs {
			lines := strings.Split(strings.TrimSpace(tool(t, pdffonts, path(name))), "\n")
			if len(lines) < 3 {
				t.Errorf("%s has no fonts", name)
			}
			for _, line := range lines[min(2, len(lines)):] {
				if m := row.FindStringSubmatch(line); m == nil || m[1] != "yes" || m[2] != "yes" || m[3] != "yes" {
					t.Errorf("%s: a font is not embedded, not subset or has no text: %s", name, line)
				}
			}
		}
	})
	t.Run("pdftotext", func(t *testing.T) {
		pdftotext := need(t, "pdftotext")
		holdsManuscript(t, dir, tool(t, pdftotext, path(interior), "-"))
	})
}

// holdsManuscript fails for every paragraph of the book in dir whose words the text of its PDF does not give back. Only
// letters are compared: figures are notes' marks and folios, too.
func holdsManuscript(t *testing.T, dir, text string) {
	t.Helper()
	cfg, found := config.Load(dir, styles.FS)
	if found.HasErrors() {
		t.Fatal(found)
	}
	bk, found := manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	if found.HasErrors() {
		t.Fatal(found)
	}
	have := letters(text)
	if len(have) < 1000 {
		t.Fatalf("the PDF gives %d letters", len(have))
	}
	runs := 0
	see := func(ins []book.Inline) {
		if len(ins) == 0 {
			return
		}
		runs++
		// A link prints the page it leads to, so what is looked for are the pieces between links.
		for _, piece := range pieces(ins) {
			if n := parts(letters(piece), have); n > 2 {
				t.Errorf("%s: the PDF does not give back %q", ins[0].Start(), piece)
			}
		}
	}
	for _, ch := range bk.Chapters() {
		see(ch.Title)
		blocks := slices.Clone(ch.Blocks)
		for _, n := range ch.Notes {
			blocks = append(blocks, n.Blocks...)
		}
		book.Walk(blocks, func(b book.Block) { book.Runs(b, see) })
	}
	if runs < 10 {
		t.Errorf("only %d paragraphs were compared", runs)
	}
}

// pieces is the text of a run, cut where the book adds words of its own, after links into the book, and without what
// stands in the file but not on the page, the description of a picture.
func pieces(ins []book.Inline) []string {
	var out []string
	from := 0
	for i, in := range ins {
		switch in := in.(type) {
		case *book.Link:
			if in.Target != "" {
				out = append(out, book.PlainText(ins[from:i]), book.PlainText(in.Text))
				from = i + 1
			}
		case *book.Image, *book.Math: // a page has a formula in two dimensions
			out = append(out, book.PlainText(ins[from:i]))
			from = i + 1
		}
	}
	return append(out, book.PlainText(ins[from:]))
}

// letters is the letters of a text, folded, without the marks that a compositor puts in.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// parts is in how many pieces text holds want: 1 on one page, 2 over a page break, where a folio and a running head come
// between. Each piece is as long as can be.
func parts(want, text string) int {
	n := 0
	for want != "" {
		// The longest beginning that text holds: if it holds one, it holds every shorter one.
		low, high := 0, len(want)
		for low < high {
			if mid := (low + high + 1) / 2; strings.Contains(text, want[:mid]) {
				low = mid
			} else {
				high = mid - 1
			}
		}
		if low == 0 {
			return len(want) + n
		}
		want = want[low:]
		n++
	}
	return n
}

func TestPartsFindsLostWords(t *testing.T) {
	const text = "the first page ends here 12 A BOOK and goes on there"
	for want, n := range map[string]int{
		"the first page":                     1,
		"ends here and goes on":              2,
		"ends here lost and goes on":         3,
		"the first page ends qu and goes on": 3,
	} {
		if got := parts(letters(want), letters(text)); (got > 2) != (n > 2) || n < 3 && got != n {
			t.Errorf("%q in %d parts, want %d", want, got, n)
		}
	}
}

// TestSheetInBrowser reads the sheet for booksellers as a reader and a screen reader do, in both directions of writing.
func TestSheetInBrowser(t *testing.T) {
	slow(t)
	t.Parallel()
	folder, node, chromium := npmFolder(t), need(t, "node"), need(t, "chromium")
	for _, language := range []string{"en", "he"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			var dir string
			if language == "en" {
				dir = copyOfTheBook(t)
			} else {
				dir = copyOf(t, "testdata/languages/"+language)
			}
			if out, errs, err := octavo(t, nil, "sheet", "-C", dir); err != nil {
				t.Fatalf("octavo sheet: %v\n%s%s", err, out, errs)
			}
			sheets, err := filepath.Glob(filepath.Join(dir, "build", "*-sheet.html"))
			if err != nil || len(sheets) != 1 {
				t.Fatalf("the sheets are %q, %v", sheets, err)
			}
			cmd := exec.Command(node, "validators/page.js", folder, sheets[0])
			cmd.Env = append(os.Environ(), "PUPPETEER_EXECUTABLE_PATH="+chromium)
			if out, err := cmd.CombinedOutput(); err != nil || string(out) != "sheets: 1\n" {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
