package config

import "sync"

// EntryStyle is how the entries of a book are laid out: the table [entry] of a style, whose keys [entries] of book.toml
// overrides.
type EntryStyle struct {
	Layout    string // Display, Numbered or RunIn
	Number    string // Hanging, Above or Before: where the number of a numbered entry stands
	Head      string // a face: of a headword that is run in
	Hang      bool   // of RunIn: the lines under the headword's are indented, instead of its own
	Columns   int    // of RunIn: columns of a page, 1 or 2; a narrow page has one
	See       string // RunOn or Listed: references to other entries, on paper
	SeeEbook  string // the same, in the EPUB
	IndexRefs string // ByNumber or ByPage: what the indexes give of a numbered entry
}

// Values of an EntryStyle's strings.
const (
	Display  = "display"  // the maxim on lines of its own, above its gloss
	Numbered = "numbered" // a numbered paragraph
	RunIn    = "run-in"   // a headword that begins the paragraph of its gloss

	Hanging = "hanging" // left of the maxim, whose lines are indented
	Above   = "above"   // on a line of its own
	Before  = "before"  // at the start of the maxim's first line

	RunOn  = "run-on" // one after the other
	Listed = "list"   // each on a line of its own

	ByNumber = "number"
	ByPage   = "page"
)

// plainEntry returns the defaults of [entry].
func plainEntry() EntryStyle {
	return EntryStyle{Layout: Display, Number: Hanging, Head: Bold, Hang: true, Columns: 1, See: RunOn, SeeEbook: Listed, IndexRefs: ByNumber}
}

// entryRows are the rows of [entry] in a style, without the table's name.
var entryRows = sync.OnceValue(func() []row[EntryStyle] {
	return []row[EntryStyle]{
		choice("layout", "the maxim large above its gloss; a numbered paragraph, several to a page, that needs no gloss; or, as in a dictionary, a headword that begins the paragraph of its gloss",
			func(e *EntryStyle) *string { return &e.Layout }, Display, Numbered, RunIn),
		choice("number", "of numbered: where the number stands, left of the lines, on a line above them, or at the start of the first",
			func(e *EntryStyle) *string { return &e.Number }, Hanging, Above, Before),
		choice("index", "of numbered: what the indexes give, the number of an entry or its page; the page in any case where numbers begin anew in each chapter",
			func(e *EntryStyle) *string { return &e.IndexRefs }, ByNumber, ByPage),
		choice("head", "of run-in: how the headword looks", func(e *EntryStyle) *string { return &e.Head }, faces(Bold)...),
		truth("hang", "true", "of run-in: the lines under the headword's are indented; false indents its own line",
			func(e *EntryStyle) *bool { return &e.Hang }),
		whole("columns", "1", "of run-in: columns of a page, 1 or 2, these in the size of the indexes; a narrow page has one", 1, 2,
			func(e *EntryStyle) *int { return &e.Columns }),
		choice("see", "references to other entries, one after the other or each on a line of its own",
			func(e *EntryStyle) *string { return &e.See }, RunOn, Listed),
		choice("see_ebook", "the same in the EPUB", func(e *EntryStyle) *string { return &e.SeeEbook }, Listed, RunOn),
	}
})

// styleEntryRows returns the rows of a style's [entry].
func styleEntryRows() []row[Style] {
	out := []row[Style]{{Key{Path: "entry", Type: Table, Doc: "how entries are laid out"}, nil}}
	for _, r := range entryRows() {
		k := r.Key
		k.Path = "entry." + k.Path
		out = append(out, row[Style]{k, func(dec *decoder, s *Style, it item) { r.set(dec, &s.Entry, it) }})
	}
	return out
}

// Entries is what book.toml says of the layout of entries. The style that Load returns has it already.
type Entries struct {
	Restart bool // numbers begin anew in each chapter

	own   EntryStyle // what book.toml sets of it
	given []item     // likewise, as values of keys
}

// bookEntryRows returns the rows of [entries] in book.toml.
func bookEntryRows() []row[Config] {
	out := []row[Config]{{Key{Path: "entries", Type: Table, Doc: "how entries are laid out, where it is not as the style has it"}, nil}}
	for _, r := range entryRows() {
		k := r.Key
		k.Path, k.Default = "entries."+k.Path, "the style's"
		out = append(out, row[Config]{k, func(dec *decoder, c *Config, it item) {
			faults := len(dec.list)
			if r.set(dec, &c.Entries.own, it); len(dec.list) == faults {
				c.Entries.given = append(c.Entries.given, it)
			}
		}})
	}
	return append(out, truth("entries.restart", "false", "of numbered: the numbers begin anew in each chapter, instead of running on through the book",
		func(c *Config) *bool { return &c.Entries.Restart }))
}

// override applies what book.toml says of entries to the book's style. A book that is a dictionary by its book.toml has guide
// words in its running heads, whatever the style has there.
func (e *Entries) override(s *Style) {
	for _, it := range e.given { // each has been read without a fault
		for _, r := range entryRows() {
			if it.path == "entries."+r.Path {
				r.set(nil, &s.Entry, it)
			}
		}
	}
	if e.own.Layout == RunIn {
		s.Head.Verso, s.Head.Recto = ByFirst, ByLast
	}
	if e.Restart {
		s.Entry.IndexRefs = ByPage
	}
}
