package ledger

import (
	"cmp"
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// Enlist gives the readers of book.toml the ids that the ledger knows them by, wherever they stand in the file now, and
// returns the numbers of their copies, and how many copies there are. A reader whom the ledger knows keeps id and number; others
// take the next numbers in the order of the file.
func (l *Ledger) Enlist(readers []config.Reader) (numbers []int, of int) {
	known := l.lastOf(readers)
	ids, taken := map[string]bool{}, map[int]bool{}
	for i, c := range known {
		if c != nil && ids[c.Reader] {
			known[i] = nil
		} else if c != nil {
			readers[i].ID = c.Reader
			ids[c.Reader] = true
		}
	}
	for i := range readers { // nobody new is called like a reader who is known
		if known[i] != nil {
			continue
		}
		r := &readers[i]
		base := r.ID
		for digits := 4; ids[r.ID] && digits <= 64; digits *= 2 {
			r.ID = r.Hashed(base, digits)
		}
		ids[r.ID] = true
	}
	numbers = make([]int, len(readers))
	index := map[string]int{}
	for i := range readers {
		index[readers[i].ID] = i
	}
	for i := range l.Copies { // who was first keeps a number that two have had
		of = max(of, l.Copies[i].Number)
		k, ok := index[l.Copies[i].Reader]
		if !ok || known[k] == nil || numbers[k] != 0 {
			continue
		}
		if n := known[k].Number; n > 0 && !taken[n] {
			numbers[k], taken[n] = n, true
		}
	}
	for i := range numbers {
		if numbers[i] == 0 {
			of++
			numbers[i] = of
		}
	}
	return numbers, of
}

// lastOf returns the last copy that was made for each reader, nil for none. It is found by name and address; a reader whose address
// has changed is found by the name, where nobody else has it.
func (l *Ledger) lastOf(readers []config.Reader) []*Copy {
	whole := func(name, email string) string { return strings.ToLower(name + "\x00" + email) }
	byWhole, byName := map[string]*Copy{}, map[string]*Copy{}
	shared := map[string]bool{} // names of more than one reader
	for i := range l.Copies {
		c := &l.Copies[i]
		name := strings.ToLower(c.Name)
		if before := byName[name]; before != nil && before.Reader != c.Reader {
			shared[name] = true
		}
		byWhole[whole(c.Name, c.Email)], byName[name] = c, c
	}
	seen := map[string]bool{}
	for _, r := range readers {
		name := strings.ToLower(r.Name)
		shared[name] = shared[name] || seen[name]
		seen[name] = true
	}
	out := make([]*Copy, len(readers))
	for i, r := range readers {
		out[i] = byWhole[whole(r.Name, r.Email)]
		if name := strings.ToLower(r.Name); !shared[name] {
			out[i] = cmp.Or(out[i], byName[name])
		}
		if out[i] != nil && !plainName(out[i].Reader) { // the ledger may say anything
			out[i] = nil
		}
	}
	return out
}
