package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestWork compares the work of setting a paragraph with its length, for paragraphs that used to take the square or the cube
// of it. Counting is the same on every machine: the ways weighed by the line breaker at each breakpoint, and the glyphs
// that were shaped for each byte.
func TestWork(t *testing.T) {
	if testing.Short() {
		t.Skip("sets seventy-five texts of thousands of signs")
	}
	h := testHyphenator(t)
	mostWeighed, mostShaped := len(passes)*(mostActive+mostWays), 4*contextGlyphs+8
	for _, text := range []string{
		strings.Repeat(`"`, 4000), "a" + strings.Repeat("\u0301", 1500), strings.Repeat(`\`, 4000),
		strings.Repeat("word and more ", 730) + strings.Repeat("_", 90), strings.Repeat("a ", 4000), strings.Repeat("a", 4000),
		strings.Repeat("A", 4000), strings.Repeat("—", 1500), strings.Repeat("a—", 1500), strings.Repeat("/", 4000),
		"https://example.org/" + strings.Repeat("a/", 1500), strings.Repeat("a\u00AD", 1500), strings.Repeat("\u00AD", 1500),
		strings.Repeat("a\u200B", 1500), strings.Repeat("\u200B", 4000), strings.Repeat("a\u200D", 1500), strings.Repeat("ffi", 1500),
		strings.Repeat("a\u0301", 1500), strings.Repeat("' ", 3000), strings.Repeat("-a", 1500), strings.Repeat("a\u00A0", 1500),
		strings.Repeat("incomprehensibilities", 150), strings.Repeat("the incomprehensible establishment of a word ", 150),
		strings.Repeat("a\u0301\u00AD\u200B", 1500), strings.Repeat("aαб", 1500),
	} {
		for _, set := range []Setting{{Hyphenator: h, Letterfit: 11}, {Align: RaggedRight}, {Insets: slices.Repeat([]page.Length{40 * page.Pt}, 3), Hyphenator: h}} {
			face := testFont(t, "EBGaramond-Regular") // which has shaped nothing yet
			set.Measure = 280 * page.Pt
			p := NewParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}}, set)
			b := breaker{points: p.points, measure: set.Measure, rules: p.rules(), spread: 1, byLine: true}
			p.Lines(b.run(passes[:])[0])
			shaped := 0
			for w := range face.words.all() {
				shaped += len(w.Glyphs)
			}
			face.joined.Range(func(_, w any) bool { shaped += len(w.(*shapedWord).Glyphs); return true })
			name := fmt.Sprintf("%.12q, %d bytes", text, len(text))
			if b.weighed > mostWeighed*len(p.points) {
				t.Errorf("%s: %d ways weighed at each of %d breakpoints", name, b.weighed/len(p.points), len(p.points))
			}
			if shaped > mostShaped*len(text) {
				t.Errorf("%s: %d glyphs shaped for each byte", name, shaped/len(text))
			}
		}
	}
}

// FuzzLinesBy breaks paragraphs of any shape. Each byte is a breakpoint: how far it is from the one before, and its kind.
func FuzzLinesBy(f *testing.F) {
	f.Add([]byte("a paragraph of some length, with every kind of breakpoint in it"), int64(60), int32(2))
	f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 0}, int64(30), int32(0))
	f.Add([]byte{255, 254, 253, 1, 1, 1}, int64(1), int32(5))
	f.Fuzz(func(t *testing.T, kinds []byte, measure int64, inset int32) {
		if len(kinds) == 0 || len(kinds) > 4000 || measure < 0 || measure > 1000 {
			return
		}
		points := fuzzPoints(kinds)
		for _, rules := range []LineRules{BookRules, {LinePenalty: 10, Ragged: true}, {LinePenalty: 10, Ragged: true, Balanced: true}} {
			rules.Insets = slices.Repeat([]page.Length{page.Length(measure) * page.Pt / 4}, max(0, min(int(inset), 8)))
			b := breaker{points: points, measure: page.Length(measure) * page.Pt, rules: rules, spread: 2, byLine: true}
			ways := b.run(passes[:])
			if rules.Ragged && !rules.Balanced {
				ways = LinesBy(points, b.measure, rules, 2)
			}
			if most := len(passes) * (mostActive + mostWays) * len(points); b.weighed > most {
				t.Fatalf("%d ways weighed, more than %d", b.weighed, most)
			}
			for _, way := range ways {
				ends := way.Ends
				if n := len(ends); n == 0 || ends[n-1] != len(points)-1 || !slices.IsSorted(ends) || len(slices.Compact(slices.Clone(ends))) != n {
					t.Fatalf("%d breakpoints: lines end at %v", len(points), ends)
				}
				for i, p := range points {
					if ended := slices.Contains(ends, i); p.Penalty == Forced && !ended || p.Penalty >= Forbidden && ended {
						t.Fatalf("breakpoint %d of penalty %d: a line ends there: %v", i, p.Penalty, ended)
					}
				}
				if rules.Ragged && !rules.Balanced {
					fitsNoMore(t, points, page.Length(measure)*page.Pt, rules, ends)
				}
			}
		}
	})
}

// fitsNoMore fails where a ragged line ends although the next word fits, or is too long although a part of it would do.
func fitsNoMore(t *testing.T, points []Breakpoint, measure page.Length, rules LineRules, ends []int) {
	var start Sum
	last := -1
	for k, end := range ends {
		room := measure - rules.inset(int32(k))
		fits := func(b int) bool { return points[b].End.Width-start.Width <= room }
		for b := end + 1; b < len(points) && points[end].Penalty > Forced; b++ {
			if points[b].Penalty < addressPenalty {
				if fits(b) {
					t.Fatalf("line %d ends at %d, although it could end at %d", k, end, b)
				}
				break
			}
		}
		for b := last + 1; b < end && !fits(end); b++ {
			if points[b].Penalty < Forbidden && fits(b) {
				t.Fatalf("line %d is too long, but it could end at %d", k, b)
			}
		}
		last, start = end, points[end].Start
	}
}

func fuzzPoints(kinds []byte) []Breakpoint {
	var points []Breakpoint
	var sum Sum
	for i, k := range kinds {
		sum.Width += page.Length(k>>3) * page.Pt / 2
		p := Breakpoint{End: sum, Start: sum, Runt: i+2 >= len(kinds)}
		switch k & 7 {
		case 0:
			p.Penalty = anywherePenalty
		case 1:
			p.Penalty, p.Hyphen = opportunityCost[divisionBreak].penalty, true
			p.End.Width += 3 * page.Pt
		case 2:
			p.Penalty = Forbidden
		case 3:
			if k>>3 == 7 {
				p.Penalty = Forced
			}
		default:
			p.Start = sum.plus(Sum{Width: 3 * page.Pt, Stretch: page.Length(k>>6) * page.Pt, Shrink: page.Length(k>>7) * page.Pt})
			sum = p.Start
		}
		points = append(points, p)
	}
	points[len(points)-1].Penalty, points[len(points)-1].Hyphen = Forced, false
	return points
}
