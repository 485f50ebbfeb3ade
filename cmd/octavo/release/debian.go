package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// debianName is the name of a target's Debian package. Debian writes the parts of a version that come before it with a tilde.
func (r *release) debianName(t target) string {
	return fmt.Sprintf("octavo_%s_%s.deb", strings.NewReplacer("-", "~", "+", "~").Replace(r.number()), t.arch)
}

// debianPackages makes the package of each target that is Linux.
func (r *release) debianPackages(ctx context.Context) error {
	for _, t := range r.targets {
		if t.os != "linux" {
			continue
		}
		if err := r.debianPackage(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

func (r *release) debianPackage(ctx context.Context, t target) error {
	dir, err := os.MkdirTemp("", "octavo-deb-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := r.program(ctx, t)
	if err != nil {
		return err
	}
	files, err := r.debianFiles()
	if err != nil {
		return err
	}
	type content struct{ Source, Target, Mode string }
	contents := []content{{program, "/usr/bin/octavo", "0755"}}
	for i, name := range slices.Sorted(maps.Keys(files)) {
		source := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(source, files[name], 0o666); err != nil {
			return err
		}
		contents = append(contents, content{source, name, "0644"})
	}
	config := filepath.Join(dir, "nfpm.yaml")
	text, err := r.fill("nfpm.yaml", map[string]any{"Arch": t.arch, "Contents": contents})
	if err != nil {
		return err
	}
	if err := os.WriteFile(config, text, 0o666); err != nil {
		return err
	}
	made := filepath.Join(dir, "octavo.deb")
	cmd := exec.CommandContext(ctx, r.tool("nfpm"), "package", "--config", config, "--packager", "deb", "--target", made)
	cmd.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", r.time.Unix()))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("nfpm: %w: %s", err, out)
	}
	data, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	return r.write(r.debianName(t), data)
}

// debianFiles returns the files of a package beside the program, by where they are installed.
func (r *release) debianFiles() (map[string][]byte, error) {
	const doc = "/usr/share/doc/octavo/"
	files := map[string][]byte{
		"/usr/share/bash-completion/completions/octavo":    r.files["completions/octavo.bash"],
		"/usr/share/zsh/vendor-completions/_octavo":        r.files["completions/_octavo"],
		"/usr/share/fish/vendor_completions.d/octavo.fish": r.files["completions/octavo.fish"],
		doc + "README.md":                     r.files["README.md"],
		"/usr/share/lintian/overrides/octavo": []byte(lintianOverrides),
	}
	copyright, err := r.fill("copyright", map[string]any{"Licence": string(r.files["LICENSE"])})
	if err != nil {
		return nil, err
	}
	files[doc+"copyright"] = copyright
	changelog, err := r.fill("changelog", nil)
	if err != nil {
		return nil, err
	}
	if files[doc+"changelog.gz"], err = gzipped(changelog); err != nil {
		return nil, err
	}
	for name, page := range r.files {
		if !strings.HasPrefix(name, "man/") {
			continue
		}
		if files["/usr/share/"+path.Clean(name)+".gz"], err = gzipped(page); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// lintianOverrides says why the package does what Debian's own packages do not.
const lintianOverrides = `# Programs of Go are linked statically.
octavo: statically-linked-binary [usr/bin/octavo]
# It is made by the project itself, not for Debian's archive.
octavo: initial-upload-closes-no-bugs [usr/share/doc/octavo/changelog.gz:1]
`

// gzipped compresses without a name and a time.
func gzipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
