package feedback

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

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
// A text may be of any length: what stands before the first [FootLooks] ids in it is looked at, as far as the line can reach.
func FootOf(text string) (id, owner string) {
	for looks, at := 0, 0; looks < FootLooks; looks++ {
		from, to, ok := nextID(text, at)
		if !ok {
			return "", ""
		}
		at = to
		if g := footLine().FindStringSubmatch(text[from:min(len(text), to+utf8.UTFMax)]); g != nil {
			return g[len(g)-1], strings.TrimSpace(strings.Join(g[1:len(g)-1], ""))
		}
	}
	return "", ""
}

// Limits of FootOf.
const (
	FootLooks = 20  // ids that are looked at
	FootReach = 800 // bytes before an id: a name of 100 letters, and the words around it
)

// nextID returns where the next thing ends from an offset on that may be a copy's id, a hyphen before ten hexadecimal digits, and where the
// line begins at the latest that it ends.
func nextID(text string, at int) (from, to int, ok bool) {
	const digits = 10
	for {
		i := strings.IndexByte(text[at:], '-')
		if i < 0 {
			return 0, 0, false
		}
		at += i + 1
		if at+digits <= len(text) && strings.Trim(text[at:at+digits], "0123456789abcdef") == "" {
			from = max(0, at-FootReach)
			for from < at && !utf8.RuneStart(text[from]) {
				from++
			}
			return from, at + digits, true
		}
	}
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
