package cos

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// survey is what a look at the whole file finds, whatever its tables say.
type survey struct {
	entries  map[int]entry
	at       map[int]int // where the object, or the stream that it is in, begins
	packed   []int       // numbers of object streams, in the order of the file
	trailers []Dict      // of tables and of cross-reference streams, in the order of the file
	whole    bool        // the end of the last object's revision is there
	unpacked bool        // the entries of objects in streams are there, too
}

// nextObject looks for the head of an object, "n g obj", from a place on: it returns its number and generation, where it begins and
// where it ends.
func nextObject(data []byte, from int) (ref Ref, begin, end int, ok bool) {
	for {
		k := bytes.Index(data[min(from, len(data)):], []byte("obj"))
		if k < 0 {
			return Ref{}, 0, 0, false
		}
		k += from
		from = k + len("obj")
		i, generation := numberBefore(data, k, 5)
		if i < 0 {
			continue
		}
		begin, number := numberBefore(data, i, 10)
		if begin < 0 || number >= 1<<31 || class[data[i-1]] != space {
			continue
		}
		return Ref{number, generation}, begin, from, true
	}
}

// numberBefore returns the number of so many digits at most that ends before a place, with white space between them, and where it
// begins; -1 if there is none.
func numberBefore(data []byte, at, most int) (begin, n int) {
	const far = 16 // bytes of white space
	for low := max(0, at-far); at > low && class[data[at-1]] == space; {
		at--
	}
	begin = at
	for begin > 0 && at-begin < most && data[begin-1]-'0' <= 9 {
		begin--
	}
	if begin == at {
		return -1, 0
	}
	for _, c := range data[begin:at] {
		n = n*10 + int(c-'0')
	}
	return begin, n
}

// look looks for objects in the whole file, and for dictionaries of trailers. Of an object that is there twice the later one counts,
// as programs update files by adding to them.
func (f *File) look() *survey {
	if f.found != nil {
		return f.found
	}
	s := &survey{entries: map[int]entry{}, at: map[int]int{}}
	f.found = s
	last := 0 // where the last object begins
	for from := 0; ; {
		ref, begin, end, ok := nextObject(f.data, from)
		f.Spend(Bytes, max(0, end-from))
		if !ok || f.Err() != nil {
			break
		}
		s.trailersIn(f, from, begin)
		last, from = begin, f.looked(s, ref, begin, end)
		if len(s.entries) > maxObjects {
			f.exceed("the file has more than %s objects", grouped(maxObjects))
		}
	}
	s.trailersIn(f, last, len(f.data))
	s.whole = s.whole || bytes.Contains(f.data[last:], []byte("startxref"))
	return s
}

// looked enters an object whose head stands there, and returns where to look on.
func (f *File) looked(s *survey, ref Ref, begin, end int) int {
	p := parser{Lexer: Lexer{Data: f.data, Pos: end}, budget: f.Budget}
	v, err := p.value(p.Next(), 0)
	if s.whole = false; !f.Spend(Bytes, p.Pos-end) {
		return end
	}
	d, _ := v.(Dict)
	switch d["Type"] {
	case Name("XRef"): // nothing refers to it
		f.XrefStreams = true
		s.trailers = append(s.trailers, d)
	case Name("ObjStm"):
		s.packed = append(s.packed, ref.Number)
		fallthrough
	default:
		s.entries[ref.Number], s.at[ref.Number] = entry{offset: begin, generation: ref.Generation}, begin
	}
	if err != nil || p.fault != nil { // it may have swallowed others
		return end
	}
	after := p.Pos
	if t := p.Next(); d == nil || t.Kind != Keyword || string(t.Text) != "stream" {
		return after
	}
	// Not into a stream, which can be a PDF file itself.
	content := afterLine(f.data, p.Pos)
	if n, ok := whole(d["Length"]); ok && n >= 0 && n <= len(f.data)-content {
		s.whole = d["Type"] == Name("XRef")
		if streamEnds(f.data, content+n) {
			return content + n
		}
	}
	return p.Pos
}

// trailersIn reads the trailers of a stretch of the file.
func (s *survey) trailersIn(f *File, from, to int) {
	key := []byte("trailer")
	for len(s.trailers) < maxChain && f.Err() == nil {
		i := bytes.Index(f.data[min(from, to):to], key)
		if i < 0 {
			return
		}
		from += i + len(key)
		p := parser{Lexer: Lexer{Data: f.data, Pos: from}, budget: f.Budget}
		if v, err := p.value(p.Next(), 0); err == nil {
			if d, ok := v.(Dict); ok {
				s.trailers = append(s.trailers, d)
				s.whole = p.fault == nil
			}
		}
		f.Spend(Bytes, p.Pos-from)
	}
}

// unpackAll enters the objects in object streams.
func (s *survey) unpackAll(f *File) {
	if s.unpacked {
		return
	}
	s.unpacked = true
	for _, number := range s.packed {
		p := f.packedStream(number)
		if p == nil || f.Err() != nil {
			continue
		}
		for i, n := range p.numbers {
			if at, known := s.at[n]; known && at >= s.at[number] {
				continue
			}
			if s.at[n] = s.at[number]; len(s.entries) > maxObjects {
				f.exceed("the file has more than %s objects", grouped(maxObjects))
				return
			}
			s.entries[n] = entry{offset: i, stream: number}
		}
	}
}

// rebuild makes the file's table of objects out of what is found in it. The reason is what is wrong with its own table.
func (f *File) rebuild(reason error) error {
	f.made = true
	s := f.look()
	if f.Err() != nil {
		return f.Err()
	}
	if len(s.entries) == 0 && len(s.trailers) == 0 {
		return cut(reason)
	}
	f.Trailer = Dict{}
	for _, t := range slices.Backward(s.trailers) {
		for _, key := range []Name{"Root", "Info", "Encrypt", "ID"} {
			if f.Trailer[key] == nil && t[key] != nil {
				f.Trailer[key] = t[key]
			}
		}
	}
	f.entries = s.entries
	f.unlock()
	if f.Locked == nil {
		s.unpackAll(f)
		f.root(s)
	}
	if f.Err() != nil {
		return f.Err()
	}
	f.Repaired = reason
	f.Note(mended{reason})
	if !s.whole {
		f.Note(errors.New("the file is cut off"))
	}
	if f.Locked == nil && f.Dict(f.Trailer["Root"]) == nil {
		return cut(reason)
	}
	return nil
}

// cut is the error of a file that nothing can be made of.
func cut(reason error) error {
	return fmt.Errorf("%w, and too little of it is left to be read", reason)
}

// root looks for the catalog: that of the newest trailer that has pages, any that has, or at least the root of pages.
func (f *File) root(s *survey) {
	for _, t := range slices.Backward(s.trailers) {
		if root := f.Dict(t["Root"]); f.Dict(root["Pages"]) != nil || root["FDF"] != nil {
			f.Trailer["Root"] = t["Root"]
			return
		}
	}
	var catalog, pages, leaf Value
	for _, n := range slices.Sorted(maps.Keys(f.entries)) {
		if !f.Spend(Work, 1) {
			return
		}
		ref := Ref{n, f.entries[n].generation}
		d, _ := f.Resolve(ref).(Dict)
		switch f.Name(d["Type"]) {
		case "Catalog":
			if catalog == nil || f.Dict(d["Pages"]) != nil {
				catalog = ref
			}
		case "Pages":
			if d["Parent"] == nil {
				pages = ref
			}
		case "Page":
			leaf = Array{}
		}
	}
	switch {
	case catalog != nil:
		f.Trailer["Root"] = catalog
	case pages != nil:
		f.Trailer["Root"] = Dict{"Type": Name("Catalog"), "Pages": pages}
	case leaf != nil: // the pages themselves are looked for by those who want them
		f.Trailer["Root"] = Dict{"Type": Name("Catalog"), "Pages": Dict{"Type": Name("Pages"), "Kids": leaf}}
	}
}

// elsewhere looks for an object that is not where the table of objects says. The reason is what is there.
func (f *File) elsewhere(number int, e entry, reason error) (Value, bool) {
	if f.made || f.Locked != nil || f.Err() != nil {
		return nil, false
	}
	s := f.look()
	s.unpackAll(f)
	other, ok := s.entries[number]
	if !ok || other.stream == e.stream && other.offset == e.offset {
		return nil, false
	}
	v, err := f.objectOf(other, number)
	if err != nil || f.Err() != nil {
		return nil, false
	}
	if f.Repaired == nil {
		f.Repaired = fmt.Errorf("the file's table of objects is damaged: object %d: %w", number, reason)
		f.Note(mended{f.Repaired})
	}
	return v, true
}
