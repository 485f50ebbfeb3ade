package cards

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// cardTrims are sizes that cards come in, in tenths of a millimetre, upright and lying.
var cardTrims = map[string][2]int{
	"poker": {635, 889}, "bridge": {572, 889}, "tarot": {699, 1207}, "mini": {445, 635}, "us-business": {889, 508},
	"eu-business": {850, 550}, "ID-1": {856, 540}, "poker lying": {889, 635}, "ID-1 upright": {540, 856},
	"postcard": {1050, 1480}, "small": {400, 560},
}

func trimmed(cfg *config.Config, name string) {
	t := cardTrims[name]
	cfg.Deck.Card = config.Size{W: config.Length(page.TenthsOfMm(t[0])), H: config.Length(page.TenthsOfMm(t[1]))}
}

// numbered returns a map of pages on which every entry stands on a page of its own.
func numbered(bk *book.Book) *pagemap.Map {
	m := &pagemap.Map{}
	for i, e := range bk.Entries() {
		m.Pages = append(m.Pages, pagemap.Page{Label: strconv.Itoa(i + 10), Anchors: []string{e.ID}})
	}
	return m
}

// says returns all that a face says.
func says(p *page.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok {
			b.WriteString(t.Text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestFaces sets the shipped deck in every design on every card and asks what a knife and a reader ask: every text stands
// inside the safe part, grounds reach the bleed, the front says the maxim whole, the back says what it is.
func TestFaces(t *testing.T) {
	styles := []string{"classic", "modern", "large", "aldine"}
	if testing.Short() {
		styles = styles[:1]
	}
	for _, style := range styles {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		for name := range cardTrims {
			for _, qr := range []string{"", "https://example.org/{id}"} { // without bleed, and with a code and bleed
				trimmed(cfg, name)
				cfg.Deck.Bleed, cfg.Deck.QR = 0, qr
				if qr != "" {
					cfg.Deck.Bleed = config.Length(page.TenthsOfMm(30))
				}
				cards, found := Faces(cfg, bk, fonts, numbered(bk), bk.Entries()[:25])
				for _, d := range found {
					if d.Code != "card-cut" && d.Code != "card-left-out" && (d.Code != "card-overflow" || style != "large") && (d.Code != "card-code" || name != "mini") {
						t.Errorf("%s %s: %s %s", style, name, d.Code, d.Message)
					}
				}
				checkFaces(t, fmt.Sprint(style, " ", name, " ", qr), cfg, bk, cards)
				others := append(themeCards(cfg, bk, fonts, bk.Entries()), titleCard(cfg, bk, fonts, 75),
					blankCard(cfg, bk, fonts))
				for _, c := range others {
					checkFace(t, style+" "+name+" "+c.ID, cfg, c.Front)
					checkFace(t, style+" "+name+" "+c.ID, cfg, c.Back)
				}
			}
		}
	}
}

func checkFaces(t *testing.T, what string, cfg *config.Config, bk *book.Book, cards []impose.Card) {
	t.Helper()
	entries := map[string]*book.Entry{}
	for _, e := range bk.Entries() {
		entries[e.ID] = e
	}
	for _, c := range cards {
		for side, p := range []*page.Page{c.Front, c.Back} {
			checkFace(t, fmt.Sprint(what, " ", c.ID, " side ", side), cfg, p)
		}
		e := entries[c.ID]
		want := book.PlainText(e.Maxim)
		if e.Card != "" {
			want = e.Card
		}
		if got := says(c.Front); !strings.Contains(got, want) {
			t.Errorf("%s: the front says %q, not %q", what, got, want)
		}
		back := strings.ToLower(says(c.Back))
		for _, word := range []string{string(e.Kind), "p. "} {
			if !strings.Contains(back, word) {
				t.Errorf("%s: the back of %s does not say %q: %q", what, c.ID, word, back)
			}
		}
	}
}

// checkFace asks of a face what a knife asks, and that nothing stands on anything else.
func checkFace(t *testing.T, what string, cfg *config.Config, p *page.Page) {
	t.Helper()
	d := &cfg.Deck
	if p.Width != page.Length(d.Card.W) || p.Height != page.Length(d.Card.H) || p.Bleed != page.Length(d.Bleed) {
		t.Fatalf("%s: a face of %s by %s with %s of bleed", what, p.Width, p.Height, p.Bleed)
	}
	boxes := make([]page.Box, len(p.Items))
	for i, it := range p.Items {
		if boxes[i], _ = page.Extent(it); near(p, it, safeArea) {
			t.Errorf("%s: %s too near the edge", what, wordsOf(it))
		}
	}
	for i, a := range p.Items {
		for k, b := range p.Items[:i] {
			if overlap(boxes[i], boxes[k]) && solid(a, b) {
				t.Errorf("%s: %q over %q", what, wordsOf(a), wordsOf(b))
			}
		}
	}
}

func wordsOf(it page.Item) string {
	if t, ok := it.(*page.Text); ok {
		return t.Text
	}
	return fmt.Sprintf("%T", it)
}

// TestAccents: signs over capitals, and tails under letters, stand inside the area that print services call safe, on cards of every size.
func TestAccents(t *testing.T) {
	const eighth = page.In / 8
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		cfg.Book.Title, cfg.Book.Contributors = "Ấ Qj", nil
		for i := range cfg.Themes {
			cfg.Themes[i].Name = []string{"Écoute", "Ắ Ų Åç", "Zuhören"}[i%3]
		}
		for i := range cfg.Kinds {
			cfg.Kinds[i].Name = "Ỗ Ģç"
		}
		for name := range cardTrims {
			trimmed(cfg, name)
			cards, _ := Faces(cfg, bk, fonts, numbered(bk), bk.Entries()[:12])
			cards = append(append(cards, themeCards(cfg, bk, fonts, bk.Entries())...), titleCard(cfg, bk, fonts, 75), blankCard(cfg, bk, fonts))
			for _, c := range cards {
				for side, p := range []*page.Page{c.Front, c.Back} {
					for _, it := range p.Items {
						if near(p, it, eighth) {
							t.Errorf("%s %s %s side %d: %s too near the edge", style, name, c.ID, side, wordsOf(it))
						}
					}
				}
			}
		}
	}
}

// Solid says whether two items may not stand in one place: a text and another, or a mark.
func solid(a, b page.Item) bool {
	t, ok := a.(*page.Text)
	if !ok {
		return false
	}
	switch b := b.(type) {
	case *page.Text:
		return true
	case *page.Path:
		return b.Fill != nil && t.Color != (page.Color{}) // white stands on a badge
	}
	return false
}

// TestFit: what does not fit at the smallest size is an error at the text, which says by how many words, and is cut off nowhere.
func TestFit(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	long := bk.Entries()[3]
	long.Card = strings.Repeat("word ", 200) + "end"
	cards, found := Faces(cfg, bk, fonts, nil, []*book.Entry{long})
	if len(found) == 0 || found[0].Code != "card-overflow" || found[0].Pos != long.Pos ||
		!strings.Contains(found[0].Message, "words too many") {
		t.Fatalf("got %v", found)
	}
	fonts.Hyphenator = nil
	other := bk.Entries()[4]
	other.Card = "Beware of " + strings.Repeat("xqzk", 12) + "."
	if _, found := Faces(cfg, bk, fonts, nil, []*book.Entry{other}); len(found) != 1 ||
		!strings.Contains(found[0].Message, "xqzkxqzk.\" is too wide") {
		t.Errorf("got %v", found)
	}
	if got := says(cards[0].Front); strings.Count(got, "word") != 200 || !strings.Contains(got, "end") {
		t.Errorf("words are lost: %q", got)
	}
}

// TestLegible: a colour too pale for small type is said at its place, with one that would do.
func TestLegible(t *testing.T) {
	for _, style := range []string{"classic", "large"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		cfg.Deck.Colors = []config.ThemeColor{{Theme: "service", Color: contrast.RGB{R: 0xd0, G: 0x80}, Path: "deck.colors.service"},
			{Theme: "people", Color: contrast.RGB{R: 0x20, G: 0x20, B: 0x80}}}
		_, found := Faces(cfg, bk, fonts, nil, bk.Entries())
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "card-cut" })
		if len(found) != 1 || found[0].Code != "card-contrast" || found[0].Severity != diag.Warning || len(found[0].Notes) != 1 {
			t.Fatalf("%s: %v", style, found)
		}
		dark := &cfg.Deck.Colors[0].Color
		if _, err := fmt.Sscanf(found[0].Notes[0], `"#%02x%02x%02x"`, &dark.R, &dark.G, &dark.B); err != nil {
			t.Fatal(err)
		}
		if _, found := Faces(cfg, bk, fonts, nil, bk.Entries()); len(found.With("card-contrast")) > 0 {
			t.Errorf("%s: what was advised does not do: %v", style, found)
		}
	}
	for i, ink := range inks {
		for _, ground := range []int{0, 20} {
			if c := contrast.Of(luminance(ink), luminance(tint(ink, ground))); c < 4.5 {
				t.Errorf("ink %d has a contrast of %.2f to %d %% of itself", i, c, ground)
			}
		}
		if sum := int(ink.C) + int(ink.M) + int(ink.Y) + int(ink.K); sum > mostInk {
			t.Errorf("ink %d is %d %% of ink", i, sum)
		}
	}
	if c := contrast.Of(luminance(page.Black), luminance(page.Color{})); c < 20.9 || c > 21.1 {
		t.Errorf("black on white has a contrast of %.2f", c)
	}
	if c := process(contrast.RGB{B: 64}); int(c.C)+int(c.M)+int(c.Y)+int(c.K) > mostInk {
		t.Errorf("#000040 takes %v", c)
	}
}

// TestSentences cuts prose as a reader would.
func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"One. Two? Three!":                    "One.|Two?|Three!",
		"Mr. Rowe saw J. R. Ewing. He left.":  "Mr. Rowe saw J. R. Ewing.|He left.",
		"“Quit that,” she said. “And go.” So": "“Quit that,” she said.|“And go.”|So",
		"It cost 3.5 percent. of it":          "It cost 3.5 percent. of it",
		"":                                    "",
		"No stop at all ":                     "No stop at all",
	} {
		var got []string
		at := 0
		for _, end := range lang.English().SentenceEnds(text) {
			got = append(got, strings.TrimSpace(text[at:end]))
			at = end
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

// TestSentencesOfLanguages cuts prose with the signs of other languages.
func TestSentencesOfLanguages(t *testing.T) {
	for _, c := range [][2]string{
		{"fr", "Vraiment\u202F? «\u202FOui\u202F!\u202F»|Il part à 5\u202Fh.|«\u202FBien.\u202F»|Voilà."},
		{"de", "Es ist z.\u202FB. Montag.|„Gut.“|»Nein.«|Am 3. Mai kam er."},
		{"es", "¿Quién es?|¡Nadie!|«Bien.»|Y calló."},
		{"el", "Τι είναι;|Τίποτα.|Ναι."},
		{"en", "It rained; Ada left.|So it went."},
		{"ru", "«Да.»|А. С. Пушкин писал.|Конец."},
		{"ar", "ما هذا؟|هذا بيت."},
	} {
		l, known := lang.Find(c[0])
		if !known {
			t.Fatal(c[0])
		}
		text := strings.ReplaceAll(c[1], "|", " ")
		var got []string
		at := 0
		for _, end := range l.SentenceEnds(text) {
			got = append(got, strings.TrimPrefix(text[at:end], " "))
			at = end
		}
		want := c[1]
		if c[0] == "fr" {
			want = strings.Replace(want, "? «", "?|«", 1)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c[0], s, want)
		}
	}
}

// TestEmphasis: what an author stressed in a maxim is stressed on its card.
func TestEmphasis(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	e := bk.Entries()[0]
	e.Maxim = []book.Inline{&book.Text{Value: "Sell "},
		&book.Emph{Text: []book.Inline{&book.Text{Value: "less"}}},
		&book.NoteMark{Note: &book.Note{Number: 1}}, &book.Text{Value: " and better."}}
	e.Card = ""
	cards, _ := Faces(cfg, bk, fonts, nil, []*book.Entry{e})
	for _, it := range cards[0].Front.Items {
		if x, ok := it.(*page.Text); ok && x.Text == "less" && x.Font == fonts.Italic.Font {
			return
		}
	}
	t.Errorf("%q", says(cards[0].Front))
}

// BenchmarkFaces sets the deck of a book of a thousand maxims.
func BenchmarkFaces(b *testing.B) {
	cfg, bk, fonts := booktest.Open(b, "../../../..")
	entries := bk.Entries()
	var chapter *book.Chapter
	for _, ch := range bk.Chapters() {
		if ch.Role == book.Body {
			chapter = ch
		}
	}
	for n := len(entries); n < 1000; n++ {
		e := *entries[n%len(entries)]
		e.ID = "copy-" + strconv.Itoa(n)
		chapter.Blocks = append(chapter.Blocks, &e)
	}
	pages := numbered(bk)
	for b.Loop() {
		if cards, _ := Faces(cfg, bk, fonts, pages, bk.Entries()); len(cards) < 950 {
			b.Fatal(len(cards))
		}
	}
}

// TestThemeCards: the numbers of all cards stand on the theme cards, each once.
func TestThemeCards(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	cards := themeCards(cfg, bk, fonts, bk.Entries())
	if len(cards) != 1 || cards[0].ID != themesCardID {
		t.Fatalf("%d cards", len(cards))
	}
	seen := map[int]int{}
	for _, p := range []*page.Page{cards[0].Front, cards[0].Back} {
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok || !strings.ContainsAny(x.Text, "0123456789") || x.X > p.Width/2 {
				continue
			}
			for _, part := range strings.Split(x.Text, ", ") {
				var from, to int
				if n, _ := fmt.Sscanf(part, "%d–%d", &from, &to); n == 1 {
					to = from
				}
				for n := from; n <= to; n++ {
					seen[n]++
				}
			}
		}
	}
	all, _ := Faces(cfg, bk, fonts, nil, bk.Entries())
	for n := 1; n <= len(all); n++ {
		if seen[n] != 1 {
			t.Errorf("card %d is listed %d times", n, seen[n])
		}
	}
	for want, numbers := range map[string][]int{"1": {1}, "1, 2, 4": {1, 2, 4}, "1–3, 7, 9–12": {1, 2, 3, 7, 9, 10, 11, 12}} {
		if got := ranges(numbers); got != want {
			t.Errorf("%v: %q, want %q", numbers, got, want)
		}
	}
}

// TestTitleCard: the first card says whose deck it is and how many cards it has.
func TestTitleCard(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	c := titleCard(cfg, bk, fonts, 75)
	for _, want := range []string{"Write This Down", "Wren Halloran"} {
		if got := says(c.Front); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	for _, want := range []string{"75 cards", "Meme", "Metaphor", "2026"} {
		if got := says(c.Back); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

// TestCrowded: the long name of a theme stands whole on the back and on the card of themes, where the front has no room for
// it; a card that is too small for its words is said.
func TestCrowded(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		for _, card := range []string{"mini", "ID-1", "poker"} {
			trimmed(cfg, card)
			name := "Negotiation & the very long game"
			cfg.Themes[0].Name = name
			cards, found := Faces(cfg, bk, fonts, nil, bk.Entries()[:1])
			for _, d := range found {
				if d.Code != "card-overflow" && d.Code != "card-cut" {
					t.Errorf("%s on %s: %s %s", style, card, d.Code, d.Message)
				}
			}
			if got := says(cards[0].Back); !strings.Contains(strings.ToLower(got), strings.ToLower(name)) {
				t.Errorf("%s on %s: the back says %q", style, card, got)
			}
			themes := themeCards(cfg, bk, fonts, bk.Entries())[0]
			if got := says(themes.Front); !strings.Contains(got, name) {
				t.Errorf("%s on %s: the themes are %q", style, card, got)
			}
			if found := inspect(themes, diag.Pos{}, 0, ""); len(found) > 0 {
				t.Errorf("%s on %s: %v", style, card, found)
			}
		}
		cards, _ := Faces(cfg, bk, fonts, nil, bk.Entries()[:1])
		for _, it := range cards[0].Front.Items {
			if t, ok := it.(*page.Text); ok {
				t.X = page.Pt
				break
			}
		}
		if found := inspect(cards[0], bk.Entries()[0].Pos, 0, "do this"); len(found) != 1 || found[0].Code != "card-safe" || found[0].Pos != bk.Entries()[0].Pos {
			t.Errorf("%s: %v", style, found)
		}
	}
}

// TestGlyphs: a character that the card's font does not have is said.
func TestGlyphs(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	e := bk.Entries()[0]
	e.Card = "Sell 𓀀 less."
	_, found := Faces(cfg, bk, fonts, nil, []*book.Entry{e})
	if len(found) != 1 || found[0].Code != "glyph-missing" || !strings.Contains(found[0].Message, "𓀀") {
		t.Errorf("%v", found)
	}
}

// TestKitchenDeck holds the deck of a book in which every construct occurs, in every style, against the dumps that a
// reader has approved.
func TestKitchenDeck(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		cards, found := Faces(cfg, bk, fonts, numbered(bk), bk.Entries())
		if len(found.With("card-cut")) != len(found) {
			t.Error(found)
		}
		cards = append(cards, titleCard(cfg, bk, fonts, len(cards)), blankCard(cfg, bk, fonts))
		var faces []*page.Page
		for _, c := range append(cards, themeCards(cfg, bk, fonts, bk.Entries())...) {
			faces = append(faces, c.Front, c.Back)
		}
		booktest.PagesEqual(t, "kitchen-cards-"+style+".golden", faces)
	}
}

// TestNumberOnCards asks that the front of a numbered maxim's card has the maxim's number, or the card's own where the style wants
// that.
func TestNumberOnCards(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		cfg.CardStyle = cfg.Style
		for i, e := range bk.Entries() {
			e.Number = 700 + i
		}
		third := bk.Entries()[2:3]
		for shown, want := range map[bool]string{true: "702", false: "3"} {
			cfg.CardStyle.Card.Number = shown
			cards, _ := Faces(cfg, bk, fonts, nil, third)
			if got := strings.Fields(says(cards[0].Front)); !slices.Contains(got, want) {
				t.Errorf("%s: the front says %q, and not the number %s", style, got, want)
			}
		}
	}
}
