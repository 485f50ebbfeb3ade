package lsp

import (
	"context"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// spot is a place of a request in the state of its book.
type spot struct {
	*state
	folder *folder
	src    *diag.Source
	at     int
}

// spot returns the place of a request, or nil where the document is in no book or not one of its texts.
func (r *request) spot(ctx context.Context, to any, at *Position) (*spot, error) {
	if err := r.read(to); err != nil {
		return nil, err
	}
	s, err := r.view.state(ctx)
	if err != nil || s == nil {
		return nil, err
	}
	src := s.source(r.view.name)
	if src == nil {
		return nil, nil
	}
	return &spot{s, r.view.folder, src, s.text(src).offset(*at, s.units)}, nil
}

// define answers textDocument/definition: of links and see, of pictures and files, of themes, audiences and kinds.
func define(ctx context.Context, r *request) (any, error) {
	var p positionParams
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	x := s.index()
	if ref := x.at(s.src, s.at); ref != nil {
		if t := x.byID[ref.id]; t != nil && t.head.src != nil {
			return s.location(s.folder, t.head.src, t.head.from, t.head.to), nil
		}
		return nil, nil
	}
	for _, file := range x.files {
		if file.where.holds(s.src, s.at) {
			return location{URI: s.uri(s.folder, file.file)}, nil
		}
	}
	if _, where := s.declared(); where.src != nil {
		return s.location(s.folder, where.src, where.from, where.to), nil
	}
	return nil, nil
}

// listReferences answers textDocument/references.
func listReferences(ctx context.Context, r *request) (any, error) {
	var p struct {
		positionParams
		Context struct {
			IncludeDeclaration bool `json:"includeDeclaration"`
		} `json:"context"`
	}
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	out := []location{}
	for _, at := range s.mentions(p.Context.IncludeDeclaration) {
		out = append(out, s.location(s.folder, at.src, at.from, at.to))
	}
	return out, nil
}

// highlight answers textDocument/documentHighlight.
func highlight(ctx context.Context, r *request) (any, error) {
	var p positionParams
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	out := []object{}
	for _, at := range s.mentions(true) {
		if at.src == s.src {
			out = append(out, object{"range": s.text(at.src).span(at.from, at.to, s.units), "kind": 1})
		}
	}
	return out, nil
}

// mentions returns where the id at the spot is written, or the name of a theme, audience or kind.
func (s *spot) mentions(withDeclaration bool) (out []stretch) {
	if name, where := s.declared(); where.src != nil {
		if withDeclaration {
			out = append(out, where)
		}
		return append(out, s.uses(name)...)
	}
	t := s.target()
	if t == nil {
		return nil
	}
	if withDeclaration && t.written.src != nil {
		out = append(out, t.written)
	} else if withDeclaration && t.head.src != nil {
		out = append(out, t.head)
	}
	for _, r := range s.index().references {
		if r.id != t.id || r.missing {
			continue
		}
		if r.address.src != nil && r.address.src == r.whole.src {
			out = append(out, r.address)
		} else {
			out = append(out, r.whole)
		}
	}
	return out
}

// target returns the target that is named at the spot, or that begins there; or nil.
func (s *spot) target() *target {
	x := s.index()
	if r := x.at(s.src, s.at); r != nil {
		return x.byID[r.id]
	}
	return x.headed(s.src, s.at)
}

// name is a theme, an audience or a kind, as book.toml declares it.
type name struct{ table, id string }

// declared returns the theme, audience or kind that is named at the spot, and where book.toml declares it.
func (s *spot) declared() (name, stretch) {
	cfg := s.project.Cfg
	if cfg == nil || s.project.Book == nil {
		return name{}, stretch{}
	}
	where := func(n name) stretch {
		pos, end := cfg.Key(n.table + "." + n.id)
		if !pos.IsValid() || string(pos.Source.Text[pos.Offset:max(end, pos.Offset)]) != n.id {
			return stretch{}
		}
		return stretch{pos.Source, pos.Offset, end}
	}
	if s.src == cfg.Source {
		for _, n := range s.names() {
			if w := where(n); w.holds(s.src, s.at) {
				return n, w
			}
		}
		return name{}, stretch{}
	}
	for _, u := range s.named() {
		if u.where.holds(s.src, s.at) {
			return u.name, where(u.name)
		}
	}
	return name{}, stretch{}
}

// names returns the themes, audiences and kinds of the book.
func (s *state) names() (out []name) {
	cfg := s.project.Cfg
	for _, t := range cfg.Themes {
		out = append(out, name{"themes", t.ID})
	}
	for _, a := range cfg.Audiences {
		out = append(out, name{"audiences", a.ID})
	}
	for _, k := range cfg.Kinds {
		out = append(out, name{"kinds", k.ID})
	}
	return out
}

// use is where an entry, or the head of a file, names a theme, an audience or a kind.
type use struct {
	name  name
	where stretch
}

// named returns where themes, audiences and kinds are named in the manuscript, each place once.
func (s *state) named() (out []use) {
	seen := map[diag.Pos]bool{}
	add := func(table, id string, at diag.Pos, ok bool) {
		if !ok || seen[at] {
			return
		}
		seen[at] = true
		if where := inQuotes(at, id); where.src != nil {
			out = append(out, use{name{table, id}, where})
		}
	}
	list := func(e *book.Entry, key, table string, ids []string) {
		for i, id := range ids {
			at, ok := e.Places[key+"."+strconv.Itoa(i)]
			add(table, id, at, ok)
		}
	}
	for _, e := range s.project.Book.Entries() {
		list(e, "themes", "themes", e.Themes)
		list(e, "audience", "audiences", e.Audience)
		at, ok := e.Places["kind"]
		add("kinds", e.Kind, at, ok)
	}
	return out
}

// uses returns where a theme, an audience or a kind is named in the manuscript.
func (s *state) uses(n name) (out []stretch) {
	for _, u := range s.named() {
		if u.name == n {
			out = append(out, u.where)
		}
	}
	return out
}

// listLinks answers textDocument/documentLink: the pictures and files that a document names.
func listLinks(ctx context.Context, r *request) (any, error) {
	var p documentParams
	s, err := r.spot(ctx, &p, &Position{})
	if s == nil {
		return nil, err
	}
	out := []documentLink{}
	for _, file := range s.index().files {
		if file.where.src == s.src {
			out = append(out, documentLink{s.text(s.src).span(file.where.from, file.where.to, s.units), s.uri(s.folder, file.file),
				strings.TrimPrefix(file.file, "manuscript/")})
		}
	}
	return out, nil
}
