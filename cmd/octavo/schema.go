package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/schema"
)

func schemaCommand() *cobra.Command {
	var write bool
	cmd := &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Print the JSON Schema of book.toml, of styles or of a data table",
		Long: `Print the JSON Schema of book.toml, or of another file that you name: its keys, what
they mean, and what their values can be. Editors complete, explain and check files by
it, and other programs can write them. It is in draft 7, which Taplo and Even Better
TOML know. octavo check says when a schema in the folder is of another octavo.

With --write it goes into the folder .octavo of the book, where an editor finds it by
a line at the head of the file:

  #:schema ./.octavo/book.schema.json       in book.toml
  #:schema ../.octavo/style.schema.json     in styles/my-style.toml

octavo new and octavo import write both for book.toml. When you have a new octavo,
write them anew: without a NAME, --write does so for all that are there. 'octavo lsp'
needs none.`,
		Example: `  octavo schema                    the schema of book.toml
  octavo schema style              that of styles
  octavo schema --write            write it anew, after an update of octavo
  octavo schema style --write      put that of styles beside it`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(cmd, "schema takes one name, but was given %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(schema.Names(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := ""
			if len(args) == 1 {
				if name = strings.TrimSuffix(args[0], ".toml"); !isSchema(name) {
					return unknownSchema(cmd, args[0])
				}
			}
			if write {
				return writeSchemas(cmd, name)
			}
			if name == "" {
				name = schema.Book
			}
			text, _ := schema.Of(name)
			_, err := cmd.OutOrStdout().Write(text)
			return err
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "write it into the folder .octavo of the book")
	return cmd
}

func isSchema(name string) bool {
	_, ok := schema.Of(name)
	return ok
}

func unknownSchema(cmd *cobra.Command, name string) error {
	hint := ""
	if near := diag.Suggest(name, schema.Names()); near != "" {
		hint = "did you mean " + near + "? "
	}
	return usagef(cmd, "there is no schema of %q; %sthere are %s", name, hint, strings.Join(schema.Names(), ", "))
}

// writeSchemas writes a schema into the book's folder, or, without a name, that of book.toml and all that are there.
func writeSchemas(cmd *cobra.Command, name string) error {
	root, err := project.OpenBook(bookDir(cmd))
	if err != nil {
		return err
	}
	defer root.Close()
	written, err := schema.Write(cmd.Context(), root, name)
	if err != nil {
		return err
	}
	for _, w := range written {
		if _, err := diag.Fprintf(cmd.OutOrStdout(), "%s\n", filepath.Join(root.Name(), filepath.FromSlash(w))); err != nil {
			return err
		}
	}
	return nil
}
