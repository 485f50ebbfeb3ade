package cos

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"12 -3.5 +.25 4. --5":            "12! -3.5 0.25 4 -5!",
		"1.2-3 6-7":                      "1.2 6!",
		"123456789012345678901234567890": "4.6116860141324206e+18",
		"/Name/A#42#zz/ /a%c\n/b":        "/Name /AB#zz / /a /b",
		"(a(b)c\\)\\n\\101\\\r\nd\\q)":   "(a(b)c)\nAdq)",
		"(a\r\nb\rc)":                    "(a\nb\nc)",
		"<48 656C6c6F7>":                 "(Hellop)",
		"<</K[1 2]>>":                    "<< /K [ 1! 2! ] >>",
		"BT T* ' \" 'x":                  "BT T* ' \" 'x",
		"(open":                          "(open)",
		"<41":                            "(A)",
		"} ) 1":                          "? ? 1!",
		"\\101":                          "\\101",
		"(\\7\\53\\400)":                 "(\a+\x00)",
		"":                               "",
	} {
		var got []string
		l := Lexer{Data: []byte(text)}
		for tok := l.Next(); tok.Kind != EOF; tok = l.Next() {
			s := string(tok.Text)
			switch tok.Kind {
			case Number:
				s = fmt.Sprint(tok.Num)
				if tok.Whole {
					s += "!"
				}
			case NameToken:
				s = "/" + s
			case StringToken:
				s = "(" + s + ")"
			case OpenArray:
				s = "["
			case CloseArray:
				s = "]"
			case OpenDict:
				s = "<<"
			case CloseDict:
				s = ">>"
			case Bad:
				s = "?"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q\ngot  %q\nwant %q", text, s, want)
		}
	}
}

// The texts of tokens stay good while more are read.
func TestTokensKeep(t *testing.T) {
	l := Lexer{Data: []byte(strings.Repeat("<41424344>", 1000))}
	var all [][]byte
	for tok := l.Next(); tok.Kind != EOF; tok = l.Next() {
		all = append(all, tok.Text)
	}
	for i, s := range all {
		if string(s) != "ABCD" {
			t.Fatalf("string %d is %q", i, s)
		}
	}
}

func TestValues(t *testing.T) {
	for text, want := range map[string]Value{
		"true": Bool(true), "false": Bool(false), "null": nil,
		"7":                             Integer(7),
		"-7":                            Integer(-7),
		"7 0 R":                         Ref{7, 0},
		"[7 0 R 8 9 1 2 R 3]":           Array{Ref{7, 0}, Integer(8), Integer(9), Ref{1, 2}, Integer(3)},
		"0.5":                           Real(0.5),
		"/N":                            Name("N"),
		"(s)":                           String("s"),
		"<</A 1/B null/C<</D[]>>/A 2>>": Dict{"A": Integer(2), "C": Dict{"D": Array{}}},
	} {
		p := parser{Lexer: Lexer{Data: []byte(text)}}
		got, err := p.all()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %#v, %v, want %#v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"":                          "the file ends",
		"[1":                        "an array is never closed",
		"<</A":                      "the file ends",
		"<</A 1":                    "a dictionary is never closed",
		"<<1 2>>":                   "key is no name",
		"endobj":                    `unexpected "endobj"`,
		"]":                         "no value begins",
		strings.Repeat("[", 5e6):    "nest deeper than 100",
		strings.Repeat("<</A", 5e6): "nest deeper than 100",
	} {
		p := parser{Lexer: Lexer{Data: []byte(text)}}
		if _, err := p.all(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20s: got %v, want %s", text, err, want)
		}
	}
	few := NewBudget(context.Background(), 0)
	few.left[Objects] = 10
	p := parser{Lexer: Lexer{Data: []byte("[1 2 3 4 5 6 7 8 9 10 11]")}, budget: few}
	if _, err := p.all(); err == nil {
		t.Error("more values than the limit are read")
	}
}
