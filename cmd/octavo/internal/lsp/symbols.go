package lsp

import (
	"context"
	"errors"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/tomltext"
)

// listSymbols answers textDocument/documentSymbol: chapters, headings and entries of a chapter's file, tables and keys of book.toml.
func listSymbols(ctx context.Context, r *request) (any, error) {
	var p documentParams
	s, err := r.spot(ctx, &p, &Position{})
	if s == nil {
		return nil, err
	}
	all := s.outline()
	r.mu.Lock()
	hierarchy := r.client.hierarchy
	r.mu.Unlock()
	if hierarchy {
		return all, nil
	}
	out := []workspaceSymbol{}
	var flat func(list []*documentSymbol, in string)
	flat = func(list []*documentSymbol, in string) {
		for _, d := range list {
			out = append(out, workspaceSymbol{d.Name, d.Kind, location{s.uri(s.folder, s.src.Name), d.Range}, in})
			flat(d.Children, d.Name)
		}
	}
	flat(all, "")
	return out, nil
}

// outline returns the symbols of the document of a spot.
func (s *spot) outline() []*documentSymbol {
	if s.project.Cfg != nil && s.src == s.project.Cfg.Source {
		return s.tables()
	}
	t := s.text(s.src)
	out := []*documentSymbol{}
	type opened struct {
		level  int
		symbol *documentSymbol
	}
	var open []opened
	// Each ends where the next of its level, or of a higher one, begins.
	closeTo := func(level, at int) {
		for len(open) > 0 && open[len(open)-1].level >= level {
			last := open[len(open)-1].symbol
			if end := t.position(max(at-1, 0), s.units); end.Line >= last.Range.End.Line {
				last.Range.End = end
			}
			open = open[:len(open)-1]
		}
	}
	for _, at := range s.index().targets {
		if at.head.src != s.src || at.level == 0 {
			continue
		}
		closeTo(at.level, at.head.from)
		line := t.span(at.head.from, at.head.to, s.units)
		d := &documentSymbol{Name: nonEmpty(at.words, at.id), Detail: at.id, Kind: symbolOf(at.thing), Range: line, SelectionRange: line}
		if len(open) > 0 {
			in := open[len(open)-1].symbol
			in.Children = append(in.Children, d)
		} else {
			out = append(out, d)
		}
		open = append(open, opened{at.level, d})
	}
	closeTo(0, len(t.s))
	return out
}

func nonEmpty(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}

func symbolOf(t thing) int {
	switch t {
	case entryThing:
		return symbolClass
	case chapterThing, partThing:
		return symbolModule
	}
	return symbolString
}

// tables returns the tables of book.toml with their keys.
func (s *spot) tables() []*documentSymbol {
	t := s.text(s.src)
	places := tomltext.Places(t.s)
	var paths []string
	for path := range places {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int {
		if n := places[a].Key - places[b].Key; n != 0 {
			return n
		}
		return len(a) - len(b) // a table of an array stands where the array does: it has the keys
	})
	out := []*documentSymbol{}
	var table *documentSymbol
	in := "" // path of the table
	for _, path := range paths {
		p := places[path]
		line := lineText(t, p.Key)
		d := &documentSymbol{Name: t.s[p.Key:p.KeyEnd], Kind: symbolKey, Range: t.span(p.Key, max(p.End, p.KeyEnd), s.units), SelectionRange: t.span(p.Key, p.KeyEnd, s.units)}
		parent, _ := cutLast(path)
		switch {
		case strings.HasPrefix(line, "[") && p.At == p.Key:
			d.Kind, d.Name, in = symbolModule, strings.Trim(line, "[] "), path
			if table != nil && table.Range.Start.Line == d.Range.Start.Line { // a name before a point, or an array and its table
				*table = *d
				continue
			}
			table = d
			out = append(out, d)
		case parent != in || p.At == p.Key: // in a table or an array within a line
		case table != nil:
			table.Children = append(table.Children, d)
			table.Range.End = d.Range.End
		default:
			out = append(out, d)
		}
	}
	return out
}

// lineText returns the line at an offset, without a comment.
func lineText(t *text, at int) string {
	start := strings.LastIndexByte(t.s[:at], '\n') + 1
	line, _, _ := strings.Cut(t.s[start:], "\n")
	line, _, _ = strings.Cut(line, "#")
	return strings.TrimSpace(line)
}

// mostFound is how many symbols of all books are listed at most.
const mostFound = 500

// findSymbols answers workspace/symbol: chapters, headings and entries whose words or ids have the letters that are looked for.
func findSymbols(ctx context.Context, r *request) (any, error) {
	var p struct {
		Query string `json:"query"`
	}
	if err := r.read(&p); err != nil {
		return nil, err
	}
	out := []workspaceSymbol{}
	for _, f := range r.all() {
		s, err := r.viewOf(f).state(ctx)
		var refused *responseError
		switch {
		case ctx.Err() != nil, errors.As(err, &refused):
			return nil, err
		case err != nil: // the book's folder has gone, which hides no other book
			continue
		}
		for _, t := range s.index().targets {
			if t.level == 0 || t.head.src == nil || !matches(t.words+" "+t.id, p.Query) {
				continue
			}
			if len(out) == mostFound {
				return out, nil
			}
			in := ""
			if t.chapter != nil {
				in = t.chapter.File
			}
			out = append(out, workspaceSymbol{nonEmpty(t.words, t.id), symbolOf(t.thing), s.location(f, t.head.src, t.head.from, t.head.to), in})
		}
	}
	return out, nil
}

// matches reports whether a text has the characters of a query in their order, whatever stands between them.
func matches(text, query string) bool {
	rest := strings.ToLower(text)
	for _, c := range strings.ToLower(query) {
		n := strings.IndexRune(rest, c)
		if n < 0 {
			return false
		}
		rest = rest[n+len(string(c)):]
	}
	return true
}

// listFolds answers textDocument/foldingRange: sections, and blocks of settings.
func listFolds(ctx context.Context, r *request) (any, error) {
	var p documentParams
	s, err := r.spot(ctx, &p, &Position{})
	if s == nil {
		return nil, err
	}
	out := []foldingRange{}
	var add func(list []*documentSymbol)
	add = func(list []*documentSymbol) {
		for _, d := range list {
			if d.Range.End.Line > d.Range.Start.Line {
				out = append(out, foldingRange{StartLine: d.Range.Start.Line, EndLine: d.Range.End.Line})
			}
			add(d.Children)
		}
	}
	add(s.outline())
	t := s.text(s.src)
	for _, at := range s.index().targets {
		if at.entry == nil || at.head.src != s.src {
			continue
		}
		if b := blockOf(at.entry); b.src != nil {
			out = append(out, foldingRange{t.position(b.from, s.units).Line, t.position(b.to, s.units).Line, "region"})
		}
	}
	return out, nil
}
