package manuscript

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/lang"
)

// Foreign returns the markup of other programs in a file that octavo has no form for, tags of HTML included, as bytes of the text
// that it returns: the file's in UTF-8 without a byte order mark. Findings are in their order, none within another.
func Foreign(name string, raw []byte) (text []byte, found []dialect.Finding) {
	file := parse(name, raw, reading{lang: lang.English(), alone: true})
	found = file.foreign
	slices.SortFunc(found, func(x, y dialect.Finding) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	end := 0
	found = slices.DeleteFunc(found, func(f dialect.Finding) bool {
		if f.Start < end {
			return true
		}
		end = f.End
		return false
	})
	return file.src.Text, found
}

// said records the bytes of the source that are set as words, so that foreign can look at them.
func (b *builder) said(seg text.Segment) {
	if !b.fixed && !seg.IsEmpty() {
		b.words = append(b.words, text.NewSegment(b.base+seg.Start, b.base+seg.Stop))
	}
}

// foreign reports markup of other programs in the words of the file.
func (b *builder) foreign() {
	source := b.src.Text
	slices.SortFunc(b.words, func(x, y text.Segment) int { return cmp.Compare(x.Start, y.Start) })
	words := make([]byte, len(source))
	for _, seg := range b.words {
		copy(words[seg.Start:seg.Stop], source[seg.Start:seg.Stop])
		maskEscapes(words[seg.Start:seg.Stop])
	}
	for i, c := range source {
		if c == '\n' {
			words[i] = c
		}
	}
	b.settings(words)
	for _, f := range dialect.Find(dialect.Text{Source: source, Words: words}) {
		b.foreignFound(f.Kind, f.Start, f.End)
	}
}

// maskEscapes makes backslashes and the signs that they stand before zero, but for those that dialect.Text excepts.
func maskEscapes(words []byte) {
	for i := 0; i+1 < len(words); i++ {
		if words[i] != '\\' {
			continue
		}
		next := words[i+1]
		switch {
		case strings.IndexByte("()[]", next) >= 0, next == '@' && strings.HasPrefix(string(words[i:min(len(words), i+6)]), `\@ref(`):
			i++
		case next >= '!' && next <= '/' || next >= ':' && next <= '@' || next >= '[' && next <= '`' || next >= '{' && next <= '~':
			words[i], words[i+1] = 0, 0
			i++
		}
	}
}

// foreignFound reports one piece of markup between two offsets of the file.
func (b *builder) foreignFound(k *dialect.Kind, start, end int) {
	pos, to := b.pos(start), b.pos(end).Offset
	b.f.foreign = append(b.f.foreign, dialect.Finding{Start: pos.Offset, End: to, Kind: k})
	b.foreignAt(k, pos, to)
}

func (b *builder) foreignAt(k *dialect.Kind, pos diag.Pos, end int) {
	report := b.f.diags.Warnf
	if k.Grave {
		report = b.f.diags.Errorf
	}
	d := report("markup-foreign", pos, "%s", k.Name).To(end)
	d.Group = k.Name
	d.Note("%s", k.Advice)
}

// foreignApart reports markup of other programs in words that are not in the file as they are set: a caption that was written with
// escapes, text in HTML. They are looked for from an offset of the file on.
func (b *builder) foreignApart(words []byte, from int) {
	if !bytes.ContainsAny(words, "%+|<{$\\[@(:'#^`") {
		return
	}
	masked := bytes.Clone(words)
	maskEscapes(masked)
	source := b.src.Text[min(from, len(b.src.Text)):]
	source = source[:min(len(source), 4*len(words)+100)]
	for _, f := range dialect.Find(dialect.Text{Source: words, Words: masked}) {
		pos, end := diag.Pos{Source: b.src, Offset: from}, 0
		if n := bytes.Index(source, words[f.Start:f.End]); n >= 0 {
			pos.Offset = from + n
			end = pos.Offset + f.End - f.Start
			b.f.foreign = append(b.f.foreign, dialect.Finding{Start: pos.Offset, End: end, Kind: f.Kind})
		}
		b.foreignAt(f.Kind, pos, end)
	}
}

// codeWords reports code in running text that a program runs.
func (b *builder) codeWords(n *ast.CodeSpan, value string) {
	if k := dialect.Code(value); k != nil && !b.fixed {
		b.foreignFound(k, n.Pos(), n.Pos()+1)
	}
}

// fenceWords reports a fenced code block that is no code.
func (b *builder) fenceWords(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	seg := n.Info.Segment
	if k := dialect.Fence(string(seg.Value(b.source))); k != nil {
		b.foreignFound(k, seg.Start, seg.Stop)
	}
}
