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

func TestFormula(t *testing.T) {
	sub := &Span{Style: Subscript}
	ins := []Inline{&Text{Value: "Of CO"}, sub, &Text{Value: " and "}, sub, &Text{Value: "O"}, sub, &Text{Value: "NASA"}, &Text{Value: "NASA"}}
	for i, want := range map[int][2]int{0: {0, 3}, 2: {0, 5}, 4: {1, 1}, 6: {4, 4}, 7: {0, 4}} {
		if head, tail := Formula(ins, i); head != want[0] || tail != want[1] {
			t.Errorf("%d: %d to %d, want %v", i, head, tail, want)
		}
	}
}
