package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestWhereToChange holds the rows of "Where do I change …" in README.md against the code: each file exists and has the
// words to look for.
func TestWhereToChange(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## Where do I change …\n")
	section, _, _ = strings.Cut(section, "\n## ")
	rows := regexp.MustCompile("(?m)^\\| (.+) \\| `([^`]+)` \\| (.+) \\|$").FindAllStringSubmatch(section, -1)
	if len(rows) < 20 {
		t.Fatalf("%d rows", len(rows))
	}
	quoted := regexp.MustCompile("`([^`]+)`")
	for _, row := range rows {
		code, err := os.ReadFile(row[2])
		if err != nil {
			t.Errorf("%s: %v", row[1], err)
			continue
		}
		for _, word := range quoted.FindAllStringSubmatch(row[3], -1) {
			if !strings.Contains(string(code), word[1]) {
				t.Errorf("%s: no %q in %s", row[1], word[1], row[2])
			}
		}
	}
}

// TestPackageComments holds every package to a comment that begins with its name.
func TestPackageComments(t *testing.T) {
	folders, err := filepath.Glob("internal/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		files, _ := filepath.Glob(folder + "/*.go")
		comments := 0
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if regexp.MustCompile(`(?m)^// Package ` + filepath.Base(folder) + ` .*\n(//.*\n)*package `).Match(text) {
				comments++
			}
		}
		if len(files) > 0 && comments != 1 {
			t.Errorf("%s has %d package comments", folder, comments)
		}
	}
}
