package runs

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// nested writes inlines with their nesting.
func nested(text []book.Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.Emph:
			b.WriteString("{i " + nested(in.Text) + "}")
		case *book.Strong:
			b.WriteString("{b " + nested(in.Text) + "}")
		case *book.Link:
			b.WriteString("{a " + nested(in.Text) + "}")
		case *book.CodeSpan:
			b.WriteString("{code " + in.Value + "}")
		case *book.Span:
			fmt.Fprintf(&b, "{%d %s}", in.Style, nested(in.Text))
		case *book.LineBreak:
			b.WriteString("/")
		case *book.NoteMark:
			b.WriteString("^")
		}
	}
	return b.String()
}

func TestNest(t *testing.T) {
	i, bold, both := Format{Italic: true}, Format{Bold: true}, Format{Italic: true, Bold: true}
	link := Format{Link: &Link{"x"}}
	linked := Format{Link: link.Link, Italic: true}
	mark := Run{Object: &book.NoteMark{}, Format: Format{Super: true}}
	br := Run{Object: &book.LineBreak{}, Format: i}
	for want, rs := range map[string][]Run{
		"a {i b} c":                 {{Text: "a "}, {Text: "b ", Format: i}, {Text: "c"}},
		"{i a b c}":                 {{Text: "a ", Format: i}, {Text: "b"[:1], Format: i}, {Text: " c", Format: i}},
		"{i one {b two}} {b three}": {{Text: "one ", Format: i}, {Text: "two ", Format: both}, {Text: "three", Format: bold}},
		"{b {i a} b}":               {{Text: "a", Format: both}, {Text: " b", Format: bold}},
		"{a x {i y}} z":             {{Text: "x ", Format: link}, {Text: "y", Format: linked}, {Text: " z"}},
		"a b":                       {{Text: "a"}, {Text: " ", Format: bold}, {Text: "b"}},
		"{i a}^ b":                  {{Text: "a", Format: i}, mark, {Text: " b"}},
		"{i a^b}":                   {{Text: "a", Format: i}, mark, {Text: "b", Format: i}},
		"{i a}/b":                   {{Text: "a", Format: i}, br, {Text: "b"}},
		"{code a  b}":               {{Text: "a  ", Format: Format{Code: true}}, {Text: "b", Format: Format{Code: true}}},
		"H{2 2}O":                   {{Text: "H"}, {Text: "2", Format: Format{Sub: true}}, {Text: "O"}},
	} {
		if got := nested(Nest(rs)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	br := Run{Object: &book.LineBreak{}}
	var got []string
	for _, p := range Paragraphs([]Run{br, {Text: "\u00A0 a"}, br, {Text: "b "}, br, {Text: " "}, br, {Text: "c"}, br, {Text: "\u00A0"}}) {
		got = append(got, nested(Nest(p)))
	}
	if s := strings.Join(got, "|"); s != "a/b|c" {
		t.Errorf("%q", s)
	}
}

func TestSceneBreak(t *testing.T) {
	for _, s := range []string{"* * *", "***", "*", "⁂", "#", "# # #", "~", "~*~", "• • •", "•", "— — —", "---", "❦", "-o0o-", "\u00A0*\u00A0*", "_____", "§", "+++", "***  ***"} {
		if !SceneBreak(s) {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"", " ", "-", "–", ".", "...", "a", "oxo", "XXX", "1", "?", "!!!", "* a *", "“”", "x", "ooo, no", strings.Repeat("*", 50)} {
		if SceneBreak(s) {
			t.Errorf("%q is one", s)
		}
	}
}
