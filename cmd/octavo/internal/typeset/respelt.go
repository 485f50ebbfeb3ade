package typeset

import "octavo/cmd/octavo/internal/hyphen"

// repeatedHyphen is how a word is spelled that a line divides after a hyphen of its own, where the language repeats that.
var repeatedHyphen = hyphen.Division{After: "-"}

// longestRespelt is the length of the longest chunk, in bytes, that is divided where that changes its spelling: each such place shapes
// the chunk anew.
const longestRespelt = 400

// repeats reports whether the next line begins with a hyphen that this one ends with.
func (o *opportunity) repeats() bool { return o.respelt == &repeatedHyphen }

// parts returns what the chunk is to the line that ends at an opportunity, with its hyphen, and what it is to the next.
func (o *opportunity) parts(text string) (head, tail string) {
	d := o.respelt
	return text[:o.at] + d.Before + "-", d.After + text[o.at+d.To-d.At:]
}

// cut returns how many bytes of text, from the opportunity on, belong to the line that ends there although it does not print them.
func (o *opportunity) cut() int32 {
	if o.respelt == nil || o.respelt.After != "" {
		return 0
	}
	return int32(o.respelt.To - o.respelt.At)
}

// spelling is how a line spells a chunk, or a part of one, that it begins or ends in: lead for the first skip bytes, and tail for the
// last cut bytes. What is read and copied is the text itself.
type spelling struct {
	lead, tail string
	skip, cut  int32
}

// spelling returns how the line between two positions spells its atom i.
func (p *Paragraph) spelling(i int32, from, to breakPos) (s spelling) {
	if d := from.respelt; d != nil && i == from.startAtom && d.After != "" {
		s.lead, s.skip = d.After, int32(d.To-d.At)
	}
	if d := to.respelt; d != nil && i == to.endAtom {
		s.tail = d.Before
		if d.After == "" {
			s.cut = int32(d.To - d.At)
		}
	}
	return s
}

// place returns where in a chunk of a length in bytes the glyph of a byte of its spelling belongs.
func (s *spelling) place(at, length int32) int32 {
	lead := int32(len(s.lead))
	if at < lead {
		return 0
	}
	return min(at-lead+s.skip, length-s.cut)
}
