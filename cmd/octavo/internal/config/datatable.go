package config

import (
	"errors"
	"io/fs"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// dataTable is a file of data among the styles: the house's, or the book's own where that is there.
type dataTable[T any] struct {
	file     string
	name     string // what a message calls it
	help     string // what to do when it cannot be read
	optional bool   // the file need not be there
	rows     []row[T]
	check    func(*decoder, *T) // reports what one key alone cannot tell; nil: nothing
}

// load reads the table into t. It reports every problem it finds; t is as complete as can be.
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

// houseTable returns the help for a table that octavo has inside.
func houseTable(file string) string {
	return "delete the book's own styles/" + file + " to use the one inside octavo"
}

// newDecoder returns a decoder of a text.
func newDecoder(src *diag.Source) *decoder {
	return &decoder{src: src, places: tomltext.Places(string(src.Text))}
}
