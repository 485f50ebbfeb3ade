package recent

import "testing"

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
	if m.Len() != 2 {
		t.Errorf("%d values after %d rounds, want 2", m.Len(), Rounds)
	}
	m.Next()
	if _, ok := m.Get("unused"); ok || m.Len() != 1 {
		t.Errorf("a value that nobody asked for is kept for more than %d rounds", Rounds)
	}
}
