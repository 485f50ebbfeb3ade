package excerpt

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/xref"
)

// unlink makes plain words of the links of an excerpt that lead to what it leaves out, and takes such entries from the lists of entries
// to see.
func unlink(l *lang.Language, bk, small *book.Book) {
	all, some := xref.New(bk), xref.New(small)
	there := func(id string) bool { _, ok := some.Target(id); return ok }
	var plain func(text []book.Inline) []book.Inline
	plain = func(text []book.Inline) []book.Inline {
		out := make([]book.Inline, 0, len(text))
		for _, in := range text {
			switch in := in.(type) {
			case *book.Link:
				own := *in
				own.Text = plain(in.Text)
				if in.Target != "" && !there(in.Target) {
					out = append(out, words(l, all, &own)...)
					continue
				}
				out = append(out, &own)
			case *book.Emph:
				out = append(out, &book.Emph{Pos: in.Pos, Text: plain(in.Text)})
			case *book.Strong:
				out = append(out, &book.Strong{Pos: in.Pos, Text: plain(in.Text)})
			case *book.Strike:
				out = append(out, &book.Strike{Pos: in.Pos, Text: plain(in.Text)})
			case *book.Span:
				own := *in
				own.Text = plain(in.Text)
				out = append(out, &own)
			default:
				out = append(out, in)
			}
		}
		return out
	}
	dead := func(text []book.Inline) (found bool) {
		book.WalkInlines(text, func(in book.Inline) {
			link, ok := in.(*book.Link)
			found = found || ok && link.Target != "" && !there(link.Target)
		})
		return found
	}
	block := func(b book.Block) {
		rewrite := false
		book.Runs(b, func(text []book.Inline) { rewrite = rewrite || dead(text) })
		if rewrite { // the block is small's own, as [book.Chapter.Copy] has it; without a link it may be the book's
			book.Rewrite(b, plain)
		}
		if e, ok := b.(*book.Entry); ok {
			e.See = slices.DeleteFunc(slices.Clone(e.See), func(id string) bool { return !there(id) })
		}
	}
	for _, ch := range small.Chapters() {
		ch.Title = plain(ch.Title)
		ch.BelowTitle = slices.Clone(ch.BelowTitle)
		for i, line := range ch.BelowTitle {
			ch.BelowTitle[i].Text = plain(line.Text)
		}
		ch.Walk(block, nil)
	}
}

// words returns the words that are left of a link.
func words(l *lang.Language, all *xref.Index, link *book.Link) []book.Inline {
	if len(link.Text) > 0 {
		return link.Text
	}
	if number := captions.Reference(l, link); number != "" {
		return []book.Inline{&book.Text{Pos: link.Pos, Value: number}}
	}
	title, _ := all.Target(link.Target)
	return []book.Inline{&book.Emph{Pos: link.Pos, Text: []book.Inline{&book.Text{Pos: link.Pos, Value: strings.TrimRight(title, ".")}}}}
}
