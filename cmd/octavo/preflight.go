package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/project"
	"octavo/styles"
)

// reportFormats are the values of --format of preflight and where.
var reportFormats = []string{"text", "json"}

func preflightCommand() *cobra.Command {
	var profile, format string
	var wrap coverFlags
	profiles := append(slices.Clone(config.Profiles), string(preflight.Cards))
	cmd := &cobra.Command{
		Use:   "preflight FILE",
		Short: "Test a PDF against a printer's requirements",
		Long: `Test a PDF, made by octavo or any other program, against a profile:

  screen   for reading on a screen: tagged, titled, no scripts or actions
  kdp      the inside of a paperback for Amazon KDP
  ingram   the same for IngramSpark: PDF/X-1a:2001
  x4       for other presses: PDF/X-4
  cards    a deck for DriveThruCards, one face on a page: PDF/X-1a:2003

With --cover it is tested as a cover: one sheet with back, spine and front, of the size
that the printer needs for the binding, the paper and the number of pages; bleed, safe
areas, folds, hinges, the barcode. Binding, paper, trim, ISBN and pages are those of the
book in the folder (-C), whose inside was built before, or those of the flags.

For each point it prints the result, what it found, and what to do. A note is advice,
or a number that no official source confirms. Printers' numbers are in
styles/printers.toml; a file with that name in your book's styles folder replaces
them (-C names the book).

The exit code is 0 if no point fails, 1 if one fails or the file cannot be read, and
2 for wrong usage.`,
		Example: `  octavo preflight build/my-book.pdf
  octavo preflight --profile kdp build/my-book-kdp.pdf
  octavo preflight --profile ingram --format json other.pdf
  octavo preflight --cover --profile kdp build/my-book-cover-kdp.pdf
  octavo preflight --cover --profile kdp --pages 120 --paper cream --trim 6x9in cover.pdf`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "preflight takes one file, but was given %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mustBeOneOf(cmd, "profile", "profile", profile, profiles); err != nil {
				return err
			}
			if err := mustBeOneOf(cmd, "format", "format", format, reportFormats); err != nil {
				return err
			}
			if err := wrap.check(cmd, profile); err != nil {
				return err
			}
			return runPreflight(cmd, &wrap, args[0], preflight.Profile(profile), format)
		},
	}
	cmd.Flags().StringVar(&profile, "profile", "screen", "the `profile` to test against: "+strings.Join(profiles, ", "))
	cmd.Flags().StringVar(&format, "format", "text", "the output `format`: text or json")
	wrap.add(cmd)
	complete(cmd, "profile", profiles...)
	complete(cmd, "format", reportFormats...)
	return cmd
}

// runPreflight prints the report of a file.
func runPreflight(cmd *cobra.Command, wrap *coverFlags, name string, profile preflight.Profile, format string) error {
	var report *preflight.Report
	var err error
	if wrap.cover {
		report, err = preflightCover(cmd, wrap, name, profile)
	} else {
		report, err = preflightFile(cmd, name, profile)
	}
	if err != nil {
		return err
	}
	if format == "json" {
		err = report.JSON(cmd.OutOrStdout(), name)
	} else {
		err = report.Text(cmd.OutOrStdout(), name, wantsColor(cmd.OutOrStdout()))
	}
	if err == nil && report.Count(preflight.Fail) > 0 {
		err = errFound
	}
	return err
}

// preflightFile tests a file against a profile, with the numbers of the book's printers.
func preflightFile(cmd *cobra.Command, name string, profile preflight.Profile) (*preflight.Report, error) {
	root, err := project.OpenBook(nearBook(cmd))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	printer, found := preflight.Press(project.OpenStyles(root, styles.FS), profile)
	if found.HasErrors() {
		return nil, refuseFound(cmd, found)
	}
	data, err := ledger.ReadNamed(name)
	if err != nil {
		return nil, err
	}
	return preflight.TestFile(cmd.Context(), name, data, profile, printer)
}
