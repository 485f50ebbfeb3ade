package project

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
)

// gitPatience is how long one call of git may take. A repository that makes it take longer is broken or hostile.
const gitPatience = time.Minute

// The repository of a book comes from whoever made the book, with a configuration that may name programs: a file system
// monitor, hooks, filters, helpers that fetch. So git is called only for what runs none of them (config, rev-parse, describe,
// ls-tree, cat-file), and the settings here turn them off for the case that a version of git thinks otherwise:
// no connection is opened and no missing object is fetched (gitEnviron), no monitor and no hook runs, and a folder of
// the book that only looks like a repository is none.
var gitSettings = []string{
	"--no-pager",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "safe.bareRepository=explicit",
}

// gitEnviron returns the environment of git. Of the user's own variables for git only those stay that say where its
// configuration and its programs are: a GIT_DIR, as a hook has it, would name another repository than the book's.
func gitEnviron(environ []string) []string {
	var out []string
	for _, v := range environ {
		name, _, _ := strings.Cut(v, "=")
		name = strings.ToUpper(name) // as Windows reads it
		keep := strings.HasPrefix(name, "GIT_CONFIG_") || name == "GIT_EXEC_PATH" || name == "GIT_CEILING_DIRECTORIES" ||
			name == "GIT_DISCOVERY_ACROSS_FILESYSTEM"
		if !strings.HasPrefix(name, "GIT_") || keep {
			out = append(out, v)
		}
	}
	return append(out,
		"GIT_ALLOW_PROTOCOL=",      // a list without a protocol: every transport refuses
		"GIT_NO_LAZY_FETCH=1",      // a missing object is missing; known to git since 2.39.4 and 2.44
		"GIT_NO_REPLACE_OBJECTS=1", // no object is replaced by another
		"GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat", "LC_ALL=C")
}

// git runs git in a folder, gives it what in holds, and hands what it prints to read. An error of read ends git and is
// returned; any other error says what git said.
func git(ctx context.Context, dir string, in io.Reader, read func(io.Reader) error, args ...string) error {
	program, err := exec.LookPath("git")
	if err != nil {
		return errors.New("the git program is needed to look back at revisions, and it is not there")
	}
	late := fmt.Errorf("git %s has not finished in %v", args[0], gitPatience)
	limited, cancel := context.WithTimeoutCause(ctx, gitPatience, late)
	defer cancel()
	cmd := exec.CommandContext(limited, program, append(gitSettings[:len(gitSettings):len(gitSettings)], args...)...)
	cmd.Dir, cmd.Stdin, cmd.Env, cmd.WaitDelay = dir, in, gitEnviron(os.Environ()), time.Second
	said := &beginning{most: 4096}
	cmd.Stderr = said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("git %s: %w", args[0], err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("git %s: %w", args[0], err)
	}
	defer context.AfterFunc(limited, func() { out.Close() })() // something that outlives git may hold the other end
	unread := read(out)
	if unread != nil {
		cancel()
	}
	ended := cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(context.Cause(limited), late):
		return late
	case unread != nil:
		return unread
	case ended != nil:
		return said.reason(args[0], ended)
	}
	return nil
}

// gitOutput returns the output of git, up to a limit in bytes.
func gitOutput(ctx context.Context, dir string, most int64, args ...string) (out []byte, err error) {
	err = git(ctx, dir, nil, func(r io.Reader) (err error) {
		if out, err = io.ReadAll(io.LimitReader(r, most+1)); err == nil && int64(len(out)) > most {
			err = errTooMuch
		}
		return err
	}, args...)
	return out, err
}

var errTooMuch = errors.New("git answers with more than a book can need")

// beginning keeps the first bytes of what is written to it.
type beginning struct {
	text bytes.Buffer
	most int
}

func (b *beginning) Write(p []byte) (int, error) {
	b.text.Write(p[:min(len(p), b.most-b.text.Len())])
	return len(p), nil
}

// Reason is the error for what git said before it failed.
func (b *beginning) reason(command string, ended error) error {
	text := strings.TrimSpace(b.text.String())
	if at := strings.Index(text, "fatal: "); at >= 0 { // there may be warnings before it
		text = text[at+len("fatal: "):]
	}
	first, _, _ := strings.Cut(text, "\n")
	first = diag.Printable(first)
	switch {
	case first == "":
		return fmt.Errorf("git %s: %w", command, ended)
	case strings.Contains(first, "not a git repository"):
		return errors.New("the book is in no git repository, so there are no revisions to look back at")
	}
	return fmt.Errorf("git %s: %s", command, first)
}
