package cos

import (
	"bytes"
	"compress/flate"
	lateLZW "compress/lzw"
	"context"
	"encoding/ascii85"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"io"
	"sync"

	"golang.org/x/image/tiff/lzw"
)

// ErrPicture reports that a stream is coded as a picture: Decode gives it as it stands before that filter.
var ErrPicture = errors.New("the stream is coded as a picture")

// Filters returns the names of a stream's filters in the order in which they are undone, short names written out.
func (f *File) Filters(s *Stream) []Name {
	names, _ := f.filters(s)
	return names
}

func (f *File) filters(s *Stream) (names []Name, parms []Dict) {
	filter, parm := f.Resolve(s.Dict["Filter"]), f.Resolve(s.Dict["DecodeParms"])
	switch filter := filter.(type) {
	case Name:
		names, parms = []Name{long(filter)}, []Dict{f.Dict(parm)}
		if a, ok := parm.(Array); ok && len(a) > 0 {
			parms[0] = f.Dict(a[0])
		}
	case Array:
		a, _ := parm.(Array)
		for i, v := range filter[:min(len(filter), maxChain)] {
			names = append(names, long(f.Name(v)))
			var d Dict
			if i < len(a) {
				d = f.Dict(a[i])
			}
			parms = append(parms, d)
		}
	}
	return names, parms
}

func long(n Name) Name {
	switch n {
	case "Fl":
		return "FlateDecode"
	case "LZW":
		return "LZWDecode"
	case "AHx":
		return "ASCIIHexDecode"
	case "A85":
		return "ASCII85Decode"
	case "RL":
		return "RunLengthDecode"
	case "DCT":
		return "DCTDecode"
	case "CCF":
		return "CCITTFaxDecode"
	}
	return n
}

// Decode decodes a stream. For a truncated stream it returns the data before the error.
func (f *File) Decode(s *Stream) ([]byte, error) {
	if s.Dict["F"] != nil {
		return nil, errors.New("the stream lies in another file")
	}
	data := s.raw
	names, parms := f.filters(s)
	for i, name := range names {
		var err error
		switch name {
		case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode":
			return data, ErrPicture
		}
		if !f.Spend(Bytes, len(data)) { // a stream without output costs time, too
			return nil, f.Err()
		}
		switch name {
		case "FlateDecode":
			data, err = f.inflate(data)
		case "LZWDecode":
			data, err = f.lzw(data, parms[i])
		case "ASCIIHexDecode":
			l := Lexer{Data: append([]byte{'<'}, data...)}
			data = l.hex(0).Text
		case "ASCII85Decode":
			data, err = f.ascii85(data)
		case "RunLengthDecode":
			data, err = f.runLength(data)
		case "Crypt": // undone when it was read
		default:
			return nil, fmt.Errorf("there is no filter %q", name)
		}
		if len(data) > 0 && (name == "FlateDecode" || name == "LZWDecode") {
			var bad error
			if data, bad = f.predict(data, parms[i]); bad != nil {
				return nil, bad
			}
		}
		if err != nil {
			return data, fmt.Errorf("%s: %w", name, err)
		}
	}
	return data, nil
}

// DecodeWithin is Decode for what a file need not be able to spare: it takes at most so many bytes, and they do not
// count
// against the limit of the file.
func (f *File) DecodeWithin(s *Stream, most int) ([]byte, error) {
	budget := f.Budget
	defer func() { f.Budget = budget }()
	f.Budget = NewBudget(budget.ctx, 0)
	f.left[Bytes], f.most[Bytes] = most, most
	return f.Decode(s)
}

// Ahead returns a function that decodes a stream and needs nothing of the file, so that it may run beside whatever
// does. It
// gives nil for a stream that is broken, or too large to be decoded without being asked for; Spend counts what it
// gives.
// Of a stream that is not simply in FlateDecode there is no such function.
func (f *File) Ahead(s *Stream) func() []byte {
	if s.Dict["Filter"] != Name("FlateDecode") || s.Dict["DecodeParms"] != nil || s.Dict["F"] != nil {
		return nil
	}
	return func() []byte {
		own := File{Budget: NewBudget(context.Background(), 0)}
		own.left[Bytes] = 4 << 20
		data, err := own.inflate(s.raw)
		if err != nil {
			return nil
		}
		return data
	}
}

// SpendAhead counts a stream that was decoded ahead as if it were decoded now, and reports whether the file can spare it.
func (f *File) SpendAhead(s *Stream, decoded []byte) bool {
	return f.Spend(Bytes, len(s.raw)+len(decoded))
}

// room returns the number of bytes that the next stream may produce.
func (f *File) room() int { return min(maxStream, max(0, f.left[Bytes])) }

// overflow stops reading a stream that produces more than there is room for.
func (f *File) overflow(n int) error {
	if f.Spend(Bytes, n) {
		f.exceed("more than %d MB come out of one of the file's streams", maxStream>>20)
	}
	return f.Err()
}

// drain reads a decoder to its end or to a limit.
func (f *File) drain(r io.Reader, guess int) ([]byte, error) {
	most := f.room()
	out := make([]byte, 0, min(max(guess, 512), most+1))
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if len(out) > most {
			return nil, f.overflow(len(out))
		}
		if err == io.EOF {
			f.Spend(Bytes, len(out))
			return out, nil
		}
		if err != nil {
			f.Spend(Bytes, len(out))
			return out, err
		}
	}
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// errSum reports a wrong checksum of a stream's data.
var errSum = errors.New("its checksum is wrong")

// decodeSound is Decode for a stream that other objects depend on: what comes out of it is held against its checksum,
// too, where it has one.
func (f *File) decodeSound(s *Stream) ([]byte, error) {
	f.checking = true
	defer func() { f.checking = false }()
	return f.Decode(s)
}

// synced is the empty block with which a writer that flushes ends what it has written so far. Some makers leave it at that.
const synced = "\x00\x00\xFF\xFF"

// inflate reads zlib data. Its checksum counts only for decodeSound: other readers do not hold it against a file either.
func (f *File) inflate(data []byte) ([]byte, error) {
	isZlib := func() bool { return len(data) >= 2 && data[0]&0x0F == 8 && data[1]&0x20 == 0 }
	if !isZlib() {
		data = bytes.TrimLeft(data, "\r\n") // of the line before
	}
	if !isZlib() {
		return nil, errors.New("no zlib data")
	}
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	in := bytes.NewReader(data[2:])
	if err := r.(flate.Resetter).Reset(in, nil); err != nil {
		return nil, err
	}
	out, err := f.drain(r, 4*len(data))
	if errors.Is(err, io.ErrUnexpectedEOF) && bytes.HasSuffix(bytes.TrimRight(data, "\r\n"), []byte(synced)) {
		return out, nil
	}
	if sum := data[len(data)-in.Len():]; err == nil && f.checking && len(sum) >= 4 &&
		binary.BigEndian.Uint32(sum) != adler32.Checksum(out) {
		err = errSum
	}
	return out, err
}

func (f *File) lzw(data []byte, parms Dict) ([]byte, error) {
	r := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	if early, ok := whole(f.Resolve(parms["EarlyChange"])); ok && early == 0 { // as GIF has it
		r = lateLZW.NewReader(bytes.NewReader(data), lateLZW.MSB, 8)
	}
	defer r.Close()
	return f.drain(r, 4*len(data))
}

func (f *File) ascii85(data []byte) ([]byte, error) {
	if i := bytes.Index(data, []byte("~>")); i >= 0 {
		data = data[:i]
	}
	return f.drain(ascii85.NewDecoder(bytes.NewReader(data)), len(data))
}

func (f *File) runLength(data []byte) (out []byte, err error) {
	most := f.room()
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		if i++; n < 128 {
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		} else if i < len(data) {
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
		if len(out) > most {
			return nil, f.overflow(len(out))
		}
	}
	f.Spend(Bytes, len(out))
	return out, nil
}

// predict undoes what was done before compressing (7.4.4.4): the filters of PNG, or TIFF's difference of 8-bit samples.
// It works in place.
func (f *File) predict(data []byte, parms Dict) ([]byte, error) {
	kind, _ := whole(f.Resolve(parms["Predictor"]))
	if kind <= 1 {
		return data, nil
	}
	get := func(key Name, absent int) int {
		if n, ok := whole(f.Resolve(parms[key])); ok && n > 0 && n <= 1<<20 {
			return n
		}
		return absent
	}
	colors, bits, columns := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	step := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if kind == 2 {
		if bits != 8 {
			return nil, fmt.Errorf("a TIFF predictor of %d bits, which this reader does not know", bits)
		}
		for from := 0; from < len(data); from += row {
			line := data[from:min(from+row, len(data))]
			for i := step; i < len(line); i++ {
				line[i] += line[i-step]
			}
		}
		return data, nil
	}
	out := data[:0]
	above := make([]byte, min(row, len(data)))
	for from := 0; from < len(data); from += row + 1 {
		filter := data[from]
		line := data[from+1 : min(from+1+row, len(data))]
		if err := unfilter(filter, line, above, step); err != nil {
			return nil, err
		}
		out = append(out, line...)
		above = out[len(out)-len(line):]
	}
	return out, nil
}

// unfilter undoes a filter of PNG (ISO 15948, clause 9) on a line, given the one above.
func unfilter(filter byte, line, above []byte, step int) error {
	at := func(b []byte, i int) int {
		if i < 0 || i >= len(b) {
			return 0
		}
		return int(b[i])
	}
	switch filter {
	case 0:
	case 1:
		for i := step; i < len(line); i++ {
			line[i] += line[i-step]
		}
	case 2:
		for i := range min(len(line), len(above)) {
			line[i] += above[i]
		}
	case 3:
		for i := range line {
			line[i] += byte((at(line, i-step) + at(above, i)) / 2)
		}
	case 4:
		for i := range line {
			a, b, c := at(line, i-step), at(above, i), at(above, i-step)
			p := a + b - c
			pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
			switch {
			case pa <= pb && pa <= pc:
				line[i] += byte(a)
			case pb <= pc:
				line[i] += byte(b)
			default:
				line[i] += byte(c)
			}
		}
	default:
		return fmt.Errorf("there is no PNG filter %d", filter)
	}
	return nil
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
