package manuscript

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/timing"
)

func TestTrace(t *testing.T) {
	for _, c := range []struct{ src, value, word string }{
		{"one two", "one two", "two"},
		{"one\ntwo", "one two", "two"},
		{"one   \r\n  > > two three", "one two three", "two"},
		{`say "hi" to -- them...  now`, "say “hi” to – them… now", "now"},
		{`a \* b \\ c`, `a * b \ c`, "c"},
		{"x &amp; y &copy; z", "x & y © z", "z"},
		{"this, &amp;\nare &amp; amp", "this, & are & amp", "are"},
		{"this, &amp;\nare &amp; amp", "this, & are & amp", "amp"},
		{"`&amp;` then", "&amp; then", "then"},
		{"don't---ever", "don’t—ever", "ever"},
		{"6'2\" tall", "6′2″ tall", "tall"},
		{`"Oui ?" dit-il; 'non': puis`, "«\u202FOui\u202F?\u202F» dit-il\u202F; “non”\u00A0: puis", "puis"},
		{"« Oui\n! » puis", "«\u202FOui\u202F!\u202F» puis", "puis"},
		{"-- z. B. und", "—z.\u202FB. und", "und"},
	} {
		pos := diag.Pos{Source: &diag.Source{Text: []byte("## " + c.src)}, Offset: 3}
		got := book.Trace(pos, c.value, strings.Index(c.value, c.word))
		if rest := string(pos.Source.Text[got.Offset:]); !strings.HasPrefix(rest, c.word) {
			t.Errorf("%q in %q is found at %q", c.word, c.src, rest)
		}
	}
}

// TestTraceBook finds every word of the shipped book in its file.
func TestTraceBook(t *testing.T) {
	bk, _ := Read("../../../../manuscript", book.Contents{All: true})
	words := 0
	tracer := bk.Tracer()
	for _, ch := range bk.Chapters() {
		ch.Walk(nil, func(i book.Inline) {
			text, ok := i.(*book.Text)
			if !ok {
				return
			}
			for at, r := range text.Value {
				if before, _ := utf8.DecodeLastRuneInString(text.Value[:at]); !unicode.IsLetter(r) || at > 0 && unicode.IsLetter(before) {
					continue
				}
				words++
				got := tracer.Trace(text.Pos, at)
				if alone := book.Trace(text.Pos, text.Value, at); alone != got {
					t.Errorf("%v byte %d is %v alone and %v in order", text.Pos, at, alone, got)
				}
				if rest := string(got.Source.Text[got.Offset:]); !strings.HasPrefix(rest, string(r)) {
					t.Errorf("%v: %q is found at %q", text.Pos, text.Value[at:min(len(text.Value), at+12)], rest[:min(len(rest), 12)])
				}
			}
		})
	}
	if words < 20000 {
		t.Errorf("only %d words", words)
	}
}

// TestTraceLinear traces what was quadratic at two sizes.
func TestTraceLinear(t *testing.T) {
	for name, text := range map[string]func(n int) (src, value string){
		"a word that is not there": func(n int) (string, string) { return strings.Repeat("*", n), strings.Repeat("a", n) },
		"white":                    func(n int) (string, string) { s := strings.Repeat(" ", n) + "a"; return s, s },
	} {
		t.Run(name, func(t *testing.T) {
			timing.Linear(t, 20_000, func(n int) {
				src, value := text(n)
				book.Trace(diag.Pos{Source: &diag.Source{Text: []byte(src)}}, value, len(value))
			})
		})
	}
}

// TestStretches gives every character of a text its own piece of the file, in order.
func TestStretches(t *testing.T) {
	for _, c := range []struct{ src, value, want string }{
		{"a b", "a b", "a| |b"},
		{"a\n> b", "a b", "a|\n> |b"},
		{"a &amp; b", "a & b", "a| |&amp;| |b"},
		{`a \* -- b...`, "a * – b…", `a| |\*| |--| |b|...`},
		{"a\tb", "a b", "a|\t|b"},
		{`"Oui ?"`, "«\u202FOui\u202F?\u202F»", `"||O|u|i| |?||"`},
	} {
		src := &diag.Source{Text: []byte("# " + c.src)}
		var got []string
		end := 0
		for _, s := range book.Stretches(diag.Pos{Source: src, Offset: 2}, c.value) {
			if s.Text != end || s.TextEnd <= s.Text || s.To < s.From {
				t.Errorf("%q: %+v behind %d", c.src, s, end)
			}
			end = s.TextEnd
			got = append(got, string(src.Text[s.From:s.To]))
		}
		if g := strings.Join(got, "|"); g != c.want || end != len(c.value) {
			t.Errorf("%q is %q, want %q", c.src, g, c.want)
		}
	}
}
