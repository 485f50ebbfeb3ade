package dialect

import (
	"slices"
	"testing"
)

// TestSlugs holds the slugs against what the programs themselves publish: the README of github-slugger, the tests of mdBook, and
// the table in Pandoc's manual.
func TestSlugs(t *testing.T) {
	for _, c := range []struct{ heading, github, mdbook, pandoc, kramdown string }{
		{"Foo", "foo", "foo", "foo", "foo"},
		{"foo bar", "foo-bar", "foo-bar", "foo-bar", "foo-bar"},
		{"Привет non-latin 你好", "привет-non-latin-你好", "привет-non-latin-你好", "привет-non-latin-你好", "non-latin-"},
		{"😄 emoji", "-emoji", "-emoji", "emoji", "emoji"},
		{"I ♥ unicode", "i--unicode", "i--unicode", "i-unicode", "i--unicode"},
		{"Dash-dash", "dash-dash", "dash-dash", "dash-dash", "dash-dash"},
		{"en–dash", "endash", "endash", "endash", "endash"},
		{"snake_case and 'quotes'", "snake_case-and-quotes", "snake_case-and-quotes", "snake_case-and-quotes", "snakecase-and-quotes"},
		{"a & b", "a--b", "a--b", "a-b", "a--b"},
		{"Version 1.2.3", "version-123", "version-123", "version-1.2.3", "version-123"},
		{"Maître d'hôtel", "maître-dhôtel", "maître-dhôtel", "maître-dhôtel", "matre-dhtel"},
		{"Dogs?--in my house?", "dogs--in-my-house", "dogs--in-my-house", "dogs--in-my-house", "dogs--in-my-house"},
		{"HTML, S5, or RTF?", "html-s5-or-rtf", "html-s5-or-rtf", "html-s5-or-rtf", "html-s5-or-rtf"},
		{"3. Applications", "3-applications", "3-applications", "applications", "applications"},
		{"33", "33", "33", "section", "section"},
		{"Method-call expressions", "method-call-expressions", "method-call-expressions", "method-call-expressions", "method-call-expressions"},
		{"中文標題 CJK title", "中文標題-cjk-title", "中文標題-cjk-title", "中文標題-cjk-title", "cjk-title"},
		{"Cafe\u0301", "café", "café", "café", "caf"},
		{"", "", "", "section", "section"},
	} {
		got := []string{GitHub(c.heading), MdBook(c.heading), Pandoc(c.heading), Kramdown(c.heading)}
		if want := []string{c.github, c.mdbook, c.pandoc, c.kramdown}; !slices.Equal(got, want) {
			t.Errorf("%q:\ngot  %q\nwant %q", c.heading, got, want)
		}
	}
}

// TestNames says which heading of a file a name leads to.
func TestNames(t *testing.T) {
	var headings []Heading
	for _, s := range []string{"1. Ropes", "Exercises", "Exercises", "Exercises", "2 -- Bells"} {
		headings = append(headings, Heading{s, s})
	}
	headings[4].Smart = "2 – Bells"
	found := map[string]int{}
	Names(headings, func(name string, heading, _ int) {
		if _, ok := found[name]; !ok {
			found[name] = heading
		}
	})
	for name, want := range map[string]int{"1-ropes": 0, "ropes": 0, "a1-ropes": 0, "exercises": 1, "exercises-1": 2, "exercises-2": 3,
		"2----bells": 4, "bells": 4} {
		if got, ok := found[name]; !ok || got != want {
			t.Errorf("%s leads to heading %d, %v; want %d", name, got, ok, want)
		}
	}
	if _, ok := found["exercises-3"]; ok {
		t.Error("exercises-3 leads somewhere, and there are three")
	}
}
