// Package sheet makes a sheet for booksellers and reviewers, which tells of a book on one page: its front, its data, what it is about, who
// wrote it, a few words and two pages out of it, and where it is to be had. [Gather] collects that, [Set] sets it on paper, and [HTML] writes
// it for browsers.
package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/trade"
)

// Content is what a sheet tells of a book.
type Content struct {
	Front  Picture
	Facts  []trade.Fact
	Blurb  []Passage
	Bio    []Passage
	Quote  string
	Order  []string
	Spread []*page.Page // one page, or two that face each other, the left one first
	Folios []string     // of these
}

// Picture is the front of the book.
type Picture struct {
	Data          []byte
	Format        string // "png" or "jpeg"
	Width, Height int
}

// Passage is a paragraph, or a quotation with whose words it is.
type Passage struct {
	Runs  []Run
	Quote bool
	By    string
}

// Run is words of one look.
type Run struct {
	Text         string
	Italic, Bold bool
	URL          string
}

// Gather collects what a sheet tells of a book that has these pages. The error says what [sheet] of book.toml names that is not there.
func Gather(cfg *config.Config, bk *book.Book, pages []*page.Page, on *pagemap.Map, front Picture) (*Content, error) {
	c := &Content{Front: front, Facts: trade.Facts(cfg, len(pages)), Order: trade.Order(cfg),
		Blurb: passages(trade.Blurb(cfg, bk)), Bio: passages(trade.Biography(cfg, bk))}
	if e := quoted(cfg, bk); e != nil {
		c.Quote = strings.TrimSpace(book.PlainText(e.Maxim))
	}
	first, err := shown(cfg, bk, pages, on)
	if err != nil || first < 0 {
		return c, err
	}
	for i := first; i < min(first+2, len(pages)); i++ {
		if telling(cfg, pages, on, i) {
			c.Spread, c.Folios = append(c.Spread, pages[i]), append(c.Folios, pages[i].Label)
		}
		if i%2 == 0 { // the first page of a book has none that it faces
			break
		}
	}
	return c, nil
}

// The length of a maxim that is quoted where the author chooses none, in characters.
const leastQuote, mostQuote = 25, 90

// quoted returns the entry that is quoted: the one that the author chose, or the first of the body that is short.
func quoted(cfg *config.Config, bk *book.Book) *book.Entry {
	all := bk.Entries()
	if id := cfg.Sheet.Quote; id != "" {
		if i := slices.IndexFunc(all, func(e *book.Entry) bool { return e.ID == id }); i >= 0 {
			return all[i]
		}
		return nil
	}
	for _, e := range all {
		if n := utf8.RuneCountInString(book.PlainText(e.Maxim)); e.Status != book.Draft && n >= leastQuote && n <= mostQuote {
			return e
		}
	}
	return nil
}

// passages returns blocks as passages. What is no text is left out.
func passages(blocks []book.Block) (out []Passage) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			out = append(out, Passage{Runs: runs(b.Text, Run{})})
		case *book.Quote:
			inner := passages(b.Blocks)
			for i := range inner {
				inner[i].Quote = true
			}
			if n := len(inner); n > 0 {
				inner[n-1].By = strings.TrimSpace(book.PlainText(b.Attribution))
			}
			out = append(out, inner...)
		case *book.List:
			for _, item := range b.Items {
				for i, p := range passages(item.Blocks) {
					if i == 0 {
						p.Runs = append([]Run{{Text: "•\u2002"}}, p.Runs...)
					}
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// runs returns text as runs of words, each as it looks.
func runs(text []book.Inline, as Run) (out []Run) {
	for _, in := range text {
		own := as
		switch in := in.(type) {
		case *book.NoteMark:
			continue
		case *book.Emph:
			own.Italic = !own.Italic
			out = append(out, runs(in.Text, own)...)
			continue
		case *book.Strong:
			own.Bold = true
			out = append(out, runs(in.Text, own)...)
			continue
		case *book.Link:
			own.URL = in.URL
			out = append(out, runs(in.Text, own)...)
			continue
		}
		if own.Text = book.PlainText([]book.Inline{in}); own.Text != "" {
			out = append(out, own)
		}
	}
	return out
}
