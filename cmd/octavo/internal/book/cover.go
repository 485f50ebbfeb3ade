package book

// Cover is what the author wrote for the cover of the printed book.
type Cover struct {
	Blurb, Bio []Block  // of *Paragraph, *Quote and *List alone
	Photo, Art *Picture // nil: none
}

// Pictures returns the pictures of a cover, which may be nil.
func (c *Cover) Pictures() (out []*Picture) {
	if c == nil {
		return nil
	}
	for _, p := range []*Picture{c.Photo, c.Art} {
		if p != nil {
			out = append(out, p)
		}
	}
	return out
}
