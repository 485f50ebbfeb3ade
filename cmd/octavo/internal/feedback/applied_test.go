package feedback

import (
	"testing"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

func TestApplied(t *testing.T) {
	src := &diag.Source{Name: "manuscript/a.md"}
	for _, c := range []struct {
		name               string
		kind               Kind
		before, words, new string
		after, here        string // what stands there now
		want               bool
	}{
		{"replaced", Replace, "It was soot, and ", "oil", "lamp oil", " carried up by hand.", "It was soot, and lamp oil carried up by hand.", true},
		{"not replaced", Replace, "It was soot, and ", "oil", "lamp oil", " carried up by hand.", "It was soot, and oil carried up by hand.", false},
		{"replaced by something else", Replace, "It was soot, and ", "oil", "lamp oil", " carried up by hand.", "It was soot, and wicks carried up by hand.", false},
		{"with the book's quotation marks", Replace, "He said ", "go", `"go on"`, " and then he", "He said “go on” and then he left.", true},
		{"a mark", Replace, "the lamp is out", ",", ";", " the ship is lost.", "And the lamp is out; the ship is lost.", true},
		{"a mark, not yet", Replace, "the lamp is out", ",", ";", " the ship is lost.", "And the lamp is out, the ship is lost.", false},
		{"an apostrophe", Replace, "the dog lost ", "it's", "its", " old red bone", "so the dog lost its old red bone", true},
		{"an apostrophe, not yet", Replace, "the dog lost ", "it's", "its", " old red bone", "so the dog lost it’s old red bone", false},
		{"inserted without spaces", Insert, "the job was", "", "never", "light in the tower", "As a child I knew the job was never light in the tower.", true},
		{"not inserted", Insert, "the job was ", "", "never", "light in the tower", "As a child I knew the job was light in the tower.", false},
		{"a letter", Insert, "all of it was carr", "", "i", "ed up by hand", "all of it was carried up by hand", true},
		{"struck out", Strike, "the job was ", "really ", "", "light in the tower", "the job was light in the tower", true},
		{"not struck out", Strike, "the job was ", "really ", "", "light in the tower", "the job was really light in the tower", false},
		{"a sentence with its full stop", Strike, "out of their hands. ", "Orders went up", "", ". In the second", "the telephone out of their hands. In the second quarter", true},
		{"a clause with its comma", Strike, "the lamp was out, ", "sadly", "", " and nobody came", "the lamp was out and nobody came", true},
		{"a soft hyphen", Replace, "the key-\u00ADhole was ", "small", "tiny", " in the tower", "the key-hole was tiny in the tower", true},
		{"too little around it", Replace, "", "oil", "lamp oil", "", "lamp oil", false},
		{"nothing to insert", Insert, "the job was ", "", " ", "light in the tower", "the job was light in the tower", false},
		{"a comment", Comment, "the job was ", "light", "light", " in the tower", "the job was light in the tower", false},
	} {
		r := Remark{Kind: c.kind, New: c.new, Seen: locate.Seen{Before: c.before, Words: c.words, After: c.after},
			Place: locate.Place{Status: locate.AsMarked, Pos: diag.Pos{Source: src}, Before: c.here[:4], Here: c.here[4:7], After: c.here[7:]}}
		if got := r.Applied(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
