package bookdiff_test

import (
	"fmt"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/manuscript"
)

// bookOf returns a book of one chapter.
func bookOf(text string) *book.Book {
	ch, _ := manuscript.ParseChapter("lamp.md", []byte(text))
	return &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}}
}

func ExampleCompare() {
	then := bookOf("# The Lamp\n\nThe job was wicks. It was soot, and oil carried up by hand.\n")
	now := bookOf("# The Lamp\n\nThe job was wicks and soot. It was soot, and oil carried up by hand.\n\nNobody thanked us.\n")
	for _, c := range bookdiff.Compare(then, now).List() {
		fmt.Printf("%s %s %q: %d words more, %d gone\n", c.Kind, c.What, c.Title, c.Added, c.Gone)
		for _, e := range c.Edits {
			fmt.Printf("  %q was %q\n", e.New, e.Old)
		}
	}
	// Output:
	// changed passage "The job was wicks and soot. It was …": 3 words more, 1 gone
	//   "wicks and soot." was "wicks."
	// new passage "Nobody thanked us.": 3 words more, 0 gone
}
