package lsp

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// refusal is why an id cannot be renamed, for the author.
func refusal(format string, args ...any) error {
	return &responseError{codeRequestFailed, fmt.Sprintf(format, args...)}
}

// prepareRename answers textDocument/prepareRename with the id at a place.
func prepareRename(ctx context.Context, r *request) (any, error) {
	var p positionParams
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	where := stretch{}
	id := ""
	if n, at := s.declared(); at.src != nil && n.table != "kinds" {
		id = n.id
		for _, u := range append(s.uses(n), at) {
			if u.holds(s.src, s.at) {
				where = u
			}
		}
	} else if t := s.target(); t != nil {
		if err := renameable(t); err != nil {
			return nil, err
		}
		id = t.id
		ref := s.index().at(s.src, s.at)
		switch {
		case ref != nil && ref.address.src == s.src && ref.form != byName:
			where = ref.address
		case ref != nil:
			where = ref.whole
		case t.written.src == s.src:
			where = t.written
		default:
			where = t.head
		}
	}
	if where.src == nil {
		return nil, nil
	}
	return object{"range": s.text(where.src).span(where.from, where.to, s.units), "placeholder": id}, nil
}

// renameable returns an error for a thing whose id cannot be written.
func renameable(t *target) error {
	if t.thing == partThing {
		return refusal("the id of a part is made from its title in book.toml: change the title there")
	}
	return nil
}

// rename answers textDocument/rename.
func rename(ctx context.Context, r *request) (any, error) {
	var p struct {
		positionParams
		NewName string `json:"newName"`
	}
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	to := strings.TrimPrefix(strings.TrimSpace(p.NewName), "#")
	if n, at := s.declared(); at.src != nil && n.table != "kinds" {
		return s.renameName(ctx, n, at, to)
	}
	t := s.target()
	if t == nil {
		return nil, refusal("there is no id here: put the cursor on an entry's or a heading's line, or on a link to one")
	}
	edits, err := s.renamed(t, to)
	if err != nil {
		return nil, err
	}
	return s.folder.edit(s.state, edits), nil
}

// Ids as rules of package check want them of entries, and as braces can hold them.
var (
	entryID = lazyregexp.New(`^[a-z][a-z0-9-]*$`)
	anyID   = lazyregexp.New(`^[\pL\pN][\pL\pN\pM_:.-]*$`)
)

// allowed returns an error for a new id that is none, or that is taken.
func (x *index) allowed(t *target, to string) error {
	switch {
	case t.thing == entryThing && !entryID().MatchString(to):
		return refusal("%q is not an id: use small letters, digits and hyphens, a letter first: %s", to, book.Slug(to))
	case !anyID().MatchString(to):
		return refusal("%q is not an id: use letters, digits and hyphens: %s", to, book.Slug(to))
	}
	for _, o := range x.targets {
		if o != t && strings.EqualFold(o.id, to) {
			return refusal("the id %q is taken by the %s at %s", o.id, o.thing, diag.Pos{Source: o.head.src, Offset: o.head.from})
		}
	}
	return renameable(t)
}

// renamed returns the edits that give a thing another id, wherever the book names it. The book is read again with them: no other id, no
// word and no link may be another than before.
func (s *state) renamed(t *target, to string) (map[*diag.Source][]diag.Edit, error) {
	x := s.index()
	if err := x.allowed(t, to); err != nil {
		return nil, err
	}
	e := editing{}
	if t.id != to || t.written.src == nil {
		if err := s.writeID(&e, t, to); err != nil {
			return nil, err
		}
	}
	for _, r := range x.references {
		if r.id == t.id && !r.missing && r.names(t.id) {
			e.refer(r, to)
		}
	}
	for try := 0; ; try++ {
		astray, err := s.compare(e, t, to)
		if err != nil {
			return nil, err
		}
		if len(astray) == 0 {
			return e.bySource(), nil
		}
		for _, r := range astray { // it found the thing by words, or by another program's name
			if try > 0 || r.address.src == nil || r.form == inSee {
				return nil, refusal("the link at %s would not lead to the same place any more: change it first", diag.Pos{Source: r.whole.src, Offset: r.whole.from})
			}
			if r.id == t.id {
				e.refer(r, to)
			} else {
				e.refer(r, r.id)
			}
		}
	}
}

// names reports whether a reference is written with an id.
func (r *reference) names(id string) bool {
	if r.address.src == nil || r.form == byName {
		return false
	}
	s := string(r.address.src.Text[r.address.from:r.address.to])
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	return strings.EqualFold(s, id)
}

// editing collects edits, each once.
type editing map[stretch]string

// refer has a reference name an id.
func (e editing) refer(r reference, id string) {
	switch {
	case r.form == inMark && !crossReference().MatchString("@"+id):
		e[r.whole] = "[](#" + id + ")"
	case r.form == byName:
		e[r.address] = "#" + id
	default:
		e[r.address] = id
	}
}

// bySource returns the edits of each source, sorted.
func (e editing) bySource() map[*diag.Source][]diag.Edit {
	out := map[*diag.Source][]diag.Edit{}
	for at, words := range e {
		if at.src != nil {
			out[at.src] = append(out[at.src], diag.Edit{At: at.from, End: at.to, Text: words})
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b diag.Edit) int { return a.At - b.At })
	}
	return out
}
