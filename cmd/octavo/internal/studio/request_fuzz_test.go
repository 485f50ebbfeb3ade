package studio

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asked are the requests that FuzzRequest begins with: what the page sends, and what it would never send.
var asked = []struct{ method, target, body string }{
	{"GET", "/api/book", ""},
	{"GET", "/api/file?file=manuscript/01.md&known=", ""},
	{"GET", "/api/file?file=../secret/01.md", ""},
	{"GET", "/api/file?file=manuscript/..%2f..%2fsecret%2f01.md", ""},
	{"GET", "/api/source?file=manuscript/01.md&line=-1&column=99999999999999999999", ""},
	{"GET", "/api/where?file=manuscript/01.md&line=1&column=1", ""},
	{"GET", "/api/at?page=1&x=NaN&y=-Inf", ""},
	{"GET", "/api/page/0", ""},
	{"GET", "/api/page/-9223372036854775808", ""},
	{"GET", "/api/pages?from=1&to=1000000000", ""},
	{"GET", "/api/glyphs/99?ids=-1,65536,x", ""},
	{"GET", "/api/picture/..%2f..%2fsecret?w=1000000", ""},
	{"GET", "/made/..%2f..%2fsecret%2f01.md", ""},
	{"GET", "/made/review%2fledger.json", ""},
	{"GET", "/made.zip?name=../secret", ""},
	{"GET", "/ebook/1/OEBPS/../../secret", ""},
	{"GET", "/api/find?q=%1b%5b31m%00", ""},
	{"GET", "/api/explain/..%2f", ""},
	{"GET", "/api/fix?id=%ff", ""},
	{"GET", "/api/cards/sheet/1e9", ""},
	{"GET", "/api/cards/faces?ids=one,one&style=../../secret", ""},
	{"GET", "/api/marks?file=manuscript/02.md", ""},
	{"POST", "/api/file", `{"file":"manuscript/01.md","text":"# Mine\n","version":"x"}`},
	{"POST", "/api/file", `{"file":"manuscript/out.md","text":"# Mine\n","version":""}`},
	{"POST", "/api/file", `{"file":"../secret/01.md","text":"# Mine\n","version":""}`},
	{"POST", "/api/draft", `{"file":"manuscript/01.md","text":"# Mine\u0000\ud800\n"}`},
	{"POST", "/api/draft?drop", `{"file":"manuscript/01.md"}`},
	{"POST", "/api/chapter", `{"title":"../../secret","after":"manuscript/01.md"}`},
	{"POST", "/api/complete", `{"file":"manuscript/01.md","text":"[](#","line":1,"column":5}`},
	{"POST", "/api/complete", `{"file":"book.toml","text":"[","position":{"line":-1,"character":4294967296}}`},
	{"POST", "/api/comments/answer", `{"id":"x","outcome":"taken"}`},
	{"POST", "/api/comments/accept", `{"id":"x"}`},
	{"POST", "/api/entries.csv", `{"ids":["one","=1"]}`},
	{"POST", "/api/readers", `{"name":"=A\u202e\u001b[31m\n\"]"}`},
	{"POST", "/api/keep", `{"style":"../../secret","measure":1e308}`},
	{"POST", "/api/undo", `{}`},
	{"POST", "/api/fix", `{"id":"","all":true}`},
	{"POST", "/api/picture-file?chapter=manuscript/01.md&name=..%2f..%2fp.png", "\x89PNG\r\n\x1a\n"},
	{"POST", "/api/comments?name=..%2f..%2fx.fdf", "%FDF-1.2\n"},
	{"POST", "/api/begin/new", `{"title":"x","language":"../.."}`},
	{"DELETE", "/api/file?file=manuscript/01.md", ""},
}

// unasked are addresses that start programs of the author's, or work that goes on when the request has been answered.
var unasked = []string{"/api/edit", "/api/show", "/api/make", "/api/begin/import"}

// FuzzRequest sends any request to a studio as the author's own page would. It is answered with something, and never with a fault of the
// studio itself; nothing outside of the book's folder is read or written; and what the author wrote stays as it is, unless a request that
// says of itself that it changes something was answered with success.
func FuzzRequest(f *testing.F) {
	const secret = "Open sesame."
	dir := smallBook(f)
	outside := filepath.Join(filepath.Dir(dir), "secret")
	put(f, outside, "01.md", "# S\n\n"+secret+"\n")
	f.Cleanup(func() { os.RemoveAll(outside) })
	if err := os.Symlink(filepath.Join(outside, "01.md"), filepath.Join(dir, "manuscript", "out.md")); err != nil {
		f.Skip(err)
	}
	for _, a := range asked {
		f.Add(a.method, a.target, []byte(a.body))
	}
	first := contents(f, dir, "manuscript/01.md")
	f.Add("POST", "/api/file", fmt.Appendf(nil, `{"file":"manuscript/01.md","text":"# Mine\n","version":%q}`, versionOf([]byte(first))))
	was, hidden := treeOf(f, dir), treeOf(f, outside)
	f.Fuzz(func(t *testing.T, method, target string, body []byte) {
		where, err := url.ParseRequestURI(target)
		if err != nil || !strings.HasPrefix(target, "/") || len(body) > 20_000 {
			t.Skip()
		}
		for _, u := range unasked {
			if strings.HasPrefix(where.Path, u) {
				t.Skip()
			}
		}
		s := New(dir, Options{})
		ctx, stop := context.WithTimeout(t.Context(), 5*time.Second)
		defer stop()
		if where.Path == "/api/events" { // goes on for as long as somebody listens
			stop()
		}
		r, err := http.NewRequestWithContext(ctx, method, "http://127.0.0.1:0"+where.RequestURI(), bytes.NewReader(body))
		if err != nil {
			t.Skip()
		}
		r.Host = "127.0.0.1:0"
		r.Header.Set("Octavo-Token", s.guard.token)
		r.Header.Set("Content-Type", "application/octet-stream")
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%s %s: %d %s", method, target, w.Code, w.Body)
		}
		if strings.Contains(w.Body.String(), secret) {
			t.Errorf("%s %s tells what is outside of the book", method, target)
		}
		if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") && w.Body.Len() > 0 && !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s %s is answered with %s", method, target, w.Body)
		}
		wantAsBefore(t, outside, hidden, false)
		wantAsBefore(t, dir, was, method == http.MethodPost && w.Code < 300)
	})
}

// treeOf returns the regular files below a folder, but for build.
func treeOf(tb testing.TB, dir string) map[string]string {
	tb.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "build":
			return filepath.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(name)
		out[name] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// wantAsBefore fails if the files of a folder are not as they were, unless they may have been changed; then they become again what they
// were.
func wantAsBefore(t *testing.T, dir string, was map[string]string, may bool) {
	t.Helper()
	is := treeOf(t, dir)
	for name, text := range was {
		if is[name] != text {
			if !may {
				t.Errorf("%s is %q", name, is[name])
			}
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name := range is {
		if _, ok := was[name]; !ok {
			if !may {
				t.Errorf("%s is new", name)
			}
			os.Remove(name)
		}
	}
}
