package page

import "testing"

// A mirrored page has everything at the other side, and mirrored again it is as it was. Items that other pages share stay.
func TestMirror(t *testing.T) {
	text := &Text{X: 10, Glyphs: []Glyph{{Advance: 30}, {Advance: 20}}}
	rule := &Rule{X: 5, W: 40}
	inner := &Rule{X: 3, W: 4}
	p := &Page{Width: 200, Items: []Item{text, rule, &Group{X: 50, Turn: 90_000, Clip: &Box{X: 1, W: 2}, Items: []Item{inner}}}}
	Mirror(p)
	g := p.Items[2].(*Group)
	if x := p.Items[0].(*Text).X; x != 140 {
		t.Errorf("the text stands at %d", x)
	}
	if x := p.Items[1].(*Rule).X; x != 155 {
		t.Errorf("the rule stands at %d", x)
	}
	if x := g.Items[0].(*Rule).X; g.X != 150 || g.Turn != -90_000 || g.Clip.X != -3 || x != -7 {
		t.Errorf("the group stands at %d, turned by %d, clipped from %d, and what is in it at %d", g.X, g.Turn, g.Clip.X, x)
	}
	if text.X != 10 || rule.X != 5 || inner.X != 3 {
		t.Error("items that other pages may share are moved")
	}
	Mirror(p)
	if g := p.Items[2].(*Group); p.Items[0].(*Text).X != 10 || g.X != 50 || g.Items[0].(*Rule).X != 3 {
		t.Error("mirrored twice, a page is another")
	}
}
