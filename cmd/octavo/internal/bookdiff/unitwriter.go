package bookdiff

import (
	"hash/crc32"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// word is what is compared: letters up to the next space, with their format; or a mark, such as a footnote's or a
// picture.
type word struct {
	id   int32  // the same for the same word in the same format
	text string // to show
	mark bool   // a mark, not a word
	at   Place
	to   int     // end of it, in the inline at at
	more []where // the rest of it, where its format changes midway
}

type where struct {
	pos diag.Pos
	Span
}

// The format of words.
const (
	emph = 1 << iota
	strong
	strike
	code
	styled // what a span's style is, times this
)

// Bytes that stand in keys and in no text: between words that no space parts, before the format of letters, and before
// marks.
const (
	joint   = '\x02'
	isMark  = '\x03'
	dressed = '\x10'
)

// unitWriter writes units: as a key, in which what is parted by a space or a joint is a word; and, when asked for,
// as words.
type unitWriter struct {
	key    []byte
	open   bool // a word is being written
	space  bool // a space has passed since the last one
	format byte // of the last letter of the word

	collect  bool
	words    []word
	starts   []int32 // where in key each word begins
	pictures map[string]bool
	now      bool
}

func (s *unitWriter) reset() {
	s.key, s.words, s.starts = s.key[:0], s.words[:0], s.starts[:0]
	s.open, s.space, s.format = false, false, 0
}

// begin begins a word.
func (s *unitWriter) begin(pos diag.Pos, from int) {
	if len(s.key) > 0 {
		if s.space {
			s.key = append(s.key, ' ')
		} else {
			s.key = append(s.key, joint)
		}
	}
	s.open, s.space, s.format = true, false, 0
	if s.collect {
		s.words = append(s.words, word{at: Place{pos, from}, to: from})
		s.starts = append(s.starts, int32(len(s.key)))
	}
}

// put writes letters of a word.
func (s *unitWriter) put(letters string, pos diag.Pos, from int, format byte) {
	if !s.open {
		s.begin(pos, from)
	}
	if format != s.format {
		s.key = append(s.key, dressed, 'a'+format)
		s.format = format
	}
	s.key = append(s.key, letters...)
	if !s.collect {
		return
	}
	w := &s.words[len(s.words)-1]
	to := from + len(letters)
	switch n := len(w.more); {
	case n == 0 && w.at.Pos == pos && w.to == from:
		w.to = to
	case n > 0 && w.more[n-1].pos == pos && w.more[n-1].To == from:
		w.more[n-1].To = to
	default:
		w.more = append(w.more, where{pos, Span{from, to}})
	}
}

func (s *unitWriter) end() { s.open = false }

// text writes running text. A word ends at a space, after a dash, and after every character of a script without spaces.
func (s *unitWriter) text(text string, pos diag.Pos, format byte) {
	from := 0
	flush := func(to int) {
		if from < to {
			s.put(text[from:to], pos, from, format)
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c == ' ' || c < ' ' {
				flush(i)
				s.end()
				s.space = true
				from = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			flush(i)
			s.end()
			s.space = true
			from = i + n
		case r == '—' || r == '–':
			flush(i + n)
			s.end()
			from = i + n
		case spaceless(r):
			flush(i)
			s.end()
			s.put(text[i:i+n], pos, i, format)
			s.end()
			from = i + n
		}
		i += n
	}
	flush(len(text))
}

// spaceless reports whether a script is written without spaces between words.
func spaceless(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar)
}

// mark writes something that is no word.
func (s *unitWriter) mark(name, what string, pos diag.Pos) {
	s.end()
	s.begin(pos, 0)
	s.key = append(s.key, isMark)
	s.key = append(s.key, strings.ReplaceAll(name, " ", "\x03")...)
	if what != "" {
		s.key = append(s.key, ':')
		for i := range len(what) {
			c := what[i]
			if c <= ' ' { // a space would end it
				c = isMark
			}
			s.key = append(s.key, c)
		}
	}
	if s.collect {
		w := &s.words[len(s.words)-1]
		w.mark, w.to = true, All
		if w.text = "[" + name + "]"; what != "" {
			w.text = "[" + name + ": " + what + "]"
		}
	}
	s.end()
}

func (s *unitWriter) run(text []book.Inline, format byte) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Text:
			s.text(in.Value, in.Pos, format)
		case *book.Emph:
			s.run(in.Text, format^emph)
		case *book.Strong:
			s.run(in.Text, format|strong)
		case *book.Strike:
			s.run(in.Text, format|strike)
		case *book.Span:
			s.run(in.Text, format|byte(in.Style)*styled)
		case *book.CodeSpan:
			s.text(in.Value, in.Pos, format|code)
		case *book.Math:
			s.text(in.Plain(), in.Pos, format|code)
		case *book.RawHTML:
			s.text(in.Text, in.Pos, format|code)
		case *book.Link:
			s.run(in.Text, format)
			if in.Target != "" {
				s.mark("link", "#"+in.Target, in.Pos)
			} else if in.URL != "" {
				s.mark("link", in.URL, in.Pos)
			}
		case *book.Image:
			s.picture(in)
		case *book.NoteMark:
			s.mark("note", "", in.Pos)
		case *book.LineBreak:
			s.mark("line break", "", in.Pos)
			s.space = true
		}
	}
}

func (s *unitWriter) picture(in *book.Image) {
	what := in.Alt
	if what == "" {
		what = in.Path
	}
	name := "picture"
	if in.File != nil && s.pictures[in.File.Path] && s.now { // under the same name
		name = "another picture"
	}
	s.mark(name, what, in.Pos)
	s.key = append(append(s.key, isMark), strings.ReplaceAll(in.Path, " ", "\x03")...)
}

// lines writes code: every line is a word, since white counts in it.
func (s *unitWriter) lines(lines []string, pos diag.Pos) {
	at := 0
	for _, l := range lines {
		s.end()
		s.space = true
		s.begin(pos, at)
		s.key = append(append(s.key, isMark), strings.ReplaceAll(l, " ", "\x04")...)
		if s.collect {
			w := &s.words[len(s.words)-1]
			w.to, w.text = at+len(l)+1, strings.TrimSpace(l)
		}
		s.end()
		at += len(l) + 1
	}
}

// replacedPictures finds the pictures that have other contents under the same name. One that could not be read, as
// where a revision holds only a pointer to it, counts as the same.
func (c *comparison) replacedPictures(then, now *book.Book) {
	c.old.pictures = map[string]bool{}
	for name, p := range now.Pictures {
		if was := then.Pictures[name]; was != nil &&
			(len(was.Data) != len(p.Data) || crc32.ChecksumIEEE(was.Data) != crc32.ChecksumIEEE(p.Data)) {
			c.old.pictures[name] = true
		}
	}
	c.new.pictures, c.new.now = c.old.pictures, true
}

// keys writes down what every unit says.
func (f *flat) keys() {
	s := &unitWriter{pictures: f.pictures, now: f.now}
	for _, h := range f.containers {
		for _, u := range h.units {
			s.reset()
			u.write(s)
			u.key = string(s.key)
		}
	}
}

// wordsOf returns a unit's words.
func (c *comparison) wordsOf(u *unit) []word {
	if u.words != nil || u.key == "" {
		return u.words
	}
	s := &c.unitWriter
	s.pictures, s.collect = c.new.pictures, true
	s.now = u.container.now
	s.reset()
	u.write(s)
	u.words = append(make([]word, 0, len(s.words)), s.words...)
	for i := range u.words {
		from, to := int(s.starts[i]), len(s.key)
		if i+1 < len(s.starts) {
			to = int(s.starts[i+1]) - 1
		}
		id, ok := c.words[string(s.key[from:to])]
		if !ok {
			id = int32(len(c.words))
			c.words[string(s.key[from:to])] = id
		}
		u.words[i].id = id
		if u.words[i].text == "" {
			u.words[i].text = shown(s.key[from:to])
		}
	}
	return u.words
}

// shown returns a word of a key without its format.
func shown(key []byte) string {
	var b strings.Builder
	for i := 0; i < len(key); i++ {
		if key[i] == dressed && i+1 < len(key) {
			i++
			continue
		}
		b.WriteByte(key[i])
	}
	return b.String()
}

func (s *unitWriter) table(t *book.Table) {
	s.run(t.Caption, 0)
	for _, row := range append([][]book.Cell{t.Head}, t.Rows...) {
		s.mark("row", "", t.Pos)
		for _, cell := range row {
			s.mark("cell", "", t.Pos)
			s.run(cell, 0)
		}
	}
}
