package studio

import (
	"archive/zip"
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// waitJob waits for the end of a job.
func waitJob(t *testing.T, s *Studio, id int) job {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if j, ok := s.jobs.find(id); ok && j.State != pending && j.State != running {
			return j
		}
	}
	t.Fatalf("job %d does not end", id)
	return job{}
}

// fetch returns the answer to a GET without the guard.
func fetch(t *testing.T, s *Studio, address string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.routes().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", address, nil))
	return w
}

const maxims = "# One\n\n## Ask before you answer.\n" + entry + "\nThe gloss.\n\n## Answer what was asked.\n" + entry + "\nAnother gloss.\n"

// TestMakeBook: the files that the studio makes are those of a build, to the byte, and only they are sent, as downloads.
func TestMakeBook(t *testing.T) {
	dir := small(t, maxims)
	s := New(dir, Options{})
	var j job
	if code := ask(t, s, "POST", "/api/make", makeRequest{Kind: "book", Profiles: []string{"screen", "kdp"}}, &j); code != 200 {
		t.Fatal(code)
	}
	j = waitJob(t, s, j.ID)
	if j.State != finished || len(j.Result.Files) != 4 || j.Result.Errors != 0 {
		t.Fatalf("the job is %+v %+v", j, j.Result)
	}
	again := small(t, maxims)
	p, err := project.Open(t.Context(), again, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := production.Build(t.Context(), p, production.BuildRequest{Kinds: []string{"pdf", "epub", "cards", "cover"}, Profiles: []string{"screen", "kdp"}}, project.Silent); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(again, "build"))
	if err != nil || len(entries) < 5 {
		t.Fatal(err, entries)
	}
	for _, e := range entries {
		if contents(t, dir, "build/"+e.Name()) != contents(t, again, "build/"+e.Name()) {
			t.Errorf("%s is another file than a build makes", e.Name())
		}
	}
	w := fetch(t, s, "/made/small.pdf")
	if w.Code != 200 || w.Body.String() != contents(t, dir, "build/small.pdf") || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment;") ||
		!strings.Contains(w.Header().Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("the PDF is answered by %d %v", w.Code, w.Header())
	}
	put(t, dir, "build/private.txt", "no")
	for _, name := range []string{"private.txt", "../book.toml", "..%2fbook.toml", "manifest.json%00", "%5c..%5cbook.toml", "small.pdf/", "nothing.pdf", "manifest.json"} {
		if w := fetch(t, s, "/made/"+name); w.Code == 200 {
			t.Errorf("%s is sent: %.40q", name, w.Body)
		}
	}
	var m making
	if ask(t, s, "GET", "/api/make", nil, &m); !m.Ready || len(m.Made) != 5 || len(m.Jobs) != 1 || len(m.Services) == 0 {
		t.Errorf("there is %+v", m)
	}
}

// TestMakeManifest: what a strange manifest names is not sent.
func TestMakeManifest(t *testing.T) {
	dir := small(t, maxims)
	put(t, dir, "build/manifest.json", `{"outputs":[{"file":"../book.toml"},{"file":"review/ledger.json"},{"file":".hidden"},{"file":"link"}]}`)
	put(t, dir, "build/review/ledger.json", "{}")
	put(t, dir, "build/.hidden", "no")
	if err := os.Symlink(os.Args[0], filepath.Join(dir, "build", "link")); err != nil {
		t.Skip(err)
	}
	s := New(dir, Options{})
	for _, name := range []string{"../book.toml", "review/ledger.json", ".hidden", "link"} {
		if w := fetch(t, s, "/made/"+name); w.Code == 200 {
			t.Errorf("%s is sent", name)
		}
	}
}

// TestMakeFaulty: a book with errors makes nothing, and the job says why and where.
func TestMakeFaulty(t *testing.T) {
	s := New(small(t, "# One\n\n[a link](#nowhere)\n"), Options{})
	for kind := range makers {
		req := makeRequest{Kind: kind, Sizes: []string{"square"}, Service: "generic"}
		var j job
		ask(t, s, "POST", "/api/make", req, &j)
		if j = waitJob(t, s, j.ID); kind == "check" && j.State == finished && j.Result.Errors == 1 {
			continue
		}
		if j.State != failed || j.Message == "" || j.Result == nil || j.Result.Errors != 1 || j.Result.Problems[0].Problems[0].Line != 3 {
			t.Errorf("%s is %+v %+v", kind, j, j.Result)
		}
	}
	for _, req := range []makeRequest{{Kind: "nothing"}, {Kind: "book", Outputs: []string{"exe"}}, {Kind: "book", Profiles: []string{"../x"}}, {Kind: "review", Layout: "x"}} {
		if code := ask(t, s, "POST", "/api/make", req, nil); code != 400 {
			t.Errorf("%+v is answered by %d", req, code)
		}
	}
}

// TestMakeCards: sheets of some cards, pictures of them, and the files of a service, which come as one, too.
func TestMakeCards(t *testing.T) {
	if testing.Short() {
		t.Skip("draws pictures")
	}
	dir := small(t, maxims)
	s := New(dir, Options{})
	for _, req := range []makeRequest{{Kind: "cards", Sheet: "a4"}, {Kind: "overview"}, {Kind: "share", Sizes: []string{"square"}}, {Kind: "service", Service: "tabletop"}} {
		var j job
		ask(t, s, "POST", "/api/make", req, &j)
		if j = waitJob(t, s, j.ID); j.State != finished || len(j.Result.Files) == 0 {
			t.Errorf("%s is %+v %+v", req.Kind, j, j.Result)
			continue
		}
		for _, f := range j.Result.Files {
			if w := fetch(t, s, "/made/"+f.Name); w.Code != 200 || int64(w.Body.Len()) != f.Bytes {
				t.Errorf("%s: %d, %d bytes of %d", f.Name, w.Code, w.Body.Len(), f.Bytes)
			}
		}
		if req.Kind == "share" {
			w := fetch(t, s, "/made.zip?id="+"3")
			z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
			if err != nil || len(z.File) != len(j.Result.Files) {
				t.Errorf("the zip file: %v", err)
			}
		}
	}
	var j job
	ask(t, s, "POST", "/api/make", makeRequest{Kind: "cards", Themes: []string{"none"}}, &j)
	if j = waitJob(t, s, j.ID); j.State != failed || strings.Contains(j.Message, "flag") {
		t.Errorf("a theme that there is not: %+v", j)
	}
}

// TestMakeReview: a reader is written into book.toml and gets a copy; undo takes the reader out again.
func TestMakeReview(t *testing.T) {
	dir := small(t, maxims)
	s := New(dir, Options{})
	before := contents(t, dir, "book.toml")
	for _, name := range []string{"", "a\x00b", "two\nlines", strings.Repeat("x", 300)} {
		if code := ask(t, s, "POST", "/api/readers", map[string]string{"name": name}, nil); code != 400 {
			t.Errorf("%q is answered by %d", name, code)
		}
	}
	if code := ask(t, s, "POST", "/api/readers", map[string]string{"name": `Ada "the pen" Quill`}, nil); code != 200 {
		t.Fatal(code)
	}
	if now := contents(t, dir, "book.toml"); now != before+"\n[[review.reader]]\nname = \"Ada \\\"the pen\\\" Quill\"\n" {
		t.Errorf("book.toml is %q", now)
	}
	var j job
	ask(t, s, "POST", "/api/make", makeRequest{Kind: "review", Formats: []string{"epub"}}, &j)
	if j = waitJob(t, s, j.ID); j.State != finished || len(j.Result.Files) != 1 || !strings.HasPrefix(j.Result.Files[0].Name, "review/") {
		t.Fatalf("the copies: %+v %+v", j, j.Result)
	}
	if w := fetch(t, s, "/made/"+j.Result.Files[0].Name); w.Code != 200 {
		t.Errorf("the copy is answered by %d", w.Code)
	}
	if code := ask(t, s, "POST", "/api/undo", struct{}{}, nil); code != 200 || contents(t, dir, "book.toml") != before {
		t.Errorf("undo is answered by %d", code)
	}
	put(t, dir, "book.toml", strings.Replace(before, "[check", "[review]\nreader = [{name = \"Ben\"}]\n[check", 1))
	s.book.change()
	if code := ask(t, s, "POST", "/api/readers", map[string]string{"name": "Ann"}, nil); code != 422 {
		t.Errorf("a book.toml that cannot be added to is answered by %d", code)
	}
}

// TestJobs: one job at a time, in the order in which they were asked for; a job that runs or waits can be cancelled.
func TestJobs(t *testing.T) {
	told := make(chan job, 1000)
	q := newJobs(func(j job) { told <- j })
	begun, end := make(chan bool, 1), make(chan bool)
	first := q.start("x", "First", func(ctx context.Context, tk *task) (*jobResult, error) {
		tk.expect(2)
		tk.step("one")
		begun <- true
		<-end
		return nil, nil
	})
	<-begun
	second := q.start("x", "Second", func(ctx context.Context, _ *task) (*jobResult, error) {
		<-ctx.Done()
		return nil, context.Cause(ctx)
	})
	third := q.start("x", "Third", func(context.Context, *task) (*jobResult, error) { panic("a mistake") })
	if j, _ := q.find(second.ID); j.State != pending {
		t.Errorf("the second is %s while the first runs", j.State)
	}
	if !q.cancel(second.ID) {
		t.Error("the second cannot be cancelled")
	}
	close(end)
	wait := func(id int) job {
		for {
			if j, _ := q.find(id); j.State != pending && j.State != running {
				return j
			}
			time.Sleep(time.Millisecond)
		}
	}
	if a, b, c := wait(first.ID), wait(second.ID), wait(third.ID); a.State != finished || b.State != cancelled || c.State != failed || c.Message == "" {
		t.Errorf("they end as %+v, %+v, %+v", a, b, c)
	}
	if q.cancel(second.ID) {
		t.Error("a job that has ended is cancelled")
	}
	for range 2 * mostJobs {
		wait(q.start("x", "Many", func(context.Context, *task) (*jobResult, error) { return nil, nil }).ID)
	}
	if n := len(q.all()); n > mostJobs {
		t.Errorf("%d jobs are remembered", n)
	}
	q.stop()
	late := q.start("x", "Late", func(context.Context, *task) (*jobResult, error) { return nil, nil })
	if j := wait(late.ID); j.State != cancelled {
		t.Errorf("a job that is started when the studio ends is %s", j.State)
	}
}
