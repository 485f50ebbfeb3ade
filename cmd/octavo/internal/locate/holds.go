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

// Follows reports whether a text stands in the book shortly behind another, by the last words of the one and the first of the other.
func (x *Index) Follows(text, next string) bool {
	const shortly, looks = 60, 20 // words; places
	a, b := Words(Tokens(LastBytes(text, 200))), Words(Tokens(FirstBytes(next, 200)))
	if len(a) < 3 || len(b) < 3 {
		return false
	}
	ends, starts := x.triples[[3]string(a[len(a)-3:])], x.triples[[3]string(b[:3])]
	for _, end := range ends[:min(len(ends), looks)] {
		for _, start := range starts[:min(len(starts), looks)] {
			if start > end && start < end+shortly {
				return true
			}
		}
	}
	return false
}

// headingKey returns the words of a heading, to compare them.
func headingKey(text string) string { return strings.Join(Words(Tokens(text)), " ") }
