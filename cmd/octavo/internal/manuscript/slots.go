package manuscript

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
)

// slots are the places in a chapter into which is written what follows from the whole book: [identify] and what comes after it write
// into no others. [book.Chapter.Copy] copies all that have them.
type slots struct {
	of       *parsed
	ids      []*string
	links    []*book.Link
	words    [][]book.Inline // of links, as they were parsed
	entries  []*book.Entry
	numbers  []*string // of figures and tables
	pictures []*book.Image
}

// facts is what slots hold.
type facts struct {
	role              book.Role
	number            int
	opening, unlisted bool
	ids, numbers      []string
	links             []linkFacts
	entries           []entryFacts
	pictures          []pictureFacts
}

type linkFacts struct {
	target, url, elsewhere string
	wordless               bool
	numbered               bool
	to                     book.Numbered // if it is numbered
	opens, within          bool
}

type entryFacts struct {
	number, count int
	kind          string
	noCard        bool
}

type pictureFacts struct {
	path string
	file *book.Picture
}

// slotsOf returns the slots of a chapter that has just been parsed.
func slotsOf(p *parsed) *slots {
	s := &slots{of: p}
	seen := map[any]bool{}
	once := func(place any) bool {
		first := !seen[place]
		seen[place] = true
		return first
	}
	id := func(id *string) {
		if once(id) {
			s.ids = append(s.ids, id)
		}
	}
	link := func(l *book.Link) {
		if once(l) {
			s.links, s.words = append(s.links, l), append(s.words, l.Text)
		}
	}
	picture := func(i *book.Image) {
		if once(i) {
			s.pictures = append(s.pictures, i)
		}
	}
	inline := func(in book.Inline) {
		switch in := in.(type) {
		case *book.Link:
			link(in)
		case *book.Image:
			picture(in)
		}
	}
	p.chapter.Walk(func(b book.Block) {
		switch b := b.(type) {
		case *book.Entry:
			s.entries = append(s.entries, b)
			for _, text := range append(slices.Clip(b.BackText), b.CardText) {
				book.WalkInlines(text, inline)
			}
		case *book.Figure:
			id(&b.ID)
			s.numbers = append(s.numbers, &b.Number)
		case *book.Table:
			id(&b.ID)
			s.numbers = append(s.numbers, &b.Number)
		}
	}, inline)
	for _, a := range p.anchors {
		id(a.id)
	}
	for _, l := range p.links { // some may stand in words that are not printed
		link(l)
	}
	for _, w := range p.wikis {
		link(w.link)
	}
	for _, c := range p.crosses {
		link(c.link)
	}
	for _, i := range p.images {
		picture(i)
	}
	return s
}

// get returns what the slots hold.
func (s *slots) get() facts {
	c := s.of.chapter
	f := facts{role: c.Role, number: c.Number, opening: c.Opening, unlisted: c.Unlisted,
		ids: make([]string, len(s.ids)), numbers: make([]string, len(s.numbers)), links: make([]linkFacts, len(s.links)),
		entries: make([]entryFacts, len(s.entries)), pictures: make([]pictureFacts, len(s.pictures))}
	for i, id := range s.ids {
		f.ids[i] = *id
	}
	for i, n := range s.numbers {
		f.numbers[i] = *n
	}
	for i, l := range s.links {
		f.links[i] = linkFacts{target: l.Target, url: l.URL, elsewhere: l.Elsewhere, wordless: len(l.Text) == 0, opens: l.Opens, within: l.Within}
		if l.To != nil {
			f.links[i].numbered, f.links[i].to = true, *l.To
		}
	}
	for i, e := range s.entries {
		f.entries[i] = entryFacts{e.Number, e.Count, e.Kind, e.NoCard}
	}
	for i, p := range s.pictures {
		f.pictures[i] = pictureFacts{p.Path, p.File}
	}
	return f
}

// set writes facts that get has returned into the slots.
func (s *slots) set(f *facts) {
	c := s.of.chapter
	c.Role, c.Number, c.Opening, c.Unlisted = f.role, f.number, f.opening, f.unlisted
	for i, id := range s.ids {
		*id = f.ids[i]
	}
	for i, n := range s.numbers {
		*n = f.numbers[i]
	}
	for i, l := range s.links {
		is := &f.links[i]
		l.Target, l.URL, l.Elsewhere, l.Opens, l.Within = is.target, is.url, is.elsewhere, is.opens, is.within
		if l.To = nil; is.numbered {
			to := is.to
			l.To = &to
		}
		if l.Text = s.words[i]; is.wordless && len(l.Text) > 0 {
			l.Text = nil
		}
	}
	for i, e := range s.entries {
		is := &f.entries[i]
		e.Number, e.Count, e.Kind, e.NoCard = is.number, is.count, is.kind, is.noCard
	}
	for i, p := range s.pictures {
		p.Path, p.File = f.pictures[i].path, f.pictures[i].file
	}
}

// equal reports whether two chapters of the same slots hold the same.
func (f *facts) equal(g *facts) bool {
	return f.role == g.role && f.number == g.number && f.opening == g.opening && f.unlisted == g.unlisted &&
		slices.Equal(f.ids, g.ids) && slices.Equal(f.numbers, g.numbers) && slices.Equal(f.links, g.links) &&
		slices.Equal(f.entries, g.entries) && slices.Equal(f.pictures, g.pictures)
}
