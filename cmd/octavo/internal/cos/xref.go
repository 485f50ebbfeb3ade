package cos

import "fmt"

// sections reads the cross-reference section at a place and all before it. What a newer one says of an object counts.
func (f *File) sections(at int) error {
	seen := map[int]bool{}
	queue := []int{at}
	for len(queue) > 0 {
		at, queue = queue[0], queue[1:]
		if seen[at] { // what it says is known
			f.Note(mended{syntax(at, "the sections of the table of objects run in a circle")})
			continue
		}
		if seen[at] = true; len(seen) > maxChain {
			return syntax(at, "there are more than %d sections", maxChain)
		}
		if at < 0 || at >= len(f.data) {
			return syntax(at, "a section lies outside the file")
		}
		p := parser{Lexer: Lexer{Data: f.data, Pos: at}, budget: f.Budget}
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
			v, err := p.all()
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
	if err != nil {
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
