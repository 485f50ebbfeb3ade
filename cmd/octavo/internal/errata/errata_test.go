package errata

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// edition returns a text as it is printed line for line, so many to a page.
func edition(t testing.TB, text string, each int) *Edition {
	bk := booktest.OfChapter(t, text)
	record := &pagemap.Record{Format: pagemap.Format}
	keys := false
	for _, src := range bk.Sources {
		for i, line := range strings.Split(string(src.Text), "\n") {
			if strings.HasPrefix(line, "+++") {
				keys = !keys
			}
			words := strings.TrimLeft(line, "# ")
			if keys || strings.HasPrefix(line, "+++") || words == "" {
				continue
			}
			if n := len(record.Pages); n == 0 || len(record.Pages[n-1].Lines) == each {
				record.Pages = append(record.Pages, pagemap.RecordPage{Number: n + 1, Folio: fmt.Sprint(n + 11), Kind: pagemap.Chapter})
			}
			p := &record.Pages[len(record.Pages)-1]
			p.Lines = append(p.Lines, pagemap.RecordLine{File: src.Name, Line: i + 1, Column: len(line) - len(words) + 1, Text: words})
		}
	}
	return &Edition{Book: bk, Pages: record}
}

const lamps = `# The lamp

The job was wicks, and soot, and a log in plain writing,
kept for an inspector who might come in August.

Rachel climbed the stairs with the oil in both hands.

## Light is a promise.
+++
kind = "metaphor"
id = "light"
tenor = "light"
vehicle = "a promise"
+++

All of it was done for people who were out on the water,
and whom nobody would ever meet.

## Stairs are counted on the way down.
+++
kind = "meme"
id = "stairs"
+++

There were ninety of them, of iron, and wet.
`

func TestCompare(t *testing.T) {
	for name, c := range map[string]struct {
		old, new []string // replaced in the text: what stands there, what takes its place
		want     string
	}{
		"nothing":          {nil, nil, ""},
		"a word":           {[]string{"plain writing"}, []string{"plain hand"}, "11:2 for “in plain writing, kept for” read “in plain hand, kept for”\n"},
		"two in a line":    {[]string{"job was wicks", "a log"}, []string{"work was wicks", "one log"}, "11:2 for “The job was wicks, … soot, and a log in” read “The work was wicks, … soot, and one log in”\n"},
		"side by side":     {[]string{"job was wicks"}, []string{"work was oil"}, "11:2 for “The job was wicks, and soot,” read “The work was oil, and soot,”\n"},
		"two lines":        {[]string{"plain writing", "in August"}, []string{"plain hand", "in May"}, "11:2 for “in plain writing, kept for” read “in plain hand, kept for”\n11:3 for “come in August.” read “come in May.”\n"},
		"a word more":      {[]string{"with the oil"}, []string{"with all the oil"}, "11:4 for “stairs with the oil” read “stairs with all the oil”\n"},
		"a word less":      {[]string{"nobody would ever meet"}, []string{"nobody would meet"}, "12:3 for “nobody would ever meet.” read “nobody would meet.”\n"},
		"at the end":       {[]string{"in both hands."}, []string{"with both hands. Twice."}, "11:4 for “the oil in both hands.” read “the oil with both hands. Twice.”\n"},
		"a heading":        {[]string{"# The lamp"}, []string{"# The lamps"}, "11:1 for “The lamp” read “The lamps”\n"},
		"a maxim":          {[]string{"Stairs are counted"}, []string{"Stairs are numbered"}, "12:4 for “Stairs are counted on the” read “Stairs are numbered on the”\n"},
		"a paragraph gone": {[]string{"Rachel climbed the stairs with the oil in both hands.\n"}, []string{""}, "11:4 delete the paragraph “Rachel climbed the stairs with the oil in …”\n"},
		"a paragraph more": {[]string{"## Light"}, []string{"The wind rose.\n\n## Light"}, "11:4 after it insert the paragraph “The wind rose.”\n"},
		"an entry gone":    {[]string{lamps[strings.Index(lamps, "## Stairs"):]}, []string{""}, "12:4 delete the entry “Stairs are counted on the way down.”\n"},
		"other line ends":  {[]string{"out on the water,\nand whom"}, []string{"out on\nthe water, and whom"}, ""},
		"an unprinted key": {[]string{`id = "stairs"`}, []string{"id = \"stairs\"\nthemes = [\"iron\"]"}, ""},
		"a printed key":    {[]string{`vehicle = "a promise"`}, []string{`vehicle = "an oath"`}, "12:1 for “a promise” read “an oath”\n"},
		"an entry moved": {[]string{lamps[strings.Index(lamps, "## Stairs"):], "## Light"},
			[]string{"", lamps[strings.Index(lamps, "## Stairs"):] + "\n## Light"}, ""},
	} {
		text := lamps
		for i := range c.old {
			if !strings.Contains(text, c.old[i]) {
				t.Fatalf("%s: %q is not in the text", name, c.old[i])
			}
			text = strings.Replace(text, c.old[i], c.new[i], 1)
		}
		var out bytes.Buffer
		if err := Text(&out, Compare(edition(t, lamps, 4), edition(t, text, 4))); err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer("page ", "", ", line ", ":", ": for", " for", ": delete", " delete", ": after", " after").Replace(out.String())
		if got != c.want {
			t.Errorf("%s\ngot  %swant %s", name, got, c.want)
		}
	}
}

// Drafts are not printed, so that nothing is wrong in them.
func TestDraft(t *testing.T) {
	draft := strings.Replace(lamps, `id = "stairs"`, "id = \"stairs\"\nstatus = \"draft\"", 1)
	if rows := Compare(edition(t, draft, 4), edition(t, strings.Replace(draft, "ninety", "eighty", 1), 4)); len(rows) > 0 {
		t.Errorf("%+v", rows)
	}
}

func TestMoves(t *testing.T) {
	longer := strings.Replace(lamps, "The job", "In the first year of it, before the war and after the storm, I was sent to the rock.\n\nNobody asked.\n\nThe job", 1)
	var out bytes.Buffer
	if err := MovesText(&out, Moves(edition(t, lamps, 4), edition(t, longer, 4))); err != nil {
		t.Fatal(err)
	}
	const want = "old page   new page\n11         11–12\n12         12–13\n13         13\n"
	if got := out.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	out.Reset()
	if err := MovesCSV(&out, Moves(edition(t, lamps, 4), edition(t, "# Another\n\nNothing of it is left here.\n", 4))); err != nil || out.String() != "old,new,to\n11,,\n12,,\n13,,\n" {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	err := CSV(&out, []Row{{Page: "iv", Line: 3, Kind: Replace, Was: `a "b"`, Is: "c, d", Entry: "x"}, {Page: "5", Line: 1, Kind: Delete, Was: "e …", What: "paragraph"}})
	const want = "page,line,was,is,change,entry\niv,3,\"a \"\"b\"\"\",\"c, d\",replace,x\n5,1,e …,,delete paragraph,\n"
	if err != nil || out.String() != want {
		t.Errorf("%v\n%s", err, out.String())
	}
}

var few = []Row{
	{Page: "iv", Line: 3, Kind: Replace, Was: "in plain writing, kept for", Is: "in plain hand, kept for"},
	{Page: "iv", Line: 3, Kind: Delete, Was: "Rachel climbed the stairs with the oil …", What: "paragraph"},
	{Page: "112", Line: 30, Kind: Insert, Is: "The wind rose.", What: "paragraph"},
}

func TestSlip(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	doc := Slip(cfg, fonts, few)
	booktest.PagesEqual(t, "slip.txt", doc.Pages)
	if high := doc.Pages[0].Height; high > page.Length(cfg.Print.Height)*2/3 {
		t.Errorf("three lines are %v points high", high.Points())
	}
}

// A long list is set smaller, and at last on several pages; no line stands outside of them.
func TestLongSlip(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, booktest.Kitchen)
	for times, pages := range map[int]int{4: 1, 8: 1, 100: 0} {
		var rows []Row
		for range times {
			rows = append(rows, few...)
		}
		doc := Slip(cfg, fonts, rows)
		if n := len(doc.Pages); pages > 0 && n != pages || pages == 0 && n < 2 {
			t.Errorf("%d rows on %d pages", len(rows), n)
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if text, ok := it.(*page.Text); ok && (text.Y > p.Height || text.X < 0 || text.X+text.Advance() > p.Width) {
					t.Errorf("%q stands outside of its page", text.Text)
				}
			}
		}
	}
}

// Every language has the words, with their places.
func TestWords(t *testing.T) {
	for _, l := range lang.Languages() {
		said := l.Errata.ForRead.Fill("was", quoted(l, "uno"), "is", quoted(l, "duo")) + l.Errata.Delete.Fill("was", "tres") + l.Errata.Insert.Fill("is", "quattuor")
		for _, word := range []string{"uno", "duo", "tres", "quattuor"} {
			if !strings.Contains(said, word) {
				t.Errorf("%s: no %s in %q", l.Tag, word, said)
			}
		}
	}
}
