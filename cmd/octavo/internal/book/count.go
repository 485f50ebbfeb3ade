package book

import "slices"

// Count gives the parts, chapters and entries their numbers.
func (b *Book) Count(c Counting) {
	chapter, part := 0, 0
	chapters, nth := 0, 0
	for _, p := range b.Parts {
		chapters += len(p.Chapters)
	}
	for i, p := range b.Parts {
		if p.Title != "" {
			p.Number = next(&part, p.Title, Default, placeOf(i, len(b.Parts)), c.Part)
		}
		for _, ch := range p.Chapters {
			ch.Number = next(&chapter, PlainText(ch.Title), ch.Counted, placeOf(nth, chapters), c.Chapter)
			nth++
		}
	}
	b.numberEntries(c.Entries)
	b.numberFigures(c)
}

// placeOf returns the place of the ith of n.
func placeOf(i, n int) Place {
	if i == 0 || i == n-1 {
		return AtEnd
	}
	return Between
}

// next returns the number to print with a title, and counts it in n. What the author chose wins over what the title suggests.
func next(n *int, title string, chosen Choice, place Place, count func(title string, n int, place Place) Count) int {
	how := Counted
	switch {
	case chosen == No:
		return 0
	case chosen == Default && count != nil:
		how = count(title, *n+1, place)
	}
	if how == Uncounted {
		return 0
	}
	if *n++; how == CountsItself {
		return 0
	}
	return *n
}

// numberEntries numbers the entries that are no drafts.
func (b *Book) numberEntries(how EntryNumbers) {
	if how == NoNumbers {
		return
	}
	n := 0
	for _, ch := range b.Chapters() {
		if how == ThroughChapter {
			n = 0
		}
		for _, e := range ch.Entries() {
			if e.Status != Draft {
				n++
				e.Number = n
			}
		}
	}
}

// Classify does to entries what their kinds ask for: those without a kind take the default one, those of a kind without cards
// have none, and those of a kind that is counted get their numbers.
func (b *Book) Classify(k Kinds) {
	last := map[string]int{}
	for _, ch := range b.Chapters() {
		if k.Restart {
			clear(last)
		}
		for _, e := range ch.Entries() {
			if _, own := e.Places["kind"]; !own && e.Kind == "" {
				e.Kind = k.Default
			}
			if k.NoCards[e.Kind] {
				e.NoCard = true
			}
			if k.Counted[e.Kind] && e.Status != Draft {
				last[e.Kind]++
				e.Count = last[e.Kind]
			}
		}
	}
}

// SeveralKinds reports whether a book's entries differ in kind. In a book of one kind, a label of each entry's kind tells nothing.
func (b *Book) SeveralKinds() bool {
	all := b.Entries()
	return slices.ContainsFunc(all, func(e *Entry) bool { return e.Kind != all[0].Kind })
}
