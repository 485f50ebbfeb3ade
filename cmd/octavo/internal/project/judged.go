package project

import (
	"maps"
	"slices"

	"octavo/cmd/octavo/internal/diag"
)

// Judged returns what [Project.Settle] would make of Found, with the typographic warnings of the set pages where typography says so.
// The project is not modified.
func (p *Project) Judged(more diag.List, typography Proofreading) diag.List {
	q := *p
	q.Found, q.faulty, q.Typography = slices.Clone(p.Found), maps.Clone(p.faulty), bool(typography)
	q.Settle(slices.Clone(more))
	return q.Found
}

// Proofreading says whether typographic warnings are wanted.
type Proofreading bool
