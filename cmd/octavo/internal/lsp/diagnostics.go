package lsp

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// publish sends what is wrong with the book's files, of each file whose diagnostics are others than were sent before. Nothing is sent of a
// state that the book is not in any more.
func (f *folder) publish(s *state, found diag.List) {
	f.server.mu.Lock()
	withRelated := f.server.client.related
	f.server.mu.Unlock()
	byURI := map[string][]diagnostic{}
	versions := map[string]*int{}
	for i := range found {
		d := &found[i]
		name := s.fileOf(d)
		uri := s.uri(f, name)
		if v, open := s.version[name]; open {
			versions[uri] = &v
		}
		byURI[uri] = append(byURI[uri], s.diagnostic(f, d, withRelated))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.changes != s.changes {
		return
	}
	for uri := range f.published {
		if _, ok := byURI[uri]; !ok {
			byURI[uri] = nil
		}
	}
	for _, uri := range slices.Sorted(maps.Keys(byURI)) {
		list := byURI[uri]
		if list == nil {
			list = []diagnostic{}
		}
		sent, err := json.Marshal(list)
		if before, ok := f.published[uri]; err != nil || ok && bytes.Equal(before, sent) {
			continue
		}
		if f.published[uri] = sent; len(list) == 0 {
			delete(f.published, uri)
		}
		f.server.tell("textDocument/publishDiagnostics", publishParams{uri, versions[uri], list})
	}
}

// clear takes back all diagnostics of a book that is closed.
func (f *folder) clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.changes++ // nothing more is sent
	for _, uri := range slices.Sorted(maps.Keys(f.published)) {
		f.server.tell("textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: []diagnostic{}})
	}
	f.published = map[string][]byte{}
}

// fileOf returns the name of the file at which a diagnostic is shown: book.toml for one that has no place, or is in a file of octavo's own.
func (s *state) fileOf(d *diag.Diagnostic) string {
	if !d.Pos.IsValid() || s.isHouse(d.Pos.Source) {
		return config.File
	}
	return d.Pos.Source.Name
}

// isHouse reports whether a source is one of the house's styles, which are no files of the book.
func (s *state) isHouse(src *diag.Source) bool {
	rest, ok := strings.CutPrefix(src.Name, "styles/")
	if !ok || rest == "" {
		return false
	}
	_, err := s.project.Root.Lstat(src.Name)
	return err != nil
}

// uri returns the URI of a file of the book, as the client spells it.
func (s *state) uri(f *folder, name string) string {
	if uri, open := s.uris[name]; open {
		return uri
	}
	return uriOf(f.path(name), here)
}

// diagnostic returns a diagnostic as the protocol has it. Its notes follow the message.
func (s *state) diagnostic(f *folder, d *diag.Diagnostic, withRelated bool) diagnostic {
	out := diagnostic{Code: d.Code, Source: "octavo", Range: s.rangeOf(d)}
	switch d.Severity {
	case diag.Error:
		out.Severity = severityError
	case diag.Warning:
		out.Severity = severityWarning
	default:
		out.Severity = severityInformation
	}
	var b strings.Builder
	if d.Pos.IsValid() && s.isHouse(d.Pos.Source) {
		b.WriteString(d.Pos.String() + ": ")
	}
	b.WriteString(d.Message)
	for _, note := range d.Notes {
		b.WriteString("\n" + note)
		if withRelated {
			out.Related = append(out.Related, s.placesIn(f, note)...)
		}
	}
	out.Message = b.String()
	return out
}

// rangeOf returns the range of a diagnostic. A point becomes the word at it, so that there is something to see.
func (s *state) rangeOf(d *diag.Diagnostic) Range {
	if !d.Pos.IsValid() || s.isHouse(d.Pos.Source) {
		return Range{}
	}
	t := s.text(d.Pos.Source)
	end := d.End
	if end <= d.Pos.Offset {
		end = wordEnd(t.s, d.Pos.Offset)
	}
	return t.span(d.Pos.Offset, end, s.units)
}

// wordEnd returns the end of what stands at an offset: a heading's line, a string between quotation marks, a word, or a character.
func wordEnd(s string, at int) int {
	at = min(at, len(s))
	line, _, _ := strings.Cut(s[at:], "\n")
	line = strings.TrimRight(line, " \t\r")
	if strings.HasPrefix(line, "#") {
		return at + len(line)
	}
	for _, mark := range []string{`"`, `'`} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			if n := strings.Index(rest, mark); n >= 0 {
				return at + n + 2
			}
		}
	}
	end := at
	for _, r := range line {
		if unicode.IsSpace(r) || end > at && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		end += utf8.RuneLen(r)
	}
	return min(end, len(s))
}

// placed matches the line and column of a place in a note.
var placed = lazyregexp.New(`:(\d{1,9}):(\d{1,9})\b`)

// placesIn returns the places that a note names.
func (s *state) placesIn(f *folder, note string) (out []related) {
	for _, m := range placed().FindAllStringSubmatchIndex(note, -1) {
		src := s.sourceBefore(note[:m[0]])
		if src == nil {
			continue
		}
		line, _ := strconv.Atoi(note[m[2]:m[3]])
		column, _ := strconv.Atoi(note[m[4]:m[5]])
		at := src.Offset(line, column)
		t := s.text(src)
		out = append(out, related{location{s.uri(f, src.Name), t.span(at, wordEnd(t.s, at), s.units)}, note})
	}
	return out
}

// sourceBefore returns the source whose name a text ends with, the longest of several.
func (s *state) sourceBefore(words string) (found *diag.Source) {
	for _, src := range s.sources() {
		if strings.HasSuffix(words, src.Name) && (found == nil || len(src.Name) > len(found.Name)) {
			found = src
		}
	}
	return found
}
