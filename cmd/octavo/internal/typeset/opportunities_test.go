package typeset

import (
	"slices"
	"strings"
	"testing"
)

// TestOpportunities lists where lines may end: "|" marks a free place, "-" one after a hyphen, "—" after a dash, "/" one in an
// address or a path, "~" a soft hyphen's, "=" a division, "+" one in a compound or an identifier.
func TestOpportunities(t *testing.T) {
	marks := map[opportunityKind]string{freeBreak: "|", hyphenBreak: "-", dashBreak: "—", addressBreak: "/",
		softHyphenBreak: "~", divisionBreak: "=", partBreak: "+"}
	h := testHyphenator(t)
	for _, c := range []struct {
		text   string
		parts  []string // as divided
		kinds  string
		divide bool
	}{
		// words
		{"“typesetting,”", []string{"“type", "set", "ting,”"}, "==", true},
		{"“typesetting,”", []string{"“typesetting,”"}, "", false},
		{"Typesetting", []string{"Typesetting"}, "", true},              // it may be a name
		{"well-considered", []string{"well-", "considered"}, "-", true}, // a compound is divided at its hyphen alone
		{"T-shirt", []string{"T-", "shirt"}, "-", false},
		{"considered\u200Bdecision", []string{"con", "sid", "ered\u200B", "de", "ci", "sion"}, "==|==", true},
		{"con\u00ADsidered", []string{"con\u00AD", "sidered"}, "~", true},
		{"con\u00ADsidered", []string{"con\u00ADsidered"}, "", false},
		{"what?yes!no…but", []string{"what?yes!no…but"}, "", false},
		{"non\u2011stop", []string{"non\u2011stop"}, "", false},
		{"wo\u2060rd-\u2060less", []string{"wo\u2060rd-\u2060less"}, "", false},
		{"e\u0301-e\u0301", []string{"e\u0301-", "e\u0301"}, "-", false},
		// slashes
		{"and/or", []string{"and/", "or"}, "+", false},
		{"n/a", []string{"n/a"}, "", false},
		{"km/h", []string{"km/h"}, "", false},
		{"24/7", []string{"24/7"}, "", false},
		{"11/23/2026", []string{"11/23/2026"}, "", false},
		// dashes
		{"chair—pull", []string{"chair—", "pull"}, "—", false},
		{"chair—“pull", []string{"chair—", "“pull"}, "—", false},
		{"chair—(pull", []string{"chair—", "(pull"}, "—", false},
		{"“—pull", []string{"“—pull"}, "", false},
		{"«¿—Qué?", []string{"«¿—Qué?"}, "", false},
		{"—pull", []string{"—pull"}, "", false},
		{"chair—", []string{"chair—"}, "", false},
		{"New–York", []string{"New–", "York"}, "—", false},
		{"1914–1918", []string{"1914–1918"}, "", false},
		{"2–3", []string{"2–3"}, "", false},
		// numbers
		{"1,234,567.89", []string{"1,234,567.89"}, "", false},
		{"$1.5%", []string{"$1.5%"}, "", false},
		{"978-1-86197-876-9", []string{"978-1-86197-876-9"}, "", false},
		{"v.5", []string{"v.5"}, "", false},
		{"-5", []string{"-5"}, "", false},
		// addresses and paths
		{"https://example.org/a/b?c=d&e=f", []string{"https://", "example.", "org/", "a/", "b?", "c=", "d&", "e=", "f"}, "", false},
		{"ada@example.org", []string{"ada@", "example.", "org"}, "//", true},
		{"https://x.org/long-slug", []string{"https://", "x.", "org/", "long-", "slug"}, "", false},
		{"internal/typeset/typeset.go", []string{"internal/", "typeset/", "typeset.go"}, "//", true},
		{`C:\Users\ada`, []string{`C:\`, `Users\`, "ada"}, "//", false},
		{"/usr/share", []string{"/usr/", "share"}, "/", false},
		{"./build/book.pdf", []string{"./", "build/", "book.pdf"}, "//", false},
		// identifiers
		{"review_copy_id", []string{"review_", "copy_", "id"}, "++", false},
		{"_id", []string{"_id"}, "", false},
		{"--since", []string{"--since"}, "", false},
		{"[--since", []string{"[--since"}, "", false},
		{"--dry-run", []string{"--dry-", "run"}, "-", false},
		{"f(x)[i].y{z}w", []string{"f(x)[i].y{z}w"}, "", false},
		{"book.toml", []string{"book.toml"}, "", false},
		// scripts without spaces
		{"「漢字」、です。", []string{"「漢", "字」、", "で", "す。"}, "|||", true},
		{"한국어", []string{"한국어"}, "", false},
		{"Москва", []string{"Москва"}, "", false},
	} {
		hyphenator := h
		if !c.divide {
			hyphenator = nil
		}
		var parts []string
		var kinds strings.Builder
		from := 0
		for _, o := range opportunities(nil, c.text, formOf(c.text), hyphenator) {
			parts = append(parts, c.text[from:o.at])
			from = o.at
			kinds.WriteString(marks[o.kind])
		}
		if parts = append(parts, c.text[from:]); !slices.Equal(parts, c.parts) {
			t.Errorf("%q: %q, want %q", c.text, parts, c.parts)
		} else if c.kinds != "" && kinds.String() != c.kinds {
			t.Errorf("%q: %s, want %s", c.text, kinds.String(), c.kinds)
		}
	}
}

// TestLastResorts lists where lines may end that nothing else fills: "=" marks a division, "'" one of last resort, "^" one of
// a name, "&" a joint, "%" one after a hyphen, "." one in a run of a sign, ":" one in a run of a letter.
func TestLastResorts(t *testing.T) {
	marks := map[opportunityKind]string{freeBreak: "|", hyphenBreak: "-", dashBreak: "—", addressBreak: "/", divisionBreak: "=",
		partBreak: "+", shortBreak: "'", nameBreak: "^", jointBreak: "&", jointHyphenBreak: "%", runBreak: ".", letterRunBreak: ":"}
	h := testHyphenator(t)
	for _, c := range []struct {
		text  string
		parts []string
		kinds string
	}{
		{"typesetting", []string{"type", "set", "ting"}, "=="},
		{"Abernathy", []string{"Aber", "nathy"}, "^"},
		{"steadily", []string{"steadi", "ly"}, "'"},
		{"well-considered", []string{"well-", "con", "sid", "ered"}, "-''"},
		{"1704–1705–1706", []string{"1704–", "1705–", "1706"}, "&&"},
		{"1704–06", []string{"1704–06"}, ""},
		{"2-propyl-5-thio", []string{"2-", "propyl-", "5-", "thio"}, "-%-"},
		{"--all-ropes=12", []string{"--all-", "ropes=", "12"}, "-&"},
		{"bellRopeGuide", []string{"bell", "Rope", "Guide"}, "&&"},
		{"iPhone", []string{"iPhone"}, ""},
		{"McDonald", []string{"Mc", "Don", "ald"}, "^^"},
		{"key_a1b2c3d4e5", []string{"key_", "a", "1", "b", "2", "c", "3", "d", "4", "e5"}, "+&&&&&&&&"},
		{"3.141592653589", []string{"3.", "141", "592", "653", "589"}, "&&&&"},
		{"12345678901", []string{"12", "345", "678", "901"}, "&&&"},
		{"1234567", []string{"1234567"}, ""},
		{"Ahhhhhhhh!", []string{"Ah", "h", "h", "h", "h", "h", "hh!"}, "^:::::"},
		{"so........far", []string{"so..", ".", ".", ".", ".", "..", "far"}, ".....&"},
		{"book.toml", []string{"book.", "toml"}, "&"},
	} {
		out := lastResorts(opportunities(nil, c.text, formOf(c.text), h), c.text, formOf(c.text), h)
		var parts []string
		var kinds strings.Builder
		from := 0
		for _, o := range out {
			parts = append(parts, c.text[from:o.at])
			from = o.at
			kinds.WriteString(marks[o.kind])
		}
		if parts = append(parts, c.text[from:]); !slices.Equal(parts, c.parts) || kinds.String() != c.kinds {
			t.Errorf("%q: %q %s, want %q %s", c.text, parts, kinds.String(), c.parts, c.kinds)
		}
	}
	// Where words are not divided, only machines' names and runs are parted, and no hyphen is added.
	for _, o := range lastResorts(nil, "Ahhhhhhhh!Typesetting", prose, nil) {
		if opportunityCost[o.kind].hyphen {
			t.Errorf("a hyphen at byte %d without a hyphenator", o.at)
		}
	}
}
