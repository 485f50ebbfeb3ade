package config

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
)

var documentedBounds = regexp.MustCompile(`(-?[0-9.]+)(mm|in|pt|) to ([0-9.]+)(mm|in|pt|)\b`)

// The bounds that octavo explain lists are those that the decoder keeps: what is written at a bound is taken, and what lies beyond
// is refused with the same words.
func TestBounds(t *testing.T) {
	holdBounds(t, allRows(), func() *Config { return &Config{} })
	holdBounds(t, styleRows(), func() *Style { return &Style{} })
	holdBounds(t, cardRows(), func() *Cards {
		return &Cards{Cards: make([]CardSize, 1), Sheets: make([]Sheet, 1), Stocks: make([]Stock, 1), Pouches: make([]Pouch, 1),
			Cutters: []Cutter{{Areas: make([]Area, 1)}}, Services: []Service{{Canvases: make([]Canvas, 1)}}}
	})
	holdBounds(t, printerRows(), func() *Printers {
		return &Printers{All: []Printer{{Gutters: make([]GutterRow, 1), Covers: []CoverSpec{{Papers: make([]Paper, 1), Spines: make([]SpineRow, 1)}}}}}
	})
	holdBounds(t, calibrationRows(), func() *Calibrations { return &Calibrations{Printers: make([]CalibratedPrinter, 1)} })
}

func holdBounds[T any](t *testing.T, rows []row[T], new func() *T) {
	t.Helper()
	bounded := 0
	for _, r := range rows {
		all := documentedBounds.FindAllStringSubmatch(r.Doc, -1)
		size := r.Type == Text && strings.Contains(r.Doc, " x height, each")
		switch {
		case r.Type == Distance && all == nil:
			t.Errorf("%s has no bounds in its documentation", r.Path)
		case r.Type != Distance && r.Type != Integer && r.Type != Number && !size:
			continue
		}
		for _, m := range all {
			bounded++
			unit := m[4]
			refused := func(number string) string {
				dec := &decoder{src: &diag.Source{}}
				it := item{r.Path, number + unit}
				switch {
				case size:
					it.value = number + "x" + number + unit
				case r.Type == Integer:
					n, err := strconv.ParseInt(number, 10, 64)
					if err != nil {
						t.Fatal(err)
					}
					it.value = n
				case r.Type == Number:
					v, err := strconv.ParseFloat(number, 64)
					if err != nil {
						t.Fatal(err)
					}
					it.value = v
				}
				r.set(dec, new(), it)
				if len(dec.list) == 0 {
					return ""
				}
				return dec.list[0].Message
			}
			beyond := func(number string, by float64) string {
				v, err := strconv.ParseFloat(number, 64)
				if err != nil {
					t.Fatal(err)
				}
				if r.Type == Integer {
					by *= 1000
				}
				return strconv.FormatFloat(v+by, 'f', -1, 64)
			}
			for _, at := range []string{m[1], m[3]} {
				if said := refused(at); said != "" {
					t.Errorf("%s takes %s by its documentation, but not %s%s: %s", r.Path, m[0], at, unit, said)
				}
			}
			out := []string{beyond(m[3], 0.001)}
			if m[1] != "0" || r.Type == Integer {
				out = append(out, beyond(m[1], -0.001))
			}
			for _, at := range out {
				if said := refused(at); !strings.Contains(said, m[0]) {
					t.Errorf("%s takes %s by its documentation, and says of %s%s: %q", r.Path, m[0], at, unit, said)
				}
			}
		}
	}
	if bounded == 0 {
		t.Error("no key has bounds")
	}
}
