package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func verifyCommand() *cobra.Command {
	var format, revision string
	cmd := &cobra.Command{
		Use:   "verify FILE…",
		Short: "Find out whether a file is the one that the book makes",
		Long: `Make the output that a file is once more, in a folder of its own, and compare the two
byte by byte: an inside, an EPUB, a cover, a deck, a sheet, a sampler or records in ONIX. Where they differ it says in
what: the pages whose words are others, metadata, fonts, parts; and what it can of
why: another octavo made the file, the book has changed since, or the file is
damaged.

A file is known by its name, or by what is in it. What flags chose, such as the
theme of a sampler, is in build/manifest.json. A review copy is compared with the
ledger in build/review.

With --revision, the book is taken as git has it there. The exit code is 0 if all
files are the same, 1 if one differs or cannot be read, and 2 for wrong usage.`,
		Example: `  octavo verify build/my-book.pdf
  octavo verify --revision v1.0 from-the-printer.pdf
  octavo verify --format json build/*.epub`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef(cmd, "name a file")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mustBeOneOf(cmd, "format", "format", format, reportFormats); err != nil {
				return err
			}
			if cmd.Flags().Changed("revision") && revision == "" {
				return usagef(cmd, "--revision names no revision")
			}
			return verify(cmd, args, format, revision)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the output `format`: text or json")
	cmd.Flags().StringVar(&revision, "revision", "", "compare with the book at a git `revision`: a tag, branch or commit")
	complete(cmd, "format", reportFormats...)
	return cmd
}

// verify compares files with what the book makes, and prints what was found of each.
func verify(cmd *cobra.Command, names []string, format, revision string) error {
	p, err := openFor(cmd, revision)
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.Usable(diag.Everything) {
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	v := &production.Verifier{Project: p, Deck: func(asked []string) (*cards.Deck, error) { return askedDeck(cmd, asked) },
		Flagged: func(asked []string) (*project.Project, error) { return openFor(cmd, revision, coverSettings(asked)...) }}
	var verdicts []*production.Verdict
	same := true
	for _, name := range names {
		var verdict *production.Verdict
		data, err := ledger.ReadNamed(name)
		if err == nil {
			verdict, err = v.Verify(cmd.Context(), name, data)
		}
		switch {
		case cmd.Context().Err() != nil:
			return context.Cause(cmd.Context())
		case err != nil:
			verdict = &production.Verdict{File: name, Error: err.Error()}
		case verdict == nil:
			return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
		}
		verdicts, same = append(verdicts, verdict), same && verdict.Same
	}
	if err := printVerdicts(cmd.OutOrStdout(), verdicts, format); err != nil {
		return err
	}
	if !same {
		return errFound
	}
	return nil
}

// openFor opens the book as it is, or as a revision of git has it.
func openFor(cmd *cobra.Command, revision string, settings ...config.Setting) (*project.Project, error) {
	if revision == "" {
		return openBook(cmd.Context(), bookDir(cmd), project.Silent, settings...)
	}
	return project.OpenRevision(cmd.Context(), bookDir(cmd), revision, settings...)
}

// askedDeck sets the deck that flags of octavo cards asked for, as a manifest has them.
func askedDeck(cmd *cobra.Command, asked []string) (deck *cards.Deck, err error) {
	var o deckOptions
	again := &cobra.Command{Use: "cards"}
	again.SetContext(cmd.Context())
	again.SetErr(cmd.ErrOrStderr())
	again.Flags().String("dir", bookDir(cmd), "")
	again.Flags().Bool("all", allMessages(cmd), "")
	o.choosing(again)
	o.listed(again)
	o.laying(again)
	o.key(again.Flags(), "deck.instructions", "instructions", "")
	for _, one := range asked {
		flag, value, _ := strings.Cut(one, "=")
		if f := again.Flags().Lookup(flag); f != nil {
			if _, list := f.Value.(pflag.SliceValue); list {
				value = strings.Trim(value, "[]")
			}
			if err := again.Flags().Set(flag, value); err != nil {
				return nil, err
			}
		}
	}
	bar := newProgress(io.Discard, 1)
	defer bar.done()
	p, err := o.open(again, bar)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	p.Recall = true
	entries, err := o.chosen(again, p)
	if err != nil {
		return nil, err
	}
	if deck, err = production.SetDeck(again.Context(), p, (*project.Project).Sheets, entries); err != nil {
		return nil, err
	}
	if deck == nil {
		return nil, refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	deck.Repeat(o.copies)
	return deck, nil
}

// printVerdicts prints what was found of files.
func printVerdicts(w io.Writer, verdicts []*production.Verdict, format string) error {
	if format == "json" {
		return diag.EncodeJSON(w, verdicts)
	}
	for _, v := range verdicts {
		if v.Same {
			if _, err := diag.Fprintf(w, "%s: the same, byte for byte\n", v.File); err != nil {
				return err
			}
			continue
		}
		if v.Error != "" {
			if _, err := diag.Fprintf(w, "%s: not compared\n  %s\n", v.File, v.Error); err != nil {
				return err
			}
			continue
		}
		of := ""
		if v.Output != "" {
			of = " from " + v.Output + " as the book makes it"
		}
		if _, err := diag.Fprintf(w, "%s: differs%s\n", v.File, of); err != nil {
			return err
		}
		for _, d := range v.Differences {
			if _, err := diag.Fprintf(w, "  %s\n", d); err != nil {
				return err
			}
		}
	}
	return nil
}
