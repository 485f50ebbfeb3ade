package studio

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
)

// announcement is what a studio that runs leaves in a private file, so that octavo where --studio finds it.
type announcement struct {
	Port  int    `json:"port"`
	Token string `json:"token"`
	PID   int    `json:"pid"`
	file  string // that it was read from
}

// maxAnnouncement is the largest file of an announcement that is read, in bytes.
const maxAnnouncement = 4096

// announce leaves an announcement of a studio of the book in the folder dir; withdraw takes it away. A book may have several studios.
func announce(ctx context.Context, dir string, port int, token string) (withdraw func(), err error) {
	prefix, err := announced(dir)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(announcement{Port: port, Token: token, PID: os.Getpid()})
	if err != nil {
		return nil, err
	}
	name := prefix + strconv.Itoa(port) + ".json"
	if err := outdir.WritePrivate(ctx, name, data); err != nil {
		return nil, err
	}
	return func() {
		if a, ok := readAnnouncement(name); ok && a.Token == token { // a studio that came later may have the port
			outdir.RemovePrivate(name)
		}
	}, nil
}

// announced returns how the names of the files begin that hold the announcements of the studios of a book.
func announced(dir string) (prefix string, err error) {
	cache, err := os.UserCacheDir()
	if err == nil {
		_, err = os.Stat(filepath.Dir(cache)) // a home that does not exist is not made
	}
	if err != nil {
		return "", fmt.Errorf("there is no folder of your own to keep a studio's address in: %w", readfile.Reason(err))
	}
	dir, err = realFolder(dir)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(cache, "octavo", "studio", hex.EncodeToString(sum[:16])+"-"), nil
}

// realFolder returns the one path of a folder that has no links in it.
func realFolder(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err == nil {
		full, err = filepath.EvalSymlinks(full)
	}
	if err != nil {
		return "", fmt.Errorf("cannot open the book's folder %s: %w", dir, readfile.Reason(err))
	}
	return full, nil
}

// announcements returns those of the studios of a book, of which some may have ended without taking theirs away.
func announcements(dir string) (out []announcement, err error) {
	prefix, err := announced(dir)
	if err != nil {
		return nil, err
	}
	root, err := readfile.OpenRoot(filepath.Dir(prefix))
	if err != nil {
		return nil, nil // no studio has ever run
	}
	defer root.Close()
	entries, err := readfile.List(root, ".")
	if err != nil {
		return nil, fmt.Errorf("cannot look for studios in %s: %w", filepath.Dir(prefix), readfile.Reason(err))
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(prefix)) {
			if a, ok := readAnnouncement(filepath.Join(filepath.Dir(prefix), e.Name())); ok {
				out = append(out, a)
			}
		}
	}
	return out, nil
}

// readAnnouncement reads a file and reports whether it holds an announcement.
func readAnnouncement(name string) (a announcement, ok bool) {
	data, err := readfile.Named(name, maxAnnouncement)
	if err != nil || json.Unmarshal(data, &a) != nil || a.Port < 1 || a.Port > 65535 || a.Token == "" {
		return announcement{}, false
	}
	a.file = name
	return a, true
}

// helloPath is where a studio proves that it is one.
const helloPath = "/api/hello"

// proof is the answer to a challenge that only who knows the token can give. It does not tell the token.
func proof(token, challenge string) string {
	h := hmac.New(sha256.New, []byte(token))
	h.Write([]byte("octavo studio\n" + challenge))
	return hex.EncodeToString(h.Sum(nil))
}

// hello answers a challenge. It is for programs, which have no cookie: one that finds an announcement must know that the studio is still
// at that port, before it sends the token there.
func (g *guard) hello(w http.ResponseWriter, r *http.Request) {
	challenge := r.URL.Query().Get("challenge")
	if len(challenge) < 16 || len(challenge) > 128 {
		http.Error(w, "no challenge", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(proof(g.token, challenge))) // who has gone is not told
}

// errStranger says that a studio which was announced does not answer: it has ended, or another program has its port now.
var errStranger = errors.New("no studio answers")
