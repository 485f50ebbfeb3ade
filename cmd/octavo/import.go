package main

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/importer"
	"octavo/cmd/octavo/internal/newbook"
	"octavo/cmd/octavo/internal/parallel"
)

func importCommand() *cobra.Command {
	var out string
	var maxims bool
	cmd := &cobra.Command{
		Use:   "import SOURCE…",
		Short: "Make a book of a manuscript from elsewhere: Word, HTML, EPUB, text, Markdown",
		Long: `import makes a book that builds of what you have:

  a Word file (.docx)            chapters at its headings; notes, lists, tables,
                                 pictures; tracked changes as accepted
  a page (.html)                 or a folder of pages
  an export of a site            of Substack, WordPress (.xml), Ghost (.json) or
                                 Medium: a chapter for each post, by date
  an EPUB                        chapters, notes, pictures and the cover
  plain text (.txt)              paragraphs parted by empty lines
  a folder of Markdown           of mdBook, Obsidian, Pandoc and others: files and
                                 pictures are copied, in their order
  a .zip file                    of any of these

Several sources become one book, in the order in which you name them. The book goes
into a new folder. IMPORT.md in it lists what is not as it was: what to look at,
what was changed, what was left out, and the comments of a Word file.

Nothing is fetched: pictures that are on a network are listed with their addresses.`,
		Example: `  octavo import manuscript.docx
  octavo import export.zip -o my-book
  octavo import vault -o my-book
  octavo import posts --maxims     make entries of short sentences`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef(cmd, "import takes a file or a folder; for example: octavo import manuscript.docx")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o := importer.KeepSections
			if maxims {
				o = importer.MakeEntries
			}
			return importBook(cmd.Context(), namedDir(cmd), args, out, o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the new `folder` (default: from the title)")
	cmd.Flags().BoolVar(&maxims, "maxims", false, "make an entry of each short sentence that is a heading or in bold")
	return cmd
}

// importBook makes a book of sources in a folder, and says what is left to do.
func importBook(ctx context.Context, dir string, sources []string, out string, maxims importer.Maxims, stdout, stderr io.Writer) error {
	for i, s := range sources {
		if !filepath.IsAbs(s) {
			sources[i] = filepath.Join(dir, s)
		}
	}
	makeRoom() // before the sources are read: memory that they had used would have to be cleared for it
	bar := newProgress(stderr, 2)
	defer bar.done()
	bar.step("reading")
	var ms *importer.Manuscript
	err := parallel.Guard(func() (err error) {
		ms, err = importer.Read(ctx, sources, maxims)
		return err
	})
	if err != nil {
		return err
	}
	if out == "" {
		out = ms.Folder()
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(dir, out)
	}
	bar.step("writing")
	if err := ms.Write(ctx, out, config.Now()); err != nil {
		return err
	}
	bar.done()
	return printImported(ctx, ms, out, stdout)
}

// printImported says what was made and what is to be done next.
func printImported(ctx context.Context, ms *importer.Manuscript, out string, w io.Writer) error {
	_, err := diag.Fprintf(w, "%s, %s and %s from %s are in %s\n", ms.Parts(), diag.Count(ms.Words(), "word"),
		diag.Count(len(ms.Pictures), "picture"), ms.Sources(), out)
	if err != nil {
		return err
	}
	if todo := ms.Undone(); todo > 0 {
		if _, err := diag.Fprintf(w, "%s to look at: see %s\n", diag.Count(todo, "thing"), filepath.Join(out, "IMPORT.md")); err != nil {
			return err
		}
	}
	if ms.IsLong() {
		if _, err := diag.Fprintf(w, "the book is long, and was not looked through: octavo check finds what is wrong with it\n"); err != nil {
			return err
		}
		return newbook.PrintImported(w, out, os.Args[0], true)
	}
	p, err := openBook(ctx, out, func(string) {})
	if err != nil {
		return err
	}
	defer p.Close()
	errors, warnings := p.Found.Count()
	if errors+warnings > 0 {
		if _, err := diag.Fprintf(w, "octavo check finds %s\n", p.Found.Summary()); err != nil {
			return err
		}
	}
	return newbook.PrintImported(w, out, os.Args[0], errors > 0)
}
