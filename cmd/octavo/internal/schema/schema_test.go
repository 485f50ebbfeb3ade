package schema

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// The expression for decimals takes those between the bounds and no others, however they are written.
func TestDecimals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		scale := []int64{1, 10, 1000, 100_000, million}[random.IntN(5)]
		least := random.Int64N(300) * scale
		most := least + random.Int64N(500)*scale
		expr := decimals(least, most)
		re := regexp.MustCompile("^" + expr + "$")
		for _, n := range []int64{0, 1, least - scale, least - 1, least, least + 1, (least + most) / 2, most - 1, most, most + 1, most + scale, most + million, random.Int64N(most + 2)} {
			if n < 0 {
				continue
			}
			whole := fmt.Sprintf("%d.%06d", n/million, n%million)
			short := strings.TrimRight(strings.TrimRight(whole, "0"), ".")
			for _, s := range []string{whole, "00" + whole, short, "0" + short, strings.TrimLeft(whole, "0")} {
				if got, want := re.MatchString(s), n >= least && n <= most; got != want {
					t.Fatalf("%d to %d millionths: %q matches: %v, by %s", least, most, s, got, expr)
				}
			}
		}
		for _, s := range []string{"", ".", "1.", "-1", "1e1", "1,5", " 1"} {
			if re.MatchString(s) {
				t.Errorf("%s matches %q", expr, s)
			}
		}
	}
}

func TestWholes(t *testing.T) {
	for _, b := range [][2]int64{{0, 0}, {1, 9}, {0, 99}, {1980, 2107}, {7, 1234}, {99, 100}, {100, 999}, {250, 250}} {
		re := regexp.MustCompile("^(?:" + wholes(b[0], b[1]) + ")$")
		for n := range int64(3000) {
			if got, want := re.MatchString(fmt.Sprint(n)), n >= b[0] && n <= b[1]; got != want {
				t.Fatalf("%d to %d: %d matches: %v", b[0], b[1], n, got)
			}
		}
	}
}

// A schema has the keys in the order of the documentation, says what they mean, and what they are without a value of the author's.
func TestOf(t *testing.T) {
	text, ok := Of(Book)
	if !ok {
		t.Fatal("there is no schema of book.toml")
	}
	var root struct {
		Properties map[string]struct {
			Properties map[string]struct {
				Description string
				Default     any
			}
		}
		AdditionalProperties bool
		Required             []string
	}
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	links := root.Properties["print"].Properties["links"]
	if !strings.HasPrefix(links.Description, "What becomes of the address of a link") || links.Default != "none" {
		t.Errorf("print.links is %+v", links)
	}
	if len(root.Required) != 1 || root.Required[0] != "book" || root.AdditionalProperties {
		t.Errorf("it requires %v", root.Required)
	}
	if s := string(text); strings.Index(s, `"title": {`) > strings.Index(s, `"authors": {`) || strings.Contains(s, "\\u003c") {
		t.Error("the keys have another order, or signs are escaped")
	}
	if _, ok := Of("book.json"); ok {
		t.Error("there is a schema of something else")
	}
}
