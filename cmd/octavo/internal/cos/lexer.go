package cos

import "math"

// Kind is what a token is.
type Kind uint8

// The kinds of tokens.
const (
	EOF Kind = iota
	Number
	NameToken
	StringToken
	Keyword
	OpenArray  // [
	CloseArray // ]
	OpenDict   // <<
	CloseDict  // >>
	Bad        // what no token can begin with: skipped
)

// Token is a piece of a file or of a content stream.
type Token struct {
	Kind  Kind
	Whole bool    // of a Number: it was written as an integer
	Num   float64 // of a Number
	Text  []byte  // of a Keyword, a name without its slash, a string's bytes; good until Forget
	At    int     // where the token begins
}

// Lexer splits bytes into tokens (ISO 32000-1, 7.2). It never fails: invalid input becomes a Bad token, and an unclosed
// token ends with the bytes.
type Lexer struct {
	Data []byte
	Pos  int
	keep []byte // text of the tokens that had to be decoded
}

// Forget discards the texts of all tokens; call it now and then where many strings are read.
func (l *Lexer) Forget() { l.keep = l.keep[:0] }

const (
	space = 1 << iota
	delimiter
)

var class = func() (c [256]uint8) {
	for _, b := range "\x00\t\n\f\r " {
		c[b] = space
	}
	for _, b := range "()<>[]{}/%" {
		c[b] = delimiter
	}
	return c
}()

// Next reads a token.
func (l *Lexer) Next() Token {
	data, i := l.Data, l.Pos
	for i < len(data) {
		c := data[i]
		if class[c] == space {
			i++
			continue
		}
		if c != '%' {
			break
		}
		for i < len(data) && data[i] != '\n' && data[i] != '\r' {
			i++
		}
	}
	if i >= len(data) {
		l.Pos = len(data)
		return Token{At: len(data)}
	}
	switch c := data[i]; c {
	case '/':
		return l.name(i)
	case '(':
		return l.literal(i)
	case '<':
		if i+1 < len(data) && data[i+1] == '<' {
			l.Pos = i + 2
			return Token{Kind: OpenDict, At: i}
		}
		return l.hex(i)
	case '>':
		if i+1 < len(data) && data[i+1] == '>' {
			l.Pos = i + 2
			return Token{Kind: CloseDict, At: i}
		}
	case '[':
		l.Pos = i + 1
		return Token{Kind: OpenArray, At: i}
	case ']':
		l.Pos = i + 1
		return Token{Kind: CloseArray, At: i}
	case ')', '{', '}':
	default:
		j := i + 1
		for j < len(data) && class[data[j]] == 0 {
			j++
		}
		l.Pos = j
		word := data[i:j]
		if c <= '9' {
			if v, whole, ok := number(word); ok {
				return Token{Kind: Number, Whole: whole, Num: v, At: i}
			}
		}
		return Token{Kind: Keyword, Text: word, At: i}
	}
	l.Pos = i + 1
	return Token{Kind: Bad, At: i}
}

var tenths = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
	1e17, 1e18}

// number reads "12", "-.5", "+3.". Some makers write "--5" or "1.2-3": what follows the number is dropped, as
// readers do.
func number(b []byte) (v float64, whole, ok bool) {
	i, sign := 0, 1.0
	for i < len(b) && (b[i] == '-' || b[i] == '+') {
		if b[i] == '-' {
			sign = -1
		}
		i++
	}
	start := i
	var n uint64
	digits := 0
	for ; i < len(b) && b[i]-'0' <= 9; i++ {
		if digits < 18 {
			n = n*10 + uint64(b[i]-'0')
			digits++
		} else {
			return sign * math.MaxInt32 * math.MaxInt32, false, true // larger than anything that can be meant
		}
	}
	if i == len(b) {
		return sign * float64(n), true, i > start
	}
	if b[i] != '.' {
		return sign * float64(n), true, i > start && b[i] == '-'
	}
	i++
	fraction := 0
	for ; i < len(b) && b[i]-'0' <= 9; i++ {
		if digits < 18 {
			n = n*10 + uint64(b[i]-'0')
			digits++
			fraction++
		}
	}
	return sign * float64(n) / tenths[fraction], false, i == len(b) || b[i] == '-'
}

func (l *Lexer) name(i int) Token {
	data, j, coded := l.Data, i+1, false
	for j < len(data) && class[data[j]] == 0 {
		coded = coded || data[j] == '#'
		j++
	}
	l.Pos = j
	text := data[i+1 : j]
	if coded {
		from := len(l.keep)
		for k := 0; k < len(text); k++ {
			if text[k] == '#' && k+2 < len(text) {
				if hi, lo := nibble(text[k+1]), nibble(text[k+2]); hi >= 0 && lo >= 0 {
					l.keep = append(l.keep, byte(hi<<4|lo))
					k += 2
					continue
				}
			}
			l.keep = append(l.keep, text[k])
		}
		text = l.keep[from:len(l.keep):len(l.keep)]
	}
	return Token{Kind: NameToken, Text: text, At: i}
}

func nibble(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *Lexer) hex(i int) Token {
	data, j, from := l.Data, i+1, len(l.keep)
	half, high := false, 0
	for ; j < len(data) && data[j] != '>'; j++ {
		n := nibble(data[j])
		if n < 0 {
			continue
		}
		if half {
			l.keep = append(l.keep, byte(high<<4|n))
		}
		half, high = !half, n
	}
	if half {
		l.keep = append(l.keep, byte(high<<4))
	}
	l.Pos = min(j+1, len(data))
	return Token{Kind: StringToken, Text: l.keep[from:len(l.keep):len(l.keep)], At: i}
}

func (l *Lexer) literal(i int) Token {
	data, depth, j := l.Data, 1, i+1
	for plain := j; ; plain++ { // most strings need no decoding
		if plain >= len(data) || data[plain] == '\\' || data[plain] == '(' || data[plain] == '\r' {
			break
		}
		if data[plain] == ')' {
			l.Pos = plain + 1
			return Token{Kind: StringToken, Text: data[j:plain], At: i}
		}
	}
	from := len(l.keep)
	for ; j < len(data); j++ {
		c := data[j]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.Pos = j + 1
				return Token{Kind: StringToken, Text: l.keep[from:len(l.keep):len(l.keep)], At: i}
			}
		case '\r': // every end of line is one line feed
			if j+1 < len(data) && data[j+1] == '\n' {
				j++
			}
			c = '\n'
		case '\\':
			j++
			if j >= len(data) {
				continue
			}
			switch c = data[j]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\n':
				continue
			case '\r':
				if j+1 < len(data) && data[j+1] == '\n' {
					j++
				}
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				n := int(c - '0')
				for range 2 {
					if j+1 >= len(data) || data[j+1] < '0' || data[j+1] > '7' {
						break
					}
					j++
					n = n<<3 | int(data[j]-'0')
				}
				c = byte(n)
			}
		}
		l.keep = append(l.keep, c)
	}
	l.Pos = len(data)
	return Token{Kind: StringToken, Text: l.keep[from:len(l.keep):len(l.keep)], At: i}
}
