package cover

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/wrap"
)

// look is the folder that covers are drawn into, for a person to look at: OCTAVO_LOOK=folder go test -run Look ./cover
func look(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("OCTAVO_LOOK")
	if dir == "" {
		t.Skip("OCTAVO_LOOK names no folder to draw into")
	}
	return dir
}

func drawn(t *testing.T, p *page.Page, dpi float64, file string) {
	t.Helper()
	img, err := raster.Page(p, dpi)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := raster.PNG(f, img); err != nil {
		t.Fatal(err)
	}
}

func TestLookFronts(t *testing.T) {
	dir := look(t)
	const in = page.In
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, _, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		drawn(t, Front(cfg, fonts, nil), 72, filepath.Join(dir, "epub-"+style+".png"))
		for i, title := range [][3]string{
			{"The Life and Strange Surprizing Adventures of Robinson Crusoe of York", "Mariner: Who Lived Eight and Twenty Years, All Alone in an Un-inhabited Island on the Coast of America", "Maria Antonia Fernández-Villaverde, Bartholomew Featherstonehaugh"},
			{"Rindfleischetikettierungsüberwachung", "Ein Roman", "Wren Halloran"}, {"If", "", "R. Kipling"}, {"A Short History of Nearly Everything in the World", "", "Wren Halloran"},
		} {
			c := *cfg
			c.Book.Title, c.Book.Subtitle, c.Book.Contributors = title[0], title[1], []config.Contributor{{Name: title[2], Role: "aut"}}
			drawn(t, Front(&c, fonts, nil), 50, filepath.Join(dir, fmt.Sprintf("long%d-%s.png", i, style)))
		}
		for name, size := range map[string][2]page.Length{"5x8": {5 * in, 8 * in}, "6x9": {6 * in, 9 * in}, "square": {17 * in / 2, 17 * in / 2}, "wide": {11 * in, 17 * in / 2}, "a4": {8268 * in / 1000, 11693 * in / 1000}, "card": {5 * in / 2, 7 * in / 2}} {
			p := &page.Page{Width: size[0], Height: size[1]}
			d := coverdesign.New(cfg, fonts)
			box := page.Box{W: p.Width, H: p.Height}
			p.Items = append(d.Backdrop(box, box), d.Front(coverdesign.Face{Live: box, Under: box, Safe: in / 8, Least: 6 * page.Pt})...)
			drawn(t, p, 50, filepath.Join(dir, name+"-"+style+".png"))
		}
	}
}

const blurb = `
blurb = """
Seventy-odd short maxims about selling, managing, and listening, each with the story that earned it, out of thirty years of notebooks.

Wren Halloran wrote down what her customers, her managers and her drivers said to her — and what *worked*. This is the pocket edition of that shelf: nothing to memorize, nothing to roll out on Monday, and something to steal on every page.

> The only sales book that I have read twice, and the only one that I have lent to my plumber.
>
> -- Dana Whitfield, Regional Sales Review

> Short, dry, true.
>
> -- Marcus Oyelaran
"""
bio = """
**Wren Halloran** has sold copiers, cranes and software for thirty years, in eleven states and one language. She lives in Duluth with a dog that closes better than she does.
"""
category = "Business / Sales"
price = "$18.00"
`

// booked opens a book in a style with more lines of book.toml.
func booked(t *testing.T, style, more string) (*config.Config, *book.Book, *textstyle.Fonts) {
	t.Helper()
	dir := booktest.Styled(t, "../../../..", style)
	file := filepath.Join(dir, config.File)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if at := bytes.Index(text, []byte("[cover]\n")); at >= 0 { // without the cover that it has
		end := bytes.Index(text[at:], []byte("\n[")) + 1
		text = slices.Delete(text, at, at+end)
	}
	if err := os.WriteFile(file, append(text, "\n[cover]\n"+more...), 0o644); err != nil {
		t.Fatal(err)
	}
	return booktest.Open(t, dir)
}

func wrapped(t *testing.T, style, more string, s *wrap.Sheet, file string, change func(*config.Config, *book.Book)) {
	t.Helper()
	cfg, bk, fonts := booked(t, style, more)
	if change != nil {
		change(cfg, bk)
		fonts = booktest.Fonts(t, cfg.Style, cfg.Book.Language)
	}
	doc, found := Wrap(cfg, fonts, bk, s)
	for _, d := range found {
		t.Logf("%s: %s %s", filepath.Base(file), d.Code, d.Message)
	}
	p := *doc.Pages[0]
	g := &page.Group{X: p.Bleed, Y: p.Bleed, Items: p.Items}
	p.Items, p.Width, p.Height = []page.Item{g}, p.Width+2*p.Bleed, p.Height+2*p.Bleed
	drawn(t, &p, 80, file)
}

func TestLookWraps(t *testing.T) {
	dir := look(t)
	const in = page.In
	name := func(kind, style string) string { return filepath.Join(dir, kind+"-"+style+".png") }
	for _, style := range strings.Fields(cmp.Or(os.Getenv("OCTAVO_LOOK_AT"), "classic modern large aldine")) {
		for _, binding := range bindings {
			wrapped(t, style, blurb, sheetOf(binding, 11*in/2, 17*in/2, 240, false), name(binding, style), nil)
			wrapped(t, style, blurb, sheetOf(binding, 11*in/2, 17*in/2, 240, false), name(binding+"-photo", style), func(c *config.Config, b *book.Book) {
				b.Cover.Photo = &book.Picture{Path: "photo.png", Format: "png", Data: pixels(t, 400, 600), Width: 400, Height: 600}
				b.Cover.Art = &book.Picture{Path: "art.png", Format: "png", Data: pixels(t, 600, 400), Width: 600, Height: 400}
				c.Cover.ArtOn = config.OnWrap
			})
		}
		wrapped(t, style, blurb, sheetOf(config.Paperback, 11*in/2, 17*in/2, 240, false), name("front-art", style), func(c *config.Config, b *book.Book) {
			b.Cover.Art = &book.Picture{Path: "art.png", Format: "png", Data: pixels(t, 600, 900), Width: 600, Height: 900}
			b.Cover.Photo = &book.Picture{Path: "photo.png", Format: "png", Data: pixels(t, 400, 600), Width: 400, Height: 600}
			b.Device = &book.Picture{Path: "device.png", Format: "png", Data: pixels(t, 300, 300), Width: 300, Height: 300}
		})
		for _, pages := range []int{30, 120, 400, 800} {
			wrapped(t, style, blurb, sheetOf(config.Paperback, 6*in, 9*in, pages, false), name(fmt.Sprintf("p%03d", pages), style), nil)
		}
		wrapped(t, style, "", sheetOf(config.Paperback, 6*in, 9*in, 200, false), name("bare", style), func(c *config.Config, _ *book.Book) { c.Book.Description = "" })
		wrapped(t, style, "", sheetOf(config.Paperback, 5*in, 8*in, 200, false), name("desc", style), nil)
		wrapped(t, style, longBlurb, sheetOf(config.Paperback, 5*in, 8*in, 200, false), name("long", style), nil)
		wrapped(t, style, german, sheetOf(config.Paperback, 5*in, 8*in, 300, false), name("german", style), func(c *config.Config, _ *book.Book) {
			c.Lang, _ = lang.Find("de-DE")
			c.Book.Language, c.Book.Title, c.Book.Subtitle = "de-DE", "Die Vermessung der Donaudampfschifffahrt", "Ein Lesebuch für Kapitäne und solche, die es werden wollen"
		})
		wrapped(t, style, hebrew, sheetOf(config.Paperback, 5*in, 8*in, 300, true), name("hebrew", style), func(c *config.Config, _ *book.Book) {
			c.Lang, _ = lang.Find("he")
			c.Book.Language, c.Book.Title, c.Book.Subtitle, c.Book.Publisher = "he", "ספר המשלים והמטפורות", "על המכירות ועל החיים", "הוצאת אוקטבו"
			c.Book.Contributors = []config.Contributor{{Name: "רן הלורן", Role: "aut"}}
		})
	}
}

const german = `
blurb = """
Siebzig kurze Sätze über das Verkaufen, das Führen und das Zuhören, jeder mit der Geschichte, die ihn verdient hat, aus dreißig Jahren Notizbüchern.

> Das einzige Verkaufsbuch, das ich zweimal gelesen habe, und das einzige, das ich meinem Klempner geliehen habe.
>
> -- Donaudampfschifffahrtsgesellschaftszeitung
"""
bio = "**Wren Halloran** verkauft seit dreißig Jahren Kopierer, Kräne und Software."
category = "Wirtschaft"
price = "18,00 €"
`

const hebrew = `
blurb = """
שבעים משפטים קצרים על מכירה, על ניהול ועל הקשבה, וכל אחד מהם עם הסיפור שהוליד אותו, מתוך שלושים שנה של מחברות.

> ספר המכירות היחיד שקראתי פעמיים.
>
> -- דנה ויטפילד
"""
bio = "רן הלורן מוכר כבר שלושים שנה."
category = "עסקים"
price = "₪ 72.00"
`

const longBlurb = `
blurb = """
Seventy-odd short maxims about selling, managing, and listening, each with the story that earned it, out of thirty years of notebooks. They were written down on napkins, on the backs of boarding passes and, once, on the hand of a district manager who had nothing else with him and could not wait.

Wren Halloran wrote down what her customers, her managers and her drivers said to her — and what *worked*. This is the pocket edition of that shelf: nothing to memorize, nothing to roll out on Monday, and something to steal on every page. You can read it in an evening, and you will be reading it for a year.

Read it before the meeting, after the meeting, or instead of it.

- Sixty maxims on customers and on those who serve them
- Eleven metaphors that have been worn in
- No acronyms

> The only sales book that I have read twice, and the only one that I have lent to my plumber. He has not given it back, and his invoices have become polite, short and, I am sorry to say, considerably higher.
>
> -- Dana Whitfield, Regional Sales Review

> Short, dry, true.
>
> -- Marcus Oyelaran
"""
bio = """
**Wren Halloran** has sold copiers, cranes and software for thirty years, in eleven states and one language. She lives in Duluth with a dog that closes better than she does, and teaches the night class in which most of these sentences were first contradicted.
"""
category = "Business / Sales"
`
