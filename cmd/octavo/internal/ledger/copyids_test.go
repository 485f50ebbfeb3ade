package ledger

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/timing"
	"octavo/cmd/octavo/internal/watermark"
)

// zipped returns a package of one file.
func zipped(t testing.TB, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCopyIDs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	l := &Ledger{Copies: []Copy{{ID: "wtd-7f3a91c2"}, {ID: "wtd-7f3a91c2"}, {ID: "wtd-00000001"}, {ID: "plain"}, {ID: ""}}}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"printed":            {[]byte("for Ada (wtd-7f3a91c2) wtd-wtd-00000001"), "wtd-7f3a91c2 wtd-00000001"},
		"hidden":             {[]byte("a" + watermark.Hide("wtd-1") + "b"), "wtd-1"},
		"within a word":      {[]byte("explains"), "plain"},
		"in an EPUB":         {zipped(t, "a.opf", "<id>urn:octavo:copy:wtd-5</id>"), "wtd-5"},
		"in a Word file":     {zipped(t, "custom.xml", `<p name="octavo:copy"><vt:lpwstr>wtd-6</vt:lpwstr>`), "wtd-6"},
		"not for a terminal": {zipped(t, "a.opf", "urn:octavo:copy:\x1b[2J<"), ""},
		"too long":           {zipped(t, "a.opf", "urn:octavo:copy:"+strings.Repeat("x", 101)+"<"), ""},
	} {
		got, err := CopyIDs(t.Context(), c.data, l)
		if s := strings.Join(got, " "); err != nil || s != c.want {
			t.Errorf("%s: %q, %v, want %q", name, s, err, c.want)
		}
	}
	many := new(strings.Builder)
	for i := range maxMarks + 2 {
		fmt.Fprintf(many, "urn:octavo:copy:a-%d<", i)
	}
	for name, data := range map[string][]byte{
		"the marks of more than 1000": zipped(t, "a.opf", many.String()),
		"more than 64 MB come out":    zipped(t, "a.opf", strings.Repeat("a", maxPart+1)),
	} {
		if _, err := CopyIDs(t.Context(), data, l); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCopyIDsLinear looks for the ids of a ledger in a text, both at two sizes.
func TestCopyIDsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	timing.Linear(t, 4000, func(n int) {
		l := &Ledger{}
		var text strings.Builder
		for i := range n {
			l.Copies = append(l.Copies, Copy{ID: fmt.Sprintf("wtd-%08x", i)})
			fmt.Fprintf(&text, "some words and wtd-f%07x, and more of them\n", i)
		}
		if _, err := CopyIDs(t.Context(), []byte(text.String()), l); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzCopyIDs looks for marks in anything: alone, and in a package.
func FuzzCopyIDs(f *testing.F) {
	f.Add([]byte("for Ada wtd-7f3a91c2"), "urn:octavo:copy:wtd-5<")
	f.Add([]byte("a"+watermark.Hide("wtd-1")+"b"), `<p name="octavo:copy"><vt:lpwstr>wtd-6</vt:lpwstr>`)
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page>>endobj\n"+
		"trailer<</Root 1 0 R>>\n%%EOF\n"), "")
	f.Add([]byte("PK\x03\x04"), "\x1b]0;x\a")
	l := &Ledger{Copies: []Copy{{ID: "wtd-7f3a91c2"}, {ID: "x"}}}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		start := timing.Worked()
		for _, data := range [][]byte{data, zipped(t, "a.xhtml", text)} {
			ids, err := CopyIDs(t.Context(), data, l)
			if err != nil {
				continue
			}
			for i, id := range ids {
				if !printedASCII(id) || id == "" || len(id) > maxID || strings.Join(ids[:i], "\n")+"\n" == id+"\n" {
					t.Errorf("the id %q", id)
				}
			}
		}
		if took := timing.Worked() - start; took > 10*time.Second {
			t.Errorf("it took %v", took)
		}
	})
}
