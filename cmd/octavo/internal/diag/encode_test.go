package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile is what may not reach a terminal as it is.
const hostile = "\x1b[31m\x00\x07\x7f\u009b31m\u202E\u2066\u200B\u2060\uFEFF\u2028\uFFF9\U000E0041"

// FuzzEscapeJSON holds JSON for terminals against what it says, and against all that is harmful.
func FuzzEscapeJSON(f *testing.F) {
	f.Add(hostile)
	f.Add("\xff\xc2\\\"<&> \u200D日本語 U+\U0001F600")
	f.Fuzz(func(t *testing.T, s string) {
		var out bytes.Buffer
		if err := EncodeJSON(&out, map[string]string{s: s}); err != nil {
			t.Fatal(err)
		}
		harmless(t, out.String())
		s = strings.ToValidUTF8(s, "\uFFFD")
		var back map[string]string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || len(back) != 1 {
			t.Fatalf("%q: %v", out.String(), err)
		}
		want, _ := json.Marshal(s)
		for _, got := range back {
			if now, _ := json.Marshal(got); utf8.ValidString(s) && !bytes.Equal(now, want) && !strings.Contains(s, "\uFFFD") {
				t.Errorf("%q comes back as %q", s, got)
			}
		}
	})
}

// harmless fails if a text could change how a terminal shows what follows.
func harmless(t *testing.T, text string) {
	t.Helper()
	for _, r := range text {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || harmful(r) {
			t.Errorf("%q holds %U", text, r)
		}
	}
}

// TestHostileDiagnostic prints a diagnostic of which every part holds what may not reach a terminal.
func TestHostileDiagnostic(t *testing.T) {
	var l List
	l.Errorf("code", Pos{&Source{Name: "m/" + hostile + ".md", Text: []byte("a " + hostile + "\n")}, 2}, "message %s", hostile).
		Note("note %s\n%s", hostile, hostile).Mend(2, 3, hostile)
	for name, print := range map[string]func(*bytes.Buffer) error{
		"text":  func(b *bytes.Buffer) error { return Text(b, l, false) },
		"all":   func(b *bytes.Buffer) error { return TextAll(b, l, false) },
		"json":  func(b *bytes.Buffer) error { return JSON(b, l) },
		"sarif": func(b *bytes.Buffer) error { return SARIF(b, l, []Rule{{Code: "code", Short: hostile, Help: hostile}}) },
		"printf": func(b *bytes.Buffer) error {
			_, err := Fprintf(b, "%s %v", hostile, l.Err())
			return err
		},
	} {
		var b bytes.Buffer
		if err := print(&b); err != nil || b.Len() == 0 {
			t.Fatal(name, err)
		}
		harmless(t, b.String())
		if (name == "json" || name == "sarif") && !json.Valid(b.Bytes()) {
			t.Errorf("%s is no JSON: %s", name, b.String())
		}
	}
}
