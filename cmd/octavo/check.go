package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/origin"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/schema"
)

// checkFormats are the values of --format.
var checkFormats = []string{"text", "json", "sarif"}

func checkCommand() *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check",
		Short: "List everything that is wrong with the book, and what to do",
		Long: `check reads the book in the current folder and lists every problem in one run:
its place (file:line:column), what it is, its name in brackets, and what to do
next. It makes nothing.

An error stops a build, a warning does not. If a warning does not suit your book,
change its level in book.toml, by its name:

  [check.levels]
  doubled-word = "off"     # never mention it
  gloss-none = "error"     # do not build while there is one

It warns of lines of the set pages that nobody would have set by hand: loose ones,
words that stand alone, what is too long. With --typography it also warns of what a
proofreader would mark: ladders of hyphens, rivers of white, very short last lines,
the same word under itself, divided names, tables that do not fit, are set
smaller or turned sideways.

With --fix it mends what has one right form: the levels of headings, fences and
quotation marks of settings, a space that a heading lacks, accents as characters of
their own, links that name the wrong file. It changes nothing else, not a byte, and
says what it changed; with --dry-run it prints the changes and makes none.

Of more than five messages with one name it prints five, and all with --all; JSON
and SARIF always list all. The exit code is 0, no errors; 1, errors; 2, wrong usage.`,
		Example: `  octavo check                            list the problems
  octavo check --typography               those of the set pages too
  octavo check --fix --dry-run            show what octavo can mend, and how
  octavo check --fix                      mend it
  octavo explain doubled-word             what a problem's name means
  octavo check --format json              for editors and scripts
  octavo check --format sarif >out.sarif  for GitHub and the like`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mustBeOneOf(cmd, "format", "format", o.format, checkFormats); err != nil {
				return err
			}
			if o.dryRun && !o.fix {
				return usagef(cmd, "--dry-run says what --fix would do: give both")
			}
			o.all = allMessages(cmd)
			if o.fix {
				if err := fixBook(cmd.Context(), bookDir(cmd), o, cmd.OutOrStdout(), cmd.ErrOrStderr()); err != nil || o.dryRun {
					return err
				}
			}
			return checkBook(cmd.Context(), bookDir(cmd), o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().BoolVar(&o.typography, "typography", false, "also check the set pages; this takes a little longer")
	cmd.Flags().BoolVar(&o.typography, "proof", false, "")
	cmd.Flags().MarkHidden("proof") // as it was called before
	cmd.Flags().BoolVar(&o.fix, "fix", false, "mend what can be mended in one way only, then check")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "with --fix, print the changes and make none")
	cmd.Flags().StringVar(&o.format, "format", "text", "the output `format`: text, json or sarif")
	complete(cmd, "format", checkFormats...)
	return cmd
}

// checkOptions are what the command line of check selects.
type checkOptions struct {
	format     string // text, json or sarif
	typography bool   // with the typographic warnings of the set pages
	all        bool   // print every message
	fix        bool   // mend what can be mended
	dryRun     bool   // only print what mending would change
}

// checkBook prints on stdout what is wrong with a book. It sets the pages and the cards too, because some problems show
// only there.
func checkBook(ctx context.Context, dir string, o checkOptions, stdout, stderr io.Writer) error {
	bar := newProgress(stderr, 3)
	defer bar.done()
	p, err := openBook(ctx, dir, bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	bar.step("setting")
	p.Typography = o.typography
	if p.Usable(diag.Everything) {
		if err := p.TrySetting(); err != nil {
			return err
		}
		production.TryCovers(p)
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	bar.done()
	switch o.format {
	case "json":
		err = diag.JSON(stdout, p.Found)
	case "sarif":
		err = diag.SARIF(stdout, p.Found, check.Described())
	default:
		err = printFound(stdout, p.Found, o.all)
		if n := mendable(p.Found); err == nil && n > 0 && !o.fix {
			_, err = diag.Fprintf(stdout, "octavo check --fix mends %d of these; add --dry-run to see how\n", n)
		}
		if err == nil && len(p.Found) == 0 {
			_, err = diag.Fprintf(stdout, "no problems: %s%s\n", diag.Count(len(p.Book.Chapters()), "chapter"), entryCount(p))
		}
		if err == nil && p.Usable(diag.Everything) && origin.Of(p.Cfg, p.Book).Machine() {
			_, err = diag.Fprintf(stdout, "octavo origin lists what of the book is made with AI\n")
		}
		if old := schema.Old(p.Root); err == nil && len(old) > 0 {
			_, err = diag.Fprintf(stdout, "%s: of another octavo, so that editors may miss keys; octavo schema --write writes the schemas anew\n", strings.Join(old, ", "))
		}
	}
	if err == nil && p.Found.HasErrors() {
		err = errFound
	}
	return err
}

// mendable returns how many faults of a list octavo check --fix mends.
func mendable(found diag.List) (n int) {
	for _, d := range found {
		if len(d.Edits) > 0 {
			n++
		}
	}
	return n
}

// entryCount returns how many entries a book has, after a comma, or nothing for none. Of kinds that are the author's own they are not
// called maxims.
func entryCount(p *project.Project) string {
	entries := p.Book.Entries()
	own := slices.ContainsFunc(entries, func(e *book.Entry) bool { return p.Cfg.Kind(e.Kind).Own() })
	switch n := len(entries); {
	case n == 0:
		return ""
	case !own:
		return ", " + diag.Count(n, "maxim")
	case n == 1:
		return ", 1 entry"
	default:
		return fmt.Sprintf(", %d entries", n)
	}
}
