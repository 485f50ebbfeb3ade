package schema

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
)

// folder is where the schemas of a book are kept, in its own folder. A name that begins with a dot is none that a book is made of.
const folder = ".octavo"

// File returns the name of the file that a schema is kept in, in the folder of a book.
func File(name string) string { return path.Join(folder, name+".schema.json") }

// Directive returns the line at the head of book.toml by which editors find its schema.
func Directive() string { return "#:schema ./" + File(Book) + "\n" }

// Write writes the schema of a name into a book's folder, or, where it is "", that of book.toml and anew all that are there. It returns
// the names of the files.
func Write(ctx context.Context, root *os.Root, name string) (written []string, err error) {
	if _, err := root.Lstat(config.File); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s in %s; name the book's folder with -C", config.File, root.Name())
	}
	d, err := outdir.OpenIn(ctx, root, folder)
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	for _, one := range Names() {
		if _, err := root.Lstat(File(one)); one != name && (name != "" || one != Book && err != nil) {
			continue
		}
		text, _ := Of(one)
		if err := d.Add(path.Base(File(one)), text); err != nil {
			return nil, err
		}
		written = append(written, File(one))
	}
	return written, d.Commit(ctx)
}

// maxBytes is more than any schema has.
const maxBytes = 4 << 20

// Old returns the names of the schemas in a book's folder that this octavo would write otherwise: those of another version.
func Old(root *os.Root) (names []string) {
	for _, one := range Names() {
		there, err := readfile.In(root, File(one), maxBytes)
		if err != nil { // there is none
			continue
		}
		if text, _ := Of(one); !bytes.Equal(there, text) {
			names = append(names, File(one))
		}
	}
	return names
}
