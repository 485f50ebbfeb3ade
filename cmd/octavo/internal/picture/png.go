package picture

import (
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

var errCutOff = errors.New("its end is missing")

const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	pngFilters   = 5 // number of filter types
)

// pngChannels is the number of samples a pixel, by the colour type of a PNG.
var pngChannels = map[byte]int64{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

// checkPNG decompresses a PNG's pixels and counts them, without keeping any: every checksum must be right, and every
// row of every pass present, with a valid filter, and nothing more (PNG specification, third edition, 5.5, 7.2, 8.1,
// 9.2).
func checkPNG(data []byte) error {
	chunks := &idat{rest: data[len(pngSignature):]}
	ihdr, err := chunks.find("IHDR")
	if err != nil {
		return err
	}
	if len(ihdr) != 13 {
		return errors.New("its header is wrong")
	}
	width, height := int64(binary.BigEndian.Uint32(ihdr)), int64(binary.BigEndian.Uint32(ihdr[4:]))
	bits := pngChannels[ihdr[9]] * int64(ihdr[8])
	if bits == 0 {
		return errors.New("its colours are of no known kind")
	}
	z, err := zlib.NewReader(chunks)
	if err != nil {
		return packed(err)
	}
	rows := rowChecker{from: z, buffer: make([]byte, 64<<10)}
	for _, p := range passes(width, height, ihdr[12] != 0) {
		if err := rows.check(p.rows, 1+(p.columns*bits+7)/8); err != nil {
			return packed(err)
		}
	}
	if n, err := io.Copy(io.Discard, io.LimitReader(z, 1)); n > 0 {
		return errors.New("it has more pixels than it says")
	} else if err != nil { // the checksum of the compressed data
		return packed(err)
	}
	for chunks.kind != "IEND" { // the chunks after the pixels must be complete too
		if _, err := chunks.next(); err != nil {
			return err
		}
	}
	return nil
}

// packed converts a decompression error to one about the picture.
func packed(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("it has fewer pixels than it says")
	}
	return fmt.Errorf("its pixels cannot be unpacked: %w", err)
}

type pass struct{ columns, rows int64 }

// passes returns the images of a PNG: one, or the seven of Adam7 without empty ones.
func passes(width, height int64, interlaced bool) []pass {
	if !interlaced {
		return []pass{{width, height}}
	}
	var out []pass
	for _, p := range [7][4]int64{{8, 8, 0, 0}, {8, 8, 4, 0}, {4, 8, 0, 4}, {4, 4, 2, 0}, {2, 4, 0, 2}, {2, 2, 1, 0}, {1, 2, 0, 1}} {
		columns, rows := (width-p[2]+p[0]-1)/p[0], (height-p[3]+p[1]-1)/p[1]
		if columns > 0 && rows > 0 {
			out = append(out, pass{columns, rows})
		}
	}
	return out
}

// rowChecker reads rows and checks their filter types.
type rowChecker struct {
	from   io.Reader
	buffer []byte
}

// check reads rows of size bytes, of which the first is the filter type.
func (c *rowChecker) check(rows, size int64) error {
	at := int64(0) // offset in its row of the next byte
	for left := rows * size; left > 0; {
		n, err := io.ReadFull(c.from, c.buffer[:min(left, int64(len(c.buffer)))])
		if err != nil {
			return err
		}
		for i := (size - at) % size; i < int64(n); i += size {
			if c.buffer[i] >= pngFilters {
				return fmt.Errorf("a row has the filter %d, which does not exist", c.buffer[i])
			}
		}
		at = (at + int64(n)) % size
		left -= int64(n)
	}
	return nil
}

// idat reads the concatenated data of a PNG's IDAT chunks, and checks the checksum of every chunk.
type idat struct {
	rest []byte // of the file
	kind string // of the last chunk read
	data []byte // unread data of an IDAT chunk
	more bool   // an IDAT chunk has been found, and none of another kind after it
}

// next reads a chunk.
func (r *idat) next() ([]byte, error) {
	if len(r.rest) < 12 {
		return nil, errCutOff
	}
	size := int64(binary.BigEndian.Uint32(r.rest))
	if size > int64(len(r.rest)-12) {
		return nil, errCutOff
	}
	if crc32.ChecksumIEEE(r.rest[4:8+size]) != binary.BigEndian.Uint32(r.rest[8+size:]) {
		return nil, errors.New("a checksum is wrong")
	}
	var body []byte
	r.kind, body, r.rest = string(r.rest[4:8]), r.rest[8:8+size], r.rest[12+size:]
	return body, nil
}

// find reads chunks up to the first of a kind.
func (r *idat) find(kind string) ([]byte, error) {
	for {
		body, err := r.next()
		if err != nil || r.kind == kind {
			return body, err
		}
		if r.kind == "IEND" {
			return nil, fmt.Errorf("it has no %s chunk", kind)
		}
	}
}

func (r *idat) Read(p []byte) (int, error) {
	for len(r.data) == 0 {
		var err error
		if !r.more {
			r.data, err = r.find("IDAT")
			r.more = true
		} else if r.data, err = r.next(); err == nil && r.kind != "IDAT" {
			r.data, r.more = nil, false
			return 0, io.EOF
		}
		if err != nil {
			return 0, err
		}
		if r.kind == "IEND" {
			return 0, io.EOF
		}
	}
	n := copy(p, r.data)
	r.data = r.data[n:]
	return n, nil
}
