package studio

import (
	"reflect"
	"runtime"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
)

// TestSamePage: whatever is seen makes a page another one, and what is not seen does not.
func TestSamePage(t *testing.T) {
	one := func(of byte) *font.Font { return &font.Font{Data: []byte{of}} }
	black := page.Black
	make := func() *page.Page {
		return &page.Page{Width: 1, Label: "i", Items: []page.Item{
			&page.Text{Font: one(1), Glyphs: []page.Glyph{{ID: 1}, {ID: 2}}}, &page.Rule{W: 1}, &page.Path{Fill: &black, Segments: []page.Segment{{X: 1}}},
			&page.Image{Picture: &page.Picture{Data: []byte("a")}}, &page.Group{Clip: &page.Box{}, Items: []page.Item{&page.Rule{}}},
			&page.Slot{Name: "a"}, &page.Link{URL: "a"}, &page.Anchor{Name: "a"},
		}}
	}
	unseen := map[string]func(p *page.Page){
		"nothing": func(*page.Page) {},
		"place":   func(p *page.Page) { p.Items[0].(*page.Text).Pos = diag.Pos{Offset: 7} },
		"cluster": func(p *page.Page) { p.Items[0].(*page.Text).Glyphs[1].At = 7 },
		"link":    func(p *page.Page) { p.Items[6].(*page.Link).URL = "b" },
	}
	seen := map[string]func(p *page.Page){
		"size":    func(p *page.Page) { p.Height = 7 },
		"label":   func(p *page.Page) { p.Label = "ii" },
		"turn":    func(p *page.Page) { p.Turned = true },
		"bleed":   func(p *page.Page) { p.Bleed = 7 },
		"text":    func(p *page.Page) { p.Items[0].(*page.Text).X = 7 },
		"colour":  func(p *page.Page) { p.Items[0].(*page.Text).Color.Second = true },
		"font":    func(p *page.Page) { p.Items[0].(*page.Text).Font = one(2) },
		"glyph":   func(p *page.Page) { p.Items[0].(*page.Text).Glyphs[1].DX = 7 },
		"rule":    func(p *page.Page) { p.Items[1].(*page.Rule).H = 7 },
		"fill":    func(p *page.Page) { p.Items[2].(*page.Path).Fill = &page.Color{} },
		"no fill": func(p *page.Page) { p.Items[2].(*page.Path).Fill = nil },
		"segment": func(p *page.Page) { p.Items[2].(*page.Path).Segments[0].Y = 7 },
		"picture": func(p *page.Page) { p.Items[3].(*page.Image).Picture.Data = []byte("b") },
		"clip":    func(p *page.Page) { p.Items[4].(*page.Group).Clip.W = 7 },
		"group":   func(p *page.Page) { p.Items[4].(*page.Group).Items = nil },
		"scale":   func(p *page.Page) { p.Items[4].(*page.Group).Scale = 7 },
		"slot":    func(p *page.Page) { p.Items[5].(*page.Slot).Name = "b" },
		"less":    func(p *page.Page) { p.Items = p.Items[1:] },
		"other":   func(p *page.Page) { p.Items[6] = &page.Anchor{} },
	}
	for name, change := range unseen {
		a, b := make(), make()
		if change(b); !(comparison{}).page(a, b) {
			t.Errorf("%s makes a page another one", name)
		}
	}
	for name, change := range seen {
		a, b := make(), make()
		if change(b); (comparison{}).page(a, b) || (comparison{}).page(b, a) {
			t.Errorf("%s does not make a page another one", name)
		}
	}
	if got := changedPages(&state{}, &state{pages: []*page.Page{make()}}); got != nil {
		t.Errorf("of the first pages %v are different", got)
	}
	p, q := make(), make()
	q.Label = "x"
	a, b := state{pages: []*page.Page{p, p, p}}, state{pages: []*page.Page{q, q, p, p}}
	a.set = &project.Project{}
	got := changedPages(&a, &b)
	if want := []pageRange{{1, 2}, {4, 4}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v are different, want %v", got, want)
	}
}

// TestFontNumbers: fonts with the same bytes have one number while one of them lives, and a number is never that of another font.
func TestFontNumbers(t *testing.T) {
	var g glyphs
	first, other := &font.Font{Data: []byte("a")}, &font.Font{Data: []byte("b")}
	n := g.number(first)
	again := &font.Font{Data: []byte("a")}
	if g.number(again) != n || g.number(other) == n || g.font(n) == nil {
		t.Errorf("the numbers are %d, %d and %d", n, g.number(again), g.number(other))
	}
	gone := func(n int) bool {
		for range 100 {
			if runtime.GC(); g.font(n) == nil {
				return true
			}
			time.Sleep(10 * time.Millisecond)
		}
		return false
	}
	runtime.KeepAlive(first)
	if runtime.GC(); g.font(n) == nil {
		t.Error("the font of a number is not found while another is like it")
	}
	runtime.KeepAlive(again)
	if !gone(n) {
		t.Error("a font that nothing uses is kept")
	}
	if next := g.number(&font.Font{Data: []byte("c")}); next <= n {
		t.Errorf("a new font has the number %d", next)
	}
	runtime.KeepAlive(other)
}
