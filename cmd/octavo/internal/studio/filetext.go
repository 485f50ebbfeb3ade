package studio

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/readfile"
)

// fileText is a text file as an editor has it, and how it is written in the file.
type fileText struct {
	text   string // its lines end in line feeds alone
	mark   bool   // the file begins with a byte order mark
	eol    string // what ends its lines
	change string // what saving changes besides the author's edits, in the author's words; "": nothing
}

// byteOrderMark is that of UTF-8.
const byteOrderMark = "\uFEFF"

// readText returns the text of a file's bytes.
func readText(data []byte) fileText {
	f := fileText{eol: "\n"}
	if !utf8.Valid(data) {
		f.text = string(readfile.Text(data))
		f.change = "The file is not in UTF-8. Saving writes it in UTF-8."
		return f
	}
	data, f.mark = bytes.CutPrefix(data, []byte(byteOrderMark))
	windows, old := bytes.Count(data, []byte("\r\n")), bytes.Count(data, []byte("\r"))
	unix := bytes.Count(data, []byte("\n")) - windows
	if old -= windows; windows > unix+old {
		f.eol = "\r\n"
	}
	if windows > 0 && unix > 0 || old > 0 {
		f.change = "The lines of the file end in different ways. Saving makes them alike."
	}
	if bytes.HasPrefix(data, []byte(byteOrderMark)) { // reading drops it as it does the first
		f.change = "The file begins with an invisible sign, a byte order mark, too often. Saving leaves one."
	}
	f.text = string(readfile.Text(data))
	return f
}

// bytes returns the file's bytes with another text.
func (f fileText) bytes(text string) []byte {
	if f.eol != "\n" {
		text = strings.ReplaceAll(text, "\n", f.eol)
	}
	if f.mark {
		text = byteOrderMark + text
	}
	return []byte(text)
}

// versionOf returns what tells the bytes of a file from others.
func versionOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// units returns offsets of a source, which are sorted, as an editor counts them in the text that readText returns: in units of UTF-16, every
// line end one.
func units(src *diag.Source, offsets []int) []int {
	out := make([]int, 0, len(offsets))
	at, n := 0, 0
	for _, offset := range offsets {
		for offset = min(offset, len(src.Text)); at < offset; {
			r, size := utf8.DecodeRune(src.Text[at:])
			if r != '\r' || !bytes.HasPrefix(src.Text[at:], []byte("\r\n")) {
				n += max(1, utf16.RuneLen(r))
			}
			at += size
		}
		out = append(out, n)
	}
	return out
}
