//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServe: the command prints an address at which the book is, a build beside it goes on as ever, and Ctrl-C ends it at once, whoever
// listens.
func TestServe(t *testing.T) {
	slow(t)
	dir := copyOfTheBook(t)
	cmd := exec.Command("octavo", "serve", "-C", dir)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	address := ""
	for lines := bufio.NewScanner(stdout); address == "" && lines.Scan(); {
		if line := strings.TrimSpace(lines.Text()); strings.HasPrefix(line, "http://127.0.0.1:") {
			address = line
		}
	}
	if address == "" {
		t.Fatalf("no address; it printed:\n%s", &stderr)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Jar: jar}
	get := func(path string) *http.Response {
		t.Helper()
		resp, err := client.Get(path)
		if err != nil {
			t.Fatal(err)
		}
		if resp.StatusCode != http.StatusOK {
			t.Fatalf("%s is answered by %s", path, resp.Status)
		}
		return resp
	}
	get(address).Body.Close()
	origin, _, _ := strings.Cut(address, "/?")
	events := get(origin + "/api/events")
	defer events.Body.Close()
	if first, err := bufio.NewReader(events.Body).ReadString('\n'); err != nil || first != "event: book\n" {
		t.Errorf("the first event is %q: %v", first, err)
	}
	mustBuild(t, dir)
	book := get(origin + "/api/book")
	data, err := io.ReadAll(book.Body)
	if book.Body.Close(); err != nil || !bytes.Contains(data, []byte(`"title":"Write This Down`)) {
		t.Errorf("after a build the book is %.200s: %v", data, err)
	}

	cmd.Process.Signal(syscall.SIGINT)
	start := time.Now()
	cmd.Wait()
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("Ctrl-C ended it after %v", took)
	}
	if code := cmd.ProcessState.ExitCode(); code != 0 || stderr.Len() > 0 {
		t.Errorf("it ended with %d and printed:\n%s", code, &stderr)
	}
}
