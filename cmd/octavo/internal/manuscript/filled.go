package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/diag"
)

// maxFilled is the number of cells that may be missing at the ends of the rows of a file's tables. Goldmark adds the missing
// cells: a head of a thousand columns over three thousand rows of one letter would make three million cells out of 16 KB.
const maxFilled = 10000

// filled limits the cells added to the rows of a file's tables to maxFilled. A table that would exceed it is left out.
type filled struct{ parser.ParagraphTransformer }

func (t filled) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	f := found(pc)
	before := f.filled
	row := f.fill(node.Lines(), reader.Source())
	if row < 0 {
		t.ParagraphTransformer.Transform(node, reader, pc)
		return
	}
	node.Parent().RemoveChild(node.Parent(), node)
	if before <= maxFilled {
		f.diags.Errorf("table-filled", diag.Pos{Source: f.src, Offset: row},
			"table rows shorter than the head by more than %d cells", maxFilled).
			Note("delete columns from the head, or split the table; the rest of it is not read")
	}
}

// fill counts the missing cells of the table in a paragraph. It returns the offset of the row with which the file exceeds
// maxFilled, or -1 if it does not.
func (f *findings) fill(lines *text.Segments, source []byte) int {
	columns := 0
	for i := range lines.Len() {
		seg := lines.At(i)
		line := seg.Value(source)
		switch {
		case columns > 0:
			if f.filled += max(0, columns-cells(line)); f.filled > maxFilled {
				return seg.Start
			}
		case i > 0 && delimits(line) && cells(line) > 1:
			if above := lines.At(i - 1); cells(above.Value(source)) >= cells(line) {
				columns = cells(line)
			}
		}
	}
	return -1
}

// delimits reports whether a line may be the delimiter row under a table's head.
func delimits(line []byte) bool { return len(bytes.Trim(line, " \t\r\n|:-")) == 0 }

// cells returns the number of cells in a table's row; an escaped bar counts as a separator too.
func cells(line []byte) int {
	line = bytes.TrimSpace(line)
	return bytes.Count(bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|")), []byte("|")) + 1
}
