package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

const (
	// mostWord is how many letters and signs may stand together without a space. The longest words that people have made have two hundred,
	// the longest addresses two thousand; every place in a longer one would have to be tried as the end of a line.
	mostWord = 10_000

	// mostHeading is how many letters the text of a heading, a title or a maxim may have. The longest titles of old books have a thousand.
	mostHeading = 10_000

	// mostRun is how many lines one paragraph may have, as linesOf counts them: the longest sentence that was printed as a novel
	// (Ellmann, Ducks, Newburyport) has 426,000 words.
	mostRun = 45_000

	// mostLines is how many lines a book may have, as chapterLinesOf counts them: some two and a half million words of prose, or 20,000
	// maxims with a few lines each.
	mostLines = 250_000

	lineRunes    = 60  // in a line of print
	lineWords    = 10  // in a line of print
	chapterLines = 25  // that a chapter counts as: it takes two pages at least
	headingLines = 3   // more than its own that a heading counts as: contents, running heads and white
	entryLines   = 8   // more than its own that an entry counts as: its card has two sides, and indexes name it
	capitals     = 4   // words in capitals that count as one line more: each is set in a type of its own
	longWord     = 200 // letters of a word beyond which each two count as a line
)

// textEndless finds words, headings and paragraphs that are longer than can be meant.
func textEndless(f *facts) {
	for _, list := range [...][]passage{f.texts, f.codes} {
		for _, p := range list {
			if at := overlong(p.Value, mostWord); at >= 0 {
				f.report(p.Pos, "%s without a space between them", more(mostWord, "letters and signs")).
					Note("put spaces where they belong; data such as pictures in base64 belong into files of their own")
				return // what has one has many
			}
		}
	}
	for _, c := range f.chapters {
		heading := func(pos diag.Pos, text []book.Inline, what string) {
			if utf8.RuneCountInString(book.PlainText(text)) > mostHeading {
				f.report(pos, "%s of %s", what, more(mostHeading, "letters")).Note("begin a paragraph where the %s ends", what)
			}
		}
		heading(c.Pos, c.Title, "title")
		c.Walk(func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				heading(b.Pos, b.Text, "heading")
			case *book.Entry:
				heading(b.Pos, b.Maxim, "maxim")
			case *book.Paragraph:
				if linesOf(b.Text) > mostRun {
					f.report(b.Pos, "paragraph of %s or %s", more(mostRun*lineRunes, "bytes"), more(mostRun*lineWords, "words")).
						Note("divide it with blank lines")
				}
			}
		}, nil)
	}
}

// tomlLong finds texts of book.toml that would be printed and are longer than any heading.
func tomlLong(f *facts) {
	for _, p := range f.configTexts() {
		if len(p.Value) > mostHeading && utf8.RuneCountInString(p.Value) > mostHeading {
			f.report(p.Pos, "text of %s", more(mostHeading, "letters")).
				Note("put what is long into a file of the manuscript")
		}
	}
}

// overlong returns where in a text the first word begins that has more than a number of letters and signs, or -1.
func overlong(text string, most int) int {
	if len(text) <= most {
		return -1
	}
	start, n := 0, 0
	for i, r := range text {
		if endsWord(r) {
			start, n = i+1, 0
		} else if n++; n > most {
			return start
		}
	}
	return -1
}

// endsWord reports whether a line can always end at a rune: it is white, or of a script that puts no spaces between words.
func endsWord(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || r == '\n' || r == '\t'
	case r < 0x0E00, unicode.IsMark(r): // before Thai
		return unicode.IsSpace(r)
	case r >= 0x1E00 && r < 0x2E80: // Latin and Greek with accents, signs
		return unicode.IsSpace(r)
	}
	return true
}

// more returns "more than 10,000 letters".
func more(n int, of string) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "more than " + digits + " " + of
}

// bookLong finds where a book has more lines than can be set.
func bookLong(f *facts) {
	lines := 0
	for i, c := range f.chapters {
		if lines += f.parts[i].lines; lines > mostLines {
			f.report(diag.Pos{Source: c.Source, Offset: c.Pos.Offset}, "the book has %s, and this chapter is beyond them", more(mostLines, "lines")).
				Note("divide it into volumes, each with a book.toml of its own; a line is %d characters, a row's cell or an item of a list, an entry counts as %d more and a chapter as %d",
					lineRunes, entryLines, chapterLines)
			return
		}
	}
}

// chapterLinesOf estimates how many lines a chapter has.
func chapterLinesOf(c *book.Chapter) int {
	n := chapterLines + linesOf(c.Title)
	count := func(b book.Block) {
		if code, ok := b.(*book.Code); ok {
			for _, line := range code.Lines {
				n += 1 + len(line)/lineRunes
			}
			return
		}
		n++
		switch b.(type) {
		case *book.Heading:
			n += headingLines
		case *book.Entry:
			n += entryLines
		}
		first := true
		book.Runs(b, func(text []book.Inline) {
			if n += linesOf(text); first { // the block's own is counted
				n--
			}
			first = false
		})
	}
	book.Walk(c.Blocks, count)
	for _, note := range c.Notes {
		book.Walk(note.Blocks, count)
	}
	return n
}

// linesOf estimates how many lines a run of text has.
func linesOf(text []book.Inline) int {
	size, words, long, large := 0, 0, 0, 0
	value := func(s string) {
		size += len(s)
		words += strings.Count(s, " ")
		large += inCapitals(s)
		for len(s) > longWord {
			word, rest, _ := strings.Cut(s, " ")
			if len(word) > longWord {
				long += solid(word) / 2
			}
			s = rest
		}
	}
	book.WalkInlines(text, func(i book.Inline) {
		switch i := i.(type) {
		case *book.Text:
			value(i.Value)
		case *book.CodeSpan:
			value(i.Value)
		}
	})
	return 1 + max(size/lineRunes, words/lineWords) + long + large/capitals
}

// inCapitals counts the words of a text that begin with two capitals of the Latin alphabet.
func inCapitals(text string) (n int) {
	before := byte(' ')
	for i := 0; i+1 < len(text); i++ {
		c := text[i]
		if c-'A' < 26 && before <= ' ' && text[i+1]-'A' < 26 {
			n++
		}
		before = c
	}
	return n
}

// solid returns how many runes of a text stand in words that are longer than longWord.
func solid(text string) (total int) {
	n := 0
	for _, r := range text {
		if !endsWord(r) {
			n++
			continue
		}
		if n > longWord {
			total += n
		}
		n = 0
	}
	if n > longWord {
		total += n
	}
	return total
}
