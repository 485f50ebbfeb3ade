package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// unseen is what a book may hold, and no message may have as it is: what turns the direction of the rest, and what nobody sees.
const unseen = "\u202Ey\u2066\u200B"

// escapes is what no book may hold.
const escapes = "\x1b[31m\x07\x7f\u009b31m"

// namedBook is a book of which everything that has a name has one that begins as a formula does, and holds markup and what is unseen; and
// what readers said of it, which holds escapes, too.
func namedBook(t *testing.T) string {
	t.Helper()
	need(t, "git")
	dir := t.TempDir()
	const name = "=x<script>alert(1)</script>" + unseen
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"" + name + "\"\nslug = \"b\"\nsubtitle = \"" + name + "\"\nauthors = [\"" + name + "\"]\npublisher = \"" + name +
			"\"\ndescription = \"" + name + "\"\ndate = 2026-01-01\n\n[themes]\nt = \"" + name + "\"\n\n[[review.reader]]\nname = \"" + name + "\"\n",
		"manuscript/01 " + unseen + ".md": "# =Chapter " + unseen + "\n\n## =Maxim " + unseen +
			" is one.\n+++\nid = \"one\"\nkind = \"meme\"\nthemes = [\"t\"]\n+++\n\n=Text " + unseen + " here and now, `<script>alert(1)</script>`.\n",
		"notes.txt": "p. 1: \"here and now\" -> there " + escapes + unseen + "\n",
		"notes.csv": "reader,page,quote,remark\n\"=Zed" + escapes + unseen + "\",3,here and now,\"=say " + escapes + unseen + "<script>alert(1)</script>\"\n",
	})
	gitIn(t, dir, "init", "-q")
	gitIn(t, dir, "add", ".")
	gitIn(t, dir, "commit", "-q", "-m", "one")
	gitIn(t, dir, "tag", "v1")
	file := filepath.Join(dir, "manuscript", "01 "+unseen+".md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Skip(err) // a file system that has no such names
	}
	if err := os.WriteFile(file, bytes.ReplaceAll(text, []byte("here and now"), []byte("=there and then")), 0o666); err != nil {
		t.Fatal(err)
	}
	gitIn(t, dir, "commit", "-q", "-a", "-m", "two")
	return dir
}

// TestHostileNames gives the commands a book whose names would change how a terminal shows what follows, be computed by a spreadsheet, or
// run in a browser.
func TestHostileNames(t *testing.T) {
	slow(t)
	dir := namedBook(t)
	for _, c := range []struct {
		args []string
		code int
		form string
	}{
		{[]string{"check"}, 0, ""},
		{[]string{"check", "--format", "json"}, 0, "json"},
		{[]string{"check", "--format", "sarif"}, 0, "json"},
		{[]string{"build"}, 0, ""},
		{[]string{"stats"}, 0, ""},
		{[]string{"stats", "--format", "json"}, 0, "json"},
		{[]string{"where", "one"}, 0, ""},
		{[]string{"where", "--format", "json", "one"}, 0, "json"},
		{[]string{"where", escapes}, 1, ""},
		{[]string{"errata", "v1..HEAD"}, 0, ""},
		{[]string{"errata", "--format", "csv", "v1..HEAD"}, 0, "csv"},
		{[]string{"errata", "v1.." + escapes}, 1, ""},
		{[]string{"review", "--since", "v1", "--format", "pdf,epub,docx"}, 0, ""},
		{[]string{"review", "--since", escapes + unseen}, 1, ""},
		{[]string{"review", "--reader", escapes + unseen}, 1, ""},
		{[]string{"feedback", "DIR/notes.txt", "DIR/notes.csv"}, 0, ""},
		{[]string{"feedback", "--format", "json", "--reader", escapes + unseen, "DIR/notes.txt", "DIR/notes.csv"}, 0, "json"},
		{[]string{"feedback", "--format", "html", "DIR/notes.txt", "DIR/notes.csv"}, 0, "html"},
		{[]string{"feedback", "--status"}, 0, ""},
		{[]string{"feedback", "--status", "--format", "json"}, 0, "json"},
		{[]string{"preflight", "DIR/build/b.pdf"}, 0, ""},
		{[]string{"preflight", "--format", "json", "DIR/build/b.pdf"}, 0, "json"},
		{[]string{"verify", "DIR/build/b.pdf", "DIR/notes.csv"}, 1, ""},
		{[]string{"verify", "--format", "json", "DIR/build/b.pdf", "DIR/notes.csv"}, 1, "json"},
		{[]string{"cards", "--theme", escapes + unseen}, 1, ""},
		{[]string{"cards", "export", "--for", "drivethru"}, 0, ""},
		{[]string{"cards", "export", "--for", "tabletop"}, 0, ""},
		{[]string{"sheet"}, 0, ""},
		{[]string{"share"}, 0, ""},
		{[]string{"onix"}, 0, ""},
		{[]string{"sampler", "--id", escapes + unseen}, 1, ""},
		{[]string{"explain", escapes + unseen}, 2, ""},
		{[]string{"build", "--style", escapes + unseen}, 1, ""},
	} {
		args := append([]string{}, c.args...)
		for i := range args {
			args[i] = strings.Replace(args[i], "DIR", dir, 1)
		}
		var out, said bytes.Buffer
		if code := run(append(args, "-C", dir), &out, &said); (code == 0) != (c.code == 0) || code > 2 {
			t.Errorf("%q: exit %d, want %d: %s%s", c.args, code, c.code, &out, &said)
			continue
		}
		wantHarmless(t, strings.Join(c.args, " "), out.String()+said.String(), c.form == "html")
		wantForm(t, strings.Join(c.args, " "), c.form, out.Bytes())
	}
	wantHarmlessFiles(t, filepath.Join(dir, "build"))
}

// wantHarmless fails if a text could change how a terminal shows the rest. A page for browsers may turn the direction of its words.
func wantHarmless(t *testing.T, what, text string, page bool) {
	t.Helper()
	for _, r := range text {
		control := r < ' ' && r != '\n' && r != '\t' && r != '\r' || 0x7F <= r && r < 0xA0
		if control || !page && strings.ContainsRune(unseen, r) && r != 'y' {
			t.Errorf("%q prints %U", what, r)
			return
		}
	}
}

// wantForm fails if an output is not of its form, has a cell that is a formula, or a script of the book's own.
func wantForm(t *testing.T, what, form string, text []byte) {
	t.Helper()
	switch form {
	case "json":
		if !json.Valid(text) {
			t.Errorf("%q prints what is no JSON: %s", what, text)
		}
	case "csv":
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%q prints %s: %v", what, text, err)
		}
		for _, cell := range slices.Concat(rows...) {
			if strings.IndexAny(cell, "=+-@\t\r") == 0 {
				t.Errorf("%q prints the formula %q", what, cell)
			}
		}
	case "html":
		wantNoScript(t, what, text)
	}
}

func wantNoScript(t *testing.T, what string, text []byte) {
	t.Helper()
	for z := html.NewTokenizer(bytes.NewReader(text)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "script" && bytes.Contains(z.Raw(), []byte("script")) {
				z.Next()
				if bytes.Contains(z.Raw(), []byte("alert(1)")) {
					t.Errorf("%s runs a script of the book's", what)
				}
			}
		}
	}
}

// wantHarmlessFiles looks at the files of text that commands have written, but for what is the author's own.
func wantHarmlessFiles(t *testing.T, dir string) {
	t.Helper()
	seen := map[string]int{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		ext := filepath.Ext(name)
		seen[ext]++
		switch ext {
		case ".json":
			wantForm(t, name, "json", text)
			wantHarmless(t, name, string(text), false)
		case ".txt":
			wantHarmless(t, name, string(text), false)
		case ".html", ".xml":
			wantHarmless(t, name, string(text), true)
			wantNoScript(t, name, text)
		case ".epub":
			z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
			if err != nil {
				return err
			}
			for _, f := range z.File {
				if data, err := fs.ReadFile(z, f.Name); err == nil && strings.HasSuffix(f.Name, "html") {
					wantNoScript(t, name+"/"+f.Name, data)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".json", ".txt", ".html", ".xml", ".epub"} {
		if seen[ext] == 0 {
			t.Errorf("no file %s was looked at: %v", ext, seen)
		}
	}
}
