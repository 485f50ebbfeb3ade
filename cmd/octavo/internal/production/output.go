// Package production makes a project's outputs: the inside of the book by the profiles of printers, the EPUB, the deck and its
// exports, and review copies. [Make] and [Publish] are a build, [ReviewCopies] makes copies for readers, [ExportDeck] makes
// what a card service takes. What is wrong with the book is added to what the project has found; an error is octavo's or
// the machine's.
package production

import (
	"fmt"
	"io"
	"path/filepath"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
)

// Output is one file that was made.
type Output struct {
	File  *outdir.File
	found diag.List      // what preflight has to say
	pages int            // 0: it has none
	cover *ManifestCover // nil: it is none
	Cards int
	Took  time.Duration
	Note  string // about it, for the terminal; "": nothing
	Quiet bool   // it is for programs: listed in the manifest, not on the terminal
}

// Measure says how much of it there is, "75 cards on 18 pages"; "" where that means nothing.
func (m *Output) Measure() string { return measure(m.pages, m.Cards, m.cover) }

func measure(pages, cards int, cover *ManifestCover) string {
	switch {
	case cover != nil:
		return cover.measure()
	case cards > 0:
		return fmt.Sprintf("%s on %s", diag.Count(cards, "card"), diag.Count(pages, "page"))
	case pages > 0:
		return diag.Count(pages, "page")
	}
	return ""
}

// Make writes an output into a file of the set.
func (m *Output) Make(d *outdir.Dir, name string, start time.Time, write func(io.Writer) error) (err error) {
	if m.File, err = d.Create(name); err != nil {
		return err
	}
	if err := write(m.File); err != nil {
		return fmt.Errorf("cannot make %s: %w", name, err)
	}
	m.Took = time.Since(start)
	return m.File.Close()
}

// Document writes pages as a PDF for a printer at home.
func (m *Output) Document(d *outdir.Dir, name string, start time.Time, doc *page.Document) error {
	m.pages = len(doc.Pages)
	return m.Make(d, name, start, func(w io.Writer) error { return pdf.Write(w, doc, pdf.Plain) })
}

// Print prints the line that says of an output that it was made, in a folder that is named so.
func (m *Output) Print(w io.Writer, dir string) error {
	err := printMade(w, filepath.Join(dir, m.File.Name()), m.Measure(), m.File.Size(), m.Took)
	return noted(w, m.Note, err)
}

// noted prints a note under the line of an output, if there is one and the line was printed.
func noted(w io.Writer, note string, err error) error {
	if note != "" && err == nil {
		_, err = diag.Fprintf(w, "  %s\n", note)
	}
	return err
}

func printMade(w io.Writer, path, measure string, bytes int64, took time.Duration) error {
	_, err := diag.Fprintf(w, "%-40s %-22s %9s  %6.2f s\n", path, measure, size(bytes), took.Seconds())
	return err
}

func size(bytes int64) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%.0f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
