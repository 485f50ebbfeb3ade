package importer

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLimits refuses sources that hold more than a book can, with an error that names the limit.
func TestLimits(t *testing.T) {
	chapter := func(i int) string { return fmt.Sprintf("ch%d.xhtml", i) }
	epub := func(n int, text func(i int) string, more map[string]string) string {
		var items, spine strings.Builder
		files := map[string]string{"META-INF/container.xml": `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`}
		for i := range n {
			fmt.Fprintf(&items, `<item id="i%d" href="%s" media-type="application/xhtml+xml"/>`, i, chapter(i))
			fmt.Fprintf(&spine, `<itemref idref="i%d"/>`, i)
			files[chapter(i)] = text(i)
		}
		files["p.opf"] = "<package><manifest>" + items.String() + "</manifest><spine>" + spine.String() + "</spine></package>"
		for name, text := range more {
			files[name] = text
		}
		return string(zipped(t, files))
	}
	dir := folderOf(t, map[string]string{
		"heads.html":  "<body>" + strings.Repeat("<h1>One</h1><p>x", mostChapters+1),
		"many.html":   "<body><p>" + strings.Repeat("<i>x</i>", 800_000),
		"texts.zip":   string(zipped(t, map[string]string{"a.md": strings.Repeat("a lamp\n", 33<<20/7)})),
		"one.zip":     string(zipped(t, map[string]string{"a.epub": epub(1, func(int) string { return "<h1>One</h1>" + strings.Repeat("<!-- -->", 5<<20) }, nil)})),
		"twice.epub":  epub(3, func(int) string { return "<h1>One</h1>" + strings.Repeat("<i>x</i>", 300_000) }, nil),
		"lines.md":    "# One\n" + strings.Repeat("a\n", mostLines),
		"picture.zip": string(zipped(t, map[string]string{"a.md": "# One\n\n![A lamp](a.png)\n", "a.png": string(make([]byte, maxFile+1))})),
		"long.txt":    "One lamp.\n\n" + strings.Repeat(strings.Repeat("a lamp ", 10_000)+"\n\n", 17<<20/70_000),
	})
	for name, limit := range map[string]string{
		"heads.html": "more than 10,000 chapters", "many.html": "more than 1,500,000 elements and texts", "texts.zip": "more than 32 MB",
		"one.zip": "more than 32 MB", "twice.epub": "more than 1,500,000 elements and texts", "picture.zip": "a.png in it unpacks to more than 64 MB",
		"long.txt": "a file of more than 16 MB", "lines.md": "more than 500,000 lines",
	} {
		t.Run(name, func(t *testing.T) {
			ms, err := Read(t.Context(), []string{filepath.Join(dir, name)}, KeepSections)
			if err == nil {
				err = ms.Write(t.Context(), filepath.Join(t.TempDir(), "book"), time.Now())
			}
			if err == nil || !strings.Contains(err.Error(), limit) {
				t.Errorf("the error is %v, want %q in it", err, limit)
			}
		})
	}
}

// What stands at many places costs no more than its number: links to headings with the same words, entries of the same sentence, pictures
// of the same name, a picture that is used again and again.
func TestManyAlike(t *testing.T) {
	const n = 1500
	var links, entries, pictures strings.Builder
	files := map[string]string{}
	for i := range n {
		fmt.Fprintf(&links, "<h2 id=h%d>The lamp</h2><p><a href=#h%[1]d>see</a></p>", i)
		fmt.Fprintf(&entries, "## Trim the wick every day.\n\nOr else %d.\n\n", i)
		fmt.Fprintf(&pictures, "<p>x<img alt=a src=%d/same.png><img alt=b src=0/same.png></p>", i)
		files[fmt.Sprintf("%d/same.png", i)] = fmt.Sprintf("picture %d", i)
	}
	files["a.html"] = "<h1>One</h1>" + pictures.String()
	dir := folderOf(t, map[string]string{"links.html": "<h1>One</h1>" + links.String() + "<h1>Two</h1><p>x", "entries.md": "# One\n\n" + entries.String()})
	if err := os.WriteFile(filepath.Join(dir, "pictures.zip"), zipped(t, files), 0o666); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	book := imported(t, KeepSections, filepath.Join(dir, "links.html"))
	text := ""
	for name, file := range book {
		if strings.HasPrefix(name, "manuscript/") {
			text += file
		}
	}
	if !strings.Contains(text, fmt.Sprintf("#the-lamp-%d)", n)) {
		t.Errorf("no link leads to the last heading: %.300s", text)
	}
	book = imported(t, MakeEntries, filepath.Join(dir, "entries.md"))
	if got := strings.Count(book["manuscript/entries.md"], "+++\nkind"); got != n {
		t.Errorf("there are %d entries, want %d", got, n)
	}
	ms, err := Read(t.Context(), []string{filepath.Join(dir, "pictures.zip")}, KeepSections)
	if err != nil {
		t.Fatal(err)
	}
	if len(ms.Pictures) != n || ms.Pictures[n-1].Name != fmt.Sprintf("pictures/same-%d.png", n) {
		t.Errorf("there are %d pictures, the last is %s", len(ms.Pictures), ms.Pictures[len(ms.Pictures)-1].Name)
	}
	if took := time.Since(start); took > time.Minute { // seconds, on a machine that has much to do
		t.Errorf("it took %v", took)
	}
}

// A name that is used gets the first number that is free, whatever the case of its letters.
func TestUsedNames(t *testing.T) {
	u := usedNames{}
	var got []string
	for _, stem := range []string{"a", "a-2", "a", "A", "a-2", "b"} {
		got = append(got, u.add(stem, ".png"))
	}
	if want := "a.png a-2.png a-3.png A-4.png a-2-2.png b.png"; strings.Join(got, " ") != want {
		t.Errorf("the names are %q, want %s", got, want)
	}
}

// Entries are written into a file of Markdown from its beginning to its end, with all that stands between them.
func TestEntriesInText(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.md": "# One\n\nA word before.\n\n## Trim the wick every day.\n\nOr else.\n\n**Carry the oil up by hand.**\n\nSo.\n\n- x\n"})
	book := imported(t, MakeEntries, filepath.Join(dir, "a.md"))
	want := "# One\n\nA word before.\n\n## Trim the wick every day.\n+++\nkind = \"meme\"\n+++\n\nOr else.\n\n" +
		"## Carry the oil up by hand.\n+++\nkind = \"meme\"\n+++\n\nSo.\n\n- x\n"
	if got := book["manuscript/a.md"]; got != want {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
}

// A book that takes long to check is said to be.
func TestIsLong(t *testing.T) {
	for size, want := range map[int]bool{16 << 10: false, 4 << 20: true} {
		text := append([]byte("# One\n\n"), bytes.Repeat(append(bytes.Repeat([]byte("A lamp. "), 1000), "\n\n"...), size/8002)...)
		dir := folderOf(t, map[string]string{"a.md": string(text)})
		ms, err := Read(t.Context(), []string{filepath.Join(dir, "a.md")}, KeepSections)
		if err != nil {
			t.Fatal(err)
		}
		if err := ms.Write(t.Context(), filepath.Join(t.TempDir(), "book"), time.Now()); err != nil {
			t.Fatal(err)
		}
		if ms.IsLong() != want {
			t.Errorf("%d bytes: it is long: %v", size, !want)
		}
		if told := strings.Contains(string(ms.report()), "too long for octavo to say here"); told != want {
			t.Errorf("%d bytes: IMPORT.md says so: %v", size, told)
		}
	}
}
