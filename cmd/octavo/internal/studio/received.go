package studio

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	slash "path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// What readers send back is kept as it came, so that nothing is lost when the studio ends: in this folder of the review copies', under
// the hash of its bytes and its name.
var receivedFolder = slash.Join(project.ReviewPath, "received")

// Limits of what readers send back.
const (
	maxReceived   = 256 << 20 // bytes of a file
	mostReceived  = 1000      // files
	mostNameBytes = 120       // of a file's name
)

// received are the files that readers have sent back.
type received struct {
	mu    sync.Mutex
	known map[string]*feedback.File // by the names that they are kept under; nil: one that cannot be read any more
	index struct {
		of    *project.Project
		words *locate.Index
	}
}

// plainFileName returns a file's name without folders and without what names should not hold.
func plainFileName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || strings.ContainsRune(`:*?"<>|`, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.TrimLeft(strings.TrimSpace(name), ".")
	if len(name) > mostNameBytes {
		ext := slash.Ext(name)
		if len(ext) > 10 {
			ext = ""
		}
		name = locate.FirstBytes(strings.TrimSuffix(name, ext), mostNameBytes-len(ext)) + ext
	}
	if name == "" {
		return "file"
	}
	return name
}

// keptName returns the name that a file is kept under, and shownName the name that it came with.
func keptName(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8]) + "-" + plainFileName(name)
}

func shownName(kept string) string {
	_, name, _ := strings.Cut(kept, "-")
	return name
}

// words returns the index of a project's words, which is made once. The caller holds the lock.
func (f *received) words(p *project.Project) *locate.Index {
	if f.index.of != p {
		f.index.of, f.index.words = p, p.Index()
	}
	return f.index.words
}

// read reads a file that a reader sent. The caller holds the lock.
func (f *received) read(ctx context.Context, p *project.Project, name string, data []byte) (file *feedback.File, err error) {
	shelf, err := ledger.ShelfOf(p)
	if err != nil {
		return nil, err
	}
	err = parallel.Interruptible(ctx, func() (err error) {
		file, err = shelf.ReadData(ctx, name, data, ledger.SubjectOf(p, f.words(p)))
		return err
	})
	return file, err
}

// files returns all files as they were read, each with remarks of its own. Those that are new in the folder are read.
func (f *received) files(ctx context.Context, p *project.Project) (out []*feedback.File, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	entries, err := readfile.List(p.Root, receivedFolder)
	if err != nil {
		return nil, nil // there is no such folder yet
	}
	if f.known == nil {
		f.known = map[string]*feedback.File{}
	}
	for _, e := range entries[:min(len(entries), mostReceived)] {
		file, known := f.known[e.Name()]
		if !known {
			data, err := readfile.In(p.Root, slash.Join(receivedFolder, e.Name()), maxReceived)
			if err == nil {
				file, err = f.read(ctx, p, shownName(e.Name()), data)
			}
			if cause := context.Cause(ctx); cause != nil {
				return nil, cause
			}
			if err != nil {
				file = nil
			}
			f.known[e.Name()] = file
		}
		if file != nil {
			own := *file
			own.Remarks = slices.Clone(file.Remarks)
			out = append(out, &own)
		}
	}
	return out, nil
}

// receipt is what is said of a file that was dropped on the page.
type receipt struct {
	Name    string   `json:"name"`
	Form    string   `json:"form"`
	Remarks int      `json:"remarks"`
	New     int      `json:"new"`
	Again   bool     `json:"again"` // the same file came before
	Notes   []string `json:"notes"`
	Lost    []string `json:"lost"` // why remarks may be missing
	Foreign string   `json:"foreign,omitempty"`
}

// takeComments reads a file that a reader has sent back: ?name= is its name.
func (s *Studio) takeComments(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxReceived))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		refuse(w, http.StatusRequestEntityTooLarge, problem{Message: fmt.Sprintf("the file has more than %d MB", maxReceived>>20),
			Help: "export the comments alone, for example as XFDF, and drop that"})
		return
	}
	if err != nil {
		refuse(w, http.StatusBadRequest, problem{Message: "the file did not arrive whole", Help: "drop it again"})
		return
	}
	st := s.book.state(r.Context(), look{})
	if st.project == nil || st.project.Cfg == nil || st.project.Book == nil {
		refuse(w, http.StatusConflict, problem{Message: "there is no book yet that comments could be about", Help: "mend what Problems shows, and drop the file again"})
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	out, err := s.receive(r.Context(), st.project, r.URL.Query().Get("name"), data)
	if err != nil {
		message, help := explained(err)
		refuse(w, http.StatusUnprocessableEntity, problem{Message: message, Help: help})
		return
	}
	s.events.send(event{"comments", struct{}{}})
	answer(w, out)
}

// receive reads a file, keeps it, and records its remarks.
func (s *Studio) receive(ctx context.Context, p *project.Project, name string, data []byte) (*receipt, error) {
	kept := keptName(name, data)
	s.received.mu.Lock()
	file, err := s.received.read(ctx, p, plainFileName(name), data)
	s.received.mu.Unlock()
	if err != nil {
		return nil, err
	}
	out := &receipt{Name: file.Name, Form: file.Form, Remarks: len(file.Remarks), Notes: lines(file.Notes), Lost: lines(file.Lost), Foreign: file.Foreign}
	if len(file.Remarks) == 0 {
		return out, nil
	}
	_, err = p.Root.Lstat(slash.Join(receivedFolder, kept))
	if out.Again = err == nil; !out.Again {
		if entries, _ := readfile.List(p.Root, receivedFolder); len(entries) >= mostReceived {
			return nil, fmt.Errorf("%d files that readers have sent are kept already, and the studio reads no more; move those that you are done with out of %s, and drop this one again", mostReceived, receivedFolder)
		}
		d, err := outdir.OpenIn(ctx, p.Root, receivedFolder)
		if err != nil {
			return nil, err
		}
		defer d.Discard()
		if err := d.WriteFile(ctx, kept, data); err != nil {
			return nil, err
		}
	}
	g, err := s.gather(ctx, p)
	if err != nil {
		return nil, err
	}
	return out, ledger.UpdateAnswers(ctx, p.Root, func(a *ledger.Answers) error {
		before := len(a.Remarks)
		a.Remember(p, g.shelf, g.read, ledger.At(ctx, p, config.Now()))
		out.New = len(a.Remarks) - before
		return nil
	})
}

// lines returns texts as they can be shown.
func lines(texts []string) []string {
	out := []string{}
	for _, t := range texts {
		out = append(out, diag.PrintableLines(t))
	}
	return out
}
