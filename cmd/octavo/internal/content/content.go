// Package content finds the pages of a PDF file and reads their content: the operators of content streams with their
// operands (ISO 32000-1, annex A), and the widths and Unicode values of fonts' codes. Start with [Pages] and a
// [Walker]. The Walker keeps the graphics and text state; drawing, measuring or reading is left to a [Reader].
package content

import "octavo/cmd/octavo/internal/cos"

// Scanner reads a content stream, an operator at a time.
type Scanner struct {
	cos.Lexer
	Operands
	done bool // the operands belong to the previous operator
}

// Operands are the operands of an operator, flattened: arrays are opened, and of dictionaries only the presence of an
// MCID and the text that stands for what is shown are kept. The byte slices are valid until the next operator is read.
type Operands struct {
	Numbers [maxOperands]float64
	N       int    // how many numbers there are
	First   []byte // the first name
	Name    []byte // the last name
	Names   int
	Text    []byte // the last string
	List    []Item // strings and numbers of an array
	MCID    bool   // there was a dictionary with an MCID
	Dict    bool
	Actual  []byte // the dictionary's ActualText, nil for none
}

// Item is an element of TJ's array: a string, or an adjustment in thousandths of the size.
type Item struct {
	Text []byte
	Move float64
}

const (
	maxOperands = 64
	maxItems    = 1 << 16 // a line of text has a few hundred
)

// At returns the i-th number, 0 when there are fewer.
func (o *Operands) At(i int) float64 {
	if i < o.N {
		return o.Numbers[i]
	}
	return 0
}

// Strings returns the last string as an array for TJ.
func (o *Operands) Strings() []Item {
	o.List = append(o.List[:0], Item{Text: o.Text})
	return o.List
}

func (o *Operands) reset() {
	o.N, o.Names, o.Name, o.First, o.Text, o.List, o.MCID, o.Dict, o.Actual = 0, 0, nil, nil, nil, o.List[:0], false, false, nil
}

// Next reads the next operator and returns nil at the end. After BI the Lexer is inside the inline picture, and the
// caller has to skip it up to its EI.
func (s *Scanner) Next() []byte {
	if s.done {
		s.reset()
		s.Forget()
	}
	inArray := false
	for {
		t := s.Lexer.Next()
		switch t.Kind {
		case cos.EOF:
			return nil
		case cos.Number:
			if inArray && len(s.List) < maxItems {
				s.List = append(s.List, Item{Move: t.Num})
			}
			if s.N < maxOperands {
				s.Numbers[s.N] = t.Num
				s.N++
			}
		case cos.NameToken:
			if s.Names == 0 {
				s.First = t.Text
			}
			s.Name = t.Text
			s.Names++
		case cos.StringToken:
			s.Text = t.Text
			if inArray && len(s.List) < maxItems {
				s.List = append(s.List, Item{Text: t.Text})
			}
		case cos.OpenArray:
			inArray = true
			s.List = s.List[:0]
		case cos.CloseArray:
			inArray = false
		case cos.OpenDict:
			s.dict()
		case cos.Keyword:
			switch string(t.Text) {
			case "true", "false", "null":
				continue
			}
			s.done = true
			return t.Text
		}
	}
}

// steps returns the cost in cos.Work of reading a number of bytes of content: an operator with its operands, or an
// inline picture.
func steps(bytes int) int { return 1 + bytes/8 }

// runSteps is the cost in cos.Work of starting to read a content stream.
const runSteps = 20

// dict reads a dictionary up to its end.
func (s *Scanner) dict() {
	s.Dict = true
	actual := false // the last token was that key
	for depth := 1; depth > 0; {
		t := s.Lexer.Next()
		switch t.Kind {
		case cos.OpenDict:
			depth++
		case cos.CloseDict:
			depth--
		case cos.NameToken:
			s.MCID = s.MCID || depth == 1 && string(t.Text) == "MCID"
		case cos.StringToken:
			if actual && depth == 1 && s.Actual == nil {
				s.Actual = append([]byte{}, t.Text...)
			}
		case cos.EOF:
			return
		}
		actual = t.Kind == cos.NameToken && string(t.Text) == "ActualText"
	}
}

// SkipDict skips to the end of a dictionary.
func SkipDict(l *cos.Lexer) {
	for depth := 1; depth > 0; {
		switch l.Next().Kind {
		case cos.OpenDict:
			depth++
		case cos.CloseDict:
			depth--
		case cos.EOF:
			return
		}
	}
}

// SkipInline skips an inline picture with its EI, whatever is in it. Size is the least number of bytes that the picture
// has, 0 if unknown.
func SkipInline(l *cos.Lexer, size int) {
	data := l.Data
	at := l.Pos + 1 + max(0, size)
	isSpace := func(i int) bool { return i >= len(data) || data[i] <= ' ' }
	for i := at; i+1 < len(data); i++ {
		if data[i] == 'E' && data[i+1] == 'I' && isSpace(i-1) && isSpace(i+2) {
			l.Pos = i + 2
			return
		}
	}
	l.Pos = len(data)
}
