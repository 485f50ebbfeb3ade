package config

import (
	"errors"
	"io/fs"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// dataTable describes a data file among the styles: octavo's, or the book's own if there is one.
type dataTable[T any] struct {
	file     string
	name     string // in messages
	help     string // note for when it cannot be read
	optional bool   // the file may be missing
	rows     []row[T]
	check    func(*decoder, *T) // checks keys against each other; may be nil
}

// load reads the table into t. It reports every problem it finds, and leaves t as complete as possible.
func (tb dataTable[T]) load(styles fs.FS, t *T) (*diag.Source, diag.List) {
	src := &diag.Source{Name: "styles/" + tb.file}
	text, err := fs.ReadFile(styles, tb.file)
	if tb.optional && errors.Is(err, fs.ErrNotExist) {
		return src, nil
	}
	if err != nil {
		var list diag.List
		list.Errorf("file-unreadable", diag.Pos{Source: src}, "cannot read %s: %s", tb.name, cause(err)).Note("%s", tb.help)
		return src, list
	}
	src.Text = text
	dec := newDecoder(src)
	if tree, ok := dec.parse(); ok {
		decode(dec, tb.rows, t, tree)
		if tb.check != nil {
			tb.check(dec, t)
		}
	}
	dec.list.Sort()
	return src, dec.list
}

// houseTable returns the help for a table that is built into octavo.
func houseTable(file string) string {
	return "delete the book's own styles/" + file + " to use the one inside octavo"
}

// newDecoder returns a decoder for a TOML text.
func newDecoder(src *diag.Source) *decoder {
	return &decoder{src: src, places: tomltext.Places(string(src.Text))}
}
