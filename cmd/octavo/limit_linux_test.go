package main

import (
	"context"
	"os/exec"
	"strconv"
)

// limited is the command with at most so many bytes of memory to write to: a process that asks for more ends as it runs out
// of memory. The peak that Linux reports of a child would not do, for it counts that of its parent.
func limited(ctx context.Context, most int64, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -d "$0"; exec octavo "$@"`, strconv.FormatInt(most>>10, 10)}, args...)...)
}
