package feedback

import (
	"html"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/pdftext"
)

// markup is an annotation of a PDF, FDF or XFDF file (ISO 32000-1, 12.5.6): places in points of the page, y upwards.
type markup struct {
	subtype  string // "Highlight"
	page     int    // from 1
	rect     pdftext.Rect
	quads    []pdftext.Rect
	strokes  []pdftext.Rect // around each stroke of an Ink, each side of a Line
	callout  *point         // where the callout line of a FreeText points to
	name     string         // NM, by which replies refer to it
	author   string
	contents string
	date     string
	replyTo  string // name of the annotation that it replies to
	group    bool   // a part of that annotation, not a reply
	state    string
	icon     string // Name of a Stamp or a Text
}

type point struct{ x, y float64 }

// kinds maps the subtypes that are remarks; others (links, popups, fields, printers' marks) are not.
var kinds = sync.OnceValue(func() map[string]Kind {
	return map[string]Kind{"Highlight": Highlight, "Underline": Underline, "Squiggly": Squiggly, "StrikeOut": Strike,
		"Caret": Insert, "Text": Note, "FreeText": Note, "Ink": Ink, "Square": Ink, "Circle": Ink, "Polygon": Ink,
		"PolyLine": Ink, "Line": Ink, "Stamp": Stamp, "FileAttachment": Note, "Sound": Note, "Redact": Strike}
})

// remarks returns the remarks of a file's annotations. Replies are added to the annotation they reply to. Look returns
// a page by its number.
func remarks(all []markup, look func(pg int) *sheet) []Remark {
	byName := map[string]int{}
	for i, m := range all {
		if m.name != "" {
			if _, twice := byName[m.name]; !twice {
				byName[m.name] = i
			}
		}
	}
	// The first of a chain of replies and parts.
	head := func(i int) int {
		for range 50 {
			j, ok := byName[all[i].replyTo]
			if all[i].replyTo == "" || !ok || j == i {
				return i
			}
			i = j
		}
		return i
	}
	parts, replies := map[int][]int{}, map[int][]int{}
	for i, m := range all {
		h := head(i)
		switch {
		case h == i:
		case m.group:
			parts[h] = append(parts[h], i)
		default:
			replies[h] = append(replies[h], i)
		}
	}
	var out []Remark
	for i, m := range all {
		kind, ok := kinds()[m.subtype]
		aside := m.subtype == "Popup" || m.subtype == "Link" || m.subtype == "Widget"
		if !ok && m.contents == "" || aside || head(i) != i {
			continue
		}
		if !ok {
			kind = Note
		}
		r := Remark{Kind: kind, Reader: m.author, Comment: m.contents, Date: m.date,
			Seen: locate.Seen{Sheet: m.page, Offset: -1}}
		group := append([]markup{m}, pick(all, parts[i])...)
		r.pair(group)
		pg := look(m.page)
		if pg != nil && pg.budget.Err() != nil {
			return nil
		}
		pg.see(&r, group)
		if kind == Stamp && r.Comment == "" {
			r.Comment = stampText(m.icon)
		}
		if same(r.Comment, r.Seen.Words) { // some programs copy the marked words there
			r.Comment = ""
		}
		for _, k := range replies[i] {
			switch reply := all[k]; {
			case reply.state != "":
				if s := strings.ToLower(reply.state); s != "none" && s != "unmarked" && s != "marked" {
					r.State = s
				}
			case reply.contents != "":
				r.Replies = append(r.Replies, Reply{Reader: reply.author, Comment: reply.contents, Date: reply.date})
			}
		}
		out = append(out, r)
	}
	return out
}

func pick(all []markup, which []int) []markup {
	var out []markup
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}

// pair turns a caret and a strike-out that belong together into a replacement, whichever refers to the other.
func (r *Remark) pair(group []markup) {
	var caret, strike *markup
	for i := range group {
		switch group[i].subtype {
		case "Caret":
			caret = &group[i]
		case "StrikeOut":
			strike = &group[i]
		}
		if r.Comment == "" {
			r.Comment = group[i].contents
		}
	}
	switch {
	case caret != nil && strike != nil:
		r.Kind, r.New = Replace, caret.contents
		if r.New == "" {
			r.New = strike.contents
		}
		if r.Comment = ""; strike.contents != r.New {
			r.Comment = strike.contents
		}
	case caret != nil:
		r.New, r.Comment = r.Comment, ""
	}
}

func same(a, b string) bool {
	return a != "" && slices.Equal(locate.Words(locate.Tokens(a)), locate.Words(locate.Tokens(b)))
}

var (
	humps    = lazyregexp.New(`([a-z])([A-Z])`)
	lineTags = lazyregexp.New(`(?i)</p>|<br\s*/?>|</div>`)
	anyTag   = lazyregexp.New(`<[^>]*>`)
)

// stampText returns the words of a stamp from its name: "SBApproved" is "Approved", "#NotForPublicRelease" "Not For
// Public Release".
func stampText(icon string) string {
	icon = strings.TrimPrefix(strings.TrimPrefix(icon, "#"), "SB")
	return strings.TrimSpace(humps().ReplaceAllString(icon, "$1 $2"))
}

// plain returns rich text (12.7.3.4) without its markup.
func plain(rich string) string {
	rich = lineTags().ReplaceAllString(rich, "\n")
	rich = anyTag().ReplaceAllString(rich, "")
	return tidy(html.UnescapeString(rich))
}

// tidy normalises the line ends of a comment and trims white space.
func tidy(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD")
	return strings.TrimSpace(s)
}

// sheet is a page with annotations: its text with all its letters, or only the lines recorded in a page map.
type sheet struct {
	folio  string
	text   *pdftext.Text               // nil: unknown
	budget *cos.Budget                 // of the file that the page is in
	lines  []float64                   // baselines from the bottom up, of a page known only from the map
	label  string                      // the folio that the file itself gives the page, "" for none
	finder *finder                     // nil: the pages of the book are not known
	pages  map[int]*pagemap.RecordPage // by lines
}

// spend counts letters of a page kept by a remark, and reports whether the budget allows more.
func (s *sheet) spend(letters int) bool {
	return s.budget.Spend(cos.Letters, letters)
}

// see records the words of a page that annotations mark.
func (s *sheet) see(r *Remark, group []markup) {
	if s == nil {
		return
	}
	r.Seen.Folio = s.folio
	if s.text == nil {
		s.lineOnly(r, group)
		return
	}
	var quads []pdftext.Rect
	var rough []pdftext.Rect
	for _, m := range group {
		switch {
		case len(m.quads) > 0:
			quads = append(quads, m.quads...)
		case m.subtype == "Ink" || m.subtype == "Line" || m.subtype == "PolyLine":
			rough = append(rough, m.strokes...)
		case m.subtype == "Square" || m.subtype == "Circle" || m.subtype == "Polygon" || m.subtype == "Highlight" ||
			m.subtype == "Underline" || m.subtype == "StrikeOut" || m.subtype == "Squiggly" || m.subtype == "Redact":
			rough = append(rough, m.rect)
		}
	}
	var marked pdftext.Marks
	if len(quads) > 0 {
		marked = s.text.Under(quads)
	} else if len(rough) > 0 {
		marked = s.drawn(rough)
	}
	if p, ok := s.text.Marked(marked); ok {
		r.Seen.Before, r.Seen.Words, r.Seen.After = p.Before, p.Words, p.After
		s.line(r, s.text.LineOf(marked))
		return
	}
	s.point(r, group[0])
}

// line records the line on which a remark begins.
func (s *sheet) line(r *Remark, line int) {
	if line >= 0 {
		r.Seen.Line, r.Seen.Printed = line+1, s.text.Line(line).Words
		if p := s.pageOf(line); p != nil {
			r.Seen.Folio = p.Folio
		}
		s.spend(len(r.Seen.Printed))
	}
}

// drawn returns the words that a freehand mark refers to: those underlined or struck out by it, those it encircles, or
// else the lines beside it.
func (s *sheet) drawn(strokes []pdftext.Rect) pdftext.Marks {
	t := s.text
	all := strokes[0]
	for _, r := range strokes {
		all = all.Union(r)
	}
	if all.Y1-all.Y0 < 9 || len(strokes) > 1 && flat(strokes) { // underlined or struck out
		var marked []pdftext.Marks
		for _, r := range strokes {
			marked = append(marked, s.along(r))
		}
		return t.WholeWords(pdftext.Join(marked...))
	}
	if marked := t.WholeWords(t.Under([]pdftext.Rect{all})); len(marked) > 0 {
		return marked
	}
	return t.Beside(all.Y0, all.Y1) // in the margin
}

// along returns the letters of the line that a flat stroke underlines or strikes out.
func (s *sheet) along(r pdftext.Rect) pdftext.Marks {
	t := s.text
	_, y := r.Middle()
	best := math.Inf(1)
	near := t.Where(func(box pdftext.Rect) bool {
		return box.X1 >= r.X0 && box.X0 <= r.X1 && y > box.Y0-6 && y < box.Y1
	}, func(c pdftext.Letter) bool {
		x, _ := c.Box.Middle()
		at := x >= r.X0 && x <= r.X1 && y > c.Box.Y0-6 && y < c.Box.Y1
		if at {
			best = min(best, math.Abs(y-c.Base))
		}
		return at
	})
	return slices.DeleteFunc(near, func(i int) bool { return !(math.Abs(y-t.Letters[i].Base) <= best+2) })
}

func flat(strokes []pdftext.Rect) bool {
	return !slices.ContainsFunc(strokes, func(r pdftext.Rect) bool { return r.Y1-r.Y0 > 9 })
}

// point records the place of a remark that marks no words.
func (s *sheet) point(r *Remark, m markup) {
	var x, y float64
	switch {
	case m.callout != nil:
		x, y = m.callout.x, m.callout.y
	case m.subtype == "Caret": // its upper end points to the place
		x, _ = m.rect.Middle()
		y = m.rect.Y1 - 1
	case m.subtype == "Text": // its upper left corner is beside the words or on them
		x, y = m.rect.X0, m.rect.Y1-min(6, (m.rect.Y1-m.rect.Y0)/2)
	default:
		x, y = m.rect.Middle()
	}
	at, line, ok := s.text.At(x, y)
	if !ok {
		return
	}
	s.line(r, line)
	if m.subtype == "Caret" {
		p := s.text.Around(at, at)
		r.Seen.Before, r.Seen.After = p.Before, p.After
		return
	}
	p := s.text.Line(line)
	if !s.spend(len(p.Words)) {
		return
	}
	r.Seen.Before, r.Seen.Words, r.Seen.After, r.Seen.Whole = p.Before, withoutID(p.Words), p.After, true
}

// withoutID removes the id of an entry that a review copy prints in the margin, such as "#patient-service", from either
// end of a line.
func withoutID(line string) string {
	words := strings.Fields(line)
	if len(words) > 1 && isID(words[0]) {
		words = words[1:]
	}
	if n := len(words); n > 1 && isID(words[n-1]) {
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}

func isID(word string) bool {
	return len(word) > 1 && word[0] == '#' && !strings.ContainsFunc(word[1:], func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// lineOnly records the line of a remark where only the positions of lines are known.
func (s *sheet) lineOnly(r *Remark, group []markup) {
	if len(s.lines) == 0 {
		return
	}
	m := group[0]
	_, y := m.rect.Middle()
	if len(m.quads) > 0 {
		_, y = m.quads[0].Middle()
	}
	best := math.Inf(1)
	for i, base := range s.lines {
		if d := math.Abs(base + 3 - y); d < best { // roughly the middle of the x-height
			best, r.Seen.Line = d, i+1
		}
	}
}
