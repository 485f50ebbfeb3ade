package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/onix"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func onixCommand() *cobra.Command {
	var release, sent string
	var forms []string
	cmd := &cobra.Command{
		Use:   "onix",
		Short: "Write the book's record for distributors and shops, in ONIX",
		Long: `Write what distributors, libraries and shops ask of a publisher, in ONIX for Books:
build/my-book-onix-3.1.xml has a record for each form in which the book is sold.

A form is sold if book.toml has its ISBN under [book.isbn] or its price under
[trade.price]: the printed book (print), a hardcover beside it, the EPUB. The records have
titles, contributors, subjects, sizes, numbers of pages and words, what the EPUB
claims of its accessibility, what was made with AI, prices and where it is sold.
What a shop would miss is listed with the key that gives it.

Ask whoever receives it which release they take; --release 3.0 writes the older one.
A record that is sent again needs a later date than the last, so name it with --sent.`,
		Example: `  octavo onix
  octavo onix --release 3.0 --sent 2026-11-27
  octavo onix --form epub`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mustBeOneOf(cmd, "release", "release", release, onix.Releases); err != nil {
				return err
			}
			ask := production.ONIXRequest{Release: onix.Release(release)}
			if sent != "" {
				day, err := time.Parse(time.DateOnly, sent)
				if err != nil {
					return usagef(cmd, "--sent takes a day such as 2026-11-27, not %q", sent)
				}
				ask.Sent = day
			}
			chosen, err := pick(cmd, "form", "form", forms, onix.Forms)
			if err != nil {
				return err
			}
			for _, name := range chosen {
				ask.Forms = append(ask.Forms, onix.Form(name))
			}
			return writeONIX(cmd, ask)
		},
	}
	cmd.Flags().StringVar(&release, "release", onix.Releases[0], "the `release` of ONIX: 3.1 or 3.0")
	cmd.Flags().StringVar(&sent, "sent", "", "the `day` on which it is sent (default the date of the book)")
	cmd.Flags().StringSliceVar(&forms, "form", nil, "write the records of these `forms` alone: "+strings.Join(onix.Forms, ", "))
	complete(cmd, "release", onix.Releases...)
	complete(cmd, "form", onix.Forms...)
	return cmd
}

// writeONIX writes the records of a book, and says what shops would miss in them.
func writeONIX(cmd *cobra.Command, ask production.ONIXRequest) error {
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.Usable(diag.Everything) {
		bar.done()
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	bar.step("setting")
	out, forms, err := production.ONIX(cmd.Context(), p, ask)
	bar.done()
	switch {
	case err != nil:
		return err
	case out == nil:
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	if err := out.Print(cmd.OutOrStdout(), p.BuildDir()); err != nil {
		return err
	}
	return sayLacking(cmd, p, forms)
}

// sayLacking says what the records lack: what all of them lack once.
func sayLacking(cmd *cobra.Command, p *project.Project, forms []onix.Form) error {
	var order []onix.Lack
	of := map[onix.Lack][]string{}
	for _, form := range forms {
		for _, l := range onix.Lacking(p.Cfg, form) {
			if of[l] == nil {
				order = append(order, l)
			}
			of[l] = append(of[l], form.Name())
		}
	}
	for _, l := range order {
		whose := "the book"
		if len(of[l]) < len(forms) || len(forms) == 1 {
			whose = "the " + strings.Join(of[l], " and the ")
		}
		if _, err := diag.Fprintf(cmd.ErrOrStderr(), "%s has %s: %s\n", whose, l.What, l.Advice); err != nil {
			return err
		}
	}
	return nil
}
