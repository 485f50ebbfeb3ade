package project

import (
	"slices"

	"octavo/cmd/octavo/internal/excerpt"
	"octavo/cmd/octavo/internal/interior"
)

// Excerpt returns an excerpt of the book as a project of its own, of which outputs are made as of any other. Asked is what flags asked for.
// The excerpt shares the folder with the book: it need not be closed, and cannot be used once the book is. An error of the type
// [*selection.Error] is about what is asked for.
func (p *Project) Excerpt(ask excerpt.Ask, asked []string) (*Project, error) {
	cfg, bk, err := excerpt.Of(p.Cfg, p.Book, ask)
	if err != nil {
		return nil, err
	}
	small := newProject(p.Dir, p.Root, p.Styles, new(interior.Kept), p.Faces)
	small.Cfg, small.Book, small.Fonts, small.Cards = cfg, bk, p.Fonts, p.Cards
	small.Found, small.Asked, small.shared = slices.Clone(p.Found), asked, true
	return small, nil
}
