//go:build !linux

package main

import (
	"context"
	"os/exec"
)

// limited is the command; its memory is limited on Linux alone.
func limited(ctx context.Context, _ int64, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, "octavo", args...)
}
