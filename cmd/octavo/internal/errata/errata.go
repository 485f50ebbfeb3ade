// Package errata lists what is wrong in a printed edition of a book, given the text as it should be: [Compare] finds the errors with
// their pages and lines in the edition, and [Moves] tells on which pages of the new edition the pages of the old one are, for
// citations. [Text], [CSV] and [Slip] write them.
package errata

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/pagemap"
)

// Edition is a state of the book and its printed pages.
type Edition struct {
	Name  string // as the user names it
	Book  *book.Book
	Pages *pagemap.Record
}

// Kind is what is to be done.
type Kind string

// The kinds.
const (
	Replace Kind = "replace" // words by others
	Delete  Kind = "delete"  // one paragraph or more, or an entry, a section or a chapter
	Insert  Kind = "insert"  // likewise, after the line
)

// Row is an error of a printed edition, or several in one line.
type Row struct {
	Page    string // the folio
	Line    int    // of the page, from 1, as octavo where counts them
	Kind    Kind
	Was, Is string // of a replacement the words with two words around them; else the beginning of what is deleted or inserted
	What    string // of what is deleted or inserted: "paragraph", "entry", "section", "chapter", "part"
	Entry   string // id of the entry or the section that it is in, "" for none

	number int // of the page in the file
	gap    int // words between this and the row before, -1: it is no part of the same paragraph
	before []string
	after  []string
}

// Compare returns the errors of an old edition, in the order of its pages: where a new state of the text differs from it. Text that
// only moved is no error, and neither is a change of what the old edition does not print.
func Compare(old, now *Edition) []Row {
	c := &comparison{old: old, places: placesOf(old.Pages), tracer: old.Book.Tracer(), gone: map[string]bool{},
		was: entriesOf(old.Book), is: entriesOf(now.Book)}
	// Seen from the new text, so that places are those of the old one.
	for _, change := range bookdiff.Compare(now.Book, old.Book).List() {
		c.change(&change)
	}
	slices.SortStableFunc(c.rows, func(a, b Row) int { return cmp.Or(a.number-b.number, a.Line-b.Line) })
	return merged(c.rows)
}

type comparison struct {
	old     *Edition
	places  *places
	tracer  *book.Tracer
	was, is map[string]*book.Entry // the entries of the old edition and of the new text, by id
	gone    map[string]bool        // containers of the old edition that are gone with all that is in them
	rows    []Row
}

// change adds the rows of a change. Its new book is the old edition.
func (c *comparison) change(x *bookdiff.Change) {
	if c.isDraft(x) {
		return
	}
	what := string(x.What)
	if x.What == bookdiff.Passage {
		what = "paragraph"
	}
	switch x.Kind {
	case bookdiff.New:
		if x.What != bookdiff.Passage {
			c.gone[x.ID] = true
		} else if c.gone[x.ID] {
			return
		}
		c.add(bookdiff.Place{Pos: x.Pos}, Row{Kind: Delete, Was: x.Title, What: what, Entry: x.ID, gap: -1})
	case bookdiff.Removed:
		at := x.After
		if !at.Pos.IsValid() {
			at.Pos = x.Pos
		}
		c.add(at, Row{Kind: Insert, Is: x.Title, What: what, Entry: x.ID, gap: -1})
	default:
		for i := range x.Edits {
			c.edit(x, &x.Edits[i])
		}
		c.fields(x)
	}
}

// edit adds the row of an edit.
func (c *comparison) edit(x *bookdiff.Change, e *bookdiff.Edit) {
	r := Row{Kind: Replace, Entry: x.ID, gap: e.Gap, before: e.Before, after: e.After}
	switch {
	case e.Whole && e.New == "":
		r.Kind, r.Is, r.What = Insert, opening(e.Old), "paragraph"
	case e.Whole:
		r.Kind, r.Was, r.What = Delete, opening(e.New), "paragraph"
	case solid(e.New) == solid(e.Old): // other white
		return
	default:
		r.Was, r.Is = e.New, e.Old
	}
	c.add(e.Place, r)
}

// solid returns a text without its white.
func solid(text string) string { return strings.Join(strings.Fields(text), "") }

// opening returns the first words of a text.
func opening(text string) string {
	const most = 8
	words := strings.Fields(text)
	if len(words) <= most {
		return text
	}
	return strings.Join(words[:most], " ") + " …"
}

// fields adds rows for what is printed of an entry's keys: its source and the keys of its kind.
func (c *comparison) fields(x *bookdiff.Change) {
	if len(x.Fields) == 0 {
		return
	}
	was, is := c.was[x.ID], c.is[cmp.Or(x.Was, x.ID)]
	if was == nil || is == nil {
		return
	}
	for _, key := range x.Fields {
		a, b := was.Value(key), is.Value(key)
		if a == nil || b == nil || a.Text == "" || b.Text == "" || a.Text == b.Text {
			continue
		}
		c.printed(x.Pos, Row{Kind: Replace, Was: a.Text, Is: b.Text, Entry: x.ID, gap: -1})
	}
}

// printed adds a row at the line that prints what an entry's key says: one from the entry's beginning on, to the end of the next page.
func (c *comparison) printed(entry diag.Pos, r Row) {
	from, ok := c.places.at(entry)
	if !ok {
		return
	}
	words := " " + strings.Join(locate.Words(locate.Tokens(r.Was)), " ") + " "
	for i := range c.old.Pages.Pages {
		p := &c.old.Pages.Pages[i]
		if p.Number < from.number || p.Number > from.number+1 {
			continue
		}
		for k, l := range p.Lines {
			if strings.Contains(" "+strings.Join(locate.Words(locate.Tokens(l.Text)), " ")+" ", words) && l.File == entry.Source.Name &&
				(p.Number > from.number || k+1 >= from.line) {
				r.Page, r.Line, r.number = p.Folio, k+1, p.Number
				c.rows = append(c.rows, r)
				return
			}
		}
	}
}

// entriesOf returns a book's entries by id. Of several with the same one it is the first.
func entriesOf(bk *book.Book) map[string]*book.Entry {
	entries := map[string]*book.Entry{}
	for _, e := range slices.Backward(bk.Entries()) {
		entries[e.ID] = e
	}
	return entries
}

// isDraft reports whether a change is in an entry that is not printed, in the edition that has it.
func (c *comparison) isDraft(x *bookdiff.Change) bool {
	if x.What != bookdiff.Entry {
		return false
	}
	e := c.was[x.ID]
	if x.Kind == bookdiff.Removed {
		e = c.is[x.ID]
	}
	return e != nil && e.Status == book.Draft
}

// add adds a row at a word of the old edition, if that is printed.
func (c *comparison) add(at bookdiff.Place, r Row) {
	pos := at.Pos
	if at.Offset > 0 || r.Kind == Replace {
		pos = c.tracer.Trace(at.Pos, at.Offset)
	}
	p, ok := c.places.at(pos)
	if !ok {
		return
	}
	r.Page, r.Line, r.number = p.folio, p.line, p.number
	c.rows = append(c.rows, r)
}

// merged puts the replacements of one line into one row, with their words around them.
func merged(rows []Row) (out []Row) {
	for _, r := range rows {
		n := len(out)
		if n == 0 || r.Kind != Replace || out[n-1].Kind != Replace || out[n-1].number != r.number || out[n-1].Line != r.Line || r.gap < 0 {
			r.Was, r.Is = within(r.before, r.Was, r.after), within(r.before, r.Is, r.after)
			out = append(out, r)
			continue
		}
		last := &out[n-1]
		between := append([]string{"…"}, r.before...)
		if shared := len(last.after) + len(r.before) - r.gap; shared >= 0 { // nothing is left out between them
			between = r.before[shared:]
		}
		last.Was = within(slices.Concat([]string{last.Was}, between), r.Was, r.after)
		last.Is = within(slices.Concat([]string{last.Is}, between), r.Is, r.after)
		last.after = r.after
	}
	return out
}

// within returns words with those around them.
func within(before []string, words string, after []string) string {
	parts := slices.Concat(before, []string{words}, after)
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// places finds the printed line of a place of the manuscript.
type places struct{ lines map[string][]printedLine } // by file, in the order of the file

type printedLine struct {
	row, column int // in the file
	folio       string
	number      int
	line        int
	nth         int // of all lines
}

func placesOf(record *pagemap.Record) *places {
	p := &places{lines: map[string][]printedLine{}}
	nth := 0
	for i := range record.Pages {
		pg := &record.Pages[i]
		for k, l := range pg.Lines {
			p.lines[l.File] = append(p.lines[l.File], printedLine{l.Line, l.Column, pg.Folio, pg.Number, k + 1, nth})
			nth++
		}
	}
	for _, list := range p.lines {
		slices.SortStableFunc(list, func(a, b printedLine) int { return cmp.Or(a.row-b.row, a.column-b.column) })
	}
	return p
}

// at returns the line that begins last at a place or before it.
func (p *places) at(pos diag.Pos) (printedLine, bool) {
	if !pos.IsValid() {
		return printedLine{}, false
	}
	row, column := pos.Source.LineColumn(pos.Offset)
	list := p.lines[pos.Source.Name]
	i, _ := slices.BinarySearchFunc(list, printedLine{row: row, column: column + 1}, func(a, b printedLine) int {
		return cmp.Or(a.row-b.row, a.column-b.column)
	})
	if i == 0 {
		if len(list) > 0 && list[0].row == row { // the mark of a heading before its first word
			return list[0], true
		}
		return printedLine{}, false
	}
	// A heading or an item begins with marks that are no words.
	if before := list[i-1]; before.row < row && i < len(list) && list[i].row == row && list[i].column > column {
		return list[i], true
	}
	// What is printed of an entry's references has the place of the entry, and comes after it.
	for i--; i > 0 && list[i-1].row == list[i].row && list[i-1].column == list[i].column; {
		i--
	}
	return list[i], true
}
