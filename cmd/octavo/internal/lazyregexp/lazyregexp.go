// Package lazyregexp compiles regular expressions when they are first used. A command needs few of those of the whole program,
// and to compile them all would be most of the time of a short one.
package lazyregexp

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// New returns what compiles an expression once, when it is first called, and returns it. In tests a mistake in the expression
// panics at once, as [regexp.MustCompile] does.
func New(expr string) func() *regexp.Regexp {
	l := &lazy{expr: expr}
	if inTest {
		l.get()
	}
	return l.get
}

// lazy is an expression until it is used: [sync.OnceValue] would need five times its memory, for each of hundreds, when a program starts.
type lazy struct {
	expr string
	once sync.Once
	re   *regexp.Regexp
}

func (l *lazy) get() *regexp.Regexp {
	l.once.Do(func() { l.re = regexp.MustCompile(l.expr) })
	return l.re
}

// inTest reports whether this is a test program, by the name that go test gives it.
var inTest = len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")
