package sfnt

import (
	"encoding/binary"
	"slices"
)

// Flags of a composite glyph's component.
const (
	wordArguments   = 0x0001
	oneScale        = 0x0008
	moreComponents  = 0x0020
	twoScales       = 0x0040
	twoByTwo        = 0x0080
	hasInstructions = 0x0100
)

// outline returns the description of a glyph by its old id, empty for a glyph without an outline.
func (f *font) outline(g int) table {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	from, to := 2*loca.u16(2*g), 2*loca.u16(2*g+2)
	if f.tables["head"].u16(50) != 0 { // long offsets
		from, to = loca.u32(4*g), loca.u32(4*g+4)
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// eachComponent calls fn with the offset of each component of a composite glyph and returns where the last one ends.
func eachComponent(t table, fn func(at int)) (end int) {
	at := 10
	for at+4 <= len(t) {
		fn(at)
		flags := t.u16(at)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&twoByTwo != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			break
		}
	}
	return min(at, len(t))
}

// components adds the components of composite glyphs to the glyphs to keep.
func (f *font) components() {
	seen := make([]bool, f.glyphs)
	var visit func(g int)
	visit = func(g int) {
		t := f.outline(g)
		if t.i16(0) >= 0 || seen[g] {
			return
		}
		seen[g] = true
		eachComponent(t, func(at int) {
			if part := t.u16(at + 2); part < f.glyphs {
				f.keep[part] = true
				visit(part)
			}
		})
	}
	for g := range f.glyphs {
		if f.keep[g] {
			visit(g)
		}
	}
}

// Flags of a point.
const (
	shortX  = 0x02
	shortY  = 0x04
	repeats = 0x08
	sameX   = 0x10 // for a short one: it is positive
	sameY   = 0x20
)

// pointsEnd returns the end of the points (flags and coordinates) that begin at an offset. The rest of the glyph is
// padding.
func pointsEnd(t table, at, points int) int {
	size := 0
	for points > 0 && at < len(t) {
		flags, times := t.u8(at), 1
		at++
		if flags&repeats != 0 {
			times += t.u8(at)
			at++
		}
		times = min(times, points)
		points -= times
		for _, axis := range [][2]int{{shortX, sameX}, {shortY, sameY}} {
			switch {
			case flags&axis[0] != 0:
				size += times
			case flags&axis[1] == 0:
				size += 2 * times
			}
		}
	}
	return at + size
}

// outlines returns the glyphs that stay, without instructions, with their index, and the font's header, which says of what
// kind the index is.
func (f *font) outlines() (glyf, loca, head []byte) {
	var ends []int
	for _, g := range f.old {
		t := f.outline(int(g))
		switch contours := t.i16(0); {
		case len(t) < 10: // no outline
		case contours >= 0:
			at := 10 + 2*contours
			points := at + 2 + t.u16(at) // after the instructions
			if end := pointsEnd(t, points, t.u16(at-2)+1); points <= end && end <= len(t) {
				glyf = append(append(glyf, t[:at]...), 0, 0)
				glyf = append(glyf, t[points:end]...)
			}
		default:
			from := len(glyf)
			end := eachComponent(t, func(int) {})
			glyf = append(glyf, t[:end]...)
			own := table(glyf[from:])
			eachComponent(own, func(at int) {
				part := own.u16(at + 2)
				if part < f.glyphs {
					part = int(f.id[part])
				} else {
					part = 0
				}
				binary.BigEndian.PutUint16(own[at:], uint16(own.u16(at)&^hasInstructions))
				binary.BigEndian.PutUint16(own[at+2:], uint16(part))
			})
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		ends = append(ends, len(glyf))
	}
	head = slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment, counted in the end
	long := len(glyf) >= 1<<17
	head[51] = 0
	if long {
		head[51] = 1
	}
	for _, end := range append([]int{0}, ends...) {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(end))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(end/2))
		}
	}
	if len(glyf) == 0 {
		glyf = []byte{0} // a table may not be empty
	}
	return glyf, loca, head
}

// metrics returns the advances and side bearings of the glyphs that stay.
func (f *font) metrics() (hmtx, hhea []byte) {
	t, n := f.tables["hmtx"], max(1, f.tables["hhea"].u16(34))
	for _, g := range f.old {
		g := int(g)
		bearing := t.u16(4*g + 2)
		if g >= n { // from here on there are bearings alone; the last advance counts for all
			bearing = t.u16(4*n + 2*(g-n))
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(t.u16(4*min(g, n-1))))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(bearing))
	}
	hhea = slices.Clone(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(f.old)))
	return hmtx, hhea
}

// maxp returns the table of limits; limits of the whole font also hold for a subset.
func (f *font) maxp() []byte {
	out := slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(out[4:], uint16(len(f.old)))
	if len(out) >= 32 { // nothing of instructions: zones 1 and 2 stay, as every font has them
		clear(out[16:28])
	}
	return out
}

// post returns the table of PostScript names without the names.
func (f *font) post() []byte {
	out := slices.Clone(f.tables["post"][:32])
	binary.BigEndian.PutUint32(out, 0x00030000)
	return out
}
