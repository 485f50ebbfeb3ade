package content

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/cos"
)

// recorder writes down where a walker shows codes.
type recorder struct {
	Walker[*Font, string]
	out []string
}

func (r *recorder) Font([]byte) *Font { return &Font{Scale: 0.001, absent: 500} }

func (r *recorder) Show(list []Item) {
	m := r.Text.Then(r.State.CTM)
	r.Set(r.State.Font, list, func(c int, from, to float64) {
		x, y := m.Apply(from, r.State.Rise)
		r.out = append(r.out, fmt.Sprintf("%c%s %g %g", c, r.State.Extra, x, y))
	})
}

func (r *recorder) Do(op []byte, s *Scanner) { r.State.Extra += string(op) }

func TestWalker(t *testing.T) {
	for text, want := range map[string]string{
		"BT /F 10 Tf 5 7 Td (ab) Tj ET":                             "a 5 7, b 10 7",
		"2 0 0 2 1 1 cm BT /F 10 Tf 5 7 Td (a) Tj ET":               "a 11 15",
		"BT /F 10 Tf 1 Tc 2 Tw 50 Tz 3 Ts (a b) Tj ET":              "a 0 3,   3 3, b 7 3",
		"BT /F 10 Tf [(a) -1000 (b)] TJ ET":                         "a 0 0, b 15 0",
		"BT /F 10 Tf 3 -12 TD (a) Tj T* (b) Tj (c) ' 1 1 (d) \" ET": "a 3 -12, b 3 -24, c 3 -36, d 3 -48",
		"BT /F 10 Tf 1 0 0 1 4 4 Tm (a) Tj (b) Tj ET":               "a 4 4, b 9 4",
		"BT /F 10 Tf q w (a) Tj Q (b) Tj ET":                        "aw 0 0, b 5 0",
	} {
		var r recorder
		r.File = &cos.File{}
		r.Begin("")
		r.Walk([]byte(text), &r)
		if got := strings.Join(r.out, ", "); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestForms holds a form that draws itself to being drawn once, and to leaving the state as it was.
func TestForms(t *testing.T) {
	var r recorder
	r.File = &cos.File{}
	r.Begin("")
	form, n := &cos.Stream{}, 0
	var draw func()
	draw = func() {
		r.Form(form, func() {
			n++
			r.Transform(Matrix{A: 2, D: 2})
			draw()
		})
	}
	draw()
	if n != 1 || r.State.CTM != Identity {
		t.Errorf("drawn %d times, %v", n, r.State.CTM)
	}
}
