package docx

import (
	"cmp"
	"slices"
	"strings"
)

// begin begins the range of a comment.
func (p *reading) begin(id string) {
	s := p.comments[id]
	if s == nil || s.placed {
		return
	}
	m := &mark{began: true, paragraph: len(p.out.Paragraphs)}
	if o := p.paragraph(); o != nil {
		m.paragraph, m.was, m.now = o.index, o.was.Len(), o.now.Len()
	}
	m.last, m.wasEnd, m.nowEnd = m.paragraph, m.was, m.now
	p.open[id] = m
}

// stop ends the range of a comment.
func (p *reading) stop(id string) {
	m := p.open[id]
	if m == nil || m.ended {
		return
	}
	m.ended = true
	if o := p.paragraph(); o != nil {
		m.last, m.wasEnd, m.nowEnd = o.index, o.was.Len(), o.now.Len()
	} else if n := len(p.out.Paragraphs); n > m.paragraph { // between paragraphs
		m.last = n - 1
		m.wasEnd, m.nowEnd = len(p.out.Paragraphs[n-1].Was), len(p.out.Paragraphs[n-1].Now)
	}
	p.comments[id].mark, p.comments[id].placed = *m, true
}

// answered returns the first comment of a thread.
func (p *reading) answered(s *commentEntry) *commentEntry {
	at := s
	for range len(p.comments) {
		parent := p.comments[at.parent]
		if parent == nil {
			return at
		}
		at = parent
	}
	return s // a cycle of replies
}

// finish orders comments by their places and adds replies to their comments.
func (p *reading) finish() {
	ps := p.out.Paragraphs
	clip := func(s string, at int) int { return max(0, min(at, len(s))) }
	var top []*commentEntry
	for _, id := range p.order {
		s := p.comments[id]
		if first := p.answered(s); first != s {
			first.Replies = append(first.Replies, Reply{s.Author, s.Date, s.Text})
		} else {
			top = append(top, s)
		}
	}
	for _, s := range top {
		m := s.mark
		switch {
		case !s.placed && p.open[s.id] != nil: // the range has no end
			m = *p.open[s.id]
		case !s.placed:
			m = mark{paragraph: -1}
		}
		s.Paragraph = m.paragraph
		if m.paragraph >= 0 && m.paragraph < len(ps) {
			first, last := &ps[m.paragraph], &ps[min(max(m.last, m.paragraph), len(ps)-1)]
			from, to := clip(first.Was, m.was), clip(last.Was, m.wasEnd)
			nowFrom, nowTo := clip(first.Now, m.now), clip(last.Now, m.nowEnd)
			s.Before, s.After = first.Was[:from], last.Was[to:]
			if first == last {
				s.Words, s.New = first.Was[from:max(from, to)], first.Now[nowFrom:max(nowFrom, nowTo)]
			} else {
				var was, now strings.Builder
				was.WriteString(first.Was[from:])
				now.WriteString(first.Now[nowFrom:])
				for i := m.paragraph + 1; i < m.last && i < len(ps) && was.Len()+now.Len() < maxMarked; i++ {
					was.WriteString("\n" + ps[i].Was)
					now.WriteString("\n" + ps[i].Now)
				}
				if was.Len()+now.Len() < maxMarked {
					was.WriteString("\n" + last.Was[:to])
					now.WriteString("\n" + last.Now[:nowTo])
				}
				s.Words, s.New = was.String(), now.String()
			}
			if s.New == s.Words {
				s.New = ""
			}
		} else {
			s.Paragraph = -1
		}
	}
	slices.SortStableFunc(top, func(a, b *commentEntry) int {
		last := func(s *commentEntry) int { // comments without a place come last
			if s.Paragraph < 0 {
				return len(ps)
			}
			return s.Paragraph
		}
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a.mark.was, b.mark.was))
	})
	for _, s := range top {
		p.out.Comments = append(p.out.Comments, s.Comment)
	}
	slices.SortStableFunc(p.out.Edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(len(a.Before), len(b.Before)))
	})
}
