package manuscript

import (
	"bytes"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
)

// maxHygiene is the number of diagnostics of one kind that are reported for a file before the rest are only counted: a
// binary file would have thousands.
const maxHygiene = 20

// clean makes a Source of a file's bytes. It drops a byte order mark, turns a lone carriage return into a line end, and
// replaces invalid UTF-8 and control characters by U+FFFD and reports them. Text without these, which may have CRLF line ends,
// is kept unchanged, so that offsets are those of the file.
func clean(name string, raw []byte) (*diag.Source, diag.List) {
	var diags diag.List
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		src := &diag.Source{Name: name}
		diags.Errorf("text-utf8", diag.Pos{Source: src}, "the file is UTF-16, not UTF-8").
			Note("save it as UTF-8 in your editor")
		return src, diags
	}
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	src := &diag.Source{Name: name, Text: raw}
	if isClean(raw) {
		return src, nil
	}

	out := make([]byte, 0, len(raw)+64)
	var utf8Count, controlCount int
	inBad := false // inside a run of invalid bytes, reported once
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			if !inBad {
				if utf8Count++; utf8Count <= maxHygiene {
					diags.Errorf("text-utf8", diag.Pos{Source: src, Offset: len(out)},
						"invalid UTF-8: the byte 0x%02x stands for no character", raw[i]).
						Note("save the file as UTF-8 in your editor, then look for U+FFFD here")
				}
			}
			inBad = true
			out = append(out, "\uFFFD"...)
		case r == '\r' && (i+1 == len(raw) || raw[i+1] != '\n'):
			inBad = false
			out = append(out, '\n')
		case isControl(r):
			inBad = false
			if controlCount++; controlCount <= maxHygiene {
				diags.Errorf("text-control", diag.Pos{Source: src, Offset: len(out)}, "control character U+%04X", r).
					Note("delete it; it usually comes in by copying from another program")
			}
			out = append(out, "\uFFFD"...)
		default:
			inBad = false
			out = append(out, raw[i:i+size]...)
		}
		i += size
	}
	notListed(diags, "text-utf8", utf8Count)
	notListed(diags, "text-control", controlCount)
	src.Text = out
	return src, diags
}

// notListed adds to the first diagnostic of a code the number of places that have no diagnostic of their own.
func notListed(diags diag.List, code string, n int) {
	for i := range diags {
		if n > maxHygiene && diags[i].Code == code {
			diags[i].Note("%d more places like this one in the file are not listed", n-maxHygiene)
			return
		}
	}
}

func isClean(b []byte) bool {
	if !utf8.Valid(b) {
		return false
	}
	for i, c := range b {
		switch {
		case c >= 0x20 && c < 0x7F || c == '\n' || c == '\t':
		case c == '\r':
			if i+1 == len(b) || b[i+1] != '\n' {
				return false
			}
		case c < 0x80, c == 0xC2 && b[i+1] < 0xA0: // C0 and delete; U+0080 to U+009F
			return false
		}
	}
	return true
}

func isControl(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0x7F && r < 0xA0
}
