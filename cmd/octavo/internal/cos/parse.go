package cos

import "cmp"

// parser reads values from tokens. What breaks the rules is passed over as other readers do, and the first of it is kept as fault.
type parser struct {
	Lexer
	budget *Budget
	fault  error
}

// blame keeps the first fault.
func (p *parser) blame(offset int, format string, args ...any) {
	if p.fault == nil {
		p.fault = syntax(offset, format, args...)
	}
}

// value reads the value that begins with a token. The error is one that ends all reading: a limit.
func (p *parser) value(t Token, depth int) (Value, error) {
	cost := 1
	if t.Kind == OpenDict {
		cost = 10 // a map takes that much more memory
	}
	if !p.budget.Spend(Objects, cost) {
		return nil, p.budget.Err()
	}
	switch t.Kind {
	case Number:
		return p.number(t), nil
	case NameToken:
		return Name(t.Text), nil
	case StringToken:
		return String(t.Text), nil
	case OpenArray:
		return p.array(t, depth)
	case OpenDict:
		return p.dict(t, depth)
	case Keyword:
		switch string(t.Text) {
		case "true":
			return Bool(true), nil
		case "false":
			return Bool(false), nil
		case "null":
			return nil, nil
		}
		p.blame(t.At, "unexpected %q", clip(t.Text))
	case EOF:
		p.blame(t.At, "the file ends where a value should be")
	default:
		p.blame(t.At, "no value begins like this")
	}
	if closes(t) { // something else that is open
		p.Pos = t.At
	}
	return nil, nil
}

// closes reports whether a token ends whatever is open.
func closes(t Token) bool {
	switch t.Kind {
	case EOF, CloseArray, CloseDict:
		return true
	case Keyword:
		switch string(t.Text) {
		case "endobj", "stream", "endstream":
			return true
		}
	}
	return false
}

// number reads the rest of a number, or of a reference that begins with it.
func (p *parser) number(t Token) Value {
	if !t.Whole {
		return Real(t.Num)
	}
	if after := p.Pos; t.Num >= 0 {
		if g := p.Next(); g.Kind == Number && g.Whole && g.Num >= 0 {
			if r := p.Next(); r.Kind == Keyword && string(r.Text) == "R" && t.Num < 1<<31 && g.Num < 1<<31 {
				return Ref{int(t.Num), int(g.Num)}
			}
		}
		p.Pos = after
	}
	return Integer(t.Num)
}

// array reads the elements of an array, up to its end.
func (p *parser) array(t Token, depth int) (Value, error) {
	if depth >= maxDepth {
		return nil, syntax(t.At, "arrays and dictionaries nest deeper than %d", maxDepth)
	}
	a := Array{}
	for {
		t = p.Next()
		if t.Kind == CloseArray {
			return a, nil
		}
		if closes(t) {
			p.blame(t.At, "an array is never closed")
			p.Pos = t.At
			return a, nil
		}
		v, err := p.value(t, depth+1)
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
}

// dict reads the entries of a dictionary, up to its end. Entries that are null are left out (7.3.7).
func (p *parser) dict(t Token, depth int) (Value, error) {
	if depth >= maxDepth {
		return nil, syntax(t.At, "arrays and dictionaries nest deeper than %d", maxDepth)
	}
	d := Dict{}
	for {
		t = p.Next()
		if t.Kind == CloseDict {
			return d, nil
		}
		if t.Kind == CloseArray || t.Kind != NameToken && !closes(t) {
			p.blame(t.At, "a dictionary's key is no name")
			if !p.budget.Spend(Objects, 1) {
				return nil, p.budget.Err()
			}
			continue
		}
		if t.Kind != NameToken {
			p.blame(t.At, "a dictionary is never closed")
			p.Pos = t.At
			return d, nil
		}
		key := Name(t.Text)
		v, err := p.value(p.Next(), depth+1)
		if err != nil {
			return nil, err
		}
		if v != nil {
			d[key] = v
		}
	}
}

// all returns the value that begins with the next token, and what is wrong with it.
func (p *parser) all() (Value, error) {
	v, err := p.value(p.Next(), 0)
	return v, cmp.Or(err, p.fault)
}

// clip returns the beginning of a text, for messages.
func clip(b []byte) []byte { return b[:min(len(b), 20)] }
