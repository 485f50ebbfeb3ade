package config

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"octavo/cmd/octavo/internal/diag"
	"octavo/styles"
)

func table(t testing.TB) *Cards {
	t.Helper()
	c, list := LoadCards(styles.FS)
	if len(list) > 0 {
		t.Fatalf("%q", lines(list))
	}
	return c
}

func TestCards(t *testing.T) {
	c := table(t)
	for id, want := range map[string]string{"poker": "63.5 x 88.9 mm", "bridge": "57.15 x 88.9 mm", "tarot": "69.85 x 120.65 mm",
		"mini": "44.45 x 63.5 mm", "us-business": "88.9 x 50.8 mm", "eu-business": "85 x 55 mm", "id-1": "85.6 x 53.98 mm"} {
		if card := c.Card(id); card == nil || card.Size.String() != want {
			t.Errorf("%s is %v, want %s", id, card, want)
		}
	}
	if c.Stock("8371") != c.Stock("5371") || c.Stock("l7414") == nil || c.Stock("1") != nil || c.Pouch("id-1") != c.Pouch("Credit-Card") {
		t.Error("a name does not lead to its row")
	}
	sources := func(what string, f Fact) {
		if f.Source == "" || f.Seen.IsZero() {
			t.Errorf("%s has no source", what)
		}
	}
	for _, s := range c.Cards {
		sources(s.ID, s.Fact)
	}
	for _, s := range c.Sheets {
		sources(s.ID, s.Fact)
		if s.W >= s.H {
			t.Errorf("sheet %s is not higher than wide", s.ID)
		}
	}
	// A back is the mirror of its front: it lands on a cell only where the grid stands in the middle of its sheet.
	for _, s := range c.Stocks {
		sources(s.ID, s.Fact)
		sheet := c.Sheet(s.Sheet)
		right := sheet.W - s.Left - Length(s.Cols-1)*s.PitchX - s.Card.W
		bottom := sheet.H - s.Top - Length(s.Rows-1)*s.PitchY - s.Card.H
		if d := max(right-s.Left, s.Left-right, bottom-s.Top, s.Top-bottom); d > pt/100 {
			t.Errorf("stock %s is out of the middle by %s", s.ID, d)
		}
	}
	for _, p := range c.Pouches {
		sources(p.ID, p.Fact)
	}
	for _, s := range c.Services {
		sources(s.ID, s.Fact)
		for _, canvas := range s.Canvases {
			sources(s.ID+" "+canvas.Card, canvas.Fact)
			if canvas.W == 0 {
				continue
			}
			card := c.Card(canvas.Card)
			px := func(l Length) int {
				return int(math.Round(float64(l+2*s.Bleed) * float64(s.DPI) / float64(inch)))
			}
			if px(card.W) != canvas.W || px(card.H) != canvas.H {
				t.Errorf("%s %s: %d x %d pixels, but trim and bleed make %d x %d", s.ID, canvas.Card, canvas.W, canvas.H, px(card.W), px(card.H))
			}
		}
	}
	poker := c.Card("poker").Size
	for id, want := range map[string]string{"makeplayingcards": "822x1122", "gamecrafter": "825x1125", "drivethru": "0x0"} {
		if canvas := c.Service(id).Canvas(c, poker); canvas == nil || fmt.Sprintf("%dx%d", canvas.W, canvas.H) != want {
			t.Errorf("%s: %v, want %s", id, canvas, want)
		}
	}
	if c.Service("gamecrafter").Canvas(c, Size{inch, inch}) != nil || c.Service("gamecraft") != nil {
		t.Error("a card or a service that is not there")
	}
}

func TestCardsProblems(t *testing.T) {
	const row = "source = 's'\nseen = 2026-11-23\n"
	const card = "[card.x]\nwidth = '2in'\nheight = '3in'\n" + row
	const sheet = "[sheet.s]\nwidth = '8in'\nheight = '10in'\n" + row
	stock := func(sheet, keys string) string {
		return "[stock.1]\nsheet = '" + sheet + "'\nwidth = '3in'\nheight = '2in'\ncolumns = 2\nrows = 4\nleft = '1in'\ntop = '1in'\n" + keys + row
	}
	for _, c := range []struct{ text, want string }{
		{card, "styles/cards.toml:1:1 toml-missing: sheet is missing"},
		{card + sheet, ""},
		{card + sheet + stock("s", "pitch_x = '3in'\npitch_y = '2in'\n"), ""},
		{card + sheet + stock("t", "pitch_x = '3in'\npitch_y = '2in'\n"), `styles/cards.toml:12:9 toml-value: sheet "t" not found in this table`},
		{card + sheet + stock("s", "pitch_x = '2in'\npitch_y = '2in'\n"), "styles/cards.toml:11:8 toml-value: the cards of stock 1 overlap: their pitch is less than their size"},
		{card + sheet + stock("s", "pitch_x = '5in'\npitch_y = '2in'\n"), "styles/cards.toml:11:8 toml-value: the cards of stock 1 stand out over its sheet, 203.2 x 254 mm"},
		{strings.Replace(card, "source = 's'\n", "", 1) + sheet, "styles/cards.toml:1:7 toml-missing: card.x.source is missing"},
		{card + sheet + "[service.p]\nbleed = 0\nsafe = 0\n" + row + "[[service.p.canvas]]\ncard = 'y'\n" + row,
			`styles/cards.toml:17:8 toml-value: card "y" not found in this table`},
		{"[card\n", "styles/cards.toml:1:6 toml-syntax"},
	} {
		_, list := LoadCards(fstest.MapFS{CardsFile: {Data: []byte(c.text)}})
		if got := strings.Join(lines(list), " | "); got != c.want && !(c.text == "[card\n" && strings.Contains(got, "toml-syntax")) {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
		for _, d := range list {
			if len(d.Notes) == 0 {
				t.Errorf("no next step: %s", d.Message)
			}
		}
	}
}

// What fits into which pouch: the examples are worked out from the makers' sizes.
func TestPouches(t *testing.T) {
	c := table(t)
	for _, x := range []struct{ card, pouch, leaves string }{
		{"us-business", "business", "0.55"}, {"poker", "key", "0.25"}, {"poker", "badge", "1.75"}, {"poker", "A7", "8.25"},
		{"ID-1", "ID-1", "0.01"},
	} {
		if got := Mm(c.Pouch(x.pouch).Leaves(c.Card(x.card).Size)); got != x.leaves {
			t.Errorf("%s in %s leaves %s, want %s", x.card, x.pouch, got, x.leaves)
		}
	}
	if got := c.Pouch("ID-1").Insert(tenths(30)).String(); got != "48 x 80 mm" {
		t.Errorf("a card of the size of a wallet's is %s", got)
	}
	for _, x := range []struct{ deck, want string }{
		{"card = 'us-business'\npouch = 'business'", `pouch-small: a card of 88.9 x 50.8 mm leaves a seal of 0.55 mm in the pouch business, 60 x 90 mm; 2 mm are the least
pouch = "us-business", 57.15 x 95.25 mm, would do
the largest card for the pouch business is 54 x 84 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'poker'\npouch = 'key'", `pouch-small: a card of 63.5 x 88.9 mm leaves a seal of 0.25 mm in the pouch key, 64 x 99 mm; 2 mm are the least
pouch = "A7", 80 x 111 mm, would do
the largest card for the pouch key is 58 x 93 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'poker'\npouch = 'badge'", `pouch-tight: a card of 63.5 x 88.9 mm leaves a seal of 1.75 mm in the pouch badge, 67 x 99 mm; 3 mm are advised
pouch = "A7", 80 x 111 mm, would do
the largest card for the pouch badge is 61 x 93 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'poker'\npouch = 'A7'", ""},
		{"card = 'poker'\npouch = 'A6'", ""},
		{"card = 'poker'\npouch = '75x105mm'", ""},
		{"card = 'poker'\npouch = '67x92mm'", `pouch-tight: a card of 63.5 x 88.9 mm leaves a seal of 1.55 mm in a pouch of 67 x 92 mm; 3 mm are advised
pouch = "A7", 80 x 111 mm, would do
the largest card for this pouch is 61 x 86 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'poker'\npouch = '2.6 x 3.6in'", `pouch-small: a card of 63.5 x 88.9 mm leaves a seal of 1.27 mm in a pouch of 66.04 x 91.44 mm; 2 mm are the least
pouch = "A7", 80 x 111 mm, would do
the largest card for this pouch is 60.04 x 85.44 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'tarot'\npouch = 'ID-1'", `pouch-small: a card of 69.85 x 120.65 mm does not go into the pouch ID-1, 54 x 86 mm
pouch = "A6", 111 x 154 mm, would do
the largest card for the pouch ID-1 is 48 x 80 mm: leave card out of [deck], and the cards are made that large`},
		{"card = 'poker'\npouch = 'badge'\nseal = '2mm'", `pouch-tight: a card of 63.5 x 88.9 mm leaves a seal of 1.75 mm in the pouch badge, 67 x 99 mm; 2 mm are advised
pouch = "A7", 80 x 111 mm, would do
the largest card for the pouch badge is 63 x 95 mm: leave card out of [deck], and the cards are made that large`},
		{"sheet = 'a4'\npouch = 'A4'\nlaminate = 'sheet'", `pouch-open: cards that are cut out of a laminated sheet have open edges, into which moisture creeps
write laminate = "cards" for cards that are cut first and sealed all round
or silence this under [check.levels]: pouch-open = "off"`},
		{"sheet = 'letter'\npouch = 'A4'\nlaminate = 'sheet'\n[check.levels]\npouch-open = 'off'", `pouch-small: a sheet of 215.9 x 279.4 mm leaves a seal of 0.05 mm in the pouch A4, 216 x 303 mm; 2 mm are the least
pouch = "letter", 228.6 x 292.1 mm, would do
pouch-open: cards that are cut out of a laminated sheet have open edges, into which moisture creeps
write laminate = "cards" for cards that are cut first and sealed all round
or silence this under [check.levels]: pouch-open = "off"`},
		{"sheet = 'a4'\npouch = 'A4'", ""},
	} {
		_, list := load(t, small+"[deck]\n"+x.deck)
		var got []string
		for _, d := range list {
			got = append(got, d.Code+": "+d.Message)
			got = append(got, d.Notes...)
		}
		if s := strings.Join(got, "\n"); s != x.want {
			t.Errorf("%q:\n got %s\nwant %s", x.deck, s, x.want)
		}
	}
	// A small pouch says how large its card is; on a jig in a large one any card lies.
	for deck, want := range map[string]string{"pouch = 'ID-1'": "48 x 80 mm", "pouch = 'ID-1'\nseal = '2mm'": "50 x 82 mm",
		"pouch = 'A4'": "63.5 x 88.9 mm", "pouch = '75x105mm'": "69 x 99 mm", "pouch = '4 x 3in'\nseal = '0.125in'": "95.25 x 69.85 mm", "pouch = 'A7'\ncard = 'poker'": "63.5 x 88.9 mm", "pouch = 'A7'\nstock = '5371'": "88.9 x 50.8 mm"} {
		c, list := load(t, small+"[deck]\n"+deck)
		if got := c.Deck.Card.String(); got != want || len(list) > 0 {
			t.Errorf("%q gives a card of %s, want %s; %q", deck, got, want, lines(list))
		}
	}
}

func TestDeckNames(t *testing.T) {
	for _, x := range []struct{ deck, want string }{
		{"card = 'pokr'", `book.toml:5:8 toml-value: deck.card names no card of styles/cards.toml: "pokr"`},
		{"card = '5x5mm'", "book.toml:5:8 toml-value: deck.card must be 19.05mm to 279.4mm on each side, not 5x5mm"},
		{"card = '2.5x3.5in'", ""},
		{"sheet = 'LEGAL'", ""},
		{"stock = '5372'", `book.toml:5:9 toml-value: deck.stock names no perforated stock of styles/cards.toml: "5372"`},
		{"stock = '5371'", ""},
		{"stock = '5371'\nsheet = 'letter'\ncard = '50.8x88.9mm'", ""},
		{"stock = '5371'\nsheet = 'a4'", "book.toml:6:9 toml-value: deck.sheet is 210 x 297 mm, but stock 5371 comes on 215.9 x 279.4 mm"},
		{"stock = '5371'\ncard = 'poker'", "book.toml:6:8 toml-value: deck.card is 63.5 x 88.9 mm, but the cards of stock 5371 are 88.9 x 50.8 mm"},
		{"corner = '25mm'\ncard = 'mini'", "book.toml:5:10 toml-value: deck.corner is 25 mm, more than half of the card's shorter side"},
		{"pouch = 'A8'", `book.toml:5:9 toml-value: deck.pouch names no pouch of styles/cards.toml: "A8"`},
		{"seal = '1mm'", "book.toml:5:8 toml-value: deck.seal must be 2mm to 25.4mm, not 1mm"},
		{"seal = '0.05in'", "book.toml:5:8 toml-value: deck.seal must be 0.079in to 1in, not 0.05in"},
		{"gap = 300", "book.toml:5:7 toml-value: deck.gap must be 0 to 144pt, not 300pt"},
		{"pouch = '10x20mm'", "book.toml:5:9 toml-value: deck.pouch must be 25.4mm to 1016mm on each side, not 10x20mm"},
		{"pouch = '2x50in'", "book.toml:5:9 toml-value: deck.pouch must be 1in to 40in on each side, not 2x50in"},
		{"qr = 'example.org'", `book.toml:5:6 toml-value: deck.qr must be an address of the web, not "example.org"`},
		{"qr = 'https://e.org/{it}'", "book.toml:5:6 toml-value: deck.qr has braces that are not {id}"},
		{"qr = 'https://e.org/'", ""},
		{"[deck.colors]\nservice = '#12345'", `book.toml:6:11 toml-value: deck.colors.service must be a colour of six hexadecimal digits, not "#12345"`},
		{"[deck.colors]\nservice = '#12345g'", `book.toml:6:11 toml-value: deck.colors.service must be a colour of six hexadecimal digits, not "#12345g"`},
		{"[deck.colors]\nservice = '#123456'", `book.toml:6:1 toml-value: unknown theme "service"`},
		{"style = 'modren'", `book.toml:5:9 toml-value: style "modren" not found`},
		{"style = 'cards'", "book.toml:5:9 toml-value: deck.style names cards.toml, the table of cards, which is no style"},
		{"printer = 'office'", `book.toml:5:11 toml-value: deck.printer names no printer of styles/calibration.toml: "office"`},
		{"stock = '5371'\nsides = 'fold'", "book.toml:6:9 toml-value: a perforated stock cannot be folded"},
		{"sides = 'fold'\npouch = 'A4'\nlaminate = 'sheet'", "book.toml:7:12 toml-value: a sheet of cards to be folded cannot be laminated whole: film does not fold"},
		{"start = 0", "book.toml:5:9 toml-value: deck.start must be 1 to 1000, not 0"},
	} {
		c, list := load(t, small+"[deck]\n"+x.deck)
		if got := strings.Join(lines(list), " | "); got != x.want {
			t.Errorf("%q:\n got %s\nwant %s", x.deck, got, x.want)
		}
		for _, d := range list {
			if len(d.Notes) == 0 && !strings.Contains(d.Message, " must be ") {
				t.Errorf("no next step: %s", d.Message)
			}
		}
		if c.Deck.Card.W <= 0 || c.Deck.Sheet.W <= 0 || c.CardStyle == nil {
			t.Errorf("%q leaves a deck that cannot be made: %+v", x.deck, c.Deck)
		}
	}
}

// A setting of the command line wins over the file, and what is wrong with it is told of the flag.
func TestSettings(t *testing.T) {
	dir := folder(t, map[string]string{File: small + "[deck]\nsheet = 'a5x'\ncopies = 2\n"})
	c, list := Load(dir, styles.FS, Setting{"deck.sheet", "--sheet", "a4"}, Setting{"deck.copies", "--copies", int64(3)},
		Setting{"deck.start", "--start", int64(0)}, Setting{"print.style", "--style", "modern"})
	if got, want := strings.Join(lines(list), " | "), "--start:1:1 toml-value: deck.start must be 1 to 1000, not 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if c.Deck.SheetName != "a4" || c.Deck.Copies != 3 || c.Print.Style != "modern" || c.Style.Name != "Modern" && c.Style.Name != "modern" {
		t.Errorf("%+v", c.Deck)
	}
	if pos := c.Where("deck.sheet"); pos.Source.Name != "--sheet" {
		t.Errorf("the sheet stands at %v", pos)
	}
	if _, list := Load(dir, styles.FS, Setting{"deck.card", "--card", "a4"}); len(list) != 2 || list[0].Pos.Source.Name == File && list[1].Pos.Source.Name == File {
		t.Errorf("%q", lines(list))
	}
}

func TestCalibrations(t *testing.T) {
	with := func(text string) (*Config, diag.List) {
		fsys := fstest.MapFS{CalibrationFile: {Data: []byte(text)}}
		cards, _ := styles.FS.ReadFile(CardsFile)
		classic, _ := styles.FS.ReadFile("classic.toml")
		fsys[CardsFile], fsys["classic.toml"] = &fstest.MapFile{Data: cards}, &fstest.MapFile{Data: classic}
		return Load(folder(t, map[string]string{File: small + "[deck]\nprinter = 'office'\n"}), fsys)
	}
	c, list := with("[printer.home]\nx = 1\n[printer.office]\nx = 0.5\ny = -1\nrotate = -0.25\n")
	if want := (Calibration{tenths(5), -tenths(10), -250}); len(list) > 0 || c.Deck.Shift.Rotate != -250 ||
		max(c.Deck.Shift.X-want.X, want.X-c.Deck.Shift.X, c.Deck.Shift.Y-want.Y, want.Y-c.Deck.Shift.Y) > 1 {
		t.Errorf("%+v %q", c.Deck.Shift, lines(list))
	}
	for text, want := range map[string]string{
		"[printer.offices]\nx = 1\n":         `book.toml:5:11 toml-value: deck.printer names no printer of styles/calibration.toml: "office"`,
		"[printer.office]\nx = 11\n":         "styles/calibration.toml:2:5 toml-value: printer.office.x must be -10 to 10, not 11",
		"[printer.office]\nrotate = nan\n":   "styles/calibration.toml:2:10 toml-value: printer.office.rotate must be -5 to 5, not NaN",
		"[printer.office]\nx = '1mm'\n":      "styles/calibration.toml:2:5 toml-type: printer.office.x must be a number, not a string",
		"[printer.office]\nz = 1\n":          `styles/calibration.toml:2:1 toml-unknown-key: unknown key "z" in [printer.office]`,
		"[printer.office]\nx = 1\n[[[\n":     "toml-syntax",
		"[printer.office]\n# nothing to add": "",
	} {
		_, list := with(text)
		if got := strings.Join(lines(list), " | "); got != want && (want != "toml-syntax" || !strings.Contains(got, want)) {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// A profile is changed where it stands, and nothing else is.
func TestCalibrationWith(t *testing.T) {
	for _, c := range []struct{ before, after string }{
		{"", "# How far the backs of cards go to come to lie behind their fronts: millimetres to the right and down, degrees clockwise.\n\n" +
			"[printer.office]\nx = 0.5\ny = -1\nrotate = 0.2\n"},
		{"# mine\n[printer.home]\nx = 1 # wide", "# mine\n[printer.home]\nx = 1 # wide\n\n[printer.office]\nx = 0.5\ny = -1\nrotate = 0.2\n"},
		{"[printer.office] # the big one\ny = 3 # down\n[printer.z]\nx = 2\n",
			"[printer.office] # the big one\nx = 0.5\nrotate = 0.2\ny = -1 # down\n[printer.z]\nx = 2\n"},
		{"[printer.office]", "[printer.office]\nx = 0.5\ny = -1\nrotate = 0.2\n"},
		{"[printer]\noffice = {x = 1, y = 2, rotate = 3}\n", "[printer]\noffice = {x = 0.5, y = -1, rotate = 0.2}\n"},
		{"[printer]\noffice = {x = 1}\n", ""}, // there is no line of its own to add to
	} {
		all, list := LoadCalibrations(fstest.MapFS{CalibrationFile: {Data: []byte(c.before)}})
		if len(list) > 0 {
			t.Fatal(lines(list))
		}
		got, err := all.With("office", 0.5, -1, 0.2)
		if string(got) != c.after || (err == nil) != (c.after != "") {
			t.Errorf("%q becomes %q (%v), want %q", c.before, got, err, c.after)
		}
	}
}
