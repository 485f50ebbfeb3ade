package interior

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// written writes a book of one chapter, and what else its book.toml says.
func written(t *testing.T, toml, chapter string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "manuscript"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		config.File:        "[book]\ntitle = \"T\"\nauthors = [\"A B\"]\n" + toml,
		"manuscript/01.md": chapter,
	} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// chapterRows are the lines of the pages of chapters.
func chapterRows(doc *page.Document, m *pagemap.Map) (rows []string) {
	for i, p := range doc.Pages {
		if m.Pages[i].Kind == pagemap.Chapter {
			rows = append(rows, rowsOf(p, func(x *page.Text) bool { return x.Node != nil })...)
		}
	}
	return rows
}

// TestLinkStops holds where the stop stands of a link that gets the number of its page: once, and after the number.
func TestLinkStops(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "", `# One

A see [stand up](#stand-up).

B see [stand up.](#stand-up)

C see [stand up.](#stand-up).

D see [stand up,](#stand-up) and go.

E see “[stand up.”](#stand-up)

F see [](#stand-up)

G see [](#stand-up) and go.

H see [](#stand-up).

I see [what, now?](#stand-up)

J see [well…](#stand-up) and [*up.*](#stand-up)

## Stand up.

Text.
`))
	doc, m, _ := Set(cfg, bk, fonts)
	rows := chapterRows(doc, m)
	for i := range rows {
		rows[i] = strings.ReplaceAll(rows[i], "\u00A0", " ")
	}
	for _, want := range []string{"A see stand up (page 1).", "B see stand up (page 1).", "C see stand up (page 1).", "D see stand up (page 1), and go.",
		"E see “stand up” (page 1).", "F see Stand up (page 1).", "G see Stand up (page 1) and go.", "H see Stand up (page 1).",
		"I see what, now? (page 1)", "J see well… (page 1) and up (page 1)."} {
		if !slices.Contains(rows, want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(rows, "\n"))
		}
	}
}

// TestMissingGlyphs lets no box through: what nobody has is an error where it stands, and only that.
func TestMissingGlyphs(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, "", "# The m² of it\n\nOf *m²* and **m²**, `a → λ`,\nand of */ˈɑːtʃ/*.\n\nThen comes *a 𓀀*, and 𓀀, in `𓀀 𓀀`.\n"))
	_, _, found := Set(cfg, bk, fonts)
	var got []string
	for _, d := range found {
		if d.Code == "glyph-missing" {
			got = append(got, string(d.Pos.Source.Text[d.Pos.Offset-1:d.Pos.Offset+len("𓀀")])+strings.Fields(d.Message)[1])
		}
	}
	want := []string{" 𓀀EBGaramond-Italic,", " 𓀀EBGaramond-Regular,", "`𓀀CourierPrime-Regular,"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
