package content

import (
	"octavo/cmd/octavo/internal/cos"
)

// Streams decodes the contents of pages. A stream that is used several times, by one page or several, is decoded once.
type Streams struct {
	file   *cos.File
	uses   map[*cos.Stream]int
	shared map[*cos.Stream]decoded
}

type decoded struct {
	data []byte
	err  error
}

// StreamsOf counts how often the pages of a file use each stream.
func StreamsOf(f *cos.File, pages []Page) *Streams {
	s := &Streams{file: f, uses: map[*cos.Stream]int{}, shared: map[*cos.Stream]decoded{}}
	for _, p := range pages {
		for _, part := range s.parts(p.Dict) {
			s.uses[part]++
		}
	}
	return s
}

// parts returns the streams of a page's content, in order.
func (s *Streams) parts(page cos.Dict) (parts []*cos.Stream) {
	switch v := s.file.Resolve(page["Contents"]).(type) {
	case *cos.Stream:
		parts = append(parts, v)
	case cos.Array:
		if !s.file.Spend(cos.Work, len(v)) {
			return nil
		}
		for _, part := range v {
			if part := s.file.Stream(part); part != nil {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// Alone returns the only stream of a page, if no other page shares it; otherwise nil.
func (s *Streams) Alone(page cos.Dict) *cos.Stream {
	ref, ok := page["Contents"].(cos.Ref)
	if part := s.file.Stream(ref); ok && s.uses[part] == 1 {
		return part
	}
	return nil
}

// Page returns the content of a page, which must not be changed. The error is the first of a stream that cannot be
// decoded completely; the content includes what could be decoded of it.
func (s *Streams) Page(page cos.Dict) (data []byte, err error) {
	parts := s.parts(page)
	if len(parts) == 1 {
		return s.Decode(parts[0])
	}
	for _, part := range parts {
		piece, e := s.Decode(part)
		if err == nil {
			err = e
		}
		if !s.file.Spend(cos.Bytes, len(piece)+1) {
			return nil, s.file.Err()
		}
		data = append(append(data, piece...), '\n')
	}
	return data, err
}

// Decode decodes a stream. The result is kept if no page or several use it.
func (s *Streams) Decode(stream *cos.Stream) ([]byte, error) {
	if d, ok := s.shared[stream]; ok {
		return d.data, d.err
	}
	data, err := s.file.Decode(stream)
	if s.uses[stream] != 1 {
		s.shared[stream] = decoded{data, err}
	}
	return data, err
}
