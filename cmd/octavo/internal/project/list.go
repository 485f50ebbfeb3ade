package project

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cardlist"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// TakeList makes the cards of a list the entries of the book, in place of the manuscript's, and returns how many copies of each it asks
// for. The data are those of the list's file, whose name is for messages. What is wrong with the list is added to p.Found; where that
// has errors the book stays as it is and there are no copies. The cards name no pages, since they are not in the book.
func (p *Project) TakeList(name string, data []byte) map[*book.Entry]int {
	list, found := cardlist.Read(name, data, p.Cfg, check.Contents(p.Cfg))
	if list == nil {
		p.Settle(found.Limited(diag.Deck))
		return nil
	}
	bk := *p.Book
	bk.Front, bk.Back, bk.Parts = nil, nil, []*book.Part{{Chapters: []*book.Chapter{list.Chapter}}}
	bk.Sources = append(slices.Clip(bk.Sources), list.Source)
	p.Book = &bk
	p.Configure(func(c *config.Config) {
		c.Themes = append(slices.Clip(c.Themes), list.Themes...)
		c.Audiences = append(slices.Clip(c.Audiences), list.Audiences...)
		if c.Deck.Folio = false; c.Deck.Back != config.BackCommon { // what the list says of a back is the author's words
			c.Deck.Back = config.BackGloss
		}
	})
	p.Settle(found)
	return list.Copies
}
