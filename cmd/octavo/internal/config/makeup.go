package config

import (
	"cmp"

	"octavo/cmd/octavo/internal/diag"
)

// Pages selects the parts that a book has beside its chapters, in print and in the EPUB, and how chapters are numbered.
type Pages struct {
	No Omitted

	ChapterNumbers string // Arabic, Roman, Words or None; "": the style's
	ChapterDates   bool   // the date in the front matter of a chapter stands under its title
	Verso, Recto   string // what the running heads say, as in Style.Head; "": as the style has it
}

// Omitted says which parts a book does without. The keys of book.toml are the opposite: they say which ones it has.
type Omitted struct {
	HalfTitle, Contents, ThemeIndex, FirstWordsIndex, SubjectIndex, Catalog, Colophon, PartNumbers bool
}

// makeupRows are the rows of [pages]. Those of [entries] are in entry.go.
func makeupRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "pages", Type: Table, Doc: "what the book has beside its chapters, and how these are counted"}, nil},
		shown("pages.half_title", "a first page with the title alone", func(o *Omitted) *bool { return &o.HalfTitle }),
		shown("pages.contents", "a table of contents; an EPUB without one has it in the reader's menu only", func(o *Omitted) *bool { return &o.Contents }),
		shown("pages.theme_index", "an index of the entries by theme, where they have more than one", func(o *Omitted) *bool { return &o.ThemeIndex }),
		shown("pages.first_words_index", "an index of the entries by their first words; a dictionary in the order of the alphabet has none", func(o *Omitted) *bool { return &o.FirstWordsIndex }),
		shown("pages.subject_index", "an index of subjects, where entries name some", func(o *Omitted) *bool { return &o.SubjectIndex }),
		shown("pages.catalog", "a library's cataloging data on the copyright page", func(o *Omitted) *bool { return &o.Catalog }),
		shown("pages.colophon", "a last page on the making of the book", func(o *Omitted) *bool { return &o.Colophon }),
		{Key{Path: "pages.chapter_numbers", Type: Text, Default: "the style's",
			Doc: "how chapters are counted: " + quoted(chapterNumbers) + "; number = false at the head of a file takes one out", Values: chapterNumbers},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Pages.ChapterNumbers, it, chapterNumbers...) }},
		{Key{Path: "pages.chapter_dates", Type: Boolean, Default: "false",
			Doc: "the date that the front matter of a file names stands under the title of its chapter"},
			func(_ *decoder, c *Config, it item) { c.Pages.ChapterDates = it.value.(bool) }},
		shown("pages.part_numbers", "parts are counted", func(o *Omitted) *bool { return &o.PartNumbers }),
		{Key{Path: "pages.verso", Type: Text, Default: "the style's; in a dictionary, the first entry of the page",
			Doc: "what the running head of a left page says: " + quoted(heads) + "; see head.verso in octavo explain style", Values: heads},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Pages.Verso, it, heads...) }},
		{Key{Path: "pages.recto", Type: Text, Default: "the style's; in a dictionary, the last entry of the page",
			Doc: "what that of a right page says", Values: heads},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Pages.Recto, it, heads...) }},
	}
}

// heads are what a running head can say.
var heads = []string{ByTitle, ByAuthor, ByPart, ByChapter, ByEntry, ByFirst, ByLast, ByGuide, None}

// chapterNumbers are the ways to number chapters.
var chapterNumbers = []string{Arabic, Roman, Words, None}

// makeUp applies to the book's style what book.toml says otherwise.
func (c *Config) makeUp() diag.List {
	if c.Style == nil {
		return nil
	}
	own := *c.Style
	if c.Pages.ChapterNumbers != "" {
		own.Chapter.Number = c.Pages.ChapterNumbers
	}
	c.Entries.override(&own)
	own.Head.Verso = cmp.Or(c.Pages.Verso, own.Head.Verso)
	own.Head.Recto = cmp.Or(c.Pages.Recto, own.Head.Recto)
	c.Style = &own
	return c.settleNotes(&own)
}

// shown returns the key for a part that a book has unless the key is false.
func shown(path, doc string, field func(*Omitted) *bool) row[Config] {
	return row[Config]{Key{Path: path, Type: Boolean, Default: "true", Doc: doc}, func(_ *decoder, c *Config, it item) {
		*field(&c.Pages.No) = !it.value.(bool)
	}}
}
