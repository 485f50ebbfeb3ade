package feedback

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/pagemap"
)

// pagesOfWords are two pages of a book, as its map has them.
func pagesOfWords() *pagemap.Record {
	record := &pagemap.Record{Format: pagemap.Format}
	for i, folio := range []string{"41", "42"} {
		p := pagemap.RecordPage{Number: 50 + i, Folio: folio, Kind: pagemap.Chapter}
		for k := range 12 {
			p.Lines = append(p.Lines, pagemap.RecordLine{Y: float64(12 * k), File: "manuscript/a.md", Line: k + 1, Column: 1,
				Text: fmt.Sprintf("%s line %s is about ropes %s", []string{"first", "other"}[i], numerals[k], numerals[(k*5+i)%12])})
		}
		record.Pages = append(record.Pages, p)
	}
	return record
}

var numerals = strings.Fields("nought one two three four five six seven eight nine ten eleven")

// printed returns a file that a program made of a copy by printing: without metadata, with two pages on a sheet or one, and with a
// highlight on "ropes" of line three of page 42.
func printed(record *pagemap.Record, together bool, foot string) []byte {
	var contents []string
	for i := range record.Pages {
		var b strings.Builder
		for k, l := range record.Pages[i].Lines {
			fmt.Fprintf(&b, "BT /F 10 Tf %d %d Td (%s) Tj ET ", 20+300*i, 500-12*k, l.Text)
		}
		fmt.Fprintf(&b, "BT /F 6 Tf %d 30 Td (%s) Tj ET ", 20+300*i, foot)
		contents = append(contents, b.String())
	}
	if together {
		contents = []string{contents[0] + contents[1]}
	}
	const left = 320 + 5*len("other line three is about ") // each letter is five points wide
	annot := fmt.Sprintf("/Annots[<</Subtype/Highlight/Contents(hemp?)/T(user)/Rect[%d 462 %d 472]/QuadPoints[%[1]d 472 %[2]d 472 %[1]d 462 %[2]d 462]>>]", left+1, left+24)
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding/WinAnsiEncoding/FirstChar 0/Widths[" +
		strings.Repeat("500 ", 256) + "]>>"}
	kids := ""
	for i, c := range contents {
		if i < len(contents)-1 {
			kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
			objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", len(objects)+2), deflated("", c))
			continue
		}
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>", len(objects)+2, annot), deflated("", c))
	}
	objects[1] = fmt.Sprintf("<</Kids[%s]/Count %d/MediaBox[0 0 700 600]/Resources<</Font<</F 3 0 R>>>>>>", kids, len(contents))
	return packedFile(objects)
}

// A copy that was printed to a file is its reader's, by the line at the foot of its pages, and its remarks are on pages of the book.
func TestPrinted(t *testing.T) {
	record := pagesOfWords()
	dana := &Copy{ID: "rp-0123456789", Reader: "Dana Whitfield", Map: record}
	for name, c := range map[string]struct {
		foot     string
		together bool
		on       Subject
		copies   Copies
		reader   string
		folio    string
	}{
		"known by its id": {"Copy 3 of 12, for Dana Whitfield rp-0123456789", false,
			Subject{IDs: func(text string) []string {
				if strings.Contains(text, dana.ID) {
					return []string{dana.ID}
				}
				return nil
			}}, func(id, _ string) *Copy {
				if id == dana.ID {
					return dana
				}
				return nil
			}, "Dana Whitfield", "42"},
		"two on a sheet": {"Copy 3 of 12, for Dana Whitfield rp-0123456789", true,
			Subject{Of: func(reader string) *Copy {
				if reader == dana.Reader {
					return dana
				}
				return nil
			}}, nil, "Dana Whitfield", "42"},
		"no ledger":      {"Exemplar 3 von 12, f\\374r Dana Whitfield rp-0123456789", false, Subject{}, nil, "Dana Whitfield", "2"},
		"the book as is": {"42", true, Subject{Pages: pagesOfWords}, nil, "user", "42"},
		"no copy":        {"", false, Subject{}, nil, "user", "2"},
	} {
		f, err := Read(t.Context(), name, printed(record, c.together, c.foot), c.on, c.copies)
		if err != nil || len(f.Remarks) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := &f.Remarks[0]
		if c.folio == "2" && c.reader != "user" { // sheets are not called pages of the book
			c.folio = ""
		}
		if r.Reader != c.reader || r.Seen.Folio != c.folio || r.Seen.Words != "ropes" || !strings.HasSuffix(r.Seen.Before, "three is about ") {
			t.Errorf("%s: %q, page %q, %q after %q", name, r.Reader, r.Seen.Folio, r.Seen.Words, r.Seen.Before)
		}
	}
}

// The line at the foot of a copy is known in all languages.
func TestFootOf(t *testing.T) {
	for _, l := range lang.Languages() {
		number := l.Review.Number.Fill("n", "3", "of", "12")
		line := l.Review.NumberFor.Fill("copy", number, "name", "Ann M. O’Neill-Lee") + "\u2003wtd-7f3a91c2de"
		id, owner := FootOf("Not for sale " + line + " and more")
		if id != "wtd-7f3a91c2de" || owner != "Ann M. O’Neill-Lee" {
			t.Errorf("%s: %q of %q in %q", l.Tag, id, owner, line)
		}
	}
	if id, owner := FootOf("a copy for Ann of wtd-7f3a91c2de"); owner != "" {
		t.Error(id, owner)
	}
	en, _ := lang.Find("en-US")
	line := en.Review.NumberFor.Fill("copy", en.Review.Number.Fill("n", "3", "of", "12"), "name", strings.Repeat("é", 100)) + " • wtd-7f3a91c2de"
	if id, _ := FootOf(strings.Repeat("well-known words — and – dashes ", 1<<20) + line); id != "wtd-7f3a91c2de" { // 38 MB, of which little is looked at
		t.Errorf("%q is found at the end of a long text", id)
	}
	if id, _ := FootOf(strings.Repeat("x-0123456789 ", FootLooks) + line); id != "" {
		t.Errorf("%q is found behind more ids than are looked at", id)
	}
}
