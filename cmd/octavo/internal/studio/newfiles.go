package studio

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	slash "path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/markdown"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/picture"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/tomltext"
)

// chapterWish is a request to begin a chapter.
type chapterWish struct {
	Title string `json:"title"`
	After string `json:"after"` // a file that it comes after; "": the last
}

// maxTitle is the longest title of a new chapter, in bytes.
const maxTitle = 1000

// beginChapter makes a file for a new chapter, and lists it in book.toml where that lists the chapters.
func (s *Studio) beginChapter(w http.ResponseWriter, r *http.Request) {
	var in chapterWish
	if !take(w, r, &in) {
		return
	}
	title := strings.Join(strings.Fields(in.Title), " ")
	if title == "" || len(title) > maxTitle {
		refuse(w, http.StatusBadRequest, problem{Message: "A chapter needs a title", Help: fmt.Sprintf("Write one of up to %d letters.", maxTitle/4)})
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	p := s.book.state(r.Context(), look{}).project
	if p == nil || p.Book == nil {
		refuse(w, http.StatusConflict, problem{Message: "There is no book yet", Help: "Begin one first."})
		return
	}
	name := s.freeName(p, title)
	changes := []mend.Change{}
	if e, ok := listed(p, strings.TrimPrefix(in.After, chaptersFolder+"/"), strings.TrimPrefix(name, chaptersFolder+"/")); ok {
		c, err := tomlChange(p, e)
		if err != nil {
			refuse(w, http.StatusConflict, problem{Message: sentence(err.Error()), Help: "Save it, and try again."})
			return
		}
		changes = append(changes, c)
	}
	if err := s.create(r.Context(), name, newChapter(title)); err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: fmt.Sprintf("%s was not made: %v", name, err)})
		return
	}
	if err := (&mend.Result{Changes: changes}).Write(r.Context(), s.dir); err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: fmt.Sprintf("%s was made, but not listed in %s: %v", name, config.File, err), Help: "List it under [contents] yourself."})
		return
	}
	s.touched()
	answer(w, map[string]string{"file": name})
}

// newChapter returns the text of a new chapter: its title, which reads as it was typed, and an empty line to write on.
func newChapter(title string) []byte {
	return append(markdown.Chapter(&book.Chapter{Title: []book.Inline{&book.Text{Value: title}}}, markdown.Typed), '\n')
}

// freeName returns a name for the file of a new chapter, after its title. Where the files of the book are numbered it has the next number.
func (s *Studio) freeName(p *project.Project, title string) string {
	slug := book.Slug(title)
	if slug == "" {
		slug = "chapter"
	}
	digits, last := 0, 0
	names := map[string]bool{}
	for _, ch := range p.Book.Chapters() {
		names[strings.ToLower(ch.File)] = true
		if n := len(ch.File) - len(strings.TrimLeft(ch.File, "0123456789")); n > 0 && n < 6 {
			number, _ := strconv.Atoi(ch.File[:n])
			digits, last = n, max(last, number)
		}
	}
	for _, name := range p.Book.Unlisted {
		names[strings.ToLower(name)] = true
	}
	if digits > 0 {
		slug = fmt.Sprintf("%0*d-%s", digits, last+1, slug)
	}
	for n, name := 2, slug; ; n++ {
		if file := name + ".md"; !names[strings.ToLower(file)] {
			return chaptersFolder + "/" + file
		}
		name = slug + "-" + strconv.Itoa(n)
	}
}

// listed returns the edit of book.toml that lists a new chapter after a file, where it lists that among the chapters, and after the last
// of them otherwise: who looks at the preface and begins a chapter does not want it in the front matter.
func listed(p *project.Project, after, name string) (diag.Edit, bool) {
	var at, last book.File
	contents := check.Contents(p.Cfg)
	for _, part := range contents.Parts {
		for _, f := range part.Chapters {
			if last = f; f.Name == after {
				at = f
			}
		}
	}
	if !at.Pos.IsValid() {
		at = last
	}
	src := p.Cfg.Source
	if at.Pos.Source != src || src == nil {
		return diag.Edit{}, false
	}
	quoted := src.Text[at.Pos.Offset:]
	if len(quoted) == 0 || quoted[0] != '"' && quoted[0] != '\'' {
		return diag.Edit{}, false
	}
	end := bytes.IndexByte(quoted[1:], quoted[0])
	if end < 0 || strings.TrimSpace(string(quoted[1:1+end])) != at.Name {
		return diag.Edit{}, false
	}
	cut := at.Pos.Offset + end + 2
	return diag.Edit{At: cut, End: cut, Text: ", " + tomltext.Quote(name)}, true
}

// maxPicture is the largest picture that the studio takes, in bytes.
const maxPicture = 64 << 20

// picturesFolder is where pictures are put that are dropped on a chapter, in the manuscript's folder.
const picturesFolder = "pictures"

// addPicture puts a picture into the book, and answers the name that a chapter calls it by.
func (s *Studio) addPicture(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPicture))
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, problem{Message: fmt.Sprintf("A picture may have %d MB", maxPicture>>20), Help: "Save it smaller."})
		return
	}
	chapter := r.FormValue("chapter")
	if !editable(chapter) || chapter == config.File {
		refuse(w, http.StatusForbidden, errNotEdited)
		return
	}
	if !picture.IsSVG(data) {
		if _, err := picture.Read(data); err != nil {
			refuse(w, http.StatusUnsupportedMediaType, problem{Message: fmt.Sprintf("This picture cannot be used: %v", err), Help: "Save it as PNG or JPEG."})
			return
		}
	}
	name, err := s.freePicture(r.FormValue("name"), extensionOf(data))
	if err == nil {
		err = s.create(r.Context(), name, data)
	}
	if err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: fmt.Sprintf("The picture was not saved: %v", err)})
		return
	}
	answer(w, map[string]string{"name": relative(slash.Dir(chapter), name)})
}

// extensionOf returns what the name of a picture's file ends in, by its bytes.
func extensionOf(data []byte) string {
	switch kind := http.DetectContentType(data); {
	case kind == "image/png", kind == "image/gif", kind == "image/webp", kind == "image/bmp":
		return "." + strings.TrimPrefix(kind, "image/")
	case kind == "image/jpeg":
		return ".jpg"
	case picture.IsSVG(data):
		return ".svg"
	}
	return ".tif" // the only one of those that picture.Read reads which is not known here
}

// freePicture returns the path of a new picture in the book's folder.
func (s *Studio) freePicture(name, ext string) (string, error) {
	root, err := readfile.OpenRoot(s.dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	slug := book.Slug(strings.TrimSuffix(slash.Base(name), slash.Ext(name)))
	if slug == "" {
		slug = "picture"
	}
	for n, stem := 2, slug; ; n++ {
		file := slash.Join(chaptersFolder, picturesFolder, stem+ext)
		if _, err := root.Lstat(file); errors.Is(err, fs.ErrNotExist) {
			return file, nil
		} else if err != nil {
			return "", readfile.Reason(err)
		}
		stem = slug + "-" + strconv.Itoa(n)
	}
}

// relative returns the path of a file from a folder, both in the book's folder.
func relative(folder, file string) string {
	if inner, ok := strings.CutPrefix(file, folder+"/"); ok {
		return inner
	}
	return "../" + relative(slash.Dir(folder), file)
}
