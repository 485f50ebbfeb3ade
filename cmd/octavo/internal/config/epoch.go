package config

import (
	"os"
	"strconv"
	"time"

	"octavo/cmd/octavo/internal/diag"
)

// Epoch is the environment variable that sets the date of the book, in seconds since 1970 (reproducible-builds.org).
const Epoch = "SOURCE_DATE_EPOCH"

// epoch takes the date from the environment (reproducible-builds.org/specs/source-date-epoch). A date before 1980 becomes
// 1 January 1980, the first date that a ZIP archive, and so an EPUB, can store.
func (dec *decoder) epoch(c *Config, value string) {
	if value == "" {
		return
	}
	d, ok := epochDate(value)
	if !ok {
		dec.list.Errorf("epoch-malformed", diag.Pos{}, "SOURCE_DATE_EPOCH must be seconds since 1970, not %q", value).
			Note("unset it, and the date of book.toml counts")
		return
	}
	c.Book.Date = d
}

// epochDate returns the date that a value of [Epoch] stands for, 1980 at the earliest, and whether it stands for one up to 2107.
func epochDate(value string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(value, 10, 64)
	d := time.Unix(seconds, 0).UTC()
	if err != nil || seconds < 0 || seconds > 1<<36 || d.Year() > 2107 {
		return time.Time{}, false
	}
	if d.Year() < 1980 {
		d = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return d, true
}

// Now returns the time that is written where a file is to say when something was: a new book's date, the day of an answer to a reader.
// It is that of [Epoch] where that is set to one, so that the same input gives the same bytes.
func Now() time.Time {
	if d, ok := epochDate(os.Getenv(Epoch)); ok {
		return d
	}
	return time.Now()
}
