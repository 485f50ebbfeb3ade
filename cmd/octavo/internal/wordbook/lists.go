package wordbook

import (
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// listItem is a paragraph of a list, with what belongs to it.
type listItem struct {
	level   int
	ordered bool
	number  int
	figures book.Figures
	near    string // words for a remark
	blocks  []book.Block
}

// listOf returns the list to which a paragraph belongs, "" if to none.
func (f *reader) listOf(p *para) (num string, level int) {
	if p.st.num == "0" {
		return "", 0
	}
	return p.st.num, p.st.level
}

// item adds an item to the open list.
func (a *assembly) item(p *para, num string, at int, paragraphs [][]runs.Run) {
	l, n := a.f.numbering.next(num, at)
	a.keep(true, false, false, false)
	a.list = append(a.list, listItem{level: at, ordered: l.ordered(), number: n, figures: figuresOf()[l.format], near: a.f.near,
		blocks: a.f.plainBlocks(paragraphs, false)})
}

// figuresOf are the figures of the formats of lists; the others have Arabic ones.
var figuresOf = sync.OnceValue(func() map[string]book.Figures {
	return map[string]book.Figures{"lowerLetter": book.SmallLetters, "upperLetter": book.CapitalLetters,

		"lowerRoman": book.SmallRoman, "upperRoman": book.CapitalRoman}
})

// lists nests items by their levels. Items of another kind, or whose numbers begin anew, are another list.
func (f *reader) lists(items []listItem) []book.Block {
	var out []book.Block
	for i := 0; i < len(items); {
		top := items[i]
		l := &book.List{Ordered: top.ordered, First: top.number, Tight: true}
		for i < len(items) && items[i].level <= top.level {
			if it := items[i]; it.ordered != l.Ordered || l.Ordered && it.number != l.First+len(l.Items) {
				break
			}
			item := &book.Item{Blocks: items[i].blocks}
			end := i + 1
			for end < len(items) && items[end].level > top.level {
				end++
			}
			item.Blocks = append(item.Blocks, f.lists(items[i+1:end])...)
			for k, b := range item.Blocks {
				switch b.(type) {
				case *book.List:
				case *book.Paragraph:
					l.Tight = l.Tight && k == 0
				default:
					l.Tight = false
				}
			}
			l.Items = append(l.Items, item)
			i = end
		}
		switch {
		case top.figures == book.Arabic:
		case l.First == 1 && len(l.Items) > 1:
			l.Figures = top.figures
		default: // Markdown has no such list
			f.remarkOnce(Letters, top.near)
		}
		out = append(out, l)
	}
	return out
}
