package htmlbook

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/markdown"
)

// kindNames are the kinds of Left as the golden files call them.
var kindNames = map[LeftKind]string{
	Unknown: "unknown", Chrome: "chrome", Hidden: "hidden", Media: "media", Merged: "merged", Layout: "layout", Drawing: "drawing",
	Formula: "formula", Deep: "deep",
}

// describe writes a page as Markdown, with what was left out after it.
func describe(p *Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %q, language %q\n\n", p.Title, p.Lang)
	b.Write(markdown.Blocks(p.Blocks, markdown.Typed))
	for _, l := range p.Left {
		fmt.Fprintf(&b, "\n%s: %s <%s> %q", l.Pos, kindNames[l.Kind], l.Tag, l.Words)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) < 5 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		scope := WholePage
		if bytes.Contains(text, []byte("<li>loose item")) {
			scope = Fragment
		}
		src := &diag.Source{Name: filepath.Base(file), Text: text}
		p, err := Read(Source{Text: text, At: func(at int) diag.Pos { return diag.Pos{Source: src, Offset: at} }}, scope)
		if err != nil {
			t.Fatal(err)
		}
		golden.Equal(t, strings.TrimSuffix(file, ".html")+".golden", []byte(describe(p)))
	}
}
