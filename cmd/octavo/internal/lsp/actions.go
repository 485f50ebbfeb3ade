package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/mend"
)

// actionParams are those of textDocument/codeAction.
type actionParams struct {
	TextDocument textDocument `json:"textDocument"`
	Range        Range        `json:"range"`
	Context      struct {
		Only []string `json:"only"`
	} `json:"context"`
}

// Kinds of actions.
const (
	quickFix = "quickfix"
	fixAll   = "source.fixAll.octavo"
)

// wants reports whether the client asks for actions of a kind: for all, for this one, or for one that it belongs to.
func (p *actionParams) wants(kind string) bool {
	return len(p.Context.Only) == 0 || slices.ContainsFunc(p.Context.Only, func(o string) bool { return o == kind || strings.HasPrefix(kind, o+".") })
}

// listActions answers textDocument/codeAction: what octavo check --fix would change, for one diagnostic, for all with its code, and for all
// of the document; and the word that a diagnostic suggests.
func listActions(ctx context.Context, r *request) (any, error) {
	var p actionParams
	s, err := r.spot(ctx, &p, &p.Range.Start)
	if s == nil {
		return nil, err
	}
	r.mu.Lock()
	known := r.client.literalActs
	r.mu.Unlock()
	if !known {
		return nil, nil
	}
	out := []codeAction{}
	t := s.text(s.src)
	end := t.offset(p.Range.End, s.units)
	offered := map[string]bool{} // codes of which all are offered
	for i := range s.project.Found {
		d := &s.project.Found[i]
		if d.Pos.Source != s.src || d.Pos.Offset > end || max(d.End, wordEnd(t.s, d.Pos.Offset)) < s.at || !p.wants(quickFix) {
			continue
		}
		shown := []diagnostic{s.diagnostic(s.folder, d, false)}
		if edit := suggested(t, d); edit != nil {
			out = append(out, codeAction{"Change to " + edit.Text, quickFix, shown, true, s.edit(diag.List{{Pos: d.Pos, Edits: []diag.Edit{*edit}}})})
		}
		if len(d.Edits) == 0 {
			continue
		}
		out = append(out, codeAction{"Mend: " + d.Message, quickFix, shown, true, s.edit(diag.List{*d})})
		if same := s.mendable(func(o *diag.Diagnostic) bool { return o.Code == d.Code }); len(same) > 1 && !offered[d.Code] {
			offered[d.Code] = true
			out = append(out, codeAction{fmt.Sprintf("Mend all %d faults of this kind in the book", len(same)), quickFix, shown, false, s.edit(same)})
		}
	}
	if all := s.mendable(func(d *diag.Diagnostic) bool { return d.Pos.Source == s.src }); len(all) > 0 && len(p.Context.Only) > 0 && p.wants(fixAll) {
		out = append(out, codeAction{"Mend " + diag.Count(len(all), "fault") + " in this file", fixAll, nil, false, s.edit(all)})
	}
	return out, nil
}

// mendable returns the diagnostics of the book that can be mended in one way only.
func (s *state) mendable(take func(*diag.Diagnostic) bool) (out diag.List) {
	for i := range s.project.Found {
		if d := &s.project.Found[i]; len(d.Edits) > 0 && d.Pos.IsValid() && take(d) {
			out = append(out, *d)
		}
	}
	return out
}

// edit returns the edits of diagnostics for the client.
func (s *spot) edit(list diag.List) *workspaceEdit {
	edits, _ := mend.Choose(list)
	return s.folder.edit(s.state, edits)
}

// edit returns edits of the files of a state for the client.
func (f *folder) edit(s *state, edits map[*diag.Source][]diag.Edit) *workspaceEdit {
	f.server.mu.Lock()
	versions := f.server.client.versions
	f.server.mu.Unlock()
	out := &workspaceEdit{}
	for _, src := range s.inOrder(edits) {
		t := s.text(src)
		var list []textEdit
		for _, e := range edits[src] {
			list = append(list, textEdit{t.span(e.At, e.End, s.units), withLineEnds(t.s, e.Text)})
		}
		uri := s.uri(f, src.Name)
		if !versions {
			if out.Changes == nil {
				out.Changes = map[string][]textEdit{}
			}
			out.Changes[uri] = list
			continue
		}
		d := documentEdit{TextDocument: versionedDocument{URI: uri}, Edits: list}
		if v, open := s.version[src.Name]; open {
			d.TextDocument.Version = &v
		}
		out.DocumentChanges = append(out.DocumentChanges, d)
	}
	return out
}

// inOrder returns the sources of edits, by name.
func (s *state) inOrder(edits map[*diag.Source][]diag.Edit) (out []*diag.Source) {
	for src := range edits {
		out = append(out, src)
	}
	slices.SortFunc(out, func(a, b *diag.Source) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// withLineEnds returns a text with the line ends of another.
func withLineEnds(like, s string) string {
	if n := strings.IndexByte(like, '\n'); n > 0 && like[n-1] == '\r' {
		return strings.ReplaceAll(s, "\n", "\r\n")
	}
	return s
}

// meant matches a note that suggests a word.
var meant = lazyregexp.New(`^did you mean (.+)\?$`)

// suggested returns the edit that writes the word which a diagnostic suggests, or nil: it must be like the word that it is about.
func suggested(t *text, d *diag.Diagnostic) *diag.Edit {
	if d.End <= d.Pos.Offset || d.End > len(t.s) {
		return nil
	}
	for _, note := range d.Notes {
		m := meant().FindStringSubmatch(note)
		if m == nil {
			continue
		}
		word := m[1]
		var quoted string
		if json.Unmarshal([]byte(word), &quoted) == nil {
			word = quoted
		}
		word = strings.TrimPrefix(word, "#")
		now := t.s[d.Pos.Offset:d.End]
		wrong := strings.TrimPrefix(strings.Trim(now, `"'`), "#")
		if wrong == "" || diag.Suggest(wrong, []string{word}) != word {
			return nil
		}
		from := d.Pos.Offset + strings.Index(now, wrong)
		return &diag.Edit{At: from, End: from + len(wrong), Text: word}
	}
	return nil
}
