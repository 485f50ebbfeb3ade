package studio

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestWhoMayAsk attacks the guard: requests as strangers send them, and as other pages in the author's browser make it send them. In
// each request P stands for the port, T for the token and C for the cookie.
func TestWhoMayAsk(t *testing.T) {
	s, _, _ := serve(t, manyPages(t, 1), Options{})
	const host, cookie = "Host: 127.0.0.1:P\r\n", "Cookie: C\r\n"
	for _, test := range []struct {
		name, request string
		status        int
	}{
		{"the author", "GET /api/book HTTP/1.1\r\n" + host + cookie, 200},
		{"the author by the name of this computer", "GET /api/book HTTP/1.1\r\nHost: localhost:P\r\n" + cookie, 200},
		{"the author by IPv6", "GET /api/book HTTP/1.1\r\nHost: [::1]:P\r\n" + cookie, 200},
		{"the author's own page", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Sec-Fetch-Site: same-origin\r\nOrigin: http://127.0.0.1:P\r\n", 200},
		{"octavo where", "GET /api/book HTTP/1.1\r\n" + host + "Octavo-Token: T\r\n", 200},
		{"the first address", "GET /?token=T HTTP/1.1\r\n" + host, 303},

		{"a stranger", "GET / HTTP/1.1\r\n" + host, 403},
		{"a stranger's script", "GET /app.js HTTP/1.1\r\n" + host, 403},
		{"a guess", "GET /?token=AAAAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\n" + host, 403},
		{"no token", "GET /?token= HTTP/1.1\r\n" + host, 403},
		{"a part of the token", "GET /?token=T2 HTTP/1.1\r\n" + host, 403},
		{"the token at another address", "GET /api/book?token=T HTTP/1.1\r\n" + host, 403},
		{"the token in a form", "POST /?token=T HTTP/1.1\r\n" + host + "Content-Length: 0\r\n", 403},
		{"the token twice", "GET /?token=x&token=T HTTP/1.1\r\n" + host, 403},
		{"an empty cookie", "GET / HTTP/1.1\r\n" + host + "Cookie: octavo-P=\r\n", 403},
		{"a cookie of another studio", "GET / HTTP/1.1\r\n" + host + "Cookie: octavo-1=T\r\n", 403},
		{"an empty header", "GET / HTTP/1.1\r\n" + host + "Octavo-Token: \r\n", 403},

		{"a name that leads here (DNS rebinding)", "GET /api/book HTTP/1.1\r\nHost: evil.example:P\r\n" + cookie, 403},
		{"a name that leads here, with the token", "GET /?token=T HTTP/1.1\r\nHost: evil.example:P\r\n", 403},
		{"a name that ends like ours", "GET /api/book HTTP/1.1\r\nHost: localhost.evil.example:P\r\n" + cookie, 403},
		{"another address of the loopback", "GET /api/book HTTP/1.1\r\nHost: 127.0.0.2:P\r\n" + cookie, 403},
		{"another way to write the address", "GET /api/book HTTP/1.1\r\nHost: 2130706433:P\r\n" + cookie, 403},
		{"any address", "GET /api/book HTTP/1.1\r\nHost: 0.0.0.0:P\r\n" + cookie, 403},
		{"another port", "GET /api/book HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + cookie, 403},
		{"no port", "GET /api/book HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie, 403},
		{"an address in the request line", "GET http://evil.example/api/book HTTP/1.1\r\n" + host + cookie, 403},
		{"HTTP/1.0 without a host", "GET /api/book HTTP/1.0\r\n" + cookie, 403},
		{"HTTP/1.1 without a host", "GET /api/book HTTP/1.1\r\n" + cookie, 400},
		{"two hosts", "GET /api/book HTTP/1.1\r\n" + host + "Host: evil.example\r\n" + cookie, 400},

		{"a script of another site", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Origin: http://evil.example\r\n", 403},
		{"a script of another port", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Origin: http://127.0.0.1:1\r\n", 403},
		{"a script of the port by another name", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Origin: http://localhost:P\r\n", 403},
		{"a script by TLS", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Origin: https://127.0.0.1:P\r\n", 403},
		{"a frame without an origin", "GET /api/book HTTP/1.1\r\n" + host + cookie + "Origin: null\r\n", 403},
		{"a picture of another site", "GET /icon.svg HTTP/1.1\r\n" + host + cookie + "Sec-Fetch-Site: cross-site\r\n", 403},
		{"a link on another port", "GET / HTTP/1.1\r\n" + host + cookie + "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\n", 403},
		{"a form of another site", "POST /api/edit HTTP/1.1\r\n" + host + cookie + "Origin: http://evil.example\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 403},
		{"a form of no site", "POST /api/edit HTTP/1.1\r\n" + host + cookie + "Origin: null\r\nContent-Length: 2\r\n\r\n{}", 403},
		{"a form that hides its site", "POST /api/edit HTTP/1.1\r\n" + host + cookie + "Content-Length: 2\r\n\r\n{}", 403},

		{"HEAD", "HEAD / HTTP/1.1\r\n" + host, 403},
		{"OPTIONS of another site", "OPTIONS /api/edit HTTP/1.1\r\n" + host + "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n", 403},
		{"OPTIONS of a stranger", "OPTIONS * HTTP/1.1\r\n" + host, 403},
		{"TRACE", "TRACE / HTTP/1.1\r\n" + host + cookie, 403},
		{"CONNECT", "CONNECT 127.0.0.1:P HTTP/1.1\r\n" + host + cookie, 403},
		{"PUT", "PUT /api/book HTTP/1.1\r\n" + host + cookie + "Origin: http://127.0.0.1:P\r\nContent-Length: 0\r\n", 405},
		{"a web socket of another site", "GET /api/events HTTP/1.1\r\n" + host + cookie + "Upgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://evil.example\r\n", 403},
		{"endless headers", "GET / HTTP/1.1\r\n" + host + "X: " + strings.Repeat("x", 1<<20) + "\r\n", 431},
	} {
		token := s.guard.token
		request := strings.NewReplacer("T2", token[:20], "token=T", "token="+token, "octavo-1=T", "octavo-1="+token, "Octavo-Token: T", "Octavo-Token: "+token,
			"Cookie: C", "Cookie: octavo-"+portOf(s)+"="+token, ":P\r\n", ":"+portOf(s)+"\r\n", "octavo-P", "octavo-"+portOf(s), ":P HTTP", ":"+portOf(s)+" HTTP").Replace(test.request)
		if !strings.Contains(request, "\r\n\r\n") {
			request += "\r\n"
		}
		status, header, body := raw(t, "127.0.0.1:"+portOf(s), request)
		if status != test.status {
			t.Errorf("%s: %d, want %d: %.100s", test.name, status, test.status, body)
		}
		if strings.Contains(body, token) || strings.Contains(header.Get("Location"), "token") {
			t.Errorf("%s: the answer has the token in it", test.name)
		}
		if status != 400 && status != 431 { // these are net/http's own, which has not read the request
			guarded(t, test.name, header)
		}
	}
}

// guarded holds the headers of an answer that keep other pages out.
func guarded(t *testing.T, name string, h http.Header) {
	t.Helper()
	for key, want := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
		"Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
		if h.Get(key) != want {
			t.Errorf("%s: %s is %q", name, key, h.Get(key))
		}
	}
	if h.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("%s: other pages may read the answer", name)
	}
}

// TestPolicy: nothing in the page comes from anywhere else, no script stands in it, and no other page has it in a frame.
func TestPolicy(t *testing.T) {
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	for _, not := range []string{"unsafe-", "*", "http:", "https:"} {
		if strings.Contains(policy, not) {
			t.Errorf("the policy has %s", not)
		}
	}
	page, err := bundle.ReadFile("web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	if regexp.MustCompile(`(?i)<script[^>]*>[^<]|style=|\son\w+=|//`).Match(page) {
		t.Error("the page has a script, a style or an address of another server in it")
	}
}

// TestCookie: the cookie is for this studio alone, no script reads it, and no other site sends it.
func TestCookie(t *testing.T) {
	s, address, _ := serve(t, manyPages(t, 1), Options{})
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	c := resp.Cookies()
	if len(c) != 1 || c[0].Name != "octavo-"+portOf(s) || !c[0].HttpOnly || c[0].SameSite != http.SameSiteStrictMode || c[0].Path != "/" || c[0].Domain != "" {
		t.Errorf("the cookies are %+v", c)
	}
	if resp.Header.Get("Location") != "/" || resp.Header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("the first address leads to %q", resp.Header.Get("Location"))
	}
	other := New(t.TempDir(), Options{})
	if other.guard.token == s.guard.token || len(s.guard.token) < 26 { // 26 letters of base 32: 130 bits
		t.Error("the token can be guessed")
	}
}

// routesOf returns the patterns of all handlers, as the sources name them.
func routesOf(t *testing.T) (out []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	pattern := regexp.MustCompile(`HandleFunc\("((?:GET|POST) /[^"]+)"`)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range pattern.FindAllStringSubmatch(string(text), -1) {
			out = append(out, m[1])
		}
	}
	if len(out) < 8 {
		t.Fatalf("only %d routes were found", len(out))
	}
	return out
}

// outside are ways to name a file that is not the book's.
var outside = []string{"../secret.md", "..%2fsecret.md", "..\\secret.md", "%2e%2e/secret.md", "%252e%252e%252fsecret.md", "manuscript/../../secret.md",
	"manuscript/link.md", "link.md", "manuscript/folder/secret.md", "folder/secret.md", "build/../../secret.md", "ABSOLUTE", "file:///ABSOLUTE", "//ABSOLUTE",
	"manuscript/01.md\x00../secret.md", "..", ".", "", "/", "book.toml/../../secret.md", strings.Repeat("../", 40) + "ABSOLUTE", strings.Repeat("a/", 5000)}

// TestPathsOutside: whatever is asked for, and wherever in a request a path stands, no handler reads or writes a file outside of the
// book's folder, also not through symbolic links.
func TestPathsOutside(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "book")
	if err := os.CopyFS(dir, os.DirFS(manyPages(t, 1))); err != nil {
		t.Fatal(err)
	}
	const secret = "nobody may read this word: xylophagous"
	put(t, parent, "secret.md", secret)
	for link, to := range map[string]string{"manuscript/link.md": "../../secret.md", "link.md": "../secret.md", "manuscript/folder": "../..", "folder": ".."} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	s := New(dir, Options{})
	s.guard.port = 80
	answers := 0
	ask := func(method, target, body string) {
		r, err := http.NewRequest(method, "http://127.0.0.1:80"+target, strings.NewReader(body))
		if err != nil {
			return // no client can send it
		}
		r.Host = "127.0.0.1:80"
		r.Header.Set("Octavo-Token", s.guard.token)
		r.Header.Set("Content-Type", "application/json")
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		w := &recorder{header: http.Header{}}
		s.handler.ServeHTTP(w, r.WithContext(ctx))
		answers++
		if strings.Contains(w.body.String(), "xylophagous") {
			t.Errorf("%s %.100s %s gives the secret away", method, target, body)
		}
		if w.status >= 500 {
			t.Errorf("%s %.100s %s is answered by %d: %.200s", method, target, body, w.status, w.body.String())
		}
	}
	wild := regexp.MustCompile(`\{[^}]*\}`)
	for _, route := range routesOf(t) {
		method, path, _ := strings.Cut(route, " ")
		if path == "/api/events" {
			continue
		}
		for _, name := range outside {
			name = strings.ReplaceAll(name, "ABSOLUTE", filepath.ToSlash(filepath.Join(parent, "secret.md")))
			escaped := strings.NewReplacer("%", "%25", "?", "%3f", "\x00", "%00", " ", "%20", "\\", "%5c").Replace(name)
			if method == http.MethodGet {
				if wild.MatchString(path) {
					ask(method, wild.ReplaceAllLiteralString(path, escaped), "")
					ask(method, wild.ReplaceAllLiteralString(path, strings.ReplaceAll(escaped, "/", "%2f")), "")
					ask(method, wild.ReplaceAllLiteralString(path, name), "")
				}
				query := "?"
				for _, key := range []string{"file", "path", "name", "id", "q", "at"} {
					query += key + "=" + strings.ReplaceAll(escaped, "&", "%26") + "&"
				}
				ask(method, wild.ReplaceAllLiteralString(path, "1")+query+"line=1&column=1&page=1", "")
				continue
			}
			ask(method, wild.ReplaceAllLiteralString(path, "1"), fmt.Sprintf(`{"file": %q, "path": %[1]q, "name": %[1]q, "id": %[1]q, "line": 1, "column": 1, "text": "overwritten"}`, name))
		}
	}
	if answers < 100 {
		t.Errorf("only %d requests were made", answers)
	}
	if got := contents(t, parent, "secret.md"); got != secret {
		t.Errorf("the file outside is now %q", got)
	}
	if entries, err := os.ReadDir(parent); err != nil || len(entries) != 2 {
		t.Errorf("beside the book there are now %v", entries)
	}
}

// TestOnlyThisComputer: the studio listens on the loopback addresses and on no other address of the machine.
func TestOnlyThisComputer(t *testing.T) {
	s, _, _ := serve(t, manyPages(t, 1), Options{})
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		ip, _, err := net.ParseCIDR(a.String())
		if err != nil {
			continue
		}
		conn, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), portOf(s)), time.Second)
		if err == nil {
			conn.Close()
		}
		if !ip.IsLoopback() && err == nil {
			t.Errorf("it answers on %s", ip)
		}
		if ip.IsLoopback() && err != nil {
			t.Errorf("it does not answer on %s: %v", ip, err)
		}
	}
}

// TestPortInUse: the message says what to do.
func TestPortInUse(t *testing.T) {
	s, _, _ := serve(t, manyPages(t, 1), Options{})
	err := New(t.TempDir(), Options{Port: s.guard.port}).Serve(t.Context(), func(string) {})
	if err == nil || !strings.Contains(err.Error(), "port "+portOf(s)+" is in use") || !strings.Contains(err.Error(), "--port") {
		t.Errorf("the error is %v", err)
	}
}

// TestManyListeners: no more pages may listen than a limit, and the studio ends at once whoever listens.
func TestManyListeners(t *testing.T) {
	s, address, end := serve(t, manyPages(t, 1), Options{})
	g := visit(t, address)
	for range mostListeners {
		g.listen()
	}
	if status, body := g.get("/api/events"); status != http.StatusServiceUnavailable || !strings.Contains(body, "too many") {
		t.Errorf("one more is answered by %d %s", status, body)
	}
	if status, _ := g.get("/api/book"); status != http.StatusOK {
		t.Errorf("after that the book is answered by %d", status)
	}
	start := time.Now()
	if end(); time.Since(start) > 3*time.Second {
		t.Errorf("ending took %v", time.Since(start))
	}
	if conn, err := net.Dial("tcp", "127.0.0.1:"+portOf(s)); err == nil {
		conn.Close()
		t.Error("it still listens")
	}
}

// TestSlowClients: who takes long to ask is cut off, and who takes long to listen is, too.
func TestSlowClients(t *testing.T) {
	server := New(t.TempDir(), Options{}).server(t.Context())
	if server.ReadHeaderTimeout <= 0 || server.ReadTimeout <= 0 || server.IdleTimeout <= 0 || server.MaxHeaderBytes > 1<<20 {
		t.Errorf("the server waits for ever: %+v", server)
	}
	server.ReadHeaderTimeout = 50 * time.Millisecond
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(l) }()
	defer server.Close()
	conn, err := net.Dial("tcp4", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: ")
	_ = conn.SetReadDeadline(time.Now().Add(patience))
	if _, err := io.ReadAll(conn); err != nil {
		t.Errorf("a client that never ends its request is kept: %v", err)
	}
}

// TestPanicInAHandler: it becomes an answer, and the next request has its own.
func TestPanicInAHandler(t *testing.T) {
	w := &recorder{header: http.Header{}}
	calm(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("it is upside down") }), w, &http.Request{})
	if w.status != http.StatusInternalServerError || !strings.Contains(w.body.String(), "it is upside down") || !strings.Contains(w.body.String(), "report") {
		t.Errorf("the answer is %d %s", w.status, w.body.String())
	}
}

// recorder keeps an answer.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header { return r.header }
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
}
func (r *recorder) Write(p []byte) (int, error) {
	r.WriteHeader(http.StatusOK)
	return r.body.Write(p)
}
