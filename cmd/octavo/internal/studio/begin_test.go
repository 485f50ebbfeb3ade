package studio

import (
	"bytes"
	"mime/multipart"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bring drops files on a studio without a book, and returns the answer.
func bring(t *testing.T, s *Studio, files ...string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i < len(files); i += 2 {
		part, err := form.CreateFormFile(files[i], "file")
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(files[i+1]))
	}
	form.Close()
	r := httptest.NewRequestWithContext(t.Context(), "POST", "/api/begin/import", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := httptest.NewRecorder()
	s.routes().ServeHTTP(w, r)
	return w
}

// TestBeginNew: an empty folder gets a small book without faults, once.
func TestBeginNew(t *testing.T) {
	dir := t.TempDir()
	s := New(dir, Options{})
	var b beginning
	if ask(t, s, "GET", "/api/begin", nil, &b); !b.Empty || b.Book || len(b.Languages) < 5 {
		t.Errorf("an empty folder is %+v", b)
	}
	say := map[string]string{"title": `Of "Scales"`, "author": "Ada Quill", "language": "de"}
	if code := ask(t, s, "POST", "/api/begin/new", map[string]string{"title": "Two\nlines", "language": "de"}, nil); code == 200 {
		t.Error("a title of two lines is taken")
	}
	if code := ask(t, s, "POST", "/api/begin/new", say, nil); code != 200 {
		t.Fatal(code)
	}
	if text := contents(t, dir, "book.toml"); !strings.Contains(text, `title = "Of \"Scales\""`) || !strings.Contains(text, "Ada Quill") {
		t.Errorf("book.toml is %s", text)
	}
	var list problemList
	if ask(t, s, "GET", "/api/problems", nil, &list); list.Errors != 0 {
		t.Errorf("the new book has %+v", list)
	}
	if code := ask(t, s, "POST", "/api/begin/new", say, nil); code == 200 {
		t.Error("a book is written over another")
	}
	if w := bring(t, s, "x.md", "# One\n\nText.\n"); w.Code == 200 {
		t.Error("a manuscript is imported over a book")
	}
}

// TestBeginImport: dropped files become a book with an account of it; names lead nowhere, and what cannot be read leaves the folder empty.
func TestBeginImport(t *testing.T) {
	dir := t.TempDir()
	s := New(dir, Options{})
	for _, files := range [][]string{{}, {"old.doc", "x"}, {"bomb.zip", "PK\x03\x04broken"}, {"a.md", "# A\n", "A.MD", "# B\n"}} {
		w := bring(t, s, files...)
		if w.Code != 422 || strings.Contains(w.Body.String(), os.TempDir()) {
			t.Errorf("%q is answered by %d %s", files, w.Code, w.Body)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("the folder holds %v", entries)
	}
	w := bring(t, s, "../../first.md", "# One\n\nThe first chapter.\n", "two.md", "# Two\n\nThe second chapter.\n")
	if w.Code != 200 || !strings.Contains(w.Body.String(), "from first.md, two.md") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(contents(t, dir, "manuscript/first.md"), "The first chapter.") || contents(t, dir, "IMPORT.md") == "" {
		t.Error("the book is not there")
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "first.md")); err == nil {
		t.Error("a name has led out of the folder")
	}
}

// TestBeginHere: a book is made of what lies in the folder, which stays as it is, unless something would be written over.
func TestBeginHere(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "one.md", "# One\n\nThe first chapter.\n")
	s := New(dir, Options{})
	put(t, dir, "manuscript/keep.txt", "mine")
	put(t, dir, "IMPORT.md", "mine")
	if code := ask(t, s, "POST", "/api/begin/here", struct{}{}, nil); code == 200 || contents(t, dir, "IMPORT.md") != "mine" {
		t.Errorf("a file in the way is answered by %d", code)
	}
	os.Remove(filepath.Join(dir, "IMPORT.md"))
	os.RemoveAll(filepath.Join(dir, "manuscript"))
	var b beginAnswer
	if code := ask(t, s, "POST", "/api/begin/here", struct{}{}, &b); code != 200 || b.Summary == "" {
		t.Fatal(code)
	}
	if contents(t, dir, "one.md") != "# One\n\nThe first chapter.\n" || !strings.Contains(contents(t, dir, "manuscript/one.md"), "The first chapter.") {
		t.Error("the files are not as they should be")
	}
	if code := ask(t, s, "POST", "/api/begin/here", struct{}{}, nil); code == 200 {
		t.Error("a book is made twice")
	}
}
