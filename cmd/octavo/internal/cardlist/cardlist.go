// Package cardlist reads cards that are not in the book from a spreadsheet that was saved as text: a row is a card, and the first row
// names the columns. [Read] returns them as the entries of a book.
package cardlist

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/readfile"
)

// Limit is the largest list that is read, in bytes.
const Limit = 16 << 20

// List is the cards of a spreadsheet.
type List struct {
	Source    *diag.Source
	Chapter   *book.Chapter // of which the cards are the entries, each once
	Copies    map[*book.Entry]int
	Themes    []config.Name // those that book.toml does not have, in the order of the list
	Audiences []config.Name
}

// The columns of a list. A card needs a text.
const (
	textColumn     = "text"
	backColumn     = "back"
	themeColumn    = "theme"
	kindColumn     = "kind"
	idColumn       = "id"
	audienceColumn = "audience"
	copiesColumn   = "copies"
)

var columnNames = []string{textColumn, backColumn, themeColumn, kindColumn, idColumn, audienceColumn, copiesColumn}

// column returns the column that a name in the first row means, "" for none.
func column(name string) string {
	name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"':`))
	switch name {
	case "front", "maxim":
		return textColumn
	case "gloss":
		return backColumn
	case "themes":
		return themeColumn
	case "audiences":
		return audienceColumn
	}
	if slices.Contains(columnNames, name) {
		return name
	}
	return ""
}

// Read reads a list from the bytes of its file, whose name is for messages: CSV in UTF-8, UTF-16 or Windows-1252 with commas, semicolons
// or tabs between the cells. Texts and backs are inline Markdown by the rules of the book's language. The List is nil where the
// diagnostics have errors.
func Read(name string, data []byte, cfg *config.Config, contents book.Contents) (*List, diag.List) {
	src := &diag.Source{Name: name}
	if found := foreign(src, data); found != nil {
		return nil, found
	}
	src.Text = readfile.Text(data)
	t, found := readTable(src, func(name string) bool { return column(name) != "" })
	if t == nil {
		return nil, found
	}
	if t.head == nil {
		found.Errorf("card-list", diag.Pos{Source: src}, "the list of cards is empty").Note("its first row names the columns: %s", strings.Join(columnNames, ", "))
		return nil, found
	}
	r := &reader{table: t, cfg: cfg, cells: manuscript.NewCells(src, contents), found: found, ids: map[string]diag.Pos{},
		list: &List{Source: src, Chapter: &book.Chapter{File: name, Source: src, ID: "cards", Pos: diag.Pos{Source: src}}, Copies: map[*book.Entry]int{}}}
	r.themes = newNames("theme", cfg.Themes, &r.list.Themes)
	r.audiences = newNames("audience", cfg.Audiences, &r.list.Audiences)
	if r.columns(); r.found.HasErrors() {
		return nil, r.found
	}
	for _, row := range t.rows {
		r.card(row)
		if r.letters > mostLetters {
			r.found.Errorf("card-list", r.pos(row[0].at), "more than 2,000,000 letters on the cards up to this one").Note("divide the list")
			return nil, r.found
		}
	}
	if len(t.rows) == 0 {
		r.found.Errorf("card-list", diag.Pos{Source: src}, "no cards in the list").Note("write a card into each row under the names of the columns")
	}
	if r.found = append(r.found, r.cells.Found()...); r.found.HasErrors() {
		return nil, r.found
	}
	r.identify()
	return r.list, r.found
}

// foreign reports a file that is no table in text.
func foreign(src *diag.Source, data []byte) (found diag.List) {
	starts := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	unmarked := !starts("\xFF\xFE") && !starts("\xFE\xFF")
	switch pos := (diag.Pos{Source: src}); {
	case starts("PK\x03\x04"), starts("\xD0\xCF\x11\xE0"):
		found.Errorf("card-list", pos, "the list of cards is a workbook, not a table in text").
			Note("save the sheet as CSV in your spreadsheet program, in UTF-8 where it asks, and name that file")
	case unmarked && bytes.IndexByte(data, 0) >= 0:
		found.Errorf("card-list", pos, "the list of cards is not text").Note("save the sheet as CSV in UTF-8")
	}
	return found
}

// reader reads the rows of a table as cards.
type reader struct {
	*table
	cfg   *config.Config
	cells *manuscript.Cells
	found diag.List
	list  *List
	where map[string]int // number of each column

	themes, audiences *names

	ids map[string]diag.Pos // written in the list, with their places

	letters int // of the texts and backs so far
}

// Limits of a list, beside Limit and mostRows.
const (
	mostColumns = 1000
	mostCell    = 10_000    // letters of a text or a back; no card has room for a quarter of them
	mostLetters = 2_000_000 // of all texts and backs
)

func (r *reader) pos(at int) diag.Pos { return diag.Pos{Source: r.src, Offset: at} }

// columns finds the columns by the first row.
func (r *reader) columns() {
	r.where = map[string]int{}
	if len(r.head) > mostColumns {
		r.found.Errorf("card-list", r.pos(r.head[mostColumns].at), "more than 1,000 columns").
			Note("save the sheet again with the columns that cards have: %s", strings.Join(columnNames, ", "))
		return
	}
	for i, c := range r.head {
		written := strings.TrimSpace(string(c.text))
		name := column(written)
		first, twice := r.where[name]
		switch {
		case name != "" && twice:
			r.found.Errorf("card-list", r.pos(c.at), "two columns are called %q: the other is column %d", name, first+1).To(c.at + len(c.text)).
				Note("delete one of them")
		case name != "":
			r.where[name] = i
		case written != "":
			d := r.found.Warnf("card-column", r.pos(c.at), "unknown column %q: it is not read", written).To(c.at + len(c.text))
			if near := diag.Suggest(strings.ToLower(written), columnNames); near != "" {
				d.Note("did you mean %s?", near)
			}
			d.Note("columns are %s", strings.Join(columnNames, ", "))
		}
	}
	if _, ok := r.where[textColumn]; !ok {
		r.found = slices.DeleteFunc(r.found, func(d diag.Diagnostic) bool { return d.Code == "card-column" })
		r.found.Errorf("card-list", r.pos(r.head[0].at), "no column is called %q", textColumn).
			Note("write the names of the columns into the first row: %s, and of the others those that you use: %s", textColumn, strings.Join(columnNames[1:], ", "))
	}
}

// get returns the cell of a row in a column, without white around it; one without text where there is none.
func (r *reader) get(row []cell, column string) cell {
	i, ok := r.where[column]
	if !ok || i >= len(row) {
		return cell{at: row[0].at}
	}
	c := row[i]
	c.at += len(c.text) - len(bytes.TrimLeft(c.text, " \t\n"))
	c.text = bytes.TrimSpace(c.text)
	return c
}

func (r *reader) wrong(c cell, format string, args ...any) *diag.Diagnostic {
	d := r.found.Errorf("card-cell", r.pos(c.at), format, args...)
	if line := bytes.IndexByte(c.text, '\n'); line >= 0 {
		return d.To(c.at + line)
	}
	return d.To(c.at + len(c.text))
}

// card reads a row.
func (r *reader) card(row []cell) {
	for _, c := range row[min(len(row), len(r.head)):] {
		if len(bytes.TrimSpace(c.text)) > 0 {
			r.wrong(c, "the row has more cells than there are columns").Note("put a cell that has a separator in it between quotation marks")
			return
		}
	}
	text := r.get(row, textColumn)
	if len(text.text) == 0 {
		r.wrong(text, "a card without a text").Note("write its text, or empty the row")
		return
	}
	back := r.get(row, backColumn)
	for _, c := range []cell{text, back} {
		n := utf8.RuneCount(c.text)
		if r.letters += n; n > mostCell {
			r.wrong(c, "a cell of more than 10,000 letters").Note("shorten it: no card has room for so many")
			return
		}
	}
	e := &book.Entry{Pos: r.pos(text.at), Level: 2, Status: book.Ready, Places: map[string]diag.Pos{}}
	text.text = broken(text.text)
	e.Maxim = r.cells.Words(text.text, text.at)
	e.Kind = r.kind(r.get(row, kindColumn))
	e.Themes = r.names(r.get(row, themeColumn), r.themes)
	e.Audience = r.names(r.get(row, audienceColumn), r.audiences)
	e.ID = r.id(r.get(row, idColumn))
	e.Gloss = r.back(back)
	r.list.Copies[e] = r.copies(r.get(row, copiesColumn))
	r.list.Chapter.Blocks = append(r.list.Chapter.Blocks, e)
}

// broken returns the words of a cell in which "\n" stands for a line end with one.
func broken(words []byte) []byte {
	if !bytes.Contains(words, []byte(`\n`)) {
		return words
	}
	return bytes.ReplaceAll(words, []byte(`\n`), []byte("\n"))
}

// back returns the words of a card's back: paragraphs, with an empty line between them.
func (r *reader) back(c cell) (out []book.Block) {
	at := c.at
	rest := broken(c.text)
	for len(rest) > 0 {
		words, after, _ := bytes.Cut(rest, []byte("\n\n"))
		if trimmed := bytes.TrimSpace(words); len(trimmed) > 0 {
			start := at + len(words) - len(bytes.TrimLeft(words, " \t\n"))
			out = append(out, &book.Paragraph{Pos: r.pos(start), Text: r.cells.Words(trimmed, start)})
		}
		at += len(words) + len("\n\n")
		rest = after
	}
	return out
}

// kind returns the id of the kind that a cell names.
func (r *reader) kind(c cell) string {
	written := string(c.text)
	if written == "" {
		return r.cfg.DefaultKind()
	}
	for _, id := range r.cfg.KindIDs() {
		if strings.EqualFold(id, written) || strings.EqualFold(r.cfg.Kind(id).Name, written) {
			return id
		}
	}
	d := r.wrong(c, "unknown kind %q", written)
	if near := diag.Suggest(strings.ToLower(written), r.cfg.KindIDs()); near != "" {
		d.Note("did you mean %s?", near)
	}
	d.Note("kinds are %s; leave the cell empty for a card without one", strings.Join(r.cfg.KindIDs(), ", "))
	return ""
}

// names is what a list may call the themes, or the audiences, of its cards.
type names struct {
	what     string            // "theme" or "audience"
	declared []config.Name     // in book.toml
	ids      map[string]string // by id, name and slug, in small letters
	added    *[]config.Name    // those that book.toml does not have
}

func newNames(what string, declared []config.Name, added *[]config.Name) *names {
	n := &names{what, declared, map[string]string{}, added}
	for _, d := range declared {
		n.know(d)
	}
	return n
}

func (n *names) know(name config.Name) {
	for _, key := range []string{name.ID, name.Name, book.Slug(name.Name)} {
		if key = strings.ToLower(key); n.ids[key] == "" {
			n.ids[key] = name.ID
		}
	}
}

// names returns the ids that a cell names, with commas, semicolons or bars between them. Those that book.toml does not have are added.
func (r *reader) names(c cell, n *names) (ids []string) {
	for name := range strings.FieldsFuncSeq(string(c.text), func(s rune) bool { return s == ',' || s == ';' || s == '|' || s == '\n' }) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		id := cmp.Or(n.ids[strings.ToLower(name)], n.ids[book.Slug(name)])
		if id == "" {
			id = r.add(c, name, n)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// mostNames is how many themes or audiences a list may add.
const mostNames = 1000

// add adds a theme or an audience under its name as it is written. One that may be a slip of the pen is reported.
func (r *reader) add(c cell, name string, n *names) string {
	if len(*n.added) == mostNames {
		r.wrong(c, "more than %d new names in this column", mostNames).Note("the column is for a %s that several cards have in common", n.what)
		return ""
	}
	var there []string
	for _, d := range n.declared {
		there = append(there, strings.ToLower(d.Name), d.ID)
	}
	if near := diag.Suggest(strings.ToLower(name), there); near != "" {
		i := slices.IndexFunc(n.declared, func(d config.Name) bool { return d.ID == near || strings.ToLower(d.Name) == near })
		r.found.Warnf("card-theme", r.pos(c.at), "%s %q is not in book.toml, and is taken as a new one", n.what, name).To(c.at+len(c.text)).
			Note("did you mean %s?", n.declared[i].Name)
	}
	added := config.Name{ID: cmp.Or(book.Slug(name), name), Name: name}
	*n.added = append(*n.added, added)
	n.know(added)
	return added.ID
}

// id returns the id that a cell gives a card, "" for none.
func (r *reader) id(c cell) string {
	id := string(c.text)
	if id == "" {
		return ""
	}
	if book.Slug(id) != id {
		r.wrong(c, "the id %q has other signs than small letters, digits and hyphens, or does not begin with a letter", id).Note("write %q", book.Slug(id))
		return ""
	}
	if first, twice := r.ids[id]; twice {
		r.wrong(c, "two cards have the id %q", id).Note("the other is at %s", first)
		return ""
	}
	r.ids[id] = r.pos(c.at)
	return id
}

// mostCopies is how many copies of a card the deck may have, as for [deck] copies.
const mostCopies = 100

// copies returns how many copies of a card a cell asks for.
func (r *reader) copies(c cell) int {
	if len(c.text) == 0 {
		return 1
	}
	n, err := strconv.Atoi(string(c.text))
	if err != nil || n < 0 || n > mostCopies {
		r.wrong(c, "copies must be 0 to %d, not %q", mostCopies, c.text).Note("leave the cell empty for one")
		return 1
	}
	return n
}

// identify gives every card without an id one that is made of its text.
func (r *reader) identify() {
	next := map[string]int{}
	for _, b := range r.list.Chapter.Blocks {
		e := b.(*book.Entry)
		if e.ID != "" {
			continue
		}
		base := cmp.Or(book.Slug(book.PlainText(e.Maxim)), "card")
		for e.ID == "" {
			next[base]++
			id := base
			if n := next[base]; n > 1 {
				id += "-" + strconv.Itoa(n)
			}
			if _, taken := r.ids[id]; !taken {
				e.ID = id
				r.ids[id] = e.Pos
			}
		}
	}
}
