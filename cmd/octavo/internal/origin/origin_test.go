package origin

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
)

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>`

// report returns whose work a book of these files is.
func report(t *testing.T, files map[string]string) *Report {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cfg, bk, _ := booktest.Open(t, dir)
	return Of(cfg, bk)
}

// short returns a report in a few lines.
func short(r *Report) string {
	if r == nil {
		return "nothing"
	}
	out := fmt.Sprintf("words %v, pictures %v, cover %q, translation %q", r.Words, r.Pictures, r.Cover, r.Translation)
	for _, p := range r.Places {
		out += fmt.Sprintf("\n%s %s %s %d", p.What, p.Name, p.Origin, p.Words)
	}
	return out
}

// TestOf: a book in which each level says something else than the one around it.
func TestOf(t *testing.T) {
	const head = "[book]\ntitle = \"B\"\nauthors = [\"A\"]\n"
	const entry = "## Two words.\n+++\nkind = \"meme\"\nid = \"one\"\n%s+++\nThree more words.\n\n![sea](sea.svg)%s\n"
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"nobody says anything": {map[string]string{"book.toml": head, "manuscript/a.md": "# One\n\nFour words of text.\n"}, "nothing"},
		"the book": {map[string]string{"book.toml": head + "origin = \"ai-assisted\"\n", "manuscript/a.md": "# One\n\nFour words of text.\n"},
			"words {0 5 0}, pictures {0 0 0}, cover \"\", translation \"\"\nbook  ai-assisted 0"},
		"a translation": {map[string]string{"book.toml": head + "translation = \"ai\"\n", "manuscript/a.md": "# One\n\nFour words of text.\n"},
			"words {5 0 0}, pictures {0 0 0}, cover \"\", translation \"ai\"\ntranslation  ai 0"},
		// The book is an AI's, the file a person's with help, the entry a person's, the picture in it an AI's.
		"every level disagrees": {map[string]string{"book.toml": head + "origin = \"ai\"\n",
			"manuscript/a.md":    "---\norigin: ai-assisted\n---\n\n# One\n\nFour words of text.\n\n" + fmt.Sprintf(entry, "origin = \"human\"\n", "{origin=ai}"),
			"manuscript/b.md":    "# Two\n\nThree words here.\n\n![sky](sky.svg)\n",
			"manuscript/sea.svg": drawing, "manuscript/sky.svg": drawing},
			"words {5 5 4}, pictures {0 0 2}, cover \"\", translation \"\"\nbook  ai 0\nfile a.md ai-assisted 10\npicture sea.svg ai 0"},
		// A picture has the origin of its entry, unless the table of pictures has another for it.
		"a picture in an entry": {map[string]string{"book.toml": head, "manuscript/a.md": "# One\n\n" + fmt.Sprintf(entry, "origin = \"ai\"\n", ""),
			"manuscript/sea.svg": drawing}, "words {1 0 5}, pictures {0 0 1}, cover \"\", translation \"\"\nentry one ai 5"},
		"the table of pictures": {map[string]string{"book.toml": head + "[origins]\n\"sea.svg\" = \"human\"\n",
			"manuscript/a.md": "# One\n\n" + fmt.Sprintf(entry, "origin = \"ai\"\n", ""), "manuscript/sea.svg": drawing},
			"words {1 0 5}, pictures {1 0 0}, cover \"\", translation \"\"\nentry one ai 5"},
		// What is shown twice counts once, as the machine's if one of the two says so.
		"a picture shown twice": {map[string]string{"book.toml": head, "manuscript/a.md": "# One\n\n![sea](sea.svg)\n\n![sea](sea.svg){origin=ai}\n",
			"manuscript/sea.svg": drawing}, "words {1 0 0}, pictures {0 0 1}, cover \"\", translation \"\"\npicture sea.svg ai 0"},
		"a draft counts nowhere": {map[string]string{"book.toml": head, "manuscript/a.md": "# One\n\n" + fmt.Sprintf(entry, "origin = \"ai\"\nstatus = \"draft\"\n", "{origin=ai}"),
			"manuscript/sea.svg": drawing}, "words {1 0 0}, pictures {0 0 0}, cover \"\", translation \"\""},
		"the cover": {map[string]string{"book.toml": head + "[cover]\nart = \"sea.svg\"\n[origins]\n\"sea.svg\" = \"ai\"\n", "manuscript/a.md": "# One\n\nFour words of text.\n",
			"manuscript/sea.svg": drawing}, "words {5 0 0}, pictures {0 0 0}, cover \"ai\", translation \"\"\ncover sea.svg ai 0"},
	} {
		if got := short(report(t, c.files)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestKDP(t *testing.T) {
	for _, c := range []struct {
		r    Report
		want Declaration
	}{
		{Report{}, Declaration{None, None, None}},
		{Report{Words: Amount{Human: 5, Assisted: 5}, Translation: book.Assisted}, Declaration{None, None, None}},
		{Report{Words: Amount{Human: 5, AI: 1}, Pictures: Amount{AI: 2}, Translation: book.AI}, Declaration{Some, All, All}},
		{Report{Words: Amount{AI: 1}, Pictures: Amount{AI: 2}, Cover: book.Human}, Declaration{All, Some, None}},
		{Report{Pictures: Amount{Human: 2}, Cover: book.AI}, Declaration{None, Some, None}},
		{Report{Cover: book.AI}, Declaration{None, All, None}},
	} {
		if got := c.r.KDP(); got != c.want {
			t.Errorf("%s: %+v, want %+v", strings.SplitN(short(&c.r), "\n", 2)[0], got, c.want)
		}
	}
}
