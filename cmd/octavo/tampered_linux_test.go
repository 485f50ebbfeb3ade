package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tamperedFiles are the files that octavo keeps beside a book to read again, with commands that read them.
var tamperedFiles = []struct {
	name     string
	commands []string // {remarks} is a file of remarks, {top} a folder outside of the book
}{
	{"build/manifest.json", []string{"build --only pdf", "build", "verify build/lamp.pdf", "cover", "onix"}},
	{"build/lamp.pagemap.json", []string{"where 1", "build --only epub", "feedback {remarks}", "sampler --chapter one"}},
	{"build/undo.json", []string{"feedback --undo", "feedback --apply --accept-all {remarks}", "check"}},
	{"build/review/answers.json", []string{"feedback {remarks}", "feedback --status", "review --format pdf", "feedback --apply --accept-all {remarks}"}},
	{"build/review/ledger.json", []string{"review --format pdf", "feedback {remarks}", "feedback --status", "review identify build/lamp.pdf", "review --since last --format pdf"}},
	{"build/.octavo-journal", []string{"build --only pdf", "check", "feedback --undo", "review --format pdf"}},
	{"build/review/.octavo-journal", []string{"review --format pdf", "feedback --status", "check"}},
	{".octavo-journal", []string{"check", "feedback --apply --accept-all {remarks}", "build --only epub"}},
}

// journalLeading is a journal, otherwise as octavo writes one, that moves files of a text to names and removes one.
func journalLeading(text, to, remove string) string {
	return fmt.Sprintf(`{"octavo_journal":1,"folder":".x.octavo-tmp","put":[{"temp":"0","name":%q,"sha256":"%[3]x"},{"temp":"1","name":"y.pdf","sha256":"%[3]x"}],"remove":[%[2]q]}`,
		to, remove, sha256.Sum256([]byte(text)))
}

// tampered returns what others may have made of a file.
func tampered(name string, good, other []byte, outside string) map[string][]byte {
	out := map[string][]byte{
		"truncated":       good[:len(good)/2],
		"one byte short":  good[:max(0, len(good)-2)],
		"empty":           nil,
		"not JSON":        []byte("[book]\ntitle = \"x\"\n"),
		"null":            []byte("null\n"),
		"a list":          []byte("[[[1]]]\n"),
		"a word":          []byte("\"../../precious\"\n"),
		"a number":        []byte("1e999\n"),
		"ten megabytes":   append(bytes.Repeat([]byte(" "), 10<<20), good...),
		"deep":            bytes.Repeat([]byte("["), 1<<20),
		"invalid UTF-8":   bytes.ReplaceAll(good, []byte(`"`), []byte("\"\xff\x1b[2J\u202E")),
		"another book's":  other,
		"strings":         regexp.MustCompile(`: ?([0-9]+|true|false)\b`).ReplaceAll(good, []byte(`: "x"`)),
		"numbers":         regexp.MustCompile(`: ?"[^"]*"`).ReplaceAll(good, []byte(`: -7`)),
		"nulls":           regexp.MustCompile(`: ?("[^"]*"|[0-9]+)`).ReplaceAll(good, []byte(`: null`)),
		"large numbers":   regexp.MustCompile(`: ?[0-9]+(\.[0-9]+)?\b`).ReplaceAll(good, []byte(`: 9223372036854775807`)),
		"upwards":         regexp.MustCompile(`"(file|name|map|snapshot|folder|place)": ?"[^"]*"`).ReplaceAll(good, []byte(`"$1": "../../precious"`)),
		"absolute":        regexp.MustCompile(`"(file|name|map|snapshot|folder|place)": ?"[^"]*"`).ReplaceAll(good, fmt.Appendf(nil, `"$1": %q`, outside)),
		"a file of git":   regexp.MustCompile(`"(file|name|map|snapshot|folder|place)": ?"[^"]*"`).ReplaceAll(good, []byte(`"$1": ".git/config"`)),
		"a list of lists": bytes.ReplaceAll(good, []byte("{"), []byte("[")),
	}
	if strings.HasSuffix(name, ".octavo-journal") {
		for what, to := range map[string]string{"upwards": "../precious", "two upwards": "../../precious", "absolute": outside, "a hidden file": ".git/config"} {
			out[what] = []byte(journalLeading("evil", to, "z.pdf"))
			out["to remove "+what] = []byte(journalLeading("evil", "x.pdf", to))
		}
	}
	return out
}

// tamperedBook makes a book with all of these files, and returns it with their contents, and those of another book's.
func tamperedBook(t *testing.T, top, title string) (dir string, files faultTree) {
	t.Helper()
	dir = filepath.Join(top, "book")
	texts := faultTexts(true)
	texts["book.toml"] = strings.Replace(texts["book.toml"], `title = "The Lamp"`, fmt.Sprintf("title = %q", title), 1)
	writeFiles(t, dir, texts)
	writeFiles(t, top, map[string]string{"remarks.csv": "reader,words,new,comment\nAnn,lamp one was wicks,lamp one was oil,\nAnn,stairs of lamp two,,nice\n"})
	for _, line := range []string{"build", "review --format pdf", "feedback --apply --accept-all {remarks}"} {
		if code, out := runTampered(top, dir, line); code != 0 {
			t.Fatalf("octavo %s: exit %d\n%s", line, code, out)
		}
	}
	files = readTree(t, dir)
	for _, name := range []string{"build/.octavo-journal", "build/review/.octavo-journal", ".octavo-journal"} {
		files[name] = journalLeading("another text", "x.pdf", "z.pdf")
	}
	return dir, files
}

// runTampered runs a command for a book in this process.
func runTampered(top, dir, line string) (code int, out string) {
	var b bytes.Buffer
	args := strings.Fields(strings.NewReplacer("{remarks}", filepath.Join(top, "remarks.csv"), "build/", dir+"/build/").Replace(line))
	code = run(append(args, "-C", dir), &b, &b)
	return code, b.String()
}

// Files that octavo keeps beside a book and that somebody has changed end in messages or are made anew: nothing outside of the book is
// written or removed, no word of the author's is lost, nothing panics. With OCTAVO_FAULTS every command meets every change, else a third of
// the changes meet a command each.
func TestTamperedFiles(t *testing.T) {
	slow(t)
	top := t.TempDir()
	_, others := tamperedBook(t, filepath.Join(top, "other"), "The Other Lamp")
	first, good := tamperedBook(t, filepath.Join(top, "first"), "The Lamp")
	all := os.Getenv("OCTAVO_FAULTS") != ""
	n := rand.IntN(60)
	for _, f := range tamperedFiles {
		if good[f.name] == "" {
			t.Fatalf("there is no %s", f.name)
		}
		t.Run(strings.ReplaceAll(f.name, "/", " "), func(t *testing.T) {
			outside := filepath.Join(top, "outside", "precious")
			kinds := tampered(f.name, []byte(good[f.name]), []byte(others[f.name]), outside)
			for _, kind := range slices.Sorted(maps.Keys(kinds)) {
				if n++; !all && n%3 > 0 {
					continue
				}
				for i, line := range f.commands {
					if !all && i != n/3%len(f.commands) {
						continue
					}
					within := filepath.Join(top, "case")
					dir := filepath.Join(within, "book")
					if err := os.CopyFS(within, os.DirFS(filepath.Dir(first))); err != nil {
						t.Fatal(err)
					}
					writeFiles(t, top, map[string]string{"precious": "precious", "case/precious": "precious", "outside/precious": "precious"})
					writeFiles(t, dir, map[string]string{f.name: string(kinds[kind]), "precious": "precious", "build/precious": "precious",
						".git/config": "precious", "build/.x.octavo-tmp/0": "evil", "build/.x.octavo-tmp/1": "evil", ".x.octavo-tmp/0": "evil"})
					before := readTree(t, within)
					code, out := runTampered(within, dir, line)
					if code > 1 || strings.Contains(out, "goroutine ") || strings.ContainsAny(out, "\x1b\u202E") || code == 1 && out == "" {
						t.Errorf("%s, octavo %s: exit %d\n%.1500s", kind, line, code, out)
					}
					holdUntouched(t, kind+", octavo "+line, top, before, readTree(t, within))
					if code, out := runTampered(within, dir, "check"); code != 0 {
						t.Errorf("%s, octavo check after octavo %s: exit %d\n%.1500s", kind, line, code, out)
					}
					if err := os.RemoveAll(within); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// holdUntouched fails where a command has changed a file that is none of its outputs: what is outside of the book, and the author's
// files, but for the change that it was told to make or to undo.
func holdUntouched(t *testing.T, what, top string, before, now faultTree) {
	t.Helper()
	for _, name := range now.differences(before, "") {
		inside, own := strings.CutPrefix(name, "book/")
		changed := inside == "manuscript/one.md" && strings.Contains(what, "feedback --")
		if changed {
			changed = strings.Contains(now[name], "lamp one was oil") || strings.Contains(now[name], "lamp one was wicks")
		}
		moved := now[name] == "evil" && !strings.Contains(name, ".octavo-tmp/")
		if moved || !own || !strings.HasPrefix(inside, "build/") && !leftover(inside) && !changed || filepath.Base(name) == "precious" {
			t.Errorf("%s: %s has changed to %.200q", what, name, now[name])
		}
	}
	for _, name := range []string{"precious", "outside/precious"} {
		if data, err := os.ReadFile(filepath.Join(top, name)); err != nil || string(data) != "precious" {
			t.Errorf("%s: %s has changed: %q, %v", what, name, data, err)
		}
	}
	outside, err := os.ReadDir(top)
	if err != nil || len(outside) != 5 { // other, first, case, precious, outside
		t.Errorf("%s: %v, %v are there", what, outside, err)
	}
}
