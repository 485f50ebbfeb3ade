package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/readfile"
)

// gitFolder is where git looks for a folder's repository: a folder, or a file that says where one is.
const gitFolder = ".git"

// maxGitFile limits the bytes of the small files that lead from one folder of a repository to another: each holds a path.
const maxGitFile = 1 << 16

// ownRepository returns an error if the repository that git finds for dir is another's: a book that somebody sends may have a .git that
// leads to any repository of this machine, whose texts would then come into what is made of the book. It may lie elsewhere, as those of
// linked work trees and of submodules do, if it names the folder as one of its own. That there is none is no error.
func ownRepository(ctx context.Context, dir string) error {
	out, err := gitOutput(ctx, dir, maxGitFile, "rev-parse", "--absolute-git-dir")
	if err != nil {
		return nil // the next call of git says why
	}
	g := gitPlace{dir: filepath.FromSlash(strings.TrimRight(string(out), "\r\n"))}
	if g.dir, err = filepath.EvalSymlinks(g.dir); err != nil {
		return err
	}
	for g.top, err = absolute(dir); err == nil; g.top = filepath.Dir(g.top) {
		if to, err := leadsTo(g.top); err == nil && sameFile(to, g.dir) {
			return g.check(ctx)
		}
		if g.top == filepath.Dir(g.top) {
			return elsewhere(dir, g.dir)
		}
	}
	return err
}

// absolute returns the absolute name of a folder, without links.
func absolute(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

// leadsTo returns where the .git of a folder leads.
func leadsTo(top string) (string, error) {
	at := filepath.Join(top, gitFolder)
	info, err := os.Stat(at)
	if err != nil || info.IsDir() {
		return at, err
	}
	text, err := readfile.Named(at, maxGitFile)
	return pathFrom(top, strings.TrimPrefix(string(text), "gitdir:")), err
}

// gitPlace is where git finds a repository.
type gitPlace struct {
	top string // the folder whose .git leads there, without links
	dir string // what belongs to the work tree in that folder alone, without links
}

// check holds the repository against the folder that leads to it.
func (g *gitPlace) check(ctx context.Context) error {
	common, err := g.common()
	switch {
	case err != nil:
		return err
	case within(g.top, g.dir) && within(g.top, common):
		return g.closed(ctx, common)
	case !within(g.top, g.dir) && g.knows(ctx, common):
		return nil
	}
	return elsewhere(g.top, common)
}

// closed returns an error if what git reads of a repository inside the folder leads out of it: by a link, or by naming other
// repositories whose objects it shares.
func (g *gitPlace) closed(ctx context.Context, common string) error {
	for _, name := range []string{"HEAD", "config", "packed-refs", "refs", "reftable", "logs", "objects"} {
		if err := g.stays(ctx, filepath.Join(common, name)); err != nil {
			return err
		}
	}
	return g.borrowed(ctx, filepath.Join(common, "objects"), map[string]bool{})
}

// stays returns an error if a file, or anything in a folder, is a link that leads out of the folder with the repository, or a link to a
// folder. That there is no such file or folder is no error.
func (g *gitPlace) stays(ctx context.Context, name string) error {
	return filepath.WalkDir(name, func(file string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || ctx.Err() != nil:
			return cmp.Or(err, context.Cause(ctx))
		case d.Type()&fs.ModeSymlink == 0:
			return nil
		}
		to, err := filepath.EvalSymlinks(file)
		if err == nil && !within(g.top, to) {
			return elsewhere(g.top, to)
		}
		if info, err := os.Stat(to); err == nil && info.IsDir() { // git makes none, and what is behind them would have to be looked at, too
			return fmt.Errorf("%q is a link to a folder, which octavo does not follow inside a repository: put the folder in its place", file)
		}
		return nil
	})
}

// borrowed returns an error if a folder of objects names folders of others outside the folder with the repository, as clones do that
// were made with --shared or --reference. Folders that were looked at are in seen, and are not looked at again.
func (g *gitPlace) borrowed(ctx context.Context, objects string, seen map[string]bool) error {
	text, err := readfile.Named(filepath.Join(objects, "info", "alternates"), maxGitFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '"' { // git quotes what is no plain path
			return fmt.Errorf("the repository in %q shares objects with %q, which octavo does not read; run git repack -a -d there, and delete .git/objects/info/alternates", g.top, line)
		}
		to, err := filepath.EvalSymlinks(pathFrom(objects, line))
		if err != nil {
			continue // git does without
		}
		if seen[to] {
			continue
		}
		seen[to] = true
		if !within(g.top, to) {
			return fmt.Errorf("the repository in %q shares objects with %q, which lies outside that folder, so octavo does not read it; "+
				"if that is meant, run git repack -a -d in the folder, and delete .git/objects/info/alternates", g.top, to)
		}
		if err := cmp.Or(g.stays(ctx, to), g.borrowed(ctx, to, seen)); err != nil {
			return err
		}
	}
	return nil
}

// common returns the folder that the repository shares with its other work trees, which is its own where it has none.
func (g *gitPlace) common() (string, error) {
	text, err := readfile.Named(filepath.Join(g.dir, "commondir"), maxGitFile)
	if errors.Is(err, fs.ErrNotExist) {
		return g.dir, nil
	}
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(pathFrom(g.dir, string(text)))
}

// knows reports whether a repository that lies elsewhere says that the folder belongs to it: as a linked work tree, whose place it
// keeps, or as the work tree that its configuration names.
func (g *gitPlace) knows(ctx context.Context, common string) bool {
	if filepath.Dir(g.dir) == filepath.Join(common, "worktrees") {
		text, err := readfile.Named(filepath.Join(g.dir, "gitdir"), maxGitFile)
		return err == nil && sameFile(pathFrom(g.dir, string(text)), filepath.Join(g.top, gitFolder))
	}
	out, err := gitOutput(ctx, g.top, maxGitFile, "config", "--file", filepath.Join(g.dir, "config"), "--get", "core.worktree")
	return err == nil && sameFile(pathFrom(g.dir, string(out)), g.top)
}

// elsewhere is the error for a repository that is another's.
func elsewhere(top, where string) error {
	return fmt.Errorf("%q has a .git that leads out of it, to %q, which does not know that folder, so octavo does not read it; "+
		"if it is the folder's own, tell it so: run git config core.worktree %q in the folder, or git worktree repair for a linked work tree that was moved",
		top, where, top)
}

// pathFrom returns a path as a file of git in a folder has it: relative to the folder, or absolute.
func pathFrom(dir, text string) string {
	to := filepath.FromSlash(strings.TrimSpace(text))
	if filepath.IsAbs(to) {
		return to
	}
	return filepath.Join(dir, to)
}

// within reports whether a file is a folder or lies inside it, both without links.
func within(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

// sameFile reports whether two names lead to one file or folder.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
