package main

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pictureBook writes a book that shows drawings and pictures of every format that is read, one of them outside the manuscript's
// folder.
func pictureBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"Pictures\"\nauthors = [\"Ada Quill\"]\nlanguage = \"en-US\"\ndate = 2026-11-26\nrights = \"none\"\n\n" +
			"[print]\nprofile = [\"screen\", \"x4\"]\n\n[[review.reader]]\nname = \"Bo Reed\"\n",
	})
	var text strings.Builder
	text.WriteString("# Pictures\n\n![](../images/rgb.bmp){alt=\"\"}\n\n![A bell](/inkscape.svg){width=50%}\n\n")
	copyTo := func(from, to string) {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		writeFiles(t, dir, map[string]string{to: string(data)})
	}
	copyTo("internal/picture/testdata/foreign/rgb.bmp", "images/rgb.bmp")
	copyTo("internal/drawing/testdata/inkscape.svg", "assets/inkscape.svg")
	for _, name := range []string{"lzw.tif", "cmyk.tif", "g4.tif", "alpha.tif", "lossless.webp", "lossy.webp", "src.gif"} {
		copyTo("internal/picture/testdata/foreign/"+name, "manuscript/"+name)
		text.WriteString("![a pattern](" + name + ")\n\n")
	}
	for _, name := range []string{"shapes", "plot", "graph", "illustrator", "diagram", "classes"} {
		copyTo("internal/drawing/testdata/"+name+".svg", "manuscript/"+name+".svg")
		text.WriteString("![a drawing](" + name + ".svg \"Its caption.\")\n\n")
	}
	writeFiles(t, dir, map[string]string{"manuscript/01.md": text.String()})
	return dir
}

// zipped returns the files of an archive whose names match a pattern.
func zipped(t *testing.T, file, pattern string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	out := map[string][]byte{}
	for _, f := range z.File {
		if !regexp.MustCompile(pattern).MatchString(f.Name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out
}

// The EPUB holds every picture under the media type of its bytes, drawings as drawings without what may do harm; decoration has
// the role that it is to have, and a width is kept. No program finds a fault in it, nor in the PDFs.
func TestPicturesOfAllFormats(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := pictureBook(t)
	if _, stderr, err := octavo(t, nil, "build", "-C", dir); err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}
	epub := filepath.Join(dir, "build", "pictures.epub")
	media := string(zipped(t, epub, `\.opf$`)["EPUB/package.opf"])
	drawings := 0
	for name, data := range zipped(t, epub, `/images/`) {
		kind := http.DetectContentType(data)
		if strings.HasSuffix(name, ".svg") {
			drawings++
			kind = "image/svg+xml"
			if bytes.Contains(data, []byte("inkscape")) || bytes.Contains(data, []byte("foreignObject")) {
				t.Errorf("%s: %s", name, data)
			}
		}
		if item := regexp.MustCompile(`<item [^>]*href="` + strings.TrimPrefix(name, "EPUB/") + `"[^>]*>`).FindString(media); !strings.Contains(item, `"`+kind+`"`) {
			t.Errorf("%s is %s: %s", name, kind, item)
		}
	}
	if drawings != 7 {
		t.Errorf("%d drawings", drawings)
	}
	chapter := ""
	for _, data := range zipped(t, epub, `\.xhtml$`) {
		chapter += string(data)
	}
	for _, want := range []string{`alt="" role="presentation"`, `style="width: 50%"`, `alt="a drawing"`} {
		if !strings.Contains(chapter, want) {
			t.Errorf("no %s in the EPUB", want)
		}
	}
	for _, name := range []string{"pictures.pdf", "pictures-x4.pdf"} {
		tool(t, need(t, "qpdf"), "--check", filepath.Join(dir, "build", name))
	}
	if said := newestEPUBCheck(t).faults(t, []string{epub})[epub]; said != "" {
		t.Error(said)
	}
}

// A press that takes nothing transparent and no RGB gets neither, and a warning says what shows through no longer.
func TestDrawingsForAPress(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := pictureBook(t)
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"book.toml": strings.Replace(string(text), `["screen", "x4"]`, `"ingram"`, 1)})
	if err := os.Remove(filepath.Join(dir, "manuscript", "cmyk.tif")); err != nil { // it has more ink than the press takes
		t.Fatal(err)
	}
	chapter := filepath.Join(dir, "manuscript", "01.md")
	if text, err = os.ReadFile(chapter); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"manuscript/01.md": strings.Replace(string(text), "![a pattern](cmyk.tif)\n", "", 1)})
	_, stderr, err := octavo(t, nil, "build", "-C", dir, "--only", "pdf")
	if err != nil || strings.Count(stderr, "[picture-part]") != 2 {
		t.Errorf("%v\n%s", err, stderr)
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", "*.pdf"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	stdout, _, _ := octavo(t, nil, "preflight", files[0], "--profile", "ingram") // it finds that the book is short
	for _, point := range []string{"transparency", "colours", "colours of pictures", "total ink"} {
		if !regexp.MustCompile(`pass +` + point + " ").MatchString(stdout) {
			t.Errorf("%s:\n%s", point, stdout)
		}
	}
}

// Word processors get pictures that they show, and are told which are decoration; a state of the book that was sent out holds the
// pictures outside the manuscript's folder too.
func TestPicturesInReviewCopies(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := pictureBook(t)
	for range 2 { // the second looks back at the first
		if _, stderr, err := octavo(t, nil, "review", "-C", dir, "--reader", "Bo Reed", "--format", "docx"); err != nil {
			t.Fatalf("%v\n%s", err, stderr)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", "review", "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no Word file", err)
	}
	pictures := zipped(t, files[0], `^word/media/`)
	if len(pictures) != 15 {
		t.Errorf("%d pictures", len(pictures))
	}
	for name, data := range pictures {
		if kind := http.DetectContentType(data); kind != "image/png" && kind != "image/jpeg" {
			t.Errorf("%s is %s", name, kind)
		}
	}
	if text := string(zipped(t, files[0], `^word/document.xml$`)["word/document.xml"]); strings.Count(text, "adec:decorative ") != 1 {
		t.Errorf("%d pictures are decoration", strings.Count(text, "adec:decorative "))
	}
	kept, err := filepath.Glob(filepath.Join(dir, "build", "review", "snapshots", "*", "images", "rgb.bmp"))
	if err != nil || len(kept) != 1 {
		t.Errorf("the state keeps %v, %v", kept, err)
	}
}
