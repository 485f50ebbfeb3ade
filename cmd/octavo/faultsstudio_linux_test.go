package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// faultStudio is a studio in a process of its own.
type faultStudio struct {
	cmd           *exec.Cmd
	origin, token string
}

// openStudio starts a studio for a book.
func openStudio(t *testing.T, dir, tmp string) *faultStudio {
	t.Helper()
	cmd := exec.Command("octavo", "serve", "-C", dir)
	cmd.Env = append(os.Environ(), "TMPDIR="+tmp, "XDG_RUNTIME_DIR="+tmp, "XDG_CACHE_HOME="+tmp, "HOME="+tmp)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if origin, token, found := strings.Cut(strings.TrimSpace(lines.Text()), "/?token="); found {
			return &faultStudio{cmd, origin, token}
		}
	}
	t.Fatal("the studio prints no address")
	return nil
}

// ask sends a request, with a body in JSON unless that is nil, and returns the answer's status.
func (s *faultStudio) ask(method, path string, body, answer any) (status int, err error) {
	data, err := json.Marshal(body)
	if err != nil {
		return 0, err
	}
	r, err := http.NewRequest(method, s.origin+path, bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	r.Header.Set("Octavo-Token", s.token)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode == http.StatusOK && answer != nil {
		err = json.Unmarshal(text, answer)
	}
	return resp.StatusCode, err
}

// saves is what an author has saved in a studio, as far as the studio has said that it is saved, and what it may have saved besides.
type saves struct {
	chapter, toml string
	undo          []string // earlier texts of book.toml
	coming        map[string]string
}

// act saves something and returns the error of a request that was not answered.
func (v *saves) act(t *testing.T, s *faultStudio, n int) error {
	const name = "manuscript/one.md"
	v.coming = map[string]string{}
	post := func(path string, body any) error {
		status, err := s.ask("POST", path, body, nil)
		if err == nil && status != http.StatusOK {
			t.Errorf("%s is answered by %d", path, status)
		}
		return err
	}
	switch {
	case n%3 == 1 && len(v.undo) < 5:
		reader := fmt.Sprintf("Reader %d", n)
		next := strings.TrimRight(v.toml, "\n") + fmt.Sprintf("\n\n[[review.reader]]\nname = %q\n", reader)
		v.coming["book.toml"] = next
		if err := post("/api/readers", map[string]string{"name": reader}); err != nil {
			return err
		}
		v.undo, v.toml = append(v.undo, v.toml), next
	case n%3 == 2 && len(v.undo) > 0:
		next := v.undo[len(v.undo)-1]
		v.coming["book.toml"] = next
		if err := post("/api/undo", nil); err != nil {
			return err
		}
		v.undo, v.toml = v.undo[:len(v.undo)-1], next
	default:
		next := v.chapter + fmt.Sprintf("\nAnd this was written as number %d.\n", n)
		v.coming[name] = next
		var file struct{ Version string }
		if _, err := s.ask("GET", "/api/file?file="+name, nil, &file); err != nil {
			return err
		}
		if err := post("/api/file", map[string]string{"file": name, "text": next, "version": file.Version}); err != nil {
			return err
		}
		v.chapter = next
	}
	v.coming = nil
	return nil
}

// hold fails unless the files of a book are those that were saved, or those that may have been.
func (v *saves) hold(t *testing.T, dir string) {
	t.Helper()
	for name, want := range map[string]*string{"manuscript/one.md": &v.chapter, "book.toml": &v.toml} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		}
		switch now := string(data); now {
		case *want:
		case v.coming[name]:
			*want = now
		default:
			t.Errorf("%s is neither what was saved nor what was to be:\n%s", name, now)
		}
	}
	v.coming = nil
}

// killedStudio kills a studio while its author saves, and goes on in the next.
func killedStudio(t *testing.T, b *faultBook) {
	dir, tmp := b.copy(t, &faultJob{}), t.TempDir()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	v := &saves{chapter: read("manuscript/one.md"), toml: read("book.toml")}
	left, n := 0, 0
	for round := range faults(t, 2) {
		s := openStudio(t, dir, tmp)
		for name := range readTree(t, dir) {
			if leftover(name) {
				t.Errorf("the next studio leaves %s", name)
			}
		}
		if err := v.act(t, s, n); err != nil { // it works before it is killed
			t.Fatal(err)
		}
		v.hold(t, dir)
		time.AfterFunc(time.Duration(rand.IntN(100))*time.Millisecond, func() { s.cmd.Process.Kill() })
		for n++; v.act(t, s, n) == nil; n++ {
		}
		n++ // a reader of this name may be there
		s.cmd.Wait()
		now := readTree(t, dir)
		for name := range now {
			if leftover(name) {
				left++
				break
			}
		}
		if round%2 == 0 { // else the next studio clears up
			octavo(t, nil, "check", "-C", dir)
			for name := range readTree(t, dir) {
				if leftover(name) {
					t.Errorf("the next command leaves %s", name)
				}
			}
		}
		if _, unfinished := now[".octavo-journal"]; !unfinished || round%2 == 0 {
			v.hold(t, dir)
		}
		v = &saves{chapter: read("manuscript/one.md"), toml: read("book.toml")}
		if len(v.toml) > 5000 {
			v.toml = faultTexts(true)["book.toml"]
			writeFiles(t, dir, map[string]string{"book.toml": v.toml})
		}
		if t.Failed() {
			t.Fatalf("round %d, after %d acts", round, n)
		}
	}
	t.Logf("%d acts; %d of %d kills left temporary files", n, left, faults(t, 2))
}
