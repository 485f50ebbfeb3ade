package book

import "testing"

func TestPlainTextOfSpans(t *testing.T) {
	span := func(style SpanStyle, text string) Inline {
		return &Span{Style: style, Text: []Inline{&Text{Value: text}}}
	}
	for want, text := range map[string][]Inline{
		"H₂O":   {&Text{Value: "H"}, span(Subscript, "2"), &Text{Value: "O"}},
		"10⁻³":  {&Text{Value: "10"}, span(Superscript, "−3")},
		"16th":  {&Text{Value: "16"}, span(Superscript, "th")},
		"a b c": {&Text{Value: "a "}, span(Mark, "b"), span(SmallCaps, " c")},
	} {
		if got := PlainText(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
