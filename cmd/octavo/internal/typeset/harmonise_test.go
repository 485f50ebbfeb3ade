package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestKeepSizes compares the choice of sizes with every other choice.
func TestKeepSizes(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		sizes := make([]page.Length, 1+rng.IntN(30))
		for i := range sizes {
			sizes[i] = page.Length(36+rng.IntN(1+rng.IntN(40))) * page.Pt / 4
		}
		steps, apart := 1+rng.IntN(4), rng.IntN(150)
		var distinct []page.Length
		count := map[page.Length]int64{}
		for _, s := range sizes {
			if count[s]++; count[s] == 1 {
				distinct = append(distinct, s)
			}
		}
		kept := keepSizes(distinct, count, steps, apart)
		got := make([]page.Length, len(sizes))
		for i, s := range sizes {
			for _, k := range kept {
				if k <= s {
					got[i] = k
				}
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
	if got := keepSizes(nil, nil, 4, 80); len(got) != 0 {
		t.Errorf("nothing became %v", got)
	}
}

// randomKin returns texts, and sizes that descend.
func randomKin(rng *rand.Rand) ([]Kin, []page.Length) {
	sizes := make([]page.Length, 2+rng.IntN(4))
	for i, size := 0, 20*page.Pt; i < len(sizes); i++ {
		sizes[i] = size
		size -= page.Length(1+rng.IntN(2)) * page.Pt
	}
	texts := make([]Kin, 1+rng.IntN(7))
	for i := range texts {
		k := Kin{Length: 5 + rng.IntN(12), Breaks: rng.IntN(2) * rng.IntN(3), Whole: rng.IntN(2) * rng.IntN(2) * rng.IntN(len(sizes))}
		for range sizes {
			k.Costs = append(k.Costs, rng.Int64N(1000))
		}
		for j := range rng.IntN(3) % len(sizes) {
			k.Costs[j] = NoFit
		}
		texts[i] = k
	}
	return texts, sizes
}

// TestHarmonise asks of the sizes of hundreds of families what a reader sees: few of them, each large enough to tell from the next,
// and none larger than that of a shorter text; but for a text that stands apart, which longer ones do not follow.
func TestHarmonise(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 3000 {
		texts, sizes := randomKin(rng)
		steps, apart := 1+rng.IntN(5), rng.IntN(100)
		got := Harmonise(texts, sizes, steps, apart)
		used := slices.Compact(slices.Sorted(slices.Values(got)))
		if len(used) > steps {
			t.Fatalf("%+v in %v: %d sizes, want %d", texts, sizes, len(used), steps)
		}
		for i := 1; i < len(used); i++ {
			if sizes[used[i-1]]*1000 < sizes[used[i]]*page.Length(1000+apart) {
				t.Fatalf("%+v: sizes %s and %s", texts, sizes[used[i-1]], sizes[used[i]])
			}
		}
		for i, a := range texts {
			if a.Costs[got[i]] >= NoFit {
				t.Fatalf("%+v in %v: text %d does not fit in size %d", texts, sizes, i, got[i])
			}
			for k, b := range texts {
				larger := a.Length > b.Length && sizes[got[i]] > sizes[got[k]] || a.Length == b.Length && got[i] != got[k] && a.Whole == 0 && b.Whole == 0
				if a.Breaks == b.Breaks && larger && b.Whole == 0 {
					t.Fatalf("%+v in %v: %v: text %d is larger than the shorter text %d", texts, sizes, got, i, k)
				}
			}
		}
	}
}

// TestAssign compares the sizes of texts in order with all others that are in order.
func TestAssign(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 1000 {
		texts, sizes := randomKin(rng)
		all := make([]int, len(sizes))
		for i := range all {
			all[i] = i
		}
		for _, c := range classesOf(texts) {
			got := make([]int, len(texts))
			c.assign(all, got)
			var cost int64
			for _, i := range c.order {
				cost += texts[i].Costs[got[i]]
			}
			least := int64(-1)
			var try func(at, size int, sum int64)
			try = func(at, size int, sum int64) {
				if at == len(c.order) {
					if least < 0 || sum < least {
						least = sum
					}
					return
				}
				for s := size; s < len(sizes); s++ {
					to, sum := at, sum
					for to < len(c.order) && texts[c.order[to]].Length == texts[c.order[at]].Length {
						sum += texts[c.order[to]].Costs[s]
						to++
					}
					try(to, s, sum)
				}
			}
			try(0, 0, 0)
			if cost != least {
				t.Fatalf("%+v in %v: %v costs %d, could be %d", texts, sizes, got, cost, least)
			}
		}
	}
}
