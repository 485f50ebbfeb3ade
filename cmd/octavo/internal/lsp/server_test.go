package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
)

const smallConfig = "[book]\ntitle = \"On Doors\"\nauthors = [\"Ada Quill\"]\n\n[themes]\ndoor = \"Doors\"\n"

const smallChapter = "# Doors\n\n## Knock.\n+++\nkind = \"meme\"\nthemes = [\"door\"]\n+++\n\nA gloss.\n"

func small(t testing.TB) string {
	return folderOf(t, map[string]string{"book.toml": smallConfig, "manuscript/01.md": smallChapter})
}

// TestLifecycle goes through what may and may not come when.
func TestLifecycle(t *testing.T) {
	talk := func(messages ...string) (out []string, err error) {
		var in, answers bytes.Buffer
		for _, m := range messages {
			fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(m), m)
		}
		err = Serve(context.Background(), &in, &answers, Options{Version: "1"})
		f := &frames{newReader(&answers)}
		for {
			content, err := f.next()
			if err != nil {
				break
			}
			out = append(out, string(content))
		}
		return out, err
	}
	const initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8","utf-16"]}}}}`
	for _, c := range []struct {
		name     string
		messages []string
		want     []string // parts of the answers, in their order
		err      error
	}{
		{"proper", []string{initialize, `{"jsonrpc":"2.0","id":"x","method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`},
			[]string{`"positionEncoding":"utf-8"`, `"id":"x","result":null`}, nil},
		{"no shutdown", []string{initialize, `{"jsonrpc":"2.0","method":"exit"}`}, []string{`"id":1`}, ErrNoShutdown},
		{"gone", []string{initialize}, []string{`"id":1`}, ErrNoShutdown},
		{"too early", []string{`{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{}}`}, []string{"-32002"}, ErrNoShutdown},
		{"twice", []string{initialize, initialize}, []string{`"id":1`, "initialize comes once"}, ErrNoShutdown},
		{"after shutdown", []string{initialize, `{"jsonrpc":"2.0","id":3,"method":"shutdown"}`, `{"jsonrpc":"2.0","id":4,"method":"textDocument/hover"}`},
			[]string{`"id":1`, `"id":3`, "shutting down"}, nil},
		{"unknown", []string{initialize, `{"jsonrpc":"2.0","id":5,"method":"textDocument/dance","params":{}}`, `{"jsonrpc":"2.0","method":"$/dance"}`},
			[]string{`"id":1`, "-32601"}, ErrNoShutdown},
		{"not JSON", []string{`{`, initialize}, []string{"-32700", `"id":1`}, ErrNoShutdown},
		{"a batch", []string{`[]`, `{"jsonrpc":"2.0"}`, `{"id":{},"method":"shutdown"}`}, []string{"-32600", "-32600", "-32600"}, ErrNoShutdown},
		{"odd parameters", []string{initialize, `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1]}`,
			`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"contentChanges":7}}`}, []string{`"id":1`}, ErrNoShutdown},
	} {
		got, err := talk(c.messages...)
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v, want %v", c.name, err, c.err)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d answers, want %d: %s", c.name, len(got), len(c.want), got)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: no %s in %s", c.name, want, got[i])
			}
		}
	}
}

// TestDiagnosticsFollow writes into a document, breaks and mends it, closes it, and changes files in other ways.
func TestDiagnosticsFollow(t *testing.T) {
	dir := small(t)
	e := connect(t, dir, "", Options{})
	name := "manuscript/01.md"
	has := func(file string, want ...string) {
		t.Helper()
		e.until(fmt.Sprint(file, want), func(p map[string][]diagnostic) bool {
			got := slices.DeleteFunc(codes(p[e.uri(file)]), func(c string) bool { return strings.HasPrefix(c, "card") })
			return slices.Equal(got, want)
		})
	}
	e.open(name, smallChapter)
	e.replace(name, strings.Replace(smallChapter, "\"door\"", "\"dor\"", 1))
	has(name, "theme-unknown")
	has("book.toml", "theme-unused")
	e.change(name, `{"range":{"start":{"line":5,"character":11},"end":{"line":5,"character":14}},"text":"door"}`)
	has(name)
	has("book.toml")
	// Other files of the book are reported, too.
	other := filepath.Join(dir, "manuscript", "02.md")
	write := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		e.notify("workspace/didChangeWatchedFiles", fmt.Sprintf(`{"changes":[{"uri":%q,"type":2}]}`, uriOf(file, here)))
	}
	write(other, "# Two\n\nSee [this](#nowhere).\n")
	has("manuscript/02.md", "link-unknown")
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", fmt.Sprintf(`{"changes":[{"uri":%q,"type":3}]}`, uriOf(other, here)))
	has("manuscript/02.md")
	// A book.toml that goes, and comes back.
	if err := os.Remove(filepath.Join(dir, "book.toml")); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", fmt.Sprintf(`{"changes":[{"uri":%q,"type":3}]}`, e.uri("book.toml")))
	has("book.toml", "config-missing")
	write(filepath.Join(dir, "book.toml"), smallConfig)
	has("book.toml")
	// What is not saved goes with the document.
	e.replace(name, smallChapter+"\nthe the end\n")
	has(name, "doubled-word")
	e.notify("textDocument/didClose", fmt.Sprintf(`{"textDocument":{"uri":%q}}`, e.uri(name)))
	has(name)
	e.shut()
}

// TestOutside asks about documents that are in no book, or are no files.
func TestOutside(t *testing.T) {
	dir := small(t)
	alone := filepath.Join(t.TempDir(), "notes.md")
	e := connect(t, dir, "", Options{})
	for _, uri := range []string{uriOf(alone, here), "untitled:1", "https://example.org/a.md", e.uri("manuscript") + "/../../../etc/passwd", "%", ""} {
		e.notify("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":1,"text":"# the the\n"}}`, uri))
		for _, method := range []string{"hover", "completion", "definition", "references", "documentSymbol", "rename", "prepareRename", "codeAction", "foldingRange", "documentLink"} {
			a := e.try("textDocument/"+method, fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":0,"character":1},"newName":"x"}`, uri))
			if a.Error != nil || string(a.Result) != "null" {
				t.Errorf("%s of %q: %s, %+v", method, uri, a.Result, a.Error)
			}
		}
	}
	if a := e.try("textDocument/hover", "7"); a.Error == nil || a.Error.Code != codeInvalidParams {
		t.Errorf("malformed parameters: %s, %+v", a.Result, a.Error)
	}
	e.request("workspace/symbol", `{"query":"k"}`)
	e.mu.Lock()
	for uri, list := range e.problems {
		if !strings.HasPrefix(uri, uriOf(dir, here)) {
			t.Errorf("%s has %+v", uri, list)
		}
	}
	e.mu.Unlock()
	e.shut()
}

// TestSeveralBooks has two books in one folder, and takes one of them away.
func TestSeveralBooks(t *testing.T) {
	wrong := strings.Replace(smallChapter, "[\"door\"]", "[\"dor\"]", 1)
	dir := folderOf(t, map[string]string{"a/book.toml": smallConfig, "a/manuscript/01.md": wrong, "b/book.toml": smallConfig, "b/manuscript/01.md": wrong})
	e := connect(t, dir, "", Options{})
	for _, book := range []string{"a", "b"} {
		e.until("faults of "+book, func(p map[string][]diagnostic) bool { return len(p[e.uri(book+"/manuscript/01.md")]) > 0 })
	}
	if got := ask[[]workspaceSymbol](e, "workspace/symbol", `{"query":"knck"}`); len(got) != 2 {
		t.Errorf("symbols %+v", got)
	}
	e.notify("workspace/didChangeWorkspaceFolders", fmt.Sprintf(`{"event":{"added":[{"uri":%q}],"removed":[{"uri":%q}]}}`, e.uri("a"), uriOf(dir, here)))
	e.until("the end of b", func(p map[string][]diagnostic) bool { return len(p[e.uri("b/manuscript/01.md")]) == 0 })
	e.shut()
}

// TestGoneBook has the folder of one of two books go: the other is found still.
func TestGoneBook(t *testing.T) {
	dir := folderOf(t, map[string]string{"a/book.toml": smallConfig, "a/manuscript/01.md": smallChapter, "b/book.toml": smallConfig, "b/manuscript/01.md": smallChapter})
	e := connect(t, dir, "", Options{})
	if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", fmt.Sprintf(`{"changes":[{"uri":%q,"type":3}]}`, e.uri("a/book.toml")))
	if got := ask[[]workspaceSymbol](e, "workspace/symbol", `{"query":"knck"}`); len(got) != 1 {
		t.Errorf("symbols %+v", got)
	}
	e.shut()
}

// TestFolderInBook has a folder of a book open besides the book, and closes both: the book is there as long as one of them is open.
func TestFolderInBook(t *testing.T) {
	dir := folderOf(t, map[string]string{"book.toml": smallConfig, "manuscript/01.md": strings.Replace(smallChapter, "[\"door\"]", "[\"dor\"]", 1)})
	e := connect(t, dir, "", Options{})
	folders := func(added, removed string) {
		e.notify("workspace/didChangeWorkspaceFolders", fmt.Sprintf(`{"event":{"added":[%s],"removed":[%s]}}`, added, removed))
	}
	book, inside := fmt.Sprintf(`{"uri":%q}`, uriOf(dir, here)), fmt.Sprintf(`{"uri":%q}`, e.uri("manuscript"))
	e.until("a fault", func(p map[string][]diagnostic) bool { return len(p[e.uri("manuscript/01.md")]) > 0 })
	folders(inside, "")
	folders("", book)
	if got := ask[[]workspaceSymbol](e, "workspace/symbol", `{"query":"knck"}`); len(got) != 1 {
		t.Errorf("with a folder of it open, the book has the symbols %+v", got)
	}
	folders("", inside)
	e.until("the end of the book", func(p map[string][]diagnostic) bool { return len(p[e.uri("manuscript/01.md")]) == 0 })
	e.shut()
}

// TestUTF8 asks with positions in bytes.
func TestUTF8(t *testing.T) {
	dir := folderOf(t, map[string]string{"book.toml": smallConfig, "manuscript/01.md": "# 𝔘𝔫𝔦\n\nÄ 𝔘 [](#knock)\n\n## Knock.\n+++\nkind = \"meme\"\nthemes = [\"door\"]\n+++\n\nA gloss.\n"})
	for units, character := range map[encoding]int{utf8Units: 12, utf16Units: 9} {
		e := connect(t, dir, fmt.Sprintf(`{"general":{"positionEncodings":[%q]}}`, units), Options{})
		l := ask[location](e, "textDocument/definition", e.at("manuscript/01.md", Position{2, character}))
		if l.Range.Start != (Position{4, 0}) {
			t.Errorf("%s: %+v", units, l)
		}
		e.shut()
	}
}

// TestCancel cancels a request that waits for another, and one that there is not.
func TestCancel(t *testing.T) {
	var out bytes.Buffer
	s := newServer(context.Background(), &out, Options{})
	s.phase = running
	for range mostAtOnce {
		s.slot <- struct{}{}
	}
	if err := s.notify(incoming{Method: "$/cancelRequest", Params: json.RawMessage(`{"id":7}`)}); err != nil {
		t.Fatal(err)
	}
	s.start(incoming{ID: json.RawMessage("7"), Method: "x"}, func(context.Context, *request) (any, error) { return nil, nil })
	if err := s.notify(incoming{Method: "$/cancelRequest", Params: json.RawMessage(`{"id": 7}`)}); err != nil {
		t.Fatal(err)
	}
	s.asking.Wait()
	if !strings.Contains(out.String(), "-32800") {
		t.Errorf("answered %s", out.String())
	}
}

// TestPanic has a request end with a panic: the server answers and goes on.
func TestPanic(t *testing.T) {
	var out, log bytes.Buffer
	s := newServer(context.Background(), &out, Options{Log: &log})
	s.start(incoming{ID: json.RawMessage("8")}, func(context.Context, *request) (any, error) { panic("oh") })
	s.asking.Wait()
	if !strings.Contains(out.String(), "-32603") || !strings.Contains(log.String(), "internal error: oh") {
		t.Errorf("answered %s, logged %s", out.String(), log.String())
	}
}

// TestEditsAtRandom types at random, and holds what is published in the end against a book that is opened anew.
func TestEditsAtRandom(t *testing.T) {
	dir := folderOf(t, map[string]string{"book.toml": smallConfig, "manuscript/01.md": smallChapter, "manuscript/02.md": "# Two\n\nSee [](#knock).\n"})
	e := connect(t, dir, "", Options{pause: time.Millisecond})
	r := rand.New(rand.NewPCG(1, 7))
	pieces := []string{"the the ", "[](#knok)", "\n\n", "## Two\n+++\nkind = \"meme\"\n+++\n\nA gloss.\n", "𝔘", "`", "TK", "+++\n", "![](x.png)", " "}
	names := []string{"manuscript/01.md", "manuscript/02.md"}
	texts := map[string]*text{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = newText(string(data))
		e.open(name, string(data))
	}
	for n := range 60 {
		name := names[r.IntN(2)]
		now := texts[name]
		from := boundary(r, now.s)
		to := from
		if r.IntN(2) == 0 {
			to = boundary(r, now.s[from:min(len(now.s), from+20)]) + from
		}
		span := now.span(from, to, utf16Units)
		c := change{&span, pieces[r.IntN(len(pieces))]}
		texts[name] = now.apply(c, utf16Units)
		params, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		e.change(name, string(params))
		if n%20 == 19 {
			e.try("workspace/symbol", `{"query":""}`)
			holdsBook(t, e, dir, texts)
		}
	}
	e.shut()
}

// holdsBook waits until what is published is what a cold check finds.
func holdsBook(t *testing.T, e *editor, dir string, texts map[string]*text) {
	t.Helper()
	files := map[string]string{"book.toml": smallConfig}
	for name, text := range texts {
		files[name] = text.s
	}
	p, err := project.Open(context.Background(), folderOf(t, files), project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if p.Usable(diag.Everything) {
		if err := p.TrySetting(); err != nil {
			t.Fatal(err)
		}
	}
	var want []string
	for _, d := range p.Found {
		want = append(want, d.Code)
	}
	slices.Sort(want)
	e.until(fmt.Sprint(want), func(published map[string][]diagnostic) bool {
		var got []string
		for _, list := range published {
			got = append(got, codes(list)...)
		}
		slices.Sort(got)
		return slices.Equal(got, want)
	})
}
