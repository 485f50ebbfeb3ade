package exports

import "strings"

// pairing finds the highlight that a note is on.
type pairing struct {
	starts map[int][]*clipping // highlights by their first location
	places map[int][]*clipping // by each location that they cover
	long   []*clipping         // those that cover many
	dates  map[string]*clipping
	pages  map[string][]*clipping
}

func newPairing() *pairing {
	return &pairing{starts: map[int][]*clipping{}, places: map[int][]*clipping{}, dates: map[string]*clipping{},
		pages: map[string][]*clipping{}}
}

// maxSpan limits the locations by which a highlight is found at once: a location is about 150 letters.
const maxSpan = 64

// maxLooks limits the highlights of one place that are looked at.
const maxLooks = 50

func (p *pairing) add(c *clipping) {
	if c.location.known() {
		p.starts[c.location.from] = append(p.starts[c.location.from], c)
		if c.location.to-c.location.from > maxSpan {
			p.long = append(p.long, c)
		} else {
			for l := c.location.from; l <= c.location.to; l++ {
				p.places[l] = append(p.places[l], c)
			}
		}
	}
	if c.date != "" {
		p.dates[c.date] = c
	}
	if f := c.folio(); f != "" {
		p.pages[f] = append(p.pages[f], c)
	}
}

// same returns an earlier highlight that begins at the same place with the same words.
func (p *pairing) same(c *clipping) *clipping {
	if !c.location.known() {
		return nil
	}
	for _, old := range lastOf(p.starts[c.location.from]) {
		if old.text != "" && (strings.HasPrefix(old.text, c.text) || strings.HasPrefix(c.text, old.text)) {
			return old
		}
	}
	return nil
}

// find returns the highlight of a note: by its location, by the time if both were made at once, or else the nearest on its page,
// rather before it than after it; nil if there is none.
func (p *pairing) find(note *clipping) *clipping {
	f := note.folio()
	if note.location.known() {
		var best *clipping
		for _, list := range [][]*clipping{lastOf(p.long), lastOf(p.places[note.location.to])} {
			for _, c := range list {
				if c.text != "" && c.location.holds(note.location) && (best == nil || c.closer(best, note)) {
					best = c
				}
			}
		}
		return best
	}
	if c := p.dates[note.date]; c != nil && c.text != "" && note.date != "" && (f == "" || c.folio() == f) {
		return c
	}
	var best *clipping
	for _, c := range lastOf(p.pages[f]) {
		if c.text != "" && (best == nil || c.nth < note.nth) {
			best = c
		}
	}
	return best
}

// closer reports whether a note is rather on c than on other: at its end, in the shorter one, in the later one.
func (c *clipping) closer(other, note *clipping) bool {
	ends, otherEnds := c.location.to == note.location.to, other.location.to == note.location.to
	if ends != otherEnds {
		return ends
	}
	return c.location.to-c.location.from <= other.location.to-other.location.from
}

func lastOf(list []*clipping) []*clipping { return list[max(0, len(list)-maxLooks):] }
