package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/production"
)

// coverKeys are the flags that stand for keys of [cover].
var coverKeys = []struct{ flag, key, doc string }{
	{"binding", "cover.binding", "how the book is `bound`: paperback, hardcover or jacket"},
	{"paper", "cover.paper", "the `paper` of the inside, such as white or cream"},
	{"spine", "cover.spine", "the `width` of the spine, as the printer's calculator has it"},
}

func coverCommand() *cobra.Command {
	var profiles []string
	values := make([]string, len(coverKeys))
	cmd := &cobra.Command{
		Use:   "cover",
		Short: "Make the cover of the printed book",
		Long: `Make the cover around the printed book: back, spine and front on one sheet, with the
flaps of a jacket or what is turned in around boards. [cover] in book.toml says what
is on it; the spine comes from the pages that the inside has and from the paper.

  build/my-book-cover.pdf         for the printer
  build/my-book-cover-front.png   the front, 1600 x 2560 pixels, for shops and sites
  build/my-book-cover-small.png   the same, 500 x 800
  build/my-book-cover-whole.png   back, spine and front

The profile says who prints it, as with octavo build: kdp keeps the requirements of
Amazon KDP, ingram those of IngramSpark, x4 and screen those of the printer under
[print], or of any press. Several profiles make several files. Each is tested against
its printer's requirements when it is made.

octavo build makes the PDF alone, with the other outputs.`,
		Example: `  octavo cover                                   for the profile in book.toml
  octavo cover --profile kdp,ingram              for two printers
  octavo cover --binding hardcover --paper cream
  octavo cover --spine 12.3mm                    as the printer's calculator says`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen, err := pick(cmd, "profile", "profile", profiles, config.Profiles)
			if err != nil {
				return err
			}
			return makeCover(cmd, chosen, values)
		},
	}
	cmd.Flags().StringSliceVar(&profiles, "profile", nil, "make it for these `profiles`: "+strings.Join(config.Profiles, ", "))
	complete(cmd, "profile", config.Profiles...)
	for i, f := range coverKeys {
		cmd.Flags().StringVar(&values[i], f.flag, "", f.doc)
	}
	complete(cmd, "binding", config.Bindings...)
	completePapers(cmd)
	return cmd
}

// coverSettings returns the settings that flags made, as a manifest has them: "spine=12.3mm".
func coverSettings(asked []string) (out []config.Setting) {
	for _, a := range asked {
		flag, value, _ := strings.Cut(a, "=")
		for _, f := range coverKeys {
			if f.flag == flag {
				out = append(out, config.Setting{Key: f.key, Flag: "--" + flag, Value: value})
			}
		}
	}
	return out
}

// makeCover makes the cover by profiles, those of book.toml if there are none, with the values of coverKeys.
func makeCover(cmd *cobra.Command, profiles, values []string) error {
	start := time.Now()
	var settings []config.Setting
	for i, f := range coverKeys {
		if cmd.Flags().Changed(f.flag) {
			settings = append(settings, config.Setting{Key: f.key, Flag: "--" + f.flag, Value: values[i]})
		}
	}
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step, settings...)
	if err != nil {
		return err
	}
	defer p.Close()
	if err := flagFault(cmd, p.Found); err != nil {
		return err
	}
	for _, s := range settings {
		p.Asked = append(p.Asked, strings.TrimPrefix(s.Flag, "--")+"="+s.Value.(string))
	}
	bar.step("setting")
	made, where, err := production.CoverFiles(cmd.Context(), p, profiles, start)
	bar.done()
	if err != nil {
		return err
	}
	if err := flagFault(cmd, p.Found); err != nil {
		return err
	}
	if len(made) == 0 {
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	if err := printFound(cmd.ErrOrStderr(), p.Found.With("cover-", "preflight-"), allMessages(cmd)); err != nil {
		return err
	}
	for _, m := range made {
		if err := m.Print(cmd.OutOrStdout(), where); err != nil {
			return err
		}
	}
	return nil
}
