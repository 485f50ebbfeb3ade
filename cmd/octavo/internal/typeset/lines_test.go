package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// bruteForce tries every way to break a paragraph and returns the least demerits of a tolerance, -1 when none is
// feasible. It reckons a line as the definition of LinesOf says, not as its loop does.
func bruteForce(points []Breakpoint, measure Length, rules LineRules, tolerance int64) int64 {
	best := int64(-1)
	var try func(a node)
	try = func(a node) {
		var start Sum
		if a.point >= 0 {
			start = points[a.point].Start
		}
		for b := int(a.point) + 1; b < len(points); b++ {
			p := &points[b]
			if p.Penalty >= Forbidden {
				continue
			}
			final := b == len(points)-1
			width := p.End.Width - start.Width
			short := measure - width
			bad, fit := int64(0), int8(decent)
			ok := true
			if short < 0 {
				shrink := p.End.Shrink - start.Shrink
				ok = -short <= shrink
				if bad = badness(-short, shrink); bad > 12 {
					fit = tight
				}
			} else if p.Penalty != Forced {
				bad = badness(short, p.End.Stretch-start.Stretch)
				if bad > 99 {
					fit = veryLoose
				} else if bad > 12 {
					fit = loose
				}
			}
			if ok && bad <= tolerance {
				d := rules.demerits(&a, p, bad, fit, final, width)
				if final {
					if best < 0 || d < best {
						best = d
					}
				} else {
					try(node{point: int32(b), fitness: fit, hyphen: p.Hyphen, demerits: d})
				}
			}
			if p.Penalty == Forced {
				break
			}
		}
	}
	try(node{point: -1, fitness: decent})
	return best
}

// demeritsOf adds up what a choice of breaks costs.
func demeritsOf(points []Breakpoint, breaks []int, measure Length, rules LineRules) int64 {
	a := node{point: -1, fitness: decent}
	for _, b := range breaks {
		sub := []Breakpoint{}
		for i := int(a.point) + 1; i <= b; i++ {
			sub = append(sub, points[i])
		}
		var start Sum
		if a.point >= 0 {
			start = points[a.point].Start
		}
		p := &points[b]
		short := measure - (p.End.Width - start.Width)
		bad, fit := int64(0), int8(decent)
		if short < 0 {
			if bad = badness(-short, p.End.Shrink-start.Shrink); bad > 12 {
				fit = tight
			}
		} else if p.Penalty != Forced {
			bad = badness(short, p.End.Stretch-start.Stretch)
			if bad > 99 {
				fit = veryLoose
			} else if bad > 12 {
				fit = loose
			}
		}
		d := rules.demerits(&a, p, bad, fit, b == len(points)-1, measure-short)
		a = node{point: int32(b), fitness: fit, hyphen: p.Hyphen, demerits: d}
	}
	return a.demerits
}

func TestLinesOfIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	rules := BookRules
	rules.Runt = 20 * Pt
	checked := 0
	for range 4000 {
		points := randomParagraph(r, 4+r.IntN(12))
		measure := Length(60+r.IntN(80)) * Pt
		var want int64 = -1
		for _, tolerance := range tolerances {
			if want = bruteForce(points, measure, rules, tolerance); want >= 0 {
				break
			}
		}
		if want < 0 {
			continue // something is too long for the measure
		}
		checked++
		breaks := LinesOf(points, measure, rules)
		if got := demeritsOf(points, breaks, measure, rules); got != want {
			t.Fatalf("measure %s, breaks %v: demerits %d, want %d\n%v", measure, breaks, got, want, points)
		}
	}
	if checked < 2000 {
		t.Errorf("only %d paragraphs could be set", checked)
	}
}

func randomParagraph(r *rand.Rand, n int) []Breakpoint {
	var points []Breakpoint
	var sum Sum
	for i := range n {
		sum.Width += Length(10+r.IntN(40)) * Pt
		p := Breakpoint{End: sum, Start: sum}
		switch k := r.IntN(10); {
		case i == n-1:
			p.Penalty = Forced
		case k < 3:
			p.Penalty, p.Hyphen = 50, true
			p.End.Width += 3 * Pt
		case k == 3 && r.IntN(8) == 0:
			p.Penalty = Forced
		case k == 4:
			p.Penalty = Forbidden
		default:
			p.Start = sum.plus(Sum{Width: 4 * Pt, Stretch: Length(2+r.IntN(4)) * Pt, Shrink: Length(r.IntN(3)) * Pt})
			sum = p.Start
		}
		points = append(points, p)
	}
	return points
}

// TestFrogKing sets the paragraph of Knuth and Plass (1981) and asks of it what they show: no line is overfull, every
// line but the last is filled to the unit, and no first-fit break is better.
func TestFrogKing(t *testing.T) {
	const text = "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the youngest " +
		"was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her face. Close by " +
		"the king’s castle lay a great dark forest, and under an old lime-tree in the forest was a well, and when the day was " +
		"very warm, the king’s child went out into the forest and sat down by the side of the cool fountain; and when she was " +
		"bored she took a golden ball, and threw it up on high and caught it; and this ball was her favorite plaything."
	font := testFont(t, "EBGaramond-Regular")
	for _, measure := range []Length{180 * Pt, 230 * Pt, 288 * Pt, 390 * Pt} {
		lines := SetParagraph([]Span{{Text: text, Font: font, Size: 11 * Pt, Color: Black}},
			Setting{Measure: measure, Indent: 14 * Pt, Hyphenator: testHyphenator(t)})
		var all strings.Builder
		for i, l := range lines {
			if l.Over > 0 {
				t.Errorf("%s: line %d is %s too long", measure, i+1, l.Over)
			}
			if l.Ratio > 2 || l.Ratio < -1 {
				t.Errorf("%s: line %d is set with ratio %.2f", measure, i+1, l.Ratio)
			}
			run := l.Items[0].(*Text)
			end := run.X
			for _, g := range run.Glyphs {
				end += Length(g.Advance)
			}
			if i < len(lines)-1 && end != measure {
				t.Errorf("%s: line %d ends at %s", measure, i+1, end)
			}
			all.WriteString(run.Text)
			if !l.Hyphenated {
				all.WriteString(" ")
			}
		}
		got := strings.ReplaceAll(strings.TrimSpace(all.String()), "\u00AD", "")
		if strings.ReplaceAll(got, "lime- tree", "lime-tree") != text {
			t.Errorf("%s: text lost:\n%s", measure, got)
		}
	}
}
