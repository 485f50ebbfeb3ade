package cos

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// File is a PDF file whose objects are read on demand. It is not safe for concurrent use.
type File struct {
	Version       string // "1.4", as the header has it
	Trailer       Dict   // the newest one; of a cross-reference stream its dictionary
	Encrypted     bool   // then strings and streams are not to be read
	Updates       int    // cross-reference sections before the newest one
	XrefStreams   bool   // has a cross-reference stream
	ObjectStreams bool   // has objects inside of streams, as far as they were looked at

	*Budget // what reading it may still cost

	data     []byte
	entries  map[int]entry
	objects  map[int]Value
	packed   map[int]*packed // object streams by number; nil while one is being read
	depth    int             // objects being read
	checking bool            // the checksums of streams count
	damage   []error
	damaged  map[string]bool
}

// entry is where an object is.
type entry struct {
	offset     int // in the file, or its index in the object stream
	generation int
	stream     int // number of the object stream it is in; 0: none
	free       bool
}

// ErrLength is harmless damage: the stream is read to its end all the same.
var ErrLength = errors.New("the length of its stream is wrong")

// ErrNoPDF reports that a file is something else.
var ErrNoPDF = errors.New("this is not a PDF file: it has no %PDF- at its beginning")

// Open reads the header and all cross-reference sections. The objects are slices of data, which must not change. What
// the file costs from now on is counted: see Budget. Nothing can be read any more when the context is done.
func Open(ctx context.Context, data []byte) (*File, error) {
	// Other bytes may come before the header (ISO 32000-1, annex H.3, note 13); places count from the file's beginning
	// or
	// from the header, depending on the maker.
	i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if i < 0 {
		return nil, ErrNoPDF
	}
	f, err := open(ctx, data, i)
	if err != nil && i > 0 {
		if shifted, err := open(ctx, data[i:], 0); err == nil {
			return shifted, nil
		}
	}
	return f, err
}

func open(ctx context.Context, data []byte, header int) (*File, error) {
	f := &File{data: data, entries: map[int]entry{}, objects: map[int]Value{}, packed: map[int]*packed{},
		Budget: NewBudget(ctx, len(data)), damaged: map[string]bool{}}
	v := data[header+5:]
	n := 0
	for n < len(v) && n < 8 && (v[n] == '.' || v[n]-'0' <= 9) {
		n++
	}
	f.Version = string(v[:n])
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("the file is cut off: it has no startxref at its end")
	}
	l := Lexer{Data: data, Pos: at + len("startxref")}
	t := l.Next()
	if t.Kind != Number || !t.Whole || t.Num < 0 || t.Num >= float64(len(data)) {
		return nil, syntax(t.At, "startxref leads nowhere")
	}
	if rest := bytes.Trim(bytes.Replace(data[l.Pos:], []byte("%%EOF"), nil, 1), "\x00\t\n\f\r "); len(rest) > 0 &&
		rest[0]-'0' <= 9 {
		f.Note(errors.New("objects come after the file's end: it was cut off, or something was added to it that is not whole"))
	}
	if err := f.sections(int(t.Num)); err != nil {
		return nil, fmt.Errorf("the file's table of objects is damaged: %w", err)
	}
	f.Encrypted = f.Trailer["Encrypt"] != nil
	return f, nil
}

// sections reads the cross-reference section at a place and all before it. What a newer one says of an object counts.
func (f *File) sections(at int) error {
	seen := map[int]bool{}
	queue := []int{at}
	for n := 0; len(queue) > 0; n++ {
		at, queue = queue[0], queue[1:]
		if seen[at] {
			return syntax(at, "the sections run in a circle")
		}
		if seen[at] = true; len(seen) > maxChain {
			return syntax(at, "there are more than %d sections", maxChain)
		}
		if at < 0 || at >= len(f.data) {
			return syntax(at, "a section lies outside the file")
		}
		p := parser{Lexer{Data: f.data, Pos: at}, f.Budget}
		var trailer Dict
		var err error
		if t := p.Next(); t.Kind == Keyword && string(t.Text) == "xref" {
			if trailer, err = f.table(&p); !f.Spend(Bytes, p.Pos-at) {
				err = f.Err()
			}
		} else {
			trailer, err = f.xrefStream(at)
		}
		if err != nil {
			return err
		}
		if f.Trailer == nil {
			f.Trailer = trailer
		}
		// A hybrid file's stream comes after its table and before the older sections (7.5.8.4).
		if hybrid, ok := trailer["XRefStm"].(Integer); ok {
			queue = append(queue, int(hybrid))
		}
		if prev, ok := whole(trailer["Prev"]); ok {
			queue = append(queue, prev)
			f.Updates++
		}
	}
	return nil
}

func whole(v Value) (int, bool) {
	switch v := v.(type) {
	case Integer:
		return int(v), true
	case Real: // some makers write 0.0
		return int(v), true
	}
	return 0, false
}

func (f *File) enter(number int, e entry) error {
	if _, known := f.entries[number]; known {
		return nil
	}
	if len(f.entries) >= maxObjects {
		f.exceed("the file has more than %s objects", grouped(maxObjects))
		return f.Err()
	}
	if e.offset == 0 && e.stream == 0 { // where the header is; some makers write so what is free
		e.free = true
	}
	f.entries[number] = e
	return nil
}

// table reads a cross-reference table after its keyword, and the trailer.
func (f *File) table(p *parser) (Dict, error) {
	for {
		t := p.Next()
		if t.Kind == Keyword && string(t.Text) == "trailer" {
			v, err := p.value(p.Next(), 0)
			if err != nil {
				return nil, err
			}
			d, ok := v.(Dict)
			if !ok {
				return nil, syntax(t.At, "the trailer is no dictionary")
			}
			return d, nil
		}
		count := p.Next()
		if t.Kind != Number || count.Kind != Number || !t.Whole || !count.Whole || t.Num < 0 || count.Num < 0 ||
			count.Num > float64(len(f.data)/10) || t.Num > 1<<31 {
			return nil, syntax(t.At, "a part of the table has no beginning")
		}
		for n := range int(count.Num) {
			offset, generation, kind := p.Next(), p.Next(), p.Next()
			if offset.Kind != Number || generation.Kind != Number || kind.Kind != Keyword ||
				string(kind.Text) != "n" && string(kind.Text) != "f" {
				return nil, syntax(offset.At, "an entry of the table is broken")
			}
			e := entry{offset: int(min(offset.Num, 1<<40)), generation: int(min(generation.Num, 1<<20)),
				free: kind.Text[0] == 'f'}
			if err := f.enter(int(t.Num)+n, e); err != nil {
				return nil, err
			}
		}
	}
}

// xrefStream reads the cross-reference stream at a place (7.5.8).
func (f *File) xrefStream(at int) (Dict, error) {
	_, v, err := f.objectAt(at)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, syntax(at, "there is no cross-reference section")
	}
	f.XrefStreams = true
	data, err := f.decodeSound(s)
	if errors.Is(err, errSum) {
		f.Note(fmt.Errorf("the cross-reference stream: %w", err))
	} else if err != nil {
		return nil, fmt.Errorf("the cross-reference stream: %w", err)
	}
	widths, _ := s.Dict["W"].(Array)
	var w [3]int
	total := 0
	for i := range w {
		if i >= len(widths) {
			return nil, syntax(at, "a cross-reference stream without widths")
		}
		n, ok := whole(widths[i])
		if !ok || n < 0 || n > 8 {
			return nil, syntax(at, "a cross-reference stream with impossible widths")
		}
		w[i] = n
		total += n
	}
	if total == 0 {
		return nil, syntax(at, "a cross-reference stream without widths")
	}
	index, _ := s.Dict["Index"].(Array)
	if index == nil {
		size, _ := whole(s.Dict["Size"])
		index = Array{Integer(0), Integer(size)}
	}
	field := func(i, absent int) int {
		n := 0
		for _, c := range data[:w[i]] {
			n = n<<8 | int(c)
		}
		data = data[w[i]:]
		if w[i] == 0 {
			return absent
		}
		return n
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := whole(index[i])
		count, ok2 := whole(index[i+1])
		if !ok1 || !ok2 || first < 0 || first > 1<<31 || count < 0 {
			return nil, syntax(at, "a cross-reference stream with an impossible index")
		}
		for n := 0; n < count && len(data) >= total; n++ {
			kind, second, third := field(0, 1), field(1, 0), field(2, 0)
			e := entry{free: true}
			switch kind {
			case 1:
				e = entry{offset: second, generation: third}
			case 2:
				e = entry{offset: third, stream: second}
			}
			if err := f.enter(first+n, e); err != nil {
				return nil, err
			}
		}
	}
	return s.Dict, nil
}

// objectAt reads the object at a place of the file, "n g obj … endobj".
func (f *File) objectAt(at int) (Ref, Value, error) {
	if at < 0 || at >= len(f.data) {
		return Ref{}, nil, syntax(at, "a place outside the file")
	}
	p := parser{Lexer{Data: f.data, Pos: at}, f.Budget}
	n, g, key := p.Next(), p.Next(), p.Next()
	if n.Kind != Number || g.Kind != Number || !n.Whole || !g.Whole || key.Kind != Keyword ||
		string(key.Text) != "obj" ||
		n.Num < 0 || n.Num >= 1<<31 {
		return Ref{}, nil, syntax(at, "there is no object")
	}
	ref := Ref{int(n.Num), int(g.Num)}
	t := p.Next()
	if t.Kind == Keyword && string(t.Text) == "endobj" {
		return ref, nil, nil
	}
	v, err := p.value(t, 0)
	if !f.Spend(Bytes, p.Pos-at) { // objects can overlap, so that many each reach to the file's end
		return ref, nil, f.Err()
	}
	if err != nil {
		return ref, nil, err
	}
	d, ok := v.(Dict)
	if !ok {
		return ref, v, nil
	}
	if t = p.Next(); t.Kind != Keyword || string(t.Text) != "stream" {
		return ref, d, nil
	}
	begin := p.Pos
	if begin < len(f.data) && f.data[begin] == '\r' {
		begin++
	}
	if begin < len(f.data) && f.data[begin] == '\n' {
		begin++
	}
	length, ok := whole(f.Resolve(d["Length"]))
	if ok && length >= 0 && begin+length <= len(f.data) {
		l := Lexer{Data: f.data[:min(len(f.data), begin+length+32)], Pos: begin + length}
		if t := l.Next(); t.Kind == Keyword && string(t.Text) == "endstream" {
			return ref, &Stream{d, ref, f.data[begin : begin+length]}, nil
		}
	}
	// The length is wrong: take what there is.
	end := bytes.Index(f.data[begin:], []byte("endstream"))
	looked := end
	if end < 0 {
		looked = len(f.data) - begin
	}
	if !f.Spend(Bytes, looked) {
		return ref, nil, f.Err()
	}
	if end < 0 {
		return ref, nil, syntax(begin, "a stream has no end")
	}
	f.Note(fmt.Errorf("object %d: %w", ref.Number, ErrLength))
	return ref, &Stream{d, ref, bytes.TrimRight(f.data[begin:begin+end], "\r\n")}, nil
}
