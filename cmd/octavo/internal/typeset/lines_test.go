package typeset

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// bruteForce tries every way to break a paragraph. For each number of lines it returns the least demerits that the best
// pass allows; nothing is pruned and no two ways are merged, which is what LinesOf must be able to do without loss.
func bruteForce(points []Breakpoint, measure page.Length, rules LineRules) map[int]int64 {
	for _, pass := range passes {
		w := breaker{points: points, measure: measure, rules: rules, pass: pass}
		best := map[int]int64{}
		var try func()
		try = func() {
			ai := int32(len(w.nodes) - 1)
			from := int(w.nodes[ai].point) + 1
			for b := from; b < len(points); b++ {
				p := &points[b]
				if p.Penalty >= Forbidden {
					continue
				}
				if bad, fit, over := w.line(ai, p, b); !over && bad <= pass.tolerance {
					if n, ok := w.node(ai, p, b, bad, fit); ok {
						if d, seen := best[int(n.line)]; b == len(points)-1 && (!seen || n.demerits < d) {
							best[int(n.line)] = n.demerits
						} else if b < len(points)-1 {
							w.nodes = append(w.nodes, n)
							try()
							w.nodes = w.nodes[:len(w.nodes)-1]
						}
					}
				}
				if p.Penalty == Forced {
					break
				}
			}
		}
		w.nodes = []node{{point: -1, prev: -1, fitness: decent}}
		try()
		if len(best) > 0 {
			return best
		}
	}
	return nil
}

func TestLinesOfIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	rules := BookRules
	checked, choices := 0, 0
	for range 4000 {
		points := randomParagraph(r, 4+r.IntN(11))
		measure := page.Length(60+r.IntN(80)) * page.Pt
		rules.Insets = nil
		if r.IntN(3) == 0 { // beside an initial
			for range 1 + r.IntN(4) {
				rules.Insets = append(rules.Insets, page.Length(r.IntN(20))*page.Pt)
			}
		}
		want := bruteForce(points, measure, rules)
		if want == nil {
			continue // something is too long for the measure
		}
		checked++
		least := int64(1 << 62)
		for _, d := range want {
			least = min(least, d)
		}
		ways := LinesBy(points, measure, rules, 1)
		if got := ways[0].Demerits; got != least {
			t.Fatalf("measure %s, breaks %v: demerits %d, want %d\n%v", measure, ways[0].Ends, got, least, points)
		}
		ends := LinesOf(points, measure, rules)
		if want[len(ends)] != least {
			t.Fatalf("measure %s: LinesOf gives %v, of demerits %d, not %d", measure, ends, want[len(ends)], least)
		}
		for _, way := range ways[1:] {
			choices++
			if want[len(way.Ends)] != way.Demerits {
				t.Fatalf("measure %s, %d lines: demerits %d, want %d", measure, len(way.Ends), way.Demerits, want[len(way.Ends)])
			}
		}
		for n := range want {
			if d := n - len(ways[0].Ends); (d == 1 || d == -1) && !slices.ContainsFunc(ways, func(b Breaks) bool { return len(b.Ends) == n }) {
				t.Fatalf("measure %s: the way with %d lines is missing", measure, n)
			}
		}
	}
	if checked < 2000 || choices < 500 {
		t.Errorf("only %d paragraphs with %d choices could be set", checked, choices)
	}
}

func randomParagraph(r *rand.Rand, n int) []Breakpoint {
	var points []Breakpoint
	var sum Sum
	for i := range n {
		sum.Width += page.Length(10+r.IntN(40)) * page.Pt
		p := Breakpoint{End: sum, Start: sum, Runt: i >= n-2, Before: edgeWord(r.IntN(5) << 3), After: edgeWord(r.IntN(5) << 3)}
		p.Before, p.After = p.Before|5, p.After|4
		switch k := r.IntN(10); {
		case i == n-1:
			p.Penalty = Forced
		case k < 3:
			p.Penalty, p.Hyphen = 50, true
			p.End.Width += 3 * page.Pt
		case k == 3 && r.IntN(8) == 0:
			p.Penalty = Forced
		case k == 4:
			p.Penalty = Forbidden
		default:
			p.Start = sum.plus(Sum{Width: 4 * page.Pt, Stretch: page.Length(2+r.IntN(4)) * page.Pt, Shrink: page.Length(r.IntN(3)) * page.Pt, Letters: page.Length(r.IntN(2)) * page.Pt})
			sum = p.Start
		}
		points = append(points, p)
	}
	return points
}

// TestFrogKing sets the paragraph of Knuth and Plass (1981) and checks what they show: no line is overfull, every
// line but the last is filled to the unit, and no first-fit break is better.
func TestFrogKing(t *testing.T) {
	const text = "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the youngest " +
		"was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her face. Close by " +
		"the king’s castle lay a great dark forest, and under an old lime-tree in the forest was a well, and when the day was " +
		"very warm, the king’s child went out into the forest and sat down by the side of the cool fountain; and when she was " +
		"bored she took a golden ball, and threw it up on high and caught it; and this ball was her favorite plaything."
	face := testFont(t, "EBGaramond-Regular")
	for _, measure := range []page.Length{180 * page.Pt, 230 * page.Pt, 288 * page.Pt, 390 * page.Pt} {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt, Color: page.Black}},
			Setting{Measure: measure, Indent: 14 * page.Pt, Hyphenator: testHyphenator(t), Letterfit: 11})
		var all strings.Builder
		for i, l := range lines {
			if l.Over > 0 {
				t.Errorf("%s: line %d is %s too long", measure, i+1, l.Over)
			}
			if l.Ratio > 2 || l.Ratio < -1 {
				t.Errorf("%s: line %d is set with ratio %.2f", measure, i+1, l.Ratio)
			}
			run := l.Items[0].(*page.Text)
			end := run.X
			for _, g := range run.Glyphs {
				end += page.Length(g.Advance)
			}
			last, _ := utf8.DecodeLastRuneInString(run.Text)
			_, out := protrusion(last)
			hangs := page.Length(face.Shape(strings.ReplaceAll(string(last), "\u00AD", "-"), 0).Width) * 11 * page.Pt / 1000 * out / 1000
			if d := end - measure - hangs; i < len(lines)-1 && (d < -2 || d > 2) {
				t.Errorf("%s: line %d ends at %s, not %s beyond the measure", measure, i+1, end, hangs)
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

func TestBound(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"word word", false}, {"word —", true}, {"word …", true}, {"p. 42", true}, {"(p. 42", true}, {"p. some", false},
		{"pp. 3–4", true}, {"J. R.", true}, {"J. Rowe", false}, {"Dr. Rowe", true}, {"end. Then", false}, {"10 kg", true},
		{"10 kg.", true}, {"10 people", false}, {"§ 4", true}, {"5 p.m.", true}, {"I am", false}, {"No. 7", true}, {"no. Not", false},
	} {
		before, after, _ := strings.Cut(c.text, " ")
		if got := noBreakBetween(lang.English(), before, after); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
	// No line ends at a bound space, whatever the measure.
	face := testFont(t, "EBGaramond-Regular")
	const text = "See p. 42 and pp. 3 to 4 of Mr. Rowe, who weighs 90 kg and signs J. R. Rowe … or so it says in no. 7 of the list."
	for measure := 60 * page.Pt; measure < 200*page.Pt; measure += 3 * page.Pt {
		for _, l := range SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}}, Setting{Measure: measure}) {
			line := l.Items[0].(*page.Text).Text
			for _, end := range []string{" p.", " pp.", " Mr.", " 90", " J.", " Rowe", " no."} {
				if strings.HasSuffix(line, end) && !strings.HasSuffix(line, "J. R. Rowe") && end != " Rowe" {
					t.Errorf("measure %s: a line ends with %q", measure, line)
				}
			}
		}
	}
}

// TestFontsMeet: an italic letter that leans over does not touch what closes on it, and lines are still filled to the unit.
func TestFontsMeet(t *testing.T) {
	roman, italic := testFont(t, "EBGaramond-Regular"), testFont(t, "EBGaramond-Italic")
	spans := []Inline{&Span{Text: "(see ", Font: roman, Size: 11 * page.Pt}, &Span{Text: "of", Font: italic, Size: 11 * page.Pt}, &Span{Text: ")", Font: roman, Size: 11 * page.Pt}}
	line := SetParagraph(spans, Setting{Measure: 200 * page.Pt})[0]
	f, bracket := line.Items[1].(*page.Text), line.Items[2].(*page.Text)
	end := f.X
	for _, g := range f.Glyphs[:len(f.Glyphs)-1] {
		end += page.Length(g.Advance)
	}
	last := f.Glyphs[len(f.Glyphs)-1].ID
	_, right := italic.Bearings(last)
	left, _ := roman.Bearings(bracket.Glyphs[0].ID)
	ink := end + page.Length(italic.Advance(last)-right)*11*page.Pt/1000
	if gap := bracket.X + page.Length(left)*11*page.Pt/1000 - ink; gap < 11*page.Pt*inkGap/1000-10 {
		t.Errorf("the bracket stands %s after the f", gap)
	}
}

// TestLongWords: what no line can hold is cut anywhere, whether or not it has letters, and beside an initial too; what can
// be divided as words and addresses are is divided so.
func TestLongWords(t *testing.T) {
	face, h := testFont(t, "EBGaramond-Regular"), testHyphenator(t)
	digits := strings.Repeat("1234567890", 12)
	for _, text := range []string{
		"a " + digits + " z", digits, "a 1234567890123456\u00AD" + digits, strings.Repeat("x", 200),
		"see https://example.org/" + strings.Repeat("path/", 30) + " there", "incomprehensibilities " + strings.Repeat("incomprehensible-", 20),
	} {
		for _, set := range []Setting{{Measure: 120 * page.Pt, Hyphenator: h}, {Measure: 120 * page.Pt}, {Measure: 120 * page.Pt, Hyphenator: h, Insets: slices.Repeat([]page.Length{40 * page.Pt}, 3)}} {
			var all strings.Builder
			for i, l := range SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}}, set) {
				if l.Over > page.Pt { // where a chunk is cut its kerning goes, which may add a part of a point
					t.Errorf("%.20s: line %d is %s too long", text, i+1, l.Over)
				}
				for _, it := range l.Items {
					all.WriteString(it.(*page.Text).Text)
				}
			}
			strip := strings.NewReplacer("\u00AD", "", " ", "")
			if got := strip.Replace(all.String()); got != strip.Replace(text) {
				t.Errorf("%.20s: set as %s", text, got)
			}
		}
	}
	lines := SetParagraph([]Inline{&Span{Text: "https://example.org/" + strings.Repeat("path/", 30), Font: face, Size: 11 * page.Pt}}, Setting{Measure: 120 * page.Pt, Hyphenator: h})
	for i, l := range lines[:len(lines)-1] {
		if text := l.Items[0].(*page.Text).Text; !strings.HasSuffix(text, "/") && !strings.HasSuffix(text, ".") {
			t.Errorf("line %d of an address ends %q", i+1, text)
		}
	}
}

// TestSolidHyphens: a line of verse or of a title is turned at a space, not at a hyphen in a word; where a hyphen alone would do, there.
func TestSolidHyphens(t *testing.T) {
	for text, want := range map[string]string{
		"so the weather-beaten sailor sang": "so the", "a weather-beaten-and-tarred-and-feathered": "a weather-beaten-",
	} {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: testFont(t, "EBGaramond-Regular"), Size: 10 * page.Pt, Solid: true}},
			Setting{Measure: 70 * page.Pt, Align: RaggedRight})
		var got string
		for _, it := range lines[0].Items {
			if x, ok := it.(*page.Text); ok {
				got += x.Text
			}
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%q: the first line is %q, want %q", text, got, want)
		}
	}
}
