package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TestShippedBookIsClean: the book of this repository has no typographic warnings.
func TestShippedBookIsClean(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	_, _, faults := Set(cfg, bk, fonts)
	for _, d := range faults {
		t.Errorf("%s: %s [%s]", d.Pos, d.Message, d.Code)
	}
}

// TestFaults sets text that cannot be set well and expects the warning of each fault.
func TestFaults(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	const narrow = 62 * page.Pt
	for code, c := range map[string]struct {
		text    string
		measure page.Length
	}{
		"line-overfull": {"words\u00A0that\u00A0stand\u00A0together come what may", narrow},
		"line-loose":    {"a strengthlessnesses a strengthlessnesses a strengthlessnesses", narrow + 32*page.Pt},
		"line-ladder":   {"incomprehensibilities internationalization institutionalization misrepresentations overgeneralization", 33 * page.Pt},
		"line-river":    {strings.Repeat("through through ", 8), 80 * page.Pt},
		"line-runt":     {"strengthlessnesses on", narrow + 20*page.Pt},
	} {
		s := (&interior{cfg: cfg, fonts: fonts}).layout(nil)
		lines := typeset.SetParagraph([]typeset.Inline{s.body().Span(c.text, diag.Pos{})},
			typeset.Setting{Measure: c.measure, Hyphenator: fonts.Hyphenator})
		s.warn(lines, justified)
		if !slices.ContainsFunc(s.faults, func(d diag.Diagnostic) bool { return d.Code == code }) {
			t.Errorf("%s is not marked in %q; marked are %v", code, c.text, s.faults)
			for _, l := range lines {
				for _, it := range l.Items {
					if x, ok := it.(*page.Text); ok {
						t.Logf("%.2f %s", l.Ratio, x.Text)
					}
				}
			}
		}
	}
}
