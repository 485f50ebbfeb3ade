package lang

import (
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id of any text: [a-z][a-z0-9-]*, diacritics folded, Cyrillic and Greek in Latin letters, apostrophes
// dropped, everything else a hyphen. It is never empty; text without a letter before its first digit gets an "x" in front.
func Slug(s string) string {
	out := make([]byte, 0, len(s)+2)
	hyphen := false
	put := func(c byte) {
		if hyphen && len(out) > 0 {
			out = append(out, '-')
		}
		hyphen = false
		if len(out) == 0 && c >= '0' && c <= '9' {
			out = append(out, 'x', '-')
		}
		out = append(out, c)
	}
	for _, r := range norm.NFKD.String(s) {
		if r >= 'А' && r <= 'Я' || r >= 'Α' && r <= 'Ω' || r >= 'Ѐ' && r <= 'Џ' {
			r = unicode.ToLower(r)
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(byte(r))
		case r >= 'A' && r <= 'Z':
			put(byte(r) + 'a' - 'A')
		case r == '\'' || r == '’' || r == '\u00AD' || unicode.Is(unicode.Mn, r):
		default:
			if folded, ok := letters()[r]; ok {
				for i := range len(folded) {
					put(folded[i])
				}
				continue
			}
			hyphen = true
		}
	}
	if len(out) == 0 {
		return "x"
	}
	return string(out)
}

// letters are the Latin letters that Unicode does not decompose into a base letter and a mark.
var letters = sync.OnceValue(func() map[rune]string {
	return map[rune]string{
		'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ð': "d",
		'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l", 'ħ': "h", 'Ħ': "h", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'Ŋ': "n",
		'ŧ': "t", 'Ŧ': "t",

		// Cyrillic and Greek, as the passports of Russia and Greece have them, and the letters of the languages beside Russian.
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n",
		'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch",
		'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia", 'є': "ie", 'і': "i", 'ґ': "g", 'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj",
		'ћ': "c", 'џ': "dz", 'ѕ': "dz",
		'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n",
		'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
	}
})
