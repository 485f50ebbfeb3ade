package feedback

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/pdftext"
)

// maxRemarks is how many remarks of a file are read; no reader makes a hundredth.
const maxRemarks = 50_000

// pdf takes an annotated PDF apart.
func (r *reading) pdf(data []byte) error {
	f, err := cos.Open(data)
	if err != nil {
		return err
	}
	if f.Encrypted {
		return errEncrypted
	}
	r.CopyID = CopyID(f)
	doc := pdftext.Open(f)
	var all []markup
	for _, p := range doc.Pages {
		for i, v := range f.Array(p.Dict["Annots"]) {
			if d := f.Dict(v); d != nil && len(all) < maxRemarks {
				m := readMarkup(f, d)
				m.page = p.Number
				if ref, ok := v.(cos.Ref); ok { // replies name it by its reference
					m.name = refName(ref)
				} else {
					m.name = fmt.Sprintf("page %d annotation %d", p.Number, i)
				}
				all = append(all, m)
			}
		}
	}
	sheets := sheetsOf(doc)
	if r.Remarks = remarks(all, sheets.look); len(r.Remarks) == 0 && sheets.broken != nil {
		return sheets.broken
	}
	return nil
}

var errEncrypted = errors.New("it is encrypted; save it without a password and try again")

// sheets are the pages of a PDF.
type sheets struct {
	doc    *pdftext.Document
	broken error
}

func sheetsOf(doc *pdftext.Document) *sheets { return &sheets{doc: doc} }

// look is a page by its number.
func (s *sheets) look(number int) *sheet {
	if number < 1 || number > len(s.doc.Pages) {
		return nil
	}
	p := s.doc.Pages[number-1]
	t, err := s.doc.Text(p)
	if err != nil && s.broken == nil {
		s.broken = err
	}
	return &sheet{folio: p.Label, text: t}
}

func refName(r cos.Ref) string { return fmt.Sprintf("%d %d R", r.Number, r.Generation) }

// readMarkup reads an annotation's dictionary, of a PDF or an FDF.
func readMarkup(f *cos.File, d cos.Dict) markup {
	m := markup{subtype: string(f.Name(d["Subtype"])), icon: string(f.Name(d["Name"]))}
	text := func(key cos.Name) string {
		s, _ := f.Text(d[key])
		return tidy(s)
	}
	m.author, m.contents, m.state = text("T"), text("Contents"), text("State")
	if m.state == "" { // a string by the standard, a name in some files
		m.state = string(f.Name(d["State"]))
	}
	if m.contents == "" {
		rich, ok := f.Text(d["RC"])
		if s := f.Stream(d["RC"]); !ok && s != nil {
			if data, err := f.Decode(s); err == nil {
				rich = string(data)
			}
		}
		m.contents = plain(rich)
	}
	if m.date = pdfDate(text("M")); m.date == "" {
		m.date = pdfDate(text("CreationDate"))
	}
	m.rect, _ = pdftext.RectOf(f, d["Rect"])
	if n, ok := pdftext.Numbers(f, d["QuadPoints"], 8); ok {
		m.quads = quads(n)
	}
	for _, stroke := range f.Array(d["InkList"]) {
		if n, ok := pdftext.Numbers(f, stroke, 2); ok {
			m.stroke(n)
		}
	}
	for _, key := range []cos.Name{"L", "Vertices"} {
		drawn := m.subtype == "Line" || m.subtype == "PolyLine" || m.subtype == "Polygon"
		if n, ok := pdftext.Numbers(f, d[key], 4); ok && drawn {
			m.stroke(n)
		}
	}
	if n, ok := pdftext.Numbers(f, d["CL"], 4); ok {
		m.callout = &point{n[0], n[1]}
	}
	if ref, ok := d["IRT"].(cos.Ref); ok {
		m.replyTo = refName(ref)
	} else if name, ok := f.Text(d["IRT"]); ok { // in FDF, by name
		m.replyTo = name
	}
	m.group = f.Name(d["RT"]) == "Group"
	return m
}

// quads are the boxes of quadrilaterals. Their corners come in one order in the standard and in another in most
// files; the box around them is the same.
func quads(n []float64) []pdftext.Rect {
	var out []pdftext.Rect
	for ; len(n) >= 8; n = n[8:] {
		r := pdftext.Rect{X0: n[0], Y0: n[1], X1: n[0], Y1: n[1]}
		for i := 2; i < 8; i += 2 {
			r = r.Union(pdftext.Rect{X0: n[i], Y0: n[i+1], X1: n[i], Y1: n[i+1]})
		}
		out = append(out, r)
	}
	return out
}

// stroke notes the box of a line drawn through points.
func (m *markup) stroke(n []float64) {
	r := pdftext.Rect{X0: n[0], Y0: n[1], X1: n[0], Y1: n[1]}
	for i := 0; i+1 < len(n); i += 2 {
		r = r.Union(pdftext.Rect{X0: n[i], Y0: n[i+1], X1: n[i], Y1: n[i+1]})
	}
	m.strokes = append(m.strokes, r)
}

var datePattern = regexp.MustCompile(`^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Zz])(\d\d)?'?(\d\d)?)?`)

// pdfDate is a date of PDF's (7.9.4) as RFC 3339; "" when it is none.
func pdfDate(s string) string {
	g := datePattern.FindStringSubmatch(s)
	if g == nil {
		return ""
	}
	or := func(i int, absent string) string {
		if g[i] == "" {
			return absent
		}
		return g[i]
	}
	out := g[1] + "-" + or(2, "01") + "-" + or(3, "01")
	if g[4] == "" {
		return out
	}
	out += "T" + g[4] + ":" + or(5, "00") + ":" + or(6, "00")
	switch {
	case g[7] == "+" || g[7] == "-":
		out += g[7] + or(8, "00") + ":" + or(9, "00")
	default:
		out += "Z"
	}
	return out
}

var copyPattern = regexp.MustCompile(`octavo:copy(?:>|=["'])\s*([^<"']{1,100})`)

// CopyID is the id of the review copy that a PDF says it is, "" when it says none. It stands in the file's
// information and in its metadata; of the two, some programs keep only one.
func CopyID(f *cos.File) string {
	info := f.Dict(f.Trailer["Info"])
	for _, key := range []cos.Name{"octavo:copy", "OctavoCopy", "octavocopy"} {
		if id, ok := f.Text(info[key]); ok && strings.TrimSpace(id) != "" {
			return tidy(id)
		}
	}
	if s := f.Stream(f.Dict(f.Trailer["Root"])["Metadata"]); s != nil {
		if data, err := f.Decode(s); err == nil {
			if g := copyPattern.FindSubmatch(data); g != nil {
				return tidy(string(g[1]))
			}
		}
	}
	return ""
}
