package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/production"
)

// everythingUsed writes a book that is made of all kinds of files: a list of another program, an own style, a table, a font, a style
// sheet, pictures beside the text and elsewhere. It has files that it is not made of, too.
func everythingUsed(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>`
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"The Lamp\"\nslug = \"lamp\"\nauthors = [\"A. Nonymous\"]\ndevice = \"sign.svg\"\n" +
			"[print]\nstyle = \"own\"\n[deck]\nstyle = \"modern\"\n",
		"Book.txt":                "a.md\nb.md\n",
		"styles/own.toml":         "[fonts]\nregular = \"Mine.ttf\"\n",
		"styles/epub.css":         "p { margin: 0 }\n",
		"manuscript/a.md":         "# The Lamp\n\nAs a child I was afraid.\n\n![A sign](p.svg)\n\n![Another](q.svg)\n",
		"manuscript/b.md":         "# The Night\n\n## Light the lamp.\n+++\nkind = \"meme\"\nid = \"light\"\n+++\n\nIt gets dark.\n",
		"manuscript/p.svg":        picture,
		"manuscript/sign.svg":     picture,
		"manuscript/deep/note.md": "# A Note\n\nOnce.\n",
		"static/q.svg":            picture,
		"notes/idea.txt":          "Not of the book.\n",
		"static/unused.svg":       picture,
	})
	font, err := os.ReadFile(filepath.Join("..", "..", "styles", "fonts", "CourierPrime-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Mine.ttf", "Spare.ttf"} {
		writeFiles(t, dir, map[string]string{"styles/fonts/" + name: string(font)})
	}
	return dir
}

// A build says that a book is up to date where nothing of it has changed, and nowhere else: each file that it is made of is changed,
// taken away and renamed, each that it might be made of is added, and each output is spoiled.
func TestUpToDate(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := everythingUsed(t)
	mustBuild(t, dir)
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	ask := production.BuildRequest{Kinds: outputKinds}
	is := func(want bool, what string) {
		t.Helper()
		if got := production.UpToDate(t.Context(), dir, ask) != nil; got != want {
			t.Errorf("%s: up to date is %v, want %v", what, got, want)
		}
	}
	is(true, "at once")
	unread := map[string]bool{"notes/idea.txt": true, "static/unused.svg": true, "manuscript/deep/note.md": true} // is on no list
	unseen := map[string]bool{"notes/idea.txt": true, "static/unused.svg": true}                                  // its name counts for nothing
	for _, name := range filesUnder(t, dir) {
		data, err := os.ReadFile(in(name))
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(in(name))
		if err != nil {
			t.Fatal(err)
		}
		back := func() {
			t.Helper()
			if err := errors.Join(os.WriteFile(in(name), data, 0o666), os.Chtimes(in(name), info.ModTime(), info.ModTime())); err != nil {
				t.Fatal(err)
			}
			is(true, name+" as it was")
		}
		change := func(what string, without map[string]bool, do error) {
			t.Helper()
			if do != nil {
				t.Fatal(do)
			}
			is(without[name], name+" "+what)
			os.Remove(in(name) + ".old")
			back()
		}
		other := bytes.Clone(data)
		other[len(other)/2] ^= 1
		change("with another byte, of the same size and time", unread,
			errors.Join(os.WriteFile(in(name), other, 0o666), os.Chtimes(in(name), info.ModTime(), info.ModTime())))
		change("with a byte more", unread, os.WriteFile(in(name), append(bytes.Clone(data), '\n'), 0o666))
		change("cut off", unread, os.Truncate(in(name), int64(len(data)-1)))
		change("taken away", unseen, os.Remove(in(name)))
		change("renamed", unseen, os.Rename(in(name), in(name)+".old"))
		for _, at := range []time.Time{time.Unix(0, 0), time.Now().AddDate(10, 0, 0)} {
			if err := os.Chtimes(in(name), at, at); err != nil {
				t.Fatal(err)
			}
			is(true, name+" on another date")
		}
		back()
	}
	for name, counts := range map[string]bool{
		"manuscript/c.md": true, "manuscript/deep/d.md": true, "manuscript/_quarto.yml": true, "manuscript/any.doc": true, "SUMMARY.md": true,
		"manuscript/q.svg": true, "q.svg": true, "styles/classic.toml": true, "styles/modern.toml": true, "styles/cards.toml": true,
		"styles/printers.toml": true, "styles/calibration.toml": true, "styles/icc/sRGB2014.icc": true, "styles/fonts/Third.ttf": true,
		"styles/hyphenation/en-us.txt": true, "styles/other.css": false, "manuscript/.hidden.md": false, "notes/more.txt": false,
		"build/other.pdf": false, "static/more.svg": false, "styles/fonts/._Mine.ttf": false,
	} {
		if counts && strings.HasPrefix(name, "styles/") && !strings.Contains(name, "fonts") {
			// What a book may have of its own and has not is looked for, unless it is not made of it.
			counts = looksFor(t, dir, name)
		}
		writeFiles(t, dir, map[string]string{name: "new"})
		is(!counts, name+" comes")
		if err := os.Remove(in(name)); err != nil {
			t.Fatal(err)
		}
		os.Remove(filepath.Dir(in(name))) // if it was made for it
		is(true, name+" goes again")
	}
	writeFiles(t, dir, map[string]string{"build/.killed.octavo-tmp/0": "left"})
	is(true, "a build was killed before it changed anything")
	if left := temporary(t, dir); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
	if err := errors.Join(os.Rename(in("build/lamp.pdf"), in("lamp.pdf")), os.Symlink(in("lamp.pdf"), in("build/lamp.pdf"))); err != nil {
		t.Skip(err)
	}
	is(false, "an output is a link")
}

// looksFor reports whether the manifest says that a build looked for a file and found none.
func looksFor(t *testing.T, dir, name string) bool {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	m, err := production.ReadManifest(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, absent := range m.Build.Absent {
		if absent == name {
			return true
		}
	}
	for _, must := range []string{"styles/classic.toml", "styles/modern.toml", "styles/cards.toml", "styles/calibration.toml", "styles/printers.toml"} {
		if name == must {
			t.Errorf("%s is not looked for", name)
		}
	}
	return false
}

// filesUnder returns the paths of all files in a folder.
func filesUnder(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// FuzzUpToDate: no manifest that anybody has written makes a book up to date that octavo did not build, and reading it is harmless.
func FuzzUpToDate(f *testing.F) {
	f.Add(`{"octavo":"devel","program":"","inputs":"","build":{"outputs":["pdf"]},"outputs":[]}`)
	f.Add(`{"octavo":"devel","build":{"outputs":["pdf"],"files":[{"file":"../x","bytes":-1}],"folders":[{"folder":"/"}],"absent":[""]},"outputs":[{"file":"../a"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		writeFiles(t, dir, map[string]string{"build/" + production.ManifestName: text, "book.toml": ""})
		if m := production.UpToDate(t.Context(), dir, production.BuildRequest{Kinds: outputKinds}); m != nil {
			t.Errorf("it is up to date by %+v", m)
		}
	})
}

// temporary lists the temporary files of a book's build folder.
func temporary(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, "build"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".octavo-tmp") {
			names = append(names, e.Name())
		}
	}
	return names
}
