// Command octavo turns a book's manuscript, Markdown files and a book.toml, into what an author hands out: a PDF for
// the printer, an EPUB and a deck of cards. Each subcommand has a file of its own here; what they call is under
// internal. README.md beside this file walks through the phases.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	_ "octavo/cmd/octavo/internal/firstpages" // before all packages that allocate much
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/signals"
)

// What the command says to the shell; [signals.Stopped.ExitCode] is the code of a command that was stopped.
const (
	exitErrors   = 1 // the book has errors, or a file could not be read or written
	exitUsage    = 2 // the command was called wrongly
	exitInternal = 3 // octavo itself is broken
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole command; it returns its exit code.
func run(args []string, stdout, stderr io.Writer) int {
	tuneMemory()
	cobra.MousetrapHelpText = "" // guide is there for who opens the program with the mouse
	ctx, ended := signals.Watch(stderr)
	defer ended()
	root := rootCommand(onlyCommand(args))
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := parallel.Guard(func() error { return root.ExecuteContext(ctx) })
	return report(stderr, whatEnded(ctx, err))
}

// whatEnded returns the error that a command ended with: the signal that stopped it, if one did, whose cleaning up may have taken away
// what the command was reading.
func whatEnded(ctx context.Context, err error) error {
	var stopped signals.Stopped
	if err != nil && errors.As(context.Cause(ctx), &stopped) {
		return stopped
	}
	return err
}

// report says what went wrong, if anything, and picks the exit code.
func report(stderr io.Writer, err error) int {
	var usage *usageError
	var bug *parallel.Panic
	var stopped signals.Stopped
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFound):
		return exitErrors
	case errors.As(err, &usage):
		diag.Fprintf(stderr, "octavo: %v\n", err)
		diag.Fprintf(stderr, "run '%s --help' to see how it is used\n", usage.command)
		return exitUsage
	case errors.As(err, &bug):
		diag.Fprintf(stderr, "octavo: internal error: %v\n", bug.Value)
		if os.Getenv("OCTAVO_DEBUG") != "" {
			fmt.Fprintf(stderr, "%s\n", bug.Stack)
		}
		fmt.Fprintln(stderr, "this is a mistake in octavo, not in the book; the outputs of the last build are untouched")
		fmt.Fprintln(stderr, "please report it with what OCTAVO_DEBUG=1 octavo … prints")
		return exitInternal
	case errors.As(err, &stopped):
		diag.Fprintf(stderr, "octavo: %v; the outputs of the last build are untouched\n", err)
		return stopped.ExitCode()
	}
	diag.Fprintf(stderr, "octavo: %v\n", err)
	return exitErrors
}

// errFound says that the book has errors which have been printed already.
var errFound = errors.New("the book has errors")

// usageError is a command line that makes no sense to command.
type usageError struct {
	command string
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{cmd.CommandPath(), fmt.Errorf(format, args...)}
}

// commands are all commands in the order of their making, which help does not show.
var commands = []struct {
	name string
	make func() *cobra.Command
}{
	{"man", manCommand}, {"build", buildCommand}, {"cover", coverCommand}, {"cards", cardsCommand}, {"check", checkCommand},
	{"review", reviewCommand}, {"feedback", feedbackCommand}, {"where", whereCommand}, {"errata", errataCommand}, {"explain", explainCommand},
	{"schema", schemaCommand}, {"show", showCommand}, {"serve", serveCommand}, {"lsp", lspCommand}, {"share", shareCommand},
	{"onix", onixCommand}, {"origin", originCommand}, {"sheet", sheetCommand}, {"sampler", samplerCommand}, {"preflight", preflightCommand},
	{"verify", verifyCommand}, {"new", newCommand}, {"import", importCommand}, {"stats", statsCommand}, {"version", versionCommand},
}

// onlyCommand returns the name of the one command that a command line needs, or "" where it may need all: those who ask for help, write
// the manual, complete what is typed or mistype a name see the others.
func onlyCommand(args []string) string {
	if len(args) == 0 || args[0] == "man" {
		return ""
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.name
		}
	}
	return ""
}

// rootCommand returns the command with those under it that have a name, or with all where that is "".
func rootCommand(name string) *cobra.Command {
	root := &cobra.Command{
		Use:   "octavo",
		Short: "From manuscript to book: a press-ready PDF, an EPUB and a deck of cards",
		Long: `octavo makes a book out of plain text: a PDF, an EPUB for e-readers, and a deck of
cards that bear its maxims.

A book is a folder. In manuscript/ are your words, a file a chapter, written in
Markdown; book.toml says what the book is called, whose it is and how it is made;
and build/ is where octavo puts what it makes. Every maxim is written once, checked
once, and set in every form.

To begin, run the first two commands below and look into my-book/build/. Then go
to the folder (cd my-book), replace the words in manuscript/ with yours, and build
again; or see every page in the browser while you write, with the third.`,
		Example: `  octavo new my-book              write a small book to start from
  octavo build -C my-book         make it: the PDF, the EPUB and the cards
  octavo serve -C my-book --open  write it in the browser, and see its pages
  octavo import FILE              make a book of a Word file, an EPUB, a folder of posts …
  octavo check                    list everything that is wrong, and what to do
  octavo explain maxim-long       what the message marked [maxim-long] means
  octavo preflight FILE           test a PDF against what a printer asks for`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usagef(cmd, "there is no command %q%s", args[0], nearCommands(cmd, args[0]))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if openedByMouse() {
				return guide(cmd, newQuestions(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout()), func(dir string) error { return serveOpen(cmd, dir) })
			}
			return cmd.Help()
		},
	}
	root.SuggestionsMinimumDistance = 2
	addVersionFlag(root)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usagef(cmd, "%w", err) })
	root.PersistentFlags().StringP("dir", "C", ".", "the book's `folder`, if you are not in it or below it")
	root.PersistentFlags().Bool("all", false, "print every message, even if more than five are alike")
	for _, c := range commands {
		if name == "" || c.name == name {
			root.AddCommand(c.make())
		}
	}
	return root
}

// nearCommands asks whether one of cmd's subcommands was meant by a name that none of them has; "" where none is like it.
func nearCommands(cmd *cobra.Command, name string) string {
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		return "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return ""
}

// noArgs is cobra.NoArgs as a usage error, which says how a book or one of its files is named.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		hint = "; the book's folder is named with -C"
	} else if err == nil {
		hint = "; it is about the whole book, of the folder here or the one that -C names"
	}
	return usagef(cmd, "%s takes no arguments, but was given %q%s", cmd.Name(), args[0], hint)
}

// allMessages is what --all says.
func allMessages(cmd *cobra.Command) bool {
	all, _ := cmd.Flags().GetBool("all") // declared above, so it cannot fail
	return all
}

// printFound prints diagnostics: of those with one code the first five, or all.
func printFound(w io.Writer, found diag.List, all bool) error {
	if all {
		return diag.TextAll(w, found, wantsColor(w))
	}
	return diag.Text(w, found, wantsColor(w))
}

// refuseFound prints diagnostics with an error among them, and returns the error that sets the exit code.
func refuseFound(cmd *cobra.Command, found diag.List) error {
	if err := printFound(cmd.ErrOrStderr(), found, allMessages(cmd)); err != nil {
		return err
	}
	return errFound
}
