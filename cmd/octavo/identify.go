package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/pdftext"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/watermark"
)

// maxIdentified is how much of a file, or of a file in a package, is looked at.
const maxIdentified = 1 << 28

func identifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "identify FILE",
		Short: "Say whose review copy a file, or a text copied out of one, is",
		Long: `identify looks for the id of a review copy: in the metadata of a PDF, an EPUB or
a Word file, in the signs without ink that lie in their text, and in those that
come along when text is copied out of them and saved. The ledger in build/review
says whose it is.`,
		Example: `  octavo review identify found.pdf
  octavo review identify pasted.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "name one file")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := readfile.Named(args[0], maxIdentified)
			if err != nil {
				return fmt.Errorf("cannot read %s: %w", args[0], reason(err))
			}
			root, err := openBook(bookDir(cmd))
			if err != nil {
				return err
			}
			defer root.Close()
			l, err := readLedger(root)
			if err != nil {
				return err
			}
			ids, err := copyIDs(data, l)
			if err != nil {
				return fmt.Errorf("cannot look into %s: %w", args[0], err)
			}
			if len(ids) == 0 {
				return fmt.Errorf("%s has no mark of a review copy", args[0])
			}
			for _, id := range ids {
				c := l.find(id)
				if c == nil {
					fmt.Fprintf(cmd.OutOrStdout(), "%s: a review copy that the ledger of this book does not know\n", id)
					continue
				}
				who := c.Name
				if c.Email != "" {
					who += " <" + c.Email + ">"
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: copy %d, for %s; manuscript %s, %s\n", id, c.Number, who, c.Revision, c.Date)
			}
			return nil
		},
	}
}

// copyIDs are the ids that a file has, each once: those in its metadata, those hidden in its text, and those of the ledger
// that can be read in it, as at the foot of every page.
func copyIDs(data []byte, l *ledger) ([]string, error) {
	var ids []string
	add := func(more ...string) {
		for _, id := range more {
			if id = strings.TrimSpace(id); id != "" && !slices.Contains(ids, id) && printedASCII(id) {
				ids = append(ids, id)
			}
		}
	}
	read := func(text string) {
		add(watermark.Reveal(text)...)
		for i := range l.Copies {
			if strings.Contains(text, l.Copies[i].ID) {
				add(l.Copies[i].ID)
			}
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return nil, err
		}
		for _, f := range z.File {
			switch path.Ext(f.Name) {
			case ".opf", ".xhtml", ".html", ".xml":
			default:
				continue
			}
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			text, err := io.ReadAll(io.LimitReader(r, maxIdentified))
			r.Close()
			if err != nil {
				return nil, err
			}
			add(between(string(text), "urn:octavo:copy:", "<")...)
			if _, rest, ok := strings.Cut(string(text), `name="octavo:copy"`); ok { // a property of a Word file
				_, rest, _ = strings.Cut(rest, "<vt:lpwstr>")
				id, _, _ := strings.Cut(rest, "<")
				add(id)
			}
			read(string(text))
		}
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		f, err := cos.Open(data)
		if err != nil {
			return nil, err
		}
		if f.Encrypted {
			return nil, errors.New("it is encrypted; save it without its password first, as qpdf --decrypt does")
		}
		if id, ok := f.Text(f.Dict(f.Trailer["Info"])["OctavoCopy"]); ok {
			add(id)
		}
		readPages(f, read)
	default:
		read(string(data))
	}
	return ids, nil
}

// printedASCII says whether a text is what ids are made of: whatever else a file says may not go to a terminal.
func printedASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' })
}

// readPages reads the text of a PDF's pages, letter by letter. A few pages are enough, for every page has the id.
func readPages(f *cos.File, read func(text string)) {
	d := pdftext.Open(f)
	for _, p := range d.Pages[:min(len(d.Pages), 20)] {
		text, err := d.Text(p)
		if err != nil { // what is left of the other pages may do
			continue
		}
		var b strings.Builder
		for _, l := range text.Letters {
			b.WriteString(l.Text)
		}
		read(b.String())
	}
}

// between are the texts between two marks.
func between(text, from, to string) (out []string) {
	for {
		_, rest, ok := strings.Cut(text, from)
		if !ok {
			return out
		}
		var inner string
		if inner, text, ok = strings.Cut(rest, to); !ok {
			return out
		}
		out = append(out, inner)
	}
}
