package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFrontMatterInOutputs holds what front matter says of a chapter in the EPUB and in a Word file.
func TestFrontMatterInOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes whole books")
	}
	t.Parallel()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"Ferries\"\nauthors = [\"Ada Quill\"]\n[pages]\nchapter_dates = true\n" +
			"[review]\n[[review.reader]]\nname = \"Dana\"\nformats = [\"docx\"]\n",
		"manuscript/01.md": "---\ntitle: The ferry\nsubtitle: How *forty* waited\nauthor: Ben Roe\ndate: 2021-10-04\n---\n\nIt was autumn.\n",
		"manuscript/02.md": "---\ntitle: Le bac\nlang: fr\nauthor: ada quill\n---\n\nIl n'en dit rien.\n",
	})
	for _, args := range [][]string{{"build", "--only", "epub"}, {"review"}} {
		if _, stderr, err := octavo(t, nil, append(args, "-C", dir)...); err != nil {
			t.Fatalf("%v: %v %s", args, err, stderr)
		}
	}
	for file, wants := range map[string][]string{
		"build/ferries.epub": {`<p class="subtitle">How <em>forty</em> waited</p>`, `<p class="byline">Ben Roe</p>`, `<p class="dateline">4 October 2021</p>`,
			`.chapter > .below + p`, `lang="fr">Il n’en dit rien.`},
		"build/review/ferries-dana.docx": {"waited", "Ben Roe", "4 October 2021", "Il n’en dit rien."},
	} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		all := unzipped(t, data)
		for _, want := range wants {
			if !strings.Contains(all, want) {
				t.Errorf("%s lacks %q", file, want)
			}
		}
		if strings.Contains(strings.ToLower(all), `<p class="byline">ada`) {
			t.Errorf("%s names the book's author under a chapter", file)
		}
	}
}
