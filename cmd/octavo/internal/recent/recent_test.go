package recent

import (
	"sync"
	"testing"
)

func TestMap(t *testing.T) {
	var m Map[string, int]
	if _, ok := m.Get("a"); ok {
		t.Error("an empty map has a value")
	}
	m.Put("used", 1)
	m.Put("unused", 2)
	for range Rounds {
		m.Next()
		if v, ok := m.Get("used"); !ok || v != 1 {
			t.Fatalf("the value in use is %d, %v", v, ok)
		}
	}
	if len(m.kept) != 2 {
		t.Errorf("%d values after %d rounds, want 2", len(m.kept), Rounds)
	}
	m.Next()
	if _, ok := m.Get("unused"); ok || len(m.kept) != 1 {
		t.Errorf("a value that nobody asked for is kept for more than %d rounds", Rounds)
	}
}

// A value is made once, and where several make it at the same time they all get one.
func TestGetOrMake(t *testing.T) {
	var m Map[string, *int]
	n := 1
	first := m.GetOrMake("a", func() *int { return &n })
	if again := m.GetOrMake("a", func() *int { t.Error("made twice"); return nil }); first != &n || again != first {
		t.Error("the value is another")
	}
	var making, done sync.WaitGroup
	got := make([]*int, 4)
	making.Add(len(got))
	for i := range got {
		done.Go(func() {
			got[i] = m.GetOrMake("b", func() *int {
				making.Done()
				making.Wait() // until all make it
				return new(int)
			})
		})
	}
	done.Wait()
	for _, v := range got {
		if v == nil || v != got[0] {
			t.Fatal("who asked at the same time got different values")
		}
	}
}
