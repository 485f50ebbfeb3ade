package studio

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// ownCache puts the user's cache into a folder of the test, and returns the folder of a book.
func ownCache(t *testing.T) (dir string) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, ".cache"))
	t.Setenv("LocalAppData", filepath.Join(home, "cache"))
	dir = filepath.Join(t.TempDir(), "book")
	if err := os.MkdirAll(filepath.Join(dir, "manuscript"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "manuscript", "01.md"), []byte("# One\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// pretended is a studio that only takes down what it is asked to show. It is announced.
func pretended(t *testing.T, dir string, show http.HandlerFunc) (port int, withdraw func()) {
	t.Helper()
	g := newGuard()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/show", show)
	server := httptest.NewServer(nil)
	t.Cleanup(server.Close)
	port = server.Listener.Addr().(*net.TCPAddr).Port
	g.port = port
	server.Config.Handler = g.protect(mux)
	withdraw, err := announce(t.Context(), dir, port, g.token)
	if err != nil {
		t.Fatal(err)
	}
	return port, withdraw
}

// A studio that runs is found, by any name of its book's folder, and shows what is asked for, by any name of the file.
func TestShow(t *testing.T) {
	dir := ownCache(t)
	var shown []string
	_, withdraw := pretended(t, dir, func(w http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body)
		shown = append(shown, string(text))
		answer(w, map[string]any{"page": 3})
	})
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		link = dir
	}
	const want = `{"column":2,"file":"manuscript/01.md","line":7}`
	for _, c := range []struct{ dir, file string }{
		{dir, "manuscript/01.md"}, {dir, "01.md"}, {link, filepath.Join(dir, "manuscript", "01.md")}, {dir, filepath.Join(link, "manuscript", "01.md")},
	} {
		shown = nil
		name, err := Show(t.Context(), c.dir, c.file, 7, 2)
		if err != nil || name != "manuscript/01.md" || len(shown) != 1 || shown[0] != want {
			t.Errorf("%s in %s: %q, %v; shown is %q", c.file, c.dir, name, err, shown)
		}
	}
	for _, file := range []string{"02.md", "../book.toml", filepath.Join(os.TempDir(), "x.md"), ""} {
		if _, err := Show(t.Context(), dir, file, 1, 0); err == nil || !strings.Contains(err.Error(), "there is no file") {
			t.Errorf("%q: %v", file, err)
		}
	}
	if _, err := Show(t.Context(), t.TempDir(), "01.md", 1, 0); err == nil {
		t.Error("a studio of another book is found")
	}
	withdraw()
	if _, err := Show(t.Context(), dir, "01.md", 1, 0); err == nil || !strings.Contains(err.Error(), "start one with octavo serve") {
		t.Errorf("after it has ended: %v", err)
	}
}

// Of two studios of a book both are asked; that one of them has ended does not matter.
func TestShowInSeveral(t *testing.T) {
	dir := ownCache(t)
	n := 0
	count := func(w http.ResponseWriter, r *http.Request) { n++; answer(w, nil) }
	pretended(t, dir, count)
	pretended(t, dir, count)
	dead, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := announce(t.Context(), dir, dead.Addr().(*net.TCPAddr).Port, "of one that was killed"); err != nil {
		t.Fatal(err)
	}
	dead.Close()
	if _, err := Show(t.Context(), dir, "01.md", 1, 0); err != nil || n != 2 {
		t.Errorf("%d are asked: %v", n, err)
	}
	if left, err := announcements(dir); err != nil || len(left) != 2 {
		t.Errorf("announced are %d: %v", len(left), err)
	}
}

// Another program at the port of a studio that was killed never sees the token, whatever it answers.
func TestStrangerAtThePort(t *testing.T) {
	const token = "NOBODY-ELSE-MAY-KNOW-THIS"
	for name, answer := range map[string]func(w http.ResponseWriter, r *http.Request){
		"silence": func(w http.ResponseWriter, r *http.Request) {},
		"echo":    func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.URL.Query().Get("challenge")) },
		"own token": func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, proof("mine", r.URL.Query().Get("challenge")))
		},
		"redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/other", http.StatusTemporaryRedirect)
		},
		"much":        func(w http.ResponseWriter, r *http.Request) { w.Write(make([]byte, 1<<20)) },
		"other words": func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", http.StatusNotFound) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := ownCache(t)
			var seen strings.Builder
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				text, _ := io.ReadAll(r.Body)
				fmt.Fprint(&seen, r.URL, r.Header, string(text))
				answer(w, r)
			}))
			if _, err := announce(t.Context(), dir, server.Listener.Addr().(*net.TCPAddr).Port, token); err != nil {
				t.Fatal(err)
			}
			_, err := Show(t.Context(), dir, "01.md", 1, 0)
			if err == nil || !strings.Contains(err.Error(), "octavo serve") {
				t.Errorf("it says %v", err)
			}
			server.Close()
			if strings.Contains(seen.String(), token) || !strings.Contains(seen.String(), helloPath) {
				t.Errorf("the stranger sees %s", seen.String())
			}
			if left, err := announcements(dir); err != nil || len(left) != 0 {
				t.Errorf("still announced are %d: %v", len(left), err)
			}
		})
	}
}

// A program that proves nothing and closes the connection does not get the token over another one.
func TestTokenOverOneConnection(t *testing.T) {
	dir := ownCache(t)
	const token = "NOBODY-ELSE-MAY-KNOW-THIS"
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		w.Header().Set("Connection", "close")
		io.WriteString(w, proof(token, r.URL.Query().Get("challenge")))
	}))
	defer server.Close()
	if _, err := announce(t.Context(), dir, server.Listener.Addr().(*net.TCPAddr).Port, token); err != nil {
		t.Fatal(err)
	}
	if _, err := Show(t.Context(), dir, "01.md", 1, 0); err == nil || len(asked) != 1 {
		t.Errorf("%v; asked for %q", err, asked)
	}
}

// A studio that does not answer now keeps its announcement, and the author is told.
func TestSilentStudio(t *testing.T) {
	dir := ownCache(t)
	l, err := net.Listen("tcp4", "127.0.0.1:0") // it takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := announce(t.Context(), dir, l.Addr().(*net.TCPAddr).Port, "t"); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	_, err = Show(t.Context(), dir, "01.md", 1, 0)
	if err == nil || !strings.Contains(err.Error(), "does not answer") || time.Since(begun) > showTime {
		t.Errorf("after %v: %v", time.Since(begun), err)
	}
	if left, err := announcements(dir); err != nil || len(left) != 1 {
		t.Errorf("announced are %d: %v", len(left), err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := Show(ctx, dir, "01.md", 1, 0); err == nil || ctx.Err() == nil {
		t.Errorf("it is not stopped: %v", err)
	}
}

// What is not printed is said in the studio's words.
func TestShowRefused(t *testing.T) {
	dir := ownCache(t)
	pretended(t, dir, func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, problem{Message: "Line 1 is not printed", Help: "Choose another"})
	})
	if _, err := Show(t.Context(), dir, "01.md", 1, 0); err == nil || !strings.Contains(err.Error(), "Line 1 is not printed; Choose another") {
		t.Errorf("it says %v", err)
	}
}

// The announcement is private, and a broken one is none.
func TestAnnouncement(t *testing.T) {
	dir := ownCache(t)
	withdraw, err := announce(t.Context(), dir, 4000, "old")
	if err != nil {
		t.Fatal(err)
	}
	prefix, err := announced(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := prefix + "4000.json"
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("its permissions are %o", info.Mode().Perm())
	}
	if _, err := announce(t.Context(), dir, 4000, "new"); err != nil {
		t.Fatal(err)
	}
	withdraw()
	if all, _ := announcements(dir); len(all) != 1 || all[0].Token != "new" {
		t.Errorf("an older studio takes away what a newer one announces: %v", all)
	}
	for _, text := range []string{"", "{", "[]", `{"port":0,"token":"t"}`, `{"port":99999,"token":"t"}`, `{"port":4000}`, strings.Repeat(" ", maxAnnouncement) + `{"port":1,"token":"t"}`} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if all, err := announcements(dir); err != nil || len(all) != 0 {
			t.Errorf("%.20q announces %v, %v", text, all, err)
		}
	}
	t.Setenv("HOME", filepath.Join(t.TempDir(), "none"))
	t.Setenv("XDG_CACHE_HOME", "")
	if _, err := announce(t.Context(), dir, 4000, "t"); err == nil && runtime.GOOS == "linux" {
		t.Error("a home that does not exist is made")
	}
}

// The proof of a studio needs no token, and a page of another site does not get it.
func TestHello(t *testing.T) {
	g := newGuard()
	g.port = 4000
	handler := g.protect(http.NewServeMux())
	ask := func(challenge string, header ...string) (int, string) {
		r := httptest.NewRequest(http.MethodGet, helloPath+"?challenge="+challenge, nil)
		r.Host = "127.0.0.1:" + strconv.Itoa(g.port)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
			if header[i] == "Host" {
				r.Host = header[i+1]
			}
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	challenge := strings.Repeat("c", 26)
	if code, text := ask(challenge); code != 200 || text != proof(g.token, challenge) {
		t.Errorf("%d %s", code, text)
	}
	for _, c := range []struct {
		challenge string
		header    []string
	}{{"short", nil}, {strings.Repeat("c", 129), nil}, {challenge, []string{"Sec-Fetch-Site", "cross-site"}}, {challenge, []string{"Host", "evil.example:4000"}},
		{challenge, []string{"Origin", "http://evil.example"}}} {
		if code, text := ask(c.challenge, c.header...); code == 200 || strings.Contains(text, proof(g.token, c.challenge)) {
			t.Errorf("%q with %q: %d %s", c.challenge, c.header, code, text)
		}
	}
}

// FuzzAnnouncement: whatever lies in the user's folder, reading it is harmless.
func FuzzAnnouncement(f *testing.F) {
	good, _ := json.Marshal(announcement{Port: 1, Token: "t"})
	f.Add(string(good))
	f.Add(`{"port":"1"}`)
	f.Fuzz(func(t *testing.T, text string) {
		name := filepath.Join(t.TempDir(), "a.json")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if a, ok := readAnnouncement(name); ok && (a.Port < 1 || a.Port > 65535 || a.Token == "") {
			t.Errorf("it announces %+v", a)
		}
	})
}
