package interior

import (
	"math"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// TestSetting checks the shipped book against the goals that the README states: even word spaces, few hyphens, never three in a row.
// It measures the lines of running text that are filled to their measure.
func TestSetting(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	size, measure := page.Length(cfg.Style.Text.Size), page.Length(cfg.Measure())
	var spaces []float64 // in ems
	lines, hyphens, ladder := 0, 0, 0
	for i, p := range doc.Pages {
		left := page.Length(cfg.Style.Page.Inner)
		if i%2 == 1 {
			left = page.Length(cfg.Style.Page.Outer)
		}
		for _, r := range filledRows(p, left+measure) {
			first := r[0]
			if first.Font != fonts.Regular.Font && first.Font != fonts.Italic.Font || first.Size != size {
				continue
			}
			lines++
			for _, x := range r {
				for _, g := range x.Glyphs {
					if int(g.At) < len(x.Text) && x.Text[g.At] == ' ' {
						spaces = append(spaces, float64(g.Advance)/float64(size))
					}
				}
			}
			last := r[len(r)-1].Text
			if !strings.HasSuffix(last, "\u00AD") && !strings.HasSuffix(last, "-") {
				ladder = 0
				continue
			}
			hyphens++
			if ladder++; ladder > 2 {
				t.Errorf("page %s: %q is the third line in a row that ends with a hyphen", p.Label, last)
			}
		}
	}
	slices.Sort(spaces)
	var sum, squares float64
	for _, s := range spaces {
		sum += s
		squares += s * s
	}
	n := float64(len(spaces))
	mean := sum / n
	sd := math.Sqrt(squares/n - mean*mean)
	p95, worst := spaces[len(spaces)*95/100], spaces[len(spaces)-1]
	per100 := 100 * float64(hyphens) / float64(lines)
	t.Logf("%d lines: space %.3f em, sd %.3f, 95th percentile %.3f, worst %.3f; %.2f hyphens in a hundred lines", lines, mean, sd, p95, worst, per100)
	if lines < 1000 {
		t.Errorf("only %d lines", lines)
	}
	if sd >= 0.045 || p95 >= 0.33 || worst >= 0.60 || per100 >= 3.5 {
		t.Error("the goals are sd < 0.045, 95th percentile < 0.33, worst < 0.60, fewer than 3.5 hyphens")
	}
}

// filledRows returns the runs of each line that ends at the right edge.
func filledRows(p *page.Page, right page.Length) [][]*page.Text {
	rows := map[page.Length][]*page.Text{}
	var ys []page.Length
	for _, it := range p.Items {
		if x, ok := it.(*page.Text); ok {
			if rows[x.Y] == nil {
				ys = append(ys, x.Y)
			}
			rows[x.Y] = append(rows[x.Y], x)
		}
	}
	slices.Sort(ys)
	var out [][]*page.Text
	for _, y := range ys {
		last := rows[y][len(rows[y])-1]
		end := last.X
		for _, g := range last.Glyphs {
			end += page.Length(g.Advance)
		}
		if end > right-page.Pt/100 && end < right+3*page.Pt {
			out = append(out, rows[y])
		}
	}
	return out
}
