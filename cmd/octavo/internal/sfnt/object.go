package sfnt

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// object is a part of a layout table being written: bytes, and offsets to other objects.
type object struct {
	data  []byte
	links []link
}

// link is a 16-bit offset in an object, from its beginning to another's.
type link struct {
	at int
	to *object
}

func (o *object) put(values ...int) *object {
	for _, v := range values {
		o.data = binary.BigEndian.AppendUint16(o.data, uint16(v))
	}
	return o
}

// link writes an offset to another object; nil is written as offset 0, which means none.
func (o *object) link(to *object) *object {
	if to != nil {
		o.links = append(o.links, link{len(o.data), to})
	}
	return o.put(0)
}

var errTooFar = errors.New("the parts that stay lie too far from each other")

// pack serialises an object and all it leads to, each object after those that refer to it, and equal objects once.
func pack(root *object) ([]byte, error) {
	// Equal objects are merged, starting with those without links.
	known := map[string]*object{}
	same := map[*object]*object{}
	var unify func(o *object) *object
	number := map[*object]int{}
	unify = func(o *object) *object {
		if s, ok := same[o]; ok {
			return s
		}
		var key strings.Builder
		key.Write(o.data)
		for i := range o.links {
			o.links[i].to = unify(o.links[i].to)
			var b [8]byte
			binary.BigEndian.PutUint32(b[:], uint32(o.links[i].at))
			binary.BigEndian.PutUint32(b[4:], uint32(number[o.links[i].to]))
			key.Write(b[:])
		}
		key.WriteString(strconv.Itoa(len(o.links)))
		s, ok := known[key.String()]
		if !ok {
			s = o
			known[key.String()] = o
			number[o] = len(number) + 1
		}
		same[o] = s
		return s
	}
	root = unify(root)

	var backward []*object // children before their parents
	seen := map[*object]bool{}
	var visit func(o *object)
	visit = func(o *object) {
		if seen[o] {
			return
		}
		seen[o] = true
		for i := len(o.links) - 1; i >= 0; i-- {
			visit(o.links[i].to)
		}
		backward = append(backward, o)
	}
	visit(root)

	place := map[*object]int{}
	var out []byte
	for i := len(backward) - 1; i >= 0; i-- {
		place[backward[i]] = len(out)
		out = append(out, backward[i].data...)
	}
	for _, o := range backward {
		for _, l := range o.links {
			offset := place[l.to] - place[o]
			if offset > 0xFFFF {
				return nil, errTooFar
			}
			binary.BigEndian.PutUint16(out[place[o]+l.at:], uint16(offset))
		}
	}
	return out, nil
}
