package feedback

import (
	"bytes"
	"errors"
)

// Sheets are what a remark's file does not hold itself: the copy that the reader had. Everything may be missing.
type Sheets struct {
	PDF []byte // the copy's PDF
}

// ErrUnknown says that a file is of no form that is read.
var ErrUnknown = errors.New("this is no file that comments can be read from: PDF, FDF, XFDF, .docx, CSV, W3C annotations " +
	"(JSON) and the notes that e-readers export are")

// File is what was read from one file.
type File struct {
	Name    string
	Form    string // "PDF", "FDF" …
	Copy    string // id of the review copy, where the file says it
	Remarks []Remark
	Notes   []string // what was left out, and why
}

// Read reads one file, by what is in it and not by its name.
func Read(name string, data []byte) (*File, error) {
	f := &File{Name: name}
	var err error
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		f.Form = "PDF"
		f.Remarks, f.Copy, err = readPDF(data)
	default:
		err = ErrUnknown
	}
	if err != nil {
		return nil, err
	}
	for i := range f.Remarks {
		f.Remarks[i].File, f.Remarks[i].Nth = name, i+1
		if f.Remarks[i].Seen.Copy == "" {
			f.Remarks[i].Seen.Copy = f.Copy
		}
	}
	return f, nil
}
