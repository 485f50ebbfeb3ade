package config

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"octavo/styles"
)

func TestPrinters(t *testing.T) {
	p, list := LoadPrinters(styles.FS)
	if len(list) > 0 {
		t.Fatalf("%q", lines(list))
	}
	kdp, ingram := p.Printer("kdp"), p.Printer("ingram")
	if kdp == nil || ingram == nil || p.Printer("kpd") != nil {
		t.Fatal("wrong printers")
	}
	for pages, want := range map[int]Length{1: 27 * pt, 24: 27 * pt, 150: 27 * pt, 151: 36 * pt, 300: 36 * pt, 301: 45 * pt,
		500: 45 * pt, 501: 54 * pt, 700: 54 * pt, 701: 63 * pt, 828: 63 * pt, 5000: 63 * pt} {
		if got := kdp.Gutter(pages); got != want {
			t.Errorf("the gutter of %d pages is %s, want %s", pages, got, want)
		}
	}
	if got := ingram.Gutter(900); got != 36*pt {
		t.Errorf("ingram's gutter is %s", got)
	}
	if (&Printer{}).Gutter(100) != 0 {
		t.Error("a printer without a table has a gutter")
	}
	if kdp.Pages.Admits(23) || !kdp.Pages.Admits(24) || !kdp.Pages.Admits(828) || kdp.Pages.Admits(829) || !ingram.Pages.Admits(2000) {
		t.Errorf("wrong number of pages: %+v, %+v", kdp.Pages, ingram.Pages)
	}
	if !ingram.Pages.Even || !ingram.Pages.LastBlank || kdp.Pages.Even || ingram.Ink.Most != 240 || !kdp.Type.Secondary {
		t.Error("a number of the table was not taken")
	}
	// Whoever reads the table learns of every number where it is from.
	for _, pr := range p.All {
		facts := []Fact{pr.Pages.Fact}
		for _, g := range pr.Gutters {
			facts = append(facts, g.Fact)
		}
		for _, r := range []Range[Length]{pr.Outside, pr.OutsideBleed, pr.Bleed, pr.Width, pr.Height, pr.Type, pr.Rule} {
			if r.Known() {
				facts = append(facts, r.Fact)
			}
		}
		for _, r := range []Range[int]{pr.Resolution, pr.Bitonal, pr.Ink, pr.Megabytes} {
			if r.Known() {
				facts = append(facts, r.Fact)
			}
		}
		for _, f := range facts {
			if f.Source == "" || f.Seen.IsZero() {
				t.Errorf("%s: a number without a source", pr.ID)
			}
		}
	}
}

func TestPrintersProblems(t *testing.T) {
	const source = "source = 's'\nseen = 2026-01-01\n"
	const head = "[printer.x]\nname = 'X'\n"
	for _, c := range []struct{ text, want string }{
		{"", "printer is missing"},
		{"[printer.x]\nnaem = 'X'\n", `unknown key "naem"`},
		{head + "[printer.x.width]\nleast = '4in'\n", "source is missing"},
		{head + "[printer.x.width]\nleast = 4\n" + source, "must be 72pt to 2880pt"},
		{head + "[printer.x.width]\nleast = '4in'\nmost = '3in'\n" + source, "most is less than least"},
		{head + "[printer.x.pages]\nleast = '24'\n" + source, "must be an integer"},
		{head + "[[printer.x.gutter]]\nfrom = 1\nto = 10\nmargin = '1in'\n" + source +
			"[[printer.x.gutter]]\nfrom = 12\nmargin = '1in'\n" + source, "begins at 12 pages, but the one before it ends at 10"},
		{head + "[[printer.x.gutter]]\nfrom = 1\nto = 10\nmargin = '1in'\n" + source +
			"[[printer.x.gutter]]\nfrom = 11\nmargin = '0.5in'\n" + source, "the margin of more pages is narrower"},
		{"[printer\n", "styles/printers.toml:1"},
	} {
		p, list := LoadPrinters(fstest.MapFS{PrintersFile: {Data: []byte(c.text)}})
		if p == nil || !list.HasErrors() {
			t.Errorf("%q is taken", c.text)
			continue
		}
		if got := strings.Join(lines(list), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
	if _, list := LoadPrinters(fstest.MapFS{}); !list.HasErrors() {
		t.Error("no table is no error")
	}
}

// The table lies among the styles, but is none.
func TestPrintersAreNoStyle(t *testing.T) {
	_, list := load(t, small+"[print]\nstyle = 'printers'\n")
	if got := strings.Join(lines(list), "\n"); !strings.Contains(got, "which is no style") {
		t.Errorf("got %s", got)
	}
	_, list = load(t, small+"[print]\nstyle = 'clasic'\n")
	if len(list) != 1 || slices.ContainsFunc(list[0].Notes, func(s string) bool { return strings.Contains(s, "printers") }) {
		t.Errorf("the table is offered as a style: %q", list)
	}
}
