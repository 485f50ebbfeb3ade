package amend

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// style is how an author writes what setting makes typographic: with the signs of a keyboard, or as they are printed.
type style struct {
	written map[rune]string // how dashes and ellipses are written, by what is printed
	curly   map[rune]bool   // quotation marks, by their straight marks: the author writes them as they are printed
	open    [2]rune         // double and single marks that open and close, where the author writes them so
	close   [2]rune
	whites  map[rune]bool // white other than a space that the author has written
	dash    rune          // the dash that is printed most
	quoted  bool          // there are quotation marks
}

// known reports whether a file has quotation marks and a dash of its own.
func (s *style) known() bool { return s.quoted && s.dash != 0 }

// styleOf looks at how files are written. In one that has no quotation marks, for example, the others show how they would be.
func styleOf(files ...*file) *style {
	s := &style{written: map[rune]string{}, curly: map[rune]bool{}, whites: map[rune]bool{}}
	type sight struct {
		printed rune
		as      string
	}
	seen := map[sight]int{}
	for _, f := range files {
		for _, u := range f.units {
			if u.broad || u.kind == codeLine || u.kind == value {
				continue
			}
			for i := range u.cells {
				c := &u.cells[i]
				if c.r < 0x80 || c.from < 0 || c.to <= c.from || c.to-c.from > utf8.UTFMax {
					continue
				}
				if quoteClass(c.r) != 0 || isDash(c.r) || c.r == '…' || isWhite(c.r) {
					seen[sight{c.r, string(f.src.Text[c.from:c.to])}]++
				}
			}
		}
	}
	best, straight, marks, all := map[rune]int{}, map[rune]int{}, map[rune]int{}, map[rune]int{}
	dashes := 0
	for k, n := range seen { // the results do not depend on the order
		switch q := quoteClass(k.printed); {
		case q != 0 && k.as == string(q):
			s.quoted = true
			all[q] += n
			straight[q] += n
		case q != 0:
			s.quoted = true
			all[q] += n
			straight[q] -= n
			marks[k.printed] += n
		case isWhite(k.printed):
			s.whites[k.printed] = s.whites[k.printed] || k.as == string(k.printed)
		case n > best[k.printed] || n == best[k.printed] && k.as < s.written[k.printed]:
			best[k.printed], s.written[k.printed] = n, k.as
		}
	}
	for r, n := range best {
		if isDash(r) && r != '-' && (n > dashes || n == dashes && r > s.dash) {
			s.dash, dashes = r, n
		}
	}
	if all['"'] == 0 { // the author writes both kinds in the same way
		straight['"'] = straight['\'']
	} else if all['\''] == 0 {
		straight['\''] = straight['"']
	}
	for i, q := range []rune{'"', '\''} {
		s.curly[q] = straight[q] < 0
		s.open[i], s.close[i] = commonPair(marks, q)
	}
	return s
}

// commonPair returns the two marks of a kind that occur most, the one that opens first.
func commonPair(marks map[rune]int, q rune) (open, closing rune) {
	pairs := [][2]rune{{'“', '”'}, {'„', '“'}, {'«', '»'}, {'»', '«'}, {'”', '”'}}
	if q == '\'' {
		pairs = [][2]rune{{'‘', '’'}, {'‚', '‘'}, {'‹', '›'}, {'›', '‹'}}
	}
	best := -1
	for _, p := range pairs {
		if n := min(marks[p[0]], marks[p[1]]); n > best && (n > 0 || best < 0) {
			best, open, closing = n, p[0], p[1]
		}
	}
	return open, closing
}

// way is how new words are written. Where the first way does not come out as it should, the next is tried.
type way int

// The ways.
const (
	plainly way = iota // in the author's style, with the escapes that are surely needed
	escaped            // with every sign of Markdown escaped
	printed            // and with quotation marks and dashes as they are printed
	lastWay
)

// place says what the words to be written are part of.
type place struct {
	kind   kind
	inCode bool
	quote  byte // of the string of TOML or YAML that they stand in, 0 for none
	start  bool // they begin a line of the file
	before rune // the characters beside them, 0 for none
	after  rune
	link   bool // they are the words of a link
}

// write returns new words as they are written in a file.
func (s *style) write(words []rune, w way, at place) string {
	if at.inCode || at.kind == codeLine {
		return string(words)
	}
	var b strings.Builder
	prev := at.before
	if !s.curly['"'] && w != printed && at.kind != value && at.kind != frontMatter { // the white inside of guillemets comes with them
		words = []rune(guillemets.Replace(string(words)))
	}
	for i, r := range words {
		next := at.after
		if i+1 < len(words) {
			next = words[i+1]
		}
		if at.kind == value || at.kind == frontMatter {
			b.WriteString(quotedSign(r, at.quote))
			prev = r
			continue
		}
		text, typographic := "", false
		if w != printed {
			text, typographic = s.sign(r, prev, next, at)
		}
		if !typographic {
			text = escape(string(r), r, prev, next, w, at, i == 0 && at.start, string(words[i:min(len(words), i+40)]))
		}
		b.WriteString(text)
		prev = r
	}
	return b.String()
}

// sign returns a quotation mark, a dash or an ellipsis as the author writes it; false for any other character.
func (s *style) sign(r, prev, next rune, at place) (string, bool) {
	if q := quoteClass(r); q != 0 && r != '′' && r != '″' {
		if !s.curly[q] {
			if rune(at.quote) == q {
				return `\` + string(q), true
			}
			return string(q), true
		}
		if r != q {
			return string(r), true
		}
		k := 0
		if q == '\'' {
			k = 1
		}
		opens := prev == 0 || isWhite(prev) || isOpening(prev)
		switch {
		case q == '\'' && (!opens || !isWord(next)):
			return "’", true
		case s.open[k] == 0:
			return string(q), true
		case opens:
			return string(s.open[k]), true
		}
		return string(s.close[k]), true
	}
	if text, ok := s.written[r]; ok && (r == '…' || isDash(r)) {
		return text, true
	}
	return "", false
}

var guillemets = strings.NewReplacer("« ", "«", " »", "»")

// quotedSign returns a character as it stands in a string between quotation marks of TOML or YAML.
func quotedSign(r rune, quote byte) string {
	switch {
	case quote == '"' && (r == '"' || r == '\\'):
		return `\` + string(r)
	case quote == '"' && r == '\n', quote == 0 && r == '\n', quote == '\'' && r == '\n':
		return " "
	case quote == '\'' && r == '\'':
		return "’"
	}
	return string(r)
}

var (
	entity   = lazyregexp.New(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{2,31});`)
	lineSign = lazyregexp.New(`^(?:[#>|:]|[-+*](?:\s|$)|\+\+\+|---|===|~~~|[0-9]{1,9}[.)](?:\s|$)|\(?[a-zA-Z][.)]\s)`)
)

// escape returns a character with a backslash before it where it would be a sign of Markdown.
func escape(text string, r, prev, next rune, w way, at place, first bool, rest string) string {
	if r >= 0x80 || isWord(r) && !first || r == ' ' || r == '\n' {
		return text
	}
	ascii := unicode.IsPunct(r) || unicode.IsSymbol(r)
	if first {
		if m := lineSign().FindString(rest); m != "" {
			if ascii {
				return `\` + text
			}
			return text // the number of a list's item: its point is escaped
		}
	}
	if !ascii {
		return text
	}
	if (r == '.' || r == ')') && at.start && unicode.IsDigit(prev) {
		return `\` + text
	}
	if w != plainly {
		if strings.ContainsRune(`\*_[]<>{}#|~^$&=+:!-@%()`+"`", r) {
			return `\` + text
		}
		return text
	}
	must := false
	switch r {
	case '\\', '`', '{', '[', '~', '^':
		must = true
	case ']':
		must = at.link
	case '*':
		must = next != 0 && !isWhite(next) || prev != 0 && !isWhite(prev)
	case '_':
		must = !(isWord(prev) && isWord(next))
	case '<':
		must = unicode.IsLetter(next) || slices.Contains([]rune{'/', '!', '?'}, next)
	case '&':
		m := entity().FindString(rest)
		must = m != "" && html.UnescapeString(m) != m
	case '|':
		must = at.kind == tableCell
	}
	if must {
		return `\` + text
	}
	return text
}

// dashes turns the hyphens that are typed for a dash into one.
func (s *style) dashes(words []rune) []rune {
	dash := s.dash
	if dash == 0 {
		dash = '–'
	}
	text := strings.ReplaceAll(string(words), "---", "—")
	return []rune(strings.ReplaceAll(strings.ReplaceAll(text, "--", string(dash)), "...", "…"))
}
