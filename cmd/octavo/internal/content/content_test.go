package content

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/cos"
)

func TestScanner(t *testing.T) {
	for text, want := range map[string]string{
		"q 1 0 0 1 72 700 cm Q":                   "q[] cm[1 0 0 1 72 700] Q[]",
		"BT /F1 12 Tf (a) Tj [(b) -20 <63>] TJ":   "BT[] Tf[12]/F1 Tj[](a) TJ[-20](c){(b) -20 (c)}",
		"/Span <</MCID 3>> BDC /P /X BDC EMC":     "BDC[]/Span mcid BDC[]/P/X EMC[]",
		"/A <</B <</MCID 1>>>> BDC true 7 g":      "BDC[]/A dict g[7]",
		"BI /W 1 /H 1 ID xEIx EI 5 w":             "BI[] w[5]",
		"[(never) closed":                         "closed[](never){(never)}",
		"":                                        "",
		strings.Repeat("1 ", maxOperands+5) + "x": "x[" + strings.TrimSpace(strings.Repeat("1 ", maxOperands)) + "]",
	} {
		s := Scanner{Lexer: cos.Lexer{Data: []byte(text)}}
		var out []string
		for op := s.Next(); op != nil; op = s.Next() {
			one := fmt.Sprintf("%s%v", op, s.Numbers[:s.N])
			if s.Names > 0 {
				one += "/" + string(s.First)
			}
			if s.Names > 1 {
				one += "/" + string(s.Name)
			}
			if s.Text != nil {
				one += "(" + string(s.Text) + ")"
			}
			if len(s.List) > 0 {
				var items []string
				for _, it := range s.List {
					if it.Text != nil {
						items = append(items, "("+string(it.Text)+")")
					} else {
						items = append(items, fmt.Sprint(it.Move))
					}
				}
				one += "{" + strings.Join(items, " ") + "}"
			}
			switch {
			case s.MCID:
				one += " mcid"
			case s.Dict:
				one += " dict"
			}
			if out = append(out, one); string(op) == "BI" {
				for tok := s.Lexer.Next(); string(tok.Text) != "ID"; tok = s.Lexer.Next() {
				}
				SkipInline(&s.Lexer, 0)
			}
		}
		if got := strings.Join(out, " "); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestUnicode(t *testing.T) {
	var got []string
	Unicode([]byte(`begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0066> <0002> <00660069> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <0062>] endbfrange`), func(first, last int, text []byte) {
		got = append(got, fmt.Sprintf("%d-%d:%x", first, last, text))
	})
	if s, want := strings.Join(got, " "), "1-1:0066 2-2:00660069 32-32:0061 33-33:0062 16-18:0041"; s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
