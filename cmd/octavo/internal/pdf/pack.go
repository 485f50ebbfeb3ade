package pdf

import (
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// packedPlace is the position of an object in an object stream.
type packedPlace struct{ stream, index int }

// objectsInStream is the number of objects in a stream: a reader unpacks all of them to see one.
const objectsInStream = 200

// pack moves objects other than streams into object streams (ISO 32000-1, 7.5.7): a tagged book has about ten thousand
// of them, small and alike.
func (f *file) pack() error {
	places := make([]packedPlace, len(f.objects))
	var groups [][]int
	n := 0
	for i := 1; i < len(f.objects); i++ {
		if f.objects[i].isData || f.objects[i].isLoose {
			continue
		}
		if n%objectsInStream == 0 {
			groups = append(groups, nil)
		}
		g := len(groups) - 1
		places[i] = packedPlace{len(f.objects) + g, n % objectsInStream}
		groups[g] = append(groups[g], i)
		n++
	}
	streams := make([]object, len(groups))
	jobs := make([]func() error, len(groups))
	for g, group := range groups {
		jobs[g] = func() (err error) {
			streams[g], err = f.objectStream(group)
			return err
		}
	}
	if err := inParallel(jobs); err != nil {
		return err
	}
	f.objects = append(f.objects, streams...)
	f.places = places
	return nil
}

// objectStream returns a stream of objects.
func (f *file) objectStream(numbers []int) (object, error) {
	var head, bodies []byte
	for _, n := range numbers {
		head = append(strconv.AppendInt(head, int64(n), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
		bodies = append(append(bodies, f.objects[n].body...), '\n')
	}
	data, err := quicklyDeflated(head, bodies)
	dict := fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>", len(numbers), len(head), len(data))
	return object{body: dict, stream: data, isData: true}, err
}

func quicklyDeflated(parts ...[]byte) ([]byte, error) {
	return quick.compress(func(w io.Writer) error {
		for _, p := range parts {
			if _, err := w.Write(p); err != nil {
				return err
			}
		}
		return nil
	})
}

// crossReferenceStream returns the cross-reference stream (7.5.8), itself the last object; offsets are those of the
// objects that are in no object stream.
func (f *file) crossReferenceStream(offsets []int64, places []packedPlace, own int64, trailer string) (object, error) {
	const width = 1 + 8 + 2
	table := make([]byte, width, width*(len(offsets)+1)) // object 0 is free: zeros
	for n := 1; n <= len(offsets); n++ {
		var e [width]byte
		switch {
		case n == len(offsets):
			e[0] = 1
			binary.BigEndian.PutUint64(e[1:], uint64(own))
		case n < len(places) && places[n].stream > 0:
			e[0] = 2
			binary.BigEndian.PutUint64(e[1:], uint64(places[n].stream))
			binary.BigEndian.PutUint16(e[9:], uint16(places[n].index))
		default:
			e[0] = 1
			binary.BigEndian.PutUint64(e[1:], uint64(offsets[n]))
		}
		table = append(table, e[:]...)
	}
	data, err := quicklyDeflated(table)
	dict := fmt.Appendf(nil, "<</Type/XRef/Size %d/W[1 8 2]%s/Filter/FlateDecode/Length %d>>", len(offsets)+1, trailer,
		len(data))
	return object{body: dict, stream: data, isData: true}, err
}
