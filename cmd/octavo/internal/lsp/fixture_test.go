package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/project"
)

// TestFixtures has an editor do what testdata/*.txtar say: each line above the files is a request at a place that is marked in one of
// them, ⟨1⟩, and the file want has the answers. What stands between ⟪ and ⟫ is typed after the book has been read.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f := newFixture(t, archive)
			var got strings.Builder
			for line := range strings.SplitSeq(string(archive.Comment), "\n") {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					fmt.Fprintf(&got, "> %s\n%s\n", line, f.do(strings.Fields(line)))
				}
			}
			f.shut()
			kept := slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool { return f.Name == "want" })
			archive.Files = append(kept, txtar.File{Name: "want", Data: []byte(got.String())})
			golden.Equal(t, file, txtar.Format(archive))
		})
	}
}

// fixture is an editor with the marked places of its files.
type fixture struct {
	*editor
	files map[string]string
	marks map[string]struct {
		file string
		at   Position
	}
}

var (
	mark  = regexp.MustCompile(`⟨([\w-]+)⟩`)
	typed = regexp.MustCompile(`(?s)⟪(.*?)⟫`)
)

func newFixture(t *testing.T, archive *txtar.Archive) *fixture {
	f := &fixture{files: map[string]string{}, marks: map[string]struct {
		file string
		at   Position
	}{}}
	saved := map[string]string{}
	for _, file := range archive.Files {
		if file.Name == "want" {
			continue
		}
		s := string(file.Data)
		saved[file.Name] = mark.ReplaceAllString(typed.ReplaceAllString(s, ""), "")
		s = typed.ReplaceAllString(s, "$1")
		for {
			m := mark.FindStringSubmatchIndex(s)
			if m == nil {
				break
			}
			name := s[m[2]:m[3]]
			s = s[:m[0]] + s[m[1]:]
			f.marks[name] = struct {
				file string
				at   Position
			}{file.Name, newText(s).position(m[0], utf16Units)}
		}
		f.files[file.Name] = s
	}
	f.editor = connect(t, folderOf(t, saved), "", Options{pause: 1})
	f.request("workspace/symbol", `{"query":""}`)
	for name, text := range f.files {
		if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".toml") {
			f.open(name, text)
		}
	}
	return f
}

// do makes a request and returns its answer as text.
func (f *fixture) do(args []string) string {
	f.t.Helper()
	verb, rest := args[0], args[1:]
	if verb == "problems" {
		return f.allProblems()
	}
	m, ok := f.marks[rest[0]]
	if !ok {
		f.t.Fatalf("no mark %s", rest[0])
	}
	at := f.at(m.file, m.at)
	switch verb {
	case "complete":
		return f.completions(at, m.file)
	case "hover":
		for {
			h := ask[*hover](f.editor, "textDocument/hover", at)
			if h == nil {
				return "nothing"
			} else if !strings.Contains(h.Contents.Value, "being set") && !strings.Contains(h.Contents.Value, "before the last changes") {
				return h.Contents.Value
			}
			time.Sleep(20 * time.Millisecond)
		}
	case "define":
		if l := ask[*location](f.editor, "textDocument/definition", at); l != nil {
			return f.place(*l)
		}
		return "nothing"
	case "references":
		var out []string
		for _, l := range ask[[]location](f.editor, "textDocument/references", strings.TrimSuffix(at, "}")+`,"context":{"includeDeclaration":true}}`) {
			out = append(out, f.place(l))
		}
		return strings.Join(out, "\n")
	case "rename":
		return f.rename(at, rest[1])
	case "actions":
		return f.actions(m.file, m.at)
	case "symbols":
		return outlineText(ask[[]*documentSymbol](f.editor, "textDocument/documentSymbol", at), "")
	case "links":
		var out []string
		for _, l := range ask[[]documentLink](f.editor, "textDocument/documentLink", at) {
			out = append(out, fmt.Sprintf("%s %s", f.said(m.file, l.Range), f.name(l.Target)))
		}
		return strings.Join(out, "\n")
	case "folds":
		var out []string
		for _, r := range ask[[]foldingRange](f.editor, "textDocument/foldingRange", at) {
			out = append(out, fmt.Sprintf("%d-%d", r.StartLine+1, r.EndLine+1))
		}
		return strings.Join(out, " ")
	}
	f.t.Fatalf("unknown request %q", verb)
	return ""
}

func outlineText(list []*documentSymbol, indent string) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s%s (%s) %d-%d\n", indent, d.Name, d.Detail, d.Range.Start.Line+1, d.Range.End.Line+1)
		b.WriteString(outlineText(d.Children, indent+"  "))
	}
	return b.String()
}

// name returns the name of a file by its URI.
func (f *fixture) name(uri string) string {
	path, err := pathOf(uri, here)
	if err != nil {
		f.t.Fatal(err)
	}
	name, _ := nameIn(f.dir, path)
	return name
}

// place returns a location with the words there.
func (f *fixture) place(l location) string {
	name := f.name(l.URI)
	return fmt.Sprintf("%s:%d:%d %s", name, l.Range.Start.Line+1, l.Range.Start.Character+1, f.said(name, l.Range))
}

// said returns the words of a range.
func (f *fixture) said(name string, r Range) string {
	t := newText(f.files[name])
	return fmt.Sprintf("%q", t.s[t.offset(r.Start, utf16Units):t.offset(r.End, utf16Units)])
}

// mostShown is how many completions a fixture has.
const mostShown = 12

func (f *fixture) completions(at, file string) string {
	list := ask[*completionList](f.editor, "textDocument/completion", at)
	if list == nil || len(list.Items) == 0 {
		return "nothing"
	}
	var b strings.Builder
	for i, item := range list.Items {
		if i == mostShown {
			fmt.Fprintf(&b, "and %d more\n", len(list.Items)-mostShown)
			break
		}
		fmt.Fprintf(&b, "%s: %s becomes %q", item.Label, f.said(file, item.TextEdit.Range), item.TextEdit.NewText)
		if item.Detail != "" {
			fmt.Fprintf(&b, " · %s", item.Detail)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (f *fixture) allProblems() string {
	p, err := project.Open(context.Background(), folderOf(f.t, f.files), project.Silent)
	if err != nil {
		f.t.Fatal(err)
	}
	defer p.Close()
	if p.Usable(diag.Everything) {
		if err := p.TrySetting(); err != nil {
			f.t.Fatal(err)
		}
	}
	f.until("all problems", func(published map[string][]diagnostic) bool {
		n := 0
		for _, list := range published {
			n += len(list)
		}
		return n == len(p.Found)
	})
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []string
	for uri, list := range f.problems {
		for _, d := range list {
			name := f.name(uri)
			line := fmt.Sprintf("%s:%d:%d: %d %s %s: %s", name, d.Range.Start.Line+1, d.Range.Start.Character+1, d.Severity, d.Code, f.said(name, d.Range),
				strings.ReplaceAll(d.Message, "\n", "\n    "))
			for _, r := range d.Related {
				line += "\n    at " + f.place(r.Location)
			}
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// apply returns the files with an edit, and the lines that it changes.
func (f *fixture) apply(e *workspaceEdit) (files map[string]string, changed string) {
	files = map[string]string{}
	var b strings.Builder
	for _, d := range e.DocumentChanges {
		name := f.name(d.TextDocument.URI)
		t := newText(f.files[name])
		edits := slices.Clone(d.Edits)
		slices.SortFunc(edits, func(x, y textEdit) int {
			return t.offset(y.Range.Start, utf16Units) - t.offset(x.Range.Start, utf16Units)
		})
		s := t.s
		for _, e := range edits {
			s = s[:t.offset(e.Range.Start, utf16Units)] + e.NewText + s[t.offset(e.Range.End, utf16Units):]
		}
		files[name] = s
		before, after := strings.Split(t.s, "\n"), strings.Split(s, "\n")
		for n := 0; len(before) > 0 && len(after) > 0 && before[0] == after[0]; n++ {
			before, after = before[1:], after[1:]
		}
		for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
			before, after = before[:len(before)-1], after[:len(after)-1]
		}
		fmt.Fprintf(&b, "%s\n", name)
		for _, l := range before {
			if !slices.Contains(after, l) {
				fmt.Fprintf(&b, "  - %s\n", l)
			}
		}
		for _, l := range after {
			if !slices.Contains(before, l) {
				fmt.Fprintf(&b, "  + %s\n", l)
			}
		}
	}
	return files, b.String()
}

// rename renames what is at a place, reads the book again, and holds it against the one before: only that id is another.
func (f *fixture) rename(at, to string) string {
	prepared := f.try("textDocument/prepareRename", at)
	if prepared.Error != nil {
		return "refused: " + prepared.Error.Message
	}
	var p struct{ Placeholder string }
	if err := json.Unmarshal(prepared.Result, &p); err != nil {
		f.t.Fatal(err)
	}
	a := f.try("textDocument/rename", strings.TrimSuffix(at, "}")+fmt.Sprintf(`,"newName":%q}`, to))
	if a.Error != nil {
		return "refused: " + a.Error.Message
	}
	var edit workspaceEdit
	if err := json.Unmarshal(a.Result, &edit); err != nil {
		f.t.Fatal(err)
	}
	changed, lines := f.apply(&edit)
	files := map[string]string{}
	for name, s := range f.files {
		if files[name] = s; changed[name] != "" {
			files[name] = changed[name]
		}
	}
	before, after := f.read(f.files), f.read(files)
	for i := range before {
		before[i] = strings.ReplaceAll(before[i], "="+p.Placeholder+";", "="+to+";")
	}
	if !slices.Equal(before, after) {
		f.t.Errorf("renamed to %s the book is\n%s\nwant\n%s", to, strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
	return lines
}

// read returns what there is in a book: its ids, themes, links and faults.
func (f *fixture) read(files map[string]string) (out []string) {
	f.t.Helper()
	p, err := project.Open(context.Background(), folderOf(f.t, files), project.Silent)
	if err != nil {
		f.t.Fatal(err)
	}
	defer p.Close()
	for _, t := range p.Cfg.Themes {
		out = append(out, "theme ="+t.ID+";")
	}
	say := func(what, id string) {
		if id != "" {
			out = append(out, what+" ="+id+";")
		}
	}
	for _, ch := range p.Book.Chapters() {
		say("chapter", ch.ID)
		ch.Walk(func(b book.Block) {
			switch b := b.(type) {
			case *book.Entry:
				say("entry", b.ID)
				for _, id := range append(slices.Clone(b.See), b.Themes...) {
					say("names", id)
				}
			case *book.Heading:
				say("heading", b.ID)
			case *book.Figure:
				say("figure", b.ID)
			case *book.Table:
				say("table", b.ID)
			}
		}, func(i book.Inline) {
			switch i := i.(type) {
			case *book.Link:
				say("link", i.Target+i.Elsewhere)
			case *book.Span:
				say("place", i.ID)
			case *book.Text:
				out = append(out, i.Value)
			}
		})
	}
	for _, d := range p.Found {
		if d.Severity == diag.Error {
			out = append(out, d.Code)
		}
	}
	return out
}

func (f *fixture) actions(name string, p Position) string {
	where := fmt.Sprintf(`{"start":{"line":%d,"character":%d},"end":{"line":%d,"character":%d}}`, p.Line, p.Character, p.Line, p.Character)
	var out []string
	for _, only := range []string{"[]", `["source.fixAll"]`} {
		list := ask[[]codeAction](f.editor, "textDocument/codeAction",
			fmt.Sprintf(`{"textDocument":{"uri":%q},"range":%s,"context":{"diagnostics":[],"only":%s}}`, f.uri(name), where, only))
		for _, a := range list {
			_, lines := f.apply(a.Edit)
			out = append(out, fmt.Sprintf("%s [%s]\n%s", a.Title, a.Kind, lines))
		}
	}
	if len(out) == 0 {
		return "nothing"
	}
	return strings.Join(out, "")
}
