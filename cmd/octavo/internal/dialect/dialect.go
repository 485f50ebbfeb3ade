// Package dialect knows the Markdown of other programs: how they name the anchors of headings ([Names]), and their markup that
// octavo has no form for ([Find]). It works on text alone and knows nothing of a book.
package dialect
