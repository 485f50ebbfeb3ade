package lsp

import (
	"octavo/cmd/octavo/internal/diag"
)

// text returns the text of a source with its lines.
func (s *state) text(src *diag.Source) *text {
	if t, ok := s.texts.Load(src); ok {
		return t.(*text)
	}
	t, _ := s.texts.LoadOrStore(src, newText(string(src.Text)))
	return t.(*text)
}

// sources returns the files of the book that have been read as text.
func (s *state) sources() (out []*diag.Source) {
	if s.project.Cfg != nil && s.project.Cfg.Source != nil {
		out = append(out, s.project.Cfg.Source)
	}
	if s.project.Book != nil {
		out = append(out, s.project.Book.Sources...)
	}
	return out
}

// source returns the source of a file, or nil.
func (s *state) source(name string) *diag.Source {
	for _, src := range s.sources() {
		if src.Name == name {
			return src
		}
	}
	return nil
}

// location returns the place of a stretch of a source.
func (s *state) location(f *folder, src *diag.Source, from, to int) location {
	return location{s.uri(f, src.Name), s.text(src).span(from, to, s.units)}
}
