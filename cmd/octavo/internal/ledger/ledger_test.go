package ledger

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/project"
)

// folder returns a book's folder whose ledger is this text; "" for none.
func folder(t testing.TB, text string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	if text != "" {
		write(t, root, path.Join(project.ReviewPath, LedgerName), text)
	}
	return root
}

func write(t testing.TB, root *os.Root, name, text string) {
	t.Helper()
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := root.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestLedger(t *testing.T) {
	l, err := Read(folder(t, ""))
	if err != nil || len(l.Copies) != 0 {
		t.Fatalf("no ledger: %v, %v", l, err)
	}
	l.Add(Copy{ID: "a-1", Reader: "x", Format: "pdf", Snapshot: "s1"})
	l.Add(Copy{ID: "a-1", Reader: "x", Format: "epub", Snapshot: "s1"})
	l.Add(Copy{ID: "a-2", Reader: "x", Format: "pdf", Snapshot: "s2"})
	l.Add(Copy{ID: "a-1", Reader: "x", Format: "pdf", Snapshot: "s1", File: "again"})
	if len(l.Copies) != 3 || l.Copies[0].File != "again" {
		t.Errorf("%+v", l.Copies)
	}
	if c := l.Last("x", "s2"); c == nil || c.Snapshot != "s1" {
		t.Errorf("the last copy before s2 is %+v", c)
	}
	if l.Last("y", "") != nil || l.Find("a-") != nil || l.Find("a-1") == nil || l.Find("a-2").Snapshot != "s2" || l.Find("") != nil {
		t.Error("wrong copies are found")
	}
}

// TestRefused gives ledgers that octavo cannot have written: each is refused, and the error says what is wrong and what to do.
func TestRefused(t *testing.T) {
	const good = `"id":"a-1","reader":"x","format":"pdf","file":"a.pdf","snapshot":"s1","map":"m.json"`
	if l, err := Read(folder(t, `{"copies":[{`+good+`}]}`)); err != nil || len(l.Copies) != 1 {
		t.Fatalf("a good ledger: %v, %v", l, err)
	}
	for text, want := range map[string]string{
		"{": "unexpected end",
		`{"copies":[{` + strings.Replace(good, "a.pdf", "../a.pdf", 1) + `}]}`:      `"../a.pdf" as its file`,
		`{"copies":[{` + strings.Replace(good, `"s1"`, `".."`, 1) + `}]}`:           `".." as its snapshot`,
		`{"copies":[{` + strings.Replace(good, "m.json", ".m.json", 1) + `}]}`:      `".m.json" as its map`,
		`{"copies":[{` + good + `},{` + strings.Replace(good, "a-1", "", 1) + `}]}`: "copy 2 has",
		`{"copies":[{` + good + `,"first":-1}]}`:                                    "begins at sheet -1",
		`{"copies":[{` + good + `,"verso":1e9}]}`:                                   "from the edges of their sheets",
	} {
		if _, err := Read(folder(t, text)); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "mend it or move it away") {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestShelf finds the files that readers had by the ids and the names of their copies.
func TestShelf(t *testing.T) {
	root := folder(t, `{"copies":[
		{"id":"a-1","reader":"ada","name":"Ada Quill","format":"pdf","file":"ada.pdf","snapshot":"s1","map":"m.json","first":5},
		{"id":"b-1","reader":"ben","name":"Ben Roe","format":"pdf","file":"ben.pdf","sha256":"00","snapshot":"s1","map":"m.json"},
		{"id":"a-2","reader":"ada","name":"Ada Quill","format":"epub","file":"ada.epub","snapshot":"s2","map":"m.json"}]}`)
	for _, name := range []string{"ada.pdf", "ben.pdf", "ada.epub"} {
		write(t, root, path.Join(project.ReviewPath, name), "of "+name)
	}
	write(t, root, "build/mine.pdf", "of the last build")
	s, err := OpenShelf(root, "mine")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, file, want string }{
		{"a-1", "", "of ada.pdf"}, {"", "ADA.pdf", "of ada.pdf"}, {"zz", "", "of the last build"}, {"", ".", "of the last build"},
	} {
		if data, err := s.Find(c.id, c.file).PDF(); err != nil || string(data) != c.want {
			t.Errorf("%q %q: %q, %v", c.id, c.file, data, err)
		}
	}
	if c := s.Find("a-1", ""); c.Reader != "Ada Quill" || c.First != 5 || c.EPUB != nil {
		t.Errorf("the first copy of Ada is %+v", c)
	}
	if c := s.Of("Ada Quill"); c == nil || c.ID != "a-2" || c.PDF != nil || c.EPUB == nil {
		t.Errorf("the last copy of Ada is %+v", c)
	}
	if s.Of("") != nil || s.Of("cy") != nil {
		t.Error("a reader without copies has one")
	}
	if _, err := s.Find("b-1", "").PDF(); err == nil || !strings.Contains(err.Error(), "a later copy has taken the place") {
		t.Errorf("a file that is another now: %v", err)
	}
	if err := s.Take("a-1"); err != nil || s.Find("", "ben.pdf").ID != "a-1" {
		t.Errorf("--copy is not what is meant: %v", err)
	}
	if err := s.Take(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "no copy") {
		t.Errorf("no such copy: %v", err)
	}
}

// A ledger that anybody has written is read or refused; what is written of it can be read again, and no page map is looked
// for outside of its folder.
func FuzzLedger(f *testing.F) {
	f.Add(`{"copies":[{"id":"wtd-0123456789","reader":"ada","format":"pdf","file":"a.pdf","snapshot":"0123456789abcdef","map":"pagemap-01.json"}]}`)
	f.Add(`{"copies":[{"id":"a","reader":"b","snapshot":"../../../../secret","map":"../../secret"},{"id":"ab"},{"id":""}]}`)
	f.Add(`{"copies":null}`)
	f.Add(`{"copies":[{"id":"\ud800","first":-1,"top":1e308}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Read(folder(t, text))
		if err != nil {
			return
		}
		for _, c := range l.Copies {
			rel, err := filepath.Rel(filepath.FromSlash(path.Join(project.ReviewPath, project.SnapshotFolder)), filepath.FromSlash(MapOf(&c)))
			if err != nil || !filepath.IsLocal(rel) {
				t.Errorf("the page map of %q is %s", c.ID, MapOf(&c))
			}
			if found := l.Find(c.ID); found == nil || found.ID != c.ID {
				t.Errorf("%q is not found", c.ID)
			}
			l.Last(c.Reader, c.Snapshot)
		}
		l.Add(Copy{ID: "new", Format: "pdf", File: "b.pdf", Snapshot: "s", Map: "m.json"})
		var b bytes.Buffer
		if err := l.Write(&b); err != nil {
			t.Fatal(err)
		}
		again, err := Read(folder(t, b.String()))
		if err != nil || !reflect.DeepEqual(l, again) {
			t.Errorf("what is written is read as\n%v\nnot\n%v: %v", again, l, err)
		}
	})
}
