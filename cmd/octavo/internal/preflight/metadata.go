package preflight

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/cos"
)

// Name spaces of XMP (ISO 16684-1, and those of PDF/X and PDF/UA).
const (
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"
	nsX   = "http://www.npes.org/pdfx/ns/id/"
	nsUA  = "http://www.aiim.org/pdfua/ns/id/"
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
)

// xmp returns the file's metadata packet: the first text of each property. It is nil when the file has none.
func (d *Document) xmp() (map[xml.Name]string, error) {
	if d.packet == nil {
		d.packet = &packet{}
		d.packet.properties, d.packet.err = d.readXMP()
	}
	return d.packet.properties, d.packet.err
}

// packet is the result of reading the XMP packet.
type packet struct {
	properties map[xml.Name]string
	err        error
}

func (d *Document) readXMP() (map[xml.Name]string, error) {
	f := d.file
	s := f.Stream(d.catalog["Metadata"])
	if s == nil {
		return nil, nil
	}
	data, err := f.Decode(s)
	if err != nil {
		return nil, err
	}
	if len(data) > 4<<20 {
		return nil, errors.New("it is larger than 4 MB")
	}
	out := map[xml.Name]string{}
	set := func(name xml.Name, text string) {
		if text = strings.TrimSpace(text); text != "" && out[name] == "" {
			out[name] = text
		}
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var property xml.Name
	depth, at := 0, 0 // depth of the elements; depth of the open property
	var text strings.Builder
	for {
		t, err := dec.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if t.Name.Space == nsRDF && t.Name.Local == "Description" && at == 0 {
				for _, a := range t.Attr {
					set(a.Name, a.Value)
				}
			} else if at == 0 && t.Name.Space != nsRDF && t.Name.Local != "xmpmeta" {
				property, at = t.Name, depth
				text.Reset()
			}
		case xml.CharData:
			if at > 0 {
				text.Write(t)
			}
		case xml.EndElement:
			if depth == at {
				set(property, text.String())
				at = 0
			} else if at > 0 && t.Name.Local == "li" { // the first of several
				set(property, text.String())
			}
			depth--
		}
	}
}

// info returns a string of the trailer's Info dictionary.
func (d *Document) info(key cos.Name) string {
	v := d.file.Dict(d.file.Trailer["Info"])[key]
	s, ok := d.file.Text(v)
	if !ok {
		s = string(d.file.Name(v))
	}
	return strings.TrimSpace(s)
}

// pdfDate parses "D:20261123120000+01'00'" (ISO 32000-1, 7.9.4), of which all but the year is optional.
func pdfDate(s string) (t time.Time, ok bool) {
	s = strings.TrimPrefix(s, "D:")
	n := 0
	for n < len(s) && n < 14 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	digits, zone := s[:n], s[n:]
	if n < 4 || n%2 == 1 {
		return t, false
	}
	digits += "00000101000000"[n:]
	if n == 4 {
		digits = digits[:4] + "0101000000"
	} else if n == 6 {
		digits = digits[:6] + "01000000"
	}
	t, err := time.Parse("20060102150405", digits)
	if err != nil {
		return t, false
	}
	zone = strings.ReplaceAll(zone, "'", "")
	if len(zone) >= 3 && (zone[0] == '+' || zone[0] == '-') {
		minutes, err := strconv.Atoi(zone[1:3])
		if err != nil {
			return t, false
		}
		minutes *= 60
		if len(zone) >= 5 {
			m, err := strconv.Atoi(zone[3:5])
			if err != nil {
				return t, false
			}
			minutes += m
		}
		if zone[0] == '+' {
			minutes = -minutes
		}
		t = t.Add(time.Duration(minutes) * time.Minute)
	}
	return t, true
}

// xmpDate parses an XMP date, of which all but the year is optional.
func xmpDate(s string) (t time.Time, ok bool) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02",
		"2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Truncate(time.Second), true
		}
	}
	return t, false
}
