package studio

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestDiary: a day is written once it has other words than it began with; the next day begins anew, and a new studio knows both.
func TestDiary(t *testing.T) {
	dir := t.TempDir()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	d := &diary{dir: dir}
	d.note(100, at)
	d.note(100, at.Add(time.Hour))
	d.close()
	if list, _ := os.ReadDir(dir); len(list) != 0 {
		t.Fatalf("looking at a book leaves %v", list)
	}
	d.note(120, at.Add(2*time.Hour))
	d.note(130, at.Add(2*time.Hour+time.Second))
	if days := stored(t, dir); !slices.Equal(days, []day{{"2026-03-01", 100, 120}}) {
		t.Errorf("a second later the file has %v", days)
	}
	d.note(140, at.AddDate(0, 0, 1))
	if days := stored(t, dir); !slices.Equal(days, []day{{"2026-03-01", 100, 130}}) {
		t.Errorf("on the next day the file has %v", days)
	}
	d.note(90, at.AddDate(0, 0, 1).Add(time.Second))
	want := []day{{"2026-03-01", 100, 130}, {"2026-03-02", 140, 90}}
	if days, err := d.days(); err != nil || !slices.Equal(days, want) {
		t.Errorf("the days are %v, %v", days, err)
	}
	d.close()
	if days, err := (&diary{dir: dir}).days(); err != nil || !slices.Equal(days, want) {
		t.Errorf("another studio knows %v, %v", days, err)
	}
}

// TestDiaryTwoStudios: two studios on one book keep what the other has written: a day begins where the first of them saw it begin.
func TestDiaryTwoStudios(t *testing.T) {
	dir := t.TempDir()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	first, second := &diary{dir: dir}, &diary{dir: dir}
	first.note(100, at)
	first.note(110, at.Add(time.Minute))
	second.note(110, at.Add(time.Minute))
	second.note(150, at.Add(time.Hour))
	if days := stored(t, dir); !slices.Equal(days, []day{{"2026-03-01", 100, 150}}) {
		t.Errorf("the file has %v", days)
	}
}

// TestDiaryTakenBack: words that were written down and then deleted again are no words of that day.
func TestDiaryTakenBack(t *testing.T) {
	dir := t.TempDir()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	d := &diary{dir: dir}
	d.note(100, at)
	d.note(110, at.Add(time.Minute))
	d.note(100, at.Add(time.Hour))
	if days := stored(t, dir); !slices.Equal(days, []day{{"2026-03-01", 100, 100}}) {
		t.Errorf("the file has %v", days)
	}
}

// TestDiaryUnreadable: where the file cannot be read, the author is told, and it stays as it is.
func TestDiaryUnreadable(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join("build", diaryName)
	if err := os.MkdirAll(filepath.Join(dir, name, "mine"), 0o777); err != nil {
		t.Fatal(err)
	}
	d := &diary{dir: dir}
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	d.note(100, at)
	d.note(120, at.Add(time.Minute))
	d.close()
	days, err := d.days()
	if err == nil || !slices.Equal(days, []day{{"2026-03-01", 100, 120}}) {
		t.Errorf("the days are %v, %v", days, err)
	}
	if _, err := os.Stat(filepath.Join(dir, name, "mine")); err != nil {
		t.Error(err)
	}
}

// TestDiaryLimit: the oldest days are let go, in the file too.
func TestDiaryLimit(t *testing.T) {
	dir := t.TempDir()
	d := &diary{dir: dir}
	at := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	var many []day
	for i := range diaryDays + 10 {
		many = append(many, day{at.AddDate(0, 0, i).Format(time.DateOnly), i, i + 1})
	}
	if err := d.write(t.Context(), many); err != nil {
		t.Fatal(err)
	}
	today := at.AddDate(0, 0, len(many))
	d.note(1, today)
	d.note(2, today.Add(time.Minute))
	days := stored(t, dir)
	if len(days) != diaryDays || days[diaryDays-1] != (day{today.Format(time.DateOnly), 1, 2}) || days[0] != many[11] {
		t.Errorf("there are %d days, from %v to %v", len(days), days[0], days[len(days)-1])
	}
}

// TestParseDiary: days are sorted, each is there once, and what is not understood is left out.
func TestParseDiary(t *testing.T) {
	for _, c := range []struct {
		text string
		want []day
	}{
		{``, nil},
		{`{"version":1}`, nil},
		{`{"version":2,"days":[{"day":"2026-01-01","from":1,"to":2}]}`, nil},
		{`{"version":1,"days":[{"day":"2026-01-02","from":1,"to":2},{"day":"2026-01-01","from":3,"to":4}]}`, []day{{"2026-01-01", 3, 4}, {"2026-01-02", 1, 2}}},
		{`{"version":1,"days":[{"day":"2026-01-02","from":1,"to":2},{"day":"2026-01-02","from":3,"to":4}]}`, []day{{"2026-01-02", 1, 2}}},
		{`{"version":1,"days":[{"day":"2026-02-30","from":1,"to":2},{"day":"","to":1},{"day":"2026-01-03","from":-1}]}`, nil},
	} {
		if got := parseDiary([]byte(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}

// stored returns the days that the diary's file holds.
func stored(t *testing.T, dir string) []day {
	t.Helper()
	return parseDiary([]byte(contents(t, dir, "build/"+diaryName)))
}

// FuzzDiary: whatever the file holds, its days are in order, each once, dates with words that can be, and are the same when they are
// written and read again.
func FuzzDiary(f *testing.F) {
	f.Add([]byte(`{"version":1,"days":[{"day":"2026-01-02","from":1,"to":2},{"day":"2026-01-01","from":3,"to":4}]}`))
	f.Add([]byte(`{"version":1,"days":[{"day":"2026-01-01","from":-3,"to":1e9},null]}`))
	f.Add([]byte(`{"version":1,"days":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		days := parseDiary(data)
		for i, d := range days {
			if _, err := time.Parse(time.DateOnly, d.Day); err != nil || d.From < 0 || d.To < 0 || i > 0 && days[i-1].Day >= d.Day {
				t.Fatalf("the days are %v", days)
			}
		}
		again, err := json.Marshal(diaryFile{diaryVersion, days})
		if err != nil {
			t.Fatal(err)
		}
		if read := parseDiary(again); !slices.Equal(read, days) {
			t.Fatal(fmt.Sprint(days, " is read again as ", read))
		}
	})
}
