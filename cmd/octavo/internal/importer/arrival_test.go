package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// counted makes words that tell their number: each is another one.
type counted struct{ n int }

func (c *counted) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = countedWord(c.n)
		c.n++
	}
	return strings.Join(out, " ")
}

func countedWord(n int) string {
	return fmt.Sprintf("q%c%c%cz", 'a'+n/26/26%26, 'a'+n/26%26, 'a'+n%26)
}

var countedWords = regexp.MustCompile(`(?i)\bq[a-z]{3}z\b`)

// html returns a chapter in HTML that has each kind of block.
func (c *counted) html() string {
	return "<h1>" + c.words(3) + "</h1><p>" + c.words(5) + " <em>" + c.words(2) + "</em> <b>" + c.words(2) + "</b>, <a href=\"https://a.example\">" + c.words(2) + "</a><br>" + c.words(2) + "</p>" +
		"<blockquote><p>" + c.words(6) + "</p></blockquote><ul><li>" + c.words(2) + "</li><li>" + c.words(2) + "<ol><li>" + c.words(3) + "</li></ol></li></ul><h2>" + c.words(4) + "</h2>" +
		"<table><tr><th>" + c.words(1) + "</th><th>" + c.words(1) + "</th></tr><tr><td>" + c.words(2) + "</td><td>" + c.words(2) + "</td></tr></table><pre>" + c.words(2) + "\n" + c.words(2) + "</pre>" +
		"<dl><dt>" + c.words(2) + "</dt><dd>" + c.words(3) + "</dd></dl><hr><p>" + c.words(20) + "</p><div>" + c.words(4) + "<section>" + c.words(4) + "</section></div>"
}

// markdown returns a chapter in Markdown that has forms of other programs.
func (c *counted) markdown() string {
	return "# " + c.words(3) + "\n\n" + c.words(5) + " {++" + c.words(2) + "++} $" + c.words(1) + "^2$ \\emph{" + c.words(2) + "} [@" + c.words(1) + "].\n\n> [!NOTE]\n> " + c.words(4) +
		"\n\n{% hint style=\"info\" %}\n" + c.words(4) + "\n{% endhint %}\n\n<Tabs>" + c.words(2) + "</Tabs>\n\n- [ ] " + c.words(2) + "\n- " + c.words(2) + "\n\n" +
		countedTable(c) + "\n\n[" + c.words(2) + "][nowhere] and [[" + c.words(2) + "]].\n\n## " + c.words(4) + "\n\n" + c.words(20) + "\n"
}

// countedTable returns a table that is drawn with dashes.
func countedTable(c *counted) string {
	return fmt.Sprintf("%-8s %s\n-------- --------\n%-8s %s", c.words(1), c.words(1), c.words(1), c.words(1))
}

// plain returns a chapter in plain text.
func (c *counted) plain(n int) string {
	return fmt.Sprintf("CHAPTER %d\n\n%s\n%s\n\n%s _%s_ %s\n\n* * *\n\n%s\n", n, c.words(9), c.words(9), c.words(3), c.words(2), c.words(3), c.words(20))
}

// TestOrder holds that every word of a source arrives once, in the author's order.
func TestOrder(t *testing.T) {
	for _, source := range []struct {
		name string
		make func(c *counted) string // returns the source's file or folder
	}{
		{"a page", func(c *counted) string {
			return filepath.Join(folderOf(t, map[string]string{"a.html": c.html() + c.html()}), "a.html")
		}},
		{"a folder of pages", func(c *counted) string {
			return folderOf(t, map[string]string{"1.html": c.html(), "2.html": c.html(), "10.html": c.html()})
		}},
		{"an EPUB", func(c *counted) string {
			files := map[string]string{}
			var spine []string
			for i := range 4 {
				name := fmt.Sprintf("c%d.xhtml", i)
				files[name] = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + strings.NewReplacer("<br>", "<br/>", "<hr>", "<hr/>").Replace(c.html()) + "</body></html>"
				spine = append(spine, name)
			}
			return epubOf(t, "<dc:title>T</dc:title>", "", files, spine...)
		}},
		{"plain text", func(c *counted) string {
			return filepath.Join(folderOf(t, map[string]string{"a.txt": c.plain(1) + "\n\n" + c.plain(2) + "\n\n" + c.plain(3)}), "a.txt")
		}},
		{"a folder of Markdown", func(c *counted) string {
			return folderOf(t, map[string]string{"1.md": c.markdown(), "2.md": c.markdown(), "10.md": c.markdown()})
		}},
		{"a zip file", func(c *counted) string {
			file := filepath.Join(t.TempDir(), "a.zip")
			if err := os.WriteFile(file, zipped(t, map[string]string{"1.md": c.markdown(), "2.md": c.markdown()}), 0o666); err != nil {
				t.Fatal(err)
			}
			return file
		}},
	} {
		t.Run(source.name, func(t *testing.T) {
			var c counted
			files := imported(t, KeepSections, source.make(&c))
			var names []string
			for name := range files {
				if strings.HasPrefix(name, "manuscript/") && strings.HasSuffix(name, ".md") {
					names = append(names, name)
				}
			}
			slices.SortFunc(names, natural)
			var text strings.Builder
			for _, name := range names {
				text.WriteString(files[name] + "\n")
			}
			got := countedWords.FindAllString(text.String(), -1)
			for i := range max(len(got), c.n) {
				if i >= len(got) || i >= c.n || strings.ToLower(got[i]) != countedWord(i) {
					t.Fatalf("%d words of %d; word %d is not %s in\n%s", len(got), c.n, i, countedWord(i), text.String())
				}
			}
		})
	}
}
