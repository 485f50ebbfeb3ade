package studio

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// maxChapter is the largest file that is edited in the studio, in bytes.
const maxChapter = 16 << 20

// chaptersFolder is the folder of the chapters in the book's.
const chaptersFolder = "manuscript"

func (s *Studio) writeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/chapters", s.serveChapters)
	mux.HandleFunc("GET /api/file", s.serveFile)
	mux.HandleFunc("POST /api/file", s.saveFile)
	mux.HandleFunc("POST /api/draft", s.takeDraft)
	mux.HandleFunc("POST /api/complete", s.serveCompletions)
	mux.HandleFunc("GET /api/marks", s.serveMarks)
	mux.HandleFunc("POST /api/chapter", s.beginChapter)
	mux.HandleFunc("POST /api/picture-file", s.addPicture)
}

// editable reports whether a name is that of a file that the studio edits: a chapter or book.toml.
func editable(name string) bool {
	if name == config.File {
		return true
	}
	inner, ok := strings.CutPrefix(name, chaptersFolder+"/")
	return ok && fs.ValidPath(name) && inner != "" && order.Taken(inner) && !strings.Contains(name, "/.") && !strings.ContainsAny(name, "\\:\x00")
}

// errNotEdited is the answer for a file that the studio does not edit.
var errNotEdited = problem{Message: "The studio edits chapters and book.toml alone", Help: "Open the file in another program."}

// chapterEntry is one file in the list of those that can be edited.
type chapterEntry struct {
	File     string `json:"file"`
	Title    string `json:"title"`
	Part     string `json:"part,omitempty"`
	Words    int    `json:"words"`
	Unlisted bool   `json:"unlisted,omitempty"` // it is no part of the book
}

// chapterList is the files of a book that can be edited.
type chapterList struct {
	Book     string         `json:"book"` // what the browser keeps unsaved text by
	Language string         `json:"language"`
	Chapters []chapterEntry `json:"chapters"`
}

// serveChapters answers which files can be edited, in the order of the book.
func (s *Studio) serveChapters(w http.ResponseWriter, r *http.Request) {
	out := chapterList{Book: versionOf([]byte(s.dir))[:12], Language: "en", Chapters: []chapterEntry{}}
	if p := s.book.state(r.Context(), look{}).project; p != nil && p.Book != nil {
		out.Language, out.Chapters = p.Cfg.Book.Language, chapterEntries(p)
	}
	answer(w, out)
}

// chapterEntries returns the files of a book. A file with several chapters has the title of the first and the words of all.
func chapterEntries(p *project.Project) []chapterEntry {
	out, at := []chapterEntry{}, map[string]int{}
	parts := map[string]string{}
	for _, part := range p.Book.Parts {
		for _, ch := range part.Chapters {
			parts[ch.File] = part.Title
		}
	}
	for _, ch := range p.Book.Chapters() {
		i, known := at[ch.File]
		if !known {
			i, at[ch.File] = len(out), len(out)
			out = append(out, chapterEntry{File: chaptersFolder + "/" + ch.File, Title: book.PlainText(ch.Title), Part: parts[ch.File]})
		}
		out[i].Words += ch.Words()
	}
	for _, name := range p.Book.Unlisted {
		out = append(out, chapterEntry{File: chaptersFolder + "/" + name, Title: name, Unlisted: true})
	}
	return append(out, chapterEntry{File: config.File, Title: config.File})
}

// fileAnswer is a file to be edited.
type fileAnswer struct {
	File    string `json:"file"`
	Text    string `json:"text"`
	Version string `json:"version"`          // of the file's bytes
	Change  string `json:"change,omitempty"` // what saving changes besides
}

// serveFile answers the text of a file.
func (s *Studio) serveFile(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("file")
	if !editable(name) {
		refuse(w, http.StatusForbidden, errNotEdited)
		return
	}
	data, err := s.readFile(name)
	if err != nil {
		refuse(w, http.StatusNotFound, unreadable(name, err))
		return
	}
	if versionOf(data) == r.FormValue("known") {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	f := readText(data)
	answer(w, fileAnswer{File: name, Text: f.text, Version: versionOf(data), Change: f.change})
}

// readFile returns the bytes of a file of the book.
func (s *Studio) readFile(name string) ([]byte, error) {
	root, err := readfile.OpenRoot(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return readfile.In(root, name, maxChapter)
}

// saving is a request to save a file, or to show it unsaved.
type saving struct {
	File    string `json:"file"`
	Text    string `json:"text"`
	Version string `json:"version"` // of the file that was edited; "" for one that does not exist
}

// readSaving reads such a request. It answers it where that fails.
func readSaving(w http.ResponseWriter, r *http.Request) (in saving, ok bool) {
	if !takeFile(w, r, &in) {
		return in, false
	}
	if !editable(in.File) {
		refuse(w, http.StatusForbidden, errNotEdited)
		return in, false
	}
	return in, true
}

// savedAnswer is what became of a request to save.
type savedAnswer struct {
	Version string `json:"version"`
	Text    string `json:"text,omitempty"` // of a file that was changed elsewhere: as it is now
}

// saveFile writes a file, unless it has been changed elsewhere since it was read: then it answers with its text as it is now.
func (s *Studio) saveFile(w http.ResponseWriter, r *http.Request) {
	in, ok := readSaving(w, r)
	if !ok {
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	before, err := s.readFile(in.File)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case err != nil && !missing:
		refuse(w, http.StatusUnprocessableEntity, unreadable(in.File, err))
		return
	case missing && in.Version != "":
		respond(w, http.StatusConflict, savedAnswer{})
		return
	case !missing && versionOf(before) != in.Version:
		respond(w, http.StatusConflict, savedAnswer{Version: versionOf(before), Text: readText(before).text})
		return
	}
	after := readText(before).bytes(in.Text)
	if missing {
		err = s.create(r.Context(), in.File, after)
	} else {
		err = (&mend.Result{Changes: []mend.Change{{Name: in.File, Before: before, After: after}}}).Write(r.Context(), s.dir)
	}
	if err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: fmt.Sprintf("%s was not saved: %v", in.File, err),
			Help: "What you wrote stays here. Try again, or copy it elsewhere."})
		return
	}
	s.drafts.drop(in.File)
	s.touched()
	answer(w, savedAnswer{Version: versionOf(after)})
}

func unreadable(name string, err error) problem {
	return problem{Message: fmt.Sprintf("%s cannot be read: %v", name, readfile.Reason(err))}
}

// create writes a file of the book that does not exist yet.
func (s *Studio) create(ctx context.Context, name string, data []byte) error {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	d, err := outdir.OpenIn(ctx, root, ".")
	if err != nil {
		return err
	}
	defer d.Discard()
	if _, err := d.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a file %s already", name)
	}
	return d.WriteFile(ctx, name, data)
}

// takeDraft takes what is being written in the place of a file. A request without a text lets the file stand again.
func (s *Studio) takeDraft(w http.ResponseWriter, r *http.Request) {
	in, ok := readSaving(w, r)
	if !ok {
		return
	}
	var changed bool
	if r.URL.Query().Has("drop") {
		changed = s.drafts.drop(in.File)
	} else {
		before, err := s.readFile(in.File)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			refuse(w, http.StatusNotFound, unreadable(in.File, err))
			return
		}
		changed = s.drafts.set(in.File, readText(before).bytes(in.Text))
	}
	if changed {
		s.touched()
	}
	w.WriteHeader(http.StatusNoContent)
}

// markAnswer is a diagnostic in a file that is edited.
type markAnswer struct {
	From     int      `json:"from"` // in units of UTF-16
	To       int      `json:"to"`
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	Message  string   `json:"message"`
	Help     []string `json:"help,omitempty"`
}

// serveMarks answers the diagnostics of a file, at their places.
func (s *Studio) serveMarks(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("file")
	st := s.book.state(r.Context(), look{})
	out := []markAnswer{}
	if st.project != nil {
		out = marksIn(st.project.Found, name)
	}
	answer(w, out)
}

// marksIn returns the diagnostics of a file.
func marksIn(found diag.List, name string) []markAnswer {
	out := []markAnswer{}
	var src *diag.Source
	var offsets []int
	for _, d := range found {
		if d.Pos.IsValid() && d.Pos.Source.Name == name {
			src = d.Pos.Source
			offsets = append(offsets, d.Pos.Offset, max(d.Pos.Offset, d.End))
			out = append(out, markAnswer{Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Help: d.Notes})
		}
	}
	if src == nil {
		return out
	}
	sorted := slices.Sorted(slices.Values(offsets))
	counted := units(src, sorted)
	for i := range out {
		from, _ := slices.BinarySearch(sorted, offsets[2*i])
		to, _ := slices.BinarySearch(sorted, offsets[2*i+1])
		out[i].From, out[i].To = counted[from], counted[to]
	}
	return out
}
