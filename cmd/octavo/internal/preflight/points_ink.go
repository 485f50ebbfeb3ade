package preflight

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

// named lists the fonts that match, and their pages.
func (s *subject) named(chosen func(*font) bool) (names []string, w where) {
	seen := map[string]bool{}
	var all []where
	for _, ft := range s.fonts {
		if !ft.used.any() || !chosen(ft) {
			continue
		}
		name, _ := cutTag(ft.name)
		if name = clean(name); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
		all = append(all, ft.used)
	}
	sort.Strings(names)
	if len(names) > 8 {
		names = append(names[:8], fmt.Sprintf("%d more", len(names)-8))
	}
	return names, join(all...)
}

func (s *subject) fontsInUse() int {
	n := 0
	for _, ft := range s.fonts {
		if ft.used.any() {
			n++
		}
	}
	return n
}

func testEmbedded(s *subject) verdict {
	names, w := s.named(func(ft *font) bool { return !ft.embedded })
	if len(names) > 0 {
		return failed(w, fmt.Sprintf("not %s, on %s", listed(names), s.on(w)),
			"save the file with all fonts embedded, those that every reader has too")
	}
	return passed("all %d", s.fontsInUse())
}

func testSubset(s *subject) verdict {
	names, w := s.named(func(ft *font) bool { return ft.embedded && !ft.subset })
	if len(names) > 0 {
		return advised(w, "not "+listed(names), "let the maker of the file embed subsets: it is smaller, and many licences ask for it")
	}
	return passed("all %d", s.fontsInUse())
}

func testGlyphs(s *subject) verdict {
	names, _ := s.named(func(ft *font) bool { return ft.missing.any() })
	var pages []where
	for _, ft := range s.fonts {
		pages = append(pages, ft.missing)
	}
	if w := join(pages...); w.any() {
		return failed(w, fmt.Sprintf("boxes instead of characters that %s lacks, on %s", listed(names), s.on(w)),
			"set these characters in a font that has them")
	}
	return passed("none")
}

func testType3(s *subject) verdict {
	names, w := s.named(func(ft *font) bool { return ft.kind == "Type3" })
	switch {
	case len(names) == 0:
		return passed("none")
	case s.profile == Screen:
		return advised(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
			"such letters are coarse on a screen: use the font as an outline font")
	}
	return failed(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
		"printers refuse Type 3 fonts: use the font as an outline font")
}

func testUnicode(s *subject) verdict {
	names, w := s.named(func(ft *font) bool { return !ft.unicode })
	if len(names) > 0 {
		return failed(w, fmt.Sprintf("not that in %s, on %s", listed(names), s.on(w)),
			"let the maker of the file write ToUnicode for the font")
	}
	return passed("all of it")
}

func testTypeSize(s *subject) verdict {
	limit := s.printer.Type
	if !limit.Known() {
		return verdict{}
	}
	want := inPoints(limit.Least)
	least := math.Inf(1)
	var w where
	for _, t := range s.smallest {
		least = math.Min(least, t.size)
		if t.size < want-0.01 {
			w.add(t.page)
		}
	}
	if w.any() {
		return s.limited(limit.Fact, w, fmt.Sprintf("%s on %s", points(least), s.on(w)),
			"the printer asks for "+points(want)+" and more")
	}
	if math.IsInf(least, 1) {
		return passed("there is no text")
	}
	return passed("%s", points(least))
}

func testLineWidth(s *subject) verdict {
	limit := s.printer.Rule
	if !limit.Known() {
		return verdict{}
	}
	want := inPoints(limit.Least)
	least := math.Inf(1)
	var w where
	for _, t := range s.thin {
		if t.width < want-0.01 {
			w.add(t.page)
			least = math.Min(least, t.width)
		}
	}
	if w.any() {
		return s.limited(limit.Fact, w, fmt.Sprintf("%s on %s", points(least), s.on(w)),
			"the printer asks for "+points(want)+" and more")
	}
	return passed("%s or thicker", points(want))
}

// device reports whether a colour space is allowed in PDF/X-1a.
func device(f family) bool { return f == gray || f == cmyk || f == spot || f == pattern }

func testTextBlack(s *subject) verdict {
	names, w := s.strange(ofText)
	if s.textRich.any() {
		names, w = append(names, "black of several inks"), join(w, s.textRich)
	}
	switch {
	case w.any():
		return failed(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
			"set text in 100 % black, in grey or CMYK with nothing else in it")
	case s.textChroma.any(): // a second ink
		return advised(s.textChroma, "colour on "+s.on(s.textChroma),
			"order the inside in colour: where it is printed in black alone, these words become dots of grey",
			"with a style of octavo's, ink = \"black\" under [print] of book.toml prints them in black")
	case s.textTint.any():
		return advised(s.textTint, "a tint of black on "+s.on(s.textTint),
			"a tint is printed as dots, which makes letters ragged: take full black")
	}
	return passed("full black alone")
}

// strange returns the colour spaces of a use that a printer does not accept, and their pages.
func (s *subject) strange(uses ...int) (names []string, w where) {
	var all []where
	for f := range familyCount {
		bad := !device(f)
		if s.profile == X4 { // the printer converts colours that have a profile
			bad = f == rgb || f == unknown
		}
		var at []where
		for _, use := range uses {
			at = append(at, s.families[use][f])
		}
		if found := join(at...); bad && found.any() {
			names = append(names, familyNames[f])
			all = append(all, found)
		}
	}
	return names, join(all...)
}

func testColour(s *subject) verdict {
	names, w := s.strange(ofText, ofAreas)
	if len(names) > 0 {
		return failed(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
			"use grey and CMYK: build with --profile "+string(s.profile))
	}
	return passed("%s", s.familiesOf(ofText, ofAreas))
}

func testPictureColour(s *subject) verdict {
	names, w := s.strange(ofPictures)
	if len(names) > 0 {
		return failed(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
			"convert the pictures to grey or CMYK: build with --profile "+string(s.profile))
	}
	return passed("%s", s.familiesOf(ofPictures))
}

// familiesOf names the colour spaces in use.
func (s *subject) familiesOf(uses ...int) string {
	var names []string
	for f := range familyCount {
		for _, use := range uses {
			if s.families[use][f].any() {
				names = append(names, familyNames[f])
				break
			}
		}
	}
	if len(names) == 0 {
		return "there are none"
	}
	return listed(names)
}

func testInk(s *subject) verdict {
	limit := s.printer.Ink
	if !limit.Known() {
		return verdict{}
	}
	ink, at := s.ink, s.inkAt
	var dark where
	for _, x := range s.pictures {
		if !x.coloured() {
			continue
		}
		switch most := s.inkOf(x); {
		case most < 0:
			dark = join(dark, x.used)
		case most > ink+0.01:
			ink, at = most, x.used
		case most > ink-0.01:
			at = join(at, x.used)
		}
	}
	found := fmt.Sprintf("%.0f %%", ink)
	switch {
	case ink >= float64(limit.Most):
		return s.limited(limit.Fact, at, found+" on "+s.on(at),
			fmt.Sprintf("the printer takes less than %d %% of all colours together: lighten the colour, or use more black instead", limit.Most))
	case dark.any():
		return advised(dark, found+" at most, but a picture could not be measured on "+s.on(dark),
			fmt.Sprintf("see that it has less than %d %% of all colours together", limit.Most))
	}
	return passed("%s at most", found)
}

func testResolution(s *subject) verdict {
	// For a printer without a limit of its own, the common limit is used.
	want, pure := 300, 600
	limit := s.printer.Resolution
	if limit.Known() {
		want = limit.Least
	}
	if s.printer.Bitonal.Known() {
		pure = s.printer.Bitonal.Least
	}
	least, leastPure := math.Inf(1), math.Inf(1)
	var coarse, coarsePure []where
	placed := 0
	for _, x := range s.pictures {
		if x.dpi == 0 {
			continue
		}
		placed++
		// A picture of a few pixels is a flat area.
		if x.width*x.height <= 16 {
			continue
		}
		if x.dpi < float64(want)-1 {
			coarse = append(coarse, where{pages: []int{x.dpiAt}})
			least = math.Min(least, x.dpi)
		} else if x.pure() && x.dpi < float64(pure)-1 {
			coarsePure = append(coarsePure, where{pages: []int{x.dpiAt}})
			leastPure = math.Min(leastPure, x.dpi)
		}
	}
	do := fmt.Sprintf("take pictures with more pixels or place them smaller, for %d pixels to the inch", want)
	switch w := join(coarse...); {
	case w.any() && limit.Known():
		return s.limited(limit.Fact, w, fmt.Sprintf("%.0f pixels to the inch on %s", math.Floor(least), s.on(w)), do)
	case w.any():
		return failed(w, fmt.Sprintf("%.0f pixels to the inch on %s", math.Floor(least), s.on(w)), do)
	}
	if w := join(coarsePure...); w.any() {
		return advised(w, fmt.Sprintf("%.0f pixels to the inch in black and white on %s", math.Floor(leastPure),
			s.on(w)),
			fmt.Sprintf("a picture without greys shows its pixels: take %d to the inch", pure))
	}
	if placed == 0 {
		return passed("there are no pictures")
	}
	return passed("%d pixels to the inch or more", want)
}

func testTransparency(s *subject) verdict {
	what, w := s.collected(s.transparency)
	switch {
	case len(what) == 0:
		return passed("none")
	case s.profile == X4:
		return passed("%s on %s, which PDF/X-4 allows", listed(what), s.on(w))
	case s.profile == KDP:
		return advised(w, fmt.Sprintf("%s on %s", listed(what), s.on(w)),
			"flatten it: presses differ in what they print")
	}
	return failed(w, fmt.Sprintf("%s on %s", listed(what), s.on(w)),
		"flatten it: "+s.profile.remake()+", or save the file as PDF/X-1a")
}

func testAnnotations(s *subject) verdict {
	var kinds []string
	var all []where
	for kind, at := range s.annotations {
		if s.profile == KDP || kind != "PrinterMark" && kind != "TrapNet" {
			kinds = append(kinds, clean(string(kind)))
			all = append(all, *at)
		}
	}
	sort.Strings(kinds)
	w := join(all...)
	if s.profile != KDP {
		w = s.inTrim
	}
	switch {
	case len(kinds) == 0:
		return passed("none")
	case !w.any():
		return passed("%s, outside the trimmed page", listed(kinds))
	}
	return failed(w, fmt.Sprintf("%s on %s", strings.Join(kinds, ", "), s.on(w)),
		"a printed book has no links, notes or form fields: build with --profile "+string(s.profile))
}
