package interior

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

// openings are the first words of chapters: letters with a tail, with an open side, that lean and that are words, and one after
// a quotation mark; and words in capitals.
var openings = []string{"A gull", "As soon", "John saw", "Long ago", "On Monday", "Quietly", "The ferry", "Very few", "We heard", `"Go on," said`,
	"NATO says", "A NATO man said", `"NATO," they said,`}

const goesOn = " there was a boat at the pier that no one had seen before, black from stem to stern and as long as the pier itself, and the" +
	" children who fished for crabs there had pulled up their lines and gone home to say so. Nobody believed them until the bell of the" +
	" customs house rang, by itself as it seemed, and went on ringing until the tide turned."

// initialsBook writes a book with a chapter for each opening and returns its folder.
func initialsBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, words := range openings {
		write(fmt.Sprintf("manuscript/%02d.md", i), "# Chapter\n\n"+words+goesOn+"\n")
	}
	write(config.File, "[book]\ntitle = \"Initials\"\nauthors = [\"A. Tester\"]\ndate = 2026-01-01\n")
	return dir
}

// TestInitialPages holds a page for each opening against pages that were looked at.
func TestInitialPages(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, initialsBook(t))
	doc, pages, _ := Set(cfg, bk, fonts)
	var out []*page.Page
	for i, p := range pages.Pages {
		if p.Kind == pagemap.Chapter && p.First {
			out = append(out, doc.Pages[i])
		}
	}
	if len(out) != len(openings) {
		t.Fatalf("%d chapters open, not %d", len(out), len(openings))
	}
	booktest.PagesEqual(t, "initials-classic.golden", out)
}

// TestInitialsAreClear: in every style, no letter's ink meets the box of a glyph beside or below it, the text is whole, and the
// lines beside a letter follow it.
func TestInitialsAreClear(t *testing.T) {
	most := 5
	if testing.Short() {
		most = 2
	}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, _, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		s := (&interior{cfg: cfg, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(nil)
		for _, kind := range []string{config.Drop, config.Raised} {
			for lines := 2; lines <= most; lines++ {
				cfg.Style.Chapter.Initial, cfg.Style.Chapter.Lines = kind, lines
				for _, letter := range strings.Split("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ç Æ Œ Þ Ø “Q “J", " ") {
					for _, next := range []string{"jyfl", " “jb”", "“l”"} {
						text := letter + next + goesOn + goesOn
						items := setOpening(s.column(s.textWidth), text)
						if why := meets(items); why != "" {
							t.Errorf("%s, %s, %d lines, %q: %s", style, kind, lines, letter+next, why)
						}
						if got := readItems(items); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
							t.Errorf("%s, %s: %q reads %q", style, kind, text, got)
						}
					}
				}
			}
		}
	}
}

// TestSwashInitials: an initial in italic or with a swash is of the italic font, in the second ink, clear of the text beside it,
// and after a word of one letter the next word keeps its space.
func TestSwashInitials(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "aldine"))
	s := (&interior{cfg: cfg, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(nil)
	plain := fonts.Italic.Glyph('A')
	for _, face := range []string{config.Italic, config.Swash} {
		cfg.Style.Chapter.InitialFace = face
		for _, letter := range strings.Split("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z “Q", " ") {
			for _, next := range []string{"jyfl", " man"} {
				items := setOpening(s.column(s.textWidth), letter+next+goesOn+goesOn)
				if why := meets(items); why != "" {
					t.Errorf("%s, %q: %s", face, letter+next, why)
				}
				if got := readItems(items); !strings.HasPrefix(got, letter+next) {
					t.Errorf("%s, %q reads %q", face, letter+next, got)
				}
				i := slices.IndexFunc(items, func(it page.Item) bool {
					x, ok := it.(*page.Text)
					return ok && x.Size > 3*page.Length(cfg.Style.Text.Size)
				})
				if i < 0 {
					t.Fatalf("%s, %q: no initial", face, letter)
				}
				initial := items[i].(*page.Text)
				if initial.Font != fonts.Italic.Font || !initial.Color.Second {
					t.Errorf("%s, %q: of %s, in %v", face, letter, initial.Font.Name, initial.Color)
				}
				if letter == "A" && (initial.Glyphs[0].ID == plain) != (face == config.Italic) {
					t.Errorf("%s: glyph %d, where the plain one is %d", face, initial.Glyphs[0].ID, plain)
				}
			}
		}
	}
}

// setOpening sets a paragraph that begins a chapter and returns its items, each row under the one before it.
func setOpening(c *column, text string) (items []page.Item) {
	set := typeset.Setting{Measure: c.width(), Align: c.align, Hyphenator: c.hyphenator()}
	c.firstParagraph([]typeset.Inline{c.body().Span(text, diag.Pos{})}, set)
	c.setFirst()
	body := pageBody{}
	for _, b := range c.flow {
		body.stack(b.Ways[0].Rows, 0)
	}
	return body.items
}

// meets says where the ink of an initial meets the box of a glyph of the text.
func meets(items []page.Item) string {
	var letter *page.Text
	for _, it := range items {
		if t, ok := it.(*page.Text); ok && t.Text == "" && (letter == nil || t.Size > letter.Size) {
			letter = t
		}
	}
	if letter == nil {
		return "no initial"
	}
	shape := contourOf(letter.Font, letter.Glyphs[0].ID, letter.Size)
	for _, it := range items {
		t, ok := it.(*page.Text)
		if !ok || t.Text == "" {
			continue
		}
		x, unit := t.X, func(v int) page.Length { return page.Length(v) * t.Size / page.Length(t.Font.Upem) }
		for _, g := range t.Glyphs {
			left, bottom, _, top := t.Font.Bounds(g.ID)
			up := letter.Y - t.Y
			if ink, ok := shape.right(up+unit(bottom), up+unit(top)); ok && top > bottom && letter.X+ink > x+unit(left) {
				return fmt.Sprintf("the ink reaches %s, %q begins at %s", letter.X+ink, t.Text, x+unit(left))
			}
			x += page.Length(g.Advance)
		}
	}
	return ""
}

func readItems(items []page.Item) string {
	var b strings.Builder
	for _, it := range items {
		if t, ok := it.(*page.Text); ok {
			b.WriteString(strings.ReplaceAll(t.Text, "\u00AD", ""))
		}
	}
	return b.String()
}

// insetsOf returns how far the first lines of an opening are moved in.
func insetsOf(t *testing.T, c *column, text string, lines int) []page.Length {
	t.Helper()
	i, _ := c.initial([]typeset.Inline{c.body().Span(text, diag.Pos{})}, lines)
	if i == nil {
		t.Fatalf("%q has no initial", text)
	}
	return i.insets
}

// TestContour: lines follow the letter that they stand beside, and a tail moves in the lines that it reaches.
func TestContour(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	cfg.Style.Chapter.Initial = config.Drop
	s := (&interior{cfg: cfg, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(nil)
	c := s.column(s.textWidth)
	for _, letter := range "ALTVWYP" {
		in := insetsOf(t, c, string(letter)+"n other", 3)
		if rising := in[0] < in[1] && in[1] < in[2]; len(in) != 3 || rising != strings.ContainsRune("AL", letter) {
			t.Errorf("%c: lines are moved in by %v", letter, in)
		}
	}
	if in := insetsOf(t, c, "Ordinary", 3); len(in) != 3 || in[1] <= in[0] || in[1] <= in[2] {
		t.Errorf("O: lines are moved in by %v", in)
	}
	for _, text := range []string{"Quite", "John"} {
		if in := insetsOf(t, c, text, 3); len(in) != 4 {
			t.Errorf("%s: lines are moved in by %v", text, in)
		}
	}
	word, part := insetsOf(t, c, "I was", 3), insetsOf(t, c, "It was", 3)
	if d := word[0] - part[0]; d != page.SpaceAt(fonts.Regular.Font, page.Length(cfg.Style.Text.Size)) || word[1] != part[1] {
		t.Errorf("beside a word lines are moved in by %v, beside a letter by %v", word, part)
	}
	cfg.Style.Chapter.Initial = config.Raised
	if in := insetsOf(t, c, "Quite", 3); len(in) != 2 {
		t.Errorf("raised: lines are moved in by %v", in)
	}
	for r := 'A'; r <= 'Z'; r++ {
		const size = 50 * page.Pt
		f := fonts.Regular.Font
		left, bottom, right, _ := f.Bounds(f.Glyph(r))
		shape := contourOf(f, f.Glyph(r), size)
		gotLeft, foot := shape.sides()
		gotRight, _ := shape.right(-size, size)
		unit := size / page.Length(f.Upem)
		for _, d := range []page.Length{gotLeft - page.Length(left)*unit, foot - page.Length(bottom)*unit, gotRight - page.Length(right)*unit} {
			if d < -page.Pt/4 || d > page.Pt/4 {
				t.Errorf("%c: the contour is %s off", r, d)
			}
		}
	}
}

// TestShortOpening: beside a paragraph of few lines an initial is smaller, and beside one line there is none.
func TestShortOpening(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	cfg.Style.Chapter.Initial, cfg.Style.Chapter.Lines = config.Drop, 4
	s := (&interior{cfg: cfg, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(nil)
	height := func(measure page.Length, text string) (page.Length, int) {
		c := s.column(measure)
		for _, it := range setOpening(c, text) {
			if t, ok := it.(*page.Text); ok && t.Text == "" {
				return (t.Size*page.Length(t.Font.CapHeight)/page.Length(t.Font.Upem) + s.grid()) / s.grid(), len(c.flow[0].Ways[0].Rows)
			}
		}
		return 0, len(c.flow[0].Ways[0].Rows)
	}
	words := strings.Fields("Every " + goesOn)
	var seen []page.Length // how many lines the initials are high
	for n := range words {
		lines, rows := height(s.textWidth, strings.Join(words[:n+1], " "))
		if int(lines) > rows || rows == 1 && lines > 0 || rows > 5 && lines != 4 {
			t.Errorf("%d words in %d lines: an initial of %d lines", n+1, rows, lines)
		}
		seen = append(seen, lines)
	}
	slices.Sort(seen)
	if want := []page.Length{0, 2, 3, 4}; !slices.Equal(slices.Compact(seen), want) {
		t.Errorf("initials of %v lines, want %v", slices.Compact(seen), want)
	}
	if lines, _ := height(90*page.Pt, "Walter "+goesOn); lines != 2 {
		t.Errorf("in a narrow measure, an initial of %d lines", lines)
	}
	if _, n := utf8.DecodeRuneInString("“"); openingMarks("“ ") != n+1 || openingMarks(" A") != 0 || openingMarks("’s Morgens") != len("’s ") || openingMarks("’s morgens") != len("’") {
		t.Error("opening marks")
	}
}

// TestOpens: chapters begin on right pages, or on the next page where the style says so; those that follow a part's title, and
// those before the body, on right pages in any case.
func TestOpens(t *testing.T) {
	for _, opens := range []string{config.Recto, config.Any} {
		versos := 0
		for _, dir := range []string{initialsBook(t), booktest.Kitchen} {
			cfg, bk, fonts := booktest.Open(t, dir)
			cfg.Style.Chapter.Opens = opens
			doc, pages, _ := Set(cfg, bk, fonts)
			after := pagemap.Blank
			for i, p := range pages.Pages {
				verso := i%2 == 1
				if p.First && p.Kind == pagemap.Chapter && verso {
					versos++
					if opens == config.Recto || after != pagemap.Chapter {
						t.Errorf("opens = %s: %s opens on page %s, after %s", opens, p.ID, doc.Pages[i].Label, after)
					}
				}
				if p.First && p.Kind == pagemap.PartTitle && verso {
					t.Errorf("opens = %s: part %s opens on a verso", opens, p.ID)
				}
				if opens == config.Any && dir != booktest.Kitchen && p.Kind == pagemap.Blank && after == pagemap.Chapter && i < len(pages.Pages)-2 {
					t.Errorf("page %d is blank", i+1)
				}
				if p.Kind != pagemap.Blank {
					after = p.Kind
				}
			}
		}
		if (versos > 0) != (opens == config.Any) {
			t.Errorf("opens = %s: %d chapters open on a verso", opens, versos)
		}
	}
}
