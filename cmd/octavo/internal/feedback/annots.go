package feedback

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/pdftext"
)

// pdf reads the remarks of an annotated PDF.
func (r *reading) pdf(ctx context.Context, data []byte) error {
	f, err := cos.Open(ctx, data)
	if err != nil {
		return err
	}
	if f.Locked != nil {
		return f.Locked
	}
	r.CopyID = CopyID(f)
	if title, ok := f.Text(f.Dict(f.Trailer["Info"])["Title"]); ok {
		r.title = tidy(title)
	}
	doc := pdftext.Open(f)
	if len(doc.Pages) == 0 && f.Err() == nil {
		return errors.New("it has no page that can be read; it may have been damaged on its way")
	}
	r.trace(doc)
	all, missing := r.annotations(doc)
	if c := r.Copy; (c == nil || c.Map == nil) && !doc.Labels && len(all) > 0 && r.book.Pages != nil {
		own := Copy{}
		if c != nil {
			own = *c
		}
		own.Map = r.book.Pages()
		r.Copy = &own
	}
	sheets := sheetsOf(doc, r.Copy)
	sheets.traced = r.Owner != ""
	r.Remarks = remarks(all, sheets.look)
	if f.Err() != nil {
		return f.Err()
	}
	missing.say(r.File, f, sheets.broken)
	return nil
}

// annotations reads the annotations of a PDF's pages, and counts those that cannot be read.
func (r *reading) annotations(doc *pdftext.Document) (all []markup, missing missing) {
	f := doc.File
	known, seen := 0, map[cos.Ref]bool{}
	for _, p := range doc.Pages {
		annots, ok := f.Resolve(p.Dict["Annots"]).(cos.Array)
		if !ok && p.Dict["Annots"] != nil {
			missing.unread++
		}
		for i, v := range annots {
			if f.Err() != nil {
				return nil, missing
			}
			ref, isRef := v.(cos.Ref)
			d := f.Dict(v)
			if d == nil {
				missing.unread++
				continue
			}
			if kind(f, d) != "" && !seen[ref] {
				known++
				seen[ref] = isRef
			}
			if r.full = r.full || len(all) >= maxRemarks; r.full {
				continue
			}
			m := readMarkup(f, d)
			m.page = p.Number
			if isRef { // replies name it by its reference
				m.name = refName(ref)
			} else {
				m.name = fmt.Sprintf("page %d annotation %d", p.Number, i)
			}
			if _, ok := kinds()[m.subtype]; !ok && !notes()[m.subtype] && m.contents == "" {
				missing.unread++
			}
			all = append(all, m)
		}
	}
	missing.astray = markupsOf(f) - known
	return all, missing
}

// notes lists the subtypes of annotations that are not remarks (12.5.6.1).
var notes = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"Link": true, "Popup": true, "Movie": true, "Widget": true, "Screen": true,
		"PrinterMark": true, "TrapNet": true, "Watermark": true, "3D": true, "RichMedia": true, "Projection": true}
})

// missing counts the annotations of a damaged file that cannot be read.
type missing struct {
	unread int // listed by pages, but not readable
	astray int // annotations that no page lists
}

// say adds to a file's messages the remarks that may be lost. Broken are the errors of pages' text. Programs that
// update a file incrementally leave deleted annotations in it, on no page; these count as lost only if something else
// is wrong.
func (m missing) say(to *File, f *cos.File, broken []error) {
	lost := to.Lost
	if m.unread > 0 {
		lost = append(lost, diag.Count(m.unread, "annotation")+" in it cannot be read; ask for the file again")
	}
	switch {
	case m.astray <= 0:
	case m.unread > 0 || len(f.Damage()) > 0 || len(broken) > 0:
		lost = append(lost, diag.Count(m.astray, "remark")+" in it on no page that can be read: the reader deleted "+
			"them, or the file is damaged; ask for it again")
	default:
		to.Notes = append(to.Notes, diag.Count(m.astray, "remark")+" in it on no page, as a reader's program leaves what is deleted")
	}
	if f.Repaired != nil {
		to.Notes = append(to.Notes, fmt.Sprintf("what is in it was looked for, as its list of objects is damaged (%v)", f.Repaired))
	}
	damage := slices.DeleteFunc(f.Damage(), func(err error) bool { return errors.Is(err, cos.ErrMended) })
	if len(damage) > 0 {
		lost = append(lost, fmt.Sprintf("it is damaged, and remarks may be missing; ask for it again (%s: %v)",
			diag.Count(len(damage), "fault"), damage[0]))
	}
	if len(broken) > 0 {
		lost = append(lost, fmt.Sprintf("the text of %s in it cannot be read to its end; ask for the file again (%v)",
			diag.Count(len(broken), "page"), broken[0]))
	}
	to.Lost = lost
}

// kind returns the subtype of an annotation that is a remark, "" for any other object.
func kind(f *cos.File, d cos.Dict) string {
	subtype := string(f.Name(d["Subtype"]))
	if _, ok := kinds()[subtype]; ok && d["Rect"] != nil && (d["Type"] == nil || f.Name(d["Type"]) == "Annot") {
		return subtype
	}
	return ""
}

// markupsOf counts the remarks in all objects of a file, listed by a page or not.
func markupsOf(f *cos.File) (n int) {
	var count func(v cos.Value)
	count = func(v cos.Value) { // recursion is bounded: package cos limits the nesting
		switch v := v.(type) {
		case cos.Array:
			for _, e := range v {
				count(e)
			}
		case cos.Dict:
			if kind(f, v) != "" {
				n++
				return
			}
			for _, e := range v {
				count(e)
			}
		case *cos.Stream:
			count(v.Dict)
		}
	}
	f.Each(func(_ cos.Ref, v cos.Value) { count(v) })
	return n
}

// sheets are the pages of a PDF.
type sheets struct {
	doc    *pdftext.Document
	broken []error      // of pages whose text cannot be read completely
	bad    map[int]bool // numbers of those pages
	copy   *Copy        // that it is, nil if unknown
	traced bool         // it was printed from a review copy, so that its sheets need not be the book's pages
	finder *finder      // of the pages of that copy; nil if they are not known
	last   *sheet       // that was looked at
	number int          // of that
}

func sheetsOf(doc *pdftext.Document, of *Copy) *sheets {
	s := &sheets{doc: doc, bad: map[int]bool{}, copy: of}
	if of != nil {
		s.finder = newFinder(of.Map)
	}
	return s
}

// look returns a page by its number.
func (s *sheets) look(number int) *sheet {
	if number < 1 || number > len(s.doc.Pages) {
		return nil
	}
	p := s.doc.Pages[number-1]
	t, err := s.doc.Text(p)
	if err != nil && !s.bad[number] {
		s.bad[number] = true
		s.broken = append(s.broken, err)
	}
	if s.last != nil && s.number == number {
		return s.last
	}
	pg := &sheet{text: t, budget: s.doc.File.Budget, finder: s.finder}
	if s.finder != nil && s.doc.Labels && s.finder.has(p.Label, t.Flow) {
		pg.finder = nil
	} else if s.finder != nil {
		if columns := t.Columns(); columns != nil && s.finder.score(columns.Flow) > s.finder.score(t.Flow)+2 {
			pg.text = columns
		}
	}
	s.last, s.number = pg, number
	if s.doc.Labels {
		pg.label, pg.folio = p.Label, p.Label
		return pg
	}
	switch {
	case s.finder != nil && s.complete():
		if i := number - max(1, s.copy.First); i >= 0 {
			pg.folio = s.copy.Map.Pages[i].Folio
		}
	default:
		if pg.folio = pg.folioOn(); pg.folio == "" && s.finder == nil && !s.traced {
			pg.folio = p.Label
		}
	}
	return pg
}

// complete reports whether the file has the sheets of its copy, no less and no more.
func (s *sheets) complete() bool {
	return len(s.doc.Pages) == max(1, s.copy.First)-1+len(s.copy.Map.Pages)
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
	if m.state == "" { // a string by the standard, but a name in some files
		m.state = string(f.Name(d["State"]))
	}
	if m.contents == "" {
		rich, ok := f.Text(d["RC"])
		if s := f.Stream(d["RC"]); !ok && s != nil {
			if data, err := f.Decode(s); err == nil && f.Spend(cos.Letters, len(data)) {
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
	strokes := f.Array(d["InkList"])
	f.Spend(cos.Objects, len(strokes))
	for _, stroke := range strokes {
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

// quads returns the boxes of quadrilaterals. The standard gives their corners in one order and most files in another;
// the bounding box is the same.
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

// stroke records the bounding box of a line drawn through points.
func (m *markup) stroke(n []float64) {
	r := pdftext.Rect{X0: n[0], Y0: n[1], X1: n[0], Y1: n[1]}
	for i := 0; i+1 < len(n); i += 2 {
		r = r.Union(pdftext.Rect{X0: n[i], Y0: n[i+1], X1: n[i], Y1: n[i+1]})
	}
	m.strokes = append(m.strokes, r)
}

var datePattern = lazyregexp.New(`^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Zz])(\d\d)?'?(\d\d)?)?`)

// pdfDate converts a PDF date (7.9.4) to RFC 3339; "" if it is not a valid one.
func pdfDate(s string) string {
	g := datePattern().FindStringSubmatch(s)
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

var copyPattern = lazyregexp.New(`octavo:copy(?:>|=["'])\s*([^<"']{1,100})`)

// CopyID returns the review copy id recorded in a PDF, "" if there is none. It is written to the file's information
// dictionary and to its metadata, since some programs keep only one of them.
func CopyID(f *cos.File) string {
	info := f.Dict(f.Trailer["Info"])
	for _, key := range []cos.Name{"octavo:copy", "OctavoCopy", "octavocopy"} {
		if id, ok := f.Text(info[key]); ok && strings.TrimSpace(id) != "" {
			return tidy(id)
		}
	}
	if s := f.Stream(f.Dict(f.Trailer["Root"])["Metadata"]); s != nil {
		if data, err := f.Decode(s); err == nil {
			if g := copyPattern().FindSubmatch(data); g != nil {
				return tidy(string(g[1]))
			}
		}
	}
	return ""
}
