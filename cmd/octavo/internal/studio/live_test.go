package studio

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
)

// manyPages writes a book of n chapters of a few pages each.
func manyPages(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "book.toml", "[book]\ntitle = \"Many\"\nauthors = [\"A B\"]\ndate = 2026-01-01\n[check.levels]\ndoubled-word = \"off\"\n")
	for i := range n {
		put(t, dir, chapterName(i), manyWords(i, "plain"))
	}
	return dir
}

func chapterName(i int) string { return fmt.Sprintf("manuscript/%03d.md", i+1) }

func manyWords(i int, word string) string {
	return fmt.Sprintf("# Chapter %d\n\n%s\n", i+1, strings.Repeat("The sentence has a "+word+" word in it, and it goes on for a while.\n\n", 60))
}

// words returns the words on a page.
func words(p *page.Page) string {
	var b strings.Builder
	for _, it := range page.Placed(p.Items) {
		if t, ok := it.(*page.Text); ok {
			b.WriteString(t.Text + " ")
		}
	}
	return b.String()
}

// TestEditIsTold: an edit becomes a state with the next number, which says what pages look different; nothing else does.
func TestEditIsTold(t *testing.T) {
	dir := manyPages(t, 3)
	_, address, _ := serve(t, dir, Options{})
	states := visit(t, address).listen()
	first, _ := until(t, states, func(s summary) bool { return s.Pages > 0 })
	if first.Title != "Many" || len(first.Changed) != 0 || first.Errors != 0 || first.Words < 2000 || first.Faces["regular"] == "" {
		t.Errorf("at first the studio says %+v", first)
	}
	put(t, dir, chapterName(1), strings.Replace(manyWords(1, "plain"), "plain", "other", 1))
	second, _ := until(t, states, func(s summary) bool { return s.State > first.State })
	if len(second.Changed) != 1 || second.Changed[0].From != second.Changed[0].To || second.Pages != first.Pages {
		t.Errorf("after the edit of a word the studio says %+v", second)
	}
	put(t, dir, "book.toml", contents(t, dir, "book.toml")+"# a comment\n")
	third, _ := until(t, states, func(s summary) bool { return s.State > second.State })
	if len(third.Changed) != 0 {
		t.Errorf("after a comment in book.toml pages have changed: %+v", third.Changed)
	}
}

// TestNewestIsToldLast: when several things change the book at once, a page hears of their states in their order.
func TestNewestIsToldLast(t *testing.T) {
	s := New(manyPages(t, 1), Options{})
	events, leave, _ := s.events.listen()
	defer leave()
	const times = 50
	var all sync.WaitGroup
	for range times {
		all.Go(s.touched)
	}
	all.Wait()
	last := 0
	for range times {
		n := (<-events).Data.(summary).State
		if n < last {
			t.Errorf("state %d is told after state %d", n, last)
		}
		last = n
	}
	if last != times+1 {
		t.Errorf("the last state told is %d of %d", last, times+1)
	}
}

// TestOldPagesStay: while there is an error the last good pages stay, with the error's place, and go when it is mended.
func TestOldPagesStay(t *testing.T) {
	dir := manyPages(t, 2)
	_, address, _ := serve(t, dir, Options{})
	g := visit(t, address)
	states := g.listen()
	first, _ := until(t, states, func(s summary) bool { return s.Pages > 0 })
	put(t, dir, chapterName(1), "## A heading.\n+++\nkind = \"mem\n+++\n")
	bad, _ := until(t, states, func(s summary) bool { return s.Old })
	if bad.Pages != first.Pages || bad.Since == "" || bad.Errors == 0 || bad.Broken == nil || bad.Broken.File != chapterName(1) || bad.Broken.Line == 0 {
		t.Errorf("over a broken file the studio says %+v, broken %+v", bad, bad.Broken)
	}
	if status, _ := g.get(fmt.Sprintf("/api/page/%d", first.Pages)); status != http.StatusOK {
		t.Errorf("an old page is answered by %d", status)
	}
	put(t, dir, chapterName(1), manyWords(1, "mended"))
	if good, _ := until(t, states, func(s summary) bool { return !s.Old }); good.Broken != nil || good.Errors != 0 || len(good.Changed) == 0 {
		t.Errorf("after it is mended the studio says %+v", good)
	}
}

// TestFilesComeAndGo: book.toml or the whole folder may go away and come back, files be saved by renaming, and a hundred files change
// at once: in the end the pages are those of the files.
func TestFilesComeAndGo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "book")
	if err := os.CopyFS(dir, os.DirFS(manyPages(t, 4))); err != nil {
		t.Fatal(err)
	}
	studio, address, _ := serve(t, dir, Options{})
	states := visit(t, address).listen()
	first, _ := until(t, states, func(s summary) bool { return s.Pages > 0 })
	rename := func(from, to string) {
		if err := os.Rename(filepath.Join(dir, from), filepath.Join(dir, to)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("book.toml", func(t *testing.T) {
		rename("book.toml", "kept.toml")
		until(t, states, func(s summary) bool { return s.Old && s.Errors > 0 && s.Pages == first.Pages })
		rename("kept.toml", "book.toml")
		until(t, states, func(s summary) bool { return !s.Old && s.Pages == first.Pages })
	})
	t.Run("saved by renaming", func(t *testing.T) {
		put(t, dir, "manuscript/.001.md.swp", manyWords(0, "renamed"))
		rename("manuscript/.001.md.swp", chapterName(0))
		s, _ := until(t, states, func(s summary) bool { return len(s.Changed) > 0 })
		if p := studio.book.state(t.Context(), look{}).pages[s.Changed[0].From-1]; !strings.Contains(words(p), "renamed") {
			t.Error("the page does not say what was written")
		}
	})
	t.Run("folder", func(t *testing.T) {
		if err := os.Rename(dir, dir+"-elsewhere"); err != nil {
			t.Fatal(err)
		}
		until(t, states, func(s summary) bool { return s.Fault != "" && s.Old })
		if err := os.Rename(dir+"-elsewhere", dir); err != nil {
			t.Fatal(err)
		}
		until(t, states, func(s summary) bool { return s.Fault == "" && !s.Old })
	})
	t.Run("checkout", func(t *testing.T) {
		for i := range 100 {
			put(t, dir, chapterName(i), fmt.Sprintf("# Chapter %d\n\nIt was checked out.\n", i+1))
		}
		s, before := until(t, states, func(s summary) bool { return s.Pages >= 100 && s.Words >= 600 })
		if before > 50 {
			t.Errorf("%d states came before that of all files", before)
		}
		cold, err := project.Open(t.Context(), dir, project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		defer cold.Close()
		if n := len(cold.Interior().Doc.Pages); n != s.Pages {
			t.Errorf("the studio has %d pages, and a build would have %d", s.Pages, n)
		}
	})
}

// TestTwoStudios: two studios on one book both see an edit, and neither its own files.
func TestTwoStudios(t *testing.T) {
	dir := manyPages(t, 1)
	var all []<-chan summary
	for range 2 {
		_, address, _ := serve(t, dir, Options{})
		states := visit(t, address).listen()
		until(t, states, func(s summary) bool { return s.Pages > 0 })
		all = append(all, states)
	}
	put(t, dir, chapterName(0), manyWords(0, "other"))
	for _, states := range all {
		until(t, states, func(s summary) bool { return len(s.Changed) > 0 })
	}
}

// TestNobodyListens: a book that no page looks at is not read, and is read as it is when one comes.
func TestNobodyListens(t *testing.T) {
	s := New(manyPages(t, 1), Options{})
	opened := 0
	open := s.book.open
	s.book.open = func(ctx context.Context, unsaved map[string][]byte, settings ...config.Setting) (*project.Project, error) {
		opened++
		return open(ctx, unsaved, settings...)
	}
	for range 3 {
		s.touched()
	}
	if opened != 0 {
		t.Errorf("the book was read %d times, and nobody listened", opened)
	}
	_, leave, _ := s.events.listen()
	defer leave()
	s.touched()
	if s.book.state(t.Context(), look{}); opened != 1 {
		t.Errorf("the book was read %d times for one change", opened)
	}
}

// TestFaults: an error or a panic over the book is told, the pages stay, and the studio lives on.
func TestFaults(t *testing.T) {
	s := New(manyPages(t, 1), Options{})
	good := s.book.state(t.Context(), look{})
	open := s.book.open
	for _, test := range []struct {
		name, message string
		open          func() error
	}{
		{"error", "cannot open the disk", func() error { return errors.New("cannot open the disk") }},
		{"panic", "octavo has made a mistake: it is upside down", func() error { panic("it is upside down") }},
	} {
		s.book.open = func(context.Context, map[string][]byte, ...config.Setting) (*project.Project, error) {
			return nil, test.open()
		}
		s.touched()
		if got := s.summary(s.book.state(t.Context(), look{})); got.Fault != test.message || !got.Old || got.Pages != len(good.pages) {
			t.Errorf("over an %s the studio says %+v", test.name, got)
		}
	}
	s.book.open = open
	s.touched()
	if got := s.summary(s.book.state(t.Context(), look{})); got.Fault != "" || got.Old {
		t.Errorf("after that the studio says %+v", got)
	}
}

// TestLooks: a look has pages of its own, an invalid name is an error of the book's, and only the last looks are kept.
func TestLooks(t *testing.T) {
	s := New(manyPages(t, 1), Options{})
	ctx := t.Context()
	own, large := s.book.state(ctx, look{}), s.book.state(ctx, look{Style: "large"})
	if len(large.pages) <= len(own.pages) || large.n != own.n {
		t.Errorf("in large type there are %d pages, and %d in the book's own; states %d and %d", len(large.pages), len(own.pages), large.n, own.n)
	}
	for i := range 2 * mostLooks {
		st := s.book.state(ctx, look{Style: fmt.Sprintf("none%d", i)})
		if got := s.summary(st); got.Errors == 0 || got.Pages != 0 || got.Broken == nil || !strings.Contains(got.Broken.Message, "none") {
			t.Errorf("a style that there is not comes out as %+v", got)
		}
	}
	if len(s.book.states) != mostLooks {
		t.Errorf("%d looks are kept", len(s.book.states))
	}
	if s.book.state(ctx, look{}) != own {
		t.Error("the book's own look was not kept")
	}
}
