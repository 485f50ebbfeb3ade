package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
)

// The hash over the inputs is the book's, whichever outputs are made of it.
func TestInputsOfSomeOutputs(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := t.TempDir()
	syntheticBook(t, dir, 1, 800)
	hashes := map[string]string{}
	for _, args := range []string{"build --only pdf", "build --only epub", "build --only cards", "build", "build --profile x4,kdp", "cards"} {
		if err := os.RemoveAll(filepath.Join(dir, "build")); err != nil {
			t.Fatal(err)
		}
		if out, errs, err := octavo(t, nil, append(strings.Fields(args), "-C", dir)...); err != nil {
			t.Fatalf("octavo %s: %v\n%s%s", args, err, out, errs)
		}
		var m production.Manifest
		if err := json.Unmarshal(outputs(t, dir)[production.ManifestName], &m); err != nil {
			t.Fatal(err)
		}
		hashes[m.Inputs] += " [" + args + "]"
	}
	if len(hashes) != 1 {
		t.Errorf("the same book has several hashes: %v", hashes)
	}
}

func openDir(t *testing.T, dir string) *outdir.Dir {
	t.Helper()
	d, err := outdir.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Discard)
	return d
}

// A manifest that is a link is none of octavo's, wherever it leads.
func TestManifestIsALink(t *testing.T) {
	const old = `{"outputs":[{"file":"a.pdf","bytes":4}]}`
	for _, target := range []string{"../theirs.json", "mine.json"} {
		dir := t.TempDir()
		build := filepath.Join(dir, "build")
		writeFiles(t, dir, map[string]string{"theirs.json": old, "build/mine.json": old, "build/a.pdf": "text"})
		if err := os.Symlink(target, filepath.Join(build, production.ManifestName)); err != nil {
			t.Skip(err)
		}
		var m production.Manifest
		if m.Keep(openDir(t, build)); len(m.Outputs) > 0 {
			t.Errorf("it keeps %v of %s", m.Outputs, target)
		}
	}
}

// A manifest that anybody has written adds lines only of files that lie beside it, and what is written can be read.
func FuzzManifest(f *testing.F) {
	f.Add(`{"octavo":"1","inputs":"x","outputs":[{"file":"a.pdf","sha256":"00","bytes":4,"pages":3,"inputs":"y"}]}`)
	f.Add(`{"outputs":[{"file":"../precious","bytes":8},{"file":".","bytes":4096},{"file":"l","bytes":8},{"file":"","bytes":4096}]}`)
	f.Add(`{"outputs":[{"file":"a.pdf","bytes":4},{"file":"a.pdf","bytes":4},{"file":"b\u0000.pdf"}]}`)
	f.Add(`[]`)
	f.Fuzz(func(t *testing.T, text string) {
		top := t.TempDir()
		dir := filepath.Join(top, "build")
		writeFiles(t, top, map[string]string{"precious": "precious", "build/a.pdf": "text", "build/" + production.ManifestName: text})
		os.Symlink(filepath.Join(top, "precious"), filepath.Join(dir, "l"))
		m := production.Manifest{Octavo: "1", Inputs: "x", Outputs: []production.ManifestOutput{{File: "new.pdf", Bytes: 1, Inputs: "x"}}}
		m.Keep(openDir(t, dir))
		for _, o := range m.Outputs {
			if o.File != "new.pdf" && o.File != "a.pdf" && o.File != production.ManifestName {
				t.Errorf("it keeps %q", o.File)
			}
		}
		if len(m.Outputs) > 3 {
			t.Errorf("it keeps a file twice: %v", m.Outputs)
		}
		var b bytes.Buffer
		if err := m.Write(&b); err != nil {
			t.Fatal(err)
		}
		var again production.Manifest
		if err := json.Unmarshal(b.Bytes(), &again); err != nil || len(again.Outputs) != len(m.Outputs) {
			t.Errorf("what is written cannot be read: %v", err)
		}
	})
}
