package importer

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// FuzzRead imports any file under any name. What comes of it is a book or an error; the file stays as it is, nothing is written outside the
// book, its chapters are text that is read without a panic, and a second import gives the same bytes.
func FuzzRead(f *testing.F) {
	endings := make([]string, 0, len(formats))
	for e := range formats {
		endings = append(endings, e)
	}
	endings = append(endings, ".zip", ".csv", "", ".rtf")
	slices.Sort(endings)
	at := func(ending string) uint8 { return uint8(slices.Index(endings, ending)) }
	f.Add(at(".txt"), []byte("CHAPTER ONE\r\n\r\nIt was na\xEFve.\r\n\r\n* * *\r\n\r\nCHAPTER TWO\r\n\r\n+ it went.\r\n"), true)
	f.Add(at(".md"), []byte("---\ntitle: \"T\\u001b\"\nauthor: [a, b]\n---\n# One {#x}\n\nText[^1] $x$ {{< figure src=\"../../x.png\" >}} [[b]].\n\n[^1]: n\n"), true)
	f.Add(at(".html"), []byte("<title>T</title><h1 id=a>One</h1><p>A <b>bold<i> word</b><img src='../../../etc/passwd'><a href='#a'>x</a><script>alert(1)</script>"), false)
	f.Add(at(".xml"), []byte(`<rss><channel><title>T</title><item><title>One</title><content:encoded><![CDATA[<p>x</p>]]></content:encoded><wp:post_type>post</wp:post_type></item></channel></rss>`), false)
	f.Add(at(".json"), []byte(`{"db":[{"data":{"posts":[{"title":"One","html":"<p>x</p>","status":"published"}]}}]}`), false)
	f.Add(at(".zip"), zipped(f, map[string]string{"../../evil.md": "# One\n\nx\n", "a/b.md": "# Two\n\n![](../../../p.png)\n", "a/p.png": "x"}), false)
	f.Add(at(".epub"), zipped(f, map[string]string{"META-INF/container.xml": `<container><rootfiles><rootfile full-path="../o.opf"/></rootfiles></container>`,
		"o.opf": `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`, "a.xhtml": "<p>x</p>"}), false)
	f.Add(at(".docx"), zipped(f, map[string]string{"word/document.xml": `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>`}), false)
	f.Fuzz(func(t *testing.T, ending uint8, data []byte, entries bool) {
		if len(data) > 20_000 {
			t.Skip()
		}
		dir := t.TempDir()
		source := filepath.Join(dir, "source"+endings[int(ending)%len(endings)])
		if err := os.WriteFile(source, data, 0o600); err != nil {
			t.Fatal(err)
		}
		m := KeepSections
		if entries {
			m = MakeEntries
		}
		today := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
		write := func(name string) map[string]string {
			ms, err := Read(t.Context(), []string{source}, m)
			if err != nil {
				return nil
			}
			out := filepath.Join(dir, name)
			if err := ms.Write(context.Background(), out, today); err != nil {
				t.Fatalf("it is read, and not written: %v", err)
			}
			return filesOf(t, out)
		}
		first := write("first")
		if now, err := os.ReadFile(source); err != nil || !bytes.Equal(now, data) {
			t.Fatalf("the file that is imported is not as it was: %v", err)
		}
		if there, err := os.ReadDir(dir); err != nil || len(there) > 2 {
			t.Fatalf("there are %v: %v", there, err)
		}
		if first == nil {
			return
		}
		for name, text := range first {
			if strings.HasSuffix(name, ".md") && !utf8.ValidString(text) {
				t.Errorf("%s is no text: %q", name, text)
			}
		}
		manuscript.Read(filepath.Join(dir, "first", "manuscript"), book.Contents{All: true})
		for name, text := range write("second") {
			if first[name] != text {
				t.Errorf("%s is %q, and then %q", name, first[name], text)
			}
		}
	})
}

// filesOf returns the files of a folder by their names.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
