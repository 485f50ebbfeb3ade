package feedback

import (
	"io"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

type jsonRemark struct {
	ID          string        `json:"id"`
	File        string        `json:"file"`
	Line        int           `json:"line"`
	Column      int           `json:"column"`
	EndLine     int           `json:"endLine"`
	EndColumn   int           `json:"endColumn"`
	Entry       string        `json:"entry"`
	Section     string        `json:"section"`
	Chapter     string        `json:"chapter"`
	Reader      string        `json:"reader"`
	Signed      string        `json:"signed"`
	Kind        Kind          `json:"kind"`
	Comment     string        `json:"comment"`
	New         string        `json:"new"`
	Words       string        `json:"words"`
	Status      locate.Status `json:"status"`
	Now         string        `json:"now"`
	Others      int           `json:"others"`
	Date        string        `json:"date"`
	State       string        `json:"state"`
	Replies     []jsonReply   `json:"replies"`
	Page        string        `json:"page"`
	Sheet       int           `json:"sheet"`
	PageLine    int           `json:"pageLine"`
	Before      string        `json:"before"`
	After       string        `json:"after"`
	Copy        string        `json:"copy"`
	Source      string        `json:"source"`
	SourceIndex int           `json:"sourceIndex"`
	Also        []string      `json:"also"`
	Outcome     Outcome       `json:"outcome"`
	Why         string        `json:"why"`
}

type jsonReply struct {
	Reader  string `json:"reader"`
	Comment string `json:"comment"`
	Date    string `json:"date"`
}

// JSON prints the list for programs: an array of objects. Every key is always there. File, line and column are the
// place in the manuscript, 1-based, columns count characters, the end is just after the words; one without a place
// has file "" and zeros. Words, before and after are the text as the reader saw it, page and pageLine where; status
// is "as marked", "changed" (now is what stands there), "gone" or "lost". Outcome is what became of the remark, "open", "taken",
// "changed" or "declined", or "" where that is not recorded. Source is the reader's file. Keys may be
// added, none will be renamed or removed.
func (l *List) JSON(w io.Writer) error {
	out := make([]jsonRemark, len(l.Remarks))
	for i := range l.Remarks {
		r := &l.Remarks[i]
		j := jsonRemark{ID: r.ID, Entry: r.Place.Entry, Section: r.Place.Section, Chapter: r.Place.Chapter,
			Reader: r.Reader, Signed: r.Signed, Kind: r.Kind, Comment: r.Comment, New: r.New, Words: r.Seen.Words,
			Status: r.Place.Status, Now: r.Place.Now, Others: r.Place.Others, Date: r.Date, State: r.State,
			Replies: []jsonReply{},
			Page:    r.Seen.Folio, Sheet: r.Seen.Sheet, PageLine: r.Seen.Line,
			Before: r.Seen.Before, After: r.Seen.After,
			Copy: r.Seen.Copy, Source: r.Remark.File, SourceIndex: r.Nth, Also: r.Also,
			Outcome: r.Answer.Outcome, Why: r.Answer.Why}
		if p := r.Place.Pos; p.IsValid() {
			j.File = p.Source.Name
			j.Line, j.Column = p.Source.LineColumn(p.Offset)
			j.EndLine, j.EndColumn = p.Source.LineColumn(r.Place.End)
		}
		for _, a := range r.Replies {
			j.Replies = append(j.Replies, jsonReply(a))
		}
		if j.Also == nil {
			j.Also = []string{}
		}
		out[i] = j
	}
	return diag.EncodeJSON(w, out)
}
