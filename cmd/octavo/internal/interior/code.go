package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// codeTab is the width of a tab in columns. Programs print eight, but a page of a book holds only sixty.
const codeTab = 4

// codeHang is by how many columns what a line of code turns over stands further in than the line: room for the mark.
const codeHang = 2

// codeScales are the sizes, in hundredths of code's own, that a block of code may take so that no line of it is turned. A
// block that would have to be smaller has its own size, and its long lines are turned.
var codeScales = [...]page.Length{100, 92, 85}

// codeSetting is how a block of code is set.
type codeSetting struct {
	textstyle.Style
	column  page.Length // the width of a character
	columns int         // of the measure
	leading page.Length // of its lines
	level   int         // so many of them are as high as lines of the grid are
}

// codeSetting finds the size in which lines are set.
func (c *column) codeSetting(lines []string) codeSetting {
	longest := 0
	for _, l := range lines {
		longest = max(longest, typeset.Columns(l))
	}
	own := c.textStyle.Code().In(c.node.Add(page.NodeParagraph).Add(page.NodeCode))
	var first codeSetting
	for i, scale := range codeScales {
		s := codeSetting{Style: own.Sized(own.Size * scale / 100), leading: c.leading, level: 1}
		if book.Drawn(lines) {
			s.leading, s.level = joinedLeading(c.leading, boxHeight(s.Style), len(lines), c.textHeight)
		}
		s.column = max(typeset.Width("0", s.Span("0", diag.Pos{})), 1)
		s.columns = max(int(c.width()/s.column), 1)
		if i == 0 {
			first = s
		}
		if longest <= s.columns {
			return s
		}
	}
	return first
}

// code sets lines as they are in the monospaced face. A line that is too long is turned: what goes on hangs under it, behind a
// mark. A page break leaves two lines on each side.
func (c *column) code(lines []string, pos diag.Pos) {
	c.inset(page.Length(c.style.Text.Indent), 0, func() {
		expanded := make([]string, len(lines))
		for i, l := range lines {
			expanded[i] = typeset.ExpandTabs(strings.TrimRight(l, " \t\r"), codeTab)
		}
		s := c.codeSetting(expanded)
		grid := c.leading
		c.leading = s.leading
		defer func() { c.leading = grid }()
		var rows []typeset.Row
		white := page.Length(0)
		for i, l := range lines {
			if expanded[i] == "" {
				white += c.leading
				continue
			}
			l = strings.TrimRight(l, " \t\r")
			at := book.LineFrom(pos, l)
			if pos = at; pos.IsValid() {
				pos.Offset += len(strings.TrimLeft(l, " \t"))
			}
			from := len(rows)
			rows = c.codeLine(rows, expanded[i], at, s)
			if from > 0 {
				rows[from].Space = white
			}
			white = 0
		}
		if len(rows) == 0 {
			return
		}
		rows[len(rows)-1].Penalty = typeset.Forbidden
		rows[min(1, len(rows)-1)].Penalty = typeset.Forbidden
		rows[0].Penalty = 0
		toGrid(rows, grid, s.level)
		c.rows(rows)
	})
}

// codeLine sets one line of code in as many rows as it takes.
func (c *column) codeLine(rows []typeset.Row, line string, pos diag.Pos, s codeSetting) []typeset.Row {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	hang := min(indent+codeHang, s.columns/2)
	for k, part := range typeset.CodeParts(line, s.columns, s.columns-hang) {
		text, x := line[part[0]:part[1]], c.left
		var spans []typeset.Inline
		var mark page.Item
		penalty := int32(0)
		if k == 0 {
			if white := len(text) - len(strings.TrimLeft(text, " ")); white > 0 {
				spans, text = append(spans, s.verbatim(text[:white], pos, page.Made)), text[white:]
			}
			part[0] = indent
		} else {
			x += page.Length(hang) * s.column
			mark, penalty = turnMark(s), versePenalty
		}
		if text != "" {
			spans = append(spans, s.verbatim(text, pos, part[0]-indent))
		}
		set := typeset.SetParagraph(spans, typeset.Setting{Measure: c.width() - (x - c.left), Align: typeset.RaggedRight})
		if c.inspect != nil {
			c.inspect(set, unjustified)
		}
		for _, l := range set {
			if mark != nil {
				page.Shift(mark, -codeHang*s.column, 0)
				l.Items, mark = append(l.Items, mark), nil
			}
			row := c.lineRow(l, x, c.noteRows)
			row.Penalty = penalty
			rows = append(rows, row)
		}
	}
	return rows
}

// verbatim returns text of which every space counts.
func (s codeSetting) verbatim(text string, pos diag.Pos, offset int) *typeset.Span {
	span := s.Span(text, pos)
	span.Verbatim, span.Offset = true, offset
	return span
}

// turnMark draws the mark of a line that goes on: an arrow with a hook. It is drawn and no character, so that nobody copies it
// with the code, and so that every style has it.
func turnMark(s codeSetting) page.Item {
	w, em := s.column, s.Size
	left, right, y := w/5, w*7/5, -em*27/100
	top := y - em*24/100
	ink := s.Color
	return &page.Path{Stroke: &ink, Width: em / 20, Segments: []page.Segment{
		{Op: page.MoveTo, X: left + w/2, Y: top},
		{Op: page.CurveTo, X1: left - w/5, Y1: top, X2: left - w/5, Y2: y, X: left + w/2, Y: y},
		{Op: page.LineTo, X: right, Y: y},
		{Op: page.MoveTo, X: right - w*2/5, Y: y - em*13/100},
		{Op: page.LineTo, X: right, Y: y},
		{Op: page.LineTo, X: right - w*2/5, Y: y + em*13/100},
	}}
}
