package typeset

import "octavo/cmd/octavo/internal/page"

// Taper breaks words into lines that grow shorter, the shape of a title page's lines and of the end of a chapter in old books
// (cul-de-lampe). It returns the index after the last word of each line. Widths are those of the words, space is the white between
// two. Of the ways in which each line is narrower than the one above it, and that need at most one line more than the measure does,
// it takes the one whose steps are most even and in which the fewest lines end with a short word, which belongs to what follows.
// Where no way narrows, the lines are as full as they can be.
//
// It is an exact search over where the last two breaks are, O(n³) for n words.
func Taper(widths []page.Length, space, measure page.Length) (ends []int) {
	n := len(widths)
	if n == 0 {
		return nil
	}
	if n > mostTapered { // no title is that long
		return fill(widths, space, measure)
	}
	sums := make([]page.Length, n+1)
	for i, w := range widths {
		sums[i+1] = sums[i] + w + space
	}
	width := func(from, to int) page.Length { return sums[to] - sums[from] - space }
	short := func(to int) bool { return to < n && widths[to-1]*2 < width(0, n)/page.Length(n) }
	plain := fill(widths, space, measure)
	least := noTaper
	for lines := len(plain); lines <= min(len(plain)+1, n) && len(plain) > 1; lines++ {
		if way, cost := taperInto(n, lines, width, short, measure); cost < least {
			ends, least = way, cost
		}
	}
	if ends == nil {
		return plain
	}
	return ends
}

// noTaper is the cost of what cannot be.
const noTaper = page.Length(1) << 60

// shortEnd is the cost of a line that ends with a short word, beside squares of hundredths of the text's length.
const shortEnd = 400

// mostTapered is how many words are set by the exact search.
const mostTapered = 60

// taperInto breaks n words into a number of lines, each narrower than the one above it, and returns what that costs.
func taperInto(n, lines int, width func(from, to int) page.Length, short func(to int) bool, measure page.Length) (ends []int, least page.Length) {
	type state struct {
		cost page.Length
		from int // where the line before begins
	}
	// best[k][i][j]: of the first k lines, the last of which holds the words i to j.
	best := make([][][]state, lines+1)
	for k := range best {
		best[k] = make([][]state, n+1)
		for i := range best[k] {
			best[k][i] = make([]state, n+1)
			for j := range best[k][i] {
				best[k][i][j].cost = noTaper
			}
		}
	}
	total := width(0, n)
	// Even steps from the first line to the last, which is two fifths as wide as the first.
	ideal := func(k int) page.Length {
		first := total * 10 / page.Length(7*lines)
		return first - first*3/5*page.Length(k-1)/page.Length(max(1, lines-1))
	}
	cost := func(k, i, j int) page.Length {
		off := (width(i, j) - ideal(k)) * 100 / max(1, total)
		if short(j) {
			return off*off + shortEnd
		}
		return off * off
	}
	for j := 1; j <= n && width(0, j) <= measure; j++ {
		best[1][0][j] = state{cost: cost(1, 0, j)}
	}
	for k := 2; k <= lines; k++ {
		for i := 1; i < n; i++ {
			for j := i + 1; j <= n; j++ {
				for h := range i {
					if b := best[k-1][h][i]; b.cost < noTaper && width(i, j) < width(h, i) {
						if c := b.cost + cost(k, i, j); c < best[k][i][j].cost {
							best[k][i][j] = state{c, h}
						}
					}
				}
			}
		}
	}
	at := -1
	least = noTaper
	for i := range n {
		if b := best[lines][i][n]; b.cost < least {
			at, least = i, b.cost
		}
	}
	if at < 0 {
		return nil, noTaper
	}
	ends = make([]int, lines)
	for k, i, j := lines, at, n; k > 0; k-- {
		ends[k-1] = j
		i, j = best[k][i][j].from, i
	}
	return ends, least
}

// fill breaks words into lines as full as they can be.
func fill(widths []page.Length, space, measure page.Length) (ends []int) {
	used := page.Length(0)
	for i, w := range widths {
		if i > 0 && used+space+w > measure {
			ends, used = append(ends, i), 0
		}
		if used > 0 {
			used += space
		}
		used += w
	}
	return append(ends, len(widths))
}
