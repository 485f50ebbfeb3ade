package contrast

import (
	"math"
	"testing"
)

func TestRatio(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21}, {"#ffffff", "#ffffff", 1}, {"#767676", "#ffffff", 4.54}, {"#FF0000", "#ffffff", 4.0},
	} {
		a, _ := Parse(test.a)
		b, _ := Parse(test.b)
		if got := Ratio(a, b); math.Abs(got-test.want) > 0.01 {
			t.Errorf("%s on %s: %.3f instead of %.2f", test.a, test.b, got, test.want)
		}
	}
	for _, bad := range []string{"", "red", "#12345", "#12345g", "1234567"} {
		if _, ok := Parse(bad); ok {
			t.Errorf("%q is taken for a colour", bad)
		}
	}
}

// Every colour has one near it that can be read on white and on black, though few colours can themselves.
func TestOnBoth(t *testing.T) {
	for r := 0; r < 256; r += 51 {
		for g := 0; g < 256; g += 51 {
			for b := 0; b < 256; b += 51 {
				c := RGB{uint8(r), uint8(g), uint8(b)}
				if w := c.OnWhite(); Ratio(w, White) < Text {
					t.Errorf("%s becomes %s, %.2f on white", c, w, Ratio(w, White))
				}
				if m := c.OnBoth(); Ratio(m, White) < Text || Ratio(m, Black) < Text {
					t.Errorf("%s becomes %s, %.2f on white and %.2f on black", c, m, Ratio(m, White), Ratio(m, Black))
				}
			}
		}
	}
}
