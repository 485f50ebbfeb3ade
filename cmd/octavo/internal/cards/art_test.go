package cards

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
)

// artOf returns art of a number of pixels under a name; a drawing without any.
func artOf(t *testing.T, name string, w, h int) book.Art {
	t.Helper()
	pic := &book.Picture{Path: name, Format: "png", Width: w, Height: h}
	if w == 0 {
		d, err := drawing.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="teal"/></svg>`))
		if err != nil {
			t.Fatal(err)
		}
		pic.Format, pic.Width, pic.Height, pic.Drawing = "svg", 300, 100, d
	} else {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		pic.Data = b.Bytes()
	}
	return book.Art{File: book.File{Name: name}, Picture: pic}
}

// TestArt sets decks with pictures in every design on every card: each face has its picture, to the bleed and below all else, words
// stand on a panel, and each file is one picture.
func TestArt(t *testing.T) {
	styles := []string{"classic", "modern", "large"}
	trims := []string{"poker", "mini", "eu-business", "tarot"}
	if testing.Short() {
		trims = trims[:1]
	}
	for _, style := range styles {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		bk.Art = []book.Art{artOf(t, "shore.png", 900, 1200), artOf(t, "weave.svg", 0, 0)}
		entries := bk.Entries()[:12]
		k := &cfg.Deck
		k.Front, k.BackArt = "shore.png", "weave.svg"
		k.Art = []config.ThemeArt{{Theme: entries[0].Themes[0], Name: "weave.svg"}}
		for _, name := range trims {
			for _, bleed := range []int{0, 30} {
				for _, sides := range []string{config.TwoSided, config.OneSided} {
					trimmed(cfg, name)
					k.Bleed, k.Sides, k.Title, k.Index, k.Blanks = config.Length(page.TenthsOfMm(bleed)), sides, true, true, true
					if name == "mini" { // the title card and the card to write on are for larger ones
						k.Title, k.Blanks = false, false
					}
					what := fmt.Sprint(style, " ", name, " ", bleed, " ", sides)
					d, found := NewDeck(cfg, bk, fonts, numbered(bk), entries)
					if d == nil {
						for _, f := range found {
							if f.Code != "card-overflow" || style != "large" {
								t.Errorf("%s: %s %s", what, f.Code, f.Message)
							}
						}
						continue
					}
					checkArt(t, what, cfg, d)
				}
			}
		}
	}
}

// checkArt holds the faces of a deck against what pictures must leave legible.
func checkArt(t *testing.T, what string, cfg *config.Config, d *Deck) {
	t.Helper()
	pictures := map[string]*page.Picture{}
	for i, c := range append(d.Cards[:len(d.Cards):len(d.Cards)], d.blank) {
		for side, p := range []*page.Page{c.Front, c.Back} {
			if p == nil {
				continue
			}
			where := fmt.Sprintf("%s: %s, side %d", what, c.ID, side)
			g, ok := p.Items[0].(*page.Group)
			if !ok || *g.Clip != bled(p.Width, p.Height, p.Bleed) {
				t.Errorf("%s: no picture fills it", where)
				continue
			}
			img := g.Items[0].(*page.Image)
			if img.X > g.Clip.X || img.Y > g.Clip.Y || img.X+img.W < g.Clip.X+g.Clip.W || img.Y+img.H < g.Clip.Y+g.Clip.H {
				t.Errorf("%s: the picture does not cover it", where)
			}
			want := cfg.Deck.BackArt
			if side == 0 {
				want = cfg.Deck.Front
				if i < len(d.Cards) {
					want = frontArt(&cfg.Deck, d.Entry(i))
				}
			}
			if img.Picture.Name != want || pictures[want] != nil && pictures[want] != img.Picture {
				t.Errorf("%s: it shows %s, want %s, the same for all", where, img.Picture.Name, want)
			}
			pictures[want] = img.Picture
			if len(p.Items) > 1 || side == 0 { // a back may say nothing
				onPanel(t, where, p)
			}
		}
	}
}

// onPanel reports what stands on a picture itself.
func onPanel(t *testing.T, where string, p *page.Page) {
	t.Helper()
	panel, ok := page.Extent(p.Items[1])
	if path, isPath := p.Items[1].(*page.Path); !ok || !isPath || path.Fill == nil {
		t.Errorf("%s: no panel", where)
		return
	}
	for _, it := range p.Items[2:] {
		b, ok := page.Extent(it)
		if ok && (b.X < panel.X || b.Y < panel.Y || b.X+b.W > panel.X+panel.W || b.Y+b.H > panel.Y+panel.H) {
			t.Errorf("%s: %T at %v stands out of the panel %v", where, it, b, panel)
		}
	}
}

// Backs that say nothing are the picture.
func TestArtAlone(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	bk.Art = []book.Art{artOf(t, "weave.svg", 0, 0)}
	cfg.Deck.BackArt, cfg.Deck.Back = "weave.svg", config.BackCommon
	d, found := NewDeck(cfg, bk, fonts, nil, bk.Entries()[:2])
	if d == nil {
		t.Fatal(found)
	}
	for _, c := range d.Cards[len(d.Cards)-2:] {
		if len(c.Back.Items) != 1 {
			t.Errorf("the back of %s has %d items", c.ID, len(c.Back.Items))
		}
		if _, ok := c.Front.Items[0].(*page.Group); ok {
			t.Errorf("the front of %s has a picture", c.ID)
		}
	}
}

func TestArtDPI(t *testing.T) {
	for _, c := range []struct {
		w, h, least int
		bleed       int
		want        string
	}{
		{750, 1050, 300, 0, ""},
		{749, 1050, 300, 0, ""},
		{740, 1050, 300, 0, "card-art-dpi: \"a.png\" has 296 pixels to the inch where it fills a card; 300 are wanted"},
		{750, 1050, 300, 32, "card-art-dpi: \"a.png\" has 273 pixels to the inch where it fills a card; 300 are wanted"},
		{4000, 700, 300, 0, "card-art-dpi: \"a.png\" has 200 pixels to the inch where it fills a card; 300 are wanted"},
		{200, 280, 300, 0, "card-art-coarse: \"a.png\" has 80 pixels to the inch where it fills a card; 100 are the least"},
		{260, 360, 0, 0, ""},
		{200, 280, 0, 0, "card-art-coarse: \"a.png\" has 80 pixels to the inch where it fills a card; 100 are the least"},
		{0, 0, 300, 0, ""},
	} {
		cfg := &config.Config{Check: config.Check{MinDPI: c.least}}
		trimmed(cfg, "poker")
		cfg.Deck.Bleed = config.Length(page.TenthsOfMm(c.bleed))
		var got []string
		for _, d := range artDPI(cfg, artOf(t, "a.png", c.w, c.h)) {
			got = append(got, d.Code+": "+d.Message)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%d × %d: %q, want %q", c.w, c.h, got, c.want)
		}
	}
}

// What is wrong with a picture stops the deck, where book.toml names it.
func TestArtThatIsMissing(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	lost := book.Art{File: book.File{Name: "lost.png"}}
	lost.Found.Errorf("picture-missing", diag.Pos{}, "picture %q not found", "lost.png")
	bk.Art = []book.Art{lost}
	cfg.Deck.Front = "lost.png"
	if d, found := NewDeck(cfg, bk, fonts, nil, bk.Entries()[:2]); d != nil || !found.HasErrors() {
		t.Errorf("a deck without its picture is set: %v", found)
	}
}

func TestFrontArt(t *testing.T) {
	d := &config.Deck{Front: "all", Art: []config.ThemeArt{{Theme: "meme", Name: "kind"}, {Theme: "calls", Name: "theme"}}}
	for want, e := range map[string]*book.Entry{
		"theme": {Kind: "meme", Themes: []string{"calls", "price"}},
		"kind":  {Kind: "meme", Themes: []string{"price", "calls"}},
		"all":   {Kind: "metaphor"},
	} {
		if got := frontArt(d, e); got != want {
			t.Errorf("%s of %q has the picture %s, want %s", e.Kind, e.Themes, got, want)
		}
	}
}
