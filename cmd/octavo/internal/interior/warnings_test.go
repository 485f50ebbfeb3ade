package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TestShippedBookIsClean: the book of this repository has no typographic warnings, but of a name for which nothing else will do.
func TestShippedBookIsClean(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	_, _, faults := Set(cfg, bk, fonts)
	for _, d := range faults {
		if d.Code == "line-name" {
			t.Log(d)
			continue
		}
		t.Errorf("%s: %s [%s]", d.Pos, d.Message, d.Code)
	}
}

// TestFaults sets text that cannot be set well, in measures near one that it is bad in, and expects the warning of each fault.
func TestFaults(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	h := fonts.Hyphenator
	for code, c := range map[string]struct {
		text       string
		measure    page.Length
		hyphenator *hyphen.Hyphenator
	}{
		"line-overfull": {strings.Repeat("words\u00A0stand\u00A0", 9) + "come what may", 190 * page.Pt, nil},
		"line-loose":    {"a strengthlessnesses rough strengthlessnesses of strengthlessnesses and strengthlessnesses so", 185 * page.Pt, h},
		"line-lone":     {"said " + strings.Repeat("strength", 5) + " yesterday", 180 * page.Pt, nil},
		"line-ragged":   {"said " + strings.Repeat("strength", 5) + " yesterday", 180 * page.Pt, nil},
		"line-ladder":   {strings.Repeat("incomprehensibilities internationalization institutionalization ", 6), 175 * page.Pt, h},
		"line-stack":    {strings.Repeat("through the ", 14), 180 * page.Pt, h},
		"line-hyphen":   {strings.Repeat("internationalization ", 9), 180 * page.Pt, h},
		"line-name":     {strings.Repeat("Incomprehensibilities Internationalization ", 6), 180 * page.Pt, h},
		"line-river":    {strings.Repeat("through through ", 16), 180 * page.Pt, h},
		"line-runt":     {strings.Repeat("thought ", 5) + "to it", 170 * page.Pt, nil},
	} {
		found := false
		for more := page.Length(0); more < 40*page.Pt && !found; more += page.Pt {
			s := (&interior{cfg: cfg, fonts: fonts}).layout(nil)
			lines := typeset.SetParagraph([]typeset.Inline{s.body().Span(c.text, diag.Pos{})},
				typeset.Setting{Measure: c.measure + more, Hyphenator: c.hyphenator, Letterfit: cfg.Style.Text.Letterfit})
			s.warn(lines, justified)
			found = slices.ContainsFunc(s.faults, func(d diag.Diagnostic) bool { return d.Code == code })
		}
		if !found {
			t.Errorf("%s is never marked in %q", code, c.text)
		}
	}
}

// TestBuildWarnings: what nobody would have set by hand is reported by every build; what a proofreader marks, to who asks.
func TestBuildWarnings(t *testing.T) {
	for _, code := range []string{"line-overfull", "line-loose", "line-lone", "line-ragged"} {
		if slices.Contains(TypographicWarnings, code) {
			t.Errorf("a build does not give %s", code)
		}
	}
}
