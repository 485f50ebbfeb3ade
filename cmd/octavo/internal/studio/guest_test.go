package studio

import (
	"bufio"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"strconv"
	"strings"
	"testing"
	"time"
)

// guest is a program that asks a studio over its connections, as a browser does.
type guest struct {
	t      testing.TB
	origin string
	client *http.Client
}

// visit opens a studio by its address.
func visit(t testing.TB, address string) *guest {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	origin, _, _ := strings.Cut(address, "/?")
	g := &guest{t, origin, &http.Client{Jar: jar}}
	t.Cleanup(g.client.CloseIdleConnections)
	resp, err := g.client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("opening the studio is answered by %s", resp.Status)
	}
	return g
}

// get returns the answer to a GET.
func (g *guest) get(path string) (status int, body string) {
	g.t.Helper()
	resp, err := g.client.Get(g.origin + path)
	if err != nil {
		g.t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		g.t.Fatal(err)
	}
	return resp.StatusCode, string(data)
}

// listen returns the states of the book that the studio tells, the present one first.
func (g *guest) listen() <-chan summary {
	g.t.Helper()
	resp, err := g.client.Get(g.origin + "/api/events")
	if err != nil {
		g.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		g.t.Fatalf("listening is answered by %s", resp.Status)
	}
	g.t.Cleanup(func() { resp.Body.Close() })
	out := make(chan summary, 1000)
	go func() {
		defer close(out)
		lines := bufio.NewScanner(resp.Body)
		lines.Buffer(nil, 1<<24)
		kind := ""
		for lines.Scan() {
			if k, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				kind = k
			}
			var s summary
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok && kind == "book" && json.Unmarshal([]byte(data), &s) == nil {
				out <- s
			}
		}
	}()
	return out
}

// until returns the first state for which ok is true, and how many came before it.
func until(t testing.TB, states <-chan summary, ok func(summary) bool) (s summary, before int) {
	t.Helper()
	late := time.After(patience)
	for {
		select {
		case next, open := <-states:
			if !open {
				t.Fatalf("the studio says no more; last it said %+v", s)
			}
			if s = next; ok(s) {
				return s, before
			}
			before++
		case <-late:
			t.Fatalf("it does not come; last the studio said %+v", s)
		}
	}
}

// raw sends bytes to a studio's port and returns what is answered; the status is 0 where it only hangs up.
func raw(t testing.TB, address, request string) (status int, header http.Header, body string) {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	go io.WriteString(conn, request)
	method, _, _ := strings.Cut(request, " ")
	resp, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		return 0, nil, ""
	}
	defer resp.Body.Close()
	data, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	return resp.StatusCode, resp.Header, string(data)
}

// portOf returns the port of a studio.
func portOf(s *Studio) string { return strconv.Itoa(s.guard.port) }
