package main

import (
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
)

// chosenProfiles is the profiles that --profile names, each once; nil when the flag is not given.
func chosenProfiles(cmd *cobra.Command, names []string) ([]string, error) {
	if !cmd.Flags().Changed("profile") {
		return nil, nil
	}
	var profiles []string
	for _, name := range names {
		if !slices.Contains(config.Profiles, name) {
			return nil, usagef(cmd, "there is no profile %q; --profile takes %s", name, strings.Join(config.Profiles, ", "))
		}
		if !slices.Contains(profiles, name) {
			profiles = append(profiles, name)
		}
	}
	if len(profiles) == 0 {
		return nil, usagef(cmd, "--profile names no profile; it takes %s", strings.Join(config.Profiles, ", "))
	}
	return profiles, nil
}

// makeInterior writes the pages of the interior once for each profile, side by side.
func makeInterior(p *project, d *outdir.Dir, doc *page.Document, profiles []string, start time.Time) ([]output, error) {
	out := make([]output, len(profiles))
	errs := make([]error, len(profiles))
	var group sync.WaitGroup
	for i, name := range profiles {
		group.Go(func() {
			errs[i] = parallel.Guard(func() error {
				profile, err := pdfProfile(p, name)
				if err != nil {
					return err
				}
				out[i].pages = len(doc.Pages)
				err = out[i].make(d, interiorName(p.cfg.Book.Slug, name), start, func(w io.Writer) error {
					return pdf.Write(w, doc, profile)
				})
				if err == nil {
					out[i].found, err = preflightOutput(p, out[i].file, preflight.Profile(name))
				}
				return err
			})
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// interiorName is the file of a profile: the one for readers bears the plain name.
func interiorName(slug, profile string) string {
	if profile == pdf.Screen.Name {
		return slug + ".pdf"
	}
	return slug + "-" + profile + ".pdf"
}

// The colour profiles of PDF/X-4, in styles/.
const (
	conditionCMYK = "icc/ISOcoated_v2_300_bas.icc"
	conditionRGB  = "icc/sRGB2014.icc"
)

// pdfProfile is the profile of a name.
func pdfProfile(p *project, name string) (pdf.Profile, error) {
	switch name {
	case pdf.KDP.Name:
		return pdf.KDP, nil
	case pdf.Ingram.Name:
		return pdf.Ingram, nil
	case "x4":
		// Offset on coated paper, the condition that a press takes when it has not named its own.
		c := pdf.Condition{Name: "FOGRA39", Info: "ISO 12647-2:2004/Amd 1, offset printing on coated paper (ISO Coated v2 300 %)"}
		for _, part := range []struct {
			to   *[]byte
			name string
		}{{&c.CMYK, conditionCMYK}, {&c.RGB, conditionRGB}} {
			data, err := p.styles.ReadFile(part.name)
			if err != nil {
				return pdf.Profile{}, &pdf.ICCError{Name: "styles/" + part.name, Err: reason(err)}
			}
			*part.to = data
		}
		return pdf.X4(c), nil
	}
	return pdf.Screen, nil
}
