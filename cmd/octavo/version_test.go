package main

import (
	"runtime"
	"testing"

	"octavo/cmd/octavo/internal/project"
)

func TestVersionLine(t *testing.T) {
	const commit, when = "785c2eb0abcd9f0a1b2c3d4e5f60718293a4b5c6", "2026-11-27T06:54:18Z"
	system := " " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
	for _, c := range []struct {
		version string
		source  project.Source
		want    string
	}{
		{"v1.2.0", project.Source{Commit: commit, Time: when}, "octavo 1.2.0 (785c2eb0abcd, 2026-11-27)"},
		{"v1.2.0-rc.1", project.Source{Commit: commit, Time: when}, "octavo 1.2.0-rc.1 (785c2eb0abcd, 2026-11-27)"},
		{"v1.2.0", project.Source{}, "octavo 1.2.0"}, // go install
		{"v0.0.0-20261127065418-785c2eb0abcd", project.Source{Commit: commit, Time: when}, "octavo devel (785c2eb0abcd, 2026-11-27)"},
		{"v1.2.1-0.20261127065418-785c2eb0abcd+dirty", project.Source{Commit: commit, Time: when, Changed: true},
			"octavo devel (785c2eb0abcd with changes, 2026-11-27)"},
		{"devel", project.Source{}, "octavo devel"},
	} {
		if got := versionLine(c.version, c.source); got != c.want+system {
			t.Errorf("%s: %q, want %q", c.version, got, c.want+system)
		}
	}
}

// TestManual holds the manual to a page for each command that help lists.
func TestManual(t *testing.T) {
	pages := map[string]bool{}
	for _, p := range manual(rootCommand("")) {
		pages[p.Name] = len(p.Roff()) > 0
	}
	for _, c := range rootCommand("").Commands() {
		if c.IsAvailableCommand() && c.Name() != "completion" && !pages["octavo-"+c.Name()] {
			t.Errorf("%s has no page", c.Name())
		}
	}
	if !pages["octavo"] || !pages["octavo-cards-export"] || pages["octavo-man"] || pages["octavo-completion"] {
		t.Errorf("the pages are %v", pages)
	}
}
