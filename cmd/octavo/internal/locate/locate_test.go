package locate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/pagemap"
)

// TestLocate holds marks against words as the reader saw them, in a text that has gone on since. In each case the marked
// words stand between brackets, and so do those that they come to.
func TestLocate(t *testing.T) {
	for _, c := range []struct{ seen, want, status string }{
		{"the job was light. The job was [wicks]. It was soot", "wicks", "as marked"},
		{"The job was wicks. It was soot, and [oil carried up by] hand", "oil carried up\nby", "as marked"},
		{"and a log kept in “[plain] writing” for", "plain", "as marked"},
		{"kept in [“plain writing” for an inspector]", `plain writing" for an inspector`, "as marked"},
		{"who might come in [August.1]", "August", "as marked"}, // with the mark of the note
		{"people who were out on the water mind\u00ADing [their own] business", "their own", "as marked"},
		{"told this, & [are then taken for ice-cream].", `are then taken for ice\-cream`, "as marked"},
		{"Lamps [Benajah] Wolcott", "Benajah", "as marked"},
		{"the county’s archive, and [nobody] has asked", "nobody", "as marked"},
		{"of a crowd – see [Rachel climbed the stairs, page 3]. School groups", "", "as marked"}, // what the link prints
		{"climbed the s[tair]s", "tair", "as marked"},
		// An older text: words differ in the mark, around it, or it is gone.
		{"As a child I supposed that the job was [easy]. The job was wicks.", "light", "changed: light"},
		{"not have [selected the Wolcots] out of a crowd", "picked the Wolcotts", "changed: picked the Wolcotts"},
		{"It was soot, and [some very fine] oil carried up by hand", "", "gone"},
		{"minding [their very own] business and who", "their own", "changed: their own"},
		{"minding their [business] and who could not", "business", "as marked"},
		{"Then the last of them: [ash, and] oil.", "soot, and", "changed: soot, and"},
		{"for [an] inspector who might come", "an", "as marked"},
		{"a chapter on [whale oil prices] that went", "", "lost"},
		{"[xyzzy]", "", "lost"},
		// Points.
		{"It was soot, and [] oil carried up by hand", "", "as marked"},
	} {
		x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
		open, shut := strings.Index(c.seen, "["), strings.LastIndex(c.seen, "]")
		seen := Seen{Before: c.seen[:open], Words: c.seen[open+1 : shut], After: c.seen[shut+1:], Offset: -1}
		place := x.Locate(&seen, nil)
		got, status := "", string(place.Status)
		if p := place.Pos; p.IsValid() {
			got = string(p.Source.Text[p.Offset:place.End])
		}
		if place.Status == Changed {
			status += ": " + place.Now
		}
		if got != c.want || status != c.status {
			t.Errorf("%s:\ngot  %q %s at %v\nwant %q %s", c.seen, got, status, place.Pos, c.want, c.status)
		}
	}
}

// TestOwner says what a place is in.
func TestOwner(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
	for words, want := range map[string]string{"The job was wicks": "||The Lamp", "picked the Wolcotts": "rachel|Rachel climbed the stairs.|The Lamp",
		"Rachel climbed": "rachel|Rachel climbed the stairs.|The Lamp", "county's archive": "||The Lamp", "Then the second": "rachel|Rachel climbed the stairs.|The Lamp"} {
		seen := Seen{Words: words, Offset: -1}
		place := x.Locate(&seen, nil)
		if got := place.Entry + "|" + place.Section + "|" + place.Chapter; got != want {
			t.Errorf("%q is in %s, want %s", words, got, want)
		}
	}
	seen := Seen{Words: "soot, and oil", Offset: -1}
	if place := x.Locate(&seen, nil); place.Others != 1 {
		t.Errorf("%+v: want one other place", place)
	}
}

// TestLocateAfterEdits marks every fifth word of the shipped book, then edits the book, and holds each mark against
// where its word went: a mark may be called changed or gone, but never be put on another word than its own.
func TestLocateAfterEdits(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	bk, record := shipped(t)
	old := NewIndex(bk)
	n, lost, other := 0, 0, 0
	// The edited book: every 40th line has a word more, every 55th a word less, and paragraphs are wrapped anew.
	dir := t.TempDir()
	for _, s := range bk.Sources {
		lines := strings.Split(string(s.Text), "\n")
		for i, l := range lines {
			words := strings.Fields(l)
			if len(words) < 8 || strings.ContainsAny(l, "|#=[`+") || strings.HasPrefix(l, " ") || strings.HasPrefix(l, "-") {
				continue
			}
			switch {
			case i%40 == 0:
				lines[i] = strings.Join(words[:4], " ") + " moreover " + strings.Join(words[4:], " ")
			case i%55 == 0:
				lines[i] = strings.Join(append(words[:4:4], words[5:]...), " ")
			case i%7 == 0:
				lines[i] = strings.Join(words[:3], " ") + "\n" + strings.Join(words[3:], " ")
			}
		}
		name := filepath.Join(dir, filepath.Base(s.Name))
		if err := os.WriteFile(name, []byte("Put first.\n\n"+strings.Join(lines, "\n")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	bk, _ = manuscript.Read(dir, book.Contents{All: true})
	x := NewIndex(bk)
	for i := 0; i+20 < len(old.words); i += 5 {
		if old.isMade(i) {
			continue
		}
		s := old.spots[i]
		text := old.runs[s.run].text
		seen := Seen{Before: text[:s.from], Words: text[s.from:s.to], After: text[s.to:], Offset: -1}
		place := x.Locate(&seen, record)
		if place.Status == Lost {
			if lost++; lost < 10 {
				t.Logf("lost: %q[%s]%q", LastBytes(seen.Before, 40), seen.Words, FirstBytes(seen.After, 40))
			}
		}
		n++
		if place.Status != AsMarked {
			continue
		}
		got := Tokens(string(place.Pos.Source.Text[place.Pos.Offset:place.End]))
		if len(got) == 0 || got[0].Word != old.words[i] {
			if other++; other < 10 {
				t.Errorf("%q is found at %q at %v", seen.Words, fmt.Sprint(Words(got)), place.Pos)
			}
		}
	}
	t.Logf("%d marks, %d lost, %d on other words", n, lost, other)
	if n < 4000 || 200*lost > n {
		t.Errorf("%d of %d marks are lost", lost, n)
	}
}

// shipped returns the book of this repository, and what is printed where of it.
func shipped(t *testing.T) (*book.Book, *pagemap.Record) {
	t.Helper()
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	_, pages, _ := interior.Set(cfg, bk, fonts)
	tracer := bk.Tracer()
	return bk, pages.Record(cfg.Book.Title, func(at pagemap.Place) diag.Pos { return tracer.Trace(at.Pos, at.Offset) })
}

// TestOtherSigns finds words whose white and marks a reader has typed plainly.
func TestOtherSigns(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, "# Le phare\n\n—\u00A0Qui est là\u202F? «\u202FPersonne\u202F», dit-il\u202F; l’autre «\u202Frit\u202F» et s’en alla à 5\u202Fh.\n"))
	for _, seen := range []string{`Qui est là ? "Personne", dit-il`, `Qui est là? "Personne", dit-il; l'autre "rit"`, `« Personne », dit-il ; l'autre`, "s'en alla à 5 h"} {
		place := x.Locate(&Seen{Words: seen, Offset: -1}, nil)
		if place.Status != AsMarked {
			t.Errorf("%q: %s", seen, place.Status)
		}
	}
}
