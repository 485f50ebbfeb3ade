package project

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/styles"
)

// revision is the book as a commit of its repository has it, laid out in a folder of its own.
type revision struct {
	Commit string // the commit's full name
	Dir    string // the book's folder as it was; goes with close, or with the command's context
	remove func()
}

// The most that is taken out of a repository: a book and its pictures, not a repository's other works.
const (
	maxRevision      = 1 << 30 // bytes
	maxRevisionFiles = 100_000
	maxListing       = 32 << 20 // bytes of their names
)

// ofBook reports whether a file of the book's folder is where the files of a book lie.
func ofBook(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return first == config.File || first == "manuscript" || first == "styles" || order.IsList(name) && first == name
}

// pictureElsewhere reports whether a file of the book's folder may be a picture that ../images/door.png leads to.
func pictureElsewhere(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".svg", ".tif", ".tiff", ".webp", ".gif", ".bmp":
		return !strings.HasPrefix(name, BuildFolder+"/")
	}
	return false
}

// checkOut lays out the book in dir as a revision has it: a tag, a branch, a commit, or anything else that git
// understands, such as "HEAD~3" or "@{last week}". It asks the git program; nothing in the folder or its repository
// is touched, and nothing is fetched. The revision is to be closed.
func checkOut(ctx context.Context, dir, rev string) (_ *revision, err error) {
	if rev == "" {
		return nil, errors.New("no revision is named")
	}
	if err := ownRepository(ctx, dir); err != nil {
		return nil, err
	}
	out, err := gitOutput(ctx, dir, 1024, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		if _, inside := gitOutput(ctx, dir, 1<<16, "rev-parse", "--git-dir"); inside != nil {
			return nil, inside
		}
		return nil, fmt.Errorf("git knows no revision %q; git tag and git log list what there is", rev)
	}
	r := &revision{Commit: strings.TrimSpace(string(out))}
	blobs, err := listTree(ctx, dir, r.Commit)
	switch {
	case ctx.Err() != nil:
		return nil, err
	case errors.Is(err, errTooMuch):
		return nil, fmt.Errorf("the book at %q has more than %d files", rev, maxRevisionFiles)
	case err != nil:
		return nil, fmt.Errorf("%w; %s", err, incomplete)
	case len(blobs) == 0:
		return nil, fmt.Errorf("there is no book in this folder at %q; its files may have had another place then", rev)
	}
	bk, err := OpenBook(dir)
	if err != nil {
		return nil, err
	}
	defer bk.Close()
	root, remove, err := outdir.Scratch(ctx, bk, BuildFolder)
	if err != nil {
		return nil, err
	}
	r.Dir, r.remove = root.Name(), remove
	defer func() {
		if err != nil {
			r.Close()
		}
	}()
	var ask bytes.Buffer
	for _, b := range blobs {
		ask.WriteString(b.id + "\n")
	}
	err = git(ctx, dir, &ask, func(out io.Reader) error {
		in := bufio.NewReader(out)
		left := int64(maxRevision)
		for _, b := range blobs {
			n, err := writeBlob(root, b.name, in, left)
			if errors.Is(err, errTooMuch) {
				return fmt.Errorf("the book at %q has more than %d MB", rev, maxRevision>>20)
			}
			if err != nil {
				return fmt.Errorf("cannot lay out %q as of %q: %w", b.name, rev, err)
			}
			left -= n
		}
		return nil
	}, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	return r, nil
}

// incomplete is the advice for a revision that git knows but has only in part.
const incomplete = "if this is a partial clone, octavo fetches nothing for it: run git fetch --refetch --no-filter first; " +
	"else the repository is damaged: run git fsck"

// blob is a regular file of a revision.
type blob struct {
	name string // slash-separated, relative to the book's folder
	id   string // of its contents, in hexadecimal digits
}

// listTree lists the regular files of the book in dir as a commit has them. Links and submodules are left out.
func listTree(ctx context.Context, dir, commit string) ([]blob, error) {
	// Names come relative to dir, which may lie deep in its repository.
	tree, err := gitOutput(ctx, dir, maxListing, "ls-tree", "-r", "-z", commit, "--", ".")
	if err != nil {
		return nil, err
	}
	var blobs []blob
	for line := range strings.SplitSeq(strings.TrimRight(string(tree), "\x00"), "\x00") {
		about, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(about) // mode, type, object
		if !ok || len(fields) != 3 || !strings.HasPrefix(fields[0], "100") || !ofBook(name) && !pictureElsewhere(name) || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue
		}
		if len(blobs) == maxRevisionFiles {
			return nil, errTooMuch
		}
		blobs = append(blobs, blob{name, fields[2]})
	}
	return blobs, nil
}

// writeBlob writes the next object that git cat-file gives, and returns its size in bytes. An object with more than most
// bytes gives errTooMuch.
func writeBlob(root *os.Root, name string, in *bufio.Reader, most int64) (int64, error) {
	head, err := in.ReadSlice('\n') // object, type, size
	fields := strings.Fields(string(head))
	if err != nil || len(fields) == 2 && fields[1] == "missing" { // git gives up, or says so
		return 0, fmt.Errorf("git does not have it; %s", incomplete)
	}
	if len(fields) != 3 || fields[1] != "blob" {
		return 0, fmt.Errorf("git answers %q", strings.TrimSpace(string(head)))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return 0, err
	}
	if size > most {
		return 0, errTooMuch
	}
	if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
		return 0, err
	}
	f, err := root.Create(name)
	if err != nil {
		return 0, err
	}
	n, err := io.CopyN(f, in, size)
	if err := errors.Join(err, f.Close()); err != nil {
		return n, err
	}
	_, err = in.Discard(1) // the line end after it
	return n, err
}

// ReadSnapshot reads the book as it was in a snapshot.
func (p *Project) ReadSnapshot(name string) (*book.Book, error) {
	folder := path.Join(ReviewPath, SnapshotFolder, name)
	root, err := readfile.Folder(p.Root, folder)
	if err != nil {
		return nil, fmt.Errorf("it is kept in %s, which cannot be opened: %w", folder, readfile.Reason(err))
	}
	defer root.Close()
	return readState(root)
}

// StateAt reads the book in dir as a revision has it.
func StateAt(ctx context.Context, dir, rev string) (*book.Book, error) {
	r, err := checkOut(ctx, dir, rev)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	root, err := os.OpenRoot(r.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return readState(root)
}

// OpenRevision opens the book in dir as a revision has it, with the styles that it had then. The project is to be closed.
func OpenRevision(ctx context.Context, dir, rev string, settings ...config.Setting) (*Project, error) {
	r, err := checkOut(ctx, dir, rev)
	if err != nil {
		return nil, err
	}
	p, err := Open(ctx, r.Dir, Silent, settings...)
	if err != nil {
		r.Close()
		return nil, err
	}
	p.revision = r
	return p, nil
}

// Close removes the folder.
func (r *revision) Close() { r.remove() }

// readState reads a book as it was, in a folder made by checkOut or kept beside a review copy. Nothing is checked:
// what was wrong with it then is no news now. An error says that there is no book to compare with.
func readState(root *os.Root) (*book.Book, error) {
	cfg, found := punctuated(config.LoadRoot(root, OpenStyles(root, styles.FS)))
	if cfg == nil || cfg.Broken {
		if len(found) > 0 {
			return nil, fmt.Errorf("book.toml as it was cannot be read: %s", found[0].Message)
		}
		return nil, errors.New("book.toml as it was cannot be read")
	}
	bk, _ := manuscript.ReadRoot(root, "manuscript", check.Contents(cfg))
	if len(bk.Chapters()) == 0 {
		return nil, errors.New("the manuscript as it was has no chapters")
	}
	return bk, nil
}
