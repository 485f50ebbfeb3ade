// Package stats measures a book: how long it is and how long it takes to read, what its entries are about, how long its sentences
// are and how hard they are to read, which words it repeats. [Of] measures a book; its [Stats] are plain data, which programs read as
// JSON. Nothing that it says is wrong with a book: it shows an author where to look.
package stats

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/pagemap"
)

// Format is the version of the JSON form of Stats. It changes when a key changes its meaning or goes; new keys may come.
const Format = 1

// Stats are the measures of a book. Drafts count in the words alone, since they are not in the book yet.
type Stats struct {
	Format   int    `json:"octavo_stats"` // see Format
	Title    string `json:"title"`
	Language string `json:"language"` // BCP 47

	Words      int         `json:"words"`  // titles, maxims, text and notes; drafts too
	Drafts     Drafts      `json:"drafts"` // what of them is in drafts
	Pages      *Pages      `json:"pages"`  // null where the pages cannot be set
	Reading    Reading     `json:"reading"`
	Sentences  Sentences   `json:"sentences"`
	Ease       Ease        `json:"readability"`
	Chapters   []Chapter   `json:"chapters"`
	Entries    Entries     `json:"entries"`
	Close      []Close     `json:"close"`       // words repeated near each other, the most striking first
	CloseLeft  int         `json:"close_left"`  // how many less striking ones are left out
	Beginnings []Beginning `json:"beginnings"`  // of chapters, maxims, paragraphs and sentences, alike
	Openers    []Count     `json:"first_words"` // the words that most sentences begin with
}

// Drafts are entries that are not in the book yet.
type Drafts struct {
	Entries int `json:"entries"`
	Words   int `json:"words"`
}

// Pages are how many pages a book has.
type Pages struct {
	Total int    `json:"total"` // of the file, blank ones too
	Blank int    `json:"blank"` // of these
	Front int    `json:"front"` // before the page 1
	First string `json:"first"` // the folio of the first page
	Last  string `json:"last"`  // … and of the last one
}

// Place is where something stands in the manuscript.
type Place struct {
	File   string `json:"file"` // as messages name it
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Count is how many there are of something.
type Count struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Chapter is the measures of one chapter.
type Chapter struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Number   int       `json:"number,omitempty"` // as it is printed; 0: none
	File     string    `json:"file"`
	Words    int       `json:"words"`
	Pages    int       `json:"pages"`           // 0 where the pages cannot be set
	Folio    string    `json:"first,omitempty"` // of its first page
	Entries  int       `json:"entries"`         // drafts left out
	Ease     *float64  `json:"readability"`     // null where there is no measure, or too little text
	Sentence Sentences `json:"sentences"`
	Beside   []Beside  `json:"beside"` // words that are much commoner here than elsewhere in the book
}

// Entries are the measures of a book's entries, drafts left out.
type Entries struct {
	Count     int     `json:"count"`
	Cards     int     `json:"cards"` // how many have a card
	Kinds     []Count `json:"kinds"`
	Themes    []Count `json:"themes"`    // every theme that an entry names counts it, in the order of book.toml
	Themeless int     `json:"themeless"` // how many name none
	Audiences []Count `json:"audiences"`
	Sections  int     `json:"sections"` // headings without a block of settings beside the entries: they have no card
	Longest   []Entry `json:"longest"`  // by the words of maxim and gloss, the longest first
	Shortest  []Entry `json:"shortest"` // … the shortest first
}

// Entry is how long an entry is.
type Entry struct {
	ID    string `json:"id"`
	Maxim string `json:"maxim"`
	Words int    `json:"words"` // of maxim and gloss
	Place Place  `json:"place"`
}

// Of measures a book. Pages tell where everything is printed; nil: that is not known.
func Of(cfg *config.Config, b *book.Book, pages *pagemap.Map) *Stats {
	m := newMeasurer(cfg, b)
	for _, ch := range b.Chapters() {
		m.read(ch)
	}
	s := &Stats{Format: Format, Title: cfg.Book.Title, Language: cfg.Book.Language, Pages: pagesOf(pages)}
	perChapter := chapterPages(pages)
	for i := range m.chapters {
		c := &m.chapters[i]
		ch := c.chapter
		s.Words += ch.Words()
		s.Chapters = append(s.Chapters, Chapter{ID: ch.ID, Title: book.PlainText(ch.Title), Number: ch.Number, File: sourceName(ch), Words: ch.Words(),
			Pages: perChapter[ch.ID].count, Folio: perChapter[ch.ID].first, Entries: c.entries, Ease: m.ease(c.sums).Score, Sentence: m.sentences(c.sentences),
			Beside: m.beside(i)})
	}
	s.Drafts = m.drafts
	s.Reading = reading(cfg.Book.Language, s.Words-s.Drafts.Words)
	var all sums
	var sentences []sentence
	for i := range m.chapters {
		all = all.plus(m.chapters[i].sums)
		sentences = append(sentences, m.chapters[i].sentences...)
	}
	s.Ease, s.Sentences = m.ease(all), m.sentences(sentences)
	s.Entries = m.entries(b)
	s.Close, s.CloseLeft = m.close()
	s.Beginnings, s.Openers = m.beginnings(), m.openers()
	return s
}

// sourceName returns the name of a chapter's file, as messages have it.
func sourceName(ch *book.Chapter) string {
	if ch.Source == nil {
		return ch.File
	}
	return ch.Source.Name
}
