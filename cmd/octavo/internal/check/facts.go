package check

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// facts is what a rule examines: a chapter, or the whole book.
type facts struct {
	cfg   *config.Config
	book  *book.Book
	fonts Coverage
	rules []Rule
	kept  *Kept

	collected         // of the chapter; of the book without texts and codes
	parts     []*part // of the book: its chapters

	rule  *Rule           // the rule that is running
	found *diag.Collector // by the rule
	list  diag.List       // by the rules before

	way   way
	slips int // bytes of known words that suggest has compared
}

// collected is what one walk of a chapter collects.
type collected struct {
	chapters []*book.Chapter
	entries  []entryFacts
	texts    []passage
	turned   [][]passage // the lines of running text that have characters that turn its direction
	codes    []passage   // code, in running text and in blocks: no words to check, but characters
	links    []*book.Link
	images   []*book.Image
	bare     []bare
	lines    int // about as many as the chapters will have in print
}

type entryFacts struct {
	*book.Entry
	maxim  string // without markup
	broken bool   // its block is not valid TOML: Read has reported that, and which keys are missing is not known

	shingles []uint64 // of the maxim
}

// passage is a piece of text with its place.
type passage struct {
	*book.Text
	entry *book.Entry // that it belongs to, nil outside of entries
	other bool        // it is in another language than the book
}

func newPassage(pos diag.Pos, value string, entry *book.Entry) passage {
	return passage{&book.Text{Pos: pos, Value: value}, entry, false}
}

// run applies a rule and lists what it finds, as far as [diag.NewCollector] does.
func (f *facts) run(rule *Rule, apply func(*facts)) {
	f.rule, f.found = rule, diag.NewCollector(f.lines)
	apply(f)
	list := f.found.List()
	if strings.HasPrefix(rule.Code, "card-") {
		list.Limited(diag.Deck)
	}
	f.list = append(f.list, list...)
}

// report adds a diagnostic of the rule that is running.
func (f *facts) report(pos diag.Pos, format string, args ...any) *diag.Diagnostic {
	return f.found.Reportf(f.rule.Severity, f.rule.Code, pos, format, args...)
}

// mostSlips limits how many bytes of known words are compared with unknown ones in one run.
const mostSlips = 1 << 24

// suggest returns the known word nearest to word, as [diag.Suggest] does. After mostSlips it returns "", because a book with
// thousands of unknown words has another problem than misspelling, and comparing all of them would take seconds.
func (f *facts) suggest(word string, known []string) string {
	for _, k := range known {
		f.slips += len(k)
	}
	if f.slips > mostSlips {
		return ""
	}
	return diag.Suggest(word, known)
}

// collect walks a chapter.
func collect(c *book.Chapter) *collected {
	all := &collected{chapters: []*book.Chapter{c}}
	w := walker{all, nil, false}
	w.whole(c.Title)
	for _, l := range c.BelowTitle {
		w.whole(l.Text)
	}
	w.blocks(c.Blocks)
	for _, n := range c.Notes {
		w.blocks(n.Blocks)
	}
	all.lines = chapterLinesOf(c)
	return all
}

type walker struct {
	*collected
	entry *book.Entry
	other bool // inside text in another language
}

// blocks walks blocks.
func (w *walker) blocks(blocks []book.Block) {
	for _, b := range blocks {
		book.Runs(b, w.whole)
		switch b := b.(type) {
		case *book.Entry:
			maxim := strings.TrimSpace(book.PlainText(b.Maxim))
			w.entries = append(w.entries, entryFacts{b, maxim, broken(b), shingles(maxim)})
			if pos, ok := b.Places["card"]; ok && b.Card != "" {
				w.alone(newPassage(pos, b.Card, b))
			}
			if pos, ok := b.Places["back"]; ok && b.Back != "" {
				w.alone(newPassage(pos, b.Back, b))
			}
			for i, line := range b.Index {
				if pos, ok := b.Places["index."+strconv.Itoa(i)]; ok {
					w.alone(newPassage(pos, line, b))
				}
			}
			inner := walker{w.collected, b, false}
			inner.blocks(b.Gloss)
		case *book.List:
			for _, item := range b.Items {
				w.blocks(item.Blocks)
			}
		case *book.Quote:
			w.blocks(b.Blocks)
		case *book.Aside:
			w.mayBeBare(b.ID, "a passage without a title", b.Title)
			w.blocks(b.Blocks)
		case *book.Aligned:
			w.blocks(b.Blocks)
		case *book.Definitions:
			for _, d := range b.Items {
				for _, def := range d.Defs {
					w.blocks(def)
				}
			}
		case *book.Figure:
			w.mayBeBare(b.ID, figureWithout, b.Caption)
		case *book.Code:
			w.codes = append(w.codes, newPassage(b.Pos, strings.Join(b.Lines, "\n"), w.entry))
		}
	}
}

func (w *walker) run(text []book.Inline) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			w.texts = append(w.texts, passage{i, w.entry, w.other})
		case *book.Emph:
			w.run(i.Text)
		case *book.Strong:
			w.run(i.Text)
		case *book.Strike:
			w.run(i.Text)
		case *book.Link:
			w.links = append(w.links, i)
			w.run(i.Text)
		case *book.Span:
			w.mayBeBare(i.ID, "a place without words", i.Text)
			inner := *w
			inner.other = inner.other || i.Lang != ""
			inner.run(i.Text)
		case *book.CodeSpan:
			w.codes = append(w.codes, newPassage(i.Pos, i.Value, w.entry))
		case *book.Image:
			w.images = append(w.images, i)
		}
	}
}

// broken reports whether the block of an entry could not be read: it is not empty, but no key of its own has a place.
func broken(e *book.Entry) bool {
	for _, p := range e.Places {
		if p.Source == e.Pos.Source && p.Offset > e.Pos.Offset {
			return false
		}
	}
	text := e.Pos.Source.Text[min(e.Pos.Offset, len(e.Pos.Source.Text)):]
	_, text, ok := bytes.Cut(text, []byte("\n+++"))
	if !ok {
		return false
	}
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		switch {
		case bytes.HasPrefix(line, []byte("+++")):
			return false
		case len(line) > 0 && line[0] != '#':
			return true
		}
	}
	return true
}

// way is how far a passage has been followed in its file: the passage's byte i is at byte at of the file, or at is -1 after
// the two could not be matched. A rule that reports many places in one long passage continues from the last one.
type way struct {
	text  *book.Text
	i, at int
}

// farthest limits how many bytes are searched for a word where a passage cannot be followed.
const farthest = 1 << 16

// spot returns the place in the file of bytes i to j of a passage, and the offset in the file of their end, or 0 if that is
// not known. A passage differs from its file by escapes, character references, smart punctuation and joined lines;
// where these cannot be followed, spot searches for the first word.
func (f *facts) spot(p passage, i, j int) (pos diag.Pos, end int) {
	src := p.Pos.Source.Text
	if f.way.text != p.Text || f.way.i > i {
		f.way = way{p.Text, 0, p.Pos.Offset}
	}
	if f.way.at >= 0 {
		f.way.at = follow(src, f.way.at, p.Value[f.way.i:i])
	}
	f.way.i = i
	at, word := f.way.at, p.Value[i:j]
	reference := at >= 0 && at < len(src) && src[at] == '&' && follow(src, at, word) > at
	if first, _, _ := strings.Cut(word, " "); at < 0 || !reference && !bytes.HasPrefix(src[at:], []byte(first)) {
		from := max(at, p.Pos.Offset)
		n := bytes.Index(src[from:min(len(src), from+min(4*len(p.Value)+80, farthest))], []byte(first))
		if n < 0 {
			return p.Pos, 0
		}
		at = from + n
	}
	if end = follow(src, at, word); end < 0 {
		end = at
	}
	return diag.Pos{Source: p.Pos.Source, Offset: at}, end
}

// follow matches value with src from offset at on and returns the offset after it, or -1 if they do not match.
func follow(src []byte, at int, value string) int {
	for _, r := range value {
		if at >= len(src) {
			return -1
		}
		got, size := utf8.DecodeRune(src[at:])
		if got == '\\' && got != r && at+1 < len(src) { // an escape
			at++
			got, size = utf8.DecodeRune(src[at:])
		}
		switch {
		case r == ' ' && (got == ' ' || got == '\t' || got == '\n' || got == '\r'):
			newline := false
			for at < len(src) && (unicode.IsSpace(rune(src[at])) && src[at] < 0x80 || newline && src[at] == '>') {
				newline = newline || src[at] == '\n'
				at++
			}
		case got == r:
			at += size
		case (r == '“' || r == '”') && got == '"', (r == '‘' || r == '’') && got == '\'':
			at++
		case r == '—' && bytes.HasPrefix(src[at:], []byte("---")), r == '…' && bytes.HasPrefix(src[at:], []byte("...")):
			at += 3
		case r == '–' && bytes.HasPrefix(src[at:], []byte("--")):
			at += 2
		case got == '&':
			n := bytes.IndexByte(src[at:min(len(src), at+40)], ';')
			if n < 0 {
				return -1
			}
			at += n + 1
		default:
			return -1
		}
	}
	return at
}

// lineEnd returns the offset of the end of the line at pos.
func lineEnd(pos diag.Pos) int {
	text := pos.Source.Text
	if n := bytes.IndexByte(text[min(pos.Offset, len(text)):], '\n'); n >= 0 {
		return pos.Offset + n
	}
	return len(text)
}

// valueEnd returns the offset of the end of the TOML string or array at pos, or of its first line.
func valueEnd(pos diag.Pos) int {
	text := pos.Source.Text
	if pos.Offset >= len(text) {
		return 0
	}
	line := text[pos.Offset:lineEnd(pos)]
	open := line[0]
	if open == '"' || open == '\'' {
		for i := 1; i < len(line); i++ {
			switch {
			case line[i] == '\\' && open == '"':
				i++
			case line[i] == open:
				return pos.Offset + i + 1
			}
		}
	}
	if i := bytes.LastIndexByte(line, ']'); open == '[' && i > 0 {
		return pos.Offset + i + 1
	}
	return pos.Offset + len(bytes.TrimRight(line, " \t\r,]"))
}
