package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/pagemap"
)

// answer is one printed line with its place in the manuscript, as JSON has it.
type answer struct {
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

// asking is a record, and the manuscript as it is now.
type asking struct {
	record *pagemap.Record
	book   *book.Book      // nil when it cannot be read
	index  *feedback.Index // nil until it is needed
	stale  map[string]bool // files that have changed since the record was made
}

// askedRecord is the page map of a copy, or of the last build.
func (p *project) askedRecord(copy string) (*pagemap.Record, error) {
	name := path.Join("build", pagemapName(p.cfg.Book.Slug))
	if copy != "" {
		s, err := openShelf(p.root, p.cfg.Book.Slug)
		if err != nil {
			return nil, err
		}
		c := s.ledger.find(copy)
		if c == nil {
			return nil, fmt.Errorf("there is no copy %q; ids of copies stand in %s, and octavo review identify FILE finds "+
				"that of a file", copy, path.Join(reviewPath, ledgerName))
		}
		name = mapOf(c)
	}
	r, err := readPagemap(p.root, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && copy != "":
		return nil, fmt.Errorf("the page map of the copy %s is gone: there is no %s", copy, name)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no page map %s: build the book first, with octavo build", name)
	case err != nil:
		return nil, fmt.Errorf("cannot read the page map %s: %w; build the book again", name, reason(err))
	}
	return r, nil
}

// findStale finds the files in which lines do not begin any more where the record says.
func (a *asking) findStale() {
	if a.book == nil {
		return
	}
	sources := map[string]*diag.Source{}
	for _, s := range a.book.Sources {
		sources[s.Name] = s
	}
	for i := range a.record.Pages {
		for _, l := range a.record.Pages[i].Lines {
			if src := sources[l.File]; src == nil || !beginsAt(src, l) {
				a.stale[l.File] = true
			}
		}
	}
}

// beginsAt says whether a printed line may begin at its place in a file. A line that was made of what stands there,
// as a chapter's number is, says nothing; so it is asked of letters only whether they are the same.
func beginsAt(src *diag.Source, l pagemap.RecordLine) bool {
	text := []rune(src.Line(l.Line))
	if l.Column < 1 || l.Column > len(text)+1 {
		return false
	}
	word := firstWord.FindString(l.Text)
	rest := string(text[l.Column-1:])
	if len(word) < 3 || strings.HasPrefix(strings.ToLower(rest), strings.ToLower(word[:3])) {
		return true
	}
	// What stands there is no word, but the beginning of a block.
	return firstWord.FindStringIndex(rest) == nil || firstWord.FindStringIndex(rest)[0] > 0
}

var firstWord = regexp.MustCompile(`[\pL\pN]+`)

// warns says whether any of the answers is of a file that has changed.
func (a *asking) warns(answers []answer) bool {
	for _, n := range answers {
		if a.stale[n.File] {
			return true
		}
	}
	return false
}

var pagePlace = regexp.MustCompile(`^(?i)(?:p(?:age)?\.?\s*)?([0-9]+|[ivxlcdm]+)(?::([0-9]+))?$`)

// answer answers one question.
func (a *asking) answer(place string) ([]answer, error) {
	i := strings.LastIndexByte(place, ':')
	if i > 0 && (strings.ContainsAny(place[:i], `/\`) || path.Ext(place[:i]) == ".md" || path.Ext(place[:i]) == ".toml") {
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
	if g := pagePlace.FindStringSubmatch(place); g != nil {
		return a.ofPage(place, strings.ToLower(g[1]), g[2])
	}
	return a.ofID(place)
}

// ofPage answers page:line, or page alone.
func (a *asking) ofPage(asked, folio, line string) ([]answer, error) {
	if line != "" {
		n, err := strconv.Atoi(line)
		if err != nil {
			return nil, fmt.Errorf("%q is no line", line)
		}
		l, err := a.record.Line(folio, n)
		if err != nil {
			return nil, err
		}
		return []answer{a.make(asked, folio, a.number(folio), n, l)}, nil
	}
	if _, err := a.record.Line(folio, 1); err != nil {
		return nil, err
	}
	var out []answer
	for i := range a.record.Pages {
		if p := &a.record.Pages[i]; p.Folio == folio {
			for k, l := range p.Lines {
				out = append(out, a.make(asked, folio, p.Number, k+1, l))
			}
		}
	}
	return out, nil
}

func (a *asking) number(folio string) int {
	for i := range a.record.Pages {
		if a.record.Pages[i].Folio == folio {
			return a.record.Pages[i].Number
		}
	}
	return 0
}

// ofFile answers file:line. The file may be named without its folder.
func (a *asking) ofFile(asked, file string, line int) ([]answer, error) {
	file = path.Clean(filepath.ToSlash(file))
	name := ""
	for i := range a.record.Pages {
		for _, l := range a.record.Pages[i].Lines {
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
	printed := a.record.Of(name, line)
	if len(printed) == 0 {
		return nil, fmt.Errorf("line %d of %s is not printed: nothing stands before its first printed line", line, name)
	}
	var out []answer
	for _, at := range printed {
		out = append(out, a.make(asked, at.Folio, at.Number, at.Nth, at.Line))
	}
	return out, nil
}

// ofID answers the id of an entry, a chapter or a section.
func (a *asking) ofID(id string) ([]answer, error) {
	var known []string
	for i := range a.record.Pages {
		p := &a.record.Pages[i]
		for _, anchor := range p.Anchors {
			known = append(known, anchor)
			if anchor != id {
				continue
			}
			n := answer{Asked: id, Page: p.Folio, Number: p.Number}
			if line, ok := a.headOf(id, p); ok {
				return []answer{a.make(id, p.Folio, p.Number, line+1, p.Lines[line])}, nil
			}
			return []answer{n}, nil
		}
	}
	err := errors.New("this is no place: write page:line as 42:17, file:line as manuscript/02.md:40, or an entry's id")
	if near := diag.Suggest(id, known); near != "" {
		err = fmt.Errorf("there is no %q on these pages; did you mean %q?", id, near)
	}
	return nil, err
}

// headOf is the line of a page that an entry's or a chapter's heading begins on, where the manuscript still says it.
func (a *asking) headOf(id string, p *pagemap.RecordPage) (int, bool) {
	if a.book == nil {
		return 0, false
	}
	title := ""
	for _, ch := range a.book.Chapters() {
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

// make is an answer, with where the words stand now if the file has changed.
func (a *asking) make(asked, folio string, number, nth int, l pagemap.RecordLine) answer {
	n := answer{Asked: asked, File: l.File, Line: l.Line, Column: l.Column, Page: folio, Number: number, Nth: nth,
		Text: l.Text}
	if a.book == nil || !a.stale[l.File] {
		return n
	}
	if a.index == nil {
		a.index = feedback.NewIndex(a.book)
	}
	place := a.index.Locate(&feedback.Seen{Folio: folio, Line: nth, Offset: -1}, a.record)
	n.Status = string(place.Status)
	if place.Pos.IsValid() {
		n.Now = place.Pos.String()
	}
	return n
}
