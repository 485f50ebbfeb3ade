// Package yamltext reads YAML, as it stands at the head of other programs' manuscripts and in the files that list them, as a tree
// in which every key and value knows its place. [Parse] returns the tree.
//
// Nothing expands: an alias is an [Alias], not a copy of what it names. A text that is too large or nested too deep is an error,
// and so are two keys of one name.
package yamltext

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// Limits of what is read.
const (
	maxSize  = 1 << 20 // bytes of a text
	maxDepth = 24      // lists and maps inside each other
)

// Kind is what a node is.
type Kind int

// The kinds. An empty value is Null.
const (
	Null Kind = iota
	Text      // words, or a date
	Number
	Truth // true or false; YAML 1.2 has no other words for them
	List
	Map
	Alias // the name of another value
)

// Node is a value.
type Node struct {
	At    int // offset of its first byte in the text
	Kind  Kind
	Value string // of a Text, Number, Truth or Alias, without quotation marks
	Items []*Node
	Pairs []Pair // of a Map, in order
}

// Pair is a key with its value.
type Pair struct {
	Key   string
	At    int // offset of the key
	Value *Node
}

// Find returns the value of a key of a map, or nil. A nil node and one that is no map have no keys.
func (n *Node) Find(key string) *Node {
	if n != nil {
		for _, p := range n.Pairs {
			if p.Key == key {
				return p.Value
			}
		}
	}
	return nil
}

// Error is a fault of a text, at an offset.
type Error struct {
	At      int
	Message string // lower case, no full stop
	Advice  string

	// What mends it, if that is quotation marks around a value: the place of the value, and the value with them. Quoted is "" otherwise.
	From, To int
	Quoted   string
}

func (e *Error) Error() string { return e.Message }

// Parse returns the first document of a text, Null for one without any. The error is an [*Error].
func Parse(text string) (*Node, error) {
	if len(text) > maxSize {
		return nil, &Error{Message: fmt.Sprintf("more than %d KB of YAML", maxSize>>10), Advice: "keep in it what the book needs, and nothing else"}
	}
	doc, err := decode(text)
	if err != nil {
		return nil, locate(text, err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 {
		return &Node{}, nil
	}
	b := builder{text: text, lines: lines(text)}
	return b.node(doc.Content[0], 0)
}

// decode calls the library, which lets some of its errors out as panics.
func decode(text string) (doc yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return doc, yaml.Unmarshal([]byte(text), &doc)
}

// lines returns the offsets of the beginnings of lines, as YAML divides a text.
func lines(text string) []int {
	out := []int{0}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n', text[i] == '\r' && !strings.HasPrefix(text[i:], "\r\n"):
			out = append(out, i+1)
		case strings.HasPrefix(text[i:], "\u0085"):
			out = append(out, i+2)
		case strings.HasPrefix(text[i:], "\u2028"), strings.HasPrefix(text[i:], "\u2029"):
			out = append(out, i+3)
		}
	}
	return out
}

// builder makes our tree of the library's.
type builder struct {
	text  string
	lines []int
}

// offset returns the place of a line and a column, which are counted from 1, the columns in characters.
func (b *builder) offset(line, column int) int {
	if line < 1 || line > len(b.lines) {
		return len(b.text)
	}
	at := b.lines[line-1]
	for ; column > 1 && at < len(b.text); column-- {
		_, size := utf8.DecodeRuneInString(b.text[at:])
		at += size
	}
	return at
}

func (b *builder) node(y *yaml.Node, depth int) (*Node, error) {
	n := &Node{At: b.offset(y.Line, y.Column), Value: y.Value}
	if depth > maxDepth {
		return nil, &Error{At: n.At, Message: fmt.Sprintf("lists and maps inside each other more than %d deep", maxDepth), Advice: "write them flat"}
	}
	switch y.Kind {
	case yaml.AliasNode:
		n.Kind = Alias
	case yaml.SequenceNode:
		n.Kind = List
		for _, c := range y.Content {
			item, err := b.node(c, depth+1)
			if err != nil {
				return nil, err
			}
			n.Items = append(n.Items, item)
		}
	case yaml.MappingNode:
		n.Kind = Map
		return n, b.pairs(n, y.Content, depth)
	default:
		n.Kind = scalarKind(y)
	}
	return n, nil
}

// pairs adds the keys and values of a map.
func (b *builder) pairs(to *Node, content []*yaml.Node, depth int) error {
	seen := map[string]int{}
	for i := 0; i+1 < len(content); i += 2 {
		key := content[i]
		p := Pair{Key: key.Value, At: b.offset(key.Line, key.Column)}
		if key.Kind != yaml.ScalarNode {
			return &Error{At: p.At, Message: "a key that is a list or a map", Advice: "begin the line with the key's name and a colon"}
		}
		if first, twice := seen[p.Key]; twice {
			line, _, _ := strings.Cut(b.text[first:], "\n")
			return &Error{At: p.At, Message: fmt.Sprintf("duplicate key %q", p.Key),
				Advice: fmt.Sprintf("delete one of the two; the first is %q", strings.TrimSpace(line))}
		}
		seen[p.Key] = p.At
		value, err := b.node(content[i+1], depth+1)
		if err != nil {
			return err
		}
		p.Value = value
		to.Pairs = append(to.Pairs, p)
	}
	return nil
}

func scalarKind(y *yaml.Node) Kind {
	switch y.ShortTag() {
	case "!!null":
		return Null
	case "!!bool":
		return Truth
	case "!!int", "!!float":
		return Number
	}
	return Text
}

// atLine finds the line in a message of the library.
var atLine = lazyregexp.New(`^(?:yaml: )?(?:line (\d+): )?`)

// locate returns the library's error with its place. The library counts lines from wherever a construct began: the block of
// lines under one key that is not YAML by itself is nearer.
func locate(text string, err error) *Error {
	var ours *Error
	if errors.As(err, &ours) {
		return ours
	}
	m := atLine().FindStringSubmatch(err.Error())
	e := &Error{Message: strings.TrimPrefix(err.Error(), m[0])}
	starts := lines(text)
	if n, _ := strconv.Atoi(m[1]); n > 0 {
		e.At = starts[min(n, len(starts))-1]
	}
	from := -1
	for i, at := range append(starts, len(text)) {
		if i < len(starts) && !begins(text[at:]) {
			continue
		}
		if from >= 0 {
			if _, bad := decode(text[from:at]); bad != nil {
				e.At = from
				break
			}
		}
		from = at
	}
	line, after, _ := strings.Cut(text[min(e.At, len(text)):], "\n")
	e.explain(strings.TrimRight(line, "\r"), after == "" || begins(after) || strings.HasPrefix(after, "#"))
	return e
}

// parses reports whether a text is YAML.
func parses(text string) bool {
	_, err := decode(text)
	return err == nil
}

// begins reports whether a line begins a key or a value, and goes on with none.
func begins(line string) bool {
	return line != "" && !strings.ContainsRune(" \t\r\n#]}", rune(line[0]))
}

// explain puts the library's words into an author's, where the line shows what is meant. The value may go on in the next line.
func (e *Error) explain(line string, oneLine bool) {
	key, rest, _ := strings.Cut(line, ":")
	value := strings.TrimSpace(rest)
	quoted := key + ": " + strconv.Quote(value)
	quote := func() {
		if text := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`; oneLine && !strings.Contains(value, " #") && parses(key+": "+text) {
			e.From = e.At + len(key) + 1 + strings.Index(rest, value)
			e.To, e.Quoted = e.From+len(value), text
		}
	}
	switch {
	case strings.Contains(e.Message, "mapping values are not allowed") && strings.Contains(value, ": "):
		quote()
		e.Message = "a value with a colon in it, and without quotation marks"
		e.Advice = "write " + quoted
	case value != "" && strings.ContainsRune("*&!%@`{[", rune(value[0])):
		quote()
		e.Message = fmt.Sprintf("a value that begins with %c, and without quotation marks", value[0])
		e.Advice = "write " + quoted
	case strings.Contains(e.Message, "found character that cannot start any token"), strings.Contains(line, "\t"):
		e.Message = "a tab at the beginning of a line"
		e.Advice = "indent with spaces"
	case strings.Contains(e.Message, "could not find expected ':'"):
		e.Message = "a line without a key"
		e.Advice = `write key: value, with a space after the colon`
	}
	e.Advice = cmp.Or(e.Advice, `write key: value, each on a line of its own, and put a value with marks in it between quotation marks`)
}
