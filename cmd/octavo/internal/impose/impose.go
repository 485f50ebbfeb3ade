// Package impose lays cards out on sheets: how many fit and where, the marks to cut along, and each back behind its
// front. Faces of cards go in, sheets come out; it knows nothing of what a card says.
package impose

import "octavo/cmd/octavo/internal/typeset"

// Card is one card: two faces of the same size, which its trim is. Where its ground goes off the edges the faces have
// typeset.Page.Bleed, and items stand out by that much.
type Card struct {
	ID    string        // unique in the deck, as file names and tests call it
	Front *typeset.Page // its Label is the card's number
	Back  *typeset.Page
}

// Size is the size of a card or of a sheet.
type Size struct{ W, H typeset.Length }
