package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/excerpt"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

// samplerOptions are what the command line says of a sampler.
type samplerOptions struct {
	ask    excerpt.Ask
	kinds  []string // of outputs
	folder string   // to write into; "": build
}

func samplerCommand() *cobra.Command {
	var o samplerOptions
	var only []string
	cmd := &cobra.Command{
		Use:   "sampler",
		Short: "Make an excerpt of the book: its front matter and chosen entries",
		Long: `Make an excerpt of the book to give away, as a PDF for reading on a screen and as an
EPUB: build/my-book-sampler.pdf and .epub.

It has the front matter, the entries that the flags choose under the titles of their
chapters, and a last page about the whole book: what it is about, its data, where it
is to be had ([sheet] order in book.toml, or the contact of [review]), and its
contents. With several of the flags that choose entries, an entry must match them
all; --chapter adds whole chapters.

The title page and the running heads say that it is an excerpt, and so does its
title in catalogues. It has an identifier of its own and no ISBN. Links to what it
leaves out are plain words.`,
		Example: `  octavo sampler --theme service
  octavo sampler --chapter 01-service
  octavo sampler --entries say-less,by-the-window --only epub`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kinds, err := pick(cmd, "only", "output", only, production.SamplerKinds)
			if err != nil {
				return err
			}
			if o.kinds = kinds; kinds == nil {
				o.kinds = production.SamplerKinds
			}
			if !o.ask.Entries.Any() && len(o.ask.Chapters) == 0 {
				return usagef(cmd, "say what the sampler has: --theme, --kind, --audience or --entries choose entries, --chapter whole chapters")
			}
			return sampler(cmd, &o)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&o.ask.Entries.Themes, "theme", nil, "entries with these `themes`, separated by commas")
	f.StringSliceVar(&o.ask.Entries.Kinds, "kind", nil, "entries of these `kinds`")
	f.StringSliceVar(&o.ask.Entries.Audiences, "audience", nil, "entries for these `audiences`")
	f.StringSliceVar(&o.ask.Entries.IDs, "entries", nil, "the entries with these `ids`")
	f.StringSliceVar(&o.ask.Chapters, "chapter", nil, "whole `chapters`, by their files or ids")
	f.StringSliceVar(&only, "only", nil, "make only one of the `outputs`: pdf, epub")
	f.StringVarP(&o.folder, "output", "o", "", "the `folder` to write into (default build)")
	complete(cmd, "only", production.SamplerKinds...)
	completeBook(cmd, "theme", func(p *project.Project) []string { return config.IDs(p.Cfg.Themes) })
	completeBook(cmd, "kind", func(p *project.Project) []string { return p.Cfg.KindIDs() })
	completeBook(cmd, "audience", func(p *project.Project) []string { return config.IDs(p.Cfg.Audiences) })
	completeBook(cmd, "entries", func(p *project.Project) []string { return entryIDs(p.Book) })
	completeBook(cmd, "chapter", func(p *project.Project) []string { return chapterFiles(p.Book) })
	return cmd
}

func entryIDs(bk *book.Book) (out []string) {
	for _, e := range bk.Entries() {
		if e.Status != book.Draft {
			out = append(out, e.ID)
		}
	}
	return out
}

func chapterFiles(bk *book.Book) (out []string) {
	for _, ch := range bk.Chapters() {
		out = append(out, strings.TrimSuffix(ch.File, ".md"))
	}
	return out
}

// sampler makes the excerpt that the flags ask for.
func sampler(cmd *cobra.Command, o *samplerOptions) error {
	bar := newProgress(cmd.ErrOrStderr(), 2+len(o.kinds))
	defer bar.done()
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	small := p
	if p.Cfg != nil && p.Book != nil {
		var asked []string
		cmd.Flags().Visit(func(f *pflag.Flag) { // in the order of their names
			if f.Name != "dir" && f.Name != "output" && f.Name != "only" && f.Name != "all" {
				asked = append(asked, f.Name+"="+strings.Trim(f.Value.String(), "[]"))
			}
		})
		var wrong *selection.Error
		if small, err = p.Excerpt(o.ask, asked); errors.As(err, &wrong) {
			return usagef(cmd, "%w", err)
		} else if err != nil {
			return err
		}
	}
	made, where, err := production.Sampler(cmd.Context(), small, o.folder, o.kinds, bar.step)
	bar.done()
	if err != nil {
		return err
	}
	if len(made) == 0 {
		return refuse(cmd.ErrOrStderr(), small, allMessages(cmd))
	}
	for _, m := range made {
		if err := m.Print(cmd.OutOrStdout(), where); err != nil {
			return err
		}
	}
	return nil
}
