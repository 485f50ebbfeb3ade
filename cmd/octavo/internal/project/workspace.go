package project

import (
	"context"
	"errors"
	"os"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/recent"
	"octavo/cmd/octavo/internal/textstyle"
)

// Workspace is a book's folder that is opened again and again while its author writes. It reads, parses and checks only what has
// changed. It may be used by several goroutines.
type Workspace struct {
	dir string

	mu         sync.Mutex // held while the book is opened
	root       *os.Root   // nil: not yet open
	files      readfile.Files
	manuscript manuscript.Kept
	checks     check.Kept
	styles     ownStyles
	setups     recent.Map[setupKey, *setup]
	fonts      recent.Map[fontsKey, *loadedFonts]
	pages      interior.Kept
	faces      cards.Kept
}

// NewWorkspace returns the workspace of the folder dir. It is to be closed.
func NewWorkspace(dir string) *Workspace {
	w := &Workspace{dir: dir}
	w.manuscript.Files = &w.files
	return w
}

// Open opens the book as its files are now; see [Open]. Texts in unsaved stand for those of book.toml and of files of the manuscript, by
// their names as [diag.Source] has them. What is as it was when the book was last opened, or shortly before, is the same in the Project:
// the pointers to the configuration, to the fonts, to sources, chapters and pictures are the same. Projects of a workspace are never
// modified by it, and need not be closed.
func (w *Workspace) Open(ctx context.Context, unsaved map[string][]byte, settings ...config.Setting) (*Project, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.enter(ctx); err != nil {
		return nil, err
	}
	w.files.Next()
	w.setups.Next()
	w.fonts.Next()
	w.styles.look(w.root, &w.files)
	set := w.setup(unsaved, settings)
	p := newProject(w.dir, w.root, set.styles, &w.pages, &w.faces)
	p.shared, p.Cfg, p.Found = true, set.cfg, append(diag.List(nil), set.found...)
	if err := p.read(ctx, Silent, &again{w, p, unsaved}); err != nil {
		return nil, err
	}
	return p, nil
}

// Work returns how many files have been read, and how many have been parsed, since the workspace was made.
func (w *Workspace) Work() (read, parsed int64) { return w.files.Reads(), w.manuscript.Parsed() }

// enter opens the folder, anew if another one lies at its path by now.
func (w *Workspace) enter(ctx context.Context) error {
	now, err := os.Stat(w.dir)
	if err == nil && w.root != nil {
		if before, err := w.root.Stat("."); err == nil && os.SameFile(before, now) {
			return nil
		}
	}
	root, err := OpenBook(w.dir)
	if err != nil {
		return err
	}
	if err := SettleOutputs(ctx, root); err != nil {
		return errors.Join(err, root.Close())
	}
	w.root = root // projects may still read through the one before, which is closed when none does
	return nil
}

// Close lets go of the folder: after it no more styles can be read.
func (w *Workspace) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.root != nil {
		w.root.Close()
		w.root = nil
	}
}

// again is a reader that keeps what it reads in a workspace.
type again struct {
	w       *Workspace
	p       *Project
	unsaved map[string][]byte
}

func (a *again) manuscript(contents book.Contents) (*book.Book, diag.List) {
	return a.w.manuscript.Read(a.p.Root, "manuscript", contents, a.unsaved)
}

func (a *again) check(fonts check.Coverage) diag.List {
	return a.w.checks.Run(a.p.Cfg, a.p.Book, fonts)
}

func (a *again) fonts(style *config.Style) (*textstyle.Fonts, error) {
	return a.w.loadFonts(style, a.p.Cfg.Book.Language, a.p.Styles)
}
