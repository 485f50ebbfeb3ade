package production

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// grown are the points that a book meets only when it is laid out for a printer, and long enough.
var grown = []string{"page-count", "last-page", "gutter", "margins", "edges", "bleed", "resolution"}

// preflight holds an interior that was just made against its profile. A fault is an error, and the build keeps the
// files
// of the last one. What a book lacks that is still growing, or that book.toml does not lay out for this printer, is a
// warning.
func preflightOutput(p *project.Project, f *outdir.File, profile preflight.Profile) (found diag.List, err error) {
	data, err := f.ReadBack()
	if err != nil {
		return nil, fmt.Errorf("cannot test %s: %w", f.Name(), err)
	}
	printers, found := config.LoadPrinters(p.Styles)
	if found.HasErrors() {
		return found, nil
	}
	doc, err := preflight.Read(context.Background(), data)
	if err != nil {
		return nil, fmt.Errorf("cannot test %s: %w", f.Name(), err)
	}
	report, err := doc.Test(profile, printers.Printer(profile.Printer()))
	if err != nil {
		return nil, fmt.Errorf("cannot test %s: %w", f.Name(), err)
	}
	for _, point := range report.Points {
		if point.Result != preflight.Fail {
			continue
		}
		var d *diag.Diagnostic
		other := p.Cfg.Print.Printer != profile.Printer()
		if slices.Contains(grown, point.Code) && (other || point.Code == "page-count") {
			d = found.Warnf("preflight-book", diag.Pos{}, "%s: %s: %s", f.Name(), point.Name, point.Found)
		} else {
			d = found.Errorf("preflight-fault", diag.Pos{}, "%s: %s: %s", f.Name(), point.Name, point.Found)
		}
		if other && (point.Code == "last-page" || point.Code == "gutter") {
			d.Note("write printer = %q under [print] of book.toml, and the pages are laid out for it",
				profile.Printer())
			continue
		}
		for _, do := range point.Do {
			d.Note("%s", do)
		}
	}
	return found, nil
}

// makePDFs makes the files of the interior, and the page map beside them.
func makePDFs(p *project.Project, d *outdir.Dir, profiles []string, start time.Time, written *gate) ([]Output, error) {
	in := p.Interior()
	pagemap := Output{Quiet: true}
	mapped := make(chan error, 1)
	go func() {
		mapped <- parallel.Guard(func() error {
			record := p.Record(in.Pages)
			record.Inputs = p.HashInterior()
			return pagemap.Make(d, project.PagemapName(p.Cfg.Book.Slug), start, record.Write)
		})
	}()
	out, err := makeInterior(p, d, in.Doc, profiles, start, written)
	if err = cmp.Or(err, <-mapped); err != nil {
		return nil, err
	}
	return append(out, pagemap), nil
}

// makeInterior writes the pages of the interior once for each profile, side by side.
func makeInterior(p *project.Project, d *outdir.Dir, doc *page.Document, profiles []string, start time.Time, written *gate) ([]Output, error) {
	out := make([]Output, len(profiles))
	errs := make([]error, len(profiles))
	var group sync.WaitGroup
	for i, name := range profiles {
		group.Go(func() {
			errs[i] = parallel.Guard(func() error {
				profile, err := pdfProfile(p, name)
				if err != nil {
					return err
				}
				profile = withInk(profile, p.Cfg.Print.Ink)
				inked := secondInk(p, &profile, doc)
				out[i].pages = len(doc.Pages)
				err = out[i].Make(d, interiorName(p.Cfg.Book.Slug, name), start, func(w io.Writer) error {
					return pdf.Write(w, doc, profile)
				})
				written.open()
				if err == nil {
					out[i].found, err = preflightOutput(p, out[i].File, preflight.Profile(name))
					out[i].found = append(inked, out[i].found...)
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

// withInk returns a profile that has the second ink as [print] ink of book.toml wants it.
func withInk(profile pdf.Profile, ink string) pdf.Profile {
	switch ink {
	case config.InkBlack:
		return profile.WithSecond(pdf.BlackInk)
	case config.InkProcess:
		return profile.WithSecond(pdf.ProcessInk)
	case config.InkSpot:
		return profile.WithSecond(pdf.SpotInk)
	}
	return profile
}

// secondInk says where a press does not print the second ink as the style has it, or not as book.toml asks.
func secondInk(p *project.Project, profile *pdf.Profile, doc *page.Document) (found diag.List) {
	if doc.Second == nil {
		return nil
	}
	pos, end := p.Cfg.Value("print.ink")
	if p.Cfg.Print.Ink == "" {
		pos, end = p.Cfg.Value("print.style")
	}
	switch second := profile.Second(); {
	case second == pdf.BlackInk && p.Cfg.Print.Ink == "":
		found.Warnf("ink-black", pos, "the second ink of the style %s is black in the file for %s, whose usual inside is printed in black alone", p.Cfg.Style.Name, profile.Name).
			To(end).Note(`write ink = "process" under [print] of book.toml where the inside is ordered in colour, or ink = "black" to say that this is meant`)
	case second == pdf.ProcessInk && p.Cfg.Print.Ink == config.InkSpot:
		found.Warnf("ink-mixed", pos, "the file for %s has the second ink in process colours, because its presses take no spot colour", profile.Name).
			To(end).Note(`build for these presses with ink = "process", and for those with a plate for the ink with ink = "spot"`)
	}
	return found
}

// interiorName is the file of a profile: the one for readers bears the plain name.
func interiorName(slug, profile string) string {
	if profile == pdf.Screen.Name {
		return slug + ".pdf"
	}
	return slug + "-" + profile + ".pdf"
}

// pdfProfile is the profile of a name.
func pdfProfile(p *project.Project, name string) (pdf.Profile, error) {
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
		}{{&c.CMYK, project.ConditionCMYK}, {&c.RGB, project.ConditionRGB}} {
			data, err := p.Styles.ReadFile(part.name)
			if err != nil {
				return pdf.Profile{}, &pdf.ICCError{Name: "styles/" + part.name, Err: readfile.Reason(err)}
			}
			*part.to = data
		}
		return pdf.X4(c), nil
	}
	return pdf.Screen, nil
}
