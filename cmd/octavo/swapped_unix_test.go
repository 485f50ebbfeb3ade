//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "image/jpeg"
)

// sesame is a word that stands in files outside of a book's folder, and secretSide the width of the picture there in pixels.
const (
	sesame     = "Sesamequux"
	secretSide = 211
)

// swaps counts what swapping does.
var swaps atomic.Int64

// swapping puts links to the outside, and pipes, in the places of a book's files and folders, and what was there back, until it is told to
// stop.
func swapping(t *testing.T, dir, outside string, seed uint64, places []string, stop <-chan struct{}) *sync.WaitGroup {
	var done sync.WaitGroup
	for n, place := range places {
		done.Go(func() {
			r := rand.New(rand.NewPCG(uint64(n), seed))
			at, aside := filepath.Join(dir, place), filepath.Join(dir, ".aside"+strconv.Itoa(n))
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Duration(r.IntN(25_000)) * time.Microsecond):
				}
				if err := os.Rename(at, aside); err != nil {
					continue // build/, before it is there
				}
				swaps.Add(1)
				var err error
				if r.IntN(4) == 0 {
					err = syscall.Mkfifo(at, 0o666)
				} else {
					err = os.Symlink(filepath.Join(outside, filepath.Base(place)), at)
				}
				time.Sleep(time.Duration(r.IntN(3000)) * time.Microsecond)
				if err == nil {
					err = os.Remove(at)
				}
				if err == nil {
					err = os.Rename(aside, at)
				}
				if err != nil && place == "build" { // a build has made its folder anew in the meantime
					err = os.RemoveAll(aside)
				}
				if err != nil {
					t.Errorf("%s is not put back: %v", place, err)
					return
				}
			}
		})
	}
	return &done
}

// picturePNG returns a picture of a given width.
func picturePNG(t *testing.T, side int) string {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, side, 7))
	for x := range side {
		img.SetGray(x, 3, color.Gray{uint8(x)})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestFilesSwappedWhileBuilding builds a book while its files and folders are swapped for links out of it, and pipes. Nothing that lies
// outside comes into an output or a message, nothing is written there, and no build waits for a pipe. OCTAVO_SWAPS is how many builds are
// made.
func TestFilesSwappedWhileBuilding(t *testing.T) {
	slow(t)
	builds := 2 * 7
	if n, err := strconv.Atoi(os.Getenv("OCTAVO_SWAPS")); err == nil {
		builds = n
	}
	top := t.TempDir()
	dir, outside := filepath.Join(top, "book"), filepath.Join(top, "outside")
	writeFiles(t, dir, map[string]string{
		"book.toml":        "[book]\ntitle = \"Mine\"\nslug = \"mine\"\nauthors = [\"A\"]\ndate = 2026-01-01\n",
		"manuscript/01.md": "# One\n\nIt was.\n\n![x](p.png)\n", "manuscript/02.md": "# Two\n\nIt will.\n",
		"manuscript/p.png": picturePNG(t, 90), "styles/epub.css": "p { margin: 0 }\n",
	})
	writeFiles(t, outside, map[string]string{
		"book.toml": "[book]\ntitle = \"" + sesame + "\"\nslug = \"mine\"\nauthors = [\"" + sesame + "\"]\ndate = 2026-01-01\n",
		"01.md":     "# One\n\nIt was " + sesame + ".\n", "02.md": "# " + sesame + "\n", "p.png": picturePNG(t, secretSide),
		"manuscript/01.md": "# " + sesame + "\n", "styles/epub.css": "/* " + sesame + " */\n", "epub.css": "/* " + sesame + " */\n",
		"build/manifest.json": "{\"octavo\": \"" + sesame + "\"}\n", "build/.gitignore": sesame + "\n",
	})
	was := treeOf(t, outside)
	places := []string{"manuscript/01.md", "manuscript/p.png", "build", "manuscript", "styles", "book.toml", "manuscript/02.md"}
	built := 0
	for n := range builds {
		writeFiles(t, dir, map[string]string{"manuscript/03.md": "# Three\n\nThe build is number " + strconv.Itoa(n) + ".\n"}) // or it would be up to date
		stop := make(chan struct{})
		done := swapping(t, dir, outside, uint64(n), []string{places[n%len(places)]}, stop)
		var out bytes.Buffer
		ended := make(chan int, 1)
		go func() { ended <- run([]string{"build", "-C", dir, "--only", "pdf,epub"}, &out, &out) }()
		select {
		case code := <-ended:
			if code == 0 {
				built++
			}
			if code > 2 || strings.Contains(out.String(), sesame) {
				t.Errorf("exit %d: %s", code, &out)
			}
		case <-time.After(time.Minute):
			t.Fatal("a build waits for a pipe")
		}
		close(stop)
		done.Wait()
		wantNoSecret(t, filepath.Join(dir, "build"))
	}
	for name, text := range treeOf(t, outside) {
		if was[name] != text {
			t.Errorf("%s is written", name)
		}
	}
	if code := run([]string{"build", "-C", dir, "--only", "pdf,epub"}, new(bytes.Buffer), new(bytes.Buffer)); code != 0 {
		t.Errorf("once all is in its place again, a build ends with %d", code)
	}
	if wantNoSecret(t, filepath.Join(dir, "build")) == 0 {
		t.Error("there is no EPUB to look into")
	}
	t.Logf("%d of %d builds were made, during %d swaps", built, builds, swaps.Load())
}

// treeOf returns the regular files below a folder.
func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return nil
		}
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(name)
		out[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// wantNoSecret looks for what lies outside in a book's outputs: the page map has the words of the PDF, and the EPUB its own and the
// pictures. It returns how many files of EPUBs it has looked into.
func wantNoSecret(t *testing.T, dir string) (looked int) {
	t.Helper()
	for name, text := range treeOf(t, dir) {
		if strings.Contains(text, sesame) {
			t.Errorf("%s holds what lies outside", name)
		}
		if filepath.Ext(name) != ".epub" {
			continue
		}
		z, err := zip.NewReader(strings.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			data, err := fs.ReadFile(z, f.Name)
			if err != nil {
				t.Fatal(err)
			}
			if looked++; bytes.Contains(data, []byte(sesame)) {
				t.Errorf("%s/%s holds what lies outside", name, f.Name)
			}
			if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width == secretSide {
				t.Errorf("%s/%s is the picture that lies outside", name, f.Name)
			}
		}
	}
	return looked
}
