package importer

import (
	"bytes"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// entriesInText makes entries in a file of Markdown, which stays as it is but for their headings and blocks.
func (ms *Manuscript) entriesInText(c *Chapter, used usedNames) {
	chapters, _ := manuscript.ParseFile(c.Name, c.Text)
	var begun []beginning
	for _, chapter := range chapters {
		m := &maxims{ms: ms, c: c, used: used}
		m.make(chapter.Blocks)
		begun = append(begun, m.begun...)
	}
	c.Text = withEntries(c.Text, begun)
}

// withEntries returns a file of Markdown with a heading and a block of settings in place of each block that an entry was made of.
func withEntries(text []byte, begun []beginning) []byte {
	var out []byte
	at := 0
	for i, b := range begun {
		start, most := b.block.Start().Offset, len(text)
		if i+1 < len(begun) {
			most = begun[i+1].block.Start().Offset
		}
		entry, end := entryText(text[:most], start, b)
		out = append(append(out, text[at:start]...), entry...)
		at = end
	}
	return append(out, text[at:]...)
}

// entryText returns the heading and the block of settings for the block at an offset of a file, and where that block ends.
func entryText(text []byte, start int, b beginning) (entry string, end int) {
	end = start
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
	return maxim + "\n+++\nkind = \"" + b.entry.Kind + "\"\n+++\n", end
}
