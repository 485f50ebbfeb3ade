package cardlist

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// harbour is the configuration of a book with two themes.
func harbour() *config.Config {
	return &config.Config{Themes: []config.Name{{ID: "tides", Name: "Tides"}, {ID: "knots", Name: "Knots & Lines"}},
		Audiences: []config.Name{{ID: "crew", Name: "Crew"}}}
}

// read returns the cards of a list, a line each, and its diagnostics.
func read(data string) (cards, found []string) {
	list, diags := Read("extra.csv", []byte(data), harbour(), book.Contents{Language: "en-GB"})
	for _, d := range diags {
		found = append(found, fmt.Sprintf("%s %s: %s", d.Pos, d.Code, d.Message))
	}
	if list == nil {
		return nil, found
	}
	for _, b := range list.Chapter.Blocks {
		e := b.(*book.Entry)
		var text []string
		for _, block := range e.Gloss {
			text = append(text, plain(block.(*book.Paragraph).Text))
		}
		line := fmt.Sprintf("%s %s | %s | %s", e.Pos, plain(e.Maxim), strings.Join(text, " ¶ "), strings.Join(e.Themes, " "))
		cards = append(cards, fmt.Sprintf("%s | %s | %s | %d", line, e.ID, strings.Join(e.Audience, " "), list.Copies[e]))
	}
	return cards, found
}

// plain is text with signs for its markup.
func plain(text []book.Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case *book.LineBreak:
			b.WriteString("/")
		case *book.Emph:
			b.WriteString("_" + plain(in.Text) + "_")
		case *book.Strong:
			b.WriteString("*" + plain(in.Text) + "*")
		default:
			b.WriteString(book.PlainText([]book.Inline{in}))
		}
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, list, cards, found string }{
		{"all columns", "text,back,theme,kind,id,audience,copies\nHaul away.,Then rest.,tides,,haul,crew,3\n",
			"extra.csv:2:1 Haul away. | Then rest. | tides | haul | crew | 3", ""},
		{"one column", "Text\nHaul, and haul again.\n\nRest; then haul.\n",
			"extra.csv:2:1 Haul, and haul again. |  |  | haul-and-haul-again |  | 1\nextra.csv:4:1 Rest; then haul. |  |  | rest-then-haul |  | 1", ""},
		{"other order, capitals, semicolons, Excel's first line", "sep=;\nTHEME; Back ;Text\nKnots & Lines;Slowly.;Tie it twice.\n",
			"extra.csv:3:23 Tie it twice. | Slowly. | knots | tie-it-twice |  | 1", ""},
		{"tabs, bare quotation marks", "text\tback\nHe said \"haul\", twice.\t\"Now.\"\n",
			"extra.csv:2:1 He said “haul”, twice. | Now. |  | he-said-haul-twice |  | 1", ""},
		{"quotation marks and line ends in cells", "back,text\r\n\"One.\r\n\r\nTwo, *both*.\",\"Say \"\"less\"\",\r\nsooner.\"\r\n\"\",Stop.\r\n",
			"extra.csv:4:16 Say “less”,/sooner. | One. ¶ Two, _both_. |  | say-less-sooner |  | 1\nextra.csv:6:4 Stop. |  |  | stop |  | 1", ""},
		{"line ends as two signs", "text\tback\nFirst\\nsecond\tOne\\n\\nTwo\n", "extra.csv:2:1 First/second | One ¶ Two |  | first-second |  | 1", ""},
		{"old line ends", "text,back\rHaul.,Rest.\r", "extra.csv:2:1 Haul. | Rest. |  | haul |  | 1", ""},
		{"markup and marks of the language", "text\nIt's **now** -- or *never*...\n", "extra.csv:2:1 It’s *now* – or _never_… |  |  | its-now-or-never |  | 1", ""},
		{"themes that book.toml has not", "text,theme\nA.,\"Feasts; Tides\"\nB.,feasts\nC.,Tidse\n",
			"extra.csv:2:1 A. |  | feasts tides | a |  | 1\nextra.csv:3:1 B. |  | feasts | b |  | 1\nextra.csv:4:1 C. |  | tidse | c |  | 1",
			`extra.csv:4:4 card-theme: theme "Tidse" is not in book.toml, and is taken as a new one`},
		{"the same text, and an id that is taken", "text,id\nHaul.,\nHaul.,\nRest.,haul-2\n",
			"extra.csv:2:1 Haul. |  |  | haul |  | 1\nextra.csv:3:1 Haul. |  |  | haul-3 |  | 1\nextra.csv:4:1 Rest. |  |  | haul-2 |  | 1", ""},
		{"text without letters for an id", "text\n!?\n", "extra.csv:2:1 !? |  |  | x |  | 1", ""},
		{"unknown columns", "text,bakc,\nHaul.,x,\n", "extra.csv:2:1 Haul. |  |  | haul |  | 1",
			`extra.csv:1:6 card-column: unknown column "bakc": it is not read`},

		{"no column of texts", "Front card;Back card\nHaul.;Rest.\n", "", `extra.csv:1:1 card-list: no column is called "text"`},
		{"a column twice", "text,back,Gloss\nHaul.,a,b\n", "", `extra.csv:1:11 card-list: two columns are called "back": the other is column 2`},
		{"empty", " \n", "", "extra.csv:1:1 card-list: the list of cards is empty"},
		{"a byte order mark alone", "\xFF\xFE", "", "extra.csv:1:1 card-list: the list of cards is empty"},
		{"names alone", "text,back\n", "", "extra.csv:1:1 card-list: no cards in the list"},
		{"a workbook", "PK\x03\x04\x14", "", "extra.csv:1:1 card-list: the list of cards is a workbook, not a table in text"},
		{"not text", "text\x00", "", "extra.csv:1:1 card-list: the list of cards is not text"},
		{"cells in wrong", "text,copies,kind,id\n,2,,\nHaul.,many,,\nRest.,,sonnet,\nStop.,,,Not So\nGo.,,,go\nGone.,101,,go\n", "",
			"extra.csv:2:1 card-cell: a card without a text\n" +
				`extra.csv:3:7 card-cell: copies must be 0 to 100, not "many"` + "\n" +
				`extra.csv:4:8 card-cell: unknown kind "sonnet"` + "\n" +
				`extra.csv:5:9 card-cell: the id "Not So" has other signs than small letters, digits and hyphens, or does not begin with a letter` + "\n" +
				`extra.csv:7:12 card-cell: two cards have the id "go"` + "\n" +
				`extra.csv:7:7 card-cell: copies must be 0 to 100, not "101"`},
		{"a comma too many", "text,back\nHaul, and haul.,Rest.\n", "", "extra.csv:2:17 card-cell: the row has more cells than there are columns"},
		{"an open quotation mark", "text,back\nHaul.,\"Rest.\nStop.,Go.\n", "", "extra.csv:2:7 card-list: the quotation mark opens a cell that does not end"},
		{"markup that leads nowhere", "text,back\nHaul.,See[^1] there.\n", "", "extra.csv:2:7 footnote-undefined: footnote [^1] not found"},
	} {
		cards, found := read(c.list)
		if got := strings.Join(cards, "\n"); got != c.cards {
			t.Errorf("%s: the cards are\n%s\nwant\n%s", c.name, got, c.cards)
		}
		if got := strings.Join(found, "\n"); got != c.found {
			t.Errorf("%s: it finds\n%s\nwant\n%s", c.name, got, c.found)
		}
	}
}

// A list is the same in every encoding that spreadsheet programs save.
func TestEncodings(t *testing.T) {
	const list = "text;theme\r\nDonne-moi le café.;Fêtes\r\n"
	want, _ := read(list)
	for name, encode := range map[string]func(string) (string, error){
		"Windows-1252":       charmap.Windows1252.NewEncoder().String,
		"UTF-8 with a mark":  unicode.UTF8BOM.NewEncoder().String,
		"UTF-16, the lesser": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
		"UTF-16, the larger": unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
	} {
		data, err := encode(list)
		if err != nil {
			t.Fatal(err)
		}
		if got, found := read(data); len(got) != 1 || got[0] != want[0] || len(found) > 0 {
			t.Errorf("%s: %q, %q, want %q", name, got, found, want)
		}
	}
}

func TestManyRows(t *testing.T) {
	if _, found := read("text\n" + strings.Repeat("Haul.\n", mostRows+1)); len(found) != 1 || !strings.Contains(found[0], ":10002:1 card-list: more than 10000 cards") {
		t.Errorf("it finds %q", found)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("text,back,theme,kind,id,audience,copies\nHaul *away*.,\"Then \"\"rest\"\".\n\nTwo.\",tides,meme,haul,crew,3\n"))
	f.Add([]byte("sep=;\r\nText;Back\r\n\"a\\nb\";c\r\n"))
	f.Add([]byte("\xFF\xFEt\x00e\x00x\x00t\x00\n\x00a\x00"))
	f.Add([]byte("text\tback\n\"\t\"\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, found := Read("extra.csv", data, harbour(), book.Contents{Language: "en-GB"})
		if (list == nil) != found.HasErrors() {
			t.Fatalf("a list is %v, and it finds %v", list, found)
		}
		for _, d := range found {
			if d.Pos.Source == nil || d.Pos.Offset < 0 || d.Pos.Offset > len(d.Pos.Source.Text) {
				t.Fatalf("%s is at %d of %d", d.Message, d.Pos.Offset, len(d.Pos.Source.Text))
			}
		}
		if list == nil {
			return
		}
		ids := map[string]bool{}
		for _, b := range list.Chapter.Blocks {
			e := b.(*book.Entry)
			if e.ID == "" || ids[e.ID] {
				t.Fatalf("the id %q is empty or there twice", e.ID)
			}
			ids[e.ID] = true
			for _, in := range e.Maxim {
				if at := in.Start().Offset; at < 0 || at > len(list.Source.Text) {
					t.Fatalf("words are at %d of %d", at, len(list.Source.Text))
				}
			}
		}
	})
}
