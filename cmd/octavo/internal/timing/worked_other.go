//go:build !linux

package timing

import "time"

var begun = time.Now()

// Worked returns how long this process has been there. Only on Linux it is how long the processors have worked for it.
func Worked() time.Duration { return time.Since(begun) }
