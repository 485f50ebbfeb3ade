package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// editor is a client for tests, which speaks with a server over pipes.
type editor struct {
	t   testing.TB
	dir string
	in  io.Writer

	mu       sync.Mutex
	answers  map[string]chan json.RawMessage
	problems map[string][]diagnostic // by URI, as they were last published
	news     chan struct{}
	asked    int
	versions map[string]int
	done     chan error
	log      lockedLog
}

type lockedLog struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *lockedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// connect starts a server for a folder.
func connect(t testing.TB, dir string, capabilities string, o Options) *editor {
	t.Helper()
	fromEditor, in := io.Pipe()
	out, fromServer := io.Pipe()
	e := &editor{t: t, dir: dir, in: in, answers: map[string]chan json.RawMessage{}, problems: map[string][]diagnostic{},
		news: make(chan struct{}, 1), versions: map[string]int{}, done: make(chan error, 1)}
	o.Log = &e.log
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		e.done <- Serve(ctx, fromEditor, fromServer, o)
		fromServer.Close()
	}()
	go e.listen(out)
	t.Cleanup(func() {
		stop()
		in.Close()
		if strings.Contains(e.log.String(), "internal error") {
			t.Errorf("the log has\n%s", e.log.String())
		}
	})
	if capabilities == "" {
		capabilities = `{"workspace":{"workspaceEdit":{"documentChanges":true}},"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"codeAction":{"codeActionLiteralSupport":{}},"publishDiagnostics":{"relatedInformation":true}}}`
	}
	root := uriOf(dir, here)
	e.request("initialize", fmt.Sprintf(`{"processId":null,"rootUri":%q,"capabilities":%s}`, root, capabilities))
	e.notify("initialized", `{}`)
	return e
}

// listen reads what the server sends.
func (e *editor) listen(out io.Reader) {
	f := &frames{bufio.NewReader(out)}
	for {
		content, err := f.next()
		if err != nil {
			return
		}
		var m struct {
			ID     json.RawMessage
			Method string
			Params json.RawMessage
		}
		if err := json.Unmarshal(content, &m); err != nil {
			e.t.Errorf("the server sent %s", content)
			return
		}
		e.mu.Lock()
		switch {
		case m.Method == "textDocument/publishDiagnostics":
			var p publishParams
			if err := json.Unmarshal(m.Params, &p); err != nil {
				e.t.Errorf("%v: %s", err, m.Params)
			}
			e.problems[p.URI] = p.Diagnostics
			select {
			case e.news <- struct{}{}:
			default:
			}
		case m.Method == "":
			if c := e.answers[string(m.ID)]; c != nil {
				c <- content
			}
		}
		e.mu.Unlock()
	}
}

func (e *editor) send(content string) {
	fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(content), content)
}

func (e *editor) notify(method, params string) {
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":%q,"params":%s}`, method, params))
}

// begin sends a request and returns its id and where its answer arrives.
func (e *editor) begin(method, params string) (string, chan json.RawMessage) {
	e.mu.Lock()
	e.asked++
	id := fmt.Sprint(e.asked)
	c := make(chan json.RawMessage, 1)
	e.answers[id] = c
	e.mu.Unlock()
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"method":%q,"params":%s}`, id, method, params))
	return id, c
}

// answer is what a request came to.
type answer struct {
	Result json.RawMessage
	Error  *responseError
}

func (e *editor) wait(c chan json.RawMessage) (a answer) {
	e.t.Helper()
	select {
	case content := <-c:
		if err := json.Unmarshal(content, &a); err != nil {
			e.t.Fatalf("%v: %s", err, content)
		}
	case <-time.After(30 * time.Second):
		e.t.Fatalf("no answer; the log has\n%s", e.log.String())
	}
	return a
}

// try sends a request and waits for its answer.
func (e *editor) try(method, params string) answer {
	e.t.Helper()
	_, c := e.begin(method, params)
	return e.wait(c)
}

// request is try of what must not fail.
func (e *editor) request(method, params string) json.RawMessage {
	e.t.Helper()
	a := e.try(method, params)
	if a.Error != nil {
		e.t.Fatalf("%s %s: %+v", method, params, *a.Error)
	}
	return a.Result
}

// ask sends a request and decodes its result.
func ask[T any](e *editor, method, params string) (to T) {
	e.t.Helper()
	result := e.request(method, params)
	if err := json.Unmarshal(result, &to); err != nil {
		e.t.Fatalf("%s: %v: %s", method, err, result)
	}
	return to
}

func (e *editor) uri(name string) string {
	return uriOf(filepath.Join(e.dir, filepath.FromSlash(name)), here)
}

func (e *editor) open(name, text string) {
	e.versions[name] = 1
	e.notify("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"languageId":"markdown","version":1,"text":%s}}`, e.uri(name), quote(text)))
}

func (e *editor) change(name, changes string) {
	e.versions[name]++
	e.notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":%d},"contentChanges":[%s]}`, e.uri(name), e.versions[name], changes))
}

func (e *editor) replace(name, text string) { e.change(name, `{"text":`+quote(text)+`}`) }

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// at returns the parameters of a request about a place.
func (e *editor) at(name string, p Position) string {
	return fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":%d,"character":%d}}`, e.uri(name), p.Line, p.Character)
}

// until waits until what was published is as wanted.
func (e *editor) until(what string, ok func(map[string][]diagnostic) bool) {
	e.t.Helper()
	end := time.After(30 * time.Second)
	for {
		e.mu.Lock()
		good := ok(e.problems)
		e.mu.Unlock()
		if good {
			return
		}
		select {
		case <-e.news:
		case <-end:
			e.mu.Lock()
			defer e.mu.Unlock()
			e.t.Fatalf("waited in vain for %s: %+v; the log has\n%s", what, e.problems, e.log.String())
		}
	}
}

// codes returns the codes that are published for a file.
func codes(list []diagnostic) (out []string) {
	for _, d := range list {
		out = append(out, d.Code)
	}
	return out
}

// shut ends the connection in the proper way.
func (e *editor) shut() {
	e.t.Helper()
	e.request("shutdown", "null")
	e.notify("exit", "null")
	select {
	case err := <-e.done:
		if err != nil {
			e.t.Errorf("the server ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		e.t.Error("the server does not end")
	}
}

// folderOf writes files into a new folder.
func folderOf(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a bøok")
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
