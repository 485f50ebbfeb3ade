package production

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// maxSaid is how long the messages may be that the manifest keeps, in bytes. A build that says more is made every time.
const maxSaid = 256 << 10

// lookedAt returns what the manifest keeps of a build, or nil if nobody could know from it that the same build would make the same again.
func lookedAt(p *project.Project, ask BuildRequest, outputs []Output) (*ManifestBuild, error) {
	if p.Read == nil || !p.Read.Whole() || project.Program() == "" {
		return nil, nil
	}
	b := asked(ask)
	b.Files, b.Folders, b.Absent = p.Read.Files(), p.Read.Folders(), p.Read.Absent()
	recalled := path.Join(project.BuildFolder, project.PagemapName(p.Cfg.Book.Slug)) // an output, which is only used if it says the same
	b.Files = slices.DeleteFunc(b.Files, func(f readfile.Seen) bool { return f.File == recalled })
	b.Absent = slices.DeleteFunc(b.Absent, func(name string) bool { return name == recalled })
	for _, o := range outputs {
		if !o.Quiet {
			b.Made = append(b.Made, o.File.Name())
		}
	}
	said, text := bytes.Buffer{}, diag.Text
	if ask.All {
		text = diag.TextAll
	}
	if err := text(&said, p.Found, true); err != nil {
		return nil, err
	}
	if b.Said = said.String(); len(b.Said) > maxSaid {
		return nil, nil
	}
	if slices.Contains(ask.Kinds, Cards) {
		b.DeckErrors = p.Found.Errors(diag.Deck)
		b.Deck = DeckName(p.Cfg.Book.Slug)
	}
	if slices.Contains(ask.Kinds, Cover) {
		b.CoverErrors = p.Found.Errors(diag.Cover)
	}
	return b, nil
}

// asked returns what is asked of a build.
func asked(ask BuildRequest) *ManifestBuild {
	b := &ManifestBuild{Outputs: ask.Kinds, Profiles: ask.Profiles, All: ask.All}
	if epoch := os.Getenv(config.Epoch); epoch != "" {
		b.Environment = map[string]string{config.Epoch: epoch}
	}
	return b
}

// UpToDate returns the manifest of the last build of the book in the folder dir, if a build would make just what lies there: this program
// made it, of the same files, and neither they nor the outputs have changed by a byte. Otherwise it returns nil: then only a build can tell.
func UpToDate(ctx context.Context, dir string, ask BuildRequest) *Manifest {
	root, err := project.OpenBook(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	if info, err := root.Lstat(project.BuildFolder); err != nil || !info.IsDir() || project.SettleOutputs(ctx, root) != nil {
		return nil
	}
	m, err := ReadManifest(root)
	if err != nil || m.Build == nil || m.Octavo != project.Version() || m.Program != project.Program() || m.Program == "" {
		return nil
	}
	b, now := m.Build, asked(ask)
	if !slices.Equal(b.Outputs, now.Outputs) || !slices.Equal(b.Profiles, now.Profiles) || b.All != now.All || !maps.Equal(b.Environment, now.Environment) {
		return nil
	}
	if !unlisted(root, b) || !readfile.Unchanged(root, b.Files, readfile.Followed) || !readfile.Unchanged(root, m.files(), readfile.Plain) {
		return nil
	}
	return m
}

// files returns the outputs as files of the book.
func (m *Manifest) files() (out []readfile.Seen) {
	for _, o := range m.Outputs {
		out = append(out, readfile.Seen{File: path.Join(project.BuildFolder, o.File), SHA256: o.SHA256, Bytes: o.Bytes})
	}
	return out
}

// unlisted reports whether no file has come to the folders of a book or gone from them since a build.
func unlisted(root *os.Root, b *ManifestBuild) bool {
	for _, f := range b.Folders {
		entries, err := readfile.List(root, f.Folder)
		if err != nil || !slices.Equal(readfile.Names(f.Folder, entries), f.Names) {
			return false
		}
	}
	for _, name := range b.Absent {
		if _, err := readfile.In(root, name, 0); !errors.Is(err, fs.ErrNotExist) {
			return false
		}
	}
	return true
}

// PrintMade prints the lines of a build's outputs, in a folder that is named so.
func (m *Manifest) PrintMade(w io.Writer, dir string) error {
	for _, name := range m.Build.Made {
		i := slices.IndexFunc(m.Outputs, func(o ManifestOutput) bool { return o.File == name })
		if i < 0 {
			continue
		}
		o := m.Outputs[i]
		if _, err := diag.Fprintf(w, "%-40s %-22s %9s  up to date\n", filepath.Join(dir, o.File), o.Measure(), size(o.Bytes)); err != nil {
			return err
		}
	}
	return nil
}

// Colors says whether messages are printed in colour.
type Colors bool

// PrintSaid prints the messages of a build.
func (m *Manifest) PrintSaid(w io.Writer, c Colors) error {
	_, err := io.WriteString(w, diag.Retell(m.Build.Said, bool(c)))
	return err
}
