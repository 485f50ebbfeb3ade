package diag

import (
	"bytes"
	"encoding/json"
	"io"
	"unicode/utf8"
)

// EncodeJSON prints a value for programs, indented, with its text as it is: <, > and & are not escaped. What could change how a terminal
// shows the rest is; see [EscapeJSON].
func EncodeJSON(w io.Writer, v any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(EscapeJSON(out.Bytes()))
	return err
}

// EscapeJSON returns JSON of package encoding/json that says the same and can be printed on a terminal. That package escapes the control
// characters below U+0020 and leaves the others, and what changes the direction of text, as they are.
func EscapeJSON(text []byte) []byte {
	const hex = "0123456789abcdef"
	var out []byte
	from := 0
	for i := 0; i < len(text); {
		if c := text[i]; c < 0x7F || c > 0x7F && c != 0xC2 && c != 0xE2 && c != 0xEF && c != 0xF3 { // the first bytes of what may be harmful
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r != 0x7F && !harmful(r) {
			i += n
			continue
		}
		out = append(out, text[from:i]...)
		units := []rune{r}
		if r >= 0x10000 { // as UTF-16 has it
			units = []rune{0xD800 + (r-0x10000)>>10, 0xDC00 + (r-0x10000)&0x3FF}
		}
		for _, u := range units {
			out = append(out, '\\', 'u', hex[u>>12&15], hex[u>>8&15], hex[u>>4&15], hex[u&15])
		}
		i += n
		from = i
	}
	if from == 0 {
		return text
	}
	return append(out, text[from:]...)
}
