package locate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word as it is compared: letters and figures only, small, without accents.
type token struct {
	Word     string
	From, To int // bytes of the text that it was made of
}

// Tokens takes text apart into words. Apostrophes, soft hyphens, joiners and the signs that mark a copy are no part
// of a word and do not end it; a letter of a script that does not part its words is a word of its own.
func Tokens(text string) []token {
	var out []token
	var word strings.Builder
	from := -1
	flush := func(to int) {
		if from >= 0 {
			if word.Len() > 0 { // a mark without its letter is none
				out = append(out, token{word.String(), from, to})
			}
			word.Reset()
			from = -1
		}
	}
	end := 0 // behind the last letter
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer):
			flush(end)
			out = append(out, token{string(r), at, at + n})
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r):
			if from < 0 {
				from = at
			}
			end = at + n
			switch {
			case n > 1:
				fold(&word, text[at:at+n])
			case 'A' <= r && r <= 'Z':
				word.WriteByte(byte(r) + 'a' - 'A')
			default:
				word.WriteByte(byte(r))
			}
		case (r == '\'' || r == '’' || r == '‘' || r == 'ʼ') && from >= 0,
			unicode.In(r, unicode.Cf, unicode.Co):
		default:
			flush(end)
		}
		at += n
	}
	flush(end)
	return out
}

// fold writes a letter in small letters without accents: ligatures and fractions are taken apart.
func fold(b *strings.Builder, letter string) {
	for _, r := range norm.NFKD.String(letter) {
		switch {
		case unicode.Is(unicode.M, r):
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
}

// Words returns the words of tokens.
func Words(list []token) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Word
	}
	return out
}
