package ledger

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/locate"
)

// Remarks that take more work to find than a limit are left out, the same ones each time, and those that say the same have one place.
func TestMuchToFind(t *testing.T) {
	s, err := OpenShelf(folder(t, ""), "lamp")
	if err != nil {
		t.Fatal(err)
	}
	index := locate.NewIndex(booktest.OfChapter(t, booktest.Lamp))
	placed := func(most int) *feedback.File {
		f := &feedback.File{Name: "a.csv"}
		for i := range 3000 {
			f.Remarks = append(f.Remarks, feedback.Remark{Seen: locate.Seen{Words: fmt.Sprintf("the job %d was wicks and soot", i%1500), Offset: -1}})
		}
		if err := s.place(t.Context(), index, f, "Ann", most); err != nil {
			t.Fatal(err)
		}
		return f
	}
	all := placed(mostSteps)
	if len(all.Remarks) != 3000 || len(all.Lost) > 0 {
		t.Fatalf("%d remarks are left, and %q", len(all.Remarks), all.Lost)
	}
	for i, r := range all.Remarks {
		if r.Place.Status == "" || r.Reader != "Ann" || r.Place != all.Remarks[i%1500].Place {
			t.Fatalf("remark %d is %+v", i, r)
		}
	}
	some := placed(1_000_000)
	if n := len(some.Remarks); n == 0 || n >= 1500 || len(some.Lost) != 1 || !strings.Contains(some.Lost[0], fmt.Sprintf("more than 1 million steps of work; those after the first %d are left out", n)) {
		t.Fatalf("%d remarks are left, and %q", len(some.Remarks), some.Lost)
	}
	for range 3 {
		if again := placed(1_000_000); len(again.Remarks) != len(some.Remarks) {
			t.Errorf("%d remarks are left, and %d before", len(again.Remarks), len(some.Remarks))
		}
	}
}
