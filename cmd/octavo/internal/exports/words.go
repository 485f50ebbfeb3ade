package exports

import (
	"regexp"
	"slices"
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

	// pageBeside finds a word for a page and the number beside it, which is behind the word or, as in Japanese and Hungarian, before it.
	pageBeside = expression(func() string {
		return `(?i)` + begin + pageWords() + `\.?[ :#]*([0-9]+)|([0-9]+)[.a-z]{0,3} ?` + pageWords()
	})
	kindleAdded = expression(func() string {
		return `(?i)^(?:` + kindle(func(k *lang.Kindle) []string { return k.Added }) + `:?|[^0-9,]*[:：])\s*(.*[0-9].*)$`
	})
	kindleNote = expression(func() string {
		return `(?i)` + begin + kindle(func(k *lang.Kindle) []string { return k.Note }) + `(?:$|[^\pL\pN])`
	})
)

// otherPages are words for a page in languages that books here are not written in, but reading programs speak.
var otherPages = []string{"ページ", "頁", "页", "쪽", "페이지", "หน้า", "trang", "पृष्ठ", "halaman", "muka surat"}

// pageWords returns a regular expression of any word for a page.
func pageWords() string {
	return lang.Any(slices.Concat(otherPages, lang.Union(func(l *lang.Language) []string {
		return slices.Concat(l.Reader.Page, l.Reader.Kindle.Page)
	})))
}

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

// placesByLanguage keeps what [placesIn] has made: an author's files are all on books of one language.
var placesByLanguage sync.Map

// placesIn returns the places in remarks on a book in a language. Words of one letter are those of that language: "s 12" is no page
// of an English book.
func placesIn(language string) *places {
	if p, ok := placesByLanguage.Load(language); ok {
		return p.(*places)
	}
	page := lang.Any(lang.Places(language, func(r *lang.Reader) []string { return r.Page }))
	line := lang.Any(lang.Places(language, func(r *lang.Reader) []string { return r.Line }))
	on := oneOf(func(r *lang.Reader) []string { return r.On })
	p := &places{
		page: regexp.MustCompile(`(?i)^(?:` + on + ` )?` + page + `(?:\.?\s*([0-9]+)|(?:\.\s*|\s+)([ivxlc]+))\b[^\pL]*$`),
		line: regexp.MustCompile(`(?i)^(?:[-*•] )?(?:` + page + `(?:\.? *([0-9]{1,4})|(?:\. *| +)([ivxlc]{1,8}))` +
			`(?:[,;:/ ]+` + line + `\.? *([0-9]{1,3})|:([0-9]{1,3}))?|([0-9]{1,4}):([0-9]{1,3}))` +
			`(?:[:,.;)]| *[-–—]| ) *([^ ].*)$`),
	}
	placesByLanguage.Store(language, p)
	return p
}

// oneOf returns a regular expression of any of a reader's words.
func oneOf(of func(*lang.Reader) []string) string {
	return lang.Any(lang.Union(func(l *lang.Language) []string { return of(&l.Reader) }))
}

// kindle returns a regular expression of any of a Kindle's words.
func kindle(of func(*lang.Kindle) []string) string { return lang.Any(lang.KindleUnion(of)) }
