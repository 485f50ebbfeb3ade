package interior

import (
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// The copyright page names every ISBN with its form, in the book's language, and the only printed one without.
func TestISBNs(t *testing.T) {
	const chapter = "# Eins\n\nWorte.\n"
	for _, c := range []struct {
		isbn string
		want []string
	}{
		{`print = "0-306-40615-2"`, []string{"ISBN 0-306-40615-2"}},
		{`print = "0-306-40615-2", hardcover = "978-3-16-148410-0", epub = "978-1-86197-876-9"`,
			[]string{"ISBN 0-306-40615-2 (broschiert)", "ISBN 978-3-16-148410-0 (gebunden)", "ISBN 978-1-86197-876-9 (EPUB)"}},
	} {
		cfg, bk, fonts := booktest.Open(t, written(t, "language = \"de\"\nisbn = {"+c.isbn+"}\n[pages]\ncatalog = false\n", chapter))
		doc, m, _ := Set(cfg, bk, fonts)
		var rows []string
		for i, p := range doc.Pages {
			if m.Pages[i].Kind == pagemap.Copyright {
				rows = append(rows, rowsOf(p, func(x *page.Text) bool { return x.Node != nil })...)
			}
		}
		var got []string
		for _, r := range rows {
			if len(r) > 4 && r[:4] == "ISBN" {
				got = append(got, r)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
