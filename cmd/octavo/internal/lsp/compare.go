package lsp

import (
	"context"
	"maps"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/project"
)

// compare reads the book again with edits that give a thing another id. It returns the references that would lead elsewhere; an error says
// what else would be another than before.
func (s *state) compare(e editing, t *target, to string) (astray []reference, err error) {
	texts, err := s.edited(e)
	if err != nil {
		return nil, err
	}
	p := s.project
	bk, _ := (&manuscript.Kept{}).Read(p.Root, "manuscript", check.Contents(p.Cfg), texts)
	after := &state{units: s.units, project: &project.Project{Cfg: p.Cfg, Book: bk}}
	x, y := s.index(), after.index()
	mapped := func(id string) string {
		if id == t.id {
			return to
		}
		return id
	}
	if len(x.targets) != len(y.targets) || len(x.references) != len(y.references) {
		return nil, refusal("the id cannot be written here without changing the book: write it by hand")
	}
	for i, o := range x.targets {
		now := y.targets[i]
		if mapped(o.id) != now.id {
			return nil, refusal("the id of the %s at %s would become %q: give it one of its own first", o.thing,
				diag.Pos{Source: o.head.src, Offset: o.head.from}, now.id)
		}
	}
	for i, o := range x.references {
		if now := y.references[i]; mapped(o.id) != now.id || o.missing != now.missing {
			astray = append(astray, o)
		}
	}
	if len(astray) == 0 && !slices.Equal(saidBy(p.Book), saidBy(bk)) {
		return nil, refusal("the id cannot be written here without changing the words of the book: write it by hand")
	}
	return astray, nil
}

// edited returns the texts of the manuscript with edits.
func (s *state) edited(e editing) (map[string][]byte, error) {
	edits := e.bySource()
	texts := map[string][]byte{}
	for _, src := range s.sources() {
		texts[src.Name] = src.Text
		if list := edits[src]; list != nil {
			var ok bool
			if texts[src.Name], ok = diag.Apply(src.Text, list); !ok {
				return nil, refusal("the id is written in two ways at one place in %s: rename it by hand", src.Name)
			}
		}
	}
	return texts, nil
}

// saidBy returns the words of a book, a line for each run of text.
func saidBy(bk *book.Book) (out []string) {
	for _, ch := range bk.Chapters() {
		out = append(out, book.PlainText(ch.Title))
		ch.Walk(func(b book.Block) {
			book.Runs(b, func(text []book.Inline) { out = append(out, withoutLinks(text)) })
		}, nil)
	}
	return out
}

// withoutLinks returns the words of a text but for those of links, which may be those of what they lead to.
func withoutLinks(text []book.Inline) string {
	var b strings.Builder
	for _, i := range text {
		switch i := i.(type) {
		case *book.Link:
			b.WriteString("\x00")
		case *book.Text, *book.CodeSpan, *book.Image, *book.Math, *book.LineBreak, *book.RawHTML:
			b.WriteString(book.PlainText([]book.Inline{i}))
		default:
			b.WriteString(withoutLinks(book.Inside(i)))
		}
	}
	return b.String()
}

// renameName renames a theme or an audience: where book.toml declares it, in the settings of the deck, and in the manuscript.
func (s *spot) renameName(ctx context.Context, n name, declared stretch, to string) (any, error) {
	if !entryID().MatchString(to) {
		return nil, refusal("%q is not an id: use small letters, digits and hyphens, a letter first: %s", to, book.Slug(to))
	}
	if slices.Contains(s.names(), name{n.table, to}) {
		return nil, refusal("the id %q is taken: book.toml declares it under [%s]", to, n.table)
	}
	e := editing{declared: to}
	for _, at := range s.uses(n) {
		e[at] = to
	}
	if n.table == "themes" {
		for _, key := range []string{"deck.colors.", "deck.art."} {
			pos, end := s.project.Cfg.Key(key + n.id)
			if pos.IsValid() && pos.Source == s.project.Cfg.Source && string(pos.Source.Text[pos.Offset:max(pos.Offset, end)]) == n.id {
				e[stretch{pos.Source, pos.Offset, end}] = to
			}
		}
	}
	texts, err := s.edited(e)
	if err != nil {
		return nil, err
	}
	again := project.NewWorkspace(s.folder.dir)
	defer again.Close()
	p, err := again.Open(ctx, texts)
	if err != nil {
		return nil, err
	}
	if p.Cfg == nil || p.Book == nil || !maps.Equal(tally(s.project.Found), tally(p.Found)) {
		return nil, refusal("the book would have other faults than before with the name %q: rename it by hand", to)
	}
	return s.folder.edit(s.state, e.bySource()), nil
}

// tally returns how many diagnostics a list has of each code.
func tally(list diag.List) map[string]int {
	out := map[string]int{}
	for _, d := range list {
		out[d.Code]++
	}
	return out
}
