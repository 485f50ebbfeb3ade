package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/preflight"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a message, or list the keys of book.toml and styles",
		Long: `Explain a message by its code, the word in brackets at its end, with an example.
Without a code, list all codes.

It also lists the keys of book.toml, of styles and of cards.toml, with their
defaults, the languages that a book may be in, what readers can send back, and the
points of octavo preflight.`,
		Example: `  octavo explain               list all codes
  octavo explain maxim-long    explain one of them
  octavo explain book.toml     list the keys of book.toml
  octavo explain style         list the keys of a style
  octavo explain cards.toml    list the keys of the table of cards
  octavo explain languages     list the languages of books
  octavo explain feedback      list what readers can send, program by program
  octavo explain preflight     list the points of octavo preflight
  octavo explain cover-bleed   explain one of them`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(cmd, "explain takes one code, but was given %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(append([]string{"book.toml", "style", "cards.toml", "languages", "feedback", "preflight"}, append(check.Codes(), preflight.Codes()...)...), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			return explain(cmd, args)
		},
	}
}

// explain prints what a code means, the keys of a file, or every code.
func explain(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return check.PrintRules(cmd.OutOrStdout())
	}
	switch args[0] {
	case "book.toml":
		return config.PrintKeys(cmd.OutOrStdout(), config.Keys())
	case "style":
		return config.PrintKeys(cmd.OutOrStdout(), config.StyleKeys())
	case "feedback":
		return feedback.PrintForms(cmd.OutOrStdout())
	case "preflight":
		return preflight.PrintPoints(cmd.OutOrStdout())
	case "languages":
		return config.PrintLanguages(cmd.OutOrStdout())
	case "cards.toml":
		return config.PrintKeys(cmd.OutOrStdout(), config.CardKeys())
	}
	code := strings.Trim(args[0], "[]") // as it is printed
	rule, ok := check.Find(code)
	if !ok {
		if found, err := preflight.Explain(cmd.OutOrStdout(), code); found {
			return err
		}
		hint := "'octavo explain' lists all codes"
		if near := diag.Suggest(code, append(check.Codes(), preflight.Codes()...)); near != "" {
			hint = "did you mean " + near + "?"
		}
		return usagef(cmd, "there is no code %q; %s", code, hint)
	}
	if err := rule.Print(cmd.OutOrStdout()); err != nil {
		return err
	}
	if !slices.Contains(preflight.Codes(), code) {
		return nil
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout()); err != nil { // a message and a point have one code
		return err
	}
	_, err := preflight.Explain(cmd.OutOrStdout(), code)
	return err
}
