package book_test

import (
	"fmt"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// A chapter's blocks are walked with those inside them, and the text of each block run by run.
func ExampleWalk() {
	ch, _ := manuscript.ParseChapter("lamp.md", []byte("# The Lamp\n\nIt was *soot*.\n\n- wicks\n- oil\n"))
	fmt.Println(book.PlainText(ch.Title))
	book.Walk(ch.Blocks, func(b book.Block) {
		fmt.Printf("%T\n", b)
		book.Runs(b, func(text []book.Inline) { fmt.Printf("  %q\n", book.PlainText(text)) })
	})
	// Output:
	// The Lamp
	// *book.Paragraph
	//   "It was soot."
	// *book.List
	// *book.Paragraph
	//   "wicks"
	// *book.Paragraph
	//   "oil"
}

func ExampleSlug() {
	fmt.Println(book.Slug("Never hold the door & leave!"))
	// Output: never-hold-the-door-leave
}
