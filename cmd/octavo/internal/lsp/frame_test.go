package lsp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/diag"
)

func newReader(r io.Reader) *bufio.Reader { return bufio.NewReader(r) }

func TestFrames(t *testing.T) {
	const good = "Content-Length: 2\r\n\r\n{}"
	for _, c := range []struct{ in, want string }{
		{good + good, "{} {} end"},
		{"content-length:2\nContent-Type: application/vscode-jsonrpc; charset=utf-8\n\n{}", "{} end"},
		{"Content-Type: x; charset=latin1\r\nContent-Length: 2\r\n\r\n{}" + good, "refused {} end"},
		{"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + good, "refused {} end"},
		{"Content-Length: -1\r\n\r\n" + good, "refused {} end"},
		{"Content-Length: 99999999999999999999\r\n\r\n" + good, "refused {} end"},
		{"Content-Length: x\r\nContent-Length: 2\r\n\r\n{}" + good, "refused {} end"},
		{strings.Repeat("x", 3*maxHeader) + "\r\n\r\n" + good, "refused {} end"},
		{"\r\n\r\n" + good, "{} end"},
		{"Content-Length: 5\r\n\r\n{}", "end"},
		{"Content-Length: 4611686018427387903\r\n\r\n{}", "end"},
		{fmt.Sprintf("Content-Length: %d\r\n\r\n%s", maxMessage+1, strings.Repeat(" ", maxMessage+1)) + good, "refused {} end"},
		{"", "end"},
	} {
		f := &frames{bufio.NewReaderSize(strings.NewReader(c.in), 8<<10)}
		var got []string
		for {
			content, err := f.next()
			var bad *frameError
			if errors.As(err, &bad) {
				got = append(got, "refused")
			} else if err != nil {
				got = append(got, "end")
				break
			} else {
				got = append(got, string(content))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%.60q: %s, want %s", c.in, s, c.want)
		}
	}
}

// FuzzServe speaks anything with a server. Whatever it answers is in frames, and JSON.
func FuzzServe(f *testing.F) {
	f.Add([]byte("Content-Length: 2\r\n\r\n{}"))
	f.Add([]byte("Content-Length: 1\n\n["))
	f.Add([]byte("Content-Length: 9999999999\r\n\r\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		var out bytes.Buffer
		if err := Serve(context.Background(), bytes.NewReader(in), &out, Options{}); err != nil && !errors.Is(err, ErrNoShutdown) {
			t.Error(err)
		}
		frames := &frames{bufio.NewReader(&out)}
		for {
			content, err := frames.next()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					t.Errorf("%v", err)
				}
				break
			}
			if !json.Valid(content) {
				t.Errorf("answered %q", content)
			}
		}
	})
}

// FuzzMessage sends any message to a server that has a book open.
func FuzzMessage(f *testing.F) {
	dir := small(f)
	uri := uriOf(dir+"/manuscript/01.md", here)
	for _, method := range []string{"textDocument/hover", "textDocument/completion", "textDocument/rename", "textDocument/codeAction", "textDocument/didChange",
		"textDocument/documentSymbol", "workspace/symbol", "$/cancelRequest", "textDocument/references"} {
		f.Add(fmt.Sprintf(`{"jsonrpc":"2.0","id":2,"method":%q,"params":{"textDocument":{"uri":%q,"version":1},"position":{"line":3,"character":4},"newName":"x","contentChanges":[{"text":"x"}],"range":{"start":{"line":1,"character":2},"end":{"line":9,"character":1}}}}`, method, uri))
	}
	// One server takes all messages: to open a book for each would take most of the time.
	var out, log lockedLog
	ctx, stop := context.WithCancel(context.Background())
	s := newServer(ctx, &out, Options{Log: &log, pause: time.Hour})
	s.receive(fmt.Appendf(nil, `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":%q,"capabilities":{"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}}}}`, uriOf(dir, here)))
	f.Cleanup(func() {
		stop()
		s.close()
	})
	f.Fuzz(func(t *testing.T, message string) {
		s.receive(fmt.Appendf(nil, `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":%q,"version":1,"text":%s}}}`, uri, quote(smallChapter)))
		s.receive([]byte(message))
		s.asking.Wait()
		s.mu.Lock()
		s.phase = running
		s.mu.Unlock()
		if strings.Contains(log.String(), "internal error") {
			t.Error(log.String())
		}
	})
}

// FuzzPlaces looks what stands at any place of any text.
func FuzzPlaces(f *testing.F) {
	f.Add("a = [\"x\", 'y]\n[t\nb = \"\"\"\n", 9)
	f.Add("# A\n\n+++\nkind =\n+++\n```\n[](#x", 12)
	f.Add("[a][b]\n\n[b]: <x> 'y'\n[[a#b|c]]@fig-x", 3)
	f.Fuzz(func(t *testing.T, s string, at int) {
		at = min(max(at, 0), len(s))
		if p := tomlAt(s, at); p.from < 0 || p.to < p.from || p.to > len(s) {
			t.Errorf("%+v in %d bytes", p, len(s))
		}
		tx := newText(s)
		line := tx.position(at, utf16Units).Line
		if _, from, to := regionAt(tx, line); from < 0 || to > len(s) {
			t.Errorf("%d to %d in %d bytes", from, to, len(s))
		}
		inCodeSpan(tx, line, at)
		if end := wordEnd(s, at); end < at || end > len(s) {
			t.Errorf("a word ends at %d, from %d of %d", end, at, len(s))
		}
		src := sourceOf(s)
		r := written(diagPos(src, at), labels{})
		for _, place := range []stretch{r.whole, r.address} {
			if place.src != nil && (place.from < 0 || place.to < place.from || place.to > len(s)) {
				t.Errorf("%d to %d of %d bytes", place.from, place.to, len(s))
			}
		}
	})
}

func sourceOf(s string) *diag.Source { return &diag.Source{Name: "a.md", Text: []byte(s)} }

func diagPos(src *diag.Source, at int) diag.Pos { return diag.Pos{Source: src, Offset: at} }
