package mend

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
)

// lie writes a book of one chapter and others into a new folder.
func lie(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const toml = "[book]\ntitle = \"T\"\nauthors = [\"A B\"]\ndate = 2026-01-01\n"

// TestBook mends one kind of fault after the other, with every kind of line end; mended twice is mended once.
func TestBook(t *testing.T) {
	const good = "\nGloss  with  spaces kept. \n\n\n* x\n"
	for _, c := range []struct{ name, before, after string }{
		{"nothing", "# One\n\nText.\n", ""},
		{"levels that were left out", "# One\n\n### Two\n\n#### Three ####\n\n### Two\n\n##### Four\n", "# One\n\n## Two\n\n### Three ####\n\n## Two\n\n### Four\n"},
		{"a title of level 2", "## One\n\nx\n\n### Two\n", "# One\n\nx\n\n## Two\n"},
		{"sections of level 1 under front matter", "---\ntitle: Post\n---\n\nx\n\n# One\n\n## Two\n", "---\ntitle: Post\n---\n\nx\n\n## One\n\n### Two\n"},
		{"no space in a heading", "# One\n\n##Two words\n\nx\n", "# One\n\n## Two words\n\nx\n"},
		{"a wide sign in a heading", "# One\n\n＃＃ Two words\n\nx\n", "# One\n\n## Two words\n\nx\n"},
		{"a block apart from its heading", "# One\n\n## Ask.  \n\n \n+++\nkind = \"meme\"\n+++\n" + good, "# One\n\n## Ask.  \n+++\nkind = \"meme\"\n+++\n" + good},
		{"a block under words", "# One\n\nWords.\n\n+++\nkind = \"meme\"\n+++\n" + good, ""},
		{"other fences", "# One\n\n## Ask.\n++++\nkind = \"meme\"\n++++\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\n+++\n" + good},
		{"hyphens for fences", "# One\n\n## Ask.\n---\nkind = \"meme\"\nid = \"ask\"\n---\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\nid = \"ask\"\n+++\n" + good},
		{"no first fence", "# One\n\n## Ask.\nkind = \"meme\"\nid = \"ask\"\n+++\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\nid = \"ask\"\n+++\n" + good},
		{"no last fence", "# One\n\n## Ask.\n+++\nkind = \"meme\"\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\n+++\n" + good},
		{"a last fence of hyphens", "# One\n\n## Ask.\n+++\nkind = \"meme\"\n---\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\n+++\n" + good},
		{"curly quotes", "# One\n\n## Ask.\n+++\nkind = “meme”\nsource = “it’s “quoted””\n+++\n" + good, ""},
		{"curly quotes that are marks of strings", "# One\n\n## Ask.\n+++\nkind = “meme”\nsource = “it’s mine”\n+++\n" + good, "# One\n\n## Ask.\n+++\nkind = \"meme\"\nsource = \"it’s mine\"\n+++\n" + good},
		{"accents apart", "# Cafe\u0301\n\nA cafe\u0301.\n", "# Caf\u00e9\n\nA caf\u00e9.\n"},
		{"YAML with a colon", "---\ntitle: Soot: \"a\" history # one\n---\n\nx\n", ""},
		{"YAML with a colon in a line", "---\ntitle: Soot: a history\n---\n\nx\n", "---\ntitle: \"Soot: a history\"\n---\n\nx\n"},
		{"YAML with a sign", "---\ntitle: *Loud* words\nauthor: @ada\n---\n\nx\n", "---\ntitle: \"*Loud* words\"\nauthor: \"@ada\"\n---\n\nx\n"},
		{"unclosed front matter", "---\ntitle: One\n\nx\n", "---\ntitle: One\n---\n\nx\n"},
		{"a picture in other letters", "# One\n\n![a lamp](pictures/lamp.PNG \"lamp.PNG\")\n", "# One\n\n![a lamp](pictures/Lamp.png \"lamp.PNG\")\n"},
		{"a link to the wrong file", "# One\n\n[x](three.md#honey)\n", "# One\n\n[x](two.md#honey)\n"},
		{"faults that hide others", "## One\n\n##Ask.\n+++\nkind = “meme”\n\nCafe\u0301.\n", "# One\n\n## Ask.\n+++\nkind = \"meme\"\n+++\n\nCaf\u00e9.\n"},
	} {
		for _, form := range []string{"", " with CRLF", " with a byte order mark"} {
			if testing.Short() && form != "" {
				continue
			}
			t.Run(c.name+form, func(t *testing.T) {
				before, after := c.before, c.after
				if after == "" {
					after = before
				}
				switch form {
				case " with CRLF":
					before, after = strings.ReplaceAll(before, "\n", "\r\n"), strings.ReplaceAll(after, "\n", "\r\n")
				case " with a byte order mark":
					before, after = "\uFEFF"+before, "\uFEFF"+after
				}
				others := map[string]string{"manuscript/two.md": "# Two\n\n## Honey\n", "manuscript/three.md": "# Three\n", "notes.txt": "##x\n"}
				dir := lie(t, map[string]string{"book.toml": toml, "manuscript/pictures/Lamp.png": "no picture", "manuscript/01.md": before, "manuscript/two.md": others["manuscript/two.md"],
					"manuscript/three.md": others["manuscript/three.md"], "notes.txt": others["notes.txt"]})
				r, err := Book(context.Background(), dir)
				if err != nil {
					t.Fatal(err)
				}
				if got := read(t, dir, "manuscript/01.md"); got != before {
					t.Errorf("the book has changed before Write: %q", got)
				}
				if (before == after) != (len(r.Mended) == 0) || (before == after) != (len(r.Changes) == 0) {
					t.Errorf("%d mended, %d changes", len(r.Mended), len(r.Changes))
				}
				if err := r.Write(context.Background(), dir); err != nil {
					t.Fatal(err)
				}
				if got := read(t, dir, "manuscript/01.md"); got != after {
					t.Errorf("got\n%q, want\n%q\n%v", got, after, r.Mended)
				}
				for name, text := range others {
					if read(t, dir, name) != text {
						t.Errorf("%s has changed", name)
					}
				}
				if again, err := Book(context.Background(), dir); err != nil || len(again.Changes) > 0 {
					t.Errorf("mended once more: %v %s", err, again.Diff())
				}
				if info, err := os.Stat(filepath.Join(dir, "manuscript", "01.md")); err != nil || info.Mode().Perm() != 0o640 {
					t.Errorf("permissions %v, %v", info.Mode(), err)
				}
				if left, _ := filepath.Glob(filepath.Join(dir, ".octavo*")); left != nil {
					t.Errorf("left behind: %v", left)
				}
			})
		}
	}
}

func TestCurlyQuotesInBookToml(t *testing.T) {
	dir := lie(t, map[string]string{"book.toml": "[book]\ntitle = “T’s”\nauthors = [“A B”]\n", "manuscript/01.md": "# One\n\nx\n"})
	r, err := Book(context.Background(), dir)
	if err == nil {
		err = r.Write(context.Background(), dir)
	}
	if got := read(t, dir, "book.toml"); err != nil || got != "[book]\ntitle = \"T’s\"\nauthors = [\"A B\"]\n" {
		t.Errorf("%v %q", err, got)
	}
}

// TestChangedMeanwhile writes nothing where a file is not what it was.
func TestChangedMeanwhile(t *testing.T) {
	dir := lie(t, map[string]string{"book.toml": toml, "manuscript/01.md": "##One two\n\nx\n", "manuscript/02.md": "##Two two\n\nx\n"})
	r, err := Book(context.Background(), dir)
	if err != nil || len(r.Changes) != 2 {
		t.Fatalf("%v, %d changes", err, len(r.Changes))
	}
	if err := os.WriteFile(filepath.Join(dir, "manuscript", "02.md"), []byte("# Other\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := r.Write(context.Background(), dir); err == nil || !strings.Contains(err.Error(), "02.md has been changed") {
		t.Error(err)
	}
	if got := read(t, dir, "manuscript/01.md"); got != "##One two\n\nx\n" {
		t.Errorf("half of it was written: %q", got)
	}
}

// TestLevelsOff leaves alone what book.toml does not want to hear of.
func TestLevelsOff(t *testing.T) {
	dir := lie(t, map[string]string{"book.toml": toml + "[check.levels]\nheading-skip = \"off\"\n", "manuscript/01.md": "# One\n\n### Two\n\nx\n"})
	if r, err := Book(context.Background(), dir); err != nil || len(r.Changes) > 0 {
		t.Errorf("%v %s", err, r.Diff())
	}
}

// TestDiff lets patch apply what Diff says.
func TestDiff(t *testing.T) {
	long := strings.Repeat("line\nother\n", 50)
	for _, c := range []struct{ before, after string }{
		{"a\nb\nc\n", "a\nB\nc\n"}, {"a", "b"}, {"a\n", "a\nb\n"}, {"a\nb", "b"}, {"", "a\n"}, {long + "x\n" + long, long + "y\nz\n" + long},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n10\n11\ny\n"}, {long, ""}, {"a\r\nb\r\n", "a\r\nc\r\n"},
	} {
		got := unified("f", []byte(c.before), []byte(c.after))
		if c.before == "a\nb\nc\n" && got != "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n" {
			t.Errorf("%s", got)
		}
		patch, err := exec.LookPath("patch")
		if err != nil || c.before == "" || c.after == "" {
			continue
		}
		dir := lie(t, map[string]string{"f": c.before})
		cmd := exec.Command(patch, "--binary", "-p0")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(got)
		if out, err := cmd.CombinedOutput(); err != nil || read(t, dir, "f") != c.after {
			t.Errorf("%q to %q: %v %s\n%s", c.before, c.after, err, out, got)
		}
	}
	if unified("f", []byte("a\n"), []byte("a\n")) != "" {
		t.Error("a difference of nothing")
	}
}

// FuzzApply holds that nothing outside the edits changes.
func FuzzApply(f *testing.F) {
	f.Add([]byte("one two three"), 4, 7, "2")
	f.Add([]byte("\uFEFFa\r\nb\r\n"), 1, 1, "\n")
	f.Fuzz(func(t *testing.T, data []byte, at, end int, text string) {
		body := bytes.TrimPrefix(data, []byte("\uFEFF"))
		out, ok := Apply(data, body, []diag.Edit{{At: at, End: end, Text: text}})
		if !ok {
			return
		}
		head := len(data) - len(body) + at
		if !bytes.HasPrefix(out, data[:head]) || !bytes.HasSuffix(out, body[end:]) {
			t.Fatalf("%q became %q", data, out)
		}
	})
}
