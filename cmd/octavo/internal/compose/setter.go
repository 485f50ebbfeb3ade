package compose

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// setter sets one chapter (or one piece of front or back matter) as a galley. Chapters share nothing but what is only
// read, so that they can be set side by side.
type setter struct {
	fonts                 *Fonts
	style                 *config.Style
	textWidth, textHeight page.Length // of the text block
	book                  *index
	chapter               *manuscript.Chapter

	folio    func(id string) string        // the folio of an anchor, as far as it is known
	used     map[string]string             // the folios that went into the text, by anchor
	language string                        // of the book
	tree     *page.Node                    // the structure of what is set; nil: it has none
	base     int                           // the level of its title among the book's headings
	faults   diag.List                     // what a proofreader would mark
	source   *manuscript.Tracer            // finds their places; nil until there is one
	marks    map[*manuscript.NoteMark]bool // the first mark of each footnote
	plates   []string                      // pictures that fill a page of their own
	hung     []leaf                        // those of this chapter, to stand at its end
	typed    bool                          // as on a typewriter: every paragraph is indented, and none is set longer or shorter to fill a page
}

// index finds what a link can lead to.
type index struct {
	entries  map[string]*manuscript.Entry
	headings map[string]string // title of a chapter or section by its anchor
	pictures map[string]*page.Picture
	drafts   bool // they are set like the others
}

func newIndex(book *manuscript.Book) *index {
	x := &index{entries: map[string]*manuscript.Entry{}, headings: map[string]string{},
		pictures: map[string]*page.Picture{}}
	for _, e := range book.Entries() {
		x.entries[e.ID] = e
	}
	for _, p := range book.Parts {
		if p.Title != "" {
			x.headings[p.ID] = p.Title
		}
	}
	for _, ch := range book.Chapters() {
		x.headings[ch.ID] = manuscript.PlainText(ch.Title)
		manuscript.Walk(ch.Blocks, func(b manuscript.Block) {
			if h, ok := b.(*manuscript.Heading); ok {
				x.headings[h.ID] = manuscript.PlainText(h.Text)
			}
		})
	}
	for name, p := range book.Pictures {
		x.pictures[name] = &page.Picture{Name: name, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height}
	}
	return x
}

// leads says whether a link to id leads anywhere on paper, and what its words are: a left-out draft is nowhere.
func (x *index) leads(id string) (title string, ok bool) {
	if e := x.entries[id]; e != nil {
		return manuscript.PlainText(e.Maxim), e.Status != manuscript.Draft || x.drafts
	}
	title, ok = x.headings[id]
	return title, ok
}

// page is the folio of an anchor, for the text; it is remembered, so that the chapter is set again when it changes.
func (s *setter) page(id string) string {
	f := s.folio(id)
	if s.used == nil {
		s.used = map[string]string{}
	}
	s.used[id] = f
	return f
}

// grid is the distance between baselines.
func (s *setter) grid() page.Length { return page.Length(s.style.Text.Leading) }

// body is the dress of running text.
func (s *setter) body() dress {
	d := dress{fonts: s.fonts, size: page.Length(s.style.Text.Size), features: font.OldStyle, color: page.Black}
	if s.style.Text.Figures == config.Lining {
		d.features = font.Lining
	}
	return d
}

// align is how running text is aligned.
func (s *setter) align() typeset.Alignment {
	if s.style.Text.Align == config.Ragged {
		return typeset.RaggedRight
	}
	return typeset.Justified
}

// hyphenator is what divides words, nil where the style leaves them whole.
func (s *setter) hyphenator() *typeset.Hyphenator {
	if !s.style.Text.Hyphenate {
		return nil
	}
	return s.fonts.Hyphenator
}

// aligned is the alignment that a style names.
func aligned(name string) typeset.Alignment {
	if name == config.Centered {
		return typeset.Centered
	}
	return typeset.RaggedRight
}
