package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/pdftext"
)

// A round trip: readers mark words in a review copy, and the changes come back into the manuscript. The words are ones that the
// manuscript has once, so that what should come out of it is known without any of octavo's code.

// manuscriptOf returns the text of every file of a book's manuscript.
func manuscriptOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "manuscript", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no manuscript: %v", err)
	}
	out := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(data)
	}
	return out
}

var wholeWord = regexp.MustCompile(`[\pL\pN]+`)

// singleWords returns the words that stand once in all files, and in the words of paragraphs: not in blocks of keys, addresses or code.
func singleWords(files map[string]string) map[string]bool {
	times := map[string]int{}
	prose := map[string]bool{}
	for _, text := range files {
		fenced := false
		for line := range strings.Lines(text) {
			fence := strings.HasPrefix(line, "+++")
			fenced = fenced != fence
			for _, m := range wholeWord.FindAllStringIndex(line, -1) {
				w := line[m[0]:m[1]]
				times[strings.ToLower(w)]++
				alone := m[0] > 0 && line[m[0]-1] == ' ' && strings.IndexByte(" ,.;:", line[m[1]]) >= 0
				prose[w] = alone && !fenced && !fence && !strings.ContainsAny(line, "](){}|`<>![#&_") && line[0] != ' '
			}
		}
	}
	out := map[string]bool{}
	for w, ok := range prose {
		if ok && times[strings.ToLower(w)] == 1 && len(w) >= 4 {
			out[w] = true
		}
	}
	return out
}

// wish is what a reader wants of one word.
type wish struct{ kind, word, new string }

// wishes returns what readers want of so many words.
func wishes(words map[string]bool, n int) (out []wish) {
	r := rand.New(rand.NewPCG(3, 14))
	list := make([]string, 0, len(words))
	for w := range words {
		list = append(list, w)
	}
	slices.Sort(list)
	r.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
	for i, w := range list[:min(n, len(list))] {
		kind := []string{"replace", "strike", "insert"}[i%3]
		out = append(out, wish{kind, w, fmt.Sprintf("zebra%d", i)})
	}
	return out
}

// granted returns the files as the wishes want them, with single spaces.
func granted(files map[string]string, list []wish) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		for _, w := range list {
			re := regexp.MustCompile(`(^|[^\pL\pN])` + w.word + `($|[^\pL\pN])`)
			if !re.MatchString(text) {
				continue
			}
			with := map[string]string{"replace": w.new, "strike": "", "insert": w.word + " " + w.new}[w.kind]
			text = re.ReplaceAllString(text, "${1}"+with+"${2}")
		}
		out[name] = spaced(text)
	}
	return out
}

var (
	loose = regexp.MustCompile(`\s+`)
	stray = regexp.MustCompile(` ([.,;:!?)])`)
)

// spaced returns text with single spaces, and none before the signs that follow a word.
func spaced(s string) string { return stray.ReplaceAllString(loose.ReplaceAllString(s, " "), "$1") }

// holdApplied applies a file and holds the manuscript against what was wanted.
func holdApplied(t *testing.T, dir, file string, before map[string]string, list []wish) {
	t.Helper()
	stdout, stderr, err := octavo(t, nil, "feedback", "-C", dir, "--apply", "--accept-all", file)
	if err != nil {
		t.Fatalf("%v\n%s%s", err, stdout, stderr)
	}
	for line := range strings.Lines(stdout) {
		if strings.Contains(line, ": left: ") {
			t.Error(line)
		}
	}
	want := granted(before, list)
	for name, text := range manuscriptOf(t, dir) {
		if got := spaced(text); got != want[name] {
			i := 0
			for i < min(len(got), len(want[name])) && got[i] == want[name][i] {
				i++
			}
			t.Errorf("%s: got\n…%.160s…\nwant\n…%.160s…", name, got[max(0, i-60):], want[name][max(0, i-60):])
		}
	}
	if stdout, stderr, err := octavo(t, nil, "feedback", "-C", dir, "--undo"); err != nil {
		t.Errorf("%v\n%s%s", err, stdout, stderr)
	}
	for name, text := range manuscriptOf(t, dir) {
		if text != before[name] {
			t.Errorf("%s is not as it was", name)
		}
	}
}

// reviewed returns a copy of the shipped book with a review copy.
func reviewed(t *testing.T, format, reader string) string {
	t.Helper()
	slow(t)
	dir := copyOfTheBook(t)
	if stdout, stderr, err := octavo(t, nil, "review", "-C", dir, "--format", format, "--reader", reader); err != nil {
		t.Fatalf("%v\n%s%s", err, stdout, stderr)
	}
	return dir
}

// TestApplyWord takes 300 tracked changes of Word back, and the same when LibreOffice has written the file anew.
func TestApplyWord(t *testing.T) {
	t.Parallel()
	dir := reviewed(t, "docx", "ines-castelo")
	before := manuscriptOf(t, dir)
	names, _ := filepath.Glob(filepath.Join(dir, "build", "review", "*.docx"))
	if len(names) == 0 {
		t.Fatal("no Word file")
	}
	list := wishes(singleWords(before), 300)
	made, list := tracked(t, names[0], list)
	if len(list) < 250 {
		t.Fatalf("only %d words stand in the Word file", len(list))
	}
	file := filepath.Join(t.TempDir(), "ann.docx")
	if err := os.WriteFile(file, made, 0o600); err != nil {
		t.Fatal(err)
	}
	holdApplied(t, dir, file, before, list)
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing (on Debian: apt-get install libreoffice-writer-nogui)")
	}
	out := t.TempDir()
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, file)
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	holdApplied(t, dir, filepath.Join(out, "ann.docx"), before, list)
}

var wordRun = regexp.MustCompile(`<w:r>((?:<w:rPr>(?:<[^>]*>)*?</w:rPr>)?)<w:t(?: xml:space="preserve")?>([^<]+)</w:t></w:r>`)

// tracked returns a Word file with wishes as tracked changes, and those of the wishes that it could take.
func tracked(t *testing.T, name string, list []wish) ([]byte, []wish) {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	var taken []wish
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		if f.Name == "word/document.xml" {
			byWord := map[string]wish{}
			for _, w := range list {
				byWord[w.word] = w
			}
			data = wordRun.ReplaceAllFunc(data, func(run []byte) []byte {
				m := wordRun.FindSubmatch(run)
				text, done := trackedRun(string(m[1]), string(m[2]), byWord)
				if len(done) == 0 {
					return run
				}
				taken = append(taken, done...)
				return []byte(text)
			})
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), taken
}

// trackedRun returns a run of text with wishes as tracked changes.
func trackedRun(format, text string, byWord map[string]wish) (string, []wish) {
	const by = ` w:id="9" w:author="Ann Lee" w:date="2026-11-27T10:00:00Z">`
	var b strings.Builder
	var done []wish
	put := func(s string) {
		if s != "" {
			fmt.Fprintf(&b, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, format, s)
		}
	}
	ins := func(s string) { b.WriteString("<w:ins" + by); put(s); b.WriteString("</w:ins>") }
	del := func(s string) {
		fmt.Fprintf(&b, `<w:del%s<w:r>%s<w:delText xml:space="preserve">%s</w:delText></w:r></w:del>`, by, format, s)
	}
	at := 0
	for _, m := range wholeWord.FindAllStringIndex(text, -1) {
		w, ok := byWord[text[m[0]:m[1]]]
		if !ok {
			continue
		}
		done = append(done, w)
		switch w.kind {
		case "replace":
			put(text[at:m[0]])
			del(w.word)
			ins(w.new)
			at = m[1]
		case "strike":
			put(text[at:m[0]])
			at = m[1]
			if at < len(text) && text[at] == ' ' {
				at++
			}
			del(text[m[0]:at])
		case "insert":
			put(text[at:m[1]])
			ins(" " + w.new)
			at = m[1]
		}
	}
	put(text[at:])
	return b.String(), done
}

// TestApplyPDF takes 300 strike-outs, carets and replacements back that were made in a review copy.
func TestApplyPDF(t *testing.T) {
	t.Parallel()
	dir := reviewed(t, "pdf", "dana-whitfield")
	before := manuscriptOf(t, dir)
	names, _ := filepath.Glob(filepath.Join(dir, "build", "review", "*dana*.pdf"))
	if len(names) != 1 {
		t.Fatal("no PDF")
	}
	list := wishes(singleWords(before), 300)
	made, list := onPages(t, names[0], list)
	if len(list) < 200 {
		t.Fatalf("only %d words stand in the PDF", len(list))
	}
	file := filepath.Join(t.TempDir(), "dana.xfdf")
	if err := os.WriteFile(file, []byte(made), 0o600); err != nil {
		t.Fatal(err)
	}
	holdApplied(t, dir, file, before, list)
}

// onPages returns wishes as comments on the pages of a PDF, and those of the wishes whose words stand there in one piece.
func onPages(t *testing.T, name string, list []wish) (string, []wish) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := cos.Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	doc := pdftext.Open(f)
	byWord := map[string]wish{}
	for _, w := range list {
		byWord[w.word] = w
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>`)
	var taken []wish
	seen := map[string]bool{}
	for _, p := range doc.Pages {
		text, err := doc.Text(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range text.Lines {
			for i := line.From; i < line.To; i++ {
				word, k := "", i
				var box pdftext.Rect
				for ; k < line.To && wholeWord.MatchString(text.Letters[k].Text); k++ {
					if word += text.Letters[k].Text; k == i {
						box = text.Letters[k].Box
					}
					box = box.Union(text.Letters[k].Box)
				}
				ends := k < line.To && !strings.ContainsAny(text.Letters[k].Text, "-\u00AD’")
				if w, ok := byWord[word]; ok && ends && i > line.From && !seen[word] && !strings.ContainsFunc(word, unicode.IsPunct) {
					seen[word] = true
					taken = append(taken, w)
					b.WriteString(onWord(p.Number-1, box, w))
				}
				i = k
			}
		}
	}
	fmt.Fprintf(&b, `</annots><f href="%s"/></xfdf>`, filepath.Base(name))
	return b.String(), taken
}

func onWord(page int, r pdftext.Rect, w wish) string {
	coords := fmt.Sprintf("%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f", r.X0, r.Y1, r.X1, r.Y1, r.X0, r.Y0, r.X1, r.Y0)
	rect := fmt.Sprintf("%.2f,%.2f,%.2f,%.2f", r.X0, r.Y0, r.X1, r.Y1)
	caret := fmt.Sprintf("%.2f,%.2f,%.2f,%.2f", r.X1-3, r.Y0-4, r.X1+3, r.Y0+3)
	switch w.kind {
	case "strike":
		return fmt.Sprintf(`<strikeout page="%d" rect="%s" coords="%s" title="Dana"/>`, page, rect, coords)
	case "insert":
		return fmt.Sprintf(`<caret page="%d" rect="%s" title="Dana"><contents>%s</contents></caret>`, page, caret, w.new)
	}
	return fmt.Sprintf(`<caret page="%d" rect="%s" title="Dana" name="c-%s"><contents>%s</contents></caret>`, page, caret, w.word, w.new) +
		fmt.Sprintf(`<strikeout page="%d" rect="%s" coords="%s" title="Dana" inreplyto="c-%s" replyType="group"/>`, page, rect, coords, w.word)
}
