package production

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// ManifestName is the manifest's file in the folder of outputs.
const ManifestName = "manifest.json"

// maxManifest is the largest list of outputs that is read, in bytes.
const maxManifest = 16 << 20

// Manifest is build/manifest.json: what was made, and of what. The same book gives the same bytes.
type Manifest struct {
	Octavo  string           `json:"octavo"`  // version of the command
	Inputs  string           `json:"inputs"`  // hash over everything the last build was made of
	Outputs []ManifestOutput `json:"outputs"` // sorted by file
}

// ManifestOutput is one file beside the manifest. One whose Inputs differ from the manifest's was made by an earlier
// build of another text.
type ManifestOutput struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Pages  int    `json:"pages,omitempty"`
	Cards  int    `json:"cards,omitempty"`
	Inputs string `json:"inputs"`
}

// Keep takes over from the manifest of an earlier build what this build did not make and what still lies there.
func (m *Manifest) Keep(d *outdir.Dir) {
	data, err := d.ReadFile(ManifestName, maxManifest)
	var old Manifest
	if err != nil || json.Unmarshal(data, &old) != nil {
		return // no manifest, or none of ours: there is nothing to keep
	}
	for _, o := range old.Outputs {
		made := slices.ContainsFunc(m.Outputs, func(n ManifestOutput) bool { return n.File == o.File })
		if made || o.File != filepath.Base(o.File) {
			continue
		}
		if info, err := d.Lstat(o.File); err == nil && info.Mode().IsRegular() && info.Size() == o.Bytes {
			m.Outputs = append(m.Outputs, o)
		}
	}
}

// ListOutputs returns what the manifest in a book's folder names: files beside it, whatever else it may say.
func ListOutputs(book *os.Root) []ManifestOutput {
	data, err := readfile.In(book, path.Join(project.BuildFolder, ManifestName), maxManifest)
	var m Manifest
	if err != nil || json.Unmarshal(data, &m) != nil {
		return nil
	}
	return slices.DeleteFunc(m.Outputs, func(o ManifestOutput) bool { return o.File != filepath.Base(o.File) || strings.HasPrefix(o.File, ".") })
}

// Write writes the manifest as JSON, its outputs sorted by file.
func (m *Manifest) Write(w io.Writer) error {
	slices.SortFunc(m.Outputs, func(a, b ManifestOutput) int { return strings.Compare(a.File, b.File) })
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return fmt.Errorf("cannot write %s: %w", ManifestName, err)
	}
	_, err := w.Write(text.Bytes())
	return err
}
