package docx

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// load reads the book in a folder.
func load(t testing.TB, dir string) (*config.Config, *book.Book) {
	t.Helper()
	cfg, found := config.Load(dir, styles.FS)
	if found.HasErrors() {
		t.Fatal(found)
	}
	c := book.Contents{All: len(cfg.Contents.Parts) == 0}
	list := func(names []string) (out []book.File) {
		for _, n := range names {
			out = append(out, book.File{Name: n})
		}
		return out
	}
	c.Front, c.Back = list(cfg.Contents.Front), list(cfg.Contents.Back)
	for _, p := range cfg.Contents.Parts {
		c.Parts = append(c.Parts, book.PartFiles{Title: p.Title, Chapters: list(p.Chapters)})
	}
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), c)
	return cfg, bk
}

func written(t testing.TB, cfg *config.Config, bk *book.Book, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, cfg, bk, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCircle reads back what was written: every paragraph says what the block at its place says.
func TestCircle(t *testing.T) {
	cfg, bk := load(t, "../../../..")
	b := written(t, cfg, bk, Options{Copy: "wtd-7f3a91c2"})
	back, err := Read(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if back.Copy != "wtd-7f3a91c2" || len(back.Comments)+len(back.Edits) > 0 {
		t.Errorf("copy %q, %d comments, %d edits", back.Copy, len(back.Comments), len(back.Edits))
	}
	type place struct {
		file   string
		offset int
	}
	have := map[place]*Paragraph{}
	for i := range back.Paragraphs {
		p := &back.Paragraphs[i]
		if p.Was != p.Now {
			t.Errorf("%q became %q", p.Was, p.Now)
		}
		if p.Own {
			have[place{p.File, p.Offset}] = p
		}
	}
	seen := 0
	look := func(at book.Inline, pos diag.Pos, text []book.Inline) {
		if at != nil {
			pos = at.Start()
		}
		p := have[place{pos.Source.Name, pos.Offset}]
		if p == nil {
			t.Errorf("%s: no paragraph was made from it", pos)
			return
		}
		seen++
		links := false // one without words prints those of what it leads to
		book.WalkInlines(text, func(in book.Inline) {
			if l, ok := in.(*book.Link); ok && len(l.Text) == 0 {
				links = true
			}
		})
		if want := book.PlainText(text); !links && strings.TrimSpace(p.Was) != want {
			t.Errorf("%s: %q became %q", pos, want, p.Was)
		}
	}
	for _, ch := range bk.Chapters() {
		look(nil, ch.Pos, ch.Title)
		ch.Walk(func(b book.Block) {
			switch b := b.(type) {
			case *book.Paragraph:
				look(nil, b.Pos, b.Text)
			case *book.Heading:
				look(nil, b.Pos, b.Text)
			case *book.Entry:
				look(nil, b.Pos, b.Maxim)
			case *book.Figure:
				if len(b.Caption) > 0 {
					look(b.Caption[0], diag.Pos{}, b.Caption)
				}
			}
		}, nil)
	}
	if seen < 400 {
		t.Errorf("only %d paragraphs were looked at", seen)
	}
	if again := written(t, cfg, bk, Options{Copy: "wtd-7f3a91c2"}); !bytes.Equal(b, again) {
		t.Error("written again the file is another")
	}
}

// TestTableCaptions: a table's caption is a paragraph of its own above the table, kept with it, and comes back as such, wherever it
// was written.
func TestTableCaptions(t *testing.T) {
	const table = "| Day | Boats |\n| --- | --- |\n| Monday | three |\n"
	for _, text := range []string{"# T\n\nTable: The ferries\n\n" + table, "# T\n\n" + table + "\n: The ferries\n"} {
		cfg, bk := load(t, bookOf(t, harbourTOML, text))
		file := written(t, cfg, bk, Options{})
		back := readOf(t, file)
		caption := slices.IndexFunc(back.Paragraphs, func(p Paragraph) bool { return p.Was == "The ferries" })
		if caption < 0 || !back.Paragraphs[caption].Own {
			t.Fatalf("%q: no caption among %v", text, back.Paragraphs)
		}
		_, texts := parts(t, file)
		body := texts["word/document.xml"]
		at := strings.Index(body, "The ferries")
		above := body[strings.LastIndex(body[:at], "<w:p>"):at]
		if !strings.Contains(above, `<w:pStyle w:val="Caption"/>`) || !strings.Contains(above, "<w:keepNext/>") || at > strings.Index(body, "<w:tbl>") {
			t.Errorf("%q: the caption is %s", text, above)
		}
	}
}
