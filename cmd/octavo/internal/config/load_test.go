package config

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/styles"
)

// folder makes a book's folder of files.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t testing.TB, text string) (*Config, diag.List) {
	t.Helper()
	return Load(folder(t, map[string]string{File: text}), styles.FS)
}

// lines returns a list as short lines.
func lines(l diag.List) (out []string) {
	for _, d := range l {
		out = append(out, fmt.Sprintf("%s %s: %s", d.Pos, d.Code, d.Message))
	}
	return out
}

func equal(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	golden.Equal(t, file, got)
}

const small = "[book]\ntitle = \"T\"\nauthors = [\"A B\"]\n"

const everything = `
[book]
title = "Write This Down"
subtitle = "Memes and Metaphors"
origin = "ai-assisted"
translation = "ai"
short_title = "Write"
slug = "wtd"
authors = ["The Author", "Ludwig van Beethoven"]
language = "en-GB"
edition = "Review edition"
date = 2026-11-23
publisher = "P"
rights = "© 2026"
description = """
Two
lines"""
subjects = ["Sales", "Life"]
bisac = ["BUS058000", "BUS058010"]
thema = ["KJS", "1KBB-US-NAK"]
series = { name = "Notebooks", number = 2 }
dedication = "to you"
epigraph = "Motto"
epigraph_by = "Whoever"
device = "lamp.png"
colophon = "Made by hand"
lccn = "2026-123456"
classification = ["LCC HF5438.25"]
cip = ["Line one"]
identifier = "urn:uuid:5d1f0c52-9a3e-4b7a-8e21-6f637461766f"
isbn = { print = "978-0-306-40615-7", hardcover = "979-10-90636-07-1", epub = "0-8044-2957-X" }
contributor = [{ name = "Martin Luther King, Jr.", role = "aui" }]
[[book.contributor]]
`

func TestEverything(t *testing.T) {
	text := strings.Replace(everything, "contributor = [{ name = \"Martin Luther King, Jr.\", role = \"aui\" }]\n", "", 1) + `
name = "Martin Luther King, Jr."
role = "aui"
[[book.contributor]]
name = "Ann"
file_as = "Ann, Queen"
[contents]
opening = ["praise.md"]
front = ["preface.md"]
back = ["about.md"]
figures = true
tables = true
[[contents.part]]
title = "One"
short = "I"
chapters = ["a.md", "b.md"]
[[contents.part]]
title = "Two"
chapters = ["c.md"]
[figures]
number = "chapter"
[tables]
number = "none"
[themes]
service = "Service"
"a-b" = "A B"
[audiences]
manager = "Managers"
[kinds]
meme = false
[kinds.rule]
name = "Rule"
plural = "Rules of the House"
means = "what holds"
label = true
counted = true
line = "since {since}"
sign = "square"
cards = false
index = "own"
title = "All Rules"
default = true
[kinds.rule.keys]
since = "number"
why = {type = "string", means = "the reason", required = true, named = true, differs_from = "since", print = true, label = "Why", place = "end", card = true}
[index.see]
"soft close" = ["closing"]
[check]
maxim_words = 12
alike = 1
min_dpi = 150
[check.levels]
maxim-long = "off"
[pages]
half_title = false
contents = false
theme_index = false
first_words_index = false
subject_index = false
catalog = false
colophon = false
chapter_numbers = "words"
chapter_dates = true
part_numbers = false
verso = "entry"
recto = "guide"
[entries]
layout = "run-in"
number = "above"
index = "page"
head = "small-caps"
hang = false
columns = 2
see = "list"
see_ebook = "run-on"
restart = true
[notes]
place = "book"
marks = "numbers"
restart = "book"
[text]
math = true
quotes = "single"
[print]
links = "notes"
style = "classic"
trim = "129x198mm"
printer = "kdp"
plates = ["harbour.png"]
ink = "spot"
profile = ["screen", "x4", "screen"]
[epub]
embed_fonts = false
cover = "cover.jpg"
certified_by = "A B"
accessibility_summary = "All of it is text."
a11y_contact = "access@example.com"
a11y_statement = true
[deck]
style = "modern"
card = "70x105mm"
sheet = "A4"
orientation = "landscape"
stock = ""
start = 3
sides = "fold"
flip = "short"
gap = "3mm"
bleed = "3mm"
corner = "2mm"
margin = "5mm"
marks = "guillotine"
pouch = "a7"
seal = "2.5mm"
laminate = "cards"
instructions = false
back = "words"
qr = "https://example.org/{id}"
folio = false
title = false
index = false
blanks = false
copies = 2
sort = "shuffle"
seed = 7
printer = ""
maxim_min = 9.5
maxim_max = "1cm"
gloss_min = "8.5pt"
front = " pictures/shore.png "
back_art = "weave.svg"
[deck.art]
service = "lamp.png"
[deck.colors]
service = "#1F4e79"
[cover]
binding = "jacket"
paper = "cream"
blurb = "*Less*.\n"
bio = "A writer"
photo = "me.jpg"
art = "sea.png"
art_on = "wrap"
category = "Business / Sales"
price = "£30.00"
design = "poster"
ground = "#17404A"
ink = "#ffffff"
accent = "#c8402a"
spine = "12.3mm"
flap = "90mm"
barcode = "left-free"
barcode_size = 90
[sheet]
order = ["Octavo Press", "orders@example.org"]
quote = "ask"
page = "12"
paper = "a4"
[review]
layout = "manuscript"
sheet = "a4"
formats = ["epub", "pdf"]
lines = 10
ids = false
mark = false
notice = "Proof"
answers = false
quotations = "Check them"
price = "$14.95"
publication = "Spring"
contact = ["A", "B"]
comments = "by mail"
[[review.reader]]
name = "Ada Quill"
email = "ada@example.org"
note = "Thank you"
formats = ["docx"]
[[review.reader]]
name = "../x"
[[review.reader]]
name = "Ωμέγα 🦊"
[[review.reader]]
name = "Ada  Quill"
[trade]
imprint = "Quill"
city = "Berlin"
country = "DE"
audience = "professional"
status = "forthcoming"
supplier = "S"
contact = "data@example.com"
replaces = "3-16-148410-X"
territory = ["DE", "AT", "DE"]
[trade.price]
print = ["14.95 USD", "EUR 12,99"]
hardcover = "30 GBP"
epub = "0.00 USD"
[origins]
"pictures/sea.jpg" = "ai"
`
	c, l := load(t, text)
	if len(l) > 0 {
		t.Fatal(strings.Join(lines(l), "\n"))
	}
	want := &Config{
		Source: c.Source, Dir: c.Dir, places: c.places, flags: c.flags, names: c.names, Style: c.Style, CardStyle: c.CardStyle, Cards: c.Cards, Printer: c.Printer,
		Book: Book{
			Title: "Write This Down", Subtitle: "Memes and Metaphors", ShortTitle: "Write", Slug: "wtd", Language: "en-GB", Edition: "Review edition",
			Contributors: []Contributor{{"The Author", "aut", "Author, The"}, {"Ludwig van Beethoven", "aut", "Beethoven, Ludwig van"},
				{"Martin Luther King, Jr.", "aui", "King, Martin Luther, Jr."}, {"Ann", "aut", "Ann, Queen"}},
			Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Publisher: "P", Rights: "© 2026", Description: "Two\nlines",
			Subjects: []string{"Sales", "Life"},
			BISAC:    []string{"BUS058000", "BUS058010"}, Thema: []string{"KJS", "1KBB-US-NAK"}, Series: Series{"Notebooks", 2}, Dedication: "to you", Device: "lamp.png",
			Epigraph: "Motto", EpigraphBy: "Whoever", Colophon: "Made by hand", LCCN: "2026-123456",
			Classification: []string{"LCC HF5438.25"}, CIP: []string{"Line one"}, Identifier: "urn:uuid:5d1f0c52-9a3e-4b7a-8e21-6f637461766f",
			ISBN: struct{ Print, Hardcover, Epub string }{"978-0-306-40615-7", "979-10-90636-07-1", "0-8044-2957-X"},
		},
		Contents: Contents{Opening: []string{"praise.md"}, Front: []string{"preface.md"}, Back: []string{"about.md"},
			Parts: []Part{{Title: "One", Short: "I", Chapters: []string{"a.md", "b.md"}}, {Title: "Two", Chapters: []string{"c.md"}}}},
		Themes:    []Name{{"service", "Service"}, {"a-b", "A B"}},
		Audiences: []Name{{"manager", "Managers"}},
		Numbering: Numbering{InChapter, None, true, true},
		Kinds: append(BuiltInKinds(lang.English())[1:], Kind{ID: "rule", Name: "Rule", Plural: "Rules of the House", Means: "what holds",
			Label: LabelAlways, Counted: true, Line: "since {since}", Sign: Square, Index: Own, Title: "All Rules", Default: true,
			Keys: []KindKey{{Name: "since", Type: NumberKey, Place: AtHead},
				{Name: "why", Type: StringKey, Means: "the reason", Required: true, Named: true, Differs: "since", Print: true, Label: "Why", Place: AtEnd, Card: true}}}),
		Index: Index{See: []See{{"soft close", "index.see.soft close", []string{"closing"}}}},
		Check: Check{MaximWords: 12, Alike: 1, MinDPI: 150, Levels: map[string]string{"maxim-long": "off"}},
		Pages: Pages{No: Omitted{true, true, true, true, true, true, true, true}, ChapterNumbers: Words, ChapterDates: true, Verso: ByEntry, Recto: ByGuide},
		Print: Print{Style: "classic", Printer: "kdp", Profiles: []string{"screen", "x4"}, Plates: []string{"harbour.png"}, Ink: "spot", Links: AsNotes, Width: 23964503, Height: 36782725},
		Notes: Notes{AtBook, Numbers, RestartBook},
		Text:  Typesetting{Math: true, Quotes: "single"},
		Epub:  Epub{CertifiedBy: "A B", Summary: "All of it is text.", Contact: "access@example.com", Statement: true, Cover: "cover.jpg"},
		Deck: Deck{Style: "modern", Card: Size{tenths(700), tenths(1050)}, SheetName: "a4", Sheet: Size{tenths(2100), tenths(2970)},
			Orientation: Landscape, Start: 3, Sides: FoldOver, Flip: ShortEdge, Gap: tenths(30), Bleed: tenths(30), Corner: tenths(20),
			Margin: tenths(50), Marks: GuillotineMark, Pouch: c.Deck.Pouch, Seal: tenths(25), Laminate: LaminateCards, Instructions: None, Back: BackWords,
			QR: "https://example.org/{id}", Copies: 2, Sort: SortShuffle, Seed: 7,
			MaximMin: 19 * pt / 2, MaximMax: 1857713, GlossMin: 17 * pt / 2,
			Front: "pictures/shore.png", BackArt: "weave.svg", Art: []ThemeArt{{"service", "lamp.png", "deck.art.service"}},
			Colors: []ThemeColor{{"service", contrast.RGB{R: 0x1f, G: 0x4e, B: 0x79}, "deck.colors.service"}}},
		Cover: Cover{Set: true, Binding: Jacket, Paper: "cream", Blurb: "*Less*.\n", Bio: "A writer", Photo: "me.jpg", Art: "sea.png", ArtOn: OnWrap,
			Category: "Business / Sales", Price: "£30.00", Design: Poster, Ground: "#17404a", Ink: "#ffffff", Accent: "#c8402a",
			Spine: tenths(123), Flap: tenths(900), Barcode: BarcodeFree, BarcodeSize: 90},
		Sheet: TradeSheet{Paper: "a4", Order: []string{"Octavo Press", "orders@example.org"}, Quote: "ask", Page: "12"},
		Review: Review{Layout: ManuscriptLayout, Sheet: "a4", Formats: []string{"epub", "pdf"}, Lines: 10, Notice: "Proof",
			Quotations: "Check them", Price: "$14.95", Publication: "Spring", Contact: []string{"A", "B"}, Comments: "by mail",
			Readers: []Reader{{"ada-quill-e29f", "Ada Quill", "ada@example.org", "Thank you", []string{"docx"}, "review.reader.0"},
				{"x", "../x", "", "", []string{"epub", "pdf"}, "review.reader.1"},
				{"omega", "Ωμέγα 🦊", "", "", []string{"epub", "pdf"}, "review.reader.2"},
				{"ada-quill-5de9", "Ada  Quill", "", "", []string{"epub", "pdf"}, "review.reader.3"}}},
		Trade: Trade{Imprint: "Quill", City: "Berlin", Country: "DE", Audience: "professional", Status: Forthcoming, Supplier: "S",
			Contact: "data@example.com", Replaces: "3-16-148410-X", Territory: []string{"DE", "AT"},
			Price: struct{ Print, Hardcover, Epub []Price }{[]Price{{"14.95", "USD"}, {"12.99", "EUR"}}, []Price{{"30", "GBP"}}, []Price{{"0", "USD"}}}},
		Origin: Origin{Book: "ai-assisted", Translation: "ai", Pictures: []PictureOrigin{{"pictures/sea.jpg", "ai", `origins."pictures/sea.jpg"`}}},
	}
	if c.Lang == nil || c.Lang.Tag != c.Book.Language {
		t.Errorf("language %+v", c.Lang)
	}
	entry := EntryStyle{Layout: RunIn, Number: Above, Head: SmallCaps, Columns: 2, See: Listed, SeeEbook: RunOn, IndexRefs: ByPage}
	if c.Style.Entry != entry || !c.Entries.Restart || c.Style.Head.Verso != ByEntry || c.Style.Head.Recto != ByGuide {
		t.Errorf("entries are laid out by %+v, heads by %+v", c.Style.Entry, c.Style.Head)
	}
	c.Entries = Entries{}
	want.kinds = c.kinds // pointers into Kinds
	c.Lang = nil         // it holds functions, which nothing equals
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
	if got, want := c.Where("contents.part.1.chapters.0").String(), "book.toml:51:13"; got != want {
		t.Errorf("chapter c.md stands at %s, want %s", got, want)
	}
	if pos, end := c.Key("themes.service"); pos.String() != "book.toml:57:1" || end-pos.Offset != len("service") {
		t.Errorf("theme service stands at %s, %d bytes", pos, end-pos.Offset)
	}
	if got := c.Where("book.isbn.nothing").String(); got != "book.toml:31:8" {
		t.Errorf("what is not there stands at its table: %s", got)
	}
	// Whatever is documented was set above.
	for _, k := range Keys() {
		if k.Doc == "" || k.Type == "" {
			t.Errorf("%s is not documented", k.Path)
		}
		path := strings.NewReplacer("[]", ".0", "kinds.*.keys.*", "kinds.rule.keys.why", "kinds.*.", "kinds.rule.").Replace(k.Path)
		if table, ok := strings.CutSuffix(path, ".*"); ok {
			path = table
		}
		if _, ok := c.places[path]; !ok && path != "contents.body" && path != "book.contributor.0.file_as" {
			t.Errorf("%s is not in the example of this test", k.Path)
		}
	}
}

func TestDefaults(t *testing.T) {
	c, l := load(t, small)
	if len(l) > 0 {
		t.Fatal(lines(l))
	}
	if c.Style == nil || c.Style.Name != "Classic" || c.Style.Fonts.BoldItalic != "EBGaramond-SemiBoldItalic.ttf" {
		t.Fatalf("style %+v", c.Style)
	}
	if c.Print.Width != 396*pt || c.Print.Height != 612*pt || c.Measure() != 288*pt || c.Style.Text.Leading != 14*pt {
		t.Errorf("page %v by %v, measure %v", c.Print.Width, c.Print.Height, c.Measure())
	}
	deck := plainDeck()
	deck.Style, deck.Corner, deck.Gap = "classic", tenths(35), 0
	got := []any{c.Book.Slug, c.Book.Language, c.Book.Date.Format(time.RFC3339), c.Book.Identifier, c.Contents.Parts == nil,
		c.Check.MaximWords, c.Check.Alike, c.Check.MinDPI, c.Epub.EmbedFonts, c.Deck}
	want := []any{"t", "en-US", "1980-01-01T00:00:00Z", "urn:uuid:", true, 40, 0.7, 300, true,
		deck}
	want[3] = identify("T", []string{"A B"})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// An identifier is for ever: this one must never change.
	if got, want := identify("T", []string{"A B"}), "urn:uuid:0396c71c-c408-5562-86f2-2e10928d4aab"; got != want {
		t.Errorf("identifier %s, want %s", got, want)
	}
}

func TestProblems(t *testing.T) {
	text, err := os.ReadFile("testdata/problems.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, l := load(t, string(text))
	if c == nil || c.Style == nil {
		t.Fatal("no config")
	}
	var b bytes.Buffer
	diag.TextAll(&b, l, false)
	equal(t, "problems.txt", b.Bytes())
}

func TestSyntax(t *testing.T) {
	var b bytes.Buffer
	for _, s := range []string{"[book]\ntitle = The Title\n", "[book]\ntitle = \"a\ntitle = 2\n", "[book]\ntitle=\"a\"\ntitle=\"b\"\n", "[book\n",
		"[book]\ntitle 3", "a = [1 2]", "a = 01", "[book]\ndate = 2026-13-45", "[book]\ntitle = \"a\" b", `x = "\q"`, "title = \"\xff\"",
		"\uFEFFx = y", "a = {b = 1", "key", "x = '''a", "x = \"a\x01\"", "[[a]\nx=1", "=1", ".a = 1", "a = 1__0", "a = 12:99:00",
		"[a]\n[a]\n", "a\x00b", "a = ,"} {
		c, l := load(t, s)
		if c == nil || len(l) != 1 || l[0].Code != "toml-syntax" || len(l[0].Notes) == 0 {
			t.Errorf("%q: %q", s, lines(l))
		}
		diag.TextAll(&b, l, false)
	}
	equal(t, "syntax.txt", b.Bytes())
}

// TestOne tries values one by one: each gives its config one diagnostic, or none.
func TestOne(t *testing.T) {
	book := func(s string) string { return small + s }
	for _, c := range []struct{ text, want string }{
		{"", "book.toml:1:1 toml-missing: book is missing"},
		{"[book]\n", "book.toml:1:2 toml-missing: book.title is missing | book.toml:1:2 toml-missing: the book has no author"},
		{"[book]\ntitle=' '\nauthors=['A']", "book.toml:2:7 toml-value: book.title is empty"},
		{"[book]\ntitle='T'\nauthors=[]", "book.toml:1:2 toml-missing: the book has no author"},
		{"[book]\ntitle='T'\nauthors=['']", "book.toml:3:10 toml-value: item 1 of book.authors is empty"},
		{"[book]\ntitle='T'\nauthors=['A','A']", "book.toml:3:14 toml-value: \"A\" is named twice"},
		{"[book]\ntitle='T'\n[[book.contributor]]\nname='A'\nrole='edt'", "book.toml:1:2 toml-missing: the book has no author"},
		{"book = 1", "book.toml:1:8 toml-type: book must be a table, not an integer"},
		{"[[book]]\n", "book.toml:1:3 toml-type: book must be a table, not an array of tables"},
		{"[book]\ntitle=\"a\\u0007\"\nauthors=['A']", "book.toml:2:7 toml-value: book.title holds the control character U+0007"},
		{book("contributor = 3"), "book.toml:4:15 toml-type: book.contributor must be an array of tables, not an integer"},
		{book("contributor = [3]"), "book.toml:4:16 toml-type: item 1 of book.contributor must be a table, not an integer"},
		{book("contributor = [{name='B', role='ill'}]"), ""},
		{book("date = 2026-11-23T10:00:00+02:00"), ""},
		{book("date = 2026-11-23 10:00:00"), ""},
		{book("date = 10:00:00"), "book.toml:4:8 toml-type: book.date must be a date, not a time of day"},
		{book("date = 1850-01-01"), "book.toml:4:8 toml-value: book.date must lie between 1980 and 2107, not in 1850"},
		{book("language = 'de-CH-1996'"), ""},
		{book("language = 'english'"), "book.toml:4:12 toml-value: book.language must be a language that octavo knows, as a tag of BCP 47, not \"english\""},
		{book("language = 'de'\n[text]\nquotes = 'guillemets'"), ""},
		{book("[text]\nquotes = 'guillemets'"), "book.toml:5:10 toml-value: text.quotes names no quotation marks of the language \"en-US\": \"guillemets\""},
		{book("language = 'ja'"), "book.toml:4:12 toml-value: book.language is \"ja\", in whose script octavo cannot set a book yet"},
		{book("language = 'zh-Hant'"), "book.toml:4:12 toml-value: book.language is \"zh-Hant\", in whose script octavo cannot set a book yet"},
		{book("language = 'hi'"), "book.toml:4:12 toml-value: book.language is \"hi\", in whose script octavo cannot set a book yet"},
		{book("language = ''"), "book.toml:4:12 toml-value: book.language must be a language that octavo knows, as a tag of BCP 47, not \"\""},
		{book("slug = '../x'"), "book.toml:4:8 toml-value: book.slug must be small letters and digits with single hyphens between them, at most 80, not \"../x\""},
		{book("identifier = 'urn:uuid:1'"), "book.toml:4:14 toml-value: book.identifier is not a UUID: \"urn:uuid:1\""},
		{book("isbn.print = '9780306406157'"), ""},
		{book("isbn.print = '9770306406157'"), "book.toml:4:14 toml-value: book.isbn.print must begin with 978 or 979, not 977"},
		{book("isbn.print = ''"), ""},
		{book("isbn.print = 'X'"), "book.toml:4:14 toml-value: book.isbn.print must have 10 or 13 digits, not \"X\""},
		{book("[contents]\nbody = []"), "book.toml:5:8 toml-value: contents.body lists no file"},
		{book("[contents]\nfront = ['a.md']"), "book.toml:4:2 toml-missing: contents lists no body"},
		{book("[contents]\n"), ""},
		{book("[themes]\n'a.b' = 'x'"), "book.toml:5:1 toml-value: invalid id \"a.b\""},
		{book("[themes]\na = 3"), "book.toml:5:5 toml-type: themes.a must be a string, not an integer"},
		{book("[themes.a]\nb = 3"), "book.toml:4:9 toml-type: themes.a must be a string, not a table"},
		{book("[kinds]\nproverb = false"), "book.toml:5:11 toml-value: kinds.proverb is no kind that octavo has of itself"},
		{book("[kinds]\nmeme = true\nmetaphor = false"), ""},
		{book("[kinds]\nmeme = 'no'"), "book.toml:5:8 toml-type: kinds.meme must be a table, true or false, not a string"},
		{book("[kinds.Rule]\nlabel = true"), "book.toml:4:8 toml-value: invalid id \"Rule\""},
		{book("[kinds.\"a.b\"]\nlabel = true\nkeys.x = 'string'"), "book.toml:4:8 toml-value: invalid id \"a.b\""},
		{book("[kinds.rule]\nsign = 'star'"), "book.toml:5:8 toml-value: kinds.rule.sign must be \"disc\", \"lozenge\", \"square\", \"ring\", \"triangle\", \"cross\" or \"none\", not \"star\""},
		{book("[kinds.rule]\nline = 'for {guests}'"), "book.toml:5:8 toml-value: line names {guests}, which is no key of the kind"},
		{book("[kinds.rule]\nname = ' '"), "book.toml:5:8 toml-value: kinds.rule.name is empty"},
		{book("[kinds.a]\ndefault = true\n[kinds.b]\ndefault = true"), "book.toml:7:11 toml-value: two kinds are the default, a and b"},
		{book("[kinds.rule]\n[deck.colors]\nrule = '#1f4e79'"), ""},
		{book("[kinds.r.keys]\n" + manyKeys(101)), "book.toml:105:1 toml-value: invalid key \"k100\""},
		{book("[kinds.rule.keys]\nid = 'string'"), "book.toml:5:1 toml-value: invalid key \"id\""},
		{book("[kinds.rule.keys]\nTime = 'string'"), "book.toml:5:1 toml-value: invalid key \"Time\""},
		{book("[kinds.rule.keys]\nwhy = 'text'"), "book.toml:5:7 toml-value: kinds.rule.keys.why must be \"string\", \"strings\", \"bool\", \"number\" or \"date\", not \"text\""},
		{book("[kinds.rule.keys]\nwhy = 3"), "book.toml:5:7 toml-type: kinds.rule.keys.why must be a string or table, not an integer"},
		{book("[kinds.rule.keys]\nwhy = {tipe = 'date'}"), "book.toml:5:8 toml-unknown-key: unknown key \"tipe\" in [kinds.rule.keys.why]"},
		{book("[kinds.rule.keys]\nwhy = {differs_from = 'what'}"), "book.toml:5:23 toml-value: differs_from names \"what\", which is no other key of the kind"},
		{book("[kinds.rule.keys]\nwhy = {label = '{what}'}"), "book.toml:5:16 toml-value: label names {what}, which is not the key"},
		{book("[kinds.rule.keys]\nold = {type = 'bool', print = true}"), "book.toml:5:7 toml-value: nothing is printed for the key old: a bool has no words"},
		{book("[kinds.rule.keys]\nsource = 'number'"), "book.toml:5:10 toml-value: the source of an entry is a string"},
		{book("[kinds.metaphor]\nname = 'image'\n[kinds.metaphor.keys]\ntenor = {print = true}\nin = 'strings'"), ""},
		{book("[check]\nalike = nan"), "book.toml:5:9 toml-value: check.alike must be more than 0 and at most 1, not NaN"},
		{book("[check.levels]\n'a.b' = 'off'"), ""},
		{book("[print]\ntrim = '5.5 x 8.5'"), "book.toml:5:8 toml-value: print.trim must be 76.2mm to 431.8mm (3in to 17in) on each side, not 5.5 x 8.5"},
		{book("[print]\ntrim = '5.5in × 216mm'"), ""},
		{book("[print]\ntrim = 'letter'"), "book.toml:5:8 toml-value: print.trim must be a width and a height with a unit, not \"letter\""},
		{book("[print]\nstyle = '../x'"), "book.toml:5:9 toml-value: print.style must be the name of a style, small letters and digits with hyphens, not \"../x\""},
		{book("lccn = '12'"), "book.toml:4:8 toml-value: book.lccn must have 8 or 10 digits, not \"12\""},
		{book("lccn = ''"), ""},
		{book("bisac = ['bus058000']"), "book.toml:4:10 toml-value: item 1 of book.bisac must be a BISAC code, three letters and six digits, as in \"BUS058000\", not \"bus058000\""},
		{book("thema = ['KJS', 'K J']"), "book.toml:4:17 toml-value: item 2 of book.thema must be a Thema code, capital letters and digits with hyphens between groups, as in \"KJS\", not \"K J\""},
		{book("thema = ['KJS', 'KJS', '5AX', '1KBB-US-NAK']"), ""},
		{book("series = { number = 2 }"), "book.toml:4:10 toml-missing: book.series.name is missing"},
		{book("series = { name = 'S', number = 0 }"), "book.toml:4:33 toml-value: book.series.number must be 1 to 9999, not 0"},
		{book("cip = ['a', '']"), "book.toml:4:13 toml-value: item 2 of book.cip is empty"},
		{book("[index.see]\na = []"), "book.toml:5:5 toml-value: index.see.a names no heading to see"},
		{book("[index.see]\na = ['']"), "book.toml:5:6 toml-value: item 1 of index.see.a is empty"},
		{book("[index.see]\n' ' = ['b']"), "book.toml:5:7 toml-value: index.see.  has no heading"},
		{book("[index.see]\na = 'b'"), "book.toml:5:5 toml-type: index.see.a must be an array of strings, not a string"},
		{book("[print]\nprinter = 'kpd'"), "book.toml:5:11 toml-value: print.printer must be \"none\", \"kdp\", \"ingram\", \"lulu\" or \"press\", not \"kpd\""},
		{book("[print]\nprinter = 'none'"), ""},
		{book("[print]\nprofile = 'kpd'"), "book.toml:5:11 toml-value: print.profile must be \"screen\", \"kdp\", \"ingram\" or \"x4\", not \"kpd\""},
		{book("[print]\nprofile = ['x4', 'x3']"), "book.toml:5:18 toml-value: item 2 of print.profile must be \"screen\", \"kdp\", \"ingram\" or \"x4\", not \"x3\""},
		{book("[print]\nprofile = 4"), "book.toml:5:11 toml-type: print.profile must be a string or array of strings, not an integer"},
		{book("[print]\nprofile = []"), "book.toml:5:11 toml-value: print.profile names no profile"},
		{book("[print]\nprofile = 'x4'"), ""},
		{book("[deck]\nmaxim_min = inf"), "book.toml:5:13 toml-value: deck.maxim_min is not a length"},
		{book("[deck]\nmaxim_min = true"), "book.toml:5:13 toml-type: deck.maxim_min must be a length, not a boolean"},
		{book("[deck]\nmaxim_min = '3pt'"), "book.toml:5:13 toml-value: deck.maxim_min must be 9pt to 72pt, not 3pt"},
	} {
		_, l := load(t, c.text)
		if got := strings.Join(lines(l), " | "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
		for _, d := range l {
			if d.Severity != diag.Error || d.End <= d.Pos.Offset && c.text != "" {
				t.Errorf("%q: %v ends at %d", c.text, d.Pos, d.End)
			}
		}
	}
}

func TestEpoch(t *testing.T) {
	for value, want := range map[string]string{"0": "1980-01-01T00:00:00Z", "1700000000": "2023-11-14T22:13:20Z", "x": "", "-1": "", "99999999999999999999": "", "9999999999": ""} {
		t.Setenv("SOURCE_DATE_EPOCH", value)
		c, l := load(t, small+"date = 2026-11-23")
		if want == "" {
			if len(l) != 1 || l[0].Code != "epoch-malformed" {
				t.Errorf("%s: %v", value, lines(l))
			}
		} else if got := c.Book.Date.Format(time.RFC3339); got != want || len(l) > 0 {
			t.Errorf("%s: %s %v, want %s", value, got, lines(l), want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	outside := folder(t, map[string]string{"x.toml": small})
	for name, c := range map[string]struct {
		dir  string
		code string
	}{
		"no folder": {filepath.Join(t.TempDir(), "none"), "config-missing"},
		"no file":   {t.TempDir(), "config-missing"},
		"a folder":  {folder(t, map[string]string{"book.toml/x": ""}), "file-unreadable"},
		"too large": {folder(t, map[string]string{File: strings.Repeat("#", MaxBytes+1)}), "file-too-large"},
		"link out": {func() string {
			dir := t.TempDir()
			if err := os.Symlink(filepath.Join(outside, "x.toml"), filepath.Join(dir, File)); err != nil {
				t.Skip(err)
			}
			return dir
		}(), "file-outside"},
	} {
		c2, l := Load(c.dir, styles.FS)
		if c2 != nil || len(l) != 1 || l[0].Code != c.code || len(l[0].Notes) == 0 {
			t.Errorf("%s: %v %v, want %s", name, c2, lines(l), c.code)
		}
	}
}

func TestStyle(t *testing.T) {
	with := func(style string) (*Config, diag.List) {
		return Load(folder(t, map[string]string{File: small + "[print]\nstyle = 'mine'", "styles/mine.toml": style, "styles/fonts/My.ttf": ""}), styles.FS)
	}
	c, l := with("[fonts]\nregular = 'My.ttf'\n[page]\nwidth='6in'\n[text]\nsize=10.5\n")
	if len(l) > 0 || c.Style.Name != "mine" || c.Style.Fonts.Regular != "My.ttf" || c.Style.Fonts.Mono != "CourierPrime-Regular.ttf" ||
		c.Style.Text.Size != 21*pt/2 || c.Print.Width != 6*inch {
		t.Errorf("%v %+v", lines(l), c.Style)
	}
	_, l = with("[fonts]\nregular = 'EBGaramond-Regluar.ttf'\nitalic = '../x'\n[page]\nwidht='6in'\ninner = '9in'\n")
	got := strings.Join(lines(l), "\n")
	want := `styles/mine.toml:2:11 toml-value: fonts.regular names a font that does not exist: "EBGaramond-Regluar.ttf"
styles/mine.toml:3:10 toml-value: fonts.italic must be the plain name of a file under styles/fonts, not "../x"
styles/mine.toml:5:1 toml-unknown-key: unknown key "widht" in [page]
styles/mine.toml:6:9 toml-value: page.inner must be 0.25in to 4in, not 9in`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	_, l = with("[page]\nwidth='4in'\ninner='1.5in'\nouter='1.5in'")
	if got, want := strings.Join(lines(l), "\n"), "styles/mine.toml:2:7 toml-value: the margins leave 25.4mm (1in) of the page's width for text, less than 38.1mm (1.5in)"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	// Without classic to inherit from, whatever is left out is missing.
	_, l = Load(folder(t, map[string]string{File: small, "styles/classic.toml": "[page]\nwidth = '6in'"}), fstest.MapFS{})
	if len(l) < 10 || l[0].Code != "toml-missing" {
		t.Errorf("%v", lines(l))
	}
	for _, k := range StyleKeys() {
		if k.Doc == "" {
			t.Errorf("%s is not documented", k.Path)
		}
	}
}

func TestStyleValues(t *testing.T) {
	const mine = "[text]\nalign = 'justify'\nhyphenate = 'no'\n[chapter]\nlines = 6\nnumber = 'iv'\n[mark]\nlist = '-----'\nbreak = ' '\n" +
		"[head]\nverso_face = 'small caps'\n[folio]\nsize = '4pt'\n[index]\ncolumns = 5\nstyle = 'x'\n[heads]\n"
	_, l := Load(folder(t, map[string]string{File: small + "[print]\nstyle = 'mine'", "styles/mine.toml": mine}), styles.FS)
	want := `styles/mine.toml:2:9 toml-value: text.align must be "justified" or "ragged", not "justify"
styles/mine.toml:3:13 toml-type: text.hyphenate must be true or false, not a string
styles/mine.toml:5:9 toml-value: chapter.lines must be 2 to 5, not 6
styles/mine.toml:6:10 toml-value: chapter.number must be "arabic", "roman", "words" or "none", not "iv"
styles/mine.toml:8:8 toml-value: mark.list must be at most 3 characters on one line, not "-----"
styles/mine.toml:9:9 toml-value: mark.break is empty
styles/mine.toml:11:14 toml-value: head.verso_face must be "small-caps", "roman", "italic", "bold" or "swash", not "small caps"
styles/mine.toml:13:8 toml-value: folio.size must be 5pt to 36pt, not 4pt
styles/mine.toml:15:11 toml-value: index.columns must be 1 to 4, not 5
styles/mine.toml:16:1 toml-unknown-key: unknown key "style" in [index]
styles/mine.toml:17:2 toml-unknown-key: unknown key "heads"`
	if got := strings.Join(lines(l), "\n"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestHouseStyles loads what is shipped: every style says all there is to say, and the one for large print keeps to the
// guidance (American Council of the Blind, Best Practices for Large Print Documents; American Printing House).
func TestHouseStyles(t *testing.T) {
	for _, name := range []string{"classic", "modern", "large", "aldine"} {
		c, l := load(t, small+"[print]\nstyle = '"+name+"'")
		if len(l) > 0 {
			t.Fatal(lines(l))
		}
		places := tomltext.Places(string(c.Style.Source.Text))
		for _, k := range StyleKeys() {
			if _, ok := places[k.Path]; !ok {
				t.Errorf("%s does not set %s", name, k.Path)
			}
		}
	}
	c, _ := load(t, small+"[print]\nstyle = 'large'")
	s := c.Style
	if s.Text.Size < 18*pt || s.Text.Leading*100 < s.Text.Size*125 || s.Note.Size < 16*pt || s.Head.Size < 16*pt || s.Folio.Size < s.Text.Size ||
		s.Index.Size < s.Text.Size {
		t.Errorf("large print is too small: %+v", s)
	}
	if s.Text.Align != Ragged || s.Text.Hyphenate || s.Text.Emphasis != Bold || s.Text.Paragraphs != Spaced || s.Chapter.Align != Left ||
		s.Maxim.Face == Italic || s.Section.Face == Italic || s.Head.RectoFace == Italic {
		t.Errorf("large print is hard to read: %+v", s)
	}
}

func TestLength(t *testing.T) {
	for s, want := range map[string]Length{
		"12": 12 * pt, "0.75in": 54 * pt, "1in": inch, "25.4mm": inch, "2.54 cm": inch, ".5pt": pt / 2, "0": 0, "129mm": 23964503,
		"": -1, ".": -1, "1.": -1, "in": -1, "-1pt": -1, "1e3": -1, "1 in x": -1, "999999in": -1, "1,5in": -1, "0x1pt": -1, "999999.999999cm": -1,
	} {
		got, ok := parseLength(s)
		if want == -1 && ok || want != -1 && (got != want || !ok) {
			t.Errorf("%q: %d %v, want %d", s, got, ok, want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	problems, _ := os.ReadFile("testdata/problems.toml")
	f.Add(problems)
	f.Add([]byte(small))
	f.Add([]byte(everything))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, l := load(t, string(text))
		if c == nil {
			t.Fatal("no config")
		}
		for _, d := range l {
			if d.Pos.IsValid() && (d.Pos.Offset < 0 || d.Pos.Offset > len(d.Pos.Source.Text) || d.End > len(d.Pos.Source.Text)+1) {
				t.Errorf("%s: %s at %d to %d", d.Code, d.Message, d.Pos.Offset, d.End)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	dir := folder(b, map[string]string{File: small})
	for b.Loop() {
		Load(dir, styles.FS)
	}
}

// TestNestingBombs gives every loader a few kilobytes of nested keys that would take gigabytes, and sees the error at its
// place.
func TestNestingBombs(t *testing.T) {
	bomb := "\n" + strings.Repeat("a.", 20000) + "a = 1\n"
	check := func(name string, list diag.List) {
		t.Helper()
		for _, d := range list {
			if d.Code == "toml-syntax" && strings.HasPrefix(d.Pos.String(), name+":2:") && len(d.Notes) > 0 {
				return
			}
		}
		t.Errorf("%s: %v", name, list)
	}
	styles := fstest.MapFS{CardsFile: {Data: []byte(bomb)}, PrintersFile: {Data: []byte(bomb)}}
	_, list := LoadCards(styles)
	check("styles/"+CardsFile, list)
	_, list = LoadPrinters(styles)
	check("styles/"+PrintersFile, list)
	_, list = Load(folder(t, map[string]string{File: bomb}), styles)
	check(File, list)
}

// A second ink that nobody could read, or that a press could not print, is refused with what would do.
func TestInkValues(t *testing.T) {
	for value, want := range map[string]string{
		`color = "#ff8080"`:         `is too pale for text: a contrast of 2.4 to 1 to white, where 4.5 to 1 is the least`,
		`color = "red"`:             `must be a colour`,
		`process = "0 95 85"`:       `must be four numbers`,
		`process = "80 80 80 80"`:   `must be four numbers`,
		`process = "0 95 85 101"`:   `must be four numbers`,
		`name = "black"`:            `must be the name of an ink of its own`,
		`name = " "`:                `is empty`,
		`on = ["initials"]`:         `must be "initial"`,
		`color = "#A3241C"`:         "",
		`process = "0 95 85 10"`:    "",
		`on = ["initial", "label"]`: "",
	} {
		_, l := Load(folder(t, map[string]string{File: small + "[print]\nstyle = 'mine'", "styles/mine.toml": "[ink]\n" + value}), styles.FS)
		got := strings.Join(lines(l), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}

// manyKeys returns the declarations of so many keys of a kind.
func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d = 'date'\n", i)
	}
	return b.String()
}
