package typeset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// TestLeastBadLineWins breaks paragraphs that have only hopeless ways, and compares with the least sum of the sixth powers of
// how far their spaces are stretched, computed anew in floating point over all ways.
func TestLeastBadLineWins(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	rules := LineRules{LinePenalty: 10}
	const measure = 120 * page.Pt
	hopeless := 0
	for range 3000 {
		points := hopelessParagraph(r, 4+r.IntN(7))
		cost := func(from, to int) float64 {
			var start Sum
			if from >= 0 {
				start = points[from].Start
			}
			l := points[to].End.minus(start)
			short := measure - l.Width
			switch {
			case -short > l.Shrink:
				return math.Inf(1)
			case short < 0:
				return math.Pow(10+100*math.Pow(float64(-short)/float64(l.Shrink), 3), 2)
			case to == len(points)-1:
				return 100
			}
			ratio := float64(short) / float64(l.Stretch)
			if ratio > 1 {
				ratio = 1 + float64(short-l.Stretch)/float64(max(l.Stretch-l.Letters, measure/leastStretch))
			}
			bad := 10 + 100*ratio*ratio*ratio
			if bad > steep {
				return steep*steep + 2*steep*(bad-steep)
			}
			return bad * bad
		}
		least := make([]float64, len(points)) // of all ways up to a breakpoint
		for to := range points {
			least[to] = cost(-1, to)
			for from := range to {
				least[to] = min(least[to], least[from]+cost(from, to))
			}
		}
		want := least[len(points)-1]
		if math.IsInf(want, 1) {
			continue
		}
		got, last := 0.0, -1
		for _, end := range LinesOf(points, measure, rules) {
			got += cost(last, end)
			last = end
		}
		if got > want*1.02+1000 { // ratios are rounded
			t.Fatalf("cost %.0f, but a way costs %.0f: %v", got, want, points)
		}
		if want > 2*looseBadness*looseBadness {
			hopeless++
		}
	}
	if hopeless < 1000 {
		t.Errorf("only %d paragraphs are hopeless", hopeless)
	}
}

// hopelessParagraph is a paragraph of n words, most of them long for a measure of 120 points.
func hopelessParagraph(r *rand.Rand, n int) (points []Breakpoint) {
	var sum Sum
	for range n {
		letters := page.Length(20+r.IntN(70)) * page.Pt
		sum = sum.plus(Sum{Width: letters, Stretch: letters / 50, Letters: letters / 50})
		p := Breakpoint{End: sum, Start: sum.plus(Sum{Width: 3 * page.Pt, Stretch: page.Pt, Shrink: page.Pt / 2})}
		sum = p.Start
		points = append(points, p)
	}
	points[n-1].Penalty = Forced
	return points
}

// TestDemerits: they grow on, faster and faster, and never beyond what an int64 holds.
func TestDemerits(t *testing.T) {
	last, step := demerits(0), int64(0)
	for r := int64(1); r <= mostRatio; r++ {
		d := demerits(10 + cubed(r))
		if d < last {
			t.Fatalf("ratio %d/297: %d, less than before", r, d)
		}
		if r > 64 && r%64 == 0 { // rounded badness does not grow at every step
			now := d - demerits(10+cubed(r-64))
			if now < step {
				t.Fatalf("ratio %d/297: grows by %d, after %d", r, now, step)
			}
			step = now
		}
		last = d
	}
	if last <= 0 || last > mostDemerits {
		t.Errorf("the most is %d", last)
	}
	// A thousand hopeless lines in one paragraph, and not one is chosen at random.
	var points []Breakpoint
	var sum Sum
	for i := range 4000 {
		sum.Width += 30 * page.Pt
		p := Breakpoint{End: sum, Start: sum}
		if i%2 == 1 {
			p.Start.Width += 3 * page.Pt
			sum = p.Start
		} else {
			p.Penalty = Forbidden
		}
		points = append(points, p)
	}
	points[len(points)-1].Penalty = Forced
	if ends := LinesOf(points, 200*page.Pt, BookRules); len(ends) != 667 {
		t.Errorf("%d lines of three words, not 667", len(ends))
	}
}

// lastMeans are sentences that a justified measure of 280 points holds only by means of last resort.
var lastMeans = []string{
	"On the jar stood 4-ethoxy-3-hydroxyphenylacetaldehyde beside 2-bromo-4-nitrobenzenesulfonylchloride, and below it a date.",
	"It is a Kraftfahrzeughaftpflichtversicherungsgesellschaftsvertragsentwurf and nothing but that, he said to us.",
	"She called “Heeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeey!” over the water.",
	"The key was key_f0e1d2c3b4a5968778695a4b3c2d1e0f9e8d7c6b5a4f3e2d1c0b and nobody wrote it down for us.",
	"We kept Minutes_2019_Draft_v7_really_the_last_one_before_the_vote_copy_signed.docx on a shelf.",
	"Ask some.one.with.a.name.that.goes.on@rooms.of.the.long.corridor.example.org about it today.",
	"In the years 1801–1802–1803–1804–1805–1806–1807–1808–1809–1810–1811–1812–1813 it rained.",
	"Listen................................................................ there it is again.",
	"The picture below shows some samples of possible refinements again:",
	"Read https://www.example.org/rivers/1871/03/05/how-the-lower-bridge-was-moved-stone-by-stone-before-the-flood/ first.",
	"A number such as 2.7182818284590452353602874713526624977572470936999595749669676277 has no end that we know.",
}

// TestLastMeans sets them: no space is wider than 0.6 em, letters part by no more than the letterfit, no line is too long, no
// word stands alone that could have company, and the text is what it was but for hyphens that are printed.
func TestLastMeans(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	const size, letterfit = 11 * page.Pt, 15
	for _, text := range lastMeans {
		for measure := 200 * page.Pt; measure <= 300*page.Pt; measure += 10 * page.Pt {
			p := NewParagraph([]Inline{&Span{Text: text, Font: face, Size: size}},
				Setting{Measure: measure, Hyphenator: testHyphenator(t), Letterfit: letterfit})
			lines := p.Lines(p.Best())
			var all strings.Builder
			for i, l := range lines {
				where := fmt.Sprintf("%.16q, measure %s, line %d", text, measure, i+1)
				x := l.Items[0].(*page.Text)
				if wide := widestGap(x); wide > size*61/100 {
					t.Errorf("%s: a space of %s", where, wide)
				}
				shaped := face.Shape(strings.ReplaceAll(x.Text, "\u00AD", "-"), 0)
				for k, g := range x.Glyphs {
					if r, _ := utf8.DecodeRuneInString(x.Text[g.At:]); r == ' ' || len(shaped.Glyphs) != len(x.Glyphs) {
						continue
					}
					if apart := page.Length(g.Advance) - page.Length(shaped.Glyphs[k].Advance)*size/page.Length(face.Upem); apart > size*(letterfit+1)/1000+page.Pt/4 {
						t.Errorf("%s: letters part by %s", where, apart)
					}
				}
				if l.Over > page.Pt {
					t.Errorf("%s: %s too long", where, l.Over)
				}
				all.WriteString(x.Text)
				if i < len(lines)-1 && !strings.Contains(x.Text, " ") && l.Short > measure*2/3 {
					t.Errorf("%s: %q stands alone", where, x.Text)
				}
			}
			strip := strings.NewReplacer("\u00AD", "", " ", "")
			if got := strip.Replace(all.String()); got != strip.Replace(text) {
				t.Errorf("measure %s: %q is set as %q", measure, text, got)
			}
		}
	}
}

// widestGap returns the width of the widest space of a run.
func widestGap(x *page.Text) (widest page.Length) {
	for _, g := range x.Glyphs {
		if x.Text[g.At] == ' ' {
			widest = max(widest, page.Length(g.Advance))
		}
	}
	return widest
}

// TestNarrowIsRagged: a measure of few characters is set ragged although it is to be justified.
func TestNarrowIsRagged(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	const text = "A narrow column of justified text has holes in it, or a hyphen at the end of every other line, and no reader is helped by either."
	for _, c := range []struct {
		measure page.Length
		filled  bool
	}{{120 * page.Pt, false}, {165 * page.Pt, false}, {200 * page.Pt, true}, {280 * page.Pt, true}} {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}},
			Setting{Measure: c.measure, Hyphenator: testHyphenator(t), Letterfit: 11})
		filled := false
		for _, l := range lines[:len(lines)-1] {
			filled = filled || l.Ratio != 0
		}
		if filled != c.filled {
			t.Errorf("measure %s: filled %v", c.measure, filled)
		}
	}
}

// TestNames: a word with a capital is divided only where nothing else will do; one-letter words are kept off line ends where
// that costs nothing.
func TestNames(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	const text = "When I was asked what the Kensington Establishment had meant to us, I said that a Representative of Considerable " +
		"Understanding had come to see us every week, and that I had learned more from her than from a shelf of manuals."
	atEnd := 0
	for measure := 240 * page.Pt; measure < 340*page.Pt; measure += 4 * page.Pt {
		for _, l := range SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}},
			Setting{Measure: measure, Hyphenator: testHyphenator(t), Letterfit: 15}) {
			line := l.Items[0].(*page.Text).Text
			if l.SplitName {
				t.Errorf("measure %s: a name is divided in %q", measure, line)
			}
			if strings.HasSuffix(line, " I") || strings.HasSuffix(line, " a") {
				atEnd++
			}
		}
	}
	if atEnd > 10 { // of some 30 paragraphs with five such words each
		t.Errorf("%d lines end with a word of one letter", atEnd)
	}
}

// TestStacks: the same word does not stand under itself where another way costs little.
func TestStacks(t *testing.T) {
	for _, c := range []struct {
		a, b string
		last bool
		same bool
	}{
		{"customers,", "Customers", true, true}, {"cus", "cus", true, true}, {"tomers", "tomer", false, true}, {"of", "of", true, true},
		{"of", "off", true, false}, {"considered", "remembered", false, false}, {"—", "—", true, false}, {"“Pull", "pull", false, true},
		{"über", "Über", false, true}, {"1984", "1984", true, true},
	} {
		a, b := firstWord(c.a), firstWord(c.b)
		if c.last {
			a, b = lastWord(c.a), lastWord(c.b)
		}
		if got := stack(a, b) > 0; got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
	face := testFont(t, "EBGaramond-Regular")
	stacks := 0
	for measure := 220 * page.Pt; measure < 340*page.Pt; measure += 2 * page.Pt {
		const text = "What customers of a good house say to other customers is worth more than all that the house itself may print, and " +
			"so it looks after those customers first who talk. Nobody else among the customers is forgotten; each has a desk, a name " +
			"and a day of the week, and the house learns from customers what no survey of its market would have told it."
		for _, l := range SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}},
			Setting{Measure: measure, Hyphenator: testHyphenator(t), Letterfit: 15}) {
			if l.Stacked {
				stacks++
			}
		}
	}
	if stacks > 0 { // without their cost there are five
		t.Errorf("%d stacks in 60 paragraphs", stacks)
	}
}

// TestSoftHyphens: the text of a line has a soft hyphen at its end, where a hyphen is printed, and nowhere else, whoever asked
// for the division.
func TestSoftHyphens(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	const text = "A con\u00ADsid\u00ADered word, and an\u00ADother incomprehensible one, in a par\u00ADa\u00ADgraph that is long e\u00ADnough to be di\u00ADvided."
	printed := 0
	for measure := 60 * page.Pt; measure < 260*page.Pt; measure += 7 * page.Pt {
		var all strings.Builder
		for _, l := range SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}},
			Setting{Measure: measure, Hyphenator: testHyphenator(t), Letterfit: 15}) {
			for i, it := range l.Items {
				x := it.(*page.Text)
				hyphen := x.Glyphs[len(x.Glyphs)-1].ID == face.Glyph('-')
				if strings.HasSuffix(x.Text, softHyphen) != hyphen || strings.Count(x.Text, softHyphen) > 1 || hyphen && i < len(l.Items)-1 {
					t.Errorf("measure %s: %q, hyphen printed: %v", measure, x.Text, hyphen)
				}
				if hyphen {
					printed++
				}
				if x.Offset != page.Made && !strings.HasPrefix(text[x.Offset:], strings.TrimSuffix(x.Text, softHyphen)) {
					t.Errorf("measure %s: %q is not what stands at byte %d", measure, x.Text, x.Offset)
				}
				all.WriteString(x.Text)
			}
		}
		strip := strings.NewReplacer(softHyphen, "", " ", "")
		if got := strip.Replace(all.String()); got != strip.Replace(text) {
			t.Errorf("measure %s: set as %q", measure, got)
		}
	}
	if printed < 20 {
		t.Errorf("only %d hyphens", printed)
	}
}

// TestLongParagraph sets a paragraph of a whole book's length: there is one way, with as many lines as any, and signs without letters
// are not read again at each of their places.
func TestLongParagraph(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	p := NewParagraph([]Inline{&Span{Text: strings.Repeat("the incomprehensible establishment of a word and more ", mostPointsWithSpread/8), Font: face, Size: 11 * page.Pt}}, Setting{Measure: 280 * page.Pt, Hyphenator: testHyphenator(t)})
	if ways := p.Ways(1); len(ways) != 1 {
		t.Errorf("%d ways", len(ways))
	}
	if w := firstWord(strings.Repeat("(", 100) + "word"); w != 0 {
		t.Errorf("the word behind 100 signs: %x", w)
	}
	if w := lastWord("word" + strings.Repeat(")", 100)); w != 0 {
		t.Errorf("the word before 100 signs: %x", w)
	}
}
