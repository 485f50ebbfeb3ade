package manuscript

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

const contract = `+++
themes = ["service"]          # defaults
audience = ["all"]
+++

# Managing people

Prose.

## Management is a *patient* form of service.
+++
kind = "metaphor"             # a comment
id = "patient-service"
tenor = "management"
vehicle = 'service'
themes = ["service",
  "time", # one more
]
see = [ "remind-people" ]
index = ["patience", "management, of people"]
card = "Management, *patiently*."
back = """It's *service* --
first.

Then "more"."""
status = "draft"
source = """
newsletter"""
+++

The gloss.

### A section of the gloss

#### An entry inside
+++
kind = "meme"
card = false
back = false
+++
Inner.

### Back in the outer gloss

## A section

## Next
+++
+++
`

func TestEntries(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte(contract))
	compare(t, "diagnostics", summary(diags), "")
	compare(t, "title", dumpText(c.Title), "Managing people")
	compare(t, "blocks", dump(c.Blocks), `
p Prose.
entry2 #patient-service metaphor Management is a {em patient} form of service.
  p The gloss.
  h3 #a-section-of-the-gloss A section of the gloss
  entry4 #an-entry-inside meme An entry inside
    p Inner.
  h3 #back-in-the-outer-gloss Back in the outer gloss
h2 #a-section A section
entry2 #next  Next`)
	es := c.Entries()
	if len(es) != 3 {
		t.Fatal(len(es))
	}
	e := *es[0]
	places := e.Places
	values := e.Values
	compare(t, "card", dumpText(e.CardText), "Management, {em patiently}.")
	compare(t, "places of the card's words", contract[e.CardText[0].(*book.Text).Pos.Offset:][:10], "Management")
	if len(e.BackText) != 2 {
		t.Fatal("the back has", len(e.BackText), "paragraphs")
	}
	compare(t, "back", dumpText(e.BackText[0])+"|"+dumpText(e.BackText[1]), "It’s {em service} – first.|Then “more”.")
	e.Pos, e.Maxim, e.Gloss, e.Places, e.Values = es[1].Pos, nil, nil, nil, nil
	e.CardText, e.BackText = nil, nil
	want := book.Entry{Pos: es[1].Pos, Level: 2, ID: "patient-service", Kind: "metaphor",
		Themes: []string{"service", "time"}, Audience: []string{"all"}, See: []string{"remind-people"},
		Card: "Management, *patiently*.", Back: "It’s *service* –\nfirst.\n\nThen “more”.", Status: book.Draft, Source: "newsletter",
		Index: []string{"patience", "management, of people"}}
	if !reflect.DeepEqual(e, want) {
		t.Errorf("got %+v\nwant %+v", e, want)
	}
	for i, want := range []book.Value{{Key: "tenor", Type: book.String, Text: "management"}, {Key: "vehicle", Type: book.String, Text: "service"}} {
		if i >= len(values) || !values[i].Equal(&want) || !strings.HasPrefix(contract[values[i].At.Offset:], want.Key) {
			t.Errorf("values %+v, want %+v", values, want)
		}
	}
	var at []string
	for key, pos := range places {
		line, _, _ := strings.Cut(contract[pos.Offset:], "\n")
		at = append(at, key+" "+line)
	}
	sort.Strings(at)
	compare(t, "places", strings.Join(at, "\n"), `
audience ["all"]
audience.0 "all"]
back """It's *service* --
card "Management, *patiently*."
id "patient-service"
index ["patience", "management, of people"]
index.0 "patience", "management, of people"]
index.1 "management, of people"]
kind "metaphor"             # a comment
see [ "remind-people" ]
see.0 "remind-people" ]
source """
status "draft"
tenor "management"
themes ["service",
themes.0 "service",
themes.1 "time", # one more
vehicle 'service'`)
	if e := es[1]; !e.NoCard || !e.NoBack || e.Back != "" || e.Status != book.Ready || e.Themes[0] != "service" || e.Places["themes.0"].Offset != 14 {
		t.Errorf("%+v", e)
	}
}

func TestEntryDiagnostics(t *testing.T) {
	for _, test := range []struct{ name, text, diags, notes string }{
		{"table", "## M\n+++\n[kind]\na = 1\n+++\n", "3:2 toml-type", "quotation marks"},
		{"wrong type", "## M\n+++\nkind = 5\nsee = \"x\"\nthemes = [\"a\", 2]\ncard = 1\nback = 1\n+++\n",
			"3:8 toml-type\n5:16 toml-type\n4:7 toml-type\n6:8 toml-type\n7:8 toml-type", `see = ["x"]`},
		{"syntax", "# T\n\n## M\n+++\nkind = \"meme\"\nid = oops\n+++\n", "6:6 toml-syntax", ""},
		{"syntax, escape", "## M\n+++\nid = \"oo\\ps\"\n+++\n", "3:7 toml-syntax", ""},
		{"key twice", "## M\n+++\nid = \"a\"\nid = \"b\"\n+++\n", "4:1 toml-syntax", ""},
		{"status", "## M\n+++\nstatus = \"done\"\n+++\n", "3:10 entry-status", `"draft"`},
		{"title", "# M\n+++\nkind = \"meme\"\n+++\n", "2:1 entry-title", "##"},
		{"head", "+++\nkind = \"meme\"\naudiense = []\n+++\n\n# T\n", "2:1 toml-unknown-key\n3:1 toml-unknown-key",
			`did you mean "audience"`},
		{"unclosed to the end", "## M\n+++\nkind = \"meme\"\n\nThe gloss.\n", "2:1 block-unclosed", "+++"},
		{"unclosed before the next entry", "## M\n+++\nkind = \"meme\"\n\nGloss.\n\n## N\n+++\nkind = \"meme\"\n+++\n",
			"2:1 block-unclosed", ""},
		{"unclosed, nothing after", "## M\n+++", "2:1 block-unclosed", ""},
		{"unclosed head", "+++\n\n# T", "1:1 block-unclosed", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, text := range []string{test.text, strings.ReplaceAll(test.text, "\n", "\r\n")} {
				_, diags := ParseChapter("c.md", []byte(text))
				compare(t, "diagnostics", summary(diags), test.diags)
				var notes []string
				for _, d := range diags {
					notes = append(notes, d.Notes...)
					if len(d.Notes) == 0 {
						t.Errorf("%s says no next step", d.Code)
					}
				}
				if all := strings.Join(notes, "\n"); !strings.Contains(all, test.notes) {
					t.Errorf("notes %q, want %q", all, test.notes)
				}
			}
		})
	}
}

func TestUnclosedBlockKeepsTheRest(t *testing.T) {
	c, _ := ParseChapter("c.md", []byte("## M\n+++\nkind = \"meme\"\n\nGloss.\n\n## N\n+++\nkind = \"meme\"\n+++\nx\n"))
	compare(t, "blocks", dump(c.Blocks), "entry2 #m meme M\n  p Gloss.\nentry2 #n meme N\n  p x")
}

func TestEntryUnderSetextHeading(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte("A maxim\nin two lines\n---\n+++\nkind = \"meme\"\n+++\n\nGloss.\n"))
	compare(t, "diagnostics", summary(diags), "")
	compare(t, "blocks", dump(c.Blocks), "entry2 #a-maxim-in-two-lines meme A maxim in two lines\n  p Gloss.")
}

func TestIDsAreUnique(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte(`# Same

## Same

## Same
+++
+++

## Same
+++
id = "same"
+++

## Other
+++
id = "same"
+++

## Same-2

## Ill
+++
id = "Ill Formed"
+++
`))
	compare(t, "diagnostics", summary(diags), "")
	var ids []string
	book.Walk(c.Blocks, func(b book.Block) {
		switch b := b.(type) {
		case *book.Heading:
			ids = append(ids, b.ID)
		case *book.Entry:
			ids = append(ids, b.ID)
		}
	})
	if got, want := fmt.Sprint(c.ID, ids), "same-3[same-4 same-2 same same same-2-2 Ill Formed]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSubject(t *testing.T) {
	for line, want := range map[string][2]string{"price": {"price", ""}, "closing, soft": {"closing", "soft"}, " closing ,soft": {"closing", "soft"},
		"closing, soft, twice": {"closing", "soft, twice"}, ",": {"", ""}, "": {"", ""}} {
		if heading, sub := book.Subject(line); heading != want[0] || sub != want[1] {
			t.Errorf("%q: %q and %q, want %q", line, heading, sub, want)
		}
	}
}

// TestNestingBomb puts a few kilobytes of nested keys, which would take gigabytes, under a heading and at the head of a
// file.
func TestNestingBomb(t *testing.T) {
	bomb := "+++\n" + strings.Repeat("a.", 20000) + "a = 1\n+++\n"
	for text, line := range map[string]string{"# A\n\n## E\n" + bomb + "\nText.\n": "c.md:5:", bomb + "\n# A\n\nText.\n": "c.md:2:"} {
		_, list := ParseChapter("c.md", []byte(text))
		if len(list) == 0 || list[0].Code != "toml-syntax" || !strings.Contains(list[0].Pos.String(), line) {
			t.Errorf("%s: %v", line, list)
		}
	}
}

// TestValues reads the keys that entries have for their kinds, each with its type, in the order of the file.
func TestValues(t *testing.T) {
	const text = "## M\n+++\nwhen = 2026-11-23\n\"old\" = true\nkind = \"x\"\nof = [\"a 'b'\", \"c\"]\nn = -2.50\nodd = [1]\nbig = inf\nt = {a = 1}\nnone = []\n+++\n"
	for _, text := range []string{text, strings.ReplaceAll(text, "\n", "\r\n")} {
		c, diags := ParseChapter("c.md", []byte(text))
		compare(t, "diagnostics", summary(diags), "")
		var got []string
		for _, v := range c.Entries()[0].Values {
			line, _, _ := strings.Cut(text[v.At.Offset:], " ")
			got = append(got, fmt.Sprint(line, " ", v.Type, v.Text, v.Items, v.True, v.Date.Year()))
		}
		compare(t, "values", strings.Join(got, "\n"), `
when 5[] false 2026
"old" 3[] true 1
of 2[a ‘b’ c] false 1
n 4-2.5[] false 1
odd 0[] false 1
big 0[] false 1
t 0[] false 1
none 2[] false 1`)
	}
}
