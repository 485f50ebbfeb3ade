package pdf

import (
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// maxAdjustment is the largest movement, in 1/1000 em, that is written as an adjustment in a TJ array; larger ones
// become moves, since some readers store adjustments in 16 bits, and text extractors would treat distant text as the
// same line.
const maxAdjustment = 20_000

// text shows a run. A run on the same baseline as the one before continues its TJ array if only the position changes.
func (c *content) text(t *page.Text) {
	if len(t.Glyphs) == 0 {
		return
	}
	if c.inText && c.separated(t) {
		c.parting()
	}
	if !c.inText {
		c.endMark()
		c.operator("BT")
		c.inText, c.lineX, c.lineY = true, 0, 0
		c.baseline = t.Y - 1 // undefined: the first run has to move
	}
	artifact := ""
	if c.tagged && t.Node == nil {
		artifact = c.textArtifact(t.Y)
	}
	c.markAs(t.Node, artifact)
	c.setFill(t.Color)
	c.setFont(t.Font, t.Size)
	em := fine(t.Size) // 1/1000 em
	moved := c.baseline == t.Y
	at := t.X
	for i, text := range clusters(t) {
		g := &t.Glyphs[i]
		code := c.font.find(g.ID, text)
		if g.DY != 0 || c.rise != 0 {
			c.setRise(toMilli(page.Length(g.DY)))
		}
		target := fine(at+page.Length(g.DX)) * finePerLength
		if way := target - c.pen; !moved || way > maxAdjustment*em || way < -maxAdjustment*em {
			c.moveTo(toMilli(at+page.Length(g.DX)), toMilli(c.height-t.Y))
			moved = true
		}
		// Half a unit is the best that rounding can do; the additional quarter keeps rounded widths from being
		// corrected at every glyph.
		if way := target - c.pen; way*4 > em*3 || way*4 < -em*3 {
			units := fine(roundDiv(int64(way), int64(em)))
			c.openArray()
			c.closeString()
			c.b = appendDecimal(c.b, int64(-units), 0)
			c.pen += units * em
		}
		c.show(code.code)
		c.pen += fine(code.width) * em
		at += page.Length(g.Advance)
	}
	c.baseline, c.last = t.Y, t.Text
}

func (c *content) setFont(face *font.Font, size page.Length) {
	if c.font != nil && c.font.font == face && c.size == size {
		return
	}
	c.closeArray()
	c.fontIndex = c.uses.byFont[face]
	c.font, c.size = c.uses.fonts[c.fontIndex], size
	c.b = append(c.b, fontName(c.fontIndex)...)
	c.b = append(c.b, ' ')
	// Six decimals: over a line of 100 em the size's own rounding stays under 1/1000 em.
	c.number(roundDiv(int64(size)*1_000_000, int64(page.Pt)), 6)
	c.operator("Tf")
}

func (c *content) setRise(rise milli) {
	if rise != c.rise {
		c.closeArray()
		c.rise = rise
		c.number(int64(rise), 3)
		c.operator("Ts")
	}
}

func (c *content) moveTo(x, y milli) {
	c.closeArray()
	c.number(int64(x-c.lineX), 3)
	c.number(int64(y-c.lineY), 3)
	c.operator("Td")
	c.lineX, c.lineY = x, y
	c.pen = fine(x) * finePerMilli
}

func (c *content) show(code uint16) {
	c.openArray()
	if !c.inString {
		c.b = append(c.b, '(')
		c.inString = true
	}
	c.b = appendStringByte(appendStringByte(c.b, byte(code>>8)), byte(code))
}

// appendStringByte writes a byte of a literal string. Binary codes in literal strings are half as long as in
// hexadecimal ones, and are compressed in half the time.
func appendStringByte(b []byte, v byte) []byte {
	switch v {
	case '(', ')', '\\':
		return append(b, '\\', v)
	case '\r': // a reader would convert it to \n
		return append(b, '\\', 'r')
	}
	return append(b, v)
}

func (c *content) openArray() {
	if !c.inArray {
		c.b = append(c.b, '[')
		c.inArray = true
	}
}

func (c *content) closeString() {
	if c.inString {
		c.b = append(c.b, ')')
		c.inString = false
	}
}

func (c *content) closeArray() {
	c.closeString()
	if c.inArray {
		c.operator("]TJ")
		c.inArray = false
	}
}

// endTextAbove ends the text object before an item at y. If that is below the text, a line ends there.
func (c *content) endTextAbove(y page.Length) {
	if c.inText && y > c.baseline {
		c.parting()
	}
	c.endText()
}

func (c *content) endText() {
	if c.inText {
		c.endMark()
		c.closeArray()
		c.operator("ET")
		c.inText = false
	}
}
