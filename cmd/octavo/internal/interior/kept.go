package interior

import (
	"maps"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/xref"
)

// Kept is what settings of a book that is set again and again have in common: [Kept.Set] sets only what has changed. The zero Kept
// is empty. Several goroutines may use one; those that set a book with the same configuration take turns.
//
// Nothing in it depends on what was set before, and a book comes out as from [Set], page for page: the rounds of numbering are gone
// through from the first, and what is kept are the results of functions (see version, printed and chapterFacts).
type Kept struct {
	mu    sync.Mutex
	memos []*memo // the last used first
	now   int     // how many times a book was set
}

const (
	// keptStyles is for how many configurations results are kept: that of the book and one that is tried.
	keptStyles = 2
	// keptSettings is for how many settings of the book a result is kept that none of them needs, and keptUnused for how many those of
	// a configuration.
	keptSettings = 3
	keptUnused   = 6
)

// memo is the results that are kept for one configuration.
type memo struct {
	cfg   *config.Config
	fonts *textstyle.Fonts
	used  int // when it was used last, by Kept.now

	mu  sync.Mutex
	now int // how many times a book was set with it

	chapters map[*book.Chapter]*chapterFacts
	versions map[any][]*version // by the names of their divisions
	blanks   map[sheetKey]*printed
	pictures map[*book.Picture]*keptPicture
	printed  *printedEntries

	paragraphs *typeset.Memo
}

type keptPicture struct {
	name  string
	page  *page.Picture
	asked int
}

// chapterFacts are what follows from a chapter alone. What is nil has not been asked.
type chapterFacts struct {
	links   *xref.Part
	notes   *notePlan
	outline []page.Bookmark
	asked   int
}

// printedEntries are entries that are printed, and which indexes follow from them.
type printedEntries struct {
	list []*book.Entry
	has  indexes.Printed
}

func newMemo(cfg *config.Config, fonts *textstyle.Fonts) *memo {
	return &memo{cfg: cfg, fonts: fonts, chapters: map[*book.Chapter]*chapterFacts{}, versions: map[any][]*version{},
		blanks: map[sheetKey]*printed{}, pictures: map[*book.Picture]*keptPicture{}, paragraphs: typeset.NewMemo()}
}

// memo returns the memo of a configuration.
func (k *Kept) memo(cfg *config.Config, fonts *textstyle.Fonts) *memo {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.now++
	var m *memo
	if i := slices.IndexFunc(k.memos, func(m *memo) bool { return m.cfg == cfg && m.fonts == fonts }); i >= 0 {
		m = k.memos[i]
		k.memos = slices.Delete(k.memos, i, i+1)
	} else {
		m = newMemo(cfg, fonts)
	}
	m.used = k.now
	k.memos = slices.DeleteFunc(k.memos, func(m *memo) bool { return m.used <= k.now-keptUnused })
	k.memos = slices.Insert(k.memos[:min(len(k.memos), keptStyles-1)], 0, m)
	return m
}

// version returns a version of a division for what it is set from now, or nil.
func (m *memo) version(in *interior, d *division) *version {
	for _, v := range m.versions[d.name] {
		if v.inner == in.inner && (d.alone || v.side == d.side) && slices.Equal(v.from, d.from) && v.holds(in) {
			v.asked = m.now
			return v
		}
	}
	return nil
}

// holds reports whether all answers that a version was set with are true.
func (v *version) holds(in *interior) bool {
	for id, f := range v.folios {
		if in.folio(id) != f {
			return false
		}
	}
	for q, answer := range v.answers {
		if in.answer(q) != answer {
			return false
		}
	}
	return true
}

// add keeps the version of a division.
func (m *memo) add(d *division) {
	d.version.asked = m.now
	m.versions[d.name] = append(m.versions[d.name], d.version)
}

// facts returns what follows from a chapter.
func (m *memo) facts(ch *book.Chapter) *chapterFacts {
	f := m.chapters[ch]
	if f == nil {
		f = &chapterFacts{links: xref.PartOf(ch)}
		m.chapters[ch] = f
	}
	f.asked = m.now
	return f
}

// outline returns the bookmarks of a chapter, its own at level 0.
func (m *memo) outline(ch *book.Chapter) []page.Bookmark {
	f := m.facts(ch)
	if f.outline == nil {
		f.outline = chapterOutline(ch)
	}
	return f.outline
}

// notes returns the notes of a chapter, numbered from the first.
func (m *memo) notes(ch *book.Chapter, drafts bool) *notePlan {
	f := m.facts(ch)
	if f.notes == nil {
		f.notes = planNotes(ch, m.cfg.Print.Links == config.AsNotes, drafts)
	}
	return f.notes
}

// index returns what links of a book lead to, with its drawings in the fonts that it is set in.
func (m *memo) index(bk *book.Book) *xref.Index {
	var parts []*xref.Part
	for _, ch := range bk.Chapters() {
		parts = append(parts, m.facts(ch).links)
	}
	return xref.Join(bk, parts, m.picture)
}

// picture returns a picture of pages of one of the book's.
func (m *memo) picture(name string, p *book.Picture) *page.Picture {
	kept := m.pictures[p]
	if kept == nil || kept.name != name {
		kept = &keptPicture{name: name, page: xref.Picture(name, p)}
		if d := kept.page.Drawing; d != nil {
			kept.page.Drawing = m.fonts.Drawn(d)
		}
		m.pictures[p] = kept
	}
	kept.asked = m.now
	return kept.page
}

// blank returns a blank page.
func (m *memo) blank(key sheetKey, make func(sheetKey) *printed) *printed {
	p := m.blanks[key]
	if p == nil {
		p = make(key)
		m.blanks[key] = p
	}
	p.asked = m.now
	return p
}

// entries returns the entries that are printed, in reading order.
func (m *memo) entries(cfg *config.Config, bk *book.Book) *printedEntries {
	var list []*book.Entry
	for _, ch := range bk.Chapters() {
		for _, e := range m.facts(ch).links.Entries {
			if e.Status != book.Draft {
				list = append(list, e)
			}
		}
	}
	if m.printed == nil || !slices.Equal(m.printed.list, list) {
		m.printed = &printedEntries{list, indexes.Of(cfg, list)}
	}
	return m.printed
}

// sweep drops what has not been needed for some time, and the pages that were set on the way to those that are printed.
func (m *memo) sweep() {
	m.paragraphs.Sweep()
	old := m.now - keptSettings
	maps.DeleteFunc(m.chapters, func(_ *book.Chapter, f *chapterFacts) bool { return f.asked <= old })
	maps.DeleteFunc(m.pictures, func(_ *book.Picture, p *keptPicture) bool { return p.asked <= old })
	maps.DeleteFunc(m.blanks, func(_ sheetKey, p *printed) bool { return p.asked <= old })
	for name, all := range m.versions {
		all = slices.DeleteFunc(all, func(v *version) bool { return v.asked <= old })
		for _, v := range all {
			v.sweep(old)
		}
		if m.versions[name] = all; len(all) == 0 {
			delete(m.versions, name)
		}
	}
}

// sweep drops the pages of a version that have not been printed since a setting of the book.
func (v *version) sweep(old int) {
	if v.printed <= old {
		v.bodies, v.tree, v.faults = nil, nil, nil
		return
	}
	for i := range v.bodies {
		b := &v.bodies[i]
		b.printed = slices.DeleteFunc(b.printed, func(p *printed) bool { return p.asked <= old })
	}
}
