package production

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"octavo/cmd/octavo/internal/outdir"
)

// TestKeep makes one of the files of an earlier build anew: what still lies there stays in the list, and nothing else.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	old := Manifest{Inputs: "old"}
	for _, name := range []string{"made.pdf", "kept.epub", "changed.pdf", "gone.pdf", "../outside.pdf"} {
		old.Outputs = append(old.Outputs, ManifestOutput{File: name, Bytes: 4, Inputs: "old"})
	}
	var list bytes.Buffer
	if err := old.Write(&list); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{ManifestName: list.String(), "made.pdf": "four", "kept.epub": "four", "changed.pdf": "longer"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d, err := outdir.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	now := Manifest{Inputs: "new", Outputs: []ManifestOutput{{File: "made.pdf", Bytes: 4, Inputs: "new"}}}
	now.Keep(d)
	list.Reset()
	if err := now.Write(&list); err != nil {
		t.Fatal(err)
	}
	want := []ManifestOutput{{File: "kept.epub", Bytes: 4, Inputs: "old"}, {File: "made.pdf", Bytes: 4, Inputs: "new"}}
	if !reflect.DeepEqual(now.Outputs, want) {
		t.Errorf("the list is %+v", now.Outputs)
	}
}
