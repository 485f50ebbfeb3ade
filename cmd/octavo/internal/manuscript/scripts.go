package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
)

// Superscripts, subscripts and marked words are found among the text that goldmark leaves, as spans with attributes are: x^2^,
// H~2~O (Pandoc's manual, "Superscripts and subscripts"), ==marked== (its extension mark). A sign alone is text, and so is one in what
// is rather arithmetic or code: a^2+b^2=c^2, a==b.

// strikeParser parses ~~struck~~. Goldmark's own takes ~one~ too, which is a subscript here.
type strikeParser struct{}

// strikes is what the delimiters of struck-out text are.
type strikes struct{}

func (strikes) IsDelimiter(b byte) bool { return b == '~' }
func (strikes) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (strikes) OnMatch(int) ast.Node { return extast.NewStrikethrough() }

func (strikeParser) Trigger() []byte { return []byte{'~'} }

func (strikeParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, seg := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 2, strikes{})
	if node == nil || node.OriginalLength > 2 || before == '~' {
		return nil
	}
	node.Segment = seg.WithStop(seg.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

// longestScript is the largest number of bytes in a superscript or a subscript.
const longestScript = 100

// scripts makes the superscripts, subscripts and marked words among the children of parent, in one pass.
func (s *spanner) scripts(parent ast.Node) {
	var open [len(scriptSigns)]opening
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			continue
		}
		for at := t.Segment.Start; at < t.Segment.Stop; at++ {
			next := bytes.IndexAny(s.source[at:t.Segment.Stop], scriptSigns+`\`)
			if next < 0 {
				break
			}
			at += next
			kind := strings.IndexByte(scriptSigns, s.source[at])
			if kind < 0 { // a backslash, and what it stands before
				at++
				continue
			}
			width := 1
			for at+width < t.Segment.Stop && s.source[at+width] == s.source[at] {
				width++
			}
			if width != scriptWidth[kind] || s.source[at] == '^' && at+1 < len(s.source) && s.source[at+1] == '[' {
				at += width - 1
				continue
			}
			if from := open[kind]; from.node != nil && s.closes(kind, from.at, at) {
				before, span := s.wrap(parent, from, width, t, at)
				span.styles = []book.SpanStyle{scriptStyles[kind]}
				for k := range open {
					switch {
					case open[k].node == nil || open[k].at >= from.at: // what is inside is gone
						open[k] = opening{}
					case open[k].node == from.node:
						open[k].node = before
					}
				}
				t = s.cut(parent, t, at+width)
				parent.InsertBefore(parent, t, span)
				n, at = t, t.Segment.Start-1
				continue
			}
			open[kind] = opening{}
			if s.opens(kind, at, width) {
				open[kind] = opening{t, at}
			}
			at += width - 1
		}
	}
}

// The signs of scripts and marks, how many of them stand on each side, and what they make.
const scriptSigns = "^~="

var (
	scriptWidth  = [len(scriptSigns)]int{1, 1, 2}
	scriptStyles = [len(scriptSigns)]book.SpanStyle{book.Superscript, book.Subscript, book.Mark}
)

// opens reports whether the signs at an offset may open what they stand for.
func (s *spanner) opens(kind, at, width int) bool {
	after, _ := utf8.DecodeRune(s.source[min(at+width, len(s.source)):])
	if scriptStyles[kind] != book.Mark {
		return !unicode.IsSpace(after) && after != utf8.RuneError
	}
	before, _ := utf8.DecodeLastRune(s.source[:at])
	return !isWord(before) && !unicode.IsSpace(after) && after != utf8.RuneError
}

// closes reports whether the signs at an offset close those that stand from another on. A script has no space, and something that can
// be raised; where a word goes on behind it, it is a word too.
func (s *spanner) closes(kind, from, at int) bool {
	width := scriptWidth[kind]
	inside := s.source[from+width : at]
	after, _ := utf8.DecodeRune(s.source[min(at+width, len(s.source)):])
	if scriptStyles[kind] == book.Mark {
		before, _ := utf8.DecodeLastRune(inside)
		return len(inside) > 0 && !unicode.IsSpace(before) && !isWord(after)
	}
	if len(inside) == 0 || len(inside) > longestScript {
		return false
	}
	words, signs := false, false
	for i, r := range string(inside) {
		switch {
		case unicode.IsSpace(r) && !escapedAt(inside, i), (r == '[' || r == ']') && !escapedAt(inside, i):
			return false
		case isWord(r), r == '†' || r == '‡' || r == '°' || r == '′' || r == '∞' || r == '*':
			words = true
		case i > 0 && (r == '+' || r == '=' || r == '/' || r == '-' || r == '−'):
			signs = true
		case i == 0 && (r == '+' || r == '-' || r == '−'):
			words = true // the charge of an ion
		}
	}
	switch {
	case !words:
		return false
	case scriptStyles[kind] == book.Superscript && unicode.IsDigit(after):
		return false
	}
	return !signs || !isWord(after)
}

// escapedAt reports whether a byte of a text stands behind a backslash.
func escapedAt(text []byte, i int) bool { return i > 0 && text[i-1] == '\\' }
