package config

import (
	"crypto/sha1"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/likename"
)

// filled returns a string without surrounding white space. It reports a string that is blank, and returns false.
func (dec *decoder) filled(it item) (string, bool) {
	s := strings.TrimSpace(it.value.(string))
	if s == "" {
		dec.wrong(it, "is empty").Note("write something between the quotation marks, or delete the line")
	}
	return s, s != ""
}

// files returns file names. The files are checked when they are opened.
func (dec *decoder) files(it item) (names []string) {
	for _, one := range it.value.([]item) {
		// An invalid name stays in the list as "", so that "contents.body.3" is still the fourth.
		name, _ := dec.filled(one)
		names = append(names, name)
	}
	return names
}

// lines returns the strings of an array that are not blank.
func (dec *decoder) lines(it item) (out []string) {
	for _, one := range it.value.([]item) {
		if s, ok := dec.filled(one); ok {
			out = append(out, s)
		}
	}
	return out
}

func (dec *decoder) named(list *[]Name, it item) {
	id := lastQuoted(it.path)
	if !idForm.Admits(id) {
		p := dec.places[it.path]
		dec.list.Errorf("toml-value", diag.Pos{Source: dec.src, Offset: p.Key},
			"invalid id %q", id).To(p.KeyEnd).Note("use small letters, digits and single hyphens, a letter first: %s", slug(id))
		return
	}
	if name, ok := dec.filled(it); ok {
		*list = append(*list, Name{id, name})
	}
}

func (dec *decoder) oneOf(field *string, it item, values ...string) {
	s := it.value.(string)
	for _, v := range values {
		if s == v {
			*field = s
			return
		}
	}
	d := dec.wrong(it, "must be %s, not %q", quoted(values), s)
	if v := diag.Suggest(s, values); v != "" {
		d.Note("did you mean %q?", v)
	}
}

// quoted returns "a", "b" or "c".
func quoted(values []string) string {
	var s strings.Builder
	for i, v := range values {
		switch {
		case i == 0:
		case i == len(values)-1:
			s.WriteString(" or ")
		default:
			s.WriteString(", ")
		}
		s.WriteString(strconv.Quote(v))
	}
	return s.String()
}

// language stores the language of the book, which the table of languages must have.
func (dec *decoder) language(field *string, it item) {
	s := strings.TrimSpace(it.value.(string))
	if _, err := language.Parse(s); err == nil && !strings.Contains(s, "_") {
		*field = s
		if _, known := lang.Find(s); known {
			return
		}
	}
	if cannotBeSet(s) {
		dec.wrong(it, "is %q, in whose script octavo cannot set a book yet", s).
			Note("words in it inside a book in another language can be set: [words]{lang=%s}", s).
			Note("'octavo explain languages' lists the languages of books")
		return
	}
	d := dec.wrong(it, "must be a language that octavo knows, as a tag of BCP 47, not %q", s)
	if tag := meantLanguage(s); tag != "" {
		d.Note("write language = %q", tag)
	}
	d.Note("the languages are %s; 'octavo explain languages' names them", strings.Join(lang.Tags(), ", "))
}

// cannotBeSet reports whether a tag is that of a real language whose script no language of the table has.
func cannotBeSet(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil || strings.Contains(tag, "_") || t.IsRoot() {
		return false
	}
	l, known := lang.Find(tag)
	return !known && !slices.ContainsFunc(lang.Languages(), func(o *lang.Language) bool { return o.Script() == l.Script() })
}

// meantLanguage returns the tag of the language that an author may have meant, by its name in English or in the language itself, by a
// tag of other programs, or by one that is misspelt; "" for none.
func meantLanguage(s string) string {
	if tag := strings.ReplaceAll(s, "_", "-"); tag != s && len(tag) <= 20 {
		if _, known := lang.Find(tag); known {
			return tag
		}
	}
	for _, tag := range lang.Tags() {
		if english, own := lang.Names(tag); strings.EqualFold(s, english) || strings.EqualFold(s, own) {
			return tag
		}
	}
	return diag.Suggest(s, lang.Tags())
}

func (dec *decoder) identifier(field *string, it item) {
	s, ok := dec.filled(it)
	switch {
	case !ok:
	case strings.HasPrefix(strings.ToLower(s), "urn:uuid:") && !uuidForm.Admits(s[len("urn:uuid:"):]):
		dec.wrong(it, "is not a UUID: %q", s).
			Note("a UUID has 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between; without this key octavo makes one")
	case !identifierForm.Admits(s):
		dec.wrong(it, "must not have blanks inside")
	default:
		*field = s
	}
}

// codes returns the codes of a subject scheme without duplicates, and reports those that do not have the given shape.
func (dec *decoder) codes(it item, form *StringForm, what, example string) (out []string) {
	for _, one := range it.value.([]item) {
		s, ok := dec.filled(one)
		switch {
		case !ok || slices.Contains(out, s):
		case form.Admits(s):
			out = append(out, s)
		default:
			d := dec.wrong(one, "must be %s, as in %q, not %q", what, example, s)
			if upper := strings.ToUpper(s); form.Admits(upper) {
				d.Note("write %q", upper)
			}
		}
	}
	return out
}

// isbn stores an ISBN of 10 or 13 digits whose check digit is right (ISBN Users' Manual, 7th edition, appendix 1). An empty
// value means none.
func (dec *decoder) isbn(field *string, it item) {
	s := strings.TrimSpace(it.value.(string))
	plain := strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(s))
	if plain == "" {
		return
	}
	body, check := plain[:len(plain)-1], plain[len(plain)-1:]
	var want string
	switch {
	case !plainDigits(body) || !plainDigits(check) && check != "X", len(plain) != 10 && len(plain) != 13:
		dec.wrong(it, "must have 10 or 13 digits, not %q", s).Note("leave it empty until the book has a number")
		return
	case len(plain) == 10:
		sum := 0
		for i, c := range body {
			sum += (10 - i) * int(c-'0')
		}
		want = [11]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"}[(11-sum%11)%11]
	default:
		if !strings.HasPrefix(plain, "978") && !strings.HasPrefix(plain, "979") {
			dec.wrong(it, "must begin with 978 or 979, not %s", plain[:3])
			return
		}
		sum := 0
		for i, c := range body {
			sum += (1 + i%2*2) * int(c-'0')
		}
		want = strconv.Itoa((10 - sum%10) % 10)
	}
	if check != want {
		dec.wrong(it, "has the check digit %s where its other digits call for %s", check, want).
			Note("a digit is wrong or two are swapped: compare it with the agency's letter")
		return
	}
	*field = s
}

// noStyles are the files among the styles that are not styles.
var noStyles = sync.OnceValue(func() map[string]string {
	return map[string]string{PrintersFile: "printers", CardsFile: "cards", CalibrationFile: "printers' drift"}
})

// styleName stores the name of a style. Whether it exists is checked by loadStyle.
func (dec *decoder) styleName(field *string, it item) {
	s := it.value.(string)
	if what := noStyles()[s+".toml"]; what != "" {
		dec.wrong(it, "names %s.toml, the table of %s, which is no style", s, what).Note("the style classic is always there")
	} else if styleForm.Admits(s) {
		*field = s
	} else {
		dec.wrong(it, "must be the name of a style, small letters and digits with hyphens, not %q", s).
			Note("the style classic is always there")
	}
}

// fontName stores the name of a font file, which must exist and have no folder.
func (dec *decoder) fontName(it item) bool {
	s := it.value.(string)
	if !fontForm.Admits(s) {
		dec.wrong(it, "must be the plain name of a file under styles/fonts, not %q", s)
		return false
	}
	if dec.fonts != nil && !dec.fonts[s] {
		known := make([]string, 0, len(dec.fonts))
		for name := range dec.fonts {
			known = append(known, name)
		}
		slices.Sort(known)
		d := dec.wrong(it, "names a font that does not exist: %q", s)
		if like := likename.Find(s, known); like.Difference != likename.None {
			d.Note("%s", like.Note(like.Name))
		}
		d.Note("put the file into styles/fonts")
		return false
	}
	return true
}

// utc returns a TOML date in UTC. A date or a time without an offset is interpreted as UTC, so that every machine gets the same.
func utc(d time.Time) time.Time {
	if zone := d.Location().String(); zone == "date-local" || zone == "datetime-local" {
		return time.Date(d.Year(), d.Month(), d.Day(), d.Hour(), d.Minute(), d.Second(), 0, time.UTC)
	}
	return d.UTC().Truncate(time.Second)
}

// namespace is the namespace of the UUIDs that [UUID] makes (RFC 9562, section 5.5).
var namespace = [16]byte{0x5d, 0x1f, 0x0c, 0x52, 0x9a, 0x3e, 0x4b, 0x7a, 0x8e, 0x21, 0x6f, 0x63, 0x74, 0x61, 0x76, 0x6f}

// identify returns the identifier of a book that declares none, made from title and authors.
func identify(title string, authors []string) string {
	return UUID(append([]string{title}, authors...)...)
}

// UUID returns the version 5 UUID of a name in parts, as a URN.
func UUID(name ...string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(strings.Join(name, "\x00")))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0F | 0x50
	u[8] = u[8]&0x3F | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// fileAs returns a name in the form used for sorting in catalogues: with the last word first, and "Jr." and the like at the
// end.
func fileAs(name string) string {
	words := strings.Fields(name)
	suffix := ""
	if n := len(words); n > 2 {
		switch strings.Trim(words[n-1], ".,") {
		case "Jr", "Sr", "II", "III", "IV", "PhD", "MD":
			suffix, words = ", "+words[n-1], words[:n-1]
		}
	}
	if len(words) < 2 {
		return name
	}
	family := strings.TrimRight(words[len(words)-1], ",")
	return family + ", " + strings.Join(words[:len(words)-1], " ") + suffix
}

// lastQuoted returns the last name of a path; a name that the author quoted is returned without the quotation marks.
func lastQuoted(p string) string {
	if strings.HasSuffix(p, `"`) {
		for i := range p {
			if p[i] == '"' && (i == 0 || p[i-1] == '.') {
				if s, err := strconv.Unquote(p[i:]); err == nil {
					return s
				}
			}
		}
	}
	return lastName(p)
}
