package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// fields returns what is printed of an entry's keys at a place, in one line with dots between, or nil for nothing. Labels are
// told from values by their look.
func (c *column) fields(e *book.Entry, at kinds.Place) []typeset.Inline {
	all := kinds.Printed(c.cfg, e, at)
	if len(all) == 0 {
		return nil
	}
	text := c.textStyle.In(c.node.Add(page.NodeParagraph))
	text.Size = text.Size * 92 / 100
	label := text.Aside().Inked(c.style, config.OnLabel)
	var spans []typeset.Inline
	for i, f := range all {
		if i > 0 {
			spans = append(spans, made(text, " · ", f.Pos))
		}
		if f.Label != "" {
			spans = append(spans, made(label, f.Label, f.Pos))
		}
		if f.Label != "" && f.Words != "" {
			spans = append(spans, made(text, " ", f.Pos))
		}
		if f.Words != "" {
			spans = append(spans, made(text, f.Words, f.Pos))
		}
	}
	return spans
}

// headFields returns the lines under a maxim that say its keys.
func (c *column) headFields(e *book.Entry, align typeset.Alignment) []typeset.Line {
	spans := c.fields(e, kinds.Head)
	if spans == nil {
		return nil
	}
	return c.setParagraph(spans, typeset.Setting{Measure: c.width(), Align: align, Balanced: true})
}

// endFields sets the keys that stand at the end of an entry, at the right as who wrote a quotation does.
func (c *column) endFields(e *book.Entry) {
	spans := c.fields(e, kinds.End)
	if spans == nil {
		return
	}
	if c.style.Text.Paragraphs == config.Spaced && c.style.Entry.Layout != config.RunIn {
		c.skip(c.leading)
	}
	c.keep()
	c.lines(c.setParagraph(spans, typeset.Setting{Measure: c.width(), Align: typeset.RaggedLeft, Hyphenator: c.hyphenator()}), keepAll, c.noteRows)
}
