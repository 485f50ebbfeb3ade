package feedback

import (
	"bytes"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/locate"
)

// TestForeign leaves out the remarks of a PDF of another book, unless its copy is known.
func TestForeign(t *testing.T) {
	other := bytes.Replace(annotated(false), []byte("trailer\n<<"), []byte("trailer\n<</Info<</Title(Slate)>>"), 1)
	lamp := Subject{Title: "The Lamp", Text: locate.NewIndex(booktest.OfChapter(t, booktest.Lamp))}
	sure := lamp
	sure.Sure = true
	copies := func(string, string) *Copy { return &Copy{ID: "wtd-7f3a91c2"} }
	for _, c := range []struct {
		name    string
		data    []byte
		on      Subject
		copies  Copies
		remarks int
		foreign string
	}{
		{"another book", other, lamp, nil, 0, `is about another book: "Slate"; none of its 24 remarks has words of this one`},
		{"without a title", annotated(false), lamp, nil, 0, `is about another book: none of its 24 remarks has words of this one`},
		{"surely this book", other, sure, nil, 24, ""},
		{"nothing is known of the book", other, Subject{Title: "The Lamp"}, nil, 24, ""},
		{"a copy is known", other, lamp, copies, 24, ""},
		{"a letter with passages of both", []byte("“picked the Wolcotts out of a crowd”\nyes\n\n“the sea was a field of slate that nobody had ploughed”\nno\n"), lamp, nil, 2, ""},
		{"one passage", []byte("“the sea was a field of slate”\nno\n"), lamp, nil, 1, ""},
		{"a page and a line", []byte("p. 3, line 4: too long\n"), lamp, nil, 1, ""},
	} {
		f, err := Read(t.Context(), "x", c.data, c.on, c.copies)
		if err != nil || len(f.Remarks) != c.remarks || !strings.HasPrefix(f.Foreign, c.foreign) || c.foreign == "" && f.Foreign != "" {
			t.Errorf("%s: %v, %d remarks, %q", c.name, err, len(f.Remarks), f.Foreign)
		}
	}
}
