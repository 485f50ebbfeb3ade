package feedback

import (
	"regexp"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lang"
)

// What readers and their programs write, in any language that package lang knows. The expressions are made when a file first asks
// for them, as they need the words of all languages.
var (
	pageWord = expression(func() string {
		return `^` + oneOf(func(r *lang.Reader) []string { return r.Page }) + `(?:\.\s*|\s+|([0-9]))`
	})
	labelled = expression(func() string {
		return `(?i)^\**(?:(` + oneOf(func(r *lang.Reader) []string { return r.Labels.Passage }) + `)|(` +
			oneOf(func(r *lang.Reader) []string { return r.Labels.Heading }) + `)|` +
			oneOf(func(r *lang.Reader) []string { return r.Labels.Comment }) + `)\**\s*(?:\([^)]*\))?:\**\s*(.+)$`
	})
	date = expression(func() string {
		months := lang.Any(lang.Union(func(l *lang.Language) []string { return l.Numbers.Months[:] }))
		return `(?i)^[\[(]?(?:` + oneOf(func(r *lang.Reader) []string { return r.Days }) + `,? )?(?:\d{1,2}\.? ` + months +
			`,? \d{4}|` + months + ` \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)[^a-z]{0,20}` +
			oneOf(func(r *lang.Reader) []string { return r.HalfDays }) + `?[\])]?$`
	})

	kindlePage = expression(func() string {
		return `(?i)` + begin + kindle(func(k *lang.Kindle) []string { return k.Page }) + `\s+([0-9]+|[ivxlc]+)\b`
	})
	kindleLocation = expression(func() string {
		return `(?i)` + kindle(func(k *lang.Kindle) []string { return k.Location }) + `\s+([0-9]+)(?:-([0-9]+))?`
	})
	kindleDate = expression(func() string {
		return `(?i)\|\s*` + kindle(func(k *lang.Kindle) []string { return k.Added }) + `\s+(.+)$`
	})
	kindleNote = expression(func() string {
		return `(?i)` + begin + kindle(func(k *lang.Kindle) []string { return k.Note }) + `(?:$|[^\pL\pN])`
	})
	kindleMark = expression(func() string {
		return `(?i)` + kindle(func(k *lang.Kindle) []string { return k.Bookmark })
	})

	anybody = sync.OnceValue(func() []string {
		return lang.Union(func(l *lang.Language) []string { return l.Reader.Anybody })
	})
)

// begin is the beginning of a word in any script: \b knows Latin letters alone.
const begin = `(?:^|[^\pL\pN])`

// expression returns a regular expression that is made when it is first asked for.
func expression(source func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source()) })
}

// places match the lines of a letter that name places of a book.
type places struct {
	page *regexp.Regexp // a page alone
	line *regexp.Regexp // a page, or a page and a line, and what is said of it
}

// placesIn returns the places in remarks on a book in a language. Words of one letter are those of that language: "s 12" is no page
// of an English book.
func placesIn(language string) *places {
	page := lang.Any(lang.Places(language, func(r *lang.Reader) []string { return r.Page }))
	line := lang.Any(lang.Places(language, func(r *lang.Reader) []string { return r.Line }))
	on := oneOf(func(r *lang.Reader) []string { return r.On })
	return &places{
		page: regexp.MustCompile(`(?i)^(?:` + on + ` )?` + page + `(?:\.?\s*([0-9]+)|(?:\.\s*|\s+)([ivxlc]+))\b[^\pL]*$`),
		line: regexp.MustCompile(`(?i)^(?:[-*•] )?(?:` + page + `(?:\.? *([0-9]{1,4})|(?:\. *| +)([ivxlc]{1,8}))` +
			`(?:[,;:/ ]+` + line + `\.? *([0-9]{1,3})|:([0-9]{1,3}))?|([0-9]{1,4}):([0-9]{1,3}))` +
			`(?:[:,.;)]| *[-–—]| ) *([^ ].*)$`),
	}
}

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
