package book

import (
	"math"
	"testing"
)

func TestParseExtent(t *testing.T) {
	for s, want := range map[string]Extent{
		"50%": {Percent: 50}, "33.3 %": {Percent: 33.3}, "25.4mm": {Points: 72}, "2.54cm": {Points: 72}, "2in": {Points: 144},
		"12pt": {Points: 12}, "2pc": {Points: 24}, "96px": {Points: 72}, "96": {Points: 72}, " 1in ": {Points: 72},
	} {
		got, ok := ParseExtent(s)
		if !ok || math.Abs(got.Points-want.Points) > 1e-9 || got.Percent != want.Percent {
			t.Errorf("%q: %v, %t, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "%", "0", "-3cm", "101%", "wide", "3em", "1e3px", "3cm wide", "1..2", "9999in", "½in"} {
		if got, ok := ParseExtent(s); ok {
			t.Errorf("%q: %v", s, got)
		}
	}
}
