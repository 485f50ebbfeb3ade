package book

import (
	"fmt"
	"testing"

	"octavo/cmd/octavo/internal/diag"
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

// TestClassify gives entries without a kind the default one, counts those of a counted kind, and takes the cards of others.
func TestClassify(t *testing.T) {
	bk := func() (*Book, []*Entry) {
		entries := []*Entry{{}, {Kind: "recipe"}, {Kind: "rule", Status: Draft}, {}, {Kind: "rule"},
			{Places: map[string]diag.Pos{"kind": {}}}} // of a kind that is no string: an error, and none of ours
		return &Book{Parts: []*Part{{Chapters: []*Chapter{{Blocks: []Block{entries[0], entries[1], entries[2]}},
			{Blocks: []Block{entries[3], entries[4], entries[5]}}}}}}, entries
	}
	for restart, want := range map[bool]string{false: "rule 1 true, recipe 0 false, rule 0 true, rule 2 true, rule 3 true,  0 false, ",
		true: "rule 1 true, recipe 0 false, rule 0 true, rule 1 true, rule 2 true,  0 false, "} {
		b, entries := bk()
		b.Classify(Kinds{Default: "rule", Restart: restart, Counted: map[string]bool{"rule": true}, NoCards: map[string]bool{"rule": true}})
		got := ""
		for _, e := range entries {
			got += fmt.Sprintf("%s %d %t, ", e.Kind, e.Count, e.NoCard)
		}
		if got != want {
			t.Errorf("restart %t: %s, want %s", restart, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	e := &Entry{Source: "a letter", Values: []Value{{Key: "serves", Type: Number, Text: "4"}}}
	if v := e.Value("serves"); v == nil || v.Text != "4" || v.Equal(&Value{Key: "serves", Type: String, Text: "4"}) || !v.Equal(&e.Values[0]) {
		t.Errorf("serves is %+v", v)
	}
	if v := e.Value(SourceKey); v == nil || v.Text != "a letter" {
		t.Errorf("the source is %+v", v)
	}
	if v := e.Value("oven"); v != nil || !v.Equal(nil) || v.Equal(&e.Values[0]) {
		t.Errorf("a key that is not there is %+v", v)
	}
}
