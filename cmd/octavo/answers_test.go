package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/cos"
)

// remarksOf writes a table of remarks, each "words,comment", of one reader and reads it with octavo feedback.
func remarksOf(t testing.TB, dir, reader string, rows ...string) {
	t.Helper()
	for i := range rows {
		rows[i] = reader + "," + rows[i]
	}
	readRemarks(t, dir, rows)
}

// readRemarks does so with remarks of several readers, "reader,words,comment".
func readRemarks(t testing.TB, dir string, rows []string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "remarks.csv")
	var b strings.Builder
	b.WriteString("reader,words,comment\n" + strings.Join(rows, "\n") + "\n")
	if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, stderr, err := octavo(t, nil, "feedback", "-C", dir, name); err != nil || stderr != "" {
		t.Fatalf("feedback: %v %s", err, stderr)
	}
}

// replaceIn changes words of a chapter, which must be there.
func replaceIn(t testing.TB, dir, name, old, text string) {
	t.Helper()
	name = filepath.Join(dir, "manuscript", name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s has other words now than %q; change others", name, old)
	}
	if err := os.WriteFile(name, bytes.Replace(data, []byte(old), []byte(text), 1), 0o666); err != nil {
		t.Fatal(err)
	}
}

func reviewFile(t testing.TB, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "build", "review", "write-this-down-"+name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestAnsweredCopies gives a reader who has said something a copy that tells what became of it, in every format. The copy of another
// reader is as if nobody had said anything.
func TestAnsweredCopies(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, "formats = ['pdf', 'epub', 'docx']\n"+readers("Ada Quill", "Ben Roe"))
	mustReview(t, dir)
	remarksOf(t, dir, "Ada Quill", "The job was wicks,too short", "how restful Arlen was to deal with,say it another way")
	replaceIn(t, dir, "01-service.md", "how restful Arlen was to deal with", "how calm Arlen was")
	if _, stderr, err := octavo(t, nil, "review", "-C", dir); err != nil {
		t.Fatal(err, stderr)
	}
	ada, labels := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf"))
	for _, want := range []string{"Your remarks", "still open", "page 4, line 3", "The job was wicks", "“too short”", "changed otherwise", "page 5, line 2"} {
		if !strings.Contains(strings.ToLower(ada[2]), strings.ToLower(want)) {
			t.Errorf("the page of answers lacks %q: %s", want, ada[2])
		}
	}
	l, err := ledgerOf(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	last := l.Copies[len(l.Copies)-6] // Ada's PDF
	if last.Reader != "ada-quill" || last.First != 5 || labels[last.First-1] != "i" || !strings.HasPrefix(labels[2], "Your remarks") {
		t.Errorf("the ledger has %+v, the sheets are %q", last, labels[:6])
	}
	checkTagged(t, reviewFile(t, dir, "ada-quill.pdf"))
	f, err := cos.Open(t.Context(), reviewFile(t, dir, "ada-quill.pdf"))
	if err != nil || len(f.Damage()) > 0 {
		t.Errorf("the copy is read as %v, %v", f.Damage(), err)
	}
	for _, name := range []string{"ada-quill.epub", "ada-quill.docx"} {
		texts := strings.Join(zipTexts(t, filepath.Join(dir, "build", "review", "write-this-down-"+name)), " ")
		if !strings.Contains(texts, "Your remarks") || !strings.Contains(texts, "too short") || !strings.Contains(texts, "changed otherwise") {
			t.Errorf("%s has no answers", name)
		}
	}
	// Made again it has the same bytes.
	first := reviewFile(t, dir, "ada-quill.pdf")
	ben := map[string][]byte{}
	for _, format := range []string{"pdf", "epub", "docx"} {
		ben[format] = reviewFile(t, dir, "ben-roe."+format)
	}
	mustReview(t, dir)
	if !bytes.Equal(first, reviewFile(t, dir, "ada-quill.pdf")) {
		t.Error("the copy differs when it is made again")
	}
	// Without answers Ben's are the same, and Ada's has no page of them.
	config := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	without := bytes.Replace(text, []byte("[review]\n"), []byte("[review]\nanswers = false\n"), 1)
	if err := os.WriteFile(config, without, 0o666); err != nil {
		t.Fatal(err)
	}
	mustReview(t, dir)
	for format, data := range ben {
		if !bytes.Equal(data, reviewFile(t, dir, "ben-roe."+format)) {
			t.Errorf("the %s of a reader who has said nothing depends on what others have said", format)
		}
	}
	if ada, _ := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf")); strings.Contains(ada[2], "Your remarks") {
		t.Error("answers = false does not leave the page out")
	}
	// The next copy tells only what no copy has told yet, and what is still open.
	if err := os.WriteFile(config, text, 0o666); err != nil {
		t.Fatal(err)
	}
	replaceIn(t, dir, "preface.md", "the", "The")
	mustReview(t, dir)
	if ada, _ := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf")); !strings.Contains(ada[2], "too short") || strings.Contains(ada[2], "restful") {
		t.Errorf("the next copy says %q", ada[2])
	}
}

// TestAnsweredPreflight holds a copy with answers against the profile for screens.
func TestAnsweredPreflight(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := reviewBook(t, readers("Ada Quill"))
	var rows []string
	for i := range 60 { // more than a page
		rows = append(rows, fmt.Sprintf("The job was wicks,remark %d which goes on for some time and says little", i))
	}
	remarksOf(t, dir, "Ada Quill", rows...)
	mustReview(t, dir)
	ada, _ := pageTexts(t, filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf"))
	for i := range rows {
		if all := strings.Join(ada[2:8], " "); !strings.Contains(all, fmt.Sprintf("remark %d which", i)) {
			t.Errorf("remark %d is on no page", i)
		}
	}
	checkTagged(t, reviewFile(t, dir, "ada-quill.pdf"))
	if out, stderr, err := octavo(t, nil, "preflight", "--profile", "screen", filepath.Join(dir, "build", "review", "write-this-down-ada-quill.pdf")); err != nil {
		t.Errorf("preflight: %v\n%s%s", err, out, stderr)
	}
}

// TestAnsweredMany: fifty readers whose remarks are answered cost at most three times the time of one.
func TestAnsweredMany(t *testing.T) {
	slow(t)
	dirs := map[int]string{}
	for _, n := range []int{1, 50} {
		var names []string
		for i := range n {
			names = append(names, fmt.Sprintf("Reader %d", i+1))
		}
		dirs[n] = reviewBook(t, readers(names...))
		var rows []string
		for i, name := range names {
			for k := range 5 + i%7 {
				rows = append(rows, fmt.Sprintf("%s,The job was wicks,remark %d", name, k))
			}
		}
		readRemarks(t, dirs[n], rows)
	}
	took := func(dir string) time.Duration {
		start := time.Now()
		mustReview(t, dir)
		return time.Since(start)
	}
	a, b := time.Hour, time.Hour
	for range 4 {
		a, b = min(a, took(dirs[1])), min(b, took(dirs[50]))
		t.Logf("one reader %v, fifty %v: %.1f times", a, b, float64(b)/float64(a))
		if b <= 3*a+time.Second {
			return
		}
	}
	t.Errorf("fifty readers take %v, one %v", b, a)
}
