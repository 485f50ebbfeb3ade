package preflight

import (
	"fmt"
	"math"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/diag"
)

func testPageCount(s *subject) verdict {
	n := len(s.pages)
	limit := s.printer.Pages
	switch {
	case !limit.Admits(n):
		ask := fmt.Sprintf("the printer binds %d pages and more", limit.Least)
		if limit.Most > 0 {
			ask = fmt.Sprintf("the printer binds %d to %d pages", limit.Least, limit.Most)
		}
		return s.limited(limit.Fact, where{}, diag.Count(n, "page"), ask)
	case limit.Even && n%2 == 1:
		return s.limited(limit.Fact, where{}, diag.Count(n, "page")+", an odd number", "add a blank page at the end")
	}
	return passed("%s", diag.Count(n, "page"))
}

func testLastPage(s *subject) verdict {
	if !s.printer.Pages.LastBlank || len(s.pages) == 0 {
		return verdict{}
	}
	if p := s.pages[len(s.pages)-1]; !p.ink.Empty() {
		return s.limited(s.printer.Pages.Fact, where{pages: []int{len(s.pages)}}, "something stands on it",
			"add a blank page at the end: the printer puts its own marks there")
	}
	return passed("blank")
}

// dimensions returns a size in inches.
func dimensions(r content.Rect) string {
	return fmt.Sprintf("%s × %s", inches(r.Width()), inches(r.Height()))
}

func testPageSize(s *subject) verdict {
	if len(s.pages) == 0 {
		return verdict{}
	}
	var other, turned, large where
	first := s.pages[0]
	for i, p := range s.pages {
		const slack = 0.2
		if math.Abs(p.trim.Width()-first.trim.Width()) > slack ||
			math.Abs(p.trim.Height()-first.trim.Height()) > slack ||
			math.Abs(p.media.Width()-first.media.Width()) > slack ||
			math.Abs(p.media.Height()-first.media.Height()) > slack {
			other.add(i + 1)
		}
		if math.Mod(p.rotate, 360) != 0 {
			turned.add(i + 1)
		}
		if p.unit != 1 {
			large.add(i + 1)
		}
	}
	trim := first.trim
	switch {
	case other.any():
		p := s.pages[other.pages[0]-1]
		return failed(other, fmt.Sprintf("%s, but %s on %s", dimensions(trim), dimensions(p.trim), s.on(other)),
			"give all pages one size")
	case turned.any():
		return failed(turned, "turned by Rotate on "+s.on(turned), "save the pages upright, with Rotate 0")
	case large.any():
		return failed(large, "with a unit of its own on "+s.on(large), "save the pages without UserUnit")
	}
	w, h := config.Length(math.Round(trim.Width()*65536)), config.Length(math.Round(trim.Height()*65536))
	slack := config.Length(65536 / 5)
	for _, side := range []struct {
		limit config.Range[config.Length]
		has   config.Length
		name  string
	}{{s.printer.Width, w, "width"}, {s.printer.Height, h, "height"}} {
		l := side.limit
		if side.has+slack < l.Least || l.Most > 0 && side.has-slack > l.Most {
			return s.limited(l.Fact, where{}, dimensions(trim),
				fmt.Sprintf("the printer takes a %s of %s to %s", side.name, inches(inPoints(l.Least)),
					inches(inPoints(l.Most))))
		}
	}
	return passed("%s", dimensions(trim))
}

func testBoxes(s *subject) verdict {
	var without, both, astray where
	for i, p := range s.pages {
		switch {
		case !p.hasTrim && !p.isArt:
			without.add(i + 1)
		case p.hasTrim && p.isArt && s.profile != KDP:
			both.add(i + 1)
		case !p.media.Holds(p.trim), p.hasBleed && !(p.media.Holds(p.bleed) && p.bleed.Holds(p.trim)):
			astray.add(i + 1)
		}
	}
	switch {
	case both.any():
		return failed(both, "TrimBox and ArtBox both on "+s.on(both), "PDF/X takes one of the two: delete ArtBox")
	case astray.any():
		return failed(astray, "not inside each other on "+s.on(astray),
			"TrimBox must lie in BleedBox, and that in MediaBox")
	case without.any() && s.profile == KDP:
		return passed("no TrimBox: the page counts as trimmed already")
	case without.any():
		return failed(without, "TrimBox is missing on "+s.on(without),
			"PDF/X needs TrimBox on every page: "+s.profile.remake())
	}
	return passed("TrimBox in MediaBox")
}

// bleedOf returns the bleed that the profile requires.
func (s *subject) bleedOf() (points float64, fact config.Fact) {
	if s.wrap != nil {
		return s.wrap.Bleed, config.Fact{}
	}
	if b := s.printer.Bleed; b.Known() {
		return inPoints(b.Least), b.Fact
	}
	return 9, config.Fact{Source: "what printers usually ask for, 0.125 in"}
}

func testMarks(s *subject) verdict {
	bleed, _ := s.bleedOf()
	var w where
	for i, p := range s.pages {
		if !p.ink.Empty() && !p.trim.Grow(bleed+1).Holds(p.ink) {
			w.add(i + 1)
		}
	}
	if w.any() {
		return failed(w, "something stands outside the bleed on "+s.on(w),
			"save the file without crop marks, colour bars and other notes to the printer")
	}
	if s.profile == KDP {
		for i, p := range s.pages {
			if a, b := p.media.Width()-p.trim.Width(), p.media.Height()-p.trim.Height(); a > 2*bleed+1 ||
				b > 2*bleed+1 {
				w.add(i + 1)
			}
		}
		if w.any() {
			return failed(w, fmt.Sprintf("none, but room for them on %s", s.on(w)),
				"make the page as large as the trimmed page, with "+inches(bleed)+" more at head, foot and fore edge where there is bleed")
		}
	}
	return passed("none")
}

// Indexes of the sides in reach: left, foot, right, head. The inner side of a recto is the left.
func inner(page int) int {
	if page%2 == 1 {
		return 0
	}
	return 2
}

func testBleed(s *subject) verdict {
	bleed, fact := s.bleedOf()
	var short, any where
	for i, p := range s.pages {
		for side, e := range p.reach {
			if side == inner(i+1) || !e.touched {
				continue
			}
			any.add(i + 1)
			if e.beyond < bleed-0.5 {
				short.add(i + 1)
			}
		}
	}
	switch {
	case short.any():
		return s.limited(fact, short, "something ends at the edge of the page on "+s.on(short),
			"let it run "+inches(bleed)+" over the edge that is cut, or keep it clear of the edge")
	case any.any():
		return passed("%s over the edge on %s", inches(bleed), s.on(any))
	}
	return passed("nothing runs to an edge")
}

// bleeds reports whether anything in the book bleeds.
func (s *subject) bleeds() bool {
	for i, p := range s.pages {
		for side, e := range p.reach {
			if e.touched && side != inner(i+1) {
				return true
			}
		}
	}
	return false
}

// clear returns the distance of the text from an edge of the page.
func (p *page) clear(side int) float64 {
	switch side {
	case 0:
		return p.text.X0 - p.trim.X0
	case 1:
		return p.text.Y0 - p.trim.Y0
	case 2:
		return p.trim.X1 - p.text.X1
	}
	return p.trim.Y1 - p.text.Y1
}

// slack is the tolerance for text in a margin: widths in PDF are rounded.
const slack = 0.75

func testGutter(s *subject) verdict {
	row := s.printer.GutterRow(len(s.pages))
	if row == nil {
		return verdict{}
	}
	want := inPoints(row.Margin)
	least := math.Inf(1)
	var w where
	for i, p := range s.pages {
		if p.text.Empty() {
			continue
		}
		got := p.clear(inner(i + 1))
		least = math.Min(least, got)
		if got < want-slack {
			w.add(i + 1)
		}
	}
	if w.any() {
		return s.limited(row.Fact, w, fmt.Sprintf("%s on %s", inches(least), s.on(w)),
			fmt.Sprintf("a book of %s needs an inside margin of %s", diag.Count(len(s.pages), "page"), inches(want)))
	}
	if math.IsInf(least, 1) {
		return passed("there is no text")
	}
	return passed("%s, where %s is asked for", inches(least), inches(want))
}

func testMargins(s *subject) verdict {
	limit := s.printer.Outside
	if s.bleeds() && s.printer.OutsideBleed.Known() {
		limit = s.printer.OutsideBleed
	}
	want := inPoints(limit.Least)
	least := math.Inf(1)
	var w, over where
	for i, p := range s.pages {
		if p.text.Empty() {
			continue
		}
		for side := range 4 {
			got := p.clear(side)
			if got < -slack {
				over.add(i + 1)
			}
			if side == inner(i+1) {
				continue
			}
			least = math.Min(least, got)
			if got < want-slack {
				w.add(i + 1)
			}
		}
	}
	switch {
	case over.any():
		return failed(over, "text runs over the edge of the page on "+s.on(over), "set the text inside of the page")
	case w.any():
		return s.limited(limit.Fact, w, fmt.Sprintf("%s on %s", inches(least), s.on(w)),
			"the printer asks for "+inches(want)+" at head, foot and fore edge")
	case math.IsInf(least, 1):
		return passed("there is no text")
	case want == 0:
		return passed("%s", inches(least))
	}
	return passed("%s, where %s is asked for", inches(least), inches(want))
}

func testEdges(s *subject) verdict {
	limit := s.printer.Outside
	want := inPoints(limit.Least)
	if want == 0 {
		return verdict{}
	}
	var w where
	least := math.Inf(1)
	for i, p := range s.pages {
		for side, e := range p.reach {
			if side == inner(i+1) {
				continue
			}
			if e.near < want-slack {
				w.add(i + 1)
				least = math.Min(least, e.near)
			}
		}
	}
	if w.any() {
		return advised(w, fmt.Sprintf("%s on %s", inches(least), s.on(w)),
			"what is so near to the edge may be cut: keep it "+inches(want)+" away, or let it run over the edge")
	}
	return passed("none")
}
