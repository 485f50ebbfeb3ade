// Package cos reads the objects of PDF files, whichever program made them: numbers, names, strings, arrays, dictionaries and
// streams, with cross-reference tables and streams, object streams and the filters of text (ISO 32000-1, 7.2 to 7.5). [Open] opens
// a file, mends what is wrong with its tables, and decrypts what needs no password. What the objects mean is left to the callers.
//
// Files come from strangers, so everything is bounded: how deep arrays nest, and by one [Budget] for a file the number of objects,
// the bytes that come out of compressed streams, and the work of those who read it further. Nothing recurses without a limit. The
// small general readers at hand let a file of four million brackets overflow the stack, from which no Go program can recover.
package cos

import "fmt"

// Value is one of Bool, Integer, Real, Name, String, Array, Dict, *Stream and Ref, or nil for PDF's null.
type Value interface{ value() }

// The values.
type (
	Bool    bool
	Integer int64
	Real    float64
	Name    string // without the slash, #xx taken apart
	String  string // the bytes, decrypted
	Array   []Value
	Dict    map[Name]Value
	Ref     struct{ Number, Generation int }
	Stream  struct {
		Dict Dict
		Ref  Ref // where the stream was found
		raw  []byte
	}
)

func (Bool) value()    {}
func (Integer) value() {}
func (Real) value()    {}
func (Name) value()    {}
func (String) value()  {}
func (Array) value()   {}
func (Dict) value()    {}
func (Ref) value()     {}
func (*Stream) value() {}

// Raw returns the stream's bytes as they lie in the file.
func (s *Stream) Raw() []byte { return s.raw }

// SyntaxError is where a file breaks the rules.
type SyntaxError struct {
	Offset  int // in the file, or in the decoded stream that the message names
	Message string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%s at byte %d", e.Message, e.Offset) }

func syntax(offset int, format string, args ...any) error {
	return &SyntaxError{offset, fmt.Sprintf(format, args...)}
}

// Limits of what is read; a book needs a hundredth.
const (
	maxDepth   = 100       // of arrays and dictionaries in each other
	maxObjects = 1_000_000 // entries of all cross-reference sections
	maxStream  = 64 << 20  // bytes out of one stream
	maxChain   = 64        // references that lead to references, and sections before sections
)
