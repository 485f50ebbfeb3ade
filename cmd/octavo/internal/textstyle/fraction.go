package textstyle

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// AppendText dresses text, with its fractions set as fractions and its words in capitals as the style has them.
func AppendText(out []typeset.Inline, text string, pos diag.Pos, d Style) []typeset.Inline {
	if strings.IndexByte(text, '/') < 0 || d.Mono {
		return d.appendWords(out, text, pos, 0)
	}
	for at := 0; ; {
		from, to := Fraction(text[at:])
		if to == 0 {
			return d.appendWords(out, text[at:], pos, at)
		}
		out = d.appendWords(out, text[at:at+from], pos, at)
		out = d.appendFraction(out, text[at+from:at+to], pos, at+from)
		at += to
	}
}

// AppendPart dresses a part of a text, in bytes, as AppendText does.
func (d Style) AppendPart(out []typeset.Inline, text string, from, to int, pos diag.Pos) []typeset.Inline {
	if from >= to {
		return out
	}
	k := len(out)
	out = AppendText(out, text[from:to], pos, d)
	for _, s := range out[k:] {
		if s, ok := s.(*typeset.Span); ok && s.Offset != page.Made {
			s.Offset += from
		}
	}
	return out
}

// appendFraction dresses a fraction, in small figures over and under a slash where the font has none of its own.
func (d Style) appendFraction(out []typeset.Inline, text string, pos diag.Pos, offset int) []typeset.Inline {
	d.Features &^= font.OldStyle | font.Lining | font.Proportional | font.AllSmallCaps
	d.Tracking = 0
	if d.font().Supports(font.Fractions) {
		d.Features |= font.Fractions
		return d.appendSpan(out, text, pos, offset)
	}
	slash := strings.IndexByte(text, '/')
	small := d.Sized(d.Size * 6 / 10)
	out = small.appendSpan(out, text[:slash], pos, offset)
	f := d.font()
	out[len(out)-1].(*typeset.Span).Rise += (d.Size - small.Size) * page.Length(f.CapHeight) / page.Length(f.Upem)
	out = d.appendSpan(out, text[slash:slash+1], pos, offset+slash)
	return small.appendSpan(out, text[slash+1:], pos, offset+slash+1)
}

// Fraction finds the first fraction in text: a number and a larger one with a slash between them and nothing of a word,
// a date or an address beside them. Its end is 0 when there is none. The larger number is one that is spoken as a
// fraction: 24/7 and 9/11 are none.
func Fraction(text string) (from, to int) {
	for at := 0; at < len(text); {
		slash := strings.IndexByte(text[at:], '/')
		if slash < 0 {
			return 0, 0
		}
		slash += at
		from, to = slash, slash+1
		for from > 0 && digit(text[from-1]) {
			from--
		}
		for to < len(text) && digit(text[to]) {
			to++
		}
		over, under := number(text[from:slash]), number(text[slash+1:to])
		if over > 0 && over < under && spoken(under) && (from == 0 || parts(text[from-1])) && (to == len(text) || parts(text[to])) &&
			!(to+1 < len(text) && text[to] == '.' && digit(text[to+1])) {
			return from, to
		}
		at = to
	}
	return 0, 0
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// number returns the value of one to three digits, or 0 for any other text and for digits with a leading zero.
func number(s string) (n int) {
	if len(s) == 0 || len(s) > 3 || s[0] == '0' {
		return 0
	}
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// Spoken reports whether n stands under the line of a fraction: halves to tenths, and what measures are divided into.
func spoken(n int) bool {
	return n >= 2 && n <= 10 || n == 12 || n == 16 || n == 20 || n == 32 || n == 64 || n == 100
}

// parts reports whether a character may stand beside a fraction: anything but a letter, a digit, and what numbers and
// addresses are joined with.
func parts(c byte) bool {
	return !digit(c) && (c|0x20 < 'a' || c|0x20 > 'z') && strings.IndexByte("/_=%&#$", c) < 0
}
