package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// PageMap returns the page map of a copy, by its id, or of the last build where copy is "".
func PageMap(p *project.Project, copy string) (*pagemap.Record, error) {
	name := path.Join(project.BuildFolder, project.PagemapName(p.Cfg.Book.Slug))
	if copy != "" {
		s, err := OpenShelf(p.Root, p.Cfg.Book.Slug)
		if err != nil {
			return nil, err
		}
		c := s.Ledger.Find(copy)
		if c == nil {
			return nil, fmt.Errorf("there is no copy %q; ids of copies stand in %s, and octavo review identify FILE finds "+
				"that of a file", copy, path.Join(project.ReviewPath, LedgerName))
		}
		name = MapOf(c)
	}
	r, err := project.ReadPagemap(p.Root, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && copy != "":
		return nil, fmt.Errorf("the page map of the copy %s is gone: there is no %s", copy, name)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no page map %s: build the book first, with octavo build", name)
	case err != nil:
		return nil, fmt.Errorf("cannot read the page map %s: %w; build the book again", name, readfile.Reason(err))
	}
	return r, nil
}
