package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/pdftext"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/watermark"
)

// Readers are lines of book.toml that name readers.
func readers(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "[[review.reader]]\nname = %q\n", n)
	}
	return b.String()
}

// reviewBook is a copy of the book with readers.
func reviewBook(t testing.TB, more string) string {
	t.Helper()
	dir := copyOfTheBook(t)
	config := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	if i := bytes.Index(text, []byte("[review]")); i >= 0 {
		text = text[:i]
	}
	if err := os.WriteFile(config, append(text, "\n[review]\n"+more...), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func mustReview(t testing.TB, dir string, args ...string) (stdout, stderr string) {
	t.Helper()
	stdout, stderr, err := octavo(t, nil, append([]string{"review", "-C", dir}, args...)...)
	if err != nil {
		t.Fatalf("review %v: %v\n%s", args, err, stderr)
	}
	return stdout, stderr
}

// pageTexts are the words of a PDF's pages, and their labels.
func pageTexts(t testing.TB, name string) (texts, labels []string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := cos.Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	d := pdftext.Open(f)
	for _, p := range d.Pages {
		text, err := d.Text(p)
		if err != nil {
			t.Fatal(err)
		}
		texts, labels = append(texts, text.Flow), append(labels, p.Label)
	}
	return texts, labels
}

// TestReview makes copies for readers with hard names, and holds them against the book: the same pages under the same
// numbers, the right name on each, no one else's, and the id where identify finds it.
func TestReview(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, "formats = [\"pdf\", \"epub\", \"docx\"]\nprice = \"$18\"\n"+readers("Ada Quill", "../x", "Ωμέγα 🦊", "<b>&\"'"))
	mustBuild(t, dir)
	stdout, _ := mustReview(t, dir)
	if n := strings.Count(stdout, "\n"); n != 12 {
		t.Errorf("%d files, want 12:\n%s", n, stdout)
	}
	l, err := ledgerOf(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Copies) != 12 {
		t.Fatalf("the ledger knows %d copies of 12", len(l.Copies))
	}
	bk, folios := pageTexts(t, filepath.Join(dir, "build", "write-this-down.pdf"))
	shown := map[string]string{"ada-quill": "Ada Quill", "x": "../x", "omega": "Ωμέγα 🦊", "b": "<b>&\"'"}
	for _, c := range l.Copies {
		file := filepath.Join(dir, "build", "review", c.File)
		out, stderr, err := octavo(t, nil, "review", "identify", "-C", dir, file)
		if err != nil || !strings.Contains(out, c.ID) || !strings.Contains(out, c.Name) || strings.Count(out, "\n") != 1 {
			t.Errorf("%s is identified as %q, %v %s", c.File, out, err, stderr)
		}
		if c.Format != "pdf" {
			continue
		}
		texts, labels := pageTexts(t, file)
		if len(texts) != len(bk)+c.First-1 {
			t.Errorf("%s has %d pages, the book %d, and the first is sheet %d", c.File, len(texts), len(bk), c.First)
			continue
		}
		for i, words := range bk {
			on := texts[i+c.First-1]
			if labels[i+c.First-1] != folios[i] {
				t.Errorf("%s: page %s is called %s", c.File, folios[i], labels[i+c.First-1])
			}
			if lost := missing(strings.Fields(words), strings.Fields(on)); lost != "" {
				t.Errorf("%s: page %s lacks %q", c.File, folios[i], lost)
			}
			if name := shown[c.Reader]; !strings.Contains(on, "Copy "+fmt.Sprint(c.Number)+" of 4, for "+name) {
				t.Errorf("%s: page %s does not say that it is %s's", c.File, folios[i], name)
			}
			for other, name := range shown {
				if other != c.Reader && strings.Contains(on, "for "+name) {
					t.Errorf("%s: page %s names %s", c.File, folios[i], name)
				}
			}
		}
		if !strings.Contains(texts[0], "Advance Uncorrected Proof — Not for Sale") || !strings.Contains(texts[1], "$18") ||
			!strings.Contains(texts[1], "check all quotations") {
			t.Errorf("%s: the front says %q, the data page %q", c.File, texts[0], texts[1])
		}
	}
	// What is copied out of a window is enough to name the copy.
	for _, mark := range []string{watermark.Hide(l.Copies[0].ID), " for Ada Quill " + l.Copies[0].ID + "\n"} { // hidden; of its foot
		pasted := filepath.Join(dir, "pasted.txt")
		if err := os.WriteFile(pasted, []byte("I found this: …"+mark), 0o666); err != nil {
			t.Fatal(err)
		}
		if out, _, err := octavo(t, nil, "review", "identify", "-C", dir, pasted); err != nil || !strings.Contains(out, "Ada Quill") {
			t.Errorf("a pasted text is identified as %q, %v", out, err)
		}
	}
	if _, stderr, err := octavo(t, nil, "review", "identify", "-C", dir, filepath.Join(dir, "book.toml")); err == nil || !strings.Contains(stderr, "no mark") {
		t.Errorf("book.toml is identified: %v %s", err, stderr)
	}
	// Strings of an encrypted file are no ids.
	if qpdf, err := exec.LookPath("qpdf"); err == nil {
		locked := filepath.Join(dir, "locked.pdf")
		tool(t, qpdf, "--encrypt", "u", "o", "256", "--", filepath.Join(dir, "build", "review", l.Copies[0].File), locked)
		if out, stderr, err := octavo(t, nil, "review", "identify", "-C", dir, locked); err == nil || !strings.Contains(stderr, "encrypted") {
			t.Errorf("an encrypted copy is identified as %q, %v %s", out, err, stderr)
		}
	}
	// The same again is the same, byte for byte.
	mustReview(t, dir)
	again, _ := ledgerOf(t, dir)
	for i, c := range again.Copies {
		if c != l.Copies[i] {
			t.Errorf("%s differs when it is made again", c.File)
		}
	}
}

// missing is the first word that does not come in its turn; what stands between, as the numbers of lines do, is passed.
func missing(words, on []string) string {
	for _, w := range words {
		for len(on) > 0 && on[0] != w {
			on = on[1:]
		}
		if len(on) == 0 {
			return w
		}
	}
	return ""
}

// pdftotext, which is no relation of ours, gives back the hidden id.
func TestReviewPasted(t *testing.T) {
	slow(t)
	t.Parallel()
	pdftotext := need(t, "pdftotext")
	dir := reviewBook(t, readers("Ada Quill"))
	mustReview(t, dir)
	text := tool(t, pdftotext, "-f", "20", "-l", "20", filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf"), "-")
	if ids := watermark.Reveal(text); len(ids) != 1 || !strings.HasPrefix(ids[0], "wtd-") {
		t.Errorf("the text of a page hides %q", ids)
	}
	if strings.Count(text, "Ada Quill") != 1 { // in the foot
		t.Errorf("the mark across the page gets into the text:\n%s", text)
	}
}

// TestIdentifyAfterAKill reads a ledger that a killed review has written whole and not yet put in its place.
func TestIdentifyAfterAKill(t *testing.T) {
	const text = `{"copies":[{"id":"b-0123456789","reader":"ada","name":"Ada Quill","number":1,"format":"pdf",` +
		`"file":"b-ada.pdf","sha256":"","revision":"abc","date":"2026-01-01","layout":"page","snapshot":"0123456789abcdef","map":"a.json"}]}`
	dir := t.TempDir()
	sum := sha256.Sum256([]byte(text))
	writeFiles(t, dir, map[string]string{
		"book.toml":                         "[book]\ntitle = \"B\"\nauthors = [\"A\"]\n",
		"pasted.txt":                        "a page" + watermark.Hide("b-0123456789"),
		"build/review/.killed.octavo-tmp/0": "copy",
		"build/review/.killed.octavo-tmp/1": text,
		"build/review/.octavo-journal": fmt.Sprintf(`{"octavo_journal":1,"folder":".killed.octavo-tmp","put":[`+
			`{"temp":"0","name":"b-ada.pdf","sha256":"%x"},{"temp":"1","name":"ledger.json","sha256":"%x"}]}`, sha256.Sum256([]byte("copy")), sum),
	})
	var out, errs bytes.Buffer
	if code := run([]string{"review", "identify", "-C", dir, filepath.Join(dir, "pasted.txt")}, &out, &errs); code != 0 || !strings.Contains(out.String(), "Ada Quill") {
		t.Errorf("exit %d, %s%s", code, &out, &errs)
	}
	mustExist(t, dir, "build/review/b-ada.pdf")
}

// TestReviewSince makes copies of two states of the book.
func TestReviewSince(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, readers("Ada Quill", "Ben Roe"))
	mustReview(t, dir, "--reader", "ada-quill")
	chapter := filepath.Join(dir, "manuscript", "01-service.md")
	text, err := os.ReadFile(chapter)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(text, []byte("forty times in a week"), []byte("forty times in one week"), 1)
	changed = bytes.Replace(changed, []byte("\n## "), []byte("\n## Bells ring twice.\n+++\nkind = \"meme\"\nstatus = \"draft\"\n+++\n\nTK\n\n## "), 1)
	if bytes.Contains(changed, []byte("forty times in a week")) || !bytes.Contains(changed, []byte("in one week")) {
		t.Fatal("the chapter has other words now; change others")
	}
	if err := os.WriteFile(chapter, changed, 0o666); err != nil {
		t.Fatal(err)
	}
	_, stderr := mustReview(t, dir, "--since", "last")
	if !strings.Contains(stderr, "TK") {
		t.Errorf("nothing is said of the TK:\n%s", stderr)
	}
	ada, labels := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf"))
	ben, _ := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ben-roe.pdf"))
	if !strings.Contains(ada[2], "What has changed since your last copy") || !strings.Contains(ada[2], "Bells ring twice") {
		t.Errorf("the list of changes says %q", ada[2])
	}
	if strings.Contains(ben[2], "What has changed") {
		t.Error("a reader's first copy has a list of changes")
	}
	if last := ada[len(ada)-2] + ada[len(ada)-1]; !strings.Contains(last, "Bells ring twice") || !strings.Contains(last, "Drafts: not in the book yet") ||
		!strings.Contains(last, "TK: still to come") {
		t.Errorf("the draft is not behind the book, page %s:\n%s", labels[len(labels)-2], last)
	}
	if _, stderr, err := octavo(t, nil, "review", "-C", dir, "--since", "no-such-tag"); err == nil || !strings.Contains(stderr, "no-such-tag") &&
		!strings.Contains(stderr, "repository") {
		t.Errorf("an unknown revision: %v %s", err, stderr)
	}
}

// TestReviewFailure: a copy that cannot be written names its reader and stops none of the others.
func TestReviewFailure(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, readers("Ada Quill", "Ben Roe", "Cy Tell"))
	mustExist(t, dir, "book.toml")
	if err := os.MkdirAll(filepath.Join(dir, "build", "review", "write-this-down-ben-roe.pdf"), 0o777); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, err := octavo(t, nil, "review", "-C", dir)
	if err == nil || !strings.Contains(stderr, "Ben Roe") || !strings.Contains(stderr, "1 of 3 copies") {
		t.Errorf("a folder in the way of a copy: %v\n%s", err, stderr)
	}
	if strings.Count(stdout, "\n") != 2 || strings.Contains(stdout, "ben-roe") {
		t.Errorf("the others: %s", stdout)
	}
	l, err := ledgerOf(t, dir)
	if err != nil || len(l.Copies) != 2 {
		t.Errorf("the ledger knows %d copies of 2, %v", len(l.Copies), err)
	}
}

// TestReviewMany: fifty readers cost at most three times the time of one.
func TestReviewMany(t *testing.T) {
	slow(t)
	var names []string
	for i := range 50 {
		names = append(names, fmt.Sprintf("Reader %d", i+1))
	}
	one, fifty := reviewBook(t, readers(names[0])), reviewBook(t, readers(names...))
	took := func(dir string) time.Duration {
		start := time.Now()
		mustReview(t, dir)
		return time.Since(start)
	}
	a, b := time.Hour, time.Hour
	for range 4 { // until it is seen to be fast enough: others may use the machine
		a, b = min(a, took(one)), min(b, took(fifty))
		t.Logf("one reader %v, fifty %v: %.1f times", a, b, float64(b)/float64(a))
		if b <= 3*a+time.Second {
			return
		}
	}
	t.Errorf("fifty readers take %v, one %v", b, a)
}

// TestReviewTwice: the same words on other pages are another copy, with a page map of its own; of two runs at once each enters
// its copies; and a picture that is as it was is no news.
func TestReviewTwice(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, readers("Ada Quill", "Ben Roe"))
	mustReview(t, dir)
	var runs sync.WaitGroup
	for _, args := range [][]string{{"--layout", "manuscript", "--reader", "ada-quill"}, {"--format", "docx", "--reader", "ben-roe"}} {
		runs.Go(func() {
			if _, stderr, err := octavo(t, nil, append([]string{"review", "-C", dir}, args...)...); err != nil {
				t.Errorf("review %v: %v %s", args, err, stderr)
			}
		})
	}
	runs.Wait()
	review := filepath.Join(dir, "build", "review")
	l, err := ledgerOf(t, dir)
	if err != nil || len(l.Copies) != 4 {
		t.Fatalf("the ledger knows %d copies of 4, %v", len(l.Copies), err)
	}
	ids, maps := map[string]bool{}, map[string]bool{}
	for _, c := range l.Copies {
		ids[c.ID], maps[c.Map] = true, true
		mustExist(t, filepath.Join(review, project.SnapshotFolder, c.Snapshot), c.Map)
	}
	if len(ids) != 3 || len(maps) != 2 { // Ben's two formats are one copy
		t.Errorf("ids %v, page maps %v", ids, maps)
	}
	preface := filepath.Join(dir, "manuscript", "preface.md")
	text, err := os.ReadFile(preface)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(preface, append(text, "\nOne paragraph more.\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	mustReview(t, dir, "--since", "last")
	ada, _ := pageTexts(t, filepath.Join(review, "write-this-down-ada-quill.pdf"))
	if list := ada[2]; !strings.Contains(list, "new One paragraph more, page x Advance") || strings.Contains(list, "picture") {
		t.Errorf("one paragraph more, and the list of changes says %q", list)
	}
}

// ledgerOf reads the ledger of the book in dir.
func ledgerOf(t *testing.T, dir string) (*ledger.Ledger, error) {
	t.Helper()
	root, err := project.OpenBook(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return ledger.Read(root)
}
