package studio

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/revise"
)

// commentList is what the view of comments shows.
type commentList struct {
	State    int       `json:"state"`
	Comments []comment `json:"comments"`
	Readers  []string  `json:"readers"`
	Accept   []string  `json:"accept"` // ids of open changes that can be accepted
}

// comment is a remark.
type comment struct {
	ID      string           `json:"id"`
	Reader  string           `json:"reader"`
	Kind    feedback.Kind    `json:"kind"`
	Before  string           `json:"before"` // the words around those that are marked
	Words   string           `json:"words"`
	After   string           `json:"after"`
	Asks    string           `json:"asks"` // what the reader wants
	Comment string           `json:"comment,omitempty"`
	Replies []reply          `json:"replies"`
	Folio   string           `json:"folio,omitempty"` // of the page in the reader's copy
	Row     int              `json:"row,omitempty"`   // the line there
	Files   []string         `json:"files"`           // that have it
	File    string           `json:"file,omitempty"`  // the place in the manuscript now
	Line    int              `json:"line,omitempty"`
	Column  int              `json:"column,omitempty"`
	Chapter string           `json:"chapter,omitempty"`
	Fate    string           `json:"fate,omitempty"` // what became of the words since
	On      *pageLine        `json:"on,omitempty"`
	Outcome feedback.Outcome `json:"outcome"`
	Why     string           `json:"why,omitempty"`
	Change  *changeOffer     `json:"change,omitempty"`
}

type reply struct {
	Reader  string `json:"reader"`
	Comment string `json:"comment"`
}

// changeOffer is a change that a reader wants.
type changeOffer struct {
	Shown   []piece `json:"shown"`
	New     string  `json:"new"`
	Refused string  `json:"refused,omitempty"` // why it cannot be accepted
	Stands  bool    `json:"stands,omitempty"`  // the manuscript says it already
	Against string  `json:"against,omitempty"` // who wants another change of these words
}

// piece is a run of characters of a file: what stays, goes ("-") or comes ("+").
type piece struct {
	Sign string `json:"sign"`
	Text string `json:"text"`
}

// serveComments answers what readers have said, and where it is printed by a look.
func (s *Studio) serveComments(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	var out commentList
	err := parallel.Interruptible(r.Context(), func() error {
		g, err := s.gather(r.Context(), st.project)
		if err != nil {
			return err
		}
		out, err = st.commentList(g)
		return err
	})
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, out)
}

// commentList returns what readers have said as the page in the browser shows it.
func (st *state) commentList(g *gathered) (commentList, error) {
	out := commentList{State: st.n, Comments: []comment{}, Readers: []string{}, Accept: []string{}}
	offers := map[string]*revise.Offer{}
	if len(g.all.Remarks) > 0 {
		session, err := revise.New(st.project, g.all)
		if err != nil {
			return out, err
		}
		for _, o := range session.Offers {
			for _, r := range o.Remarks {
				offers[r.ID] = o
			}
		}
	}
	for i := range g.all.Remarks {
		r := &g.all.Remarks[i]
		c := st.comment(r)
		if o := offers[r.ID]; o != nil {
			c.Change = changeOf(o)
			if c.Outcome == feedback.Open && c.Change.Refused == "" && !c.Change.Stands {
				out.Accept = append(out.Accept, c.ID)
			}
		}
		if !slices.Contains(out.Readers, c.Reader) {
			out.Readers = append(out.Readers, c.Reader)
		}
		out.Comments = append(out.Comments, c)
	}
	slices.Sort(out.Readers)
	return out, nil
}

// comment returns a remark as the page in the browser shows it.
func (st *state) comment(r *feedback.Listed) comment {
	show := diag.PrintableLines
	c := comment{ID: r.ID, Reader: show(cmp.Or(r.Reader, "A reader")), Kind: r.Kind, Before: show(r.Seen.Before), Words: show(r.Seen.Words), After: show(r.Seen.After),
		Asks: show(r.Says()), Comment: show(r.Comment), Replies: []reply{}, Folio: show(r.Seen.Folio), Row: r.Seen.Line, Files: []string{}, Chapter: r.Place.Chapter,
		Fate: show(r.Fate()), Outcome: cmp.Or(r.Answer.Outcome, feedback.Open), Why: show(r.Answer.Why)}
	if r.Signed != "" {
		c.Reader += " as " + show(r.Signed)
	}
	for _, a := range r.Replies {
		c.Replies = append(c.Replies, reply{show(cmp.Or(a.Reader, "someone")), show(a.Comment)})
	}
	for _, f := range append([]string{r.Remark.File}, r.Also...) {
		if f != "" && !slices.Contains(c.Files, f) {
			c.Files = append(c.Files, f)
		}
	}
	if pos := r.Place.Pos; pos.IsValid() {
		c.File = pos.Source.Name
		c.Line, c.Column = pos.Source.LineColumn(pos.Offset)
		c.On = st.printed(pos)
	}
	return c
}

func changeOf(o *revise.Offer) *changeOffer {
	c := &changeOffer{Shown: []piece{}, New: o.New(), Refused: diag.Printable(o.Refused()), Stands: o.Hunk.Stands}
	for _, p := range o.Show() {
		c.Shown = append(c.Shown, piece{strings.TrimSpace(string(p.Sign)), diag.PrintableLines(p.Text)})
	}
	if o.Against != nil {
		c.Against = diag.Printable(o.Against.Who())
	}
	return c
}
