package main

import (
	"bytes"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/chart"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/stats"
	"octavo/cmd/octavo/internal/svg"
)

func statsCommand() *cobra.Command {
	var o statsOptions
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Count and measure the book: words, pages, entries, repetitions",
		Long: `stats measures the book in the current folder. It judges nothing: it shows where to
look. It makes nothing either, but for the picture that --svg asks for.

  length        words, as a word processor counts them, pages, and the time that an
                adult takes to read them
  sentences     how long those of the text are: paragraphs, lists, quotations, notes
                and maxims, not titles, tables and verse
  readability   by the measure that was made for the language of the book: Flesch,
                Amstad, Kandel and Moles, Fernández Huerta, Gulpease, LIX and others;
                it counts words, sentences and syllables, and knows nothing of sense
  chapters      pages, words, entries, words to a sentence and readability of each,
                and the words that it has at least three times as often as the rest
                of the book
  entries       how many there are of each kind, theme and audience, the longest and
                the shortest
  close words   those that stand three times or more with few words between
  beginnings    chapters, maxims, paragraphs and sentences that begin alike

Drafts count in the words alone. With --all it prints every chapter of a long book,
and more repetitions. The keys of --format json say the same, and more places.`,
		Example: `  octavo stats
  octavo stats --all
  octavo stats --format json >stats.json
  octavo stats --svg stats.svg          draw words by chapter and entries by theme`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mustBeOneOf(cmd, "format", "format", o.format, reportFormats); err != nil {
				return err
			}
			if cmd.Flags().Changed("svg") && filepath.Ext(o.picture) != ".svg" {
				return usagef(cmd, "--svg names the picture to write, such as stats.svg, not %q", o.picture)
			}
			return measureBook(cmd, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "the output `format`: text or json")
	cmd.Flags().StringVar(&o.picture, "svg", "", "also draw the book as a picture: the SVG `file` to write")
	complete(cmd, "format", reportFormats...)
	return cmd
}

// statsOptions are what the command line of stats selects.
type statsOptions struct {
	format  string // text or json
	picture string // the file of the picture; "": none
}

// measureBook prints the measures of a book. A book with errors has them too, but for its pages.
func measureBook(cmd *cobra.Command, o statsOptions) error {
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuseFound(cmd, p.Found)
	}
	bar.step("setting")
	var pages *pagemap.Map
	if p.Showable() {
		pages = p.Interior().Pages
	}
	s := stats.Of(p.Cfg, p.Book, pages)
	bar.done()
	if pages == nil {
		errors, _ := p.Found.Count()
		diag.Fprintf(cmd.ErrOrStderr(), "octavo: the book has %s, so that its pages cannot be set; octavo check lists what is wrong\n", diag.Count(errors, "error"))
	}
	if o.picture != "" {
		if err := drawStats(cmd, p, s, o.picture); err != nil {
			return err
		}
	}
	if o.format == "json" {
		return diag.EncodeJSON(cmd.OutOrStdout(), s)
	}
	return printStats(cmd.OutOrStdout(), s, allMessages(cmd))
}

// drawStats writes the picture of a book's measures.
func drawStats(cmd *cobra.Command, p *project.Project, s *stats.Stats, name string) error {
	if p.Fonts == nil {
		return refuseFound(cmd, p.Found)
	}
	picture := chart.Draw(p.Cfg, p.Fonts, s)
	d, err := p.OpenOutputs(cmd.Context(), filepath.Dir(name), "")
	if err != nil {
		return err
	}
	defer d.Discard()
	var text bytes.Buffer
	if err := svg.Write(&text, picture); err != nil {
		return err
	}
	return d.WriteFile(cmd.Context(), filepath.Base(name), text.Bytes())
}
