package docx

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/opc"
)

// textState is the state of the walk through the text.
type textState struct {
	stack   []*open // open paragraphs: a text box nests its own
	changes []change
	letters int      // nesting of elements with text
	inPPr   int      // nesting of paragraph properties
	run     *runText // inside a run
	pending []string // bookmarks between paragraphs: they belong to the next one
	fields  []field  // fields around the current text
	code    int      // nesting of field instructions
}

// open is an unfinished paragraph.
type open struct {
	index    int // in Edited.Paragraphs
	was, now strings.Builder
	marked   bool // a bookmark gives its origin
	edits    []*pending
	broken   []*pending // of its end, which come after the others, the last of them first
}

// pending is an edit in an unfinished paragraph.
type pending struct {
	Edit
	from, to int // of Old in Was
	now      int // end of New in Now

	old, inserted strings.Builder // what becomes Old and New, of many runs perhaps
}

// field is a field, whose result is generated from instructions.
type field struct {
	instructions string
	result       bool // the walk is in the result
}

// change is a tracked change around runs.
type change struct {
	kind         string // "ins", "del", "moveFrom", "moveTo"
	author, date string
}

// runText is the formatting of a run, before and after tracked changes.
type runText struct {
	now, was     format
	changed      bool
	inChange     bool
	author, date string
}

type format struct{ italic, bold, strike bool }

// start is called for every start tag of the text.
func (p *reading) start(e *xml.StartElement) bool {
	w := &p.part
	switch e.Name.Local {
	case "Fallback": // a duplicate for older programs
		return false
	case "p":
		p.out.Paragraphs = append(p.out.Paragraphs, Paragraph{Offset: -1})
		o := &open{index: len(p.out.Paragraphs) - 1}
		w.stack = append(w.stack, o)
		for _, name := range w.pending {
			p.bookmark(name)
		}
		w.pending = nil
	case "pPr":
		w.inPPr++
	case "pStyle":
		if o := p.paragraph(); o != nil && isHeading(opc.Attr(e, "val")) {
			p.out.Paragraphs[o.index].Heading = "\x00" // its own text, to be set when that is known
		}
	case "bookmarkStart":
		if p.paragraph() == nil {
			w.pending = append(w.pending, opc.Attr(e, "name"))
		} else {
			p.bookmark(opc.Attr(e, "name"))
		}
	case "ins", "del", "moveFrom", "moveTo":
		if w.inPPr > 0 {
			p.brokenParagraph(e)
			return false
		}
		w.changes = append(w.changes, change{e.Name.Local, opc.Attr(e, "author"), opc.Attr(e, "date")})
	case "numPr", "trPr", "tcPr", "tblPr", "sectPr", "pPrChange", "sdtPr", "binData":
		return false
	case "r":
		w.run = &runText{}
	case "rPrChange":
		if w.run == nil || w.inPPr > 0 {
			return false
		}
		w.run.changed, w.run.inChange = true, true
		w.run.author, w.run.date = opc.Attr(e, "author"), opc.Attr(e, "date")
	case "i", "b", "strike":
		w.format(e)
	case "t", "delText":
		w.letters++
	case "tab", "ptab":
		if w.run != nil {
			p.write("\t")
		}
	case "br", "cr":
		if k := opc.Attr(e, "type"); k == "" || k == "textWrapping" {
			p.write("\n")
		}
	case "instrText":
		w.code++
	case "fldChar":
		w.field(opc.Attr(e, "fldCharType"))
	case "noBreakHyphen":
		p.write("\u2011")
	case "sym":
		if n, err := strconv.ParseUint(opc.Attr(e, "char"), 16, 32); err == nil && utf8.ValidRune(rune(n)) && n > 0 {
			p.write(string(rune(n)))
		}
	case "commentRangeStart":
		p.begin(opc.Attr(e, "id"))
	case "commentRangeEnd":
		p.stop(opc.Attr(e, "id"))
	case "commentReference":
		p.reference(opc.Attr(e, "id"))
	}
	return true
}

// format turns a property of the run on or off.
func (w *textState) format(e *xml.StartElement) {
	if w.run == nil || w.inPPr > 0 {
		return
	}
	d := &w.run.now
	if w.run.inChange {
		d = &w.run.was
	}
	v := opc.Attr(e, "val")
	on := v != "0" && v != "false" && v != "off" && v != "none"
	switch e.Name.Local {
	case "i":
		d.italic = on
	case "b":
		d.bold = on
	default:
		d.strike = on
	}
}

// field begins or ends a field or its result.
func (w *textState) field(what string) {
	switch n := len(w.fields); what {
	case "begin":
		if n < opc.MaxDepth {
			w.fields = append(w.fields, field{})
		}
	case "separate":
		if n > 0 {
			w.fields[n-1].result = true
		}
	case "end":
		if n > 0 {
			w.fields = w.fields[:n-1]
		}
	}
}

// reference records a comment's reference, which is its place if it has no range.
func (p *reading) reference(id string) {
	if m := p.open[id]; m == nil || !m.began {
		p.begin(id)
	}
	if m := p.open[id]; m != nil && !m.ended {
		p.stop(id)
	}
	if m := p.open[id]; m != nil {
		m.on = true
	}
}

// end is called for every end tag.
func (p *reading) end(local string) {
	w := &p.part
	switch local {
	case "p":
		p.closeParagraph()
	case "pPr":
		w.inPPr = max(0, w.inPPr-1)
	case "ins", "del", "moveFrom", "moveTo":
		if len(w.changes) > 0 {
			w.changes = w.changes[:len(w.changes)-1]
		}
	case "r":
		w.run = nil
	case "rPrChange":
		if w.run != nil {
			w.run.inChange = false
		}
	case "t", "delText":
		w.letters = max(0, w.letters-1)
	case "instrText":
		w.code = max(0, w.code-1)
	}
}

func (p *reading) text(b []byte) {
	if n := len(p.part.fields); n > 0 {
		f := &p.part.fields[n-1]
		if p.part.code > 0 && len(f.instructions) < 100 {
			f.instructions += string(b)
		}
		if f.result && strings.HasPrefix(strings.TrimSpace(f.instructions), "NOTEREF") {
			return // the number of a repeated reference is not text
		}
	}
	if p.part.letters > 0 {
		p.write(string(b))
	}
}

// isHeading reports whether a style is one of headings, by its id in Word and LibreOffice, or one of Write's.
func isHeading(style string) bool {
	s := strings.ToLower(style)
	return strings.HasPrefix(s, "heading") || s == "maxim" || s == "title"
}

// paragraph returns the paragraph that the walk is in, nil for none.
func (p *reading) paragraph() *open {
	if s := p.part.stack; len(s) > 0 {
		return s[len(s)-1]
	}
	return nil
}

// write adds text to the paragraph: to the original, to the new text, or to both.
func (p *reading) write(s string) {
	o := p.paragraph()
	if o == nil || s == "" {
		return
	}
	was, now := true, true
	var by *change
	for i := range p.part.changes {
		c := &p.part.changes[i]
		switch c.kind {
		case "ins", "moveTo":
			was = false
		default:
			now = false
		}
		by = c
	}
	r := p.part.run
	switch {
	case !was && !now: // inserted and deleted again: never sent
		return
	case by != nil:
		o.edit(Edit{Author: by.author, Date: by.date, Moved: strings.HasPrefix(by.kind, "move")}, s, was)
	case r != nil && r.changed && r.now != r.was:
		o.edit(Edit{Author: r.author, Date: r.date, Format: r.now.against(r.was)}, s, true)
	}
	if was {
		o.was.WriteString(s)
	}
	if now {
		o.now.WriteString(s)
	}
	if by != nil {
		o.edits[len(o.edits)-1].now = o.now.Len()
	}
}

// edit adds text to the last edit, if that ends here and has the same author, or to a new one.
func (o *open) edit(e Edit, s string, old bool) {
	at := o.was.Len()
	if n := len(o.edits); n > 0 {
		last := o.edits[n-1]
		touches := last.to == at && (last.now == o.now.Len() || e.Format != "")
		if touches && last.Author == e.Author && last.Moved == e.Moved && last.Format == e.Format &&
			last.old.String() != "¶" && last.inserted.String() != "¶" {
			if old {
				last.old.WriteString(s)
				last.to += len(s)
			} else {
				last.inserted.WriteString(s)
			}
			return
		}
	}
	x := &pending{Edit: e, from: at, to: at, now: o.now.Len()}
	if old {
		x.to = at + len(s)
		x.old.WriteString(s)
	} else {
		x.inserted.WriteString(s)
	}
	o.edits = append(o.edits, x)
}

// against returns the difference between two formats.
func (d format) against(was format) string {
	var out []string
	for _, one := range []struct {
		name    string
		is, was bool
	}{{"italic", d.italic, was.italic}, {"bold", d.bold, was.bold}, {"struck out", d.strike, was.strike}} {
		switch {
		case one.is && !one.was:
			out = append(out, one.name)
		case !one.is && one.was:
			out = append(out, "not "+one.name)
		}
	}
	return strings.Join(out, ", ")
}

// brokenParagraph records that a paragraph's end was inserted or deleted.
func (p *reading) brokenParagraph(e *xml.StartElement) {
	o := p.paragraph()
	if o == nil {
		return
	}
	x := &pending{Edit: Edit{Author: opc.Attr(e, "author"), Date: opc.Attr(e, "date")}, from: -1}
	switch e.Name.Local {
	case "ins", "moveTo":
		x.inserted.WriteString("¶")
	default:
		x.old.WriteString("¶")
	}
	o.broken = append(o.broken, x)
}

// bookmark reads the place encoded in a bookmark of octavo's.
func (p *reading) bookmark(name string) {
	o := p.paragraph()
	if o == nil || o.marked {
		return
	}
	rest, ok := strings.CutPrefix(name, bookmarkPrefix)
	if !ok {
		return
	}
	number, offset, ok := strings.Cut(rest, "_")
	n, err := strconv.Atoi(number)
	at, err2 := strconv.Atoi(offset)
	if !ok || err != nil || err2 != nil || n < 0 || n >= len(p.files) || p.files[n] == "" || at < 0 {
		return
	}
	o.marked = true
	p.file, p.offset = p.files[n], at
}

func (p *reading) closeParagraphs() {
	for len(p.part.stack) > 0 {
		p.closeParagraph()
	}
}

// closeParagraph records a finished paragraph.
func (p *reading) closeParagraph() {
	o := p.paragraph()
	if o == nil {
		return
	}
	p.part.stack = p.part.stack[:len(p.part.stack)-1]
	para := &p.out.Paragraphs[o.index]
	para.Was, para.Now = o.was.String(), o.now.String()
	para.File, para.Offset, para.Own = p.file, p.offset, o.marked
	if para.Heading == "\x00" {
		p.heading = strings.TrimSpace(para.Was)
	}
	para.Heading = p.heading
	slices.Reverse(o.broken)
	for _, x := range append(o.edits, o.broken...) {
		x.Old, x.New = x.old.String(), x.inserted.String()
		if x.from < 0 { // at its end
			x.from, x.to = len(para.Was), len(para.Was)
		}
		x.Paragraph = o.index
		x.Before, x.After = para.Was[:x.from], para.Was[x.to:]
		p.out.Edits = append(p.out.Edits, x.Edit)
	}
}

// maxMarked limits the text, in bytes, quoted for a comment on several paragraphs, which may mark the whole book.
const maxMarked = 8 << 10
