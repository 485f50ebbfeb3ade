package project

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/readfile"
)

// RevisionName names the commit that the book's folder is at, as a reader may quote it: a tag or the beginning of the
// commit's name, with a "+" when the book has changed since. It is "" where there is no repository of the book's own or no git.
func (p *Project) RevisionName(ctx context.Context) string {
	if ownRepository(ctx, p.Dir) != nil {
		return ""
	}
	out, err := gitOutput(ctx, p.Dir, 1<<16, "describe", "--always", "--tags", "--abbrev=8")
	if err != nil {
		return ""
	}
	name := strings.TrimSpace(string(out))
	if committed, err := listTree(ctx, p.Dir, "HEAD"); err != nil || changedSince(p.Root, p.filesRead(), committed) {
		name += "+"
	}
	return name
}

// filesRead returns the files of the book's folder that the book was made of, by their slash-separated names.
func (p *Project) filesRead() []string {
	names := []string{config.File}
	for _, s := range p.Book.Sources {
		names = append(names, s.Name)
	}
	for name := range p.Book.Pictures {
		names = append(names, path.Join("manuscript", name))
	}
	if p.Book.EPUBCover != nil {
		names = append(names, path.Join("manuscript", p.Book.EPUBCover.Path))
	}
	for _, pic := range p.Book.Cover.Pictures() {
		names = append(names, path.Join("manuscript", pic.Path))
	}
	var styles []string
	for _, s := range []*config.Style{p.Cfg.Style, p.Cfg.CardStyle} {
		if s != nil && s.Source != nil {
			styles = append(styles, s.Source.Name)
		}
	}
	for name := range p.Styles.inputs() {
		styles = append(styles, path.Join("styles", name))
	}
	for _, name := range styles {
		if _, err := p.Root.Lstat(name); err == nil { // else it is one of those inside octavo
			names = append(names, name)
		}
	}
	return names
}

// changedSince reports whether a book that was made of the files read is another than the committed one: a file is new,
// has other contents, or is gone. Git's own comparison (git status) would run the programs that the repository's
// configuration names as monitors and filters, so the contents are hashed here.
//
// A file counts as unchanged, too, when only its line ends differ, or when git has a pointer of Git LFS to it. What any
// other filter writes into the repository counts as changed, and so does what is reached by a symbolic link or lies in a
// submodule.
func changedSince(root *os.Root, read []string, committed []blob) bool {
	ids := make(map[string]string, len(committed))
	for _, b := range committed {
		ids[b.name] = b.id
	}
	for _, name := range read {
		id, ok := ids[name]
		if !ok {
			return true
		}
		data, err := readfile.In(root, name, maxStyleFile)
		if err != nil || !hasBlobID(data, id) {
			return true
		}
	}
	for _, b := range committed {
		if _, err := root.Lstat(b.name); ofBook(b.name) && errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}

// hasBlobID reports whether git would know a file of the work tree under an id, whose length tells SHA-1 from SHA-256.
func hasBlobID(data []byte, id string) bool {
	pointer := fmt.Appendf(nil, "version https://git-lfs.github.com/spec/v1\noid sha256:%x\nsize %d\n", sha256.Sum256(data), len(data))
	for _, stored := range [][]byte{data, bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), pointer} {
		if blobID(stored, len(id)) == id {
			return true
		}
	}
	return false
}

// blobID returns the id that git gives to a file's contents, in so many hexadecimal digits.
func blobID(data []byte, digits int) string {
	var h hash.Hash = sha1.New()
	if digits == hex.EncodedLen(sha256.Size) {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}
