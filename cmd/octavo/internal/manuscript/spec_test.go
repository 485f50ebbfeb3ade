package manuscript

import (
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

type example struct {
	Markdown string
	HTML     string
	Example  int
	Section  string
}

// examples returns the 652 examples of the CommonMark specification, which goldmark's module carries.
func examples(t testing.TB) []example {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	var raw []byte
	if err == nil {
		raw, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	}
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skipf("the examples of the CommonMark specification are not at hand: %v", err)
	}
	var out []example
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	if len(out) != 652 {
		t.Fatalf("%d examples, want 652", len(out))
	}
	return out
}

// words returns a text's letters and digits in runs, dashes and quotes left out.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) })
}

// chapterWords returns the words of all that a chapter sets.
func chapterWords(c *book.Chapter) []string {
	var b strings.Builder
	walkText(c, &b)
	return words(b.String())
}

func walkText(c *book.Chapter, b *strings.Builder) {
	for _, i := range c.Title {
		b.WriteString(book.PlainText([]book.Inline{i}))
	}
	b.WriteByte('\n')
	visit := func(block book.Block) {
		b.WriteByte('\n')
		switch x := block.(type) {
		case *book.Code:
			b.WriteString(x.Language + "\n" + strings.Join(x.Lines, "\n"))
		case *book.HTML:
			b.WriteString(x.Text)
		}
		book.Runs(block, func(text []book.Inline) {
			b.WriteString(book.PlainText(text))
			b.WriteByte('\n')
		})
	}
	book.Walk(c.Blocks, visit)
	for _, n := range c.Notes {
		book.Walk(n.Blocks, visit)
	}
}

var (
	inlineTag = regexp.MustCompile(`</?(em|strong|code|a|del)( (?:[^>'"]|'[^']*'|"[^"]*")*)?>`)

	tag = regexp.MustCompile(`(?s)<!--.*?-->|<(?:[^>'"]|'[^']*'|"[^"]*")*>`)
	alt = regexp.MustCompile(`<img [^>]*?alt="([^"]*)"[^>]*>`)
)

// missing returns the words of want, with their numbers, that have does not have.
func missing(want, have []string) []string {
	count := map[string]int{}
	for _, w := range have {
		count[w]++
	}
	var out []string
	for _, w := range want {
		if count[w]--; count[w] < 0 {
			out = append(out, w)
		}
	}
	return out
}

func TestSpecificationLosesNoWord(t *testing.T) {
	for _, ex := range examples(t) {
		var have []string
		file := parse("example.md", []byte(ex.Markdown), reading{lang: lang.English(), alone: true})
		if slices.ContainsFunc(file.diags, func(d diag.Diagnostic) bool {
			return strings.HasPrefix(d.Code, "html-") || d.Code == "comment-unclosed"
		}) {
			continue // it is said, and nothing is built
		}
		for _, p := range file.chapters {
			have = append(have, chapterWords(p.chapter)...)
		}
		text := alt.ReplaceAllString(ex.HTML, " $1 ")
		text = inlineTag.ReplaceAllString(text, "")
		text = html.UnescapeString(tag.ReplaceAllString(text, " "))
		if lost := missing(words(text), have); len(lost) > 0 {
			t.Errorf("example %d (%s): lost %q\n%s\nhave %q", ex.Example, ex.Section, lost, ex.Markdown, have)
		}
	}
}
