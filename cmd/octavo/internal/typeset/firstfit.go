package typeset

import "octavo/cmd/octavo/internal/page"

// ragZone is the part of the measure by which a ragged line may be short before a word is divided to fill it (the hyphenation
// zone of page-layout programs). Within a line's reach it decides between ragged edges and hyphens.
const ragZone = 5

// leastTrouble is the penalty from which a breakpoint is of last resort, leastCut that from which it divides a word as one
// would not; see lastResorts. Such a one is taken only by a line that would be short by more than half the measure.
const (
	leastTrouble = 1100
	leastCut     = 1900
)

// firstFit breaks ragged lines one after the other: no line ends while the next word fits, nor, where the line would be short
// by more than ragZone, while a part of it does. It reports whether a line is too long.
func firstFit(points []Breakpoint, measure page.Length, rules LineRules) (ends []int, overfull bool) {
	f := ragged{points: points, rules: rules}
	for from := 0; from < len(points); from = ends[len(ends)-1] + 1 {
		f.measure = measure - rules.inset(int32(len(ends)))
		end, fits := f.end(from)
		overfull = overfull || !fits
		if f.hyphens++; !points[end].Hyphen {
			f.hyphens = 0
		}
		ends = append(ends, end)
		f.start = points[end].Start
	}
	return ends, overfull
}

// ragged is the state of firstFit.
type ragged struct {
	points  []Breakpoint
	rules   LineRules
	measure page.Length
	start   Sum // of the line
	hyphens int // lines in a row that end with a hyphen
}

// end returns where the line from breakpoint from on ends, and whether it fits.
func (f *ragged) end(from int) (end int, fits bool) {
	whole, part, b := -1, -1, from
	for ; b < len(f.points); b++ {
		p := &f.points[b]
		if p.Penalty >= Forbidden {
			continue
		}
		if f.short(b) < 0 {
			if p.Hyphen && f.measure >= p.Start.Width-f.start.Width {
				continue // without its hyphen it would fit, and so may what follows
			}
			break
		}
		if p.Penalty == Forced {
			return b, true
		}
		if p.Penalty < opportunityCost[addressBreak].penalty {
			whole, part = b, -1
		} else if part < 0 || f.better(b, part) {
			part = b
		}
	}
	switch {
	case whole < 0 && part < 0:
		for b < len(f.points)-1 && f.points[b].Penalty >= Forbidden {
			b++
		}
		return b, false
	case whole < 0:
		return part, true
	case part < 0 || f.short(whole) <= f.measure/ragZone, f.points[part].Hyphen && f.hyphens >= 2,
		f.points[part].Penalty >= leastCut && f.short(whole) <= f.measure/2, f.points[part].Penalty >= anywherePenalty:
		return whole, true
	}
	return part, true
}

// short returns how far a line that ends at breakpoint b is short of the measure.
func (f *ragged) short(b int) page.Length { return f.measure - (f.points[b].End.Width - f.start.Width) }

// better reports whether a word is rather divided at b than at a, which is before it: a fifth of the measure outweighs the
// penalty of a division.
func (f *ragged) better(b, a int) bool {
	gain := int64(f.short(a)-f.short(b)) * 5 * int64(opportunityCost[divisionBreak].penalty) / int64(max(f.measure, 1))
	return int64(f.points[b].Penalty-f.points[a].Penalty) <= gain
}
