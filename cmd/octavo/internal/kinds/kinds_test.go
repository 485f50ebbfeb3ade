package kinds

import (
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

func testConfig() *config.Config {
	cfg := &config.Config{Lang: lang.English()}
	cfg.SetKinds(append(config.BuiltInKinds(cfg.Lang),
		config.Kind{ID: "rule", Label: config.LabelAlways}, config.Kind{ID: "aside", Label: config.LabelNever},
		config.Kind{ID: "recipe", Line: "for {who}", Keys: []config.KindKey{
			{Name: "serves", Type: config.NumberKey, Print: true, Label: "Serves"}, {Name: "hours", Type: config.NumberKey, Print: true, Label: "{hours} hours"},
			{Name: "vegan", Type: config.BoolKey, Print: true, Label: "Vegan"}, {Name: "who", Type: config.StringKey, Card: true},
			{Name: "made", Type: config.DateKey, Print: true, Place: config.AtEnd}, {Name: book.SourceKey, Type: config.StringKey, Print: true, Place: config.AtEnd},
			{Name: "needs", Type: config.StringsKey, Card: true}}}))
	return cfg
}

func TestLabelAndReference(t *testing.T) {
	cfg := testConfig()
	for _, c := range []struct {
		e            book.Entry
		one, several string
		reference    string
	}{
		{book.Entry{Kind: "meme"}, "", "meme", ""},
		{book.Entry{Kind: "meme", Number: 4}, "", "meme", "maxim\u00A04"},
		{book.Entry{Kind: "rule", Count: 2, Number: 4}, "rule\u00A02", "rule\u00A02", "rule\u00A02"},
		{book.Entry{Kind: "recipe", Number: 4}, "", "recipe", "recipe\u00A04"},
		{book.Entry{Kind: "aside", Count: 3}, "", "", "aside\u00A03"},
		{book.Entry{Kind: "unknown"}, "", "unknown", ""},
	} {
		if one, several, ref := Label(cfg, &c.e, false), Label(cfg, &c.e, true), Reference(cfg, &c.e); one != c.one || several != c.several || ref != c.reference {
			t.Errorf("%+v: %q, %q, %q", c, one, several, ref)
		}
	}
}

func TestPrinted(t *testing.T) {
	cfg := testConfig()
	e := &book.Entry{Kind: "recipe", Source: "a neighbour", Values: []book.Value{{Key: "vegan", Type: book.Bool, True: true},
		{Key: "hours", Type: book.Number, Text: "-1.5"}, {Key: "who", Type: book.String, Text: "two"}, {Key: "serves", Type: book.Number, Text: "4"},
		{Key: "needs", Type: book.Strings, Items: []string{"a", "b"}}, {Key: "made", Type: book.Date, Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}}}
	for at, want := range map[Place]string{Head: "Serves 4 · −1.5 hours · Vegan", End: "23 November 2026 · a neighbour", OnCard: "two · a, b"} {
		if got := Text(Printed(cfg, e, at)); got != want {
			t.Errorf("at %d: %q, want %q", at, got, want)
		}
	}
	if got := Line(cfg, e); got != "for two" {
		t.Errorf("line %q", got)
	}
	e.Values = e.Values[:1]
	e.Values[0].True = false
	if got := Text(Printed(cfg, e, Head)) + Line(cfg, e); got != "" {
		t.Errorf("without values: %q", got)
	}
}
