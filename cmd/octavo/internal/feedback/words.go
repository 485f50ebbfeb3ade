package feedback

import (
	"regexp"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// What readers and their programs write, in any language that package lang knows.
var (
	pageNames = oneOf(func(r *lang.Reader) []string { return r.Page })
	lineNames = oneOf(func(r *lang.Reader) []string { return r.Line })

	pageWord = regexp.MustCompile(`^` + pageNames + `(?:\.\s*|\s+|([0-9]))`)
	pageLine = regexp.MustCompile(`(?i)^(?:` + oneOf(func(r *lang.Reader) []string { return r.On }) + ` )?` + pageNames +
		`(?:\.?\s*([0-9]+)|(?:\.\s*|\s+)([ivxlc]+))\b[^a-z]*$`)
	placeLine = regexp.MustCompile(`(?i)^(?:[-*•] )?(?:` + pageNames + `(?:\.? *([0-9]{1,4})|(?:\. *| +)([ivxlc]{1,8}))` +
		`(?:[,;:/ ]+` + lineNames + `\.? *([0-9]{1,3})|:([0-9]{1,3}))?|([0-9]{1,4}):([0-9]{1,3}))` +
		`(?:[:,.;)]| *[-–—]| ) *([^ ].*)$`)
	labelled = regexp.MustCompile(`(?i)^\**(?:(` + oneOf(func(r *lang.Reader) []string { return r.Labels.Passage }) + `)|(` +
		oneOf(func(r *lang.Reader) []string { return r.Labels.Heading }) + `)|` +
		oneOf(func(r *lang.Reader) []string { return r.Labels.Comment }) + `)\**\s*(?:\([^)]*\))?:\**\s*(.+)$`)

	months = lang.Any(lang.Union(func(l *lang.Language) []string { return l.Numbers.Months[:] }))
	date   = regexp.MustCompile(`(?i)^[\[(]?(?:` + oneOf(func(r *lang.Reader) []string { return r.Days }) + `,? )?(?:\d{1,2}\.? ` + months +
		`,? \d{4}|` + months + ` \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)[^a-z]{0,20}` +
		oneOf(func(r *lang.Reader) []string { return r.HalfDays }) + `?[\])]?$`)

	kindlePage     = regexp.MustCompile(`(?i)\b` + kindle(func(k *lang.Kindle) []string { return k.Page }) + `\s+([0-9]+|[ivxlc]+)\b`)
	kindleLocation = regexp.MustCompile(`(?i)` + kindle(func(k *lang.Kindle) []string { return k.Location }) + `\s+([0-9]+)(?:-([0-9]+))?`)
	kindleDate     = regexp.MustCompile(`(?i)\|\s*` + kindle(func(k *lang.Kindle) []string { return k.Added }) + `\s+(.+)$`)
	kindleNote     = regexp.MustCompile(`(?i)\b` + kindle(func(k *lang.Kindle) []string { return k.Note }) + `\b`)
	kindleMark     = regexp.MustCompile(`(?i)` + kindle(func(k *lang.Kindle) []string { return k.Bookmark }))

	anybody = lang.Union(func(l *lang.Language) []string { return l.Reader.Anybody })
)

// oneOf returns a regular expression of any of a reader's words.
func oneOf(of func(*lang.Reader) []string) string {
	return lang.Any(lang.Union(func(l *lang.Language) []string { return of(&l.Reader) }))
}

// kindle returns a regular expression of any of a Kindle's words.
func kindle(of func(*lang.Kindle) []string) string { return lang.Any(lang.KindleUnion(of)) }

// beforeExcerpts returns notes without their last line, in which Apple Books names the book.
func beforeExcerpts(text string) string {
	for _, words := range lang.Union(func(l *lang.Language) []string { return l.Reader.Excerpts }) {
		text, _, _ = strings.Cut(text, "\n"+words)
	}
	return text
}
