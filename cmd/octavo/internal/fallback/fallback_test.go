package fallback

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func house() *Set {
	return Open(func(name string) ([]byte, error) { return os.ReadFile(styles + name) })
}

// TestFind names the font for characters of each kind.
func TestFind(t *testing.T) {
	s := house()
	for _, c := range []struct {
		text string
		look Look
		use  Use
		want string
	}{
		{"слово", Look{Design: Sans, Bold: true}, Letters, "NotoSans-Bold"},
		{"ἀρχή", Look{Italic: true}, Letters, "NotoSerif-Italic"},
		{"ἀρχή", Look{Design: Mono}, Letters, "NotoSansMono-Regular"},
		{"שָׁלוֹם", Look{Bold: true, Italic: true}, Letters, "NotoSerifHebrew-Bold"},
		{"مرحبا", Look{}, Letters, "Amiri-Regular"},
		{"گفت", Look{Design: Sans, Bold: true}, Letters, "NotoSansArabic-Bold"},
		{"हिन्दी", Look{Bold: true}, Letters, "NotoSerifDevanagari-Regular"},
		{"✓\uFE0E", Look{}, Signs, "DejaVuSans-Signs"},
		{"𝄞", Look{}, Signs, "NotoMusic-Regular"},
		{"👨\u200D👩\u200D👧", Look{}, Pictures, "NotoEmoji-Regular"},
		{"かな", Look{}, Letters, "NotoSerifJP-Kana"},
		{"𓀀", Look{}, Letters, ""},
		{"\u200D", Look{}, Letters, ""},
	} {
		if got := s.Find(c.text, c.look, c.use); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestCoverage holds the table against the fonts.
func TestCoverage(t *testing.T) {
	s := house()
	seen := map[string]bool{}
	for _, e := range s.entries() {
		for i, f := range e.files {
			seen[f.name] = true
			got, err := s.Load(f.name)
			if err != nil {
				t.Error(err)
				continue
			}
			if have := strings.TrimSpace(ranges(got.Data, t)); have != text(e.covered[i]) {
				t.Errorf("%s: the table says other characters than it has", f.name)
			}
			for _, span := range e.covered[i] {
				if !got.Has(span.first) || !got.Has(span.last) {
					t.Errorf("%s lacks U+%X or U+%X", f.name, span.first, span.last)
				}
			}
		}
	}
	files, err := os.ReadDir(styles + Folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".ttf.gz"); ok && !seen[name] {
			t.Errorf("no group has %s", f.Name())
		}
	}
}

// text writes ranges as the table does.
func text(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(" " + fmt.Sprintf("%X", s.first))
		if s.last > s.first {
			b.WriteString("-" + fmt.Sprintf("%X", s.last))
		}
	}
	return strings.TrimSpace(b.String())
}

// TestDamaged reads a set of which the files are broken or missing.
func TestDamaged(t *testing.T) {
	for _, table := range []string{"", "NotoEmoji-Regular 1F600-1F64F zz -", "NotoEmoji-Regular"} {
		s := Open(func(name string) ([]byte, error) {
			if name == coverageName {
				return []byte(table), nil
			}
			return []byte("no font"), nil
		})
		if name := s.Find("😀", Look{}, Pictures); (name != "") != strings.Contains(table, "1F600") {
			t.Errorf("%q finds %q", table, name)
		}
		if f, err := s.Load("NotoEmoji-Regular"); err == nil {
			t.Errorf("%q reads %v", table, f)
		}
	}
}
