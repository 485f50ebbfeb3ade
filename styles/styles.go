// Package styles holds the house styles, fonts, hyphenation patterns, colour profiles and the EPUB style sheet inside the
// command. A file of the same name in a book's own styles folder wins over the one here.
package styles

import "embed"

// FS is what is embedded: *.toml and *.css at the top, fonts, hyphenation and colour profiles beside them.
//
//go:embed *.toml *.css fonts hyphenation icc
var FS embed.FS
