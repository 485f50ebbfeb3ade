package book

import (
	"fmt"
	"testing"
)

// TestNumberEntries counts entries, and those in their glosses, through the book or in each chapter; drafts are not counted.
func TestNumberEntries(t *testing.T) {
	inner := &Entry{ID: "b"}
	entries := []*Entry{{ID: "a", Gloss: []Block{inner}}, inner, {ID: "c", Status: Draft}, {ID: "d"}, {ID: "e"}}
	bk := &Book{Front: []*Chapter{{Blocks: []Block{entries[0]}}},
		Parts: []*Part{{Chapters: []*Chapter{{Blocks: []Block{entries[2], entries[3], entries[4]}}}}}}
	for how, want := range map[EntryNumbers]string{NoNumbers: "[0 0 0 0 0]", ThroughBook: "[1 2 0 3 4]", ThroughChapter: "[1 2 0 1 2]"} {
		for _, e := range entries {
			e.Number = 0
		}
		bk.Count(Counting{Entries: how})
		var got []int
		for _, e := range entries {
			got = append(got, e.Number)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("numbered %d: %d, want %s", how, got, want)
		}
	}
}

func TestSeveralKinds(t *testing.T) {
	for kinds, want := range map[[2]string]bool{{"rule", "rule"}: false, {"recipe", "recipe"}: false, {"rule", "recipe"}: true} {
		bk := &Book{Parts: []*Part{{Chapters: []*Chapter{{Blocks: []Block{&Entry{Kind: kinds[0]}, &Entry{Kind: kinds[1]}}}}}}}
		if bk.SeveralKinds() != want {
			t.Errorf("%v: several kinds %t", kinds, !want)
		}
	}
	if (&Book{}).SeveralKinds() {
		t.Error("a book without entries has several kinds")
	}
}
