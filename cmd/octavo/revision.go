package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// revision is the book as a commit of its repository has it, laid out in a folder of its own.
type revision struct {
	commit string // the commit's full name
	dir    string // the book's folder as it was; goes with close
}

// The most that is taken out of a repository: a book and its pictures, not a repository's other works.
const maxRevision = 1 << 30 // bytes

// checkOut lays out the book in dir as a revision has it: a tag, a branch, a commit, or anything else that git
// understands, such as "HEAD~3" or "@{last week}". It asks the git program; nothing in the folder or its repository
// is touched. The revision is to be closed.
func checkOut(ctx context.Context, dir, rev string) (_ *revision, err error) {
	if rev == "" {
		return nil, errors.New("no revision is named")
	}
	out, err := git(ctx, dir, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		if _, inside := git(ctx, dir, nil, "rev-parse", "--git-dir"); inside != nil {
			return nil, inside
		}
		return nil, fmt.Errorf("git knows no revision %q; git tag and git log list what there is", rev)
	}
	r := &revision{commit: strings.TrimSpace(string(out))}
	// Names come relative to dir, which may lie deep in its repository.
	tree, err := git(ctx, dir, nil, "ls-tree", "-r", "-z", "-l", r.commit, "--", "book.toml", "manuscript", "styles")
	if err != nil {
		return nil, err
	}
	var names []string
	var ask bytes.Buffer
	var total int64
	for line := range strings.SplitSeq(strings.TrimRight(string(tree), "\x00"), "\x00") {
		about, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(about) // mode, type, object, size
		if !ok || len(fields) != 4 || !strings.HasPrefix(fields[0], "100") || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue // no plain file
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if total += size; err != nil || total > maxRevision {
			return nil, fmt.Errorf("the book at %q has more than %d MB", rev, maxRevision>>20)
		}
		names = append(names, name)
		ask.WriteString(fields[2] + "\n")
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no book in this folder at %q; its files may have had another place then", rev)
	}
	objects, err := git(ctx, dir, &ask, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	if r.dir, err = os.MkdirTemp("", "octavo-revision-"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			r.close()
		}
	}()
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	in := bufio.NewReader(bytes.NewReader(objects))
	for _, name := range names {
		if err := writeBlob(root, name, in); err != nil {
			return nil, fmt.Errorf("cannot lay out %s as of %q: %w", name, rev, err)
		}
	}
	return r, nil
}

// writeBlob writes the next object that git cat-file gives.
func writeBlob(root *os.Root, name string, in *bufio.Reader) error {
	head, err := in.ReadString('\n') // object, type, size
	if err != nil {
		return err
	}
	fields := strings.Fields(head)
	if len(fields) != 3 || fields[1] != "blob" {
		return fmt.Errorf("git answers %q", strings.TrimSpace(head))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return err
	}
	if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := root.Create(name)
	if err != nil {
		return err
	}
	_, err = io.CopyN(f, in, size)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	_, err = in.Discard(1) // the line end after it
	return err
}

// close removes the folder.
func (r *revision) close() { os.RemoveAll(r.dir) }

// readState reads a book as it was, in a folder made by checkOut or kept beside a review copy. Nothing is checked:
// what was wrong with it then is no news now. An error says that there is no book to compare with.
func readState(dir string) (*config.Config, *manuscript.Book, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot open %s: %w", dir, reason(err))
	}
	defer root.Close()
	cfg, found := config.Load(dir, openStyles(root, styles.FS))
	if cfg == nil || cfg.Broken {
		if len(found) > 0 {
			return nil, nil, fmt.Errorf("book.toml as it was cannot be read: %s", found[0].Message)
		}
		return nil, nil, errors.New("book.toml as it was cannot be read")
	}
	book, _ := manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	if len(book.Chapters()) == 0 {
		return nil, nil, errors.New("the manuscript as it was has no chapters")
	}
	return cfg, book, nil
}

// revisionName names the commit that a book's folder is at, as a reader may quote it: a tag or the beginning of the
// commit's name, with a "+" when files have changed since. It is "" where there is no repository or no git.
func revisionName(ctx context.Context, dir string) string {
	out, err := git(ctx, dir, nil, "describe", "--always", "--tags", "--abbrev=8")
	if err != nil {
		return ""
	}
	name := strings.TrimSpace(string(out))
	changed, err := git(ctx, dir, nil, "status", "--porcelain", "--", "book.toml", "manuscript", "styles")
	if err == nil && len(changed) > 0 {
		name += "+"
	}
	return name
}

// git runs git in a folder and gives what it prints. An error says what git said.
func git(ctx context.Context, dir string, in io.Reader, args ...string) ([]byte, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, errors.New("the git program is needed to look back at revisions, and it is not there")
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Stdin = dir, in
	// Neither a pager nor a question, and no lock taken just to look.
	cmd.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat", "LC_ALL=C")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		if first = strings.TrimPrefix(first, "fatal: "); first == "" {
			return nil, fmt.Errorf("git %s: %w", args[0], err)
		}
		if strings.Contains(first, "not a git repository") {
			return nil, errors.New("the book is in no git repository, so there are no revisions to look back at")
		}
		return nil, fmt.Errorf("git %s: %s", args[0], first)
	}
	return out.Bytes(), nil
}
