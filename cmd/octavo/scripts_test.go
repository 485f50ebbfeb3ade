package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// scriptsBook is the folder of an English book with words in the scripts of the world, marked and not, in every place that has words.
func scriptsBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.toml": "[book]\ntitle = \"Words of Others\"\nauthors = [\"A. Tester\"]\nlanguage = \"en-US\"\ndate = 2026-01-01\n[themes]\nwords = \"Words\"\n",
		"manuscript/01.md": `# Peace: שלום, سلام, 平和

The word [שלום]{lang=he} is *peace*, as [سلام]{lang=ar} is, and [平和（へいわ）]{lang=ja}, 和平, 평화, мир and εἰρήνη are. Unmarked, שלום (1974) and
سلام stand in the line as well; ✓ ★ ☎ and 👍🏽 are signs.

> 「平和は一日にして成らず。」と彼は言った。
>
> -- **אָדָם**

| English | עברית | 日本語 |
| --- | --- | --- |
| peace | שלום | 平和 |

## Say שלום first.
+++
kind = "meme"
id = "say-peace"
themes = ["words"]
+++

In a note[^1] and in code, ` + "`→ שלום 平和`" + `.

[^1]: سلام، and 「はい」.
`,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestWordsInOtherScripts makes every output of a book with words in other scripts, in which no page shows a missing glyph.
func TestWordsInOtherScripts(t *testing.T) {
	dir := scriptsBook(t)
	if out, errs, err := octavo(t, nil, "build", "-C", dir); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", "*.pdf"))
	if err != nil || len(files) != 2 {
		t.Fatalf("the PDFs are %q, %v", files, err)
	}
	for _, file := range files {
		// A deck has no structure, which preflight finds; the question here is about glyphs.
		if out, errs, _ := octavo(t, nil, "preflight", file); !regexp.MustCompile(`pass +missing glyphs +none`).MatchString(out) {
			t.Errorf("%s:\n%s%s", file, out, errs)
		}
	}
}
