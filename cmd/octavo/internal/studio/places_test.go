package studio

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// setBook returns the first state of a book.
func setBook(t testing.TB, dir string) *state {
	t.Helper()
	st := New(dir, Options{}).book.state(t.Context(), look{})
	if st.set == nil {
		t.Fatalf("%s: %v, %v", dir, st.fault, st.found)
	}
	return st
}

// varied are the folders of books with pages of many kinds.
func varied(t testing.TB) map[string]string {
	return map[string]string{"kitchen": filepath.FromSlash(booktest.Kitchen), "shipped": shipped(t),
		"hebrew": filepath.FromSlash("../../testdata/languages/he"), "kinds": filepath.FromSlash("../../testdata/kinds")}
}

// setWord is a word on a page, and a point in its middle.
type setWord struct {
	text string
	x, y float64
	run  *page.Text
}

// wordsOn returns the words of a page that the author wrote as they stand there.
func wordsOn(p *page.Page) (out []setWord) {
	for m, it := range page.Placed(p.Items) {
		t, ok := it.(*page.Text)
		if !ok || !t.Pos.IsValid() || t.Offset == page.Made {
			continue
		}
		for from, to := 0, 0; from < len(t.Text); from = to {
			word := strings.IndexFunc(t.Text[from:], unicode.IsLetter)
			if word < 0 {
				break
			}
			from += word
			if to = strings.IndexFunc(t.Text[from:], func(r rune) bool { return !unicode.IsLetter(r) }); to < 0 {
				to = len(t.Text)
			} else {
				to += from
			}
			left, right, pen := page.Length(-1), page.Length(0), t.X
			for _, g := range t.Glyphs {
				if int(g.At) >= from && int(g.At) < to {
					if left < 0 {
						left = pen
					}
					right = pen + page.Length(g.Advance)
				}
				pen += page.Length(g.Advance)
			}
			if left >= 0 && right > left {
				x, y := m.Point((left+right)/2, t.Y-t.Size/4)
				out = append(out, setWord{t.Text[from:to], x.Points(), y.Points(), t})
			}
		}
	}
	return out
}

func letters(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}

// Every word of every page leads to where it is written: drop capitals, verse, tables, footnotes, captions, code, headings, two
// columns, lines from the right to the left, and turned tables among them.
func TestEveryWord(t *testing.T) {
	for name, dir := range varied(t) {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "kitchen" {
				t.Skip("the other books take longer")
			}
			st := setBook(t, dir)
			looked, made, wrong := 0, 0, 0
			for i, p := range st.pages {
				for _, w := range wordsOn(p) {
					looked++
					h, ok := at(p, w.x, w.y)
					if !ok {
						t.Fatalf("page %s: nothing is written at %q", st.label(i), w.text)
					}
					pos, isMade := st.origin(h.text, h.cluster)
					if isMade {
						made++
						continue
					}
					from, to := wordAt(pos.Source.Text, pos.Offset)
					if got := string(pos.Source.Text[from:to]); !strings.Contains(letters(got), letters(w.text)) {
						if wrong++; wrong < 20 {
							t.Errorf("page %s: a click on %q of %q leads to %s, %q", st.label(i), w.text, w.run.Text, pos, got)
						}
					}
				}
			}
			if looked < 100 || made > looked/10 {
				t.Errorf("%d words, of which %d are not written", looked, made)
			}
			t.Logf("%d words, of which %d are not written", looked, made)
		})
	}
}

// Every line of a page is found from where it is written, and its words follow each other there.
func TestWhereIsEveryLine(t *testing.T) {
	st := setBook(t, filepath.FromSlash(booktest.Kitchen))
	for i := range st.pages {
		for k, s := range st.setPage(i).spans {
			pg, line, ok := st.where(s.source, s.from, s.from)
			if !ok {
				t.Fatalf("page %s, line %d is not found", st.label(i), k)
			}
			if got := st.setPage(pg).spans[line]; !got.holds(s.source, s.from, s.from) && got.from != s.from {
				t.Errorf("page %s, line %d, %q: page %s, line %d, %q", st.label(i), k, st.setPage(i).lines[k].text, st.label(pg), line, st.setPage(pg).lines[line].text)
			}
		}
	}
}

// The lines of a page hold all that the author wrote on it, once.
func TestLines(t *testing.T) {
	for name, dir := range varied(t) {
		if testing.Short() && name != "kitchen" {
			continue
		}
		st := setBook(t, dir)
		for i, p := range st.pages {
			var items, lines strings.Builder
			for _, it := range page.Placed(p.Items) {
				if x, ok := it.(*page.Text); ok && x.Pos.IsValid() {
					items.WriteString(letters(x.Text))
				}
			}
			for _, l := range st.setPage(i).lines {
				lines.WriteString(letters(l.text))
				if l.box.W <= 0 || l.box.H <= 0 {
					t.Errorf("%s, page %s: %q has no size", name, st.label(i), l.text)
				}
			}
			if items.String() != lines.String() {
				t.Errorf("%s, page %s: lines %q of %q", name, st.label(i), lines.String(), items.String())
			}
		}
	}
}

func TestEditsOf(t *testing.T) {
	src := func(name, text string) *diag.Source { return &diag.Source{Name: name, Text: []byte(text)} }
	same := src("same.md", "as it was")
	before := []*diag.Source{same, src("a.md", "one two three"), src("b.md", "gone"), src("c.md", "x")}
	after := []*diag.Source{same, src("a.md", "one 2 three"), src("c.md", "x"), src("new.md", "new")}
	var got []string
	for _, e := range editsOf(before, after) {
		got = append(got, fmt.Sprintf("%s %q", e.source.Name, e.source.Text[e.from:e.to]))
	}
	if want := []string{`a.md "2"`}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, c := range [][2]string{{"", "x"}, {"aa", "a"}, {"a", "aa"}, {"ab", "abab"}} {
		e := editsOf([]*diag.Source{src("f", c[0])}, []*diag.Source{src("f", c[1])})
		if len(e) != 1 || e[0].from > e[0].to || e[0].to > len(c[1]) {
			t.Errorf("%q to %q: %v", c[0], c[1], e)
		}
	}
}

func TestWordAt(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
	}{{"one two", 5, "two"}, {"one two", 3, "one"}, {"don't", 1, "don't"}, {"a — b", 2, "—"}, {"", 0, ""}, {"x", 9, "x"}, {"é", 0, "é"}} {
		from, to := wordAt([]byte(c.text), c.at)
		if got := c.text[from:to]; got != c.want {
			t.Errorf("at %d of %q: %q, want %q", c.at, c.text, got, c.want)
		}
	}
}

// A place that a line of any page holds is found in a line that holds it, whatever page that is on; of book.toml what is not printed is not
// found.
func TestWhereIsExact(t *testing.T) {
	st := setBook(t, filepath.FromSlash(booktest.Kitchen))
	var all []span
	for i := range st.pages {
		all = append(all, st.setPage(i).spans...)
	}
	sources := append(slices.Clone(st.set.Book.Sources), st.set.Cfg.Source)
	for _, src := range sources {
		for offset := 0; offset < len(src.Text); offset += 7 {
			held := slices.ContainsFunc(all, func(s span) bool { return s.holds(src, offset, offset) })
			pg, line, ok := st.where(src, offset, offset)
			switch {
			case held && (!ok || !st.setPage(pg).spans[line].holds(src, offset, offset)):
				t.Errorf("%s is printed, and found on page %d, line %d, %v", diag.Pos{Source: src, Offset: offset}, pg, line, ok)
			case !held && ok && src == st.set.Cfg.Source:
				t.Errorf("%s is not printed, and found on page %d", diag.Pos{Source: src, Offset: offset}, pg)
			}
		}
	}
}
