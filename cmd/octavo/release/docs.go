package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
)

// completions are the files of shells that complete octavo's commands, under the names that the shells look for.
var completions = []struct{ shell, file string }{
	{"bash", "octavo.bash"}, {"zsh", "_octavo"}, {"fish", "octavo.fish"}, {"powershell", "octavo.ps1"},
}

// documents returns what octavo says of itself, by the names in an archive: the pages of the manual, and the completions.
func documents(ctx context.Context, program string) (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "octavo-man-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if out, err := exec.CommandContext(ctx, program, "man", dir).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("octavo man: %w: %s", err, out)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*.1"))
	if err != nil || len(pages) == 0 {
		return nil, fmt.Errorf("octavo man made no pages (%v)", err)
	}
	files := map[string][]byte{}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		files[path.Join("man", "man1", filepath.Base(page))] = text
	}
	for _, c := range completions {
		text, err := exec.CommandContext(ctx, program, "completion", c.shell).Output()
		if err != nil {
			return nil, fmt.Errorf("octavo completion %s: %w", c.shell, err)
		}
		files[path.Join("completions", c.file)] = text
	}
	return files, nil
}
