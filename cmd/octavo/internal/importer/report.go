package importer

import (
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// section is the part of IMPORT.md in which something is told.
type section int

const (
	look    section = iota // the author has to look at it
	changed                // it is another than it was
	leftOut                // it is not in the book
)

// remark is something that IMPORT.md tells.
type remark struct {
	section section
	chapter *Chapter // nil: of no chapter
	source  string   // the place in the source
	what    string
	words   string        // those in question
	under   *book.Heading // the heading above in a Word file, which tells the chapter
}

// comment is a reader's comment in a Word file.
type comment struct {
	source, author, date, words, text string
	done                              bool
}

// remark records what IMPORT.md is to tell.
func (ms *Manuscript) remark(s section, c *Chapter, source, what, words string) {
	ms.remarks = append(ms.remarks, remark{section: s, chapter: c, source: source, what: what, words: words})
}

// look records what the author has to look at in a chapter.
func (ms *Manuscript) look(c *Chapter, source, what, words string) {
	ms.remark(look, c, source, what, words)
}

// mostAlike is the number of alike remarks of which IMPORT.md gives every place.
const mostAlike = 100

// report returns IMPORT.md.
func (ms *Manuscript) report() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# What octavo has imported\n\nFrom %s: %s, %s, %s.\n", strings.Join(ms.from, ", "),
		ms.Parts(), diag.Count(ms.Words(), "word"), diag.Count(len(ms.Pictures), "picture"))
	if ms.Maxims > 0 {
		fmt.Fprintf(&b, "%s made of short sentences with what follows them.\n", entries(ms.Maxims))
	}
	b.WriteString("\nThis file is for you; octavo does not read it. Delete it when you are done.\n")
	for _, s := range []struct {
		section section
		title   string
		sign    string
	}{
		{look, "Look at these", "- [ ] "}, {changed, "Changed", "- "}, {leftOut, "Left out", "- "},
	} {
		ms.section(&b, s.section, s.title, s.sign)
	}
	if len(ms.comments) > 0 {
		b.WriteString("\n## Comments\n\nThe comments in the file, with the words that they are about.\n")
		for _, c := range ms.comments {
			c.write(&b)
		}
	}
	return []byte(b.String())
}

func entries(n int) string {
	if n == 1 {
		return "1 entry was"
	}
	return fmt.Sprintf("%d entries were", n)
}

// section writes the remarks of a section: those that say the same under one another.
func (ms *Manuscript) section(b *strings.Builder, s section, title, sign string) {
	order, alike := ms.alike(s)
	if len(order) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n", title)
	for _, what := range order {
		fmt.Fprintf(b, "\n%s:\n\n", capital(what))
		for i, r := range alike[what] {
			if i == mostAlike {
				fmt.Fprintf(b, "%sand %d more\n", sign, len(alike[what])-i)
				break
			}
			r.write(b, sign)
		}
	}
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// alike returns the remarks of a section by what they say, and the order of that.
func (ms *Manuscript) alike(s section) (order []string, alike map[string][]remark) {
	alike = map[string][]remark{}
	for _, r := range ms.remarks {
		if r.section != s {
			continue
		}
		if r.chapter == nil && r.under != nil {
			r.chapter = ms.places.chapters[r.under]
		}
		if alike[r.what] == nil {
			order = append(order, r.what)
		}
		alike[r.what] = append(alike[r.what], r)
	}
	return order, alike
}

// Account is something that IMPORT.md tells, with its places.
type Account struct {
	Section string   `json:"section"` // "look", "changed" or "left out"
	What    string   `json:"what"`
	Count   int      `json:"count"`
	Places  []string `json:"places"` // the first of them: files and words
}

// mostPlaces is the number of places that an Account has.
const mostPlaces = 12

// Accounts returns what IMPORT.md tells, as data: what to look at first.
func (ms *Manuscript) Accounts() []Account {
	out := []Account{}
	for _, s := range []struct {
		section section
		name    string
	}{{look, "look"}, {changed, "changed"}, {leftOut, "left out"}} {
		order, alike := ms.alike(s.section)
		for _, what := range order {
			a := Account{Section: s.name, What: capital(what), Count: len(alike[what]), Places: []string{}}
			for _, r := range alike[what][:min(len(alike[what]), mostPlaces)] {
				a.Places = append(a.Places, diag.Printable(r.place("")))
			}
			out = append(out, a)
		}
	}
	return out
}

// Summary returns how much was imported, for messages.
func (ms *Manuscript) Summary() string {
	return fmt.Sprintf("%s, %s and %s from %s", ms.Parts(), diag.Count(ms.Words(), "word"), diag.Count(len(ms.Pictures), "picture"), ms.Sources())
}

// write writes the place of a remark in the book and in the source, and its words.
func (r *remark) write(b *strings.Builder, sign string) {
	b.WriteString(sign + r.place("`") + "\n")
}

// place returns the place of a remark in the book, between quotes, and in the source, and its words.
func (r *remark) place(quote string) string {
	var parts []string
	if r.chapter != nil {
		parts = append(parts, quote+"manuscript/"+r.chapter.Name+quote)
	}
	if r.source != "" {
		parts = append(parts, "("+oneLine(r.source)+")")
	}
	if r.words != "" {
		parts = append(parts, "“"+shortened(r.words)+"”")
	}
	return strings.Join(parts, " ")
}

// shortened returns words as one line that is not too long to be read.
func shortened(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > 600 {
		return string(r[:600]) + " …"
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// write writes a comment with the words that it is about.
func (c *comment) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n- [%s] %s", map[bool]string{true: "x", false: " "}[c.done], c.author)
	if len(c.date) >= 10 {
		b.WriteString(", " + c.date[:10])
	}
	if c.words != "" {
		fmt.Fprintf(b, ", on “%s”", shortened(c.words))
	}
	if c.source != "" {
		fmt.Fprintf(b, " (%s)", oneLine(c.source))
	}
	fmt.Fprintf(b, ": %s\n", shortened(c.text))
}

// Parts returns how many chapters there are, for messages, or how many files: one that is copied may hold several chapters, or a draft.
func (ms *Manuscript) Parts() string {
	if slices.ContainsFunc(ms.Chapters, func(c *Chapter) bool { return c.Text != nil }) {
		return diag.Count(len(ms.Chapters), "file")
	}
	return diag.Count(len(ms.Chapters), "chapter")
}

// Words returns the number of words of all chapters.
func (ms *Manuscript) Words() int {
	n := 0
	for _, c := range ms.Chapters {
		n += len(strings.Fields(string(c.Text))) + len(strings.Fields(book.PlainText(c.Title)))
		book.ReadingOrder(c.Blocks, nil, func(text []book.Inline) { n += len(strings.Fields(book.PlainText(text))) })
	}
	return n
}

// IsLong reports whether to read and check the book that was written takes longer than to import it: it has some 500,000 words, or
// thousands of chapters.
func (ms *Manuscript) IsLong() bool { return isLong(ms.size, len(ms.Chapters)) }

// isLong reports whether a text of so many bytes in so many chapters is too long to be looked through as part of an import.
func isLong(bytes, chapters int) bool {
	const most, chapter = 3 << 20, 1500 // bytes; a chapter counts as so many
	return bytes+chapter*chapters > most
}

// Undone returns the number of remarks at which the author has to look.
func (ms *Manuscript) Undone() int {
	return len(slices.DeleteFunc(slices.Clone(ms.remarks), func(r remark) bool { return r.section != look }))
}
