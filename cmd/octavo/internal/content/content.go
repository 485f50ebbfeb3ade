// Package content finds the pages of a PDF file and reads what they are painted with: the operators of content streams
// with their operands (ISO 32000-1, annex A), and of fonts what their codes stand for and how wide they are. [Pages] and a
// [Walker] are what to begin with. The Walker keeps the state of graphics and text; what is drawn, measured or read is for
// the [Reader] behind it.
package content

import "octavo/cmd/octavo/internal/cos"

// Scanner walks through a content stream, an operator at a time.
type Scanner struct {
	cos.Lexer
	Operands
	done bool // the operands are those of the last operator
}

// Operands are what stands before an operator, flat: arrays are opened, of dictionaries only whether they have an
// MCID is kept. The byte slices are good until the next operator is read.
type Operands struct {
	Numbers [maxOperands]float64
	N       int    // how many numbers there are
	First   []byte // the first name
	Name    []byte // the last name
	Names   int
	Text    []byte // the last string
	List    []Item // strings and numbers of an array
	MCID    bool   // a dictionary with an MCID
	Dict    bool
}

// Item is a part of what TJ shows: a string, or a move of the pen in thousandths of the size.
type Item struct {
	Text []byte
	Move float64
}

const (
	maxOperands = 64
	maxItems    = 1 << 16 // a line of text has a few hundred
)

// At is the i-th number, 0 when there are fewer.
func (o *Operands) At(i int) float64 {
	if i < o.N {
		return o.Numbers[i]
	}
	return 0
}

// Strings is the last string as what TJ would show.
func (o *Operands) Strings() []Item {
	o.List = append(o.List[:0], Item{Text: o.Text})
	return o.List
}

func (o *Operands) reset() {
	o.N, o.Names, o.Name, o.First, o.Text, o.List, o.MCID, o.Dict = 0, 0, nil, nil, nil, o.List[:0], false, false
}

// Next reads on to the next operator; nil is the end. After BI the Lexer stands in the inline picture: whoever gets
// it has to read on behind its EI.
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
			s.Dict, s.MCID = true, SkipDict(&s.Lexer)
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

// steps is what it costs to read so many bytes of content, as cos.Work: of an operator with its operands, or of a picture
// that stands there.
func steps(bytes int) int { return 1 + bytes/8 }

// runSteps is what it costs, as cos.Work, to begin with a content stream.
const runSteps = 20

// SkipDict goes behind the end of a dictionary and says whether it has an MCID.
func SkipDict(l *cos.Lexer) (mcid bool) {
	for depth := 1; depth > 0; {
		switch t := l.Next(); t.Kind {
		case cos.OpenDict:
			depth++
		case cos.CloseDict:
			depth--
		case cos.NameToken:
			mcid = mcid || depth == 1 && string(t.Text) == "MCID"
		case cos.EOF:
			return mcid
		}
	}
	return mcid
}

// SkipInline goes behind the EI of an inline picture, whatever is in it. Size is how many bytes the picture surely
// has, 0 where that is not known.
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
