package opc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"testing"
)

// packed returns a file with the given parts, name and text in turn.
func packed(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// FuzzOpen opens any file, and reads the parts that a Word file has. Of each part no more is unpacked than the limits say.
func FuzzOpen(f *testing.F) {
	const rels = `<Relationships><Relationship Id="r" Type="t/officeDocument" Target="/word/document.xml"/></Relationships>`
	f.Add(packed(f, "_rels/.rels", rels, "Word/Document.xml", "<w/>"))
	f.Add(packed(f, "content.xml", ""))
	f.Add(packed(f, "../../x", "x", "/word/document.xml", "<", "word/document.xml", "twice"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xD0\xCF\x11\xE0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			if c != nil || err.Error() == "" {
				t.Error("an error, and a file")
			}
			return
		}
		total := 0
		for name := range c.files {
			part, err := c.Read(name)
			if total += len(part); err != nil && part != nil || total > maxTotal {
				t.Errorf("part %q: %d bytes, %v", name, len(part), err)
			}
		}
	})
}

// FuzzElements walks through any XML: whatever begins ends, but for what is skipped, and never deeper than the limit.
func FuzzElements(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0"?><a x="1"><b/>text &amp; &#x41;<skip><c/></skip></a>`))
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY x "yyyy">]><a>&x;</a>`))
	f.Add([]byte(`<a></b>`))
	f.Add([]byte(`<a></skip>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		depth, deepest := 0, 0
		room := len(data)
		err := elements(data, "p", &room, func(e *xml.StartElement) bool {
			Attr(e, "x")
			if e.Name.Local == "skip" {
				return false
			}
			depth++
			deepest = max(deepest, depth)
			return true
		}, func(local string) {
			if local == "skip" {
				return
			}
			depth--
		}, func([]byte) {})
		if depth < 0 || deepest > MaxDepth+1 || err == nil && depth != 0 {
			t.Errorf("depth %d, deepest %d: %v", depth, deepest, err)
		}
	})
}
