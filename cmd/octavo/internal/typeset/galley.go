package typeset

// Row is one strip of a galley that no page break divides: a line of text, a heading with its white, a picture.
type Row struct {
	Height  Length
	Space   Length // white above it, dropped at the head of a page
	Items   []Item // X from the left of the measure, Y from the row's top
	Penalty int32  // of ending a page above this row: 0 is free, Forbidden never if it can be helped, Forced must
	Notes   []Row  // the footnotes marked in it, to stand at the foot of its page
}

// PageRules are what PagesOf keeps to.
type PageRules struct {
	Height  Length // of the text block
	Leading Length // what a page is short of Height is reckoned in lines of this
	NoteGap Length // between the text and the footnotes
	Last    Length // a last page that holds less than this is a fault
}

// Costs of a page, chosen so that a forbidden break outweighs any number of short pages.
const (
	forbiddenCost = int64(1) << 40
	shortLastCost = 1500
)

// PagesOf divides a galley into pages and returns the index of the first row of each. The sum of costs over the whole
// galley is least (dynamic programming over breaks, after M. Plass, Optimal Pagination Techniques, 1981): a page costs the square
// of the lines it is short, and the penalty of the break that ends it. No page is overfull unless one row alone is too
// tall.
func PagesOf(rows []Row, rules PageRules) []int {
	n := len(rows)
	if n == 0 {
		return nil
	}
	type best struct {
		cost int64
		from int32
	}
	to := make([]best, n+1) // the cheapest way to have set rows[:i]
	for i := range to {
		to[i].cost = -1
	}
	to[0].cost = 0
	for i := 0; i < n; i++ { // a page starts with row i
		if to[i].cost < 0 {
			continue
		}
		var used, notes Length
		for j := i; j < n; j++ { // and ends with row j
			if j > i {
				if rows[j].Penalty == Forced {
					break
				}
				used += rows[j].Space
			}
			used += rows[j].Height
			for k := range rows[j].Notes {
				if notes == 0 {
					notes = rules.NoteGap
				}
				notes += rows[j].Notes[k].Height
				if k > 0 {
					notes += rows[j].Notes[k].Space
				}
			}
			short := rules.Height - used - notes
			if short < 0 && j > i {
				break
			}
			cost := to[i].cost + rules.cost(rows, j, used, short)
			if to[j+1].cost < 0 || cost < to[j+1].cost {
				to[j+1] = best{cost, int32(i)}
			}
		}
	}
	var starts []int
	for i := n; i > 0; i = int(to[i].from) {
		starts = append(starts, int(to[i].from))
	}
	for a, b := 0, len(starts)-1; a < b; a, b = a+1, b-1 {
		starts[a], starts[b] = starts[b], starts[a]
	}
	return starts
}

// cost of a page that ends with row j.
func (r *PageRules) cost(rows []Row, j int, used, short Length) int64 {
	switch {
	case j+1 == len(rows):
		if used < r.Last {
			return shortLastCost
		}
		return 0
	case rows[j+1].Penalty == Forced:
		return 0
	}
	lines := int64(max(0, short)) * 16 / int64(r.Leading) // sixteenths of a line
	cost := lines * lines * 100 / 256
	if p := int64(rows[j+1].Penalty); p >= Forbidden {
		cost += forbiddenCost
	} else if p > 0 {
		cost += p * p
	}
	return cost
}

// SplitNotes carries what is too much of a row's footnotes over to the rows after it, so that no row with its notes is
// taller than a page. It adds rows at the end when the notes go on after the text.
func SplitNotes(rows []Row, rules PageRules) []Row {
	var carried []Row
	for i := 0; i < len(rows) || len(carried) > 0; i++ {
		if i == len(rows) {
			rows = append(rows, Row{})
		}
		r := &rows[i]
		if len(carried) > 0 {
			r.Notes = append(carried, r.Notes...)
			carried = nil
		}
		room := max(rules.Height-r.Height-rules.NoteGap-6*rules.Leading, rules.Leading)
		var used Length
		for k := range r.Notes {
			used += r.Notes[k].Height + r.Notes[k].Space
			if used > room && k > 0 {
				carried = append([]Row(nil), r.Notes[k:]...)
				r.Notes = r.Notes[:k:k]
				break
			}
		}
	}
	return rows
}
