package ledger

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/styles"
)

// enlisted reads readers, each "name <address>", out of a book.toml and returns them with their ids.
func enlisted(t *testing.T, names []string) []config.Reader {
	t.Helper()
	text := "[book]\ntitle = 'B'\nauthors = ['A']\n"
	for _, n := range names {
		name, email, _ := strings.Cut(n, " <")
		text += fmt.Sprintf("[[review.reader]]\nname = %q\n", name)
		if email != "" {
			text += fmt.Sprintf("email = %q\n", strings.TrimSuffix(email, ">"))
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, config.File), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	c, found := config.Load(dir, styles.FS)
	if c == nil || found.HasErrors() {
		t.Fatal(found)
	}
	return c.Review.Readers
}

var everybody = []string{"Ada Quill", "Ben Roe <ben@a.org>", "Ada Quill <ada@b.org>", "ada  quill <other@c.org>", "山田 太郎", "佐藤 花子", "🦊", "Reader 2"}

// idsOf returns ids and numbers by reader, as a run of octavo review gives them, and enters the copies in the ledger.
func idsOf(t *testing.T, l *Ledger, names []string) map[string]string {
	t.Helper()
	readers := enlisted(t, names)
	numbers, of := l.Enlist(readers)
	out, ids, seen := map[string]string{}, map[string]bool{}, map[int]bool{}
	for i, r := range readers {
		if ids[r.ID] || seen[numbers[i]] || numbers[i] < 1 || numbers[i] > of {
			t.Errorf("%q: %s is copy %d of %d, in %v", names[i], r.ID, numbers[i], of, ids)
		}
		ids[r.ID], seen[numbers[i]] = true, true
		out[names[i]] = fmt.Sprintf("%s %d", r.ID, numbers[i])
		l.Add(Copy{ID: "b-" + r.ID, Reader: r.ID, Name: r.Name, Email: r.Email, Number: numbers[i], Format: "pdf"})
	}
	return out
}

// TestReaderIDs sorts readers, takes some out and puts them in again: whoever has got a copy keeps id and number.
func TestReaderIDs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		l, known := &Ledger{}, map[string]string{}
		for run := range 6 {
			names := slices.Clone(everybody)
			random.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
			switch size := 1 + random.IntN(len(names)); run {
			case 0: // one of each name
				names = slices.DeleteFunc(names, func(name string) bool { return strings.Contains(name, ">") })[:min(size, 4)]
			case 1: // all of them
			default:
				names = names[:size]
			}
			for name, id := range idsOf(t, l, names) {
				if known[name] != "" && known[name] != id {
					t.Fatalf("%s was %s and is %s, among %q", name, known[name], id, names)
				}
				known[name] = id
			}
		}
	}
}

// Without a ledger an id does not depend on the order either.
func TestReaderIDsWithoutLedger(t *testing.T) {
	ids := func(names []string) map[string]string {
		out := map[string]string{}
		for i, r := range enlisted(t, names) {
			out[names[i]] = r.ID
		}
		return out
	}
	want := ids(everybody)
	for _, plain := range []string{"ben-roe", "reader-2"} {
		if !slices.Contains(slices.Collect(maps.Values(want)), plain) {
			t.Errorf("nobody is %s: %v", plain, want)
		}
	}
	backwards := slices.Clone(everybody)
	slices.Reverse(backwards)
	if got := ids(backwards); !maps.Equal(got, want) {
		t.Errorf("backwards they are %v, not %v", got, want)
	}
}

// TestOldLedger has ids and numbers by place, as they once were.
func TestOldLedger(t *testing.T) {
	l := &Ledger{Copies: []Copy{
		{ID: "b-1", Reader: "ada-quill", Name: "Ada Quill", Email: "ada@b.org", Number: 1},
		{ID: "b-2", Reader: "ada-quill-2", Name: "Ada Quill", Number: 2},
		{ID: "b-3", Reader: "reader-3", Name: "山田 太郎", Number: 3},
		{ID: "b-4", Reader: "ben-roe", Name: "Ben Roe", Email: "old@a.org", Number: 1}, // he was first then
		{ID: "b-5", Reader: "../x", Name: "Cy", Number: 7}}}
	got := idsOf(t, l, []string{"山田 太郎", "Ben Roe <ben@a.org>", "Ada Quill", "Ada Quill <ada@b.org>", "Cy"})
	for name, want := range map[string]string{"Ada Quill <ada@b.org>": "ada-quill 1", "Ada Quill": "ada-quill-2 2", "山田 太郎": "reader-3 3",
		"Ben Roe <ben@a.org>": "ben-roe 8", "Cy": "cy 9"} {
		if got[name] != want {
			t.Errorf("%s is %s, want %s", name, got[name], want)
		}
	}
}
