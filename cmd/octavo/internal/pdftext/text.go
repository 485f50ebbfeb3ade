package pdftext

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/cos"
)

// Text is the text of a page, in reading order.
type Text struct {
	Letters []Letter
	Lines   []Line
	Flow    string // all of it: a space between words and lines; a word divided at a line's end is whole
	at      []int  // where each letter begins in Flow, and the length of Flow at the end
	nearby  *index
	budget  *cos.Budget
}

// Line is a line of a page.
type Line struct {
	From, To int // its letters
	Base     float64
	Size     float64 // of its largest type, an initial left out
	Box      Rect
}

// Limits of letters that are held at once; of a page of running text there are 3,000.
const (
	maxOnPage = 500_000
	maxKept   = 1_000_000 // of all pages whose text is kept to be asked for again
)

// Text reads a page. What cannot be read is left out and reported by the error.
func (d *Document) Text(p *Page) (*Text, error) {
	if p.text != nil {
		return p.text, nil
	}
	letters, err := d.lettersOf(p)
	if d.letters += len(letters); d.letters > maxKept {
		for _, old := range d.read {
			old.text = nil
		}
		d.read, d.letters = d.read[:0], len(letters)
	}
	p.text = arrange(letters)
	p.text.budget = d.File.Budget
	d.read = append(d.read, p)
	return p.text, err
}

// arrange puts letters into reading order.
func arrange(letters []Letter) *Text { return arrangeColumns(running(letters), nil) }

// arrangeColumns puts running text into reading order, one column after the other. Cuts are the places between columns, from the left.
func arrangeColumns(letters []Letter, cuts []float64) *Text {
	// Down the page; letters on nearly the same height are a line.
	sortLetters(letters, func(c *Letter) float64 { return -c.Base })
	if len(cuts) > 0 {
		slices.SortStableFunc(letters, func(a, b Letter) int { return columnOf(a, cuts) - columnOf(b, cuts) })
	}
	t := &Text{}
	for from := 0; from < len(letters); {
		to, base, column := from+1, letters[from].Base, columnOf(letters[from], cuts)
		for to < len(letters) && base-letters[to].Base < reachDown(letters[to-1].Size, letters[to].Size) &&
			columnOf(letters[to], cuts) == column {
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
		sortLetters(row, func(c *Letter) float64 { return c.Left })
		readingOrder(row)
		l.Box, l.Base = row[0].Box, row[0].Base
		for _, c := range row {
			l.Box = l.Box.Union(c.Box)
			if c.Size > l.Size {
				l.Size, l.Base = c.Size, c.Base
			}
		}
	}
	t.join()
	t.nearby = indexOf(t.Letters)
	return t
}

// sortLetters sorts letters by a key; those with the same key stay in their order.
func sortLetters(letters []Letter, key func(*Letter) float64) {
	type place struct {
		key float64
		at  int
	}
	places := make([]place, len(letters))
	sorted := true
	for i := range letters {
		places[i] = place{key(&letters[i]), i}
		sorted = sorted && (i == 0 || places[i-1].key <= places[i].key)
	}
	if sorted { // as most makers write them
		return
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.key, b.key), a.at-b.at) })
	old := slices.Clone(letters)
	for i, p := range places {
		letters[i] = old[p.at]
	}
}

// reachDown returns how much lower a letter's baseline may be than another's on the same line. A raised letter is on its
// line; an initial is on none.
func reachDown(a, b float64) float64 {
	if max(a, b) > 2*min(a, b) {
		return 0.6 * min(a, b)
	}
	return 0.5 * max(a, b)
}

// running keeps the running text: horizontal for most of the page's letters, not laid across the page, and visible,
// unless no text is, as on a scanned page with text behind the picture.
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
			if n := len(out); n > 0 && isPoint(out[n-1], l) {
				out[n-1].Text += l.Text
				continue
			}
			out = append(out, l)
		}
	}
	return out
}

// maxInitial is over how many lines an initial may reach down.
const maxInitial = 20

// raiseInitials puts an initial that reaches down over several lines to the first of them, where it is read.
func (t *Text) raiseInitials() {
	for i := 1; i < len(t.Lines); i++ {
		l := t.Lines[i]
		if l.To-l.From < 2 {
			continue
		}
		k := l.From // only the largest can be much larger than all others
		for j := l.From; j < l.To; j++ {
			if t.Letters[j].Size > t.Letters[k].Size {
				k = j
			}
		}
		c := t.Letters[k]
		if !small(t.Letters[l.From:k], c) || !small(t.Letters[k+1:l.To], c) {
			continue
		}
		to := i
		for to > max(0, i-maxInitial) {
			above := t.Letters[t.Lines[to-1].From:t.Lines[to-1].To]
			if above[0].Base >= c.Base+0.72*c.Size || !small(above, c) {
				break
			}
			to--
		}
		if to == i {
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
	}
}

// small reports whether letters are much smaller than an initial, and stand to its right.
func small(row []Letter, initial Letter) bool {
	for _, c := range row {
		if c.Size > 0.6*initial.Size || c.Left < initial.Left {
			return false
		}
	}
	return true
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

// apart reports whether two letters of a line belong to different words: there is room between them, or one is raised,
// as the mark of a footnote is.
func apart(a, b Letter) bool {
	size := min(a.Size, b.Size)
	if max(b.Left-a.Right, a.Left-b.Right) > 0.22*max(a.Size, b.Size) {
		return true
	}
	shift := b.Base - a.Base
	return (shift > 0.15*size || shift < -0.15*size) && max(a.Size, b.Size) < 2*size
}
