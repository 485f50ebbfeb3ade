package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/picture"
	"octavo/cmd/octavo/internal/project"
)

// gitIn runs git for a test, as nobody in particular.
func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// hostileBook is a book with one reader in a repository, tagged "v1".
func hostileBook(t *testing.T) string {
	t.Helper()
	need(t, "git")
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml":        "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n\n[[review.reader]]\nname = \"Ada\"\n",
		"manuscript/01.md": "# One\n\nIt was a bright cold day.\n",
	})
	gitIn(t, dir, "init", "-q")
	gitIn(t, dir, "add", ".")
	gitIn(t, dir, "commit", "-q", "-m", "one")
	gitIn(t, dir, "tag", "v1")
	writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\n\nIt was a bright warm day.\n"})
	return dir
}

// No program that a book's repository names runs, and none that is needed for a connection.
func TestRepositoryRunsNoProgram(t *testing.T) {
	slow(t)
	for _, c := range []struct {
		name    string
		config  []string // pairs; RUN stands for a program that leaves a trace
		missing bool     // an object of v1, which git then wants to fetch
	}{
		{"monitor", []string{"core.fsmonitor", "RUN"}, false},
		{"filter", []string{"filter.x.clean", "RUN", "filter.x.process", "RUN", "filter.x.smudge", "RUN"}, false},
		{"diff", []string{"diff.external", "RUN", "diff.x.command", "RUN", "diff.x.textconv", "RUN"}, false},
		{"pager and hooks", []string{"core.pager", "RUN", "pager.describe", "RUN", "core.hooksPath", "HOOKS", "core.editor", "RUN"}, false},
		{"signatures", []string{"log.showSignature", "true", "gpg.program", "RUN"}, false},
		{"upload-pack", []string{"remote.origin.url", "/nowhere", "remote.origin.uploadpack", "RUN"}, true},
		{"ext", []string{"remote.origin.url", "ext::RUN", "protocol.ext.allow", "always", "protocol.allow", "always"}, true},
		{"ssh", []string{"remote.origin.url", "ssh://host/x", "core.sshCommand", "RUN"}, true},
		{"proxy", []string{"remote.origin.url", "git://127.0.0.1:9/x", "core.gitProxy", "RUN"}, true},
		{"https", []string{"remote.origin.url", "https://127.0.0.1:9/x", "credential.helper", "!RUN", "core.askPass", "RUN"}, true},
		{"helper", []string{"remote.origin.url", "trace::x", "remote.origin.vcs", "trace"}, true},
		{"include", []string{"include.path", "INCLUDED"}, false},
		{"conditional include", []string{"includeIf.gitdir/i:**.path", "INCLUDED"}, false},
		{"attributes", []string{"core.attributesFile", "ATTRIBUTES", "filter.y.smudge", "RUN", "diff.y.textconv", "RUN"}, false},
		{"worktree", []string{"core.worktree", "TOOLS"}, false},
		{"sparse index", []string{"core.sparseCheckout", "true", "index.sparse", "true", "core.fsmonitor", "RUN"}, false},
		{"submodules", []string{"submodule.recurse", "true", "submodule.x.update", "!RUN", "submodule.x.url", "ext::RUN"}, false},
		{"aliases", []string{"alias.rev-parse", "!RUN", "alias.ls-tree", "!RUN", "alias.cat-file", "!RUN", "alias.describe", "!RUN"}, false},
		{"traces", []string{"trace2.normalTarget", "TRACE", "trace2.eventTarget", "TRACE", "gc.auto", "1", "maintenance.auto", "true"}, false},
		{"alternates", []string{"core.alternateRefsCommand", "RUN", "uploadpack.packObjectsHook", "RUN"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir, tools := hostileBook(t), t.TempDir()
			trace := filepath.Join(tools, "trace")
			script := filepath.Join(tools, "git-remote-trace")
			if err := os.WriteFile(script, []byte("#!/bin/sh\ntouch '"+trace+"'\nexit 1\n"), 0o777); err != nil {
				t.Fatal(err)
			}
			for _, hook := range []string{"post-index-change", "reference-transaction", "post-checkout"} {
				if err := os.Symlink(script, filepath.Join(tools, hook)); err != nil {
					t.Skip(err)
				}
			}
			writeFiles(t, dir, map[string]string{".gitattributes": "*.md filter=x diff=x\n"})
			writeFiles(t, tools, map[string]string{"attributes": "*.md filter=y diff=y\n", "included": "[core]\n\tfsmonitor = " + script +
				"\n\thooksPath = " + tools + "\n[filter \"x\"]\n\tsmudge = " + script + "\n[diff]\n\texternal = " + script + "\n"})
			for i := 0; i < len(c.config); i += 2 {
				gitIn(t, dir, "config", c.config[i], strings.NewReplacer("RUN", script, "HOOKS", tools, "TOOLS", tools, "TRACE", trace,
					"INCLUDED", filepath.Join(tools, "included"), "ATTRIBUTES", filepath.Join(tools, "attributes")).Replace(c.config[i+1]))
			}
			if c.missing {
				gitIn(t, dir, "config", "remote.origin.promisor", "true")
				id := gitIn(t, dir, "rev-parse", "v1:manuscript/01.md")
				if err := os.Remove(filepath.Join(dir, ".git", "objects", id[:2], id[2:])); err != nil {
					t.Fatal(err)
				}
			}
			env := []string{"PATH=" + tools + string(filepath.ListSeparator) + os.Getenv("PATH"), "GIT_CONFIG_GLOBAL=" + os.DevNull}
			for _, args := range [][]string{{"review", "--format", "pdf", "-C", dir}, {"review", "--since", "v1", "--format", "pdf", "-C", dir}} {
				out, stderr, err := octavo(t, env, args...)
				if _, ran := os.Stat(trace); ran == nil {
					t.Fatalf("octavo %v ran the program: %v\n%s%s", args, err, out, stderr)
				}
				if fetches := c.missing && len(args) > 5; (err != nil) != fetches {
					t.Errorf("octavo %v: %v\n%s", args, err, stderr)
				} else if fetches && (!strings.Contains(stderr, "01.md") || !strings.Contains(stderr, "git fetch")) {
					t.Errorf("it does not say what is missing and what to do:\n%s", stderr)
				}
			}
		})
	}
}

// What is compared with a commit is what the book is made of, and nothing else makes it another book.
func TestChangedSince(t *testing.T) {
	slow(t)
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(dir string)
		want   string
	}{
		{"nothing", func(dir string) {}, "v1"},
		{"line ends", func(dir string) {
			writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\r\n\r\nIt was.\r\n"})
		}, "v1"},
		{"a word", func(dir string) { writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\n\nIt is.\n"}) }, "v1+"},
		{"another chapter", func(dir string) { writeFiles(t, dir, map[string]string{"manuscript/03.md": "# Three\n\nSo.\n"}) }, "v1+"},
		{"one chapter less", func(dir string) { os.Remove(filepath.Join(dir, "manuscript", "02.md")) }, "v1+"},
		{"a style", func(dir string) {
			writeFiles(t, dir, map[string]string{"styles/printers.toml": "", "styles/epub.css": "p {}\n"})
		}, "v1"}, // which review copies do not read
		{"another file", func(dir string) { writeFiles(t, dir, map[string]string{"notes.txt": "x", "manuscript/x.log": "x"}) }, "v1"},
		{"a pointer of LFS", func(dir string) {
			writeFiles(t, dir, map[string]string{"manuscript/02.md": "version https://git-lfs.github.com/spec/v1\n" +
				"oid sha256:c6cc0df56a8c80b3b0f9ba44e6e3cf20f7e1d6c0b3b7f7a4c3a9bbc1ab6a5f15\nsize 16\n"})
		}, "v1+"},
	} {
		for _, format := range []string{"sha1", "sha256"} {
			t.Run(c.name+" "+format, func(t *testing.T) {
				need(t, "git")
				dir := t.TempDir()
				writeFiles(t, dir, map[string]string{
					"book.toml":        "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n",
					"manuscript/01.md": "# One\n\nIt was.\n", "manuscript/02.md": "# Two\n\nIt will.\n",
				})
				gitIn(t, dir, "init", "-q", "--object-format="+format)
				gitIn(t, dir, "add", ".")
				gitIn(t, dir, "commit", "-q", "-m", "one")
				gitIn(t, dir, "tag", "v1")
				c.change(dir)
				p, err := project.Open(t.Context(), dir, project.Silent)
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				if got := p.RevisionName(t.Context()); got != c.want {
					t.Errorf("the revision is %q, want %q", got, c.want)
				}
			})
		}
	}
}

// What a hook of git has in its environment does not lead to another repository.
func TestRevisionUnderAHook(t *testing.T) {
	slow(t)
	dir, other := hostileBook(t), t.TempDir()
	gitIn(t, other, "init", "-q")
	env := []string{"GIT_DIR=" + filepath.Join(other, ".git"), "GIT_WORK_TREE=" + other, "GIT_INDEX_FILE=index", "GIT_TRACE=1"}
	if _, stderr, err := octavo(t, env, "review", "--since", "v1", "--format", "pdf", "-C", dir); err != nil {
		t.Errorf("%v\n%s", err, stderr)
	}
}

// A ledger that names places outside the folder of the review copies is refused, and so is a folder that a link puts there.
func TestLedgerLeadsNowhere(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := hostileBook(t)
	mustReview(t, dir, "--format", "pdf")
	file := filepath.Join(dir, "build", "review", ledger.LedgerName)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(filepath.Dir(dir), "secret")
	writeFiles(t, secret, map[string]string{"book.toml": "[book]\ntitle = \"S\"\nauthors = [\"S\"]\n", "manuscript/01.md": "# S\n\nOpen sesame.\n"})
	writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\n\nIt was a bright hot day.\n"})
	for _, c := range []struct{ key, value, want string }{
		{"snapshot", "../../../../secret", "no plain name"},
		{"snapshot", secret, "no plain name"},
		{"snapshot", "..", "no plain name"},
		{"snapshot", "", "no plain name"},
		{"map", "../../../../secret/book.toml", "no plain name"},
		{"file", "../../book.toml", "no plain name"},
		{"id", "\\u001b[2J", "which is none"},
	} {
		text := regexp.MustCompile(`"`+c.key+`": "[^"]*"`).ReplaceAll(good, []byte(`"`+c.key+`": "`+c.value+`"`))
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"review", "--since", "last", "-C", dir}, {"feedback", "-C", dir, file}, {"review", "identify", "-C", dir, file}} {
			if out, stderr, err := octavo(t, nil, args...); err == nil || !strings.Contains(stderr, c.want) || strings.Contains(out+stderr, "\x1b") {
				t.Errorf("octavo %v with %s %q: %v\n%s", args, c.key, c.value, err, stderr)
			}
		}
	}
	if err := os.WriteFile(file, good, 0o666); err != nil {
		t.Fatal(err)
	}
	snapshots := filepath.Join(dir, "build", "review", project.SnapshotFolder)
	kept, err := os.ReadDir(snapshots)
	if err != nil || len(kept) != 1 {
		t.Fatal(kept, err)
	}
	place := filepath.Join(snapshots, kept[0].Name())
	if err := os.RemoveAll(place); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, place); err != nil {
		t.Skip(err)
	}
	if _, stderr, err := octavo(t, nil, "review", "--since", "last", "-C", dir); err == nil || !strings.Contains(stderr, "leads out of the folder") {
		t.Errorf("a snapshot that is a link: %v\n%s", err, stderr)
	}
}

// A manuscript that is a link out of the book's folder is none; one that is a link inside it is read.
func TestManuscriptIsALink(t *testing.T) {
	slow(t)
	dir := filepath.Join(t.TempDir(), "book")
	writeFiles(t, dir, map[string]string{"book.toml": "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n",
		"drafts/01.md": "# One\n\nIt was.\n", "../outside/01.md": "# Secret\n\nOpen sesame TK.\n"})
	link := filepath.Join(dir, "manuscript")
	for _, c := range []struct{ to, want string }{
		{"../outside", "link out of the book's folder"},
		{filepath.Join(filepath.Dir(dir), "outside"), "link out of the book's folder"},
		{"/", "link out of the book's folder"},
		{"drafts", ""},
	} {
		if err := os.Symlink(c.to, link); err != nil {
			t.Skip(err)
		}
		out, _, err := octavo(t, nil, "check", "-C", dir)
		if (err != nil) != (c.want != "") || !strings.Contains(out, c.want) || strings.Contains(out, "sesame") {
			t.Errorf("a manuscript that is a link to %s: %v\n%s", c.to, err, out)
		}
		os.Remove(link)
	}
}

// TestHarmlessLines gives names that would change how a terminal shows what follows to the commands that print them.
func TestHarmlessLines(t *testing.T) {
	evil := "x\x1b[31m\u202Ey\x9b"
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "build", "review"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, evil+".pdf"), []byte("no PDF"), 0o666); err != nil {
		t.Skip(err) // a file system that has no such names
	}
	for _, args := range [][]string{
		{"build", "-C", filepath.Join(dir, evil)},
		{"check", "-C", filepath.Join(dir, evil)},
		{"review", "identify", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil)},
		{"feedback", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"where", "-C", filepath.Join(dir, evil), "1"},
		{"new", filepath.Join(dir, evil+"-book")},
	} {
		var out bytes.Buffer
		run(args, &out, &out)
		if out.Len() == 0 || strings.ContainsAny(out.String(), "\x1b\u202E\u009b") {
			t.Errorf("%q prints %q", args, out.String())
		}
	}
}

// TestFailuresHavePlaces breaks what only the writers of files find: a picture, a font, the book's own colour profile.
func TestFailuresHavePlaces(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 900, 900))); err != nil {
		t.Fatal(err)
	}
	write("book.toml", "[book]\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2026-01-01\n\n[print]\nprofile = \"x4\"\n\n[epub]\ncover = \"p.png\"\n")
	write("manuscript/a.md", "# A\n\nText.\n\n![x](q.png)\n")
	write("manuscript/p.png", dot.String())
	write("manuscript/q.png", dot.String())
	write("styles/icc/sRGB2014.icc", "junk")
	var out bytes.Buffer
	const profile = "book.toml:7:11: error: cannot use the ICC profile of RGB pictures: not an ICC profile [file-unreadable]"
	if code := run([]string{"build", "-C", dir, "--only", "pdf"}, &out, &out); code != 1 || !strings.Contains(out.String(), profile) {
		t.Errorf("exit %d, %s", code, out.String())
	}
	p, err := project.Open(t.Context(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for want, err := range map[string]error{
		"manuscript/a.md:5:1": &picture.NamedError{Name: "q.png", Err: errors.New("broken")},
		"book.toml:10:9":      &picture.NamedError{Name: epub.CoverName, Err: &picture.TooLargeError{Width: 9, Height: 9}},
		"book.toml:6:2":       &pdf.FontError{Name: "f.ttf", Err: errors.New("broken")},
	} {
		found, ok := p.Placed(fmt.Errorf("cannot make it: %w", err))
		if !ok || len(found[0].Notes) == 0 || !strings.HasPrefix(found[0].Pos.String(), want) {
			t.Errorf("%v: %v, not at %s", err, found, want)
		}
	}
	if found, ok := p.Placed(errors.New("disk full")); ok {
		t.Errorf("a full disk is told of the book: %v", found)
	}
}

// TestCommandsPlaceFailures has the other commands meet what only the writers of files find: a font that may not be embedded, and
// a picture that is whole by all that check looks at, and that no decoder takes.
func TestCommandsPlaceFailures(t *testing.T) {
	slow(t)
	t.Parallel()
	face := bytes.Clone(fontFile(t, "EBGaramond-Regular.ttf"))
	face[tableAt(t, face, "OS/2")+9] = 2
	font := map[string]string{
		"book.toml": "[book]\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2026-01-01\n[print]\nstyle = \"mine\"\n[deck]\nstyle = \"mine\"\n" +
			"[[review.reader]]\nname = \"Ada\"\n",
		"manuscript/a.md":       "# A\n\n## Say less\n+++\nid = \"say-less\"\nkind = \"meme\"\n+++\n\nText.\n",
		"styles/mine.toml":      "[fonts]\nregular = \"Mine.ttf\"\n",
		"styles/fonts/Mine.ttf": string(face),
	}
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 1100, 1000))); err != nil {
		t.Fatal(err)
	}
	head := len("\x89PNG\r\n\x1a\n") + 25
	chunk := []byte("tRNS\x00") // two bytes are right
	odd := append([]byte{0, 0, 0, 1}, binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk))...)
	pic := map[string]string{
		"book.toml":        "[book]\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2026-01-01\n[[review.reader]]\nname = \"Ada\"\n",
		"manuscript/a.md":  "# A\n\nText.\n\n![x](q.png)\n",
		"manuscript/q.png": string(slices.Concat(dot.Bytes()[:head], odd, dot.Bytes()[head:])),
	}
	typescript := map[string]string{
		"book.toml":       "[book]\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2026-01-01\n[review]\nlayout = \"manuscript\"\n[[review.reader]]\nname = \"Ada\"\n",
		"manuscript/a.md": "# A\n\nText.\n",
	}
	looped := bytes.Clone(fontFile(t, "CourierPrime-BoldItalic.ttf"))
	selfComposed(t, looped)
	typescript["styles/fonts/CourierPrime-BoldItalic.ttf"] = string(looped)
	const atFont, atPicture = "styles/mine.toml:2:11: error: ", "manuscript/a.md:5:1: error: cannot make use of the picture"
	for _, c := range []struct {
		book map[string]string
		args string
		want string
	}{
		{font, "cards", atFont},
		{font, "cards contact", atFont},
		{font, "cards proof say-less", atFont},
		{font, "cards export --for drivethru", atFont},
		{font, "review --format pdf", atFont},
		{pic, "show", atPicture},
		{pic, "review --format pdf", atPicture},
		{font, "review --format epub", atFont},
		{typescript, "review --format pdf", "book.toml:1:1: error: font CourierPrime-BoldItalic.ttf"},
	} {
		dir := t.TempDir()
		writeFiles(t, dir, c.book)
		var out bytes.Buffer
		own := strings.Contains(c.want, "book.toml:1:1") // a font of the book's own folder, which check reads
		if code := run([]string{"check", "-C", dir}, &out, &out); code != 0 != own {
			t.Fatalf("check: exit %d, %s", code, &out)
		}
		out.Reset()
		if code := run(append(strings.Fields(c.args), "-C", dir), &out, &out); code != 1 || strings.Count(out.String(), c.want) != 1 ||
			strings.Contains(out.String(), "octavo: ") {
			t.Errorf("%s: exit %d, %s", c.args, code, &out)
		}
	}
}
