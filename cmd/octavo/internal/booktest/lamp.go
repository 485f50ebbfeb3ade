package booktest

import (
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// OfChapter is a book of one chapter.
func OfChapter(t testing.TB, text string) *book.Book {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	bk, found := manuscript.Read(dir, book.Contents{All: true})
	if found.HasErrors() {
		t.Fatal(found.Err())
	}
	return bk
}

// Lamp is a chapter with an entry, emphasis, a list, a table, a link and a footnote.
const Lamp = `# The Lamp

As a child I supposed that the job was light. The job was wicks. It was soot, and *oil carried up
by hand*, and a log kept in "plain writing" for an inspector who might come in August.[^1]

## Rachel climbed the stairs.
+++
kind = "meme"
id = "rachel"
+++

All of it was done for people who were out on the water minding their own business and who could
not have picked the Wolcotts out of a crowd -- see [](#rachel). School groups are told this, &amp;
are then taken for ice\-cream.

- First a list, of three things that have been kept.
- Then the second of them: soot, and oil.

| What | Who |
| --- | --- |
| Lamps | Benajah Wolcott |

[^1]: The log is in the county's archive, and nobody has asked for it since.
`
