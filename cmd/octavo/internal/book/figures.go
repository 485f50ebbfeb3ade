package book

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbered is a figure or a table that has a number, as text refers to it.
type Numbered struct {
	Table  bool
	Number string // "3", or "2.3" where they are counted by chapter
}

// FigureNumbers is how figures or tables are numbered. Only those with a caption are.
type FigureNumbers int

// The ways to number figures and tables.
const (
	WhereNamed       FigureNumbers = iota // through the book, if the author gave one of them an id; otherwise not
	FiguresOfBook                         // through the book
	FiguresOfChapter                      // in each chapter from 1, after the chapter's number; through the book in those that have none
	NoFigureNumbers
)

// Captioned is a figure or a table with a caption.
type Captioned struct {
	Numbered
	ID      string
	Caption []Inline
	Chapter *Chapter
}

// figureID begins the id of a figure or a table to which the author gave none, and which a list leads to. No id of an author's has a
// full stop.
const figureID = "octavo."

// Captioned returns the figures, or the tables, that have captions, in reading order. Those of drafts are left out.
func (b *Book) Captioned(tables bool) (out []Captioned) {
	b.eachCaptioned(tables, func(c Captioned, _, _ *string) { out = append(out, c) })
	return out
}

// eachCaptioned calls f for every figure or table with a caption, and gives it the places of its number and its id.
func (b *Book) eachCaptioned(tables bool, f func(c Captioned, number, id *string)) {
	for _, ch := range b.Chapters() {
		eachPrinted(ch.Blocks, func(block Block) {
			switch block := block.(type) {
			case *Figure:
				if !tables && len(block.Caption) > 0 {
					f(Captioned{Numbered{false, block.Number}, block.ID, block.Caption, ch}, &block.Number, &block.ID)
				}
			case *Table:
				if tables && len(block.Caption) > 0 {
					f(Captioned{Numbered{true, block.Number}, block.ID, block.Caption, ch}, &block.Number, &block.ID)
				}
			}
		})
	}
}

// eachPrinted is [Walk] without the drafts.
func eachPrinted(blocks []Block, f func(Block)) {
	hidden := map[Block]bool{}
	Walk(blocks, func(b Block) {
		if hidden[b] {
			return
		}
		if e, ok := b.(*Entry); ok && e.Status == Draft {
			Walk(e.Gloss, func(b Block) { hidden[b] = true })
			return
		}
		f(b)
	})
}

// numberFigures numbers the figures and tables, and tells the links that have no words of their own to which number they lead.
func (b *Book) numberFigures(c Counting) {
	numbers := map[string]Numbered{}
	for _, tables := range []bool{false, true} {
		how := c.Figures
		if tables {
			how = c.Tables
		}
		if how == WhereNamed && b.names(tables) {
			how = FiguresOfBook
		}
		listed := !tables && c.ListFigures || tables && c.ListTables
		b.numberCaptioned(tables, how, listed, numbers)
	}
	if len(numbers) > 0 {
		b.refer(numbers, c.NoSentenceEnd)
	}
}

// names reports whether the author gave one of the figures, or tables, that have captions an id.
func (b *Book) names(tables bool) (found bool) {
	b.eachCaptioned(tables, func(c Captioned, _, _ *string) { found = found || c.ID != "" })
	return found
}

// numberCaptioned numbers figures or tables, gives those that are listed an id, and records the numbers by the ids.
func (b *Book) numberCaptioned(tables bool, how FigureNumbers, listed bool, numbers map[string]Numbered) {
	of := "figure."
	if tables {
		of = "table."
	}
	n, all := map[int]int{}, 0 // counted by the number of the chapter
	b.eachCaptioned(tables, func(c Captioned, number, id *string) {
		if all++; listed && *id == "" {
			*id = figureID + of + strconv.Itoa(all)
		}
		switch ch := c.Chapter.Number; {
		case how == FiguresOfChapter && ch > 0:
			n[ch]++
			*number = strconv.Itoa(ch) + "." + strconv.Itoa(n[ch])
		case how == FiguresOfBook || how == FiguresOfChapter:
			n[0]++
			*number = strconv.Itoa(n[0])
		}
		if *number != "" && *id != "" {
			numbers[*id] = Numbered{tables, *number}
		}
	})
}

// refer tells links without words to which numbers they lead.
func (b *Book) refer(numbers map[string]Numbered, abbreviations map[string]bool) {
	depth := 0 // of parentheses
	var run func(text []Inline, opens bool)
	run = func(text []Inline, opens bool) {
		for _, in := range text {
			switch in := in.(type) {
			case *Link:
				if n, ok := numbers[in.Target]; ok && len(in.Text) == 0 {
					in.To, in.Opens, in.Within = &n, opens, depth > 0
				}
				run(in.Text, opens)
			case *Emph:
				run(in.Text, opens)
			case *Strong:
				run(in.Text, opens)
			case *Strike:
				run(in.Text, opens)
			case *Span:
				run(in.Text, opens)
			}
			if t, ok := in.(*Text); ok {
				depth += strings.Count(t.Value, "(") - strings.Count(t.Value, ")")
				opens = endsSentence(t.Value, opens, abbreviations)
			} else {
				opens = false
			}
		}
	}
	whole := func(text []Inline) {
		depth = 0
		run(text, true)
	}
	blocks := func(blocks []Block) { Walk(blocks, func(b Block) { Runs(b, whole) }) }
	for _, ch := range b.Chapters() {
		whole(ch.Title)
		blocks(ch.Blocks)
		for _, n := range ch.Notes {
			blocks(n.Blocks)
		}
	}
}

// endsSentence reports whether a sentence begins after text. Opens says whether one does so before it. An abbreviation, which is short or
// has a full stop inside, ends none.
func endsSentence(text string, opens bool, abbreviations map[string]bool) bool {
	trimmed := strings.TrimRight(text, " \u00A0\n")
	if trimmed == text {
		return opens && text == ""
	}
	trimmed = strings.TrimRight(trimmed, "”’»)")
	end, size := utf8.DecodeLastRuneInString(trimmed)
	switch end {
	case '?', '!', '…':
		return true
	case '.':
		word := trimmed[strings.LastIndexAny(trimmed, " \u00A0(")+1 : len(trimmed)-size]
		letters := strings.IndexFunc(word, unicode.IsLetter) >= 0
		short := letters && (utf8.RuneCountInString(word) <= 2 || strings.Contains(word, "."))
		return !short && !abbreviations[word+"."]
	}
	return false
}
