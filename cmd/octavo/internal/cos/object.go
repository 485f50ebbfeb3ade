package cos

import (
	"fmt"
	"maps"
	"slices"
)

// Damage returns the problems found so far, without duplicates, at most a hundred.
func (f *File) Damage() []error { return slices.Clone(f.damage) }

// Note records Damage.
func (f *File) Note(err error) {
	if s := err.Error(); !f.damaged[s] && len(f.damage) < 100 {
		f.damaged[s] = true
		f.damage = append(f.damage, err)
	}
}

// Each visits all objects of the file, in the order of their numbers, whether or not anything leads to them.
func (f *File) Each(visit func(ref Ref, v Value)) {
	for _, n := range slices.Sorted(maps.Keys(f.entries)) {
		if !f.Spend(Work, 1) {
			return
		}
		ref := Ref{n, f.entries[n].generation}
		visit(ref, f.Resolve(ref))
	}
}

// Size returns the number of entries the file's tables have.
func (f *File) Size() int { return len(f.entries) }

// Resolve follows references to an object. One that cannot be read is nil, and counts as Damage; so does a cycle.
func (f *File) Resolve(v Value) Value {
	for range maxChain {
		ref, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.object(ref)
	}
	f.Note(fmt.Errorf("references run in a circle"))
	return nil
}

func (f *File) object(ref Ref) Value {
	if v, ok := f.objects[ref.Number]; ok {
		return v
	}
	if f.Err() != nil {
		return nil
	}
	e, ok := f.entries[ref.Number]
	if !ok || e.free {
		if !ok && f.made && ref.Number > 0 {
			f.Note(fmt.Errorf("object %d is missing", ref.Number))
		}
		return nil // no object is null (7.3.10)
	}
	// While an object is being read it is null, so that nothing can wait for itself. Reading one can need another (the
	// length of a stream, the stream of an object), and that again another.
	f.objects[ref.Number] = nil
	if f.depth >= maxChain {
		f.Note(fmt.Errorf("object %d: it hangs on too many others", ref.Number))
		return nil
	}
	f.depth++
	defer func() { f.depth-- }()
	v, err := f.objectOf(e, ref.Number)
	if err != nil && v == nil {
		if other, ok := f.elsewhere(ref.Number, e, err); ok {
			v, err = other, nil
		}
	}
	if err != nil {
		f.Note(fmt.Errorf("object %d: %w", ref.Number, err))
	}
	f.objects[ref.Number] = v
	return v
}

// objectOf reads the object of a number where an entry says that it is.
func (f *File) objectOf(e entry, number int) (Value, error) {
	if e.stream != 0 {
		f.ObjectStreams = true
		return f.unpack(e, number)
	}
	found, v, err := f.objectAt(e.offset)
	if err == nil && found.Number != number {
		return nil, fmt.Errorf("object %d stands there instead", found.Number)
	}
	return v, err
}

// packed is an object stream (7.5.7).
type packed struct {
	data    []byte
	numbers []int
	offsets []int
}

// packedStream reads the object stream of a number, nil if it cannot be read.
func (f *File) packedStream(number int) *packed {
	if p, known := f.packed[number]; known {
		return p
	}
	f.packed[number] = nil
	s, ok := f.Resolve(Ref{Number: number}).(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		f.Note(fmt.Errorf("%d is no object stream", number))
		return nil
	}
	data, err := f.decodeSound(s)
	if err != nil {
		if f.Note(fmt.Errorf("object stream %d: %w", number, err)); len(data) == 0 {
			return nil
		}
	}
	count, _ := whole(f.Resolve(s.Dict["N"]))
	first, _ := whole(f.Resolve(s.Dict["First"]))
	p := &packed{data: data}
	l := Lexer{Data: data}
	for range min(max(count, 0), len(data)) {
		n, at := l.Next(), l.Next()
		if n.Kind != Number || at.Kind != Number || at.Num < 0 || at.Num > float64(len(data)) || n.Num < 0 || n.Num > 1<<31 {
			break
		}
		p.numbers = append(p.numbers, int(n.Num))
		p.offsets = append(p.offsets, int(at.Num)+first)
	}
	f.packed[number] = p
	return p
}

func (f *File) unpack(e entry, number int) (Value, error) {
	p := f.packedStream(e.stream)
	if p == nil {
		return nil, fmt.Errorf("object stream %d cannot be read", e.stream)
	}
	i := e.offset
	if i < 0 || i >= len(p.numbers) || p.numbers[i] != number {
		if i = slices.Index(p.numbers, number); i < 0 {
			return nil, fmt.Errorf("it is not in object stream %d", e.stream)
		}
	}
	if p.offsets[i] < 0 || p.offsets[i] >= len(p.data) {
		return nil, fmt.Errorf("it lies outside object stream %d", e.stream)
	}
	r := parser{Lexer: Lexer{Data: p.data, Pos: p.offsets[i]}, budget: f.Budget}
	v, err := r.all()
	if !f.Spend(Bytes, r.Pos-p.offsets[i]) {
		return nil, f.Err()
	}
	return v, err
}

// Dict returns the dictionary, or that of a stream, that v is or leads to; nil when it is none.
func (f *File) Dict(v Value) Dict {
	switch v := f.Resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Stream returns the stream that v leads to, or nil.
func (f *File) Stream(v Value) *Stream {
	s, _ := f.Resolve(v).(*Stream)
	return s
}

// Array returns the array that v is or leads to, or nil.
func (f *File) Array(v Value) Array {
	a, _ := f.Resolve(v).(Array)
	return a
}

// Name returns the name that v is or leads to, or "".
func (f *File) Name(v Value) Name {
	n, _ := f.Resolve(v).(Name)
	return n
}

// Number returns the number that v is or leads to.
func (f *File) Number(v Value) (n float64, ok bool) {
	switch v := f.Resolve(v).(type) {
	case Integer:
		return float64(v), true
	case Real:
		return float64(v), true
	}
	return 0, false
}

// Bool reports whether v is true.
func (f *File) Bool(v Value) bool {
	b, _ := f.Resolve(v).(Bool)
	return bool(b)
}

// Text returns a text string as Unicode (7.9.2.2): UTF-16 or UTF-8 by its mark, otherwise PDFDocEncoding, of which only
// the part shared with Latin 1 is supported.
func (f *File) Text(v Value) (text string, ok bool) {
	s, ok := f.Resolve(v).(String)
	if !ok || !f.Spend(Letters, len(s)) { // many places can share a long one
		return "", false
	}
	return decodeText(string(s)), true
}
