package cards

import (
	"math"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

func TestFindPictureSize(t *testing.T) {
	for name, want := range map[string][2]int{"square": {1080, 1080}, "story": {1080, 1920}, "1200x627": {1200, 627}, "1200×627": {1200, 627}, " 800 X 800": {800, 800}} {
		s, err := FindPictureSize(name)
		if err != nil || s.W != want[0] || s.H != want[1] {
			t.Errorf("%s: %d × %d, %v", name, s.W, s.H, err)
		}
	}
	for _, name := range []string{"", "big", "1200", "x", "-5x500", "300x500", "5000x4000", "4000x900", "1200x627x3"} {
		if _, err := FindPictureSize(name); err == nil {
			t.Errorf("%q is a size", name)
		}
	}
	if s, _ := FindPictureSize("540x960"); s.Top < 540*14/100 || s.Bottom < 960*20/100-1 {
		t.Error("a picture in the shape of a story keeps no room for the network's signs:", s)
	}
}

// Every picture has its exact size, and its words stand where no network crops them or lays its signs over them; title and author
// are on each.
func TestPictures(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		for _, name := range append(PictureSizeNames(), "1200x627", "540x960", "2000x2000") {
			size, err := FindPictureSize(name)
			if err != nil {
				t.Fatal(err)
			}
			pictures, found := Pictures(cfg, bk, fonts, bk.Entries(), size)
			if found.HasErrors() || len(pictures) == 0 {
				t.Fatalf("%s, %s: %d pictures, %v", style, name, len(pictures), found)
			}
			for _, c := range pictures {
				checkPicture(t, style+", "+name, cfg, c, size)
			}
		}
	}
}

func checkPicture(t *testing.T, what string, cfg *config.Config, c Picture, size PictureSize) {
	t.Helper()
	scale := size.DPI() / float64(page.In)
	pixels := func(l page.Length) float64 { return float64(l) * scale }
	if w, h := pixels(c.Page.Width), pixels(c.Page.Height); math.Abs(w-float64(size.W)) > .01 || math.Abs(h-float64(size.H)) > .01 {
		t.Errorf("%s: %s has %.2f × %.2f pixels", what, c.Entry.ID, w, h)
	}
	var words strings.Builder
	group := c.Page.Items[len(c.Page.Items)-1].(*page.Group)
	for _, it := range group.Items {
		text, ok := it.(*page.Text)
		if !ok {
			continue
		}
		words.WriteString(text.Text + " ")
		box := page.InkBox(text)
		box.Y += group.Y
		if pixels(box.X) < float64(size.Side) || pixels(box.X+box.W) > float64(size.W-size.Side) ||
			pixels(box.Y) < float64(size.Top) || pixels(box.Y+box.H) > float64(size.H-size.Bottom) {
			t.Errorf("%s: %q of %s stands where it can be cropped", what, text.Text, c.Entry.ID)
		}
	}
	for _, want := range []string{cfg.Book.Title, cfg.Book.Authors()[0]} {
		if !strings.Contains(strings.ToLower(words.String()), strings.ToLower(want)) {
			t.Errorf("%s: %s does not have %q: %s", what, c.Entry.ID, want, words.String())
		}
	}
}

// What a screen reader reads has the maxim's words without their markup.
func TestAlternativeText(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	e := *bk.Entries()[0]
	e.Maxim = []book.Inline{&book.Text{Value: "Say "}, &book.Emph{Text: []book.Inline{&book.Text{Value: "less"}}}, &book.Text{Value: "."}}
	e.Card = ""
	size, _ := FindPictureSize("square")
	pictures, found := Pictures(cfg, bk, fonts, []*book.Entry{&e}, size)
	if len(found) > 0 || len(pictures) != 1 {
		t.Fatal(len(pictures), found)
	}
	if want := "“Say less.” — Wren Halloran, Write This Down"; pictures[0].Alt != want {
		t.Errorf("%q, want %q", pictures[0].Alt, want)
	}
}

// A maxim that is too long for a picture is said at its place, and a long title is broken on every size.
func TestPicturesOfLongTexts(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	cfg.Book.Title = "The Curious and Complete Remembrancer of Salesmen, Their Maxims, and What They Made of Them"
	size, _ := FindPictureSize("wide")
	pictures, found := Pictures(cfg, bk, fonts, bk.Entries()[:3], size)
	if len(found) > 0 {
		t.Error(found)
	}
	short := *cfg
	short.Book.Title = "Remembrancer"
	for _, c := range pictures {
		checkPicture(t, "long title", &short, c, size)
	}
	e := *bk.Entries()[0]
	e.Card = strings.Repeat("too many words ", 200)
	_, found = Pictures(cfg, bk, fonts, []*book.Entry{&e}, size)
	if len(found) != 1 || found[0].Code != "card-overflow" || !strings.Contains(found[0].Message, "1200 × 675") {
		t.Error(found)
	}
}

// A deck's art fills the picture, and the words stand on a panel on it.
func TestPicturesOnArt(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	cfg.Deck.Front = "sea.png"
	bk.Art = []book.Art{{File: book.File{Name: "sea.png"}, Picture: &book.Picture{Path: "sea.png", Width: 3000, Height: 2000}}}
	for _, name := range append(PictureSizeNames(), "1200x627") {
		size, _ := FindPictureSize(name)
		pictures, found := Pictures(cfg, bk, fonts, bk.Entries(), size)
		if len(found) > 0 {
			t.Fatal(found)
		}
		for _, c := range pictures {
			checkPicture(t, "on art, "+name, cfg, c, size)
			art, ok := c.Page.Items[0].(*page.Group)
			if !ok || art.Clip == nil || *art.Clip != (page.Box{W: c.Page.Width, H: c.Page.Height}) {
				t.Fatalf("%s: the art does not fill %s", name, c.Entry.ID)
			}
			onPanel(t, name+", "+c.Entry.ID, &page.Page{Items: slices.Concat(c.Page.Items[:1], c.Page.Items[1].(*page.Group).Items)})
		}
	}
}
