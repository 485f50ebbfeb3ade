package studio

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"octavo/cmd/octavo/internal/outdir"
)

// Show has the studios of the book in the folder dir scroll to a line of a file. The file is named by its path, from the current folder
// or from the book's, or without the manuscript's folder. A column of 0 is none. Show returns the file's name in the book, and an error
// that says what to do if no studio runs or none has the place on a page.
func Show(ctx context.Context, dir, file string, line, column int) (name string, err error) {
	if name, err = nameIn(dir, file); err != nil {
		return "", err
	}
	known, err := announcements(dir)
	if err != nil {
		return "", err
	}
	err = errStranger
	for _, a := range known { // a book may have several
		switch e := a.show(ctx, name, line, column); {
		case ctx.Err() != nil:
			return "", context.Cause(ctx)
		case errors.Is(e, errStranger):
			outdir.RemovePrivate(a.file)
		case e == nil || errors.Is(err, errStranger):
			err = e
		}
	}
	if errors.Is(err, errStranger) {
		return "", fmt.Errorf("no studio of the book in %s is open: start one with octavo serve, and leave it running", dir)
	}
	return name, err
}

// nameIn returns the name that a file has in the book, with slashes: it may be named by its path, from the current folder or from the
// book's, or without the manuscript's folder.
func nameIn(dir, file string) (string, error) {
	top, err := realFolder(dir)
	if err != nil {
		return "", err
	}
	if full, err := realFolder(file); err == nil {
		if name, err := filepath.Rel(top, full); err == nil && filepath.IsLocal(name) {
			return filepath.ToSlash(name), nil
		}
	}
	if filepath.IsLocal(file) {
		for _, name := range []string{file, filepath.Join("manuscript", file)} {
			if _, err := os.Stat(filepath.Join(top, name)); err == nil {
				return filepath.ToSlash(filepath.Clean(name)), nil
			}
		}
	}
	return "", fmt.Errorf("there is no file %s in the book in %s; name it by its path, as in manuscript/01.md:40", file, dir)
}

// How long a studio may take to answer.
const (
	helloTime = 2 * time.Second
	showTime  = 10 * time.Second // it may be setting the book
)

// show has the studio scroll to a place. The error is errStranger if it is not the one that was announced.
func (a announcement) show(ctx context.Context, name string, line, column int) error {
	ctx, cancel := context.WithTimeout(ctx, showTime)
	defer cancel()
	host := net.JoinHostPort("127.0.0.1", strconv.Itoa(a.Port))
	connection, err := new(net.Dialer).DialContext(ctx, "tcp4", host)
	if err != nil {
		return fmt.Errorf("%w: %w", errStranger, err)
	}
	defer connection.Close()
	client := overOne(connection)
	if err := a.prove(ctx, client, host); err != nil {
		return err
	}
	body, err := json.Marshal(map[string]any{"file": name, "line": line, "column": column})
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+host+"/api/show", bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Octavo-Token", a.Token)
	response, err := client.Do(r)
	if err != nil {
		return late(err)
	}
	defer response.Body.Close()
	return refused(response)
}

// prove asks the studio for a proof that it knows the token.
func (a announcement) prove(ctx context.Context, client *http.Client, host string) error {
	ctx, cancel := context.WithTimeout(ctx, helloTime)
	defer cancel()
	challenge := rand.Text()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+helloPath+"?challenge="+url.QueryEscape(challenge), nil)
	if err != nil {
		return err
	}
	response, err := client.Do(r)
	if errors.Is(err, context.DeadlineExceeded) {
		return late(err)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errStranger, err)
	}
	defer response.Body.Close()
	given, err := io.ReadAll(io.LimitReader(response.Body, 1024))
	if err != nil || response.StatusCode != http.StatusOK || subtle.ConstantTimeCompare(given, []byte(proof(a.Token, challenge))) != 1 {
		return errStranger
	}
	return nil
}

// late is the error of a studio that has not answered.
func late(err error) error {
	var of *url.Error
	if errors.As(err, &of) {
		err = of.Err // without the address
	}
	return fmt.Errorf("the studio of the book does not answer (%w): look at its terminal, end it with Ctrl-C, and start it again with octavo serve", err)
}

// overOne returns a client that knows one connection only: the token goes to whom has proved to know it, and never through a proxy or to
// where an answer redirects.
func overOne(connection net.Conn) *http.Client {
	used := false
	return &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
			if used {
				return nil, errors.New("it has closed the connection")
			}
			used = true
			return connection, nil
		}},
	}
}

// refused returns what a studio says that does not do what it was asked for.
func refused(response *http.Response) error {
	if response.StatusCode == http.StatusOK {
		return nil
	}
	text, _ := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	var p problem
	if json.Unmarshal(text, &p) != nil || p.Message == "" {
		return fmt.Errorf("the studio cannot show it: %s", response.Status)
	}
	if p.Help != "" {
		p.Message += "; " + p.Help
	}
	return fmt.Errorf("the studio cannot show it: %s", p.Message)
}
