package exports

import (
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Apple Books says below what it exports which book that is from, in the reader's language:
//
//	Excerpt From
//	Title
//	Author
//	https://books.apple.com/book/…
//	This material may be protected by copyright.

var appleLine = lazyregexp.New(`(?i)(?:books|itunes)\.apple\.com/|itun\.es/|[.“”"„»«] ?(?:apple books|ibooks)\.?(?: *https?://\S+)?$`)

// withoutColophons returns the trimmed lines of a text without those that say which book it is from.
func (r *reader) withoutColophons(lines []string) []string {
	for i := range lines {
		lines[i] = strings.TrimSpace(strings.ReplaceAll(lines[i], "\u00A0", " "))
	}
	var out []string
	after := false // the paragraph before was such lines
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to] != "" {
			to++
		}
		rest := lines[to:]
		keep := r.colophon(lines[from:to], from > 0)
		switch {
		case keep < to-from:
			after = true
			if one := len(out) - 2; keep == 0 && one > 0 && out[one-1] == "" && r.heading(out[one]) { // "All Excerpts From", alone
				out = out[:one]
			}
		case after && to-from == 1 && !beginsPassage(lines[from]) && !r.held(lines[from]) && (blankAll(rest) || headsQuote(rest)):
			keep = 0 // the line on copyright
		case to > from:
			after = false
		}
		out = append(out, lines[from:from+keep]...)
		for to < len(lines) && lines[to] == "" {
			out = append(out, "")
			to++
		}
		from = to
	}
	return out
}

// colophon returns the number of lines at the beginning of a paragraph that do not name the book; inside says that the paragraph is
// not the text's first.
func (r *reader) colophon(lines []string, inside bool) int {
	for i, l := range lines {
		switch {
		case beginsWithExcerpt(l):
			return i
		case appleLine().MatchString(l):
			if len(lines) > 0 && opens(lines[0]) == "" {
				return 0
			}
			return i
		case inside && len(lines) > 2 && i > 0 && sameTitle(l, r.on.Title):
			return i - 1
		}
	}
	return len(lines)
}

// heading reports whether a line may be the heading of a colophon: a few words that are no sentence.
func (r *reader) heading(s string) bool {
	const most = 5
	return !r.held(s) && len(strings.Fields(s)) <= most && !beginsPassage(s) && strings.Trim(s[max(0, len(s)-1):], ".?!") != ""
}

func beginsWithExcerpt(s string) bool {
	return slices.ContainsFunc(excerpts(), func(words string) bool { return strings.HasPrefix(s, words) })
}

// excerpts lists what heads an excerpt, in all languages.
var excerpts = sync.OnceValue(func() []string {
	return lang.Union(func(l *lang.Language) []string { return l.Reader.Excerpts })
})

func blankAll(lines []string) bool {
	return !slices.ContainsFunc(lines[:min(len(lines), 10)], func(l string) bool { return l != "" })
}

// headsQuote reports whether the first line with text is a quotation.
func headsQuote(lines []string) bool {
	for _, l := range lines[:min(len(lines), 10)] {
		if l != "" {
			return opens(l) != ""
		}
	}
	return false
}
