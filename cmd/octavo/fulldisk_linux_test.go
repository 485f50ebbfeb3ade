package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A build that runs out of disk says so and leaves what was there. It needs a small disk, which only root can make.
func TestFullDisk(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	syntheticBook(t, dir, 2, 400)
	disk := filepath.Join(dir, "build")
	if err := os.Mkdir(disk, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer syscall.Unmount(disk, 0)
	mustBuild(t, dir)
	old := outputs(t, dir)
	const room = 40_000 // less than the outputs take
	filler := bytes.Repeat([]byte("x"), 1<<20-total(old)-room)
	if err := os.WriteFile(filepath.Join(disk, "filler"), filler, 0o666); err != nil {
		t.Fatal(err)
	}

	_, stderr, err := octavo(t, nil, "build", "--force", "-C", dir)
	if err == nil {
		t.Fatal("a full disk did not stop the build")
	}
	if !strings.Contains(stderr, "no space left on device") || strings.Contains(stderr, "goroutine") {
		t.Errorf("it says:\n%s", stderr)
	}
	now := outputs(t, dir)
	delete(now, "filler")
	if len(now) != len(old) {
		t.Errorf("%d files, want %d", len(now), len(old))
	}
	for name, data := range old {
		if !bytes.Equal(now[name], data) {
			t.Errorf("%s is not the old one any more", name)
		}
	}
}

// total is how much room files take in whole pages.
func total(files map[string][]byte) (n int) {
	for _, data := range files {
		n += (len(data) + 4095) / 4096 * 4096
	}
	return n
}
