package pdf

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf16"
)

const cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`

const cmapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`

// toUnicode returns the CMap from codes (ascending) to their texts.
func toUnicode(codes []coded) []byte {
	var b bytes.Buffer
	b.WriteString(cmapHead)
	const block = 100 // the limit of a block
	for from := 0; from < len(codes); from += block {
		part := codes[from:min(from+block, len(codes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, c := range part {
			fmt.Fprintf(&b, "<%04X> <", c.code)
			for _, unit := range utf16.Encode([]rune(c.text)) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString(cmapTail)
	return b.Bytes()
}

func deflated(data []byte) ([]byte, error) {
	return thorough.compress(func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
