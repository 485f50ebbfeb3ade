package studio

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
)

func TestUsualEditor(t *testing.T) {
	for _, c := range []struct{ flag, visual, editor, want string }{
		{"", "", "", writeHere}, {"", "", "vi", writeHere}, {"", "", "/usr/bin/code --wait", "vscode"}, {"", "subl -w", "vi", "sublime"},
		{"Zed", "subl", "", "zed"}, {"my-editor {file} {line}", "subl", "", ownEditor},
	} {
		environment := map[string]string{"VISUAL": c.visual, "EDITOR": c.editor}
		if got := (Options{Editor: c.flag}).usual(func(k string) string { return environment[k] }); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// Names with blanks and signs stay one path in an address, and one word of a command.
func TestEditorPatterns(t *testing.T) {
	const file = "/books/my book/a&b #1?.md"
	for id, want := range map[string]string{
		"vscode":    "vscode://file/books/my%20book/a&b%20%231%3F.md:3:7",
		"jetbrains": "idea://open?file=%2Fbooks%2Fmy%20book%2Fa%26b%20%231%3F.md&line=3&column=7",
	} {
		e, ok := known(id)
		if got := e.address(file, 3, 7); !ok || got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if got := ownCommand("my-editor +{line}").command; !slices.Equal(got, []string{"my-editor", "+{line}", "{file}"}) {
		t.Errorf("%q", got)
	}
}

// A command of spaces alone is none; it would run the file.
func TestBlankEditor(t *testing.T) {
	s := New(smallBook(t), Options{Editor: "  "})
	if code := ask(t, s, "POST", "/api/edit", map[string]any{"file": "manuscript/01.md", "line": 1, "editor": ownEditor}, nil); code != 400 {
		t.Errorf("it is answered by %d", code)
	}
}

// No place outside the book's folder is opened, however it is named.
func TestEditedPaths(t *testing.T) {
	dir := smallBook(t)
	outside := filepath.Join(t.TempDir(), "x.md")
	if err := os.WriteFile(outside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "manuscript", "link.md")); err != nil {
		t.Skip(err)
	}
	s := New(dir, Options{})
	for _, name := range []string{"../x.md", "/etc/passwd", "manuscript/../../x.md", "manuscript/link.md", "manuscript", "", "manuscript/none.md", "a\x00b", outside} {
		if got, err := s.path(name); err == nil {
			t.Errorf("%q is %s", name, got)
		}
	}
	if got, err := s.path("manuscript/01.md"); err != nil || !filepath.IsAbs(got) {
		t.Errorf("%s, %v", got, err)
	}
}

func TestSetKey(t *testing.T) {
	for text, want := range map[string]string{
		"[book]\n":                         "[book]\n\n[print]\nstyle = \"modern\"\n",
		"[book]":                           "[book]\n\n[print]\nstyle = \"modern\"\n",
		"[print]\nstyle = 'classic' # x\n": "[print]\nstyle = \"modern\" # x\n",
		"[print] # x\ntrim = 1\n[deck]\n":  "[print] # x\nstyle = \"modern\"\ntrim = 1\n[deck]\n",
		"[print]":                          "[print]\nstyle = \"modern\"\n",
		"[print]\r\n":                      "[print]\r\nstyle = \"modern\"\r\n",
	} {
		got, ok := diag.Apply([]byte(text), []diag.Edit{setKey(text, "print.style", "modern")})
		if !ok || string(got) != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFindPlaces(t *testing.T) {
	st := setBook(t, copied(t, varied(t)["kinds"]))
	for q, want := range map[string]string{"#1": "Page i", " 1 ": "Page 1", "#0": "", "#99999": "", "": "", "no such words": ""} {
		got := st.find(q)
		if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || got[0].Title != want) {
			t.Errorf("%q: %v", q, got)
		}
	}
	for _, b := range st.outline {
		first := strings.Fields(b.Title)[0]
		if got := st.find(first); len(got) == 0 {
			t.Errorf("%q of %q is not found", first, b.Title)
		}
	}
}
