package pdftext

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is what a page says, in reading order.
type Text struct {
	Letters []Letter
	Lines   []Line
	Flow    string // all of it: a space between words and lines; a word divided at a line's end is whole
	at      []int  // where each letter begins in Flow, and the length of Flow at the end
}

// Line is a line of a page.
type Line struct {
	From, To int // its letters
	Base     float64
	Size     float64 // of its largest type, an initial left out
	Box      Rect
}

// Text reads a page. What cannot be read is left out; the error, if any, says what.
func (d *Document) Text(p *Page) (*Text, error) {
	if p.text != nil {
		return p.text, nil
	}
	letters, err := d.read(p)
	p.text = arrange(letters)
	return p.text, err
}

// arrange puts letters into reading order.
func arrange(letters []Letter) *Text {
	letters = running(letters)
	// Down the page; letters on nearly the same height are a line.
	slices.SortStableFunc(letters, func(a, b Letter) int { return cmp.Compare(b.Base, a.Base) })
	t := &Text{}
	for from := 0; from < len(letters); {
		to, base := from+1, letters[from].Base
		for to < len(letters) && base-letters[to].Base < reachDown(letters[to-1].Size, letters[to].Size) {
			base = letters[to].Base
			to++
		}
		t.Lines = append(t.Lines, Line{From: from, To: to})
		from = to
	}
	t.Letters = letters
	t.raiseInitials()
	for i := range t.Lines {
		l := &t.Lines[i]
		row := t.Letters[l.From:l.To]
		slices.SortStableFunc(row, func(a, b Letter) int { return cmp.Compare(a.Left, b.Left) })
		l.Box, l.Base = row[0].Box, row[0].Base
		for _, c := range row {
			l.Box = l.Box.Union(c.Box)
			if c.Size > l.Size {
				l.Size, l.Base = c.Size, c.Base
			}
		}
	}
	t.join()
	return t
}

// reachDown is how much lower a letter's baseline may be than another's on the same line. A raised letter is on its
// line; an initial is on none.
func reachDown(a, b float64) float64 {
	if max(a, b) > 2*min(a, b) {
		return 0.6 * min(a, b)
	}
	return 0.5 * max(a, b)
}

// running leaves the text that a reader reads: what stands as most of the page's letters stand, no marks laid across
// the page, and what can be seen, unless none of it can, as on a scanned page with its text behind the picture.
func running(letters []Letter) []Letter {
	seen := slices.ContainsFunc(letters, func(l Letter) bool { return !l.hidden && l.turn >= 0 })
	var turns [4]int
	for _, l := range letters {
		if l.turn >= 0 && l.hidden != seen {
			turns[l.turn]++
		}
	}
	most := 0
	for i, n := range turns {
		if n > turns[most] {
			most = i
		}
	}
	out := letters[:0]
	for _, l := range letters {
		if l.turn == most && l.hidden != seen && l.Text != "" && l.Size > 0.5 {
			out = append(out, l)
		}
	}
	return out
}

// raiseInitials puts an initial that reaches down over several lines to the first of them, where it is read.
func (t *Text) raiseInitials() {
	for i := 1; i < len(t.Lines); i++ {
		l := t.Lines[i]
		for k := l.From; k < l.To && l.To-l.From > 1; k++ {
			c := t.Letters[k]
			to := i
			for to > 0 {
				above := t.Letters[t.Lines[to-1].From:t.Lines[to-1].To]
				if above[0].Base >= c.Base+0.72*c.Size || !small(above, c) {
					break
				}
				to--
			}
			if to == i || !small(slices.Concat(t.Letters[l.From:k], t.Letters[k+1:l.To]), c) {
				continue
			}
			// Move the letter to the front of that line; those between move up by one.
			first := t.Lines[to].From
			copy(t.Letters[first+1:k+1], t.Letters[first:k])
			t.Letters[first] = c
			t.Lines[to].To++
			for n := to + 1; n <= i; n++ {
				t.Lines[n].From++
				t.Lines[n].To++
			}
			t.Lines[i].To = l.To
			break
		}
	}
}

// small says whether letters are much smaller than an initial, and stand to its right.
func small(row []Letter, initial Letter) bool {
	for _, c := range row {
		if c.Size > 0.6*initial.Size || c.Left < initial.Left {
			return false
		}
	}
	return len(row) > 0
}

// join makes Flow.
func (t *Text) join() {
	var b strings.Builder
	t.at = make([]int, 0, len(t.Letters)+1)
	space := func() {
		if s := b.String(); s != "" && !strings.HasSuffix(s, " ") {
			b.WriteByte(' ')
		}
	}
	glue := false // the last line ends within a word
	for _, l := range t.Lines {
		if !glue {
			space()
		}
		glue = false
		for i := l.From; i < l.To; i++ {
			c := t.Letters[i]
			if i > l.From && apart(t.Letters[i-1], c) {
				space()
			}
			t.at = append(t.at, b.Len())
			switch {
			case strings.TrimSpace(c.Text) == "":
				space()
			case i == l.To-1 && c.Text == "\u00AD":
				glue = true
			case i == l.To-1 && (c.Text == "-" || c.Text == "‐") && hasLetterBefore(b.String()):
				b.WriteString(c.Text)
				glue = true
			default:
				b.WriteString(strings.ReplaceAll(c.Text, "\u00AD", ""))
			}
		}
	}
	t.Flow = b.String()
	t.at = append(t.at, len(t.Flow))
}

func hasLetterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// apart says whether two letters of a line belong to different words: there is room between them, or one is raised,
// as the mark of a footnote is.
func apart(a, b Letter) bool {
	size := min(a.Size, b.Size)
	if b.Left-a.Right > 0.22*max(a.Size, b.Size) {
		return true
	}
	shift := b.Base - a.Base
	return (shift > 0.15*size || shift < -0.15*size) && max(a.Size, b.Size) < 2*size
}
