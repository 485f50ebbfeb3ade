package htmlbook

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// Decode returns a document in UTF-8, whatever encoding its first bytes say it is in.
func Decode(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return data
	}
	e, _, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if out, err := e.NewDecoder().Bytes(data); err == nil {
		return bytes.TrimPrefix(out, []byte("\uFEFF"))
	}
	return bytes.ToValidUTF8(data, []byte("\uFFFD"))
}
