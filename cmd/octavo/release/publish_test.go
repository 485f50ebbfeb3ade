package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestPublish fills the templates in for a release of all systems, whose archives are a few bytes, and reads what comes out.
func TestPublish(t *testing.T) {
	r := testRelease(t, repository)
	r.targets, r.url, r.maintainer = allTargets, "https://git.example/quill/octavo", "Ada Quill <ada@git.example>"
	sums := map[string]string{}
	for _, target := range allTargets {
		sum := sha256.Sum256([]byte(target.String()))
		sums[target.String()] = hex.EncodeToString(sum[:])
		write(t, r.out, r.archiveName(target), target.String())
	}
	if err := r.publish(); err != nil {
		t.Fatal(err)
	}
	if err := r.checksums(); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, p := range published {
		data, err := os.ReadFile(filepath.Join(r.out, "publish", filepath.FromSlash(p.file)))
		if err != nil {
			t.Fatal(err)
		}
		files[p.file] = string(data)
		if strings.Contains(string(data), "<no value>") || !strings.Contains(string(data), "1.2.3") {
			t.Errorf("%s:\n%s", p.file, data)
		}
		if filepath.Ext(p.file) == ".yaml" {
			holdYAML(t, p.file, data)
		}
	}
	for file, systems := range map[string][]string{
		"homebrew/octavo.rb":                        {"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64"},
		"nix/flake.nix":                             {"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64"},
		"scoop/octavo.json":                         {"windows/amd64", "windows/arm64"},
		"winget/WrenHalloran.Octavo.installer.yaml": {"windows/amd64", "windows/arm64"},
	} {
		for _, system := range systems {
			if !strings.Contains(strings.ToLower(files[file]), sums[system]) {
				t.Errorf("%s has no checksum for %s", file, system)
			}
		}
	}
	var scoop struct {
		Version      string
		Architecture map[string]struct{ URL, Hash string }
	}
	if err := json.Unmarshal([]byte(files["scoop/octavo.json"]), &scoop); err != nil || scoop.Architecture["64bit"].URL !=
		"https://git.example/quill/octavo/releases/download/v1.2.3/octavo_1.2.3_windows_amd64.zip" {
		t.Errorf("scoop/octavo.json: %v %v", scoop, err)
	}
	checkSums(t, r.out)
	parse(t, "ruby", "-c", filepath.Join(r.out, "publish/homebrew/octavo.rb"))
	parse(t, "nix-instantiate", "--parse", filepath.Join(r.out, "publish/nix/flake.nix"))
}

// holdYAML holds a manifest of winget to what its schema requires of every one.
func holdYAML(t *testing.T, name string, data []byte) {
	t.Helper()
	var m map[string]any
	if err := yaml.Unmarshal(data, &m); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	for _, key := range []string{"PackageIdentifier", "PackageVersion", "ManifestType", "ManifestVersion"} {
		if s, ok := m[key].(string); !ok || s == "" {
			t.Errorf("%s: %s is %v", name, key, m[key])
		}
	}
}

// checkSums has sha256sum read the checksums.
func checkSums(t *testing.T, dir string) {
	t.Helper()
	if _, err := exec.LookPath("sha256sum"); err != nil {
		return
	}
	cmd := exec.Command("sha256sum", "--check", "--strict", sumsName)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil || strings.Count(string(out), ": OK") != len(allTargets) {
		t.Errorf("%v\n%s", err, out)
	}
}

// parse runs a program that reads a file, where it is installed.
func parse(t *testing.T, program string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Logf("%s is not installed", program)
		return
	}
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", program, err, out)
	}
}

func TestOrigin(t *testing.T) {
	dir := t.TempDir() // no git
	t.Setenv("SOURCE_DATE_EPOCH", "")
	if _, err := findOrigin(t.Context(), dir, "1.2.0"); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("no git and no time: %v", err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "1795762458")
	o, err := findOrigin(t.Context(), dir, "1.2.0")
	if err != nil || o.version != "v1.2.0" || o.time.Unix() != 1795762458 {
		t.Errorf("%v, %v", o, err)
	}
	for _, version := range []string{"1.2", "x", "1.2.0 ", "v1.2.0/../x"} {
		if _, err := findOrigin(t.Context(), dir, version); err == nil {
			t.Errorf("%q is a version", version)
		}
	}
	if _, err := findOrigin(t.Context(), dir, ""); err == nil || !strings.Contains(err.Error(), "-version") {
		t.Errorf("no version: %v", err)
	}
}

// A folder with other things in it is not emptied.
func TestEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "novel.md", "words")
	if err := emptyFolder(dir); err == nil {
		t.Error("a folder with other files is emptied")
	}
	if _, err := os.Stat(filepath.Join(dir, "novel.md")); err != nil {
		t.Error(err)
	}
	made := t.TempDir()
	write(t, made, sumsName, "")
	write(t, made, "publish/x", "")
	if err := emptyFolder(made); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(made); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}
