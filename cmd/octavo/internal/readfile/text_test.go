package readfile

import "testing"

func TestText(t *testing.T) {
	for _, c := range []struct{ what, data, want string }{
		{"UTF-8", "é\n", "é\n"},
		{"UTF-8 with a byte order mark", "\uFEFFé", "é"},
		{"UTF-16, little-endian", "\xFF\xFE\xE9\x00\r\x00\n\x00", "é\n"},
		{"UTF-16, big-endian", "\xFE\xFF\x00\xE9", "é"},
		{"a byte order mark alone", "\xFF\xFE", ""},
		{"half a character of UTF-16", "\xFE\xFF\x00\xE9\x00", "é\uFFFD"},
		{"Windows-1252", "\x93\xE9\x94", "“é”"},
		{"line ends of Windows and of the old Macintosh", "a\r\nb\rc\n", "a\nb\nc\n"},
	} {
		if got := string(Text([]byte(c.data))); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
