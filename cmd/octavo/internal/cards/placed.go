package cards

// Placed is where the card of an entry is in its deck. All of it counts from 1.
type Placed struct {
	Number, Of       int // among the cards of the deck, each counted once
	Sheet, Row, Cell int // of its first copy, as the fronts are read
}

// Find returns where the card of an entry is, by the entry's id, and whether the deck has one.
func (d *Deck) Find(id string) (p Placed, ok bool) {
	cell := 0
	if d.Grid.Cols > 0 {
		cell = min(max(d.cfg.Deck.Start, 1), d.Grid.Cols*d.Grid.Rows) - 1
	}
	for i := range d.Cards {
		if e := d.Entry(i); e != nil && e.ID == id {
			p.Number, p.Of = i+1, len(d.Cards)
			if each := d.Grid.Cols * d.Grid.Rows; each > 0 {
				p.Sheet, p.Row, p.Cell = cell/each+1, cell%each/d.Grid.Cols+1, cell%d.Grid.Cols+1
			}
			return p, true
		}
		cell += d.copies(i)
	}
	return Placed{}, false
}
