package interior

import "octavo/cmd/octavo/internal/bidi"

// direction returns the level of a paragraph of the book's own direction.
func (l *layout) direction() bidi.Level {
	if l.lang.RightToLeft() {
		return bidi.RightToLeft
	}
	return bidi.LeftToRight
}
