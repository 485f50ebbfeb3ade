package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/styles"
)

func preflightCommand() *cobra.Command {
	var profile, format string
	profiles := append(slices.Clone(config.Profiles), string(preflight.Cards))
	cmd := &cobra.Command{
		Use:   "preflight FILE",
		Short: "Test a PDF against what a printer asks for",
		Long: `preflight reads a PDF, of octavo's making or another's, and tests it point by
point against a profile:

  screen   to be read at a screen: tagged, titled, nothing that acts by itself
  kdp      the inside of a paperback for Amazon KDP
  ingram   the same for IngramSpark: PDF/X-1a:2001
  x4       for other presses: PDF/X-4
  cards    a deck for DriveThruCards, a page for each face: PDF/X-1a:2003

Of each point it says whether the file passes, what it found, and what to do. A
note is advice, or a printer's number that is known at second hand only. Those
numbers stand in styles/printers.toml; a book's own file of that name wins over
the one inside octavo, where -C names the book.

The exit code is 0 when no point fails, 1 when one does or the file cannot be
read, 2 when the command was called wrongly.`,
		Example: `  octavo preflight build/my-book.pdf
  octavo preflight --profile kdp build/my-book-kdp.pdf
  octavo preflight --profile ingram --format json other.pdf`,
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
			if !slices.Contains(profiles, profile) {
				return usagef(cmd, "there is no profile %q; --profile takes %s", profile, strings.Join(profiles, ", "))
			}
			if format != "text" && format != "json" {
				return usagef(cmd, "there is no format %q; --format takes text or json", format)
			}
			report, err := preflightFile(cmd, args[0], preflight.Profile(profile))
			if err != nil {
				return err
			}
			if format == "json" {
				err = printReportJSON(cmd.OutOrStdout(), args[0], report)
			} else {
				err = printReport(cmd.OutOrStdout(), args[0], report, wantsColor(cmd.OutOrStdout()))
			}
			if err == nil && report.Count(preflight.Fail) > 0 {
				err = errFound
			}
			return err
		},
	}
	cmd.Flags().StringVar(&profile, "profile", "screen", "what to test against: "+strings.Join(profiles, ", "))
	cmd.Flags().StringVar(&format, "format", "text", "how to print: text or json")
	cmd.RegisterFlagCompletionFunc("profile", cobra.FixedCompletions(profiles, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(
		[]cobra.Completion{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func preflightFile(cmd *cobra.Command, name string, profile preflight.Profile) (*preflight.Report, error) {
	root, err := project.OpenBook(bookDir(cmd))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	printers, found := config.LoadPrinters(project.OpenStyles(root, styles.FS))
	if found.HasErrors() {
		if err := diag.Text(cmd.ErrOrStderr(), found, wantsColor(cmd.ErrOrStderr())); err != nil {
			return nil, err
		}
		return nil, errFound
	}
	data, err := ledger.ReadNamed(name)
	if err != nil {
		return nil, err
	}
	doc, err := preflight.Read(cmd.Context(), data)
	if err != nil {
		return nil, unreadable(name, err, "save it again with the program that made it")
	}
	printer := printers.Printer(profile.Printer())
	if profile == preflight.Cards {
		table, found := config.LoadCards(project.OpenStyles(root, styles.FS))
		if err := found.Err(); err != nil {
			return nil, err
		}
		if s := table.Service("drivethru"); s != nil {
			printer = s.Press()
		}
	}
	report, err := doc.Test(profile, printer)
	if err != nil {
		return nil, unreadable(name, err, "save it again with the program that made it")
	}
	return report, nil
}

// unreadable is the error of a file of someone else's that cannot be read, with what to do. A file over its budget can be
// whole: it is too large, or made to be.
func unreadable(name string, err error, do string) error {
	var limit *cos.LimitError
	if errors.As(err, &limit) {
		do = "no book needs so much; save it in parts, or print it to a new PDF"
	}
	return fmt.Errorf("cannot read %s: %w; %s", name, err, do)
}

// printReport prints a report for people: a line a point, and under what does not pass what to do.
func printReport(w io.Writer, file string, r *preflight.Report, color bool) error {
	tones := map[preflight.Result]string{}
	off := ""
	if color {
		tones = map[preflight.Result]string{preflight.Pass: "\x1b[32m", preflight.Note: "\x1b[1;35m",
			preflight.Fail: "\x1b[1;31m"}
		off = "\x1b[0m"
	}
	out := bufio.NewWriter(w)
	for _, p := range r.Points {
		fmt.Fprintf(out, "%s%s%s  %-22s %s\n", tones[p.Result], p.Result, off, p.Name, diag.Printable(p.Found))
		for _, do := range p.Do {
			diag.Fprintf(out, "      = %s\n", do)
		}
	}
	whom := string(r.Profile)
	if r.Printer != "" {
		whom += " (" + r.Printer + ")"
	}
	diag.Fprintf(out, "%s for %s: %s\n", filepath.Base(file), whom, tally(r))
	return out.Flush()
}

// tally is the result in numbers.
func tally(r *preflight.Report) string {
	fails, notes, passes := r.Count(preflight.Fail), r.Count(preflight.Note), r.Count(preflight.Pass)
	s := fmt.Sprintf("%d of %s passed", passes, production.Count(passes+fails+notes, "point"))
	if notes > 0 {
		s += ", " + production.Count(notes, "note")
	}
	if fails > 0 {
		s += ", " + production.Count(fails, "fault")
	}
	if r.Untried {
		s += "; the others could not be tested"
	}
	return s
}

// printReportJSON prints a report for programs. Keys may be added, none will be renamed or removed.
func printReportJSON(w io.Writer, file string, r *preflight.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		File string `json:"file"`
		*preflight.Report
		Faults int `json:"faults"`
		Notes  int `json:"notes"`
	}{filepath.ToSlash(file), r, r.Count(preflight.Fail), r.Count(preflight.Note)})
}
