package project_test

import (
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/project"
)

// TestPunctuated: what book.toml says has the quotation marks of the book's language; what names, finds or identifies is as it is typed.
func TestPunctuated(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"book.toml": `[book]
title = 'Das "Buch" des Lotsen -- und mehr...'
authors = ["Ada O'Neill"]
language = "de"
publisher = "Verlag 'Zum Hafen'"
rights = 'Siehe https://example.org/a--b "hier"'

[themes]
wer = 'Wer "da" ist'

[[review.reader]]
name = "Bo O'Brien"
`,
		"manuscript/1.md": "# Eins\n\n## Sag weniger.\n+++\nkind = \"meme\"\nthemes = [\"wer\"]\n+++\n\nSo.\n",
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p, err := project.Open(t.Context(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if len(p.Found) > 0 {
		t.Error(p.Found)
	}
	c, b := p.Cfg, p.Cfg.Book
	theme, _ := c.Theme(`wer "DA" ist`)
	for _, w := range []struct{ what, got, want string }{
		{"title", b.Title, "Das „Buch“ des Lotsen – und mehr…"}, {"author", b.Contributors[0].Name, "Ada O’Neill"},
		{"publisher", b.Publisher, "Verlag ‚Zum Hafen‘"}, {"line with an address", b.Rights, `Siehe https://example.org/a--b "hier"`},
		{"theme", c.Themes[0].Name, "Wer „da“ ist"}, {"reader", c.Review.Readers[0].Name, "Bo O'Brien"},
		{"slug", b.Slug, "das-buch-des-lotsen-und-mehr"}, {"theme by its name as it is typed", theme, "wer"},
	} {
		if w.got != w.want {
			t.Errorf("the %s is %q, want %q", w.what, w.got, w.want)
		}
	}
	typed, _ := config.LoadRoot(p.Root, p.Styles)
	if typed.Book.Identifier != b.Identifier || b.Identifier == "" {
		t.Errorf("the identifier is %q, as typed %q", b.Identifier, typed.Book.Identifier)
	}
}
