package production

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
)

// nextStepsName is the name of the file that says how to order cards from a service, beside those that the service takes.
const nextStepsName = "next-steps.txt"

// nextSteps returns how to order a deck from a service with these files, in the language of the book.
func nextSteps(p *project.Project, s *config.Service, deck *cards.Deck, files []exportFile) exportFile {
	l := &p.Cfg.Lang.Ordering
	steps := []string{l.Choose.Fill("card", deck.CardName(), "n", p.Cfg.Lang.Count(len(deck.Cards), p.Cfg.Lang.Deck.Cards)), l.OwnBacks}
	var fronts, backs, documents []string
	for _, f := range files { // each front is followed by its back
		switch {
		case path.Ext(f.Name) == ".pdf":
			documents = append(documents, f.Name)
		case len(fronts) == len(backs):
			fronts = append(fronts, f.Name)
		default:
			backs = append(backs, f.Name)
		}
	}
	if len(fronts) > 0 {
		steps = append(steps, l.UploadPictures.Fill("fronts", fromTo(fronts), "backs", fromTo(backs)))
	}
	for _, name := range documents {
		steps = append(steps, l.UploadFile.Fill("file", name))
	}
	steps = append(steps, l.Unscaled.Fill("mm", config.Mm(s.Bleed)), l.Finish, l.Preview)
	return exportFile{nextStepsName, func(w io.Writer) error {
		if _, err := diag.Fprintf(w, "%s\n\n", l.Title.Fill("title", p.Cfg.Book.Title, "service", s.Name)); err != nil {
			return err
		}
		for i, step := range steps {
			number := fmt.Sprintf("%d. ", i+1)
			if _, err := diag.Fprintf(w, "%s%s\n", number, wrapped(step, len(number))); err != nil {
				return err
			}
		}
		return nil
	}}
}

// fromTo returns the first and the last of names. Those of another format, of which each card has a pair too, are told by their ending.
func fromTo(names []string) string {
	var out []string
	for _, format := range []string{".png", ".svg"} {
		of := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return path.Ext(n) != format })
		switch len(of) {
		case 0:
		case 1:
			out = append(out, of[0])
		default:
			out = append(out, of[0]+" … "+of[len(of)-1])
		}
	}
	return strings.Join(out, "; ")
}

// wrapped returns a text in lines of 78 characters, all but the first after so many blanks.
func wrapped(text string, indent int) string {
	const most = 78
	var b strings.Builder
	column := indent
	for i, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > most:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
