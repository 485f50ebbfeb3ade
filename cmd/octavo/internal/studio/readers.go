package studio

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/tomltext"
)

// mostName is the most of a reader's name, in bytes.
const mostName = 200

// addReader writes a reader into book.toml.
func (s *Studio) addReader(w http.ResponseWriter, r *http.Request) {
	var ask struct{ Name, Email string }
	if !take(w, r, &ask) {
		return
	}
	ask.Name, ask.Email = strings.TrimSpace(ask.Name), strings.TrimSpace(ask.Email)
	for _, text := range []string{ask.Name, ask.Email} {
		if !oneLine(text, mostName) {
			refuse(w, http.StatusBadRequest, problem{Message: "that is no name of a reader"})
			return
		}
	}
	if ask.Name == "" {
		refuse(w, http.StatusBadRequest, problem{Message: "write the reader's name"})
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.writeReader(r.Context(), ask.Name, ask.Email); err != nil {
		refuseWrite(w, err)
		return
	}
	s.touched()
	answer(w, done{Count: 1, Undo: s.undoable()})
}

// oneLine reports whether a text is one line of words, and no longer than most bytes.
func oneLine(text string, most int) bool {
	return len(text) <= most && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError })
}

// writeReader adds a table to book.toml, if that makes no fault there.
func (s *Studio) writeReader(ctx context.Context, name, email string) error {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	before, err := readfile.In(root, config.File, config.MaxBytes)
	if err != nil {
		return readfile.Reason(err)
	}
	ends := "\n"
	if strings.Contains(string(before), "\r\n") {
		ends = "\r\n"
	}
	lines := []string{strings.TrimRight(string(before), "\r\n"), "", "[[review.reader]]", "name = " + tomltext.Quote(name)}
	if email != "" {
		lines = append(lines, "email = "+tomltext.Quote(email))
	}
	after := []byte(strings.Join(lines, ends) + ends)
	if !s.names(ctx, after, name) {
		return errConfig
	}
	change := mend.Result{Changes: []mend.Change{{Name: config.File, Before: before, After: after}}}
	return change.WriteKept(ctx, s.dir, "a reader")
}

// names reports whether a text would be a book.toml without faults that names a reader.
func (s *Studio) names(ctx context.Context, text []byte, reader string) bool {
	p := s.book.state(ctx, look{}).project
	if p == nil || len(text) > config.MaxBytes {
		return false
	}
	cfg, found := config.LoadText(p.Root, text, p.Styles)
	return !found.HasErrors() && slices.ContainsFunc(cfg.Review.Readers, func(r config.Reader) bool { return r.Name == reader })
}

// errConfig says that book.toml cannot be changed.
var errConfig = errors.New("book.toml cannot be added to as it is; mend what is wrong there, or write the reader into it by hand")
