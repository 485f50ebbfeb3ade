package pagemap

import (
	"bytes"
	"reflect"
	"testing"
)

// FuzzReadRecord reads any page map, such as one that was tampered with: what can be read says the same when it is written and read again,
// and every question has an answer.
func FuzzReadRecord(f *testing.F) {
	f.Add([]byte(`{"octavo_pagemap": 1, "title": "T", "inputs": "9d\u007f\u0007", "pages": [{"number": 1, "folio": "i", "kind": "blank"}]}`), "i", 1)
	f.Add([]byte(`{"octavo_pagemap": 1, "title": "<\u202e\u009b>", "pages": [{"number": -9223372036854775808, "folio": "\u001b[31m", "kind": "nonsense",
		"anchors": [""], "lines": [{"y": 1e308, "file": "../../etc/passwd", "line": -1, "column": 9223372036854775807, "text": "\ud800"}]}]}`), "\x1b[31m", -1)
	f.Add([]byte(`{"octavo_pagemap": 1, "pages": null}`), "", 0)
	f.Fuzz(func(t *testing.T, data []byte, folio string, n int) {
		r, err := ReadRecord(bytes.NewReader(data))
		if err != nil {
			if r != nil {
				t.Error("an error, and a map")
			}
			return
		}
		if line, err := r.Line(folio, n); (err == nil) != (n > 0 && hasLine(r, folio, n)) {
			t.Errorf("line %d of page %q: %+v, %v", n, folio, line, err)
		}
		var out bytes.Buffer
		if err := r.Write(&out); err != nil {
			t.Fatal(err)
		}
		for _, c := range out.String() {
			if c < ' ' && c != '\n' || 0x7F <= c && c < 0xA0 || c == 0x202E {
				t.Errorf("%U is written as it is", c)
			}
		}
		again, err := ReadRecord(&out)
		if err != nil {
			t.Fatal(err)
		}
		var once, twice bytes.Buffer
		if err := again.Write(&once); err != nil {
			t.Fatal(err)
		}
		third, err := ReadRecord(bytes.NewReader(once.Bytes()))
		if err != nil || !reflect.DeepEqual(third, again) {
			t.Errorf("%v: it changes whenever it is written", err)
		}
		if err := third.Write(&twice); err != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Errorf("written as %s, and then as %s", &once, &twice)
		}
	})
}

func hasLine(r *Record, folio string, n int) bool {
	for _, p := range r.Pages {
		if p.Folio == folio {
			return n <= len(p.Lines)
		}
	}
	return false
}
