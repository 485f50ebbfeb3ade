package stats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// measurer is a book being measured. Its words are numbered, so that a book of a million words is a row of numbers.
type measurer struct {
	cfg    *config.Config
	lang   *lang.Language
	trace  *book.Tracer
	drafts Drafts

	words    map[string]int32 // by their small letters: the index in forms
	forms    []form
	inlines  []diag.Pos // of the texts that tokens stand in
	chapters []chapter
	sections int // headings that stand beside entries and are none
}

// form is what is known of a word of the book.
type form struct {
	key       string // in small letters
	shown     string // as it is written, in small letters if it ever is
	small     bool   // it is
	plain     bool   // it says something by itself: no article, no pronoun, no figure
	count     int
	letters   int
	syllables int
}

// chapter is a chapter that has been read.
type chapter struct {
	chapter   *book.Chapter
	tokens    []token
	sentences []sentence
	counts    map[int32]int // of words that say something by themselves
	entries   int
	sums      sums
}

// token is one word of a chapter.
type token struct {
	word   int32 // in measurer.forms
	inline int32 // in measurer.inlines
	at     int32 // bytes into its text
}

// role is what a sentence is the beginning of.
type role uint8

const (
	within role = iota
	opensChapter
	opensParagraph
	isMaxim
)

// sentence is one sentence of prose: a part of its chapter's tokens.
type sentence struct {
	chapter  int32
	from, to int32
	role     role
	run      int32 // its paragraph: sentences in a row have the same
}

// sums are what readability is made of.
type sums struct {
	words, sentences, letters, syllables int
	long                                 int // words of more than six letters
	many                                 int // words of more than three syllables
}

func (s sums) plus(o sums) sums {
	return sums{s.words + o.words, s.sentences + o.sentences, s.letters + o.letters, s.syllables + o.syllables, s.long + o.long, s.many + o.many}
}

func newMeasurer(cfg *config.Config, b *book.Book) *measurer {
	return &measurer{cfg: cfg, lang: cfg.Lang, trace: b.Tracer(), words: map[string]int32{}}
}

// read takes in the text of a chapter: all of its words, and the sentences of its prose. Drafts are counted and left out.
func (m *measurer) read(ch *book.Chapter) {
	m.chapters = append(m.chapters, chapter{chapter: ch, counts: map[int32]int{}})
	c := &m.chapters[len(m.chapters)-1]
	m.run(c, ch.Title, false, within)
	first := true
	m.blocks(c, ch.Blocks, func() role {
		if first {
			first = false
			return opensChapter
		}
		return opensParagraph
	})
	for _, n := range ch.Notes {
		m.blocks(c, n.Blocks, func() role { return within })
	}
	if c.entries > 0 {
		for _, b := range ch.Blocks {
			if _, ok := b.(*book.Heading); ok {
				m.sections++
			}
		}
	}
	for _, t := range c.tokens {
		if f := &m.forms[t.word]; f.plain {
			c.counts[t.word]++
		}
	}
}

// blocks takes in blocks; opens returns what the next paragraph opens.
func (m *measurer) blocks(c *chapter, blocks []book.Block, opens func() role) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Entry:
			if b.Status == book.Draft {
				maxim, gloss := b.Words()
				m.drafts.Entries++
				m.drafts.Words += maxim + gloss
				continue
			}
			c.entries++
			m.run(c, b.Maxim, true, isMaxim)
			m.blocks(c, b.Gloss, opens)
		case *book.Paragraph:
			m.run(c, b.Text, true, opens())
		case *book.List:
			for _, item := range b.Items {
				m.blocks(c, item.Blocks, func() role { return within })
			}
		case *book.Quote:
			m.blocks(c, b.Blocks, func() role { return within })
			m.runs(c, b)
		case *book.Aside:
			m.runs(c, b)
			m.blocks(c, b.Blocks, func() role { return within })
		case *book.Aligned:
			m.blocks(c, b.Blocks, func() role { return within })
		case *book.Definitions:
			for _, d := range b.Items {
				for _, term := range d.Terms {
					m.run(c, term, false, within)
				}
				for _, def := range d.Defs {
					m.blocks(c, def, func() role { return within })
				}
			}
		default:
			m.runs(c, b)
		}
	}
}

// runs takes in the text that is a block's own and no prose: headings, cells, captions, lines of verse.
func (m *measurer) runs(c *chapter, b book.Block) {
	book.Runs(b, func(text []book.Inline) { m.run(c, text, false, within) })
}

// part is a piece of a run of text and where it comes from.
type part struct {
	from   int // in the run, in bytes
	inline int32
}

// run takes in a run of text, and its sentences where it is prose.
func (m *measurer) run(c *chapter, text []book.Inline, prose bool, as role) {
	var flat strings.Builder
	var parts []part
	book.WalkInlines(text, func(in book.Inline) {
		var value string
		switch in := in.(type) {
		case *book.Text:
			value = in.Value
		case *book.CodeSpan:
			value = in.Value
		case *book.LineBreak:
			flat.WriteByte(' ')
			return
		default:
			return
		}
		parts = append(parts, part{flat.Len(), int32(len(m.inlines))})
		m.inlines = append(m.inlines, in.Start())
		flat.WriteString(value)
	})
	if flat.Len() == 0 {
		return
	}
	s := flat.String()
	first := int32(len(c.tokens))
	var places []int // of the tokens in s
	at := 0
	for i, word := range lang.Words(s) {
		for at+1 < len(parts) && parts[at+1].from <= i {
			at++
		}
		c.tokens = append(c.tokens, token{m.number(word), parts[at].inline, int32(i - parts[at].from)})
		places = append(places, i)
	}
	if prose && len(places) > 0 {
		m.divide(c, s, places, first, as)
	}
}

// divide divides a run of prose into sentences.
func (m *measurer) divide(c *chapter, s string, places []int, first int32, as role) {
	n, run := 0, first
	for _, end := range m.lang.SentenceEnds(s) {
		from := n
		for n < len(places) && places[n] < end {
			n++
		}
		if n == from {
			continue // nothing but signs
		}
		st := sentence{int32(len(m.chapters) - 1), first + int32(from), first + int32(n), as, run}
		as = within
		c.sentences = append(c.sentences, st)
		c.sums = c.sums.plus(m.sum(c.tokens[st.from:st.to]))
	}
}

// sum returns the sums of a sentence.
func (m *measurer) sum(tokens []token) sums {
	s := sums{sentences: 1, words: len(tokens)}
	for _, t := range tokens {
		f := &m.forms[t.word]
		s.letters += f.letters
		s.syllables += f.syllables
		if f.letters > 6 {
			s.long++
		}
		if f.syllables > 3 {
			s.many++
		}
	}
	return s
}

// number returns the number of a word, and counts it.
func (m *measurer) number(word string) int32 {
	key := m.lang.Lower(strings.ReplaceAll(word, "\u00AD", ""))
	n, ok := m.words[key]
	if !ok {
		n = int32(len(m.forms))
		m.words[key] = n
		f := form{key: key, shown: word, small: key == word, plain: m.plain(key), syllables: syllables(m.cfg.Book.Language, key)}
		for _, r := range key {
			if unicode.IsLetter(r) {
				f.letters++
			}
		}
		m.forms = append(m.forms, f)
	}
	f := &m.forms[n]
	f.count++
	if !f.small && key == word {
		f.shown, f.small = word, true
	}
	return n
}

// plain reports whether a word, in small letters, says something by itself: articles, prepositions, pronouns and figures do not.
func (m *measurer) plain(word string) bool {
	r := &m.lang.Rules
	if r.Clinging[word] || r.Opening[word] || r.Joining[word] || r.Bound[word] {
		return false
	}
	return utf8.RuneCountInString(word) > 3 && strings.ContainsFunc(word, unicode.IsLetter)
}

// place returns where a token stands in the manuscript.
func (m *measurer) place(t token) Place {
	pos := m.trace.Trace(m.inlines[t.inline], int(t.at))
	return placeOf(pos)
}

// placeOf returns a place as a program reads it.
func placeOf(pos diag.Pos) Place {
	if !pos.IsValid() {
		return Place{}
	}
	line, column := pos.Source.LineColumn(pos.Offset)
	return Place{pos.Source.Name, line, column}
}
