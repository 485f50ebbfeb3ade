package studio

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf16"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// smallBook writes a book of two chapters and returns its folder.
func smallBook(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.toml":        "[book]\ntitle = \"Small\"\nauthors = [\"A. Writer\"]\n\n[themes]\nwork = \"Work\"\n",
		"manuscript/01.md": "# One\n\nThe first chapter.\n",
		"manuscript/02.md": "# Two\r\n\r\nThe second, with Windows' line ends.\r\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// ask sends a request to a studio behind its guard, as its own page does, and decodes the answer.
func ask(t testing.TB, s *Studio, method, target string, body, into any) int {
	t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, target, bytes.NewReader(data))
	r.Host = "127.0.0.1:0"
	r.Header.Set("Octavo-Token", s.guard.token)
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	if into != nil {
		if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
			t.Fatalf("%s %s: %v in %q", method, target, err, w.Body)
		}
	}
	return w.Code
}

func TestSave(t *testing.T) {
	dir := smallBook(t)
	s := New(dir, Options{})
	var f fileAnswer
	if code := ask(t, s, "GET", "/api/file?file=manuscript/02.md", nil, &f); code != http.StatusOK || strings.Contains(f.Text, "\r") {
		t.Fatal(code, f)
	}
	var saved savedAnswer
	if code := ask(t, s, "POST", "/api/file", saving{f.File, f.Text + "\nMore.\n", f.Version}, &saved); code != http.StatusOK {
		t.Fatal(code)
	}
	if got, want := contents(t, dir, f.File), "# Two\r\n\r\nThe second, with Windows' line ends.\r\n\r\nMore.\r\n"; got != want {
		t.Errorf("the file is %q, want %q", got, want)
	}

	// The version of before is not written over what is there now.
	var now savedAnswer
	if code := ask(t, s, "POST", "/api/file", saving{f.File, "lost", f.Version}, &now); code != http.StatusConflict || now.Version != saved.Version {
		t.Errorf("status %d, %+v", code, now)
	}
	if strings.Contains(contents(t, dir, f.File), "lost") {
		t.Error("a change made elsewhere was written over")
	}
	if err := os.Remove(filepath.Join(dir, f.File)); err != nil {
		t.Fatal(err)
	}
	if code := ask(t, s, "POST", "/api/file", saving{f.File, "mine", saved.Version}, &now); code != http.StatusConflict {
		t.Errorf("status %d for a file that was deleted", code)
	}
	if code := ask(t, s, "POST", "/api/file", saving{f.File, "mine\n", ""}, &now); code != http.StatusOK || contents(t, dir, f.File) != "mine\n" {
		t.Errorf("status %d for a file that is written anew", code)
	}
}

// TestUnreadableRequests: a request that is too long, or no JSON, is refused, and says so.
func TestUnreadableRequests(t *testing.T) {
	s := New(smallBook(t), Options{})
	for _, c := range []struct {
		target, body string
		status       int
	}{
		{"/api/show", `{"file": "` + strings.Repeat("x", mostAsked) + `"}`, http.StatusRequestEntityTooLarge},
		{"/api/file", `{"text": "` + strings.Repeat("x", mostSaved) + `"}`, http.StatusRequestEntityTooLarge},
		{"/api/chapter", `{"title": "` + strings.Repeat("x", mostAsked) + `"}`, http.StatusRequestEntityTooLarge},
		{"/api/show", `{"file": "manuscript/01.md"} more`, http.StatusBadRequest},
		{"/api/draft", ``, http.StatusBadRequest},
	} {
		r := httptest.NewRequest("POST", c.target, strings.NewReader(c.body))
		r.Host = "127.0.0.1:0"
		r.Header.Set("Octavo-Token", s.guard.token)
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, r)
		var p problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != c.status || p.Message == "" || p.Help == "" {
			t.Errorf("%s %.20q: %d %+v, want %d", c.target, c.body, w.Code, p, c.status)
		}
	}
}

// TestEditable: no request reads or writes a file that is no chapter.
func TestEditable(t *testing.T) {
	dir := smallBook(t)
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"manuscript/link.md": outside, "manuscript/folder": filepath.Dir(outside)} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	s := New(dir, Options{})
	for _, name := range []string{"", ".", "book.toml/", "../secret.md", "manuscript/../book.toml", "manuscript/../../secret.md", outside, "manuscript//01.md",
		"manuscript/.hidden.md", "manuscript/picture.png", "styles/classic.toml", "build/manifest.json", `manuscript\01.md`, "manuscript/c:01.md",
		"manuscript/01.md\x00.md", "manuscript/link.md", "manuscript/folder/secret.md", "/etc/passwd", "Manuscript/01.md", ".git/config"} {
		var got fileAnswer
		if code := ask(t, s, "GET", "/api/file?file="+strings.NewReplacer("\\", "%5C", "\x00", "%00").Replace(name), nil, &got); code == http.StatusOK {
			t.Errorf("%q can be read", name)
		}
		if code := ask(t, s, "POST", "/api/file", saving{name, "overwritten", versionOf([]byte("secret"))}, nil); code == http.StatusOK {
			t.Errorf("%q can be written", name)
		}
		if code := ask(t, s, "POST", "/api/file", saving{name, "overwritten", ""}, nil); code == http.StatusOK {
			t.Errorf("%q can be made", name)
		}
	}
	if contents(t, filepath.Dir(outside), "secret.md") != "secret" {
		t.Error("a file outside was written")
	}
}

// TestDraft: what is being written shows before it is saved, and the file is left alone.
func TestDraft(t *testing.T) {
	dir := smallBook(t)
	s := New(dir, Options{})
	if code := ask(t, s, "POST", "/api/draft", saving{File: "manuscript/01.md", Text: "# One\n\nA [link](#nowhere).\n"}, nil); code != http.StatusNoContent {
		t.Fatal(code)
	}
	if !strings.Contains(contents(t, dir, "manuscript/01.md"), "The first chapter.") {
		t.Error("a draft was saved")
	}
	if got := string(s.drafts.now()["manuscript/01.md"]); !strings.Contains(got, "#nowhere") {
		t.Errorf("the draft is %q", got)
	}
	if code := ask(t, s, "POST", "/api/draft?drop", saving{File: "manuscript/01.md"}, nil); code != http.StatusNoContent || s.drafts.now() != nil {
		t.Error(code, s.drafts.now())
	}
}

// TestDraftLapses: a draft that nobody speaks of any more goes, and the book is another one then.
func TestDraftLapses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lapsed atomic.Int32
		d := drafts{lapsed: func() { lapsed.Add(1) }}
		d.set("manuscript/01.md", []byte("one"))
		d.set("manuscript/02.md", []byte("two"))
		time.Sleep(draftLife / 2)
		if d.set("manuscript/01.md", []byte("one")) {
			t.Error("the same text is a change")
		}
		d.drop("manuscript/02.md")
		time.Sleep(draftLife/2 + time.Second)
		if now := d.now(); len(now) != 1 || lapsed.Load() != 0 {
			t.Errorf("of a draft that was renewed there is %q; %d lapsed", now, lapsed.Load())
		}
		time.Sleep(draftLife / 2)
		if now := d.now(); now != nil || lapsed.Load() != 1 {
			t.Errorf("%q is left; %d lapsed", now, lapsed.Load())
		}
	})
}

func TestReadText(t *testing.T) {
	for _, c := range []struct {
		data, text, out string
		changes         bool
	}{
		{"a\nb\n", "a\nb\n", "a\nb\n", false},
		{"a\r\nb", "a\nb", "a\r\nb", false},
		{"\uFEFFa\r\n", "a\n", "\uFEFFa\r\n", false},
		{"a\r\nb\r\nc\n", "a\nb\nc\n", "a\r\nb\r\nc\r\n", true},
		{"a\rb", "a\nb", "a\nb", true},
		{"caf\xe9\n", "café\n", "café\n", true},
		{"", "", "", false},
	} {
		f := readText([]byte(c.data))
		if f.text != c.text || (f.change != "") != c.changes {
			t.Errorf("%q: %+v", c.data, f)
		}
		if got := string(f.bytes(f.text)); got != c.out {
			t.Errorf("%q is saved as %q, want %q", c.data, got, c.out)
		}
	}
}

func TestUnits(t *testing.T) {
	src := &diag.Source{Text: []byte("aé𝄞\r\nb\n\rc")}
	var offsets []int
	for i := range string(src.Text) {
		offsets = append(offsets, i)
	}
	got := units(src, append(offsets, len(src.Text)+5))
	text := readText(src.Text).text
	if want := len(utf16.Encode([]rune(text))); got[len(got)-1] != want {
		t.Errorf("the end is at %d, want %d", got[len(got)-1], want)
	}
	if want := []int{0, 1, 2, 4, 4, 5, 6, 7, 8, 9}; len(got) != len(want) || got[3] != 4 || got[5] != 5 {
		t.Errorf("%v, want %v", got, want)
	}
}

func FuzzReadText(f *testing.F) {
	f.Add([]byte("a\r\n\uFEFFb\xff"))
	f.Add([]byte("\uFEFF\uFEFFa"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := readText(data)
		if strings.Contains(file.text, "\r") {
			t.Fatalf("a carriage return is left of %q", data)
		}
		if out := file.bytes(file.text); file.change == "" && !bytes.Equal(out, data) {
			t.Fatalf("%q is saved as %q, and nothing is said", data, out)
		}
	})
}

// TestListed: a chapter is listed in a book.toml that begins with a byte order mark and has the line ends of Windows. One that
// is being edited is not written over, and then no chapter is begun.
func TestListed(t *testing.T) {
	dir := smallBook(t)
	const toml = "\uFEFF[book]\r\ntitle = \"Small\"\r\nauthors = [\"A. Writer\"]\r\n\r\n[contents]\r\nbody = [\"01.md\", \"02.md\"]\r\n"
	put(t, dir, "book.toml", toml)
	s := New(dir, Options{})
	if code := ask(t, s, "POST", "/api/draft", saving{File: "book.toml", Text: strings.ReplaceAll(toml[3:], "\r", "") + "# Mine.\n"}, nil); code != http.StatusNoContent {
		t.Fatal(code)
	}
	wish := chapterWish{Title: "More", After: "manuscript/01.md"}
	var p problem
	if code := ask(t, s, "POST", "/api/chapter", wish, &p); code != http.StatusConflict || !strings.HasPrefix(p.Message, "The file book.toml") {
		t.Errorf("beside a draft of book.toml: status %d, %+v", code, p)
	}
	if code := ask(t, s, "POST", "/api/draft?drop", saving{File: "book.toml"}, nil); code != http.StatusNoContent {
		t.Fatal(code)
	}
	var made map[string]string
	if code := ask(t, s, "POST", "/api/chapter", wish, &made); code != http.StatusOK || made["file"] != "manuscript/03-more.md" {
		t.Fatal(code, made)
	}
	if got, want := contents(t, dir, "book.toml"), strings.Replace(toml, `"01.md"`, `"01.md", "03-more.md"`, 1); got != want {
		t.Errorf("book.toml is %q, want %q", got, want)
	}
}

// TestTitleOfNewChapter: whatever an author calls a chapter, the book has that title.
func TestTitleOfNewChapter(t *testing.T) {
	for _, title := range []string{"More", "In between *", "*All* of _it_", "R&amp;D & AT&T", "C#", "Why? #", "2. What then", "{#id} {.unnumbered}", "[link](x)", "`code`",
		"<b>bold</b>", "a < b", "x^2^ and H~2~O", "$5 and $6", `back\slash`, "# twice", "- dash", "\"quoted\" -- and so on...", "https://example.com", "me@example.com", "![x](y)", ":::"} {
		dir := smallBook(t)
		s := New(dir, Options{})
		var made map[string]string
		if code := ask(t, s, "POST", "/api/chapter", chapterWish{Title: title}, &made); code != http.StatusOK {
			t.Errorf("%q: status %d", title, code)
			continue
		}
		chapters := s.book.state(t.Context(), look{}).project.Book.Chapters()
		typed := strings.NewReplacer("“", `"`, "”", `"`, "–", "--", "—", "--", "…", "...", "\u00A0", " ").Replace(book.PlainText(chapters[len(chapters)-1].Title))
		if typed != title {
			t.Errorf("%q became %q by %q", title, typed, contents(t, dir, made["file"]))
		}
	}
}

// TestKeep: a look that is written into book.toml is the book's at once, also while a chapter has errors. Where book.toml cannot take it,
// it stays as it is.
func TestKeep(t *testing.T) {
	dir := smallBook(t)
	put(t, dir, "manuscript/01.md", "# One\n\nA [link](#nowhere).\n")
	s := New(dir, Options{})
	var kept keptLook
	if code := ask(t, s, "POST", "/api/keep", look{Style: "modern"}, &kept); code != http.StatusOK || kept.Line == 0 {
		t.Fatal(code, kept)
	}
	var now looks
	if ask(t, s, "GET", "/api/looks", nil, &now); now.Style != "modern" {
		t.Errorf("the style is still %q", now.Style)
	}
	const inline = "print = { paper = \"cream\" }\n[book]\ntitle = \"Small\"\nauthors = [\"A. Writer\"]\n"
	put(t, dir, "book.toml", inline)
	s.touched()
	if code := ask(t, s, "POST", "/api/keep", look{Style: "modern"}, nil); code != http.StatusConflict {
		t.Errorf("status %d for a table in one line", code)
	}
	if got := contents(t, dir, "book.toml"); got != inline {
		t.Errorf("book.toml is now %q", got)
	}
}
