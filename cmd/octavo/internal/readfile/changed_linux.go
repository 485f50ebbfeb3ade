package readfile

import (
	"io/fs"
	"syscall"
	"time"
)

// changeTime returns when a file or what the system says of it was last changed, which no program can set, or the zero Time.
func changeTime(info fs.FileInfo) time.Time {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(s.Ctim.Unix())
	}
	return time.Time{}
}
