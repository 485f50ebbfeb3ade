package studio

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// diary remembers how many words the book had on each day, so that an author sees what was written. It is a file in the folder of
// outputs, which goes with the book and is no part of it. A day is written there once it has other words than it began with: looking
// at a book leaves no trace.
type diary struct {
	dir string // of the book

	mu    sync.Mutex
	today day
	saved time.Time
	fault error // why it could not be read or written
}

// day is how many words the book had when it was first looked at on a day, and last.
type day struct {
	Day  string `json:"day"` // 2006-01-02
	From int    `json:"from"`
	To   int    `json:"to"`
}

const (
	diaryName     = "studio.json"
	diaryVersion  = 1
	diaryLimit    = 1 << 20
	diaryDays     = 400              // of these many days it knows
	diaryInterval = 30 * time.Second // it is written no more often than that
)

// diaryFile is what the file holds.
type diaryFile struct {
	Version int   `json:"version"`
	Days    []day `json:"days"` // in their order
}

// note notes how many words the book has now.
func (d *diary) note(words int, now time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if date := now.Format(time.DateOnly); d.today.Day != date {
		d.save()
		d.today, d.saved = day{date, words, words}, now
		return
	}
	if d.today.To == words {
		return
	}
	if d.today.To = words; now.Sub(d.saved) >= diaryInterval {
		d.save()
		d.saved = now
	}
}

// close writes what has not been written.
func (d *diary) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.save()
}

// save writes the day into the file, beside what another studio may have written there.
func (d *diary) save() {
	days, err := d.read()
	if err != nil {
		return // days says so
	}
	_, written := findDay(days, d.today.Day)
	if now := d.with(days); !slices.Equal(now, days) && (written || d.today.From != d.today.To) {
		d.fault = d.write(context.Background(), now)
	}
}

// days returns the days that are known, this one among them.
func (d *diary) days() ([]day, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	days, err := d.read()
	return d.with(days), cmp.Or(err, d.fault)
}

// with returns days with today's words as they are now.
func (d *diary) with(days []day) []day {
	if d.today.Day == "" {
		return days
	}
	days = slices.Clone(days)
	i, known := findDay(days, d.today.Day)
	if known {
		days[i].To = d.today.To
	} else {
		days = slices.Insert(days, i, d.today)
	}
	return days[max(0, len(days)-diaryDays):]
}

// findDay returns the place of a date in days that are in their order, and whether it is there.
func findDay(days []day, date string) (int, bool) {
	return slices.BinarySearchFunc(days, date, func(d day, date string) int { return cmp.Compare(d.Day, date) })
}

// read reads the file. None is an empty one, and one that nobody can read is begun anew.
func (d *diary) read() ([]day, error) {
	root, err := readfile.OpenRoot(d.dir)
	if err != nil {
		return nil, fmt.Errorf("cannot read the words of past days: %w", readfile.Reason(err))
	}
	defer root.Close()
	data, err := readfile.In(root, project.BuildFolder+"/"+diaryName, diaryLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the words of past days from %s/%s: %w", project.BuildFolder, diaryName, readfile.Reason(err))
	}
	return parseDiary(data), nil
}

// parseDiary returns the days of a file. What is not understood is left out.
func parseDiary(data []byte) []day {
	var f diaryFile
	if json.Unmarshal(data, &f) != nil || f.Version != diaryVersion {
		return nil
	}
	f.Days = slices.DeleteFunc(f.Days, func(d day) bool {
		_, err := time.Parse(time.DateOnly, d.Day)
		return err != nil || d.From < 0 || d.To < 0
	})
	slices.SortFunc(f.Days, func(a, b day) int { return cmp.Compare(a.Day, b.Day) })
	return slices.CompactFunc(f.Days, func(a, b day) bool { return a.Day == b.Day })
}

func (d *diary) write(ctx context.Context, days []day) error {
	data, err := json.MarshalIndent(diaryFile{diaryVersion, days}, "", "\t")
	if err != nil {
		return err
	}
	root, err := readfile.OpenRoot(d.dir)
	if err != nil {
		return fmt.Errorf("cannot keep the words of today: %w", readfile.Reason(err))
	}
	defer root.Close()
	out, err := outdir.OpenIn(ctx, root, project.BuildFolder)
	if err != nil {
		return err
	}
	defer out.Discard()
	return out.WriteFile(ctx, diaryName, append(data, '\n'))
}
