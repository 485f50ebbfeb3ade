package studio

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/tomltext"
)

// looks is what the pages can be tried with, and what book.toml says.
type looks struct {
	Style    string   `json:"style"`   // of book.toml
	Printer  string   `json:"printer"` // of book.toml
	Styles   []string `json:"styles"`
	Printers []choice `json:"printers"`
}

// noPrinter is the id of no printer in book.toml.
const noPrinter = "none"

// serveLooks answers which styles and printers there are.
func (s *Studio) serveLooks(w http.ResponseWriter, r *http.Request) {
	out := looks{Styles: []string{}, Printers: []choice{{ID: noPrinter, Name: "None"}}}
	if p := s.book.state(r.Context(), look{}).project; p != nil && p.Cfg != nil {
		out.Style, out.Printer = p.Cfg.Print.Style, p.Cfg.Print.Printer
		out.Styles = config.StyleNames(p.Root, p.Styles)
		printers, _ := config.LoadPrinters(p.Styles)
		for _, pr := range printers.All {
			out.Printers = append(out.Printers, choice{ID: pr.ID, Name: pr.Name})
		}
	}
	answer(w, out)
}

// keptLook is what was written into book.toml.
type keptLook struct {
	Line int `json:"line"` // where book.toml says it now
}

// serveKeep writes a style or a printer that is being tried into book.toml. It can be taken back with octavo check --undo.
func (s *Studio) serveKeep(w http.ResponseWriter, r *http.Request) {
	var l struct{ Style, Printer string }
	if !take(w, r, &l) {
		return
	}
	line, err := s.keep(r.Context(), look{Style: l.Style, Printer: l.Printer})
	if err != nil {
		refuse(w, http.StatusConflict, problem{Message: sentence(err.Error()), Help: "Write the line into book.toml yourself"})
		return
	}
	answer(w, keptLook{Line: line})
}

// errTomlDiffers says that the text of book.toml which octavo has read is not that of the file.
var errTomlDiffers = errors.New("the file book.toml has been changed by another program, or is not saved")

// tomlOf returns the bytes of a book's book.toml as the file has them now.
func tomlOf(p *project.Project) ([]byte, error) {
	data, err := readfile.In(p.Root, p.Cfg.Source.Name, config.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("cannot read book.toml: %w", readfile.Reason(err))
	}
	return data, nil
}

// tomlChange returns the change of book.toml that an edit of its text makes.
func tomlChange(p *project.Project, e diag.Edit) (mend.Change, error) {
	before, err := tomlOf(p)
	if err != nil {
		return mend.Change{}, err
	}
	after, ok := mend.Apply(before, p.Cfg.Source.Text, []diag.Edit{e})
	if !ok {
		return mend.Change{}, errTomlDiffers
	}
	return mend.Change{Name: p.Cfg.Source.Name, Before: before, After: after}, nil
}

// keep writes a look into book.toml and returns the line where it stands. The file that would come of it is read as a book first:
// it must have the look, and no errors that it did not have before.
func (s *Studio) keep(ctx context.Context, l look) (line int, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	p := s.book.state(ctx, look{}).project
	if p == nil || p.Cfg == nil || p.Cfg.Broken {
		return 0, errors.New("the file book.toml has errors; mend them first")
	}
	before, err := tomlOf(p)
	if err != nil {
		return 0, err
	}
	after, text := before, p.Cfg.Source.Text
	for _, c := range l.settings() {
		edits := []diag.Edit{setKey(string(text), c.Key, fmt.Sprint(c.Value))}
		var ok bool
		if after, ok = mend.Apply(after, text, edits); !ok {
			return 0, errTomlDiffers
		}
		text = bytes.TrimPrefix(after, []byte(byteOrderMark))
	}
	then, err := s.book.open(ctx, map[string][]byte{p.Cfg.Source.Name: text})
	if err != nil {
		return 0, err
	}
	if cfg := then.Cfg; cfg == nil || cfg.Broken || then.Found.HasErrors() && !p.Found.HasErrors() || !l.in(cfg) {
		return 0, errors.New("the file book.toml cannot be changed by itself")
	}
	r := mend.Result{Changes: []mend.Change{{Name: p.Cfg.Source.Name, Before: before, After: after}}}
	if err := r.WriteKept(ctx, s.dir, "the look of the pages"); err != nil {
		return 0, err
	}
	s.touched()
	for _, c := range l.settings() {
		place := tomltext.Places(string(text))[c.Key]
		line = bytes.Count(text[:place.At], []byte("\n")) + 1
	}
	return line, nil
}

// setKey returns the edit that gives a key in a table of a TOML text a value. A key that is not there is written behind
// the table's header, or with the table at the end of the text. Line ends become those of the text when the edit is applied.
func setKey(text, key, value string) diag.Edit {
	places := tomltext.Places(text)
	quoted := tomltext.Quote(value)
	if at, ok := places[key]; ok {
		return diag.Edit{At: at.At, End: at.End, Text: quoted}
	}
	i := strings.LastIndexByte(key, '.')
	table, name := key[:i], key[i+1:]
	if at, ok := places[table]; ok { // behind its header
		end := at.End + strings.IndexByte(text[at.End:]+"\n", '\n')
		if end < len(text) {
			return diag.Edit{At: end + 1, End: end + 1, Text: name + " = " + quoted + "\n"}
		}
		return diag.Edit{At: len(text), End: len(text), Text: "\n" + name + " = " + quoted + "\n"}
	}
	before := ""
	if text != "" && !strings.HasSuffix(text, "\n") {
		before = "\n"
	}
	return diag.Edit{At: len(text), End: len(text), Text: before + "\n[" + table + "]\n" + name + " = " + quoted + "\n"}
}
