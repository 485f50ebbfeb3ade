package picture

import "errors"

var errCode = errors.New("its pixels are told in codes that it does not explain")

// quick is the number of bits of a code that are looked up at once.
const quick = 8

// codes is a table of Huffman codes (ITU-T T.81, annex C).
type codes struct {
	lookup [1 << quick]uint16 // by the next bits: the length of the code times 256, and its value; 0: the code is longer
	first  [17]int32          // the first code of each length
	count  [17]int32
	at     [17]int32 // where the values of a length begin
	values []byte
}

// newCodes makes a table from the number of codes of each length from 1 to 16, and their values in order.
func newCodes(counts, values []byte) (*codes, error) {
	t := &codes{values: values}
	code, at := int32(0), int32(0)
	for length := 1; length <= 16; length++ {
		n := int32(counts[length-1])
		if code+n > 1<<length || int(at+n) > len(values) {
			return nil, errCode
		}
		t.first[length], t.count[length], t.at[length] = code, n, at
		for i := int32(0); i < n && length <= quick; i++ {
			from := (code + i) << (quick - length)
			for j := range int32(1) << (quick - length) {
				t.lookup[from+j] = uint16(length)<<8 | uint16(values[at+i])
			}
		}
		code, at = (code+n)<<1, at+n
	}
	return t, nil
}

// bits reads the bits of a JPEG's scan, up to the next marker. After the end it returns zeros and sets ended.
type bits struct {
	data  []byte
	at    int    // of the next byte
	held  uint64 // the lower n bits are read next
	n     int
	ended bool // more was read than there is
	wrong bool // an invalid code was found
}

func (b *bits) fill() {
	for b.n <= 48 && b.at < len(b.data) {
		v := b.data[b.at]
		if v == 0xFF {
			if b.at+1 >= len(b.data) || b.data[b.at+1] != 0 {
				return // a marker
			}
			b.at++
		}
		b.at++
		b.held = b.held<<8 | uint64(v)
		b.n += 8
	}
}

// get reads up to 16 bits.
func (b *bits) get(k int) int {
	if b.n < k {
		if b.fill(); b.n < k {
			b.n, b.ended = 0, true
			return 0
		}
	}
	b.n -= k
	return int(b.held>>b.n) & (1<<k - 1)
}

// code reads a code.
func (b *bits) code(t *codes) byte {
	if b.n < 16 {
		b.fill()
	}
	if b.n >= quick {
		if v := t.lookup[b.held>>(b.n-quick)&(1<<quick-1)]; v != 0 {
			b.n -= int(v >> 8)
			return byte(v)
		}
	}
	code := int32(0)
	for length := 1; length <= 16; length++ {
		code = code<<1 | int32(b.get(1))
		if i := code - t.first[length]; i < t.count[length] {
			return t.values[t.at[length]+i]
		}
	}
	b.wrong = true
	return 0
}

// restart skips a restart marker, and reports whether there was one.
func (b *bits) restart() bool {
	b.n = 0
	for b.at+1 < len(b.data) && b.data[b.at] == 0xFF && b.data[b.at+1] == 0xFF { // padding
		b.at++
	}
	if b.at+1 >= len(b.data) || b.data[b.at] != 0xFF || b.data[b.at+1]&^7 != 0xD0 {
		return false
	}
	b.at += 2
	return true
}
