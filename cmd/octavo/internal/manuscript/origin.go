package manuscript

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// origin returns an origin that an author wrote, "" where it is none of the three, and reports that.
func (b *builder) origin(value string, at diag.Pos, end int) book.Origin {
	if value == "" { // of another type, which is reported
		return ""
	}
	if slices.Contains(book.Origins, value) {
		return book.Origin(value)
	}
	d := b.f.diags.Errorf("origin-unknown", at, "unknown origin %q", value).To(end)
	if near := diag.Suggest(strings.ToLower(value), book.Origins); near != "" {
		d.Note("did you mean %q?", near)
	}
	d.Note(`it is "human", "ai-assisted" for what AI edited or checked, or "ai" for what AI wrote or drew, whoever edited it since`)
	return ""
}
