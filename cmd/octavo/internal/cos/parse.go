package cos

// parser reads values from tokens.
type parser struct {
	Lexer
	budget *Budget
}

// value reads the value that begins with a token.
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
	case Keyword:
		switch string(t.Text) {
		case "true":
			return Bool(true), nil
		case "false":
			return Bool(false), nil
		case "null":
			return nil, nil
		}
		return nil, syntax(t.At, "unexpected %q", clip(t.Text))
	case OpenArray:
		return p.array(t, depth)
	case OpenDict:
		return p.dict(t, depth)
	case EOF:
		return nil, syntax(t.At, "the file ends where a value should be")
	}
	return nil, syntax(t.At, "no value begins like this")
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
		switch t = p.Next(); t.Kind {
		case CloseArray:
			return a, nil
		case EOF:
			return nil, syntax(t.At, "an array is never closed")
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
		switch t = p.Next(); t.Kind {
		case CloseDict:
			return d, nil
		case NameToken:
		case EOF:
			return nil, syntax(t.At, "a dictionary is never closed")
		default:
			return nil, syntax(t.At, "a dictionary's key is no name")
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

// clip returns the beginning of a text, for messages.
func clip(b []byte) []byte { return b[:min(len(b), 20)] }
