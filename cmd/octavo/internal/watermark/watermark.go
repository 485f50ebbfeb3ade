// Package watermark writes a copy's id into text as signs without ink, and finds it again in text extracted from a file or copied
// out of a window.
package watermark

// The signs of a hidden code: none of them has ink or width. A code stands between two word joiners, so that it tears no
// line and no word.
const (
	codeEdge = '\u2060' // word joiner
	codeZero = '\u200C' // zero width non-joiner
	codeOne  = '\u200D' // zero width joiner
)

// Hide writes a text of ASCII as signs that nobody sees: eight to a character.
func Hide(code string) string {
	out := []rune{codeEdge}
	for i := range len(code) {
		for bit := 7; bit >= 0; bit-- {
			if code[i]>>bit&1 == 1 {
				out = append(out, codeOne)
			} else {
				out = append(out, codeZero)
			}
		}
	}
	return string(append(out, codeEdge))
}

// Reveal finds the codes that Hide has put into a text, each once, in the order in which they stand. What is torn or
// mixed up is none.
func Reveal(text string) (codes []string) {
	seen := map[string]bool{}
	var code []byte
	bits, value, open := 0, byte(0), false
	for _, r := range text {
		switch {
		case r == codeEdge:
			if open && bits == 0 && len(code) > 0 {
				if s := string(code); !seen[s] {
					seen[s] = true
					codes = append(codes, s)
				}
				open = false
			} else {
				open = true
			}
			code, bits, value = code[:0], 0, 0
		case open && (r == codeZero || r == codeOne):
			value <<= 1
			if r == codeOne {
				value |= 1
			}
			if bits++; bits == 8 {
				if value < 0x20 || value > 0x7E {
					open = false
				}
				code, bits, value = append(code, value), 0, 0
			}
		case open && (r == ' ' || r == '\n' || r == '\r'): // who extracts text puts these in
		default:
			open = false
		}
	}
	return codes
}
