package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
)

// A snapshot is a folder of build/review/snapshots, named by the beginning of the hash over what it keeps: book.toml, the
// manuscript and its pictures as readers got them, for --since last to look back at; and a page map for every way in which
// those words were set, for remarks that say a page and a line.

// KeepSnapshot adds the manuscript and the map of its pages as readers get them now, in the snapshot of a name, to the files of a set
// for the folder of review copies: what a copy was made of comes there with the copy. It returns the name of the map's file.
func KeepSnapshot(d *outdir.Dir, p *project.Project, snapshot string, pages *pagemap.Map) (mapFile string, err error) {
	var record bytes.Buffer
	if err := p.Record(pages).Write(&record); err != nil {
		return "", err
	}
	sum := sha256.Sum256(record.Bytes())
	mapFile = "pagemap-" + hex.EncodeToString(sum[:4]) + ".json"
	files := map[string][]byte{"book.toml": p.Cfg.Source.Text, mapFile: record.Bytes()}
	for _, s := range p.Book.Sources {
		files[s.Name] = s.Text
	}
	for name, pic := range p.Book.Pictures {
		if pic != nil {
			files[path.Join("manuscript", name)] = pic.Data
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name]
		name = path.Join(project.SnapshotFolder, snapshot, name)
		if info, err := d.Lstat(name); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
			continue // the names of the folder and of the map say that it is the same
		}
		if err := d.Add(name, data); err != nil {
			return "", fmt.Errorf("cannot keep the manuscript as readers get it: %w", err)
		}
	}
	return mapFile, nil
}
