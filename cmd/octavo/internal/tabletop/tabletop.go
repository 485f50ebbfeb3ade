// Package tabletop divides the cards of a deck into the grids of pictures that virtual tabletops take, and describes the deck for them.
//
// [Divide] says which cards stand on which grid, and how large they are there. [SavedObject] writes the deck as Tabletop Simulator
// loads it, [Listing] as any other program can read it.
package tabletop

import "fmt"

// Limits are how large a grid may be.
type Limits struct {
	Columns, Rows int // the most, at least 2 each
	Side          int // the most pixels on each side of the picture
}

// Grid is one picture of cards in columns and rows, filled row by row.
type Grid struct {
	First, Cards  int // the cards on it: the first one's place in the deck, from 0, and how many follow from there
	Columns, Rows int
	Hidden        bool // the last cell shows what others see of a card in somebody's hand
}

// Size is the size of a card in pixels.
type Size struct{ W, H int }

// Divide shares cards out among as few grids as the limits allow, as many on each as on the others, and returns them with the size of
// a card, which is the same on all. A card measures width and height, in inches; it has no more than dpi pixels to the inch.
//
// A grid of several cards keeps its last cell for the picture that Tabletop Simulator shows to the other players of a card in a hand.
// It has two columns and two rows at least, the fewest that the program's own dialog offers.
func Divide(cards int, width, height, dpi float64, l Limits) ([]Grid, Size) {
	if cards == 1 {
		size := fit(Grid{Columns: 1, Rows: 1}, width, height, dpi, l.Side)
		return []Grid{{Cards: 1, Columns: 1, Rows: 1}}, size
	}
	grids := (cards + l.Columns*l.Rows - 2) / (l.Columns*l.Rows - 1)
	var out []Grid
	size := Size{}
	for i, first := 0, 0; i < grids; i++ {
		n := (cards - first + grids - i - 1) / (grids - i)
		g, s := shape(n+1, width, height, dpi, l)
		g.First, g.Cards, g.Hidden = first, n, true
		out = append(out, g)
		if first == 0 || s.W < size.W {
			size = s
		}
		first += n
	}
	return out, size
}

// shape returns the grid of so many cells on which a card is largest, and among equals the one with the fewest cells.
func shape(cells int, width, height, dpi float64, l Limits) (best Grid, size Size) {
	for columns := 2; columns <= l.Columns; columns++ {
		rows := max(2, (cells+columns-1)/columns)
		if rows > l.Rows {
			continue
		}
		g := Grid{Columns: columns, Rows: rows}
		s := fit(g, width, height, dpi, l.Side)
		if best.Columns == 0 || s.W > size.W || s.W == size.W && columns*rows < best.Columns*best.Rows {
			best, size = g, s
		}
	}
	return best, size
}

// fit returns the size of a card on a grid whose picture has at most so many pixels on each side. Its height is that of a card which is
// drawn so wide.
func fit(g Grid, width, height, dpi float64, side int) Size {
	s := Size{W: min(int(width*dpi+0.5), side/g.Columns)}
	for ; s.W > 1; s.W-- {
		if s.H = int(float64(s.W)*height/width + 0.5); s.H*g.Rows <= side {
			break
		}
	}
	return Size{max(1, s.W), max(1, s.H)}
}

// Deck is a deck to be described. The cards of grid i are in the pictures Fronts[i] and Backs[i].
type Deck struct {
	Title, Author string
	Cards         []Card
	Grids         []Grid
	Size          Size
	Fronts, Backs []string // names of files
}

// Card is what programs are told of a card.
type Card struct {
	ID     string
	Title  string   // its front, as plain text
	Text   string   // its back, shortened
	Tags   []string // the names of its themes
	Copies int      // at least 1
}

// check reports a deck whose grids do not hold its cards.
func (d *Deck) check() error {
	n := 0
	for _, g := range d.Grids {
		if g.First != n || g.Cards < 1 || g.Cards > g.Columns*g.Rows {
			return fmt.Errorf("tabletop: a grid of %d × %d cannot hold %d cards", g.Columns, g.Rows, g.Cards)
		}
		n += g.Cards
	}
	if n != len(d.Cards) || len(d.Fronts) != len(d.Grids) || len(d.Backs) != len(d.Grids) {
		return fmt.Errorf("tabletop: %d cards and %d pictures for grids that hold %d cards", len(d.Cards), len(d.Fronts), n)
	}
	return nil
}
