package ledger

import (
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
)

// Placed is a remark with its place in the manuscript as it is now.
type Placed struct {
	*Remark
	Place locate.Place
}

// Place finds the places of readers' remarks, and gives each the answer that the manuscript shows, unless the author has given
// one. Readers are given by id.
func (a *Answers) Place(s *Shelf, index *locate.Index, at Moment, readers map[string]bool) []Placed {
	var out []Placed
	for _, r := range a.Remarks {
		if r.Reader != "" && readers[r.Reader] {
			out = append(out, Placed{Remark: r})
		}
	}
	maps := make([]*pagemap.Record, len(out)) // found here, because the shelf is not to be shared
	for i, r := range out {
		maps[i] = s.mapOf(r.Remark)
	}
	parallel.Each(len(out), func(i int) {
		seen := out[i].remark().Seen
		out[i].Place = index.Locate(&seen, maps[i])
	})
	for _, r := range out {
		r.settleByText(r.Place, at)
	}
	return out
}

// Due reports whether a copy of a snapshot tells its reader of a remark: it is open, or no earlier copy has told of its answer.
func (r *Remark) Due(snapshot string) bool {
	t := r.Told
	return t == nil || t.Snapshot == snapshot || t.Outcome != r.Outcome || t.Why != r.Why || r.Outcome == feedback.Open
}

// Tell records that a copy of a snapshot tells its reader of a remark.
func (r *Remark) Tell(snapshot string) {
	r.Told = &Told{Snapshot: snapshot, Outcome: r.Outcome, Why: r.Why}
}

// Add adds the remarks to a folder's new files. The caller holds the folder's lock since before it read them.
func (a *Answers) Add(d *outdir.Dir) error {
	data, err := a.bytes()
	if err != nil {
		return err
	}
	return d.Add(AnswersName, data)
}
