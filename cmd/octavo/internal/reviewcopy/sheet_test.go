package reviewcopy

import (
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

func TestChoose(t *testing.T) {
	small := impose.Size{W: page.In * 11 / 2, H: page.In * 17 / 2}
	huge := impose.Size{W: page.In * 20, H: page.In * 20}
	for _, c := range []struct {
		tag, sheet string
		page, want impose.Size
	}{
		{"en-US", config.Auto, small, reviewSheets["letter"]},
		{"en-GB", config.Auto, small, reviewSheets["a4"]},
		{"en-US", "a3", small, reviewSheets["a3"]},
		{"en-US", config.Auto, reviewSheets["letter"], reviewSheets["tabloid"]},
		{"en-US", "letter", huge, impose.Size{W: huge.W + 2*reviewRoom, H: huge.H + 2*reviewFoot}},
	} {
		l, _ := lang.Find(c.tag)
		m := maker{cfg: &config.Config{Lang: l, Review: config.Review{Sheet: c.sheet}}}
		if got := m.choose(c.page.W, c.page.H); got != c.want {
			t.Errorf("%s, sheet %q: %v, want %v", c.tag, c.sheet, got, c.want)
		}
	}
}
