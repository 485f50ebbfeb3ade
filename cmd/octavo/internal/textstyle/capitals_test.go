package textstyle

import (
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

func TestCapitals(t *testing.T) {
	for text, want := range map[string][]string{
		"the NASA of old": {"NASA"}, "NASA": {"NASA"}, "NASA's": {"NASA"}, "NASA’s": {"NASA"}, "the LORD.": {"LORD"}, "(BBC)": {"BBC"},
		"ÉCOLE": {"ÉCOLE"}, "E\u0301COLE": {"E\u0301COLE"}, "a NATO-led": {"NATO"}, "non-NATO": {"NATO"}, "“STOP,” he said": {"STOP"},
		"Henry VIII of UNESCO": {"UNESCO"}, "three CEOs": {"CEO"}, "l’ONU": {"ONU"}, "the R&D of AT&T": {"R&D", "AT&T"}, "TCP/IP": {"TCP/IP"},
		"COVID-19": {"COVID"}, "USB-C": {"USB-C"}, "a CD, a DVD": {"CD", "DVD"}, "EU:n": {"EU"}, "ЮНЕСКО": {"ЮНЕСКО"},
		"the UK—the USA": {"UK", "USA"}, "*BBC*": {"BBC"}, "5 PM": {"PM"}, "A NASA man": {"NASA"}, "Louis XIV, USA": {"USA"},
		// shouted
		"I AM": {"I", "AM"}, "I’M late": {"I’M"}, "I AM A MAN": {"I", "AM", "A", "MAN"}, "JOHN PAUL II": {"JOHN", "PAUL", "II"},
		"DON’T TELL A SOUL!": {"DON’T", "TELL", "A", "SOUL"}, "said NO. I left": {"NO"}, "O’NEIL": {"O’NEIL"},
		// as written
		"J. R. Hartley": nil, "I am": nil, "Louis XIV": nil, "in MCMLXIV": nil, "U.S.A.": nil, "MP3 and B2B": nil, "McDONALD": nil,
		"WWW.EXAMPLE.ORG": nil, "A@B": nil, "HTTP://X": nil, "example.org/a-NASA-b": nil, "/USR/LIB": nil, "A/B": nil, "F-16": nil,
		"5 MB": nil, "of 40\u00A0GW": nil, "A-Z": nil, "I’d": nil, "MAX_LEN": nil, "": nil, "plain": nil, "Ångström Ünder": nil, "Q & A": nil,
	} {
		var got []string
		for _, w := range Capitals(text) {
			got = append(got, text[w.From:w.To])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestCapitalsNeverOverlap(t *testing.T) {
	f := func(text string) {
		at := 0
		for _, w := range Capitals(text) {
			if w.From < at || w.To <= w.From || w.To > len(text) {
				t.Errorf("%q: %v", text, w)
			}
			at = w.To
		}
	}
	for _, text := range []string{"AB\xFFCD", "\xFF\xFE", "A&", "&A&B", "''", "AB-", "-AB--CD", "’’AB’’", "A’s’B", "AB/", "SSs"} {
		f(text)
	}
}

// TestCapitalsByStyle: small capitals where the style wants them and the face has them, a little apart; display is as written.
func TestCapitalsByStyle(t *testing.T) {
	const as, set, apart = "as written", "small", "apart"
	for _, c := range []struct {
		style, capitals, want string
		restyle               func(*Style)
	}{
		{"classic", config.SmallCaps, set, nil},
		{"classic", config.Letterspaced, apart, nil},
		{"classic", config.AsWritten, as, nil},
		{"modern", config.SmallCaps, set, func(d *Style) { d.Bold = true }},
		{"modern", config.SmallCaps, apart, func(d *Style) { d.Italic = true }}, // it has no small capitals
		{"large", config.SmallCaps, apart, nil},
		{"classic", config.SmallCaps, set, func(d *Style) { d.Size /= 2 }},
		{"classic", config.SmallCaps, as, func(d *Style) { d.Size += page.Pt }},
		{"classic", config.SmallCaps, as, func(d *Style) { d.Display = true }},
		{"classic", config.SmallCaps, as, func(d *Style) { d.Mono = true }},
	} {
		fonts := fontsOf(t, c.style)
		fonts.capitals = c.capitals
		d := Style{Fonts: fonts, Size: fonts.text}
		if c.restyle != nil {
			c.restyle(&d)
		}
		got, text := as, ""
		for _, in := range AppendText(nil, "so the BBC says", diag.Pos{}, d) {
			s := in.(*typeset.Span)
			if s.Offset != len(text) {
				t.Errorf("%q begins at %d, not %d", s.Text, s.Offset, len(text))
			}
			text += s.Text
			switch {
			case s.Text == "BBC" && s.Features&font.AllSmallCaps != 0 && s.Tracking > 0 && s.Solid:
				got = set
			case s.Text == "BBC" && s.Tracking > 0 && s.Solid:
				got = apart
			}
		}
		if got != c.want || text != "so the BBC says" {
			t.Errorf("%s, %s: %q is %s, want %s", c.style, c.capitals, text, got, c.want)
		}
	}
}
