package locate

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/pagemap"
)

// Answer is one printed line with its place in the manuscript, as JSON has it.
type Answer struct {
	Asked  string `json:"asked"`
	File   string `json:"file"`   // of the manuscript
	Line   int    `json:"line"`   // of the printed line's first word, in the file as it was when the page was made
	Column int    `json:"column"` // counts characters
	Page   string `json:"page"`   // the folio
	Number int    `json:"number"` // the page's place in the PDF, from 1
	Nth    int    `json:"pageLine"`
	Text   string `json:"text"` // what the line says
	// Where the file has changed since: file:line:column where those words stand now, and what became of them, as octavo
	// feedback has it.
	Now    string `json:"now,omitempty"`
	Status string `json:"status,omitempty"`
}

// Pages is a record, and the manuscript as it is now.
type Pages struct {
	Record   *pagemap.Record
	Language string          // of the book, BCP 47
	Book     *book.Book      // nil when it cannot be read
	index    *Index          // nil until it is needed
	place    *regexp.Regexp  // likewise
	Stale    map[string]bool // files that have changed since the record was made
}

// FindStale finds the files in which lines no longer begin at the places in the record.
func (a *Pages) FindStale() {
	if a.Book == nil {
		return
	}
	sources := map[string]*diag.Source{}
	for _, s := range a.Book.Sources {
		sources[s.Name] = s
	}
	for i := range a.Record.Pages {
		for _, l := range a.Record.Pages[i].Lines {
			if src := sources[l.File]; src == nil || !beginsAt(src, l) {
				a.Stale[l.File] = true
			}
		}
	}
}

// beginsAt reports whether a printed line may begin at its place in a file. A line that was made of what stands there,
// as a chapter's number is, says nothing; so it is asked of letters only whether they are the same.
func beginsAt(src *diag.Source, l pagemap.RecordLine) bool {
	text := []rune(src.Line(l.Line))
	if l.Column < 1 || l.Column > len(text)+1 {
		return false
	}
	word := firstWord().FindString(l.Text)
	rest := string(text[l.Column-1:])
	if len(word) < 3 || strings.HasPrefix(strings.ToLower(rest), strings.ToLower(word[:3])) {
		return true
	}
	// What stands there is no word, but the beginning of a block.
	return firstWord().FindStringIndex(rest) == nil || firstWord().FindStringIndex(rest)[0] > 0
}

var firstWord = lazyregexp.New(`[\pL\pN]+`)

// Warns reports whether any of the answers is of a file that has changed.
func (a *Pages) Warns(answers []Answer) bool {
	for _, n := range answers {
		if a.Stale[n.File] {
			return true
		}
	}
	return false
}

// pagePlace returns what matches the places that name a page of a book in a language, with a word for page or without.
func pagePlace(language string) *regexp.Regexp {
	words := lang.Any(lang.Places(language, func(r *lang.Reader) []string { return r.Page }))
	return regexp.MustCompile(`^(?i)(?:` + words + `\.?\s*)?([0-9]+)(?::([0-9]+))?$|` +
		`^(?i)(?:` + words + `(?:\.\s*|\s+))?([ivxlcdm]+)(?::([0-9]+))?$`)
}

// textFile matches the names of files that a book is written in.
var textFile = lazyregexp.New(`(?i)\.(?:md|markdown|mdown|mkd|txt|qmd|rmd|toml)(?::[0-9]+)?$`)

// Answer answers one question.
func (a *Pages) Answer(place string) ([]Answer, error) {
	i := strings.LastIndexByte(place, ':')
	if i > 0 && (strings.ContainsAny(place[:i], `/\`) || textFile().MatchString(place[:i])) {
		line, err := strconv.Atoi(place[i+1:])
		if err != nil || line < 1 {
			return nil, fmt.Errorf("%q is no line; lines are counted from 1", place[i+1:])
		}
		file := place[:i]
		// file:line:column asks for the line.
		if k := strings.LastIndexByte(file, ':'); k > 0 {
			if n, err := strconv.Atoi(file[k+1:]); err == nil && n > 0 {
				file, line = file[:k], n
			}
		}
		return a.ofFile(place, file, line)
	}
	if a.place == nil {
		a.place = pagePlace(a.Language)
	}
	if g := a.place.FindStringSubmatch(place); g != nil {
		return a.ofPage(place, strings.ToLower(g[1]+g[3]), g[2]+g[4])
	}
	return a.ofID(place)
}

// ofPage answers page:line, or page alone.
func (a *Pages) ofPage(asked, folio, line string) ([]Answer, error) {
	if line != "" {
		n, err := strconv.Atoi(line)
		if err != nil {
			return nil, fmt.Errorf("%q is no line", line)
		}
		l, err := a.Record.Line(folio, n)
		if err != nil {
			return nil, err
		}
		return []Answer{a.make(asked, folio, a.number(folio), n, l)}, nil
	}
	if _, err := a.Record.Line(folio, 1); err != nil {
		return nil, err
	}
	var out []Answer
	for i := range a.Record.Pages {
		if p := &a.Record.Pages[i]; p.Folio == folio {
			for k, l := range p.Lines {
				out = append(out, a.make(asked, folio, p.Number, k+1, l))
			}
		}
	}
	return out, nil
}

func (a *Pages) number(folio string) int {
	for i := range a.Record.Pages {
		if a.Record.Pages[i].Folio == folio {
			return a.Record.Pages[i].Number
		}
	}
	return 0
}

// ofFile answers file:line. The file may be named without its folder.
func (a *Pages) ofFile(asked, file string, line int) ([]Answer, error) {
	file = path.Clean(filepath.ToSlash(file))
	name := ""
	for i := range a.Record.Pages {
		for _, l := range a.Record.Pages[i].Lines {
			if l.File == file {
				name = file
			} else if name == "" && (strings.HasSuffix(l.File, "/"+file) || strings.HasSuffix(file, "/"+l.File)) {
				name = l.File
			}
		}
	}
	if name == "" {
		if _, err := os.Stat(file); err == nil {
			return nil, fmt.Errorf("nothing of %s is printed on these pages", file)
		}
		return nil, fmt.Errorf("no file %s is printed on these pages", file)
	}
	printed := a.Record.Of(name, line)
	if len(printed) == 0 {
		return nil, fmt.Errorf("line %d of %s is not printed: nothing stands before its first printed line", line, name)
	}
	var out []Answer
	for _, at := range printed {
		out = append(out, a.make(asked, at.Folio, at.Number, at.Nth, at.Line))
	}
	return out, nil
}

// ofID answers the id of an entry, a chapter or a section.
func (a *Pages) ofID(id string) ([]Answer, error) {
	var known []string
	for i := range a.Record.Pages {
		p := &a.Record.Pages[i]
		for _, anchor := range p.Anchors {
			known = append(known, anchor)
			if anchor != id {
				continue
			}
			n := Answer{Asked: id, Page: p.Folio, Number: p.Number}
			if line, ok := a.headOf(id, p); ok {
				return []Answer{a.make(id, p.Folio, p.Number, line+1, p.Lines[line])}, nil
			}
			return []Answer{n}, nil
		}
	}
	err := errors.New("this is no place: write page:line as 42:17, file:line as manuscript/02.md:40, or an entry's id")
	if near := diag.Suggest(id, known); near != "" {
		err = fmt.Errorf("there is no %q on these pages; did you mean %q?", id, near)
	}
	return nil, err
}

// headOf returns the line of a page that an entry's or a chapter's heading begins on, where the manuscript still says it.
func (a *Pages) headOf(id string, p *pagemap.RecordPage) (int, bool) {
	if a.Book == nil {
		return 0, false
	}
	title := ""
	for _, ch := range a.Book.Chapters() {
		if ch.ID == id {
			title = book.PlainText(ch.Title)
		}
		book.Walk(ch.Blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Entry:
				if b.ID == id {
					title = book.PlainText(b.Maxim)
				}
			case *book.Heading:
				if b.ID == id {
					title = book.PlainText(b.Text)
				}
			}
		})
	}
	for i, l := range p.Lines {
		text := strings.TrimRight(l.Text, "\u00AD ")
		if title != "" && len(text) > 2 && strings.HasPrefix(strings.ToLower(title), strings.ToLower(text)) {
			return i, true
		}
	}
	return 0, false
}

// make returns an answer, with where the words stand now if the file has changed.
func (a *Pages) make(asked, folio string, number, nth int, l pagemap.RecordLine) Answer {
	n := Answer{Asked: asked, File: l.File, Line: l.Line, Column: l.Column, Page: folio, Number: number, Nth: nth,
		Text: l.Text}
	if a.Book == nil || !a.Stale[l.File] {
		return n
	}
	if a.index == nil {
		a.index = NewIndex(a.Book)
	}
	place := a.index.Locate(&Seen{Folio: folio, Line: nth, Offset: -1}, a.Record)
	n.Status = string(place.Status)
	if place.Pos.IsValid() {
		n.Now = place.Pos.String()
	}
	return n
}
