package locate_test

import (
	"fmt"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/manuscript"
)

// A reader marked words in a copy, and the manuscript has gone on since.
func ExampleIndex_Locate() {
	ch, _ := manuscript.ParseChapter("lamp.md", []byte("# The Lamp\n\nThe job was wicks. It was soot, and lamp oil carried up by hand.\n"))
	x := locate.NewIndex(&book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}})
	place := x.Locate(&locate.Seen{Before: "It was ", Words: "soot, and oil carried up", After: " by hand", Offset: -1}, nil)
	fmt.Printf("%s: %s, in %q: %s\n", place.Pos, place.Status, place.Chapter, place.Now)
	// Output: manuscript/lamp.md:3:27: changed, in "The Lamp": soot, and lamp oil carried up
}
