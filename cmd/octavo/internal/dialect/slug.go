package dialect

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A slug is the name that a program makes of a heading's words, for links to lead to.

// GitHub returns the slug of github.com, which GitLab, Hugo, Docusaurus and VS Code share: small letters, spaces as hyphens, and
// nothing else than letters, marks, numbers, hyphens and underscores. Hyphens are not reduced: "a & b" becomes "a--b".
// See html-pipeline's table of contents filter and the github-slugger module.
func GitHub(heading string) string {
	return mapped(strings.TrimSpace(heading), func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	})
}

// MdBook returns the slug of mdBook: letters, numbers, hyphens and underscores, white space as hyphens. Its versions before 0.5
// put an "a" before a name that does not begin with a letter of ASCII; see [Names].
func MdBook(heading string) string {
	return mapped(strings.TrimSpace(heading), func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return -1
	})
}

// Pandoc returns the slug of Pandoc's auto_identifiers: letters, numbers, underscores, hyphens and full stops, each run of white
// space as one hyphen, and nothing before the first letter. A heading without a letter is "section".
// See https://pandoc.org/MANUAL.html#extension-auto_identifiers.
func Pandoc(heading string) string {
	kept := mapped(heading, func(r rune) rune {
		if r == '_' || r == '-' || r == '.' || unicode.IsSpace(r) || unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	})
	kept = strings.Join(strings.Fields(kept), "-")
	if at := strings.IndexFunc(kept, unicode.IsLetter); at >= 0 {
		return kept[at:]
	}
	return "section"
}

// Kramdown returns the slug of kramdown, and so of Jekyll and Leanpub: letters and numbers of ASCII, spaces and hyphens as hyphens,
// and nothing before the first letter.
func Kramdown(heading string) string {
	kept := mapped(heading, func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			return unicode.ToLower(r)
		}
		return -1
	})
	if at := strings.IndexFunc(kept, unicode.IsLetter); at >= 0 {
		return kept[at:]
	}
	return "section"
}

func mapped(s string, f func(r rune) rune) string { return strings.Map(f, norm.NFC.String(s)) }

// Heading is what a program makes a slug of.
type Heading struct {
	Raw   string // the words without their markup, as they were typed
	Smart string // the same with typographic quotes and dashes
}

// maxNames is the number of headings in a file beyond which they have no slugs of other programs.
const maxNames = 100000

// Names calls name for each name that the programs known here give the headings of a file, with the index of the heading. A
// name comes up more than once where programs differ; the first one has precedence. Of headings with the same words the
// second (nth is 1) has "-1" at its end, the third "-2". A heading without words has no name.
func Names(headings []Heading, name func(name string, heading, nth int)) {
	if len(headings) > maxNames {
		return
	}
	for _, slug := range []func(Heading) string{
		func(h Heading) string { return GitHub(h.Raw) },
		func(h Heading) string { return MdBook(h.Raw) },
		func(h Heading) string { return Pandoc(h.Raw) },
		func(h Heading) string { return Pandoc(h.Smart) },
		func(h Heading) string { return Kramdown(h.Raw) },
		func(h Heading) string { return early(MdBook(h.Raw)) },
	} {
		count := map[string]int{}
		for i, h := range headings {
			s := ""
			if h.Raw != "" {
				s = slug(h)
			}
			if s == "" {
				continue
			}
			n := count[s]
			count[s]++
			if n > 0 {
				s += "-" + strconv.Itoa(n)
			}
			name(s, i, n)
		}
	}
}

// early returns a slug as mdBook made it before 0.5: its first character is a letter of ASCII.
func early(slug string) string {
	if slug == "" || slug[0]|0x20 >= 'a' && slug[0]|0x20 <= 'z' {
		return ""
	}
	return "a" + slug
}
