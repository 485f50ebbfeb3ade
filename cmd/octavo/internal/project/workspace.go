package project

import (
	"context"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/interior"
)

// Workspace is a book's folder that is opened again and again while its author writes.
type Workspace struct {
	dir   string
	pages interior.Kept // of the states before
}

// NewWorkspace returns the workspace of the folder dir. It is to be closed.
func NewWorkspace(dir string) *Workspace { return &Workspace{dir: dir} }

// Open opens the book as its files are now; see [Open]. Texts in unsaved stand for those of files, by their names as
// [diag.Source] has them. Projects of a workspace are never modified by it, and are not to be closed.
func (w *Workspace) Open(ctx context.Context, unsaved map[string][]byte, settings ...config.Setting) (*Project, error) {
	p, err := Open(ctx, w.dir, Silent, settings...)
	if err == nil {
		p.setWith(&w.pages)
	}
	return p, err
}

// Close lets go of the folder.
func (w *Workspace) Close() {}
