package timing

import (
	"syscall"
	"time"
)

// Worked returns how long the processors have worked for this process. Unlike a clock it stands still while other programs have them: a
// fuzz target that has a limit of time is held to it on a busy machine, too.
func Worked() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // the arguments are right
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
