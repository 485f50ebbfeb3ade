package picture

import (
	"encoding/binary"
	"errors"
	"fmt"
)

var errFewer = errors.New("it has fewer pixels than it says")

// maxScans limits the scans of a JPEG: each visits all blocks, however few bytes it has. Programs write about ten.
const maxScans = 200

// component is a component of a JPEG.
type component struct {
	id         byte
	h, v       int // blocks of a unit (MCU)
	wide, high int // in blocks, in a scan of its own
	stride     int // in blocks, as stored
	known      []uint64
}

// frame is the state of a JPEG being read (ITU-T T.81, annex B).
type frame struct {
	width, height int
	progressive   bool
	components    []*component
	unitH, unitV  int // blocks of a unit (MCU)
	dc, ac        [4]*codes
	interval      int // units between restarts, 0: there are none
	scans         int
}

// checkJPEG decodes the codes of a JPEG's scans to its end, without computing pixels. For a progressive one it keeps a
// bit for each coefficient, on which later codes depend.
func checkJPEG(data []byte) error {
	var f frame
	for at := 2; ; {
		for at < len(data) && data[at] != 0xFF { // what stands between a scan and the next marker
			at++
		}
		for at < len(data) && data[at] == 0xFF {
			at++
		}
		if at >= len(data) {
			return errCutOff
		}
		marker := data[at]
		at++
		switch {
		case marker == 0xD9: // the end
			if f.scans == 0 {
				return errFewer
			}
			return nil
		case marker == 0 || marker == 1 || marker >= 0xD0 && marker <= 0xD8: // markers without data
			continue
		}
		if at+2 > len(data) {
			return errCutOff
		}
		size := int(binary.BigEndian.Uint16(data[at:]))
		if size < 2 || at+size > len(data) {
			return errCutOff
		}
		body := data[at+2 : at+size]
		at += size
		var err error
		switch marker {
		case 0xC0, 0xC1, 0xC2:
			err = f.open(body, marker == 0xC2)
		case 0xC4:
			err = f.addCodes(body)
		case 0xDB:
			err = checkQuantisation(body)
		case 0xDD:
			if len(body) == 2 {
				f.interval = int(binary.BigEndian.Uint16(body))
			}
		case 0xDA:
			b := &bits{data: data, at: at}
			err = f.scan(body, b)
			at = b.at
		default: // segments of programs have markers of their own
			if marker&0xF0 != 0xE0 && marker != 0xFE {
				err = errHead
			}
		}
		if err != nil {
			return err
		}
	}
}

var errHead = errors.New("its header is wrong")

// open reads the header of the frame.
func (f *frame) open(body []byte, progressive bool) error {
	if f.components != nil || len(body) < 6 || len(body) != 6+3*int(body[5]) || body[5] == 0 {
		return errHead
	}
	f.progressive = progressive
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	for at := 6; at < len(body); at += 3 {
		c := &component{id: body[at], h: int(body[at+1] >> 4), v: int(body[at+1] & 15)}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 {
			return errHead
		}
		if len(body) == 9 { // with one component, a unit is a block
			c.h, c.v = 1, 1
		}
		f.components = append(f.components, c)
		f.unitH, f.unitV = max(f.unitH, c.h), max(f.unitV, c.v)
	}
	for _, c := range f.components {
		c.wide = over(over(f.width*c.h, f.unitH), 8)
		c.high = over(over(f.height*c.v, f.unitV), 8)
		c.stride = over(f.width, 8*f.unitH) * c.h
		if progressive {
			c.known = make([]uint64, c.stride*over(f.height, 8*f.unitV)*c.v)
		}
	}
	return nil
}

// over returns a/b, rounded up.
func over(a, b int) int { return (a + b - 1) / b }

// checkQuantisation checks the form of quantisation tables.
func checkQuantisation(body []byte) error {
	for len(body) > 0 {
		size := 1 + 64*(1+int(body[0]>>4))
		if body[0]>>4 > 1 || body[0]&15 > 3 || len(body) < size {
			return errHead
		}
		body = body[size:]
	}
	return nil
}

// addCodes reads Huffman tables.
func (f *frame) addCodes(body []byte) error {
	for len(body) > 0 {
		if len(body) < 17 || body[0]>>4 > 1 || body[0]&15 > 3 {
			return errCode
		}
		n := 0
		for _, c := range body[1:17] {
			n += int(c)
		}
		if n == 0 || n > 256 || len(body) < 17+n {
			return errCode
		}
		t, err := newCodes(body[1:17], body[17:17+n])
		if err != nil {
			return err
		}
		if class, slot := body[0]>>4, body[0]&15; class == 0 {
			f.dc[slot] = t
		} else {
			f.ac[slot] = t
		}
		body = body[17+n:]
	}
	return nil
}

// scan is a scan over the blocks of some components.
type scan struct {
	*bits
	progressive bool
	from, to    int  // the range of coefficients
	refines     bool // a refinement scan
	run         int  // remaining blocks of an end-of-band run
}

// scan reads a scan's header and its data.
func (f *frame) scan(body []byte, b *bits) error {
	if f.scans++; f.scans > maxScans {
		return fmt.Errorf("it tells its pixels in more than %d goes", maxScans)
	}
	if len(body) < 4 || len(body) != 4+2*int(body[0]) || body[0] == 0 {
		return errHead
	}
	s := &scan{bits: b, progressive: f.progressive, to: 63}
	if tail := body[len(body)-3:]; f.progressive {
		s.from, s.to, s.refines = int(tail[0]), int(tail[1]), tail[2]>>4 != 0
		if s.from > s.to || s.to > 63 || s.from == 0 && s.to != 0 || s.from > 0 && body[0] != 1 || s.refines && tail[2]>>4 != tail[2]&15+1 {
			return errHead
		}
	}
	var parts []part
	for at := 1; at < len(body)-3; at += 2 {
		dc, ac := body[at+1]>>4, body[at+1]&15
		if max(dc, ac) > 3 {
			return errHead
		}
		p := part{dc: f.dc[dc], ac: f.ac[ac]}
		for _, c := range f.components {
			if c.id == body[at] {
				p.component = c
			}
		}
		switch {
		case p.component == nil:
			return errHead
		case s.from == 0 && !s.refines && p.dc == nil, s.to > 0 && p.ac == nil:
			return errCode
		}
		parts = append(parts, p)
	}
	return f.blocks(s, parts)
}

// part is a component of a scan, with its tables.
type part struct {
	*component
	dc, ac *codes
}

// blocks reads the blocks of a scan: those of one component row by row, those of several interleaved in units (A.2).
func (f *frame) blocks(s *scan, parts []part) error {
	across, down := over(f.width, 8*f.unitH), over(f.height, 8*f.unitV)
	alone := len(parts) == 1
	if alone {
		across, down = parts[0].wide, parts[0].high
	}
	left := f.interval
	for y := range down {
		for x := range across {
			if f.interval > 0 {
				if left == 0 {
					if !s.restart() {
						return errFewer
					}
					left, s.run = f.interval, 0
				}
				left--
			}
			if alone {
				s.block(&parts[0], x, y)
			} else {
				for i := range parts {
					p := &parts[i]
					for j := range p.h * p.v {
						s.block(p, x*p.h+j%p.h, y*p.v+j/p.h)
					}
				}
			}
			switch {
			case s.ended:
				return errFewer
			case s.wrong:
				return errCode
			}
		}
	}
	return nil
}

// block reads a block of a scan.
func (s *scan) block(p *part, x, y int) {
	switch {
	case !s.progressive:
		s.difference(p.dc)
		for k := 1; k <= 63; k++ {
			v := s.code(p.ac)
			size := int(v & 15)
			if size == 0 && v != 0xF0 {
				s.wrong = s.wrong || v != 0
				return
			}
			if k += int(v >> 4); k > 63 {
				return
			}
			s.get(size)
		}
	case s.from == 0 && s.refines:
		s.get(1)
	case s.from == 0:
		s.difference(p.dc)
	default:
		known := &p.known[y*p.stride+x]
		if s.refines {
			s.refine(p.ac, known)
			return
		}
		if s.run > 0 {
			s.run--
			return
		}
		for k := s.from; k <= s.to; k++ {
			v := s.code(p.ac)
			size := int(v & 15)
			if size == 0 && v != 0xF0 {
				s.run = s.length(v) - 1
				return
			}
			if k += int(v >> 4); k > s.to {
				return
			}
			if s.get(size); size > 0 {
				*known |= 1 << k
			}
		}
	}
}

// difference reads the DC difference of a block.
func (s *scan) difference(dc *codes) {
	size := int(s.code(dc))
	if size > 16 {
		s.wrong = true
		return
	}
	s.get(size)
}

// length reads the length of an end-of-band run, this block included.
func (s *scan) length(v byte) int {
	n := int(v >> 4)
	return 1<<n | s.get(n)
}

// refine reads one more bit of each nonzero coefficient, and the coefficients that become nonzero (G.1.2.3).
func (s *scan) refine(ac *codes, known *uint64) {
	k := s.from
	for s.run == 0 && k <= s.to {
		v := s.code(ac)
		size := int(v & 15)
		if size == 0 && v != 0xF0 {
			s.run = s.length(v)
			break
		}
		if size > 1 {
			s.wrong = true
			return
		}
		s.get(size)
		if k = s.pass(k, int(v>>4), *known); k > s.to {
			s.wrong = true
			return
		}
		if size > 0 {
			*known |= 1 << k
		}
		k++
	}
	if s.run > 0 {
		s.pass(k, 64, *known)
		s.run--
	}
}

// pass skips zero coefficients from k on, up to the next after the given number, and reads a bit of each nonzero one.
// It returns its end.
func (s *scan) pass(k, unknown int, known uint64) int {
	for ; k <= s.to; k++ {
		if known>>k&1 != 0 {
			s.get(1)
			continue
		}
		if unknown == 0 {
			return k
		}
		unknown--
	}
	return k
}
