package production

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/origin"
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
	Octavo  string           `json:"octavo"`            // version of the command
	Program string           `json:"program,omitempty"` // which program of that version; see [project.Program]
	Inputs  string           `json:"inputs"`            // hash over everything the last build was made of
	Build   *ManifestBuild   `json:"build,omitempty"`   // what octavo build made last, if no other command has made anything since
	Origin  *origin.Record   `json:"origin,omitempty"`  // whose work the book is, if it says anything of that
	Outputs []ManifestOutput `json:"outputs"`           // sorted by file
}

// ManifestBuild is what was asked of a build, all that it looked at, and what it said. A build that would be asked for the same, and would
// find all of it as it was, would make the same outputs: it need not be made.
type ManifestBuild struct {
	Outputs     []string          `json:"outputs"`                // kinds
	Profiles    []string          `json:"profiles,omitempty"`     // where they were not those of book.toml
	All         bool              `json:"all,omitempty"`          // every message was printed
	Environment map[string]string `json:"environment,omitempty"`  // variables that make a difference
	Files       []readfile.Seen   `json:"files"`                  // that were read
	Folders     []readfile.Listed `json:"folders"`                // that were listed
	Absent      []string          `json:"absent"`                 // files and folders that were looked for and were not there
	Made        []string          `json:"made"`                   // outputs that the author is told of
	Said        string            `json:"said,omitempty"`         // messages, with the colours that a terminal shows
	Deck        string            `json:"deck,omitempty"`         // the file of the deck, whether it was made or not
	Seal        string            `json:"seal"`                   // SHA-256 of the manifest without it: one that somebody has changed does not count
	DeckErrors  int               `json:"deck_errors,omitempty"`  // for which the deck was not built
	CoverErrors int               `json:"cover_errors,omitempty"` // for which the cover was not
}

// ManifestOutput is one file beside the manifest. One whose Inputs differ from the manifest's was made by an earlier
// build of another text.
type ManifestOutput struct {
	File   string         `json:"file"`
	SHA256 string         `json:"sha256"`
	Bytes  int64          `json:"bytes"`
	Pages  int            `json:"pages,omitempty"`
	Cards  int            `json:"cards,omitempty"`
	Cover  *ManifestCover `json:"cover,omitempty"`
	Inputs string         `json:"inputs"`

	Asked []string `json:"asked,omitempty"` // by flags that choose what is made: "theme=service"
}

// Measure returns how large an output is, as [Output.Measure] does.
func (o *ManifestOutput) Measure() string { return measure(o.Pages, o.Cards, o.Cover) }

// ReadManifest returns the manifest of a book, and an error if there is none, or one that is not as octavo wrote it.
func ReadManifest(root *os.Root) (*Manifest, error) {
	data, err := readfile.In(root, path.Join(project.BuildFolder, ManifestName), maxManifest)
	if err != nil {
		return nil, err
	}
	m := &Manifest{}
	if err := json.Unmarshal(data, m); err != nil {
		return nil, err
	}
	var again bytes.Buffer
	if err := m.Write(&again); err != nil { // with the seal that it should have
		return nil, err
	}
	if !bytes.Equal(data, again.Bytes()) {
		return nil, outdir.ErrForeign
	}
	return m, nil
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

// Write writes the manifest as JSON, its outputs sorted by file, with its seal.
func (m *Manifest) Write(w io.Writer) error {
	slices.SortFunc(m.Outputs, func(a, b ManifestOutput) int { return strings.Compare(a.File, b.File) })
	if m.Build != nil {
		m.Build.Seal = ""
		text, err := m.encode()
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		m.Build.Seal = hex.EncodeToString(sum[:])
	}
	text, err := m.encode()
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func (m *Manifest) encode() ([]byte, error) {
	var text bytes.Buffer
	if err := diag.EncodeJSON(&text, m); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", ManifestName, err)
	}
	return text.Bytes(), nil
}

// hashOf returns the SHA-256 of data as a manifest has it.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
