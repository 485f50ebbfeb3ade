package feedback

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/pdftext"
)

// traced is over how many pages at each end of a file the reader of a copy is looked for; every page of a copy names them.
const traced = 10

// trace finds out whose copy a PDF is whose metadata do not say so, as that of a copy that was printed to a file: by the id hidden in
// the text, and by the line at the foot of its pages. It sets the copy that the file is about.
func (r *reading) trace(doc *pdftext.Document) {
	if r.CopyID != "" {
		if c := r.copies(r.CopyID, ""); c != nil && c.ID == r.CopyID {
			r.Copy = c
			return
		}
	}
	for i, p := range doc.Pages {
		if i >= traced && i < len(doc.Pages)-traced {
			continue
		}
		text, _ := doc.Text(p) // what can be read may do
		var letters strings.Builder
		for _, l := range text.Letters {
			letters.WriteString(l.Text)
		}
		if r.book.IDs != nil && r.CopyID == "" {
			if ids := r.book.IDs(letters.String()); len(ids) > 0 {
				r.CopyID = ids[0]
			}
		}
		if id, owner := FootOf(unmarked(text.Flow)); owner != "" {
			if r.CopyID == "" {
				r.CopyID = id
			}
			r.Owner = owner
		}
		if r.Owner != "" || r.CopyID != "" || doc.File.Err() != nil {
			break
		}
	}
	r.Copy = r.copies(r.CopyID, "")
	if r.Owner != "" && r.book.Of != nil && (r.Copy == nil || r.Copy.ID == "") {
		if c := r.book.Of(r.Owner); c != nil {
			r.Copy = c
		}
	}
}

// FootOf returns what the line at the foot of a review copy's page says: the copy's id and its reader's name; "" where there is no such line.
func FootOf(text string) (id, owner string) {
	g := footLine().FindStringSubmatch(text)
	if g == nil {
		return "", ""
	}
	return g[len(g)-1], strings.TrimSpace(strings.Join(g[1:len(g)-1], ""))
}

// footLine matches that line in all languages.
var footLine = sync.OnceValue(func() *regexp.Regexp {
	const white = `[\s\pZ]+`
	fill := func(pattern lang.Pattern, pairs ...string) string {
		return strings.NewReplacer(append(pairs, " ", white, "\u00A0", white, "\u202F", white)...).Replace(regexp.QuoteMeta(string(pattern)))
	}
	lines := lang.Union(func(l *lang.Language) []string {
		number := fill(l.Review.Number, `\{n\}`, `\p{Nd}+`, `\{of\}`, `\p{Nd}+`)
		return []string{fill(l.Review.NumberFor, `\{copy\}`, number, `\{name\}`, `(\S.{0,99}?)`)}
	})
	slices.Sort(lines)
	return regexp.MustCompile(`(?:` + strings.Join(slices.Compact(lines), "|") + `)` + white + `(?:•` + white + `)?([\pL\pN]{0,4}-[0-9a-f]{10})(?:[^\pL\pN]|$)`)
})
