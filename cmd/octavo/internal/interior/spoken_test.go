package interior

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// oneChapter writes a book of one chapter and returns its folder.
func oneChapter(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	err := os.WriteFile(filepath.Join(dir, config.File), []byte("[book]\ntitle = \"T\"\nauthors = [\"A B\"]\n"), 0o644)
	if err == nil {
		err = os.Mkdir(filepath.Join(dir, "manuscript"), 0o755)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "manuscript", "c.md"), []byte(text), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Words in another language are divided and shaped as that wants, and the structure records their language.
func TestSpoken(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, oneChapter(t, "# T\n\nText.\n"))
	chapter, _ := manuscript.ParseChapter("c.md", []byte(
		"# T\n\nAn [incompréhensibilité *notoire*]{lang=fr-CA}, an [organization]{lang=en-GB} and *more*.\n"))
	node := &page.Node{Kind: page.NodeParagraph}
	s := &layout{fonts: fonts, style: cfg.Style}
	for _, in := range s.spans(chapter.Blocks[0].(*book.Paragraph).Text, textstyle.Style{Fonts: fonts, Size: 10 * page.Pt, Node: node}) {
		span, lang := in.(*typeset.Span), ""
		if span.Node != node {
			if span.Node.Kind != page.NodeSpan {
				t.Errorf("%q is content of a %s", span.Text, span.Node.Kind)
			}
			lang = span.Node.Lang
		}
		want := map[string]string{"incompréhensibilité ": "fr-CA", "notoire": "fr-CA", "organization": "en-GB"}[span.Text]
		if own := cmp.Or(lang, "en-US"); lang != want || span.Solid || span.Font.Lang.Tag != own {
			t.Errorf("%q: language %q, shaped in %s, solid %t", span.Text, lang, span.Font.Lang.Tag, span.Solid)
		}
	}
	if len(node.Children) != 2 {
		t.Errorf("%d children of the paragraph", len(node.Children))
	}
}

// TestForeignWords: words in a language that has patterns are divided, in others they are not.
func TestForeignWords(t *testing.T) {
	word := strings.Repeat("international ", 60)
	hyphens := func(source string) int {
		cfg, bk, fonts := booktest.Open(t, oneChapter(t, "# T\n\n"+source+"\n"))
		doc, _, _ := Set(cfg, bk, fonts)
		n := 0
		for _, p := range doc.Pages {
			for _, item := range p.Items {
				if text, ok := item.(*page.Text); ok && strings.HasSuffix(text.Text, "\u00AD") {
					n++
				}
			}
		}
		return n
	}
	if n := hyphens(word); n == 0 {
		t.Error("a long English word is never divided: the test proves nothing")
	}
	if n := hyphens("[" + strings.Repeat("incompréhensible constitution ", 40) + "fin]{lang=fr}"); n == 0 {
		t.Error("no French word is divided")
	}
	if n := hyphens("[" + strings.TrimSpace(word) + "]{lang=ga}"); n > 0 {
		t.Errorf("%d Irish words are divided", n)
	}
}

// TestSpokenDescriptions: the description of a picture is in the language that the picture has.
func TestSpokenDescriptions(t *testing.T) {
	chapter, found := manuscript.ParseChapter("c.md", []byte("# T\n\nA ![mot juste](x.png){lang=fr} here.\n"))
	if len(found) > 0 {
		t.Error(found)
	}
	img, ok := chapter.Blocks[0].(*book.Paragraph).Text[1].(*book.Image)
	if !ok || img.Alt != "mot juste" || img.Lang != "fr" {
		t.Fatalf("%+v", chapter.Blocks[0].(*book.Paragraph).Text[1])
	}
	if n := figureNode(&page.Node{Kind: page.NodeParagraph}, img); n == nil || n.Alt != img.Alt || n.Lang != "fr" {
		t.Errorf("%+v", n)
	}
}
