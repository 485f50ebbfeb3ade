package importer

import (
	"bytes"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// entriesInText makes entries in a file of Markdown, which stays as it is but for their headings and blocks.
func (ms *Manuscript) entriesInText(c *Chapter, used map[string]bool) {
	chapters, _ := manuscript.ParseFile(c.Name, c.Text)
	var begun []beginning
	for _, chapter := range chapters {
		m := &maxims{ms: ms, c: c, used: used}
		m.make(chapter.Blocks)
		begun = append(begun, m.begun...)
	}
	for _, b := range slices.Backward(begun) { // from the end, so that offsets stay true
		c.Text = withEntry(c.Text, b)
	}
}

// withEntry returns a file of Markdown with a heading and a block of settings in place of the block that an entry was made of.
func withEntry(text []byte, b beginning) []byte {
	start := b.block.Start().Offset
	end := start
	for line := range bytes.Lines(text[start:]) {
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		end += len(line)
		if bytes.HasPrefix(line, []byte("#")) {
			break
		}
	}
	maxim := strings.TrimSpace(string(text[start:end]))
	if lines := strings.Split(maxim, "\n"); !strings.HasPrefix(maxim, "#") {
		if last := strings.TrimSpace(lines[len(lines)-1]); len(lines) > 1 && strings.Trim(last, "=-") == "" { // underlined
			lines = lines[:len(lines)-1]
		}
		maxim = strings.Join(lines, " ")
		if p, ok := b.block.(*book.Paragraph); ok && len(unemphasised(p.Text)) > 0 && unemphasised(p.Text)[0] != p.Text[0] {
			maxim = strings.Trim(maxim, "*_ ")
		}
		maxim = "## " + maxim
	}
	block := maxim + "\n+++\nkind = \"" + b.entry.Kind + "\"\n+++\n"
	return slices.Concat(text[:start], []byte(block), text[end:])
}
