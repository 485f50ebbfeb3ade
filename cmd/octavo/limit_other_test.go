//go:build !linux

package main

import (
	"context"
	"os/exec"
	"time"
)

var begun = time.Now()

// workTime is how long this process has been there: only on Linux it is how long the processors have worked for it.
func workTime() time.Duration { return time.Since(begun) }

// limited is the command; its memory is limited on Linux alone.
func limited(ctx context.Context, _ int64, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, "octavo", args...)
}
