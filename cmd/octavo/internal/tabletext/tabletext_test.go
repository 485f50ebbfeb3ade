package tabletext

import (
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCell(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\nx", " =1", "\"=1", "\u00A0=1", "\uFEFF=1", "＝1", "－1", "+", "- so he said"} {
		if got := Cell(s); got != "'"+s {
			t.Errorf("%q stays %q", s, got)
		}
	}
	for _, s := range []string{"", " ", "a=1", "1-2", "— so he said", "(=1)", "'=1", "\xff="} {
		if got := Cell(s); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}

// FuzzWrite writes a table of any cells and reads it again: the cells are the same but for apostrophes, and none is a formula.
func FuzzWrite(f *testing.F) {
	f.Add("=1", "a,\"b\"\r\nc", "@x")
	f.Add(" \f\v\f-", "\x01=", "\u202E=")
	f.Add("\xff", " -", "\u3000=\"")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var out strings.Builder
		rows := [][]string{{"first", "second", "third"}, {a, b, c}}
		if err := Write(&out, rows); err != nil {
			t.Fatal(err)
		}
		back, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil || len(back) != 2 {
			t.Fatalf("%q: %v", out.String(), err)
		}
		for i, cell := range back[1] {
			was := strings.ReplaceAll(rows[1][i], "\r\n", "\n") // as the reader reads line ends
			if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(cell)); strings.ContainsRune("=+-@", r) {
				t.Errorf("%q is a formula", cell)
			}
			if cell != was && cell != "'"+was {
				t.Errorf("%q comes back as %q", was, cell)
			}
		}
		if !reflect.DeepEqual(rows[1], []string{a, b, c}) {
			t.Error("the rows were changed")
		}
	})
}
