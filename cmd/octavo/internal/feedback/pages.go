package feedback

import (
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/pagemap"
)

// finder tells which page of a book stands on a sheet, by its words. Sheets are not pages: a reader's program prints a range of
// pages, two on a sheet, or a cover sheet before them, and what it writes has no labels of pages.
type finder struct {
	record *pagemap.Record
	at     map[uint64][]int32         // indexes of the pages that have three words in a row, by their hash; nil until it is needed
	own    map[string]map[uint64]bool // hashes of the three words in a row of one page, by its folio
}

// maxAlike is on how many pages three words may stand and still tell one from the other.
const maxAlike = 8

// newFinder returns a finder of the pages of a map, nil if there is none.
func newFinder(record *pagemap.Record) *finder {
	if record == nil {
		return nil
	}
	return &finder{record: record, own: map[string]map[uint64]bool{}}
}

// printedText returns the words of a page.
func printedText(p *pagemap.RecordPage) string {
	var text strings.Builder
	for _, l := range p.Lines {
		line, divided := strings.CutSuffix(l.Text, "\u00AD")
		text.WriteString(line)
		if !divided {
			text.WriteByte('\n')
		}
	}
	return text.String()
}

// has reports whether a sheet's text is that of the page with a folio, with little around it. Most files have the folios of the book's
// own pages, and for these it saves the index of all pages.
func (f *finder) has(folio, text string) bool {
	own, known := f.own[folio]
	if !known {
		own = map[uint64]bool{}
		for i := range f.record.Pages {
			if p := &f.record.Pages[i]; p.Folio == folio {
				for _, three := range triples(printedText(p)) {
					own[three] = true
				}
			}
		}
		f.own[folio] = own
	}
	n, all := 0, triples(text)
	for _, three := range all {
		if own[three] {
			n++
		}
	}
	return n >= 2 && 5*n >= 3*len(all)
}

// most reports whether n of all hashes of a text are enough to say that it is from a page: two in five, as there can be other text
// around it.
func most(n, all int) bool { return n >= 2 && 5*n >= 2*all }

// index makes the index of all pages.
func (f *finder) index() {
	if f.at != nil {
		return
	}
	f.at = map[uint64][]int32{}
	for i := range f.record.Pages {
		for _, three := range triples(printedText(&f.record.Pages[i])) {
			if list := f.at[three]; len(list) <= maxAlike && (len(list) == 0 || list[len(list)-1] != int32(i)) {
				f.at[three] = append(list, int32(i))
			}
		}
	}
}

// triples returns a hash of each three words that follow on each other. Words are parted as in package locate, but accents count, as a
// page and its map have the same. Hashes made letter by letter cost a tenth of what a list of the words does.
func triples(text string) (out []uint64) {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	var last [2]uint64
	words, hash, inside := 0, uint64(offset), false
	flush := func() {
		if !inside {
			return
		}
		if words++; words > 2 {
			out = append(out, (last[0]*prime^last[1])*prime^hash)
		}
		last[0], last[1] = last[1], hash
		hash, inside = offset, false
	}
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r < 0x80:
			if r != '\'' {
				flush()
			}
			continue
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer):
			flush()
			hash, inside = (hash^uint64(r))*prime, true
			flush()
			continue
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r):
			r = unicode.ToLower(r)
		case r == '’' || r == '‘' || r == 'ʼ' || unicode.In(r, unicode.Cf, unicode.Co):
			continue
		default:
			flush()
			continue
		}
		hash, inside = (hash^uint64(r))*prime, true
	}
	flush()
	return out
}

// score returns how much of a text is the book's.
func (f *finder) score(text string) (n int) {
	f.index()
	for _, three := range triples(text) {
		if len(f.at[three]) > 0 {
			n++
		}
	}
	return n
}

// page returns the page that a text is from, nil if it is from none or could be from many. The page with the folio that the file itself
// gives is preferred where it has nearly as much of the text.
func (f *finder) page(text, label string) *pagemap.RecordPage {
	f.index()
	votes := map[int32]int{}
	all := triples(text)
	for _, three := range all {
		if list := f.at[three]; len(list) <= maxAlike {
			for _, i := range list {
				votes[i]++
			}
		}
	}
	best, top := int32(-1), 0
	for i, n := range votes {
		if n > top || n == top && i < best {
			best, top = i, n
		}
	}
	if !most(top, len(all)) {
		return nil
	}
	for i, n := range votes {
		if label != "" && f.record.Pages[i].Folio == label && 5*n >= 3*top {
			return &f.record.Pages[i]
		}
	}
	return &f.record.Pages[best]
}

// beside is how many lines on each side of a remark's tell its page.
const beside = 4

// pageOf returns the page of the book that a line of a sheet is on, nil if that is not known, or if the file's own folio is right.
func (s *sheet) pageOf(line int) *pagemap.RecordPage {
	if s.finder == nil {
		return nil
	}
	if p, known := s.pages[line]; known {
		return p
	}
	var near strings.Builder
	for i := max(0, line-beside); i <= min(line+beside, len(s.text.Lines)-1); i++ {
		words := s.text.Line(i).Words
		if i == line { // where pages stand one above the other
			near.WriteString(words + "\n\n")
		}
		near.WriteString(words + "\n")
	}
	if !s.spend(near.Len()) {
		return nil
	}
	p := s.finder.page(near.String(), s.label)
	if s.pages == nil {
		s.pages = map[int]*pagemap.RecordPage{}
	}
	s.pages[line] = p
	return p
}

// folioOn returns the folio that stands alone in the last line of a sheet, or above the line at the foot of a review copy; "" for none.
func (s *sheet) folioOn() string {
	last := len(s.text.Lines) - 1
	if last >= 0 && s.textOf(last) != "" {
		if _, owner := FootOf(unmarked(s.text.Line(last).Words)); owner != "" {
			last--
		}
	}
	if last < 0 {
		return ""
	}
	if word := strings.Trim(s.textOf(last), " -–—·•[]|"); isFolio(word) {
		return word
	}
	return ""
}

// textOf returns the text of a line of ordinary length.
func (s *sheet) textOf(line int) string {
	const most = 2000 // letters
	if l := s.text.Lines[line]; l.To-l.From > most {
		return ""
	}
	return s.text.Line(line).Words
}

func isFolio(word string) bool {
	return len(word) > 0 && len(word) < 5 && strings.Trim(word, "0123456789") == "" ||
		len(word) > 0 && len(word) < 9 && strings.Trim(word, "ivxlc") == ""
}
