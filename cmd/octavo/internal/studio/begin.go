package studio

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"os"
	slash "path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/importer"
	"octavo/cmd/octavo/internal/newbook"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

func (s *Studio) beginRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/begin", s.serveBegin)
	mux.HandleFunc("POST /api/begin/new", s.beginNew)
	mux.HandleFunc("POST /api/begin/import", s.beginImport)
	mux.HandleFunc("POST /api/begin/here", s.beginHere)
}

// beginning is what an author can begin with in a folder without a book.
type beginning struct {
	Folder    string   `json:"folder"`
	Book      bool     `json:"book"`  // there is a book already
	Empty     bool     `json:"empty"` // nothing is in the folder, so that a book can be put there
	Texts     []string `json:"texts"` // what lies there that can become the book's chapters
	Others    []string `json:"others"`
	Languages []string `json:"languages"` // tags that there is a small book in
}

// mostNamed is how many files of a folder are named.
const mostNamed = 20

// beginning looks at the book's folder.
func (s *Studio) beginning() (*beginning, error) {
	out := &beginning{Folder: s.dir, Texts: []string{}, Others: []string{}, Languages: newbook.Languages()}
	if abs, err := filepath.Abs(s.dir); err == nil {
		out.Folder = abs
	}
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entries, err := readfile.List(root, ".")
	if err != nil {
		return nil, err
	}
	out.Empty = true
	for _, e := range entries {
		name := e.Name()
		switch {
		case newbook.May(name):
			continue
		case name == config.File:
			out.Book = true
		case strings.HasPrefix(name, "."):
		case !e.IsDir() && order.Taken(name), e.IsDir() && name == chaptersFolder:
			out.Texts = append(out.Texts, name)
		default:
			out.Others = append(out.Others, name)
		}
		out.Empty = false
	}
	out.Texts, out.Others = out.Texts[:min(len(out.Texts), mostNamed)], out.Others[:min(len(out.Others), mostNamed)]
	return out, nil
}

func (s *Studio) serveBegin(w http.ResponseWriter, _ *http.Request) {
	out, err := s.beginning()
	if err != nil {
		refuse(w, http.StatusConflict, problem{Message: err.Error(), Help: "make the folder, and load the page again"})
		return
	}
	answer(w, out)
}

// beginAnswer is what a book was made of.
type beginAnswer struct {
	Summary string             `json:"summary"`
	Undone  int                `json:"undone"` // things to look at
	Account []importer.Account `json:"account"`
}

// errNotEmpty says that a book cannot be put into the folder.
var errNotEmpty = errors.New("the folder is not empty, and nothing in it is written over; start octavo serve in an empty folder")

// mostTitle is the most of a new book's title, and of its author's name, in bytes.
const mostTitle = 800

// beginNew writes a small book to start from.
func (s *Studio) beginNew(w http.ResponseWriter, r *http.Request) {
	var ask struct{ Title, Author, Language string }
	if !take(w, r, &ask) {
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	b, err := s.beginning()
	switch {
	case err != nil:
	case !b.Empty:
		err = errNotEmpty
	case !oneLine(ask.Title, mostTitle) || !oneLine(ask.Author, mostTitle):
		err = errors.New("write the title and the name on one line each")
	default:
		err = newbook.Write(r.Context(), s.dir, newbook.Options{Title: strings.TrimSpace(ask.Title), Author: strings.TrimSpace(ask.Author), Language: ask.Language, Date: config.Now()})
	}
	if err != nil {
		refuseWrite(w, err)
		return
	}
	s.touched()
	answer(w, beginAnswer{Summary: "a small book is in the folder; replace its words with yours", Account: []importer.Account{}})
}

// maxImported is the most that is dropped to be imported, in bytes.
const maxImported = 512 << 20

// mostImported is how many files are dropped at most.
const mostImported = 5000

// beginImport makes a book of files that the author drops.
func (s *Studio) beginImport(w http.ResponseWriter, r *http.Request) {
	s.writing.Lock()
	defer s.writing.Unlock()
	r.Body = http.MaxBytesReader(w, r.Body, maxImported)
	out, err := s.importDropped(r)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		refuse(w, http.StatusRequestEntityTooLarge, problem{Message: fmt.Sprintf("the files have more than %d MB together", maxImported>>20), Help: "drop the text without its large pictures"})
	case err != nil:
		message, help := explained(err)
		refuse(w, http.StatusUnprocessableEntity, problem{Message: message, Help: help})
	default:
		s.touched()
		answer(w, out)
	}
}

// importDropped reads the parts of a form, each a file by its path, and makes a book of them.
func (s *Studio) importDropped(r *http.Request) (*beginAnswer, error) {
	b, err := s.beginning()
	if err != nil {
		return nil, err
	}
	if !b.Empty {
		return nil, errNotEmpty
	}
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, errors.New("no files came; drop them again")
	}
	root, remove, err := outdir.Scratch(r.Context(), nil, "")
	if err != nil {
		return nil, err
	}
	defer remove()
	sources, err := layDropped(r.Context(), root, parts)
	if err != nil {
		return nil, err
	}
	return s.importSources(r.Context(), sources, importer.Beside(false), r.URL.Query().Get("maxims") != "")
}

// layDropped writes the files of a form into a folder, and returns the paths of those at its top, in their order.
func layDropped(ctx context.Context, root *os.Root, parts *multipart.Reader) (sources []string, err error) {
	d, err := outdir.OpenIn(ctx, root, "dropped")
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	for n := 0; ; n++ {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if n == mostImported {
			return nil, fmt.Errorf("there are more than %d files; drop the folder with the text in it", mostImported)
		}
		name := droppedName(part.FormName())
		if !outdir.Usable(name) { // such as what git keeps in a folder
			continue
		}
		f, err := d.Create(name)
		if err != nil {
			return nil, fmt.Errorf("cannot take %q; two files may have that name: rename one, and drop them again", part.FormName())
		}
		if _, err := io.Copy(f, part); err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		top, _, _ := strings.Cut(name, "/")
		if path := filepath.Join(root.Name(), "dropped", top); !slices.Contains(sources, path) {
			sources = append(sources, path)
		}
	}
	if len(sources) == 0 {
		return nil, errors.New("no files came; drop them again")
	}
	return sources, d.Commit(ctx)
}

// droppedName returns the path of a dropped file without what leads elsewhere.
func droppedName(name string) string {
	var out []string
	for part := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		if strings.Trim(part, ". ") != "" {
			out = append(out, plainFileName(part))
		}
	}
	return cmp.Or(slash.Join(out...), "file")
}

// beginHere makes a book of the texts that lie in the folder. They stay as they are.
func (s *Studio) beginHere(w http.ResponseWriter, r *http.Request) {
	s.writing.Lock()
	defer s.writing.Unlock()
	b, err := s.beginning()
	if err == nil && (b.Book || len(b.Texts) == 0) {
		err = errors.New("there is nothing here to make a book of")
	}
	var out *beginAnswer
	if err == nil {
		out, err = s.importSources(r.Context(), []string{s.dir}, importer.Beside(true), false)
	}
	if err != nil {
		refuseWrite(w, err)
		return
	}
	s.touched()
	answer(w, out)
}

// importSources makes a book of files in the studio's folder.
func (s *Studio) importSources(ctx context.Context, sources []string, beside importer.Beside, maxims bool) (*beginAnswer, error) {
	m := importer.KeepSections
	if maxims {
		m = importer.MakeEntries
	}
	var ms *importer.Manuscript
	err := parallel.Guard(func() (err error) {
		ms, err = importer.Read(ctx, sources, m)
		return err
	})
	if err != nil {
		for _, source := range sources { // the folder that they were put into says nothing to the author
			if text := strings.ReplaceAll(err.Error(), filepath.Dir(source)+string(filepath.Separator), ""); text != err.Error() {
				return nil, errors.New(text)
			}
		}
		return nil, err
	}
	if err := ms.WriteInto(ctx, s.dir, config.Now(), beside); err != nil {
		var exists *fs.PathError
		if errors.As(err, &exists) {
			err = readfile.Reason(err)
		}
		return nil, err
	}
	return &beginAnswer{Summary: ms.Summary(), Undone: ms.Undone(), Account: ms.Accounts()}, nil
}
