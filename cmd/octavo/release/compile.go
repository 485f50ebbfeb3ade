package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// target is a system that a release is for, as Go names it.
type target struct {
	os, arch string
}

var allTargets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

// system is the system's name in the names of files.
func (t target) system() string {
	if t.os == "darwin" {
		return "macos"
	}
	return t.os
}

// program is the file that the system runs.
func (t target) program() string {
	if t.os == "windows" {
		return "octavo.exe"
	}
	return "octavo"
}

func (t target) String() string { return t.os + "/" + t.arch }

// parseTargets reads a list with commas; an empty one means all.
func parseTargets(list string) ([]target, error) {
	if list == "" {
		return allTargets, nil
	}
	var targets []target
	for name := range strings.SplitSeq(list, ",") {
		system, arch, _ := strings.Cut(name, "/")
		t := target{system, arch}
		if !slices.Contains(allTargets, t) {
			return nil, fmt.Errorf("there is no release for %s; there are those for %v", name, allTargets)
		}
		targets = append(targets, t)
	}
	return targets, nil
}

// host is the system that this program runs on.
func host() target { return target{runtime.GOOS, runtime.GOARCH} }

// environment is the environment of the go command for a target: nothing that a user may have set reaches the program.
func (t target) environment() []string {
	return append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "CGO_ENABLED=0",
		"GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GODEBUG=", "GOFIPS140=off", "GOWORK=off")
}

// goCommand returns the go command for a target, in the folder of the repository.
func (r *release) goCommand(ctx context.Context, t target, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Env, cmd.Stderr = r.source, t.environment(), os.Stderr
	return cmd
}

// program returns the file of the program for a target, and compiles it if that has not been done.
func (r *release) program(ctx context.Context, t target) (string, error) {
	file := filepath.Join(r.work, t.system()+"_"+t.arch, t.program())
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	return file, r.compile(ctx, t, file)
}

// compile makes a program. Git is not asked: what a release is made of is told to it by the linker, so that the same program comes of an
// archive of the source.
func (r *release) compile(ctx context.Context, t target, file string) error {
	const variable = " -X octavo/cmd/octavo/internal/project."
	flags := "-s -w" + variable + "release=" + r.version + variable + "releaseCommit=" + r.commit +
		variable + "releaseTime=" + r.time.Format(time.RFC3339)
	cmd := r.goCommand(ctx, t, "build", "-trimpath", "-buildvcs=false", "-ldflags="+flags, "-o", file, "./cmd/octavo")
	if out, err := cmd.Output(); err != nil {
		return fmt.Errorf("cannot compile octavo for %v: %w: %s", t, err, out)
	}
	return nil
}
