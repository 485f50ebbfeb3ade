package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A journal or a list that comes with somebody's book moves nothing but temporary files, to visible places inside of the
// folder, and never ends in a panic.
func FuzzJournal(f *testing.F) {
	sum := sha256.Sum256([]byte("temp"))
	hash := hex.EncodeToString(sum[:])
	for _, name := range []string{"a.pdf", "../out/precious", "l/precious", ".git/config", "sub/a.pdf", "/etc/passwd", ".octavo-export.json"} {
		f.Add(`{"octavo_journal":1,"folder":".x.octavo-tmp","put":[{"temp":"0","name":"`+name+`","sha256":"`+hash+`"}],"remove":["mine"]}`,
			`["`+name+`"]`)
		f.Add(`{"octavo_journal":1,"folder":"../.x.octavo-tmp","put":[{"temp":"../mine","name":"a","sha256":"`+hash+`"}],"remove":["`+name+`"]}`, ``)
	}
	f.Add(`{"octavo_journal":1,"folder":".l.octavo-tmp","put":[{"temp":"0","name":"a","sha256":"`+hash+`"}]}`, `null`)
	f.Fuzz(func(t *testing.T, journal, list string) {
		top := t.TempDir()
		dir, out := filepath.Join(top, "build"), filepath.Join(top, "out")
		write(t, out, "precious", "precious", "0", "temp")
		write(t, dir, ".x.octavo-tmp/0", "temp", ".git/config", "mine", journalName, journal, ListName, list)
		link(t, out, filepath.Join(dir, "l"))
		link(t, out, filepath.Join(dir, ".l.octavo-tmp"))
		d, err := Open(ctx, dir)
		if err == nil {
			defer d.Discard()
			d.Replace()
			add(t, d, "b.pdf", "new")
			if err := d.Commit(ctx); err != nil {
				t.Log(err)
			}
		}
		want(t, out, "0=temp precious=precious")
		if data, err := os.ReadFile(filepath.Join(dir, ".git", "config")); string(data) != "mine" {
			t.Errorf("a hidden file was changed: %q, %v", data, err)
		}
		if j := parseJournal([]byte(journal)); j != nil {
			for _, m := range j.Put {
				if !Usable(m.Name) && m.Name != ListName || strings.Contains(m.Temp, "/") {
					t.Errorf("it takes %+v", m)
				}
			}
		}
	})
}
