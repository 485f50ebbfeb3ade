package production

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/reviewcopy"
)

// answering is what review copies say of their readers' remarks: what became of each.
type answering struct {
	all   *ledger.Answers
	due   map[string][]answered // by reader
	lines map[string][]printed  // by file
}

// answered is a remark that a copy answers.
type answered struct {
	ledger.Placed
	at *printed // the line that its words begin on; nil: they are on no page
}

// printed is a printed line, by where it begins in its file.
type printed struct {
	line, column int
	folio        string
	nth          int
}

// prepareAnswers finds what the jobs' readers are to be told, once the pages are set.
func (r *reviewing) prepareAnswers(jobs []reviewJob) error {
	if !r.Cfg.Review.Answers {
		return nil
	}
	all, err := ledger.ReadAnswers(r.Root)
	if err != nil {
		return err
	}
	readers := map[string]bool{}
	for i := range jobs {
		readers[jobs[i].copy.Reader.ID] = true
	}
	if !slices.ContainsFunc(all.Remarks, func(m *ledger.Remark) bool { return readers[m.Reader] }) {
		return nil
	}
	shelf, err := ledger.OpenShelf(r.Root, r.Cfg.Book.Slug)
	if err != nil {
		return err
	}
	a := &answering{all: all, due: map[string][]answered{}, lines: r.printedLines()}
	for _, m := range all.Place(shelf, r.Index(), ledger.Moment{Date: r.today, Revision: r.revision}, readers) {
		if m.Due(r.snapshot) {
			a.due[m.Reader] = append(a.due[m.Reader], answered{m, a.printedAt(m.Place)})
		}
	}
	order := diag.Order(r.Book.Sources...)
	for _, list := range a.due {
		slices.SortStableFunc(list, func(x, y answered) int { return order(x.Place.Pos, y.Place.Pos) })
	}
	r.answers = a
	return nil
}

// printedLines returns the lines of the copies' pages, sorted by where they begin.
func (r *reviewing) printedLines() map[string][]printed {
	out := map[string][]printed{}
	for _, p := range r.Record(r.text.pages).Pages {
		for k, l := range p.Lines {
			out[l.File] = append(out[l.File], printed{l.Line, l.Column, p.Folio, k + 1})
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, printed.compare)
	}
	return out
}

func (p printed) compare(q printed) int {
	return cmp.Or(cmp.Compare(p.line, q.line), cmp.Compare(p.column, q.column))
}

// printedAt returns the printed line that a place is on, nil where there is none.
func (a *answering) printedAt(place locate.Place) *printed {
	if !place.Pos.IsValid() {
		return nil
	}
	line, column := place.Pos.Source.LineColumn(place.Pos.Offset)
	list := a.lines[place.Pos.Source.Name]
	i, found := slices.BinarySearchFunc(list, printed{line: line, column: column}, printed.compare)
	if !found {
		i--
	}
	if i < 0 {
		return nil
	}
	return &list[i]
}

// digest returns a hash of a copy's answers, from which its id is made among other things; "" where it has none.
func (a *answering) digest(reader string) string {
	if !a.answers(reader) {
		return ""
	}
	h := sha256.New()
	for _, m := range a.due[reader] {
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00", m.Key, m.Outcome, m.Why)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// answersOf returns the answers of a reader's copy in a format.
func (r *reviewing) answersOf(reader, format string) (out []reviewcopy.Answer) {
	if r.answers == nil {
		return nil
	}
	chapters := map[string]string{}
	if len(r.answers.due[reader]) > 0 {
		for _, ch := range r.Book.Chapters() {
			chapters[book.PlainText(ch.Title)] = ch.ID
		}
	}
	for _, m := range r.answers.due[reader] {
		a := reviewcopy.Answer{Outcome: outcomeWord(&r.Cfg.Lang.Answers, m.Outcome), Words: shortened(m.Words, mostWords),
			New: shortened(m.New, mostWords), Comment: shortened(m.Comment, mostComment), Why: shortened(m.Why, len(m.Why)),
			Struck: m.Kind == feedback.Strike || m.Kind == feedback.Replace, Where: r.where(&m, format)}
		if a.Anchor = cmp.Or(m.Place.Entry, chapters[m.Place.Chapter]); format == "pdf" && r.text.pages.Folio(a.Anchor) == "" {
			a.Anchor = ""
		}
		out = append(out, a)
	}
	return out
}

// ownPages returns the pages of a reader's PDF with answers, which come after so many of the copy's sheets; nil for none.
func (r *reviewing) ownPages(ask *reviewcopy.Content, c *reviewcopy.Copy, after int) *pdf.Own {
	list := r.answersOf(c.Reader.ID, "pdf")
	if len(list) == 0 {
		return nil
	}
	t := r.text
	pages, root, missing := reviewcopy.Answers(t.cfg, t.fonts, ask, list)
	where := r.Cfg.Where(c.Reader.Path)
	if len(missing) > 0 {
		r.Found.Warnf("glyph-missing", where, "the fonts have no %q; the copy of %s leaves it out of the reader's remarks", string(missing), c.Reader.Name).
			Note("the EPUB and the Word file have them")
	}
	r.Settle(page.OffPage(pages, nil, func(int) diag.Pos { return where }))
	r.Settle(page.MissingGlyphs(pages, nil, func(int, *page.Text, int) diag.Pos { return where }))
	return &pdf.Own{After: after, Pages: pages, Root: root}
}

// The most of a remark that an answer repeats, in bytes: its reader knows the rest.
const (
	mostWords   = 160
	mostComment = 400
)

func shortened(s string, most int) string {
	return diag.Shortened(strings.Join(strings.Fields(s), " "), most)
}

// where says where the words of a remark stand now: on a page and a line of a PDF, under a heading of other formats.
func (r *reviewing) where(m *answered, format string) string {
	w := &r.Cfg.Lang.Answers
	switch {
	case m.Place.Status == locate.Lost || m.at == nil && format == "pdf":
		return w.Gone
	case format == "pdf":
		return w.At.Fill("page", r.Cfg.Lang.InDigits(m.at.folio), "line", r.Cfg.Lang.Figure(m.at.nth))
	}
	where := strings.TrimRight(diag.Shortened(cmp.Or(m.Place.Section, m.Place.Chapter), 80), ".")
	if m.at != nil && format == "epub" && !r.text.typescript {
		where = strings.TrimPrefix(where+", "+r.Cfg.Lang.Changes.In.Fill("n", m.at.folio), ", ")
	}
	return cmp.Or(where, w.Gone)
}

func outcomeWord(w *lang.Answers, o feedback.Outcome) string {
	switch o {
	case feedback.Taken:
		return w.Taken
	case feedback.Changed:
		return w.Changed
	case feedback.Declined:
		return w.Declined
	}
	return w.Open
}

// answers reports whether the copy of a reader has answers.
func (a *answering) answers(reader string) bool { return a != nil && len(a.due[reader]) > 0 }

// tell records which answers the copies that were made have.
func (a *answering) tell(snapshot string, made []ledger.Copy) {
	readers := map[string]bool{}
	for _, c := range made {
		readers[c.Reader] = true
	}
	for reader, list := range a.due {
		for _, m := range list {
			if readers[reader] {
				m.Tell(snapshot)
			}
		}
	}
}
