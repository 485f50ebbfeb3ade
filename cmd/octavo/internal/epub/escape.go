package epub

import "octavo/cmd/octavo/internal/xmltext"

// appendText appends s as text of XML.
func appendText(dst []byte, s string) []byte { return xmltext.Append(dst, s) }

// clean returns s as one line of plain text.
func clean(s string) string { return xmltext.Clean(s) }
