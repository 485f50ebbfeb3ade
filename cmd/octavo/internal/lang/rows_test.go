package lang

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The tests in this file hold for each row of the table.

// printed calls do with every string that a language prints, and its place in the tables of words: "Titles.Contents".
func printed(l *Language, do func(name string, v reflect.Value)) {
	var look func(name string, v reflect.Value)
	look = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			do(name, v)
		case reflect.Struct:
			for i := range v.NumField() {
				look(name+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				look(name+"[]", v.Index(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				look(name+"."+key.String(), v.MapIndex(key))
			}
		}
	}
	v := reflect.ValueOf(*l)
	for i := range v.NumField() {
		switch name := v.Type().Field(i).Name; name {
		case "Tag", "Words", "Quotes", "Spacing", "Rules", "Reader":
		default:
			look(name, v.Field(i))
		}
	}
}

// places returns the sorted places of a phrase, each once.
func places(v reflect.Value) []string {
	names := Pattern(v.String()).Places()
	slices.Sort(names)
	return slices.Compact(names)
}

// TestPlaces compares the places of phrases with those of English: what a sentence does not say would be missing from a page.
func TestPlaces(t *testing.T) {
	english := map[string][]string{}
	printed(English(), func(name string, v reflect.Value) { english[name] = append(english[name], places(v)...) })
	english["Titles.PartInWords"] = english["Titles.NumberedPart"]
	for _, l := range Languages() {
		got := map[string][]string{}
		printed(l, func(name string, v reflect.Value) { got[name] = append(got[name], places(v)...) })
		for name, have := range got {
			want, known := english[name]
			switch last := name[strings.LastIndexByte(name, '.')+1:]; {
			case last == "One", last == "Two", last == "Few", last == "Many": // a language may say "a card"
				want = english[name[:len(name)-len(last)]+"Other"]
				if len(have) == 0 {
					continue
				}
			case name == "Titles.PartInWords" && len(have) == 0:
				continue
			case !known:
				t.Errorf("%s: %s is nothing that English has", l.Tag, name)
				continue
			}
			slices.Sort(have)
			want = slices.Sorted(slices.Values(want))
			if !slices.Equal(have, want) {
				t.Errorf("%s: %s has the places %q, want %q", l.Tag, name, have, want)
			}
		}
		for name := range english {
			if _, ok := got[name]; !ok {
				t.Errorf("%s: %s is missing", l.Tag, name)
			}
		}
	}
}

// TestTypography finds signs that no printed word has.
func TestTypography(t *testing.T) {
	for _, l := range Languages() {
		printed(l, func(name string, v reflect.Value) {
			s := v.String()
			if what := strings.ReplaceAll(s, `laminate = "cards"`, ""); strings.ContainsAny(what, `'"`) || strings.Contains(s, "...") ||
				strings.Contains(s, "  ") || strings.Contains(s, "--") {
				t.Errorf("%s: %s is typed like a typescript: %q", l.Tag, name, s)
			}
			if n := utf8.RuneCountInString(Pattern(s).Fill("right", "0.25", "down", "0.25", "degrees", "0.1")); n > 69 && !strings.HasPrefix(l.Words, "en") &&
				strings.HasPrefix(name, "Calibrate.") && !strings.HasSuffix(name, "OnBack") {
				t.Errorf("%s: %s has %d characters, at most 69: %q", l.Tag, name, n, s)
			}
		})
	}
}

// alike are words that other languages write as English does.
var alike = map[string]string{
	"es": "et al meme memes",
	"fr": "et al Notes Colophon page Important Question Discussion figure Figure Pages Contact long Classification",
	"it": "et al Colophon meme",
	"ca": "et al Notes Important Part",
	"pt": "et al meme memes",
	"de": "Motto",
	"sv": "maxim",
	"da": "Tip For illustrator",
	"nb": "For",
	"nn": "For",
	"nl": "paperback Motto Tip figuur meme memes illustrator Manuscript",
	"ro": "et al Contact meme in",
	"pl": "Motto",
	"cs": "Motto Tip",
	"sk": "Motto Tip",
}

// TestNoEnglish finds words that nobody has translated.
func TestNoEnglish(t *testing.T) {
	english := map[string][]string{}
	printed(English(), func(name string, v reflect.Value) { english[name] = append(english[name], v.String()) })
	for _, l := range Languages() {
		primary, _, _ := strings.Cut(l.Tag, "-")
		if primary == "en" {
			continue
		}
		allowed := set("ISBN EPUB EPUB. LCCN TK Errata " + alike[primary])
		printed(l, func(name string, v reflect.Value) {
			if !strings.HasPrefix(name, "Numbers.") && slices.Contains(english[name], v.String()) && !onlyAllowed(v.String(), allowed) {
				t.Errorf("%s: %s is English: %q", l.Tag, name, v.String())
			}
		})
	}
}

// onlyAllowed reports whether a phrase has no words beside its places but some.
func onlyAllowed(s string, allowed map[string]bool) bool {
	rest := Pattern(s)
	for _, name := range rest.Places() {
		rest = Pattern(strings.Replace(string(rest), "{"+name+"}", " ", 1))
	}
	for _, w := range strings.FieldsFunc(string(rest), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !allowed[w] && len(w) > 1 && w != "mm" {
			return false
		}
	}
	return true
}

func TestMonths(t *testing.T) {
	text, err := os.ReadFile("testdata/months.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if tag, months, ok := strings.Cut(line, ": "); ok {
			want[tag] = strings.TrimSpace(months)
		}
	}
	for _, l := range Languages() {
		if got := strings.Join(l.Numbers.Months[:], ", "); want[l.Tag] != "" && got != want[l.Tag] {
			t.Errorf("%s has the months\n%s, CLDR\n%s", l.Tag, got, want[l.Tag])
		}
	}
}

// TestNumbersInWords finds chapters without a word, and two with the same.
func TestNumbersInWords(t *testing.T) {
	for _, l := range Languages() {
		said := map[string]int{}
		for n := 1; n <= 99; n++ {
			word, ok := l.Word(n)
			part, ok2 := l.PartWord(n)
			if !ok || !ok2 && n <= 20 || said[word] != 0 || word != Capital(word) ||
				l.NumberedPart(part, true) != Capital(l.NumberedPart(part, true)) || strings.ContainsAny(word, "{}") || strings.Contains(word, "  ") {
				t.Errorf("%s: chapter %d is %q, a part %q", l.Tag, n, word, part)
			}
			said[word] = n
			if got := l.NumberOf(strings.ToLower(word)); got != n && !strings.Contains(word, " ") {
				t.Errorf("%s: %q is read as %d, want %d", l.Tag, word, got, n)
			}
			if l.Numbers.Ordinal(n) == "" {
				t.Errorf("%s: the ordinal of %d is empty", l.Tag, n)
			}
		}
	}
}

// TestIndexHeads finds letters that stand twice.
func TestIndexHeads(t *testing.T) {
	for _, l := range Languages() {
		heads := strings.Fields(l.Rules.Letters)
		if sorted := slices.Sorted(slices.Values(heads)); len(slices.Compact(sorted)) != len(heads) || len(heads) < 20 {
			t.Errorf("%s has the heads %q", l.Tag, heads)
		}
		for slug, matter := range l.Rules.Matter {
			if !slices.Contains([]string{"preface", "foreword", "introduction", "prologue", "acknowledgments", "epilogue", "afterword",
				"conclusion", "appendix", "colophon", "credits", "errata"}, matter) {
				t.Errorf("%s: %s is %q", l.Tag, slug, matter)
			}
			if strings.ContainsFunc(slug, func(r rune) bool { return r > 126 && r < 0x250 || r == ' ' || unicode.IsUpper(r) }) {
				t.Errorf("%s: %q is no slug", l.Tag, slug)
			}
		}
		for w := range l.Rules.Clinging {
			if w != strings.ToLower(w) && l.Words[:2] != "en" {
				t.Errorf("%s: clinging %q is not in small letters", l.Tag, w)
			}
		}
	}
}
