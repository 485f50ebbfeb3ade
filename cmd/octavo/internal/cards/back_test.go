package cards

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// uncut returns what was found but for backs that are cut or leave something out.
func uncut(found diag.List) diag.List {
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "card-cut" || d.Code == "card-left-out" })
}

// backOf returns what the back of the card of an entry says, with the codes of what is found, in a style and on a card.
func backOf(t *testing.T, style, card, keys, gloss string, change func(*config.Config)) (p *page.Page, text string, codes []string) {
	t.Helper()
	cfg, _, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
	trimmed(cfg, card)
	if change != nil {
		change(cfg)
	}
	bk := booktest.OfChapter(t, "# T\n\n## Sing less.\n+++\nkind = \"meme\"\nid = \"sing\"\n"+keys+"+++\n\n"+gloss+"\n")
	cards, found := Faces(cfg, bk, fonts, numbered(bk), bk.Entries())
	for _, d := range found {
		codes = append(codes, d.Code)
		if d.Code != "card-cut" && d.Code != "card-left-out" {
			t.Errorf("%s: %s", d.Code, d.Message)
		}
	}
	return cards[0].Back, says(cards[0].Back), codes
}

// TestBacks asks of glosses of all kinds what their backs say, and that what is cut says where it goes on.
func TestBacks(t *testing.T) {
	long := strings.Repeat("the boats lay in the sound and waited for the tide ", 40)
	for _, test := range []struct {
		what, keys, gloss string
		want              []string
		code              string
	}{
		{"a list", "", "- one\n- two\n- three", []string{" one ", " two ", " three"}, ""},
		{"numbers", "", "3. one\n4. two", []string{"3. one 4. two"}, ""},
		{"a nested list", "", "- one\n  - in it\n- [ ] open", []string{" one ", " in it open"}, ""},
		{"a table", "", "| a | b |\n| --- | --- |\n| 1 | 2 |", []string{"a — b", "1 — 2"}, ""},
		{"a large table", "", "Words.\n\n| a | b | c | d | e |\n| - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 |", []string{"Words. … p. 10"}, "card-left-out"},
		{"only a large table", "", "| a | b | c | d | e |\n| - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 |", []string{"Write This Down"}, "card-left-out"},
		{"code", "", "    go test\n      here", []string{"go test here"}, ""},
		{"a quotation", "", "> Who asks leads.\n\nAnd then talk.", []string{"Who asks leads. And then talk."}, ""},
		{"definitions", "", "Term\n: what it means", []string{"Term what it means"}, ""},
		{"a heading", "", "### Head\n\nWords.", []string{"Head Words."}, ""},
		{"a formula", "", "It is $x^2$.", []string{"It is"}, ""},
		{"a long sentence", "", long, []string{"the boats lay", "… p. 10"}, "card-cut"},
		{"clauses", "", strings.ReplaceAll(long, "tide ", "tide, "), []string{"tide … p. 10"}, "card-cut"},
		{"sentences", "", strings.Repeat("The boats lay in the sound. ", 40), []string{"sound. … p. 10"}, "card-cut"},
		{"a long list", "", strings.Repeat("- the boats lay in the sound\n", 30), []string{"sound … p. 10"}, "card-cut"},
		{"long code", "", strings.Repeat("    go test\n", 40), []string{"go test … p. 10"}, "card-cut"},
		{"a word", "", strings.Repeat("boats", 300), []string{"boats", "… p. 10"}, "card-cut"},
		{"own words", "back = \"Say it in *mine*.\\n\\nTwice.\"\n", long, []string{"Say it in", "Twice."}, ""},
		{"no words", "back = false\n", long, []string{"Write This Down", "Wren Halloran"}, ""},
		{"nothing", "", "", []string{"Write This Down"}, ""},
	} {
		for _, style := range []string{"classic", "modern", "large"} {
			_, got, codes := backOf(t, style, "poker", test.keys, test.gloss, nil)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("%s, %s: the back says %q, not %q", test.what, style, got, want)
				}
			}
			if all := strings.Join(codes, " "); all != test.code {
				t.Errorf("%s, %s: found %q, want %q", test.what, style, all, test.code)
			}
		}
	}
}

// TestDeckChoosesBacks asks what [deck] back gives.
func TestDeckChoosesBacks(t *testing.T) {
	const gloss, own = "The first paragraph.\n\nThe second.", "back = \"My own words.\"\n"
	for _, test := range []struct{ choice, keys, has, lacks string }{
		{config.BackGloss, "", "The second.", ""},
		{config.BackParagraph, "", "The first paragraph.", "second"},
		{config.BackParagraph, own, "My own words.", "first"},
		{config.BackWords, "", "Halloran", "first"},
		{config.BackWords, own, "My own words.", "first"},
		{config.BackCommon, own, "Halloran", "My own"},
	} {
		_, got, codes := backOf(t, "classic", "poker", test.keys, gloss, func(cfg *config.Config) { cfg.Deck.Back = test.choice })
		if !strings.Contains(got, test.has) || test.lacks != "" && strings.Contains(got, test.lacks) || len(codes) > 0 {
			t.Errorf("%s with %q: %q, %q", test.choice, test.keys, got, codes)
		}
	}
}

// TestShortBackStandsInTheMiddle holds a short back's line a little above the middle, and centred where the design is.
func TestShortBackStandsInTheMiddle(t *testing.T) {
	p, _, _ := backOf(t, "classic", "poker", "", "Gloss.", nil)
	for _, it := range p.Items {
		if x, ok := it.(*page.Text); ok && x.Text == "Gloss." {
			if middle := x.X + x.Advance()/2; middle < p.Width/2-page.Pt || middle > p.Width/2+page.Pt {
				t.Errorf("the middle of the line is at %s of %s", middle, p.Width)
			}
			if x.Y < p.Height*42/100 || x.Y > p.Height/2 {
				t.Errorf("the line stands at %s of %s", x.Y, p.Height)
			}
			return
		}
	}
	t.Error("no such line")
}

// TestCommonBack asks of the common back in every design, on every card, with a bleed and without, that it is the same when it is
// turned, and that a knife finds nothing wrong with it.
func TestCommonBack(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		for card := range cardTrims {
			for _, bleed := range []int{0, 30} {
				trimmed(cfg, card)
				cfg.Deck.Bleed = config.Length(page.TenthsOfMm(bleed))
				f := newFacer(cfg, bk, fonts)
				p := f.common("1", f.ink(bk.Entries()[0]))
				checkFace(t, style+" "+card, cfg, p)
				upright, turned := map[string]int{}, map[string]int{}
				for m, it := range page.Placed(p.Items) {
					box, ok := page.Extent(it)
					if t, text := it.(*page.Text); text { // what descends is no part of the symmetry
						box = page.InkBox(t)
					}
					if !ok {
						continue
					}
					b := m.Bounds(box)
					key := func(x, y page.Length) string {
						return (x / page.Pt).String() + " " + (y / page.Pt).String() + " " + (b.W / page.Pt).String()
					}
					upright[key(b.X+b.W/2+page.Pt/2, b.Y+b.H/2+page.Pt/2)]++
					turned[key(p.Width-b.X-b.W/2+page.Pt/2, p.Height-b.Y-b.H/2+page.Pt/2)]++
				}
				for at, n := range upright {
					if turned[at] != n {
						t.Errorf("%s, %s, bleed %d: what stands at %s does not when the card is turned", style, card, bleed, at)
						break
					}
				}
			}
		}
	}
}

// TestCodeOnCommonBack keeps the code on a back that says nothing else.
func TestCodeOnCommonBack(t *testing.T) {
	p, got, _ := backOf(t, "classic", "poker", "back = false\n", "", func(cfg *config.Config) { cfg.Deck.QR = "https://a.bc/{id}" })
	codes := 0
	for _, it := range p.Items {
		if path, ok := it.(*page.Path); ok && len(path.Segments) > 500 {
			codes++
		}
	}
	if codes != 1 || !strings.Contains(strings.ToLower(got), "write this down") {
		t.Errorf("%d codes, %q", codes, got)
	}
}
