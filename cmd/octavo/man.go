package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/manpage"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
)

// manCommand writes the manual: packages of octavo have its pages beside the program, so that whoever installs one of these need not
// know the command.
func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man FOLDER",
		Short:  "Write the pages of the manual",
		Long:   `man writes the pages of the manual into a folder, a page for each command. To read one, run: man FOLDER/octavo.1`,
		Hidden: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "man takes the name of a folder")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := outdir.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer d.Discard()
			for _, page := range manual(cmd.Root()) {
				if err := d.Add(page.Name+".1", page.Roff()); err != nil {
					return err
				}
			}
			return d.Commit(cmd.Context())
		},
	}
}

// manual returns the pages of a command and of all that are under it.
func manual(cmd *cobra.Command) []*manpage.Page {
	pages := []*manpage.Page{manPage(cmd)}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && c.Name() != "completion" {
			pages = append(pages, manual(c)...)
		}
	}
	return pages
}

func manPage(cmd *cobra.Command) *manpage.Page {
	date, _, _ := strings.Cut(project.ProgramSource().Time, "T")
	p := &manpage.Page{
		Name:     pageName(cmd),
		Command:  cmd.CommandPath(),
		Synopsis: cmd.UseLine(),
		Short:    cmd.Short,
		Long:     cmd.Long,
		Options:  options(cmd.NonInheritedFlags()),
		Global:   options(cmd.InheritedFlags()),
		Examples: cmd.Example,
		Version:  "octavo " + shortVersion(project.Version()),
		Date:     date,
	}
	if p.Long == "" {
		p.Long = cmd.Short + "."
	}
	if cmd.HasParent() {
		p.See = append(p.See, pageName(cmd.Parent()))
	} else {
		p.Synopsis = "octavo [command] [flags]"
		p.Sections = []manpage.Section{exitStatus, environment, files}
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && c.Name() != "completion" {
			p.Commands = append(p.Commands, manpage.Entry{Term: c.Name(), Text: c.Short})
			p.See = append(p.See, pageName(c))
		}
	}
	return p
}

func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// options lists flags as help does.
func options(flags *pflag.FlagSet) []manpage.Entry {
	var all []manpage.Entry
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if value != "" {
			term += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
			usage += " (default " + f.DefValue + ")"
		}
		all = append(all, manpage.Entry{Term: term, Text: usage})
	})
	return all
}

// What the manual says of every command.
var (
	exitStatus = manpage.Section{Title: "EXIT STATUS", Entries: []manpage.Entry{
		{Term: "0", Text: "Nothing is wrong."},
		{Term: "1", Text: "The book has errors, or a file could not be read or written."},
		{Term: "2", Text: "The command was called wrongly."},
		{Term: "3", Text: "Octavo itself is broken."},
	}}
	environment = manpage.Section{Title: "ENVIRONMENT", Entries: []manpage.Entry{
		{Term: "SOURCE_DATE_EPOCH", Text: "The date of the book, over that in book.toml, and of what is said to be of today: a new book, answers to readers. In seconds since 1970."},
		{Term: "NO_COLOR", Text: "Print without colours."},
		{Term: "OCTAVO_DEBUG", Text: "Print where octavo broke, for a report."},
	}}
	files = manpage.Section{Title: "FILES", Entries: []manpage.Entry{
		{Term: "book.toml", Text: "What the book is. To read of its keys, run: octavo explain book.toml"},
		{Term: "manuscript/", Text: "The author's words, a file a chapter."},
		{Term: "styles/", Text: "Styles and fonts of the book's own."},
		{Term: "build/", Text: "What octavo makes."},
	}}
)
