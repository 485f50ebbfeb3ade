package typeset

import (
	"math/rand/v2"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// everyWay returns the least cost of a display text over all ways to break it, tried one by one, and whether one fits.
func everyWay(places []LineEnd, r DisplayRules) (least int64, ok bool) {
	n := len(places)
	for set := range 1 << (n - 1) { // bit i: a line ends at place i
		cost, start, lines, fits := int64(0), -1, 0, true
		for i := range n {
			p := &places[i]
			if last := i == n-1; !last {
				ends := set>>i&1 == 1
				if ends && (p.Kind == Never || p.Kind == Inside && !r.Divided && p.Whole <= r.Measure) || !ends && p.Kind == MustEnd {
					fits = false
					break
				}
				if !ends {
					continue
				}
			}
			w := p.End - min(p.Right, r.Hang) - min(r.First, r.Hang)
			begun := start < 0
			if start >= 0 {
				w = p.End - min(p.Right, r.Hang) - places[start].Start - min(places[start].Left, r.Hang)
				begun = places[start].Kind == MustEnd
			}
			if lines++; w > r.Measure {
				fits = false
				break
			}
			part := int64((r.Measure - max(w, 0)) * 1000 / r.Measure)
			cost += part * part
			short := part > shortLine
			if short && !(begun && (i == n-1 || p.Kind == MustEnd)) {
				cost += stubCost
			}
			pause := func(k int) bool { return places[k].Sense == AtStop || places[k].Sense == AtComma }
			if first := start + 1; !begun && !pause(start) && pause(first) && places[first].Kind == MayEnd && first < n-1 {
				cost += clauseCost
			}
			switch {
			case i == n-1:
				if !begun && places[start].Lone && places[start].Sense != AtStop {
					if short {
						cost += runtCost
					} else {
						cost += loneCost
					}
				}
			case p.Kind == Inside:
				cost += p.Cost
			case p.Kind == MayEnd:
				cost += senseCost[p.Sense]
				if r.Verse {
					cost += turnedCost
				}
				if before := i - 1; !pause(i) && before > start && places[before].Kind == MayEnd && pause(before) {
					cost += clauseCost
				}
			}
			start = i
		}
		if fits && lines <= r.Most && (!ok || cost < least) {
			least, ok = cost, true
		}
	}
	return least, ok
}

// randomText returns a display text of up to twelve words.
func randomText(rng *rand.Rand) ([]LineEnd, DisplayRules) {
	var at page.Length
	var places []LineEnd
	n := 1 + rng.IntN(12)
	for i := range n {
		w := page.Length(100 + rng.IntN(900))
		p := LineEnd{End: at + w, Start: at + w + 200, Right: page.Length(rng.IntN(2)) * page.Length(rng.IntN(90)), Left: page.Length(rng.IntN(2)) * page.Length(rng.IntN(90)),
			Sense: Sense(rng.IntN(int(Leaning) + 1)), Lone: i == n-2}
		switch rng.IntN(12) {
		case 0:
			p.Kind = MustEnd
		case 1:
			p.Kind = Never
		case 2:
			p.Kind, p.Start, p.Whole, p.Cost = Inside, p.End, page.Length(rng.IntN(3000)), rng.Int64N(3_000_000)
		}
		if i == n-1 {
			p.Kind = MayEnd
		}
		places = append(places, p)
		at = p.Start
	}
	return places, DisplayRules{Measure: page.Length(500 + rng.IntN(3000)), Hang: page.Length(rng.IntN(60)), First: page.Length(rng.IntN(80)), Most: 1 + rng.IntN(6),
		Divided: rng.IntN(2) == 0, Verse: rng.IntN(2) == 0}
}

// TestBreakDisplay compares the breaker with every way to break thousands of texts.
func TestBreakDisplay(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	fitted := 0
	for range 4000 {
		places, r := randomText(rng)
		ends, cost := BreakDisplay(places, r)
		want, ok := everyWay(places, r)
		if ok != (ends != nil) || cost != want {
			t.Fatalf("%+v\n%+v\ngot %v at %d, want %d, %v", places, r, ends, cost, want, ok)
		}
		if n := FewestLines(places, r); ok && (n < 1 || n > len(ends)) || !ok && n > 0 && n <= r.Most {
			t.Fatalf("%+v\n%+v\nneeds %d lines, is set in %d", places, r, n, len(ends))
		}
		if ok {
			fitted++
		}
	}
	if fitted < 1000 || fitted > 3900 {
		t.Errorf("%d of the texts fit: the trial tries too little", fitted)
	}
}

// TestDisplayScales: what fits in a size fits in every smaller one, where words may be divided.
func TestDisplayScales(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		places, r := randomText(rng)
		r.Divided = true
		before := 0
		for range 8 {
			n := FewestLines(places, r)
			if before > 0 && (n == 0 || n > before) {
				t.Fatalf("%+v\n%+v\n%d lines in a wider measure, %d before", places, r, n, before)
			}
			before = n
			r.Measure, r.Hang = r.Measure*11/10, r.Hang*11/10
		}
	}
}

// TestPrefix: a paragraph that is cut short is set as one that was never longer.
func TestPrefix(t *testing.T) {
	f := testFont(t, "EBGaramond-Regular")
	set := Setting{Measure: 90 * page.Pt, Align: RaggedRight, Indent: 10 * page.Pt}
	spans := func(texts ...string) (out []Inline) {
		for _, text := range texts {
			out = append(out, &Span{Text: text, Font: f, Size: 9 * page.Pt})
		}
		return out
	}
	whole := NewParagraph(spans("One sentence of some length. And ", "another", " one—which is longer. The end."), set)
	for _, c := range []struct {
		span, at int
		want     []Inline
	}{
		{0, 28, spans("One sentence of some length.")},
		{2, 23, spans("One sentence of some length. And ", "another", " one—which is longer.")},
		{2, 7, spans("One sentence of some length. And ", "another", " one—")},
		{2, 32, spans("One sentence of some length. And ", "another", " one—which is longer. The end.")},
	} {
		point, width := whole.Reach(c.span, c.at)
		got, want := whole.Prefix(point), NewParagraph(c.want, set)
		if last := want.points[len(want.points)-1].End.Width; max(width-last, last-width) > 4 {
			t.Errorf("%d bytes into span %d: %s wide, want %s", c.at, c.span, width, last)
		}
		a, b := got.Lines(got.Best()), want.Lines(want.Best())
		if len(a) != len(b) {
			t.Fatalf("%d lines, want %d", len(a), len(b))
		}
		for i := range a {
			if max(a[i].Width-b[i].Width, b[i].Width-a[i].Width) > 4 || len(a[i].Items) != len(b[i].Items) {
				t.Errorf("line %d is %s wide, want %s", i, a[i].Width, b[i].Width)
			}
		}
	}
}
