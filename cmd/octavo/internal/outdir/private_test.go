package outdir

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWritePrivate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a", "b", "secret.json")
	for _, text := range []string{"one", "two"} {
		if err := WritePrivate(t.Context(), name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(name); err != nil || string(data) != text {
			t.Errorf("it holds %q, %v", data, err)
		}
		for file, want := range map[string]os.FileMode{name: 0o600, filepath.Dir(name): 0o700} {
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode().Perm(); got != want && runtime.GOOS != "windows" {
				t.Errorf("%s has the permissions %o, want %o", file, got, want)
			}
		}
	}
	RemovePrivate(name)
	RemovePrivate(name)
	if _, err := os.Stat(name); err == nil {
		t.Error("it is still there")
	}
}
