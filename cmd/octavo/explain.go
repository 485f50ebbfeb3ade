package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a message, or list the keys of book.toml and styles",
		Long: `explain describes the message with a code, the word in brackets at its end, and
shows an example. Without a code it lists all of them.

It also lists the keys of book.toml, of styles and of the tables, with their
defaults.`,
		Example: `  octavo explain               every message that there is
  octavo explain maxim-long    one of them, with an example
  octavo explain book.toml     what book.toml may say
  octavo explain style         what a style may say
  octavo explain cards.toml    what the table of cards, pouches and services may say`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(cmd, "explain takes one code, but was given %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(append([]string{"book.toml", "style", "cards.toml"}, check.Codes()...), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(cmd.OutOrStdout())
			}
			switch args[0] {
			case "book.toml":
				return listKeys(cmd.OutOrStdout(), config.Keys())
			case "style":
				return listKeys(cmd.OutOrStdout(), config.StyleKeys())
			case "cards.toml":
				return listKeys(cmd.OutOrStdout(), config.CardKeys())
			}
			code := strings.Trim(args[0], "[]") // as it is printed
			rule, ok := check.Find(code)
			if !ok {
				hint := "'octavo explain' lists all codes"
				if near := diag.Suggest(code, check.Codes()); near != "" {
					hint = "did you mean " + near + "?"
				}
				return usagef(cmd, "there is no code %q; %s", code, hint)
			}
			return printRule(cmd.OutOrStdout(), rule)
		},
	}
}

func listRules(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, r := range check.Rules {
		fmt.Fprintf(out, "%-24s %-8s %s\n", r.Code, r.Severity, r.Doc)
	}
	return out.Flush()
}

// listKeys documents keys, each under its table, as they stand in a file: a table within a table after the keys of this.
func listKeys(w io.Writer, keys []config.Key) error {
	out := bufio.NewWriter(w)
	in := func(table string) {
		for _, k := range keys {
			dot := strings.LastIndexByte(k.Path, '.')
			if k.Type == config.Table || k.Type == config.Tables || k.Path[:max(dot, 0)] != table {
				continue
			}
			notes := string(k.Type)
			if k.Required {
				notes += ", required"
			}
			if k.Default != "" {
				notes += ", default " + k.Default
			}
			fmt.Fprintf(out, "  %-18s %s (%s)\n", k.Path[dot+1:], k.Doc, notes)
		}
	}
	in("")
	for _, k := range keys {
		switch k.Type {
		case config.Table:
			fmt.Fprintf(out, "\n[%s]  %s\n", k.Path, k.Doc)
			in(k.Path)
		case config.Tables:
			fmt.Fprintf(out, "\n[[%s]]  %s\n", k.Path, k.Doc)
			in(k.Path + "[]")
		}
	}
	return out.Flush()
}

func printRule(w io.Writer, r check.Rule) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s: %s\n\n%s\n", r.Code, r.Severity, r.Doc)
	if r.Example != "" {
		fmt.Fprint(out, "\nFor example:\n\n")
		for line := range strings.Lines(strings.TrimRight(r.Example, "\n") + "\n") {
			fmt.Fprint(out, strings.TrimRight("  "+line, " \n")+"\n")
		}
	}
	if r.Severity == diag.Warning {
		fmt.Fprintf(out, "\nThis warning can be silenced or made an error in book.toml:\n\n  [check.levels]\n  %s = \"off\"\n", r.Code)
	}
	return out.Flush()
}
