package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// TestLacking sets the classic style in a font without the features that it asks for: each is reported once, at its key.
func TestLacking(t *testing.T) {
	_, bk, atkinson := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "large"))
	cfg, _, garamond := booktest.Open(t, booktest.Kitchen)
	if l := lackingFeatures(cfg.Style, bk, garamond); len(l) > 0 {
		t.Errorf("EB Garamond lacks %v", l.Err())
	}
	first := bk.Chapters()[0]
	first.Blocks = append(first.Blocks, &book.Paragraph{Text: []book.Inline{&book.Text{Value: "the BBC"}}})
	cfg.Style.Mark.List = "𓀀"
	l := lackingFeatures(cfg.Style, bk, atkinson)
	var got []string
	for _, d := range l {
		if d.Code != "style-feature" || d.Severity != diag.Warning || d.End <= d.Pos.Offset || len(d.Notes) == 0 {
			t.Errorf("%+v", d)
		}
		got = append(got, string(d.Pos.Source.Text[d.Pos.Offset:d.End])+" "+strings.Fields(d.Message)[5])
	}
	if want := []string{`"old-style" old-style`, `"small-caps" small`, `"small-caps" small`, `"•" glyph`}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestLackingPress asks a font without swash capitals and flowers for both.
func TestLackingPress(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "modern"))
	if l := lackingFeatures(cfg.Style, bk, fonts); len(l) > 0 {
		t.Fatal(l.Err())
	}
	cfg.Style.Chapter.InitialFace, cfg.Style.Maxim.Face = config.Swash, config.Swash
	cfg.Style.Ornament.Signs, cfg.Style.Ornament.Tail = "◆❧", config.Sign
	var got []string
	for _, d := range lackingFeatures(cfg.Style, bk, fonts) {
		got = append(got, d.Code+" "+d.Message)
	}
	want := []string{
		"style-feature SourceSerif4-Italic has no swash capitals (swsh); italic ones stand in for them",
		"style-feature SourceSerif4-Italic has no swash capitals (swsh); italic ones stand in for them",
		"style-feature Source Serif 4 has no glyph for ❧; the ornaments do without",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// lines returns the runs of a page at each height, from the top, with where they begin.
func openingText(t *testing.T, cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) *page.Page {
	t.Helper()
	doc, _, _ := Set(cfg, bk, fonts)
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if a, ok := it.(*page.Anchor); ok && a.Name == bk.Parts[0].Chapters[0].ID {
				return p
			}
		}
	}
	t.Fatal("no opening")
	return nil
}

// TestInitial looks at the first paragraph of a chapter with every kind of initial: the letter is as high as it says,
// its foot stands on a line, the lines beside it are clear of it, and the text reads on as if it were not there.
func TestInitial(t *testing.T) {
	for _, kind := range []string{config.Drop, config.Raised} {
		for lines := 2; lines <= 5; lines++ {
			cfg, bk, fonts := booktest.Open(t, booktest.Kitchen)
			cfg.Style.Chapter.Initial, cfg.Style.Chapter.Lines, cfg.Style.Chapter.Lead = kind, lines, config.None
			p := openingText(t, cfg, bk, fonts)
			var letter *page.Text
			var rest []*page.Text
			for _, it := range p.Items {
				text, ok := it.(*page.Text)
				switch {
				case !ok:
				case text.Text == "":
					letter = text
				case letter != nil:
					rest = append(rest, text)
				}
			}
			if letter == nil {
				t.Fatalf("%s, %d lines: no initial", kind, lines)
			}
			grid := page.Length(cfg.Style.Text.Leading)
			first := rest[0]
			foot := first.Y
			if kind == config.Drop {
				foot += grid * page.Length(lines-1)
			}
			if letter.Y != foot {
				t.Errorf("%s, %d lines: the initial stands at %s, not %s", kind, lines, letter.Y, foot)
			}
			top := letter.Y - letter.Size*page.Length(fonts.Regular.CapHeight)/page.Length(fonts.Regular.Upem)
			want := first.Y - first.Size*page.Length(fonts.Regular.CapHeight)/page.Length(fonts.Regular.Upem)
			if kind == config.Raised {
				want -= grid * page.Length(lines-1)
			}
			if d := top - want; d > page.Pt/4 || d < -page.Pt/4 {
				t.Errorf("%s, %d lines: the initial's top is %s off", kind, lines, d)
			}
			if !strings.HasPrefix(first.Text, "The first paragraph") || len(first.Glyphs) > 0 && first.Glyphs[0].At != 0 {
				t.Errorf("%s, %d lines: the text begins %q", kind, lines, first.Text)
			}
			left, _, _, _ := fonts.Regular.Bounds(letter.Glyphs[0].ID)
			if at := letter.X + page.Length(left)*letter.Size/page.Length(fonts.Regular.Upem); at-page.Length(cfg.Style.Page.Inner) > 2 || at < page.Length(cfg.Style.Page.Inner)-2 {
				t.Errorf("%s, %d lines: the ink begins at %s", kind, lines, at)
			}
			if why := meets(p.Items); why != "" {
				t.Errorf("%s, %d lines: %s", kind, lines, why)
			}
			next := slices.IndexFunc(rest, func(t *page.Text) bool { return t.Y > letter.Y })
			if next < 0 || rest[next].X > page.Length(cfg.Style.Page.Inner) {
				t.Errorf("%s, %d lines: the line under the initial is moved in", kind, lines)
			}
		}
	}
}

// TestNoInitial asks for initials where there can be none.
func TestNoInitial(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	cfg.Style.Chapter.Initial = config.Drop
	s := (&interior{cfg: cfg, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(nil)
	c := s.column(s.textWidth)
	for _, text := range []string{"“1984.”", "1984 was a year.", "", "A", "“A", "…", " x", "“", "—No", "E\u0301tude", "“ ”"} {
		if i, _ := c.initial([]typeset.Inline{s.body().Span(text, diag.Pos{})}, 3); i != nil {
			t.Errorf("%q has an initial", text)
		}
	}
	for _, one := range [][3]string{{"I was", "I ", "was"}, {"“Quoted.”", "“Q", "uoted.”"}, {"’Tis", "’T", "is"}, {"« Un »", "« U", "n »"}, {"“‘A man", "“‘A ", "man"}} {
		i, rest := c.initial([]typeset.Inline{s.body().Span(one[0], diag.Pos{})}, 3)
		if i == nil || i.prefix != one[1] || rest[0].(*typeset.Span).Text != one[2] {
			t.Errorf("%q: %+v %v", one[0], i, rest)
		}
	}
	s.cfg.Lang, _ = lang.Find("nl") // has a letter of two characters
	for _, one := range [][3]string{{"IJsland is koud.", "IJ", "sland is koud."}, {"Ĳs", "Ĳ", "s"}, {"Ik was", "I", "k was"}} {
		i, rest := c.initial([]typeset.Inline{s.body().Span(one[0], diag.Pos{})}, 3)
		if i == nil || i.prefix != one[1] || rest[0].(*typeset.Span).Text != one[2] {
			t.Errorf("%q: %+v %v", one[0], i, rest)
		} else if run := i.items[0].(*page.Text); len(run.Glyphs) != len([]rune(one[1])) {
			t.Errorf("%q has %d glyphs", one[1], len(run.Glyphs))
		}
	}
	italic := s.body()
	italic.Italic = true
	if i, _ := c.initial([]typeset.Inline{italic.Span("Italic", diag.Pos{})}, 3); i != nil {
		t.Error("italics have an initial")
	}
	if opener([]book.Block{&book.Quote{Epigraph: true}, &book.Paragraph{}}) == nil ||
		opener([]book.Block{&book.Heading{}, &book.Paragraph{}}) != nil {
		t.Error("the paragraph that opens a chapter")
	}
}

// TestFurniture puts heads and folios in every place: nothing touches anything, nothing leaves the text's width, the
// folio is always there, and it is at the outer edge where it should be.
func TestFurniture(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	st := cfg.Style
	in := &interior{cfg: cfg, fonts: fonts, inner: page.Length(st.Page.Inner)}
	long := strings.Repeat("A Title That Goes On ", 9)
	for _, head := range []string{"", "Short", long, strings.ReplaceAll(long, " ", "")[:40]} {
		for _, headPlace := range []string{config.Top, config.Bottom} {
			for _, folioPlace := range []string{config.Top, config.Bottom} {
				for _, headAlign := range []string{config.Centered, config.Outer, config.Inner} {
					for _, folioAlign := range []string{config.Outer, config.Centered} {
						for _, recto := range []bool{true, false} {
							for _, opener := range []bool{true, false} {
								st.Head.Place, st.Folio.Place, st.Head.Align, st.Folio.Align = headPlace, folioPlace, headAlign, folioAlign
								st.Folio.Opener = folioAlign
								f := furniture{layout: in.layout(nil), recto: recto}
								f.stand(headline{words: [2]string{head}}, "128", opener)
								checkFurniture(t, &f, head != "" && !opener, folioAlign)
							}
						}
					}
				}
			}
		}
	}
}

func checkFurniture(t *testing.T, f *furniture, head bool, folioAlign string) {
	t.Helper()
	type box struct{ from, to, y page.Length }
	var boxes []box
	all := ""
	for _, it := range f.items {
		text, ok := it.(*page.Text)
		if !ok || strings.TrimSpace(text.Text) == "" {
			continue
		}
		b := box{text.X, text.X, text.Y}
		for _, g := range text.Glyphs {
			b.to += page.Length(g.Advance)
		}
		if b.from < -1 || b.to > f.textWidth+1 {
			t.Errorf("%q stands from %s to %s of %s", text.Text, b.from, b.to, f.textWidth)
		}
		for _, o := range boxes {
			if o.y == b.y && o.from < b.to+f.body().Size/2 && b.from < o.to+f.body().Size/2 {
				t.Errorf("%q touches what stands beside it: %v %v of %v %s %s", text.Text, b, o, f.textWidth, f.style.Head.Align, folioAlign)
			}
		}
		boxes = append(boxes, b)
		all += text.Text + "|"
		if text.Text == "128" && folioAlign == config.Outer && (f.recto && b.to < f.textWidth-1 || !f.recto && b.from > 1) {
			t.Errorf("the folio stands from %s to %s, recto %v", b.from, b.to, f.recto)
		}
	}
	if !strings.Contains(all, "128") || head && len(boxes) < 2 {
		t.Errorf("there is only %q", all)
	}
}
