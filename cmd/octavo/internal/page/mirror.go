package page

// Mirror turns a page whose lines begin at the left into one whose lines begin at the right, as those of a book in Hebrew or Arabic
// do: every item goes to the other side. What stands in an item stays as it is: glyphs follow each other as they are shown,
// and pictures are not turned round. Items are copied, since several pages may share them.
func Mirror(p *Page) {
	for i, it := range p.Items {
		if g, ok := it.(*Group); ok {
			it = mirroredGroup(g)
		} else {
			it = Clone(it)
		}
		MirrorItem(it, p.Width)
		p.Items[i] = it
	}
}

// MirrorItem mirrors an item in a width that it stands in. The items of a group stay as they are; see Mirror.
func MirrorItem(it Item, width Length) {
	switch it := it.(type) {
	case *Text:
		it.X = width - it.X - it.Advance()
	case *Rule:
		it.X = width - it.X - it.W
	case *Path:
		for i := range it.Segments {
			s := &it.Segments[i]
			s.X, s.X1, s.X2 = width-s.X, width-s.X1, width-s.X2
		}
	case *Image:
		it.X = width - it.X - it.W
	case *Link:
		it.X = width - it.X - it.W
	case *Anchor:
		it.X = width - it.X
	case *Group:
		it.X = width - it.X
	case *Slot:
		it.X = width - it.X
	}
}

// mirroredGroup returns a group with everything in it mirrored about its origin.
func mirroredGroup(g *Group) *Group {
	out := *g
	out.Turn = -g.Turn
	if g.Clip != nil {
		clip := *g.Clip
		clip.X = -clip.X - clip.W
		out.Clip = &clip
	}
	out.Items = make([]Item, len(g.Items))
	for i, it := range g.Items {
		if inner, ok := it.(*Group); ok {
			it = mirroredGroup(inner)
		} else {
			it = Clone(it)
		}
		MirrorItem(it, 0)
		out.Items[i] = it
	}
	return &out
}

// Advance returns the width of a text: the sum of its glyphs' advances.
func (t *Text) Advance() (w Length) {
	for _, g := range t.Glyphs {
		w += Length(g.Advance)
	}
	return w
}
