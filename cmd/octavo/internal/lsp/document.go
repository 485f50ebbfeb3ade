package lsp

import (
	"encoding/json"
	"path"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/project"
)

// document is a document that is open in the editor. It is replaced when it changes, never modified.
type document struct {
	uri     string // as the client spells it
	version int
	text    *text
}

// didOpen, didChange, didSave and didClose follow the documents of the client.
func (s *server) didOpen(params json.RawMessage) error {
	var p documentParams
	if err := decode(params, &p); err != nil {
		return err
	}
	d := p.TextDocument
	return s.replace(d.URI, &document{d.URI, d.Version, newText(d.Text)})
}

func (s *server) didChange(params json.RawMessage) error {
	var p changeParams
	if err := decode(params, &p); err != nil {
		return err
	}
	name, err := pathOf(p.TextDocument.URI, here)
	if err != nil {
		return nil // a document that is no file is no book's
	}
	s.mu.Lock()
	old, units := s.docs[name], s.client.units
	s.mu.Unlock()
	now := &document{uri: p.TextDocument.URI, version: p.TextDocument.Version}
	if old != nil {
		now.text = old.text
	}
	for _, c := range p.ContentChanges {
		if now.text == nil && c.Range != nil {
			s.logf("%s has changed, and is not open: the change is left out", name)
			return nil
		}
		now.text = now.text.apply(c, units)
	}
	if now.text == nil {
		return nil
	}
	return s.replace(now.uri, now)
}

func (s *server) didSave(params json.RawMessage) error {
	var p documentParams
	if err := decode(params, &p); err != nil {
		return err
	}
	if name, err := pathOf(p.TextDocument.URI, here); err == nil {
		s.changedOutside(name)
	}
	return nil
}

func (s *server) didClose(params json.RawMessage) error {
	var p documentParams
	if err := decode(params, &p); err != nil {
		return err
	}
	return s.replace(p.TextDocument.URI, nil)
}

// replace puts a document in the place of the one with its URI, or, if it is nil, the file.
func (s *server) replace(uri string, d *document) error {
	name, err := pathOf(uri, here)
	if err != nil {
		return nil
	}
	s.mu.Lock()
	if d == nil {
		delete(s.docs, name)
	} else {
		s.docs[name] = d
	}
	s.mu.Unlock()
	if dir := s.bookOf(name); dir != "" {
		s.folderAt(dir).touch()
	}
	return nil
}

// fileEvent is a file that has changed, been made or been deleted.
type fileEvent struct {
	URI string `json:"uri"`
}

func (s *server) didChangeFiles(params json.RawMessage) error {
	var p struct {
		Changes []fileEvent `json:"changes"`
	}
	if err := decode(params, &p); err != nil {
		return err
	}
	for _, c := range p.Changes {
		if name, err := pathOf(c.URI, here); err == nil {
			s.changedOutside(name)
		}
	}
	return nil
}

// changedOutside has the book of a file opened again. What octavo makes is no part of the book.
func (s *server) changedOutside(name string) {
	dir := s.bookOf(name)
	if dir == "" {
		return
	}
	if inside, ok := nameIn(dir, name); ok && (inside == project.BuildFolder || strings.HasPrefix(inside, project.BuildFolder+"/")) {
		return
	}
	s.folderAt(dir).touch()
}

func (s *server) didChangeFolders(params json.RawMessage) error {
	var p struct {
		Event struct {
			Added   []workspaceFolder `json:"added"`
			Removed []workspaceFolder `json:"removed"`
		} `json:"event"`
	}
	if err := decode(params, &p); err != nil {
		return err
	}
	for _, f := range p.Event.Removed {
		if root, err := pathOf(f.URI, here); err == nil {
			s.closeRoot(root)
		}
	}
	s.openRoots(p.Event.Added)
	return nil
}

// bookOf returns the folder of the book that a file belongs to, or "": one that is known, or else one that has a book.toml.
func (s *server) bookOf(name string) string {
	dir := s.bookAround(filepath.Dir(name))
	if dir == "" && filepath.Base(name) == config.File { // one that is not saved yet, or has just been deleted
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.docs[name] != nil || s.folders[filepath.Dir(name)] != nil {
			return filepath.Dir(name)
		}
	}
	return dir
}

// bookAround returns the folder of the book that a folder is in, or is; or "".
func (s *server) bookAround(dir string) string {
	for {
		s.mu.Lock()
		known := s.folders[dir] != nil
		s.mu.Unlock()
		if known || isFile(filepath.Join(dir, config.File)) {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// nameIn returns the name of a file relative to a book's folder, slash-separated as diagnostics have it, and whether it is in the folder.
func nameIn(dir, name string) (string, bool) {
	rel, err := filepath.Rel(dir, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return path.Clean(filepath.ToSlash(rel)), true
}
