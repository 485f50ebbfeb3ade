package cards

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/selection"
)

// deckOf returns the shipped book's deck, as some settings have it.
func deckOf(t *testing.T, change func(*config.Deck), entries int) (*Deck, *config.Config) {
	t.Helper()
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	change(&cfg.Deck)
	all, err := Choose(cfg, bk, selection.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	grid, found := Lay(cfg)
	d, more := NewDeck(cfg, bk, fonts, nil, all[:entries])
	if found.HasErrors() || more.HasErrors() {
		t.Fatal(found, more)
	}
	d.Grid = grid
	return d, cfg
}

// ids are what stands in the cells of the fronts of a deck's sheets, by the labels of their groups' faces.
func faces(d *Deck, doc *page.Document, front bool) (out []string) {
	name := map[*page.Item]string{} // a face is told by its items
	for _, c := range append(slices.Clone(d.Cards), d.blank) {
		for i, p := range []*page.Page{c.Front, c.Back} {
			if p != nil && len(p.Items) > 0 {
				name[&p.Items[0]] = fmt.Sprintf("%s %d", c.ID, i)
			}
		}
	}
	for _, p := range doc.Pages {
		if front != strings.HasSuffix(p.Label, "front") {
			continue
		}
		for _, it := range p.Items {
			if g, ok := it.(*page.Group); ok && len(g.Items) > 0 {
				out = append(out, name[&g.Items[0]])
			}
		}
	}
	return out
}

// A sheet is filled: title, themes, each card as often as it is asked for, and cards to write on, each back behind its front.
func TestSheetsOfADeck(t *testing.T) {
	d, _ := deckOf(t, func(k *config.Deck) { k.Copies = 2 }, 3)
	doc := d.Sheets()
	got := faces(d, doc, true)
	entry := func(i int) string { return d.Cards[len(d.Cards)-3+i].ID + " 0" }
	want := []string{d.Cards[0].ID + " 0", d.Cards[1].ID + " 0", entry(0), entry(0), entry(1), entry(1), entry(2), entry(2), d.blank.ID + " 0"}
	if !slices.Equal(got, want) || len(doc.Pages) != 3 || d.Entries() != 6 {
		t.Errorf("%d pages with %q, want %q", len(doc.Pages), got, want)
	}
	for i, back := range faces(d, doc, false) {
		if strings.TrimSuffix(back, " 1") != strings.TrimSuffix(got[i], " 0") {
			t.Errorf("back %d is %q", i, back)
		}
	}
	d, _ = deckOf(t, func(k *config.Deck) {
		k.Title, k.Index, k.Blanks, k.Sides, k.Start, k.Instructions = false, false, false, config.OneSided, 8, config.None
	}, 3)
	if doc := d.Sheets(); len(doc.Pages) != 2 || len(doc.Pages[0].Items) == 0 || len(d.Cards) != 3 {
		t.Errorf("%d pages from cell 8", len(doc.Pages))
	}
}

// Where cards cannot lie, or should not, is said at the key that is to blame.
func TestLay(t *testing.T) {
	for _, c := range []struct {
		change func(*config.Deck)
		want   string
	}{
		{func(k *config.Deck) {}, ""},
		{func(k *config.Deck) { k.Start = 10 }, "deck-start: the first card cannot take cell 10: a sheet has 9"},
		{func(k *config.Deck) { k.Bleed, k.Gap = 2*tenth, 3*tenth }, "deck-bleed: cards are 0.3 mm apart, and a bleed of 0.2 mm needs twice as much: where a cut strays, the neighbour shows"},
		{func(k *config.Deck) { k.Bleed, k.Gap = 30*tenth, 60*tenth }, ""},
		{func(k *config.Deck) { k.Corner = 120 * tenth }, "deck-corner: corners of 12 mm cut into where words may stand"},
		{func(k *config.Deck) { k.Corner = 100 * tenth }, ""},
		{func(k *config.Deck) { k.Sheet = config.Size{W: 800 * tenth, H: 800 * tenth} }, "deck-sheet: a card of 63.5 × 88.9 mm"},
		{func(k *config.Deck) { stock(k); k.Start = 10 }, ""},
		{func(k *config.Deck) { stock(k); k.Start = 11 }, "deck-start: the first card cannot take cell 11: a sheet has 10"},
		{func(k *config.Deck) { stock(k); k.Margin = 130 * tenth }, "deck-margin: the cards of stock 5371 stand 12.7 mm from the edge of the sheet, and the printer leaves 13 mm white"},
		{func(k *config.Deck) { k.Sheet, k.Margin = config.Size{W: 1945 * tenth, H: 2794 * tenth}, 10*tenth },
			"deck-margin: cards stand 2 mm from the edge of the sheet, and few printers print nearer than 3 mm"},
		{func(k *config.Deck) { k.Margin = 10 * tenth }, ""},
		{func(k *config.Deck) { stock(k); k.Bleed = 30 * tenth }, "deck-bleed: cards are 0 mm apart"},
		{func(k *config.Deck) { stock(k); k.Stock.Cols = 3 }, "deck-sheet: stock 5371 cannot be"},
	} {
		cfg, _, _ := booktest.Open(t, "../../../..")
		c.change(&cfg.Deck)
		_, found := Lay(cfg)
		got := ""
		for _, d := range found {
			got += d.Code + ": " + d.Message
			if len(d.Notes) == 0 {
				t.Errorf("no next step: %s", d.Message)
			}
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) || len(found) > 1 {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

const tenth = config.Length(page.In) * 10 / 2540 // of a millimetre

// stock lays a deck on perforated business cards.
func stock(k *config.Deck) {
	k.Stock = &config.Stock{ID: "5371", Card: config.Size{W: config.Length(7 * page.In / 2), H: config.Length(2 * page.In)}, Cols: 2, Rows: 5,
		Left: config.Length(3 * page.In / 4), Top: config.Length(page.In / 2), PitchX: config.Length(7 * page.In / 2),
		PitchY: config.Length(2 * page.In)}
	k.Card = k.Stock.Card
}

// Every deck comes with a page that says how its cards are made and, where cards share a pouch, with a jig.
func TestInstructions(t *testing.T) {
	pouch := func(name string, w, h config.Length) *config.Pouch {
		return &config.Pouch{ID: name, Name: name, Size: config.Size{W: w * 10 * tenth, H: h * 10 * tenth}}
	}
	for _, c := range []struct {
		change func(*config.Deck)
		pages  []string // after the sheets
		says   []string
	}{
		{func(k *config.Deck) { k.Pouch = pouch("A7", 80, 111) }, []string{"how to laminate"},
			[]string{"Print pages 1 to 2 on both sides", "flip on the long edge", "Round the corners", "Lay each card into a pouch of 80 × 111 mm", "8.2"}},
		{func(k *config.Deck) { k.Pouch = pouch("A4", 216, 303) }, []string{"how to laminate", "jig"},
			[]string{"Lay the open pouch of 216 × 303 mm on the jig", "Frames are 6 mm apart", "3 mm outside each card"}},
		{func(k *config.Deck) { k.Pouch, k.Instructions = pouch("A4", 216, 303), config.None }, []string{"jig"}, nil},
		{func(k *config.Deck) { k.Pouch, k.Laminate = pouch("A4", 216, 303), config.LaminateSheet }, []string{"how to laminate"},
			[]string{"Lay each sheet into a pouch", "edges of these cards are open"}},
		{func(k *config.Deck) {}, []string{"instructions"},
			[]string{"How to make the cards", "Print pages 1 to 2 on both sides", "Cut in the order of the numbers below", "Round the corners with a punch of about 3.5 mm."}},
		{func(k *config.Deck) { k.Instructions = config.None }, nil, nil},
		{func(k *config.Deck) { k.Sides, k.Corner = config.FoldOver, 0 }, []string{"instructions"},
			[]string{"Print pages 1 to 2 on one side", "fold each piece along the dashed line", "Glue the two halves"}},
		{func(k *config.Deck) {
			k.Stock = &config.Stock{ID: "5371", Card: k.Card, Cols: 2, Rows: 3, Left: 100 * tenth, Top: 100 * tenth, PitchX: k.Card.W, PitchY: k.Card.H}
		}, []string{"instructions"},
			[]string{"Print page 1 on plain paper and hold it against a sheet of stock 5371", "by the manual tray", "Break stock 5371 apart"}},
		{func(k *config.Deck) { k.Cutter = silhouette }, []string{"instructions"},
			[]string{"In Silhouette Studio set the page to US Letter, 215.9 × 279.4 mm (8.5 × 11 in)", "-cards-cut.svg (or", "Together they measure 177.8 × 254 mm (7 × 10 in)",
				"length 7 mm, thickness 0.5 mm, inset 10 mm", "black square at the upper left"}},
	} {
		d, _ := deckOf(t, c.change, 3)
		doc, guide := d.GuidedSheets()
		if n := len(c.pages); n == 0 && guide.First != 0 || n > 0 && (guide.First != 3 || guide.Last != 2+n || guide.What == "") {
			t.Errorf("%q on pages %d to %d: %q", c.pages, guide.First, guide.Last, guide.What)
		}
		checkGuide(t, doc.Pages[2:], c.pages, c.says)
	}
	// Instructions that come first leave the backs behind their fronts, and name the pages as they are.
	for sides, want := range map[string]struct{ pages, sheets, last int }{config.TwoSided: {2, 2, 1}, config.OneSided: {1, 1, 1}} {
		d, _ := deckOf(t, func(k *config.Deck) { k.Sides, k.Instructions = sides, config.First }, 3)
		doc, guide := d.GuidedSheets()
		if guide.First != 1 || guide.Last != want.last || len(doc.Pages) != want.pages+want.sheets {
			t.Fatalf("%s: %d pages, instructions on %d to %d", sides, len(doc.Pages), guide.First, guide.Last)
		}
		checkGuide(t, doc.Pages[:1], []string{"instructions"}, []string{fmt.Sprintf("Print pages %d to %d on", want.pages+1, want.pages+want.sheets)})
		if want.pages == 2 && len(doc.Pages[1].Items) > 0 {
			t.Error("something is printed on the back of the instructions")
		}
	}
}

// In a language that is written from the right the steps begin there, with their numbers.
func TestInstructionsFromTheRight(t *testing.T) {
	cfg, _, _ := booktest.Open(t, "../../../..")
	fonts := booktest.Fonts(t, cfg.Style, "he")
	cfg.Lang, _ = lang.Find("he")
	d := &Deck{cfg: cfg, fonts: fonts, letter: letterer(fonts)}
	p := d.instructions(d.steps(1, 2, false))
	for _, it := range p.Items {
		if x, ok := it.(*page.Text); ok && x.Text == "1" && x.X > p.Width/2 {
			return
		}
	}
	t.Error("the first step does not begin at the right")
}

// silhouette is a cutting machine with the numbers of the house's table.
var silhouette = &config.Cutter{ID: config.Silhouette, Name: "Silhouette Studio", Inset: 100 * tenth, Square: 50 * tenth, Arm: 200 * tenth, Thickness: 5 * tenth,
	Clear: 20 * tenth}

// checkGuide holds the labels of pages, and what they say.
func checkGuide(t *testing.T, pages []*page.Page, want, says []string) (all string) {
	t.Helper()
	var labels []string
	said := ""
	for _, p := range pages {
		labels = append(labels, p.Label)
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok {
				said += x.Text + " "
			}
			outside(t, p, it)
		}
	}
	if !slices.Equal(labels, want) {
		t.Errorf("pages %q, want %q", labels, want)
	}
	all = strings.Join(strings.Fields(said), " ")
	for _, s := range says {
		if !strings.Contains(all, s) {
			t.Errorf("%q is not said in %q", s, all)
		}
	}
	return all
}

// A machine that cuts finds room for its marks; one whose program prints the fronts gets pictures of them, and the document has the backs.
func TestCutters(t *testing.T) {
	d, _ := deckOf(t, func(k *config.Deck) { k.Cutter = silhouette }, 3)
	if r := d.job().Registration; r == nil || r.Arm != page.TenthsOfMm(70) || d.Grid.Cells() != 8 {
		t.Errorf("%d cards on a sheet, marks %+v", d.Grid.Cells(), r)
	}
	if cuts := d.Cuts(); len(cuts.Boxes) != 8 || cuts.Width != d.Grid.Sheet.W || cuts.Corner == 0 {
		t.Errorf("lines to cut: %+v", cuts)
	}
	cricut := &config.Cutter{ID: config.Cricut, Name: "Cricut Design Space", DPI: 300, Areas: []config.Area{{Sheet: "letter",
		Size: config.Size{W: 1890 * tenth, H: 2525 * tenth}, Corner: 150 * tenth}}}
	for _, c := range []struct {
		change  func(*config.Deck)
		pages   int // of the document, with the instructions
		cards   int // on a sheet
		says    []string
		silence string
	}{
		{func(k *config.Deck) {}, 3, 6, []string{"upload each picture", "-cards-sheet-1.png … ", "179.05 × 193 mm (7.049 × 7.598 in)", "page 1 is that of picture 1"}, "Upload "},
		{func(k *config.Deck) { k.Bleed, k.Gap = 20*tenth, 40*tenth }, 3, 6, []string{"Upload ", "-cards-cut.svg"}, ""},
		{func(k *config.Deck) { k.Sides = config.OneSided }, 1, 6, []string{"upload each picture"}, "is that of picture 1"},
		{func(k *config.Deck) { k.Sides, k.Instructions = config.OneSided, config.None }, 2, 6, nil, "upload"},
	} {
		d, _ := deckOf(t, func(k *config.Deck) { k.Cutter, k.Gap = cricut, 12*tenth+tenth/2; c.change(k) }, 7)
		doc := d.Sheets()
		if len(doc.Pages) != c.pages || d.Grid.Cells() != c.cards || doc.Printing != page.OneSide {
			t.Errorf("%d pages with %d cards on a sheet, want %d and %d", len(doc.Pages), d.Grid.Cells(), c.pages, c.cards)
		}
		if c.says != nil {
			if all := checkGuide(t, doc.Pages[c.pages-1:], []string{"instructions"}, c.says); c.silence != "" && strings.Contains(all, c.silence) {
				t.Errorf("%q is said in %q", c.silence, all)
			}
		}
		fronts, masks, dpi := d.Pictures()
		if len(fronts) != 2 || len(masks) != 2 || dpi != 300 || fronts[0].Width != masks[0].Width || len(masks[0].Items) != c.cards {
			t.Errorf("%d pictures, %d masks, %d pixels to the inch", len(fronts), len(masks), dpi)
		}
	}
}

// outside says when an item leaves its page.
func outside(t *testing.T, p *page.Page, it page.Item) {
	t.Helper()
	if b, ok := page.Extent(it); ok && (b.X < 0 || b.Y < 0 || b.X+b.W > p.Width || b.Y+b.H > p.Height) {
		t.Errorf("page %s: %+v leaves it", p.Label, it)
	}
}

func TestDeckForAPress(t *testing.T) {
	d, cfg := deckOf(t, func(k *config.Deck) { k.Bleed = config.Length(page.In / 8) }, 4)
	doc := d.Singles()
	if len(doc.Pages) != 2*len(d.Cards) || doc.Pages[0] != d.Cards[0].Back || doc.Pages[1] != d.Cards[0].Front {
		t.Error("the press wants each back before its front")
	}
	for _, p := range doc.Pages {
		if p.Bleed != page.In/8 {
			t.Errorf("bleed %s", config.Mm(config.Length(p.Bleed)))
		}
	}
	if ids := d.Outside(30 * tenth); len(ids) > 0 {
		t.Errorf("%q leave the safe area of 3 mm", ids)
	}
	if ids := d.Outside(cfg.Deck.Card.W / 3); len(ids) != len(d.Cards) {
		t.Errorf("%d cards of %d keep out of two thirds of themselves", len(d.Cards)-len(ids), len(d.Cards))
	}
	most, id := d.Ink()
	if most < 100 || most > 240 || id == "" {
		t.Errorf("%d %% of ink on %q", most, id)
	}
	d.Cards = append(d.Cards, impose.Card{ID: "wet", Front: &page.Page{Items: []page.Item{
		&page.Group{Items: []page.Item{&page.Rule{Color: page.Color{C: 90, M: 90, Y: 90, K: 10}}}}}}, Back: &page.Page{}})
	if most, id := d.Ink(); most != 280 || id != "wet" {
		t.Errorf("%d %% of ink on %q", most, id)
	}
	if _, err := d.Proof("nobody"); err == nil {
		t.Error("a card that is not there is shown")
	}
}

// A deck without entries is none, and no reason to fail.
func TestNoDeck(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	if d, found := NewDeck(cfg, bk, fonts, nil, []*book.Entry{}); d != nil || len(found) > 0 {
		t.Error(d, found)
	}
}
