package cards

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
)

// A book with a cover has it on its title card, in every design and with or without a bleed; all is inside the cut, and OCTAVO_LOOK
// names a folder to draw it into.
func TestCovered(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	cfg.Cover.Set, cfg.Cover.Ground = true, "#204030"
	size, err := FindPictureSize("square")
	if err != nil {
		t.Fatal(err)
	}
	for _, design := range []string{config.Label, config.Halftone, config.Poster} {
		for _, bleed := range []page.Length{0, page.In / 8} {
			cfg.Cover.Design, cfg.Deck.Bleed = design, config.Length(bleed)
			c := titleCard(cfg, bk, fonts, 60)
			if found := inspect(c, cfg.Where("book.title"), 0, ""); len(found) > 0 {
				t.Errorf("%s: %v", design, found)
			}
			pictures, found := Pictures(cfg, bk, fonts, bk.Entries()[:1], size)
			if len(found) > 0 {
				t.Errorf("%s: %v", design, found)
			}
			if dir := os.Getenv("OCTAVO_LOOK"); dir != "" {
				for name, p := range map[string]*page.Page{"front": c.Front, "back": c.Back, "shared": pictures[0].Page} {
					img, err := raster.Page(p, 100)
					if err != nil {
						t.Fatal(err)
					}
					f, err := os.Create(filepath.Join(dir, "card-"+design+"-"+bleed.String()+"-"+name+".png"))
					if err != nil {
						t.Fatal(err)
					}
					if err := png.Encode(f, img); err != nil {
						t.Fatal(err)
					}
					f.Close()
				}
			}
		}
	}
}
