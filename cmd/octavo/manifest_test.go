package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
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
		m.Keep(dir)
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

// A ledger that anybody has written is read or refused; what is written of it can be read again, and no page map is looked
// for outside of its folder.
func FuzzLedger(f *testing.F) {
	f.Add(`{"copies":[{"id":"wtd-0123456789","reader":"ada","format":"pdf","file":"a.pdf","snapshot":"0123456789abcdef","map":"pagemap-01.json"}]}`)
	f.Add(`{"copies":[{"id":"a","reader":"b","snapshot":"../../../../secret","map":"../../secret"},{"id":"ab"},{"id":""}]}`)
	f.Add(`{"copies":null}`)
	f.Add(`{"copies":[{"id":"\ud800","first":-1,"top":1e308}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		writeFiles(t, filepath.Join(dir, filepath.FromSlash(project.ReviewPath)), map[string]string{ledger.LedgerName: text})
		l, err := ledger.Read(mustRoot(t, dir))
		if err != nil {
			return
		}
		for _, c := range l.Copies {
			if rel, err := filepath.Rel(filepath.FromSlash(path.Join(project.ReviewPath, project.SnapshotFolder)), filepath.FromSlash(ledger.MapOf(&c))); err != nil || !filepath.IsLocal(rel) {
				t.Errorf("the page map of %q is %s", c.ID, ledger.MapOf(&c))
			}
			if found := l.Find(c.ID); found == nil || found.ID != c.ID {
				t.Errorf("%q is not found", c.ID)
			}
			l.Last(c.Reader, c.Snapshot)
		}
		l.Add(ledger.Copy{ID: "new", Format: "pdf", File: "b.pdf", Snapshot: "s", Map: "m.json"})
		var b bytes.Buffer
		if err := l.Write(&b); err != nil {
			t.Fatal(err)
		}
		writeFiles(t, filepath.Join(dir, filepath.FromSlash(project.ReviewPath)), map[string]string{ledger.LedgerName: b.String()})
		again, err := ledger.Read(mustRoot(t, dir))
		if err != nil || !reflect.DeepEqual(l, again) {
			t.Errorf("what is written is read as\n%v\nnot\n%v: %v", again, l, err)
		}
	})
}
