package config

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Form is what the value of a key must be beside its type: a [WholeForm], [NumberForm], [LengthForm], [SizeForm] or [YearForm], or a
// *[StringForm]. The functions that read values hold them against it, and package schema says the same to other programs.
type Form interface{ form() }

// WholeForm bounds a whole number. The bounds of all forms are values that are allowed.
type WholeForm struct{ Least, Most int64 }

// NumberForm bounds a number.
type NumberForm struct {
	Least, Most float64
	Above       bool // Least itself is not allowed
}

// LengthForm bounds a length.
type LengthForm struct{ Least, Most Length }

// SizeForm bounds each side of a size: "5.5x8.5in".
type SizeForm struct{ Least, Most Length }

// YearForm bounds the year of a date.
type YearForm struct{ Least, Most int }

// StringForm is what a string, or each string of a list, must be. White space around it does not count, unless it is Exact.
type StringForm struct {
	Filled bool     // it is not blank
	Line   bool     // it is on one line, without tabs
	Most   int      // characters at most; 0: any number
	Exact  bool     // it has no white space around it
	But    []string // what it cannot be, in any capitals

	Offers func() []string // some of what it can be, which editors offer; nil: none

	shape func() *regexp.Regexp // nil: any
}

func (WholeForm) form()   {}
func (NumberForm) form()  {}
func (LengthForm) form()  {}
func (SizeForm) form()    {}
func (YearForm) form()    {}
func (*StringForm) form() {}

// Admits reports whether a number is within the bounds.
func (f WholeForm) Admits(n int64) bool { return n >= f.Least && n <= f.Most }

// Admits reports whether a number is within the bounds.
func (f NumberForm) Admits(n float64) bool {
	return n >= f.Least && n <= f.Most && !(f.Above && n == f.Least)
}

// Admits reports whether a length is within the bounds.
func (f LengthForm) Admits(l Length) bool { return l >= f.Least && l <= f.Most }

// Admits reports whether both sides of a size are within the bounds.
func (f SizeForm) Admits(w, h Length) bool {
	return min(w, h) >= f.Least && max(w, h) <= f.Most
}

// Admits reports whether a year is within the bounds.
func (f YearForm) Admits(year int) bool { return year >= f.Least && year <= f.Most }

// Shape returns the regular expression that the string matches, from its start to its end and without white space around it; "" for any.
// It means the same in RE2 and in ECMA 262, as JSON Schema has it.
func (f *StringForm) Shape() string {
	if f.shape == nil {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(f.shape().String(), shapeStart), shapeEnd)
}

// Admits reports whether a string has the form. It says nothing of control characters, which no string of a file may have.
func (f *StringForm) Admits(s string) bool {
	trimmed := strings.TrimSpace(s)
	switch {
	case f.Exact && trimmed != s, f.Most > 0 && utf8.RuneCountInString(trimmed) > f.Most:
		return false
	case trimmed == "":
		return !f.Filled
	case f.Line && strings.ContainsFunc(trimmed, unicode.IsControl):
		return false
	case slices.ContainsFunc(f.But, func(other string) bool { return strings.EqualFold(other, trimmed) }):
		return false
	}
	return f.shape == nil || f.shape().MatchString(trimmed)
}

const shapeStart, shapeEnd = "^(?:", ")$"

// shaped returns the form of strings that are not blank and match an expression from their start to their end.
func shaped(expr string) StringForm {
	return StringForm{Filled: true, shape: lazyregexp.New(shapeStart + expr + shapeEnd)}
}

// optional returns the form that is blank, too.
func (f StringForm) optional() *StringForm {
	f.Filled = false
	return &f
}

// exact returns the form without white space around it.
func (f StringForm) exact() *StringForm {
	f.Exact = true
	return &f
}

// but returns the form without some strings.
func (f StringForm) but(others ...string) *StringForm {
	f.But = others
	return &f
}

// atMost returns the form with a limit of characters.
func (f StringForm) atMost(n int) *StringForm {
	f.Most = n
	return &f
}

// The forms of strings.
var (
	filledForm = &StringForm{Filled: true}
	slugForm   = shaped(`[a-z0-9]+(?:-[a-z0-9]+)*`).atMost(80).exact()
	idForm     = shaped(`[a-z][a-z0-9]*(?:-[a-z0-9]+)*`).atMost(80).exact()
	colorForm  = shaped(`#[0-9A-Fa-f]{6}`)
	roleForm   = shaped(`[a-z]{3}`).exact()
	fontForm   = shaped(`[^\x00-\x20\x7f-\x9f./\\:](?:[^\x00-\x1f\x7f-\x9f/\\:]*[^\x00-\x20\x7f-\x9f/\\:])?`).exact()
	uuidForm   = shaped(`[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}`)
	isbnForm   = shaped(`[- ]*(?:(?:[0-9][- ]*){9}[0-9Xx]|9[- ]*7[- ]*[89][- ]*(?:[0-9][- ]*){9}[0-9])?[- ]*`).optional()
	lccnForm   = shaped(`(?:[0-9]{2}|[0-9]{4})-?[0-9]{6}`).optional()
	urlForm    = urlShape.atMost(300).optional()
	urlShape   = shaped(`[Hh][Tt][Tt][Pp][Ss]?://(?:\{id\}|[^\x00-\x20\x7f-\x9f{}/?#])(?:\{id\}|[^\x00-\x20\x7f-\x9f{}])*`)
	inkForm    = shaped(`#[0-9A-Fa-f]{6}|[Nn][Oo][Nn][Ee]`).exact()
	partsForm  = shaped(`none|0*(?:100|[0-9]{1,2})(?:[ \t\n]+0*(?:100|[0-9]{1,2})){3}`)
	plateForm  = StringForm{Filled: true}.but("All", "None", "Cyan", "Magenta", "Yellow", "Black")

	identifierForm = shaped(`[^\x00-\x20\x7f-\x9f]+`)
	styleForm      = slugForm.but(strings.TrimSuffix(PrintersFile, ".toml"), strings.TrimSuffix(CardsFile, ".toml"), strings.TrimSuffix(CalibrationFile, ".toml"))

	// A BISAC code, and a Thema code: a category of up to 8 characters (KJS), or a qualifier, which begins with a digit (1KBB-US-NAK).
	bisacForm = shaped(`[A-Z]{3}[0-9]{6}`)
	themaForm = shaped(`[A-Z][A-Z0-9]{0,7}|[1-6][A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,3}){0,4}`)
)

// languageForm is a tag of a language that a book can be in. Whether its other parts exist is for the table of languages.
var languageForm = &StringForm{Filled: true, Offers: lang.Tags, shape: sync.OnceValue(func() *regexp.Regexp {
	var codes []string
	for _, code := range lang.Codes() {
		codes = append(codes, anyCase(code))
	}
	return regexp.MustCompile(shapeStart + "(?:" + strings.Join(codes, "|") + ")(?:-[A-Za-z0-9]{1,8})*" + shapeEnd)
})}

// anyCase returns an expression for letters in any capitals.
func anyCase(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString("[" + string(unicode.ToUpper(r)) + string(unicode.ToLower(r)) + "]")
	}
	return b.String()
}
