package cos

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// encrypted returns the files of testdata/encrypted, which make.sh there makes: plain.pdf, one page with a remark, metadata and a few
// words, and what qpdf encrypts it to. Those named locked have a user's password; of the others only the owner has one.
func encrypted(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range []string{"plain.pdf", "rc4-40.pdf", "rc4-128.pdf", "rc4-128-filter.pdf", "aes-128.pdf", "aes-128-metadata.pdf", "aes-256.pdf",
		"aes-256-metadata.pdf", "aes-256-packed.pdf", "aes-256-r5.pdf", "locked-128.pdf", "locked-256.pdf"} {
		data, err := os.ReadFile(filepath.Join("testdata", "encrypted", name))
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(name, ".pdf")] = data
	}
	return files
}

func TestEncrypted(t *testing.T) {
	for name, data := range encrypted(t) {
		for how, data := range map[string][]byte{"": data, ", repaired": bytes.Replace(data, []byte("startxref"), []byte("startxxxx"), 1)} {
			f, err := Open(context.Background(), data)
			if err != nil {
				t.Errorf("%s%s: %v", name, how, err)
				continue
			}
			if locked := strings.HasPrefix(name, "locked"); f.Encrypted != (name != "plain") || (f.Locked != nil) != locked {
				t.Errorf("%s%s: encrypted %v, locked %v", name, how, f.Encrypted, f.Locked)
			} else if locked {
				continue
			}
			root := f.Dict(f.Trailer["Root"])
			page := f.Dict(f.Array(f.Dict(root["Pages"])["Kids"])[0])
			remark, _ := f.Text(f.Dict(f.Array(page["Annots"])[0])["Contents"])
			metadata, err1 := f.Decode(f.Stream(root["Metadata"]))
			content, err2 := f.Decode(f.Stream(page["Contents"]))
			if err := errors.Join(err1, err2); err != nil || remark != "a remark" || string(metadata) != "metadata" ||
				!strings.Contains(string(content), "(the words of the page)") {
				t.Errorf("%s%s: %v: %q, %q, %q", name, how, err, remark, metadata, content)
			}
			for _, err := range f.Damage() {
				if !errors.Is(err, ErrMended) {
					t.Errorf("%s%s: %v", name, how, err)
				}
			}
		}
	}
}

// What cannot be decrypted is refused with what to do.
func TestLocked(t *testing.T) {
	files := encrypted(t)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a user's password":  {files["locked-128"], "opens with a password only"},
		"certain readers":    {bytes.Replace(files["aes-128"], []byte("/Standard"), []byte("/PubSecXX"), 1), "for certain readers"},
		"an unknown version": {bytes.Replace(files["aes-128"], []byte("/V 4"), []byte("/V 7"), 1), "version 7"},
		"two revisions":      {bytes.Replace(files["aes-256"], []byte("/R 6"), []byte("/R 3"), 1), "opens with a password only"},
		"a broken proof":     {bytes.Replace(files["aes-256"], []byte("/UE"), []byte("/UX"), 1), "opens with a password only"},
	} {
		f, err := Open(context.Background(), c.data)
		if err != nil || f.Locked == nil || !strings.Contains(f.Locked.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
