package wrap

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// asked is what is asked of a sheet, and what is wrong with that.
type asked struct {
	cfg     *config.Config
	printer *config.Printer
	spec    *config.CoverSpec
	in      Inside
	found   diag.List
}

// wrong reports an error at the value of a key.
func (a *asked) wrong(key, format string, args ...any) *diag.Diagnostic {
	pos, end := a.cfg.Value(key)
	return a.found.Errorf("cover-printer", pos, format, args...).To(end)
}

func (a *asked) noBinding() {
	d := a.wrong("cover.binding", "%s does not bind a book as %q", a.printer.Name, a.cfg.Cover.Binding)
	var bindings []string
	for _, c := range a.printer.Covers {
		bindings = append(bindings, strconv.Quote(c.Binding))
	}
	if len(bindings) == 0 {
		d.Note("styles/%s has nothing on its covers", config.PrintersFile)
		return
	}
	d.Note("its bindings: %s", strings.Join(bindings, ", "))
}

// paper returns the paper that is asked for, or nil if the printer has no such paper.
func (a *asked) paper() *config.Paper {
	id := a.cfg.Cover.Paper
	if p := a.spec.Paper(id); p != nil {
		return p
	}
	if leaf, ok := caliper(id); ok && a.spec.Any {
		return &config.Paper{ID: id, Name: id, PerPage: leaf / 2, Added: a.spec.Papers[0].Added}
	}
	d := a.wrong("cover.paper", "%s has no paper %q", a.printer.Name, id)
	var ids []string
	for _, p := range a.spec.Papers {
		ids = append(ids, p.ID)
	}
	if near := diag.Suggest(id, ids); near != "" {
		d.Note("did you mean %q?", near)
	}
	d.Note("its papers: %s", strings.Join(ids, ", "))
	if a.spec.Any {
		d.Note(`or say how thick a leaf is, "108um", or what it weighs, with its bulk, "90g x 1.2"`)
	}
	return nil
}

// thickest is the thickest leaf that a book is printed on: half a millimetre.
const thickest = config.Length(page.Mm) / 2

// caliper returns the thickness of a leaf that is given as such, "108um", or by its weight to the square metre and its bulk in cubic
// centimetres to the gram, "90g x 1.2".
func caliper(s string) (leaf config.Length, ok bool) {
	s = strings.NewReplacer(" ", "", "×", "x", "µm", "um", "μm", "um", "g/m²", "g", "g/m2", "g", "gsm", "g").Replace(s)
	microns := 0.0
	if digits, cut := strings.CutSuffix(s, "um"); cut {
		n, err := strconv.ParseFloat(digits, 64)
		microns, ok = n, err == nil
	} else if weight, bulk, cut := strings.Cut(s, "gx"); cut {
		g, err := strconv.ParseFloat(weight, 64)
		b, bad := strconv.ParseFloat(bulk, 64)
		microns, ok = g*b, err == nil && bad == nil
	}
	if !ok || !(microns >= 10 && microns <= 500) {
		return 0, false
	}
	leaf = config.Length(microns*float64(page.Mm)/1000 + 0.5)
	return leaf, leaf <= thickest
}

// pages reports a number of pages that the printer does not bind so.
func (a *asked) pages(paper *config.Paper) {
	r := pagesOf(a.spec, paper)
	if r.Admits(a.in.Pages) {
		return
	}
	d := a.wrong("cover.binding", "the inside has %s, and with binding = %q and paper = %q %s binds %s", diag.Count(a.in.Pages, "page"),
		a.spec.Binding, paper.ID, a.printer.Name, pageRange(r))
	for _, c := range a.printer.Covers {
		if c.Binding != a.spec.Binding && binds(&c, a.cfg.Cover.Paper, a.in) {
			d.Note("binding = %q takes them", c.Binding)
		}
	}
	for _, p := range a.spec.Papers {
		if p.ID != paper.ID && pagesOf(a.spec, &p).Admits(a.in.Pages) {
			d.Note("paper = %q takes them", p.ID)
		}
	}
	if len(d.Notes) > 0 {
		return
	}
	if a.in.Pages < r.Least {
		d.Note("a smaller trim or larger type makes more pages")
	} else {
		d.Note("a larger trim or smaller type makes fewer pages")
	}
}

// least2 returns the lesser of two bounds, of which 0 is none.
func least2(a, b int) int {
	if a == 0 || b == 0 {
		return a + b
	}
	return min(a, b)
}

func pageRange(r config.Range[int]) string {
	switch {
	case r.Most == 0:
		return fmt.Sprintf("%d pages or more", r.Least)
	case r.Least == 0:
		return fmt.Sprintf("up to %d pages", r.Most)
	}
	return fmt.Sprintf("%d to %d pages", r.Least, r.Most)
}

// trimSlack is how far a page may be from a size that a printer names: sizes in millimetres are rounded.
const trimSlack = page.Mm / 2

// trim reports a size of page that the printer does not bind.
func (a *asked) trim() {
	var sizes []string
	for _, t := range a.spec.Trims.Sizes {
		sizes = append(sizes, inches(page.Length(t.W))+" x "+inches(page.Length(t.H))+" in")
	}
	if trimmed(a.spec, a.in) {
		return
	}
	if len(sizes) > 0 {
		a.wrong("print.trim", "%s does not bind pages of %s x %s in as %s", a.printer.Name, inches(a.in.Width), inches(a.in.Height), a.spec.Binding).
			Note("its sizes: %s", strings.Join(sizes, ", "))
		return
	}
	for _, side := range []struct {
		name   string
		size   page.Length
		bounds config.Range[config.Length]
	}{{"wide", a.in.Width, a.spec.Width}, {"high", a.in.Height, a.spec.Height}} {
		if !side.bounds.Admits(config.Length(side.size)) {
			a.wrong("print.trim", "the page is %s in %s, and %s binds %s to %s in", inches(side.size), side.name, a.printer.Name,
				inches(page.Length(side.bounds.Least)), inches(page.Length(side.bounds.Most))).Note("write another trim under [print]")
		}
	}
}

func near(a, b page.Length) bool { return a-b <= trimSlack && b-a <= trimSlack }

// spine returns the width of the spine, and notes where that comes from if it is not sure.
func (a *asked) spine(paper *config.Paper, s *Sheet) page.Length {
	width := page.Length(paper.PerPage)*page.Length(s.Pages) + page.Length(paper.Added)
	fact := paper.Fact
	if paper.PerPage == 0 {
		for _, row := range a.spec.Spines {
			if s.Pages <= row.To {
				width, fact = page.Length(row.Width), row.Fact
				break
			}
		}
	}
	if own := page.Length(a.cfg.Cover.Spine); own > 0 {
		if width != own {
			by := config.File
			if flag := a.cfg.Where("cover.spine").Source; flag != nil {
				by = flag.Name
			}
			s.Notes = append(s.Notes, fmt.Sprintf("the spine is %s, as %s says; by styles/%s it would be %s", both(own), by, config.PrintersFile, both(width)))
		}
		return own
	}
	note := ""
	if fact.Secondary {
		note = fmt.Sprintf("the spine is %s by a number at second hand", both(width))
	}
	if o := paper.Other; o.Source != "" {
		if other := page.Length(o.PerPage)*page.Length(s.Pages) + page.Length(o.Added); other != width {
			note = fmt.Sprintf("%s, and %s by %s", cmp.Or(note, "the spine is "+both(width)), both(other), o.Source)
		}
	}
	if note != "" {
		s.Notes = append(s.Notes, fmt.Sprintf("%s; compare it with the cover template of %s, and if it differs, write spine = \"12.3mm\" or the like under [cover]", note, a.printer.Name))
	}
	return width
}

// inches returns a length in inches to a thousandth, without zeros at its end.
func inches(l page.Length) string {
	s := strconv.FormatFloat(float64(l)/float64(page.In), 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// both returns a length in millimetres and in inches.
func both(l page.Length) string {
	return strconv.FormatFloat(float64(l)/float64(page.Mm), 'f', 1, 64) + " mm (" + inches(l) + " in)"
}
