package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/golden"
)

// repository is the folder of the source, seen from this one.
const repository = "../../.."

// TestLicences holds all that is in octavo to a licence that is known, for every system.
func TestLicences(t *testing.T) {
	r := testRelease(t, repository)
	r.targets = allTargets
	all, err := r.licences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text := string(all.text())
	for _, want := range []string{"Go's runtime and standard library", "golang.org/x/text v", "github.com/inconshreveable/mousetrap", // of Windows
		"EB Garamond", "Noto and Amiri", "Hyphenation patterns", "@codemirror/view", "SIL OPEN FONT LICENSE", "Marijn Haverbeke"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the licences", want)
		}
	}
	for _, w := range all {
		if w.spdx == "" || len(w.texts) == 0 {
			t.Errorf("%s has no licence", w.name)
		}
	}
}

// TestWithoutLicence shows what is refused: a module, a font, patterns, a package of the page.
func TestWithoutLicence(t *testing.T) {
	dir := t.TempDir()
	m := module{Path: "example.org/m", Version: "v1.0.0", Dir: dir}
	if _, err := m.licence(); err == nil {
		t.Error("a module without a licence passes")
	}
	write(t, dir, "LICENSE", "All rights reserved. You may do nothing with this.")
	if _, err := m.licence(); err == nil {
		t.Error("a module under a licence of its own passes")
	}
	r := testRelease(t, repository)
	for _, file := range []string{"styles/fonts/Comic-Regular.ttf", "styles/fonts/fallback/NotoSansNew-Regular.ttf.gz",
		"styles/hyphenation/xx.txt.gz", "styles/icc/new.icc"} {
		if _, err := r.embeddedLicences([]string{file}); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
	write(t, dir, studioPage+"/package-lock.json",
		`{"packages": {"": {"devDependencies": {"a": "1", "esbuild": "1"}}, "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "1"}}}}`)
	write(t, dir, bundleLicences, bundleParting[1:]+"a\n"+mit+bundleParting+"c\n"+mit)
	r.source = dir
	if _, err := r.bundled(); err == nil || !strings.Contains(err.Error(), "made of b,") || strings.Contains(err.Error(), "made of a,") {
		t.Errorf("the page's package without a licence: %v", err)
	}
}

// TestBundleLicences writes the licences of the page's packages anew with -update, where they are installed.
func TestBundleLicences(t *testing.T) {
	names, _, err := bundledPackages(repository)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(repository, studioPage, "node_modules", name, "LICENSE"))
		if err != nil {
			t.Skip("the packages of the studio's page are not installed")
		}
		b.WriteString(bundleParting + name + "\n" + string(data))
	}
	golden.Equal(t, filepath.Join(repository, bundleLicences), []byte(b.String()[1:]))
}

// testRelease is a release of a folder, for the system that the test runs on.
func testRelease(t *testing.T, source string) *release {
	t.Helper()
	return &release{source: source, out: t.TempDir(), work: t.TempDir(), url: unknownURL, targets: []target{host()}, log: t.Logf,
		origin: origin{version: "v1.2.3", commit: "0123456789abcdef0123456789abcdef01234567", time: testTime}}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const mit = `MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`
