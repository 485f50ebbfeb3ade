package interior

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// lineMetrics is how the lines of running text are set that are filled to their measure.
type lineMetrics struct {
	lines, hyphens, ladders int     // ladders: lines that are the third in a row with a hyphen
	mean, sd, p95, worst    float64 // of word spaces, in ems
}

func (m *lineMetrics) String() string {
	return fmt.Sprintf("%d lines: space %.3f em, sd %.3f, 95th percentile %.3f, worst %.3f; %.2f hyphens in a hundred lines, %d third in a row",
		m.lines, m.mean, m.sd, m.p95, m.worst, m.per100(), m.ladders)
}

// per100 returns the number of hyphens in a hundred lines.
func (m *lineMetrics) per100() float64 { return 100 * float64(m.hyphens) / float64(m.lines) }

// measureLines measures the lines of a book that is set.
func measureLines(cfg *config.Config, fonts *textstyle.Fonts, pages []*page.Page) *lineMetrics {
	size, measure := page.Length(cfg.Style.Text.Size), page.Length(cfg.Measure())
	m := &lineMetrics{}
	var spaces []float64
	ladder := 0
	for i, p := range pages {
		left := page.Length(cfg.Style.Page.Inner)
		if i%2 == 1 {
			left = page.Length(cfg.Style.Page.Outer)
		}
		for _, r := range filledRows(p, left+measure) {
			first := r[0]
			if first.Font != fonts.Regular.Font && first.Font != fonts.Italic.Font || first.Size != size {
				continue
			}
			m.lines++
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
			m.hyphens++
			if ladder++; ladder > 2 {
				m.ladders++
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
	m.mean = sum / n
	m.sd = math.Sqrt(squares/n - m.mean*m.mean)
	m.p95, m.worst = spaces[len(spaces)*95/100], spaces[len(spaces)-1]
	return m
}

// TestSetting checks the shipped book against the goals that the README states: even word spaces, few hyphens, never three in a row.
func TestSetting(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	m := measureLines(cfg, fonts, doc.Pages)
	t.Log(m)
	if m.lines < 1000 {
		t.Errorf("only %d lines", m.lines)
	}
	if m.ladders > 0 || m.sd >= 0.045 || m.p95 >= 0.33 || m.worst >= 0.60 || m.per100() >= 3.5 {
		t.Error("the goals are sd < 0.045, 95th percentile < 0.33, worst < 0.60, fewer than 3.5 hyphens, never three in a row")
	}
}

var proseOut = flag.String("prose", "", "write the books of prose that TestProse sets into this folder, for other tools")

// TestProse sets 30,000 words in several languages as evenly as English, which the patterns and the rules of each have to bring about.
func TestProse(t *testing.T) {
	if testing.Short() && *proseOut == "" {
		t.Skip("sets a book in each of several languages")
	}
	files, err := filepath.Glob(filepath.Join(booktest.ProseFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no prose", err)
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(tag, func(t *testing.T) {
			dir := filepath.Join(cmp.Or(*proseOut, t.TempDir()), tag)
			booktest.Prose(t, dir, tag)
			cfg, bk, fonts := booktest.Open(t, dir)
			doc, _, list := Set(cfg, bk, fonts)
			m := measureLines(cfg, fonts, doc.Pages)
			t.Log(m)
			loose := 0
			for _, d := range list {
				t.Log(d)
				if d.Code == "line-loose" || d.Code == "line-ragged" || d.Code == "line-overfull" {
					loose++
				}
			}
			if m.lines < 1500 || loose*1000 > m.lines || m.sd > 0.05 || m.worst > 0.7 || m.ladders*1000 > m.lines {
				t.Error("the goals are sd at most 0.05, worst at most 0.7, three hyphens in a row and loose lines once in a thousand")
			}
		})
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
