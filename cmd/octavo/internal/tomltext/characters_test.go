package tomltext

import (
	"strings"
	"testing"
)

// FuzzCharacters holds the characters of strings against the decoder, and their places against the text.
func FuzzCharacters(f *testing.F) {
	for _, s := range []string{`"plain"`, `'lit\eral'`, `"a\"b\\c\tq\u00e9\U0001F98A\x41"`, "\"\"\"\nfirst\nline \\\n   goes on\n\"\"\"", "'''\r\nraw\r\nlines'''",
		`"""one ""quote"" in"""`, "\"\"\"a\\r\nb\"\"\"", `""`, `''''''`, "\"\"\"a\\   \r\n\r\n b\"\"\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		values := map[string]any{}
		if Decode("k = "+raw, &values) != nil || len(values) != 1 {
			return
		}
		want, ok := values["k"].(string)
		if p := Places("k = " + raw)["k"]; !ok || p.At != 4 || p.End != len("k = "+raw) {
			return
		}
		got, at := Characters(raw)
		if lines := strings.NewReplacer("\r\n", "\n"); lines.Replace(got) != lines.Replace(want) { // \r may be written, too
			t.Fatalf("%q: %q, want %q", raw, got, want)
		}
		if len(at) != len(got)+1 {
			t.Fatalf("%q: %d places for %d bytes", raw, len(at), len(got))
		}
		for i := range got {
			if at[i] < 0 || at[i] >= len(raw) || i > 0 && at[i] < at[i-1] {
				t.Fatalf("%q: byte %d of %q is at %d", raw, i, got, at[i])
			}
			if c := raw[at[i]]; c != got[i] && c != '\\' && c != '\r' {
				t.Fatalf("%q: %q is at %q", raw, got[i], c)
			}
		}
	})
}
