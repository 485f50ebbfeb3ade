package feedback

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/pdftext"
)

var objectPattern = lazyregexp.New(`(?m)(?:^|[\r\n\s])(\d{1,9})\s+(\d{1,5})\s+obj\b`)

// fdf reads comments that were exported without their pages (ISO 32000-1, 12.7.7). An FDF file has the objects of a PDF
// but usually no cross-reference table, so one is made.
func (r *reading) fdf(ctx context.Context, data []byte) error {
	const header = "%PDF-1.4\n"
	var b bytes.Buffer
	b.WriteString(header)
	b.Write(data)
	b.WriteString("\n")
	at := b.Len()
	b.WriteString("xref\n0 0\n")
	const most = 4 * maxRemarks
	found := objectPattern().FindAllSubmatchIndex(data, most)
	r.full = len(found) == most
	for _, m := range found {
		fmt.Fprintf(&b, "%s 1\n%010d 00000 n \n", data[m[2]:m[3]], len(header)+m[2])
	}
	trailer := "<</Root 1 0 R>>"
	if i := bytes.LastIndex(data, []byte("trailer")); i >= 0 {
		trailer = string(data[i+len("trailer"):])
		if end := strings.LastIndex(trailer, ">>"); end >= 0 {
			trailer = trailer[:end+2]
		}
	}
	fmt.Fprintf(&b, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, at)
	f, err := cos.Open(ctx, b.Bytes())
	if err != nil {
		return fmt.Errorf("the FDF is damaged: %w", err)
	}
	root := f.Dict(f.Dict(f.Trailer["Root"])["FDF"])
	if root == nil {
		return errors.New("the FDF is damaged: it has no FDF dictionary")
	}
	about, _ := f.Text(root["F"])
	if d := f.Dict(root["F"]); d != nil {
		if about, _ = f.Text(d["UF"]); about == "" {
			about, _ = f.Text(d["F"])
		}
	}
	var all []markup
	var missing missing
	for _, v := range f.Array(root["Annots"]) {
		d := f.Dict(v)
		if d == nil {
			missing.unread++
			continue
		}
		if r.full = r.full || len(all) >= maxRemarks; r.full || f.Err() != nil {
			break
		}
		m := readMarkup(f, d)
		m.name, _ = f.Text(d["NM"])
		if n, ok := f.Number(d["Page"]); ok && n >= 0 && n < 1e6 {
			m.page = int(n) + 1
		}
		all = append(all, m)
	}
	if f.Err() != nil {
		return f.Err()
	}
	missing.say(r.File, f, nil)
	return r.exported(ctx, all, about)
}

// exported returns the remarks for comments whose pages are in another file.
func (r *reading) exported(ctx context.Context, all []markup, about string) error {
	about = path.Base(strings.ReplaceAll(about, `\`, "/"))
	r.Copy = r.copies(r.CopyID, about)
	look := func(int) *sheet { return nil }
	var pages *cos.Budget
	if c := r.Copy; c != nil {
		look = c.sheetFromMap
		if c.PDF != nil {
			if data, err := c.PDF(); err != nil {
				r.Notes = append(r.Notes, fmt.Sprintf("the pages of the copy cannot be read: %v", err))
			} else if f, err := cos.Open(ctx, data); err != nil || f.Locked != nil {
				r.Notes = append(r.Notes, "the pages of the copy cannot be read: its PDF is damaged")
			} else {
				r.CopyID = CopyID(f)
				pages = f.Budget
				look = sheetsOf(pdftext.Open(f), c).look
			}
		}
	}
	r.Remarks = remarks(all, look)
	if err := pages.Err(); err != nil {
		return fmt.Errorf("the pages of the copy that it is about: %w", err)
	}
	return ctx.Err()
}

// sheetFromMap returns a page with the lines recorded in the page map.
func (c *Copy) sheetFromMap(number int) *sheet {
	if c.Map == nil {
		return nil
	}
	i := number - max(1, c.First)
	if i < 0 || i >= len(c.Map.Pages) {
		return nil
	}
	p := &c.Map.Pages[i]
	s := &sheet{folio: p.Folio}
	if c.Height > 0 {
		for _, l := range p.Lines {
			s.lines = append(s.lines, c.Height-c.Top-l.Y)
		}
	}
	return s
}

// xfdfSubtypes maps names of elements to PDF subtypes.
var xfdfSubtypes = sync.OnceValue(func() map[string]string {
	return map[string]string{"highlight": "Highlight", "underline": "Underline", "squiggly": "Squiggly",
		"strikeout": "StrikeOut", "caret": "Caret", "text": "Text", "freetext": "FreeText", "ink": "Ink",
		"square": "Square",
		"circle": "Circle", "polygon": "Polygon", "polyline": "PolyLine", "line": "Line", "stamp": "Stamp",
		"fileattachment": "FileAttachment", "sound": "Sound", "redact": "Redact"}
})

// xfdf reads comments exported as XFDF (ISO 19444-1).
func (r *reading) xfdf(ctx context.Context, text string) error {
	d := lenient(text)
	var all []markup
	var about string
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("the XFDF is damaged: %w", err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		name := strings.ToLower(e.Name.Local)
		if name == "f" && about == "" {
			about = attribute(e, "href")
		}
		subtype, ok := xfdfSubtypes()[name]
		if !ok {
			continue
		}
		if r.full = len(all) >= maxRemarks; r.full {
			break
		}
		m, err := readXFDF(d, e, subtype)
		if err != nil {
			return fmt.Errorf("the XFDF is damaged: %w", err)
		}
		all = append(all, m)
	}
	return r.exported(ctx, all, about)
}

// lenient decodes XML, and HTML that is nearly XML.
func lenient(text string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.AutoClose = xml.HTMLAutoClose
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // already decoded
	return d
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}

// readXFDF reads one annotation up to its end.
func readXFDF(d *xml.Decoder, e xml.StartElement, subtype string) (markup, error) {
	m := markup{subtype: subtype, name: attribute(e, "name"), author: tidy(attribute(e, "title")),
		replyTo: attribute(e, "inreplyto"), group: strings.EqualFold(attribute(e, "replyType"), "group"),
		state: attribute(e, "state"), icon: attribute(e, "icon"), page: 1}
	if n, err := strconv.Atoi(attribute(e, "page")); err == nil && n >= 0 && n < 1e6 {
		m.page = n + 1
	}
	if m.date = pdfDate(attribute(e, "date")); m.date == "" {
		m.date = pdfDate(attribute(e, "creationdate"))
	}
	if n := numbers(attribute(e, "rect")); len(n) >= 4 {
		m.rect = pdftext.Rect{X0: min(n[0], n[2]), Y0: min(n[1], n[3]), X1: max(n[0], n[2]), Y1: max(n[1], n[3])}
	}
	m.quads = quads(numbers(attribute(e, "coords")))
	if n := numbers(attribute(e, "callout")); len(n) >= 4 {
		m.callout = &point{n[0], n[1]}
	}
	if subtype == "Line" {
		if n := numbers(attribute(e, "start") + "," + attribute(e, "end")); len(n) >= 4 {
			m.stroke(n)
		}
	}
	var plainText, rich strings.Builder
	inside := []string{}
	for {
		t, err := d.Token()
		if err != nil {
			return m, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(inside) > 200 {
				return m, errors.New("elements nest too deep")
			}
			inside = append(inside, strings.ToLower(t.Name.Local))
		case xml.EndElement:
			if len(inside) == 0 {
				if m.contents = tidy(plainText.String()); m.contents == "" {
					m.contents = tidy(rich.String())
				}
				return m, nil
			}
			if last := inside[len(inside)-1]; inside[0] == "contents-richtext" && (last == "p" || last == "br") {
				rich.WriteByte('\n')
			}
			inside = inside[:len(inside)-1]
		case xml.CharData:
			if len(inside) == 0 {
				continue
			}
			switch inside[0] {
			case "contents":
				plainText.Write(t)
			case "contents-richtext":
				rich.Write(t)
			case "inklist", "vertices":
				if n := numbers(string(t)); len(n) >= 2 {
					m.stroke(n)
				}
			}
		}
	}
}

// numbers returns the numbers of a list separated by commas, semicolons or white space.
func numbers(s string) []float64 {
	var out []float64
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r <= ' ' }) {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || !(n > -1e7 && n < 1e7) || len(out) > 1<<16 {
			return nil
		}
		out = append(out, n)
	}
	return out
}
