package feedback

import (
	"strings"

	"octavo/cmd/octavo/internal/locate"
)

// A Kindle keeps all notes on all books in one file, "My Clippings.txt":
//
//	Title (Author)
//	- Your Highlight on page 12 | Location 170-172 | Added on Monday, 23 November 2026 09:12:44
//
//	the marked words
//	==========
//
// A note is an entry of its own, whose location is the end of the highlight that it is on.

const clippingsRule = "=========="

func isClippings(text string) bool {
	return strings.Contains(text, "\n"+clippingsRule) && strings.Contains(text, "\n- ")
}

func (r *reading) clippings(text string) error {
	type clipping struct {
		location, end int
		remark        int // index in r.Remarks
	}
	var marks []clipping
	others := 0
	for _, block := range strings.Split("\n"+text, "\n"+clippingsRule) {
		lines := strings.SplitN(strings.Trim(block, "= \n"), "\n", 3)
		if len(lines) < 2 || !strings.HasPrefix(strings.TrimSpace(lines[1]), "-") || !r.room() {
			continue
		}
		said := lines[1]
		body := ""
		if len(lines) == 3 {
			body = tidy(lines[2])
		}
		bk := lines[0]
		if i := strings.LastIndex(bk, "("); i > 0 {
			bk = bk[:i]
		}
		if r.book.Title != "" && !sameBook(bk, r.book.Title) {
			others++
			continue
		}
		if body == "" || kindleMark().MatchString(said) {
			continue
		}
		m := Remark{Kind: Highlight, Seen: locate.Seen{Offset: -1}}
		if g := kindlePage().FindStringSubmatch(said); g != nil {
			m.Seen.Folio = strings.ToLower(g[1])
		}
		if g := kindleDate().FindStringSubmatch(said); g != nil {
			m.Date = tidy(g[1])
		}
		from, to := 0, 0
		if g := kindleLocation().FindStringSubmatch(said); g != nil {
			from = number(g[1])
			if to = number(g[2]); to > 0 && to < from { // "1234-37"
				short := len(g[2])
				to = number(g[1][:max(0, len(g[1])-short)] + g[2])
			}
			to = max(from, to)
		}
		if kindleNote().MatchString(said) {
			m.Kind, m.Comment = Note, body
			on := -1
			for i := len(marks) - 1; i >= 0 && on < 0; i-- {
				if to > 0 && marks[i].end > 0 && to >= marks[i].location && to <= marks[i].end {
					on = marks[i].remark
				}
			}
			if on >= 0 && r.Remarks[on].Comment == "" {
				r.Remarks[on].Comment, r.Remarks[on].Kind = body, Comment
				continue
			}
			marks = append(marks, clipping{to, 0, len(r.Remarks)})
			r.Remarks = append(r.Remarks, m)
			continue
		}
		m.Seen.Words = body
		// A note entered before its highlight.
		for i := range marks {
			n, at := &r.Remarks[marks[i].remark], marks[i].location
			if n.Kind == Note && n.Seen.Words == "" && from > 0 && at >= from && at <= to {
				n.Kind, n.Seen.Words, marks[i].end = Comment, body, to
				m.Seen.Words = ""
				break
			}
		}
		if m.Seen.Words != "" {
			marks = append(marks, clipping{from, to, len(r.Remarks)})
			r.Remarks = append(r.Remarks, m)
		}
	}
	r.leftOut(others)
	return nil
}
