package studio

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/parallel"
)

// guard decides whose requests are answered. A studio reads and writes an author's files, so no other page in the browser may reach
// it: the first address bears a token that nobody can guess, a cookie holds it afterwards, and Host and Origin must be the studio's
// own, so that no name that leads to the loopback address (DNS rebinding) and no form on another site does.
type guard struct {
	token string
	port  int
}

func newGuard() guard { return guard{token: rand.Text()} }

// policy is the Content-Security-Policy of the page: its own files, nothing from any network, in no frame.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// protect returns next behind the guard.
func (g *guard) protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !g.ownHost(r.Host) || !g.ownOrigin(r):
			http.Error(w, "this address is not the studio's own", http.StatusForbidden)
		case r.Method == http.MethodGet && r.URL.Path == "/" && r.URL.Query().Has("token"):
			g.admit(w, r)
		case r.Method == http.MethodGet && r.URL.Path == helloPath:
			g.hello(w, r)
		case !g.knows(r):
			http.Error(w, "open the address that octavo serve printed", http.StatusForbidden)
		default:
			calm(next, w, r)
		}
	})
}

// calm serves a request. A panic over it becomes its answer, and the studio lives on.
func calm(next http.Handler, w http.ResponseWriter, r *http.Request) {
	p := parallel.Catch(func() { next.ServeHTTP(w, r) })
	if p == nil {
		return
	}
	if p.Value == http.ErrAbortHandler {
		panic(http.ErrAbortHandler)
	}
	message, help := explained(p)
	refuse(w, http.StatusInternalServerError, problem{Message: message, Help: help})
}

// cookie returns the name of the cookie. Cookies are shared by all ports of a host, so every studio has one of its own.
func (g *guard) cookie() string { return "octavo-" + strconv.Itoa(g.port) }

// admit gives the cookie to who has the token, and takes the token out of the address.
func (g *guard) admit(w http.ResponseWriter, r *http.Request) {
	if !g.is(r.URL.Query().Get("token")) {
		http.Error(w, "the token is that of another studio; open the address that octavo serve printed", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (g *guard) is(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) == 1
}

// knows reports whether a request bears the token.
func (g *guard) knows(r *http.Request) bool {
	if c, err := r.Cookie(g.cookie()); err == nil && g.is(c.Value) {
		return true
	}
	return g.is(r.Header.Get("Octavo-Token")) // of octavo where --studio
}

// ownHost reports whether a request names the studio by an address of the loopback, not by a name that leads there.
func (g *guard) ownHost(host string) bool {
	name, port, ok := cutPort(host)
	return ok && port == strconv.Itoa(g.port) && (name == "127.0.0.1" || name == "[::1]" || name == "localhost")
}

func cutPort(host string) (name, port string, ok bool) {
	i := strings.LastIndexByte(host, ':')
	if i < 0 {
		return "", "", false
	}
	return host[:i], host[i+1:], true
}

// ownOrigin reports whether a request comes from the studio's own page, or from no page at all.
func (g *guard) ownOrigin(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Method == http.MethodGet || r.Method == http.MethodHead || r.Header.Get("Octavo-Token") != ""
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == r.Host
}
