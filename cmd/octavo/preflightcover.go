package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/styles"
)

// coverFlags are the flags of preflight --cover: what the book's folder does not say, or says otherwise.
type coverFlags struct {
	cover                      bool
	pages                      int
	binding, paper, trim, isbn string
}

func (f *coverFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.cover, "cover", false, "the file is a cover: back, spine and front on one sheet")
	flags.IntVar(&f.pages, "pages", 0, "with --cover, how many `pages` the inside has")
	flags.StringVar(&f.binding, "binding", "", "with --cover, the `binding`: "+strings.Join(config.Bindings, ", "))
	flags.StringVar(&f.paper, "paper", "", "with --cover, the `paper` of the inside: white, cream, …")
	flags.StringVar(&f.trim, "trim", "", "with --cover, the trimmed `size` of a page: 6x9in")
	flags.StringVar(&f.isbn, "isbn", "", "with --cover, the `number` that its barcode must have")
	complete(cmd, "binding", config.Bindings...)
	completePapers(cmd)
}

// check returns an error for flags that make no sense together.
func (f *coverFlags) check(cmd *cobra.Command, profile string) error {
	if f.cover && profile == string(preflight.Cards) {
		return usagef(cmd, "a deck of cards has no cover: --cover is for screen, kdp, ingram and x4")
	}
	for _, name := range []string{"pages", "binding", "paper", "trim", "isbn"} {
		if cmd.Flags().Changed(name) && !f.cover {
			return usagef(cmd, "--%s is for --cover", name)
		}
	}
	if f.cover && cmd.Flags().Changed("pages") && f.pages < 1 {
		return usagef(cmd, "--pages must be the number of pages of the inside, not %d", f.pages)
	}
	return nil
}

// settings returns the flags as settings of book.toml.
func (f *coverFlags) settings(cmd *cobra.Command) (out []config.Setting) {
	for _, s := range []config.Setting{{Key: "cover.binding", Flag: "binding", Value: f.binding}, {Key: "cover.paper", Flag: "paper", Value: f.paper},
		{Key: "print.trim", Flag: "trim", Value: f.trim}, {Key: "book.isbn.print", Flag: "isbn", Value: f.isbn}, {Key: "book.isbn.hardcover", Flag: "isbn", Value: f.isbn}} {
		if cmd.Flags().Changed(s.Flag) {
			s.Flag = "--" + s.Flag
			out = append(out, s)
		}
	}
	return out
}

// preflightCover tests a file as the cover of the book in the folder, or of one that the flags describe.
func preflightCover(cmd *cobra.Command, f *coverFlags, name string, profile preflight.Profile) (*preflight.Report, error) {
	root, err := project.OpenBook(bookDir(cmd))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	house := project.OpenStyles(root, styles.FS)
	cfg, found := coverBook(root, house, f.settings(cmd))
	if cfg == nil || found.HasErrors() {
		return nil, refuseFound(cmd, found)
	}
	printers, found := config.LoadPrinters(house)
	if found.HasErrors() {
		return nil, refuseFound(cmd, found)
	}
	pages := f.pages
	if pages == 0 {
		if pages = builtPages(root, cfg.Book.Slug); pages == 0 {
			return nil, usagef(cmd, "how many pages has the inside? Build the book first, or say it: --pages 120")
		}
	}
	printer := production.CoverPrinter(printers, cfg, string(profile))
	if printer == nil {
		return nil, fmt.Errorf("styles/%s has no printer for the profile %s, and none called press", config.PrintersFile, profile)
	}
	sheet, found := production.CoverSheet(cfg, printer, pages)
	if sheet == nil {
		return nil, refuseFound(cmd, found)
	}
	data, err := ledger.ReadNamed(name)
	if err != nil {
		return nil, err
	}
	report, err := production.TestCover(cmd.Context(), cfg, printer, sheet, data, string(profile))
	if err != nil {
		return nil, cos.Unreadable(name, err, "save it again with the program that made it")
	}
	return report, nil
}

// noBook is the book.toml of a cover whose book is not in the folder.
const noBook = "[book]\ntitle = \"Cover\"\nauthors = [\"Author\"]\n[cover]\n"

// coverBook reads the settings of the book in a folder. Where there is no book, the flags say all that is needed.
func coverBook(root *os.Root, house fs.FS, settings []config.Setting) (*config.Config, diag.List) {
	if _, err := readfile.In(root, config.File, config.MaxBytes); errors.Is(err, fs.ErrNotExist) {
		return config.LoadText(root, []byte(noBook), house, settings...)
	}
	return config.LoadRoot(root, house, settings...)
}

// builtPages returns how many pages the inside had when it or its cover was last made, 0 if that is not known.
func builtPages(root *os.Root, slug string) int {
	m, err := production.ReadManifest(root)
	if err != nil {
		return 0
	}
	for _, name := range []string{slug + ".pdf", slug + "-kdp.pdf", slug + "-ingram.pdf", slug + "-x4.pdf"} {
		for _, o := range m.Outputs {
			if o.File == name {
				return o.Pages
			}
		}
	}
	for _, o := range m.Outputs {
		if o.Cover != nil {
			return o.Cover.Pages
		}
	}
	return 0
}
