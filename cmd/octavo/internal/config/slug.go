package config

import "octavo/cmd/octavo/internal/lang"

// slug makes an id, [a-z][a-z0-9-]*, from any text; see [lang.Slug].
func slug(s string) string { return lang.Slug(s) }
