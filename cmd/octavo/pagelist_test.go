package main

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
)

// TestPageListOfPrint holds the EPUB's page breaks against the printed pages themselves: what follows a break is what the
// first line of that page says.
func TestPageListOfPrint(t *testing.T) {
	slow(t)
	t.Parallel()
	for _, dir := range []string{"../..", filepath.Join("internal", "booktest", "testdata", "kitchen"), copyInLayout(t, "numbered"),
		copyInLayout(t, "run-in")} {
		p, err := project.Open(t.Context(), dir, project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		pages := p.Interior().Pages
		var file bytes.Buffer
		if err := epub.Write(&file, p.Cfg, p.Book, epub.Assets{Pages: pages}); err != nil {
			t.Fatal(err)
		}
		follows := afterBreaks(t, file.Bytes())
		listed, same := 0, 0
		for i := range pages.Pages {
			p := &pages.Pages[i]
			got, ok := follows[p.Label]
			if !ok {
				if p.Kind == pagemap.Chapter {
					t.Errorf("%s: page %s is not in the EPUB", dir, p.Label)
				}
				continue
			}
			listed++
			if p.Kind != pagemap.Chapter || p.First || len(p.Lines) == 0 || !p.Start.IsValid() {
				continue
			}
			k := slices.IndexFunc(p.Lines, func(l pagemap.Line) bool { return l.Start == p.Start }) // not the end of a list of what to see
			if k >= 0 && k+1 < len(p.Lines) && kindLine.MatchString(p.Lines[k].Text) {
				k++ // the EPUB says under the maxim what print says above it
			}
			if k < 0 {
				continue
			}
			line, _, _ := strings.Cut(p.Lines[k].Text, "\u00AD") // a word that goes on in the next line
			line = listLabel.ReplaceAllString(line, "$1")        // an e-reader makes it
			want := words(line)
			want = want[:min(len(want), 4)]
			heard := strings.Join(words(got), " ")
			if len(want) > 0 && !maximNumber.MatchString(want[0]+" ") {
				heard = maximNumber.ReplaceAllString(heard, "") // which hangs beside the line on paper
			}
			first, _, _ := strings.Cut(heard, " ")
			switch {
			case len(want) == 0:
			case strings.HasPrefix(heard, strings.Join(want, " ")):
				same++
			case !strings.HasSuffix(first, want[0]): // else it is the rest of a divided word
				t.Errorf("%s: page %s begins with %q, its break stands before %.40q", dir, p.Label, line, heard)
			}
		}
		if listed < 15 || same < 2 {
			t.Errorf("%s: %d pages, %d breaks at their words", dir, listed, same)
		}
	}
}

// listLabel matches a letter before an item of a list, which stands close to the item's first word in the text of a line.
var listLabel = regexp.MustCompile(`^[a-z]{1,4}[.)](\pL)`)

// TestIndexPagesOfPrint does the same for the indexes: a page of one begins at the same line in both.
func TestIndexPagesOfPrint(t *testing.T) {
	slow(t)
	t.Parallel()
	for _, style := range []string{"classic", "large"} {
		p, err := project.Open(t.Context(), copyInStyle(t, style), project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		in := p.Interior()
		var file bytes.Buffer
		if err := epub.Write(&file, p.Cfg, p.Book, epub.Assets{Pages: in.Pages}); err != nil {
			t.Fatal(err)
		}
		follows := afterBreaks(t, file.Bytes())
		turned := 0
		for i, place := range in.Pages.Pages {
			if place.Kind != pagemap.Index || place.First {
				continue
			}
			turned++
			var printed strings.Builder
			for _, it := range page.Placed(in.Doc.Pages[i].Items) {
				if text, ok := it.(*page.Text); ok {
					printed.WriteString(text.Text)
				}
			}
			want := letters(follows[place.Label])
			want = want[:min(len(want), 24)]
			// The page is drawn from its text on.
			if at := strings.Index(letters(printed.String()), want); want == "" || at != 0 {
				t.Errorf("%s: page %s has %q at letter %d of %.200q", style, place.Label, want, at, letters(printed.String()))
			}
		}
		if turned < 6 {
			t.Errorf("%s: only %d pages of indexes are turned to", style, turned)
		}
	}
}

// maximNumber is the number of a maxim before its words.
var maximNumber = regexp.MustCompile(`^\d+ `)

// kindLine is the line that says what an entry is.
var kindLine = regexp.MustCompile(`^(?:meme|metaphor)(?: · |$)`)

// afterBreaks is the text after each page break of an EPUB, by the page's label.
func afterBreaks(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	mark := regexp.MustCompile(`<(?:span|div) class="pagebreak"[^>]*aria-label="(\w+)"></(?:span|div)>`)
	tag := regexp.MustCompile(`<[^>]*>`)
	out := map[string]string{}
	for _, f := range z.File {
		if filepath.Ext(f.Name) != ".xhtml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		pg, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range mark.FindAllSubmatchIndex(pg, -1) {
			label := string(pg[at[2]:at[3]])
			if _, twice := out[label]; twice {
				t.Errorf("page %s begins twice", label)
			}
			rest := pg[at[1]:min(len(pg), at[1]+2000)]
			out[label] = html.UnescapeString(string(tag.ReplaceAll(rest, []byte(" "))))
		}
	}
	return out
}
