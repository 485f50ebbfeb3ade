package exports

import (
	"encoding/xml"
	"io"
	"strings"
)

// xmlText gives the texts of an XML file with the elements that they stand in.
type xmlText struct {
	d     *xml.Decoder
	path  []string
	whole string // the path, "/a/b/"
}

func elements(text string) *xmlText {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // already decoded
	return &xmlText{d: d, whole: "/"}
}

// next returns the next text and where it stands, or the name of an element that ends. It reports false at the end of the file, or
// where it cannot be read any further.
func (x *xmlText) next() (path, words, closed string, ok bool) {
	const deepest = 100
	for {
		t, err := x.d.Token()
		if err != nil || len(x.path) > deepest {
			return "", "", "", false
		}
		switch t := t.(type) {
		case xml.StartElement:
			x.path = append(x.path, t.Name.Local)
			x.whole += t.Name.Local + "/"
		case xml.EndElement:
			if n := len(x.path); n > 0 {
				name := x.path[n-1]
				x.path = x.path[:n-1]
				x.whole = x.whole[:len(x.whole)-len(name)-1]
				return x.whole, "", name, true
			}
		case xml.CharData:
			return x.whole, string(t), "", true
		}
	}
}
