package manuscript

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// titleSource is where the title of a file's chapter comes from.
type titleSource int

const (
	byHeading titleSource = iota // each heading of the highest level begins a chapter
	byFront                      // the front matter: the file is one chapter
	byName                       // the list of the files, or the file's name: the file is one chapter
)

// outline says where a file's chapters begin and at which level each heading stands in the book. Authors begin a file with ##, or go
// from # to ###: the levels are closed up, so that the sections of a chapter are at level 2.
type outline struct {
	title   titleSource
	ownLead bool                 // the text before the first of several chapters is a chapter too
	levels  map[*ast.Heading]int // in the book; 1 begins a chapter
}

// longLead is how many bytes of text before the first of a file's chapters make a chapter of their own.
const longLead = 600

// headings are the headings of a file that are in no container, with what decides which of them are titles.
type headings struct {
	all     []*ast.Heading
	entries map[*ast.Heading]bool // those with a block under them
	top     int                   // the highest level; 7 where there are no headings
	count   int                   // how many have it
	lead    int                   // bytes of text before the first of them
}

func headingsOf(doc ast.Node) headings {
	hs := headings{entries: map[*ast.Heading]bool{}, top: 7}
	begins := -1 // where the text does
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		switch {
		case !ok:
			if begins < 0 && isText(n) {
				begins = n.Pos()
			}
			continue
		case h.Level < hs.top:
			hs.top, hs.count, hs.lead = h.Level, 1, 0
			if begins >= 0 {
				hs.lead = h.Pos() - begins
			}
		case h.Level == hs.top:
			hs.count++
		}
		if begins < 0 {
			begins = h.Pos()
		}
		hs.all = append(hs.all, h)
		_, hs.entries[h] = h.NextSibling().(*tomlNode)
	}
	return hs
}

// isText reports whether a block is printed where it stands.
func isText(n ast.Node) bool {
	switch n.(type) {
	case *tomlNode, *frontNode, *noteNode, *ast.LinkReferenceDefinition:
		return false
	}
	return true
}

// of returns the headings of one level.
func (hs *headings) of(level int) (out []*ast.Heading) {
	for _, h := range hs.all {
		if h.Level == level {
			out = append(out, h)
		}
	}
	return out
}

// outline decides where the chapters of the file begin.
func (b *builder) outline(doc ast.Node) outline {
	hs := headingsOf(doc)
	o := outline{title: b.titleSource(&hs), levels: make(map[*ast.Heading]int, len(hs.all))}
	o.ownLead = o.title == byHeading && hs.count > 1 && (hs.lead > longLead || hs.lead > 0 && b.frontTitled())
	o.closeUp(b, &hs)
	return o
}

// titleSource decides where the title of the file comes from. Front matter may be of a post, whose sections have headings of level 1:
// then text stands above the first of them.
func (b *builder) titleSource(hs *headings) titleSource {
	tops := hs.of(hs.top)
	titles := hs.top == 1 || len(tops) > 0 && hs.lead == 0 && !hs.entries[tops[0]] // the highest headings may be titles
	named := b.front.title.text != ""
	headed := slices.ContainsFunc(tops, func(h *ast.Heading) bool { return named && sameTitle(b.front.title.text, b.firstLine(h)) })
	several := hs.count > 1
	switch {
	case titles && headed && (hs.top == 1 || !several):
		return byHeading
	case named && (!titles || hs.top > 1):
		return byFront
	case b.frontTitled() && hs.lead > 0 && !(b.how.alone && several):
		return byFront
	case !titles:
		return byName
	case hs.top > 1 && several && (!b.how.alone || slices.ContainsFunc(tops, func(h *ast.Heading) bool { return hs.entries[h] })):
		return byName // they are sections of a file that has no title
	}
	return byHeading
}

// frontTitled reports whether the front matter has a title, which is not the book's: Pandoc keeps that there.
func (b *builder) frontTitled() bool {
	return b.front.title.text != "" && !b.isBookTitle(b.front.title.text)
}

func (b *builder) isBookTitle(title string) bool {
	return b.how.bookTitle != "" && sameTitle(title, b.how.bookTitle)
}

// sameTitle reports whether two titles have the same words, whatever their capitals, marks and markup.
func sameTitle(one, two string) bool {
	return book.Slug(one) == book.Slug(two) && book.Unslugged(one) == book.Unslugged(two)
}

// firstLine returns the source of a heading's words.
func (b *builder) firstLine(h *ast.Heading) string {
	if h.Lines().Len() == 0 {
		return ""
	}
	seg := h.Lines().At(0)
	return string(seg.Value(b.source))
}

// closeUp gives every heading its level in the book and reports those that have another one in the file.
func (o *outline) closeUp(b *builder, hs *headings) {
	top := hs.top // of the titles, in the file
	if o.title != byHeading {
		top = 0
	}
	stack := []int{top} // the levels in the file of what a heading stands under
	before := max(top, 1)
	var report *diag.Diagnostic // the first one, which mends all headings: they are right only together
	say := func(h *ast.Heading, code, format string, args ...any) *diag.Diagnostic {
		pos := b.pos(h.Pos())
		d := b.f.diags.Warnf(code, pos, format, args...).To(lineEnd(pos))
		if report == nil {
			report = d
		}
		return d
	}
	for _, h := range hs.all {
		for len(stack) > 1 && stack[len(stack)-1] >= h.Level {
			stack = stack[:len(stack)-1]
		}
		level := 1
		if h.Level > top {
			stack = append(stack, h.Level)
			level = min(len(stack), 6)
		}
		o.levels[h] = level
		switch {
		case h.Level == 1 && level == 2 && before == 1 && report == nil:
			say(h, "heading-level", "heading of level 1 under the title of the front matter").
				Note("it is a section of that chapter: write it with ##, or delete the title of the front matter")
		case level == 1 && top > 1 && report == nil:
			say(h, "heading-level", "the file begins with a heading of level %d, which is its title", h.Level).
				Note("write the title with one #, and its sections with ##")
		case h.Level > before+1:
			say(h, "heading-skip", "heading of level %d under one of level %d", h.Level, before).
				Note("it stands at level %d in the book: write it with %s", level, strings.Repeat("#", level))
		}
		if from := b.signs(h); report != nil && level != h.Level && from >= 0 {
			report.Mend(from, from+h.Level, strings.Repeat("#", level))
		}
		before = h.Level
	}
}

// signs returns the offset of the signs that a heading begins with, or -1 if it has a line under it instead.
func (b *builder) signs(h *ast.Heading) int {
	at := h.Pos()
	for at < len(b.source) && b.source[at] == ' ' {
		at++
	}
	if !bytes.HasPrefix(b.source[min(at, len(b.source)):], bytes.Repeat([]byte("#"), h.Level)) {
		return -1
	}
	return at
}

// lineEnd returns the offset of the end of a place's line.
func lineEnd(pos diag.Pos) int {
	rest := pos.Source.Text[pos.Offset:]
	if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
		return pos.Offset + n
	}
	return pos.Offset + len(rest)
}

// deepHeading reports a paragraph that begins with more signs than a heading may have.
func (b *builder) deepHeading(at int) {
	if at < 0 || at >= len(b.source) || b.source[at] != '#' {
		return
	}
	rest := bytes.TrimLeft(b.source[at:], "#")
	if n := len(b.source) - at - len(rest); n > 6 && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		b.f.diags.Warnf("heading-deep", b.pos(at), "%d signs # make no heading: the line is set as text", n).To(lineEnd(b.pos(at))).
			Note("write it with six at the most, or as **words in bold** in a paragraph of their own")
	}
}
