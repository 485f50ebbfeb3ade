package locate

import "strings"

// Holds reports whether the words of a text stand in the book, most of them one behind the other. Enough is false where the text is
// too short to say: a word or two stand in any book.
func (x *Index) Holds(text string) (held, enough bool) {
	const most = 400 // words; a longer text is judged by its beginning
	list := Words(Tokens(FirstBytes(text, 20*most)))
	if len(list) > most {
		list = list[:most]
	}
	const fewest = 4 // words, of three letters on average; or twice as many, as of Chinese
	if len(list) < fewest || len(list) < 2*fewest && letters(strings.Join(list, "")) < 3*fewest {
		return false, false
	}
	runs, found := 0, 0
	for i := 0; i+2 < len(list); i++ {
		runs++
		if len(x.triples[[3]string(list[i:i+3])]) > 0 {
			found++
		}
	}
	return 2*found >= runs, true
}

// Heads reports whether a text is a heading of the book: a part's title, a chapter's, a section's, or a maxim.
func (x *Index) Heads(text string) bool { return x.headings[headingKey(text)] }

// headingKey returns the words of a heading, to compare them.
func headingKey(text string) string { return strings.Join(Words(Tokens(text)), " ") }
