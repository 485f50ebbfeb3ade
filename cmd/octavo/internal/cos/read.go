package cos

import (
	"bytes"
	"fmt"
	"strings"
)

// objectAt reads the object at a place of the file, "n g obj … endobj".
func (f *File) objectAt(at int) (Ref, Value, error) {
	if at < 0 || at >= len(f.data) {
		return Ref{}, nil, syntax(at, "a place outside the file")
	}
	p := parser{Lexer: Lexer{Data: f.data, Pos: at}, budget: f.Budget}
	n, g, key := p.Next(), p.Next(), p.Next()
	if n.Kind != Number || g.Kind != Number || !n.Whole || !g.Whole || key.Kind != Keyword || string(key.Text) != "obj" ||
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
	if p.fault != nil {
		f.Note(fmt.Errorf("object %d: %w", ref.Number, p.fault))
	}
	d, ok := v.(Dict)
	if !ok {
		return ref, f.crypt.decryptValue(v, ref), nil
	}
	if t = p.Next(); t.Kind != Keyword || string(t.Text) != "stream" {
		return ref, f.crypt.decryptValue(v, ref), nil
	}
	raw, err := f.streamAt(ref, d, afterLine(f.data, p.Pos))
	if raw == nil {
		return ref, nil, err
	}
	s := &Stream{d, ref, raw}
	return ref, f.decryptStream(s), err
}

// afterLine returns where a stream begins whose keyword ends at a place.
func afterLine(data []byte, at int) int {
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at < len(data) && data[at] == '\n' {
		at++
	}
	return at
}

// streamEnds reports whether a stream can end at a place: what stands behind it says so.
func streamEnds(data []byte, at int) bool {
	if at < 0 || at > len(data) {
		return false
	}
	l := Lexer{Data: data[:min(len(data), at+32)], Pos: at}
	t := l.Next()
	word := string(t.Text)
	return t.Kind == Keyword && (strings.HasPrefix(word, "endstream") || strings.HasPrefix(word, "endobj"))
}

// streamAt returns the bytes of a stream that begins at a place: as many as its length says, or, where that is wrong, up to what
// comes behind it.
func (f *File) streamAt(ref Ref, d Dict, begin int) ([]byte, error) {
	if length, ok := whole(f.Resolve(d["Length"])); ok && length >= 0 && streamEnds(f.data, begin+length) {
		return f.data[begin : begin+length : begin+length], nil
	}
	rest := f.data[begin:]
	end := bytes.Index(rest, []byte("endstream"))
	looked := end
	if end < 0 {
		looked = len(rest)
	}
	if !f.Spend(Bytes, looked) {
		return nil, f.Err()
	}
	if i := bytes.Index(rest[:looked], []byte("endobj")); i >= 0 {
		end = i
	}
	if end < 0 { // cut off
		return rest, syntax(begin, "a stream has no end")
	}
	f.Note(Mended("object %d: the length of its stream is wrong", ref.Number))
	return bytes.TrimRight(rest[:end], "\r\n"), nil
}
