package typeset

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
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
				if ends && (p.Kind == Never || p.Kind == Hyphen && !r.Hyphens) || !ends && p.Kind == MustEnd {
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
			if part > 600 && !(begun && (i == n-1 || p.Kind == MustEnd)) {
				cost += stubCost
			}
			if first := &places[start+1]; !begun && !places[start].Pause && first.Pause && first.Kind == MayEnd && start+1 < n-1 {
				cost += clauseCost
			}
			if i == n-1 {
				if !begun && places[start].Lone {
					cost += loneCost
				}
			} else if p.Kind != MustEnd {
				if p.Kind == Hyphen {
					cost += hyphenCost
				} else if p.Weak {
					cost += weakCost
				}
				if !p.Pause {
					cost += pauseCost
				}
				if before := i - 1; !p.Pause && before > start && places[before].Kind == MayEnd && places[before].Pause {
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
			Weak: rng.IntN(4) == 0, Pause: rng.IntN(5) == 0, Lone: i == n-2}
		switch rng.IntN(12) {
		case 0:
			p.Kind = MustEnd
		case 1:
			p.Kind = Never
		case 2:
			p.Kind, p.Start = Hyphen, p.End
		}
		if i == n-1 {
			p.Kind = MayEnd
		}
		places = append(places, p)
		at = p.Start
	}
	return places, DisplayRules{Measure: page.Length(500 + rng.IntN(3000)), Hang: page.Length(rng.IntN(60)), First: page.Length(rng.IntN(80)), Most: 1 + rng.IntN(6),
		Hyphens: rng.IntN(2) == 0}
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

// TestDisplayScales: what fits in a size fits in every smaller one, which the search for the largest relies on.
func TestDisplayScales(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		places, r := randomText(rng)
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

// TestHarmonise compares the choice of sizes with every other choice.
func TestHarmonise(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		sizes := make([]page.Length, 1+rng.IntN(30))
		for i := range sizes {
			sizes[i] = page.Length(36+rng.IntN(1+rng.IntN(40))) * page.Pt / 4
		}
		steps, apart := 1+rng.IntN(4), rng.IntN(150)
		got := Harmonise(sizes, steps, apart)
		var distinct []page.Length
		for _, s := range sizes {
			if !slices.Contains(distinct, s) {
				distinct = append(distinct, s)
			}
		}
		slices.Sort(distinct)
		if len(distinct) > 11 {
			continue
		}
		var loss page.Length
		var used []page.Length
		for i := range sizes {
			if got[i] > sizes[i] || got[i] == 0 {
				t.Fatalf("%s became %s", sizes[i], got[i])
			}
			if loss += sizes[i] - got[i]; !slices.Contains(used, got[i]) {
				used = append(used, got[i])
			}
		}
		if len(used) > steps {
			t.Fatalf("%v: %d sizes, want at most %d", sizes, len(used), steps)
		}
		least := page.Length(-1)
		for set := 1; set < 1<<len(distinct); set += 2 { // the smallest is always kept
			var kept []page.Length
			ok := true
			for i, d := range distinct {
				if set>>i&1 == 1 {
					ok = ok && (len(kept) == 0 || d*1000 >= kept[len(kept)-1]*page.Length(1000+apart))
					kept = append(kept, d)
				}
			}
			if !ok || len(kept) > steps {
				continue
			}
			var l page.Length
			for _, s := range sizes {
				var to page.Length
				for _, k := range kept {
					if k <= s {
						to = k
					}
				}
				l += s - to
			}
			if least < 0 || l < least {
				least = l
			}
		}
		if loss != least {
			t.Fatalf("%v in %d steps %d apart: loss %s, could be %s", sizes, steps, apart, loss, least)
		}
	}
	if got := Harmonise(nil, 4, 80); len(got) != 0 {
		t.Errorf("nothing became %v", got)
	}
}

// TestDisplay sets texts of a reader's choice and reads their lines.
func TestDisplay(t *testing.T) {
	f := testFont(t, "EBGaramond-Regular")
	room := Room{Width: 140 * page.Pt, Height: 170 * page.Pt, Hang: 8 * page.Pt, Leading: 116, Least: 9 * page.Pt, Most: 24 * page.Pt, Step: page.Pt / 4}
	for text, want := range map[string]string{
		"Say less.": "Say less.",
		"":          "",
		"Management is service that has learned to wait.": "Management is|service that has|learned to wait.",
		"“Quit that, and find out what they need.”":       "“Quit that,|and find|out what|they need.”",
		// A smaller size keeps clauses whole, and lines alike in length.
		"Ego is a large dog: feed it, walk it, and leave it in the car.": "Ego is a large dog:|feed it, walk it,|and leave it|in the car.",
		"See p. 42 of the book that Dr. Rowe left behind.":               "See p. 42|of the book|that Dr. Rowe|left behind.",
	} {
		d := NewDisplay([]Inline{&Span{Text: text, Font: f, Size: 12 * page.Pt}}, Centered, lang.English.Clings)
		size, ok := d.Fit(room)
		var got []string
		for _, l := range d.Set(room, size) {
			line := ""
			for _, it := range l.Items {
				line += it.(*page.Text).Text
			}
			got = append(got, line)
		}
		if strings.Join(got, "|") != want || !ok {
			t.Errorf("%q at %s: %q, want %q", text, size, strings.Join(got, "|"), want)
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
